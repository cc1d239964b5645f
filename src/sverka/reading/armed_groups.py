"""Armed groups as actors: «талибы», «боевики „Боко Харам“», and «боевики» alone for the group told of last."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sverka.reading.coordination import Actor
from sverka.reading.document import Sentence
from sverka.reading.phrases import after_noun, led_by
from sverka.reading.wordlists import words

if TYPE_CHECKING:
    from sverka.reading.clauses import Clause
    from sverka.reading.scenes import Scene

#: Members of a group, by whose name it is known.
_MEMBERS = {
    "талиб": "org:Талибан", "хусит": "org:хуситы", "игиловец": "org:ИГИЛ", "хамасовец": "org:ХАМАС",
    "хезболлах": "org:Хезболла",
}  # fmt: skip
#: Groups by the words of their names, plain and lower, as any case begins them.
_GROUPS = {
    ("боко", "харам"): "org:Боко Харам", ("исламск", "государств"): "org:Исламское государство",
    ("аль-каид",): "org:Аль-Каида", ("аш-шабаб",): "org:Аш-Шабаб", ("хезболл",): "org:Хезболла",
    ("талибан",): "org:Талибан",
}  # fmt: skip
_BEGINNINGS = tuple(name[0] for name in _GROUPS)
#: Lemmas without which no group is named.
_NAMING = frozenset(_MEMBERS) | words(
    "боко исламский исламское аль-каида аль-каид аль-кайда аш-шабаб хезболла хезболлы талибан"
)
#: Who fights for a group: «боевики | …».
FIGHTERS = words(
    """боевик террорист экстремист повстанец мятежник исламист джихадист партизан сепаратист радикал головорез
    смертник"""
)
_CALLED = words("группировка движение организация группа террористический запрещенный исламистский радикальный")
_QUOTES = frozenset('«»"“”„')
_REACH = 6


def armed(sentence: Sentence, found: list[Actor]) -> Iterator[Actor]:
    """Armed groups of a sentence; what others took for their names is taken out of `found`."""
    tokens = sentence.tokens
    if sentence.lemmas.isdisjoint(_NAMING):
        return
    for k, token in enumerate(tokens):
        if token.lemma in _MEMBERS and token.pos == "NOUN" and token.feats.get("Number") == "Plur":
            yield _actor(sentence, k, k, k, _MEMBERS[token.lemma])
            continue
        word = sentence.words[k]
        if not word.startswith(_BEGINNINGS) or not token.text[:1].isupper():
            continue
        for name, id_ in _GROUPS.items():
            said = sentence.words[k : k + len(name)]
            if len(said) == len(name) and all(w.startswith(n) for w, n in zip(said, name, strict=True)):
                last = k + len(name) - 1
                found[:] = [a for a in found if a.last < k or last < a.first or a.kind != "organization"]
                yield _actor(sentence, k, last, k, id_)
                break


def _actor(sentence: Sentence, first: int, last: int, head: int, id_: str) -> Actor:
    tokens = sentence.tokens
    case = tokens[head].feats.get("Case", "")
    return Actor(
        first, last, head, case, led_by(tokens, first), (id_,), tokens[head].lemma, "noun", "organization",
        False, False, after_noun(tokens, first, head),
    )  # fmt: skip


def led_by_fighters(sentence: Sentence, found: Sequence[Actor]) -> list[Actor]:
    """«Боевики группировки „Х“»: the group in the case of those who fight for it."""
    if sentence.lemmas.isdisjoint(FIGHTERS):
        return list(found)
    return [_with_fighters(sentence, a) for a in found]


def _with_fighters(sentence: Sentence, actor: Actor) -> Actor:
    tokens = sentence.tokens
    if actor.kind != "organization" or not actor.ids[0].startswith("org:"):
        return actor
    for j in range(actor.first - 1, max(actor.first - _REACH, -1), -1):
        if tokens[j].lemma in FIGHTERS and tokens[j].pos == "NOUN":
            case = tokens[j].feats.get("Case", "")
            plural = tokens[j].feats.get("Number") == "Plur"
            return replace(
                actor, first=j, head=j, case=case, prep=led_by(tokens, j), lemma=tokens[j].lemma, plural=plural,
                after_noun=after_noun(tokens, j, j),
            )  # fmt: skip
        if tokens[j].lemma not in _CALLED and tokens[j].text not in _QUOTES and tokens[j].pos != "ADJ":
            return actor
    return actor


def fighters(scene: "Scene", clause: "Clause", barred: Collection[str] = ()) -> list[Actor]:
    """«Боевики напали»: the one armed group the text has just told of."""
    tokens = scene.sentence.tokens
    at = next((j for j in clause.tokens if tokens[j].lemma in FIGHTERS and tokens[j].feats.get("Case") == "Nom"), -1)
    here = scene.before if at >= 0 else None
    for _ in range(3):
        if here is None:
            return []
        told = [a for a in here.actors if a.kind == "organization" and a.ids[0].startswith("org:")]
        told = [a for a in told if not set(a.ids) & set(barred) and (a.lemma in FIGHTERS or _is_known(a.ids[0]))]
        if told:
            one = len({a.ids for a in told}) == 1
            return [replace(told[0], first=at, last=at, head=at, case="Nom", prep="", guessed=True)] if one else []
        here = here.before
    return []


def _is_known(id_: str) -> bool:
    return id_ in _GROUPS.values() or id_ in _MEMBERS.values()
