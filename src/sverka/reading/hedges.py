"""Hedges: what stands before or after a number and says how exactly it is meant – «около», «свыше», «не дотянул и до».

Read right to left from the number over at most a hundred characters; each expression ends where the number begins.
"""

import re
from dataclasses import dataclass

from sverka.claims.quantity import Bound

_REACH = 100
_MARK = r"(?:отметк\w+ |планк\w+ |рубеж\w* |порог\w* |уровн\w+ |показател\w+ )?(?:в )?"
#: «перевалила в июле за», «не достиг в 2013 году»: a date may stand between.
_WHEN = r"(?:в (?:\d{4}(?:-\w{1,2})?|[а-я]+)(?: \d{4})?(?: год[ау])? )?"
#: «не превышает, по оценкам, …»: whose count it is may stand between.
_BY_WHOM = r"(?: |, (?:по|как|согласно) [^,;.\d]{3,40}, )"
#: By how much it is more or less: «немногим более», «значительно меньше».
_DEGREE = (
    r"(?:чуть |чуть-чуть |немного |немногим |ненамного |слегка |незначительно |несколько |намного |гораздо |"
    r"значительно |существенно |заметно )?"
)
_EXPRESSIONS: tuple[tuple[Bound, str], ...] = (
    ("<", r"не (?:дотягива|дотяну|доше|дошл|доходи|дора|добра)\w* (?:и |даже |и до |даже до |до )?"),
    ("<", rf"не (?:превы[шс]\w+|преодоле\w+|перевали\w+(?: за)?|достиг\w*){_BY_WHOM}{_WHEN}(?:и |даже )?{_MARK}"),
    ("<", r"не (?:более|больше|выше|свыше)(?:,? чем)? "),
    (">", r"не (?:менее|меньше|ниже)(?:,? чем)? "),
    (">", rf"{_DEGREE}(?:более|больше|свыше|выше)(?:,? чем)? "),
    ("<", rf"{_DEGREE}(?:менее|меньше|ниже)(?:,? чем)? "),
    (
        ">",
        (
            rf"(?:едва |впервые |{_DEGREE[3:-2]})?(?:перевали|перешагн|переш[ел]|превы[шс]|превзо|превосх|преодол|"
            rf"проби[лв]|перемахн)\w*{_BY_WHOM}{_WHEN}(?:за |через )?{_MARK}"
        ),
    ),
    (
        "~",
        (
            rf"(?:вплотную |почти )?(?:подош|подобра|подступ|приблиз|приближ|близ|подполз|подкатил)\w* "
            rf"(?:вплотную )?(?:к|ко) {_MARK}"
        ),
    ),
    ("~", r"едва (?:ли не )?(?:дотя\w+ до |достиг\w* |дош\w+ до |дотя\w+ )?"),
    (
        "~",
        (
            r"(?:около|почти(?: что)?|практически|примерно|приблизительно|порядка|без малого|ориентировочно|плюс-минус|"
            r"чуть ли не|где-то|под|ок\.|в районе|так или иначе|[~≈±]) ?"
        ),
    ),
    (">", r"(?:(?:как )?минимум|(?:по )?(?:меньшей|крайней) мере|самое меньшее),? "),
    ("<", r"(?:(?:как )?максимум|от силы|самое большее),? "),
)
_HEDGES = tuple((bound, re.compile(rf"(?:^|(?<=[^\w]))(?:{pattern})$")) for bound, pattern in _EXPRESSIONS)
#: Whether any of them stands there, as before most numbers none does.
_HEDGED = re.compile(rf"(?:^|(?<=[^\w]))(?:{'|'.join(pattern for _, pattern in _EXPRESSIONS)})$")
_PREPOSITION = re.compile(r"(?:^|(?<=[^\w]))(на|до|с|со|в|за|по|от|из|к|ко|под|о|об|против|чем) $")
_NEUTRAL = re.compile(
    r"(?:^|(?<=[^\w]))(?:лишь|только|всего лишь|всего|ровно|целых|уже|и|даже|те же|еще|"
    r"рекордн\w+|сразу|впервые|ежегодно|"
    r"сумм[уыеа]|отметк[иуае]|уровн[яеюь]|до уровня|примерно|остальн\w+|собственн\w+|"
    r"дополнительн\w+|эти|этих|все|всех) $"
)
_AFTER_MORE = re.compile(
    r"(?: с (?:лишним|лишком|небольшим|хвостиком|гаком)|"
    r" (?:и|или) (?:более|больше)(?! (?:чем|половин|трет|четверт|\d)))(?!\w)"
)
_AFTER_LESS = re.compile(r" (?:и|или) (?:менее|меньше)(?!\w)")
_COMPARED = re.compile(
    r" ?(больше|меньше|выше|ниже|дороже|дешевле|крупнее|мельче|чаще|реже|быстрее|медленнее|"
    r"богаче|беднее|сильнее|слабее|скромнее|внушительнее|солиднее|лучше|хуже|обильнее|щедрее|короче|длиннее|успешнее)"
    r"(?!\w)"
)
_UP = frozenset(
    """больше выше дороже крупнее чаще быстрее богаче сильнее внушительнее солиднее лучше обильнее щедрее длиннее
    успешнее""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """What surrounds a number: where the expression starts and ends, its bound, and the preposition before it.

    `compared` is + or - for «на треть больше», «вдвое меньше» (the comparative follows the number), else "".
    """

    start: int
    end: int
    bound: Bound
    preposition: str
    compared: str


def hedge(lowered: str, start: int, end: int) -> Hedge:
    """Read what surrounds the number at [start, end) of a lower-case text with «е» for «ё».

    >>> hedge("не дотягивал и до пяти", 18, 22).bound
    '<'
    >>> hedge("выросла более чем на 40%", 21, 24).preposition
    'на'
    """
    bound: Bound = "="
    preposition = ""
    origin = start
    floor = max(0, start - _REACH)
    for _ in range(7):
        left = lowered[floor:start].replace(" ", " ").replace("\n", " ")
        if left.endswith(("  ",)):
            break
        if not preposition or bound == "=":
            found = _match(left, bound)
            if found is not None:
                length, said = found
                start -= length
                bound = said
                continue
        at = _PREPOSITION.search(left)
        if at is not None and not preposition:
            word = at.group(1)
            if word == "чем" and bound == "=":
                break
            preposition = word
            start -= len(at.group())
            continue
        skipped = _NEUTRAL.search(left)
        if skipped is None:
            break
        start -= len(skipped.group())
    start = _trim(lowered, start, origin)
    more = _AFTER_MORE.match(lowered, end)
    if more is not None:
        bound, end = ">", more.end()
    elif (less := _AFTER_LESS.match(lowered, end)) is not None:
        bound, end = "<", less.end()
    compared = ""
    after = _COMPARED.match(lowered, end)
    if after is not None:
        compared = "+" if after.group(1) in _UP else "-"
    return Hedge(start, end, bound, preposition, compared)


def _match(left: str, bound: Bound) -> tuple[int, Bound] | None:
    if bound != "=" or _HEDGED.search(left) is None:
        return None
    for said, pattern in _HEDGES:
        found = pattern.search(left)
        if found is not None:
            return len(found.group()), said
    return None


def _trim(lowered: str, start: int, origin: int) -> int:
    """A conjunction or demonstrative alone is no part of the amount."""
    words = re.match(
        r"(?:(?:и|те же|уже|еще|все|всех|эти|этих|впервые|остальн\w+) )*", lowered[start:origin].replace(" ", " ")
    )
    return start + (len(words.group()) if words else 0)
