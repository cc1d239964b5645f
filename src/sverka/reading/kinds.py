"""Figure or change? «на 31 процент упал» changes, «до 23 млрд» is a level, «вдвое больше, чем в 2022-м» compares."""

import re
from dataclasses import dataclass
from typing import Literal

from sverka.claims.quantity import Bound
from sverka.claims.vocabulary import Direction
from sverka.reading.context import clause_span
from sverka.reading.document import Sentence
from sverka.reading.gains import BY_MINUS, against_before
from sverka.reading.metrics import DOWN, UP
from sverka.reading.quantities import Amount
from sverka.reading.timing import Timing

_LEVEL = re.compile(
    r" (?:[–—-] )?(?:от|к|ко) (?:(?:прошлогодн\w+ |аналогичн\w+ |соответствующ\w+ )?"
    r"(?:уровн\w+|показател\w+|период\w*|объем\w*)|(?:январ|феврал|март|апрел|ма[йюя]|июн|июл|август|сентябр|октябр|"
    r"ноябр|декабр)\w{0,2} (?:прошлого|предыдущего|текущего|этого|того же|20\d\d|19\d\d))"
)
_AGAINST = re.compile(r" (?:против|по сравнению|относительно|к прошлому году|к предыдущему)")
_PREVIOUS = re.compile(
    r"(?<!\w)(?:прежн(?:его|ей|их)|прошлогодн\w+|позапрошлогодн\w+|(?:годом|год) (?:ранее|раньше|прежде|назад)|"
    r"годичной давности|чем (?:в|за|на|к|годом|год|было|прежде|раньше|ранее|до)|предыдущ\w+|предшествующ\w+|"
    r"аналогичн\w+ (?:период|показател|результат)|(?:прошлого|минувшего) года|"
    r"(?:январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр)\w{0,2}ск\w{2,3} )"
)
_VERB_TAKES = re.compile(
    r"(?:(?:прибави|добави|потеря|недосчита|сбави)\w{1,20}|(?:терял|лишил|приросл?|просел)\w{0,20}|теряет|лишится)"
    r"(?: [^,;.]{0,50})? ?$"
)
_RISE_OF = re.compile(
    r"(?:рост|прирост|увеличени|повышени|паден|снижен|сокращен|спад)\w{0,20}(?: (?:[^\W\d_]+|\d{4})){0,7} "
    r"(?:на |в |состав(?:ил[аои]?|ит|ят|ляет) |более чем на |почти на )?$"
)
#: «падение доходов (во Франции 5,5 тыс. евро», «рост вывоза (на 3 млн тонн»
_OF_MOVE = re.compile(
    r"(?<!\w)((?:рост|прирост|увеличени|повышени|паден|снижени|сокращени|спад)\w*)(?: [^\W\d_]+){1,3} \("
    r"(?:(?:[^\W\d_]+,? ){0,5}|на |[^()\d]{0,40}, )$"
)
_REACHED = re.compile(
    r"(?:довест|довед|доводи|дой[дт]|доход(?:ит|ят|ил)|дош|доста|дораст|дости|замедл|ускор|вернул|скоррект|изменил|"
    r"пересмотр|подня|подн[яи]м|откат)\w*|(?<!\w)с \d"
)


@dataclass(frozen=True, slots=True)
class Said:
    """How an amount is meant: kind, direction of a change, bound, the anchor's span, `level` for «89 % от уровня»."""

    kind: Literal["figure", "change"]
    direction: Direction
    bound: Bound
    start: int
    end: int
    level: bool = False
    earlier: bool = False


