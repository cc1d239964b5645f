"""The cache folder: every file in it is whole, named by its hash, and written by one process at a time.

A file is written beside its place under the name `….part`, flushed to disk and renamed, so a killed process leaves at
most a part, which the next one continues or overwrites. The folder is `SVERKA_CACHE`, else the platform's own.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def folder(kind: str) -> Path:
    """The folder of one kind of file: `files` (as published), `tables` (tidy Parquet) or `locks`. Made if need be."""
    root = os.environ.get("SVERKA_CACHE")
    if not root:
        import pooch  # late: a question answered from the snapshot needs no cache

        root = str(pooch.os_cache("sverka"))
    path = Path(root) / kind
    path.mkdir(parents=True, exist_ok=True)
    return path


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def part(place: Path) -> Path:
    """Where the bytes of a file stand until they are whole."""
    return place.with_name(f"{place.name}.part")


def settle(place: Path) -> None:
    """Give a finished part its name: flushed to disk first, so that after a crash the name stands for all the bytes."""
    unfinished = part(place)
    with unfinished.open("rb+") as stream:
        os.fsync(stream.fileno())
    unfinished.replace(place)
    if sys.platform != "win32":
        directory = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)


@contextmanager
def lock(name: str) -> Iterator[None]:
    """Hold one name against other processes and threads; waits its turn. The system frees it if the holder dies."""
    with (folder("locks") / f"{name}.lock").open("ab") as stream:
        if sys.platform == "win32":
            import msvcrt

            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX)
        yield
