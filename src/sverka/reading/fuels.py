"""Fuels: deliveries told in cubic metres, barrels or tonnes of oil are energy, and so is their growth."""

import re

from sverka.reading.metrics import Cue
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene

#: What only gas, oil and current are told in.
UNITS = frozenset({"m3", "bbl", "bbl/day", "kWh"})
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


_THROUGH = re.compile(r"(?<!\w)через (?:(?:всю )?территори\w{1,2} |систем\w )?$")


def measured(metric: str, amount: Amount, before: str, scene: Scene | None = None, cue: Cue | None = None) -> str:
    """Deliveries counted in cubic metres or barrels are energy, and so is their growth in per cent."""
    if amount.unit in UNITS or (before == "energy.volume" and amount.unit in _LOOSE):
        return "energy.volume"
    if scene is None or cue is None or amount.unit not in _LOOSE:
        return metric
    at = cue.start - scene.sentence.start
    fuel = _OF_FUEL.match(scene.text, cue.end - scene.sentence.start) or _BEFORE.search(
        scene.text[max(0, at - 60) : at]
    )
    volumes = amount.unit == "t" or _VOLUME.search(scene.text)
    return "energy.volume" if fuel and volumes else metric


def of_fuel(scene: Scene, amount: Amount) -> bool:
    """True where an amount is told of fuel right behind it: «80 процентов газа», «20 млн тонн нефти»."""
    return SHARE.match(scene.text, amount.core[1] - scene.sentence.start) is not None


def is_share(scene: Scene, amount: Amount) -> bool:
    """True for a share of fuel: «80 процентов | газа», «доля российского газа в импорте – | 52 %»."""
    end = amount.start - scene.sentence.start
    return of_fuel(scene, amount) or _SHARE.search(scene.text[max(0, end - 120) : end]) is not None


def passes_through(scene: Scene) -> bool:
    """True where a sentence says through which state goods go: «через территорию Чехии прокачано …»."""
    return " через " in f" {scene.text}" and any(
        name.kind == "state"
        and _THROUGH.search(
            scene.text[max(0, name.start - scene.sentence.start - 40) : name.start - scene.sentence.start]
        )
        for names in scene.at.values()
        for name in names
    )