def kind_of(text: str, sentence: Sentence, amount: Amount, when: Timing, before: Said | None = None) -> Said | None:
    """Figure, change, or nothing (a multiple that compares two sources, say). `text` is the plain sentence."""
    left = text[max(0, amount.start - sentence.start - 90) : max(0, amount.core[0] - sentence.start)]
    right = text[amount.core[1] - sentence.start :][:60]
    bound: Bound = amount.quantity.bound
    if amount.kind in ("percent", "fraction") and amount.preposition != "на" and _LEVEL.match(right):
        return Said("change", "-" if amount.quantity.high <= 100 else "+", bound, amount.start, amount.end, level=True)
    if before is not None and amount.kind in ("percent", "fraction") and _listed(text, sentence, amount, before):
        return Said(before.kind, before.direction, bound, amount.start, amount.end, level=before.level)
    if before is not None and again(text, sentence, amount, before):
        return Said("change", before.direction, bound, amount.start, amount.end)
    direction = _direction(text, sentence, amount)
    plus = re.search(r"(?:плюс|минус|прибавк\w{0,9}|прибавка в|рост|прирост|падение|спад)(?: [–—])? $", left[-25:] + "")
    if plus is not None and amount.kind in ("percent", "fraction") and amount.quantity.low > 0:
        falling = plus.group().startswith(("минус", "паден", "спад"))
        return Said("change", "-" if falling else "+", bound, amount.start, amount.end)
    if amount.kind in ("percent", "points") and amount.quantity.high < 0 and not _BELOW_ZERO.search(left):
        return Said("change", "-", bound, amount.start, amount.end)
    if amount.kind in ("money", "volume", "persons") and (noun := _SIZED.search(left)) is not None:
        return Said("change", "-" if DOWN.match(noun.group(1)) else "+", bound, amount.start, amount.end)
    mover = _OF_MOVE.search(left)
    if mover is not None and amount.preposition in ("", "на", "в"):
        return Said("change", "-" if DOWN.match(mover.group(1)) else "+", bound, amount.start, amount.end)
    if amount.kind in ("percent", "points") and _SIGNED.search(left):
        return Said("change", "+" if left.rstrip().endswith("+") else "-", bound, amount.start, amount.end)
    if amount.kind == "money" and BY_MINUS.search(left):
        return None  # «закончили год минусом в 3 млрд»: a balance, of what is not said
    if (swing := against_before(left, right, amount)) is not None:
        return Said("change", swing, bound, amount.start, amount.end)
    if amount.verb:
        return Said("change", _sign(amount.verb), bound, amount.start, amount.end)
    if amount.compared:
        years = when.base is not None or when.span is not None or _PREVIOUS.search(right) is not None
        years = years or _beside(text, sentence, amount, before)
        earlier = _earlier(text, sentence, amount, when)
        if not years and not earlier:
            return None
        sign = _sign(amount.compared)
        if earlier and not years:
            sign = "-" if sign == "+" else "+"
        return Said("change", sign, bound, amount.start, amount.end, earlier=earlier and not years)
    if amount.kind == "times":
        if direction is None and _AGAINST.match(right) is None:
            return None
        return Said("change", direction or "+", bound, amount.start, amount.end)
    percentish = amount.kind in ("percent", "fraction", "points")
    taken = (
        _VERB_TAKES.search(left.rstrip() + " ") is not None
        or _VERB_TAKES.search(_before_hedge(text, sentence, amount)) is not None
    )
    if direction is not None:
        sized = amount.preposition in ("в", "") and _BY_SIZE.search(_before_hedge(text, sentence, amount)) is not None
        moved = sized or (amount.preposition == "на" and not _stands(text, sentence, amount))
        led = amount.preposition not in ("до", "с", "со") and _RISE_OF.search(left) is not None
        if percentish and (moved or taken or led):
            return Said("change", direction, bound, amount.start, amount.end)
        if amount.kind in ("money", "volume", "persons", "count") and moved and _changes(text, sentence, amount):
            return Said("change", direction, bound, amount.start, amount.end)
        if percentish and _AGAINST.match(right):
            return Said("change", direction, bound, amount.start, amount.end)
    if percentish and _AGAINST.match(right) and when.base is not None:
        return Said("change", direction or "+", bound, amount.start, amount.end)
    if bound == "=" and amount.preposition in ("в", "") and _PASSED.search(_before_hedge(text, sentence, amount)):
        return Said("figure", "+", ">", amount.start, amount.end)
    if amount.preposition == "до" and _MOVED_BY.search(left.removesuffix("до ")):
        return Said("figure", "+", bound, amount.start, amount.end)
    if (
        amount.preposition == "до"
        and direction is None
        and bound == "="
        and not left.startswith("до ")
        and not _REACHED.search(left)
    ):
        bound = "<"
    return Said("figure", "+", bound, amount.start, amount.end)


