"""The catalogue: for each source who published it, how to cite it, what it leaves out and where it misleads."""

import hashlib
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Any

from sverka.errors import SourceError
from sverka.sources import mirror


@dataclass(frozen=True, slots=True)
class Note:
    """A known defect or oddity, and how it is known. `pairs` are (reporter, partner); none means the whole source."""

    kind: str
    pairs: tuple[tuple[str, str], ...]
    first_year: int
    last_year: int
    text: str
    text_ru: str
    known: str


@dataclass(frozen=True, slots=True)
class Source:
    """One published data set. `data_to` is its last period, `published` its printed date or empty;
    `partners` says whose trade it lists: `all`, the `main` ones (the largest are among them), `some`, or `none`.
    `edition` is the producer's version, `home` the producer's address, `states` whom it covers in words, `references`
    keys of references.bib.
    """

    id: str
    producer: str
    producer_ru: str
    title: str
    title_ru: str
    edition: str
    home: str
    states: str
    states_ru: str
    files: tuple[str, ...]
    first_year: int
    last_year: int
    reporters: tuple[str, ...]
    data_to: str
    published: str
    partners: str
    unit: str
    licence: str
    citation: str
    references: tuple[str, ...]
    caveats: str
    caveats_ru: str
    not_covered: str
    not_covered_ru: str
    notes: tuple[Note, ...]

    @property
    def version(self) -> str:
        """The commit that fixes every byte of the files; for files of several commits, the hash of all of them."""
        commits = sorted({mirror.published(path).commit for path in self.files})
        return commits[0] if len(commits) == 1 else hashlib.sha1("".join(commits).encode()).hexdigest()

    @property
    def as_of(self) -> str:
        """The data date: the printed date of publication, else the last period covered."""
        return self.published or self.data_to

    @property
    def addresses(self) -> tuple[str, ...]:
        """Public addresses of the files."""
        return tuple(mirror.published(path).address for path in self.files)

    def notes_on(self, reporter: str, partner: str, year: int) -> tuple[Note, ...]:
        """Notes that touch this pair and year, general ones included; the order inside the pair counts."""
        return tuple(
            note
            for note in self.notes
            if note.first_year <= year <= note.last_year and (not note.pairs or (reporter, partner) in note.pairs)
        )


@cache
def sources() -> dict[str, Source]:
    """Every source by id, in the catalogue's order."""
    entries = tomllib.loads((files("sverka.sources") / "catalogue.toml").read_text(encoding="utf-8"))
    return {name: _source(name, entry) for name, entry in entries.items()}


def source(name: str) -> Source:
    """One source by id. Raises SourceError for an id that the catalogue does not have."""
    if name not in sources():
        raise SourceError(f"no source is called {name}", todo=f"choose one of {', '.join(sources())}")
    return sources()[name]


def _source(name: str, entry: dict[str, Any]) -> Source:
    first, last = entry.pop("years")
    notes = tuple(
        Note(
            kind=note["kind"],
            pairs=tuple((a, b) for a, b in note["pairs"]),
            first_year=note["years"][0],
            last_year=note["years"][1],
            text=note["text"],
            text_ru=note["text_ru"],
            known=note["known"],
        )
        for note in entry.pop("notes", [])
    )
    files_ = tuple(path for pattern in entry.pop("files") for path in _matching(pattern))
    lists: dict[str, Any] = {key: tuple(entry.pop(key, ())) for key in ("reporters", "references")}
    return Source(id=name, first_year=first, last_year=last, notes=notes, files=files_, **lists, **entry)


def _matching(pattern: str) -> list[str]:
    """The path itself, or for a pattern every `OWNER/REPO/PATH` of the registry that matches it."""
    if "*" not in pattern:
        return [pattern]
    return [full for entry in mirror.registry() if fnmatchcase(full := f"{entry.repository}/{entry.path}", pattern)]
