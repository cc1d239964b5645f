"""Series to draw beside a claim: a value over the years around the one it is about, by each source that has it."""

from dataclasses import replace
from functools import lru_cache

from sverka.checking import metrics
from sverka.checking.finding import Finding, Series, Verdict
from sverka.checking.metrics import STATE_METRICS
from sverka.checking.trade import flow_of
from sverka.claims import Change, Figure, Period

#: Years shown before and after the period of the claim.
BEFORE, AFTER = 8, 2
#: Fewer points than this are no line.
ENOUGH = 3


def with_series(finding: Finding) -> Finding:
    """The finding with its series filled in where it is a figure or a change of something that sources print yearly."""
    claim = finding.proposition
    if finding.series or not isinstance(claim, Figure | Change) or finding.verdict == Verdict.NOT_CHECKABLE:
        return finding
    if flow_of(claim.metric) is None and claim.metric not in STATE_METRICS:
        return finding
    period = _met(finding)
    if period is None or not any(d.answers for d in finding.definitions):
        return finding
    return replace(finding, series=drawn(claim.metric, claim.parties, period))


def _met(finding: Finding) -> Period | None:
    """The year, or months of one year, that the claim ends on; where it names none, the one that was met."""
    periods = [finding.proposition.period]
    periods += [a.period for d in finding.definitions for a in d.answers]
    period = next((p for p in periods if p is not None), None)
    if period is None or period.last is None:
        return None
    if period.grain == "year":
        return Period(replace(period.last, qualifier=""), replace(period.last, qualifier=""))
    if period.grain == "month" and period.months is not None and period.months <= 12:
        return period
    return None


@lru_cache(maxsize=256)
def drawn(metric: str, parties: tuple[str, ...], period: Period) -> tuple[Series, ...]:
    """One series a source: the same stretch of each year from some before the period to some after."""
    found: dict[str, list[tuple[str, float]]] = {}
    units: dict[str, str] = {}
    for shift in range(-BEFORE, AFTER + 1):
        moved = period.shift(years=shift)
        for value in metrics.values(metric, parties, moved):
            points = found.setdefault(value.source, [])
            if value.status != "artefact" and (not points or points[-1][0] != str(moved)):
                points.append((str(moved), value.middle))
                units[value.source] = value.unit
    return tuple(
        Series(source, metric, units[source], tuple(points))
        for source, points in sorted(found.items())
        if len(points) >= ENOUGH
    )
