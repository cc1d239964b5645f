"""Dates counted from publication or from the period named before: «годом ранее», «за пять лет», «вчера», «в среду»."""

import re
from datetime import date, timedelta

from sverka.claims.period import Period, Point
from sverka.reading import datewords as w
from sverka.reading.date_rules import State, dated, months_only, rule, settled_year


@rule(r"(?:годом|год) (?:ранее|раньше|прежде)|за год до (?:этого|того)|на год раньше|предыдущим годом", "base")
def year_earlier(m: re.Match[str], state: State) -> Period | None:
    if state.last is not None and not state.last.is_open:
        return months_only(state.last).shift(years=-1)
    return None


@rule(r"год(?:ом)? (?:спустя|позже)|через год(?! )", "in")
def year_later(m: re.Match[str], state: State) -> Period | None:
    return months_only(state.last).shift(years=1) if state.last is not None and not state.last.is_open else None


_UNCOUNTED = frozenset({"года", "лет", "месяца", "месяцев", "недели", "недель", "дня", "дней"})


@rule(rf"(?:({w.NUMBER}) )?(год|года|лет|месяц|месяца|месяцев|недел\w+|день|дня|дней) назад", "ago")
def _ago(m: re.Match[str], state: State) -> Period | None:
    if not m[1] and m[2] in _UNCOUNTED:
        return None  # «несколько дней назад», «много лет назад»
    count = w.number_of(m[1]) if m[1] else 1.0
    return None if state.published is None or count is None else _back(state.published, -count, m[2])


@rule(rf"через (?:({w.NUMBER}) )?(год|года|лет|месяц|месяца|месяцев|недел\w+|день|дня|дней)(?!\w)(?! после)", "ago")
def _ahead(m: re.Match[str], state: State) -> Period | None:
    count = w.number_of(m[1]) if m[1] else 1.0
    return None if state.published is None or count is None else _back(state.published, count, m[2])


def _back(here: date, count: float, unit: str) -> Period | None:
    if count != int(count):
        return None
    step = int(count)
    if unit.startswith(("год", "лет")):
        return dated(here.year + step)
    if unit.startswith("месяц"):
        point = Point(here.year, here.month).shift(months=step)
        return Period(point, point)
    return Period.of(here + timedelta(days=step * (7 if unit.startswith("недел") else 1)))


@rule(
    (
        rf"(последн|следующ|ближайш|минувш|предыдущ|прошедш)\w{{1,3}} ({w.NUMBER}) (год|года|лет|"
        rf"месяц|месяца|месяцев|недел\w+|день|дня|дней)(?!\w)"
    ),
    "span",
)
@rule(
    (
        rf"({w.NUMBER}) (?:последн|минувш|прошедш)\w{{1,3}} (год|года|лет|месяц|месяца|месяцев|"
        rf"недел\w+|день|дня|дней)(?!\w)()"
    ),
    "span",
)
def _last_few(m: re.Match[str], state: State) -> Period | None:
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
        )
    if unit.startswith("недел"):
        monday = here - timedelta(days=here.weekday())
        first = monday + timedelta(weeks=1 if ahead else -n)
        return Period.between(first, first + timedelta(weeks=n, days=-1))
    return Period.between(here + timedelta(days=1 if ahead else -n), here + timedelta(days=n if ahead else -1))


#: In the first months of a year the last one that there are figures of is the year before.
_FRESH = 3


@rule(
    rf"за (?:({w.NUMBER}) )?(?:следующ\w+ |прошедш\w+ )?(год|года|лет|десятилетие|столетие)(?! (?:до|ранее))(?!\w)",
    "span",
)
@rule(rf"за следующие ({w.NUMBER}) (год|года|лет)(?!\w)", "span")
def span(m: re.Match[str], state: State) -> Period | None:
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
        # years that end in the one of publication, unless its figures cannot be known yet
        end = state.published.year - (n == 1 or state.published.month <= _FRESH)
    return None if end is None or end - n < 1 else Period(Point(end - n), Point(end))


