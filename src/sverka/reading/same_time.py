"""Told of the same time: which later numbers are of a period told of before, by class – a list that goes on, a sum
taken up again, a number repeated, what an attack led to, one and the same poll. Nothing else is carried over here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sverka.claims.period import Period
from sverka.reading.dates import When
from sverka.reading.document import Sentence
from sverka.reading.wordlists import words

#: How many characters behind what dated them its consequences, its list, its poll may be told.
_NEAR_BY, _FURTHER = 260, 420
#: How many values of a text are kept.
_KEPT = 64


@dataclass(slots=True)
class Thread:
    """What a text has dated so far and may go on with: values, the last number, a list, an attack, a poll."""

    values: dict[tuple[str, float, float, str], Period] = field(default_factory=dict)
    #: Metric, period and end of the number told last.
    last: tuple[str, Period | None, int] = ("", None, -(1 << 40))
    #: Metric, period and end of the last number that had its own date, or went on with it.
    dated: tuple[str, Period, int] | None = None
    struck: tuple[Period, int] | None = None
    polled: tuple[Period, int] | None = None


_THIS_SUM = re.compile(
    r"(?<!\w)(?:эт(?:ой|у|ого|от|их|и|ом|им) (?:же )?(?:сумм|средств|объем|цифр|деньг|денег|величин|показател|числ|"
    r"доход|расход|долг|кредит|поставок|заем|займ)\w*|(?:из|среди) них|в том числе|из (?:этого|этой)|в частности)(?!\w)"
)


def taken_up(thread: Thread, text: str, sentence: Sentence, at: int) -> Period | None:
    """«две трети этой суммы», «из них 5 млрд – кредиты»: of the time of the number told last."""
    _, period, end = thread.last
    left = text[: max(0, at - sentence.start)]
    near = 0 <= at - end < _NEAR_BY
    return period if near and period is not None and _THIS_SUM.search(left + text[len(left) :][:60]) else None


def repeated(thread: Thread, value: tuple[str, float, float, str]) -> Period | None:
    """The same number of the same thing told again: «…, достигнет $23 млрд», said once more in somebody's words."""
    return thread.values.get(value)


#: Words by which a list of states or parts goes on: «следом идут», «на третьем месте», «больше всего должна».
_LISTED = re.compile(
    r"(?<!\w)(?:следом|далее|затем идут|за (?:ним|ней|ними) |замыка\w+|"
    r"(?:перв|втор|трет|четверт|пят|последн)\w{2,3} мест|"
    r"лидер|лидир|(?:троик|тройк|пятерк|десятк)\w|список|списке|крупнейш|наибольш|больше всего|больше всех|"
    r"основн\w+ (?:част|дол|масс)|львин\w+ дол|на долю|приход[ия]\w+|остальн|в структуре|доля|также|кроме того|еще )"
)


def listed_on(thread: Thread, metric: str, text: str, sentence: Sentence) -> Period | None:
    """«Всего долг на конец года – 180 млрд. Крупнейший должник – … с 27 млрд, следом …»: the list is of one time."""
    if thread.dated is None or thread.dated[0] != metric or sentence.start - thread.dated[2] > _NEAR_BY:
        return None
    return thread.dated[1] if _LISTED.search(text) else None


#: What leaves people dead or hurt, on some day.
_STRIKES = re.compile(
    r"(?<!\w)(?:взрыв|взорва|теракт|подорва|нападени|напал|атак|обстрел|удар(?! по экономик)|авиаудар|налет|бомб|"
    r"разбомб|землетрясени|крушени|катастроф|авари|столкновени|перестрел|стрельб|расстрел|бо[йеия]\w{0,2}(?!\w)|штурм|"
    r"покушени|поджог|пожар|наводнени|цунами|ураган|обруш|захват|убит|убил|погиб|жертв|беспоряд)"
)
#: «Ещё один взрыв», «ранее», «за время войны»: of another day than the one just told of.
_ANOTHER = re.compile(
    r"(?<!\w)(?:еще (?:один|одна|одно)|друг(?:ой|ая|ое|ом) (?:взрыв|теракт|удар|нападени|атак)|ранее|до этого|прежде|"
    r"с начала|с тех пор|за (?:время|год|годы|всю|весь|последн|неделю|месяц)|всего с|ежегодно|ежедневно|"
    r"в общей сложности|каждый|недавно|накануне|обычно|в ходе войны|ежемесячно)"
)


