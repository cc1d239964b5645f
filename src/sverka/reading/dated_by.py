"""What dates an amount besides the nearest date: a participle behind it, the main clause round a gerund, a plan's end.

And what does not: a date that the next number in a list has, «в год» behind a yearly rate, a day still to come.
"""

import re
from collections.abc import Sequence
from datetime import date

from sverka.claims.period import Period
from sverka.errors import ClaimError
from sverka.reading.dates import When
from sverka.reading.document import Sentence
from sverka.reading.wordlists import words

#: How many words of a unit stand between a number and its comma: «млрд долларов США».
_UNIT = 5
_STOPS = frozenset(",;:–—()")
#: How many tokens a gerund is looked for in before a number.
_GERUND = 12
_OF_GERUNDS = ("в", "вши", "вшись", "я", "а", "ясь", "ась")
#: The noun stands before the preposition of its date.
_BEHIND = 2


def noted_in(sentence: Sentence, core: tuple[int, int], dates: Sequence[When]) -> Period | None:
    """«8,5 %, зафиксированных за тот же период 2022 года», «5 млрд долларов, выделенных в мае»: of the date inside."""
    tokens = sentence.tokens
    first = sentence.index_at(core[1] - 1) + 1
    comma = next((k for k in range(first, min(first + _UNIT, len(tokens) - 1)) if tokens[k].text in _STOPS), -1)
    if comma < 0 or tokens[comma].text != ",":
        return None
    feats = tokens[comma + 1].feats
    if feats.get("VerbForm") != "Part" or feats.get("Number") != "Plur" or feats.get("Variant") == "Short":
        return None
    stop = next((k for k in range(comma + 1, len(tokens)) if tokens[k].text in _STOPS), len(tokens) - 1)
    low, high = tokens[comma].end, tokens[stop].start
    inside = [w for w in dates if low <= w.start < high and w.period is not None]
    return inside[0].period if len(inside) == 1 and inside[0].relation in ("in", "base", "ago") else None


def round_gerund(sentence: Sentence, at: int, dates: Sequence[When]) -> Period | None:
    """«истратив на армию 5 млрд, страна вышла в 2016 году на третье место»: the time of the main clause."""
    tokens = sentence.tokens
    low = at
    while low > 0 and at - low < _GERUND and tokens[low - 1].text not in _STOPS:
        low -= 1
    if not any(t.feats.get("VerbForm") == "Conv" and t.text.lower().endswith(_OF_GERUNDS) for t in tokens[low:at]):
        return None
    told = [w for w in dates if w.relation in ("in", "ago") and w.period is not None and not w.period.is_open]
    period = told[0].period if len(told) == len(dates) == 1 else None
    return period if period is not None and period.grain in ("year", "month") else None


def of_next_number(sentence: Sentence, at: int, here: int, when: When) -> bool:
    """«с населением 180 млн и ВВП по итогам 2019 года в 2 трлн»: a date behind «и» is that of the number after it.

    So is one that opens an item of its own: «в мае 10 тысяч, к лету – все 30», «достиг 4 млрд и к лету вырастет».
    """
    tokens = sentence.tokens
    first = here
    while first > at and (tokens[first - 1].pos in ("ADP", "ADV", "PART") or tokens[first - 1].lemma in _OF_DATES):
        first -= 1
    opens = first > at + 1 and (tokens[first - 1].text in (",", ";") or tokens[first - 1].pos == "CCONJ")
    joined = any(t.pos == "CCONJ" for t in tokens[at + 1 : here])
    if not joined and not opens:
        return False
    after = next((k for k in range(here, len(tokens)) if tokens[k].start >= when.end), len(tokens))
    if opens and tokens[first - 1].pos == "CCONJ" and when.relation == "by" and _verb_ahead(sentence, after):
        return True
    after += opens and after < len(tokens) and tokens[after].text in "–—"
    for token in tokens[after : after + 4]:
        if token.text in _STOPS or token.pos in ("VERB", "CCONJ"):
            return False
        if token.pos == "NUM" or token.text[:1].isdigit() or token.text[:1] in "$€":
            return True
    return False


def _verb_ahead(sentence: Sentence, after: int) -> bool:
    """Whether a finite verb of what is yet to come stands behind a date."""
    ahead = sentence.tokens[after : after + _AHEAD]
    return any(t.feats.get("Tense") in ("Fut", "Pres") and t.feats.get("VerbForm") == "Fin" for t in ahead)


#: How far behind a date its verb is looked for, over what is put in between.
_AHEAD = 9
#: Nouns that a date hangs on: «к концу 2015 года».
_OF_DATES = frozenset({"конец", "начало", "середина", "исход", "итог", "результат"})


#: «15 млрд долларов в год», «по 2 млн тонн в месяц».
_EACH = frozenset({"год", "месяц", "квартал", "сутки", "день", "неделю", "полгода"})


