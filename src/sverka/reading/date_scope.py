"""Scope: which dates of a sentence say when an amount was so, and which tell of something else in it."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from sverka.claims.period import Period
from sverka.reading.context import SAYS
from sverka.reading.dates import When
from sverka.reading.document import Sentence
from sverka.reading.wordlists import words

#: How many digits a year has; how many tokens «в апреле 2012 года,» takes at most.
_YEAR, _DATE = 4, 4
_BEHIND = 2
#: From so many days on a stretch between two days is one that figures are made for.
_LONG = 20
#: How many tokens before a number its verb is looked for in; how many dates make a list.
_CLAUSE, _LIST = 12, 2


def told_of(sentence: Sentence, here: int, at: int) -> bool:
    """«сократится к 2025 году – плохая новость для тех, которые получают треть»: told of those who are, not planned."""
    between = [t.lemma for t in sentence.tokens[here:at]]
    return "который" in between and bool({"–", "—"} & set(between))


def set_against(sentence: Sentence, end: int, when: When, published: date | None) -> bool:
    """«снижение на 5 % к 2015 году»: past and right behind the number, the year it is compared with, not a plan's."""
    period = when.period
    if published is None or period is None or period.end is None or period.end >= published or when.start < end:
        return False
    between = sentence.tokens[sentence.index_at(end - 1) + 1 : sentence.index_at(when.start)]
    return len(between) == 1 and between[0].text.lower() in ("к", "ко")


def value_of(sentence: Sentence, at: int, dates: Sequence[When]) -> Period | None:
    """«по сравнению с 2020 годом (11,8 млрд)»: a number alone in brackets behind a date is of that date."""
    tokens = sentence.tokens
    opening = next((k for k in range(at - 1, max(0, at - 4), -1) if tokens[k].text == "("), 0)
    if not opening or tokens[opening + 1].text.lower() in ("на", "с", "до", "рост", "снижение", "падение"):
        return None
    end = tokens[opening - 1].end
    return next((w.period for w in dates if w.end == end and w.relation == "base"), None)


def beside_base(sentence: Sentence, core: tuple[int, int], dates: Sequence[When]) -> Period | None:
    """«с 4,9 % годом ранее», «против 5 млрд год назад»: a level that was left, of the time right behind it."""
    at = sentence.index_at(core[0])
    if at < 1 or sentence.tokens[at - 1].text.lower() not in ("с", "со", "против", "вместо", "после"):
        return None
    return next((w.period for w in dates if w.relation == "base" and 0 <= w.start - core[1] <= len(" за ")), None)


def when_so(sentence: Sentence, at: int, dates: Sequence[When]) -> Period | None:
    """«самый низкий с 2009 года, когда рост составил 6 %»: what «когда» brings in is of the date before it."""
    tokens = sentence.tokens
    opening = opening_of(sentence, at)
    if opening < 1 or tokens[opening].text.lower() != "когда" or tokens[opening - 1].text != ",":
        return None
    end, start = tokens[opening - 1].start, tokens[opening].start
    if any(start < w.start < tokens[at].start for w in dates if w.period is not None):
        return None  # the clause has a date of its own
    return next((w.period for w in dates if w.end == end and w.relation in ("in", "since", "base", "until")), None)


def after_dash(sentence: Sentence, end: int, here: int) -> bool:
    """«22 % и 8 % – в 2024 году»: a date right after the dash behind an amount is that amount's."""
    tokens = sentence.tokens
    first = next((k for k in range(max(0, here - 4), here) if tokens[k].start >= end), here)
    dashed = first < here and tokens[first].text in "–—-"
    return dashed and all(t.pos in ("ADP", "ADV") for t in tokens[first + 1 : here])


#: Nouns that a date hangs on: «к концу 2015 года», «по итогам квартала».
_OF_DATES = frozenset({"конец", "начало", "середина", "исход", "итог", "результат", "период", "течение", "состояние"})


def predicate_between(sentence: Sentence, at: int, here: int) -> bool:
    """True where «и обещает дойти … к 2024 году» or «и за пять месяцев … выросли» follows an amount with its date."""
    tokens = sentence.tokens
    comma = next((k for k in range(at, here) if tokens[k].text == ","), here)
    if any(t.pos == "VERB" and t.feats.get("VerbForm") in ("Fin", "Inf") for t in tokens[comma:here]):
        return True
    opens = all(t.pos in ("ADP", "CCONJ", "PUNCT", "PART") or t.lemma in _OF_DATES for t in tokens[comma:here])
    stop = next((k for k in range(here, len(tokens)) if tokens[k].text in ",;:–—()"), len(tokens))
    return opens and any(t.pos in ("VERB", "AUX") and t.feats.get("VerbForm") == "Fin" for t in tokens[here:stop])


def opening_of(sentence: Sentence, at: int) -> int:
    """Where the clause of a token begins."""
    while at > 0 and sentence.tokens[at - 1].text not in ",;:()":
        at -= 1
    return at


