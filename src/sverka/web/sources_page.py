"""Sources: what is here, which version, under what licence, how to cite it, what it covers."""

from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from sverka.record import TABLES, is_verified, rows
from sverka.reports.dates import of_data
from sverka.reports.words import Language
from sverka.sources import catalogue, citing, pulling, tables, trade
from sverka.sources.catalogue import Source
from sverka.sources.pulling import Kept
from sverka.web.pages import Tongue, page, routes
from sverka.web.service import service

router = routes()


@router.get("/sources")
async def shown(request: Request, tongue: Tongue) -> HTMLResponse:
    """Every source of the catalogue, and the record."""
    status = {kept.source: kept for kept in await service(request).crew.thread(pulling.status)}
    told = [_told(source, status[source.id], tongue) for source in catalogue.sources().values()]
    lack = [source["id"] for source in told if source["state"] == "absent"]
    return page(request, "sources.html", tongue, sources=told, record=_record(), lack=lack)


@router.get("/sources.bib")
def bibliography() -> Response:
    """How to cite every source, as BibTeX."""
    body = citing.bibtex(dict.fromkeys(catalogue.sources()))
    headers = {"Content-Disposition": 'attachment; filename="sverka-sources.bib"'}
    return Response(body, media_type="application/x-bibtex; charset=utf-8", headers=headers)


@cache
def _shipped() -> frozenset[str]:
    """Sources whose figures come with the package."""
    return frozenset(trade.table("trade")["source"].unique()) | {trade.COMPILED, "world-bank-gdp", "cow-nmc"}


def _told(source: Source, kept: Kept, language: Language) -> dict[str, Any]:
    """A source in words; `state` is `pulled`, `part`, `shipped` or `absent`."""
    russian = language == "ru"
    whole = kept.all_tables and kept.tables == kept.all_tables
    state = "pulled" if whole else "part" if kept.tables else "shipped" if source.id in _shipped() else "absent"
    return {
        "id": source.id,
        "producer": source.producer_ru if russian else source.producer,
        "title": source.title_ru if russian else source.title,
        "years": f"{source.first_year}–{source.last_year}",
        "edition": source.edition,
        "version": source.version[:12],
        "data": of_data(source.as_of, language),
        "licence": source.licence,
        "citation": source.citation,
        "states": source.states_ru if russian else source.states,
        "not_covered": source.not_covered_ru if russian else source.not_covered,
        "caveats": source.caveats_ru if russian else source.caveats,
        "notes": [note.text_ru if russian else note.text for note in source.notes],
        "home": source.home if source.home.startswith("https://") else "",
        "tables": [tidy.name for tidy in tables.of_source(source.id)],
        "state": state,
        "shipped": source.id in _shipped(),
    }


@cache
def _record() -> list[tuple[str, int, int]]:
    """The record's tables: name, rows, rows that an opened source confirms."""
    return [(table, len(found), sum(map(is_verified, found))) for table in TABLES if (found := rows(table))]
