"""Ranks: a place among all others – «крупнейший торговый партнёр», «второе место по обороту занял Иран».

A rank names who holds the place (subject), whose list it is (of), and by what measure: turnover, imports, partner.
An ordinal without a noun goes on from the rank before it.
"""

import re
from collections.abc import Iterator

from sverka.claims.mention import Mention
from sverka.claims.period import Period, Point
from sverka.claims.proposition import Rank
from sverka.reading.bundle import Analysis
from sverka.reading.document import Name
from sverka.reading.figures import walk
from sverka.reading.rank_words import NEGATED, NEVER, PATTERNS, PLACES, STREAK, Last, metric_said, place_said
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.timing import timing

_STATES = ("state", "organization", "group")


def ranks(analysis: Analysis) -> list[Mention]:
    """Ranks of a text in order of position."""
    out: list[Mention] = []
    last: Last | None = None
    for number, (scene, topic) in enumerate(scenes(analysis)):
        taken: list[tuple[int, int]] = []
        found = sorted(
            ((m.start(), order, kind, m) for order, (kind, p) in enumerate(PATTERNS) for m in p.finditer(scene.text)),
            key=lambda item: (item[1] >= 8, item[0], item[1]),
        )
        chosen = []
        for start, _, kind, m in found:
            if any(start < b and a < m.end() for a, b in taken):
                continue
            taken.append((start, m.end()))
            chosen.append((start, kind, m))
        for _, kind, m in sorted(chosen, key=lambda item: item[0]):
            mention, following = _rank(analysis, scene, topic, kind, m, last, number)
            if mention is not None:
                out.append(mention)
            last = following or last
    return out


def scenes(analysis: Analysis) -> Iterator[tuple[Scene, Topic]]:
    """Every sentence with the topic as it stands when the sentence is over."""
    for step in walk(analysis):
        yield step.scene, step.topic


def _rank(
    analysis: Analysis, scene: Scene, topic: Topic, kind: str, m: re.Match[str], last: Last | None, number: int
) -> tuple[Mention | None, Last | None]:
    sentence, text = scene.sentence, scene.text
    groups = m.groupdict()
    near = last is not None and number - last.sentence <= 1
    place = place_said(kind, groups, last if near else None)
    if kind in ("chain", "next", "ahead") and not near:
        return None, None
    if kind == "next" and place is None:
        return None, None
    start, end = sentence.start + m.start(), sentence.start + m.end()
    metric = metric_said(kind, groups, text, m, last if near else None, topic)
    if metric is None:
        return None, None
    if kind == "noun" and not groups.get("one") and re.search(r"(?:их|ых|ими|ыми|ие|ые)$", groups.get("place") or ""):
        return None, None
    subject, at = _subject(scene, start, end, kind)
    of, said = _of(scene, start, end, kind, subject, topic, last if near else None)
    if subject is None and kind == "most" and topic.flow is not None and of in topic.flow.parties:
        subject = next((p for p in topic.flow.parties if p != of), None)
    if subject is None or subject == of or (of is None and metric not in ("economy", "power")):
        return None, None
    if kind in ("place", "by", "chain") and topic.flow is None and metric.startswith("trade") and not near:
        return None, None
    when = timing(
        sentence, (start, end), analysis.dates_in(sentence), scene.lines, topic.period, analysis.document.published
    )
    period = when.period
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
    confidence = 0.9 - (0.0 if said else 0.05) - (0.15 if kind in ("chain", "next", "ahead") else 0.0)
    confidence -= 0.05 if period is None else 0.0
    confidence -= 0.2 if metric not in ("partner", "trade.turnover", "trade.imports", "trade.exports") else 0.0
    modality = (
        "planned"
        if re.search(r"(?<!\w)(?:станет|должн\w+ стать|может стать|намерен\w*|планиру\w+|будет)(?!\w)", text)
        else "asserted"
    )
    if text.rstrip().endswith("?"):
        confidence -= 0.4
    following = re.split(r"[,;:–—]", text[m.end() : m.end() + 60])[0]
    before = text[max(0, m.start() - 60) : m.start()]
    negated = NEGATED.search(before) is not None or NEVER.search(following) is not None
    if negated:
        modality = "denied"
    rank = Rank(metric=metric, subject=subject, of=of, rank=place, period=period, denied=negated)
    mention = Mention(
        proposition=rank, anchor=analysis.document.text[start:end], span=(start, end), modality=modality,
        confidence=max(0.05, confidence),
    )  # fmt: skip
    return mention, Last(place or 1, metric, of, period, number)


