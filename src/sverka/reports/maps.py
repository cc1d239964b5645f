"""World maps of a number or a class for each state, as SVG drawn without a browser.

Classes, colours and legend are chosen here; the drawing is Vega's, as for charts. Colours are the light theme's own and
are turned by the page's style in the dark.
"""

import math
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, TypeAlias

from sverka.reports import world
from sverka.reports.amounts import size
from sverka.reports.charts import titled
from sverka.reports.exhibits.drawing import literal, pointed
from sverka.reports.safe import one_line
from sverka.reports.words import Language, name, say

#: Light to dark for a number; the losing side, the middle and the gaining side for one with a sign.
SEQUENCE = ("#dbe7f3", "#a9c8e4", "#6ea3d0", "#3a78b2", "#144a80")
LOSSES, GAINS = ("#8c2d04", "#cc6b2c", "#f3c9a5"), ("#bfdcd6", "#5aa79b", "#12665b")
#: For classes without an order.
KINDS = ("#2f6ea8", "#8fbbe0", "#e0a458", "#7a9f5a", "#a678b0", "#b9b4a7")
NOBODY = "#e7e5df"
SOFT = "#595959"
_PAPER, _INK = "#fdfdfc", "#333333"
_WIDE = 118
Spec: TypeAlias = dict[str, Any]
_SIZE = {"width": 720, "height": 345}


def choropleth(
    values: Mapping[str, float],
    title: str,
    language: Language,
    unit: str = "",
    *,
    edges: Sequence[float] | None = None,
    on: date | None = None,
    describe: Mapping[str, str] | None = None,
    id_: str = "map",
) -> str:
    """A map that shades each state by its number.

    Parameters
    ----------
    values : number of each state by the record's id; a state that is not there, or not finite, is left blank.
    title : what the numbers are, for the eye and the ear.
    unit : as in quantities: `%`, `pp`, `USD`, … or empty.
    edges : between the classes, so that several maps compare; chosen from the values where not given.
    on : the day whose states the map shows, today's where none is given.
    describe : words for a state instead of its value, for whoever hears the map or points at it.
    id_ : told apart from other maps of the same page by this.

    Numbers of both signs get two colours that meet at zero; others one that deepens, with classes of equal counts. The
    caption names states with a number that have no place on the map, and says that lines are de facto.

    Raises ReportError where the map files did not come with the package.
    """
    finite = {state: float(v) for state, v in values.items() if math.isfinite(v)}
    edges = edges_of(finite.values()) if edges is None else edges
    colours = colours_of(edges)
    of = {state: sum(v >= edge for edge in edges) for state, v in finite.items()}
    told = {state: f"{one_line(name(state, language))}: {size(v, unit, language, 3)}" for state, v in finite.items()}
    told |= {state: one_line(words) for state, words in (describe or {}).items()}
    return _map(of, labels_of(edges, unit, language, len(finite)), colours, told, title, language, on, id_)


def classes(
    kinds: Mapping[str, str],
    order: Sequence[str],
    title: str,
    language: Language,
    *,
    blank: str = "",
    colours: Sequence[str] = KINDS,
    describe: Mapping[str, str] | None = None,
    on: date | None = None,
    id_: str = "map",
) -> str:
    """A map that colours each state by its class: `kinds` by the record's id, one of `order` (at most as many as there
    are `colours`); the others are `blank`, or without data. Otherwise as `choropleth`."""
    of = {state: order.index(kind) for state, kind in kinds.items()}
    told = {state: f"{one_line(name(state, language))}: {kind}" for state, kind in kinds.items()}
    told |= {state: one_line(words) for state, words in (describe or {}).items()}
    return _map(of, [one_line(kind) for kind in order], colours[: len(order)], told, title, language, on, id_, blank)


def note(states: Sequence[str], language: Language) -> str:
    """What is said under every map: which states it has no place for, and whose lines it shows."""
    listed = say("map", "unplaced", language, list=", ".join(name(s, language) for s in states)) if states else ""
    return " ".join(filter(None, (listed, say("map", "lines", language))))


def edges_of(values: Iterable[float]) -> list[float]:
    """Round edges between classes of about equal counts, each in the class above it; zero among them for both signs."""
    ordered = sorted(v for v in values if math.isfinite(v))
    if not ordered:
        return []
    if ordered[0] < 0 < ordered[-1]:
        steps = sorted({_round(q) for q in _quantiles(sorted(abs(v) for v in ordered if v), len(GAINS))})
        return [-step for step in reversed(steps)] + [0.0] + steps
    return sorted({_round(q) for q in _quantiles(ordered, len(SEQUENCE))} - {_round(ordered[0])})


