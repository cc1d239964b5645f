"""What a tidy table promises: its columns, types and units, its key, its years; and the check that it keeps them."""

from dataclasses import dataclass

import polars as pl

from sverka.errors import SourceError


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `unit` is empty where there is none to give; `null` says what a null means, empty where none may be.

    `allowed` are the only values the column may hold, where they are few.
    """

    name: str
    dtype: pl.DataType | type[pl.DataType]
    meaning: str
    unit: str = ""
    null: str = ""
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """The promise of one tidy table.

    Attributes
    ----------
    name : what `store.table` is asked for.
    about : one line: what a row is, and what the absence of a row means.
    columns : in their order.
    key : columns that together name a row.
    years : first and last year covered, by the column `year` or by `start` and `end`; None where rows have no time.
    strays : how many code-years stand for no state by the record; their ids are null, never guessed.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    years: tuple[int, int] | None = None
    strays: int = 0

    @property
    def schema(self) -> pl.Schema:
        """Names and types as polars has them."""
        return pl.Schema({column.name: column.dtype for column in self.columns})


def ccode(name: str = "ccode", who: str = "the state") -> Column:
    """A column of Correlates of War codes."""
    return Column(name, pl.Int16, f"Correlates of War code of {who}, as published")


def state(name: str = "id", who: str = "the state", null: str = "the code was no state's in that year") -> Column:
    """A column of state ids."""
    return Column(name, pl.String, f"id of {who} by the record, at the date", null=null)


def year() -> Column:
    """The column of calendar years."""
    return Column("year", pl.Int16, "calendar year")


PAIR = (ccode("ccode1", "the first state"), ccode("ccode2", "the second"))
PAIR_IDS = (state("id1", "the first state"), state("id2", "the second"))


def checked(table: pl.DataFrame, shape: Shape) -> pl.DataFrame:
    """The table in the order of its key, if it is what its shape promises.

    Raises SourceError that names the table, the column and the first offending row.
    """

    def refuse(what: str, rows: pl.DataFrame | None = None) -> SourceError:
        first = f"; first: {rows.row(0, named=True)}" if rows is not None and rows.height else ""
        return SourceError(
            f"{what}{first}", where=f"table {shape.name}", todo="the file or the module that reads it has changed"
        )

    if table.schema != shape.schema:
        raise refuse(f"columns are {dict(table.schema)}, not {dict(shape.schema)}")
    if not table.height:
        raise refuse("it has no rows")
    for column in shape.columns:
        if not column.null and table[column.name].null_count():
            raise refuse(f"{column.name} may not be null", table.filter(pl.col(column.name).is_null()))
        if column.allowed:
            odd = table.filter(pl.col(column.name).is_not_null() & ~pl.col(column.name).is_in(column.allowed))
            if odd.height:
                raise refuse(f"{column.name} has a value outside {', '.join(column.allowed)}", odd)
    twice = table.filter(pl.struct(shape.key).is_duplicated())
    if twice.height:
        raise refuse(f"{' + '.join(shape.key)} names {twice.height} rows more than once", twice)
    if shape.years and (found := _years(table)) != shape.years:
        raise refuse(f"years run {found}, not {shape.years}")
    if (strays := _strays(table)) != shape.strays:
        raise refuse(f"{strays} code-years stand for no state, not {shape.strays}")
    return table.sort(shape.key)


def _years(table: pl.DataFrame) -> tuple[int, int]:
    first, last = ("year", "year") if "year" in table.columns else ("start", "end")
    spans = table.select(
        (pl.col(first).dt.year() if table.schema[first] == pl.Date else pl.col(first)).min().alias("first"),
        (pl.col(last).dt.year() if table.schema[last] == pl.Date else pl.col(last)).max().alias("last"),
    )
    return spans.row(0)


def _strays(table: pl.DataFrame) -> int:
    when = "year" if "year" in table.columns else "start"
    pairs = [
        table.filter(pl.col(f"id{end}").is_null()).select(code=pl.col(f"{system}{end}"), when=pl.col(when))
        for system in ("ccode", "gwcode")
        for end in ("", "1", "2")
        if f"{system}{end}" in table.columns and f"id{end}" in table.columns
    ]
    return pl.concat(pairs).unique().height if pairs else 0
