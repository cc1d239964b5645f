"""Brackets: a part behind its sum and a sum behind its part – «14 млрд (18 %)», «53 % поставок (20 млн бутылок)»."""

import re

from sverka.reading.metrics import TRADE
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene, Told, Topic

Subject = tuple[str, tuple[str, ...], bool]

_FLOWS = (
    (r"экспорта|вывоза|поставок|продаж", "trade.exports"),
    (r"импорта|ввоза|закупок|покупок", "trade.imports"),
    (r"оборота|товарооборота|торговли|товарообмена", "trade.turnover"),
)
#: «53 % его поставок (», «треть экспорта республики – или»: what a sum right behind is part of.
_OF = tuple(
    (re.compile(rf"(?:\d ?%|процент\w{{,2}}|\w{{4,10}}) (?:[\w-]+ ){{0,2}}(?:{flow})(?: [\w-]+)? \((?:это )?$"), metric)
    for flow, metric in _FLOWS
)
#: A part of a sum is told alone, or with what it is of.
_ALONE = re.compile(r" ?%?(?:\)|;| (?:от )?(?:всего |общего |всех )?(?:экспорт|импорт|вывоз|ввоз|оборот|поставок))")
_TWO = 2


def bracketed(scene: Scene, amount: Amount, topic: Topic) -> Subject | None:
    """What an amount in brackets is: the part that the sum before it makes up, or the sum of the part before it."""
    start = scene.sentence.start
    left = scene.text[max(0, amount.start - start - 90) : amount.start - start]
    if not left.endswith(("(", "(это ")):
        return None
    if amount.kind in ("percent", "fraction"):
        return _part(scene, amount, topic.told)
    if amount.kind not in ("money", "volume") or topic.share_at != start or len(topic.share) != _TWO:
        return None
    metric = next((metric for pattern, metric in _OF if pattern.search(left)), None)
    return (metric, topic.share, True) if metric is not None else None


def _part(scene: Scene, amount: Amount, told: Told | None) -> Subject | None:
    start = scene.sentence.start
    if told is None or told.metric not in TRADE or len(told.parties) != _TWO or "WLD" in told.parties:
        return None
    behind = told.end > start and scene.text[told.end - start : amount.start - start] in (" (", " (это ")
    alone = _ALONE.match(scene.text, amount.core[1] - start) or scene.text[amount.core[1] - start :].startswith(")")
    return ("trade.share", told.parties, True) if behind and alone else None
