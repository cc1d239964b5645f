"""Pointers: «наш», «там», «по данным …» – whose a number is, where it stands, who counted."""

import re
from collections.abc import Mapping

from sverka.reading.context import SAYS
from sverka.reading.document import Name
from sverka.reading.quantities import Amount
from sverka.reading.references import OURS
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.wordlists import words

_BY_DATA = re.compile(
    r"(?<!\w)(?:по|согласно) (?:\w+ )?(?:данн\w+|оценк\w+|подсчет\w+|сведени\w+|информаци\w+|прогноз\w+|расчет\w+) "
    r"(?:\w+ ){0,3}$"
)
_DATA = re.compile(r"\w+ (?:данн|оценк|подсчет|сведени|разведк|расчет)\w+")
#: Troops that are on the way or abroad.
_MOVED = re.compile(
    r"(?<!\w)(?:вывод|вывест|вывед|ввод|ввест|введ|остан|остава|остал|размест|размещ|разверн|развер|перебро|направ|отправ|"
    r"вернут|возвра|прибы|покин|дислоцир|на месте|присл[аы]|посл[аы]|батальон|контингент|миротвор|участву|участвов)\w*"
)
#: How far the end of the sentence that told of a place is: a clause without one may stand between.
NEAR = 160
_JOINING = frozenset({"вступление", "членство", "присоединение"})
#: A word beyond this boundary is in another part of the sentence.
_CLAUSES = 5.0
#: How many words before its verb «мы» may stand.
_WE_REACH = 6
_IN = frozenset({"в", "во", "из", "на"})
#: How long the id of a state is.
_STATE = 3
_THAT = frozenset({"что", "будто"})
_STOPS = frozenset(";:–—")
_REPORTING = SAYS | words(
    """информировать проинформировать известить оповестить оценить оценивать прогнозировать ожидать отчитаться
    доложить постановить свидетельствовать показать показывать выяснить установить зафиксировать указать указывать
    следовать"""
)
_ESTIMATING = words(
    """ожидать ждать прогнозировать спрогнозировать предсказывать предсказать предрекать предвидеть оценивать оценить
    полагать считать подсчитать насчитать"""
)
#: These say so only of a forecast: «МВФ повысил прогноз роста».
_REVISING = words("повысить повышать понизить понижать пересмотреть ухудшить улучшить сохранить опубликовать снизить")
_FORECAST = words("прогноз оценка ожидание")
#: What may stand between a name and its verb.
_CLOSING = frozenset('»")')
_THERE = frozenset({"там", "туда", "оттуда", "тут", "здесь", "отсюда"})


def ours(scene: Scene, amount: Amount, token: int, stop: int, topic: Topic) -> str | None:
    """The text's own state where what is counted is «наш»: «тринадцать наших солдат»."""
    if topic.ours is None or len(topic.ours) != 3:
        return None
    last = scene.sentence.index_at(amount.core[1] - 1)
    beside = scene.sentence.tokens[token : min(stop, last + 3)]
    return topic.ours if any(t.lemma in OURS for t in beside) else None


def we(scene: Scene, first: int) -> bool:
    """True where «мы» do what the verb at a token says: «импортируем мы оттуда», «мы продали»."""
    tokens = scene.sentence.tokens
    if tokens[first].pos != "VERB":
        return False
    if tokens[first].feats.get("Person") == "1" and tokens[first].feats.get("Number") == "Plur":
        return True
    near = range(max(0, first - _WE_REACH), min(len(tokens), first + 3))
    return any(tokens[k].text.lower() == "мы" and scene.lines.between(k, first) < 1.0 for k in near)


def there_of(scene: Scene, found: Mapping[str, str], topic: Topic) -> str | None:
    """The state that «там» points to: the last one told of that is not the troops' own."""
    if not set(found.values()) <= {"people", "owner", "subject"}:
        return None
    deictic = next((i for i, t in enumerate(scene.sentence.tokens) if t.lemma in _THERE), None)
    if deictic is None:
        return _host(scene, found, topic)
    here = [n.id for i, ns in sorted(scene.at.items()) if i < deictic for n in ns]
    named = [id_ for id_ in (*topic.named, *here) if len(id_) == 3 and id_ not in found]
    often = {id_: times for id_, times in topic.salient if times > 1 and id_ in named}
    if named and named[-1] not in often and len(often) == 1:  # the one a text is about, not one named in passing
        return next(iter(often))
    return named[-1] if named else None


