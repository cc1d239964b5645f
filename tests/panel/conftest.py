"""The tidy tables that panels are made of."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

TABLES = (
    *("archigos", "atop_alliances", "capabilities", "capitals", "cepii_distance", "contiguity", "cow_alliances"),
    *("cow_igo_dyads", "cow_igo_states", "cow_trade", "cow_trade_totals", "desta", "gdp", "min_distance", "un_votes"),
)


@pytest.fixture(scope="module")
def tables(mirrored: Callable[..., AbstractContextManager[Path]]) -> Iterator[Path]:
    with mirrored(*TABLES) as folder:
        yield folder