def is_day_of_speech(when: When, published: date | None) -> bool:
    """«вчера», «сегодня», «14 февраля»: days of the news, not of the figures; not «с 1 января по 15 июля»."""
    period = when.period
    if period is None or published is None or period.grain != "day":
        return False
    return period.start is None or period.end is None or (period.end - period.start).days < _LONG


def of_speech(sentence: Sentence, here: int, at: int) -> bool:
    """«заявил в мае, что ущерб составит …», «…, сообщил вчера министр, …»: when it was said, not when it was so."""
    tokens = sentence.tokens
    low, high = here, here
    while low > 0 and tokens[low - 1].text not in ",;:–—()":
        low -= 1
    while high < len(tokens) - 1 and tokens[high].text not in ",;:–—()":
        high += 1
    if not any(t.lemma in SAYS for t in tokens[low:high]):
        return False
    if low <= at <= high:
        return here < at and any(t.text.lower() in ("о", "об") for t in tokens[max(here, at - 6) : at])
    brings = tokens[high].text == "," and high + 1 < len(tokens) and tokens[high + 1].lemma in ("что", "будто")
    return (brings and at > high) or tokens[low].lemma in SAYS


_COMPARED = words(
    """чем нежели против сравнению сравнении сопоставлению сопоставлении отношению отличие относительно уровню уровня
    уровень показатели показатель показателей"""
)
#: «превысил прошлогодний уровень на 7 %»: what is passed or missed is what the number is set against.
_PASSED = words(
    """превысить превышать превзойти превосходить опередить опережать обогнать обгонять уступить уступать отстать
    отставать перекрыть перекрывать побить повторить повторять недотянуть дотянуть превысивший превышающий уступающий
    опередивший"""
)


def stands(sentence: Sentence, here: int) -> bool:
    """True for «годом ранее было …» – a base that opens its clause – and not for «чем годом ранее»."""
    for k in range(here - 1, max(-1, here - 5), -1):
        low = sentence.tokens[k].text.lower()
        if low in _COMPARED or sentence.tokens[k].lemma in _PASSED:
            return False
        if low in {",", ";", "–", "—", ":"}:
            return True
    return True


def behind_number(sentence: Sentence, here: int, at: int, when: When) -> bool:
    """«на 5 % к апрелю и на 7 % к маю»: what stands behind a number is what that one is set against."""
    tokens = sentence.tokens
    if (
        when.relation not in ("by", "base")
        or here >= at
        or here < _BEHIND
        or tokens[here - 1].text.lower() not in ("к", "ко")
    ):
        return False
    before = tokens[here - 2]
    return (
        before.text == "%" or before.lemma in ("процент", "пункт", "раз") or before.text.lower() in ("вдвое", "втрое")
    )


#: What «с 2008 года» bounds, where nobody did as well or as badly since.
_RECORD = re.compile(
    r"(?<!\w)(?:впервые|рекорд|максим|миним|пиков|наибольш|наименьш|наивысш|наихудш|наилучш|лучш|худш|высочайш|"
    r"глубочайш|крупнейш|сильнейш|сам(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ую|ых|ыми) (?!начал|конц))"
)


def first_since(sentence: Sentence, here: int) -> bool:
    """«впервые с 2014-го», «рекорд с 2008 года», «самым медленным с …»: what bounds a record, no base of a change."""
    return _RECORD.search(" ".join(t.text.lower() for t in sentence.tokens[max(0, here - 6) : here])) is not None


_FORECAST = words(
    """ожидать ждать прогнозировать спрогнозировать предсказывать предсказать предрекать предполагать предположить
    оценивать рассчитывать"""
)


#: «на 2012 год прогнозировали», «за квартал оценивали», «по итогам квартала»: the time that is foretold or estimated.
_OF_VALUES = frozenset({"на", "к", "ко", "за", "итогам", "результатам"})


def of_forecast(sentence: Sentence, here: int, at: int, when: When, published: date | None) -> bool:
    """«весной фонд оценивал спад в 6 %»: a date before a verb of foretelling in the past tells when it was foretold.

    What lies ahead, and what the date is told for («на 2012 год прогнозировали»), is of the value.
    """
    tokens = sentence.tokens
    if here >= at or when.relation not in ("in", "ago") or (here and tokens[here - 1].text.lower() in _OF_VALUES):
        return False
    if when.period is None or when.period.grain not in ("year", "month") or published is None:
        return False
    if when.period.end is None or when.period.end >= published:
        return False
    for k in range(here, at):
        token = tokens[k]
        if token.text in ";:–—()" or (token.text == "," and k - here < _DATE):
            return False
        if token.pos == "VERB" and token.feats.get("VerbForm") == "Fin":
            return token.lemma in _FORECAST and token.feats.get("Tense") == "Past"
    return False


