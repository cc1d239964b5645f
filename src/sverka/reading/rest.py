"""The rest: «с другими странами», «доля прочих государств» – partners that are nobody who could be named."""

import re

from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene

#: How far before a number its partners are named, in characters.
_REACH = 150
_TURNED = re.compile(r";|, (?:а|но|зато) ")
_OTHERS = re.compile(
    r"(?<!\w)(?:с|со|в|во|на|из|у|для|дол[яиюей]{1,3}) "
    r"(?:друг|остальн|проч|ин|отдельн|некотор|многи|соседни)(?:и|ы)?(?:ми|х|е|м) (?:\w+ )?"
    r"(?:стран|государств|партнер|республик|рынк)\w*"
)


def with_others(scene: Scene, amount: Amount) -> bool:
    """True for «с другими странами», «в остальные государства», «доля прочих стран»: nobody who could be named."""
    end = amount.start - scene.sentence.start
    left = scene.text[max(0, end - _REACH) : end]
    found = list(_OTHERS.finditer(left))
    if not found or _TURNED.search(left, found[-1].end()):
        return False
    low = scene.sentence.index_at(amount.start - len(left) + found[-1].end() - 1)
    return not any(i in scene.at for i in range(low + 1, scene.sentence.index_at(amount.core[0])))
