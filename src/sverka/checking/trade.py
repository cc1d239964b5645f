"""Trade as a claim asks for it: what each source says of a metric between parties in a period.

Parties of exports and imports are [reporter, partner]; of turnover, in either order; of a share, [whose trade, with
whom]. A single party trades with the world. A partner may be an organization: then its members of that date are added
up, where the source lists every partner or prints the group itself.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from sverka.checking.finding import Cell
from sverka.checking.periods import stretches
from sverka.checking.values import Value, by_source, share
from sverka.claims import Period
from sverka.record import organizations, states
from sverka.sources import catalogue, trade
from sverka.sources.trade import COMPILED, Total

#: Half of the last digit that national tables print: 0.1 million dollars.
ROUNDING = 0.05e6
FLOWS = ("turnover", "exports", "imports")
#: How many times over a state's own figures may differ from those of its partner or of a compiler, who mostly print
#: what the buyer reports. Where we have both, nine in ten exports stay within twice the partner's figure and two in
#: three within twice the compiled one (`python -m benchmarks mirrors`).
SLACK = {"exports": 2.0, "imports": 1.25, "turnover": 1.25}
#: A table of main partners names the largest; a place further down than this cannot be read from it.
MAIN_PARTNERS_DEPTH = 10


def flow_of(metric: str) -> str | None:
    """ "exports" of "trade.exports"; None for metrics that no trade table has."""
    name = metric.removeprefix("trade.")
    return name if metric.startswith("trade.") and name in FLOWS else None


def values(metric: str, parties: Sequence[str], period: Period) -> list[Value]:
    """What every source gives; empty where none covers the whole period. Several years are added up."""
    pair = _pair(parties)
    parts = stretches(period)
    if pair is None or parts is None:
        return []
    if metric == "trade.share":
        return shares("turnover", parties, period)
    flow = flow_of(metric)
    if flow is None:
        return []
    found: dict[tuple[str, str, str], list[Value]] = {}
    for year, first, last in parts:
        for key, value in by_source(_one_year(flow, *pair, year, first, last)).items():
            found.setdefault(key, []).append(value)
    return [_added(list_, period) for list_ in found.values() if len(list_) == len(parts)]


def shares(flow: str, parties: Sequence[str], period: Period) -> list[Value]:
    """The partner's share in a flow ("turnover", "exports", "imports") of the first party, in per cent, by source.

    Only the first party's own statistics and compiled data have both the part and the whole.
    """
    pair = _pair(parties)
    if pair is None or pair[1] == "WLD" or period.months != 12 or period.start is None or period.start.month != 1:
        return []
    whole, partner = pair
    year = period.start.year
    out = []
    for part in _one_year(flow, whole, partner, year, 1, 12):
        if part.role != "compiled" and catalogue.source(part.source).reporters != (whole,):
            continue
        total = world(whole, flow, year, part.source, part.basis)
        quotient = share(part, total) if total else None
        if quotient is not None:
            out.append(quotient)
    return out


def _pair(parties: Sequence[str]) -> tuple[str, str] | None:
    known = [organizations.resolve(p) for p in parties]
    if len(known) not in (1, 2):
        return None
    return known[0], known[1] if len(known) == 2 else "WLD"


def _one_year(flow: str, a: str, b: str, year: int, first: int, last: int) -> list[Value]:
    """Every source's number for a stretch of one year. The compiled source appears once."""
    out = [_value(t, "reporter") for t in _totals(flow, a, b, year, first, last)]
    if flow == "turnover":
        out += [_value(t, "reporter") for t in _totals(flow, b, a, year, first, last) if t.source != COMPILED]
    elif states.exists(b):
        mirrored = "imports" if flow == "exports" else "exports"
        seen = {v.source for v in out}
        out += [_value(t, "mirror") for t in _totals(mirrored, b, a, year, first, last) if t.source not in seen]
    found = _witnesses(out)
    if any(v.role == "reporter" for v in found):
        return found
    return [replace(v, slack=SLACK[flow]) for v in found]


def _totals(flow: str, reporter: str, partner: str, year: int, first: int, last: int) -> list[Total]:
    if not states.exists(reporter):
        return []
    printed = _printed(flow, reporter, partner, year, first, last)
    if states.exists(partner) or partner == "WLD":
        return printed
    have = {t.source for t in printed}
    return printed + [t for t in _group(flow, reporter, partner, year, first, last) if t.source not in have]


