"""A text is read without looking for cycles among the objects it makes: they are many, all in use, and soon gone.

Python's collector would walk over them, and over the record and the dictionaries, again and again: a fifteenth of the
time of reading, by the clock. What is garbage afterwards it finds as ever.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_turn = Lock()
_readers = 0
_before = False


@contextmanager
def uncollected() -> Iterator[None]:
    """Run a block with the collector off; the last of several that run at once puts back what was set before."""
    global _readers, _before
    with _turn:
        if not _readers:
            _before = gc.isenabled()
            gc.disable()
        _readers += 1
    try:
        yield
    finally:
        with _turn:
            _readers -= 1
            if not _readers and _before:
                gc.enable()
