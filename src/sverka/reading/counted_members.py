"""Counted members: «27 стран Евросоюза», «в блок входят десять государств» – how many a body has, or how many act.

The noun behind the number is what bodies are made of; the body stands in the genitive right behind it, or the sentence
says who belongs to what. Votes and lists of the largest are counted elsewhere.
"""

from sverka.reading.document import Name
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.wordlists import words

_MADE_OF = words("страна государство член держава республика участник")
#: Whatever these belong to was named before, if not here.
_OF_SOME_BODY = words("государство-член страна-член государство-участник страна-участница страна-участник")
_COUNTED = _MADE_OF | _OF_SOME_BODY
#: Who belongs, joins, takes part.
_BELONGING = words(
    """входить войти вошедший входящий объединять объединить объединяющий насчитывать насчитывающий состоять состав
    участник участница член членство вступить присоединиться наблюдатель включать включающий"""
)
#: Words for a body told of before.
_BODIES = words("объединение организация союз блок альянс группа сообщество содружество")
#: «Тридцать первый член»: which one, not how many.
_ORDINALS = words("первый второй третий четвертый пятый шестой седьмой восьмой девятый")
#: A vote told of in the same clause is no farther.
_OF_CLAUSE = 2.0
#: Two or three are named rather than counted.
_FEW = 4
#: How many words stand between a number and its noun, or between that and the body.
_REACH = 4


def counted_members(scene: Scene, amount: Amount, topic: Topic) -> tuple[str, ...]:
    """The bodies whose members an amount counts, none if it counts no members."""
    if amount.kind != "count" or amount.quantity.low < _FEW or amount.compared:
        return ()
    tokens = scene.sentence.tokens
    last = scene.sentence.index_at(amount.core[1] - 1)
    if amount.preposition != "из" and any(
        c.metric == "vote" and scene.lines.between(c.first, last) < _OF_CLAUSE for c in scene.cues
    ):
        return ()  # «за проголосовали 10 членов Совета Безопасности»
    noun = next((k for k in range(last, min(last + _REACH, len(tokens))) if tokens[k].lemma in _COUNTED), -1)
    if tokens[noun].feats.get("Number") == "Sing" and tokens[noun].feats.get("Case") in ("Nom", "Ins"):
        return ()  # «стала 29 членом»
    between = tokens[last + 1 : noun]
    if noun < 0 or any(t.pos in ("VERB", "PUNCT", "ADP") or t.lemma in _ORDINALS for t in between):
        return ()
    behind = _behind(scene, noun)
    if behind is not None:
        return (behind,)
    if tokens[noun].lemma in _OF_SOME_BODY and topic.body is not None:
        return (topic.body,)
    inside = _inside(scene, scene.sentence.index_at(amount.core[0]), noun, topic)
    if inside is not None:
        return (inside,)
    if not any(t.lemma in _BELONGING for t in tokens):
        return ()
    if topic.body is not None and any(
        t.lemma in _BODIES and tokens[k - 1].text.lower() in ("в", "во") for k, t in enumerate(tokens) if k
    ):
        return (topic.body,)  # «десяти государств, входящих в объединение»
    bodies = list(dict.fromkeys(n.id for _, ns in sorted(scene.at.items()) for n in ns if _is_body(n)))
    return (bodies[0],) if len(bodies) == 1 else ()


def _behind(scene: Scene, noun: int) -> str | None:
    """The body in the genitive behind its members: «27 стран Евросоюза», «23 стран – членов ВТО»."""
    tokens = scene.sentence.tokens
    for k in range(noun, min(noun + _REACH, len(tokens))):
        bodies = [n for n in scene.at.get(k, ()) if _is_body(n)]
        if bodies and not preposition_of(scene.sentence, k):
            return bodies[0].id
        if tokens[k].text not in "–—-" and tokens[k].lemma not in _COUNTED and tokens[k].pos not in ("ADJ", "NOUN"):
            return None
    return None


def _inside(scene: Scene, first: int, noun: int, topic: Topic) -> str | None:
    """«Сейчас в ШОС восемь государств», «в блоке осталось десять членов»: nothing is told of them but that they are."""
    tokens = scene.sentence.tokens
    if noun + 1 < len(tokens) and tokens[noun + 1].pos != "PUNCT" and tokens[noun + 1].text not in "–—-":
        return None
    k = first - 1
    while k > 0 and tokens[k].lemma in _THERE_ARE:
        k -= 1
    if k < 1:
        return None
    if tokens[k].lemma in _BODIES and tokens[k - 1].text.lower() in ("в", "во"):
        return topic.body
    bodies = [n.id for n in scene.at.get(k, ()) if _is_body(n) and preposition_of(scene.sentence, k) in ("в", "во")]
    return bodies[0] if bodies else None


#: What stands between a body and the number of those in it.
_THERE_ARE = words(
    "быть стать остаться оставаться насчитываться состоять сейчас теперь уже снова вновь всего ровно лишь пока сегодня"
)


def _is_body(name: Name) -> bool:
    return name.kind in ("organization", "group")