def last_body(scene: Scene) -> str | None:
    """The recorded organization that a sentence names last."""
    found = [
        n.id
        for _, ns in sorted(scene.at.items())
        for n in ns
        if n.kind in ("organization", "group") and ":" not in n.id and n.id != "WLD"
    ]
    return found[-1] if found else None


_OF_THE_BODY = re.compile(
    r"(?<!\w)(?:картел|организаци|объединени|блок|альянс|союз|групп|член|участник|участниц)\w*|(?<!\w)их дол[яюией]|"
    r"(?<!\w)эти\w{0,2} (?:\w+ )?(?:стран|государств|держав|республик)|(?<!\w)(?:на|у) н(?:их|его|ее) "
)


def the_body(scene: Scene, topic: Topic) -> list[str]:
    """The organization told of before that «члены картеля», «на их долю» point to."""
    if topic.body is None or _OF_THE_BODY.search(scene.text) is None:
        return []
    return [topic.body]


def hosts(scene: Scene) -> tuple[str, ...]:
    """The states that a sentence names as places: «уходит из Мали», «в Афганистане»."""
    found = [n.id for i, ns in sorted(scene.at.items()) for n in ns if len(n.id) == _STATE and _located(scene, i, n)]
    return tuple(dict.fromkeys(found))


def _located(scene: Scene, i: int, name: Name) -> bool:
    return name.form not in ("adjective", "prefix") and preposition_of(scene.sentence, i) in _IN


def _host(scene: Scene, found: Mapping[str, str], topic: Topic) -> str | None:
    """Where troops are withdrawn from or sent to, if the one state told of before is not their own."""
    close = 0 <= scene.sentence.start - topic.hosts_end <= NEAR
    hosts = [id_ for id_ in topic.hosts if id_ not in found] if close else []
    return hosts[0] if len(hosts) == 1 and _MOVED.search(scene.text) is not None else None


def accession(scene: Scene, token: int, topic: Topic) -> list[str]:
    """The organization that is left out where it is asked or voted about «вступление», «членство»."""
    tokens = scene.sentence.tokens
    named = any(n.kind == "organization" for ns in scene.at.values() for n in ns)
    near = any(t.lemma in _JOINING for k, t in enumerate(tokens) if scene.lines.between(k, token) < _CLAUSES)
    return [topic.body] if topic.body is not None and near and not named else []


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


def estimates(scene: Scene, i: int) -> bool:
    """True for whoever counts on it or puts a number on it: «фонд ожидает сокращения», «банк оценивает спад в …»."""
    tokens = scene.sentence.tokens
    if tokens[i].feats.get("Case") not in ("Nom", None) or preposition_of(scene.sentence, i):
        return False
    after = i + 1
    while after < len(tokens) and (tokens[after].pos in ("ADV", "PART") or tokens[after].text in _CLOSING):
        after += 1
    if after >= len(tokens) or tokens[after].pos != "VERB":
        return False
    if tokens[after].lemma in _ESTIMATING:
        return True
    return tokens[after].lemma in _REVISING and any(t.lemma in _FORECAST for t in tokens[after + 1 : after + 4])


def sourced(scene: Scene, name: Name) -> bool:
    """True for whoever only counted: «по данным миссии ООН», «по норвежским оценкам»."""
    at = name.start - scene.sentence.start
    left = scene.text[max(0, at - 70) : at]
    if name.form == "adjective" and left.endswith(("по ", "согласно ")):
        return _DATA.match(scene.text, at) is not None
    return _BY_DATA.search(left) is not None


#: Metrics of people, of whom some may be counted apart.
_BEFELL = frozenset({"casualties", "migration", "tourism"})
_AMONG = re.compile(r"(?<!\w)(?:в том числе|в их числе|из них|из которых|среди них|включая),? (?:[–—-] )?$")


def of_those_told(scene: Scene, amount: Amount, topic: Topic) -> bool:
    """«погибли 13 человек, в том числе семеро жителей», «выехали 9 тысяч, из них тысяча граждан»: of the same."""
    if topic.told_at != scene.sentence.start or topic.metric not in _BEFELL:
        return False
    end = amount.start - scene.sentence.start
    return _AMONG.search(scene.text[max(0, end - 40) : end]) is not None
