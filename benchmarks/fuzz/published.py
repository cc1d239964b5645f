"""Targets of the source parsers: published files with changed bytes, read past the check of their hash.

Nothing unverified ever reaches a parser in use (`sverka.sources.mirror`); this asks what they would do if it did: a
SourceError of one line, in bounded time; workbooks, which can end the process that opens them, go through one apart.
Files come from the mirror; compressed R data are changed unpacked.
"""

import bz2
import gzip
import lzma
import os
import random
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from benchmarks.fuzz import mutations
from benchmarks.fuzz.target import Target, holds
from benchmarks.fuzz.uploads import changed_zip

#: Bytes of a published file, unpacked; larger ones would be read some times a minute only.
_LARGEST = 1_500_000
#: Tables of R data that are read in a second; the others go through the same reader (`cow.frame`).
_QUICK = ("archigos", "capitals", "contiguity", "cow_states", "gw_states", "penppml_countries", "un_issues")
_SMALL = 60_000
_BESIDE = Path(__file__).parents[3] / "shared" / "mirror"
_PACKED = ((b"\x1f\x8b", gzip.decompress), (b"BZh", bz2.decompress), (b"\xfd7zXZ", lzma.decompress))


@dataclass(frozen=True, slots=True)
class _Case:
    """A table and the one of its files that is changed."""

    module: str
    make: str
    table: str
    path: str
    content: bytes


def _opened(raw: bytes) -> bytes:
    for magic, unpack in _PACKED:
        if raw.startswith(magic):
            return unpack(raw)
    return raw


@cache
def _cases(kind: str) -> list[_Case]:
    os.environ.setdefault("SVERKA_MIRROR", str(_BESIDE))
    from sverka.sources import catalogue, mirror
    from sverka.sources.tables import TABLES

    made = [(t.module, t.make, t.name, s) for t in TABLES.values() if t.name != "national_trade" for s in t.sources]
    offices = dict.fromkeys(("kazakhstan", "kyrgyzstan", "uzbekistan"), "annual")
    offices |= dict.fromkeys(("armenia", "georgia"), "monthly_and_annual")
    made += [(name, make, "national_trade", name) for name, make in offices.items()]
    made += [("russia", make, "national_trade", f"russia-{make}") for make in ("annual", "monthly")]
    found = []
    for module, make, table, source in made:
        if kind == "rda" and table not in _QUICK:
            continue
        for path in catalogue.source(source).files:
            entry = mirror.published(path)
            unread = path.endswith(("current.csv", "positions.csv"))
            if unread or Path(path).suffix.lower() not in _KINDS[kind] or (kind == "rda" and entry.bytes > _SMALL):
                continue
            root = Path(os.environ["SVERKA_MIRROR"])
            content = _opened((root / entry.repository / entry.commit / entry.path).read_bytes())
            if len(content) <= _LARGEST:
                found.append(_Case(module, make, table, path, content))
    return found


_KINDS = {"csv": (".csv", ".txt"), "rda": (".rda", ".rdata"), "workbooks": (".xls", ".xlsx")}


def _parser(kind: str) -> Target:
    def seeds() -> list[bytes]:
        return [number.to_bytes(2, "big") + case.content for number, case in enumerate(_cases(kind))]

    def attempt(data: bytes) -> bool:
        from sverka.errors import SourceError
        from sverka.sources import mirror
        from sverka.sources.parsing import as_described
        from sverka.sources.tables import Tidy

        cases = _cases(kind)
        case = cases[int.from_bytes(data[:2], "big") % len(cases)]
        open_path, registry = mirror.open_path, mirror.registry
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder, f"file{Path(case.path).suffix}")
            place.write_bytes(data[2:])
            mine = [e for e in registry() if case.path in (e.path, f"{e.repository}/{e.path}")]
            mirror.open_path = lambda path: place if path == case.path else open_path(path)
            mirror.registry = lambda: tuple(mine) if case.module == "officeholders" else registry()
            try:
                if case.table == "national_trade":
                    with as_described(case.table):
                        table = getattr(import_module(f"sverka.sources.{case.module}"), case.make)()
                else:
                    table = Tidy(case.table, case.module, case.make, ()).made()
            except SourceError as error:
                holds("\n" not in str(error), "a message of several lines")
                return True
            finally:
                mirror.open_path, mirror.registry = open_path, registry
        holds(table.height > 0, "a table without rows")
        return False

    def change(rng: random.Random, given: bytes, others: list[bytes], most: int) -> bytes:
        if given[2:6] == b"PK\x03\x04":
            return given[:2] + changed_zip(rng, given[2:], others, most)
        return given[:2] + mutations.data(rng, given[2:], others, most)

    def prepare() -> None:
        _cases(kind)
        with suppress(Exception):
            attempt(seeds()[0])

    return Target(
        f"source-{kind}", attempt, seeds, prepare, change, slowest=15.0, grain=0.02, most=_LARGEST, guided=False
    )


PUBLISHED = tuple(_parser(kind) for kind in _KINDS)
