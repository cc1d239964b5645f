"""Where long work runs: the cores of this machine, or a dask.distributed cluster somebody else has started.

Both are executors of the standard library's kind (`concurrent.futures`), so that what is computed does not know which.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar

from sverka.errors import InputError

Given = ParamSpec("Given")
Result = TypeVar("Result")
#: Seconds to wait for a cluster to answer, and for its first worker.
PATIENCE = 20
#: How often a cluster gives a piece of work to another worker after one has died with it.
RETRIES = 3


class Workers(Executor):
    """An executor that can be opened again after one of its processes has died.

    Attributes
    ----------
    count : how many pieces of work run at once.
    """

    def __init__(self, count: int, opened: Callable[[], Executor]) -> None:
        self.count = count
        self._opened = opened
        self._executor = opened()

    def submit(self, work: Callable[Given, Result], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Result]:
        """Begin a piece of work; its future fails with BrokenExecutor or KilledWorker where its process dies."""
        return self._executor.submit(work, *args, **kwargs)

    def reopen(self) -> None:
        """Begin with fresh processes."""
        self.shutdown()
        self._executor = self._opened()

    def shutdown(self, wait: bool = False, *, cancel_futures: bool = True) -> None:
        """Stop; what has not begun is dropped."""
        self._executor.shutdown(wait=wait, cancel_futures=cancel_futures)


@contextmanager
def workers(count: int | None = None, scheduler: str | None = None) -> Iterator[Workers]:
    """Workers on this machine (`count` processes, all its cores unless told), or on the cluster at `scheduler`.

    Raises InputError for a count below one, or for a cluster that does not answer or has no workers.
    """
    if count is not None and count < 1:
        raise InputError("no workers", where=f"--workers {count}", todo="give 1 or more")
    opened = _cluster(scheduler) if scheduler else _local(count or len(os.sched_getaffinity(0)))
    with opened as found:
        yield found


@contextmanager
def _local(count: int) -> Iterator[Workers]:
    # a fresh interpreter, not a fork: the tables' threads do not survive one
    context = get_context("spawn")
    pool = Workers(count, lambda: ProcessPoolExecutor(count, context, initializer=_mind, initargs=(os.getpid(),)))
    try:
        yield pool
    finally:
        pool.shutdown()


def _mind(parent: int) -> None:
    """End this worker when the process that started it is gone, even if that was killed."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def _cluster(address: str) -> Iterator[Workers]:
    try:
        from distributed import Client
    except ImportError:
        raise InputError(
            "dask is not installed", where=f"--scheduler {address}", todo="type: pip install 'sverka[scale]'"
        ) from None
    connect: Callable[..., Any] = Client
    try:
        client = connect(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        told = f"{address}: {' '.join(str(error).split())[:120]}"
        raise InputError("no cluster answers", where=told, todo="start one with `dask scheduler`") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise InputError(
                "the cluster has no workers", where=address, todo=f"start one with `dask worker {address}`"
            ) from None
        count = sum(client.nthreads().values())
        yield _Cluster(count, lambda: client.get_executor(pure=False, retries=RETRIES))


class _Cluster(Workers):
    """A cluster outlives us: its work is cancelled, its workers are not ours to stop."""

    def shutdown(self, wait: bool = False, *, cancel_futures: bool = True) -> None:
        self._executor.shutdown(wait=wait)


def has_died(error: BaseException) -> bool:
    """Whether a piece of work failed because the process that did it died."""
    names: tuple[Any, ...] = tuple(kind.__name__ for kind in type(error).__mro__)
    return "BrokenExecutor" in names or "KilledWorker" in names
