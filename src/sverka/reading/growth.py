"""Growth told as a rate: «рост ВВП составил 3 %» is how fast an economy grew, «ВВП вырос на 3 %» is what it did.

The noun is the subject or the object and the number is its value, so no «на» leads it. A fall told so stays a change:
nobody calls it growth. «Рост» alone is that of the economy where the text speaks of the economy and of nothing else;
what somebody counted on, beside what output did, is a rate as well.
"""

import re
from dataclasses import replace

from sverka.reading.document import Sentence
from sverka.reading.kinds import Said
from sverka.reading.metrics import TRADE
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene, Topic

_HEAD = re.compile(
    r"(?<!\w)(?:темп\w* )?(?:(?:при)?рост(?:|а|у|ом|е)|прибавк(?:а|у|ой|е))(?!\w)|(?<!\w)темп\w{0,3}(?= )"
)
_OUTPUT = re.compile(r"(?<!\w)(?:ввп|валов\w+ внутренн\w+ продукт\w*|экономик\w*|экономическ\w+)(?!\w)")
#: The number is said of the noun: by a verb of being so much, a dash, or right behind it in the accusative.
_VERBS = (
    r"(?:состав(?:ил|ив|ля|ит|ят)\w{0,6}|превы[сш]\w{1,6}|держ\w{1,6}|доход\w{1,4}|дош\w{1,4}|колеб\w{1,8}|"
    r"достиг\w{0,6}|равня\w{1,8}|равен|оцен\w{1,12}|прогнозир\w{1,12}|ожида\w{1,8}|предсказ\w{1,10}|был[аио]?|будет|"
    r"окажется|оказал\w{1,6}|сохранил\w{0,6}|останет\w{1,6}|остал\w{1,6}|снизит\w{0,4}|замедл\w{1,8}|ускор\w{1,8})"
)
_IS = re.compile(
    rf"(?<!\w){_VERBS}"
    r"(?: [^\W\d_]+){0,3}"
    r"(?: (?:\d{4}(?:-\w{1,2})?|\d{1,2}(?:-\w{1,2})? (?=год|г\.|месяц))(?: (?:год[ау]?|г\.|месяц\w*))?)?,?"
    r"(?: (?:в|на уровне|на отметке|до))? ?$"
)
_SAYS_SO = re.compile(rf" (?:[а-я]+о |уже |лишь |все же |официально )?{_VERBS}(?!\w)")
_BESIDE = re.compile(r"(?:[–—:-]|,? равный|(?<!\w)в|(?<!\w)на уровне) ?$")
#: «рост в обрабатывающей промышленности», «рост по экспорту»: of a part, not of all.
_OF_A_PART = re.compile(
    r" (?:в|во|по|на) (?:[^\W\d_]+ )?(?:промышлен|сельск|строительст|торговл|обрабат|отрасл|сектор|секци|продаж|"
    r"экспорт|импорт|услуг|добыч|производств|туризм|потреблени|грузо|перевоз|рынк)"
)
#: «3 % роста»: of nothing named after it.
_OF_GROWTH = re.compile(
    r" (?:[а-я]+(?:ого|его) )?роста"
    r"(?! (?:[а-я]+(?:ого|его|ых|их|ой) )?(?!год|цел|текущ)[а-я]+(?:[аяыи]|ов|ей)(?!\w))(?!\w)"
)
#: What somebody counted on, named or foretold.
_COUNTED_ON = re.compile(
    r"(?<!\w)(?:рассчитыва|ожида|жда[лв]|жд[еу]т|прогнозир|предсказ|предрек|обеща|сули|называ|назва|закладыва|заложи|"
    r"предпола|надея|планир)\w{0,6}(?: [^\W\d_]+){0,3} ?$"
)
_FORECAST = re.compile(
    r"(?<!\w)(?:прогноз|ожидани|оценк)\w{0,3} (?:по )?(?:темп\w{0,3} )?рост(?:а|у) "
    r"(?:[^\W\d_]{3,14} ){0,2}(?:ввп|экономики)[^;.()]{0,70}$"
)
_SLOWED = re.compile(
    r"(?<!\w)(?:темп\w{0,3} )?(?:прирост|рост)(?:а|у|ом|е)? (?:[^\W\d_]{3,14} ){0,2}(?:ввп|экономики)"
    r"(?: [^\W\d_]{3,16}){0,2} (?:замедл|ускор|сни[зж]|повы[сш]|упа|пада|опус|возр[ао]с|вырос)\w{1,8}[^;.()]{0,40}$"
)
_REVISED = re.compile(r"(?<!\w)(?:прогноз|ожидани)\w{0,3}(?: [^\W\d_]+){0,6}[^;.()]{0,60}$")
#: What stands before a number in a list.
_ITEM = ("– ", "— ", " - ")
#: How many characters before a number its noun is looked for in.
_REACH = 110
#: How far back the output may have been told of.
_CLOSE = 320
_RATES = frozenset({"gdp", "gdp.growth"})
_OUTPUTS = frozenset({"экономика", "ввп"})


