"""Pointers: «наш», «там», «по данным …» – whose a number is, where it stands, who counted."""

import re
from collections.abc import Mapping

from sverka.reading.context import SAYS
from sverka.reading.document import Name
from sverka.reading.quantities import Amount
from sverka.reading.references import OURS
from sverka.reading.scene import Scene, Topic
from sverka.reading.wordlists import words

_BY_DATA = re.compile(
    r"(?<!\w)(?:по|согласно) (?:\w+ )?(?:данн\w+|оценк\w+|подсчет\w+|сведени\w+|информаци\w+|прогноз\w+|расчет\w+) "
    r"(?:\w+ ){0,3}$"
)
_DATA = re.compile(r"\w+ (?:данн|оценк|подсчет|сведени|разведк|расчет)\w+")
_THAT = frozenset({"что", "будто"})
_STOPS = frozenset(";:–—")
_REPORTING = SAYS | words(
    """информировать проинформировать известить оповестить оценить оценивать прогнозировать ожидать отчитаться
    доложить свидетельствовать показать показывать выяснить установить зафиксировать указать указывать следовать"""
)
_THERE = frozenset({"там", "туда", "оттуда", "тут", "здесь", "отсюда"})


def ours(scene: Scene, amount: Amount, token: int, stop: int, topic: Topic) -> str | None:
    """The text's own state where what is counted is «наш»: «тринадцать наших солдат»."""
    if topic.home is None or len(topic.home) != 3:
        return None
    last = scene.sentence.index_at(amount.core[1] - 1)
    beside = scene.sentence.tokens[token : min(stop, last + 3)]
    return topic.home if any(t.lemma in OURS for t in beside) else None


def there_of(scene: Scene, found: Mapping[str, str], topic: Topic) -> str | None:
    """The state that «там» points to: the last one told of that is not the troops' own."""
    deictic = next((i for i, t in enumerate(scene.sentence.tokens) if t.lemma in _THERE), None)
    if deictic is None or not set(found.values()) <= {"people", "owner", "subject"}:
        return None
    here = [n.id for i, ns in sorted(scene.at.items()) if i < deictic for n in ns]
    named = [id_ for id_ in (*topic.named, *here) if len(id_) == 3 and id_ not in found]
    return named[-1] if named else None


def reports(scene: Scene, i: int, token: int) -> bool:
    """True for whoever says what is counted: «ООН сообщила, что в стране погибли …»."""
    tokens = scene.sentence.tokens
    comma = next((k for k in range(token - 1, i, -1) if tokens[k].text == "," and tokens[k + 1].lemma in _THAT), None)
    if comma is None:
        return False
    first = comma
    while first > 0 and tokens[first - 1].text not in _STOPS:
        first -= 1
    return first <= i and any(t.lemma in _REPORTING for t in tokens[first:comma])


def sourced(scene: Scene, name: Name) -> bool:
    """True for whoever only counted: «по данным миссии ООН», «по норвежским оценкам»."""
    at = name.start - scene.sentence.start
    left = scene.text[max(0, at - 70) : at]
    if name.form == "adjective" and left.endswith(("по ", "согласно ")):
        return _DATA.match(scene.text, at) is not None
    return _BY_DATA.search(left) is not None
