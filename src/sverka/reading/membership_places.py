"""Which organizations a verb of membership is about: named after a preposition, «в состав …», «туда», «в неё»."""

from sverka.reading.anaphora import antecedent, place_before, referred
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.joinable import joinable
from sverka.reading.scenes import BODIES, Scene
from sverka.reading.spoken_bodies import COMMON, body_from, spoken_of
from sverka.reading.wordlists import words

_RANKS = frozenset({"состав", "ряд", "число", "член", "структура", "семья", "клуб", "лоно"})
_PAPERS = words(
    """эмбарго решение заявление соглашение договор санкция инициатива проект протокол резолюция декларация меморандум
    бойкот призыв план пакт документ конвенция мера операция"""
)
_RELATIVE = frozenset({"куда", "где", "откуда"})
_PRONOUN_CASES = {"него": "Masc", "нем": "Masc", "нему": "Masc", "ним": "Masc", "нее": "Fem", "ней": "Fem"}


def organizations_after(scene: Scene, clause: Clause, prep: str) -> tuple[list[Actor], float]:
    """The organizations after a preposition: named, «в состав …», «туда», «в неё»."""
    tokens = scene.sentence.tokens
    inside = [a for a in scene.within(clause) if joinable(a)]
    direct = [a for a in inside if a.prep == prep]
    within = [a for a in inside if a.after_noun and _rank_before(scene, a, prep)]
    if direct or within:
        meant = body_from(scene, direct[0].first) if len(direct) == 1 and not within else None
        if meant is not None and not meant.named:  # «вошли в Альянс»
            return [meant.body], meant.sure
        return [*direct, *within], 1.0
    words = {tokens[k].text.lower().replace("ё", "е") for k in clause.tokens}
    place = {"в": {"туда", "куда", "там", "где"}, "к": {"туда"}, "из": {"оттуда", "откуда"}}.get(prep, set())
    if words & place:
        role = place_before(scene, clause, BODIES)
        told = [a for a in role.actors if joinable(a)]
        # «в БРИКС и ШОС, куда приняли …»: what is said of the last
        return told[-1:] if words & _RELATIVE else told, role.certainty
    for k in clause.tokens:
        if tokens[k].lemma == "который" and k and tokens[k - 1].text.lower() == prep:
            found = antecedent(scene, clause, BODIES)
            named = [a for a in scene.actors if joinable(a) and a.last < k]  # «ОДКБ – союз, в который входят …»
            found = found if found is not None or len(named) != 1 else named[0]
            return [found] if found is not None and joinable(found) else [], 0.9
        if tokens[k].text.lower() in (prep, f"{prep}о") and (meant := body_from(scene, k + 1)) is not None:
            return [meant.body], meant.sure * 0.95
        word = tokens[k].text.lower().replace("ё", "е")
        if word in _PRONOUN_CASES and k and tokens[k - 1].text.lower() == prep:
            role = referred(scene, clause, _PRONOUN_CASES[word], BODIES)
            if not role.actors and _PRONOUN_CASES[word] == "Masc":
                role = referred(scene, clause, "Neut", BODIES)
            named = [a for a in role.actors if joinable(a) and a.head not in clause.tokens]
            if prep == "к" and not named and _paper_before(scene, k):
                return [], 0.0  # «решение принято, к нему присоединилась А»
            if prep == "к" and _nearer(scene, named, k):
                return [], 0.0
            last = spoken_of(scene, k) if not named else None
            return ([last[0]], last[1] * 0.8) if last is not None else (named, role.certainty)
    return [], 0.0


def _nearer(scene: Scene, named: list[Actor], k: int) -> bool:
    """«Париж против, к нему примкнул Рим»: the body was told of before, and a name that is no body's stands nearer."""
    if any(a in scene.actors for a in named):
        return False
    between = (a for a in scene.actors if a.head < k and a.kind != "organization")
    return any(scene.sentence.tokens[a.head].feats.get("Gender") == "Masc" for a in between)


def ranks_left(scene: Scene, k: int) -> tuple[list[Actor], float]:
    """«Покинула | ряды организации», «покинул состав Х», «покинула блок»: what follows a verb."""
    behind = scene.lemma(k + 1) in COMMON and scene.sentence.tokens[k + 1].feats.get("Case") != "Gen"
    meant = body_from(scene, k + 1 + (not behind)) if behind or scene.lemma(k + 1) in ("ряд", "состав") else None
    return ([meant.body], 0.95 * meant.sure) if meant is not None else ([], 0.0)


def _paper_before(scene: Scene, k: int) -> bool:
    """Whether a pronoun may mean what states join as they do a statement: told before it, or the subject before."""
    before = scene.before.sentence.tokens if scene.before is not None else ()
    said = any(t.lemma in _PAPERS and t.rel.startswith("nsubj") for t in before)
    said = said or next((t.lemma in _PAPERS for t in before if t.pos in ("NOUN", "PROPN")), False)
    return said or any(scene.lemma(j) in _PAPERS for j in range(k))


def _rank_before(scene: Scene, actor: Actor, prep: str) -> bool:
    """«в состав ОДКБ», «в ряды НАТО», «из числа членов СНГ»."""
    tokens = scene.sentence.tokens
    for k in range(actor.first - 1, max(actor.first - 4, 0), -1):
        if tokens[k].lemma in _RANKS and tokens[k - 1].text.lower() in (prep, prep + "о"):
            return True
        if tokens[k].pos not in ("NOUN", "ADJ"):
            return False
    return False
