"""Records in English: «a record», «its lowest since 2009», «have never had a better year»."""

import re

from sverka.claims.mention import Mention
from sverka.claims.period import Period, Point
from sverka.claims.proposition import Extreme
from sverka.claims.vocabulary import Extremum
from sverka.reading.english.coded import Coded
from sverka.reading.english.figures import moved
from sverka.reading.english.flows import Flow
from sverka.reading.english.story import Story, mention, modality
from sverka.reading.english.timing import timing

_RECORD = re.compile(
    r"\b(?:(?:set|hit|hitting|setting|reached|reaching|broke|breaking|posted|posting|marked|"
    r"at|to|was|were|is|of|notched up|climbed to|rose to|fell to|sank to) )?"
    r"(?:(?:a|an|its|their|another|the|yet another|new) ){0,4}(?P<w>(?:all-time|historic|record|"
    r"unprecedented) (?P<low>low)|(?:all-time|historic|record)(?:-| )?(?:high|peak|level|"
    r"breaking)?|new (?:high|peak)|all-time peak)\b(?! of (?:failure|success)|s? (?:label|"
    r"company|number of people))(?: level)?(?:,| too)?"
)
_SUPERLATIVE = re.compile(
    r"\b(?:its|their|the|a) (?:(?P<max>highest|biggest|largest|best|strongest|most)|"
    r"(?P<min>lowest|smallest|worst|weakest|poorest|least)) (?:annual |yearly )?(?:levels?|"
    r"figures?|values?|years?|totals?|results?|volumes?|readings?|points?|sums?)?(?: |, )?"
    r"(?P<t>ever|on record|in (?:its|the country's|their|modern) history|of all time|since "
    r"(?:independence|records began)|since (?P<d><D\d+>)|(?P<span><D\d+>))"
)
_BEST_YEAR = re.compile(
    r"\b(?P<w>best|worst|record|strongest|weakest|poorest|most successful) year (?:ever|on "
    r"record|in (?:its|their|the country's) history|since (?P<d><D\d+>))"
)
_NEVER = re.compile(
    r"\b(?:ha(?:s|d|ve) |was |were )?never (?:before )?(?:had|seen|known|been|sold|bought|"
    r"exported|imported|traded|reached|stood|fallen|risen|shipped|earned|taken|enjoyed) (?:so "
    r"|such )?(?:(?:an? |as )?(?:\w+ )?)?(?:(?P<max>better|higher|more|larger|greater|bigger|"
    r"so much|so high|much)|(?P<min>lower|worse|less|smaller|weaker|so low|so little))(?: "
    r"year| figures?| level| results?| abroad| goods)*(?P<before>,? (?:in|until|since) "
    r"<D\d+>)?"
)
_NO_RECORD = re.compile(r"\b(?:track|criminal|on|off the|world|human[- ]rights|for the|the historical|voting) $")


def extremes(line: Coded, story: Story) -> list[Mention]:
    """Records of a sentence whose metric and parties can be told."""
    out: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for m in _SUPERLATIVE.finditer(line.text):
        direction: Extremum = "max" if m["max"] else "min"
        _add(out, taken, line, story, m, direction)
    for m in _BEST_YEAR.finditer(line.text):
        _add(out, taken, line, story, m, "min" if m["w"] in ("worst", "weakest", "poorest") else "max")
    for m in _NEVER.finditer(line.text):
        _add(out, taken, line, story, m, "max" if m["max"] else "min")
    for m in _RECORD.finditer(line.text):
        if _NO_RECORD.search(line.text[: m.start("w")]) is None:
            _add(out, taken, line, story, m, "min" if m["low"] else "max")
    return out


def _add(
    out: list[Mention], taken: list[tuple[int, int]], line: Coded, story: Story, m: re.Match[str], direction: Extremum
) -> None:
    if any(a < m.end() and m.start() < b for a, b in taken):
        return
    what = _metric(line, story, m.start(), m.end())
    if what is None:
        return
    metric, parties, confidence = what
    # «a record $21.9 billion in 2012»: the date is that of the sum beside it
    sum_ = re.match(r" (?:of )?<A\d+>", line.text[m.end() :])
    when = timing(line, m.start(), m.end() + (sum_.end() if sum_ else 0), story)
    period = when.period
    groups = m.groupdict()
    if groups.get("span"):
        stretch = line.dates[str(groups["span"])[1:-1]]
        if stretch.relation != "span" or stretch.period is None or period is None:
            return
        period = stretch.period
    since = line.dates[groups["d"][1:-1]].period if groups.get("d") else None
    if since is not None:
        if story.period is not None and (period is None or period == since):
            period = story.period
        if (
            since.first is None
            or since.first.month is not None
            or period is None
            or period.last is None
            or period.last.month is not None
        ):
            return
        if since.first.year >= period.last.year:
            return
        period = Period(Point(since.first.year), Point(period.last.year))
    mode = modality(line, m.start(), m.end())
    if mode == "denied":
        if "never" not in m.group():
            return
        mode = "asserted"
    if period is None:
        confidence -= 0.15
    taken.append(m.span())
    out.append(
        mention(
            line,
            m.start(),
            m.end(),
            Extreme(metric=metric, parties=parties, direction=direction, period=period),
            confidence - (0.0 if when.said else 0.04),
            mode,
        )
    )


def _metric(line: Coded, story: Story, start: int, end: int) -> tuple[str, tuple[str, ...], float] | None:
    """The flow or output that sets the record: before it in its part of the sentence, right after it, or spoken of."""
    text = line.text
    beside = re.search(r"<(A\d+)>(?:,| —|:| -)? ?$", text[:start]) or re.match(r" (?:of |at )?<(A\d+)>", text[end:])
    known = story.spoken.get(f"{line.start}:{beside[1]}") if beside else None
    if isinstance(known, tuple) and known[0] in ("trade.turnover", "trade.exports", "trade.imports", "gdp"):
        return known[0], known[1], min(0.83, known[2])
    left = max(text.rfind(sign, 0, start) for sign in (";", "—"))
    found: list[Flow] = list(moved(line, story))
    before = [
        f
        for f in found
        if left < f.start and f.end <= start and not re.search(r", (?:but|while|although)\b", text[f.end : start])
    ]
    after = [
        f
        for f in found
        if f.start >= end
        and re.fullmatch(
            r" (?:<A\d+> (?:of|worth of|in) )?(?:[\w-]+ ){0,3}",
            text[end : f.start] + ("" if text[end : f.start].endswith(" ") else " "),
        )
        is not None
    ]
    gdp = list(re.finditer(r"\b(?:gdp|gross domestic product|national output)\b", text[left + 1 : start]))
    if gdp and (not before or left + 1 + gdp[-1].start() > before[-1].start):
        return ("gdp", (story.home,), 0.72) if story.home else None
    flow = after[0] if after and after[0].start - end < 30 else before[-1] if before else None
    if flow is None:
        inherits = re.match(r"\W*(?:(?:it|that|this|the (?:figure|total|sum|volume|value))\b|<A\d+>)", text)
        if inherits and story.metric and story.owner and story.partner:
            return f"trade.{story.metric}", (story.owner, story.partner), 0.6
        return None
    if flow.ware or len(flow.parties) != 2:
        return None
    return f"trade.{flow.metric}", flow.parties, 0.85 + flow.sure
