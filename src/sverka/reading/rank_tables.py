"""Tables told in prose: «Эстония 26-я, Литва (46-е), Латвия – 59-е, Россия оказалась 154-й, у Перу 70-е место».

Where a text tells of a rating, an ordinal is the place of the state it is bound to; its noun stands beside one of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sverka.claims import Mention, Rank
from sverka.claims.ids import prefix_of
from sverka.reading.coordination import Actor, unchanging
from sverka.reading.document import Token
from sverka.reading.rank_mentions import mention
from sverka.reading.rank_rosters import TOPS
from sverka.reading.scenes import Scene
from sverka.reading.superlative_places import spoken_measure
from sverka.reading.superlative_subjects import PLACE
from sverka.reading.superlative_words import LISTS, ORDINALS, RATING, ordinal
from sverka.reading.wordlists import words

#: The grade of a row: nine in ten are right, as nothing is left open but what is rated.
_ROW = 0.7
#: Who is ranked, which place it is, and the tokens that say so.
Row = tuple[list[Actor], int, tuple[int, int]]

_DIGITS = re.compile(r"(?<!\w)[1-9]\d{0,2}-(?:й|я|е|м|ю|ой|ая|ое|ом|ую|ей|му|ым|ми)(?!\w)")
_INDEX = re.compile(r"(?<!\w)(?:индекс|рэнкинг|ранжир|обош|опереж|опередил|баллов)")
_STAND = words(
    """занимать занять оказаться оказываться стать становиться быть значиться числиться стоять расположиться находиться
    располагаться очутиться разместиться опуститься подняться спуститься скатиться переместиться взлететь откатиться
    сползти вырваться выйти попасть получить делить поделить разделить разделять вернуться сдвинуться прийти
    финишировать остаться оставаться идти следовать удержать сохранить упасть съехать рухнуть взобраться"""
)
_SHARE = words("делить поделить разделить разделять")
#: What may stand between who holds a place and the ordinal: «лишь 26-я», «уже на 154-м», «по 134-му месту».
_LIGHT = words(
    "лишь уже только всего же теперь ныне снова опять вообще вовсе на по и а уж там сейчас сегодня тоже также"
)
_DASH = frozenset("–—-")
_FORMS = frozenset({"noun", "capital", "demonym"})
_WHICH = words("который")
_PRONOUNS = frozenset({"он", "она", "оно"})
#: Words that tell the first or the last of a rating without a number.
ENDS = words("лидировать первенство лидерство первенствовать замыкать замкнуть")
_LAST = words("замыкать замкнуть")
_HOLD = words("удержать удерживать сохранить сохранять взять захватить перехватить завоевать держать")
_AMONG = ("на", "в", "во", "среди")
_CASES = frozenset({"Nom", "Acc", "Ins", "Loc", "Dat", ""})
#: How many sentences may stand between the word of a rating and a place in it.
_BACK = 4


def table(scene: Scene) -> Iterator[Row]:
    """The places of states in a rating spoken of that no superlative and no verb with a noun of place tells."""
    sentence = scene.sentence
    digits = _DIGITS.search(scene.text, sentence.start, sentence.end) is not None
    if not digits and sentence.lemmas.isdisjoint(ORDINALS):
        return
    found = [k for k in range(len(sentence.tokens)) if _place(scene, k, digits)]
    if not found or not (_rated(scene) or len(found) > 2):
        return
    for k in found:
        who = _who(scene, k, len(found) > 1)
        states = [a for a in who if not prefix_of(a.states[0])]
        if states:
            ends = [a.first for a in states] + [a.last for a in states]
            place = ordinal(sentence.tokens[k], sentence.tokens[k - 1] if k else None)
            last = k + 1 if scene.lemma(k + 1) in PLACE else k
            yield states, place, (min(*ends, k), max(*ends, last))


def listed(scene: Scene, rows: Sequence[Row], known: Sequence[Mention]) -> list[Mention]:
    """The rows of a table in prose, of states of which no place is told in the sentence yet."""
    told = [m.proposition for m in known if m.span[0] >= scene.sentence.start]
    taken, out = {p.subject for p in told if isinstance(p, Rank)}, list(known)
    for who, place, stretch in rows:
        metric, of = _list(scene, scene.span(*stretch)[0], out)
        free = [a for a in who if a.states[0] not in taken and a.states[0] != of]
        out += mention(scene, free, metric, of, place, "max", stretch, modality="asserted", grade=_ROW)
    return out[len(known) :]


def _rated(scene: Scene) -> bool:
    here: Scene | None = scene
    for _ in range(_BACK):
        if here is None:
            return False
        if _speaks_of_rating(here.text[here.sentence.start : here.sentence.end]):
            return True
        here = here.before
    return False


@lru_cache(maxsize=16)
def _speaks_of_rating(sentence: str) -> bool:
    """Kept for a while, as each sentence is looked back at from several after it."""
    said = sentence.lower()
    return RATING.search(said) is not None or _INDEX.search(said) is not None


def _list(scene: Scene, start: int, told: Sequence[Mention]) -> tuple[str, str]:
    """What a place is a place in: as the place told right before it, else a rating of all."""
    low = scene.before.sentence.start if scene.before is not None else scene.sentence.start
    near = [m for m in told if low <= m.span[0] < start and isinstance(m.proposition, Rank)]
    for one in sorted(near, key=lambda m: -m.span[0]):
        known = one.proposition
        if isinstance(known, Rank) and known.rank is not None and known.of is not None and known.metric != "other":
            return known.metric, known.of
    return spoken_measure(scene), "WLD"


def at_an_end(scene: Scene, k: int) -> tuple[int, str] | None:
    """«На Балканах лидирует А», «первенство удержала Б», «список замыкает В»: where that begins, the best or the last.

    Only in a rating, and only where a state is the subject.
    """
    at = scene.clause_of(k) if scene.lemma(k) in ENDS else -1
    if at < 0 or not _rated(scene):
        return None
    clause, tokens = scene.clauses[at], scene.sentence.tokens
    verb = clause.predicate
    noun = tokens[k].pos == "NOUN"
    if (noun and scene.lemma(verb) not in _HOLD) or (not noun and tokens[k].feats.get("VerbForm") != "Fin"):
        return None
    if any(scene.lemma(j) in TOPS for j in clause.tokens):
        return None  # «тройку замкнули США»: the third, as those who follow are read
    inside = scene.within(clause)
    if not any(_nominative(tokens, a) for a in inside):
        return None
    sets = [a.first - 1 for a in inside if a.first < k and a.kind in ("place", "organization") and a.prep in _AMONG]
    return (sets[0] if sets else k), "min" if scene.lemma(k) in _LAST else "max"


def _place(scene: Scene, k: int, digits: bool) -> bool:
    """An ordinal with the noun of a place, or one without any noun that is no date and no decade."""
    tokens, token = scene.sentence.tokens, scene.sentence.tokens[k]
    figured = token.text[:1].isdecimal()
    if figured and (not digits or _DIGITS.fullmatch(token.text) is None):
        return False
    if not ordinal(token) or (not figured and token.pos not in ("ADJ", "NUM", "NOUN")):
        return False
    if k and tokens[k - 1].text.lower() in ("с", "со"):
        return False  # «с третьей строчки»: it is left
    if scene.lemma(k + 1) in PLACE:
        return True
    if k and tokens[k - 1].pos == "ADP" and tokens[k - 1].text.lower() not in ("на", "по"):
        return False
    if token.feats.get("Case", "") not in _CASES or (token.feats.get("Number") == "Plur" and not figured):
        return False
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    return following is None or following.pos not in ("NOUN", "ADJ", "PROPN", "NUM", "DET") or k + 1 in _heads(scene)


def _heads(scene: Scene) -> set[int]:
    return {a.first for a in scene.actors if _is_named(a)}


def _is_named(actor: Actor) -> bool:
    return actor.kind == "state" and actor.form in _FORMS and not actor.guessed


def _who(scene: Scene, k: int, several: bool) -> list[Actor]:
    """Whose place an ordinal is: of whoever stands right before it, its brackets or its dash, or of its verb."""
    tokens = scene.sentence.tokens
    at = k - 1
    if at >= 0 and ordinal(tokens[k], tokens[at]) != ordinal(tokens[k]):
        at -= 1  # «двадцать | восьмая»
    while at >= 0 and (step := _light(tokens, at)):
        at -= step
    if at < 0:
        return _behind(scene, k)
    if tokens[at].text == "(":
        return _ending(scene, at - 1)[-1:]  # «А, Б и | В (21-е)»: his alone
    if tokens[at].text in _DASH:
        return _ending(scene, at - 1) or _round_aside(scene, at - 1)
    if (here := _ending(scene, at)) and (here[0].prep == "у" or not here[0].prep):
        return here
    if tokens[at].text.lower() in _PRONOUNS:
        return [a for a in scene.actors if a.last < at and _is_named(a) and a.case == "Nom" and not a.prep][-1:]
    if tokens[at].lemma in _WHICH:  # «…, у которых | по 134-му месту»
        comma = next((j for j in range(at - 1, max(-1, at - 4), -1) if tokens[j].text == ","), -1)
        return _ending(scene, comma - 1) if comma > 0 else []
    return _behind(scene, k) or _of_verb(scene, at, k, several)


def _light(tokens: Sequence[Token], at: int) -> int:
    """How many tokens may be left out that end here: «лишь», «в этом рейтинге», «в нынешнем году»; 0 for none."""
    if tokens[at].text.lower() in _LIGHT:
        return 1
    if tokens[at].lemma in LISTS | {"индекс", "год", "раз", "выпуск"}:
        return next((n for n in (2, 3) if at - n >= 0 and tokens[at - n + 1].text.lower() == "в"), 0)
    return 0


def _ending(scene: Scene, at: int) -> list[Actor]:
    """The state whose name ends at a token, with those joined to it by «и»; over brackets behind it."""
    one = next((a for a in scene.actors if a.last == at and _is_named(a)), None)
    if one is None or (one.prep and one.prep != "у"):
        return []
    pair = [a for a in scene.actors if a.last == one.first - 2 and _is_named(a) and a.chain == one.chain >= 0]
    joined = bool(pair) and scene.sentence.tokens[one.first - 1].text.lower() == "и"
    return [pair[0], one] if joined else [one]


def _round_aside(scene: Scene, at: int) -> list[Actor]:
    """«А, которая прибавила сразу десять позиций, – | 40-ю»: named before the aside."""
    tokens = scene.sentence.tokens
    if at < 0 or tokens[at].text not in (",", ")"):
        return []
    opening = "(" if tokens[at].text == ")" else ","
    start = next((j for j in range(at - 1, max(-1, at - 14), -1) if tokens[j].text == opening), -1)
    return _ending(scene, start - 1) if start > 0 else []


def _behind(scene: Scene, k: int) -> list[Actor]:
    """«Второе место у А», «третье | у Б», «на 154-м – В»: named after the place."""
    tokens = scene.sentence.tokens
    noun = scene.lemma(k + 1) in PLACE
    at = k + 2 if noun else k + 1
    if noun and scene.lemma(at) == "в" and scene.lemma(at + 1) in LISTS | {"индекс"}:
        at += 2
    dashed = at < len(tokens) and tokens[at].text in _DASH
    at += dashed
    if at < len(tokens) and tokens[at].text in ("у", "за"):
        return [a for a in scene.actors if a.first - 1 <= at <= a.first and a.prep in ("у", "за") and _is_named(a)][:1]
    led = k > 0 and tokens[k - 1].text.lower() == "на"
    if (noun and dashed) or (not noun and led and not dashed):  # «на 154-м месте – В», «на третьей В»
        return [a for a in scene.actors if a.first == at and _nominative(tokens, a)]
    return []


def _of_verb(scene: Scene, at: int, k: int, several: bool) -> list[Actor]:
    """«А оказалась 123-й», «Б, ставшая | 68-й», «поделила 105-е место с В»: by the verb of standing before it."""
    tokens = scene.sentence.tokens
    verb = next((j for j in range(at, max(-1, at - 4), -1) if tokens[j].lemma in _STAND), -1)
    if verb < 0 or any(tokens[j].text in ",;()" for j in range(verb, k)):
        return []
    shared = [a for a in scene.actors if k < a.first <= k + 5 and a.prep in ("с", "со") and _is_named(a)]
    shared = shared[:1] if tokens[verb].lemma in _SHARE else []
    if tokens[verb].feats.get("VerbForm") == "Part" and verb and tokens[verb - 1].text == ",":
        return _ending(scene, verb - 2) + shared
    if scene.lemma(k + 1) in PLACE and not several:
        return shared  # a single place with its noun is read with all that its clause says of the list
    ruled = [a for a in scene.actors if _nominative(tokens, a) and a.last < verb]
    near = ruled[-1:] if ruled and not any(tokens[j].text in ";:" for j in range(ruled[-1].last, verb)) else []
    if near and "," in [t.text for t in tokens[near[0].last : verb]]:
        conv = tokens[verb].feats.get("VerbForm") == "Conv"  # «А обошла соседей, оказавшись 34-й»
        near = near if conv else [a for a in near if scene.clause_of(a.head) == scene.clause_of(verb)]
    return (_ending(scene, near[0].last) if near else []) + shared


def _nominative(tokens: Sequence[Token], actor: Actor) -> bool:
    said = actor.case == "Nom" or unchanging(tokens, actor) or tokens[actor.head].text.isupper()
    return _is_named(actor) and said and not actor.prep and not actor.after_noun
