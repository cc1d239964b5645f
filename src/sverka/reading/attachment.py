"""Attachment: which cue an amount measures – found on the surface and, independently, in the syntactic tree."""

from collections.abc import Collection, Sequence

from sverka.reading.context import Clauses
from sverka.reading.document import Sentence
from sverka.reading.metrics import TRADE, Cue
from sverka.reading.quantities import Amount
from sverka.reading.wordlists import words

_MONEY = TRADE | {
    "trade.other",
    "gdp",
    "debt",
    "aid",
    "investment",
    "price",
    "budget",
    "military.spending",
    "income",
    "transit",
    "tariff",
    "tourism",
    "migration",
}
_PEOPLE = frozenset({"population", "migration", "tourism", "military.personnel", "casualties", "jobs", "poll", "vote"})
_GOODS = frozenset({"energy.volume", "transit", "trade.exports", "trade.imports"})
_COUNTS = frozenset({"jobs", "vote", "military.equipment", "casualties", "population"})
#: Metrics that the very word for those counted tells: «120 тысяч приезжих».
_TELLING = frozenset({"migration", "tourism", "casualties"})
#: How many words after a count say what is counted.
_NAMED_AFTER = 4
_TOO_FAR = 8.5
_BY_THE_PIECE = frozenset({"trade.exports", "trade.imports", "migration"})
_COUNTED = (_MONEY | _PEOPLE) - {"transit"}


def fits(metric: str, amount: Amount) -> bool:
    """True if an amount of this kind can measure this metric: barrels are no population."""
    if amount.kind == "money":
        return metric in _MONEY
    if amount.kind == "persons":
        return metric in _PEOPLE
    if amount.kind == "volume":
        if metric == "aid":
            return amount.unit in ("t", "kg")
        if amount.unit == "units":  # bottles, cars, requests for shelter
            return metric in _BY_THE_PIECE
        return metric in _GOODS or (metric in ("territory", "distance") and amount.unit in ("km", "km2", "ha"))
    if amount.kind == "count":
        return metric in _COUNTS or (metric == "tourism" and amount.scale > 1)
    if amount.kind == "number":
        return metric in _COUNTED if amount.scale > 1 else metric == "vote"
    if amount.kind == "times":
        return metric != "poll"
    return True


#: What is told of what has no metric of its own: interest rates, reserves, goods made.
_OTHERS = {"rate": ("percent",), "stock": ("money", "number"), "made": ("volume",)}


def suits(cue: Cue, amount: Amount) -> bool:
    """True if an amount of this kind can measure what a cue tells of."""
    if cue.metric == "other" and cue.way:
        return amount.kind in _OTHERS[cue.way] and (amount.kind != "volume" or amount.unit in ("t", "kg"))
    return fits(cue.metric, amount)


def is_measure(cue: Cue, barred: Collection[int], token: int, cues: Sequence[Cue]) -> bool:
    """True for «ВВП» that an earlier amount is a part of: «на оборону 1,2 % ВВП и обещает дойти до двух»."""
    if cue.metric == "budget" and cue.first < token:  # «расходы на армию превысят 20 % бюджета, или 4 % ВВП»
        part = next((k for k in range(cue.first - 1, cue.first - 1 - _NAMED_AFTER, -1) if k in barred), None)
        return part is not None and any(other.stop <= part for other in cues)
    return cue.metric == "gdp" and cue.first < token and cue.first - 1 in barred


def counts_arms(sentence: Sentence, amount: Amount, cue: Cue | None, last: int) -> bool:
    """False for «о трёх авиабазах» near bombers: what is counted, told in the words after it, are no arms.

    A single one is nothing to count, and «на десяти самолётах» says how they came.
    """
    if amount.kind == "count" and not amount.inherited:
        carried = (
            cue is not None and amount.preposition == "на" and sentence.tokens[cue.first].feats.get("Case") == "Loc"
        )
        if carried or amount.quantity.high <= 1:
            return False
    return amount.kind != "count" or amount.inherited or (cue is not None and last < cue.first <= last + _NAMED_AFTER)


#: Words that bring in why something came about: «за счёт роста экспорта», «из-за падения импорта».
_CAUSES = words("благодаря из-за вследствие ввиду вопреки несмотря")
_CAUSES_OF_TWO = {"счет": "за", "причина": "по", "результат": "в", "следствие": "как", "фон": "на", "силу": "в"}
#: How many words stand between such a word and the cue at most.
_WITHIN_CAUSE = 5
_DASHES = frozenset({"–", "—", "-"})
#: «1,2 млрд составил экспорт, 0,8 млрд – импорт»
_MADE_BY = words("составить составлять дать давать обеспечить принести занять")
_FALLS_TO = words("приходиться прийтись приходить прийти пасть приходящийся пришедшийся")


def told_as_cause(cue: Cue, sentence: Sentence, token: int) -> bool:
    """True for the imports of «оборот за счёт падения импорта сократился на 9 %»: named as why, not as what.

    An amount inside the phrase («за счёт роста импорта на 9 %») is measured by it.
    """
    tokens = sentence.tokens
    for k in range(cue.first - 1, max(-1, cue.first - 1 - _WITHIN_CAUSE), -1):
        if tokens[k].pos == "PUNCT" or tokens[k].feats.get("VerbForm") == "Fin":
            return False
        second = _CAUSES_OF_TWO.get(tokens[k].lemma.replace("ё", "е"))
        if second is not None and tokens[k + 1].feats.get("Case") != "Gen":
            continue  # «в результате экспорт упал»
        if tokens[k].text.lower() in _CAUSES or (second is not None and k and tokens[k - 1].text.lower() == second):
            inner = tokens[cue.stop : token] if token >= cue.stop else ()
            after = any(t.feats.get("VerbForm") == "Fin" for t in inner) and all(t.lemma != "который" for t in inner)
            return token < k or after
    return False


