"""Ranks: a place among all others – «крупнейший торговый партнёр», «второе место по обороту занял Иран», «третьей стала Польша».

A rank names who holds the place (subject), whose list it is (of), and by what: by turnover, as a partner, among suppliers.
An ordinal without a noun goes on from the rank before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sverka.claims.mention import Mention
from sverka.claims.period import Period, Point
from sverka.claims.proposition import Rank
from sverka.reading.bundle import Analysis
from sverka.reading.document import Name
from sverka.reading.figures import Scene, Topic, scene_of, walk
from sverka.reading.flows import preposition_of
from sverka.reading.timing import timing

_BEST = r"(?:наи)?(?:крупнейш|главн|основн|ведущ|важнейш|ключев|ближайш|лучш|первостепенн|больш(?=ий|ого|им))\w+"
_ORDINAL = r"(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят)(?:ый|ой|ая|ое|ые|ого|ому|ым|ом|ую|ых|ий|ья|ье|ьего|ьей|ьим|ью|ьему|ьем)"
_NOUNS = {
    "партнер": "partner", "контрагент": "partner", "поставщик": "trade.imports", "импортер": "trade.exports",
    "экспортер": "trade.imports", "покупател": "trade.exports", "рынок сбыта": "trade.exports", "рынком сбыта": "trade.exports",
    "экономик": "economy", "союзник": "ally", "инвестор": "investor", "кредитор": "creditor", "донор": "donor",
    "держав": "power", "угроз": "threat", "получател": "recipient", "импортёр": "trade.exports",
}  # fmt: skip
_NOUN = r"(?:партнер|контрагент|поставщик|импортер|экспортер|покупател|рын(?:ок|ком|ка) сбыта|экономик|союзник|инвестор|кредитор|донор|держав|угроз)\w*"
_MIDDLE = r"(?:(?:и |торгов\w+ |внешнеторгов\w+ |торгово-экономическ\w+ |экономическ\w+ |внешнеэкономическ\w+ |стратегическ\w+ |европейск\w+ |мирово\w+ |зарубежн\w+ |иностранн\w+ |отдельн\w+ |значим\w+ |по (?:величине|значимости|объему|обороту|товарообороту|размеру) ){0,3})"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "noun",
        re.compile(
            rf"(?<!\w)(?P<one>(?:одн\w+|один) из (?:сам\w+ )?)?(?P<place>{_BEST}|{_ORDINAL}) {_MIDDLE}(?P<noun>{_NOUN})(?P<number> номер (?:один|1|два|2|три|3))?"
        ),
    ),
    (
        "noun",
        re.compile(
            r"(?<!\w)(?P<one>)(?P<place>)(?P<noun>партнер\w*|поставщик\w*|покупател\w*|союзник\w*)(?P<number> (?:номер|№) ?(?:один|1|два|2|три|3))"
        ),
    ),
    (
        "place",
        re.compile(
            rf"(?<!\w)(?P<place>{_ORDINAL}|[1-9]-е|[1-9]-м) (?:мест[оаеу]|строк[аиуе]|строчк[аиуе]|позици[яиюе])(?!\w)"
        ),
    ),
    (
        "by",
        re.compile(
            rf"(?<!\w)(?P<place>{_ORDINAL}) по (?:обороту|товарообороту|объему торговли|торговле|экспорту|импорту)(?: стран\w+| партнер\w+)?(?!\w)"
        ),
    ),
    (
        "head",
        re.compile(
            r"(?<!\w)(?:возглавля\w+ (?:\w+ )?(?:список|перечень|рейтинг|таблицу)(?: \w+)? партнеров|первенств\w+|лидиру\w+|вышл?[аио]? в лидеры)(?!\w)"
        ),
    ),
    (
        "next",
        re.compile(
            r"(?<!\w)(?:следом|за (?:ней|ним|ними)|далее|затем) (?:идет|идут|следует|следуют|расположил\w+)(?!\w)"
        ),
    ),
    (
        "most",
        re.compile(
            r"(?<!\w)(?:больше всех|больше всего|активнее всех) (?:с \w+ )?(?:торговал\w*|торгует)(?!\w)|никто (?:другой )?(?:\w+ )?не торгует с \w+ (?:столько|больше)[^.;]{0,20}"
        ),
    ),
    ("ahead", re.compile(r"(?<!\w)(?:пропустив|пропустила|пропустил) вперед(?!\w)")),
    (
        "chain",
        re.compile(
            rf"(?<!\w)(?P<place>{_ORDINAL})(?= (?:же )?(?:–|—|-|,|стал\w*|оказал\w*|идет|значит\w*|замыка\w+)|[,.;]| же)"
        ),
    ),
)
_PLACES = {
    "перв": 1,
    "втор": 2,
    "трет": 3,
    "четверт": 4,
    "пят": 5,
    "шест": 6,
    "седьм": 7,
    "восьм": 8,
    "девят": 9,
    "десят": 10,
}
_NUMBERS = {"один": 1, "1": 1, "два": 2, "2": 2, "три": 3, "3": 3}
_BY = re.compile(r"по (?:\w+ )?(оборот|товарооборот|экспорт|импорт|торговл|ввп|населени)\w*")
_AMONG = re.compile(r"среди (?:\w+ )?(поставщик|покупател|экспортер|импортер|отдельн|партнер|стран|союзник)\w*")
_STREAK = re.compile(rf"({_ORDINAL}) год подряд")
_NEGATED = re.compile(
    r"(?<!\w)(?:не|вовсе не|отнюдь не|никогда не) (?:явля|стал|стан|был|оста|счита|назва|вход|занима|занял)\w* (?:\w+ ){0,2}$"
)
_STATES = ("state", "organization", "group")


@dataclass(frozen=True, slots=True)
class _Last:
    """The rank before, for an ordinal that goes on from it."""

    rank: int
    metric: str
    of: str | None
    period: Period | None
    sentence: int


def ranks(analysis: Analysis) -> list[Mention]:
    """Ranks of a text in order of position."""
    out: list[Mention] = []
    last: _Last | None = None
    for number, (scene, topic) in enumerate(scenes(analysis)):
        taken: list[tuple[int, int]] = []
        found = sorted(
            ((m.start(), order, kind, m) for order, (kind, p) in enumerate(_PATTERNS) for m in p.finditer(scene.text)),
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
    for mention, (sentence, topic) in walk(analysis):
        if mention is None:
            yield scene_of(analysis, sentence, topic.home), replace(topic)


def _rank(
    analysis: Analysis, scene: Scene, topic: Topic, kind: str, m: re.Match[str], last: _Last | None, number: int
) -> tuple[Mention | None, _Last | None]:
    sentence, text = scene.sentence, scene.text
    groups = m.groupdict()
    near = last is not None and number - last.sentence <= 1
    place = _place(kind, groups, last if near else None)
    if kind in ("chain", "next", "ahead") and not near:
        return None, None
    if kind == "next" and place is None:
        return None, None
    start, end = sentence.start + m.start(), sentence.start + m.end()
    metric = _metric(kind, groups, text, m, last if near else None, topic)
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
    streak = _STREAK.search(text)
    if streak is not None and period is not None and period.last is not None and period.last.month is None:
        years = next((n for stem, n in _PLACES.items() if streak[1].startswith(stem)), 1)
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
    negated = _NEGATED.search(text[max(0, m.start() - 60) : m.start()]) is not None
    if negated:
        modality = "denied"
    rank = Rank(metric=metric, subject=subject, of=of, rank=place, period=period, denied=negated)
    mention = Mention(
        proposition=rank, anchor=analysis.document.text[start:end], span=(start, end), modality=modality,  # type: ignore[arg-type]
        confidence=max(0.05, confidence),
    )  # fmt: skip
    return mention, _Last(place or 1, metric, of, period, number)


def _place(kind: str, groups: dict[str, str | None], last: _Last | None) -> int | None:
    if kind in ("head", "most"):
        return 1
    if kind == "next":
        return last.rank + 1 if last is not None else None
    if kind == "ahead":
        return last.rank - 1 if last is not None and last.rank > 1 else None
    if groups.get("one"):
        return None
    if groups.get("number"):
        return next(n for word, n in _NUMBERS.items() if (groups["number"] or "").endswith(word))
    word = groups.get("place") or ""
    if word[:1].isdigit():
        return int(word[0])
    return next((n for stem, n in _PLACES.items() if word.startswith(stem)), 1)


def _metric(
    kind: str, groups: dict[str, str | None], text: str, m: re.Match[str], last: _Last | None, topic: Topic
) -> str | None:
    around = text[max(0, m.start() - 60) : m.end() + 70]
    among, by = _AMONG.search(around), _BY.search(_clause_of(text, m, 45))
    named = {"оборот": "trade.turnover", "товарооборот": "trade.turnover", "торговл": "trade.turnover", "экспорт": "trade.exports", "импорт": "trade.imports", "ввп": "gdp", "населени": "population"}  # fmt: skip
    if kind == "noun":
        noun = groups.get("noun") or ""
        metric = next(metric for stem, metric in _NOUNS.items() if noun.startswith(stem))
        if metric == "partner" and by is not None:
            return named[by[1]]
        return metric
    if kind == "most":
        return "trade.turnover" if "больше" in m.group() else "partner"
    if kind == "head":
        return named[by[1]] if by is not None else "partner"
    if by is not None:
        return named[by[1]]
    if among is not None and among[1] in ("поставщик", "экспортер", "покупател", "импортер"):
        return "trade.imports" if among[1] in ("поставщик", "экспортер") else "trade.exports"
    if kind == "place" and re.search(r"партнер", around):
        return "partner"
    if last is not None:
        return last.metric
    return None


def _clause_of(text: str, m: re.Match[str], reach: int) -> str:
    """The text round a match, cut at the nearest commas and stronger signs."""
    left = re.split(r"[,;:–—]", text[max(0, m.start() - reach) : m.start()])[-1]
    return left + m.group() + re.split(r"[,;:–—]", text[m.end() : m.end() + reach])[0]


def _names(scene: Scene) -> list[tuple[int, Name]]:
    return [(i, n) for i, ns in sorted(scene.at.items()) for n in ns if n.kind in _STATES]


def _subject(scene: Scene, start: int, end: int, kind: str) -> tuple[str | None, int | None]:
    """Who holds the place: the nominative name nearest in grammar, to the left first for nouns, to the right for places."""
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
        if cost < 9 and (best is None or cost < best[0]):
            best = (cost, name.id, i)
    return (None, None) if best is None else (best[1], best[2])


def _of(
    scene: Scene, start: int, end: int, kind: str, subject: str | None, topic: Topic, last: _Last | None
) -> tuple[str | None, bool]:
    """Whose list it is: «партнёр Казахстана», «для Украины», «казахстанских товаров», «с республикой торговала», else the text's own."""
    sentence = scene.sentence
    stop = sentence.index_at(end - 1)
    first = sentence.index_at(start)
    for i, name in _names(scene):
        if name.id == subject:
            continue
        governed = preposition_of(sentence, i)
        if kind in ("noun", "head") and stop < i <= stop + 3 and not governed and scene.lines.between(stop, i) < 1:
            if sentence.tokens[i].feats.get("Case") in ("Gen", None, "Nom", "Dat") or name.form == "adjective":
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
