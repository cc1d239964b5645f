"""Reading leaves the collector as it found it."""

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from sverka.reading.reader import read
from sverka.reading.uncollected import uncollected


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    yield
    gc.enable()


def test_the_collector_is_off_within_and_on_again_after() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_whoever_had_it_off_finds_it_off() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()


def test_an_error_puts_it_back() -> None:
    with pytest.raises(ValueError, match="no"), uncollected():
        raise ValueError("no")
    assert gc.isenabled()


def test_threads_that_read_at_once_leave_it_on() -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(read, ["Молдавия вышла из СНГ. Торговля выросла на 5 %."] * 12))
    assert gc.isenabled()
