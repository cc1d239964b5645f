"""What is in the cache and what is not; getting the rest, file by file and table by table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sverka.errors import SourceError
from sverka.sources import cache, catalogue, fetching, mirror, store
from sverka.sources.mirror import Published
from sverka.sources.tables import TABLES, Tidy, of_source


@dataclass(frozen=True, slots=True)
class Wanted:
    """Published files, and the tidy tables made from them."""

    files: tuple[Published, ...]
    tables: tuple[Tidy, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the cache has of one source, by name and size only: `files` of `all_files`, `tables` of `all_tables`."""

    source: str
    files: int
    all_files: int
    tables: int
    all_tables: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a pull had to do: files fetched, their size, tables made."""

    files: int
    bytes: int
    tables: int


@dataclass(frozen=True, slots=True)
class Damage:
    """A file in the cache that is not what its name says."""

    path: Path
    expected: str
    found: str


def wanted(names: Sequence[str]) -> Wanted:
    """The files and tables that names of sources or of tables stand for; all of them for no names.

    A source stands for its files and every table made from them, with the other sources those tables need; a table for
    itself and its files. Raises SourceError for a name that is neither.
    """
    tables: dict[str, Tidy] = {}
    sources: dict[str, None] = {}
    for name in names or list(catalogue.sources()):
        if name in catalogue.sources():
            found = of_source(name)
            sources[name] = None
        elif name in TABLES:
            found = (TABLES[name],)
        else:
            known = ", ".join((*catalogue.sources(), *(table for table in TABLES if table not in catalogue.sources())))
            raise SourceError(f"no source and no table is called {name}", todo=f"choose from {known}")
        for table in found:
            tables[table.name] = table
            sources |= dict.fromkeys(table.sources)
    return Wanted(tuple(file for name in sources for file in files_of(name)), tuple(tables.values()))


def files_of(source: str) -> tuple[Published, ...]:
    """The published files of a source."""
    return tuple(mirror.published(path) for path in catalogue.source(source).files)


def missing(wish: Wanted) -> Wanted:
    """What of it is not in the cache, or is damaged there; every file is read and hashed."""
    return Wanted(
        tuple(entry for entry in wish.files if not fetching.whole(entry)),
        tuple(table for table in wish.tables if not store.whole(table)),
    )


def pull(lack: Wanted, bar: fetching.Bar | None = None, making: Callable[[str], object] = str) -> Pulled:
    """Fetch the files and make the tables; `bar` is told of bytes, `making` of the name of each table begun.

    Everything already fetched stays if a later file fails. Raises SourceError where a file cannot be had.
    """
    for entry in lack.files:
        fetching.into_cache(entry, bar)
    for table in lack.tables:
        making(table.name)
        store.make(table)
    return Pulled(len(lack.files), sum(entry.bytes for entry in lack.files), len(lack.tables))


def status() -> list[Kept]:
    """Every source, by what the cache has of it; nothing is read, so damage is not seen."""
    found = []
    for name in catalogue.sources():
        files = files_of(name)
        places = [place for entry in files if (place := fetching.place(entry)).is_file()]
        made = [table for tidy in of_source(name) if (table := store.kept(tidy))]
        size = sum(place.stat().st_size for place in (*places, *made))
        found.append(Kept(name, len(places), len(files), len(made), len(of_source(name)), size))
    return found


def damaged(wish: Wanted) -> list[Damage]:
    """Files and tables in the cache whose bytes are not the ones their hash promises."""
    places = [(fetching.place(entry), entry.sha256) for entry in wish.files]
    tables = [table for tidy in wish.tables if (table := store.kept(tidy))]
    places += [(table, table.stem[-16:]) for table in tables]
    return [
        Damage(place, sha256, found)
        for place, sha256 in places
        if place.is_file() and not (found := cache.sha256(place)).startswith(sha256)
    ]


def paths(names: Iterable[str]) -> list[Path]:
    """Where verified copies stand: a source's files, or a table's Parquet file.

    Raises SourceError for a table that was not pulled.
    """
    found = []
    for name in names:
        if name in catalogue.sources():
            found += [mirror.locate(entry.repository, entry.commit, entry.path) for entry in files_of(name)]
        else:
            found += [store.path(table.name) for table in wanted([name]).tables]
    return found
