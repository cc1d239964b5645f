"""Dates and periods in Russian text, resolved against the day of publication and the period named before.

Without a publication date a relative expression has no period: nothing is guessed. «Годом ранее» and «тот же период»
are counted from the period the text named last.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sverka.claims.period import Period, Point
from sverka.errors import ClaimError
from sverka.reading import datewords as w

Relation = Literal["in", "since", "until", "by", "span", "base", "from", "anniversary", "ago"]
_LIMIT = 20_000_000


@dataclass(frozen=True, slots=True)
class When:
    """A dated expression.

    Attributes
    ----------
    start, end : its span.
    period : what it means, None if it cannot be known.
    relation : in (at, during) · since («с 2014-го») · until · by («к 2025 году») · span («за пять лет», from the first
        to the last of `period`) · base («годом ранее», «чем в 2014-м», «против 2013 года») · from · anniversary · ago.
    anaphoric : counted from another period in the text.
    years : length of a span in years, 0 if it is none.
    """

    start: int
    end: int
    period: Period | None
    relation: Relation = "in"
    anaphoric: bool = False
    years: float = 0.0


@dataclass(slots=True)
class _State:
    """What is known while reading on: publication, the last period named, and the last one that was not a base."""

    published: date | None
    last: Period | None = None
    last_end: int = -1


_Handler = Callable[[re.Match[str], _State], "Period | None"]
_RULES: list[tuple[re.Pattern[str], Relation, _Handler]] = []
_LEFT = r"(?<![\w.])"


def _rule(pattern: str, relation: Relation = "in") -> Callable[[_Handler], _Handler]:
    def add(handler: _Handler) -> _Handler:
        _RULES.append((re.compile(_LEFT + pattern), relation, handler))
        return handler

    return add


def _year(text: str | None, state: _State) -> int | None:
    """The year an expression means: digits, relative to publication, or the year named last."""
    if text is None:
        return None
    digits = w.year_of(text)
    if digits is not None:
        return digits
    offset = w.relative_year(text)
    if offset is None:
        if state.last is None or state.last.end is None:
            return None
        shift = -1 if text.startswith(("предыдущ", "предшествующ")) else 0
        return state.last.end.year + shift
    return None if state.published is None else state.published.year + offset


def _near(month: int, day: int | None, state: _State) -> int | None:
    """The year in which a month (and day) without a year lies nearest to publication; news looks back rather than on."""
    if state.published is None:
        return None
    here = state.published
    candidates = []
    for year in (here.year - 1, here.year, here.year + 1):
        try:
            days = (date(year, month, day or 15) - here).days
            candidates.append((days * (1.0 if day else 2.5) if days > 0 else -days, -year, year))
        except ValueError:
            continue
    return min(candidates)[2] if candidates else None


def _point(year: int | None, month: int | None = None, day: int | None = None) -> Period | None:
    if year is None:
        return None
    point = Point(year, month, day)
    return Period(point, point)


@_rule(rf"({w.DAY}) ({w.MONTH})(?: ({w.ANY_YEAR}))?")
def _day(m: re.Match[str], state: _State) -> Period | None:
    month, day = w.month_of(m[2]), w.day_of(m[1])
    year = _year(m[3], state) if m[3] else _near(month, day, state)
    return _point(year, month, day)


@_rule(rf"({w.YEAR}), ({w.DAY}) ({w.MONTH})")
def _day_after_year(m: re.Match[str], state: _State) -> Period | None:
    return _point(_year(m[1], state), w.month_of(m[3]), w.day_of(m[2]))


@_rule(rf"({w.DAY}) ?(?:-|–|—|по|и) ({w.DAY}) ({w.MONTH})(?: ({w.ANY_YEAR}))?")
def _days(m: re.Match[str], state: _State) -> Period | None:
    month, first, last = w.month_of(m[3]), w.day_of(m[1]), w.day_of(m[2])
    year = _year(m[4], state) if m[4] else _near(month, last, state)
    if year is None or first is None or last is None:
        return None
    return Period(Point(year, month, first), Point(year, month, last))


@_rule(rf"({w.DAY}) ({w.MONTH}) ?(?:-|–|—|по) ?({w.DAY}) ({w.MONTH})(?: ({w.ANY_YEAR}))?")
def _days_of_two_months(m: re.Match[str], state: _State) -> Period | None:
    year = _year(m[5], state) if m[5] else _near(w.month_of(m[4]), w.day_of(m[3]), state)
    if year is None:
        return None
    return Period(Point(year, w.month_of(m[2]), w.day_of(m[1])), Point(year, w.month_of(m[4]), w.day_of(m[3])))


@_rule(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)?\d\d)(?!\d)")
def _dotted(m: re.Match[str], state: _State) -> Period | None:
    year = int(m[3])
    if year < 100:
        year += 2000 if year < 60 else 1900
    return _point(year, int(m[2]), int(m[1]))


@_rule(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
def _iso(m: re.Match[str], state: _State) -> Period | None:
    return _point(int(m[1]), int(m[2]), int(m[3]))


@_rule(rf"({w.MONTH})(?:,? ({w.ANY_YEAR}))?")
def _month(m: re.Match[str], state: _State) -> Period | None:
    month = w.month_of(m[1])
    return _point(_year(m[2], state) if m[2] else _near(month, None, state), month)


@_rule(rf"({w.MONTH}) ?(?:-|–|—|по|и|до) ?({w.MONTH})(?:,? ({w.ANY_YEAR}))?")
def _months(m: re.Match[str], state: _State) -> Period | None:
    first, last = w.month_of(m[1]), w.month_of(m[2])
    year = _year(m[3], state) if m[3] else _near(last, None, state)
    if year is None or first > last:
        return None
    return _point(year) if (first, last) == (1, 12) else Period(Point(year, first), Point(year, last))


@_rule(rf"(?:за )?(?:первы\w+ )?({w.NUMBER}) (?:первых )?месяц(?:а|ев|ам|ах)?,? ({w.ANY_YEAR})")
@_rule(rf"первы(?:е|х|м|ми) ({w.NUMBER}) месяц(?:а|ев|ам|ах)?(?:,? ({w.ANY_YEAR}))?")
def _first_months(m: re.Match[str], state: _State) -> Period | None:
    count = w.number_of(m[1])
    year = _year(m[2], state)
    if year is None and m[2] is None and state.published is not None:
        year = state.published.year if count is not None and state.published.month > count else state.published.year - 1
    if year is None or count is None or count != int(count) or not 1 <= count <= 12:
        return None
    return Period.first_months(year, int(count))


@_rule(
    rf"(i{{1,3}}|iv|[1-4]|перв\w+|втор\w+|трет\w+|четверт\w+)(?:-?(?:й|м|го|ом|ый|ий))? квартал(?:|а|е|у|ом)(?!\w)(?:,? ({w.ANY_YEAR}))?"
)
def _quarter(m: re.Match[str], state: _State) -> Period | None:
    number = w.roman(m[1]) if m[1][0] in "iv" else w.day_of(m[1])
    if number is None or not 1 <= number <= 4:
        return None
    year = _year(m[2], state) if m[2] else _latest(state, number * 3)
    return None if year is None else Period(Point(year, number * 3 - 2), Point(year, number * 3))


@_rule(
    rf"(i{{1,2}}|[12]|перв\w+|втор\w+)(?:-?(?:й|м|го|ом|ое))? (?:полугоди(?:е|я|и|ю|ем)|половин(?:а|ы|е|у|ой) ({w.ANY_YEAR}))(?:,? ({w.ANY_YEAR}))?"
)
def _half(m: re.Match[str], state: _State) -> Period | None:
    first = m[1].startswith(("перв", "1")) or m[1] == "i"
    said = m[2] or m[3]
    year = _year(said, state) if said else _latest(state, 6 if first else 12)
    return None if year is None else Period(Point(year, 1 if first else 7), Point(year, 6 if first else 12))


@_rule(r"(?:по )?(?:итогам|за|в|во) (полугоди|квартал)(?:я|е|и|а|ю|)(?!\w)")
def _last_part(m: re.Match[str], state: _State) -> Period | None:
    """«по итогам полугодия»: the one that ended last before publication."""
    if state.published is None:
        return None
    length = 6 if m[1] == "полугоди" else 3
    index = (state.published.year * 12 + state.published.month - 1) // length - 1
    first = Point(index * length // 12, index * length % 12 + 1)
    return Period(first, first.shift(months=length - 1))


def _latest(state: _State, last_month: int) -> int | None:
    """The latest year in which the month `last_month` was over at publication."""
    if state.published is None:
        return None
    return state.published.year - (state.published.month <= last_month)


@_rule(rf"({w.YEAR})")
def _plain_year(m: re.Match[str], state: _State) -> Period | None:
    return _point(w.year_of(m[1]))


@_rule(rf"({w.DIGITS})(?:-го|-й)? ?(?:-|–|—|/) ?({w.DIGITS})(?:-(?:х|е|й|го|м))?(?: ?(?:год\w*|гг\.?))?")
@_rule(rf"(?:с|между) ({w.YEAR}) (?:по|до|и) ({w.YEAR})")
def _years(m: re.Match[str], state: _State) -> Period | None:
    first, last = w.year_of(m[1]), w.year_of(m[2])
    return Period(Point(first), Point(last)) if first is not None and last is not None and first < last else None


@_rule(rf"({w.RELATIVE})")
def _relative_year(m: re.Match[str], state: _State) -> Period | None:
    return _point(_year(m[1], state))


@_rule(r"прошлогодн\w+")
def _last_years(m: re.Match[str], state: _State) -> Period | None:
    return _point(state.published.year - 1 if state.published else None)


@_rule(rf"({w.SEASON}),? ({w.ANY_YEAR})")
@_rule(rf"(?:(?:прошл|минувш)\w{{2,3}}) ({w.SEASON})()")
def _season(m: re.Match[str], state: _State) -> Period | None:
    month = next(first for stem, first in w.SEASONS.items() if m[1].startswith(stem))
    year = _year(m[2], state) if m[2] else None
    if not m[2] and state.published is not None:
        year = state.published.year - (month + 2 >= state.published.month)
    if year is None:
        return None
    start = Point(year - 1, 12) if month == 12 else Point(year, month)
    return Period(start, start.shift(months=2))


@_rule(rf"({w.SEASON})(?! \d)")
def _bare_season(m: re.Match[str], state: _State) -> Period | None:
    if not m[1].startswith(
        ("весной", "летом", "осенью", "зимой", "весна", "лето", "лета", "осень", "зима", "осени", "весны")
    ):  # noqa: E501
        return None
    month = next(first for stem, first in w.SEASONS.items() if m[1].startswith(stem))
    year = _near(month, None, state)
    return None if year is None else Period(Point(year, month), Point(year, month).shift(months=2))


@_rule(r"(?:годом|год) (?:ранее|раньше)|за год до (?:этого|того)|на год раньше|предыдущим годом", "base")
def _year_earlier(m: re.Match[str], state: _State) -> Period | None:
    if state.last is not None and not state.last.is_open:
        return _months_only(state.last).shift(years=-1)
    return None


@_rule(r"год(?:ом)? (?:спустя|позже)|через год(?! )", "in")
def _year_later(m: re.Match[str], state: _State) -> Period | None:
    return _months_only(state.last).shift(years=1) if state.last is not None and not state.last.is_open else None


@_rule(rf"(?:({w.NUMBER}) )?(год|года|лет|месяц|месяца|месяцев|недел\w+|день|дня|дней) назад", "ago")
def _ago(m: re.Match[str], state: _State) -> Period | None:
    count = w.number_of(m[1]) if m[1] else 1.0
    return None if state.published is None or count is None else _back(state.published, -count, m[2])


@_rule(rf"через (?:({w.NUMBER}) )?(год|года|лет|месяц|месяца|месяцев|недел\w+|день|дня|дней)(?!\w)", "ago")
def _ahead(m: re.Match[str], state: _State) -> Period | None:
    count = w.number_of(m[1]) if m[1] else 1.0
    return None if state.published is None or count is None else _back(state.published, count, m[2])


def _back(here: date, count: float, unit: str) -> Period | None:
    if count != int(count):
        return None
    step = int(count)
    if unit.startswith(("год", "лет")):
        return _point(here.year + step)
    if unit.startswith("месяц"):
        point = Point(here.year, here.month).shift(months=step)
        return Period(point, point)
    return Period.of(here + timedelta(days=step * (7 if unit.startswith("недел") else 1)))


@_rule(
    rf"(последн|следующ|ближайш|минувш|предыдущ|прошедш)\w{{1,3}} ({w.NUMBER}) (год|года|лет|месяц|месяца|месяцев|недел\w+|день|дня|дней)(?!\w)",
    "span",
)
@_rule(
    rf"({w.NUMBER}) (?:последн|минувш|прошедш)\w{{1,3}} (год|года|лет|месяц|месяца|месяцев|недел\w+|день|дня|дней)(?!\w)()",
    "span",
)
def _last_few(m: re.Match[str], state: _State) -> Period | None:
    which, number, unit = (m[1], m[2], m[3]) if m[3] else ("последн", m[1], m[2])
    count = w.number_of(number)
    if state.published is None or count is None or count != int(count) or not 1 <= count <= 500:
        return None
    here, n = state.published, int(count)
    ahead = which.startswith(("следующ", "ближайш"))
    if unit.startswith(("год", "лет")):
        return (
            Period(Point(here.year + 1), Point(here.year + n))
            if ahead
            else Period(Point(here.year - n), Point(here.year - 1))
        )
    if unit.startswith("месяц"):
        month = Point(here.year, here.month)
        return (
            Period(month.shift(months=1), month.shift(months=n))
            if ahead
            else Period(month.shift(months=-n), month.shift(months=-1))
        )  # noqa: E501
    if unit.startswith("недел"):
        monday = here - timedelta(days=here.weekday())
        first = monday + timedelta(weeks=1 if ahead else -n)
        return Period.between(first, first + timedelta(weeks=n, days=-1))
    return Period.between(here + timedelta(days=1 if ahead else -n), here + timedelta(days=n if ahead else -1))


@_rule(
    rf"за (?:({w.NUMBER}) )?(?:следующ\w+ |прошедш\w+ )?(год|года|лет|десятилетие|столетие)(?! (?:до|ранее))(?!\w)",
    "span",
)
@_rule(rf"за следующие ({w.NUMBER}) (год|года|лет)(?!\w)", "span")
def _span(m: re.Match[str], state: _State) -> Period | None:
    count = w.number_of(m[1]) if m[1] else {"десятилетие": 10.0, "столетие": 100.0}.get(m[2], 1.0)
    if count is None or count != int(count) or count < 1:
        return None
    n = int(count)
    last = state.last if state.last is not None and state.last.end is not None else None
    if ". " in m.string[max(state.last_end, 0) : m.start()] and "следующ" not in m[0]:
        last = None
    if "следующ" in m[0]:
        return None if last is None or last.end is None else Period(Point(last.end.year), Point(last.end.year + n))
    end = last.end.year if last is not None and last.end is not None else None
    if end is None and state.published is not None:
        end = state.published.year - 1
    return None if end is None or end - n < 1 else Period(Point(end - n), Point(end))


@_rule(
    r"(?:за |в )?(?:то|т|тот|те|эти|этот|аналогичн\w+|соответствующ\w+|сопоставим\w+)(?:т|й|м|го)?(?: же)? (?:период(?:|а|е|у|ом)|месяц(?:ы|ев|ам|ах)|срок)"
)
def _same(m: re.Match[str], state: _State) -> Period | None:
    return state.last


@_rule(rf"(?:аналогичн|соответствующ|т)\w{{1,4}}(?: же)? (?:период|показател|уровн|срок)\w* ({w.ANY_YEAR})", "base")
def _same_of(m: re.Match[str], state: _State) -> Period | None:
    year = w.year_of(m[1]) if w.year_of(m[1]) is not None else None
    if state.last is None or state.last.is_open or state.last.end is None:
        return _point(_year(m[1], state))
    target = year if year is not None else state.last.end.year - 1
    return _months_only(state.last).shift(years=target - state.last.end.year)


@_rule(r"с начала (?:этого |текущего |нынешнего )?года")
def _since_january(m: re.Match[str], state: _State) -> Period | None:
    if state.published is None:
        return None
    first, last = Point(state.published.year, 1), Point(state.published.year, state.published.month)
    return Period(first, last)


@_rule(r"до конца (?:этого |текущего )?(года|месяца)", "until")
def _to_the_end(m: re.Match[str], state: _State) -> Period | None:
    if state.published is None:
        return None
    return _point(state.published.year, state.published.month if m[1] == "месяца" else None)


@_rule(r"(?:в )?((?:1[89]|20)\d0|[1-9]0|00)-(?:е|х|ые|ых|ми|ыми)(?: год\w*)?")
def _decade(m: re.Match[str], state: _State) -> Period | None:
    year = int(m[1])
    if year < 100:
        year += 2000 if year in (0, 10) or (year == 20 and state.published is not None) else 1900
    point = Point(year, span=10)
    return Period(point, point)


@_rule(rf"({w.TENS})(?: год\w*)?")
def _spoken_decade(m: re.Match[str], state: _State) -> Period | None:
    tens = w.tens_of(m[1])
    here = state.published.year if state.published is not None else 2000
    year = (2000 if tens <= (here % 100) + 9 and here >= 2000 else 1900) + tens
    if state.published is None and tens < 30:
        return None
    point = Point(year, span=10)
    return Period(point, point)


@_rule(rf"середин(?:а|ы|е|у|ой) (десятилетия|{w.TENS})(?: год\w*)?")
def _mid_decade(m: re.Match[str], state: _State) -> Period | None:
    if state.published is None:
        return None
    decade = state.published.year // 10 * 10 if m[1] == "десятилетия" else 2000 + w.tens_of(m[1])
    return _point(decade + 5)


@_rule(r"([ivxх]{1,5}) (?:век(?:|а|е|у|ом)|столети(?:е|я|и|ю))(?!\w)")
def _century(m: re.Match[str], state: _State) -> Period | None:
    number = w.roman(m[1])
    if not 11 <= number <= 21:
        return None
    point = Point((number - 1) * 100, span=100)
    return Period(point, point)


_DAYS = {
    "позапозавчера": -3,
    "позавчера": -2,
    "вчера": -1,
    "вчерашн": -1,
    "накануне": -1,
    "сегодня": 0,
    "завтра": 1,
    "послезавтра": 2,
}


@_rule(r"(позапозавчера|позавчера|вчера(?:шн\w+)?|накануне(?! \w+ого| \w+ей)|сегодня(?!шн)|послезавтра|завтра)(?!\w)")
def _around(m: re.Match[str], state: _State) -> Period | None:
    if state.published is None:
        return None
    key = "вчерашн" if m[1].startswith("вчерашн") else m[1]
    return Period.of(state.published + timedelta(days=_DAYS[key]))


@_rule(rf"(?:(прошл|минувш|следующ|след|эт)\w{{0,3}} )?({w.WEEKDAY})( на следующей неделе)?")
def _weekday(m: re.Match[str], state: _State) -> Period | None:
    if state.published is None or m[2].startswith(("среды", "среде", "средой")):
        return None
    wanted = next(i for i, stem in enumerate(w.WEEKDAYS) if m[2].startswith(stem))
    ahead = (wanted - state.published.weekday()) % 7
    if m[3]:
        ahead = wanted - state.published.weekday() + 7
    elif m[1] and m[1].startswith("след"):
        ahead = ahead or 7
    elif (m[1] and m[1].startswith(("прошл", "минувш"))) or ahead > 3:
        ahead -= 7
    return Period.of(state.published + timedelta(days=ahead))


@_rule(
    r"(прошл|минувш|следующ|эт|нынешн|текущ)\w{1,3} (недел(?:я|е|ю|и|ей)|месяц(?:|а|е|у|ем)|квартал(?:|а|е|у))(?!\w)|(позапрошл)\w{2,3} (месяц\w*)"
)
def _calendar(m: re.Match[str], state: _State) -> Period | None:
    if state.published is None:
        return None
    which, unit = m[1] or m[3], m[2] or m[4]
    step = {"прошл": -1, "минувш": -1, "следующ": 1, "позапрошл": -2}.get(which, 0)
    here = state.published
    if unit.startswith("недел"):
        monday = here - timedelta(days=here.weekday()) + timedelta(weeks=step)
        return Period.between(monday, monday + timedelta(days=6))
    if unit.startswith("месяц"):
        point = Point(here.year, here.month).shift(months=step)
        return Period(point, point)
    first = Point(here.year, (here.month - 1) // 3 * 3 + 1).shift(months=3 * step)
    return Period(first, first.shift(months=2))


@_rule(
    rf"({w.NUMBER}|\d{{1,3}}|двадцати|тридцати|сорока|пятидесяти|десяти|пяти|сто)(?:-| )?лети(?:е|я|ю|ем)(?!\w)",
    "anniversary",
)
@_rule(rf"исполнил(?:ось|ся|ась) ({w.NUMBER}) (?:лет|года|год)(?!\w)", "anniversary")
def _anniversary(m: re.Match[str], state: _State) -> Period | None:
    count = w.number_of(m[1])
    return None if state.published is None or not count else _point(state.published.year - int(count))


def _months_only(period: Period) -> Period:
    """The period without days, so that moving it by a year moves whole months."""
    return (
        period
        if period.first is None or period.first.span == 1
        else Period(Point(period.first.year), Point(period.first.year))
    )  # noqa: E501


_BASE = re.compile(
    r"(?:превы[шс]\w+ (?:уровень|показател\w+)|чем(?: было)?|против|по сравнению с|относительно|к уровню|от уровня|нежели|по отношению к)(?: \w+)?(?: в| за| уровн\w+| показател\w+ \w*)? ?$"
)
_SINCE = re.compile(r"(?:^|[^\w])(?:начиная )?(?:с|со)(?: конца| начала| середины| лета| осени| весны| зимы)? $")
_BEFORE = re.compile(r"(?:^|[^\w])(?:до|по)(?: конца| начала| середины)? $")
_BY = re.compile(r"(?:^|[^\w])(?:к|ко)(?: концу| началу| середине| лету| осени| весне)? $")


def dates(text: str, published: date | None = None) -> list[When]:
    """Every dated expression of day grain or coarser, in order of position; the longest reading wins where two overlap.

    >>> [str(x.period) for x in dates("за первые восемь месяцев прошлого года", date(2024, 5, 1))]
    ['2023-01/2023-08']
    """
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("ё", "е").replace(" ", " ")
    found: list[tuple[int, int, re.Match[str], Relation, _Handler]] = []
    for pattern, relation, handler in _RULES:
        for m in pattern.finditer(lowered[:_LIMIT]):
            found.append((m.start(), m.end(), m, relation, handler))
    state = _State(published)
    out: list[When] = []
    for start, end, m, relation, handler in _longest(found):
        try:
            period = handler(m, state)
        except ClaimError:
            continue
        if period is None and handler in (_bare_season, _spoken_decade, _span):
            continue
        settled = _relation(lowered, start, relation, handler)
        when = When(start, end, period, settled, handler in _ANAPHORIC, _length(period) if relation == "span" else 0.0)
        out.append(when)
        if period is not None and settled in ("in", "span") and handler not in (_around, _weekday, _day):
            state.last = Period(period.last, period.last) if settled == "span" else period
            state.last_end = end
    return out


_ANAPHORIC = (_year_earlier, _year_later, _same, _same_of, _span)


def _length(period: Period | None) -> float:
    if period is None or period.first is None or period.last is None:
        return 0.0
    return float(period.last.year - period.first.year)


def _relation(lowered: str, start: int, relation: Relation, handler: _Handler) -> Relation:
    if relation != "in":
        return relation
    left = lowered[max(0, start - 40) : start]
    if _BASE.search(left):
        return "base"
    if handler in (_years, _months, _days):
        return "in"
    if _SINCE.search(left):
        return "since"
    if _BY.search(left):
        return "by"
    return "until" if _BEFORE.search(left) else "in"


def _longest(
    found: list[tuple[int, int, re.Match[str], Relation, _Handler]],
) -> Iterator[tuple[int, int, re.Match[str], Relation, _Handler]]:
    """Greedy choice of the longest, earliest matches that do not overlap, in order of position."""
    taken: list[tuple[int, int]] = []
    chosen = []
    for item in sorted(found, key=lambda item: (item[0] - item[1], item[0])):
        at = bisect_right(taken, (item[0], 1 << 60))
        if at and taken[at - 1][1] > item[0]:
            continue
        if at < len(taken) and taken[at][0] < item[1]:
            continue
        taken.insert(at, (item[0], item[1]))
        chosen.append(item)
    return iter(sorted(chosen, key=lambda item: item[0]))
