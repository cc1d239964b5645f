"""Comparisons: one value against another – «обогнал Германию по обороту», «торгует с Китаем больше, чем с Россией»."""

import re

from sverka.claims.mention import Mention
from sverka.claims.proposition import Compare, Side
from sverka.reading.bundle import Analysis
from sverka.reading.document import Name
from sverka.reading.headlines import of_lead
from sverka.reading.modality import to_come
from sverka.reading.ranks import scenes
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.timing import timing

_OVERTOOK = re.compile(
    r"(?<!\w)(?:обогна\w+|обгоня\w+|опереди\w+|опережа\w+|обош(?:ел|ла|ли|ло)|обойдя|превзош\w+|"
    r"превзойдя|вытесни\w+|потесни\w+)(?!\w)"
)
_MORE_WITH = re.compile(
    r"(?<!\w)(?P<verb>торгу\w+|торговал\w*|завис\w+|экспортиру\w+|импортиру\w+|закупа\w+|"
    r"поставля\w+)(?P<middle>[^.;]{0,60}?)"
    r"(?P<more>больше|сильнее|охотнее|активнее|меньше|слабее),? (?:нежели|чем)(?!\w)"
)
_BY = re.compile(r"по (?:\w+ )?(товарооборот|оборот|экспорт|импорт|ввп|населени|торговл)\w*")
_METRICS = {
    "товарооборот": "trade.turnover",
    "оборот": "trade.turnover",
    "торговл": "trade.turnover",
    "экспорт": "trade.exports",
    "импорт": "trade.imports",
    "ввп": "gdp",
    "населени": "population",
}
_VERBS = {
    "торг": "trade.turnover",
    "завис": "trade.share",
    "экспорт": "trade.exports",
    "поставл": "trade.exports",
    "импорт": "trade.imports",
    "закуп": "trade.imports",
}
_STATES = ("state", "organization")


def comparisons(analysis: Analysis) -> list[Mention]:
    """Comparisons of a text in order of position."""
    out: list[Mention] = []
    for scene, topic in scenes(analysis):
        for m in _OVERTOOK.finditer(scene.text):
            _add(out, analysis, scene, m, _overtook(scene, topic, m))
        for m in _MORE_WITH.finditer(scene.text) if "чем" in scene.text or "нежели" in scene.text else ():
            _add(out, analysis, scene, m, _more_with(scene, topic, m))
    return sorted(out, key=lambda mention: mention.span)


_Sides = tuple[str, tuple[str, ...], tuple[str, ...], str, float]


def _overtook(scene: Scene, topic: Topic, m: re.Match[str]) -> _Sides | None:
    """Subject before, object after; by what is said, or what the text speaks of."""
    sentence = scene.sentence
    here = sentence.index_at(sentence.start + m.start())
    left = right = None
    for i, name in _names(scene):
        governed = preposition_of(sentence, i)
        case = sentence.tokens[i].feats.get("Case", "")
        if name.form in ("adjective", "prefix") or governed:
            continue
        if here < i <= here + 4 and right is None and case != "Nom":
            right = name.id
        elif case == "Nom" and scene.lines.between(i, here) < 5 and (left is None or i < here):
            left = name.id
    by = _BY.search(scene.text)
    if left is None or right is None or left == right:
        return None
    if by is not None and _METRICS[by[1]] in ("gdp", "population"):
        return _METRICS[by[1]], (left,), (right,), ">", 0.75
    metric = _METRICS[by[1]] if by is not None else topic.metric
    whose = (_faced(scene, by.end()) if by is not None else None) or topic.home
    if not metric.startswith("trade.") or whose is None or whose in (left, right):
        return None
    return metric, (whose, left), (whose, right), ">", 0.75 if by is not None else 0.6


def _faced(scene: Scene, end: int) -> str | None:
    """«По товарообороту с Перу»: the state whose partners are compared."""
    at = scene.sentence.start + end + 1
    near = [n for i, n in _names(scene) if preposition_of(scene.sentence, i) in ("с", "со") and at <= n.start <= at + 3]
    return near[0].id if near else None


def _more_with(scene: Scene, topic: Topic, m: re.Match[str]) -> _Sides | None:
    """«с Китаем больше, чем с Россией»: the same subject, two partners under the same preposition."""
    sentence = scene.sentence
    verb, pivot = sentence.index_at(sentence.start + m.start()), sentence.index_at(sentence.start + m.end() - 1)
    first = second = subject = None
    for i, name in _names(scene):
        governed = preposition_of(sentence, i)
        if governed in ("с", "со", "от", "в", "из", "у") and name.form not in ("adjective", "prefix"):
            if verb < i < pivot:
                first = name.id
            elif pivot < i <= pivot + 4:
                second = name.id
        elif not governed and name.form not in ("adjective", "prefix") and i < pivot:
            subject = name.id
    subject = subject or topic.home
    if first is None or second is None or subject is None or len({first, second, subject}) < 3:
        return None
    metric = next(value for stem, value in _VERBS.items() if m["verb"].startswith(stem))
    relation = "<" if m["more"] in ("меньше", "слабее") else ">"
    if metric == "trade.share":
        return metric, (subject, first), (subject, second), relation, 0.7
    return metric, (subject, first), (subject, second), relation, 0.8


def _names(scene: Scene) -> list[tuple[int, Name]]:
    return [(i, n) for i, ns in sorted(scene.at.items()) for n in ns if n.kind in _STATES]


def _add(out: list[Mention], analysis: Analysis, scene: Scene, m: re.Match[str], sides: _Sides | None) -> None:
    if sides is None:
        return
    metric, left, right, relation, confidence = sides
    sentence = scene.sentence
    start, end = sentence.start + m.start(), sentence.start + m.end()
    lead = of_lead(analysis, sentence)
    when = timing(sentence, (start, end), analysis.dates_in(sentence), scene.lines, lead, analysis.document.published)
    compare = Compare(
        metric=metric, left=Side(parties=left), right=Side(parties=right), relation=relation, period=when.period,
    )  # fmt: skip
    out.append(
        Mention(
            proposition=compare, anchor=analysis.document.text[start:end], span=(start, end),
            modality=to_come(analysis, (start, end)), confidence=confidence - (0.0 if when.said else 0.1),
        )
    )  # fmt: skip