def _names(scene: Scene) -> list[tuple[int, Name]]:
    return [(i, n) for i, ns in sorted(scene.at.items()) for n in ns if n.kind in _STATES]


def _subject(scene: Scene, start: int, end: int, kind: str) -> tuple[str | None, int | None]:
    """Who holds the place: the nominative name nearest in grammar, leftward for nouns, rightward for places."""
    sentence = scene.sentence
    first, stop = sentence.index_at(start), sentence.index_at(end - 1)
    best: tuple[float, str, int] | None = None
    for i, name in _names(scene):
        token = sentence.tokens[i]
        if name.form in ("adjective", "prefix") or start <= name.start < end:
            continue
        case = token.feats.get("Case", "")
        governed = preposition_of(sentence, i)
        if name.form in ("adjective", "prefix") or governed:
            continue
        if kind == "noun" and stop < i <= stop + 2 and scene.lines.between(stop, i) < 0.3 and case != "Nom":
            continue
        noun_before = i > 0 and sentence.tokens[i - 1].pos == "NOUN"
        if not (token.text.isupper() and not noun_before) and (
            case not in ("Nom", "")
            and not (kind == "ahead" and case == "Acc")
            and not (token.feats.get("Animacy") == "Inan" and case == "Acc")
        ):
            continue
        cost = scene.lines.between(i, first if i < first else stop) + 0.1 * min(abs(i - first), abs(i - stop))
        cost += 1.5 if case == "Acc" and kind != "ahead" else 0.0
        if kind in ("place", "chain", "next", "ahead", "by") and i < first:
            cost += 3.0 if kind == "chain" else 1.0
        if re.fullmatch(r"(?: [–—])? (?:на )?", scene.text[name.end - sentence.start : start - sentence.start]):
            cost -= 3.0
        if cost < 9 and (best is None or cost < best[0]):
            best = (cost, name.id, i)
    return (None, None) if best is None else (best[1], best[2])


def _of(
    scene: Scene, start: int, end: int, kind: str, subject: str | None, topic: Topic, last: Last | None
) -> tuple[str | None, bool]:
    """Whose list it is: «партнёр Казахстана», «для Украины», «казахстанских товаров», else the text's own country."""
    sentence = scene.sentence
    stop = sentence.index_at(end - 1)
    first = sentence.index_at(start)
    for i, name in _names(scene):
        if name.id == subject:
            continue
        governed = preposition_of(sentence, i)
        beside = stop < i <= stop + 3 and not governed and scene.lines.between(stop, i) < 1
        genitive = sentence.tokens[i].feats.get("Case") in ("Gen", None, "Nom", "Dat") or name.form == "adjective"
        if kind in ("noun", "head") and beside and genitive:
            return name.id, True
        if governed == "для" and abs(i - first) < 12:
            return name.id, True
        if kind == "most" and governed in ("с", "со") and first - 2 <= i <= stop + 3:
            return name.id, True
        if first <= i <= stop and name.form in ("adjective", "noun") and kind in ("noun", "head"):
            return name.id, True
        if kind in ("place", "chain", "by") and re.search(
            r"партнер\w* $", scene.text[: name.start - sentence.start][-12:]
        ):
            return name.id, True
    if kind == "noun" and re.search(
        r"(?<!\w)(?:миров\w+|мира|в мире|планет\w+)(?!\w)",
        scene.text[start - sentence.start : end - sentence.start + 20],
    ):
        return "WLD", True
    if last is not None and kind in ("chain", "next", "ahead", "place", "by") and last.of != subject:
        return last.of, False
    if topic.home is not None and topic.home != subject:
        return topic.home, False
    if topic.flow is not None and subject in topic.flow.parties and len(topic.flow.parties) == 2:
        other = next((p for p in topic.flow.parties if p != subject), None)
        return (other, False) if other != "WLD" else (None, False)
    return None, False
