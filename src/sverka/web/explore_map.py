"""The world map with its year slider: drawn here for one year, and data for the script that draws all of them."""

import hashlib
import json
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from sverka.record import organizations, states
from sverka.reports import maps, world
from sverka.reports.exhibits import atlas
from sverka.reports.exhibits.atlas import Layer
from sverka.reports.words import name, say
from sverka.web import explore_work
from sverka.web.explore_choices import choices
from sverka.web.explore_figures import FORMS, figure, sent
from sverka.web.explore_views import stamp
from sverka.web.pages import Tongue, asset, page
from sverka.web.refusals import Refusal, missing
from sverka.web.service import service

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
_SCRIPTS = (
    "vendor/d3-array.min.js",
    "vendor/d3-geo.min.js",
    "vendor/d3-selection.min.js",
    "vendor/topojson-client.min.js",
    "map.js",
)
_USUAL = {"members": "UN"}


@router.get("/explore/map")
async def shown(request: Request, tongue: Tongue) -> HTMLResponse:
    """The map of `show` (and `of`) in `year`."""
    kind, of = _asked(request)
    found = service(request)
    layer = await found.crew.thread(atlas.layer, kind, of, tongue)
    year = _year(request, layer)

    async def make() -> bytes:
        return (await found.crew.ask("checker", explore_work.world_map, kind, of, year, tongue)).encode()

    svg = (await found.drawn.get(("map", kind, of, str(year), tongue, *stamp()), make)).decode()
    exhibit = atlas.exhibit(layer, kind, year, tongue)
    query = urlencode({"show": kind, "of": of, "year": year})
    return page(
        request,
        "explore_map.html",
        tongue,
        figure=figure(exhibit, svg, f"/{tongue}/explore/map", query, tongue),
        layer=layer,
        kind=kind,
        of=of,
        year=year,
        kinds=list(atlas.KINDS),
        scripts=[asset(script) for script in _SCRIPTS] if svg else [],
        data=f"/{tongue}/explore/map.json?{urlencode({'show': kind, 'of': of})}",
        world=f"/{tongue}/explore/world.json?v={_version()}" if svg else "",
        note=maps.note((), tongue),
        **choices(tongue),
    )


@router.get("/explore/map.json")
def data(request: Request, tongue: Tongue) -> Response:
    """Every year of the layer, for the slider."""
    kind, of = _asked(request)
    layer = atlas.layer(kind, of, tongue)
    years = range(layer.first, layer.last + 1)
    labels = atlas.named(layer, tongue) or maps.labels_of(layer.edges, layer.unit, tongue, len(layer.values))
    told: dict[str, Any] = {
        "title": layer.title,
        "first": layer.first,
        "last": layer.last,
        "classes": bool(layer.classes),
        "signed": bool(layer.edges) and layer.edges[0] < 0,
        "edges": layer.edges,
        "labels": labels,
        "blank": say("exhibit", "outside", tongue) if layer.classes else say("map", "blank", tongue),
        "unit": say("unit", layer.unit, tongue, default="") if layer.unit else "",
        "values": {id_: [_short(known.get(year)) for year in years] for id_, known in sorted(layer.values.items())},
        "names": {id_: name(id_, tongue) for id_ in _named(layer)},
        "places": _places(layer.first, layer.last),
    }
    return Response(json.dumps(told, ensure_ascii=False, separators=(",", ":")), media_type="application/json")


def _short(value: float | None) -> float | None:
    """Four digits are enough for a shade and a word; a whole number is written as one."""
    short = None if value is None else float(f"{value:.4g}")
    return int(short) if short is not None and short.is_integer() else short


def _named(layer: Layer) -> set[str]:
    return {*layer.values, *(id_ for found in _places(layer.first, layer.last).values() for id_, _, _ in found)}


@cache
def _places(first: int, last: int) -> dict[str, list[tuple[str, int, int]]]:
    """For every shape and dot, whom it stood for at the end of which years: (state, first year, last year)."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for year in range(first, last + 1):
        for place, stood in world.standing(date(year, 12, 31)).items():
            spells = found.setdefault(place, [])
            for state in stood:
                begun = next((n for n, (s, _, end) in enumerate(spells) if s == state and end == year - 1), None)
                if begun is None:
                    spells.append((state, year, year))
                else:
                    spells[begun] = (state, spells[begun][1], year)
    return found


@router.get("/explore/world.json")
def shapes() -> Response:
    """Countries and dots, for the script."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(_world(), media_type="application/json", headers=headers)


@cache
def _world() -> bytes:
    dots = [[dot.state, dot.longitude, dot.latitude] for dot in world.dots()]
    return json.dumps({**world.topology(), "dots": dots}, separators=(",", ":")).encode()


@cache
def _version() -> str:
    return hashlib.sha256(_world()).hexdigest()[:12]


@router.get("/explore/map.{form}")
async def file(request: Request, tongue: Tongue, form: str) -> Response:
    """The map in one year as a file."""
    if form not in FORMS:
        raise missing()
    kind, of = _asked(request)
    crew = service(request).crew
    year = _year(request, await crew.thread(atlas.layer, kind, of, tongue))
    body = await crew.ask("checker", explore_work.world_map_file, kind, of, year, form, tongue)
    return sent(body, form, "-".join(filter(None, (kind, of, str(year)))))


def _asked(request: Request) -> tuple[str, str]:
    kind = request.query_params.get("show", "") or "members"
    if kind not in atlas.KINDS:
        raise missing()
    of = request.query_params.get("of", "") or _USUAL.get(kind, "")
    if kind == "members":
        body = request.query_params.get("organization", "") or of
        if not organizations.exists(body):
            raise Refusal("organization_unknown", 404, id=body)
        return kind, body
    if not atlas.KINDS[kind]:
        return kind, ""
    state = request.query_params.get("state", "") or of
    if not states.exists(state):
        raise Refusal("state_unknown", 404, id=state)
    return kind, state


def _year(request: Request, layer: Layer) -> int:
    given = request.query_params.get("year", "").strip()
    if not given:
        return layer.last
    if not (given.isascii() and given.isdigit() and len(given) == 4):
        raise Refusal("year", 400, given=given, first=layer.first, last=layer.last)
    return min(max(int(given), layer.first), layer.last)
