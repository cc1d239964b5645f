"""Revisions: offices go on correcting a year after they have printed it, and a text can only know the print of its day.

Where the period was new when the text appeared, a number that is off by no more than such corrections refutes nothing,
even where two tables of today agree against it: both have been corrected since. A number that is given to its last
digits was copied from a print; of others the table here must be younger than the text.
"""

from dataclasses import replace
from datetime import date

from sverka.checking.finding import Answer, Finding, Outcome, Verdict, decide
from sverka.claims import Change, Figure, Period
from sverka.sources import catalogue

#: How many times over a first print may differ from the later table: in nine of ten cases the months of Russia's trade
#: with a partner add up to within this of the year as its yearly table has it, in nineteen of twenty within the next.
REVISED, COPIED = 1.03, 1.05
#: The same of a print of part of a year.
PART = 1.08
#: Half a unit of the last digit, as a share of the number: from three digits on it was copied from a print.
_EXACT = 0.005
#: What nobody counts every year: compilers differ by as much as a first print does, whatever the day.
_ESTIMATED = frozenset({"population"})
#: For so many months after a period its figures go on being corrected.
SETTLED = 24


def eased(finding: Finding, published: date | None) -> Finding:
    """The finding with contradictions that later corrections explain made too close to say."""
    claim = finding.proposition
    if finding.verdict != Verdict.FAILS or published is None or not isinstance(claim, Figure | Change) or claim.denied:
        return finding
    confused = any(a.differs in ("flow", "year") for a in finding.alternatives)  # then it is that, not an early print
    if confused:
        return finding
    definitions = tuple(
        replace(d, answers=tuple(_eased(a, finding, published) for a in d.answers)) for d in finding.definitions
    )
    verdict = decide(definitions)
    alternatives = finding.alternatives if verdict == Verdict.FAILS else ()
    return replace(finding, definitions=definitions, verdict=verdict, alternatives=alternatives)


def _eased(answer: Answer, finding: Finding, published: date) -> Answer:
    if answer.outcome != Outcome.CONTRADICTS or answer.low is None or answer.high is None or finding.allowed is None:
        return answer
    claim = finding.proposition
    assert isinstance(claim, Figure | Change)
    copied = _copied(claim)
    printed = _new(answer, published) and (copied or _younger(answer, published))
    if not printed and claim.metric not in _ESTIMATED:
        return answer
    floor, ceiling = finding.allowed
    months = claim.period.months if claim.period is not None else None
    times = REVISED if not copied else PART if months is not None and months < 12 else COPIED
    low, high = _before_correction(claim, answer.low, answer.high, times)
    outside = answer.high < floor or answer.low > ceiling
    if not outside or high < floor or low > ceiling:
        return answer
    return replace(answer, outcome=Outcome.TOO_CLOSE, note=answer.note or "revised")


def _copied(claim: Figure | Change) -> bool:
    """Whether a number has three digits or more, or a percentage its tenths."""
    half, size = claim.quantity.half_width, max(abs(claim.low), abs(claim.high))
    return claim.bound == "=" and (half <= _EXACT * size or (claim.unit == "%" and half <= 10 * _EXACT))


def _new(answer: Answer, published: date) -> bool:
    end = answer.period.end if answer.period is not None else None
    if end is None or answer.source.startswith("record:"):
        return False
    return 12 * (published.year - end.year) + published.month - end.month <= SETTLED


def _younger(answer: Answer, published: date) -> bool:
    end = Period.parse(catalogue.source(answer.source).as_of).end
    return end is not None and end > published


def _before_correction(claim: Figure | Change, low: float, high: float, times: float) -> tuple[float, float]:
    """The interval in which the number may have lain at first; of a change only its later end is taken to move."""
    if not isinstance(claim, Change):
        return low / times, high * times
    if claim.unit == "%":
        return 100 * ((1 + low / 100) / times - 1), 100 * ((1 + high / 100) * times - 1)
    return (low / times, high * times) if claim.unit == "x" else (low, high)
