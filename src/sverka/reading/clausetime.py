"""When a clause says that something was: the date of its own that stands nearest.

What is past at publication is not dated after it: «в пятницу прилетел» is last Friday, «через десять лет появился» is
counted from what was told before. Where nothing fits, the date is unknown and the statement unsure.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sverka.claims.period import Period
from sverka.errors import ClaimError
from sverka.reading import datewords as w
from sverka.reading.clauses import Clause
from sverka.reading.dates import When
from sverka.reading.scenes import Scene
from sverka.reading.schedules import is_ahead, scheduled
from sverka.reading.verbforms import verb_form

_DATED = frozenset({"in", "since", "until", "by", "ago"})
#: Certainty of a frame whose time could not be told: too low for any verdict.
UNSURE = 0.35
_UNIT = r"(год|года|лет|годом|годами|месяц|месяца|месяцев|месяцем|месяцами|недел\w+|день|дня|дней|днем|днями)"
#: More days than this are told in months and years.
_LONG = 100_000
#: A date this far from its verb may be that of something in between.
_CAUSED = 5
_COUNT = rf"(?:(?P<count>{w.NUMBER}|пару|несколько|двумя|тремя|четырьмя) )?"
_STEPS = (
    (re.compile(rf"(?<!\w)(?:через|спустя) {_COUNT}{_UNIT}(?!\w)"), 1),
    (re.compile(rf"(?<!\w){_COUNT}{_UNIT} (?:спустя|позже|позднее|погодя)(?!\w)"), 1),
    (re.compile(rf"(?<!\w){_COUNT}{_UNIT} (?:раньше|ранее)(?!\w)"), -1),
    (re.compile(r"(?<!\w)тогда же(?!\w)"), 0),
    (re.compile(r"(?<!\w)(?:тот|того) же (?:день|дня|вечер|вечера|ночь|утро|утра)(?!\w)"), 0),
    (re.compile(r"(?<!\w)(?:(?:следующий|другой) день|следующее утро|наутро|назавтра)(?!\w)"), 1),
)
#: Days a step without a number comes to, and words for days and weeks.
_DAYS = ((re.compile(r"недел"), 7), (re.compile(r"дня|дней|день|днем|днями|утро|наутро|назавтра"), 1))
_BY_CASE = {"двумя": 2.0, "тремя": 3.0, "четырьмя": 4.0}
#: Participles of what has been done, by their endings: «введённое», «закрытую», «подписавший».
_DONE = re.compile(r"(?:нн|[аеёиоуыя]т)(?:ы[йхме]|ыми|ая|ое|ого|о[йм]|ому|ую)$|вш[аеиу]\w{1,4}$")
#: Words for a time before, which the words after a colon date.
_BEFORE = frozenset({"ранее", "прежде", "раньше", "некогда", "когда-то", "однажды", "уже"})
#: In which months «прошлым летом» may be this year's or last year's.
_SEASONS = ((r"прошл\w+ весн", range(6, 13)), (r"прошл\w+ лет", range(9, 13)), (r"прошл\w+ осен", range(12, 13)),
            (r"прошл\w+ зим", range(1, 13)))  # fmt: skip


def when(scene: Scene, clause: Clause, near: int) -> tuple[Period | None, float, tuple[int, int] | None]:
    """The date of a clause: the one nearest to a token, with how sure it is and where it stands."""
    dated = list(_dates(scene, clause))
    step = _step(scene, clause)
    if step is not None:
        span, period = step
        others = [d for _, d in dated if d.end <= span[0] or span[1] <= d.start]
        if not others:
            return (None, UNSURE, None) if period is None else (period, 0.7, span)
        dated = [(at, d) for at, d in dated if d in others]
    if not dated and clause.kind == "gerund" and clause.outer >= 0:
        dated = list(_dates(scene, scene.clauses[clause.outer]))
    if not dated and clause.sign == "и" and clause.kind == "main" and (before := _led(scene, clause)):
        period, sure, _ = when(scene, before, before.predicate)
        return period, 0.9 * sure, None
    if not dated and clause.opener in ("когда", "где", "куда", "чтобы") and clause.outer >= 0:
        led = list(_dates(scene, scene.clauses[clause.outer]))
        if len(led) == 1:  # «В 1979 году он оказался замешан …, когда помог …»
            return settled(led[0][1]), 0.8, None
    if not dated and clause.sign == ":":
        earlier = scene.clauses[scene.clauses.index(clause) - 1]
        explained = list(_dates(scene, earlier))
        if len(explained) == 1 and clause.tokens and earlier.kind == "main":
            return settled(explained[0][1]), 0.8, None
    if not dated and (told := _told_after(scene, clause, near)) is not None:
        return settled(told), 0.9, (told.start, told.end)
    if not dated:
        return None, 1.0, None
    dated = [pair for pair in dated if not _of_cause(scene, near, pair[0])]
    if not dated:
        return None, 1.0, None
    joined = _years_back(scene, [found for _, found in dated])
    if joined is not None:
        return joined, 0.95, (min(d.start for _, d in dated), max(d.end for _, d in dated))
    place, best = min(dated, key=lambda pair: abs(pair[0] - near))
    certainty = 1.0 if len(dated) == 1 else 0.85
    said = settled(best)
    if _ambiguous(scene, best):
        return said, UNSURE, (best.start, best.end)
    coming = scheduled(scene, clause, place) or is_ahead(scene, clause)
    if said is not None and not coming and _past(scene, clause, near) and said.begins_after(scene.published):
        said = _brought_back(scene, best)
        certainty = min(certainty, 0.85) if said is not None else UNSURE
    elif said is not None and coming and _over(said, scene.published):  # «в декабре» told in June
        said, certainty = _brought_on(scene, best), min(certainty, 0.85)
    return said, certainty if best.period is not None else 0.8, (best.start, best.end)


def _told_after(scene: Scene, clause: Clause, near: int) -> When | None:
    """«Ранее А уже выходил из Х: в 1999 году …»: the date right after the colon is that of the time before."""
    tokens, last = scene.sentence.tokens, max(clause.tokens, default=-1)
    if last + 2 >= len(tokens) or tokens[last + 1].text != ":" or not _past(scene, clause, near):
        return None
    if _BEFORE.isdisjoint(tokens[k].text.lower() for k in clause.tokens):
        return None
    opening = tokens[last + 2].start
    return next((d for d in scene.dates if d.relation == "in" and opening <= d.start <= opening + 3), None)


def _led(scene: Scene, clause: Clause) -> Clause | None:
    """«5 июня А разорвал отношения | и объявил блокаду»: the date a sentence opens with holds for both verbs."""
    before = scene.clauses[scene.clauses.index(clause) - 1]
    if before.kind != "main" or before.predicate < 0 or before is clause or _named_subject(scene, clause):
        return None
    led = list(_dates(scene, before))
    return before if len(led) == 1 and led[0][0] < before.predicate else None


def _named_subject(scene: Scene, clause: Clause) -> bool:
    tokens = scene.sentence.tokens
    return any(tokens[j].pos in ("NOUN", "PROPN") and tokens[j].feats.get("Case") == "Nom" for j in clause.tokens)


def _past(scene: Scene, clause: Clause, near: int) -> bool:
    tokens = scene.sentence.tokens
    for k in (near, clause.predicate):
        if 0 <= k < len(tokens) and verb_form(tokens[k]):
            if any(t.text.lower() in ("будет", "будут") for t in tokens[max(0, k - 2) : k]):
                return False  # «будет подписан»
            done = verb_form(tokens[k]) == "part" and _DONE.search(tokens[k].text.lower()) is not None
            return done or tokens[k].feats.get("Tense") == "Past" or verb_form(tokens[k]) == "short"
    return False


def _over(period: Period, day: date | None) -> bool:
    return day is not None and period.end is not None and period.end < day


def _brought_on(scene: Scene, found: When) -> Period | None:
    """A month or a day without a year a year on; what is told with its year stays."""
    written = scene.text[found.start : found.end].lower()
    period = found.period
    if period is None or found.relation != "in" or re.search(rf"{w.MONTH}", written) is None:
        return period
    later = moved(period, 1)
    return period if later is None or re.search(rf"(?<!\d){w.DIGITS}(?!\d)|прошл|минувш", written) else later


def _brought_back(scene: Scene, found: When) -> Period | None:
    """A weekday a week earlier, a month without a year a year earlier; None where that does not help."""
    written = scene.text[found.start : found.end].lower()
    period = found.period
    if period is None or period.start is None or re.search(rf"(?<!\d){w.DIGITS}(?!\d)", written):
        return None
    if re.search(w.WEEKDAY, written) and period.grain == "day":
        earlier = Period.of(period.start - timedelta(days=7))
    else:
        earlier = period.shift(years=-1)
    return None if earlier.begins_after(scene.published) else earlier


def _ambiguous(scene: Scene, found: When) -> bool:
    """«прошлым летом» in autumn: this year's or last year's."""
    if scene.published is None:
        return False
    written = scene.text[found.start : found.end].lower()
    return any(re.match(season, written) and scene.published.month in months for season, months in _SEASONS)


def _step(scene: Scene, clause: Clause) -> tuple[tuple[int, int], Period | None] | None:
    """A time counted from what was told before («спустя три года», «двумя годами позже»), and what it comes to."""
    if not clause.tokens:
        return None
    tokens = scene.sentence.tokens
    start, end = tokens[min(clause.tokens)].start, tokens[max(clause.tokens)].end
    text = scene.text[start:end].lower().replace("ё", "е")
    for pattern, sign in _STEPS:
        m = pattern.search(text)
        if m is None or scene.sentence.index_at(start + m.start()) not in clause.tokens:
            continue
        if sign and pattern is _STEPS[0][0] and not _past(scene, clause, clause.predicate):
            return None  # «через год вступит» counts from publication
        span = (start + m.start(), start + m.end())
        return span, _counted(scene, m, sign, span[0])
    return None


def _counted(scene: Scene, m: re.Match[str], sign: int, at: int) -> Period | None:
    base = _told_before(scene, at)
    if base is None or base.first is None or not sign:
        return base
    said = m.groupdict().get("count")
    count = 1.0 if said is None else _BY_CASE.get(said) or w.number_of(said)
    if count is None or count != int(count) or not m[0].split():
        return None
    days = next((n for pattern, n in _DAYS if pattern.search(m[0])), 0)
    if days and base.grain == "day" and base.start is not None:
        steps = sign * int(count) * days
        return Period.of(base.start + timedelta(days=steps)) if abs(steps) < _LONG else None
    if not re.search(r"год|лет", m[0]):
        return None
    return moved(Period.parse(f"{base.first.year:04d}"), sign * int(count))


def _told_before(scene: Scene, at: int) -> Period | None:
    """The last date before a place in its sentence, or the only one of the sentence before."""
    usable = ("in", "since")
    here = [d for d in scene.dates if d.end <= at and d.relation in usable and d.period is not None]
    if here:
        return here[-1].period
    before = [d for d in scene.before.dates if d.relation in usable and d.period is not None] if scene.before else []
    return before[0].period if len(before) == 1 and not before[0].anaphoric else None


def _of_cause(scene: Scene, near: int, at: int) -> bool:
    """«Выслал из-за митингов | 3 мая», «прибыл для участия в саммите | 2020 года»: a date of what is only named."""
    if at - near < _CAUSED:
        return False
    tokens = scene.sentence.tokens
    for j in range(near + 1, at - 1):
        word, following = tokens[j].text.lower(), scene.lemma(j + 1)
        if word in ("из-за", "вследствие", "ввиду", "для") or (word == "в" and following in ("связь", "ответ")):
            return True
    return False


def _years_back(scene: Scene, found: Sequence[When]) -> Period | None:
    """«тридцать лет назад, 15 мая»: the day in that year."""
    if len(found) != 2 or scene.published is None:
        return None
    back = next((d for d in found if d.relation == "ago"), None)
    day = next((d for d in found if d.relation == "in"), None)
    if back is None or day is None or back.period is None or day.period is None or back.period.grain != "year":
        return None
    if day.period.grain not in ("day", "month") or day.period.first is None or back.period.first is None:
        return None
    written = scene.text[day.start : day.end]
    return (
        None
        if str(day.period.first.year) in written
        else day.period.shift(years=back.period.first.year - day.period.first.year)
    )


def moved(period: Period, years: int) -> Period | None:
    """The period so many years later (earlier where negative); None beyond the calendar."""
    try:
        return period.shift(years=years)
    except ClaimError:
        return None


def settled(found: When) -> Period | None:
    """The period of a date; «с 1996-го» is open at its end."""
    period = found.period
    if period is None or found.relation != "since" or period.is_open:
        return period
    return Period(period.first, None)


def starting(period: Period | None) -> Period | None:
    """The beginning of an open period: what «с 1996-го» says about an entry."""
    return Period(period.first, period.first) if period is not None and period.last is None and period.first else period


def _dates(scene: Scene, clause: Clause) -> Iterator[tuple[int, When]]:
    held = set(clause.tokens)
    for found in scene.dates:
        index = scene.sentence.index_at(found.start)
        if index < 0 or scene.sentence.tokens[index].end <= found.start:
            index += 1
        opposed = found.relation == "base" and any(
            a.prep == "против" and index - 3 <= a.last < index for a in scene.actors
        )  # «санкции против Ирана в 2018 году» compares nothing
        if (found.relation in _DATED or opposed) and index in held:
            yield index, found
