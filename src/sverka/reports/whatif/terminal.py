"""The result of a scenario on a terminal: a table, who replaces whom, and what the numbers rest on."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sverka.reports.whatif.phrases import tell
from sverka.reports.whatif.told import Place, Told, told
from sverka.reports.words import Language
from sverka.scenarios.outcome import Outcome

_BAR = 24


def show(outcome: Outcome, console: Console, language: Language) -> None:
    """Print an outcome."""
    words = told(outcome, language)
    console.print(Text(words.heading, "bold"))
    console.print(Text(f"{words.world}. {words.caption}.", "dim"))
    console.print(_table(words))
    if words.more:
        console.print(Text(words.more, "dim"))
    for line in _bars(outcome, words):
        console.print(line)
    if words.others:
        _section(console, "others", language)
        for told_ in words.others:
            console.print(Text(f"  {told_}"))
    if words.places:
        _section(console, "replaced", language)
        for place in words.places:
            _place(console, place)
    for code, lines in (
        ("arithmetic", words.arithmetic),
        ("assumptions", words.assumptions),
        ("limits", words.limits),
        ("remarks", words.remarks),
        ("certificate", (words.certificate,)),
        ("sources", words.sources),
    ):
        _list(console, code, lines, language)
    console.print()
    console.print(Text(words.key, "dim"))


def _table(words: Told) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, highlight=False)
    for at, column in enumerate(words.columns):
        table.add_column(column, justify="left" if at == 0 else "right", overflow="fold")
    for row in words.rows:
        table.add_row(*(Text(cell, "bold" if at == 0 else "") for at, cell in enumerate(row)))
    return table


def _bars(outcome: Outcome, words: Told) -> list[Text]:
    """A bar for each state's real income in the long run, the interval as a thinner line past it."""
    found = [(row[0], outcome.of(s, "real_income")) for row, s in zip(words.rows, outcome.focus, strict=False)]
    known = [(label, estimate) for label, estimate in found if estimate is not None]
    largest = max((max(abs(e.low), abs(e.high)) for _, e in known), default=0.0)
    if largest < 1e-3:
        return []
    wide = max(len(label) for label, _ in known)
    lines = [Text(f"{words.columns[1]}:", "dim")]
    for label, estimate in known:
        reach = sorted((abs(estimate.low), abs(estimate.high)))[1]
        solid, whole = (round(_BAR * part / largest) for part in (abs(estimate.value), reach))
        sign = "−" if estimate.value < 0 else "+"
        bar = f"{label:<{wide}} {sign} {'█' * solid}{'─' * max(0, whole - solid)}"
        lines.append(Text(bar, "red" if estimate.value < 0 else "green"))
    return lines


def _section(console: Console, code: str, language: Language) -> None:
    console.print()
    console.print(Text(tell("ui", code, language), "bold"))


def _place(console: Console, place: Place) -> None:
    console.print(Text(f"  {place.title}"))
    for fill in place.fills:
        lines = "; ".join(f"{who} {amount}" for who, amount, _ in fill.lines)
        text = Text(f"    {fill.horizon}: ", "dim")
        text.append(f"{fill.gap} {lines}.", "not dim")
        if fill.never:
            text.append(f" {fill.never[:1].upper()}{fill.never[1:]}.", "bold not dim")
        console.print(text)


def _list(console: Console, code: str, lines: Sequence[str], language: Language) -> None:
    if lines:
        _section(console, code, language)
        for line in lines:
            console.print(Text(f"  · {line}"))
