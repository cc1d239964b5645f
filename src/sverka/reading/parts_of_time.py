"""Parts of a year and whole decades, said by counting or by their ends: «за три квартала», «последний день года»."""

import re
from datetime import timedelta

from sverka.claims.period import Period, Point
from sverka.reading import datewords as w
from sverka.reading.date_rules import State, dated, latest_year, nearest_year, rule, settled_year

_QUARTER, _MONTHS = 3, 12
_FULL = r"(?:нового |этого |текущего |нынешнего |прошлого |минувшего |прошедшего )?"


def _year_end(state: State, said: str) -> int | None:
    """Of which year «последний день года» is: the one named, else the one that ends nearest to publication."""
    offset = w.relative_year(said + "года") if said and not said.startswith("нового") else None
    if offset is not None:
        return None if state.published is None else state.published.year + offset
    return nearest_year(_MONTHS, None, state)


@rule(
    rf"с начала (?:(?:этого |текущего |нынешнего )?года|({w.ANY_YEAR})) (?:и )?(?:по|до) ({w.DAY}) ({w.MONTH})"
    rf"(?: ({w.ANY_YEAR}))?"
)
def _from_january_on(m: re.Match[str], state: State) -> Period | None:
    """«с начала года по 15 апреля»: from the first day of the year to that one."""
    month, last = w.month_of(m[3]), w.day_of(m[2])
    said = m[4] or m[1]
    year = settled_year(said, state) if said else nearest_year(month, last, state)
    return None if year is None or last is None else Period(Point(year, 1, 1), Point(year, month, last))


@rule(
    rf"с начала (?:(?:этого |текущего |нынешнего )?года|({w.ANY_YEAR})) (?:и )?(?:по|до) "
    rf"(?:(?:конец|конца|начало|середину) )?({w.MONTH})(?:,? ({w.ANY_YEAR}))?"
)
def _months_on(m: re.Match[str], state: State) -> Period | None:
    """«с начала года по июль»."""
    month, said = w.month_of(m[2]), m[3] or m[1]
    year = settled_year(said, state) if said else nearest_year(month, None, state)
    return None if year is None else Period.first_months(year, month)


@rule(
    rf"(?:за )?(?:перв\w+ )?(два|двух|три|трех|четыре|четырех|[2-4]|i{{2,3}}) (?:перв\w+ |полных )?"
    rf"квартал(?:а|ов|ам|ах)(?!\w| подряд| назад)(?:,? ({w.ANY_YEAR}))?"
)
def _quarters(m: re.Match[str], state: State) -> Period | None:
    """«за три квартала прошлого года»: the first nine months."""
    count = w.roman(m[1]) if m[1][0] == "i" else int(w.number_of(m[1]) or 0)
    if not 1 < count <= _MONTHS // _QUARTER:
        return None
    year = settled_year(m[2], state) if m[2] else latest_year(state, count * _QUARTER)
    return None if year is None else Period.first_months(year, count * _QUARTER)


@rule(
    rf"(перв|втор|трет|последн)(?:ый|ой|ий|ого|ьего|его|ому|ьему|ему|ым|ьим|им|ом|ьем|ем) месяц(?:|а|е|у|ем) "
    rf"(весны|лета|осени|зимы|(?:iv|i{{1,3}}|[1-4]|перв\w+|втор\w+|трет\w+|четверт\w+)(?:-го)? квартала|{_FULL}года)"
    rf"(?!\w)(?:,? ({w.ANY_YEAR}))?"
)
def _month_of_part(m: re.Match[str], state: State) -> Period | None:
    """«в первый месяц весны», «последний месяц второго квартала», «последний месяц года»."""
    nth = {"перв": 0, "втор": 1, "трет": 2, "последн": 2}[m[1]]
    if m[2].endswith("года"):
        month = _MONTHS if m[1] == "последн" else nth + 1
        said = m[2].removesuffix("года")
        if said and not said.startswith("нового"):
            return dated(settled_year(m[2], state), month)
    elif m[2].endswith("квартала"):
        which = m[2].split()[0]
        number = w.roman(which) if which[0] in "iv" else w.day_of(which)
        if number is None or not 1 <= number <= _MONTHS // _QUARTER:
            return None
        month = (number - 1) * _QUARTER + nth + 1
    else:
        first = next(first for stem, first in w.SEASONS.items() if m[2].startswith(stem))
        month = (first + nth - 1) % _MONTHS + 1
    return dated(settled_year(m[3], state) if m[3] else nearest_year(month, None, state), month)


_PART = (
    rf"(?:({w.MONTH})(?: ?[-–—] ?({w.MONTH}))?|(iv|i{{1,3}}|[1-4]|перв\w+|втор\w+|трет\w+|четверт\w+)(?:-й|-м|-го)? "
    r"(квартал|полугодие))"
)


