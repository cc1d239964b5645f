"""Members counted and then named: «группа из пяти стран: А, Б …», «участниками которого являются 4 страны: …»."""

from collections.abc import Iterator

from sverka.claims import Mention
from sverka.reading.coordination import Actor
from sverka.reading.drafts import mention, stretch
from sverka.reading.joinable import fields, joinable
from sverka.reading.membership_cells import DASHES
from sverka.reading.modality import denied
from sverka.reading.scenes import Scene
from sverka.reading.spoken_bodies import COMMON, body_from
from sverka.reading.wordlists import words
from sverka.record import states

_COUNTRIES = words("страна государство республика держава член участник")
_OPENERS = DASHES | {"(", ":"}
#: Words that make the countries counted those of the body, and of which they make more or less than members.
_HOLDING = words(
    """входить войти объединять объединить включать включить насчитывать состоять группа союз объединение организация
    альянс блок сообщество содружество участник член состав являться"""
)
_OF = words("член участник состав в во")
_COLLECTIVE = words("двое трое четверо пятеро шестеро семеро восьмеро девятеро десятеро")
_OTHERWISE = words("кандидат партнер претендент покинуть выйти исключить приостановить отказаться кроме")
#: How far before its list a count may stand, and from how many on it is a list.
_BACK, _MANY, _SURE = 6, 3, 0.8
_COUNTED = _COUNTRIES | _COLLECTIVE


def counted(scene: Scene) -> Iterator[Mention | None]:
    """One mention for each of three states or more that follow their number behind a sign, of the one body before."""
    tokens = scene.sentence.tokens
    if _COUNTED.isdisjoint(scene.sentence.lemmas):
        return
    for first in scene.actors:
        opens = first.first - 1
        if first.kind != "state" or first.prep or opens < 2 or tokens[opens].text not in _OPENERS:
            continue
        listed = [
            a for a in scene.actors if a.chain == first.chain >= 0 and a.kind == "state" and a.first >= first.first
        ]
        body = _body_before(scene, opens)
        if len(listed) >= _MANY and body is not None and _number_before(scene, opens):
            span = stretch(scene, [body, *listed])
            said = [scene.lemma(j) for j in range(body.last + 1, opens)]
            status = "observer" if any("наблюдател" in lemma for lemma in said) else "member"
            for actor in listed:
                for state in (i for i in actor.states if states.exists(i) and i != body.ids[0]):
                    yield mention(scene.bundle, fields(state, body, status, None), span, "asserted", _SURE)


def _number_before(scene: Scene, opens: int) -> bool:
    """«Десять (быстро развивающихся) государств» or «семеро» right before a sign, or a bracket after them."""
    tokens = scene.sentence.tokens
    near = range(opens - 1, max(-1, opens - _BACK), -1)
    if tokens[opens - 1].lemma in _COLLECTIVE:
        return True
    noun = next((j for j in near if tokens[j].lemma in _COUNTRIES), -1)
    if noun < 0 or any(tokens[j].pos == "VERB" for j in range(noun + 1, opens)):
        return False
    return any(tokens[j].pos == "NUM" or tokens[j].text.isdecimal() for j in range(noun - 1, max(-1, noun - _BACK), -1))


def _body_before(scene: Scene, opens: int) -> Actor | None:
    """The one body the words before a list are of, where they say that it holds them."""
    bodies = [a for a in scene.actors if a.last < opens and joinable(a)]
    if not bodies:  # «членами ассоциации являются десять стран: …»
        meant = (body_from(scene, k) for k in range(1, opens) if scene.lemma(k) in COMMON and scene.lemma(k - 1) in _OF)
        bodies = [m.body for m in meant if m is not None and joinable(m.body)]
    if len({a.ids[0] for a in bodies}) != 1:
        return None
    body = bodies[-1]
    said = {scene.lemma(j) for j in range(opens)}
    at = scene.clause_of(opens - 1)
    clause = scene.clauses[at] if at >= 0 else None
    told = not said.isdisjoint(_HOLDING) and said.isdisjoint(_OTHERWISE)
    unsaid = clause is not None and clause.predicate >= 0 and denied(scene, clause, clause.predicate)
    return body if told and not unsaid else None