def dealt(cue: Cue, sentence: Sentence, last: int) -> bool:
    """True for «1,9 млрд – на экспорт», «7 млрд пришлось на импорт»: the flow behind a number is that number's."""
    tokens = sentence.tokens
    if cue.first <= last or cue.first > last + 6 or last + 2 >= len(tokens):
        return False
    described = all(t.pos == "ADJ" for t in tokens[last + 2 : cue.first])  # «2,8 млрд – чешский экспорт»
    if described and tokens[cue.first].feats.get("Case") in ("Nom", "Acc"):
        closed = cue.stop >= len(tokens) or tokens[cue.stop].text in (".", ",", ";", ")", "из", "в", "на", "и")
        return tokens[last + 1].lemma in _MADE_BY or (tokens[last + 1].text in _DASHES and closed)
    joined = tokens[last + 1].text in _DASHES or tokens[last + 1].lemma in _FALLS_TO
    between = tokens[last + 2 : cue.first]
    return joined and bool(between) and between[0].text.lower() == "на" and all(t.pos == "ADJ" for t in between[1:])


def by_surface(
    cues: Sequence[Cue], sentence: Sentence, lines: Clauses, amount: Amount, token: int, last: int
) -> Cue | None:
    """The cheapest cue: few boundaries, near, before the amount rather than after – or right after, as its genitive."""
    best: Cue | None = None
    price = _TOO_FAR
    output = amount.kind in ("percent", "fraction") and any(c.metric == "gdp" and c.first == last + 1 for c in cues)
    for cue in cues:
        if cue.metric == "migration" and output:
            continue  # «переводы составляют 40 % ВВП»
        if not suits(cue, amount) or (cue.way == "place" and (amount.kind != "money" or cue.first > last)):
            continue
        if cue.first > last:
            if cue.metric in TRADE and dealt(cue, sentence, last):
                return cue
            gap, walls = cue.first - last, lines.between(last, cue.first)
            genitive = gap <= 4 and walls < 0.3
            cost = walls * 1.5 + 0.15 * gap + (0.0 if genitive else 2.0)
        else:
            cost = lines.between(cue.stop - 1, token) + 0.05 * (token - cue.stop)
            cost += 1.2 if token <= cue.first <= last and cue.metric not in _TELLING else 0.0
        if cue.metric in ("price", "income", "territory", "tariff") and amount.kind == "money":
            cost += 1.0
        if cue.way == "place":
            cost += 1.0
        if cost < price:
            best, price = cue, cost
    return _overruled(best, cues, sentence, lines, amount, token)


#: «выделил на свою оборону»: nobody's aid.
_OWN = frozenset({"свой", "собственный"})


def _overruled(
    best: Cue | None, cues: Sequence[Cue], sentence: Sentence, lines: Clauses, amount: Amount, token: int
) -> Cue | None:
    """Who is counted matters less than what befell them: «погибли 64 военнослужащих», «треть жителей считает»."""
    if best is None:
        return None
    wanted: dict[str, tuple[str, ...]] = {
        "population": ("poll", "income") if amount.kind in ("percent", "fraction") else ("casualties", "tourism")
    }
    wanted["military.personnel"] = ("casualties",)
    wanted["aid"] = ("military.spending",)
    wanted["trade.exports"] = ("aid",) if amount.kind == "volume" else ()  # «отправили 20 тонн помощи»
    wanted["vote"] = ("poll",) if amount.kind in ("percent", "fraction") else ()
    near = [
        c for c in cues
        if c.metric in wanted.get(best.metric, ())
        and suits(c, amount)
        and (best.metric != "aid" or sentence.tokens[c.first + 1].lemma in _OWN)
        and (
            lines.between(c.first, token) < (4.5 if best.metric == "military.personnel" else 1.9)
            or lines.between(c.first, best.first) < 1.0
        )
    ]  # fmt: skip
    return min(near, key=lambda c: abs(c.first - token)) if near else best


_IT = frozenset({"он", "она", "оно"})
_AMOUNTS_TO = words(
    """составить составлять достичь достигать достигнуть превысить превышать равняться вырасти упасть снизиться
    сократиться увеличиться подняться подскочить дойти приблизиться перевалить уменьшиться возрасти сжаться"""
)
#: How many words stand between such a verb and its number at most.
_NEAR_VERB = 4


def by_pronoun(sentence: Sentence, token: int) -> bool:
    """True for a number of what was spoken of before: «в 2024 году он составил 5 млрд, экспорт достиг 3»."""
    tokens = sentence.tokens
    for k in range(token - 1, max(0, token - 1 - _NEAR_VERB), -1):
        if tokens[k].lemma in _AMOUNTS_TO:
            return tokens[k - 1].text.lower() in _IT
        if tokens[k].pos == "PUNCT":
            return False
    return False


def by_tree(cues: Sequence[Cue], sentence: Sentence, amount: Amount, token: int) -> Cue | None:
    """The first cue met going up from the amount, or among the dependents of what is met (subject first)."""
    where: dict[int, Cue] = {}
    for cue in cues:
        if suits(cue, amount) and cue.way != "place":
            for i in range(cue.first, cue.stop):
                where[i] = cue
    tokens = sentence.tokens
    here, seen = token, set()
    if not 0 <= here < len(tokens):
        return None
    while here >= 0 and here not in seen:
        seen.add(here)
        if here in where:
            return where[here]
        below = [i for i in where if tokens[i].head == here]
        if below:
            subject = [i for i in below if tokens[i].rel.startswith("nsubj")]
            return where[(subject or sorted(below, key=lambda i: abs(i - token)))[0]]
        here = tokens[here].head
    return None
