"""The words of time: months, weekdays, seasons, ordinals and relative years, as patterns and as numbers."""

import re

from sverka.reading.numerals import numeral, pieces

_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTH = (
    r"(?:январ(?:ь|я|е|ю|ем)|феврал(?:ь|я|е|ю|ем)|март(?:|а|е|у|ом)|апрел(?:ь|я|е|ю|ем)|ма(?:й|"
    r"я|е|ю|ем)|июн(?:ь|я|е|ю|ем)|"
    r"июл(?:ь|я|е|ю|ем)|август(?:|а|е|у|ом)|сентябр(?:ь|я|е|ю|ем)|октябр(?:ь|я|е|ю|ем)|"
    r"ноябр(?:ь|я|е|ю|ем)|декабр(?:ь|я|е|ю|ем)|"
    r"(?:янв|февр|фев|мар|апр|авг|сент|сен|окт|нояб|ноя|дек)\.?)(?!\w)"
)
#: A year as digits, with or without «год», «г.», «-й».
DIGITS = r"(?:1[5-9]|20)\d\d"
_TAIL = r"(?:-(?:й|го|м|му|ый|ого|ом)(?!\w))?(?: ?(?:год(?:|а|у|ом|е)|г\.?)(?!\w))?"
YEAR = rf"(?:{DIGITS}(?!\d|[.,]\d){_TAIL})"
#: «прошлого года», «минувшем году», «том же году».
RELATIVE = (
    r"(?:(?:позапрошл|прошл|минувш|истекш|прошедш|предыдущ|предшествующ|нынешн|текущ|следующ|"
    r"будущ|наступивш|наступающ|эт|т)\w{1,3}"
    r"(?: же| самом| самого)? (?:(?:финансов|бюджетн|календарн|отчетн|хозяйственн|фискальн)(?:ый|ого|ому|ым|ом) )?"
    r"(?:год(?:|а|у|ом|е)|г\.)(?!\w))"
)
ANY_YEAR = rf"(?:{YEAR}|{RELATIVE})"
_ORDINALS = (
    "", "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат",
    "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат",
    "двадцат", "двадцать перв", "двадцать втор", "двадцать трет", "двадцать четверт", "двадцать пят", "двадцать шест",
    "двадцать седьм", "двадцать восьм", "двадцать девят", "тридцат", "тридцать перв",
)  # fmt: skip
_ENDING = r"(?:ое|ье|ого|ьего|ому|ьему|ым|ьим|ом|ьем|ый|ий|ая|ую|ой)"
DAY = (
    r"(?:\d{1,2}(?:-?(?:го|ого|е|ое|его|му|ому))?|(?:(?:двадцать|тридцать) )?(?:"
    + "|".join(o for o in _ORDINALS[1:21])
    + rf"|тридцат){_ENDING})(?!\w)"
)
NUMBER = (
    r"(?:\d{1,3}|полтора|полутора|(?:(?:двадцать|двадцати|тридцать|тридцати|сорок|сорока|"
    r"пятьдесят|пятидесяти) )?(?:один|одного|одну|"
    r"два|две|двух|двумя|три|трех|тремя|четыре|четырех|пять|пяти|шесть|шести|семь|семи|восемь|"
    r"восьми|девять|девяти)|десять|десяти|"
    r"одиннадцать|одиннадцати|двенадцать|двенадцати|пятнадцать|пятнадцати|двадцать|двадцати|"
    r"тридцать|тридцати|сорок|сорока|"
    r"пятьдесят|пятидесяти|сто|ста)(?!\w)"
)
SEASONS = {"весн": 3, "лет": 6, "осен": 9, "зим": 12}
SEASON = r"(?:весн(?:а|ы|е|у|ой)|лет(?:о|а|у|ом)|осен(?:ь|и|ью)|зим(?:а|ы|е|у|ой))(?!\w)"
WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
WEEKDAY = (
    r"(?:понедельник(?:|а|у|ом)|вторник(?:|а|у|ом)|сред(?:а|у|ы|е|ой)|четверг(?:|а|у|ом)|"
    r"пятниц(?:а|у|ы|е|ей)|суббот(?:а|у|ы|е|ой)|воскресень(?:е|я|ю|ем))(?!\w)"
)
_TENS = {
    "десят": 10,
    "двадцат": 20,
    "тридцат": 30,
    "сороков": 40,
    "пятидесят": 50,
    "шестидесят": 60,
    "семидесят": 70,
    "восьмидесят": 80,
    "девяност": 90,
    "нулев": 0,
}
TENS = r"(?:десят|двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност|нулев)ы(?:е|х|м|ми)(?!\w)"


def month_of(text: str) -> int:
    """Number of a month in any form: «январе» is 1."""
    for i, stem in enumerate(_MONTHS, 1):
        if text.startswith(stem) and (stem != "ма" or not text.startswith("мар")):
            return i
    raise ValueError(text)


def year_of(text: str) -> int | None:
    """The year in digits inside an expression, if there is one."""
    found = re.search(DIGITS, text)
    return int(found.group()) if found else None


def relative_year(text: str) -> int | None:
    """How far a relative year is from the year of publication; None if it is counted from the text («том же году»)."""
    if text.startswith("позапрошл"):
        return -2
    if text.startswith(("прошл", "минувш", "истекш", "прошедш")):
        return -1
    if text.startswith(("следующ", "будущ", "наступающ")):
        return 1
    if text.startswith(("нынешн", "текущ", "наступивш", "это", "эта")):
        return 0
    return None


def day_of(text: str) -> int | None:
    """Day of the month from digits or an ordinal: «двадцать четвёртое» is 24."""
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    best = max(((len(o), i) for i, o in enumerate(_ORDINALS) if o and text.startswith(o)), default=None)
    return best[1] if best else None


def number_of(text: str) -> float | None:
    """A small number in digits or words."""
    read = numeral(pieces(text), 0)
    return read.value if read else None


def tens_of(text: str) -> int:
    """«девяностые» is 90."""
    return next(value for stem, value in _TENS.items() if text.startswith(stem))


def roman(text: str) -> int:
    """A Roman numeral in Latin or Cyrillic look-alikes, lower case."""
    values = {"i": 1, "v": 5, "x": 10, "х": 10}
    numbers = [values[c] for c in text]
    return sum(-n if i + 1 < len(numbers) and numbers[i + 1] > n else n for i, n in enumerate(numbers))
