"""Numbers whose unit was left out: taken from the amount before («и до пяти»), or told to be dates, ages and counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sverka.reading.numerals import Numeral, Piece, numeral
from sverka.reading.units import unit_after

_MONTHS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "мая",
    "май",
    "мае",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)


_TIME = (
    "год", "лет", "месяц", "недел", "день", "дня", "дней", "дню", "сутк", "час", "минут", "секунд", "век", "десятилети",
    "столети", "квартал", "полугод", "кварт", "раунд",
)  # fmt: skip


_FLOWS = (
    "ввоз",
    "вывоз",
    "экспорт",
    "импорт",
    "оборот",
    "товарооборот",
    "торговл",
    "было",
    "был",
    "составл",
    "пришл",
    "приход",
    "дал",
    "поступ",
    "направ",
    "предназнач",
    "ушл",
    "достал",
)


_STOPS = {
    ",", ".", ";", ":", "!", "?", ")", "(", "–", "—", "и", "а", "но", "или", "против", "в", "на", "за", "с", "до", "из",
    "от", "к", "у", "при", "по", "что", "чем", "годом", "»", "хотя", "то", "соответственно", "тогда", "если",
    "для", "через", "перед", "под", "над", "о", "об", "со", "во", "ко", "без", "ради", "вместо", "сверх", "помимо",
}  # fmt: skip


@dataclass(slots=True)
class Reader:
    """A walk over the pieces of a text; `unit`, `scale` and `end` are those of the last amount with a unit."""

    line: Sequence[Piece]
    lowered: str
    unit: str = ""
    kind: str = ""
    scale: float = 1.0
    end: int = -1000
    currency: str = ""
    percent_end: int = -1
    currencies: set[str] = field(default_factory=set)
    daily_end: int = -1000

    def near(self, start: int) -> bool:
        """True if the last amount with a unit is at most two sentences away."""
        gap = self.lowered[max(self.end, 0) : start] if self.end >= 0 and start - self.end < 400 else None
        return gap is not None and gap.count(". ") <= 1


#: What of a day is told of and what of a stock: no rate goes on across these.
_STOCKS = re.compile(r"(?:запас|резерв|хранилищ|танкер|месторожден|залеж|парти|стоит|стоил|цен[аыу]|\$)")
#: More than the world pumps in a day.
_WORLD_DAILY = 1.2e8


#: «среднесуточная добыча», «ежесуточно»
_DAILY = re.compile(
    r"(?<!\w)(?:средне|еже)?суточн\w+ [^.;$]{0,60}$|(?<!\w)(?:ежедневно|в (?:день|сутки)) [^.;,$]{0,30}$"
)
#: «на 53 тыс. баррелей – до 30 млн баррелей в сутки»
_DAILY_AFTER = re.compile(
    r"(?: (?:нефти|сырья))?,? ?[–—-]? ?(?:до|с) \d[\d,. ]{0,8}(?:тыс\.?|млн\.?|миллион\w*) баррел\w+ "
    r"(?:нефти )?(?:в (?:сутки|день)|ежедневно)"
)


def a_day(reader: Reader, value: float, start: int, end: int) -> bool:
    """«сократил на 100 тыс. баррелей в сутки, до 2,7 млн баррелей»: barrels a day told of so go on, but not a stock."""
    if value >= _WORLD_DAILY:
        return False
    if told_daily(reader, value, start, end):
        return True
    if not 0 <= start - reader.daily_end < _SOON:
        return False
    between = reader.lowered[reader.daily_end : start]
    return between.count(". ") <= 1 and _STOCKS.search(between) is None


def told_daily(reader: Reader, value: float, start: int, end: int) -> bool:
    """True where the words beside an amount say that it is of a day: «ежесуточно 2 млн», «38 млн кубов в сутки»."""
    if value >= _DAY_OF_ALL:
        return False
    if _DAILY.search(reader.lowered, max(0, start - 90), start) is not None:
        return True
    return _DAILY_AFTER.match(reader.lowered, end) is not None or _A_DAY.match(reader.lowered, end) is not None


_A_DAY = re.compile(
    r"(?: (?:природного )?(?:газа|топлива|воды))?(?: (?:в (?:сутки|день)|ежедневно|ежесуточно)|/сут)(?!\w)"
)


#: More cubic metres or barrels than that nobody delivers in a day.
_DAY_OF_ALL = 2e10
#: How far a rate goes on.
_SOON = 250


def _paired(line: Sequence[Piece], number: Numeral, stop: int) -> tuple[str, str, float, bool] | None:
    """«с 10 до 15 млрд долларов»: the first number takes unit and scale of the second."""
    before = line[number.first - 1].text if number.first else ""
    if before != "с" or stop >= len(line) or line[stop].text != "до":
        return None
    second = numeral(line, stop + 1)
    unit = unit_after(line, second.stop) if second is not None else None
    if second is None or (unit is None and second.scale == 1):
        return None
    factor = second.scale if number.scale == 1 else 1.0
    if unit is None or unit.code == "x":
        return None
    return unit.code, unit.kind, factor * unit.factor, True


def _listed(reader: Reader, number: Numeral) -> bool:
    """«в Испании – 14 процентов, во Франции – 8,5, в Чехии (9)»: a list that goes on in per cent."""
    at = number.first - 1
    while at >= 0 and reader.line[at].text in _HEDGES:
        at -= 1
    closed = number.stop < len(reader.line) and reader.line[number.stop].text == ")"
    bracket = at > 0 and reader.line[at].text == "(" and closed and reader.line[at - 1].capital
    return (
        at >= 0
        and (bracket or reader.line[at].text in {"–", "—"})
        and reader.end == reader.percent_end
        and number.scale == 1
        and number.value <= 100
    )


#: What befalls people: a bare number beside it counts them.
_BEFALLEN = (
    "погиб",
    "убит",
    "ранен",
    "пострада",
    "пропавш",
    "задержан",
    "арестован",
    "эвакуирован",
    "госпитализирован",
)


def _of_them(reader: Reader, number: Numeral) -> bool:
    """«погибли 59 человек, из них 12 – дети», «осталось 39»: a part of those just counted."""
    left = " ".join(p.text for p in reader.line[max(0, number.first - 6) : number.first])
    right = " ".join(p.text for p in reader.line[number.stop : number.stop + 2])
    return _THEM.search(left) is not None or right.startswith("из них")


#: «Число погибших достигло 114», «счёт жертв дошёл до 56».
_TOLL = re.compile(
    r"(?<!\w)(?:числ|количеств|счет|списк)\w{0,3} (?:[а-я]+ ){0,2}?"
    r"(?:погибш|жертв|убит|ранен|пострадавш|утонувш|умерш|скончавш|пропавш|заболевш|эвакуирован|беженц)\w*"
    r"[^.!?;]{0,90}?(?:достиг|возрос|выр[оа]с|увелич|состав|превы|дош|перевали|приблиз|равн|до|–|—)[^.!?;]{0,40}$"
)


def _tolled(reader: Reader, start: int) -> bool:
    return _TOLL.search(reader.lowered, max(0, start - _TOLL_REACH), start) is not None


_TOLL_REACH = 160
#: «на троих», «двое»: so many people, never so many per cent.
_SEVERAL = frozenset(
    {"двое", "двоих", "двоим", "трое", "троих", "троим", "четверо", "четверых", "пятеро", "пятерых", "шестеро",
     "шестерых", "семеро", "семерых", "восьмеро", "восьмерых", "девятеро", "девятерых", "десятеро", "десятерых"}
)  # fmt: skip
_THEM = re.compile(
    r"(?:^| )(?:из них|из которых|в том числе|в их числе|осталось|оставалось|оставил[аи]?|сохранить)(?: [а-я]+){0,3}$|"
    r"(?:^| )их (?:[а-я]+ ){0,2}(?:уже|осталось|стало|было|будет)(?: [а-я]+)?$"
)
_HEDGES = {
    "уже",
    "еще",
    "целых",
    "ровно",
    "едва",
    "менее",
    "более",
    "почти",
    "около",
    "всего",
    "лишь",
    "только",
    "свыше",
    "примерно",
    "больше",
    "меньше",
}


def unit_left_out(reader: Reader, number: Numeral, stop: int) -> tuple[str, str, float, bool] | None:
    """Unit of a number without one: (code, kind, factor, inherited); None if it is a date, an age or an ordinal."""
    line = reader.line
    following = line[stop].text if stop < len(line) else ""
    glued = stop < len(line) and line[stop].start == line[stop - 1].end
    if glued and following[:1].isalpha():
        return None
    if glued and following in {"-", "/", ":"}:
        following_next = line[stop + 1] if stop + 1 < len(line) else None
        if following_next is not None and following_next.start == line[stop].end:
            return None
    if following.startswith(_MONTHS) or (
        following.startswith(_TIME) and following not in {"годом", "часть", "частью", "частей"}
    ):
        return None
    start = line[number.first].start
    before = line[number.first - 1].text if number.first else ""
    if (
        before.startswith(("следующ", "последн", "ближайш", "прошедш", "предыдущ"))
        and number.scale == 1
        and following in _STOPS
    ):
        return None
    paired = _paired(line, number, stop)
    if paired is not None:
        return paired
    year = not number.words and number.scale == 1 and number.value == int(number.value) and 1000 <= number.value <= 2100
    if year and len(line[number.first].text) == 4:
        before = line[number.first - 1].text if number.first else ""
        if not following.isalpha() or following in _STOPS or before in _STOPS or len(following) < 4:
            return None
    ends = following == "" or following in _STOPS or following[:1].isdigit() or following.startswith(_FLOWS)
    if number.scale == 1000 and ends and "." in reader.lowered[max(reader.end, 0) : start]:
        return "", "number", 1.0, False
    if number.scale > 1 and ends:
        if reader.unit and reader.near(start) and reader.kind in ("money", "volume", "persons"):
            return reader.unit, reader.kind, 1.0, True
        if reader.currency:
            return reader.currency, "money", 1.0, True
        return "", "number", 1.0, False
    if number.scale > 1 or not ends:
        return "units", "count", 1.0, False
    if number.scale == 1 and reader.kind in ("persons", "count") and _of_them(reader, number) and reader.near(start):
        return reader.unit, reader.kind, 1.0, True
    if before.startswith(_BEFALLEN) or following.startswith(_BEFALLEN):
        return "persons", "persons", 1.0, True
    if number.value == int(number.value) and _tolled(reader, start):
        return "persons", "persons", 1.0, True
    if number.words and line[number.first].text in _SEVERAL:
        return "", "number", 1.0, False
    same = reader.percent_end >= 0 and not set(".!?") & set(reader.lowered[reader.percent_end : start])
    if same and (before == "на" or _listed(reader, number)) and number.value < 1000:
        return "%", "percent", 1.0, True
    if (
        reader.unit
        and reader.near(start)
        and reader.kind in ("money", "volume")
        and reader.scale >= 1e6
        and number.value < 1000
    ):
        if number.words and number.value == 1:
            return None
        return reader.unit, reader.kind, reader.scale, True
    return "", "number", 1.0, False
