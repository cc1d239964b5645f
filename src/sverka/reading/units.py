"""Units: what is counted – currencies by sign, code and word, percent, people, barrels, cubic metres, and other things.

`unit_after` reads the unit that follows a number, `unit_before` the currency sign that precedes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sverka.reading.gazetteer import index
from sverka.reading.numerals import Piece

_SIGNS = {
    "$": "USD",
    "€": "EUR",
    "₽": "RUB",
    "£": "GBP",
    "¥": "JPY",
    "₴": "UAH",
    "₸": "KZT",
    "₹": "INR",
    "₺": "TRY",
    "₾": "GEL",
    "₩": "KRW",
}
#: Codes of currencies as ISO 4217 lists them (the ones in circulation).
_CODES = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BHD BOB BRL BWP BYN BYR CAD CDF CHF CLP CNY COP CRC CUP CZK DKK DOP "
    "DZD EGP ETB EUR GBP GEL GHS GTQ HKD HNL HRK HUF IDR ILS INR IQD IRR ISK JOD JPY KES KGS KHR KPW KRW KWD KZT LAK "
    "LBP LKR LYD MAD MDL MGA MKD MMK MNT MUR MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PEN PHP PKR PLN PYG QAR RON RSD "
    "RUB RUR RWF SAR SDG SEK SGD SYP THB TJS TMT TND TRY TWD TZS UAH UGX USD UYU UZS VES VND "
"XAF XOF YER ZAR ZMW".lower().split()
)  # fmt: skip
#: Stem, endings it may take, currency.
_WORDS: tuple[tuple[str, str, str], ...] = (
    ("доллар", " а у ом е ы ов ам ами ах", "USD"),
    ("долл", "", "USD"),
    ("dollar", " s", "USD"),
    ("евро", "", "EUR"),
    ("euro", " s", "EUR"),
    ("рубл", "ь я ю ем е и ей ям ями ях", "RUB"),
    ("руб", "", "RUB"),
    ("rub", "", "RUB"),
    ("тенге", "", "KZT"),
    ("гривн", "а ы у е ой ам ами ах", "UAH"),
    ("гривен", "", "UAH"),
    ("грн", "", "UAH"),
    ("юан", "ь я ю ем е и ей ям ями ях", "CNY"),
    ("иен", " а ы у е ой ам ами ах", "JPY"),
    ("йен", " а ы у е ой ам ами ах", "JPY"),
    ("лари", "", "GEL"),
    ("драм", " а у ом е ы ов ам ами ах", "AMD"),
    ("манат", " а у ом е ы ов ам ами ах", "AZN"),
    ("сум", "  а у ом е ы ов ам ами ах", "UZS"),
    ("сомони", "", "TJS"),
    ("сом", "  а у ом е ы ов ам ами ах", "KGS"),
    ("злот", "ый ого ому ым ых ыми ые", "PLN"),
    ("лей", "", "MDL"),
    ("лее", "в", "MDL"),
    ("леям", " и", "MDL"),
    ("лир", " а ы у е ой ам ами ах", "TRY"),
    ("рупи", "я и ю ей й ям ями ях", "INR"),
    ("фунт", " а у ом е ы ов ам ами ах", "GBP"),
    ("франк", " а у ом е и ов ам ами ах", "CHF"),
    ("крон", " а ы у е ой ам ами ах", "SEK"),
    ("риал", " а у ом е ы ов ам ами ах", "IRR"),
    ("дирхам", " а у ом е ы ов ам ами ах", "AED"),
    ("тугрик", " а у ом е и ов ам ами ах", "MNT"),
    ("шекел", "ь я ю ем е и ей ям ями ях", "ILS"),
    ("форинт", " а у ом е ы ов ам ами ах", "HUF"),
    ("вон", " а ы у е ой ам ами", "KRW"),
)
_ENDINGS = tuple(
    (stem, frozenset(endings.split(" ")) | ({""} if not endings else set()), code) for stem, endings, code in _WORDS
)
#: An adjective before the word names whose it is: stem of the adjective, currency word it goes with, currency.
_WHOSE: tuple[tuple[str, str, str], ...] = (
    ("канадск", "USD", "CAD"), ("австралийск", "USD", "AUD"), ("гонконгск", "USD", "HKD"), ("сингапурск", "USD", "SGD"),
    ("новозеландск", "USD", "NZD"), ("тайваньск", "USD", "TWD"), ("белорусск", "RUB", "BYN"),
    ("туркменск", "AZN", "TMT"),
    ("румынск", "MDL", "RON"), ("египетск", "GBP", "EGP"), ("норвежск", "SEK", "NOK"), ("датск", "SEK", "DKK"),
    ("чешск", "SEK", "CZK"), ("исландск", "SEK", "ISK"), ("пакистанск", "INR", "PKR"), ("сирийск", "GBP", "SYP"),
    ("ливанск", "GBP", "LBP"), ("саудовск", "IRR", "SAR"), ("катарск", "IRR", "QAR"), ("индонезийск", "INR", "IDR"),
)  # fmt: skip
_ADJECTIVE_OK = (
    "американск",
    "российск",
    "украинск",
    "казахстанск",
    "азербайджанск",
    "молдавск",
    "индийск",
    "шведск",
    "швейцарск",
    "британск",
    "китайск",
    "японск",
    "турецк",
    "иранск",
    "узбекск",
    "киргизск",
)
_PEOPLE = (
    "человек", "жител", "гражда", "люд", "туристов", "туриста", "мигрант", "беженц", "беженец", "военн", "солдат",
    "военнослужащ", "миротворц", "рабочих", "работник", "сотрудник", "занят", "россиян", "казахстанц", "кыргызстанц",
    "иностранц", "студент", "безработн", "погибш", "раненых", "пострадавш", "душ",
    "избирател", "пассажир", "граждан", "переселенц", "вынужденн", "бойц", "штык", "резервист", "европейц",
    "приезж", "нерезидент", "морпех", "десантник", "полицейск", "убит", "жизней", "новобран", "призывник", "жертв",
    "заложник", "пленн", "арестован", "эвакуирован", "ополчен", "боевик", "наемник", "инструктор", "доброволь", "касок",
    "гробов", "соотечественник", "детей", "женщин", "мужчин", "пенсионер", "школьник", "врачей", "паломник",
    "выходц", "трудоспособн", "эмигрант", "репатриант", "гастарбайтер", "респондент", "опрошенн",
    "войск", "смерт", "штурмовик", "спецназовц", "контрактник", "гвардейц",
)  # fmt: skip
#: Goods told by the piece, and what those who seek shelter hand in.
_BY_THE_PIECE = (
    "бутыл", "автомобил", "легковуш", "смартфон", "холодильник", "телевизор", "велосипед", "прошен", "ходатайств",
)  # fmt: skip
_ASKED = ("заявлен", "заявок", "заявк", "обращен")
#: What «военных» may describe instead of counting soldiers.
_THINGS = (
    "баз", "самолет", "корабл", "объект", "суд", "вертолет", "катер", "машин", "грузовик", "лагер", "городк", "завод",
    "училищ", "аэродром", "преступлен", "конфликт", "учени", "блок", "союз", "расход", "бюджет", "операц",
)  # fmt: skip
_OF_MANY = ("ых", "их")
_VOLUMES: tuple[tuple[tuple[str, ...], str, float], ...] = (
    (("баррел", "в", "ден"), "bbl/day", 1), (("баррел", "в", "сут"), "bbl/day", 1),
    (("баррел", "ежедневно"), "bbl/day", 1), (("баррел", "нефти", "в", "ден"), "bbl/day", 1),
    (("баррел", "нефти", "в", "сут"), "bbl/day", 1),
    (("баррел", "нефти", "ежедневно"), "bbl/day", 1), (("баррел", "/", "сут"), "bbl/day", 1),
    (("барр", ".", "в", "сут"), "bbl/day", 1), (("барр", ".", "в", "ден"), "bbl/day", 1),
    (("барр", ".", "/", "сут"), "bbl/day", 1), (("барр", "/", "сут"), "bbl/day", 1), (("б", "/", "с"), "bbl/day", 1),
    (("б", "/", "д"), "bbl/day", 1), (("баррел",), "bbl", 1), (("барр", "."), "bbl", 1), (("барр",), "bbl", 1),
    (("куб", ".", "м"), "m3", 1), (("куб", "м"), "m3", 1), (("кубометр",), "m3", 1), (("кубическ", "метр"), "m3", 1),
    (("кубов",), "m3", 1), (("куба",), "m3", 1),
    (("кв", ".", "км"), "km2", 1), (("квадратн", "километр"), "km2", 1), (("гектар",), "ha", 1), (("га",), "ha", 1),
    (("тонн",), "t", 1), (("т",), "t", 1), (("т", "."), "t", 1), (("килограмм",), "kg", 1),
    (("километр",), "km", 1), (("км",), "km", 1), (("квт", "-", "ч"), "kWh", 1), (("квтч",), "kWh", 1),
    (("киловатт", "-", "час"), "kWh", 1), (("мвт",), "W", 1e6), (("гвт",), "W", 1e9), (("мегаватт",), "W", 1e6),
    (("гигаватт",), "W", 1e9),
)  # fmt: skip
_TIMES = {"раз", "раза"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit read at pieces up to `stop`: its code, kind (money, percent, points, times, persons, volume, share)
    and the factor that turns the number into base units."""

    code: str
    kind: str
    stop: int
    factor: float = 1.0


