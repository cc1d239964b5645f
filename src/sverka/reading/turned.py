"""Numbers told after their measure, as one says them roughly: «тысяч двадцать», «процентов на пять»."""

from collections.abc import Sequence

from sverka.reading.numerals import COLLECTIVE, Piece, opens_numeral

#: «тысяч двадцать», «миллиардов на пять», «процентов пятнадцать»: the measure before its number, meant roughly.
_TURNED = frozenset(
    {"тысяч", "миллионов", "миллиардов", "триллионов", "процентов", "процента", "человек", "километров"}
)
_INNER = frozenset({"на", "под", "за", "до", "по"})
#: «десятки тысяч 20-летних», «сколько процентов 10 стран»: the measure has a number of its own.
_OWN_NUMBER = frozenset(
    {*COLLECTIVE, "сколько", "столько", "несколько", "много", "немало", "мало", "пара", "пары", "пару"}
)
#: «двадцать с лишним», «пять с половиной»: the number before goes on.
_FOLLOWING = frozenset({"лишним", "лишком", "небольшим", "хвостиком", "гаком", "половиной"})


def turned(line: Sequence[Piece], i: int) -> int | None:
    """Where the measure before the number at piece `i` stands, if it is told before it; else None."""
    at = i - 2 if i > 1 and line[i - 1].text in _INNER else i - 1
    if at < 0 or line[at].text not in _TURNED or line[i - 1].end + 1 != line[i].start:
        return None
    before = line[at - 1] if at else None
    if before is None:
        return at
    numbered = before.is_number or opens_numeral(before.text) or before.text in _OWN_NUMBER
    # «пять из двадцати тысяч», «доля в 20 процентов»: «процентов» follows its number
    return None if numbered or before.text in _FOLLOWING else at
