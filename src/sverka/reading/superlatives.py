"""Ranks by a superlative that no list of partners stands behind: «крупнейшая держава мира», «136-е место в индексе».

What is compared is told by a noun, the set by «мира», «Африки», «в ЕС»; both may be missing, so nothing here is sure
enough for a verdict.
"""

from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.claims.ids import prefix_of
from sverka.claims.mention import mention_from_json
from sverka.errors import ClaimError
from sverka.reading.bundle import Analysis
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.document import Token
from sverka.reading.modality import of_clause
from sverka.reading.rank_words import PLACES
from sverka.reading.scenes import Scene, scenes
from sverka.reading.verbforms import verb_form

_SURE, _GUESSED = 0.1, 0.08
_STEMS = ("крупнейш", "наибольш", "наименьш", "сильнейш", "богатейш", "беднейш", "влиятельнейш", "мощнейш", "ведущ")
_LEAST = ("наименьш", "беднейш")
#: What may be ranked, and by what measure; `None`: the adjective says.
_NOUNS = {
    "экономика": "economy", "держава": "power", "игрок": "power", "экспортер": "exporter", "импортер": "trade.imports",
    "производитель": "other", "поставщик": "exporter", "потребитель": "other", "покупатель": "trade.imports",
    "страна": "", "государство": "", "демократия": "population", "армия": "military.personnel",
    "флот": "military.equipment",
    "запас": "energy.volume", "население": "population", "бюджет": "budget", "донор": "aid", "получатель": "aid",
    "кредитор": "creditor", "инвестор": "investor", "арсенал": "military.equipment", "рынок": "trade.other",
    "число": "other", "количество": "other", "доля": "other", "член": "other",
}  # fmt: skip
_BY = (("душ", "income"), ("населен", "population"), ("богат", "income"), ("бедн", "income"),
       ("развит", "economy"), ("силь", "power"),
       ("мощ", "power"), ("площад", "territory"), ("территор", "territory"), ("турист", "tourism"),
       ("ввп", "gdp"), ("эконом", "gdp"), ("экспорт", "trade.exports"), ("импорт", "trade.imports"),
       ("беженц", "migration"), ("мигрант", "migration"), ("нефт", "energy.volume"), ("газ", "energy.volume"),
       ("золот", "other"), ("расход", "budget"), ("инвестиц", "investment"), ("вооружен", "military.equipment"),
       ("технолог", "technology"))  # fmt: skip
_WORLD = frozenset({"мир", "планета", "мировой", "свет", "глобальный"})
_SELF = frozenset({"экономика", "держава", "экспортер", "производитель", "запас", "страна", "импортер", "игрок"})
_PLACE = frozenset({"место", "позиция", "строчка"})
_LEADS = frozenset({"лидер", "лидировать"})
_OPENING = _LEADS | {"самый"}
_REACH = 7


def superlatives(analysis: Analysis, told: Sequence[Mention]) -> Iterator[Mention]:
    """The ranks of a text that its surer reader (`told`) has not read."""
    if len(analysis.titles) != len(analysis.document.sentences):
        return  # an analysis made for figures only has no actors to rank
    for scene in scenes(analysis):
        here = [m.span for m in told if scene.sentence.start <= m.span[0] < scene.sentence.end]
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
    return token.pos == "ADJ" or token.lemma in _OPENING or word[:1].isdecimal() or word.startswith(_STEMS)


def _at(scene: Scene, k: int) -> Iterator[Mention]:
    tokens = scene.sentence.tokens
    word = _plain(tokens[k])
    place = next((n for stem, n in PLACES.items() if word.startswith(stem)), 0) if tokens[k].pos == "ADJ" else 0
    if word[:1].isdecimal() and "-" in word:
        place = int(word.partition("-")[0]) if word.partition("-")[0].isdecimal() else 0
    following = scene.lemma(k + 1)
    if place and following in _PLACE:
        yield from _ranked(scene, k, k + 1, place, "", "max")
    elif tokens[k].lemma in _LEADS and following == "по":
        yield from _ranked(scene, k, k, 1, "", "max")
    elif word.startswith(_STEMS) or (
        tokens[k].lemma == "самый" and k + 1 < len(tokens) and tokens[k + 1].pos in ("ADJ", "VERB")
    ):
        head = _head(tokens, k)
        if head > 0:
            several = tokens[k].feats.get("Number") == "Plur"
            one = k > 1 and tokens[k - 1].lemma == "из" and tokens[k - 2].lemma == "один"
            rank = None if several or one else 1
            least = "min" if word.startswith(_LEAST) else "max"
            yield from _ranked(scene, k - 2 if one else k, head, rank, _NOUNS[tokens[head].lemma], least)
    elif place > 1 and following in ("по", "в"):
        head = _head(tokens, k)
        if head > 0:
            yield from _ranked(scene, k, head, place, _NOUNS[tokens[head].lemma], "max")


def _plain(token: Token) -> str:
    return token.text.lower().replace("ё", "е")


def _head(tokens: Sequence[Token], k: int) -> int:
    """The noun a superlative describes, over «в мире», «по величине» and adjectives; -1 where none is known."""
    for j in range(k + 1, min(k + _REACH, len(tokens))):
        if tokens[j].text in ",;:–—.()":
            return -1
        governed = tokens[j - 1].pos == "ADP"
        if tokens[j].lemma in _NOUNS and not governed:
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
        metric = next((m for stem, m in _BY if stem in around), metric or "other")
    if metric == "power":
        inside = " ".join(_plain(t) for t in tokens[first:head])
        metric = next((m for stem, m in _BY if stem in inside and m != "power"), metric)
    of, last = _set(scene, first, head)
    if of is None and (tokens[head].lemma in _SELF | _PLACE | _LEADS):
        of = "WLD"
    subjects = _subjects(scene, clause, of, first, head)
    if of is None or not subjects:
        return
    start, end = scene.span(first, max(head, last))
    for subject in subjects:
        for state in subject.states[:1]:
            data = {
                "kind": "rank", "metric": metric, "subject": state, "of": of, "rank": rank, "direction": direction,
                "period": None, "anchor": scene.text[start:end], "span": [start, end], "voice": "author",
                "modality": of_clause(scene, clause) if clause.predicate >= 0 else "asserted",
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
        if tokens[j].lemma in _WORLD:
            return "WLD", j
    for actor in scene.actors:
        after = (head < actor.last and head <= actor.first <= head + 4) or first < actor.first < head
        owned = not actor.prep and actor.case == "Gen" and actor.form not in ("pronoun",)
        if after and (owned or actor.prep in ("в", "на", "среди")) and actor.kind != "person":
            if any(tokens[j].text in ",;:–—()" for j in range(head, actor.first)):
                continue
            return actor.ids[0], actor.last
    return None, head


def _subjects(scene: Scene, clause: Clause, of: str | None, first: int, head: int) -> list[Actor]:
    """Who is ranked: the nominative of the clause, else the one state the sentence names besides the set."""
    named = [
        a for a in scene.actors
        if a.kind == "state" and not a.prep and a.ids[0] != of and a.form not in ("adjective", "pronoun")
        and not first <= a.first <= head and not prefix_of(a.states[0])
    ]  # fmt: skip
    within = [a for a in named if a.head in clause.tokens and a.case == "Nom" and not a.after_noun]
    if not within and any(scene.sentence.tokens[j].text.lower() == "они" for j in clause.tokens):
        both = {a.ids: a for a in named if a.last < head}  # «Россия и Иран …, где они выступают странами с …»
        return list(both.values()) if len(both) == 2 else []
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
