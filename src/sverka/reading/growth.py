"""Growth told as a rate: «рост ВВП составил 3 %» is how fast an economy grew, «ВВП вырос на 3 %» is what it did.

The noun is the subject or the object and the number is its value, so no «на» leads it. A fall told so stays a change:
nobody calls it growth.
"""

import re
from dataclasses import replace

from sverka.reading.kinds import Said
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene, Topic

_HEAD = re.compile(r"(?<!\w)(?:темп\w* )?(?:при)?рост(?:|а|у|ом|е)(?!\w)")
_OUTPUT = re.compile(r"(?<!\w)(?:ввп|валов\w+ внутренн\w+ продукт\w*|экономик\w*|экономическ\w+)(?!\w)")
#: The number is said of the noun: by a verb of being so much, a dash, or right behind it in the accusative.
_IS = re.compile(
    r"(?<!\w)(?:состав(?:ил|ля|ит|ят)\w{0,6}|достиг\w{0,6}|равня\w{1,8}|равен|оцен\w{1,12}|прогнозир\w{1,12}|"
    r"ожида\w{1,8}|предсказ\w{1,10}|был[аио]?|будет|окажется|оказал\w{1,6}|сохранил\w{0,6}|останет\w{1,6}|"
    r"остал\w{1,6}|снизит\w{0,4}|замедл\w{1,8}|ускор\w{1,8})"
    r"(?: [^\W\d_]+){0,3}(?: (?:\d{4}|\d{1,2})(?:-\w{1,2})? (?:год[ау]?|г\.|месяц\w*))?,?"
    r"(?: (?:в|на уровне|на отметке|до))? ?$"
)
_BESIDE = re.compile(r"(?:[–—:-]|,? равный|(?<!\w)в|(?<!\w)на уровне) ?$")
_FORECAST = re.compile(
    r"(?<!\w)(?:прогноз|ожидани|оценк)\w{0,3} (?:по )?(?:темп\w{0,3} )?рост(?:а|у) "
    r"(?:[^\W\d_]{3,14} ){0,2}(?:ввп|экономики)[^;.()]{0,70}$"
)
_REVISED = re.compile(r"(?<!\w)(?:прогноз|ожидани)\w{0,3}(?: [^\W\d_]+){0,6}[^;.()]{0,60}$")
#: What stands before a number in a list.
_ITEM = ("– ", "— ", " - ")
#: How many characters before a number its noun is looked for in.
_REACH = 110
#: How far back the output may have been told of.
_CLOSE = 320
_RATES = frozenset({"gdp", "gdp.growth"})


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
    if amount.preposition == "до" or (goes_on and left.endswith(_ITEM)):
        return goes_on  # «рост составил 10 %, затем он снизился до 9 %, а в 2012-м – 8 %»
    head = next(iter(list(_HEAD.finditer(left))[-1:]), None)
    if head is None or any(c in ";()" for c in left[head.start() :]) or ", " in _bare(left[head.end() :]):
        return False
    between = left[head.end() :]
    if amount.preposition == "на" and "на уровне" not in between and "на отметке" not in between:
        return False
    about = _OUTPUT.search(between) is not None or left[: head.start()].endswith(("экономический ", "экономического "))
    told = topic.metric in _RATES and 0 <= scene.sentence.start - topic.told_at < _CLOSE
    of_another = re.match(r" (?:[а-я]+(?:ого|его|ых|их) )?[а-я]+(?:[аяыи]|ов|ей)(?!\w)", between) is not None
    if not about and (not told or of_another):
        return False
    return _IS.search(between) is not None or _BESIDE.search(between) is not None


def _bare(text: str) -> str:
    """The words without the commas inside numbers and round «по оценкам …»."""
    return re.sub(r", (?:по|согласно|как) [^,]{3,60},", "", text)


def as_rate(said: Said) -> Said:
    """What was read as a change, as the value that it is."""
    return replace(said, kind="figure", direction="+")
