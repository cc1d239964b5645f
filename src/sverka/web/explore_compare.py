"""Compare two pairs of states: one chart, all of it in the address."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from sverka.reports.exhibits import compared
from sverka.reports.words import Language, say
from sverka.web import explore_work
from sverka.web.explore_choices import choices
from sverka.web.explore_figures import FORMS, sent
from sverka.web.explore_views import View, stamp, view
from sverka.web.pages import Tongue, page
from sverka.web.refusals import missing
from sverka.web.service import service

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
_FIELDS = ("a", "b", "c", "d")


@router.get("/explore/compare")
async def compare(request: Request, tongue: Tongue) -> HTMLResponse:
    """Two pairs: `a`, `b` and `c`, `d`; `show` is what is compared, `from` and `to` the years."""
    given, body, years = request.query_params, "", None
    if all(given.get(field) for field in _FIELDS):
        years, found = _years(request, tongue), service(request)
        asked = {**dict(zip(_FIELDS, _pairs(request), strict=True)), "show": _kind(request)}
        query = urlencode(asked | {"from": years.first, "to": years.last})
        args = (_pairs(request), _kind(request), years, query, tongue)

        async def make() -> bytes:
            return (await found.crew.ask("checker", explore_work.comparison, *args)).encode()

        body = (await found.drawn.get(("compare", query, tongue, *stamp()), make)).decode()
    return page(
        request,
        "explore_compare.html",
        tongue,
        body=body,
        years=years,
        chosen={field: given.get(field, "") for field in (*_FIELDS, "show")},
        kinds=[(kind, say("exhibit", f"compare.{kind}", tongue)) for kind in compared.KINDS],
        **choices(tongue),
    )


@router.get("/explore/compare.{form}")
async def file(request: Request, tongue: Tongue, form: str) -> Response:
    """The comparison as a file."""
    if form not in FORMS or not all(request.query_params.get(field) for field in _FIELDS):
        raise missing()
    years, kind, pairs = _years(request, tongue), _kind(request), _pairs(request)
    args = (pairs, kind, years, form, tongue)
    body = await service(request).crew.ask("checker", explore_work.comparison_file, *args)
    return sent(body, form, "-".join((*pairs, kind, str(years.first), str(years.last))))


def _years(request: Request, language: Language) -> View:
    """The years shown: those of either pair, where none are named. Refusal for a pair that never was."""
    a, b, c, d = _pairs(request)
    given = request.query_params
    both = [view("pair", pair, given.get("from", ""), given.get("to", ""), language) for pair in ((a, b), (c, d))]
    return View("compare", (), min(v.first for v in both), max(v.last for v in both))


def _pairs(request: Request) -> tuple[str, str, str, str]:
    a, b, c, d = (request.query_params[field] for field in _FIELDS)
    return a, b, c, d


def _kind(request: Request) -> str:
    kind = request.query_params.get("show", "") or compared.KINDS[0]
    if kind not in compared.KINDS:
        raise missing()
    return kind
