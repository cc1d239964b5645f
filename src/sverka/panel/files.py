"""A panel as a file: Parquet, CSV or Stata, by the name's ending."""

from pathlib import Path

import polars as pl

from sverka.errors import InputError
from sverka.panel.frame import Panel

ENDINGS = (".parquet", ".csv", ".dta")


def ending(path: Path) -> str:
    """The ending of a name a panel can be written to; InputError for another, and for Stata where its writer is
    missing."""
    if path.suffix not in ENDINGS:
        kinds = ", ".join(ENDINGS)
        raise InputError("a panel is written as one of three kinds", where=path.name, todo=f"end it {kinds}")
    if path.suffix == ".dta":
        try:
            import pyreadstat  # noqa: F401
        except ImportError as error:
            raise InputError(
                "writing Stata files needs pyreadstat", where=path.name, todo='type: pip install "sverka[stata]"'
            ) from error
    return path.suffix


def write(panel: Panel, path: Path) -> None:
    """Write the table: all of it or nothing, an existing file is replaced. Null is an empty cell in CSV and `.` in
    Stata, where true and false are 1 and 0. Raises InputError as `ending` does, and where the folder is not there.
    """
    kind = ending(path)
    if not path.parent.is_dir():
        raise InputError("there is no such folder", where=str(path.parent), todo="make it, or write elsewhere")
    part = path.with_name(f"{path.name}.part")
    if kind == ".parquet":
        panel.table.write_parquet(part)
    elif kind == ".csv":
        panel.table.write_csv(part)
    else:
        import pyreadstat

        pyreadstat.write_dta(panel.table.with_columns(pl.selectors.boolean().cast(pl.Int8)), str(part))
    part.replace(path)
