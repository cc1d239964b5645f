"""Lenders: sums of a fund or a bank are lent – whatever verb gives them, asks for them or pays them back.

«МВФ не даст обещанных 12 млрд», «не перечислила фонду 1,5 млрд»: nobody says «долг», yet a debt it is. A credit that is
asked for or offered is told of as help by some and as a debt by others: what it is stays open.
"""

import re
from collections.abc import Collection, Mapping

from sverka.reading.document import Name
from sverka.reading.metrics import Cue
from sverka.reading.pointers import sourced
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.standing import mark
from sverka.reading.wordlists import words

#: Bodies that lend to states.
_FUNDS = frozenset({"IMF", "WB", "AIIB"})
_LENDING_FUND = re.compile(
    r"валютный фонд|антикризисн\w{2,3} фонд|фонд стабилизации|стабилизационн\w{2,3} (?:фонд|механизм)"
)
_BACK = words(
    """перечислить перечислять вернуть возвращать возвратить выплатить выплачивать уплатить заплатить платить погасить
    погашать отдать отдавать задолжать должный должен перевести рассчитаться расплатиться уйти причитаться просрочить
    полагаться"""
)
_GIVEN = words(
    """дать давать одобрить предоставить предоставлять выделить выделять занять занимать взять брать ссудить одолжить
    ждать выдать выдавать обещать обещанный просить попросить запросить открыть согласовать утвердить"""
)
#: A loan as somebody gives or seeks it, and as it is owed.
_LOAN = words("кредит заем займ ссуда транш")
_OWED = words(
    """долг задолженность погасить погашать погашение вернуть возвращать возврат выплатить выплата просрочка просрочить
    проценты обслуживание должник кредитор"""
)
_WHOLE = words("общий совокупный внешний государственный суммарный весь внутренний")
#: A loan has one who gives it, whatever it is called.
_NOUNS = words("кредит заем займ облигация евробонд")
_LENDING = words("предоставить предоставленный выдать выданный полученный получить привлеченный занять перед")
#: What a state owes to all, which has no other side.
_ALL_OF_IT = re.compile(
    r"(?<!\w)(?:(?:внешн|государственн|общ|совокупн|суммарн|внутренн|национальн)\w{2,4} (?:\w+ )?(?:долг|задолженност)|"
    r"госдолг|ввп(?!\w))"
)
#: A debt that somebody is to pay back, or need not pay any more.
_DUE = _BACK | words(
    """простить списать прощать списывать списание прощение реструктурировать отсрочить отсрочка отсрочивать взыскать
    взыскивать потребовать требовать выдать выданный одолжить ссудить должник кредитор счет"""
)
#: How long the id of a state is, how far from a sum a lender stands in words, and how far back a debt in characters.
_STATE, _REACH, _TOLD_BEFORE = 3, 9, 700
#: How far from a sum its lender stands: in its clause.
_SAME_CLAUSE = 1.9


def of_loan(scene: Scene, amount: Amount, cue: Cue | None, token: int) -> Cue | None:
    """The cue of a sum, or that of a debt where a fund or a bank gives it or is paid it back."""
    if amount.kind != "money" or (cue is not None and cue.metric != "aid"):
        return cue
    lemmas = scene.sentence.lemmas
    back, given = not lemmas.isdisjoint(_BACK), cue is None and not lemmas.isdisjoint(_GIVEN)
    if not (back or given):
        return cue
    for i, names in scene.at.items():
        for name in names:
            if not lends(name) or not _beside(scene, i, token):
                continue
            paid = scene.sentence.tokens[i].feats.get("Case") == "Dat" or preposition_of(scene.sentence, i) == "перед"
            if back if paid else given:
                return Cue(token, token + 1, amount.core[0], amount.core[1], "debt", "")
    return cue


def lends(name: Name) -> bool:
    """True for a fund, or for a bank by its name."""
    if name.id in _FUNDS:
        return True
    low = name.id.lower()
    bank = low.startswith("org:") and low != "org:банк" and ("банк" in low or _LENDING_FUND.search(low) is not None)
    return bank and ("европейск" in low or not ("централ" in low or "центро" in low))