def consequence(thread: Thread, text: str, sentence: Sentence) -> Period | None:
    """«7 июня разбомбили рынок. Жертвами удара стали 25 человек»: killed on the day of what is told just before."""
    if thread.struck is None or sentence.start - thread.struck[1] > _NEAR_BY or _ANOTHER.search(text):
        return None
    return thread.struck[0]


def hear(thread: Thread, text: str, sentence: Sentence, dates: Sequence[When]) -> None:
    """Keep the day an attack or a disaster is told of, and when people were asked."""
    told = {w.period for w in dates if w.relation in ("in", "ago", "base") and w.period is not None}
    days = {p for p in told if p.grain == "day" and p.first == p.last}
    one = len(told) == len(days) == 1
    strikes = (one or thread.struck is not None) and _STRIKES.search(text) is not None  # else it changes nothing
    if strikes and one:
        thread.struck = (days.pop(), sentence.end)
    elif told or (strikes and _ANOTHER.search(text)):
        thread.struck = None
    elif thread.struck is not None and strikes and sentence.start - thread.struck[1] < _NEAR_BY:
        thread.struck = (thread.struck[0], sentence.end)
    asked = of_poll(sentence, dates)
    if asked is not None:
        thread.polled = (asked, sentence.end)


def of_same_poll(thread: Thread, text: str, sentence: Sentence) -> Period | None:
    """The answers told in the sentences behind «апрельский опрос»."""
    if thread.polled is None or sentence.start - thread.polled[1] > _FURTHER or _OTHER_POLL.search(text):
        return None
    return thread.polled[0]


_OTHER_POLL = re.compile(r"(?<!\w)(?:друг\w+ опрос|предыдущ|прежн|прошл|ранее|раньше|год назад|был[аои]?(?!\w))")


def keep(thread: Thread, value: tuple[str, float, float, str], period: Period | None, end: int, *, own: bool) -> None:
    """Remember a number as it was read; `own` if it had a date of its own or went on with a list."""
    thread.last = (value[0], period, end)
    if period is None:
        return
    if own:
        thread.dated = (value[0], period, end)
        if len(thread.values) < _KEPT:
            thread.values.setdefault(value, period)


def of_poll(sentence: Sentence, dates: Sequence[When]) -> Period | None:
    """«опрос, проведённый в октябре, показал …»: when people were asked, where a participle tells."""
    tokens = sentence.tokens
    if sentence.lemmas.isdisjoint(_POLLS):
        return None
    for when in dates:
        here = sentence.index_at(when.start)
        before = [t.lemma for t in tokens[max(0, here - _NEAR) : here]]
        if any(t.lemma in _POLLS for t in tokens[here : here + 2] if t.start < when.end):
            return when.period  # «апрельский опрос»
        if when.relation in ("in", "since") and not _ASKED.isdisjoint(before) and not _POLLS.isdisjoint(before):
            return when.period
    return None


_POLLS = words("опрос исследование анкетирование соцопрос замер опросить анкетировать опрашивать")
_ASKED = words(
    """провести проводить проводиться заказать проведенный заказанный проведённый проводившийся опросить опрашивать
    анкетировать"""
)
#: How many tokens before a date the poll it dates may stand.
_NEAR = 7


def opens_then(sentence: Sentence) -> bool:
    """«Тогда страна потратила …»: at the time told of in the sentence before, where it is told as past."""
    if sentence.words[0] != "тогда" or "бы" in sentence.words or "как" in sentence.words[1:2]:
        return False
    return any(t.feats.get("Tense") == "Past" for t in sentence.tokens)


def last_told(dates: Sequence[When]) -> Period | None:
    """The last year or month that a sentence tells of."""
    told = [w.period for w in dates if w.relation in ("in", "ago") and w.period is not None and not w.period.is_open]
    return next((p for p in reversed(told) if p.grain in ("year", "month")), None)
