"""What any metric of the claim language is worth in a period, by every source that has it."""

import re
from collections.abc import Sequence
from datetime import date

from sverka.checking import trade
from sverka.checking.finding import Cell
from sverka.checking.values import Value, share
from sverka.claims import Period
from sverka.record import organizations, states
from sverka.sources import state_figures

#: Metrics of single states: in whole years only.
STATE_METRICS = ("gdp", "population", "military.personnel", "military.spending")
#: Metrics whose unit is not money or persons but a share of a whole.
SHARES = {"gdp.share": "gdp"}
#: Half of the last digit in which the tables print a metric.
ROUNDING = {"population": 500.0, "military.personnel": 500.0, "military.spending": 500.0, "gdp": 0.5}
#: How many times over the output that was known when a text was written may differ from what is published of the year
#: today: Vietnam's of 2011 was raised by 27 % in 2020, and dollars follow revised exchange rates too.
REVISION = 1.3

#: Relations that no single table measures; `relations` answers them.
RELATIONS = frozenset({"ally", "friend", "closeness", "dependence"})
_POLITICALLY = re.compile(r"политич|дипломатич|\bpolitical|diplomatic", re.IGNORECASE)


def is_relation(metric: str, words: str = "") -> bool:
    """Whether a place or comparison is about a relation: an ally, a friend, dependence, a partner in politics."""
    return relation(metric, words) in RELATIONS


def relation(metric: str, words: str) -> str:
    """The metric, a partner in politics being `closeness`."""
    return "closeness" if metric == "partner" and _POLITICALLY.search(words) else metric


def values(
    metric: str,
    parties: Sequence[str],
    period: Period,
    unit: str = "",
    on: date | None = None,
    *,
    every_file: bool = False,
) -> list[Value]:
    """Every source's value; empty where none covers the question.

    `unit` "%" of a metric that is not itself a share asks for the first party's share in the second's. An organization
    is its members `on` a day; at the end of the period where none is given. `every_file` keeps the sum of an office's
    months beside the year that the same office prints (a record may stand in one and not in the other).
    """
    if metric.startswith("trade."):
        found = trade.values(metric, parties, period)
        return found if every_file else trade.one_file_an_office(found)
    if metric in SHARES or (unit == "%" and metric in ("gdp", "population")):
        return _share(SHARES.get(metric, metric), parties, period, on)
    if metric in STATE_METRICS and len(parties) == 1:
        return _of_state(metric, parties[0], period, on)
    return []


def _year(period: Period) -> int | None:
    whole = period.grain == "year" and period.months == 12
    return period.start.year if whole and period.start is not None else None


def _of_state(metric: str, party: str, period: Period, on: date | None) -> list[Value]:
    year, party = _year(period), organizations.resolve(party)
    if year is None:
        return []
    if states.exists(party) or party == "WLD":
        figure = state_figures.in_year(party, metric, year)
        if figure is not None:
            return [_value([figure], metric, period)]
        return _world(metric, period) if party == "WLD" else []
    assert period.end is not None
    found = [state_figures.in_year(s, metric, year) for s in organizations.members(party, on or period.end)]
    known = [f for f in found if f is not None]
    return [_value(known, metric, period)] if known and len(known) == len(found) else []


def _world(metric: str, period: Period) -> list[Value]:
    """All states added up, where the source prints no total of the world."""
    assert period.start is not None
    figures = state_figures.states(metric, period.start.year)
    return [_value(figures, metric, period)] if len(figures) > 150 else []


def _value(figures: Sequence[state_figures.StateFigure], metric: str, period: Period) -> Value:
    total, half = sum(f.value for f in figures), ROUNDING[metric] * len(figures)
    first = figures[0]
    cells = tuple(Cell(f.source, f.file, f.state, f.cell, f"{f.value:.0f}") for f in figures)
    slack = REVISION if metric == "gdp" else 1.0
    return Value(
        first.source, "compiled", total - half, total + half, first.unit, period, cells, slack=slack, why="revised"
    )


def _share(metric: str, parties: Sequence[str], period: Period, on: date | None) -> list[Value]:
    """[part, whole]; one party alone is a share of the world."""
    part, whole = (parties[0], parties[1] if len(parties) == 2 else "WLD") if parties else ("", "")
    if not part or len(parties) > 2:
        return []
    quotients = [
        share(a, b)
        for a in _of_state(metric, part, period, on)
        for b in _of_state(metric, whole, period, on)
        if a.source == b.source
    ]
    return [q for q in quotients if q is not None]
