"""Places told by comparing with everybody: «больше прочих тратит А», «никто не ввозит столько, сколько Б».

Each gives who is ranked, by what, in whose list, which place, whether the most or the least, and the tokens of it.
"""

from collections.abc import Iterator

from sverka.reading.coordination import Actor
from sverka.reading.document import Token
from sverka.reading.rank_rosters import roster
from sverka.reading.scenes import Scene
from sverka.reading.superlative_subjects import set_of
from sverka.reading.superlative_words import measure
from sverka.reading.wordlists import words

Found = tuple[list[Actor], str, str, int | None, str, tuple[int, int]]
LESS = words("меньше ниже дешевле реже беднее")
MORE = LESS | words("больше выше дороже чаще богаче щедрее активнее охотнее")
_ALL = words("весь все всего всех другой прочий остальной")
_AS_MUCH = words("сколько чем кроме помимо")
#: What a state has of its own without saying so: who comes to it, lends it money, trades with it.
AT_HOME = frozenset({"tourism", "debt", "investment", "partner", "trade.turnover"})


def of_all(scene: Scene, k: int) -> Iterator[Found]:
    """«Дороже всех в Европе платит А», «больше прочих принимают А, Б и В»: a comparison with all of a set."""
    tokens, at = scene.sentence.tokens, scene.clause_of(k)
    if at < 0 or k + 1 >= len(tokens) or scene.lemma(k + 1) not in _ALL:
        return
    clause = scene.clauses[at]
    metric = measure(_plain(tokens, list(clause.tokens)), "")
    of, end = set_of(scene, k, k + 1)
    if of is None:  # «платит в бюджет ЕС больше всех»
        bodies = [a for a in scene.within(clause) if a.kind == "organization" and a.case == "Gen"]
        of, end = (bodies[0].ids[0], bodies[0].last) if len(bodies) == 1 else (None, k)
    of = of or (scene.home if metric in AT_HOME else None)
    who = [a for a in scene.within(clause) if _subject(a) and a.ids[0] != of]
    who = who[:1] if who and len(roster(scene, who[0])) >= len(who) else who
    if not metric or of is None or clause.predicate < 0 or len(who) != 1:
        return
    several = roster(scene, who[0])
    first, last = min(k, clause.predicate), max(k + 1, clause.predicate, end)
    yield several, metric, of, None if len(several) > 1 else 1, _least(tokens[k]), (first, last)


def unequalled(scene: Scene, k: int) -> Iterator[Found]:
    """«Никто в Х не тратит столько, сколько А», «ни одна страна не ввозит больше, чем Б»."""
    tokens = scene.sentence.tokens
    stop = next((j for j in range(k + 2, min(k + 20, len(tokens))) if tokens[j].text.lower() in _AS_MUCH), -1)
    if stop < 0 or not any(tokens[j].text.lower() == "не" for j in range(k + 1, stop)):
        return
    much = [j for j in range(k + 1, stop) if tokens[j].text.lower() in MORE | {"столько", "так"}]
    who = [a for a in scene.actors if stop < a.first <= stop + 2 and a.kind == "state" and a.form != "adjective"]
    metric = measure(_plain(tokens, list(range(k, stop))), "")
    of, _ = set_of(scene, k, k)
    of = of or "WLD"
    if metric and much and len(who) == 1 and who[0].ids[0] != of:
        yield who, metric, of, 1, _least(tokens[much[-1]]), (k, who[0].last)


def nobody(scene: Scene, k: int) -> bool:
    """Whether «никто» or «ни одна страна» begins here."""
    following = scene.lemma(k + 1)
    return scene.lemma(k) == "никто" or (scene.lemma(k) == "ни" and following == "один")


def _least(token: Token) -> str:
    return "min" if token.text.lower() in LESS else "max"


def _subject(actor: Actor) -> bool:
    return actor.kind == "state" and actor.case == "Nom" and not actor.prep and not actor.after_noun


def _plain(tokens: tuple[Token, ...], inside: list[int]) -> str:
    return " ".join(tokens[j].text.lower().replace("ё", "е") for j in inside)
