"""A small world made by hand, and the worlds of the real files (a mirror named by SVERKA_MIRROR, else beside the
repository), their tables made once and kept in pytest's own cache between runs."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from sverka.scenarios.agreements import Agreement
from sverka.scenarios.worlds import System, world
from sverka.sources import store
from sverka.sources.tables import tidy

BESIDE = Path(__file__).parents[3] / "shared" / "mirror"
TABLES = ("cow_trade", "penppml_trade", "gdp", "desta")


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
