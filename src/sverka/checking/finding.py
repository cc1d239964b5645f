"""Findings: what the sources say of a proposition under each definition, and the verdict that follows.

A finding is built from the inside out: an `Answer` is what one source says, a `Definition` compares the answers of all
sources under one meaning of the words, and the `Verdict` follows from the definitions (docs/verdicts.md).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sverka.claims import Answer as Tested
from sverka.claims import Comparison, Period, Proposition

if TYPE_CHECKING:  # most findings have none
    from sverka.scenarios.summary import Summary


class Outcome(StrEnum):
    """How an answer or a definition comes out."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    TOO_CLOSE = "too close to say"
    CONFLICT = "sources conflict"
    NOT_COVERED = "not covered"


class Verdict(StrEnum):
    """What is said of a claim."""

    HOLDS = "holds"
    FAILS = "fails"
    DEPENDS = "depends"
    DISPUTED = "disputed"
    TOO_CLOSE = "too close"
    NOT_COVERED = "not covered"
    NOT_CHECKABLE = "not checkable"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a number or fact stands: file, sheet or table, cell or line, and what stands there."""

    source: str
    file: str
    sheet: str
    cell: str
    value: str

    def to_json(self) -> dict[str, str]:
        """Flat object of its five fields."""
        return {"source": self.source, "file": self.file, "sheet": self.sheet, "cell": self.cell, "value": self.value}


@dataclass(frozen=True, slots=True)
class Answer:
    """What one source says under one definition.

    Attributes
    ----------
    source : id in the sources' catalogue, or `record:<table>`.
    role : reporter (whose figures they are by right), mirror (the partner's), compiled, record.
    outcome : AGREES, CONTRADICTS, TOO_CLOSE or NOT_COVERED.
    low, high, unit : the computed value or interval; None for facts that are not numbers.
    text : a fact that is no number, in short (dates, names, ids), free of language where it can be.
    period : the period the value belongs to (the candidate year that was met, where none was stated).
    margin, relative : as in `sverka.claims.Comparison`.
    cells : what it was computed from.
    verified : False for record rows that nothing opened confirms; they never decide a verdict.
    note : code of a caveat on this source and period; the words are in the reports.
    """

    source: str
    role: str
    outcome: Outcome
    low: float | None = None
    high: float | None = None
    unit: str = ""
    text: str = ""
    period: Period | None = None
    margin: float | None = None
    relative: float | None = None
    cells: tuple[Cell, ...] = ()
    verified: bool = True
    note: str = ""

    def to_json(self) -> dict[str, Any]:
        """Flat object; numbers rounded to twelve significant digits so that platforms agree."""
        return {
            "source": self.source,
            "role": self.role,
            "outcome": str(self.outcome),
            "low": _rounded(self.low),
            "high": _rounded(self.high),
            "unit": self.unit,
            "text": self.text,
            "period": None if self.period is None else str(self.period),
            "margin": _rounded(self.margin),
            "relative": _rounded(self.relative),
            "cells": [c.to_json() for c in self.cells],
            "verified": self.verified,
            "note": self.note,
        }


def _rounded(number: float | None) -> float | None:
    return None if number is None else float(f"{number:.12g}")


def outcome_of(comparison: Comparison) -> Outcome:
    """Yes agrees, no contradicts, cannot say is too close."""
    return {
        Tested.YES: Outcome.AGREES,
        Tested.NO: Outcome.CONTRADICTS,
        Tested.CANNOT_SAY: Outcome.TOO_CLOSE,
    }[comparison.answer]


@dataclass(frozen=True, slots=True)
class Definition:
    """One meaning of the words, and what every source says under it.

    `id` names the measure and treatment ("turnover", "exports", "eu_as_one"); exactly one definition of a finding is
    the default: the plainest sense of the words. One that stands `beside` is shown and has no vote: other offices'
    figures where the text says whose it uses.
    """

    id: str
    answers: tuple[Answer, ...]
    default: bool = False
    beside: bool = False

    @property
    def outcome(self) -> Outcome:
        """All sources that cover the question, held together.

        Sources that agree and sources that contradict make a conflict; unverified rows have no vote. A contradiction
        needs every voting source: one that cannot say keeps the others from contradicting.
        """
        votes = {a.outcome for a in self.answers if a.outcome != Outcome.NOT_COVERED and a.verified}
        if not votes:
            return Outcome.NOT_COVERED
        if Outcome.AGREES in votes:
            return Outcome.CONFLICT if Outcome.CONTRADICTS in votes else Outcome.AGREES
        return Outcome.CONTRADICTS if votes == {Outcome.CONTRADICTS} else Outcome.TOO_CLOSE

    def to_json(self) -> dict[str, Any]:
        """The definition, its outcome and its answers."""
        answers = [a.to_json() for a in self.answers]
        return {
            "id": self.id,
            "default": self.default,
            "beside": self.beside,
            "outcome": str(self.outcome),
            "answers": answers,
        }


def decide(definitions: Sequence[Definition]) -> Verdict:
    """The verdict that follows from the definitions, the first of which is the default."""
    if not definitions:
        return Verdict.NOT_COVERED
    default, others = definitions[0].outcome, {d.outcome for d in definitions[1:] if not d.beside}
    if default == Outcome.AGREES:
        return Verdict.DEPENDS if others & {Outcome.CONTRADICTS, Outcome.CONFLICT} else Verdict.HOLDS
    if default == Outcome.CONTRADICTS:
        return Verdict.DEPENDS if others & {Outcome.AGREES, Outcome.CONFLICT} else Verdict.FAILS
    return {
        Outcome.CONFLICT: Verdict.DISPUTED,
        Outcome.TOO_CLOSE: Verdict.TOO_CLOSE,
        Outcome.NOT_COVERED: Verdict.NOT_COVERED,
    }[default]


@dataclass(frozen=True, slots=True)
class Alternative:
    """The nearest statement that would hold, and in what it differs: year, partner, flow, value, direction, date."""

    proposition: Proposition
    differs: str

    def to_json(self) -> dict[str, str]:
        """Its short form and what differs."""
        return {"claim": str(self.proposition), "differs": self.differs}


@dataclass(frozen=True, slots=True)
class Series:
    """A series to draw: one source's values by year or month, and the point that the text claims."""

    source: str
    label: str
    unit: str
    points: tuple[tuple[str, float], ...]

    def to_json(self) -> dict[str, Any]:
        """Flat object; points as [period, value]."""
        return {
            "source": self.source,
            "label": self.label,
            "unit": self.unit,
            "points": [[p, _rounded(v)] for p, v in self.points],
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one proposition.

    Attributes
    ----------
    proposition : what was tested.
    verdict : see `Verdict`.
    definitions : the default first; empty where nothing could be tested.
    reason : code of why nothing was decided ("plan", "thesis", "no_source", "no_date", …); empty where it was.
    allowed : the values that the words allow, for figures and changes.
    alternatives : what would hold instead, nearest first.
    ask : code of the office or data set that would know, where no source in reach does.
    series : what a chart may show.
    data_date : as-of date of the newest source used; "" where none was.
    scenarios : stored results of scenarios beside a thesis.
    """

    proposition: Proposition
    verdict: Verdict
    definitions: tuple[Definition, ...] = ()
    reason: str = ""
    allowed: tuple[float, float] | None = None
    alternatives: tuple[Alternative, ...] = ()
    ask: str = ""
    series: tuple[Series, ...] = ()
    data_date: str = ""
    scenarios: "tuple[Summary, ...]" = ()

    @property
    def default(self) -> Definition | None:
        """The default definition, None where nothing was tested."""
        return self.definitions[0] if self.definitions else None

    def to_json(self) -> dict[str, Any]:
        """Everything, as plain JSON."""
        allowed = None
        if self.allowed is not None:
            allowed = [None if abs(edge) == float("inf") else _rounded(edge) for edge in self.allowed]
        return {
            "claim": str(self.proposition),
            "verdict": str(self.verdict),
            "reason": self.reason,
            "allowed": allowed,
            "definitions": [d.to_json() for d in self.definitions],
            "alternatives": [a.to_json() for a in self.alternatives],
            "ask": self.ask,
            "series": [s.to_json() for s in self.series],
            "data_date": self.data_date,
            **({"scenarios": [s.to_json() for s in self.scenarios]} if self.scenarios else {}),
        }


def found(
    proposition: Proposition,
    definitions: Iterable[Definition],
    *,
    alternatives: Iterable[Alternative] = (),
    ask: str = "",
    series: Iterable[Series] = (),
    allowed: tuple[float, float] | None = None,
) -> Finding:
    """A finding from its definitions, the first being the default; `ask` is kept only where nothing was covered.

    A denied proposition is tested as the denial: what agrees with the positive contradicts it.
    """
    held = [replace(d, default=number == 0) for number, d in enumerate(definitions)]
    if proposition.denied:
        held = [_denied(d) for d in held]
    verdict = decide(held)
    return Finding(
        proposition,
        verdict,
        tuple(held),
        reason="no_source" if verdict == Verdict.NOT_COVERED else "",
        allowed=allowed,
        alternatives=tuple(alternatives) if verdict in (Verdict.FAILS, Verdict.DEPENDS) else (),
        ask=ask if verdict == Verdict.NOT_COVERED else "",
        series=tuple(series),
    )


_OPPOSITE = {Outcome.AGREES: Outcome.CONTRADICTS, Outcome.CONTRADICTS: Outcome.AGREES}


def _denied(definition: Definition) -> Definition:
    return replace(
        definition,
        answers=tuple(replace(a, outcome=_OPPOSITE.get(a.outcome, a.outcome)) for a in definition.answers),
    )


def untested(proposition: Proposition, reason: str) -> Finding:
    """A finding for what is not checkable, with the reason's code."""
    return Finding(proposition, Verdict.NOT_CHECKABLE, reason=reason)


@dataclass(frozen=True, slots=True)
class Question:
    """A proposition with what the text around it says of how to test it.

    Attributes
    ----------
    proposition : what is claimed.
    published : the day the text appeared; None if unknown. Nothing later is known to it.
    voice : "author", or the id of whose figures or words the text gives: that state's figures become the default.
    anchor : the words that carry the claim, for what the frame does not hold ("по обороту"); may be empty.
    words : the whole sentence; may be empty.
    years : the years that the text names: the days it tells of.
    """

    proposition: Proposition
    published: date | None = None
    voice: str = "author"
    anchor: str = field(default="", compare=False)
    words: str = field(default="", compare=False)
    years: frozenset[int] = field(default=frozenset(), compare=False)
