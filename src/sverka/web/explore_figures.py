"""Exhibits in pages and as files: what a template sets around a drawing, and the files to keep."""

import re
from typing import Any
from urllib.parse import urlsplit

from fastapi.responses import Response

from sverka.reports.dates import of_data
from sverka.reports.exhibits import drawing
from sverka.reports.exhibits.exhibit import Bars, Exhibit, Lines, named
from sverka.reports.words import Language
from sverka.sources import catalogue
from sverka.sources.tables import tidy
from sverka.web.refusals import missing

#: Rows of a table in the page; the file has them all.
MOST_ROWS = 60
FORMS = {"csv": "text/csv; charset=utf-8", "svg": "image/svg+xml", "png": "image/png"}
_PAGE = re.compile(r"page:(https?://\S+)(.*)")
_PLAIN = re.compile(r"[^A-Za-z0-9-]+")


def figure(
    exhibit: Exhibit, svg: str, base: str, query: str, language: Language, page: str | None = None
) -> dict[str, Any]:
    """What the template sets: the drawing, its legend, its rows for people, where the files are.

    `base` is the files' address without their ending, `query` all that they show; `page` the address of the page they
    stand in, where it is not `base`.
    """
    shapes = exhibit.drawing
    legend: list[tuple[str, int, int, str]] = []
    if isinstance(shapes, Lines) and len(shapes.lines) > 1:
        legend = [("line", line.group % 4 + 1, line.witness % 4, line.name) for line in shapes.lines]
    elif isinstance(shapes, Bars) and len(shapes.kinds) > 1:
        legend = [("bar", number % 6, 0, kind) for number, kind in enumerate(shapes.kinds)]
    return {
        "code": exhibit.code,
        "title": exhibit.title,
        "svg": svg,
        "legend": legend,
        "notes": exhibit.notes,
        "heads": exhibit.heads(language),
        "rows": [[_linked(cell) for cell in row] for row in exhibit.told(language, MOST_ROWS)],
        "more": max(0, len(exhibit.rows) - MOST_ROWS),
        "count": len(exhibit.rows),
        "drawable": shapes is not None,
        "sources": [_source(source, language) for source in exhibit.sources],
        "pull": sorted({source for table in exhibit.lack for source in tidy(table).sources}),
        "here": f"{page or base}?{query}#{exhibit.code}",
        "files": [(form, f"{base}.{form}?{query}") for form in FORMS if form == "csv" or svg],
    }


def _linked(cell: str) -> list[tuple[str, str]]:
    """A cell's parts with their addresses: pages that a row rests on are called by their host."""
    if "page:http" not in cell:
        return [(cell, "")]
    parts = []
    for part in cell.split("; "):
        found = _PAGE.fullmatch(part)
        parts.append((f"{urlsplit(found[1]).hostname}{found[2]}", found[1]) if found else (part, ""))
    return parts


def _source(source: str, language: Language) -> tuple[str, str, str]:
    """A source's name, its data date, and where it stands on the page of sources."""
    if source.startswith("record:"):
        return named(source, language), "", "record"
    return named(source, language), of_data(catalogue.source(source).as_of, language), source


def filed(exhibit: Exhibit, svg: str, form: str) -> bytes:
    """An exhibit as the bytes of a file; Refusal 404 for another kind of file, and where there is nothing to draw."""
    if form not in FORMS or (form != "csv" and not svg):
        raise missing()
    return exhibit.csv().encode() if form == "csv" else drawing.png(svg) if form == "png" else svg.encode()


def sent(body: bytes, form: str, called: str) -> Response:
    """A file to keep."""
    kept = f'attachment; filename="sverka-{_PLAIN.sub("-", called)}.{form}"'
    return Response(body, media_type=FORMS[form], headers={"Content-Disposition": kept})
