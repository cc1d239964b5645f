"""Dates and periods as prose writes them: «в январе–августе 2023 года», "since 2 January 2015"."""

from datetime import date

from sverka.claims import Period, Point
from sverka.errors import ClaimError
from sverka.reports.words import Language, say

_MONTHS = {
    "ru": "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь",
    "of": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "in": "январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}


def _month(number: int, form: str) -> str:
    return _MONTHS[form].split("|")[number - 1]


def day(text: str, language: Language) -> str:
    """An ISO date, month or year as written out; anything else as it is.

    >>> day("2024-07-25", "ru"), day("2021-12", "en"), day("2021", "ru")
    ('25 июля 2024 года', 'December 2021', '2021 год')
    """
    try:
        return label(Period.parse(text), language)
    except ClaimError:
        return text


def _point(point: Point, language: Language, form: str) -> str:
    """One date in a case: `ru` nominative, `of` genitive, `in` prepositional; English has one."""
    year = str(point.year)
    if point.span > 1:
        if language == "en":
            return f"the {year}s"
        return {"ru": f"{year}-е годы", "of": f"{year}-х годов", "in": f"{year}-е годы"}[form]
    doubt = {"": "", "~": say("date", "about", language), "?": say("date", "doubtful", language)}
    about = doubt.get(point.qualifier, doubt["~"])
    if language == "en":
        text = year
        if point.month:
            text = f"{_month(point.month, 'en')} {year}"
        if point.day:
            text = f"{point.day} {text}"
        return f"{about} {text}".strip()
    if about:
        form = "of"
    ending = {"ru": "год", "of": "года", "in": "году"}[form]
    text = f"{year} {ending}"
    if point.day and point.month:
        text = f"{point.day} {_month(point.month, 'of')} {year} года"
    elif point.month:
        text = f"{_month(point.month, form)} {year} года"
    return f"{about} {text}".strip()


def label(period: Period, language: Language) -> str:
    """The period by itself: «2021 год», «январь–август 2023 года», "March 2014"."""
    first, last = period.first, period.last
    if first is None or last is None or first == last:
        known = first or last
        assert known is not None
        if first == last:
            return _point(known, language, "ru")
        return when(period, language)
    if first.month and last.month and first.year == last.year and not (first.day or last.day):
        names = [_month(p.month, language) for p in (first, last) if p.month]
        return f"{names[0]}–{names[1]} {first.year}" + (" года" if language == "ru" else "")
    if {first.grain, last.grain} == {"year"} and not (first.qualifier or last.qualifier):
        return f"{first}–{last}" + (" годы" if language == "ru" else "")
    return f"{_point(first, language, 'ru')} – {_point(last, language, 'ru')}"


def when(period: Period | None, language: Language) -> str:
    """The period as an answer to "when": «в 2021 году», "from 2017 to 2019"; empty for none."""
    if period is None:
        return ""
    first, last = period.first, period.last
    if last is None and first is not None:
        return f"{'с' if language == 'ru' else 'since'} {_point(first, language, 'of')}"
    if first is None and last is not None:
        return f"{'до' if language == 'ru' else 'until'} {_point(last, language, 'of')}"
    assert first is not None and last is not None
    if first != last:
        if first.month and last.month and first.year == last.year and not (first.day or last.day):
            if language == "ru":
                return f"в {_month(first.month, 'in')}–{_month(last.month, 'in')} {first.year} года"
            return f"in {_month(first.month, 'en')}–{_month(last.month, 'en')} {first.year}"
        if language == "ru":
            return f"с {_point(first, language, 'of')} по {_point(last, language, 'ru')}"
        return f"from {_point(first, language, 'of')} to {_point(last, language, 'of')}"
    if first.qualifier:
        return _point(first, language, "of")
    if language == "ru":
        return _point(first, language, "of") if first.day else f"в {_point(first, language, 'in')}"
    return f"{'on' if first.day else 'in'} {_point(first, language, 'of')}"


def of_data(as_of: str, language: Language) -> str:
    """How old the data are: published on a day, or reaching to a period."""
    if not as_of:
        return ""
    code = "published" if len(as_of) == len("2024-07-25") else "reaches"
    return say("data_date", code, language, date=day(as_of, language))


def today_is(day_: date, language: Language) -> str:
    """A date of publication, written out."""
    return day(day_.isoformat(), language)