def _printed(flow: str, reporter: str, partner: str, year: int, first: int, last: int) -> list[Total]:
    whole = (first, last) == (1, 12)
    if partner == "WLD" and whole:
        national = [s for s in catalogue.sources().values() if s.reporters == (reporter,)]
        found = [
            trade.world(reporter, flow, year, s.id, basis) for s in national for basis in ("origin", "consignment")
        ]
        unique = {(t.source, t.basis): t for t in found if t is not None}
        return list(unique.values())
    if flow == "turnover":
        return trade.turnover(reporter, partner, year, first, last)
    return trade.over(reporter, partner, flow, year, first, last)


def _group(flow: str, reporter: str, group: str, year: int, first: int, last: int) -> list[Total]:
    """The members of a group at the end of the year added up, from sources that list all partners."""
    members = set(organizations.members(group, date(year, 12, 31))) - {reporter}
    if not members or (first, last) != (1, 12):
        return []
    out = []
    for source, basis in _full_lists(reporter, flow, year):
        rows = [t for t in partner_totals(reporter, flow, year, source, basis) if t.partner in members]
        if rows:
            value = sum(t.value for t in rows)
            used = tuple(row for t in rows for row in t.rows)
            out.append(Total(value, reporter, group, flow, year, 1, 12, rows[0].basis, source, used))
    return out


def _full_lists(reporter: str, flow: str, year: int) -> list[tuple[str, str]]:
    """Sources (and bases) that list all partners of a reporter in a year."""
    out = []
    for source in catalogue.sources().values():
        if source.partners != "all" or not (source.id == COMPILED or source.reporters == (reporter,)):
            continue
        for basis in ("consignment", "origin") if reporter == "ARM" else ("origin",):
            out.append((source.id, basis))
    return out


@lru_cache(maxsize=512)
def partner_totals(reporter: str, flow: str, year: int, source: str, basis: str = "origin") -> tuple[Total, ...]:
    """All partner states of a reporter in one source, largest first."""
    return tuple(trade.partners(reporter, flow, year, source, basis))


def world(reporter: str, flow: str, year: int, source: str, basis: str) -> Value | None:
    """All of a reporter's trade in a year: as its office prints it, or the partners of the compiled source added up."""
    if source == COMPILED:
        rows = partner_totals(reporter, flow, year, COMPILED)
        if not rows:
            return None
        used = tuple(row for t in rows for row in t.rows)
        total: Total | None = Total(sum(t.value for t in rows), reporter, "WLD", flow, year, 1, 12, "", COMPILED, used)
    else:
        office = catalogue.source(source).producer
        same = [s.id for s in catalogue.sources().values() if s.producer == office and s.reporters == (reporter,)]
        totals = (
            trade.world(reporter, flow, year, s, basis or "origin") for s in sorted(same, key=lambda s: s != source)
        )
        total = next((t for t in totals if t is not None), None)
    return None if total is None else _value(total, "reporter")


def _value(total: Total, role: str) -> Value:
    months = Period.of(total.year)
    if (total.month_from, total.month_to) != (1, 12):
        months = Period.parse(f"{total.year}-{total.month_from:02d}/{total.year}-{total.month_to:02d}")
    return Value(
        total.source,
        "compiled" if total.source == COMPILED else role,
        total.value - ROUNDING,
        total.value + ROUNDING,
        "USD",
        months,
        cells(total),
        total.basis,
        total.status,
    )


def cells(total: Total) -> tuple[Cell, ...]:
    """Where the published rows of a total stand."""
    return tuple(Cell(r.source, r.file, r.sheet, r.cell, f"{r.value:.0f}") for r in total.rows)


def _added(list_: list[Value], period: Period) -> Value:
    first = list_[0]
    if len(list_) == 1:
        return first
    status = next((v.status for v in list_ if v.status == "artefact"), first.status)
    return Value(
        first.source,
        first.role,
        sum(v.low for v in list_),
        sum(v.high for v in list_),
        first.unit,
        period,
        tuple(c for v in list_ for c in v.cells),
        first.basis,
        status,
        max(v.slack for v in list_),
    )


def _witnesses(found: list[Value]) -> list[Value]:
    """Two files that carry the same published number are one witness: the compiled copy of an office's figure goes."""
    offices = [v for v in found if v.role != "compiled"]
    return offices + [
        v for v in found if v.role == "compiled" and not any(abs(v.middle - o.middle) <= ROUNDING for o in offices)
    ]


def one_file_an_office(values: Sequence[Value]) -> list[Value]:
    """Drop what an office's months add up to where the office itself prints the number: it is the same witness."""
    printed = {(catalogue.source(v.source).producer, v.role) for v in values if len(v.cells) <= 2}
    return [v for v in values if len(v.cells) <= 2 or (catalogue.source(v.source).producer, v.role) not in printed]
