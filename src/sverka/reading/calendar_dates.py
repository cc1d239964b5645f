"""Dates by the calendar: days, months, quarters, years, seasons, decades, centuries."""

import re

from sverka.claims.period import Period, Point
from sverka.reading import datewords as w
from sverka.reading.date_rules import State, dated, latest_year, nearest_year, rule, settled_year


@rule(rf"({w.DAY}) ({w.MONTH})(?: ({w.ANY_YEAR}))?")
def day(m: re.Match[str], state: State) -> Period | None:
    month, day = w.month_of(m[2]), w.day_of(m[1])
    year = settled_year(m[3], state) if m[3] else nearest_year(month, day, state)
    return dated(year, month, day)


@rule(rf"({w.YEAR}), ({w.DAY}) ({w.MONTH})")
def _day_after_year(m: re.Match[str], state: State) -> Period | None:
    return dated(settled_year(m[1], state), w.month_of(m[3]), w.day_of(m[2]))


@rule(rf"({w.DAY}) ?(?:(?:по|на|и) |[-–—] ?)({w.DAY}) ({w.MONTH})(?: ({w.ANY_YEAR}))?")
def days(m: re.Match[str], state: State) -> Period | None:
    month, first, last = w.month_of(m[3]), w.day_of(m[1]), w.day_of(m[2])
    year = settled_year(m[4], state) if m[4] else nearest_year(month, last, state)
    if year is None or first is None or last is None:
        return None
    return Period(Point(year, month, first), Point(year, month, last))


@rule(rf"({w.DAY}) ({w.MONTH}) ?(?:-|–|—|по) ?({w.DAY}) ({w.MONTH})(?: ({w.ANY_YEAR}))?")
def days_of_two_months(m: re.Match[str], state: State) -> Period | None:
    year = settled_year(m[5], state) if m[5] else nearest_year(w.month_of(m[4]), w.day_of(m[3]), state)
    if year is None:
        return None
    return Period(Point(year, w.month_of(m[2]), w.day_of(m[1])), Point(year, w.month_of(m[4]), w.day_of(m[3])))


@rule(rf"с ({w.DAY}) ({w.MONTH}) ({w.ANY_YEAR}) (?:по|до) ({w.DAY}) ({w.MONTH}) ({w.ANY_YEAR})")
def _days_of_two_years(m: re.Match[str], state: State) -> Period | None:
    """«с 1 января 2013 года по 31 декабря 2016 года»: whole years where the days are their first and last."""
    first, last = settled_year(m[3], state), settled_year(m[6], state)
    if first is None or last is None:
        return None
    start = Point(first, w.month_of(m[2]), w.day_of(m[1]))
    end = Point(last, w.month_of(m[5]), w.day_of(m[4]))
    if start.first > end.first:
        return None
    opens = (start.month, start.day) == (1, 1)
    if opens and (end.month, end.day) == (12, 31):
        return Period(Point(first), Point(last))
    if opens and (end.month, end.day) == (1, 1) and last > first:
        return Period(Point(first), Point(last - 1))
    return Period(start, end)


_NTH = "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат".split()  # noqa: SIM905


@rule(rf"({'|'.join(_NTH)})(?:ый|ой|ий|ого|ьего|ому|ьему|ым|ьим|ом|ьем) месяц(?:|а|е|у|ем) ({w.ANY_YEAR})")
def _nth_month(m: re.Match[str], state: State) -> Period | None:
    """«в первом месяце текущего года»: January."""
    return dated(settled_year(m[2], state), _NTH.index(m[1]) + 1)


@rule(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)?\d\d)(?!\d)")
def _dotted(m: re.Match[str], state: State) -> Period | None:
    year = int(m[3])
    if year < 100:
        year += 2000 if year < 60 else 1900
    return dated(year, int(m[2]), int(m[1]))


