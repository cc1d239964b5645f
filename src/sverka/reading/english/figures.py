"""Figures and changes in English: each amount with its metric, parties, period and direction."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sverka.claims.mention import Mention
from sverka.claims.period import Period
from sverka.claims.proposition import Change, Figure
from sverka.reading.english.coded import Coded
from sverka.reading.english.filling import filled
from sverka.reading.english.flows import Flow, flows
from sverka.reading.english.kinds import Said, said
from sverka.reading.english.metrics import Measure, measured
from sverka.reading.english.shares import Share, share
from sverka.reading.english.story import Story, mention, modality
from sverka.reading.english.timing import Timing, averaged, change_period, timing
from sverka.reading.english.turns import turned

_ELLIPSIS = re.compile(
    r"(?:^|[;,—]|\band|\bwhile|\bfollowed by|\bahead of) ?(?:then )?(?:<D\d+> "
    r")?<S(?P<n>\d+)>[^<;:]{0,40}?(?: with| at|,| on|:| \()? ?$"
)
_PLACE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|place|spot|"
    r"runner-up|followed|behind|ahead|top|leader)\b"
)
_AGAIN = re.compile(
    r"^\W*(?:(?:in |over |for |by )?<D\d+>,? )?(?:it|that|this|growth|(?:the|an?|that) (?:annual |overall )"
    r"?(?:growth|rise|increase|fall|decline|drop|figure|total|sum|volume|value|"
    r"flow|number))\b(?: (?:in|over|for|during) <D\d+>)?[^<]{0,30}$"
)
_OVERRIDE = re.compile(
    r"(?:(?:,|;|\band|\bwhile|\bbut)(?: (?:that|those|trade|sales|exports|imports|the "
    r"(?:figure|one)))? (?P<p>with|to|from|for) (?:the )?<(?P<x>[SO]\d+)>[^<>;]{0,30}"
    r"|<(?P<y>S\d+)>,? (?:with|at) (?:its |a |an |only |just |some )*"
    r"|<(?P<z>S\d+)>,? (?:which |who )?(?:accounted for|brought in|made up|stood at|followed "
    r"with|came to) (?:only |just )*)$"
)
_FOREIGN_TO_TRADE = re.compile(
    r"\b(?:deficit|surplus|gap|imbalance|shortfall|deals?|contracts?|agreements?|investments?|"
    r"loans?|projects?|funds?|credits?|debts?|fines?|grants?|aid|package|subsid\w+|"
    r"remittances|tariffs?|dut(?:y|ies)|budget|gdp|economy|output|reserves|pipeline|per cent "
    r"of gdp|population|a barrel|barrel)\b[^,;<]{0,40}$"
)
_AFTER_TRADE = re.compile(
    r" (?:of|in) (?:<J\d+> |its |their |two-way |bilateral |mutual |annual )*(?:goods|trade|"
    r"turnover|exports|imports|commerce|merchandise|sales|purchases)\b|"
    r" (?:was|were|being) (?:its )?(?:exports|imports)\b| (?:exports|imports)(?=[.,;)])|(?: worth)? of "
    r"(?:<J\d+> |its )?goods"
)
_RIVAL = re.compile(
    r"<A\d+>(?: in <D\d+>| by <J\d+> [a-z]+)?(?:,? against|,? versus|,? compared (?:with|to)|,? rather than|,? not) $"
    r"|<A\d+> (?:by|according to) <[JS]\d+>(?:'s)? [a-z]+(?:,| and|, but|;) $"
)
#: «compared with 2018 ($75 billion)»: the value of that year.
_VALUE_OF = re.compile(r"<(D\d+)> \((?:[a-z~]{1,14} ){0,2}$")
_NOT_WORLD = re.compile(
    r"^ (?:a barrel|per barrel|a tonne|per tonne|a head|per head|per person|a month|a day|"
    r"each|an hour|a ton|per thousand)"
)
#: The grade of what the words leave open: too low for a verdict.
_OPEN = 0.05


def figures(line: Coded, story: Story) -> list[Mention]:
    """Figures and changes of a sentence; the story learns what they were about."""
    out: list[Mention] = []
    found = flows(line, story)
    before: Said | None = None
    last: Flow | None = None
    spoken: set[str] = set()
    for mark, start, end in list(line.marks("A")):
        how = said(line, mark, start, before)
        if how is None:
            continue
        part = share(line, mark, start, story) if line.amounts[mark].unit == "%" and how.kind == "figure" else None
        flow = None
        back = turned(line, start, end, last, story) if part is None and how.kind == "figure" else None
        if back is None and _RIVAL.search(line.text[:start]) is not None:
            continue  # a second figure of the same breath: of someone or something else
        if part is None:
            flow = back or _flow_of(line, start, end, found, last, story)
        frame = _framed(line, mark, start, end, how, part, flow, story)
        if frame is not None and ((flow is not None and flow.open) or averaged(line, start)):
            frame = frame.model_copy(update={"confidence": _OPEN})
        before = how if how.kind == "change" else before
        if part is not None:
            if not line.text.startswith(" of it ", end):
                story.spoken["share"], story.spoken["share_line"] = part, line.start
            if part.metric == "trade.share":
                last = Flow(f"{part.flow}", part.parties[0], part.parties[1], part.sure - 0.05, start, part.stop)
        elif flow is not None and not flow.ware and back is None and (flow.inner or flow.owner is None):
            last = flow
        elif flow is not None and not flow.ware and back is None:
            last = flow
            spoken.add(flow.metric)
            if flow.partner == "WLD":
                story.spoken["world"] = True
            story.quiet = -1 if flow.partner not in (None, "WLD") else 99
            story.metric, story.owner, story.partner = flow.metric, flow.owner, flow.partner
        if frame is not None:
            out.append(frame)
            claim = frame.proposition
            if isinstance(claim, Figure | Change):
                story.spoken[f"{line.start}:{mark}"] = (claim.metric, claim.parties, frame.confidence or 0.0)
    if len(spoken) > 1:
        story.spoken["several"] = line.start
    elif spoken:
        story.spoken.pop("several", None)
    if not line.amounts:
        _listen(line, found, story)
    return out


def _listen(line: Coded, found: list[Flow], story: Story) -> None:
    for flow in found[:1]:
        if flow.partner and not flow.ware:
            story.metric, story.owner, story.partner = flow.metric, flow.owner, flow.partner
            story.quiet = -1 if flow.partner != "WLD" else 99


def _flow_of(line: Coded, start: int, end: int, found: list[Flow], last: Flow | None, story: Story) -> Flow | None:
    """The flow an amount measures: the nearest cue before it, else just after it, else the one spoken of before."""
    text = line.text
    earlier = [f for f in found if f.start < start]
    later = [f for f in found if f.start >= end]
    if _NOT_WORLD.match(text[end:]):
        return None
    if (
        later
        and _AFTER_TRADE.match(text, end)
        and text[end : later[0].start].count("<A") == 0
        and not (earlier and re.search(r",|;| and ", text[end : later[0].start]))
        and later[0].start - end < 30
    ):
        return filled(later[0], line, story, earlier[-1] if earlier else None)
    if earlier:
        flow = earlier[-1]
        gap = text[flow.end : start]
        if last is not None and flow.end <= last.end <= start:
            flow = last
        if ";" in text[flow.end : start] and not _OVERRIDE.search(gap):
            return _elsewhere(text[:start], flow, line, story)
        if _FOREIGN_TO_TRADE.search(gap) or _FOREIGN_TO_TRADE.search(text[max(0, start - 40) : start]):
            return None
        other = _OVERRIDE.search(gap)
        new = line.names[other["x"] or other["y"] or other["z"]].id if other is not None else None
        if other is not None and new is not None and new not in (flow.owner, flow.partner):
            return replace(
                flow,
                partner=new,
                start=flow.end + other.start(),
                end=start,
                sure=flow.sure - 0.05,
            )
        previous = earlier[-2] if len(earlier) > 1 and earlier[-1] is flow else None
        return filled(flow, line, story, previous or (last if last is not flow else None))
    if last is not None and re.fullmatch(r",? (?:or |worth |some |by |to )?(?:\(|by |to )?", text[last.end : start]):
        return replace(last, sure=last.sure - 0.05)
    if story.metric and not earlier:
        left = text[:start]
        ellipsis = _ELLIPSIS.search(left)
        if ellipsis is not None and _PLACE.search(left[ellipsis.start() :] + text[end : end + 20]):
            partner = line.names[f"S{ellipsis['n']}"].id
            if partner != story.owner and story.owner is not None and "several" not in story.spoken:
                return Flow(
                    story.metric, story.owner, partner, -0.15 if story.list_of else -0.3, ellipsis.start(), start
                )
        if _AGAIN.search(left):
            return Flow(story.metric, story.owner, story.partner, -0.2, 0, start)
    return None


def _elsewhere(left: str, flow: Flow, line: Coded, story: Story) -> Flow | None:
    """After a semicolon: «…; Russia came second with $9 billion» goes on with the flow, anything else does not."""
    ellipsis = _ELLIPSIS.search(left)
    if ellipsis is None or not _PLACE.search(left[ellipsis.start() :]):
        return None
    partner = line.names[f"S{ellipsis['n']}"].id
    return replace(flow, partner=partner, sure=flow.sure - 0.15) if partner != flow.owner else None


def _framed(
    line: Coded, mark: str, start: int, end: int, how: Said, part: Share | None, flow: Flow | None, story: Story
) -> Mention | None:
    amount = line.amounts[mark]
    when = timing(line, start, end, story)
    if amount.preposition == "from" and amount.kind == "money":
        # the level before the change: only where its own date stands beside it
        own = re.match(r",? (?:in |at the end of )?<(D\d+)>", line.text[end:])
        period = line.dates[own[1]].period if own else None
        if period is None:
            return None
        when = Timing(period)
    elif (year := _VALUE_OF.search(line.text[max(0, start - 40) : start])) and line.text.startswith(")", end):
        when = Timing(line.dates[year[1]].period) if how.kind == "figure" else when
    other = measured(line, mark, start, story) if part is None else None
    confidence = 0.88
    if part is not None:
        metric, parties, confidence = part.metric, part.parties, confidence + part.sure
        end = part.stop
    elif other is not None and (flow is None or _closer(other, flow, start)):
        if how.kind == "figure" and amount.unit == "%" and other.metric not in ("inflation", "poll", "tariff"):
            return None
        metric, parties, confidence = other.metric, other.parties, confidence - 0.05 + other.sure
    elif (
        flow is not None
        and amount.kind in ("money", "number", "percent", "fraction", "times", "points")
        and (len(flow.parties) == 2 or flow.inner)
    ):
        if how.kind == "figure" and amount.kind not in ("money", "number"):
            return None
        metric, parties, confidence = f"trade.{flow.metric}", flow.parties, confidence + flow.sure
        if flow.ware:
            metric, confidence = "trade.other", confidence - 0.2
    else:
        return None
    if parties[-1:] == ("WLD",) and metric.startswith("trade.") and parties[0] != story.home:
        confidence -= 0.1
    unit = amount.unit
    if amount.kind == "number":
        unit = _unit_of(metric)
        if unit == "USD":
            earlier = [
                line.amounts[k].unit for k, _, b in line.marks("A") if b <= start and line.amounts[k].kind == "money"
            ]
            unit = earlier[-1] if earlier else unit
            confidence -= 0.05 if earlier else 0.15
    return _mention(line, mark, (how.start, end), how, (metric, parties, unit, confidence), when, story)


def _closer(other: Measure, flow: Flow, start: int) -> bool:
    return other.start > flow.start and other.start < start


def _unit_of(metric: str) -> str:
    if metric.startswith("trade.") or metric in ("gdp", "military.spending", "investment", "debt", "aid", "budget"):
        return "USD"
    return (
        "persons" if metric in ("population", "military.personnel", "migration", "tourism", "casualties") else "units"
    )


def _mention(
    line: Coded,
    mark: str,
    span: tuple[int, int],
    how: Said,
    what: tuple[str, tuple[str, ...], str, float],
    when: Timing,
    story: Story,
) -> Mention | None:
    metric, parties, unit, confidence = what
    amount = line.amounts[mark]
    mode = modality(line, span[0], span[1])
    period = when.period
    if mode == "asserted" and period is not None and period.begins_after(story.published):
        mode = "planned"
    if mode in ("planned", "hypothetical") and not when.said:
        period, when = None, Timing(None)
    if mode == "denied" and how.settled:
        mode = "asserted"
    if mode == "denied":
        confidence -= 0.3
    confidence -= 0.0 if when.said else 0.2 if story.doubtful else 0.06
    if re.search(r"\b(?:fiscal|financial) year\b", line.text) or _split_year(line):
        confidence -= 0.3
    fields = {
        "metric": metric, "parties": parties, "low": amount.quantity.low, "high": amount.quantity.high, "unit": unit,
        "bound": how.bound, "tolerance": amount.quantity.tolerance,
    }  # fmt: skip
    if metric == "price" and how.kind == "figure":
        period = period if when.said else None
    proposition: Figure | Change
    if how.kind == "change":
        stretch: Period | None = change_period(when)
        proposition = Change(**fields, direction=how.direction, period=stretch)
        confidence -= 0.0 if stretch is not None else 0.2
    else:
        proposition = Figure(**fields, period=period)
        confidence -= 0.0 if period is not None else 0.06
    if confidence < 0.35:
        return None
    return mention(line, span[0], span[1], proposition, confidence, mode)


def _split_year(line: Coded) -> bool:
    """«In 2015-16»: a year of accounts, which open data do not count by."""
    return any(re.search(r"\d{4}[-–/]\d\d$", line.source[w.start : w.end]) for w in line.dates.values())


def moved(line: Coded, story: Story) -> Iterator[Flow]:
    """Flows of a sentence with their partners filled in: for records and ranks."""
    before: Flow | None = None
    for flow in flows(line, story):
        if flow.owner is None:
            continue  # between those who are not named
        before = filled(flow, line, story, before)
        yield before
