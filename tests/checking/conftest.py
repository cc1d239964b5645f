"""Checking is tested with an empty cache, so that results do not hang on what was pulled, and with the real tables."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

TABLES = (
    *("atop_alliances", "cow_alliances", "cow_igo", "cow_igo_dyads", "cow_igo_organizations"),
    *("un_roll_calls", "un_votes"),
)


@pytest.fixture(autouse=True)
def nothing_pulled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path))


@pytest.fixture
def pulled_tables(mirrored: Callable[..., AbstractContextManager[Path]], nothing_pulled: None) -> Iterator[Path]:
    """The tables of relations and votes, pulled from the mirror."""
    with mirrored(*TABLES) as folder:
        yield folder
