"""When what a number says was so: the date found for it, weighed by what is counted – a flow, a stock, votes, the dead.

Trade and output go on about the year told of before; of everything else a date is taken over only by the classes that
`same_time` knows.
"""

import re
from dataclasses import replace
from datetime import date

from sverka.claims.period import Period
from sverka.claims.vocabulary import Modality
from sverka.reading.bundle import Analysis
from sverka.reading.carrying import published_day
from sverka.reading.change_spans import end_of
from sverka.reading.date_scope import foretold
from sverka.reading.metrics import DOWN, TRADE, UP
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.same_time import consequence, listed_on, of_poll, of_same_poll, repeated, taken_up
from sverka.reading.scene import Scene, Topic
from sverka.reading.timing import Timing

#: Metrics besides trade that go on about the same year from sentence to sentence.
_CARRIED = frozenset(
    {"trade.share", "trade.other", "gdp", "gdp.growth", "gdp.share", "inflation", "budget", "military.spending",
     "tourism", "income"}
)  # fmt: skip
_MOVED = re.compile(rf"{UP.pattern}|{DOWN.pattern}|(?<!\w)(?:удв|утр|учетвер|удесятер|вдв|втр)\w+|(?<!\w)раза?(?!\w)")
#: What happens on a day or is counted on one, as trade and output are not.
_DAILY = frozenset(
    {"casualties", "vote", "aid", "debt", "population", "migration", "military.personnel", "military.equipment",
     "tariff", "poll", "investment"}
)  # fmt: skip
#: What is told day by day where the day stands in the same clause: «2 января прокачали 38 млн кубометров».
_METERED = frozenset({"transit", "energy.volume", "price"})
#: What adds up from a year on: «с 2014 года погибли», «с марта выделили».
_ADDING = TRADE | {"casualties", "aid", "investment", "migration", "tourism", "energy.volume", "transit", "other"}
#: What «сегодня» tells of as it is these days.
_LASTING = frozenset({"population", "migration", "military.personnel", "military.equipment", "debt", "investment"})
#: How far the date of a plan carries: into the next sentence.
_SOON = 3
#: «отметка в | 40 млрд», «до цели (| 40 млрд»: what is aimed at is of no time told of, unless it was met.
_AIM = re.compile(
    r"(?<!\w)(?:отметк|планк|ориентир|рубеж|цел)[а-я]{0,3}(?: в| на уровне|,[^,;.]{3,60})?(?: [а-я]+)? [(–—-]? ?$"
)
_MET = re.compile(
    r"(?<!\w)(?:достиг|превы[шс]|перешагн|преодоле|взял|взят|минов|переваль?л|состав|прошл|дости|приблизил|подош)\w*"
)
_YEARLY = re.compile(r"(?<!\w)(?:ежегодн\w*|каждый год|из года в год)(?!\w)")
_MEAN = re.compile(r"(?<!\w)(?:в среднем|средн(?:ий|яя|ее|ие|его|ей|ем|их)|среднегодов\w*|в год|ежемесячн\w*)(?!\w)")
_FROM_LEVEL = re.compile(r"(?<!\w)со? [$€£]? ?\d(?:[^.;]|\.\d|(?:руб|долл|тыс|мл[нрд]{1,2}|трлн)\. ){0,60}?$")
_TO_LEVEL = re.compile(r"[^.;]{0,60}? до (?:\w+ ){0,2}[$€£]? ?\d")
#: «прогноз роста на 2013 год – с 2,9 до 2,1 %», «дефицит бюджета 2013 года с 3,2 до 2,9 %»: both are of that year.
_REVISED = re.compile(r"(?<!\w)(?:прогноз|оценк|ожидани|план|норматив|целев)\w{0,4}(?!\w)")


def told_when(
    analysis: Analysis, scene: Scene, amount: Amount, when: Timing, topic: Topic, metric: str, before: Period | None,
    here: Period | None,
) -> tuple[Period | None, Timing]:  # fmt: skip
    """The period of a number, `before` being that of the number before and `here` the last one told in its sentence."""
    sentence, dates = scene.sentence, analysis.dates_in(scene.sentence)
    period = when.period
    if amount.preposition == "против" and before is not None and (period == before or _year_before(period, before)):
        if _of_another(scene, amount):
            period = before
        elif not before.is_open and before.grain in ("day", "month", "year"):
            period = before.shift(years=-1)
    left = _left(scene, amount, 90)
    if amount.preposition in ("с", "со") and _TO_LEVEL.match(scene.text[amount.end - sentence.start :]):
        touching = [x for x in dates if 0 <= x.start - amount.end < 40 and x.start < _level(scene, amount)]
        genitive = any(
            x.relation == "in" and 0 <= amount.start - x.end < 2 and _attributive(scene, x.start) for x in dates
        )
        if not touching and when.said and (genitive or _REVISED.search(left)):
            return period, when
        period = touching[0].period if touching else end_of(when, first=True)
    elif amount.preposition == "до" and _FROM_LEVEL.search(left[-70:]):
        period = end_of(when, first=False)
    if metric == "poll" and not when.said:
        period = of_poll(sentence, dates) or of_same_poll(topic.thread, scene.text, sentence)
        when = when if period is None else replace(when, period=period, said=True)
    before_core = scene.text[: amount.core[0] - sentence.start][-90:]
    if not when.said and _AIM.search(before_core) and _MET.search(scene.text) is None:
        return None, replace(when, period=None, span=None, taken=True)
    if not when.said and (_YEARLY.search(left) or when.rate):
        return None, replace(when, period=None, span=None)
    if when.parted and metric not in TRADE and metric not in _CARRIED:
        return None, replace(when, period=None, said=False)
    delivered = metric == "energy.volume" and topic.cue is not None and topic.cue.metric in TRADE
    if not when.said and metric not in TRADE and metric not in _CARRIED and not delivered:
        period = None if when.later else here
        lasts = metric in _LASTING or (metric == "transit" and amount.kind in ("percent", "fraction"))
        today = when.day is not None and when.day == published_day(analysis) and lasts
        if when.day is not None and (metric in _DAILY or (metric in _METERED and when.near)) and not today:
            period = when.day
        elif period is None and metric == "casualties" and when.far is not None:
            period = when.far
        elif period is None and not dates:
            led = metric == "casualties"
            period = (
                consequence(topic.thread, scene.text, sentence)
                if led
                else listed_on(topic.thread, metric, scene.text, sentence)
            )
            when = when if period is None else replace(when, taken=True)
    if when.day is not None and when.near and metric in _METERED and when.said:
        period = when.day
    if not when.said:
        value = (metric, amount.quantity.low, amount.quantity.high, amount.unit)
        same = repeated(topic.thread, value) if not dates else None
        same = same or taken_up(topic.thread, scene.text, sentence, amount.start)
        when = when if same is None else replace(when, taken=True)
        period = same or period
    if metric == "vote":
        period = topic.day if topic.resolution else when.day or (when.period if when.said else here) or topic.day
        over = period is not None and period is topic.day and _over(period, analysis.document.published)
        when = replace(when, taken=True) if over and not when.said else when  # «им достанутся 42 кресла»
    return period, when


