"""`sverka panel`: dyad-years or state-years with columns from open data, as a file."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sverka.panel import Note

GROUPS = "trade, alliances, igo, votes, distance, gdp, agreements, contiguity, capabilities, leaders"


def panel(
    unit: Annotated[str, typer.Argument(metavar="dyads|states", help="What a row is.", show_default=False)],
    years: Annotated[str, typer.Argument(metavar="1990/2020", help="Years, or one year.", show_default=False)],
    with_: Annotated[
        str, typer.Option("--with", metavar="trade,votes", help=f"Groups of columns: {GROUPS}; or all.")
    ] = "",
    system: Annotated[
        str, typer.Option("--system", metavar="COW|GW|ISO", help="Whose list of states: see below.")
    ] = "COW",
    directed: Annotated[bool, typer.Option("--directed", help="A row each way for every pair.")] = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="FILE.parquet, FILE.csv or FILE.dta.")
    ] = None,
    notes: Annotated[
        str | None, typer.Option("--notes", metavar="FILE.csv", help="Write every decision made on the way.")
    ] = None,
) -> None:
    """Build a panel of pairs of states, or of states, by year.

    In every column an empty cell means that the source does not cover it, 0 or false that it records an absence.
    COW is the Correlates of War state system, GW Gleditsch and Ward's, ISO the legal states (from 1945 on complete).
    Without -o a summary is printed. The data must be there: sverka sources pull --all
    """
    from pathlib import Path

    from sverka.cli.streams import complain, put
    from sverka.errors import InputError
    from sverka.panel import GROUPS as ALL
    from sverka.panel import dyads, states, write
    from sverka.panel.files import ending
    from sverka.panel.lives import system_named

    wanted = _years(years)
    if unit not in ("dyads", "states"):
        raise InputError("a row is a pair of states or a state", where=unit, todo="type dyads or states")
    kind = system_named(system.upper())
    place = None if output is None else Path(output)
    if place is not None:
        ending(place)
    names = list(ALL) if with_ == "all" else [name.strip() for name in with_.split(",") if name.strip()]
    if with_ == "all" and unit == "states":
        names.remove("distance")
    rows = dyads(wanted, directed, kind) if unit == "dyads" else states(wanted, kind)
    made = rows.add(*names)
    if place is not None:
        write(made, place)
    if notes is not None:
        put(_csv(made.notes), Path(notes))
    told = f"{made.table.height:,} rows, {made.table.width} columns" + (f" in {place.name}" if place else "")
    if place is None:
        typer.echo(told)
        for name, empty in zip(made.table.columns, made.table.null_count().row(0), strict=True):
            typer.echo(f"  {name:28}{made.table[name].dtype!s:10}{empty:>12,} not covered")
    else:
        complain(told)
    for line in _summary(made.notes, listed=notes):
        complain(line)


def _years(text: str) -> range:
    """`1990/2020`, `1990-2020` or `2014`.

    >>> _years("2014"), _years("1990-2020")
    (range(2014, 2015), range(1990, 2021))
    """
    import re

    from sverka.errors import InputError

    found = re.fullmatch(r"(\d{4})(?:\s*[-–/]\s*(\d{4}))?", text.strip())
    if not found:
        raise InputError("these are no years", where=text, todo="type a year, or two as 1990/2020")
    first, last = int(found[1]), int(found[2] or found[1])
    if not 1816 <= first <= last <= 2100:
        raise InputError("years run from 1816, the earlier one first", where=text, todo="type two years as 1990/2020")
    return range(first, last + 1)


def _csv(notes: "Iterable[Note]") -> str:
    import csv
    import io

    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerows([("group", "kind", "text"), *((note.group, note.kind, note.text) for note in notes)])
    return text.getvalue()


def _summary(notes: "tuple[Note, ...]", listed: str | None) -> list[str]:
    """Every note but the unmatched states, which are counted, since one line each they would fill the screen."""
    lines = [f"note: {note.text}" for note in notes if note.kind != "unmatched"]
    lost = [note for note in notes if note.kind == "unmatched"]
    for group in dict.fromkeys(note.group for note in lost):
        number = sum(note.group == group for note in lost)
        where = f" (see {listed})" if listed else "; --notes FILE.csv lists them"
        lines.append(f"note: {number} states of the panel have no {group} in some years: those cells are null{where}")
    return lines
