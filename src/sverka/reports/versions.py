"""Which versions of which sources a report rests on: commit and hash of every file, hash of every record table."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sverka.checking.check import Checked
from sverka.checking.finding import Finding
from sverka.record import tables
from sverka.sources import catalogue, mirror

_RECORD = "record:"


@dataclass(frozen=True, slots=True)
class File:
    """One file of a source: path inside its repository, public address, hash; for the record, a table's file."""

    path: str
    address: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Version:
    """A source as it was used. `commit` is empty for the record, whose files' hashes say everything."""

    id: str
    commit: str
    data_date: str
    files: tuple[File, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        files = [{"path": f.path, "address": f.address, "sha256": f.sha256} for f in self.files]
        return {"id": self.id, "commit": self.commit, "data_date": self.data_date, "files": files}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Version":
        """The inverse of `to_json`."""
        files = tuple(File(str(f["path"]), str(f["address"]), str(f["sha256"])) for f in data["files"])
        return cls(str(data["id"]), str(data["commit"]), str(data["data_date"]), files)


def used(checked: Iterable[Checked]) -> tuple[Version, ...]:
    """Versions of every source that answered anything, in order of id."""
    return of(c.finding for c in checked)


def of(findings: Iterable[Finding]) -> tuple[Version, ...]:
    """Versions of every source in these findings, series to draw included, in order of id."""
    ids: set[str] = set()
    for finding in findings:
        ids |= {a.source for d in finding.definitions for a in d.answers} | {s.source for s in finding.series}
    return tuple(current(id_) for id_ in sorted(ids))


@cache
def current(id_: str) -> Version:
    """The version of a source that this installation has."""
    if id_.startswith(_RECORD):
        path = tables.FOLDER / f"{id_.removeprefix(_RECORD)}.csv"
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        return Version(id_, "", "", (File(path.name, "", sha256),))
    source = catalogue.source(id_)
    published = [mirror.published(path) for path in source.files]
    files = tuple(File(p.path, p.address, p.sha256) for p in published)
    return Version(id_, source.version, source.as_of, files)