#: Whatever is due on a day: «назначены на 1 октября».
_APPOINTED = re.compile(r"(?:назнач|намеч|наметил|запланир|планир|перенес|отлож|приход|прише?л|выпа|рассчитан|перенос)")


def counted_on(sentence: Sentence, when: When, here: int, published: date | None) -> Period | None:
    """«на 1 октября долг составлял …», «к 1 июля достиг»: the day a stock is counted on, the last there was if past."""
    period, tokens = when.period, sentence.tokens
    if period is None or period.grain != "day" or period.first != period.last or period.start is None:
        return None
    if here < 1 or when.relation not in ("in", "by") or tokens[here - 1].text.lower() not in ("на", "к", "ко"):
        return None
    around = [tokens[here - 2]] if here > 1 else []
    if any(_APPOINTED.match(t.lemma) for t in (*around, *tokens[here + 1 : here + _DATE + 1])):
        return None
    year = any(t.text[:4].isdecimal() and len(t.text) >= _YEAR for t in tokens if when.start <= t.start < when.end)
    future = any(t.pos == "VERB" and t.feats.get("Tense") == "Fut" for t in tokens)
    if published is None or year or future or period.start <= published:
        return period
    return period.shift(years=-1)


def told_apart(sentence: Sentence, here: int, at: int) -> bool:
    """«вступит в силу к 1 июня, в армии служат 60 тыс.»: date and amount stand in clauses with their own verbs."""
    tokens = sentence.tokens
    comma = next((k for k in range(here, at) if tokens[k].text in ",;"), at)
    stop = next((k for k in range(at, len(tokens)) if tokens[k].text in ",;:–—()"), len(tokens))
    parts = tokens[opening_of(sentence, here) : comma], tokens[comma:stop]
    return comma < at and all(any(t.feats.get("VerbForm") == "Fin" for t in part) for part in parts)


def going_on(sentence: Sentence, at: int, here: int) -> bool:
    """«вырос на 8 % и на 1 июля составил …»: a day behind a conjunction or a sign is that of the next number."""
    return any(t.pos == "CCONJ" or t.text in ",;:–—(" for t in sentence.tokens[at:here])


def foretold(sentence: Sentence, at: int) -> bool:
    """«аналитики прогнозировали рост в 6 %»: a forecast made before, of the time told of."""
    for k in range(at - 1, max(-1, at - _CLAUSE), -1):
        token = sentence.tokens[k]
        if token.pos == "VERB" and token.feats.get("VerbForm") == "Fin":
            return token.lemma in _FORECAST and token.feats.get("Tense") == "Past"
        if token.text in ",;:–—(":
            return False
    return False


#: Times that no calendar knows: what is told of them has no date, nor that of the sentence before.
_VAGUE = re.compile(
    r"(?<!\w)(?:(?:в|за|на) (?:самое )?(?:ближайш|обозрим|скор|последн|недавн|долги)\w+ "
    r"(?:врем|месяцы|дни|недели|годы|будущ|перспектив|десятилетия)|в (?:будущем|перспективе|дальнейшем)(?! год)|"
    r"недавно |со временем|в свое время|в течение многих)"
)


def of_no_date(sentence: Sentence, at: int) -> bool:
    """«в ближайшие месяцы выведет …», «в последние годы тратит …»: a time of its own, though no date."""
    return _VAGUE.search(" ".join(sentence.words[max(0, at - _CLAUSE) : at]).replace("ё", "е")) is not None


def from_then_on(sentence: Sentence, when: When) -> bool:
    """«с 1 февраля пошлина составит 5 %»: the day a level begins, where nothing is told as past."""
    return when.relation == "since" and not any(t.feats.get("Tense") == "Past" for t in sentence.tokens)


def forecast_for(sentence: Sentence, dates: Sequence[When]) -> Period | None:
    """«Прогноз на 2016 год ухудшен»: the year that what is said next is foretold of."""
    tokens = sentence.tokens
    for when in dates:
        here = sentence.index_at(when.start)
        if not here or tokens[here - 1].text.lower() != "на" or when.period is None or when.period.grain != "year":
            continue
        if any(t.lemma in ("прогноз", "оценка", "ожидание", "план") for t in tokens[max(0, here - 6) : here]):
            return when.period
    return None


def enumerated(sentence: Sentence, dates: Sequence[When], chosen: Period) -> bool:
    """«в 2008, 2010 и 2012 году»: of many years together, unless each has its own number («соответственно»)."""
    near = [w for w in dates if w.relation == "in" and w.period is not None and w.period.grain == "year"]
    if len(near) < _LIST or "соответственно" in sentence.words:
        return False
    joined = [
        (a, b)
        for a, b in pairwise(near)
        if [t.text for t in sentence.tokens if a.end <= t.start < b.start] in ([","], ["и"], [",", "и"])
    ]
    return any(chosen in (a.period, b.period) for a, b in joined)
