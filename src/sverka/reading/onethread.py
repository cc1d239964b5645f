"""Threads for small models: one for each product of matrices, and the models side by side.

More threads in one product gain nothing alone and lose most when the cores are shared. OpenBLAS, which numpy brings
along, is asked directly; where another library does the algebra, nothing is changed.
"""

import ctypes
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing import parent_process
from pathlib import Path
from typing import TypeVar

import numpy as np

_NAMES = ("scipy_openblas_{}_num_threads64_", "scipy_openblas_{}_num_threads", "openblas_{}_num_threads64_")
_FOLDERS = ("../numpy.libs", ".libs", ".dylibs")


@cache
def _control() -> tuple[Callable[[], int], Callable[[int], None]] | None:
    """How to ask for the number of threads and to set it, where numpy brings OpenBLAS along."""
    here = Path(np.__file__).parent
    for path in (p for folder in _FOLDERS for p in sorted((here / folder).glob("*openblas*"))):
        try:
            library = ctypes.CDLL(str(path))
        except OSError:
            continue
        for name in _NAMES:
            get, put = (getattr(library, name.format(verb), None) for verb in ("get", "set"))
            if get is not None and put is not None:
                get.restype, get.argtypes, put.restype, put.argtypes = ctypes.c_int, [], None, [ctypes.c_int]
                return get, put
    return None


@contextmanager
def one_thread() -> Iterator[None]:
    """Run a block with one thread of OpenBLAS, and put back what was set before."""
    control = _control()
    before = control[0]() if control is not None else 1
    if control is None or before == 1:
        yield
        return
    control[1](1)
    try:
        yield
    finally:
        control[1](before)


A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")


def side_by_side(one: Callable[[], A], two: Callable[[], B], three: Callable[[], C]) -> tuple[A, B, C]:
    """What the three return, worked out at the same time where this process has the cores to itself.

    A process that another has started is one of several: it works them out one after another.
    """
    pool = _pool(os.getpid())
    if pool is None:
        return one(), two(), three()
    second, third = pool.submit(two), pool.submit(three)
    return one(), second.result(), third.result()


@cache
def _pool(process: int) -> ThreadPoolExecutor | None:
    """Threads of this process; a copy of it (a fork) has none of them."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores == 1 or parent_process() is not None:
        return None
    return ThreadPoolExecutor(2, thread_name_prefix="models")
