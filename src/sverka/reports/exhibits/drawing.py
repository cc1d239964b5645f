"""Exhibits drawn to SVG without a browser: series with their gaps, and stretches of time in lanes."""

import re
import textwrap
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, TypeAlias

from sverka.claims import Period
from sverka.reports.charts import GRID, INK, LINES, scaled, titled
from sverka.reports.exhibits.exhibit import Bars, Exhibit, Lines, named
from sverka.reports.safe import one_line
from sverka.reports.words import Language, say

Spec: TypeAlias = dict[str, Any]
_WIDTH, _HEIGHT, _LANE = 720, 250, 21
_DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3])
#: Of bars; told apart by their words too.
SHADES = ("#2f6ea8", "#e0a458", "#7a9f5a", "#a678b0", "#8fbbe0", "#b9b4a7")
#: A name longer than this is cut in a lane's label; the table has it whole.
_NAME = 34
_DAY = timedelta(days=1)
_NAMED = re.compile(
    r'<path aria-label="([^"]*)" role="graphics-symbol" aria-roledescription="(?:bar|geoshape|circle)"([^<>]*)/>'
)
_ROLES = re.compile(r' (?:role="graphics-[a-z]+"|aria-(?:roledescription|label)="[^"]*")')


@lru_cache(maxsize=96)
def svg(exhibit: Exhibit, first: int, last: int, language: Language, alone: bool = False) -> str:
    """The drawing of an exhibit for these years; empty where it has none, or nothing in them.

    A drawing that stands `alone` has its title, legend and sources in itself; in a page they stand around it.
    """
    drawing = exhibit.drawing
    if isinstance(drawing, Lines):
        spec, alt = _lines(drawing, first, last, language)
    elif isinstance(drawing, Bars):
        spec, alt = _bars(drawing, first, last, language)
    else:
        return ""
    if spec is None:
        return ""
    import vl_convert  # late: it brings a JavaScript engine of its own

    drawn: str = vl_convert.vegalite_to_svg(
        {
            "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
            "background": None,
            "config": {"view": {"stroke": None}, "font": "sans-serif"},
            **(_alone(spec, exhibit, language) if alone else spec),
        }
    )
    return titled(pointed(drawn), f"x-{exhibit.code}", one_line(exhibit.title), alt)


def pointed(drawn: str) -> str:
    """Vega's drawing with the words of its shapes as titles, which browsers show to whoever points at them.

    As a whole it is one picture with a name and a description (`titled`), so its parts have no roles of their own.
    """
    words = _NAMED.sub(lambda found: f"<path{found[2]}><title>{found[1]}</title></path>", drawn)
    return _ROLES.sub("", words)


def _alone(spec: Spec, exhibit: Exhibit, language: Language) -> Spec:
    """The drawing with what a page would say around it."""
    drawing = exhibit.drawing
    names = [line.name for line in drawing.lines] if isinstance(drawing, Lines) else list(getattr(drawing, "kinds", ()))
    words = {str(n): one_line(told, 90) for n, told in enumerate(names)}
    legend = {
        "title": None, "orient": "bottom", "direction": "vertical", "labelLimit": _WIDTH, "labelColor": INK,
        "labelExpr": f"({literal(words)})[datum.label]", "labelFontSize": 12,
        "symbolType": "stroke" if isinstance(drawing, Lines) else "square",
        "symbolSize": 700 if isinstance(drawing, Lines) else 140,
    }  # fmt: skip
    encoding = dict(spec["encoding"])
    for channel in ("color", "strokeDash"):
        if channel in encoding:
            encoding[channel] = {**encoding[channel], "legend": legend}
    told = "; ".join(named(source, language) for source in exhibit.sources)
    title = {
        "text": one_line(exhibit.title), "subtitle": textwrap.wrap(told, 100), "anchor": "start", "offset": 12,
        "color": INK, "subtitleColor": INK,
    }  # fmt: skip
    return {**spec, "encoding": encoding, "title": title}


def png(drawn: str) -> bytes:
    """A drawing as a picture on white, twice its size."""
    import vl_convert

    sheet = drawn.replace("><", '><rect width="100%" height="100%" fill="#ffffff"/><', 1)
    made: bytes = vl_convert.svg_to_png(sheet, scale=2)
    return made


