"""Places in a list told in passing: «Russia slipped to second», «with France in third place», «the runner-up»."""

import re
from collections.abc import Iterator

from sverka.claims.mention import Mention
from sverka.claims.period import Period, Point
from sverka.claims.proposition import Rank
from sverka.reading.english.coded import Coded
from sverka.reading.english.pairs import other
from sverka.reading.english.rank_words import (
    AHEAD,
    BY,
    ELLIPTIC,
    INVERTED,
    NEXT,
    OF_LIST,
    ORDINALS,
    PHRASE,
    RUNNER_UP,
    THEN,
)
from sverka.reading.english.sets import set_of
from sverka.reading.english.story import Story, mention, modality
from sverka.reading.english.timing import timing


def place(word: str | None) -> int:
    """The number of a place by its word; the first without one."""
    return ORDINALS.get(word or "first", 1)


def listed_in(line: Coded, start: int, end: int, story: Story) -> tuple[Period | None, bool]:
    """The year of a place; «since 2013 has been» runs to the last full year."""
    for mark, a, b in line.marks("D"):
        when = line.dates[mark]
        near = (b <= start and not line.text[:a].strip(' "').removeprefix("since").strip()) or 0 <= a - end < 20
        if (
            when.relation == "since"
            and when.period is not None
            and when.period.first is not None
            and near
            and story.published is not None
        ):
            if when.period.first.year < story.published.year - 1:
                return Period(Point(when.period.first.year), Point(story.published.year - 1)), True
            return None, True
    when_ = timing(line, start, end, story)
    period = when_.period
    if period is not None and period.first is not None and period.first != period.last:
        period = period if period.grain == "month" else None
    return period, when_.said


def _list_owner(line: Coded, named: re.Match[str], story: Story) -> str | None:
    """Whose partners a list counts: named, or «its» of a text with a home or a pair."""
    if named["s"] or named["j"]:
        return line.names[(named["s"] or named["j"])[1:-1]].id
    if story.home is not None:
        return story.home
    first = next((i for i in line.ids(line.text[: named.start()]) if len(i) == 3), None)
    return other(story, first)


def ahead(line: Coded, story: Story) -> Iterator[Mention]:
    """«By total turnover Japan stays ahead»: first on the list of the text's own state."""
    whose = story.list_of or story.home
    for m in AHEAD.finditer(line.text):
        who = line.names[m["x"][1:-1]].id
        if whose is None or who == whose:
            continue
        metric = f"trade.{'turnover' if m['f'] == 'trade' else m['f']}"
        period, said = listed_in(line, m.start(), m.end(), story)
        claim = Rank(metric=metric, subject=who, of=whose, rank=1, period=period)
        yield mention(line, m.start(), m.end(), claim, 0.78 if said else 0.74, modality(line, m.start(), m.end()))


def in_passing(line: Coded, story: Story, told: tuple[str, str | None]) -> Iterator[Mention]:
    """«Russia slipped to second with …», «Japan kept third place and Korea fourth», «the runner-up was …».

    `told` is the measure and owner of the list before this sentence: what stands before a new list is of that one.
    """
    by = BY.search(line.text)
    named = OF_LIST.search(line.text)
    whose = _list_owner(line, named, story) if named else story.list_of
    if whose is None and (by is not None or "<A" in line.text) and story.metric:
        whose = story.home
    if whose is None:
        return
    metric = f"trade.{'turnover' if by['f'] == 'trade volume' else by['f']}" if by else (story.list_metric or "partner")
    certain = 0.0 if by is not None else 0.1
    # a list opened in this very sentence keeps its measure
    opened = PHRASE.search(line.text)
    own = story.list_metric.startswith("trade.") and opened is not None
    several = "several" in story.spoken
    found: list[tuple[int, int, str, int]] = []
    for m in ELLIPTIC.finditer(line.text):
        found.append((m.start(), m.end(), line.names[m["x"][1:-1]].id, place(m["ord"])))
        at = m.end()
        while (more := THEN.match(line.text, at)) is not None:
            found.append((more.start("x"), more.end(), line.names[more["x"][1:-1]].id, place(more["ord"])))
            at = more.end()
    for m in INVERTED.finditer(line.text):
        found.append((m.start(), m.end(), line.names[m["x"][1:-1]].id, place(m["ord"])))
    placed = {start for start, *_ in found}
    for m in NEXT.finditer(line.text):
        if m.start("x") not in placed and (found or named or story.list_of):
            found.append((m.start("x"), m.end(), line.names[m["x"][1:-1]].id, place(m["ord"])))
    for m in RUNNER_UP.finditer(line.text):
        found.append((m.start(), m.end(), line.names[(m["x"] or m["y"])[1:-1]].id, 2))
    if found and by is not None:
        story.list_metric, story.list_of = metric, whose
    for start, end, who, rank in found:
        if who == whose:
            continue
        earlier = opened is not None and end <= opened.start() and by is None and told[1] in (None, whose)
        listed = (told[0] or "partner") if earlier else metric
        with_amount = re.match(r"(?:,| with| at|:) (?:at )?<A\d+>", line.text[end:]) is not None
        summed = with_amount and by is None and story.metric and (earlier or not own) and not several
        chosen = f"trade.{story.metric}" if summed else listed
        when = timing(line, start, end, story)
        period = when.period if when.said or story.list_period is None else story.list_period
        base = next(
            (
                line.dates[k].period
                for k, a, b in line.marks("D")
                if start <= a < end and line.dates[k].period is not None
            ),
            None,
        )
        mode = modality(line, start, end)
        among = set_of(line, end) or (story.list_among if whose == story.list_of and named is None else None)
        claim = Rank(metric=chosen, subject=who, of=whose, among=among, rank=rank, period=base or period)
        yield mention(
            line, start, end, claim,
            (0.82 if with_amount or by is not None else 0.82 - certain), mode,
        )  # fmt: skip
