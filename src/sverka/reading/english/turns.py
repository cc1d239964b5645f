"""Figures that turn a flow round: «$10 billion against $8 billion going the other way», «bought back», «in return»."""

import re
from dataclasses import replace

from sverka.reading.english.coded import Coded
from sverka.reading.english.flows import Flow
from sverka.reading.english.story import Story

_WAY = (
    r"(?:(?:in |from )?the (?:other|opposite|reverse) (?:way|direction|side)|(?:in|by way of) (?:return|"
    r"exchange)|back|"
    r"to come back|came back)"
)
_AFTER = re.compile(
    rf"(?: worth)?(?: of (?:goods|merchandise|<J\d+> goods))?,? (?:(?:going|coming|flowing|travelling|traveling|"
    rf"moving|"
    rf"went|came|goes|comes|flowed|travelled|moved|heading|headed|sent|shipped|was sent|were sent) )?{_WAY}\b"
)
_BEFORE = re.compile(
    rf"(?:\b(?:(?:returned|repaid|reciprocated) (?:the )?(?:favou?r|compliment|gesture)?,?|replied|answered|responded|"
    rf"(?:got|received|took|bought|imported|sent|shipped)(?: just| only| some)* {_WAY}|going {_WAY},?|"
    rf"{_WAY}(?: went| came| flowed| it (?:bought|got|took))?,?) (?:with |by (?:sending|shipping|selling) )?"
    rf"(?:goods worth |only |just |some )*)$"
)


def turned(line: Coded, start: int, end: int, last: Flow | None, story: Story) -> Flow | None:
    """The flow before, the other way round, where the words beside an amount say so."""
    flow = last
    if flow is None and story.quiet <= 1 and story.owner and story.partner:
        flow = Flow(story.metric, story.owner, story.partner, -0.06, start, start)
    if flow is None or flow.metric == "turnover" or flow.partner in (None, "WLD") or flow.ware:
        return None
    if _AFTER.match(line.text, end) is None and _BEFORE.search(line.text[:start]) is None:
        return None
    source = flow.partner if flow.metric == "exports" else flow.owner
    return replace(
        flow, metric="exports", owner=source, partner=flow.owner if source == flow.partner else flow.partner,
        sure=flow.sure - 0.03, start=start, end=end,
    )  # fmt: skip