def planned_for(
    scene: Scene, topic: Topic, when: Timing, period: Period | None, modality: Modality, token: int,
    published: date | None,
) -> Period | None:  # fmt: skip
    """The period of a plan is that of its own date, or of the plan told just before; none is that of what is so."""
    sentence = scene.sentence
    if when.taken:
        return period
    if modality == "planned" and not when.said and when.opens is not None:
        period = topic.ahead = when.opens
    elif modality == "planned" and not when.said and when.until is not None:
        period = topic.ahead = when.until
    elif modality == "planned" and not when.said and not foretold(sentence, token):
        period = topic.ahead if sentence.start - topic.ahead_at < _SOON and not when.later else None
    elif (modality == "planned" or (modality == "hypothetical" and when.by)) and not _over(period, published):
        topic.ahead = period
    elif modality == "asserted" and not when.said and period is not None and period == topic.ahead:
        period = None  # the date of a plan is not that of what is so already
    topic.ahead_at = sentence.end if modality == "planned" and period is not None else topic.ahead_at
    return period


def of_figure(
    scene: Scene, amount: Amount, when: Timing, period: Period | None, metric: str, modality: Modality
) -> Period | None:
    """The period of a value: a sum from a year on lasts until now; a yearly rate, a level after many years has none."""
    if when.rate and (when.span is not None or not when.said):
        return None
    if period is None and when.since is not None and metric in _ADDING and modality == "asserted":
        adding = amount.preposition not in ("до", "с", "к") and not _MOVED.search(scene.text)
        return when.since if adding else None
    if when.over_years and not _MOVED.search(scene.text):
        adding = metric in _ADDING and modality == "asserted" and amount.preposition not in ("до", "с", "к", "в", "по")
        return when.span if adding and _MEAN.search(scene.text) is None else None
    return period


def _year_before(period: Period | None, told: Period) -> bool:
    """True for the year before that of some months: «за девять месяцев – 4 млрд против 5 в прошлом году»."""
    if period is None or period.first is None or told.first is None or told.grain != "month":
        return False
    return period.grain == "year" and period.first == period.last and period.first.year == told.first.year - 1


#: «А уступила Б: 14 против 15», «Б опережает А: 31 против 18».
_CONTEST = re.compile(
    r"(?<!\w)(?:уступ|обош|обход|опере[дж]|обогн|обгон|отста|проигр|выигр|перегна|впереди)[^.;]{0,150}$"
)
#: How many tokens behind a number the state it is of may stand: «против 1,8 процента годовых в соседнем | Чили».
_OF_WHOM = 6


def _of_another(scene: Scene, amount: Amount) -> bool:
    """True where a number is set against that of another state («против 2 % в Чили»), not against last year's."""
    first = scene.sentence.index_at(amount.core[1] - 1) + 1
    for k in range(first, min(first + _OF_WHOM, len(scene.sentence.tokens))):
        if scene.sentence.tokens[k].text in ",;:()":
            break
        if any(n.kind == "state" for n in scene.at.get(k, ())):
            return preposition_of(scene.sentence, k) in ("в", "во", "у", "на", "для")
    return _CONTEST.search(scene.text, 0, amount.core[0] - scene.sentence.start) is not None


def _attributive(scene: Scene, start: int) -> bool:
    """«дефицит бюджета 2013 года»: a date in the genitive, without a preposition."""
    sentence = scene.sentence
    at = sentence.index_at(start)
    return at > 0 and sentence.tokens[at - 1].pos in ("NOUN", "PROPN")


def _over(period: Period | None, day: date | None) -> bool:
    """True for a time past at publication: what a plan is compared with is no plan's time."""
    return period is not None and period.end is not None and day is not None and period.end < day


def _left(scene: Scene, amount: Amount, reach: int) -> str:
    """The text of the sentence right before an amount."""
    end = amount.start - scene.sentence.start
    return scene.text[max(0, end - reach) : end]


def _level(scene: Scene, amount: Amount) -> int:
    """Where the second end of «с 63 % до 88 %» begins."""
    found = _TO_LEVEL.match(scene.text[amount.end - scene.sentence.start :])
    return amount.end + found.end() if found is not None else amount.end
