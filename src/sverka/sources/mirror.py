"""One published file, found and verified: a local mirror first, then a cache filled from the public address.

`registry.csv` lists every file used, with its SHA-256. A mirror is a folder `OWNER/REPO/COMMIT/PATH`, named by the
environment variable `SVERKA_MIRROR`. Nothing unverified is ever returned.
"""

import csv
import hashlib
import os
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from sverka.errors import SourceError


@dataclass(frozen=True, slots=True)
class Published:
    """A file of a public repository at one commit: `path` is the path inside the repository."""

    repository: str
    commit: str
    path: str
    bytes: int
    sha256: str
    licence_note: str

    @property
    def address(self) -> str:
        """The public address that serves exactly these bytes."""
        return f"https://raw.githubusercontent.com/{self.repository}/{self.commit}/{quote(self.path)}"

    @property
    def name(self) -> str:
        """The last part of the path, as an editor knows the file."""
        return self.path.rsplit("/", 1)[-1]


@cache
def registry() -> tuple[Published, ...]:
    """Every file that some source module reads."""
    with (files("sverka.sources") / "registry.csv").open(encoding="utf-8") as lines:
        return tuple(
            Published(
                row["repository"], row["commit"], row["path"], int(row["bytes"]), row["sha256"], row["licence_note"]
            )
            for row in csv.DictReader(lines)
        )


@cache
def published(path: str) -> Published:
    """The registry's entry for a path such as `data/russian_data/94itog.xlsx`.

    Raises SourceError when no entry, or more than one, has that path.
    """
    found = [entry for entry in registry() if entry.path == path]
    if len(found) != 1:
        raise SourceError(
            f"{len(found)} registered files have this path",
            where=path,
            todo="add the file to sources/registry.csv with its repository, commit and SHA-256",
        )
    return found[0]


def locate(repository: str, commit: str, path: str) -> Path:
    """A verified local copy of `path` in `repository` (`OWNER/REPO`) at `commit`; fetched once if need be.

    Raises SourceError when the file is not registered, cannot be fetched, or does not have the registered hash.
    """
    for entry in registry():
        if (entry.repository, entry.commit, entry.path) == (repository, commit, path):
            return _locate(entry)
    raise SourceError(
        "this file is not in the registry",
        where=f"{repository}/{commit}/{path}",
        todo="add it to sources/registry.csv with its SHA-256",
    )


def open_path(path: str) -> Path:
    """A verified local copy of a registered file, by its path inside its repository."""
    return _locate(published(path))


def _locate(entry: Published) -> Path:
    root = os.environ.get("SVERKA_MIRROR")
    if root:
        local = Path(root) / entry.repository / entry.commit / entry.path
        if local.is_file():
            return _verified(local, entry)
    return _fetched(entry)


def _verified(local: Path, entry: Published) -> Path:
    found = hashlib.sha256(local.read_bytes()).hexdigest()
    if found != entry.sha256:
        raise SourceError(
            f"{entry.name} has SHA-256 {found}, the registry says {entry.sha256}",
            where=str(local),
            todo=f"delete this copy and fetch {entry.address} again, or unset SVERKA_MIRROR",
        )
    return local


def _fetched(entry: Published) -> Path:
    import pooch  # late: importing requests costs more than reading the snapshot

    folder = Path(os.environ.get("SVERKA_CACHE") or pooch.os_cache("sverka"))
    local = folder / f"{entry.sha256[:16]}-{entry.name}"
    if local.is_file():
        return _verified(local, entry)
    try:
        pooch.retrieve(entry.address, known_hash=None, fname=local.name, path=folder)
    except Exception as error:
        raise SourceError(
            f"{entry.name} is neither in a mirror nor reachable: {type(error).__name__}",
            where=entry.address,
            todo="connect to the network, or set SVERKA_MIRROR to a folder OWNER/REPO/COMMIT/PATH that holds it",
        ) from error
    try:
        return _verified(local, entry)
    except SourceError:
        local.unlink()
        raise
