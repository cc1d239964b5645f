"""Lenders: sums of a fund or a bank are lent – whatever verb gives them, asks for them or pays them back.

«МВФ не даст обещанных 12 млрд», «не перечислила фонду 1,5 млрд»: nobody says «долг», yet a debt it is. A credit that is
asked for or offered is told of as help by some and as a debt by others: what it is stays open.
"""

from collections.abc import Collection

from sverka.reading.document import Name
from sverka.reading.metrics import Cue
from sverka.reading.pointers import sourced
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene
from sverka.reading.wordlists import words

#: Bodies that lend to states.
_FUNDS = frozenset({"IMF", "WB", "AIIB"})
_BACK = words(
    """перечислить перечислять вернуть возвращать возвратить выплатить выплачивать уплатить заплатить платить погасить
    погашать отдать отдавать задолжать должный должен перевести рассчитаться расплатиться уйти причитаться просрочить"""
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
    bank = low.startswith("org:") and ("банк" in low or "валютный фонд" in low)
    return bank and ("европейск" in low or not ("централ" in low or "центро" in low))


def lender_in(scene: Scene, token: int, found: Collection[str]) -> str | None:
    """The fund or bank that a debt is owed to, in the clause of its sum."""
    for i, names in sorted(scene.at.items()):
        for name in names:
            if name.id not in found and lends(name) and _beside(scene, i, token):
                return name.id
    return None


def _beside(scene: Scene, i: int, token: int) -> bool:
    return scene.lines.between(min(i, token), max(i, token)) <= _SAME_CLAUSE and not sourced(scene, scene.at[i][0])


def sought(scene: Scene, cue: Cue) -> bool:
    """«Кредит, о котором просят», «предложил заём»: a loan nobody owes yet."""
    return scene.sentence.tokens[cue.first].lemma in _LOAN and scene.sentence.lemmas.isdisjoint(_OWED)
