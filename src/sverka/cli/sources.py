"""`sverka sources`: what data there are, how to cite them, and getting them into the cache."""

from typing import TYPE_CHECKING, Annotated

import typer

from sverka.errors import InputError

if TYPE_CHECKING:
    from sverka.sources.pulling import Pulled, Wanted

ABOUT = """Open data: list, pull, check and cite the sources.

Start with:  sverka sources pull --all

Files are kept in SVERKA_CACHE (else the platform's cache folder), each by its hash. They come from the folder
SVERKA_MIRROR where it has them, else from their public addresses."""

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=ABOUT)

Names = Annotated[
    list[str] | None, typer.Argument(metavar="NAME…", help="Sources or tables; all if none.", show_default=False)
]
MEGABYTE = 1e6


@app.command("list")
def list_(
    format_: Annotated[str, typer.Option("--format", metavar="table|json", help="What to print.")] = "table",
) -> None:
    """Print every source: years, what it is, the tables made from it."""
    from sverka.sources import catalogue, tables

    _one_of(format_, "table", "json")
    entries = list(catalogue.sources().values())
    made = {entry.id: [table.name for table in tables.of_source(entry.id)] for entry in entries}
    if format_ == "json":
        import json

        keys = (
            "id",
            "producer",
            "title",
            "edition",
            "first_year",
            "last_year",
            "unit",
            "licence",
            "home",
            "not_covered",
        )
        rows = [{key: getattr(entry, key) for key in keys} | {"tables": made[entry.id]} for entry in entries]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    _table(
        ("source", "years", "data", "tables"),
        [
            (e.id, f"{e.first_year}–{e.last_year}", f"{e.producer}: {e.title}, {e.edition}", ", ".join(made[e.id]))
            for e in entries
        ],
    )


@app.command()
def pull(
    names: Names = None,
    everything: Annotated[bool, typer.Option("--all", help="Every source and table.")] = False,
) -> None:
    """Fetch files, verify them, and make the tables from them; go on where an earlier pull stopped."""
    import time

    from sverka.sources import pulling

    if bool(names) == everything:
        raise InputError("which sources", todo="name some (`sverka sources list`) or give --all")
    began = time.monotonic()
    lack = pulling.missing(pulling.wanted(names or []))
    if not lack.files and not lack.tables:
        typer.echo("nothing to do: everything is in the cache and whole")
        return
    done = _with_bars(lack)
    typer.echo(
        f"fetched {done.files} files ({done.bytes / MEGABYTE:.1f} MB), made {done.tables} tables, "
        f"all verified, in {time.monotonic() - began:.1f} s"
    )


@app.command()
def status() -> None:
    """Print what the cache has of each source."""
    from sverka.sources import pulling

    rows = pulling.status()
    _table(
        ("source", "files", "tables", "MB"),
        [
            (r.source, f"{r.files}/{r.all_files}", f"{r.tables}/{r.all_tables}", f"{r.bytes / MEGABYTE:.1f}")
            for r in rows
        ],
    )


@app.command()
def verify(names: Names = None) -> None:
    """Hash what is in the cache and name every damaged file; exit code 3 if there is one."""
    from sverka.cli.streams import complain
    from sverka.sources import pulling

    wish = pulling.wanted(names or [])
    damage = pulling.damaged(wish)
    for file in damage:
        complain(f"{file.path.name} is damaged: SHA-256 {file.found}, not {file.expected} ({file.path})")
    if damage:
        complain("to repair, type: sverka sources pull " + (" ".join(names) if names else "--all"))
        raise typer.Exit(3)
    typer.echo("whole: every file in the cache has its published hash")


@app.command()
def cite(
    names: Names = None,
    format_: Annotated[str, typer.Option("--format", metavar="text|bibtex", help="What to print.")] = "text",
) -> None:
    """Print how to cite sources."""
    from sverka.sources import catalogue, citing, tables

    _one_of(format_, "text", "bibtex")
    chosen: dict[str, None] = {}
    for name in names or catalogue.sources():
        known = name in catalogue.sources() or name not in tables.TABLES
        chosen |= dict.fromkeys([catalogue.source(name).id] if known else tables.tidy(name).sources)
    typer.echo((citing.bibtex if format_ == "bibtex" else citing.text)(chosen), nl=False)


@app.command()
def path(names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Sources or tables.")]) -> None:
    """Print where verified copies stand: the files of a source, or the Parquet file of a table."""
    from sverka.sources import pulling

    for place in pulling.paths(names):
        typer.echo(str(place))


def _with_bars(lack: "Wanted") -> "Pulled":
    """Pull with one bar for bytes and one for tables, on a terminal only."""
    from tqdm import tqdm

    from sverka.sources import pulling

    with (
        tqdm(total=sum(e.bytes for e in lack.files), unit="B", unit_scale=True, desc="files", disable=None) as files,
        tqdm(total=len(lack.tables), unit="table", desc="tables", disable=None) as tables,
    ):

        def making(name: str) -> None:
            tables.set_postfix_str(name)
            tables.update()

        return pulling.pull(lack, files, making)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    from rich.box import SIMPLE
    from rich.table import Table

    from sverka.cli.streams import console

    table = Table(box=SIMPLE)
    for column in head:
        table.add_column(column, no_wrap=column == head[0])
    for row in rows:
        table.add_row(*row)
    console().print(table)


def _one_of(value: str, *choices: str) -> None:
    if value not in choices:
        raise InputError(f"{value} is not a format here", todo=f"choose {' or '.join(choices)}")