def lender_in(scene: Scene, token: int, found: Collection[str]) -> str | None:
    """The fund or bank that a debt is owed to, in the clause of its sum: that of this sum, not of the one beside it."""
    near = [
        (sum(min(i, token) < k < max(i, token) for k in scene.barred), abs(i - token), name.id)
        for i, names in scene.at.items() for name in names
        if name.id not in found and lends(name) and (_beside(scene, i, token) or _falls_due(scene, i, token))
    ]  # fmt: skip
    return min(near)[-1] if near else None


def _falls_due(scene: Scene, i: int, token: int) -> bool:
    """«Больше всего – 1,6 млрд – причитается банку», «меньше, 426 млн, фонду»: a sum set off before its lender."""
    case = scene.sentence.tokens[i].feats.get("Case")
    return token < i < token + _REACH and case == "Dat" and not scene.sentence.lemmas.isdisjoint(_BACK)


def note_debt(scene: Scene, topic: Topic) -> None:
    """Remember between whom a sentence tells of a debt, where it names just two: «отсрочка по долгу перед фондом»."""
    if not any(cue.metric == "debt" for cue in scene.cues):
        return
    sides = {
        n.id: mark(scene, i, n) for i, ns in scene.at.items() for n in ns
        if ((n.kind == "state" and len(n.id) == _STATE and n.id != "WLD") or lends(n)) and not sourced(scene, n)
        and preposition_of(scene.sentence, i) not in ("в", "во", "на")
    }  # fmt: skip
    if list(sides.values()).count("subject") > 1:
        return  # «даёт в долг Индия, даёт и Китай»
    if len(sides) == 2 and any(len(i) == _STATE for i in sides) and _ALL_OF_IT.search(scene.text) is None:
        topic.owed, topic.owed_at = tuple(sorted(sides)), scene.sentence.start


def other_of_debt(scene: Scene, found: Mapping[str, str], topic: Topic) -> str | None:
    """The other side of a debt whose two sides were told before, or of the two states that a text is about."""
    if len(found) != 1 or _ALL_OF_IT.search(scene.text) is not None:
        return None
    told = topic.owed if 0 <= scene.sentence.start - topic.owed_at < _TOLD_BEFORE else ()
    for sides, plain in (
        (told, True),
        (topic.pair, topic.how != "named" or not scene.sentence.lemmas.isdisjoint(_DUE)),
    ):
        if plain and not sides_of(found).isdisjoint(sides):
            return next((i for i in sides if i not in found), None)
    return None


def of_those_two(scene: Scene, found: Mapping[str, str], topic: Topic) -> bool:
    """«Вся задолженность» of the two told of before: all that one owes to the other."""
    return set(found) == set(topic.owed) and _ALL_OF_IT.search(scene.text) is None


def sides_of(found: Mapping[str, str]) -> set[str]:
    """The states among the parties of a debt."""
    return {i for i in found if len(i) == _STATE}


def _beside(scene: Scene, i: int, token: int) -> bool:
    return scene.lines.between(min(i, token), max(i, token)) <= _SAME_CLAUSE and not sourced(scene, scene.at[i][0])


def sought(scene: Scene, cue: Cue) -> bool:
    """«Кредит, о котором просят», «предложил заём»: a loan nobody owes yet."""
    return scene.sentence.tokens[cue.first].lemma in _LOAN and scene.sentence.lemmas.isdisjoint(_OWED)


def whole_debt(scene: Scene, cue: Cue, found: Mapping[str, str]) -> bool:
    """«Общая задолженность», «внешний долг»: what a state owes to all, whoever lent to it last.

    «Внешний долг Х перед Y», «долг по кредитам, предоставленным Y»: what it owes to one.
    """
    if cue.metric != "debt":
        return False
    tokens = scene.sentence.tokens
    if tokens[cue.first].lemma in _NOUNS or not any(
        t.lemma in _WHOLE for t in tokens[max(0, cue.first - 2) : cue.first]
    ):
        return False
    lent = any(t.lemma in _LENDING for t in tokens)
    return not any(
        n.id in found and (preposition_of(scene.sentence, i) == "перед" or lent)
        for i, ns in scene.at.items()
        for n in ns
    )
