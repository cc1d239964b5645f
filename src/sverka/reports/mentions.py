"""What was read, before anything is checked: a plain table of mentions and quotations."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sverka.claims import AUTHOR, Mention, Quotation
from sverka.reports.phrasing import understood
from sverka.reports.safe import clean, one_line
from sverka.reports.words import name, say, spoken


def show(mentions: Sequence[Mention], quotations: Sequence[Quotation], language: str, console: Console) -> None:
    """Print mentions in the order of the text, then quotations with their speakers."""
    tongue = spoken(language)
    if not mentions:
        console.print(say("ui", "nothing", tongue))
    else:
        table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_lines=True, highlight=False)
        table.add_column("", width=9)
        for heading, ratio in (("claim", 2), ("understood", 3), ("short", 3)):
            table.add_column(say("ui", heading, tongue), ratio=ratio, overflow="fold")
        for mention in mentions:
            place = Text(f"{mention.span[0]}–{mention.span[1]}", "dim")
            told = Text(understood(mention.proposition, tongue))
            if mention.modality in ("planned", "hypothetical"):
                told.append(f"\n{say('reason', mention.modality, tongue)}", "italic")
            if mention.voice != AUTHOR:
                told.append("\n" + say("ui", "said_by", tongue, who=clean(name(mention.voice, tongue))), "italic")
            sure = "" if mention.confidence is None else f"\n{mention.confidence:.2f}"
            short = Text(clean(str(mention.proposition)) + sure, "dim")
            table.add_row(place, Text(f"«{one_line(mention.anchor, 160)}»"), told, short)
        console.print(table)
    for quote in quotations:
        speaker = name(quote.speaker, tongue) if quote.speaker else say("ui", "unknown", tongue)
        manner = say("ui", "direct" if quote.direct else "reported", tongue)
        console.print(Text(f"{one_line(speaker)} ({manner}): {one_line(quote.anchor)}"))