@rule(
    r"(?:за |в )?(?:то|т|тот|те|эти|этот|аналогичн\w+|соответствующ\w+|сопоставим\w+|указанн\w+|отчетн\w+|истекш\w+)"
    r"(?:т|й|м|го)?(?: же)? (?:период(?:|а|е|у|ом)|месяц(?:ы|ев|ам|ах)|срок)|за (?:это|то же) время"
)
def same(m: re.Match[str], state: State) -> Period | None:
    return state.last


@rule(
    r"(?:аналогичн|соответствующ|т)\w{1,4}(?: же)? "
    rf"(?:период|показател|уровн|срок|месяц|квартал|полугоди)\w* ({w.ANY_YEAR})",
    "base",
)
def same_of(m: re.Match[str], state: State) -> Period | None:
    year = w.year_of(m[1]) if w.year_of(m[1]) is not None else None
    if state.last is None or state.last.is_open or state.last.end is None:
        return dated(settled_year(m[1], state))
    target = year if year is not None else state.last.end.year - 1
    return months_only(state.last).shift(years=target - state.last.end.year)


@rule(r"с начала (?:(?:этого |текущего |нынешнего )?года|(20\d\d)(?:-го)?(?: года| г\.)?)(?!\w)")
def _since_january(m: re.Match[str], state: State) -> Period | None:
    here, told = state.published, state.last
    if here is None:
        return None
    if m[1] and int(m[1]) != here.year:
        return Period(Point(int(m[1])), Point(here.year)) if int(m[1]) < here.year else None
    if state.stock is not None and state.stock.start is not None and state.stock.start.year == here.year:
        before = state.stock.start - timedelta(days=1)  # «на 1 октября …; с начала года»: the nine months
        return Period(Point(here.year, 1), Point(here.year, before.month)) if before.year == here.year else None
    if told is not None and told.grain == "month" and told.last is not None and told.first is not None:
        # as far as the months that were told of: those of last year at the beginning of this
        year = told.last.year
        if told.first.year == year and year in (here.year, here.year - (here.month <= _FRESH)):
            return Period(Point(year, 1), told.last)
    return Period(Point(here.year, 1), Point(here.year, here.month))


#: «за шесть месяцев войны», «за девять месяцев до выборов»: so long, and not from January on.
_OF_ELSE = (
    r"(?! (?:(?:с|со|до)(?!\w)|после|назад|подряд|ранее|позже|войн|боев|бое|конфликт|кризис|блокад|осад|переговор|"
    r"правлени|работ|служб|существовани|президентств|премьерств|председательств|жизни|операци|протест|пандеми|"
    r"эпидеми|карантин|пребывани|мира|перемири|стройк|строительств|действи|независимост|тюрьм|арест|плена|полет))"
)
#: Offices report every third month, and take so many months to do so.
_QUARTERLY, _LATE, _SLOW, _YEAR_LONG = (3, 6, 9), 1, 2, 12
#: From this month on a year's results are those of the year that ends.
_LAST_MONTHS = 10


@rule(
    rf"(?:за|по итогам|по результатам) (?:прошедш\w+ |истекш\w+ |первы\w+ (?=полгода))?"
    rf"({w.NUMBER}|пол)(?: месяц(?:а|ев)|года)(?!\w|,? {w.ANY_YEAR}){_OF_ELSE}"
)
def _months_from_january(m: re.Match[str], state: State) -> Period | None:
    """«за девять месяцев» in October: from January on, where that many were over not long before."""
    count = 6 if m[1] == "пол" else w.number_of(m[1])
    if count is None or count != int(count) or not 1 < count < 12 or (m[0].endswith("года") and m[1] != "пол"):
        return None
    n, told, here = int(count), state.last, state.published
    whole = told is not None and told.grain == "year" and told.months == _YEAR_LONG
    if whole and told is not None and told.last is not None and (here is None or told.last.year < here.year - 1):
        return Period.first_months(told.last.year, n)
    if here is None:
        return None
    since = (here.month - 1 - n) % 12
    if since > (_SLOW if n in _QUARTERLY else _LATE):
        return None
    return Period.first_months(here.year - (n >= here.month), n)