def _lines(drawing: Lines, first: int, last: int, language: Language) -> tuple[Spec | None, str]:
    shown = [[(y, v) for y, v in line.points if first <= y <= last] for line in drawing.lines]
    values = [v for points in shown for _, v in points]
    if not values:
        return None, ""
    divisor, heading = scaled(max(map(abs, values)), drawing.unit, language)
    data = []
    for number, points in enumerate(shown):
        known = dict(points)
        years = range(min(known), max(known) + 1) if known else ()
        data += [{"x": y, "y": known[y] / divisor if y in known else None, "s": str(number)} for y in years]
    domain = [str(n) for n in range(len(drawing.lines))]
    colour = [LINES[line.group % len(LINES)] for line in drawing.lines]
    dashes = [_DASHES[line.witness % len(_DASHES)] for line in drawing.lines]

    def by_series(values: list[Any]) -> Spec:
        return {"field": "s", "type": "nominal", "legend": None, "scale": {"domain": domain, "range": values}}

    ink = {"labelColor": INK, "titleColor": INK}
    decimal = "replace(datum.label, '.', ',')" if language == "ru" else "datum.label"
    x = {
        "field": "x", "type": "quantitative",
        "scale": {"domain": [first, last], "nice": False},
        "axis": {"title": None, "format": "d", "grid": False, "labelOverlap": True, "domainColor": INK, **ink},
    }  # fmt: skip
    y = {
        "field": "y", "type": "quantitative",
        "axis": {
            "title": heading or None, "gridColor": GRID, "labelExpr": decimal, "tickCount": 5, "domain": False, **ink
        },
    }  # fmt: skip
    spec = {
        "width": _WIDTH,
        "height": _HEIGHT,
        "data": {"values": data},
        "mark": {"type": "line", "point": {"size": 22}, "strokeWidth": 2},
        "encoding": {"x": x, "y": y, "color": by_series(colour), "strokeDash": by_series(dashes)},
    }
    told = [
        say("exhibit", "series", language, name=line.name, first=min(p)[0], last=max(p)[0], count=len(p))
        for line, p in zip(drawing.lines, shown, strict=True)
        if p
    ]
    return spec, "; ".join(told)


def _bars(drawing: Bars, first: int, last: int, language: Language) -> tuple[Spec | None, str]:
    begin, end = date(first, 1, 1), date(last, 12, 31)
    bars = [bar for bar in drawing.bars if bar.period.overlaps(Period.between(begin, end))]
    if not bars:
        return None, ""
    lanes = list(dict.fromkeys(bar.lane for bar in bars))
    data = [
        {
            "lane": lanes.index(bar.lane),
            "from": str(max(bar.period.start or begin, begin)),
            "to": str(min(bar.period.end or end, end) + _DAY),
            "kind": str(bar.kind),
            "sure": bar.sure,
            "told": one_line(bar.told),
        }
        for bar in bars
    ]
    domain = [str(n) for n in range(len(drawing.kinds))]
    names = {str(n): one_line(lane, _NAME) for n, lane in enumerate(lanes)}
    ink = {"labelColor": INK, "titleColor": INK}
    time = {"type": "temporal", "scale": {"domain": [str(begin), str(end + _DAY)], "nice": False}}
    axis = {"title": None, "format": "%Y", "gridColor": GRID, "domainColor": INK, "tickCount": 10, **ink}
    spec = {
        "width": _WIDTH,
        "height": _LANE * len(lanes),
        "data": {"values": data},
        "mark": {"type": "bar", "height": _LANE - 8, "cornerRadius": 2},
        "encoding": {
            "x": {"field": "from", **time, "axis": axis},
            "x2": {"field": "to"},
            "y": {
                "field": "lane", "type": "ordinal",
                "scale": {"domain": list(range(len(lanes)))},
                "axis": {
                    "title": None, "labelExpr": f"({literal(names)})[datum.label]", "labelLimit": 230,
                    "domain": False, "ticks": False, "grid": False, **ink,
                },
            },
            "color": {
                "field": "kind", "type": "nominal", "legend": None,
                "scale": {"domain": domain, "range": list(SHADES[: len(domain)])},
            },
            "opacity": {"condition": {"test": "datum.sure", "value": 1}, "value": 0.45},
            "description": {"field": "told"},
        },
    }  # fmt: skip
    told = say("exhibit", "lanes", language, count=len(bars), lanes=len(lanes), first=first, last=last)
    return spec, told


def literal(names: dict[str, str]) -> str:
    """A Vega object literal. The words are data: every sign that could end them is written as its code."""

    def quoted(text: str) -> str:
        units = text.encode("utf-16-be")
        codes = (int.from_bytes(units[n : n + 2]) for n in range(0, len(units), 2))
        return "'" + "".join(chr(c) if c < 128 and chr(c).isalnum() else f"\\u{c:04x}" for c in codes) + "'"

    return "{" + ", ".join(f"{quoted(code)}: {quoted(text)}" for code, text in names.items()) + "}"
