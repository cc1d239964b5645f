"""Who signs where nobody is named: «стороны», «мы», «лидеры» at a summit, «парламенту предстоит»."""

from sverka.reading.chambers import CHAMBERS
from sverka.reading.clauseroles import obliques
from sverka.reading.clauses import Clause
from sverka.reading.context import pair_of
from sverka.reading.coordination import Actor
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words
from sverka.record import organizations

SIGNERS = frozenset({"person", "state", "organization", "group"})
_YET = words("предстоять прийтись приходиться надлежать остаться")
_TALKS = words("переговоры встреча визит беседа саммит")
_SIDES = words("сторона столица страна государство сосед партнер")
#: Who of a body signs for it: «лидеры подписали» at its summit.
_HEADS = words("лидер глава президент премьер министр руководитель участник член представитель")
_GATHERED = words("саммит заседание форум встреча совет сессия конференция съезд")
_FAR, _REACH = 3, 12


def we(scene: Scene, clause: Clause, k: int) -> Role:
    """«С иранской стороной подписана программа», «с Чили заключили договор»: the side left out is that of the text."""
    beside = [a for a in obliques(scene, clause, ("с",), {"state"}) if a.form != "adjective"]
    short = verb_form(scene.sentence.tokens[k]) == "short"
    plural = verb_form(scene.sentence.tokens[k]) == "fin" and scene.sentence.tokens[k].feats.get("Number") == "Plur"
    if scene.home is None or not (short or plural) or len(beside) != 1 or scene.home in beside[0].ids:
        return Role()
    return Role((Actor(k, k, k, "Nom", "", (scene.home,), "мы", "pronoun", "state", guessed=True),), 0.6)


def _the_two(scene: Scene, k: int, word: str, sure: float) -> Role:
    """The two states the text is about, where it is about two."""
    memo = scene.bundle.memo
    if "pair" not in memo:
        memo["pair"] = pair_of(scene.bundle)
    two = tuple(Actor(k, k, k, "Nom", "", (s,), word, "pronoun", "state", guessed=True) for s in memo["pair"])
    return Role(two, sure) if len(two) == 2 else Role()


def after_talks(scene: Scene, clause: Clause, k: int) -> Role:
    """«По итогам переговоров подписаны документы»: by the two the text is about."""
    said = any(scene.lemma(j) in _TALKS and scene.lemma(j - 1) in ("итог", "результат", "ход") for j in clause.tokens)
    return _the_two(scene, k, "сторона", 0.7) if said else Role()


def due(scene: Scene, clause: Clause) -> Role:
    """«Договор предстоит ратифицировать парламенту»: whoever has yet to stands in the dative."""
    if not any(scene.lemma(j) in _YET for j in clause.tokens):
        return Role()
    inside = [a for a in scene.within(clause) if a.kind in SIGNERS and not a.prep]
    return Role(tuple(a for a in inside if a.case == "Dat" or (a.case == "Acc" and a.lemma in CHAMBERS)), 0.85)


def both_sides(scene: Scene, clause: Clause, k: int) -> Role:
    """«Стороны подписали», «столицы подписали»: the two states the text is about."""
    tokens = scene.sentence.tokens
    said = any(
        tokens[j].lemma in _SIDES and (j == k - 1 or tokens[j].feats.get("Case") == "Nom") for j in clause.tokens
    )
    if not said or tokens[k].feats.get("Number") != "Plur":
        return Role()
    met = [a for a in scene.actors if a.last < k and a.kind == "person" and a.persons and len(a.states) == 1]
    sides = {a.states: a for a in met}
    if len(sides) == 2:  # «на встрече А и Б стороны подписали …»
        return Role(tuple(sides.values()), 0.85)
    return _the_two(scene, k, "сторона", 0.9)


def _gathers(scene: Scene, actor: Actor) -> bool:
    """«На саммите | АСЕАН», «| НАТО собрала саммит»: a body of the record whose gathering is told of."""
    known = actor.kind in ("organization", "group") and organizations.exists(actor.ids[0])
    if not known or scene.sentence.lemmas.isdisjoint(_GATHERED):
        return False
    before = range(max(0, actor.first - 5), actor.first)
    acting = not actor.prep and not actor.after_noun
    return acting or any(scene.lemma(j) in _GATHERED for j in before)


def gathered(scene: Scene, clause: Clause, k: int) -> Role:
    """«Лидеры подписали», «участники приняли»: the one body whose gathering the text has just told of, or its pair."""
    tokens = scene.sentence.tokens
    heads = [j for j in clause.tokens if tokens[j].lemma in _HEADS and tokens[j].feats.get("Case") == "Nom"]
    heads = [j for j in heads if tokens[j].feats.get("Number") == "Plur" and abs(j - k) < _REACH]
    if not heads or tokens[k].feats.get("Number") != "Plur":
        return Role()
    here: Scene | None = scene
    for _ in range(_FAR):
        if here is None:
            break
        bodies = {a.ids for a in here.actors if _gathers(here, a)}
        if bodies:
            actor = Actor(heads[0], heads[0], heads[0], "Nom", "", bodies.pop(), "лидер", "pronoun", "organization",
                          guessed=True)  # fmt: skip
            return Role((actor,), 0.8) if not bodies else Role()
        here = here.before
    return _the_two(scene, k, "лидер", 0.6) if tokens[heads[0]].lemma not in ("участник", "член") else Role()
