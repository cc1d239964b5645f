"""The report on a terminal: a table in an editor's order, plain where it is piped, colour never the only sign."""

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sverka.checking.finding import Finding, Outcome, Verdict
from sverka.reports.answers import Line
from sverka.reports.cards import OUTCOMES, Card, card, lone_card
from sverka.reports.dates import today_is
from sverka.reports.order import fold, lay_out
from sverka.reports.report import Difference, Report
from sverka.reports.safe import clean, one_line
from sverka.reports.words import Language, plural, say, spoken

STYLES = {
    Verdict.HOLDS: "bold green",
    Verdict.FAILS: "bold red",
    Verdict.DEPENDS: "bold yellow",
    Verdict.DISPUTED: "bold magenta",
    Verdict.TOO_CLOSE: "bold cyan",
    Verdict.NOT_COVERED: "bold blue",
    Verdict.NOT_CHECKABLE: "dim",
}
_OUTCOME_STYLES = {Outcome.AGREES: "green", Outcome.CONTRADICTS: "red", Outcome.TOO_CLOSE: "cyan"}
#: Narrower than this, the evidence goes under the claim instead of beside it.
WIDE = 100
#: Sources listed for one claim in the table; the page and the JSON have all.
_LINES = 3


def show(report: Report, console: Console, language: Language | None = None) -> None:
    """Print a report."""
    tongue = language or spoken(report.language)
    console.print(_head(report, tongue), soft_wrap=False)
    desk = lay_out(card(c, number, tongue, report.language) for number, c in enumerate(report.checked, 1))
    if not report.checked:
        console.print(say("ui", "nothing", tongue))
    if desk.shown:
        console.print(_table(desk.shown, console.width, tongue))
    for kind, cards in desk.folded:
        line = Text()
        line.append("✓ ", STYLES[Verdict.HOLDS])
        line.append(clean(fold(kind, cards, tongue)))
        console.print(line)
    if desk.unchecked:
        console.print()
        console.print(Text(say("ui", "theses", tongue), "bold"))
        for found in desk.unchecked:
            console.print(_unchecked(found))
            for line in _boxes(found):
                console.print(line)


def show_finding(finding: Finding, console: Console, language: Language) -> None:
    """Print the answer to one claim, every definition and source of it."""
    found = lone_card(finding, language)
    head = Text()
    head.append(f"{found.symbol} {found.verdict_name}", STYLES[found.verdict])
    head.append(f"  {found.understood}")
    console.print(head)
    console.print(Text(found.short, "dim"))
    for row in [*_remarks(found, language, quoted=False), *_boxes(found)]:
        console.print(row)
    for meaning in found.meanings:
        title = Text()
        title.append(f"\n{OUTCOMES[meaning.outcome]} ", _OUTCOME_STYLES.get(meaning.outcome, ""))
        title.append(meaning.name, "bold")
        marks = [say("ui", mark, language) for mark in ("default", "beside") if getattr(meaning, mark)]
        title.append(f" – {meaning.outcome_name}" + (f" ({', '.join(marks)})" if marks else ""))
        console.print(title)
        for line in meaning.lines:
            console.print(_source(line))


def show_differences(differences: list[Difference], console: Console) -> None:
    """Print what a replay found otherwise, one a line."""
    for found in differences:
        where = f"claim {found.number} «{one_line(found.anchor, 60)}»" if found.number else f"source {found.anchor}"
        console.print(Text(f"{where}: {found.field}: {one_line(found.before, 120)} → {one_line(found.now, 120)}"))


def _head(report: Report, language: Language) -> Text:
    count = len(report.checked)
    dated = (
        say("ui", "published", language, date=today_is(report.published, language))
        if report.published
        else say("ui", "no_published", language)
    )
    words = plural(count, say("ui", "claims", language), language)
    return Text(f"{dated}. {count} {words}.", "bold")


