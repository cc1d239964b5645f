"""The models side by side: results as one after another; no threads where another process shares the cores."""

import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from sverka.reading import onethread
from sverka.reading.onethread import side_by_side


def _where() -> str:
    return threading.current_thread().name


def _places() -> tuple[str, str, str]:
    return side_by_side(_where, _where, _where)


def test_three_results_come_back_in_order() -> None:
    assert side_by_side(lambda: 1, lambda: "two", lambda: [3]) == (1, "two", [3])


def test_a_failure_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda: 1, lambda: 1 // 0, lambda: 3)


def test_with_one_core_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onethread, "_pool", lambda process: None)
    assert len(set(_places())) == 1


def test_a_worker_process_does_all_in_its_own_thread() -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as workers:
        assert len(set(workers.submit(_places).result())) == 1
