"""The date an adjective gives an event: «сентябрьский саммит», «пятничная встреча», «прошлогодний визит»."""

from datetime import date, timedelta

from sverka.claims import Period
from sverka.reading.scenes import Scene

_MONTHS = {
    f"{stem}ский": number
    for number, stem in enumerate(
        ("январ", "феврал", "мартов", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
         "декабрь"), start=1,
    )
}  # fmt: skip
_MONTHS |= {"январский": 1, "февральский": 2, "августовский": 8}
_WEEKDAYS = {
    "понедельничный": 0, "вторничный": 1, "четверговый": 3, "пятничный": 4, "субботний": 5, "воскресный": 6,
}  # fmt: skip
_DAYS = {"позавчерашний": -2, "вчерашний": -1, "сегодняшний": 0, "завтрашний": 1}
#: What is still to come, whatever the month: «предстоящий | октябрьский саммит».
_AHEAD = frozenset({"предстоящий", "будущий", "грядущий", "ближайший"})
_REACH = 4


def dated_by(scene: Scene, k: int) -> tuple[Period, tuple[int, int]] | None:
    """The period an adjective before the noun at token `k` gives it, with where the adjective stands."""
    day, tokens = scene.published, scene.sentence.tokens
    before = range(k - 1, max(k - 1 - _REACH, -1), -1)
    adjectives = []
    for j in before:
        if tokens[j].pos not in ("ADJ", "DET", "NUM"):
            break
        adjectives.append(j)
    for j in adjectives if day is not None else ():
        assert day is not None
        ahead = any(tokens[i].lemma in _AHEAD for i in adjectives)
        period = _period(tokens[j].lemma.replace("ё", "е"), day, ahead)
        if period is not None:
            return period, scene.span(j, j)
    return None


def _period(lemma: str, day: date, ahead: bool) -> Period | None:
    if lemma in _DAYS:
        return Period.parse((day + timedelta(days=_DAYS[lemma])).isoformat())
    if lemma in _WEEKDAYS:
        back = (day.weekday() - _WEEKDAYS[lemma]) % 7
        return Period.parse((day - timedelta(days=back) + timedelta(days=7 * (ahead and back > 0))).isoformat())
    if lemma in _MONTHS:
        month = _MONTHS[lemma]
        year = day.year + (ahead and month < day.month) - (not ahead and month > day.month)
        return Period.parse(f"{year:04}-{month:02}")
    return Period.parse(f"{day.year - 1:04}") if lemma == "прошлогодний" else None
