"""Partners of bare flows: that of the flow before, of the text's two states, of the story, or the world."""

import re
from dataclasses import replace

from sverka.reading.english.coded import Coded
from sverka.reading.english.flows import Flow
from sverka.reading.english.pairs import other
from sverka.reading.english.story import Story


def filled(flow: Flow, line: Coded, story: Story, before: Flow | None) -> Flow:
    """A bare flow given its partner: that of the flow before it in the sentence, of the story, else the world."""
    if flow.partner is not None or flow.owner is None:
        return flow
    if (
        before is not None
        and before.partner not in (None, "WLD")
        and before.owner == flow.owner
        and before.metric != "turnover"
        and before.end < flow.start
        and _together(line.text[before.end : flow.start])
    ):
        return replace(flow, partner=before.partner, sure=flow.sure - 0.06)
    if before is not None and before.partner is not None and before.owner == flow.owner:
        certain = before.partner == "WLD" or before.metric == "turnover"
        return replace(flow, partner=before.partner, sure=flow.sure - (0.05 if certain else 0.3))
    pair = story.spoken.get("pair")
    told = story.partner is not None and story.partner != "WLD"
    near = _near(flow, line, story, before)
    if near is not None:
        return near
    if told and flow.metric == "turnover" and flow.owner in (story.owner, story.partner):
        other = story.partner if flow.owner == story.owner else story.owner
        return replace(flow, partner=other, sure=flow.sure - 0.12)
    if flow.metric == "turnover" and not told and isinstance(pair, list) and flow.owner in pair and len(pair) == 2:
        return replace(flow, partner=next(p for p in pair if p != flow.owner), sure=flow.sure - 0.2)
    if told and flow.owner == story.partner and story.owner is not None:
        return replace(flow, partner=story.owner, sure=flow.sure - 0.24)
    if not told:
        return replace(flow, partner="WLD", sure=flow.sure - (0.25 if flow.metric == "turnover" else 0.05))
    if story.owner == flow.owner:
        return replace(flow, partner=story.partner, sure=flow.sure - (0.24 if story.metric == "turnover" else 0.3))
    return replace(flow, partner="WLD", sure=flow.sure - 0.35)


_WIDE = re.compile(r"\b(?:abroad|overseas|world|total|overall|foreign|external|worldwide|all (?:its|their))\b")


def _together(gap: str) -> bool:
    """«sold X goods worth … and bought …»: two verbs or nouns of one breath, no third party between them."""
    return re.search(r"[;:]|<[SJO]\d+>|\.", gap) is None and _WIDE.search(gap) is None and len(gap) < 90


def _near(flow: Flow, line: Coded, story: Story, before: Flow | None) -> Flow | None:
    """A bare flow in a text about two states, right after trade between them: it is between them too."""
    partner = other(story, flow.owner)
    if partner is None or flow.ware or _WIDE.search(line.text[max(0, flow.start - 50) : flow.end + 50]):
        return None
    if story.quiet > 1 or "world" in story.spoken or {story.owner, story.partner} != set(story.pair or ()):
        return None
    third = [i for i in line.ids(line.text) if len(i) == 3 and i not in (story.pair or ())]
    return replace(flow, partner=partner, sure=flow.sure - 0.1 - 0.04 * story.quiet - 0.2 * bool(third))
