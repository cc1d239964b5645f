"""Scores in an index: «набрала 89 баллов», «Грузия (50 баллов), далее Армения (46)», «у Украины 36»."""

import re

from sverka.reading.nearby import row_of
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene, Topic

_POINTS = re.compile(r" (?:\w+ных )?балл(?:а|ов|ами|ам|ах)?(?!\w)")
#: Points of something else than an index.
_NO_INDEX = re.compile(r"(?<!\w)(?:землетряс|толчк|магнитуд|рихтер|шторм|ветр|экзамен|егэ|выпускник|турнир|матч|пробк)")
#: What leads a score without a word for points: «набравшая 40», «с 40», «у Перу 40», «Перу (40».
_LED = re.compile(r"(?<!\w)(?:получи\w+|набра\w+|заработа\w+|имеет|имеющ\w+|с|со|по|у (?:[^\W\d_]+ ){1,3}|– |— )?$")
#: How far back scores may have been told of, in characters.
_CLOSE = 320
_BRACKET = 2
_MOST = 100
#: A name beyond this boundary is in another clause, a participle's noun is not.
_FAR = 3.5
_STATE = 3


def scored(scene: Scene, amount: Amount, token: int, topic: Topic) -> tuple[str | None, tuple[str, ...], bool] | None:
    """Metric and parties of a score; None of any other number."""
    if amount.kind not in ("count", "number") or amount.scale != 1 or amount.quantity.high > _MOST:
        return None
    start, text = scene.sentence.start, scene.text
    fresh = _POINTS.match(text, amount.core[1] - start) is not None and _NO_INDEX.search(text) is None
    goes_on = 0 <= start - topic.scored_at < _CLOSE and amount.kind == "number"
    if not fresh and not goes_on:
        return None
    if amount.preposition in ("из", "на", "до", "от") or amount.compared:
        return (None, (), False) if fresh else None
    left = text[: amount.core[0] - start]
    beside = _before_bracket(scene, amount) if left.endswith("(") else []
    if not beside and not fresh and _LED.search(left) is None and not left.endswith("("):
        return None
    parties = beside or _whose(scene, token, fresh=fresh)
    if not parties:
        return None
    topic.scored_at, topic.how = start, "named"
    return "other", tuple(dict.fromkeys(parties)), True


def _before_bracket(scene: Scene, amount: Amount) -> list[str]:
    """«Грузия (50)»: the state right before a bracket that holds the score."""
    opened = amount.start - scene.sentence.start
    return [
        n.id for ns in scene.at.values() for n in ns
        if len(n.id) == _STATE and 0 <= opened - (n.end - scene.sentence.start) <= _BRACKET
    ]  # fmt: skip


def _whose(scene: Scene, token: int, *, fresh: bool) -> list[str]:
    """The state before the score in its clause, with those in one row; behind it, where points are named."""
    states = [(i, n.id) for i, ns in sorted(scene.at.items()) for n in ns if len(n.id) == _STATE and n.id != "WLD"]
    before = [(i, id_) for i, id_ in states if i < token and scene.lines.between(i, token) < _FAR]
    if before:
        own = [before[-1][1]]
        return [*[p for p in row_of(scene, own) if p not in own], *own]
    after = [id_ for i, id_ in states if i > token and scene.lines.between(token, i) < 1.0]
    return after[:1] if fresh else []
