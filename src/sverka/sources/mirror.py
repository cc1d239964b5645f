"""One published file, found and verified: in the cache if it was pulled, else in a local mirror, else at its address.

`registry.csv` lists every file used, with its SHA-256. A mirror is a folder `OWNER/REPO/COMMIT/PATH`, named by the
environment variable `SVERKA_MIRROR`. Nothing unverified is ever returned.
"""

import csv
import os
from dataclasses import dataclass
from functools import cache as once
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from sverka.errors import SourceError
from sverka.sources import cache

SERVER = "https://raw.githubusercontent.com"


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
        return f"{SERVER}/{self.repository}/{self.commit}/{quote(self.path)}"

    @property
    def name(self) -> str:
        """The last part of the path, as an editor knows the file."""
        return self.path.rsplit("/", 1)[-1]


@once
def registry() -> tuple[Published, ...]:
    """Every file that some source module reads."""
    with (files("sverka.sources") / "registry.csv").open(encoding="utf-8") as lines:
        return tuple(
            Published(
                row["repository"], row["commit"], row["path"], int(row["bytes"]), row["sha256"], row["licence_note"]
            )
            for row in csv.DictReader(lines)
        )


@once
def published(path: str) -> Published:
    """The registry's entry for a path such as `data/russian_data/94itog.xlsx`, or `OWNER/REPO/PATH` where several
    repositories have the path.

    Raises SourceError when no entry, or more than one, has that path.
    """
    found = [entry for entry in registry() if path in (entry.path, f"{entry.repository}/{entry.path}")]
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


def in_mirror(entry: Published) -> Path | None:
    """The verified copy in the mirror, or None where no mirror is set or it lacks the file.

    Raises SourceError when the mirror's copy has another hash.
    """
    root = os.environ.get("SVERKA_MIRROR")
    local = Path(root) / entry.repository / entry.commit / entry.path if root else None
    if local is None or not local.is_file():
        return None
    found = cache.sha256(local)
    if found != entry.sha256:
        raise wrong_hash(entry, found, str(local))
    return local


def wrong_hash(entry: Published, found: str, where: str) -> SourceError:
    """The error for bytes that are not the published ones: the file, both hashes, what to do."""
    if where.startswith("http"):
        todo = "the address serves other bytes than were registered: try again, and report it if it stays so"
    else:
        todo = f"delete this copy and fetch {entry.address} again, or unset SVERKA_MIRROR"
    return SourceError(f"{entry.name} has SHA-256 {found}, the registry says {entry.sha256}", where=where, todo=todo)


def _locate(entry: Published) -> Path:
    from sverka.sources import fetching

    kept = fetching.place(entry)
    if not kept.is_file() and (mirrored := in_mirror(entry)):
        return mirrored
    return fetching.into_cache(entry)
