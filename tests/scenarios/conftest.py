"""A small world made by hand, and the worlds of the real files."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import pytest

from sverka.scenarios.agreements import Agreement
from sverka.scenarios.worlds import System, world


@pytest.fixture(scope="module")
def tables(mirrored: Callable[..., AbstractContextManager[Path]]) -> Iterator[Path]:
    with mirrored("cow_trade", "penppml_trade", "gdp", "desta") as folder:
        yield folder


@pytest.fixture(scope="module")
def real(tables: Path) -> System:
    """The world of 2016."""
    return world(2016, "penppml")


def small(seed: int = 7) -> System:
    """Six states: four in a customs union, three of those and a fifth in a free trade area, the sixth in nothing."""
    states = ("ARM", "BLR", "CHN", "KAZ", "MDA", "RUS")
    rng = np.random.default_rng(seed)
    flows = rng.uniform(0.5, 4.0, size=(6, 6)) * 1e9
    np.fill_diagonal(flows, rng.uniform(40.0, 400.0, size=6) * 1e9)
    union = {(a, b): 2015 for a in states for b in states if a < b and {a, b} <= {"ARM", "BLR", "KAZ", "RUS"}}
    area = {(a, b): 2012 for a in states for b in states if a < b and {a, b} <= {"BLR", "KAZ", "MDA", "RUS"}}
    older = {("ARM", "RUS"): 1993}
    agreements = (
        Agreement("EAEU", "Eurasian Economic Union", "customs_union", union),
        Agreement("CISFTA", "CIS Free Trade Area", "fta", area),
        Agreement("desta:57", "Armenia Russia", "fta", older),
    )
    return System(states, 2016, "penppml", flows, flows.sum(axis=1) / 2, 2.0, agreements)


@pytest.fixture
def system() -> System:
    return small()
