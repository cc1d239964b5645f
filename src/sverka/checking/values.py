"""Values: one number that one source gives, with its period and the cells it was computed from; and testing it."""

from dataclasses import dataclass, replace

from sverka.checking.finding import Answer, Cell, Outcome, outcome_of
from sverka.claims import Period, Quantity


@dataclass(frozen=True, slots=True)
class Value:
    """A computed number or interval in base units.

    Attributes
    ----------
    source, role : as in `Answer`.
    low, high : equal unless the source's rounding or coverage leaves an interval.
    basis : "origin" or "consignment" where the source tells imports apart, else "".
    status : "artefact" (the catalogue says the number is wrong), "preliminary", or "".
    slack, why : how many times over the number that the text may have meant can differ from this one, and the code of
        the reason: it stands in for the state's own figures, or it was revised since.
    """

    source: str
    role: str
    low: float
    high: float
    unit: str
    period: Period
    cells: tuple[Cell, ...]
    basis: str = ""
    status: str = ""
    slack: float = 1.0
    why: str = "stand_in"

    @property
    def middle(self) -> float:
        """The middle of the interval."""
        return (self.low + self.high) / 2

    def answer(self, quantity: Quantity) -> Answer:
        """Hold it against a stated quantity. A known artefact is shown and has no vote."""
        comparison = quantity.compare(self.low, self.high)
        return replace(self.shown(outcome_of(comparison)), margin=comparison.margin, relative=comparison.relative)

    def lenient(self, quantity: Quantity) -> Answer:
        """The same, but a number with slack contradicts only what is far from it."""
        strict = self.answer(quantity)
        if strict.outcome != Outcome.CONTRADICTS or self.slack == 1:
            return strict
        outcome = outcome_of(quantity.compare(self.low / self.slack, self.high * self.slack))
        if outcome == Outcome.CONTRADICTS:
            return strict
        return replace(strict, outcome=outcome, note=strict.note or self.why)

    def shown(self, outcome: Outcome) -> Answer:
        """An answer with this value and a given outcome."""
        return Answer(
            self.source,
            self.role,
            outcome,
            self.low,
            self.high,
            self.unit,
            period=self.period,
            cells=self.cells,
            verified=self.status != "artefact",
            note=self.status,
        )


def ratio(after: Value, before: Value, unit: str) -> Value | None:
    """How much `after` is of `before`: times ("x"), or the change in per cent ("%"); None when `before` is zero.

    With intervals, the quotient's own interval: [a.low / b.high, a.high / b.low].
    """
    if before.low <= 0:
        return None
    low, high = after.low / before.high, after.high / before.low
    if unit == "%":
        low, high = 100 * (low - 1), 100 * (high - 1)
    return _joined(after, before, low, high, unit)


def difference(after: Value, before: Value, unit: str) -> Value:
    """`after` minus `before`, in `unit`."""
    return _joined(after, before, after.low - before.high, after.high - before.low, unit)


def share(part: Value, whole: Value) -> Value | None:
    """`part` as a percentage of `whole`; None when the whole is zero."""
    if whole.low <= 0:
        return None
    return _joined(part, whole, 100 * part.low / whole.high, 100 * part.high / whole.low, "%")


def _joined(a: Value, b: Value, low: float, high: float, unit: str) -> Value:
    status = "artefact" if "artefact" in (a.status, b.status) else a.status or b.status
    return replace(a, low=low, high=high, unit=unit, cells=(*a.cells, *b.cells), status=status, slack=1.0)


def by_source(values: list[Value]) -> dict[tuple[str, str, str], Value]:
    """Values keyed by source, role and basis."""
    return {(v.source, v.role, v.basis): v for v in values}


def bases(values: list[Value]) -> list[tuple[str, list[Value]]]:
    """Values sorted into definitions by how imports are counted.

    One definition ("") where no source tells origin from consignment; else one for each, the plain figures in both,
    consignment first: it is the basis on which a partner is met in a customs table.
    """
    kinds = {v.basis for v in values} - {""}
    if not kinds:
        return [("", values)]
    return [(kind, [v for v in values if v.basis in ("", kind)]) for kind in sorted(kinds)]
