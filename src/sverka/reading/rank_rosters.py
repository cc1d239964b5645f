"""Rosters: several ranked at once – «партнёры – А (4 млрд), Б – 3 млрд и В», «за ней следуют Б и В», «тройку замкнули».

A list of names may have a number beside each of them; whoever follows a place takes those after it.
"""

import re
from collections.abc import Iterator, Sequence

from sverka.claims import Mention, Rank
from sverka.reading.coordination import Actor
from sverka.reading.scenes import Scene
from sverka.reading.superlative_words import ordinal
from sverka.reading.wordlists import words

#: What stands between two names of a list: a sign or «и», after a number or a share of the one before.
_ITEM = re.compile(
    r"(?: ?\([^()]{1,40}\)| ?[–—-] [^–—;()]{0,12}?\d[^–—;()]{0,30}?| с [^–—;()]{0,12}?\d[^–—;()]{0,30}?)?"
    r"(?:,|;| и| а также|, а также|, и)(?: с?нова| также| ещё| еще)? ",
    re.IGNORECASE,
)
#: The first so many: «пятёрка лидеров», «топ-10 стран по …».
TOPS = words("тройка четверка пятерка шестерка семерка восьмерка десятка двадцатка")
_TOP = re.compile(r"топ-?\d{0,3}", re.IGNORECASE)
_RANKED = words("лидер страна государство экономика держава")
_FOLLOW = words("следовать идти расположиться располагаться стоять находиться разместиться оказаться значиться")
_AFTER = re.compile(
    r"(?<!\w)(?:(?:вслед|следом)(?: за (?:ней|нею|ним|ними))?|за (?:ней|нею|ним|ними)|далее|затем|потом|"
    r"после (?:нее|неё|него|них))(?!\w)",
    re.IGNORECASE,
)
_BEHIND = words("ней нею ним ними следом вслед далее затем потом нее неё него них")
_CLOSE = words("замыкать замкнуть")
_LAST = {"тройка": 3, "четверка": 4, "пятерка": 5, "шестерка": 6, "семерка": 7, "десятка": 10}
_HERE = words("место позиция строчка строка лидер лидировать")
_TOP_WORDS = TOPS | {"лидер"}


def in_top(scene: Scene, k: int) -> bool:
    """«В пятёрку лидеров вошли А и Б», «в топ-10 стран по расходам»: among the first, nobody says where.

    Whose superlative stands in it («в тройке крупнейших партнёров») is read by that.
    """
    tokens = scene.sentence.tokens
    if k < 1 or not (tokens[k].lemma in _TOP_WORDS or _TOP.fullmatch(tokens[k].text)):
        return False
    if tokens[k].lemma == "лидер":  # «среди лидеров по вложениям»
        return tokens[k].feats.get("Case") == "Gen" and scene.lemma(k - 1) in ("среди", "число", "из")
    entered = any(tokens[j].text.lower() in ("в", "во") for j in range(max(0, k - 3), k))
    return entered and any(scene.lemma(j) in _RANKED for j in range(k + 1, k + 3))


def roster(scene: Scene, one: Actor) -> list[Actor]:
    """All the states of the list in which somebody stands, however many numbers stand between."""
    states = [
        a for a in scene.actors if a.kind == "state" and a.form in ("noun", "capital", "demonym") and not a.guessed
    ]
    if one not in states:
        return [one]
    at = states.index(one)
    out = [one]
    for other in states[at + 1 :]:
        between = scene.text[scene.sentence.tokens[out[-1].last].end : scene.sentence.tokens[other.first].start]
        if other.prep or other.after_noun or other.case != one.case or not _ITEM.fullmatch(between):
            break
        out.append(other)
    return out


def followers(scene: Scene, told: Sequence[Mention]) -> list[tuple[Mention, Actor, int, tuple[int, int]]]:
    """Whoever comes after a place told here or right before: that place, who follows, which place, its tokens."""
    found: list[tuple[Mention, Actor, int, tuple[int, int]]] = []
    if not _BEHIND.isdisjoint(scene.sentence.words):
        found += _following(scene, told)
    if not scene.sentence.lemmas.isdisjoint(_CLOSE):
        found += _closing(scene, told)
    return found


def carried(scene: Scene, k: int, found: Mention, told: Sequence[Mention]) -> Mention:
    """«Лидером стала Турция», «второе место занял Иран»: in the list of the place told before, if it says none."""
    claim, before = found.proposition, _before(scene, told, found.span[0])
    if not isinstance(claim, Rank) or before is None or not isinstance(before.proposition, Rank):
        return found
    known = before.proposition
    bare = (
        claim.metric in ("other", known.metric)
        and claim.of == "WLD"
        and bool({scene.lemma(k), scene.lemma(k + 1)} & _HERE)
    )
    if not bare or claim.subject in (known.subject, known.of):
        return found
    said = claim.model_copy(update={"metric": known.metric, "of": known.of, "among": known.among})
    return found.model_copy(update={"proposition": said})


def _before(scene: Scene, told: Sequence[Mention], stop: int) -> Mention | None:
    """The last place told before a character, in this sentence or in the one before."""
    low = scene.before.sentence.start if scene.before is not None else scene.sentence.start
    near = [m for m in told if low <= m.span[0] < stop and isinstance(m.proposition, Rank) and m.proposition.rank]
    return max(near, key=lambda m: m.span[0], default=None)


def _following(scene: Scene, told: Sequence[Mention]) -> Iterator[tuple[Mention, Actor, int, tuple[int, int]]]:
    """«За ней следуют Б и В», «следом – Б (4 %), В (3 %)»: nothing but a verb of standing lies between."""
    tokens = scene.sentence.tokens
    for mark in _AFTER.finditer(scene.text, scene.sentence.start, scene.sentence.end):
        first = _before(scene, told, mark.start())
        at, k = scene.sentence.index_at(mark.start()), scene.sentence.index_at(mark.end() - 1) + 1
        while k < len(tokens) and (tokens[k].lemma in _FOLLOW or tokens[k].text in ",–—" or ordinal(tokens[k])):
            k += 1
        who = [a for a in scene.actors if a.first == k and _named(a)]
        if first is None or not isinstance(first.proposition, Rank) or not who:
            continue
        said = next((n for j in range(at, k) if (n := ordinal(tokens[j]))), 0)
        place = said - 1 if said else first.proposition.rank or 0
        for number, actor in enumerate(roster(scene, who[0]), 1):
            if actor.states[0] not in first.proposition.parties:
                yield first, actor, place + number, (at, actor.last)


def _closing(scene: Scene, told: Sequence[Mention]) -> Iterator[tuple[Mention, Actor, int, tuple[int, int]]]:
    """«Тройку замкнули США»: the last of so many."""
    tokens = scene.sentence.tokens
    for clause in scene.clauses:
        k = clause.predicate
        if k < 0 or tokens[k].lemma not in _CLOSE:
            continue
        size = next((_LAST[scene.lemma(j)] for j in clause.tokens if scene.lemma(j) in _LAST), 0)
        who = [a for a in scene.within(clause) if _named(a)]
        first = _before(scene, told, tokens[clause.tokens[0]].start + 1)
        if size and first is not None and len(who) == 1 and len(roster(scene, who[0])) == 1:
            low, high = min(k, who[0].first, clause.tokens[0]), max(k, who[0].last)
            yield first, who[0], size, (low, high)


def _named(actor: Actor) -> bool:
    return (
        actor.kind == "state"
        and actor.form in ("noun", "capital", "demonym")
        and not actor.prep
        and not actor.after_noun
    )