@rule(rf"({w.ANY_YEAR}) \((?:в |за )?{_PART}\)")
def _part_beside(m: re.Match[str], state: State) -> Period | None:
    """«в 2008 году (октябрь – декабрь)», «в 2012 году (I квартал)»: a year narrowed in brackets."""
    year = settled_year(m[1], state)
    if year is None:
        return None
    if m[2]:
        first = w.month_of(m[2])
        last = w.month_of(m[3]) if m[3] else first
        return Period(Point(year, first), Point(year, last)) if first <= last else None
    number = w.roman(m[4]) if m[4][0] in "iv" else w.day_of(m[4])
    length = _QUARTER if m[5] == "квартал" else 2 * _QUARTER
    if number is None or not 1 <= number <= _MONTHS // length:
        return None
    return Period(Point(year, (number - 1) * length + 1), Point(year, number * length))


@rule(
    rf"(перв|последн)(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем) день (?:({_FULL})года|({w.YEAR})|({w.MONTH})"
    rf"(?:,? ({w.ANY_YEAR}))?)"
)
def _end_day(m: re.Match[str], state: State) -> Period | None:
    """«в первый день нового года», «в последний день марта»."""
    opens = m[1] == "перв"
    if m[4]:
        month = w.month_of(m[4])
        year = settled_year(m[5], state) if m[5] else nearest_year(month, None, state)
        point = None if year is None else Point(year, month)
    else:
        month = 1 if opens else _MONTHS
        year = w.year_of(m[3]) if m[3] else _year_end(state, m[2])
        if not m[3] and opens and (not m[2] or m[2].startswith("нового")):
            year = nearest_year(1, 1, state)
        point = None if year is None else Point(year, month)
    return None if point is None else Period.of(point.first if opens else point.last)


@rule(rf"(перв|последн)\w{{2,3}} (?:дни|дней|днях|недели|недель|неделях|числа|чисел|числах) {_FULL}года(?!\w)")
def _end_days(m: re.Match[str], state: State) -> Period | None:
    """«в последние дни года»: in December."""
    month = 1 if m[1] == "перв" else _MONTHS
    return dated(nearest_year(month, None, state), month)


@rule(
    r"(?:(нынешн|текущ|прошл|минувш|предыдущ|прошедш|следующ|будущ)\w{2,3}|эт(?:о|ого|ому|им|ом)) "
    r"десятилет(?:ие|ия|ию|ии|ием)(?!\w)"
)
def _decade_told(m: re.Match[str], state: State) -> Period | None:
    """«в нынешнем десятилетии», «по итогам прошлого десятилетия»."""
    if state.published is None:
        return None
    step = 0 if not m[1] or m[1] in ("нынешн", "текущ") else 1 if m[1] in ("следующ", "будущ") else -1
    first = state.published.year // 10 * 10 + 10 * step
    return Period(Point(first), Point(first + 9))