@lru_cache(maxsize=50_000)
def currency_word(text: str) -> str | None:
    """The currency a word names.

    >>> currency_word("долларами"), currency_word("сумма"), currency_word("тенге")
    ('USD', None, 'KZT')
    """
    if text in _CODES:
        return "RUB" if text == "rur" else text.upper()
    for stem, endings, code in _ENDINGS:
        if text.startswith(stem) and text[len(stem) :] in endings:
            return code
    return None


def unit_before(line: Sequence[Piece], i: int) -> tuple[str, int] | None:
    """The currency written before piece `i` and the piece it begins at: «$», «US$», «USD», «Rs.», «евро 20»."""
    if i < 1:
        return None
    sign = line[i - 1].text
    if sign in _SIGNS:
        first = i - 1
        if i >= 2 and line[i - 2].text in {"us", "сша"} and line[i - 2].end == line[i - 1].start:
            first, code = i - 2, "USD"
            return code, first
        return _SIGNS[sign], first
    if sign in _CODES or sign in {"евро", "euro"}:
        return currency_word(sign) or "EUR", i - 1
    if sign == "rs":
        return "INR", i - 1
    if sign == "." and i >= 2 and line[i - 2].text == "rs":
        return "INR", i - 2
    return None


def unit_after(line: Sequence[Piece], i: int) -> Unit | None:
    """The unit that begins at piece `i`."""
    if i >= len(line):
        return None
    word = line[i].text
    return (
        _percent(line, i)
        or _money(line, i)
        or _counted(line, i)
        or (Unit("x", "times", i + 1) if word in _TIMES else None)
    )


