"""Parquet tables of strangers, opened by a process apart: polars aborts on some damaged ones."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl

from sverka.apart import Opener, serve
from sverka.errors import InputError


class Reader:
    """What is in Parquet tables; what is wrong, in one line, where that cannot be read."""

    def __init__(self) -> None:
        self._opener = Opener(__name__)

    def described(self, path: Path) -> tuple[list[str], int] | str:
        """The columns' names and the number of rows a file says it has."""
        told = self._told(ask="described", paths=[str(path)])
        return told if isinstance(told, str) else (told[0], told[1])

    def rows(self, path: Path, columns: Sequence[str], start: int, count: int) -> list[list[Any]] | str:
        """Rows of some columns, all `count` of them; dates are written."""
        found: list[list[Any]] | str
        found = self._told(ask="rows", paths=[str(path)], columns=list(columns), start=start, count=count)
        return found

    def filled(self, paths: Sequence[Path], column: str) -> int | str:
        """In how many rows of some files a column is not empty."""
        found: int | str = self._told(ask="filled", paths=[str(path) for path in paths], columns=[column])
        return found

    def _told(self, **question: Any) -> Any:
        try:
            return self._opener.ask(**question)
        except InputError as error:
            return error.what


def answered(ask: str, paths: list[str], columns: Sequence[str] = (), start: int = 0, count: int = 0) -> Any:
    """The answer to a question, in the child."""
    frame = pl.scan_parquet(paths, glob=False)
    match ask:
        case "described":
            rows = int(frame.select(pl.len()).collect().item())
            return frame.collect_schema().names(), rows
        case "filled":
            return int(frame.select(pl.col(*columns).is_not_null().sum()).collect().item())
    found = frame.select(columns).slice(start, count).collect().rows()
    if len(found) != count:
        raise InputError("rows are missing")
    return found


if __name__ == "__main__":
    serve(answered)