_LISTED = re.compile(r"[^;.]{0,60}[,(][^;.,]{2,60} [–—-] $")
_SHORT = re.compile(r"(?<!\w)(г|гг|т|ч|др|пр)\.")


#: «на 40 %, до 6 млрд»: where the change led, not a limit.
_MOVED_BY = re.compile(
    r"(?:на [^,;]{1,40}(?:%|процент\w*|пункт\w*|треть|четверть)|"
    r"раза?|вдвое|втрое|вчетверо|впятеро|наполовину|на \w+,),? $"
)
_NEXT_ITEM = re.compile(r"(?:а )?(?:с|со|в|из) [^–—.;]{2,40} [–—-] ")


def _listed(text: str, sentence: Sentence, amount: Amount, before: Said) -> bool:
    """«Франция лишится 2 % ВВП, Германия – 1,1 %»: the list goes on as it began."""
    if before.kind != "change":
        return False
    if before.end < sentence.start:
        lead = text[: amount.start - sentence.start]
        return (
            sentence.start - before.end < 60 and _NEXT_ITEM.fullmatch(lead) is not None and amount.preposition == "на"
        )
    between = _SHORT.sub(r"\1 ", text[before.end - sentence.start : amount.start - sentence.start])
    return _LISTED.fullmatch(between) is not None


#: What may stand below nought itself; of whatever else «минус 6 %» is a fall.
_BELOW_ZERO = re.compile(
    r"(?<!\w)(?:сальдо|баланс|дефицит|профицит|ставк|инфляц|дефляц|доходност|рентабельност|маржа|индекс|разниц)"
)
#: «(+5 %)»
_SIGNED = re.compile(r"\+ ?$|\([–−-] ?$")
#: «превысили установленный министрами целевой показатель в 5 млрд»
_PASSED = re.compile(
    r"(?<!\w)(?:превы[шс]|превзо|преодоле|перешагн)\w+(?: [^\W\d_]+){0,6} "
    r"(?:показател|уровень|отметк|планк|рубеж|порог|цел)\w* (?:в )?$"
)
#: «на 12 %, или на 90 млн»: the same told in another unit.
_IN_OTHER_UNITS = re.compile(r"(?:или|то есть|что составляет|а именно) $|\((?:или |то есть )?$")


def again(text: str, sentence: Sentence, amount: Amount, before: Said) -> bool:
    """True for «…, или на 90 млн долларов» behind a change by so many per cent: the same change, of the same time."""
    if (
        before.kind != "change"
        or before.end < sentence.start
        or amount.preposition not in ("на", "")
        or amount.compared
    ):
        return False
    left = text[max(0, before.end - sentence.start) : amount.start - sentence.start]
    if not amount.preposition and left not in (", или ", " или ", ", то есть ", " (или ", " (то есть "):
        return False  # «на 30 млн рублей, или 12 %»: «на» goes on
    same = not any(c in ";.:" for c in left) and _IN_OTHER_UNITS.search(left) is not None
    return same and amount.kind in ("money", "number", "volume", "persons", "count", "percent", "points")


#: «прирост в 42 млрд», «сокращение в 5 тысяч человек»: by how much, not how much.
_SIZED = re.compile(
    r"(?<!\w)((?:прирост|увеличени|повышени|прибавк|падени|снижени|сокращени|убыл|спад)\w{0,2}) "
    r"(?:более чем |почти |примерно )?(?:на|в) (?:[$€] ?)?$"
)


