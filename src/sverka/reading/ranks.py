"""Ranks: a place among all others – «крупнейший торговый партнёр», «второе место по обороту занял Иран».

A rank names who holds the place (subject), whose list it is (of), and by what measure: turnover, imports, partner.
An ordinal without a noun goes on from the rank before it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sverka.claims.mention import Mention
from sverka.claims.period import Period, Point
from sverka.claims.proposition import Rank
from sverka.reading.bundle import Analysis
from sverka.reading.figures import walk
from sverka.reading.headlines import of_lead
from sverka.reading.modality import to_come
from sverka.reading.narrowed import in_sets
from sverka.reading.rank_doubts import left_open, lost, of_ware, striven_for
from sverka.reading.rank_lists import clause_round, list_said
from sverka.reading.rank_parties import holder, owner_before, theirs, whose
from sverka.reading.rank_words import NEGATED, NEVER, PATTERNS, PLACES, STREAK, Last, metric_said, place_said
from sverka.reading.scene import Scene, Topic
from sverka.reading.sieve import Sieve
from sverka.reading.superlatives import superlatives
from sverka.reading.timing import timing

#: The grade of what grammar leaves open: too low for a verdict.
UNSURE = 0.02


@cache
def _sieve() -> Sieve:
    return Sieve([pattern for _, pattern in PATTERNS])


#: What is so on the day of writing is not so «in 2014», whatever year was spoken of before.
_NOW = re.compile(
    r"(?<!\w)(?:по-прежнему|теперь|ныне|поныне|сегодня|сейчас|пока(?! не)|до сих пор|до сей поры|"
    r"вс[её] ещ[её]|в настоящее время|на сегодняшний день|в наши дни)(?!\w)",
    re.IGNORECASE,
)


#: «Замыкают десятку Чили и Перу»: which of them comes last is left open.
_MANY_CLOSE = re.compile(r"(?<!\w)замыка(?:ют|ли)(?!\w)")
_LEFT = re.compile(r"(?<!\w)со? $")
#: «… с пятой строчки на восьмую»: the place come to.
_ONTO = re.compile(r" на ([а-яё]+)(?!\w)")
_OWN = re.compile(r"(?<!\w)сво(?:его|ему|им|ём|ем|ей|ю|я|й|и|их) $", re.IGNORECASE)


def ranks(analysis: Analysis) -> list[Mention]:
    """Ranks of a text in order of position."""
    out: list[Mention] = []
    last: Last | None = None
    earlier: Period | None = None
    above: Scene | None = None
    for number, (scene, topic) in enumerate(scenes(analysis)):
        taken: list[tuple[int, int]] = []
        found = sorted(
            ((m.start(), order, PATTERNS[order][0], m) for order, m in _sieve().found(scene.text)),
            key=lambda item: (item[2] in ("ordinal", "chain"), item[2] == "lead", item[0], item[1]),
        )
        chosen = []
        for start, _, kind, m in found:
            if any(start < b and a < m.end() for a, b in taken) or (
                kind == "ordinal" and not _bare(scene, m, last, number)
            ):
                continue
            taken.append((start, m.end()))
            chosen.append((start, kind, m))
        for _, kind, m in sorted(chosen, key=lambda item: item[0]):
            mention, following = _rank(analysis, scene, topic, kind, m, last, number, earlier, above)
            if mention is not None:
                out.append(mention)
            last = following or last
        earlier, above = topic.period, scene
    return [*in_sets(analysis, out), *superlatives(analysis, out)]


def _regional(scene: Scene, start: int, end: int) -> bool:
    """«Вторая по населению страна Африки»: a place among the states of a region, read with the superlatives."""
    first, last = scene.sentence.index_at(start), scene.sentence.index_at(end - 1)
    return any(n.kind == "place" and first <= i <= last + 6 for i, n in scene.others)


def _brings_in(scene: Scene, end: int) -> bool:
    """«Импортёр товаров в Эстонию» brings them there: what is ranked is her imports, not what she sells him."""
    tokens = scene.sentence.tokens
    at = scene.sentence.index_at(end - 1) + 1
    while at < len(tokens) and at not in scene.at and tokens[at].pos in ("NOUN", "ADJ"):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].text.lower() not in ("в", "во", "на"):
        return False
    return any(n.kind == "state" for n in scene.at.get(at + 1, ())) and tokens[at + 1].feats.get("Case") != "Loc"


def _oblique(scene: Scene, start: int, end: int) -> bool:
    """«Продаёт крупнейшей экономике Африки»: somebody else does so, whoever the subject is."""
    tokens, last = scene.sentence.tokens, scene.sentence.index_at(end - 1)
    before = scene.sentence.index_at(start) - 1
    led = before >= 0 and tokens[before].pos == "ADP"
    return tokens[last].feats.get("Case") in ("Dat", "Loc") or (led and tokens[before].lemma not in ("из", "среди"))


def _bare(scene: Scene, m: re.Match[str], last: Last | None, number: int) -> bool:
    """True for an ordinal that is no attribute («третья Южная Корея», «Индия лишь десятая») in a clause with a list."""
    tokens = scene.sentence.tokens
    at = scene.sentence.index_at(scene.sentence.start + m.start())
    case = tokens[at].feats.get("Case")
    after = at + 1
    while after < len(tokens) and tokens[after].pos == "ADJ" and after not in scene.at:
        after += 1
    named = any(n.form in ("noun", "capital", "demonym", "government") for n in scene.at.get(at + 1, ()))
    if after < len(tokens) and tokens[after].pos == "NOUN" and not named:
        return False
    if case not in ("Nom", "Ins", None) or (at and tokens[at - 1].pos == "ADP"):
        return False
    if list_said(clause_round(scene.text, m.start(), m.end()), "trade") is not None:
        return True
    facing = re.search(r"(?<!\w)(?:у|для) \w+", scene.text[: m.start()]) is not None
    return facing and last is not None and number - last.sentence <= 3 and m.end() >= len(scene.text.rstrip(" .!")) - 1


def _with_list(scene: Scene, m: re.Match[str], start: int, end: int) -> tuple[int, int]:
    """The stretch of a bare place together with the words that name its list."""
    offset, text = scene.sentence.start, scene.text
    left = re.split(r"[,;:–—.!?()]", text[: m.start()])[-1]
    right = re.split(r"[,;:–—.!?()]", text[m.end() :])[0]
    if list_said(m.group() + right, "trade") is not None:
        return start, max(end, offset + m.end() + len(right.rstrip()))
    if len(left) < 80 and list_said(left + m.group(), "trade") is not None:
        return min(start, offset + m.start() - len(left.lstrip())), end
    return start, end


def scenes(analysis: Analysis) -> Iterator[tuple[Scene, Topic]]:
    """Every sentence with the topic as it stands when the sentence is over."""
    for step in walk(analysis):
        yield step.scene, step.topic


def _rank(
    analysis: Analysis, scene: Scene, topic: Topic, kind: str, m: re.Match[str], last: Last | None, number: int,
    earlier: Period | None, above: Scene | None,
) -> tuple[Mention | None, Last | None]:  # fmt: skip
    sentence, text = scene.sentence, scene.text
    groups = m.groupdict()
    start, end = sentence.start + m.start(), sentence.start + m.end()
    if kind == "place" and _LEFT.search(text[: m.start()]):
        onto = _ONTO.match(text, m.end())
        if onto is None or not onto[1].startswith(tuple(PLACES)):
            return None, None  # «потеснил Россию с первого места»
        groups, end = groups | {"place": onto[1]}, sentence.start + onto.end()
    near = last is not None and number - last.sentence <= (3 if kind == "ordinal" else 1)
    known = replace(last, here=last.sentence == number) if last is not None and near else None
    place = place_said(kind, groups, known)
    if kind in ("chain", "next", "ahead") and not near:
        return None, None
    if kind == "next" and place is None:
        return None, None
    metric = metric_said(kind, groups, text, m, known, topic)
    if metric is None:
        return None, None
    if metric == "trade.exports" and (groups.get("noun") or "").startswith("импорт") and _brings_in(scene, end):
        metric = "trade.imports"
    if kind == "noun" and not groups.get("one") and re.search(r"(?:их|ых|ими|ыми|ие|ые)$", groups.get("place") or ""):
        return None, None
    if kind == "noun" and metric == "economy" and _oblique(scene, start, end):
        return None, None
    ware = of_ware(scene, kind, start, end)
    own, told = whose(scene, start, end, kind, None, topic, None)
    held = holder(scene, start, end, kind, topic, own if told else None) or holder(scene, start, end, kind, topic)
    subject, at = (held.id, held.at) if held is not None else (None, None)
    of, said = whose(scene, start, end, kind, subject, topic, known)
    if subject is None and kind == "most" and topic.flow is not None and of in topic.flow.parties:
        subject = next((p for p in topic.flow.parties if p != of), None)
    if of is None and metric in ("gdp", "population") and not _regional(scene, start, end):
        of = "WLD"
    apposed = True
    possessed = kind == "noun" and held is not None and _OWN.search(text[: m.start()]) is not None
    if possessed:
        of, said, at = owner_before(scene, start), True, None
        subject, apposed = theirs(scene, end, of, above)
    if subject is None or subject == of or of is None:
        return None, None
    if kind == "chain" and topic.flow is None and metric.startswith("trade") and not near:
        return None, None
    here = sentence.index_at(start)
    carried = topic.period or of_lead(analysis, sentence)
    if any(
        d.period == carried and scene.lines.aside(sentence.index_at(d.start), here) for d in analysis.dates_in(sentence)
    ):
        carried = earlier
    when = timing(
        sentence, (start, end), analysis.dates_in(sentence), scene.lines, carried, analysis.document.published
    )
    period = when.period if when.said or not _NOW.search(text) else None
    streak = STREAK.search(text)
    if streak is not None and period is not None and period.last is not None and period.last.month is None:
        years = next((n for stem, n in PLACES.items() if streak[1].startswith(stem)), 1)
        period = Period(Point(period.last.year - years + 1), Point(period.last.year))
    if (
        at is not None
        and scene.lines.between(at, sentence.index_at(start)) < 7
        and abs(sentence.tokens[at].start - start) < 90
    ):
        start, end = min(start, sentence.tokens[at].start), max(end, sentence.tokens[at].end)
    if kind in ("lead", "ordinal"):
        start, end = _with_list(scene, m, start, end)
    confidence = 0.9 - (0.0 if said else 0.05) - (0.15 if kind in ("chain", "next", "ahead") else 0.0)
    confidence -= 0.05 if period is None else 0.0
    confidence -= 0.2 if held is not None and not held.named else 0.0
    confidence -= 0.2 if metric not in ("partner", "trade.turnover", "trade.imports", "trade.exports") else 0.0
    modality = to_come(analysis, (sentence.start + m.start(), sentence.start + m.end()))
    if text.rstrip().endswith("?"):
        confidence -= 0.4
    following = re.split(r"[,;:–—]", text[m.end() : m.end() + 60])[0]
    before = text[max(0, m.start() - 60) : m.start()]
    gone = not possessed and lost(before)
    negated = gone or NEGATED.search(before) is not None or NEVER.search(following) is not None
    if modality == "asserted" and striven_for(before):
        modality, negated = "planned", False
    elif negated:
        modality = "denied"
    many = kind == "close" and _MANY_CLOSE.search(m.group()) is not None
    first, stop = sentence.start + m.start(), sentence.start + m.end()
    if ware or gone or many or not apposed or left_open(scene, first, stop, period, when.said):
        confidence = UNSURE
    rank = Rank(metric=metric, subject=subject, of=of, rank=place, period=period, denied=negated)
    mention = Mention(
        proposition=rank, anchor=analysis.document.text[start:end], span=(start, end), modality=modality,
        confidence=max(UNSURE, confidence),
    )  # fmt: skip
    return mention, Last(place or 1, metric, of, period, number, said=said)