def yearly(sentence: Sentence, core: tuple[int, int], span: Period | None) -> bool:
    """«15 млрд в год», «приносит за год 3 млрд»: so much in every year, of no year in particular."""
    words = sentence.words
    first = sentence.index_at(core[1] - 1)
    for k in range(first, min(first + _UNIT, len(words) - 1)):
        if words[k] in ("%", "раз", "раза") or words[k].startswith("процент"):
            break  # «минус 38 % за год» is a change
        if words[k] in ("в", "за") and words[k + 1] in _EACH:
            return words[k + 2 : k + 3] not in (("назад",), ("ранее",), ("раньше",), ("до",))
        if words[k] in _STOPS:
            break
    if span is None or span.first is None or span.last is None or span.last.year - span.first.year != 1:
        return False
    return lasting(sentence, sentence.index_at(core[0]))


def lasting(sentence: Sentence, at: int) -> bool:
    """True where the clause of an amount has a verb in the present and none in the past: «доля составляет 15 %»."""
    tokens = sentence.tokens
    low, high = at, at
    while low > 0 and tokens[low - 1].text not in _STOPS:
        low -= 1
    while high < len(tokens) and tokens[high].text not in _STOPS:
        high += 1
    tenses = {t.feats.get("Tense") for t in tokens[low:high] if t.feats.get("VerbForm") == "Fin"}
    return tenses == {"Pres"}


_GAINS = words(
    """прирост прибавка рост увеличение подъем подъём скачок падение снижение спад сокращение потеря убыль просадка плюс
    минус"""
)


def gained_on(sentence: Sentence, here: int, when: When, published: date | None) -> bool:
    """«прирост к 2018-му – 7 %»: past and behind a noun of growth, the year it is compared with."""
    period, tokens = when.period, sentence.tokens
    if published is None or period is None or period.end is None or period.end >= published or here < _BEHIND:
        return False
    return tokens[here - 1].text.lower() in ("к", "ко") and tokens[here - _BEHIND].lemma in _GAINS


#: «составляющему», «приближающийся».
_GOING_ON = re.compile(r"\w\w[аяую]щ(?:ий|ая|ее|ие|его|ей|ему|ую|им|их|ем|ими)(?:ся)?$")


def now_in_its_clause(sentence: Sentence, at: int, here: int) -> bool:
    """«… в апреле прекратил платить по долгу, составляющему 51 млрд»: told as it is, apart from a date in the past."""
    tokens = sentence.tokens
    low = at
    while low > here and tokens[low - 1].text not in _STOPS:
        low -= 1
    if low <= here:
        return False
    if any(_GOING_ON.search(word) for word in sentence.words[low : low + 2]):
        return True
    return tokens[low - 1].text in ";—–" and lasting(sentence, at) and tokens[low].lemma not in _REPORTED


def own_verb_behind_semicolon(sentence: Sentence, at: int, here: int) -> bool:
    """«рост – 4 % во втором квартале; безработица упала до 3 %»: a clause of its own, which the date does not reach."""
    tokens = sentence.tokens
    if not any(t.text == ";" for t in tokens[here:at]):
        return False
    low = at
    while low > here and tokens[low - 1].text not in _STOPS:
        low -= 1
    high = next((k for k in range(at, len(tokens)) if tokens[k].text in _STOPS), len(tokens))
    return any(t.pos == "VERB" and t.feats.get("VerbForm") == "Fin" for t in tokens[low:high])


_REPORTED = frozenset({"как", "по", "согласно"})


#: What has been said of a time to come: «намечено на октябрь».
_DUE = words(
    """наметить намечать назначить запланировать планировать ожидать ожидаться прогнозировать предстоять отложить
    перенести пообещать обещать обязаться намереваться намеренный намечен назначен запланирован"""
)


def brought_back(sentence: Sentence, when: When, published: date | None) -> Period | None:
    """The period of a date; «в январе» told as past in November is this year's, though the next is nearer."""
    period = when.period
    if period is None or published is None or when.relation != "in" or not period.begins_after(published):
        return period
    tokens = sentence.tokens
    if any(len(t.text) >= 4 and t.text[:4].isdecimal() for t in tokens if when.start <= t.start < when.end):
        return period
    here = sentence.index_at(when.start)
    if (here and tokens[here - 1].text.lower() in ("на", "к")) or not sentence.lemmas.isdisjoint(_DUE):
        return period
    tenses = {t.feats.get("Tense") for t in tokens if t.feats.get("VerbForm") == "Fin" or t.feats.get("Variant")}
    if period.grain != "month" or "Past" not in tenses or "Fut" in tenses:
        return period
    try:
        return period.shift(years=-1)
    except ClaimError:
        return period
