"""Checking is tested with an empty cache, so that results do not hang on what was pulled, and with the real tables."""

import os
from pathlib import Path

import pytest

from sverka.sources import store
from sverka.sources.tables import tidy

BESIDE = Path(__file__).parents[3] / "shared" / "mirror"
TABLES = (
    *("atop_alliances", "cow_alliances", "cow_igo", "cow_igo_dyads", "cow_igo_organizations"),
    *("un_roll_calls", "un_votes"),
)


@pytest.fixture(autouse=True)
def nothing_pulled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path))


@pytest.fixture(scope="session")
def made_tables(request: pytest.FixtureRequest) -> Path:
    root = Path(os.environ.get("SVERKA_MIRROR") or BESIDE)
    if not root.is_dir():
        pytest.skip("no mirror of the published files: set SVERKA_MIRROR to a folder OWNER/REPO/COMMIT/PATH")
    folder = request.config.cache.mkdir("sverka-tables")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SVERKA_MIRROR", str(root))
        patch.setenv("SVERKA_CACHE", str(folder))
        for name in TABLES:
            store.make(tidy(name))
    return folder


@pytest.fixture
def pulled_tables(made_tables: Path, nothing_pulled: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tables of relations and votes, pulled from the mirror into a cache of their own."""
    monkeypatch.setenv("SVERKA_CACHE", str(made_tables))
    return made_tables
