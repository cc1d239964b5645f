"""Fuels: deliveries told in cubic metres, barrels or tonnes of oil are energy, and so is their growth."""

import re

from sverka.reading.context import clause_span
from sverka.reading.metrics import Cue
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene

#: What only gas, oil and current are told in.
UNITS = frozenset({"m3", "m3/day", "bbl", "bbl/day", "kWh"})
_LOOSE = frozenset({"%", "x", "t"})
_VOLUME = re.compile(
    r"(?<!\w)(?:кубометр|куб(?:\. ?м|ов|ическ)|баррел|тонн|киловатт|мегаватт|квт)|(?<!\w)мл[нрд] ?(?:т|куб)(?!\w)"
)
_KINDS = (
    r"(?:газа|нефти|угля|электроэнергии|топлива|энергоносителей|энергоресурсов|нефтепродуктов|углеводородов|спг|мазута|"
    r"сырья|энергии|электричества)"
)
_OF_FUEL = re.compile(rf" (?:[\w-]+(?:ого|его|ей|ой|их|ых) ){{0,3}}{_KINDS}(?!\w)")
#: «доля российского газа в импорте Турции»
_SHARE = re.compile(rf"(?<!\w)(?:дол[яюие]|част[ьи]) (?:[\w-]+ ){{0,2}}{_KINDS} (?:[^,;.]|\.\d){{0,90}}$")
_BEFORE = re.compile(
    r"(?<!\w)(?:газов|нефтян|угольн|энергетическ|топливн)\w{2,3} (?:\w+ )?$|"
    r"(?<!\w)(?:газ|нефть|уголь|электроэнергию|топливо)(?: [^\W\d_]+){0,3} $"
)
#: A share of what fuel a state uses, buys or sells: «80 процентов | газа», «треть | своего потребления нефти».
SHARE = re.compile(
    r" (?:\w+(?:[ое]го|ей|ой|их) ){0,3}(?:(?:импорта|экспорта|потребления|поставок|потребностей в|закупок) )?"
    r"(?:\w+(?:ого|ой|ей|их) ){0,2}"
    r"(?:газа|нефти|угля|электроэнергии|энергоносителей|энергоресурсов|топлива|газе|нефти|урана)(?!\w)|"
    r" (?:\w+(?:[ое]го|ей|ой|их) ){0,2}(?:нефтяного|газового|угольного|энергетического) (?:импорта|экспорта|рынка)|"
    r" (?:\w+(?:[ое]го|ей|ой|их) ){0,2}(?:нефтяных|газовых|угольных) (?:поставок|закупок|потребностей)"
)


#: Beyond this boundary begins another clause.
_SAME_CLAUSE = 1.9
#: «85 % | всех китайских грузов», «половина | сухопутного грузопотока».
_GOODS = re.compile(
    r" (?:[\w-]+ ){0,4}?(?:товаров|груз\w+|контейнер\w+|перевозок|поставок|экспорта|импорта|транзит\w*|торговли|"
    r"продукции|трафика|потока)(?!\w)"
)
_THROUGH = re.compile(r"(?<!\w)через (?:(?:всю )?территори\w{1,2} |систем\w )?$")


def measured(metric: str, amount: Amount, before: str, scene: Scene | None = None, cue: Cue | None = None) -> str:
    """Deliveries counted in cubic metres or barrels are energy, and so is their growth in per cent."""
    if amount.unit in UNITS or (before == "energy.volume" and amount.unit in _LOOSE):
        return "energy.volume"
    if scene is None or cue is None or amount.unit not in _LOOSE:
        return metric
    if amount.unit == "t" and _FUEL.search(_clause(scene, amount)) is not None:
        return "energy.volume"
    at = cue.start - scene.sentence.start
    fuel = _OF_FUEL.match(scene.text, cue.end - scene.sentence.start) or _BEFORE.search(
        scene.text[max(0, at - 60) : at]
    )
    volumes = amount.unit == "t" or _VOLUME.search(scene.text)
    return "energy.volume" if fuel and volumes else metric


def _clause(scene: Scene, amount: Amount) -> str:
    """The words of the clause that an amount stands in."""
    tokens = scene.sentence.tokens
    first, stop = clause_span(scene.sentence, scene.sentence.index_at(amount.core[0]))
    start = scene.sentence.start
    return scene.text[tokens[first].start - start : tokens[stop - 1].end - start]


#: What is sold by the tonne and burnt.
_FUEL = re.compile(r"(?<!\w)(?:газа?|нефт[ьи]|угл[яь]|уголь|спг|нефтепродукт(?:ы|ов)|мазута?|топлив[ао])(?!\w)")


def of_fuel(scene: Scene, amount: Amount) -> bool:
    """True where an amount is told of fuel right behind it: «80 процентов газа», «20 млн тонн нефти»."""
    return SHARE.match(scene.text, amount.core[1] - scene.sentence.start) is not None


def is_share(scene: Scene, amount: Amount) -> bool:
    """True for a share of fuel: «80 процентов | газа», «доля российского газа в импорте – | 52 %»."""
    end = amount.start - scene.sentence.start
    return of_fuel(scene, amount) or _SHARE.search(scene.text[max(0, end - 120) : end]) is not None


def passes_through(scene: Scene, token: int) -> bool:
    """True where the clause of an amount says through which state goods go: «через территорию Чехии прокачано …»."""
    return "через" in scene.sentence.words and any(
        name.kind == "state"
        and scene.lines.between(min(i, token), max(i, token)) < _SAME_CLAUSE
        and _THROUGH.search(
            scene.text[max(0, name.start - scene.sentence.start - 40) : name.start - scene.sentence.start]
        )
        for i, names in scene.at.items()
        for name in names
    )


def only_pumped(scene: Scene, amount: Amount, cue: Cue, token: int) -> bool:
    """True for fuel that is pumped with no word of whose land lies between: «прокачали 4 млрд кубометров»."""
    pumped = scene.sentence.tokens[cue.first].lemma.startswith("прокач") and amount.unit in UNITS
    return pumped and not passes_through(scene, token)


def goods_through(scene: Scene, amount: Amount, token: int) -> bool:
    """«Через Казахстан идёт 85 % товаров»: a part of the goods that go through a state."""
    right = scene.text[amount.core[1] - scene.sentence.start :][:60]
    return _GOODS.match(right) is not None and passes_through(scene, token)
