"""Ranks by a superlative that no list of partners stands behind: «крупнейшая держава мира», «136-е место в индексе».

What is compared is told by a noun, the set by «мира», «Африки», «в ЕС»; both may be missing, so nothing here is sure
enough for a verdict.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sverka.claims import Mention, Rank
from sverka.claims.ids import prefix_of
from sverka.reading.bundle import Analysis
from sverka.reading.document import Token
from sverka.reading.rank_contests import AT_HOME, MORE, dealt, nobody, of_all, unequalled
from sverka.reading.rank_mentions import mention
from sverka.reading.rank_rosters import TOPS, carried, followers, in_top
from sverka.reading.rank_tables import ENDS, at_an_end, listed, table
from sverka.reading.scenes import Scene, scenes
from sverka.reading.superlative_places import fallen_on, of_several, predicative, spoken_measure
from sverka.reading.superlative_subjects import (
    HEADS,
    LEADS,
    OWNED,
    PARTIAL,
    PLACE,
    REACH,
    WORLD,
    owner_of,
    owner_spoken_of,
    set_of,
    subjects_of,
)
from sverka.reading.superlative_words import (
    BY,
    DEALERS,
    LEAST,
    LISTS,
    LOOSE,
    MEASURES,
    NOUNS,
    ORDINALS,
    SUPERLATIVE,
    made,
    measure,
    ordinal,
)
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_REACH_AFTER = 6
_SELF = words("экономика держава экспортер производитель запас страна импортер игрок государство")
#: What grew is told after it: «рост военных расходов».
_GROWTH = words("рост прирост увеличение")
_FOES = frozenset({"rival", "enemy"})
_MAKERS = words("производитель потребитель")
_OPENING = LEADS | TOPS | HEADS | ENDS | {"самый", "никто", "ни"}
_ENDINGS = ("ейшим", "ейшего", "ейшей", "ейший", "ейшая", "ейшую", "ейшие", "ейшими", "ейших", "ейшем", "ейшее")


def superlatives(analysis: Analysis, told: Sequence[Mention]) -> Iterator[Mention]:
    """The ranks of a text that its surer reader (`told`) has not read."""
    if len(analysis.titles) != len(analysis.document.sentences):
        return  # an analysis made for figures only has no actors to rank
    spans, known = sorted(m.span for m in told), list(told)
    for scene in scenes(analysis):
        first, end = scene.sentence.start, scene.sentence.end
        here = spans[bisect_left(spans, (first, 0)) : bisect_left(spans, (end, 0))]
        rows = list(table(scene))
        here += [scene.span(*stretch) for _, _, stretch in rows]
        for k, token in enumerate(scene.sentence.tokens):
            if not _opens(token, scene.sentence.words[k]) or any(
                a - 25 < token.end and token.start < b + 25 for a, b in here
            ):
                continue
            found = [carried(scene, k, m, known) for m in _at(scene, k)]
            here += [m.span for m in found]
            known += found
            yield from found
        yield from (told_in_rows := listed(scene, rows, known))
        known += told_in_rows
        after = followers(scene, known)
        for base, actor, place, stretch in after:
            taken = [m.proposition.parties for m in known if first <= m.span[0] < end]
            if isinstance(base.proposition, Rank) and not any(actor.states[0] in parties for parties in taken):
                claim = base.proposition
                found = list(mention(scene, [actor], claim.metric, claim.of, place, claim.direction, stretch))
                known += found
                yield from found


def _opens(token: Token, word: str) -> bool:
    """False for a word no superlative or place begins with, as most are."""
    if token.lemma in _OPENING or word in MORE or word[:1].isdecimal() or word.endswith(_ENDINGS):
        return True
    return token.pos == "ADJ" and (
        token.lemma in ORDINALS or word.startswith("топ") or SUPERLATIVE.match(_plain(token)) is not None
    )


def _at(scene: Scene, k: int) -> Iterator[Mention]:
    tokens = scene.sentence.tokens
    word = _plain(tokens[k])
    place = ordinal(tokens[k], tokens[k - 1] if k else None)
    following = scene.lemma(k + 1)
    if place and following in PLACE:
        place = _moved(scene, k, place)
        if not place:
            return
        places = list(_ranked(scene, k, k + 1, place, "", "max"))
        yield from places
        yield from _going_on(scene, k, places)
    elif in_top(scene, k):
        yield from _ranked(scene, k, k, None, "", "max")
    elif tokens[k].lemma in LEADS and (following == "по" or predicative(tokens, k)):
        if not of_several(scene, k):
            several = tokens[k].lemma == "лидер" and tokens[k].feats.get("Number") == "Plur"
            yield from _ranked(scene, k, k, None if several else 1, "", "max")
    elif SUPERLATIVE.match(word) or (
        tokens[k].lemma == "самый" and k + 1 < len(tokens) and tokens[k + 1].pos in ("ADJ", "VERB")
    ):
        yield from _superlative(scene, k, word)
    elif word in MORE:
        for found in (*of_all(scene, k), *dealt(scene, k)):
            yield from mention(scene, *found)
    elif nobody(scene, k):
        for found in unequalled(scene, k):  # what is denied is that there were another
            yield from mention(scene, *found, modality="asserted")
    elif tokens[k].lemma in HEADS and any(scene.lemma(j) in LISTS | TOPS for j in (k + 1, k + 2)):
        yield from _ranked(scene, k, k, 1, "", "max")
    elif leading := at_an_end(scene, k):
        first, direction = leading
        yield from _ranked(scene, first, k, 1, "", direction)
    elif place > 1 and (following in ("по", "в", "после") or following in NOUNS.keys() - {"член"}):
        head = _head(tokens, k)
        counted = following in ("страна", "государство", "член")
        counted = counted and "по" not in [scene.lemma(j) for j in range(k + 2, k + 5)]
        if head > 0 and not counted:  # «стала 27-й страной, вступившей в Х»: how many there are
            yield from _ranked(scene, k, head, place, NOUNS[tokens[head].lemma], "max")


def _moved(scene: Scene, k: int, place: int) -> int:
    """«С третьей строчки на пятую»: the place come to; 0 where somebody was pushed from one."""
    tokens = scene.sentence.tokens
    if k and tokens[k - 1].text.lower() in ("с", "со"):
        onto = next((j for j in range(k + 2, min(k + 6, len(tokens) - 1)) if tokens[j].text.lower() == "на"), -1)
        return ordinal(tokens[onto + 1]) if onto > 0 else 0
    return place


def _superlative(scene: Scene, k: int, word: str) -> Iterator[Mention]:
    tokens = scene.sentence.tokens
    least = "min" if word.startswith(LEAST) or f"самый {scene.lemma(k + 1)}".startswith(LEAST) else "max"
    head = _head(tokens, k)
    if word.startswith(LOOSE) and (head < 0 or tokens[head].lemma not in OWNED):
        return
    if head > 0:
        several = tokens[k].feats.get("Number") == "Plur"
        one = k > 1 and tokens[k - 1].lemma == "из" and tokens[k - 2].lemma == "один"
        rank = None if several or one else 2 if _after_another(scene, head) else 1
        yield from _ranked(scene, k - 2 if one else k, head, rank, NOUNS[tokens[head].lemma], least)
    else:
        yield from _measured(scene, k, least)


def _after_another(scene: Scene, head: int) -> bool:
    """«Крупнейший получатель помощи после Израиля»: the second."""
    return any(a.kind == "state" and a.prep == "после" and head < a.first <= head + _REACH_AFTER for a in scene.actors)


def _measured(scene: Scene, k: int, least: str) -> Iterator[Mention]:
    """«Инфляция в А – самая высокая в Х», «самая низкая безработица в Х – в А»: whose measure is the first of all."""
    tokens, at = scene.sentence.tokens, scene.clause_of(k)
    if at < 0:
        return
    last = k + (tokens[k].lemma == "самый")
    near = [j for j in (last + 1, last + 2) if j < len(tokens) and tokens[j].lemma in MEASURES]
    inside = [j for j in scene.clauses[at].tokens if j < k and tokens[j].lemma in MEASURES]
    nominative = [j for j in inside if tokens[j].feats.get("Case") == "Nom" and tokens[j - 1].pos != "ADP"]
    head = near[0] if near else nominative[-1] if nominative else -1
    of, end = set_of(scene, k, near[0] if near else last)
    if head < 0 or of is None:
        return
    grown = measure(" ".join(_plain(t) for t in tokens[head + 1 : head + 4]), "")
    metric = (
        (grown if tokens[head].lemma in _GROWTH else "")
        or MEASURES[tokens[head].lemma]
        or measure(scene.text[scene.sentence.start : tokens[k].start].lower(), "")
    )
    owners = [
        a for a in scene.within(scene.clauses[at])
        if a.kind == "state" and a.ids[0] != of and not a.guessed
        and (a.prep in ("в", "во", "на", "у") or a.after_noun or a.case == "Gen" or a.form == "adjective")
    ]  # fmt: skip
    if metric and len({a.states[0] for a in owners}) == 1:
        yield from mention(scene, owners[:1], metric, of, 1, least, (min(k, head), max(last, head, end)))


def _going_on(scene: Scene, k: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """«Первое место занял А, второе – Б, третье, с отставанием, В»: ordinals that go on in the same list."""
    if len(found) != 1 or found[0].proposition.kind != "rank":
        return
    told, tokens = found[0].proposition, scene.sentence.tokens
    place = told.rank or 0
    for j in range(k + 2, len(tokens)):
        following = ordinal(tokens[j])
        if not following or following != place + 1 or tokens[j].feats.get("Case") != tokens[k].feats.get("Case"):
            continue
        nexts = [i for i in range(j + 1, len(tokens)) if ordinal(tokens[i]) == following + 1]
        stop = nexts[0] if nexts else len(tokens)
        states = [a for a in scene.actors if j < a.first < stop and a.kind == "state" and not a.prep]
        named = [a for a in states if a.form in ("noun", "capital") and not a.after_noun]
        if len(named) != 1:
            return
        place = following
        yield from mention(scene, named, told.metric, told.of, place, told.direction, (j, named[0].last))


def _plain(token: Token) -> str:
    return token.text.lower().replace("ё", "е")


def _head(tokens: Sequence[Token], k: int) -> int:
    """The noun a superlative describes, over «в мире», «по величине» and adjectives; -1 where none is known."""
    governed = False
    for j in range(k + 1, min(k + REACH, len(tokens))):
        if tokens[j].text in ",;:–—.()":
            return -1
        # «по | численности населения»: what hangs on the noun of a preposition is ruled by it as well
        ruled = tokens[j].feats.get("Case") == "Gen" and governed and tokens[j - 1].pos == tokens[j].pos == "NOUN"
        ruled = ruled and tokens[j - 1].lemma not in WORLD  # «крупнейшие в мире | страны»
        governed = tokens[j - 1].pos == "ADP" or ruled
        if tokens[j].lemma in NOUNS and not governed:
            return j
        if not governed and (tokens[j].pos in ("NOUN", "PROPN") or verb_form(tokens[j]) in ("fin", "inf", "ger")):
            return -1
    return -1


def _ranked(
    scene: Scene, first: int, head: int, rank: int | None, metric: str, direction: str
) -> Iterator[Mention]:  # fmt: skip
    at = scene.clause_of(head)
    if at < 0:
        return
    clause, tokens = scene.clauses[at], scene.sentence.tokens
    around = " ".join(_plain(t) for t in tokens[max(0, first - 6) : head + 8])
    if metric in ("", "other"):
        metric = made(around) if tokens[head].lemma in _MAKERS else measure(around, metric or "other")
    if metric == "power":
        inside = " ".join(_plain(t) for t in tokens[first:head])
        metric = next((m for stem, m in BY if stem in inside and m != "power"), metric)
    if metric == "other" and tokens[head].lemma in PLACE | LEADS | TOPS | HEADS | ENDS:
        metric = spoken_measure(scene)
    of, last = set_of(scene, first, head)
    mine = owner_of(scene, clause, first)
    of = mine if mine is not None else of
    partial = any(scene.lemma(j) in PARTIAL for j in range(head + 1, head + 3))  # «страна арабского мира»
    if of is None and not partial and tokens[head].lemma in _SELF | PLACE | LEADS | TOPS | HEADS | ENDS:
        of = "WLD"
    if of is not None and not prefix_of(of) and of != "WLD":
        metric = DEALERS.get(tokens[head].lemma, metric)
    fallen = fallen_on(scene, clause, head)
    subjects = fallen or subjects_of(scene, clause, of, first, head)
    if of == "WLD" and metric == "partner":  # a partner is somebody's
        of = owner_spoken_of(scene, subjects)
    of = "WLD" if fallen and (of is None or of in fallen[0].ids) else of
    if of == "WLD" and last == head and metric in AT_HOME and scene.home not in {s for a in subjects for s in a.states}:
        of = scene.home or of
    if metric in _FOES and (of == "WLD" or prefix_of(of or "")):
        return  # «один из главных соперников региона»: nobody says whose
    if of is not None and subjects:
        yield from mention(scene, subjects, metric, of, rank, direction, (first, max(head, last)))
