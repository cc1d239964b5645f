"""docs/sources.md, written from the catalogue and the tables' shapes: `python -m sverka.sources.documentation`."""

import sys

from sverka.sources import catalogue, mirror
from sverka.sources.catalogue import Source
from sverka.sources.shape import Column, Shape
from sverka.sources.tables import TABLES, of_source

HEAD = """# Sources and tables

Written by `make docs` from `src/sverka/sources/catalogue.toml` and the shapes of the tables; do not edit by hand.

`sverka sources pull --all` fetches and verifies every file below and makes every table; `sverka sources cite NAME`
prints the citation its producers ask for, `--format bibtex` as BibTeX.
In Python: `sverka.sources.store.table("cow_alliances")`.
"""


def page() -> str:
    """The whole page."""
    sources = catalogue.sources().values()
    overview = ["| source | years | what | tables |", "|---|---|---|---|"]
    for source in sources:
        tables = ", ".join(f"[`{table.name}`](#{table.name})" for table in of_source(source.id))
        years = f"{source.first_year}–{source.last_year}"
        overview.append(f"| [{source.id}](#{source.id}) | {years} | {source.producer}: {source.title} | {tables} |")
    parts = [HEAD, "\n".join(overview) + "\n", "## Sources\n", *map(_source, sources), "## Tables\n"]
    return "\n".join([*parts, *(_table(TABLES[name].shape(), TABLES[name].sources) for name in sorted(TABLES))])


def _source(source: Source) -> str:
    rows = {
        "producer": f"{source.producer}, <{source.home}>",
        "edition": source.edition,
        "years": f"{source.first_year}–{source.last_year}",
        "states": source.states,
        "unit": source.unit,
        "licence": source.licence,
        "cite": source.citation,
        "mind": source.caveats,
        "not covered": source.not_covered,
        "files": _files(source),
    }
    lines = [f"### {source.id}\n", f"**{source.title}**\n"]
    lines += [f"- {name}: {value}" for name, value in rows.items()]
    lines += [
        f"- {note.kind}, {_years(note.first_year, note.last_year)}"
        f"{''.join(f', {a}–{b}' for a, b in note.pairs)}: {note.text} *Known from:* {note.known}."
        for note in source.notes
    ]
    return "\n".join(lines) + "\n"


def _files(source: Source) -> str:
    entries = [mirror.published(path) for path in source.files]
    if len(entries) > 10:
        return f"{len(entries)} files, listed with addresses and SHA-256 in `src/sverka/sources/registry.csv`"
    return "; ".join(f"[{entry.name}]({entry.address}) (SHA-256 `{entry.sha256}`)" for entry in entries)


def _table(shape: Shape, sources: tuple[str, ...]) -> str:
    lines = [f"### {shape.name}\n", shape.about + "\n"]
    facts = [f"From {', '.join(f'[{name}](#{name})' for name in sources)}.", f"Key: {', '.join(shape.key)}."]
    if shape.years:
        facts.append(f"Years {_years(*shape.years)}.")
    if shape.strays:
        facts.append(f"{shape.strays} code-years stand for no state: their ids are null.")
    lines += [" ".join(facts) + "\n", "| column | type | meaning | unit | null means |", "|---|---|---|---|---|"]
    return "\n".join([*lines, *map(_column, shape.columns)]) + "\n"


def _column(column: Column) -> str:
    meaning = column.meaning + (f": {', '.join(column.allowed)}" if column.allowed else "")
    return f"| `{column.name}` | {column.dtype} | {meaning} | {column.unit} | {column.null} |"


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


if __name__ == "__main__":
    sys.stdout.write(page())