@cache
def _peoples() -> frozenset[str]:
    """Every form of the names of peoples: «поляков», «грекам»."""
    return frozenset(
        word
        for word, entries in index("ru").items()
        if any(entry.form == "demonym" and len(entry.words) == 1 for entry in entries)
    )


def _percent(line: Sequence[Piece], i: int) -> Unit | None:
    word = line[i].text
    if word == "-" and i + 1 < len(line) and line[i + 1].text.startswith("процентн"):
        return Unit("%", "percent", i + 2)
    following = line[i + 1].text if i + 1 < len(line) else ""
    if word.startswith("процентн") and following.startswith("пункт"):
        return Unit("pp", "points", i + 2)
    if word == "пп" or (word == "п" and [p.text for p in line[i + 1 : i + 3]] in ([".", "п"], ["п", "."])):
        stop = i + 1 if word == "пп" else i + 3
        return Unit("pp", "points", stop + (stop < len(line) and line[stop].text == "."))
    if word == "%" or word.startswith("процент") or word in {"проц", "процентик"}:
        if following in {"п", "пунктов", "пункта", "пункт"} and word != "процент":
            return Unit("pp", "points", i + 2)
        return Unit("%", "percent", i + 1 + (word == "проц" and following == "."))
    return None


def _money(line: Sequence[Piece], i: int) -> Unit | None:
    word = line[i].text
    if word in _SIGNS:
        return Unit(_SIGNS[word], "money", i + 1)
    if word in {"us", "ac", "€ur"}:
        following = line[i + 1].text if i + 1 < len(line) else ""
        if word == "us" and following == "$":
            return Unit("USD", "money", i + 2)
        if word == "ac":
            return Unit("EUR", "money", i + 1)
    if word == "rs":
        return Unit("INR", "money", i + 1)
    code = currency_word(word)
    if code is not None:
        stop = i + 1
        if stop < len(line) and line[stop].text == "." and word in {"долл", "руб", "грн"}:
            stop += 1
        if stop < len(line) and line[stop].text == "сша":
            stop += 1
        return Unit(code, "money", stop)
    if i + 1 < len(line):
        plain = currency_word(line[i + 1].text)
        if plain is not None:
            for stem, base, own in _WHOSE:
                if word.startswith(stem) and base == plain:
                    return Unit(own, "money", i + 2)
            if word.startswith(_ADJECTIVE_OK):
                return Unit(plain, "money", i + 2)
    return None


@lru_cache(maxsize=50_000)
def _volumes(word: str) -> tuple[tuple[tuple[str, ...], str, float], ...]:
    """The volumes whose name can begin with a word: few words begin any."""
    return tuple(
        v for v in _VOLUMES if (word.startswith(v[0][0]) if len(v[0][0]) > 2 and v[0][0] != "барр" else word == v[0][0])
    )


def _counted(line: Sequence[Piece], i: int) -> Unit | None:
    word = line[i].text
    for parts, code, factor in _volumes(word):
        window = [p.text for p in line[i : i + len(parts)]]
        if len(window) == len(parts) and all(
            w.startswith(part) if len(part) > 2 else w == part for w, part in zip(window, parts, strict=True)
        ):
            return Unit(code, "volume", i + len(parts), factor)
    if word.startswith(_BY_THE_PIECE):
        return Unit("units", "volume", i + 1)
    if word.startswith(_ASKED) and i + 2 < len(line) and line[i + 2].text.startswith("убежищ"):
        return Unit("units", "volume", i + 1)
    if word.startswith("рабоч") and i + 1 < len(line) and line[i + 1].text.startswith("мест"):
        return Unit("units", "count", i + 2)
    if (word.startswith(_PEOPLE) or word in _peoples()) and word not in {"военных", "военные"}:
        return Unit("persons", "persons", i + 1)
    if word.endswith(_OF_MANY) and i + 1 < len(line) and word not in {"военных", "рабочих"}:
        described = _counted(line, i + 1)  # «64 российских военнослужащих»
        if described is not None and described.kind in ("persons", "count"):
            return described
    if word in {"военных", "военные"}:
        following = line[i + 1].text if i + 1 < len(line) else ""
        noun = following.startswith(_THINGS)
        return None if noun else Unit("persons", "persons", i + 1)
    return None