def _table(cards: tuple[Card, ...], width: int, language: Language) -> Table:
    wide = width >= WIDE
    table = Table(box=box.SIMPLE_HEAD, show_lines=True, expand=True, pad_edge=False, highlight=False)
    table.add_column(say("ui", "verdict", language), width=18, overflow="fold")
    table.add_column(say("ui", "claim", language), ratio=2, overflow="fold")
    if wide:
        table.add_column(say("ui", "evidence", language), ratio=3, overflow="fold")
    for found in cards:
        verdict = Text(f"{found.symbol} {found.verdict_name}", STYLES[found.verdict])
        claim = Text(f"«{one_line(found.anchor, 160)}»", "bold")
        claim.append(f"\n{found.understood}", "not bold")
        claim.append(f"\n{found.short}", "dim not bold")
        if found.voice:
            claim.append("\n" + say("ui", "said_by", language, who=found.voice), "not bold")
        evidence = Text("\n").join([*_evidence(found, language), *_remarks(found, language)])
        if wide:
            table.add_row(verdict, claim, evidence)
        else:
            table.add_row(verdict, Text("\n").join([claim, evidence]))
    return table


def _evidence(found: Card, language: Language) -> Iterator[Text]:
    """Values of the sources that decided; where they stand is said by the correction, where there is one."""
    for line in found.decisive[:_LINES]:
        yield _source(line, where=not found.correction)
    for meaning in found.aside:
        for line in meaning.lines[:1]:
            beside = f"{say('ui', 'beside', language)}, {meaning.name}"
            yield Text(f"· {beside}: {line.source}: {line.value}", "dim")


def _source(line: Line, *, where: bool = True) -> Text:
    """«✓ Бюро …: 24,62 млрд долл. (2021 год) – в пределах сказанного», and where it stands."""
    text = Text()
    sign, style = OUTCOMES[line.outcome], _OUTCOME_STYLES.get(line.outcome, "")
    text.append(*((f"{sign} ", style) if line.verified else ("· ", "dim")))
    text.append(f"{line.source}: ")
    text.append(line.value or "–", "bold")
    if line.period != "–" and line.period not in line.value:
        text.append(f" ({line.period})")
    if line.margin:
        text.append(f" – {line.margin}")
    if line.note:
        text.append(f" [{line.note}]")
    place = "; ".join([*(str(p) for p in line.places[:2]), *([line.data] if line.data else [])])
    if where and place:
        text.append(f"\n  {place}", "dim")
    return text


def _remarks(found: Card, language: Language, *, quoted: bool = True) -> Iterator[Text]:
    if found.summary:
        yield Text(found.summary, "italic")
    if found.tolerance and found.meanings:
        yield Text(f"{say('ui', 'tolerance', language)}: {found.tolerance}", "dim")
    if found.ask:
        yield Text(f"{say('ui', 'ask', language)}: {found.ask}")
    for near in found.nearest[:2]:
        yield Text(f"{say('ui', 'nearest', language)}: {near}")
    if found.correction and quoted:
        yield Text(f"{say('ui', 'correction', language)}: {found.correction}", "bold")


def _unchecked(found: Card) -> Text:
    text = Text(f"{found.symbol} ", STYLES[found.verdict])
    text.append(f"«{one_line(found.anchor, 160)}»")
    if found.kind != "thesis":
        text.append(f" – {found.summary}", "dim")
    return text


def _boxes(found: Card) -> Iterator[Text]:
    """Stored results of scenarios beside a thesis, a line a state."""
    for box_ in found.boxes:
        yield Text(f"  ┌ {box_.label}", "dim")
        text = Text("  │ ", "dim")
        text.append(f"{box_.heading}. ", "bold not dim")
        text.append(box_.about)
        yield text
        for row in (*box_.rows, *box_.fills):
            yield Text(f"  │ · {row}")
        for row in (*box_.assumptions, *box_.limits):
            yield Text(f"  │ {row}", "dim")
        yield Text(f"  └ {box_.whole}", "dim")