@rule(r"(по итогам|по результатам|к концу|к исходу)(?: всего)? года(?!\w)")
def _year_out(m: re.Match[str], state: State) -> Period | None:
    """«по итогам года», «к концу года»: of the year told of, or of the one that ends about the day of publication."""
    told, here = state.last, state.published
    if told is not None and told.last is not None and told.grain in ("year", "month") and told.last.span == 1:
        far = here is None or told.last.year < here.year - 1
        if far or ". " not in m.string[max(state.last_end, 0) : m.start()]:
            return dated(told.last.year)
    if here is None:
        return None
    if here.month >= _LAST_MONTHS or (m[1].startswith("к") and here.month > _FRESH):
        return dated(here.year)
    return dated(here.year - 1) if here.month <= _FRESH and m[1].startswith("по") else None


@rule(r"(?:предыдущ|предшествующ)\w{2,3} (месяц|квартал)\w*|(?:месяцем|кварталом) (?:ранее|раньше)", "base")
def _the_one_before(m: re.Match[str], state: State) -> Period | None:
    """«чем в предыдущем месяце»: that before the month told of."""
    length = 1 if "месяц" in m[0] else 3
    told = months_only(state.last) if state.last is not None and not state.last.is_open else None
    if told is None or told.first is None or told.last is None or told.first.month is None or told.last.month is None:
        return None
    first, months, quarter = told.first, told.months, (told.first.month - 1) // 3
    if length > 1 and months is not None and months < length and quarter == (told.last.month - 1) // 3:
        first, months = Point(first.year, quarter * 3 + 1), length  # months inside one quarter
    if months != length:
        return None
    return Period(first.shift(months=-length), first.shift(months=-1))


@rule(rf"(?:прошл|минувш)\w{{2,3}} ({w.MONTH})")
def _last_month_of(m: re.Match[str], state: State) -> Period | None:
    """«прошлым апрелем»: the last April that was over at publication."""
    if state.published is None:
        return None
    month = w.month_of(m[1])
    return dated(state.published.year - (month >= state.published.month), month)


@rule(r"до конца (?:этого |текущего )?(года|месяца)", "until")
def _to_the_end(m: re.Match[str], state: State) -> Period | None:
    if state.published is None:
        return None
    return dated(state.published.year, state.published.month if m[1] == "месяца" else None)


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


@rule(r"(позапозавчера|позавчера|вчера(?:шн\w+)?|накануне(?! \w+ого| \w+ей)|сегодня(?!шн)|послезавтра|завтра)(?!\w)")
def around(m: re.Match[str], state: State) -> Period | None:
    if state.published is None:
        return None
    key = "вчерашн" if m[1].startswith("вчерашн") else m[1]
    return Period.of(state.published + timedelta(days=_DAYS[key]))


@rule(rf"(?:(прошл|минувш|следующ|след|эт)\w{{0,3}} )?({w.WEEKDAY})( на следующей неделе)?")
def weekday(m: re.Match[str], state: State) -> Period | None:
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


@rule(
    r"(прошл|минувш|следующ|эт|нынешн|текущ)\w{1,3} (недел(?:я|е|ю|и|ей)|месяц(?:|а|е|у|ем)|"
    r"квартал(?:|а|е|у))(?!\w)|(позапрошл)\w{2,3} (месяц\w*)"
)
def _calendar(m: re.Match[str], state: State) -> Period | None:
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


@rule(
    rf"({w.NUMBER}|\d{{1,3}}|двадцати|тридцати|сорока|пятидесяти|десяти|пяти|сто)(?:-| )?лети(?:е|я|ю|ем)(?!\w)",
    "anniversary",
)
@rule(rf"исполнил(?:ось|ся|ась) ({w.NUMBER}) (?:лет|года|год)(?!\w)", "anniversary")
def _anniversary(m: re.Match[str], state: State) -> Period | None:
    count = w.number_of(m[1])
    return None if state.published is None or not count else dated(state.published.year - int(count))