def colours_of(edges: Sequence[float]) -> tuple[str, ...]:
    """The colours of the classes between edges, one more than edges."""
    if 0.0 in edges and edges[0] < 0:
        half = len(edges) // 2 + 1
        return (*LOSSES[-half:], *GAINS[:half])
    if edges and edges[-1] <= 0:
        return tuple(reversed(SEQUENCE))[: len(edges) + 1]
    return SEQUENCE[-len(edges) - 1 :]


def _quantiles(ordered: list[float], parts: int) -> list[float]:
    return [ordered[len(ordered) * part // parts] for part in range(1, parts)]


def _round(value: float) -> float:
    """To two significant digits."""
    return float(f"{value:.1e}")


def labels_of(edges: Sequence[float], unit: str, language: Language, count: int) -> list[str]:
    """What each class is called; nothing where there are no numbers."""
    if not count:
        return []
    if not edges:
        return [say("map", "known", language)]
    words = [size(edge, unit, language, 2) for edge in edges]
    below = say("map", "below", language, edge=words[0])
    above = say("map", "above", language, edge=words[-1])
    return [below, *(f"{low} – {high}" for low, high in pairwise(words)), above]


def _map(
    of: Mapping[str, int],
    labels: Sequence[str],
    colours: Sequence[str],
    told: Mapping[str, str],
    title: str,
    language: Language,
    on: date | None,
    id_: str,
    blank: str = "",
) -> str:
    import vl_convert  # late: it brings a JavaScript engine of its own

    day = on or date.today()
    standing = world.standing(day)
    blank = one_line(blank) or say("map", "blank", language)
    colour = {place: _class(states, of) for place, states in standing.items()}
    words = {
        place: "; ".join(told.get(s, f"{name(s, language)}: {blank}") for s in states) or name(place, language)
        for place, states in standing.items()
    }
    legend = [(str(n), label) for n, label in enumerate(labels)] + [("none", blank)]
    told_below = note(world.unplaced(list(of), day), language)
    spec = _spec(colour, words, legend, (*colours[: len(labels)], NOBODY), told_below)
    drawn: str = vl_convert.vegalite_to_svg(spec)
    return titled(pointed(drawn), id_, title, told_below)


def _class(states: Sequence[str], of: Mapping[str, int]) -> str:
    """The class of whoever the place stood for; none where there are several and they differ."""
    found = {of[state] for state in states if state in of}
    return str(found.pop()) if len(found) == 1 else "none"


def _spec(
    colour: Mapping[str, str],
    words: Mapping[str, str],
    legend: list[tuple[str, str]],
    colours: Sequence[str],
    told_below: str,
) -> Spec:
    topology = world.topology()
    countries = topology["objects"]["countries"]["geometries"]
    shown = [
        {**shape, "properties": {"c": colour.get(state, "none"), "t": words.get(state, "")}}
        for shape in countries
        for state in (shape["properties"]["state"],)
    ]
    data = {**topology, "objects": {"countries": {"type": "GeometryCollection", "geometries": shown}}}
    names = dict(legend)
    scale = {"domain": [code for code, _ in legend], "range": list(colours)}
    key = {
        "title": None, "orient": "bottom", "direction": "horizontal", "columns": 3, "symbolType": "square",
        "symbolStrokeWidth": 0, "labelColor": _INK, "labelLimit": 260, "labelFontSize": 12, "symbolSize": 160,
        "labelExpr": f"({literal(names)})[datum.label]",
    }  # fmt: skip
    shapes = {
        "data": {"values": data, "format": {"type": "topojson", "feature": "countries"}},
        "mark": {"type": "geoshape", "stroke": _PAPER, "strokeWidth": 0.5},
        "encoding": {
            "color": {"field": "properties.c", "type": "nominal", "scale": scale, "legend": key},
            "description": {"field": "properties.t"},
        },
    }
    small = [
        {"lon": dot.longitude, "lat": dot.latitude, "c": colour[dot.state], "t": words[dot.state]}
        for dot in world.dots()
        if colour[dot.state] != "none"
    ]
    points = {
        "data": {"values": small},
        "mark": {"type": "circle", "size": 26, "opacity": 1, "stroke": _PAPER, "strokeWidth": 0.7},
        "encoding": {
            "longitude": {"field": "lon", "type": "quantitative"},
            "latitude": {"field": "lat", "type": "quantitative"},
            "color": {"field": "c", "type": "nominal", "scale": scale, "legend": None},
            "description": {"field": "t"},
        },
    }
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        **_SIZE,
        "background": None,
        "projection": {"type": "naturalEarth1"},
        "title": {
            "text": textwrap.wrap(told_below, _WIDE),
            "orient": "bottom",
            "anchor": "start",
            "offset": 14,
            "fontSize": 11,
            "fontWeight": "normal",
            "color": SOFT,
        },
        "layer": [shapes, points] if small else [shapes],
        "config": {"view": {"stroke": None}, "font": "sans-serif"},
    }
