"""The tidy tables of panels, made once from the real files and kept in pytest's own cache between runs."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sverka.sources import store
from sverka.sources.tables import tidy

BESIDE = Path(__file__).parents[3] / "shared" / "mirror"
TABLES = (
    *("archigos", "atop_alliances", "capabilities", "capitals", "cepii_distance", "contiguity", "cow_alliances"),
    *("cow_igo_dyads", "cow_igo_states", "cow_trade", "cow_trade_totals", "desta", "gdp", "min_distance", "un_votes"),
)


@pytest.fixture(scope="module")
def tables(request: pytest.FixtureRequest) -> Iterator[Path]:
    root = Path(os.environ.get("SVERKA_MIRROR") or BESIDE)
    if not root.is_dir():
        pytest.skip("no mirror of the published files: set SVERKA_MIRROR to a folder OWNER/REPO/COMMIT/PATH")
    folder = request.config.cache.mkdir("sverka-tables")
    before = {name: os.environ.get(name) for name in ("SVERKA_MIRROR", "SVERKA_CACHE")}
    os.environ |= {"SVERKA_MIRROR": str(root), "SVERKA_CACHE": str(folder)}
    for name in TABLES:
        store.make(tidy(name))
    yield folder
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value