@rule(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
def _iso(m: re.Match[str], state: State) -> Period | None:
    return dated(int(m[1]), int(m[2]), int(m[3]))


@rule(rf"({w.MONTH})(?:,? ({w.ANY_YEAR}))?")
def _month(m: re.Match[str], state: State) -> Period | None:
    month = w.month_of(m[1])
    return dated(settled_year(m[2], state) if m[2] else nearest_year(month, None, state), month)


@rule(
    r"(январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр|май)(?:ь?ск|овск)\w{2,3} "
    r"(?:уровн|показател|объем|значени|результат|итог|рекорд|максимум|минимум|экспорт|импорт|товарооборот|оборот|ввоз|"
    r"вывоз|добыч|инфляци|безработиц|постав|производств|продаж|дефицит|профицит|сальдо|опрос)\w*"
)
def _of_month(m: re.Match[str], state: State) -> Period | None:
    """«по сравнению с февральским уровнем», «ноябрьская безработица»."""
    month = w.month_of(m[1])
    return dated(nearest_year(month, None, state), month)


@rule(
    rf"({w.MONTH}) ?(?:-|–|—|по|и|до) ?(?:(?:конец|конца|начало|начала|середину|середины) )?({w.MONTH})"
    rf"(?:,? ({w.ANY_YEAR}))?"
)
def months(m: re.Match[str], state: State) -> Period | None:
    first, last = w.month_of(m[1]), w.month_of(m[2])
    year = settled_year(m[3], state) if m[3] else nearest_year(last, None, state)
    if year is None or first > last:
        return None
    return dated(year) if (first, last) == (1, 12) else Period(Point(year, first), Point(year, last))


@rule(rf"(?:за )?(?:первы\w+ )?({w.NUMBER}) (?:первых )?месяц(?:а|ев|ам|ах)?,? ({w.ANY_YEAR})")
@rule(rf"первы(?:е|х|м|ми) ({w.NUMBER}) месяц(?:а|ев|ам|ах)?(?:,? ({w.ANY_YEAR}))?")
def _first_months(m: re.Match[str], state: State) -> Period | None:
    count = w.number_of(m[1])
    year = settled_year(m[2], state)
    if year is None and m[2] is None and state.published is not None:
        year = state.published.year if count is not None and state.published.month > count else state.published.year - 1
    if year is None or count is None or count != int(count) or not 1 <= count <= 12:
        return None
    return Period.first_months(year, int(count))


@rule(
    rf"(i{{1,3}}|iv|[1-4]|перв\w+|втор\w+|трет\w+|четверт\w+)(?:-?(?:й|м|го|ом|ый|ий))? "
    rf"квартал(?:|а|е|у|ом)(?!\w)(?:,? ({w.ANY_YEAR}))?"
)
def _quarter(m: re.Match[str], state: State) -> Period | None:
    number = w.roman(m[1]) if m[1][0] in "iv" else w.day_of(m[1])
    if number is None or not 1 <= number <= 4:
        return None
    year = settled_year(m[2], state) if m[2] else latest_year(state, number * 3)
    return None if year is None else Period(Point(year, number * 3 - 2), Point(year, number * 3))


@rule(r"во? (перв|втор|трет|четверт)(?:ом|ьем)(?= (?:[–—-]|на |он |она |оно |до |же |было?|составил))")
def _another_quarter(m: re.Match[str], state: State) -> Period | None:
    """«во втором квартале вырос на 3 %, в первом – на 2 %»: of the year of the quarter told of."""
    number, told = w.day_of(m[1] + "ый"), state.last
    if told is None or told.first is None or told.first.month is None or told.months != 3 or number is None:
        return None
    return Period(Point(told.first.year, number * 3 - 2), Point(told.first.year, number * 3))


@rule(r"(?<=к )(перв|втор|трет|четверт)(?:ому|ьему)(?=[,.;:]| (?:[–—-]|и |а |до |на )|$)", "base")
def _quarter_before(m: re.Match[str], state: State) -> Period | None:
    """«во втором квартале вырос на 3 % к первому»."""
    return _another_quarter(m, state)


@rule(
    rf"(i{{1,2}}|[12]|перв\w+|втор\w+)(?:-?(?:й|м|го|ом|ое))? (?:полугоди(?:е|я|и|ю|ем)|"
    rf"половин(?:а|ы|е|у|ой) ({w.ANY_YEAR}))(?:,? ({w.ANY_YEAR}))?"
)
def _half(m: re.Match[str], state: State) -> Period | None:
    first = m[1].startswith(("перв", "1")) or m[1] == "i"
    said = m[2] or m[3]
    year = settled_year(said, state) if said else latest_year(state, 6 if first else 12)
    return None if year is None else Period(Point(year, 1 if first else 7), Point(year, 6 if first else 12))


@rule(r"(?:по )?(?:итог(?:ам|и|ов)|за|в|во) (полугоди|квартал)(?:я|е|и|а|ю|)(?!\w)")
def _last_part(m: re.Match[str], state: State) -> Period | None:
    """«по итогам полугодия»: the one that ended last before publication."""
    if state.published is None:
        return None
    length = 6 if m[1] == "полугоди" else 3
    index = (state.published.year * 12 + state.published.month - 1) // length - 1
    first = Point(index * length // 12, index * length % 12 + 1)
    return Period(first, first.shift(months=length - 1))


@rule(rf"(?!(?<=[–—-] ){w.DIGITS} \(\d)({w.YEAR})")  # not «китайских – 1860 (14 %)»
def _plain_year(m: re.Match[str], state: State) -> Period | None:
    return dated(w.year_of(m[1]))


@rule(rf"({w.DIGITS})(?:-го|-й)? ?(?:-|–|—|/) ?({w.DIGITS})(?:-(?:х|е|й|го|м))?(?: ?(?:год\w*|гг\.?))?")
@rule(rf"(?:с|между) ({w.YEAR}) (?:по|до|и) ({w.YEAR})")
def years(m: re.Match[str], state: State) -> Period | None:
    first, last = w.year_of(m[1]), w.year_of(m[2])
    return Period(Point(first), Point(last)) if first is not None and last is not None and first < last else None


@rule(rf"({w.DIGITS})/(\d\d)(?!\d|[/.-])(?: (?:год\w*|гг\.?))?")
def _season_of_years(m: re.Match[str], state: State) -> Period | None:
    """«за сезон 2016/17»."""
    first, last = int(m[1]), int(m[2])
    return Period(Point(first), Point(first + 1)) if (first + 1) % 100 == last else None


@rule(rf"({w.RELATIVE})")
def _relative_year(m: re.Match[str], state: State) -> Period | None:
    return dated(settled_year(m[1], state))


@rule(r"в (следующ|прошл|будущ|нынешн|предыдущ)(?:ем|ом)(?= (?:[–—-]|на |он |она |оно |до |же |будет|был|состав))")
def _another_year(m: re.Match[str], state: State) -> Period | None:
    """«в этом году 3 %, в следующем – 2 %»: a year, where one was told of."""
    told = state.last
    if told is None or told.grain != "year" or told.months != _MONTHS_OF_YEAR:
        return None
    return dated(settled_year(m[1], state))


_MONTHS_OF_YEAR = 12


@rule(r"прошлогодн\w+")
def _last_years(m: re.Match[str], state: State) -> Period | None:
    return dated(state.published.year - 1 if state.published else None)


@rule(rf"({w.SEASON}),? ({w.ANY_YEAR})")
@rule(rf"(?:(?:прошл|минувш)\w{{2,3}}) ({w.SEASON})()")
def _season(m: re.Match[str], state: State) -> Period | None:
    month = next(first for stem, first in w.SEASONS.items() if m[1].startswith(stem))
    year = settled_year(m[2], state) if m[2] else None
    if not m[2] and state.published is not None:
        year = state.published.year - (month + 2 >= state.published.month)
    if year is None:
        return None
    start = Point(year - 1, 12) if month == 12 else Point(year, month)
    return Period(start, start.shift(months=2))


@rule(rf"({w.SEASON})(?! \d)")
def bare_season(m: re.Match[str], state: State) -> Period | None:
    if not m[1].startswith(
        ("весной", "летом", "осенью", "зимой", "весна", "лето", "лета", "осень", "зима", "осени", "весны")
    ):
        return None
    month = next(first for stem, first in w.SEASONS.items() if m[1].startswith(stem))
    year = nearest_year(month, None, state)
    return None if year is None else Period(Point(year, month), Point(year, month).shift(months=2))


@rule(r"(?:в )?((?:1[89]|20)\d0|[1-9]0|00)-(?:е|х|ые|ых|ми|ыми)(?: год\w*)?")
def _decade(m: re.Match[str], state: State) -> Period | None:
    year = int(m[1])
    if year < 100:
        year += 2000 if year in (0, 10) or (year == 20 and state.published is not None) else 1900
    point = Point(year, span=10)
    return Period(point, point)


_FRACTION = re.compile(
    r"(?<!\w)(?:одн\w{1,2}|дв[еух]{1,2}|тр[иех]{1,2}|четыр\w{1,2}|пят[ьи]|шест[ьи]|сем[ьи]|вос[ье]м[ьи]|девят[ьи]|целы[хе]|"
    r"\d+) $"
)


@rule(rf"({w.TENS})(?: год\w*)?")
def spoken_decade(m: re.Match[str], state: State) -> Period | None:
    if _FRACTION.search(m.string, max(0, m.start() - 24), m.start()):
        return None  # «девять десятых»
    tens = w.tens_of(m[1])
    here = state.published.year if state.published is not None else 2000
    year = (2000 if tens <= (here % 100) + 9 and here >= 2000 else 1900) + tens
    if state.published is None and tens < 30:
        return None
    point = Point(year, span=10)
    return Period(point, point)


@rule(rf"середин(?:а|ы|е|у|ой) (десятилетия|{w.TENS})(?: год\w*)?")
def _mid_decade(m: re.Match[str], state: State) -> Period | None:
    if state.published is None:
        return None
    decade = state.published.year // 10 * 10 if m[1] == "десятилетия" else 2000 + w.tens_of(m[1])
    return dated(decade + 5)


@rule(r"([ivxх]{1,5}) (?:век(?:|а|е|у|ом)|столети(?:е|я|и|ю))(?!\w)")
def _century(m: re.Match[str], state: State) -> Period | None:
    number = w.roman(m[1])
    if not 11 <= number <= 21:
        return None
    point = Point((number - 1) * 100, span=100)
    return Period(point, point)
