"""Two folders of Parquet parts: `results.parquet` with claims, `results.articles.parquet` with the articles.

Each part holds the rows of one run of articles, and appears whole or not at all: first its claims, then its articles,
so that a part of articles says that its claims are there. A part is gone on with when it holds the same articles.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import polars as pl

import sverka
from sverka.corpus.articles import Article
from sverka.corpus.tables import Reader
from sverka.corpus.work import ARTICLES, CLAIMS, Row, Rows
from sverka.errors import InputError
from sverka.sources import cache

_PART = re.compile(r"part-(\d{6,})\.parquet(\.part)?")


class Parts:
    """The parts under one name.

    Parameters
    ----------
    output : the folder of claims, to be made; the articles' stands beside it. InputError where either is a file, or
        holds files that are not parts.
    """

    def __init__(self, output: Path) -> None:
        self.claims = output
        self.articles = output.with_name(f"{output.stem}.articles{output.suffix}")
        self._reader = Reader()
        for folder in (self.claims, self.articles):
            _prepare(folder)

    def has(self, part: int, first: int, articles: Sequence[Article]) -> bool:
        """Whether this part is there, made of the same articles by the same version of Sverka."""
        path = self.articles / _name(part)
        if not path.is_file() or not (self.claims / _name(part)).is_file():
            return False
        described = self._reader.described(path)
        if isinstance(described, str) or described[1] != len(articles):
            return False
        wanted = [[number, a.sha256, sverka.__version__] for number, a in enumerate(articles, first)]
        return self._reader.rows(path, ["number", "sha256", "sverka"], 0, len(wanted)) == wanted

    def put(self, part: int, rows: Rows) -> None:
        """Store a part."""
        _write(rows.claims, CLAIMS, self.claims / _name(part))
        _write(rows.articles, ARTICLES, self.articles / _name(part))

    def trim(self, count: int) -> None:
        """Remove parts beyond the first `count`, left from a longer corpus, and unfinished ones, left from a kill."""
        for folder in (self.articles, self.claims):
            for path in folder.iterdir():
                match = _PART.fullmatch(path.name)
                if match and (int(match[1]) >= count or match[2]):
                    path.unlink()

    def failures(self) -> int:
        """How many articles could not be checked."""
        failed = self._reader.filled(sorted(self.articles.glob("part-*.parquet")), "error")
        if isinstance(failed, str):
            where = f"{self.articles}: {failed}"
            raise InputError("a stored part is damaged", where=where, todo="remove it and type the same command again")
        return failed


def _name(part: int) -> str:
    return f"part-{part:06d}.parquet"


def _prepare(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise InputError("this is a file", where=str(folder), todo="results need a folder: give -o another name")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        foreign = [p.name for p in folder.iterdir() if not _PART.fullmatch(p.name) and not p.name.startswith(".")]
    except OSError as error:
        raise InputError("cannot write", where=f"{folder}: {error.strerror}", todo="name another folder") from None
    if foreign:
        where = f"{folder}: {sorted(foreign)[0]}"
        raise InputError("the folder holds other files", where=where, todo="give -o a name of its own")


def _write(rows: list[Row], schema: pl.Schema, path: Path) -> None:
    """Whole or not at all."""
    try:
        pl.DataFrame(rows, schema=schema, orient="row").write_parquet(cache.part(path), compression="zstd")
        cache.settle(path)
    except OSError as error:
        cache.part(path).unlink(missing_ok=True)
        raise InputError("cannot write", where=f"{path}: {error.strerror}", todo="free some space and go on") from None
