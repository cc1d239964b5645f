"""A small chart beside a claim: each source's series, and the point that the text claims; SVG, drawn without a browser.

The drawing is Vega's, run by vl-convert inside this process; the page needs no script. Colours are the light theme's
own and are turned by the page's style in the dark.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any, TypeAlias

from sverka.checking.finding import Finding, Series
from sverka.claims import Change, Extreme, Figure, Period, Proposition
from sverka.reports.amounts import amount, stated
from sverka.reports.answers import source_name, title
from sverka.reports.dates import label
from sverka.reports.phrasing import by_amount, capital, subject
from sverka.reports.safe import clean, one_line
from sverka.reports.words import Language, say

INK, GRID, CLAIM = "#333333", "#dddddd", "#a4161a"
LINES = ("#1b5e9b", "#9a4d00", "#2d6a2f", "#6a3d9a")
_DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3])
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, ""))
_SIZE = {"width": 420, "height": 150}
Spec: TypeAlias = dict[str, Any]
_ID = re.compile(r'(id="|url\(#|href="#)([\w-]+)')


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, with what it shows said in words and as rows (period, value by each source).

    `svg` is the drawing as it stands in a page: the SVG itself, or where a server keeps it the element that shows it.
    """

    svg: str
    alt: str
    caption: str
    sources: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def chart(finding: Finding, number: int, language: Language) -> Chart | None:
    """The chart of a finding; None where there is no series to draw."""
    told = undrawn(finding, language)
    return None if told is None else replace(told, svg=drawing(finding, number, language))


def undrawn(finding: Finding, language: Language) -> Chart | None:
    """What the chart of a finding would show, in words and rows, its drawing left empty: drawing costs the most."""
    series, claim = _shown(finding), finding.proposition
    if not series or not isinstance(claim, Figure | Change | Extreme):
        return None
    point, names = _claimed(claim, series), _names(series, language)
    alt = _alt(_what(claim, language), series, names, point is not None, language)
    return Chart("", alt, _caption(claim, point is not None, language), names, _rows(series, language))


def drawing(finding: Finding, number: int, language: Language) -> str:
    """The SVG of a finding that has a series; its ids carry the number, so that many can stand in one page."""
    series, claim = _shown(finding), finding.proposition
    assert isinstance(claim, Figure | Change | Extreme)
    point = _claimed(claim, series)
    title_ = say("ui", "chart", language, subject=_what(claim, language))
    alt = _alt(_what(claim, language), series, _names(series, language), point is not None, language)
    return titled(_draw(series, point, language), f"chart{number}", title_, alt)


def _shown(finding: Finding) -> list[Series]:
    return [s for s in finding.series if len(s.points) > 1][: len(LINES)]


def _what(claim: Figure | Change | Extreme, language: Language) -> str:
    return capital(subject(claim.metric, claim.parties, language))


def _names(series: list[Series], language: Language) -> tuple[str, ...]:
    """Sources by producer; those of one producer by what they call themselves too."""
    plain = [source_name(s.source, language) for s in series]
    told = [
        one_line(f"{p} – {title(s.source, language)}", 90) if plain.count(p) > 1 else p
        for p, s in zip(plain, series, strict=True)
    ]
    return tuple(f"{name} ({s.source})" if told.count(name) > 1 else name for name, s in zip(told, series, strict=True))


def _claimed(claim: Proposition, series: list[Series]) -> tuple[str, float] | None:
    """The point that the text claims: (year, value). Of a change, from the first source's earlier value."""
    values = {point[:4]: value for point, value in series[0].points}
    if isinstance(claim, Figure):
        period = claim.period or Period.parse(series[0].points[-1][0])
        return (str(period.last)[:4], (claim.low + claim.high) / 2) if period.last else None
    if claim.period is None or claim.period.last is None or claim.period.first is None:
        return None
    last = str(claim.period.last)[:4]
    if isinstance(claim, Extreme):
        return (last, values[last]) if last in values else None
    assert isinstance(claim, Change)
    first = str(claim.period.first)[:4]
    base = values.get(first if first != last else str(int(last) - 1))
    sign, size = (1 if claim.direction == "+" else -1), (claim.low + claim.high) / 2
    if base is None or claim.unit == "pp":
        return None
    if claim.unit == "%":
        return last, base * (1 + sign * size / 100)
    if claim.unit == "x":
        return (last, base * size if sign > 0 else base / size) if size else None
    return last, base + sign * size