def _beside(text: str, sentence: Sentence, amount: Amount, before: Said | None) -> bool:
    """«155 млрд кубометров (на 1 % меньше)», «наращивает и Турция (на 2 млрд больше)»: than it was."""
    left = text[: amount.start - sentence.start]
    if amount.preposition != "на" or not left.endswith("("):
        return False
    level = before is not None and before.end == amount.start - 2
    return level or UP.search(left[-90:]) is not None or DOWN.search(left[-90:]) is not None


def _sign(text: str) -> Direction:
    return "-" if text == "-" else "+"


def _before_hedge(text: str, sentence: Sentence, amount: Amount) -> str:
    return text[max(0, amount.start - sentence.start - 70) : amount.start - sentence.start].rstrip() + " "


def _direction(text: str, sentence: Sentence, amount: Amount) -> Direction | None:
    """Direction of the nearest word of change in the clause, before the amount first."""
    token = sentence.index_at(amount.core[0])
    first, stop = clause_span(sentence, token)
    start, end = sentence.tokens[first].start - sentence.start, sentence.tokens[stop - 1].end - sentence.start
    core = amount.core[0] - sentence.start
    for low, high, backwards in ((start, core, True), (core, end, False)):
        found = _nearest(text[low:high], backwards=backwards)
        if found is not None:
            return found
    if first > 1:  # «ужалась до 45 млрд – более чем на треть»: the word of change stands in the clause before
        low = max(0, sentence.tokens[first].start - sentence.start - 110)
        return _nearest(text[low:start], backwards=True)
    return None


def _nearest(piece: str, *, backwards: bool) -> Direction | None:
    ups = [m.start() for m in UP.finditer(piece)]
    downs = [m.start() for m in DOWN.finditer(piece)]
    if not ups and not downs:
        return None
    if backwards:
        return "+" if max(ups, default=-1) > max(downs, default=-1) else "-"
    return "+" if min(ups, default=1 << 30) < min(downs, default=1 << 30) else "-"


#: «на рекордную величину в 59 %»
_BY_SIZE = re.compile(r"на (?:\w+ ){0,2}величину (?:в )?$")
_NO_CHANGE = re.compile(
    r"(?:(?:наторгова|купил|закупил|продал|сумм|отправи|подписан|(?<!по )контракт|оцен|кредит|евробонд|"
    r"выкуп|поставил|поставлен)\w{0,20}|товар(?:ов|ы|а)|продукции)(?: (?!вырос|упал|увелич|"
    r"сократ|сниз|уменьш|рос)[^\W\d_]+)?,? ?$"
)


_AT_LEVEL = re.compile(r"на (?:\w+ )?(?:уровне|отметке|сумму|величине) ")


def _stands(text: str, sentence: Sentence, amount: Amount) -> bool:
    """«наторговали на 11 млрд», «товаров на 700 млн», «сложился на уровне 3 млрд»: a level in spite of «на»."""
    if _AT_LEVEL.match(text, max(0, amount.start - sentence.start)):
        return True
    return _NO_CHANGE.search(_before_hedge(text, sentence, amount)) is not None


def _changes(text: str, sentence: Sentence, amount: Amount) -> bool:
    left = text[max(0, amount.start - sentence.start - 60) : amount.start - sentence.start]
    return UP.search(left) is not None or DOWN.search(left) is not None


def _earlier(text: str, sentence: Sentence, amount: Amount, when: Timing) -> bool:
    """«хотя в 2005-м были впятеро больше»: the clause names another, earlier year."""
    token = sentence.index_at(amount.core[0])
    first, _ = clause_span(sentence, token)
    clause = text[sentence.tokens[first].start - sentence.start : amount.start - sentence.start]
    return when.said and re.search(r"(?<!\w)был[аио]?(?!\w)", clause) is not None
