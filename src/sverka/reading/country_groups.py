"""Groups of countries by a common word: «дружественные страны», «дальнее зарубежье», «страны Залива» trade as one."""

import re
from collections.abc import Iterator

from sverka.reading.document import Name, Sentence
from sverka.reading.metrics import Cue

#: By the stem of the adjective: those of a part of the world are that part, others are called as the text does.
_PARTS = {
    "европейск": "Европа", "африканск": "Африка", "азиатск": "Азия", "латиноамериканск": "Латинская Америка",
    "восточноевропейск": "Восточная Европа", "западноевропейск": "Западная Европа", "скандинавск": "Скандинавия",
    "центральноазиатск": "Центральная Азия", "среднеазиатск": "Средняя Азия", "прибалтийск": "Прибалтика",
    "ближневосточн": "Ближний Восток", "балканск": "Балканы", "южноамериканск": "Южная Америка",
}  # fmt: skip
_CALLED = {
    "недружественн": "недружественные", "дружественн": "дружественные", "дружеск": "дружественные",
    "арабск": "арабские", "западн": "западные", "мусульманск": "мусульманские", "исламск": "исламские",
    "развивающ": "развивающиеся", "развит": "развитые", "трет": "третьи", "соседн": "соседние",
    "постсоветск": "постсоветские", "социалистическ": "социалистические", "беднейш": "беднейшие", "бедн": "бедные",
    "нейтральн": "нейтральные", "северн": "северные", "островн": "островные",
}  # fmt: skip
_ADJECTIVES = "|".join(sorted({**_PARTS, **_CALLED}, key=len, reverse=True))
_GROUPS = re.compile(
    rf"[«\"“„]?(?<![\w-])(?:(?P<stem>{_ADJECTIVES})(?:ые|ых|ым|ыми|ие|их|им|ими|ьи|ьих|ьим|ьими)(?:ся)?[»\"”“]? "
    r"(?P<noun>стран|государств)(?:ы|а|ам|ами|ах)?(?!\w)"
    r"|(?:(?:стран|государств|республик)(?:ы|а|ам|ами|ах)? )?(?P<abroad>дальн|ближн)\w{2,3} зарубеж\w{1,3}(?!\w)"
    r"|(?:стран|государств|монархи)(?:ы|а|ам|ами|ах|и|й|ям|ями|ях)? (?:персидского )?(?P<gulf>залива)(?!\w))"
)
#: Whom one is told of among, or who are left open: «среди африканских стран», «ряд соседних государств».
_AMONG = re.compile(
    r"(?<!\w)(?:среди|из всех|числ[аоеу]|одн\w{1,3} из|втор\w{2,3} из|друг\w{2,3}|ряд\w?|прочи[ехм]и?) $"
)
#: What lies between those who are named: a group is a party to it as a state is.
_BETWEEN = frozenset(
    {"trade.turnover", "trade.exports", "trade.imports", "trade.other", "investment", "energy.volume", "tariff",
     "transit", "aid", "debt", "price", "tourism"}
)  # fmt: skip
_WORDS = ("стран", "государств", "зарубеж", "монархи")


def country_groups(sentence: Sentence, text: str, cues: list[Cue]) -> Iterator[Name]:
    """The groups a sentence of trade, investment and the like names; `text` is the sentence in plain lower case."""
    if not any(word in text for word in _WORDS) or not any(cue.metric in _BETWEEN for cue in cues):
        return
    for found in _GROUPS.finditer(text):
        if _AMONG.search(text[max(0, found.start() - 14) : found.start()]):
            continue
        start, end = sentence.start + found.start(), sentence.start + found.end()
        yield Name(start, end, f"place:{_called(found)}", "group", "noun")


def _called(found: re.Match[str]) -> str:
    if found["abroad"]:
        return f"{found['abroad']}ее зарубежье"
    if found["gulf"]:
        return "Персидский залив"
    stem = found["stem"]
    if stem in _PARTS:
        return _PARTS[stem]
    return f"{_CALLED[stem]} {'страны' if found['noun'] == 'стран' else 'государства'}"
