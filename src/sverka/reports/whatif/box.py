"""The box beside a thesis: what a stored result says of the bloc or partner it is about, and on what that rests."""

from collections.abc import Iterable
from dataclasses import dataclass

from sverka.reports.safe import one_line
from sverka.reports.whatif.phrases import assumptions, dollars, heading, limits, percent, spread, tell
from sverka.reports.words import Language, name
from sverka.scenarios.outcome import Estimate
from sverka.scenarios.summary import Summary

#: Limits told in the box; the page of the whole result has all.
MOST_LIMITS = 3
_MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Box:
    """A stored result in words, never a verdict: a heading, a line a state, who fills gaps, what it rests on."""

    label: str
    heading: str
    about: str
    rows: tuple[str, ...]
    fills: tuple[str, ...]
    assumptions: tuple[str, ...]
    limits: tuple[str, ...]
    rests_on: str
    whole: str


def boxes(summaries: Iterable[Summary], language: Language) -> tuple[Box, ...]:
    """A box for each stored result."""
    return tuple(_box(summary, language) for summary in summaries)


def _box(summary: Summary, language: Language) -> Box:
    level = percent(100 * float(summary.model["level"]), language)
    return Box(
        label=tell("ui", "box", language),
        heading=f"{tell('ui', 'what_if', language)}: {heading(summary.scenario, language)}",
        about=tell("ui", "box_year", language, year=summary.year, level=level),
        rows=tuple(
            _row(state, changes, summary.model["closure"] == "zero", language) for state, changes in summary.rows
        ),
        fills=tuple(_fills(summary, language)),
        assumptions=tuple(assumptions(summary.assumptions, summary.model, summary.effects, language, brief=True)),
        limits=tuple(limits(summary.limits[:MOST_LIMITS], language)),
        rests_on=tell("ui", "assumptions", language),
        whole=tell("ui", "box_more", language, name=one_line(summary.name)),
    )


def _row(state: str, changes: dict[str, Estimate], balanced: bool, language: Language) -> str:
    """A state's changes; where trade is balanced, exports and imports change alike."""
    trade = ("foreign_trade",) if balanced else ("exports", "imports")
    inside = changes.get("within")
    shown = ["real_income", *trade, *(["within"] if inside is not None and inside.value > -99.9 else [])]
    found = {**changes, "foreign_trade": changes.get("exports")}
    cells = [f"{tell('ui', code, language).lower()} {spread(found.get(code), language)} %" for code in shown]
    return f"{one_line(name(state, language))}: {', '.join(cells)}"


def _fills(summary: Summary, language: Language) -> Iterable[str]:
    for row in summary.replaced:
        found = dict(row.horizons)["long"]
        others = [
            f"{one_line(name(state, language))} {dollars(amount.value, language, sign=True)}"
            for state, amount in found.others[:_MOST_OTHERS]
        ]
        yield tell(
            "ui",
            "box_fill",
            language,
            state=one_line(name(row.state, language)),
            gap=dollars(found.gap.value, language),
            others=", ".join(others) or tell("ui", "nobody", language),
            home=dollars(found.home.value, language, sign=True),
            never=f"{percent(found.never.value, language)} "
            f"({percent(found.never.low, language)} … {percent(found.never.high, language)})",
        )
