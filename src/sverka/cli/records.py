"""`record`: rows of the record's tables, and of the shipped trade statistics, as of a day, each with its source."""

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sverka.cli.streams import console, put
from sverka.errors import InputError
from sverka.reading.texts import day

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show, as typed; None shows all."""

    on: str | None = None
    state: str | None = None
    organization: str | None = None
    person: str | None = None
    partner: str | None = None
    year: int | None = None


def show(table: str, wanted: Filter, format_: str | None, output: str | None) -> None:
    """`sverka record TABLE`."""
    form = _form(format_, output)
    from sverka.sources import browsing

    on = day(wanted.on, "--on") if wanted.on else None
    asked = browsing.Filter(on, wanted.state, wanted.organization, wanted.person, wanted.partner, wanted.year)
    rows = browsing.rows(table, asked)
    columns = browsing.TRADE if table == "trade" else browsing.TABLES[table][1]
    target = Path(output) if output else None
    if form == "json":
        put(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", target)
    elif form == "csv":
        put(_csv(rows, columns), target)
    else:
        _print(rows, columns)


def _form(format_: str | None, output: str | None) -> str:
    ending = {".csv": "csv", ".json": "json"}.get(Path(output).suffix.lower(), "csv") if output else "table"
    form = format_ or ending
    if form not in ("table", "csv", "json") or (form == "table" and output):
        raise InputError("no such format here", where=f"--format {form[:20]}", todo="choose table, csv, json")
    return form


def _csv(rows: list[Row], columns: tuple[str, ...]) -> str:
    stream = io.StringIO()
    header = list(dict.fromkeys(column for row in rows for column in row)) or list(columns)
    writer = csv.DictWriter(stream, header, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _print(rows: list[Row], columns: tuple[str, ...]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from sverka.reports.safe import one_line

    shown = (
        [*columns, *(c for c in ("source", "verified") if c not in columns)]
        if "value_usd" not in columns
        else list(columns)
    )
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, highlight=False)
    for column in shown:
        options: dict[str, Any] = {"justify": "right"} if column == "value_usd" else {"overflow": "fold"}
        table.add_column(column, **options)
    for row in rows:
        table.add_row(*(Text(one_line(row.get(column, ""))) for column in shown))
    screen = console()
    screen.print(table)
    screen.print(f"{len(rows)} rows")
