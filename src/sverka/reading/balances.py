"""Balances: between whom a surplus or deficit of trade is, and what a loss of trade is – neither sold nor bought."""

import re

from sverka.reading.flows import Flow
from sverka.reading.metrics import Cue
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic

#: How long the id of a state is.
_STATE = 3
#: How many parties a balance lies between.
_PAIR = 2
#: «торгового баланса», «внешней торговли»: with everybody.
_WHOLE = re.compile(
    r"(?<!\w)(?:внешнеторгов\w{2,3} (?:баланс|сальдо|дефицит|профицит)|внешне\w+ торгов|"
    r"общ\w{2,3} (?:дефицит|профицит|сальдо)|"
    r"торгов\w{2,3} баланс|платежн\w{2,3} баланс|баланс\w? внешн|со всеми странами|со всем миром)"
)
_AFTER = 14
_LOSS = re.compile(
    r"(?<!\w)(?:обош(?:ел|л)\w+|обойд\w+|потер(?:я|и|ь)\w*|теря(?:ет|ют|л\w)|недополуч\w+|недосчит\w+|лиши\w+|ущерб\w*|"
    r"убыт\w+|упущенн\w+|потерянн\w+)(?!\w)"
)
_ELSE = re.compile(
    r"(?<!\w)(?:сэконом\w+|эконом(?:ия|ию|ит|ят|ил\w{0,2})|заплат\w+|плат(?:ит|ят|ил\w{0,2}|ежи?|ежей|еж\w+)|выплат\w+|"
    r"потрат\w+|трат(?:ит|ят|ил\w{0,2})|расход\w*|перечисл\w+|перевел\w{0,2}|собрал\w{0,2}|заработа\w+|выдел(?:ил|ит|ят|яет|ено)\w*|"
    r"штраф\w*|прибыл[ьи]\w*|выручк\w+|доход\w*|налог\w*|зарплат\w*|капитал\w*|кредит\w*|компенсац\w+|резерв\w*|"
    r"сбереж\w+|пособи\w+|пенси\w+|взнос\w*|похи(?:щ|т)\w+|украл\w*|контрабанд\w+|бюджет\w*|казн[аеуы]\w{0,2}|стоимост\w+|"
    r"стоит|стоил[аио]?|строительств\w+|зай?м\w*|долг\w*|активы?|активов|состояни[ея]|оценива\w+)(?!\w)"
)


def between(scene: Scene, cue: Cue, parties: tuple[str, ...], topic: Topic) -> tuple[str, ...]:
    """The parties of a balance with the other side where it is told: «дефицит в торговле с Чили», or told of before."""
    if len(parties) >= _PAIR or not parties:
        return parties
    with_whom = _partner(scene, cue)
    if with_whom is not None and with_whom not in parties:
        return (*parties, with_whom)
    if with_whom is not None:  # «дефицит торговли с Китаем» of whoever is spoken of
        own = _subject(scene, cue, with_whom) or _opposite(topic.flow, with_whom) or topic.home
        return (own, with_whom) if own is not None and own != with_whom else parties
    if _WHOLE.search(scene.text) or topic.strangers - set(topic.flow.parties if topic.flow else ()):
        return parties
    other = _opposite(topic.flow, parties[0])
    return (parties[0], other) if other is not None else parties


def _partner(scene: Scene, cue: Cue) -> str | None:
    """«дефицит в торговле | с Чили», «в торговле с Чили | … дефицит»: in the clause of the word."""
    near = [
        (abs(i - cue.first), n.id)
        for i, names in scene.at.items()
        for n in names
        if preposition_of(scene.sentence, i) in ("с", "со")
        and abs(i - cue.first) < _AFTER
        and scene.lines.between(i, cue.first) < 1.9
        and (len(n.id) == _STATE or n.kind in ("organization", "group", "place"))
    ]
    return min(near)[1] if near else None


def _subject(scene: Scene, cue: Cue, besides: str) -> str | None:
    """Whose it is by the sentence: the one other state that stands in no preposition."""
    bare = {
        n.id
        for i, names in scene.at.items()
        for n in names
        if n.id != besides and len(n.id) == _STATE and not preposition_of(scene.sentence, i)
    }
    return bare.pop() if len(bare) == 1 else None


def _opposite(flow: Flow | None, one: str) -> str | None:
    if flow is None or len(flow.parties) != _PAIR or one not in flow.parties or "WLD" in flow.parties:
        return None
    return next((p for p in flow.parties if p != one), None)


def not_traded(scene: Scene, amount: Amount) -> str:
    """What a sum without a word of its own is where the clause tells of paying or losing: "loss", "else", or ""."""
    if amount.kind != "money":
        return ""
    end = amount.start - scene.sentence.start
    left = scene.text[max(0, end - 90) : end]
    for stop in (";", ". ", " а ", " но "):
        left = left.rpartition(stop)[2]
    if _LOSS.search(left):
        return "loss"
    return "else" if _ELSE.search(left) else ""


_ONE_FLOW = r"(?:экспорт|импорт|вывоз|ввоз|поставк|закупк|покупк|продаж)\w*"
_EXCEEDS = re.compile(
    rf"(?<!\w){_ONE_FLOW}(?: [^\W\d_]+){{0,8}} (?:превы[шс]|превзо|опере[дж]|обогна|отста)\w+(?: [^\W\d_]+){{0,6}} "
    rf"{_ONE_FLOW}(?: [^\W\d_]+){{0,4}} $"
)


def exceeds(scene: Scene, amount: Amount) -> bool:
    """«импорт превысил экспорт на 5 млн»: a balance."""
    end = amount.start - scene.sentence.start
    left = scene.text[max(0, end - 170) : end] if amount.kind == "money" and amount.preposition == "на" else ""
    return _EXCEEDS.search(left) is not None
