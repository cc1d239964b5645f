"""Ranks by a superlative that no list of partners stands behind: «крупнейшая держава мира», «136-е место в индексе».

What is compared is told by a noun, the set by «мира», «Африки», «в ЕС»; both may be missing, so nothing here is sure
enough for a verdict.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.claims.ids import prefix_of
from sverka.claims.mention import mention_from_json
from sverka.errors import ClaimError
from sverka.reading.bundle import Analysis
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor, unchanging
from sverka.reading.document import Token
from sverka.reading.modality import of_clause
from sverka.reading.rank_parties import passed
from sverka.reading.scenes import Scene, scenes
from sverka.reading.superlative_places import fallen_on, of_several, predicative, spoken_measure
from sverka.reading.superlative_words import BY, LEAST, MEASURES, NOUNS, SUPERLATIVE, made, measure, ordinal
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_SURE, _GUESSED = 0.1, 0.08
_WORLD = frozenset({"мир", "планета", "мировой", "свет", "глобальный"})
#: Adjectives that make «мир» less than the world.
_PARTIAL = words("арабский исламский мусульманский западный третий русский развитый свободный христианский тюркский")
_SELF = words("экономика держава экспортер производитель запас страна импортер игрок государство")
_PLACE = words("место позиция строчка строка")
#: What is ranked with somebody or for somebody: «его союзник», «рынок для».
_MAKERS = words("производитель потребитель")
_OWNED = words("союзник союзница кредитор инвестор рынок угроза донор")
_LEADS = frozenset({"лидер", "лидировать"})
_OPENING = _LEADS | {"самый"}
_LESS = words("меньше ниже дешевле реже беднее")
_MORE = _LESS | words("больше выше дороже чаще богаче щедрее")
_ENDINGS = ("ейшим", "ейшего", "ейшей", "ейший", "ейшая", "ейшую", "ейшие", "ейшими", "ейших", "ейшем", "ейшее")
_REACH = 7


def superlatives(analysis: Analysis, told: Sequence[Mention]) -> Iterator[Mention]:
    """The ranks of a text that its surer reader (`told`) has not read."""
    if len(analysis.titles) != len(analysis.document.sentences):
        return  # an analysis made for figures only has no actors to rank
    spans = sorted(m.span for m in told)
    for scene in scenes(analysis):
        first, end = scene.sentence.start, scene.sentence.end
        here = spans[bisect_left(spans, (first, 0)) : bisect_left(spans, (end, 0))]
        for k, token in enumerate(scene.sentence.tokens):
            if not _opens(token, scene.sentence.words[k]) or any(
                a - 25 < token.end and token.start < b + 25 for a, b in here
            ):
                continue
            found = list(_at(scene, k))
            here += [m.span for m in found]
            yield from found


def _opens(token: Token, word: str) -> bool:
    """False for a word no superlative or place begins with, as most are."""
    return (
        token.pos == "ADJ"
        or token.lemma in _OPENING
        or word in _MORE
        or word[:1].isdecimal()
        or word.endswith(_ENDINGS)
    )


def _at(scene: Scene, k: int) -> Iterator[Mention]:
    tokens = scene.sentence.tokens
    word = _plain(tokens[k])
    place = ordinal(tokens[k], tokens[k - 1] if k else None)
    following = scene.lemma(k + 1)
    if place and following in _PLACE:
        found = list(_ranked(scene, k, k + 1, place, "", "max"))
        yield from found
        yield from _going_on(scene, k, found)
    elif tokens[k].lemma in _LEADS and (following == "по" or predicative(tokens, k)):
        if not of_several(scene, k):
            yield from _ranked(scene, k, k, 1, "", "max")
    elif SUPERLATIVE.match(word) or (
        tokens[k].lemma == "самый" and k + 1 < len(tokens) and tokens[k + 1].pos in ("ADJ", "VERB")
    ):
        yield from _superlative(scene, k, word)
    elif word in _MORE and following in ("весь", "все"):
        yield from _of_all(scene, k, "min" if word in _LESS else "max")
    elif place > 1 and (following in ("по", "в") or following in NOUNS.keys() - {"член"}):
        head = _head(tokens, k)
        counted = following in ("страна", "государство", "член") and _set(scene, k, head)[0] is None
        if head > 0 and not counted:  # «стала 27-й страной, вступившей в Х»: how many there are
            yield from _ranked(scene, k, head, place, NOUNS[tokens[head].lemma], "max")


def _superlative(scene: Scene, k: int, word: str) -> Iterator[Mention]:
    tokens = scene.sentence.tokens
    least = "min" if word.startswith(LEAST) or f"самый {scene.lemma(k + 1)}".startswith(LEAST) else "max"
    head = _head(tokens, k)
    if head > 0:
        several = tokens[k].feats.get("Number") == "Plur"
        one = k > 1 and tokens[k - 1].lemma == "из" and tokens[k - 2].lemma == "один"
        rank = None if several or one else 1
        yield from _ranked(scene, k - 2 if one else k, head, rank, NOUNS[tokens[head].lemma], least)
    else:
        yield from _measured(scene, k, least)


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
    of, end = _set(scene, k, near[0] if near else last)
    if head < 0 or of is None:
        return
    metric = MEASURES[tokens[head].lemma] or measure(scene.text[scene.sentence.start : tokens[k].start].lower(), "")
    owners = [
        a for a in scene.within(scene.clauses[at])
        if a.kind == "state" and a.ids[0] != of and not a.guessed
        and (a.prep in ("в", "во", "на", "у") or a.after_noun or a.case == "Gen" or a.form == "adjective")
    ]  # fmt: skip
    if metric and len({a.states[0] for a in owners}) == 1:
        yield from _mention(scene, owners[:1], metric, of, 1, least, (min(k, head), max(last, head, end)))


def _of_all(scene: Scene, k: int, least: str) -> Iterator[Mention]:
    """«Дороже всех в Европе платит А», «США тратят на оборону больше всех в мире»: a comparison with all of a set."""
    at = scene.clause_of(k)
    if at < 0:
        return
    clause, tokens = scene.clauses[at], scene.sentence.tokens
    metric = measure(" ".join(_plain(tokens[j]) for j in clause.tokens), "")
    of, end = _set(scene, k, k + 1)
    if of is None:  # «платит в бюджет ЕС больше всех»
        bodies = [a for a in scene.within(clause) if a.kind == "organization" and a.case == "Gen"]
        of, end = (bodies[0].ids[0], bodies[0].last) if len(bodies) == 1 else (None, k)
    who = [a for a in scene.within(clause) if a.kind == "state" and a.case == "Nom" and not a.prep and not a.after_noun]
    if metric and of is not None and clause.predicate >= 0 and len({a.states[0] for a in who}) == 1:
        first, last = min(k, clause.predicate), max(k + 1, clause.predicate, end)
        yield from _mention(scene, who[:1], metric, of, 1, least, (first, last))


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
        yield from _mention(scene, named, told.metric, told.of, place, told.direction, (j, named[0].last))


def _plain(token: Token) -> str:
    return token.text.lower().replace("ё", "е")


def _head(tokens: Sequence[Token], k: int) -> int:
    """The noun a superlative describes, over «в мире», «по величине» and adjectives; -1 where none is known."""
    governed = False
    for j in range(k + 1, min(k + _REACH, len(tokens))):
        if tokens[j].text in ",;:–—.()":
            return -1
        # «по | численности населения»: what hangs on the noun of a preposition is ruled by it as well
        ruled = tokens[j].feats.get("Case") == "Gen" and governed and tokens[j - 1].pos == tokens[j].pos == "NOUN"
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
    if metric == "other" and tokens[head].lemma in _PLACE | _LEADS:
        metric = spoken_measure(scene)
    of, last = _set(scene, first, head)
    partial = any(scene.lemma(j) in _PARTIAL for j in range(head + 1, head + 3))  # «страна арабского мира»
    if of is None and not partial and tokens[head].lemma in _SELF | _PLACE | _LEADS:
        of = "WLD"
    fallen = fallen_on(scene, clause, head)
    subjects = fallen or _subjects(scene, clause, of, first, head)
    of = "WLD" if fallen and (of is None or of in fallen[0].ids) else of
    if of is not None and subjects:
        yield from _mention(scene, subjects, metric, of, rank, direction, (first, max(head, last)))


def _mention(
    scene: Scene, subjects: Sequence[Actor], metric: str, of: str | None, rank: int | None, direction: str,
    stretch: tuple[int, int],
) -> Iterator[Mention]:  # fmt: skip
    start, end = scene.span(*stretch)
    at = scene.clause_of(stretch[0])
    clause = scene.clauses[at] if at >= 0 else None
    for subject in subjects:
        for state in subject.states[:1]:
            data = {
                "kind": "rank", "metric": metric, "subject": state, "of": of, "rank": rank, "direction": direction,
                "period": None, "anchor": scene.text[start:end], "span": [start, end], "voice": "author",
                "modality": of_clause(scene, clause) if clause is not None and clause.predicate >= 0 else "asserted",
                "confidence": _SURE if subject.case == "Nom" else _GUESSED,
            }  # fmt: skip
            try:
                yield mention_from_json(data)
            except ClaimError:
                continue


def _set(scene: Scene, first: int, head: int) -> tuple[str | None, int]:
    """The set a rank is taken in, and the last token that says so: the world, a region, a body, a country."""
    tokens = scene.sentence.tokens
    for j in range(first, min(head + 4, len(tokens))):
        if tokens[j].lemma in _WORLD and scene.lemma(j - 1) not in _PARTIAL:
            return "WLD", j
    for actor in scene.actors:
        of_body = actor.first <= head < actor.last and actor.kind != "state"  # «беднейшая | страна ЕС»
        reach = _REACH if tokens[head].lemma in _PLACE else 4
        after = (head < actor.last and head <= actor.first <= head + reach) or first < actor.first < head or of_body
        owned = not actor.prep and actor.case == "Gen" and actor.form not in ("pronoun",)
        whose = actor.form == "adjective" and tokens[head].lemma in _OWNED and head < actor.first <= head + 3
        led = actor.prep in ("в", "на", "среди") or (actor.prep == "для" and tokens[head].lemma in _OWNED)
        if after and (owned or led or of_body or whose) and actor.kind != "person":
            if any(tokens[j].text in ",;:–—()" for j in range(head, actor.first)):
                continue
            return actor.ids[0], actor.last
    return None, head


def _subjects(scene: Scene, clause: Clause, of: str | None, first: int, head: int) -> list[Actor]:
    """Who is ranked: the nominative of the clause, else the one state the sentence names besides the set."""
    named = [
        a for a in scene.actors
        if a.kind == "state" and not a.prep and a.ids[0] != of and a.form != "adjective"
        and not (a.form == "pronoun" and (a.plural or a.case != "Nom"))
        and not first <= a.first <= head and not prefix_of(a.states[0])
        and (a.case == "Nom" or not passed(scene.sentence, a.first))
    ]  # fmt: skip
    within = [a for a in named if a.head in clause.tokens and a.case == "Nom" and not a.after_noun]
    if not within and any(scene.sentence.tokens[j].text.lower() == "они" for j in clause.tokens):
        both = {a.ids: a for a in named if a.last < head}  # «Россия и Иран …, где они выступают странами с …»
        return list(both.values()) if len(both) == 2 else []
    if not within:  # «занял Азербайджан», «остаётся Токио»: a form that the nominative shares
        loose = [a for a in named if a.head in clause.tokens and not a.after_noun]
        within = [a for a in loose if a.case == "Acc" or unchanging(scene.sentence.tokens, a)][:1]
    if not within and not named:  # «у Турции вторая по численности армия»
        having = [a for a in scene.within(clause) if a.kind == "state" and a.prep == "у" and a.ids[0] != of]
        within = having if len(having) == 1 else []
    if not within and not named and scene.before is not None and scene.sentence.tokens[head].feats.get("Case") != "Nom":
        told = [a for a in scene.before.actors if a.kind == "state" and a.case == "Nom" and not a.prep]
        return told[-1:]  # «Россия … . Отношения с одной из крупнейших держав …»
    if not within:
        others = {a.states[0] for a in scene.actors if a.kind == "state" and a.states[0] != of and not a.guessed}
        within = named[:1] if len(others) == 1 else []
    near = sorted(within, key=lambda a: min(abs(a.first - head), abs(a.last - first)))
    if not near:
        return []
    return [a for a in within if a is near[0] or (a.chain >= 0 and a.chain == near[0].chain)]