def is_rate(scene: Scene, amount: Amount, topic: Topic) -> bool:
    """True where an amount in per cent is the value of «рост ВВП», «темпы роста экономики», or «рост» of the same."""
    if amount.kind not in ("percent", "fraction") or amount.quantity.low < 0 or amount.compared or amount.verb:
        return False
    end = amount.start - scene.sentence.start
    left = scene.text[max(0, end - _REACH) : amount.core[0] - scene.sentence.start]
    goes_on = topic.metric == "gdp.growth" and topic.told_at == scene.sentence.start
    if amount.preposition in ("до", "с") and _FORECAST.search(left) is not None:
        return True  # «понизил прогноз по росту ВВП до 3 с 4 %»
    foretold = topic.metric in _RATES and 0 <= scene.sentence.start - topic.told_at < _CLOSE
    if amount.preposition in ("до", "с") and foretold and _REVISED.search(left) is not None:
        return True  # «ВВП вырастет на 3 %, прогноз на следующий год улучшен до 4 с 3,7 %»
    if amount.preposition in ("до", "с") and _SLOWED.search(left) is not None:
        return True  # «темпы роста китайской экономики снизились с 7 до 6 %»
    if amount.preposition == "до" or (goes_on and left.removesuffix("на ").endswith(_ITEM)):
        return goes_on  # «рост составил 10 %, затем он снизился до 9 %, а в 2012-м – 8 %»
    head = next(iter(list(_HEAD.finditer(left))[-1:]), None)
    if _OF_GROWTH.match(scene.text, amount.core[1] - scene.sentence.start) and _of_economy(scene, end, topic):
        return True
    if head is None and foretold and _COUNTED_ON.search(left) and {c.metric for c in scene.cues} <= _RATES:
        return True  # «ВВП вырос на 3 %; министерство рассчитывало на 2 %»
    if (
        head is None
        or any(c in ";()" for c in left[head.start() :])
        or ", " in _bare(left[head.end() :].removeprefix(","))
    ):
        return False
    between = left[head.end() :].replace(", состав", " состав", 1)
    if amount.preposition == "на" and "на уровне" not in between and "на отметке" not in between:
        return False
    about = _OUTPUT.search(between) is not None or left[: head.start()].endswith(("экономический ", "экономического "))
    told = foretold or _of_economy(scene, end - len(left) + head.start(), topic)
    of_another = (
        _SAYS_SO.match(between) is None
        and re.match(r" (?:[а-я]+(?:ого|его|ых|их) )?[а-я]+(?:[аяыи]|ов|ей)(?!\w)", between) is not None
    )
    of_another = of_another or _OF_A_PART.match(between) is not None
    if not about and (not told or of_another):
        return False
    return _IS.search(between) is not None or _BESIDE.search(between) is not None


def note_output(sentence: Sentence, topic: Topic) -> None:
    """Remember where the text last spoke of an economy."""
    if not sentence.lemmas.isdisjoint(_OUTPUTS):
        topic.output_at = sentence.start


def _of_economy(scene: Scene, at: int, topic: Topic) -> bool:
    """True where nothing but the economy has been spoken of that may grow."""
    if not 0 <= scene.sentence.start - topic.output_at < _CLOSE:
        return False
    if topic.metric and topic.metric not in _RATES and topic.told_at >= topic.output_at:
        return False
    if topic.metric in TRADE and topic.output_at != scene.sentence.start:
        return False
    return all(c.metric in _RATES or c.start >= scene.sentence.start + at for c in scene.cues)


def _bare(text: str) -> str:
    """The words without the commas inside numbers and round «по оценкам …»."""
    return re.sub(r", (?:по|согласно|как) [^,]{3,60},", "", text)


def as_rate(said: Said) -> Said:
    """What was read as a change, as the value that it is."""
    return replace(said, kind="figure", direction="+")
