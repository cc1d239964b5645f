"""Pricing: what one costs – «49 долларов за баррель» – and whose price it is: that of oil is everybody's."""

import re

from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene, Topic

_OF_OIL = re.compile(
    r"(?<!\w)(?:цен\w{1,3}|стоимост\w{1,2}) (?:на )?(?:[^\W\d_]+ )?(?:нефт[ьи]|барреля)(?!\w)|"
    r"(?<!\w)за (?:один )?баррель|"
    r"(?<!\w)(?:нефть|баррель|brent|брент|wti)(?: [^\W\d_]+){0,2} (?:подешев|подорож)\w+"
)
#: «49 долларов за баррель», «300 долларов за тысячу кубометров»: what one costs.
_A_PIECE = re.compile(
    r"(?: сша)? за (?:(?:один|одну|каждый|каждую|1|1000|1 ?тыс\.|тысячу|1 000) )?"
    r"(?:баррел|тонн|кубометр|кубическ|куб|галлон|бушель|унци|мегаватт|мвт|киловатт|литр|килограмм)"
)
_MONEY_FOR = re.compile(r"(?<!\w)(?:долл\w{0,6}|евро|руб\w{0,6}|[$€]|сша|тенге|юан\w{0,3}|гривен|грн)\.? за $")
#: What one costs is no such sum.
_DEAR = 1e5
_PRICED = re.compile(r"(?<!\w)(?:газ|нефт|баррел|тонн|зерн|угл|электроэнерг|бензин|кубометр)\w*")


def by_the_piece(scene: Scene, amount: Amount) -> bool:
    """True for so much money for one of what is sold: «49 долларов за баррель», «газ по 230 долларов»."""
    end = amount.core[0] - scene.sentence.start
    each = scene.text[max(0, end - 4) : end].endswith(" по ") and amount.quantity.high < _DEAR
    return _A_PIECE.match(scene.text, amount.core[1] - scene.sentence.start) is not None or each


def is_the_piece(scene: Scene, amount: Amount) -> bool:
    """True for what a price is for, which is no amount of it: «128 долларов за | тысячу кубометров»."""
    end = amount.core[0] - scene.sentence.start
    return (
        amount.kind in ("volume", "count", "number")
        and _MONEY_FOR.search(scene.text[max(0, end - 30) : end]) is not None
    )


def of_goods(scene: Scene) -> bool:
    """True where a sentence names goods that have a price by the piece."""
    return _PRICED.search(scene.text) is not None


def everybodys(scene: Scene, parties: tuple[str, ...], topic: Topic) -> bool:
    """True for the price of oil where nobody's market is named, or only the city it is dealt in: «в Лондоне»."""
    if _OF_OIL.search(scene.text) is None:
        return False
    forms = [n.form for ns in scene.at.values() for n in ns if n.id in parties]
    return topic.how != "named" or all(form == "capital" for form in forms)
