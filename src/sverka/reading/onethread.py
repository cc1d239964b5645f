"""One thread for the linear algebra of small models: more gain nothing alone and lose most when the cores are shared.

OpenBLAS, which numpy brings along, is asked directly; where another library does the algebra, nothing is changed.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

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