@rule(r"(?:к|ко) (?:концу|исходу) (?:(?:этого|нынешнего|текущего) )?десятилетия(?!\w)", "by")
@rule(r"(?:в конце|на исходе) (?:(?:этого|нынешнего|текущего) )?десятилетия(?!\w)")
@rule(r"до (?:конца|исхода) (?:(?:этого|нынешнего|текущего) )?десятилетия(?!\w)", "until")
def _decade_out(m: re.Match[str], state: State) -> Period | None:
    """«к концу десятилетия»: to its last year, which is a round one."""
    return None if state.published is None else dated((state.published.year // 10 + 1) * 10)


@rule(r"(?:к|ко) (?:концу|исходу) (?:(?:этого|текущего|нынешнего) )?(месяца|квартала|полугодия)(?!\w)", "by")
def _part_out(m: re.Match[str], state: State) -> Period | None:
    """«к концу месяца», «к исходу квартала»: that of publication."""
    if state.published is None:
        return None
    length = {"месяца": 1, "квартала": _QUARTER, "полугодия": 2 * _QUARTER}[m[1]]
    first = (state.published.month - 1) // length * length + 1
    return Period(Point(state.published.year, first), Point(state.published.year, first + length - 1))


@rule(r"(?:в|за) последн(?:ем|ий) квартале?(?! \d{4}| эт| текущ| прошл| минувш)(?!\w)")
def _last_quarter(m: re.Match[str], state: State) -> Period | None:
    """«в последнем квартале» of the year told of."""
    told = state.last
    if told is None or told.grain != "year" or told.months != _MONTHS or told.last is None:
        return None
    return Period(Point(told.last.year, _MONTHS - _QUARTER + 1), Point(told.last.year, _MONTHS))


@rule(rf"(?:(следующ|будущ|предстоящ|ближайш)|эт|нынешн)\w{{2,3}} ({w.SEASON})(?! \d)")
def _season_told(m: re.Match[str], state: State) -> Period | None:
    """«следующей осенью», «этим летом»: the one to come, the one of this year."""
    if state.published is None:
        return None
    month = next(first for stem, first in w.SEASONS.items() if m[2].startswith(stem))
    year = state.published.year
    if month == _MONTHS and state.published.month < _QUARTER:
        year -= 1  # «этой зимой» in January
    year += bool(m[1]) and month <= state.published.month + (month == _MONTHS) * _MONTHS * (year < state.published.year)
    return Period(Point(year, month), Point(year, month).shift(months=2))


_COUNT = r"двумя|тремя|четырьмя|пятью|шестью|семью|восемью|девятью|десятью|полутора|двадцатью|тридцатью|\d{1,2}"
_COUNTS = {
    "двумя": 2, "тремя": 3, "четырьмя": 4, "пятью": 5, "шестью": 6, "семью": 7, "восемью": 8, "девятью": 9,
    "десятью": 10, "двадцатью": 20, "тридцатью": 30,
}  # fmt: skip
_UNIT = r"месяцем|месяцами|месяца|месяцев|годами|года|лет"


def _shifted(state: State, count: int, unit: str) -> Period | None:
    """So long after (or before) what was told of last, as exactly as that was told."""
    told = state.last
    if told is None or told.is_open or told.first is None or told.first != told.last or told.first.span != 1:
        return None
    if unit.startswith(("год", "лет")):
        return dated(told.first.year + count)
    return None if told.first.month is None else dated(*_month(told.first.shift(months=count)))


def _month(point: Point) -> tuple[int, int | None]:
    return point.year, point.month


def _counted(said: str | None) -> int | None:
    return 1 if not said else _COUNTS.get(said) or (int(said) if said.isdigit() else None)


@rule(rf"(?:({_COUNT}) )?({_UNIT}) (позже|позднее)(?!\w)")
@rule(rf"спустя (?:({_COUNT}|{w.NUMBER}) )?({_UNIT})()(?!\w)(?! (?:после|с|со)(?!\w))")
@rule(rf"({w.NUMBER}) ({_UNIT}) (спустя)(?!\w)(?! (?:после|с|со)(?!\w))")
def _later(m: re.Match[str], state: State) -> Period | None:
    """«двумя годами позже», «спустя три года», «месяцем позднее»: counted from what was told of last."""
    said = m[1]
    count = _counted(said) if said is None or said in _COUNTS or said.isdigit() else w.number_of(said)
    plain = said is not None or m[2] == "месяцем"
    return _shifted(state, int(count), m[2]) if plain and count and count == int(count) else None


@rule(rf"({_COUNT}) ({_UNIT}) (?:ранее|раньше)(?!\w)", "base")
def _earlier(m: re.Match[str], state: State) -> Period | None:
    """«двумя годами ранее»."""
    count = _counted(m[1])
    return _shifted(state, -count, m[2]) if count else None


@rule(r"конц(?:у|а|е) (?:нынешнего |этого |текущего |xxi |21-го )(?:века|столетия)(?!\w)")
def _century_out(m: re.Match[str], state: State) -> Period | None:
    """«к концу нынешнего столетия»: in its last year."""
    return None if state.published is None else dated((state.published.year - 1) // 100 * 100 + 100)


#: What happens on a day, so that «сегодняшний» dates it; «сегодняшний день» and «сегодняшние проблемы» are these days.
_HAPPENING = (
    r"(?:выбор|голосовани|референдум|плебисцит|заседани|встреч|переговор|саммит|визит|взрыв|теракт|удар|атак|нападени|"
    r"обстрел|бомбардировк|землетрясени|инаугураци|церемони|подписани|сесси|съезд|митинг|протест|столкновени|бо[йя]|"
    r"налет|авиаудар|операци|катастроф|авари|крушени|перестрелк|стрельб)\w{0,4}(?!\w)"
)


@rule(
    rf"(сегодняшн|вчерашн|позавчерашн|завтрашн)\w{{2,3}} "
    rf"(?:[^\W\d_]{{4,20}}(?:ый|ого|ому|ым|ом|ой|ых|ыми|ие|их) )?{_HAPPENING}"
)
def of_the_day(m: re.Match[str], state: State) -> Period | None:
    """«по итогам сегодняшних выборов», «вчерашний взрыв»."""
    if state.published is None:
        return None
    step = {"сегодняшн": 0, "вчерашн": -1, "позавчерашн": -2, "завтрашн": 1}[m[1]]
    return Period.of(state.published + timedelta(days=step))


@rule(
    r"(?:(?:минувш|прошедш|прошл|истекш|последн)\w{1,3} сутк(?:и|ах|ами)|"
    r"(?:минувш|прошедш|прошл|истекш|последн)их суток)(?!\w)"
)
def day_and_night(m: re.Match[str], state: State) -> Period | None:
    """«за минувшие сутки»: the day before publication."""
    return None if state.published is None else Period.of(state.published - timedelta(days=1))