def _draw(series: list[Series], point: tuple[str, float] | None, language: Language) -> str:
    import vl_convert  # late: it brings a JavaScript engine of its own

    values = [v for s in series for _, v in s.points] + ([point[1]] if point else [])
    scale, heading = scaled(max(map(abs, values)), series[0].unit, language)
    data = [{"x": p[:4], "y": v / scale, "s": str(number)} for number, s in enumerate(series) for p, v in s.points]
    x, y = _axes(heading, language)
    layers = [_lines(len(series), x, y)]
    if point:
        mark = {"type": "point", "shape": "diamond", "size": 150, "filled": True, "color": CLAIM, "opacity": 1}
        claimed = {"values": [{"x": point[0], "y": point[1] / scale}]}
        layers.append({"data": claimed, "mark": mark, "encoding": {"x": x, "y": y}})
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        **_SIZE,
        "background": None,
        "data": {"values": data},
        "layer": layers,
        "config": {"view": {"stroke": None}, "font": "sans-serif"},
    }
    drawn: str = vl_convert.vegalite_to_svg(spec)
    return drawn


def _axes(heading: str, language: Language) -> tuple[Spec, Spec]:
    ink = {"labelColor": INK, "titleColor": INK}
    years = {"title": None, "labelAngle": 0, "labelOverlap": True, "domainColor": INK, **ink}
    decimal = "replace(datum.label, '.', ',')" if language == "ru" else "datum.label"
    values = {"title": heading, "gridColor": GRID, "labelExpr": decimal, "tickCount": 4, "domain": False, **ink}
    x = {"field": "x", "type": "ordinal", "axis": years}
    return x, {"field": "y", "type": "quantitative", "axis": values}


def _lines(count: int, x: Spec, y: Spec) -> Spec:
    """A line a source, told apart by colour and by dashes."""

    def by_source(values: Sequence[object]) -> Spec:
        scale = {"domain": [str(n) for n in range(count)], "range": list(values[:count])}
        return {"field": "s", "type": "nominal", "legend": None, "scale": scale}

    encoding = {"x": x, "y": y, "color": by_source(LINES), "strokeDash": by_source(_DASHES)}
    return {"mark": {"type": "line", "point": {"size": 28}, "strokeWidth": 2}, "encoding": encoding}


def scaled(largest: float, unit: str, language: Language) -> tuple[float, str]:
    """What to divide values by so that an axis is short to read, and the axis's title."""
    plain = unit in ("%", "pp", "x")
    scale, word = next(((s, w) for s, w in _SCALES if w and largest >= s and not plain), (1.0, ""))
    told = say("unit", unit, language, default=unit) if unit else ""
    return scale, " ".join(filter(None, (say("scale", word, language) if word else "", told)))


def titled(svg: str, id_: str, heading: str, alt: str) -> str:
    """The drawing with its name and description for those who cannot see it; ids made its own."""
    svg = _ID.sub(lambda found: f"{found[1]}{id_}-{found[2]}", svg)
    opening, rest = svg.split(">", 1)
    named = f'{opening} role="img" aria-labelledby="{id_}-title {id_}-desc">'
    words = f'<title id="{id_}-title">{escape(heading)}</title><desc id="{id_}-desc">{escape(alt)}</desc>'
    return named + words + rest


def _alt(what: str, series: list[Series], names: tuple[str, ...], marked: bool, language: Language) -> str:
    told = []
    for name, one in zip(names, series, strict=True):
        values = [v for _, v in one.points]
        told.append(
            say(
                "ui", "chart_alt", language, subject=what, source=name,
                first=one.points[0][0][:4], last=one.points[-1][0][:4],
                low=amount(min(values), one.unit, language, 3), high=amount(max(values), one.unit, language, 3),
            )
        )  # fmt: skip
    return clean("; ".join(told) + (f". {say('ui', 'chart_mark', language)}" if marked else ""))


def _caption(claim: Figure | Change | Extreme, marked: bool, language: Language) -> str:
    if not marked:
        return ""
    if isinstance(claim, Change):
        return say("ui", "chart_implied", language, amount=by_amount(claim.quantity, language))
    point = say("ui", "chart_point", language)
    return f"{point}: {stated(claim.quantity, language)}" if isinstance(claim, Figure) else point


def _rows(series: list[Series], language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    periods = sorted({p for s in series for p, _ in s.points})
    tables = [dict(s.points) for s in series]
    return tuple(
        (
            label(Period.parse(p), language),
            tuple(amount(t[p], s.unit, language) if p in t else "–" for t, s in zip(tables, series, strict=True)),
        )
        for p in periods
    )
