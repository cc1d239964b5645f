"""Where articles come from: a folder of texts, JSON lines, a JSON list, or a column of a Parquet table.

An article that cannot be read (broken JSON, no text, a bad date, not a text at all) is an article with an `error`: one
bad article never stops the rest, and none is lost.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sverka.corpus.tables import Reader
from sverka.errors import InputError, SverkaError
from sverka.reading.texts import TEXT_LIMIT, day, decoded, headed, language

_LINES = (".jsonl", ".ndjson")
_TABLES = (".parquet", ".pq")
_TEXTS = (".txt", ".md")
#: A Parquet file, those of its columns that are wanted, its number of rows.
_Table = tuple[Path, list[str], int]
#: Rows of a Parquet table that are read at a time.
_ROWS = 200
#: Rows of texts that a byte of a file may hold, packed as well as can be; a table that claims more is damaged.
_DENSEST = 64


@dataclass(frozen=True, slots=True)
class Article:
    """A text to check. `error` says in one line why there is none, and is empty otherwise."""

    id: str
    text: str
    published: date | None = None
    language: str | None = None
    error: str = ""

    @property
    def sha256(self) -> str:
        """Hash of everything that an answer depends on."""
        given = json.dumps([self.id, self.text, str(self.published), self.language, self.error])
        return hashlib.sha256(given.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the fields (or columns) of JSON and Parquet articles."""

    text: str = "text"
    id: str = "id"
    published: str = "published"
    language: str = "language"

    @property
    def all(self) -> tuple[str, ...]:
        """The four of them."""
        return (self.text, self.id, self.published, self.language)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles in a fixed order: how many, and a way to go through them, as often as wanted."""

    count: int
    articles: Callable[[], Iterator[Article]]


def corpus(path: Path, columns: Columns | None = None) -> Corpus:
    """The articles at a path; InputError where nothing there can be any.

    A folder's texts (`.txt`, `.md`) are taken in order of their paths, which are their ids; `.jsonl` and `.json` hold
    objects with `text` and, if they like, `id`, `published`, `language`; a Parquet file (or a folder of them) holds
    columns of these names. `columns` gives other names. Ids are numbers where none are given.
    """
    columns = columns or Columns()
    try:
        return _corpus(path, columns)
    except OSError as error:
        where = f"{path}: {error.strerror or error}"
        raise InputError("cannot read the corpus", where=where, todo="check its name and permissions") from None


def _corpus(path: Path, columns: Columns) -> Corpus:
    if path.is_dir():
        texts = sorted(p for p in path.rglob("*") if p.suffix.lower() in _TEXTS and p.is_file())
        if texts:
            return Corpus(len(texts), lambda: (_file(p, p.relative_to(path).as_posix()) for p in texts))
        tables = sorted(p for p in path.glob("*") if p.suffix.lower() in _TABLES)
        if tables:
            return _table(tables, columns)
        raise InputError("no articles in this folder", where=str(path), todo="put .txt or .parquet files there")
    suffix = path.suffix.lower()
    if suffix in _TABLES:
        return _table([path], columns)
    if suffix in _LINES:
        with path.open("rb") as stream:
            count = sum(1 for line in stream if line.strip())
        return Corpus(count, lambda: _lines(path, columns))
    if suffix == ".json":
        items = _list(path)
        return Corpus(len(items), lambda: (_object(item, f"{n}", columns) for n, item in enumerate(items, 1)))
    todo = "give a folder of .txt files, a .jsonl, .json or .parquet file"
    raise InputError("no such kind of corpus" if path.exists() else "no such corpus", where=str(path), todo=todo)


def _file(path: Path, id_: str) -> Article:
    try:
        with path.open("rb") as stream:
            raw = stream.read(TEXT_LIMIT + 1)
        if len(raw) > TEXT_LIMIT:
            return Article(id_, "", error=f"the text is over {TEXT_LIMIT // 1_000_000} MB; cut it into articles")
        source = headed(decoded(raw, id_)[0], id_)
    except SverkaError as error:
        return Article(id_, "", error=str(error))
    except OSError as error:
        return Article(id_, "", error=f"cannot read the file ({error.strerror})")
    return Article(id_, source.text, source.published, source.language)


def _lines(path: Path, columns: Columns) -> Iterator[Article]:
    with path.open("rb") as stream:
        number = 0
        for line in stream:
            if line.strip():
                number += 1
                yield _line(line, f"{number}", columns)


def _line(line: bytes, id_: str, columns: Columns) -> Article:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError):
        return Article(id_, "", error=f"broken JSON (article {id_})")
    return _object(item, id_, columns)


def _list(path: Path) -> list[Any]:
    try:
        items = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise InputError("broken JSON", where=str(path), todo='give a file with [{"id": …, "text": …}]') from None
    if not isinstance(items, list):
        raise InputError("not a JSON list", where=str(path), todo='give a file with [{"id": …, "text": …}]')
    return items


def _table(paths: list[Path], columns: Columns) -> Corpus:
    reader = Reader()
    tables = [_described(reader, path, columns) for path in paths]
    return Corpus(sum(count for _, _, count in tables), lambda: _table_articles(reader, tables, columns))


def _described(reader: Reader, path: Path, columns: Columns) -> _Table:
    todo = "give a table with a column of texts"
    with path.open("rb") as stream:  # what cannot be opened at all is told as of any other file
        head, size = stream.read(4), stream.seek(0, 2)
        stream.seek(max(0, size - 8))
        end = stream.read(8)
    if not head == end[4:] == b"PAR1" or int.from_bytes(end[:4], "little") > size - 12:
        raise InputError("not a Parquet table", where=str(path), todo=todo)
    found = reader.described(path)
    if isinstance(found, str):
        raise InputError("a damaged Parquet table", where=f"{path}: {found}", todo=todo)
    names, count = found
    if columns.text not in names:
        todo = f"name the column of texts with --text; there are: {', '.join(names[:20])}"
        raise InputError(f"no column {columns.text}", where=str(path), todo=todo)
    if count > _DENSEST * size:
        raise InputError("a damaged Parquet table", where=f"{path}: {count} rows in {size} bytes", todo="write it anew")
    return path, [name for name in dict.fromkeys(columns.all) if name in names], count


def _table_articles(reader: Reader, tables: list[_Table], columns: Columns) -> Iterator[Article]:
    number = 0
    for path, names, count in tables:
        for start in range(0, count, _ROWS):
            rows = min(_ROWS, count - start)
            found = reader.rows(path, names, start, rows)
            if isinstance(found, str):
                error = f"the table is damaged here ({path.name}: {found})"
                yield from (Article(f"{number + n}", "", error=error) for n in range(1, rows + 1))
            else:
                yield from (
                    _object(dict(zip(names, row, strict=True)), f"{number + n}", columns)
                    for n, row in enumerate(found, 1)
                )
            number += rows


def _object(item: Any, number: str, columns: Columns) -> Article:
    """An article from an object or a row; `number` is its id where it has none."""
    if not isinstance(item, Mapping):
        return Article(number, "", error=f"not an object with a text (article {number})")
    id_ = str(item.get(columns.id) if item.get(columns.id) is not None else number)
    text = item.get(columns.text)
    if not isinstance(text, str) or not text.strip():
        return Article(id_, "", error=f"no text (article {' '.join(id_.split())[:60]})")
    if len(text) > TEXT_LIMIT:
        return Article(id_, "", error=f"the text is over {TEXT_LIMIT // 1_000_000} MB; cut it into articles")
    try:
        spoken = language(str(item.get(columns.language) or "") or None, columns.language)
        return Article(id_, text, _date(item.get(columns.published), columns.published), spoken)
    except InputError as error:
        return Article(id_, "", error=str(error))


def _date(given: Any, where: str) -> date | None:
    if given is None or given == "":
        return None
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    written = str(given).strip()
    return day(written[:10] if written[10:11] in ("T", " ") and written[:4].isdigit() else written, where)
