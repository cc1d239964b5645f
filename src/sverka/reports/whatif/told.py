"""Everything that is told of an outcome, in words, ready to be set on a terminal or a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from sverka.reports.answers import source_name
from sverka.reports.safe import one_line
from sverka.reports.whatif.phrases import (
    assumptions,
    dollars,
    heading,
    limits,
    names,
    percent,
    remarks,
    signed,
    spread,
    tell,
)
from sverka.reports.words import Language, name
from sverka.scenarios.outcome import WORTH_REPLACING, Estimate, Filled, Json, Outcome, Replaced
from sverka.sources import catalogue

#: States in the table, and states elsewhere that gain or lose most.
MOST_ROWS, MOST_OTHERS = 40, 6
#: What a state elsewhere must gain or lose in a year to be told of, in dollars.
WORTH_TELLING = 1e7


@dataclass(frozen=True, slots=True)
class Fill:
    """Who takes a place at one horizon: `lines` are (who, how much, within what interval)."""

    horizon: str
    gap: str
    lines: tuple[tuple[str, str, str], ...]
    never: str


@dataclass(frozen=True, slots=True)
class Place:
    """A state's lost trade, and who takes the place of the lost partners at each horizon."""

    title: str
    fills: tuple[Fill, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome in words. `columns` are the heads of the table, `rows` its cells, the state first."""

    heading: str
    world: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str
    others: tuple[str, ...]
    places: tuple[Place, ...]
    arithmetic: tuple[str, ...]
    assumptions: tuple[str, ...]
    limits: tuple[str, ...]
    remarks: tuple[str, ...]
    certificate: str
    sources: tuple[str, ...]
    key: str


def told(outcome: Outcome, language: Language) -> Told:
    """An outcome in words."""
    world = outcome.world
    level = percent(100 * outcome.model["level"], language)
    cut = "within_cut" if outcome.scenario["kind"] in ("embargo", "replace", "sanction") else "within"
    # where trade is balanced, exports and imports change alike
    trade = ("foreign_trade",) if outcome.model["closure"] == "zero" else ("exports", "imports")
    columns = ("state", "real_income", "real_income_short", *trade, cut)
    shown = outcome.focus[:MOST_ROWS]
    hidden = len(outcome.focus) - len(shown)
    return Told(
        heading=f"{tell('ui', 'what_if', language)}: {heading(outcome.scenario, language)}",
        world=tell("ui", "world", language, year=world["year"], source=tell("source", world["source"], language)),
        caption=tell("ui", "changes" if outcome.model["draws"] else "changes_bare", language, level=level),
        columns=tuple(tell("ui", column, language) for column in columns),
        rows=tuple(_row(outcome, state, language) for state in shown),
        more=tell("ui", "more", language, count=hidden) if hidden else "",
        others=tuple(_others(outcome, language)),
        places=tuple(_place(row, language) for row in outcome.replaced if row.weight >= WORTH_REPLACING),
        arithmetic=tuple(
            _arithmetic(row, outcome, language) for row in outcome.arithmetic if row["share"] >= WORTH_REPLACING
        ),
        assumptions=tuple(assumptions(outcome.assumptions, outcome.model, outcome.effects, language)),
        limits=tuple(limits(outcome.limits, language)),
        remarks=tuple(remarks(world["remarks"], language)),
        certificate=_certificate(outcome.certificate, language),
        sources=tuple(_sources(world["inputs"], language)),
        key=tell("ui", "key", language, key=outcome.key, version=outcome.made_by),
    )


def _row(outcome: Outcome, state: str, language: Language) -> tuple[str, ...]:
    trade = ("exports",) if outcome.model["closure"] == "zero" else ("exports", "imports")
    cells = [outcome.of(state, "real_income"), outcome.of(state, "real_income", "short")]
    cells += [outcome.of(state, measure) for measure in (*trade, "within")]
    return (one_line(name(state, language)), *(spread(cell, language) for cell in cells))


def _others(outcome: Outcome, language: Language) -> Iterator[str]:
    """States it is not about that gain or lose most, in dollars of real income a year."""
    gdp = dict(zip(outcome.states, outcome.world["gdp_usd"], strict=True))
    changes = dict(zip(outcome.states, outcome.changes["long"]["real_income"], strict=True))
    found = [
        (gdp[state] * change.value / 100, state, change.value)
        for state, change in changes.items()
        if change is not None and state not in outcome.focus
    ]
    found.sort(key=lambda row: -abs(row[0]))
    for usd, state, change in found[:MOST_OTHERS]:
        if abs(usd) >= WORTH_TELLING:
            amount, share = dollars(usd, language, sign=True), f"{signed(change, language, 4)} %"
            yield tell(
                "ui", "other_line", language, state=one_line(name(state, language)), amount=amount, percent=share
            )


def _place(row: Replaced, language: Language) -> Place:
    fields = {"amount": dollars(row.before, language), "share": percent(row.share, language)}
    state, partners = one_line(name(row.state, language)), names(row.partners, language)
    title = tell("ui", row.side, language, state=state, partners=partners, **fields)
    return Place(title, tuple(_fill(horizon, filled, row.side, language) for horizon, filled in row.horizons))


def _fill(horizon: str, filled: Filled, side: str, language: Language) -> Fill:
    lines = [(one_line(name(state, language)), *_money(amount, language)) for state, amount in filled.others]
    lines.append((tell("ui", "rest", language), *_money(filled.rest, language)))
    lines.append((tell("ui", f"home_{side}", language), *_money(filled.home, language)))
    gap = tell("ui", f"gap_{side}", language, gap=dollars(filled.gap.value, language))
    never = never_filled(filled.never, language) if side == "supply" else ""
    return Fill(tell("ui", horizon, language), gap, tuple(lines), never)


def never_filled(never: Estimate, language: Language) -> str:
    """«не возмещается 14 % (от 9,5 до 27)»."""
    fields = {
        "share": percent(never.value, language),
        "low": percent(never.low, language),
        "high": percent(never.high, language),
    }
    words = tell("ui", "never_words", language, **fields)
    return f"{words} – {tell('ui', 'never_over', language)}" if never.value > 100 else words


def _money(estimate: Estimate, language: Language) -> tuple[str, str]:
    middle = dollars(estimate.value, language, sign=True)
    if estimate.low == estimate.high:
        return middle, ""
    return middle, f"({dollars(estimate.low, language)} … {dollars(estimate.high, language)})"


def _arithmetic(row: Json, outcome: Outcome, language: Language) -> str:
    lost = next((r.partners for r in outcome.replaced if (r.state, r.side) == (row["state"], row["side"])), ())
    others = ", ".join(f"{one_line(name(state, language))} {dollars(usd, language)}" for state, usd in row["others"])
    return tell(
        "ui",
        f"arithmetic_{row['side']}",
        language,
        state=one_line(name(row["state"], language)),
        partners=names(lost, language) if lost else "–",
        amount=dollars(row["usd"], language),
        share=percent(row["share"], language),
        of_gdp=percent(row["of_gdp"], language),
        spare=percent(100 * row["spare"], language),
        others=others or "–",
        never=percent(row["never"], language),
    )


def _certificate(seal: Json, language: Language) -> str:
    residual, share = f"{seal['residual_at_most']:.0e}", f"{seal['share_error_at_most']:.0e}"
    fields = {"solutions": seal["solutions"], "failed": seal["failed"]}
    return tell("ui", "certificate_words", language, residual=residual, share=share, **fields)


def _sources(inputs: list[Json], language: Language) -> Iterator[str]:
    """Each source with its citation, version and the hashes of its files."""
    for given in inputs:
        known = given["source"] in catalogue.sources()
        own = tell("source", given["source"], language)
        words = source_name(given["source"], language) if known else one_line(own)
        citation = f" {catalogue.source(given['source']).citation}" if known else ""
        hashes = ", ".join(str(digest)[:12] for digest in given["sha256"][:4])
        yield one_line(f"{words} ({given['source']}).{citation} {str(given['version'])[:12]}; SHA-256 {hashes}")
