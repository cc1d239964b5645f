"""Ballots: whose votes an amount counts – of a parliament, a people, a candidate – and what counts as a vote at all.

Votes on a resolution of the United Nations are told apart by the resolution; other votes belong to the body that votes,
to the state it is of, or to the state the text is about. A share of votes has a candidate beside it where one is named.
"""

import re
from collections.abc import Sequence

from sverka.reading.chambers import chamber_at
from sverka.reading.dates import When
from sverka.reading.document import Name
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.wordlists import words

#: What is counted in a vote, right after the number.
_COUNTED = re.compile(
    r" ?(?:\b\w+(?:ых|их|ими|ыми) )?(?:голос|депутат|мандат|бюллетен|сенатор|парламентари|делегат|избирател|кресл|"
    r"мест(?:а|о)? (?:в|из)|член|стран|государств|законодател)\w*"
)
#: «448 голосами против 197», «при семи против», «184 – за».
_SIDE = re.compile(
    r",? ?(?:[–—] )?(?:«?за»?|«?против»?|был[ио] (?:за|против)|воздержал\w+|высказал\w+|проголосова\w+)(?!\w)"
)
_BEFORE = re.compile(r"(?<!\w)(?:против|при|за|воздержал\w+|проголосова\w+|высказал\w+)[ :–—]+$")
_OF_VOTES = re.compile(
    r" ?(?:\w+(?:ых|их|ей) ){0,2}(?:голос|проголосова|избирател|пришедш|участник|бюллетен|участвова|явивш)\w*"
)
_WON = re.compile(
    r"(?<!\w)(?:набра\w+|получи\w+|взя\w+|победи\w+|поддержал\w*|высказал\w+|проголосова\w+|голосова\w+|явк\w+|"
    r"завоева\w+|собра\w+|отда\w+)(?!\w)"
)
_NEXT = re.compile(
    r"(?<!\w)(?:(?:втор|трет|четверт|последн)\w+ мест|результат|далее|следом|за н(?:ей|им|ими) ид|барьер)\w*"
)
_AGAINST = frozenset({"против"})
_FAR = 6.5
#: How far back a vote may have been told of, in characters.
_CLOSE = 300


def of_vote(scene: Scene, amount: Amount, token: int, topic: Topic) -> tuple[str | None, tuple[str, ...], bool]:
    """Metric and parties of a number of votes."""
    if topic.resolution is not None:
        return "vote", ("UN", topic.resolution), True
    if not _is_vote(scene, amount, topic):
        return None, (), False
    told = topic.metric == "vote" and topic.told_at == scene.sentence.start
    who, sure = (topic.parties[:1], True) if told and topic.parties else _voters(scene, token, topic)
    if not told and not sure and topic.metric == "vote" and scene.sentence.start - topic.told_at < _CLOSE:
        told, who = True, topic.parties[:1]  # «…; 61 депутат воздержался»
    if not who or (amount.preposition == "из" and amount.kind != "percent"):  # «63 мандата из ста одного»
        return None, (), False
    share = amount.kind in ("percent", "fraction")
    won = share or _won_by_a_person(scene, token)
    beside = _candidate(scene, amount, token) if won else (_opposed(scene) if not told else _others(topic))
    parties = tuple(dict.fromkeys([*who, *beside]))[:3]
    topic.metric, topic.parties, topic.told_at = "vote", parties, scene.sentence.start
    return "vote", parties, sure


def goes_on_voting(scene: Scene, amount: Amount, topic: Topic) -> bool:
    """«На втором месте – социалисты с 21 %»: what the next ones got in the vote told of just before."""
    gap = scene.sentence.start - topic.told_at
    voted = topic.metric == "vote" and 0 <= gap < _CLOSE
    return voted and amount.kind == "percent" and _NEXT.search(scene.text) is not None


def _others(topic: Topic) -> list[str]:
    """Whom else the vote just told of was about; a margin is no candidate's."""
    return [p for p in topic.parties[1:] if not p.startswith("person:")]


