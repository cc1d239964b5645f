"""A chart and a map of an outcome, drawn without a browser."""

from itertools import pairwise
from typing import Any, TypeAlias

from sverka.reports.charts import CLAIM, GRID, INK, LINES, titled
from sverka.reports.exhibits.drawing import literal
from sverka.reports.safe import one_line
from sverka.reports.whatif.phrases import signed, tell
from sverka.reports.words import Language, name
from sverka.scenarios.outcome import Outcome

Spec: TypeAlias = dict[str, Any]
#: States in the chart.
MOST = 20
_ROW, _WIDTH = 26, 520
#: What counts as no change on the map, and where its classes part, in per cent.
_SMALL = 0.01
EDGES = (-1.0, -0.1, -_SMALL, _SMALL, 0.1)
_NEITHER = "#f7f1de"


def chart(outcome: Outcome, language: Language, id_: str = "whatif-chart") -> str:
    """Change of real income of the states it is about, at both horizons, with intervals; SVG."""
    import vl_convert  # late: it brings a JavaScript engine of its own

    shown = outcome.focus[:MOST]
    data, words = [], []
    for at, state in enumerate(shown):
        for horizon in ("long", "short"):
            found = outcome.of(state, "real_income", horizon)
            if found is not None:
                data.append({"s": at, "h": horizon, "v": found.value, "a": found.low, "b": found.high})
                if horizon == "long":
                    low, high = signed(found.low, language), signed(found.high, language)
                    fields = {"value": signed(found.value, language), "low": low, "high": high}
                    words.append(tell("ui", "point", language, state=one_line(name(state, language)), **fields))
    drawn: str = vl_convert.vegalite_to_svg(_spec(data, [one_line(name(s, language), 30) for s in shown], language))
    alt = tell("ui", "chart_alt", language, list="; ".join(words))
    return titled(drawn, id_, tell("ui", "chart", language), alt)


def _spec(data: list[Spec], labels: list[str], language: Language) -> Spec:
    ink = {"labelColor": INK, "titleColor": INK}
    rows = literal({str(at): label for at, label in enumerate(labels)})
    horizons = literal({h: tell("ui", f"legend_{h}", language) for h in ("long", "short")})
    decimal = "replace(datum.label, '.', ',')" if language == "ru" else "datum.label"
    colour = {
        "field": "h",
        "type": "nominal",
        "scale": {"domain": ["long", "short"], "range": [LINES[0], LINES[1]]},
        "legend": {"title": None, "orient": "top", "labelExpr": f"({horizons})[datum.label]", "labelColor": INK},
    }
    y = {
        "field": "s",
        "type": "ordinal",
        "scale": {"domain": list(range(len(labels)))},
        "axis": {"title": None, "labelExpr": f"({rows})[datum.label]", "labelLimit": 200, "ticks": False, **ink},
    }
    x = {
        "type": "quantitative",
        "axis": {"title": tell("ui", "chart", language), "gridColor": GRID, "labelExpr": decimal, **ink},
    }
    offset = {"field": "h", "type": "nominal", "scale": {"domain": ["long", "short"]}}
    both: Spec = {"y": y, "yOffset": offset, "color": colour}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _WIDTH,
        "height": _ROW * len(labels),
        "background": None,
        "data": {"values": data},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 2},
                "encoding": {**both, "x": {**x, "field": "a"}, "x2": {"field": "b"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 60, "opacity": 1},
                "encoding": {
                    **both,
                    "x": {**x, "field": "v"},
                    "shape": {"field": "h", "type": "nominal", "legend": None},
                },
            },
            {"data": {"values": [{"z": 0}]}, "mark": {"type": "rule", "color": CLAIM, "strokeDash": [3, 3]},
             "encoding": {"x": {"field": "z", "type": "quantitative"}}},
        ],
        "config": {"view": {"stroke": None}, "font": "sans-serif"},
    }  # fmt: skip


def world_map(outcome: Outcome, language: Language, id_: str = "whatif-map") -> str:
    """Change of real income of every state in the long run as a world map in fixed classes; SVG."""
    from datetime import date

    from sverka.reports.maps import GAINS, LOSSES, classes

    words = _classes(language)
    changes = zip(outcome.states, outcome.changes["long"]["real_income"], strict=True)
    values = {state: found.value for state, found in changes if found is not None}
    kinds = {state: words[sum(value > edge for edge in EDGES)] for state, value in values.items()}
    told = {s: f"{one_line(name(s, language))}: {signed(value, language, 4)} %" for s, value in values.items()}
    colours = (*LOSSES, _NEITHER, *GAINS[:2])
    day = date(outcome.world["year"], 12, 31)
    title = tell("ui", "map", language)
    return classes(kinds, words, title, language, colours=colours, describe=told, on=day, id_=id_)


def _classes(language: Language) -> list[str]:
    """Words for the classes that the edges part, lowest first."""
    edges = [signed(edge, language) for edge in EDGES]
    between = [f"{low} … {high}" for low, high in pairwise(edges)]
    between[EDGES.index(-_SMALL)] = tell("ui", "map_neither", language, edge=signed(_SMALL, language)[1:])
    return [
        tell("ui", "map_below", language, edge=edges[0]),
        *between,
        tell("ui", "map_above", language, edge=edges[-1]),
    ]
