"""Exports: a stored check as JSON, CSV, a page of its own, ClaimReview; one claim as a card or a picture."""

import csv
import io
from datetime import datetime

from fastapi import Request
from fastapi.responses import HTMLResponse, Response

from sverka.reports import html
from sverka.reports.cards import card
from sverka.reports.charts import drawing, undrawn
from sverka.reports.claimreview import claim_reviews
from sverka.reports.words import Language
from sverka.web import views
from sverka.web.pages import Tongue, page, routes
from sverka.web.permalinks import done
from sverka.web.pictures import to_png, with_dark
from sverka.web.refusals import missing
from sverka.web.service import service
from sverka.web.views import Corrections, merged
from sverka.web.words import word

router = routes()
_TYPES = {
    "report.json": "application/json",
    "claims.csv": "text/csv; charset=utf-8",
    "report.html": "text/html; charset=utf-8",
    "claimreview.json": "application/ld+json",
}
#: A report's page brings its own style and says so itself; a picture may have its own style.
_ALONE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors {framed}"
_COLUMNS = (
    *("number", "verdict", "anchor", "start", "end", "voice", "kind", "claim", "understood", "summary"),
    *("source", "value", "period", "margin", "place", "data", "correction"),
)


def exported(
    stored: str, corrections: Corrections, name: str, language: Language, address: str, made: datetime
) -> bytes:
    """The file of that name; for the crew."""
    report = merged(stored, corrections)
    if name == "report.json":
        return report.dumps().encode("utf-8", "replace")
    if name == "report.html":
        return html.page(report, language).encode("utf-8", "replace")
    if name == "claimreview.json":
        return claim_reviews(report, language, address, made.date()).encode("utf-8", "replace")
    return _csv(stored, corrections, language).encode("utf-8-sig", "replace")


def _csv(stored: str, corrections: Corrections, language: Language) -> str:
    """A row a claim with the answer that decided; with a mark that spreadsheets read as UTF-8."""
    report = merged(stored, corrections)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(_COLUMNS)
    for number, checked in enumerate(report.checked, 1):
        told = card(checked, number, language, report.language)
        first = told.decisive[0] if told.decisive else next((m.lines[0] for m in told.meanings), None)
        answer = (
            ("", "", "", "", "", "")
            if first is None
            else (
                *(first.source, first.value, first.period, first.margin),
                "; ".join(str(place) for place in first.places),
                first.data,
            )
        )
        row = (number, told.verdict, told.anchor, *told.span, told.voice, told.kind, told.short, told.understood,
               told.summary, *answer, told.correction)  # fmt: skip
        table.writerow([_harmless(value) for value in row])
    return out.getvalue()


def _harmless(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not isinstance(value, int) else value


def picture(stored: str, corrections: Corrections, number: int, language: Language, form: str) -> bytes:
    """The chart of one claim; for the crew. Refusal where it has none."""
    report = merged(stored, corrections)
    if not 1 <= number <= len(report.checked):
        raise missing()
    finding = report.checked[number - 1].finding
    if undrawn(finding, language) is None:
        raise missing()
    svg = drawing(finding, number, language)
    return to_png(svg) if form == "png" else with_dark(svg, paper=form == "file").encode()


@router.get("/c/{id_}/export/{name}")
async def export(request: Request, tongue: Tongue, id_: str, name: str) -> Response:
    """One of the files, to be kept."""
    if name not in _TYPES:
        raise missing()
    headers = {
        "Content-Disposition": f'attachment; filename="sverka-{name}"',
        "Content-Security-Policy": _ALONE.format(framed="'none'"),
    }
    return Response(await _made(request, tongue, id_, name), media_type=_TYPES[name], headers=headers)


@router.get("/c/{id_}/print")
async def print_(request: Request, tongue: Tongue, id_: str) -> Response:
    """The check as a page for paper or PDF: everything unfolded, nothing but the report."""
    headers = {"Content-Security-Policy": _ALONE.format(framed="'none'")}
    return HTMLResponse(await _made(request, tongue, id_, "report.html"), headers=headers)


async def _made(request: Request, tongue: Language, id_: str, name: str) -> bytes:
    check, found = await done(request, id_), service(request)
    address = f"{request.base_url}{tongue}/c/{id_}"

    async def make() -> bytes:
        args = (check.report, check.corrections, name, tongue, address, check.made)
        return await found.crew.ask("checker", exported, *args)

    return await found.drawn.get((check.key, str(check.revision), tongue, name, address), make)


@router.get("/c/{id_}/claims/{number}/chart.{form}")
async def chart(request: Request, tongue: Tongue, id_: str, number: int, form: str) -> Response:
    """The chart of one claim as a picture."""
    if form not in ("svg", "png"):
        raise missing()
    check, found = await done(request, id_), service(request)
    file = bool(request.query_params.get("download"))
    kind = "file" if file and form == "svg" else form

    async def make() -> bytes:
        return await found.crew.ask("checker", picture, check.report, check.corrections, number, tongue, kind)

    body = await found.drawn.get((check.key, str(check.revision), tongue, f"chart{number}.{kind}"), make)
    headers = {"Content-Security-Policy": _ALONE.format(framed="'none'"), "Cache-Control": "private, max-age=600"}
    if file or form == "png":
        headers["Content-Disposition"] = f'attachment; filename="sverka-{number}.{form}"'
    return Response(body, media_type="image/svg+xml" if form == "svg" else "image/png", headers=headers)


@router.get("/c/{id_}/claims/{number}/card")
async def embedded(request: Request, tongue: Tongue, id_: str, number: int) -> Response:
    """One claim by itself, the only page that others may show inside theirs."""
    check, found = await done(request, id_), service(request)

    async def make() -> bytes:
        args = (check.report, check.corrections, number, id_, tongue)
        return (await found.crew.ask("checker", views.lone, *args)).encode()

    body = await found.drawn.get((check.key, str(check.revision), tongue, f"card{number}"), make)
    request.state.framed = True
    return HTMLResponse(body)


@router.get("/c/{id_}/claims/{number}/embed")
async def how_to_embed(request: Request, tongue: Tongue, id_: str, number: int) -> HTMLResponse:
    """What to paste into another page to show the card of a claim there."""
    await embedded(request, tongue, id_, number)  # the card is there
    request.state.framed = False
    address = f"{request.base_url}{tongue}/c/{id_}/claims/{number}/card"
    title = f"{word('site.name', tongue)}: {number}"
    return page(request, "embed_how.html", tongue, card=address, title=title, id=id_, number=number)