def _is_vote(scene: Scene, amount: Amount, topic: Topic) -> bool:
    left = scene.text[max(0, amount.core[0] - scene.sentence.start - 60) : amount.core[0] - scene.sentence.start]
    right = scene.text[amount.core[1] - scene.sentence.start :][:60]
    if amount.kind in ("percent", "fraction"):
        won = _OF_VOTES.match(right) is not None or _WON.search(left + "|" + right) is not None
        return won or goes_on_voting(scene, amount, topic)
    counted = _COUNTED.match(right) is not None or _SIDE.match(right) is not None or _BEFORE.search(left) is not None
    core = scene.text[amount.core[0] - scene.sentence.start : amount.core[1] - scene.sentence.start]
    listed = topic.metric == "vote" and topic.told_at == scene.sentence.start and amount.kind == "number"
    return counted or _COUNTED.search(core) is not None or listed


def _voters(scene: Scene, token: int, topic: Topic) -> tuple[tuple[str, ...], bool]:
    """The body that votes, else the state whose vote it is, else the state the text is about."""
    found: list[tuple[int, int, str]] = []
    for i, names in scene.at.items():
        for name in names:
            rank = _rank(scene, i, name)
            if rank is not None and scene.lines.between(i, token) < _FAR:
                found.append((rank, abs(i - token), name.id))
    for k in range(len(scene.sentence.tokens)):
        state, _ = chamber_at(scene.sentence.tokens, k)
        if state and scene.lines.between(k, token) < _FAR:
            found.append((-1, abs(k - token), state))
    if found:
        return (min(found)[2],), True
    return ((topic.home,), False) if topic.home is not None else ((), False)


def _rank(scene: Scene, i: int, name: Name) -> int | None:
    """How readily a name is that of whoever votes: a chamber, a subject, an owner; None for what a vote is about."""
    preposition = preposition_of(scene.sentence, i)
    if name.form == "government" or "парламент" in scene.text[name.start - scene.sentence.start :][:16]:
        return 0
    if name.kind != "state" or preposition in ("против", "о", "об", "с", "со", "за", "от", "из", "к", "ко", "по"):
        return None
    if not preposition and scene.sentence.tokens[i].feats.get("Case") == "Nom":
        return 1
    return 2 if preposition in ("в", "во") or name.form == "adjective" or not preposition else None


def _opposed(scene: Scene) -> list[str]:
    """Against whom a chamber voted: «448 голосами против 197 запустил против Венгрии процедуру»."""
    return [
        n.id for i, ns in sorted(scene.at.items()) for n in ns
        if n.kind == "state" and preposition_of(scene.sentence, i) in _AGAINST
    ][:1]  # fmt: skip


def _candidate(scene: Scene, amount: Amount, token: int) -> list[str]:
    """Whose share it is: the person in the clause who won or was supported."""
    near = [
        (scene.lines.between(i, token), abs(i - token), n.id)
        for i, n in scene.others
        if n.kind == "person" and n.form == "noun" and scene.lines.between(i, token) < 2.6
    ]
    return [min(near)[2]] if near else []


def _won_by_a_person(scene: Scene, token: int) -> bool:
    """«Лидер оппозиции набрал 2 млн голосов»: counted for whoever gained them, not for a chamber."""
    tokens = scene.sentence.tokens
    near = [k for k in range(max(0, token - 4), token) if tokens[k].lemma in _GAINING]
    return bool(near) and any(
        n.kind == "person" and i < near[-1] and tokens[i].feats.get("Case") == "Nom" for i, n in scene.others
    )


_GAINING = words("набрать набирать получить получать собрать собирать завоевать")
_RESOLUTION = re.compile(r"(?:проект\w{0,9} )?резолюци\w+")


def note_vote(scene: Scene, topic: Topic, dates: Sequence[When]) -> None:
    """Remember the day last named, and the state a resolution of the United Nations is about."""
    days = [w.period for w in dates if w.period is not None and w.period.grain == "day" and w.relation == "in"]
    topic.day = days[-1] if days else topic.day
    found = _RESOLUTION.search(scene.text)
    if found is not None:
        after = [
            n.id
            for ns in scene.at.values()
            for n in ns
            if n.kind == "state" and n.start > scene.sentence.start + found.end()
        ]
        topic.resolution = after[0] if after else topic.resolution
