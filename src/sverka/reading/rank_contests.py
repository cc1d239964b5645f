"""Places told by comparing with everybody: «больше прочих тратит А», «никто не ввозит столько, сколько Б».

Each gives who is ranked, by what, in whose list, which place, whether the most or the least, and the tokens of it.
"""

from collections.abc import Iterator

from sverka.reading.coordination import Actor, unchanging
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
_SELL = words(
    """продавать продать поставлять поставить экспортировать вывозить вывезти отгружать отгрузить отправлять
    отправить сбывать"""
)
_BUY = words("покупать купить закупать закупить импортировать ввозить ввезти приобретать приобрести получать")
_TRADE = words("торговать наторговать")
#: With whom each is done: to whom, from whom, with whom.
_OTHERS = (frozenset({"в", "во", "на"}), frozenset({"у", "из", "от"}), frozenset({"с", "со"}))
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


def dealt(scene: Scene, k: int) -> Iterator[Found]:
    """«Больше всего республика продала Чили», «чаще всего А закупает у Б», «больше всех у А покупает Б».

    «Всего» ranks with whom it was dealt, «всех» who dealt; the other of the two has the list.
    """
    tokens, at = scene.sentence.tokens, scene.clause_of(k)
    following = tokens[k + 1].text.lower() if k + 1 < len(tokens) else ""
    if at < 0 or following not in ("всего", "всех") or scene.clauses[at].predicate < 0:
        return
    clause = scene.clauses[at]
    verb = clause.predicate
    way = next((n for n, lemmas in enumerate((_SELL, _BUY, _TRADE)) if tokens[verb].lemma in lemmas), -1)
    actors = [a for a in scene.within(clause) if a.kind == "state" and a.form != "adjective"]
    ware = scene.lemma(k + 2) and tokens[k + 2].pos == "NOUN" and tokens[k + 2].feats.get("Case") == "Gen"
    if way < 0 or (ware and all(a.first != k + 2 for a in actors)):
        return  # «больше всего нефти»: of one ware
    dealers = [a for a in actors if _subject(a) or (a.first == k + 2 and not a.prep and unchanging(tokens, a))]
    others = [
        a for a in actors if a not in dealers and not a.guessed and (a.prep in _OTHERS[way] or (not way and _given(a)))
    ]
    first, last = min(k, verb), max(k + 1, verb)
    if following == "всех" and len(dealers) == 1 and not dealers[0].guessed:
        owner = others[0].ids[0] if others else scene.home
        if owner not in (None, dealers[0].ids[0]):
            metric = ("trade.imports", "trade.exports", "trade.turnover")[way]
            yield dealers, metric, str(owner), 1, "max", (min(first, dealers[0].first), max(last, dealers[0].last))
    elif following == "всего" and others:
        owner = dealers[0].ids[0] if dealers else scene.home
        several = [a for a in others if a is others[0] or a.chain == others[0].chain >= 0]
        if owner is not None and all(a.ids[0] != owner for a in several):
            metric = ("trade.exports", "trade.imports", "trade.turnover")[way]
            rank = None if len(several) > 1 else 1
            yield several, metric, owner, rank, "max", (min(first, others[0].first), max(last, several[-1].last))


def _given(actor: Actor) -> bool:
    return actor.case == "Dat" and not actor.prep


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
