"""Compiling once: numba's njit with its compiled code kept on disk wherever a folder can be written.

Numba keeps compiled code beside the source, else (a read-only installation) in the user's cache folder, else where
`NUMBA_CACHE_DIR` says. Where none of these can be written, code is compiled anew in every process.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import numba

Function = TypeVar("Function", bound=Callable[..., Any])


def jit(function: Function) -> Function:
    """The function compiled without the GIL, sums reordered for vector instructions; infinities still behave."""
    reordered = {"reassoc", "nsz", "contract", "arcp"}
    options: dict[str, Any] = {"nogil": True, "fastmath": reordered, "error_model": "numpy"}
    try:
        compiled = numba.njit(cache=True, **options)(function)
    except RuntimeError:
        compiled = numba.njit(**options)(function)
    result: Function = compiled
    return result
