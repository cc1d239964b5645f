"""Compare two pairs of states: one chart, all of it in the address."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from sverka.reports.exhibits import compared, drawing
from sverka.reports.exhibits.exhibit import Exhibit
from sverka.reports.words import Language, say
from sverka.web.explore_figures import figure, sent
from sverka.web.explore_views import View, view
from sverka.web.naming import choices
from sverka.web.pages import Tongue, page
from sverka.web.refusals import missing

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
_FIELDS = ("a", "b", "c", "d")


@router.get("/explore/compare")
def compare(request: Request, tongue: Tongue) -> HTMLResponse:
    """Two pairs: `a`, `b` and `c`, `d`; `show` is what is compared, `from` and `to` the years."""
    given = request.query_params
    known = choices(tongue)
    chosen = {field: given.get(field, "") for field in (*_FIELDS, "show")}
    if not all(given.get(field) for field in _FIELDS):
        return page(
            request,
            "explore_compare.html",
            tongue,
            figure=None,
            years=None,
            chosen=chosen,
            kinds=_kinds(tongue),
            names=known,
        )
    exhibit, years = _compared(request, tongue)
    svg = drawing.svg(exhibit, years.first, years.last, tongue)
    query = urlencode(
        {**{key: given[key] for key in (*_FIELDS,)}, "show": _kind(request), "from": years.first, "to": years.last}
    )
    made = figure(exhibit, svg, f"/{tongue}/explore/compare", query, tongue)
    return page(
        request,
        "explore_compare.html",
        tongue,
        figure=made,
        years=years,
        chosen=chosen,
        kinds=_kinds(tongue),
        names=known,
    )


@router.get("/explore/compare.{form}")
def file(request: Request, tongue: Tongue, form: str) -> Response:
    """The comparison as a file."""
    if not all(request.query_params.get(field) for field in _FIELDS):
        raise missing()
    exhibit, years = _compared(request, tongue)
    svg = "" if form == "csv" else drawing.svg(exhibit, years.first, years.last, tongue, True)
    return sent(exhibit, svg, form, "-".join((*_pairs(request), _kind(request), str(years.first), str(years.last))))


def _compared(request: Request, language: Language) -> tuple[Exhibit, View]:
    """The exhibit, and the years it shows: those of the pair that lived less long, where none are named."""
    a, b, c, d = _pairs(request)
    given = request.query_params
    left = view("pair", (a, b), given.get("from", ""), given.get("to", ""), language)
    right = view("pair", (c, d), given.get("from", ""), given.get("to", ""), language)
    first, last = min(left.first, right.first), max(left.last, right.last)
    years = View("compare", (), first, last)
    return compared.of_pairs(_kind(request), (a, b), (c, d), first, last, language), years


def _pairs(request: Request) -> tuple[str, str, str, str]:
    a, b, c, d = (request.query_params[field] for field in _FIELDS)
    return a, b, c, d


def _kind(request: Request) -> str:
    kind = request.query_params.get("show", "") or compared.KINDS[0]
    if kind not in compared.KINDS:
        raise missing()
    return kind


def _kinds(language: Language) -> list[tuple[str, str]]:
    return [(kind, say("exhibit", f"compare.{kind}", language)) for kind in compared.KINDS]
