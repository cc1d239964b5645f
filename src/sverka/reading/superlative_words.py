"""The words of superlatives: which say «first of all», what may be ranked and by which measure, which place it is."""

import re

from sverka.reading.document import Token

#: Superlatives by their ending («крупнейший», «старейший», «величайший») and those that have none.
SUPERLATIVE = re.compile(
    r"(?:\w+(?:ейш|айш)|наибольш|наименьш|главн|ведущ|основн|ключев|худш|лучш)(?:ий|ая|ее|ие|его|ей|их|ему|им|ими|ую|ем|ый|ой|ое|ые|"
    r"ого|ых|ому|ым|ыми|ом)$"
)
#: Which rank only partners and the like: «основные партнёры», but «основные страны» are no first ones.
LOOSE = ("основн", "ключев")
LEAST = (
    "наименьш",
    "мельчайш",
    "самый низк",
    "самый мал",
    "самый маленьк",
    "самый бедн",
    "самый нищ",
    "беднейш",
    "слабейш",
)
#: What may be ranked, and by what measure; "": the adjective says.
NOUNS = {
    "экономика": "economy", "держава": "power", "игрок": "power", "экспортер": "exporter", "импортер": "trade.imports",
    "производитель": "other", "поставщик": "exporter", "потребитель": "other", "покупатель": "trade.imports",
    "страна": "", "государство": "", "республика": "", "демократия": "population", "армия": "military.personnel",
    "флот": "military.equipment", "контингент": "military.personnel", "группировка": "military.personnel",
    "запас": "energy.volume", "население": "population", "бюджет": "budget", "донор": "aid", "получатель": "aid",
    "нетто-получатель": "budget", "спонсор": "aid", "жертвователь": "aid", "плательщик": "budget", "вкладчик": "budget",
    "нетто-плательщик": "budget", "кредитор": "debt", "инвестор": "investment", "арсенал": "military.equipment",
    "рынок": "trade.exports", "должник": "debt", "заемщик": "debt", "союзник": "ally", "союзница": "ally",
    "партнер": "partner", "контрагент": "partner", "клиент": "partner", "заказчик": "partner",
    "соперник": "rival", "конкурент": "rival", "противник": "rival",
    "оппонент": "rival", "враг": "enemy", "недруг": "enemy",
    "число": "other", "количество": "other", "доля": "other", "член": "other", "угроза": "threat",
}  # fmt: skip
#: How a dealer in the list of a state is told: who buys from it takes its exports.
DEALERS = {"покупатель": "trade.exports", "импортер": "trade.exports"}
#: Measures that are themselves the highest or the lowest somewhere: «самая низкая безработица в ЕС – в Чехии».
MEASURES = {
    "безработица": "jobs", "инфляция": "inflation", "долг": "debt", "госдолг": "debt", "задолженность": "debt",
    "рождаемость": "population", "смертность": "population", "плотность": "population", "цена": "price",
    "доход": "income", "зарплата": "income", "жизнь": "population", "взнос": "budget", "дефицит": "budget",
    "налог": "tariff", "пошлина": "tariff", "тариф": "tariff", "явка": "vote", "армия": "military.personnel",
    "контингент": "military.personnel", "бюджет": "budget", "расход": "budget", "показатель": "", "рост": "gdp.growth",
    "прирост": "", "увеличение": "",
    "уровень": "", "ввп": "gdp", "экономика": "gdp", "население": "population", "территория": "territory",
    "площадь": "territory", "запас": "energy.volume",
}  # fmt: skip
#: The measure a stem near the place tells, the first that is found.
BY = (
    (r"(?:расход|трат|затрат|выдел|ассигнован)\w* (?:\w+ )?на (?:вооружен|арми|воен|оборон)", "military.spending"),
    ("темпам экономич", "gdp.growth"), ("темпам роста эконом", "gdp.growth"), ("темпам роста ввп", "gdp.growth"),
    ("экономическому росту", "gdp.growth"), ("росту ввп", "gdp.growth"), ("росту эконом", "gdp.growth"),
    ("милитари", "military.spending"), ("миллитари", "military.spending"),
    ("миротвор", "military.personnel"), ("контингент", "military.personnel"), ("военнослуж", "military.personnel"),
    ("безработ", "jobs"), ("инфляц", "inflation"), ("приезж", "tourism"), ("турист", "tourism"), ("туризм", "tourism"),
    ("воен", "military.spending"), ("оборон", "military.spending"), ("долг", "debt"), ("задолжен", "debt"),
    ("беженц", "migration"), ("мигрант", "migration"), ("душ", "income"), ("населен", "population"),
    ("жител", "population"), ("богат", "income"), ("бедн", "income"), ("нищ", "income"), ("зажиточ", "income"),
    ("развит", "economy"), ("силь", "power"), ("мощ", "power"), ("площад", "territory"), ("территор", "territory"),
    ("ввп", "gdp"), ("эконом", "gdp"), ("экспорт", "trade.exports"), ("вывоз", "trade.exports"),
    ("импорт", "trade.imports"), ("ввоз", "trade.imports"), ("нефт", "energy.volume"), ("газ", "energy.volume"),
    ("спг", "energy.volume"), ("золот", "other"), ("взнос", "budget"), ("бюджет", "budget"), ("расход", "budget"),
    ("инвестиц", "investment"), ("вооружен", "military.equipment"), ("технолог", "technology"), ("помощ", "aid"),
    ("дорог", "price"), ("дорож", "price"), ("дешев", "price"), ("цен", "price"), ("пошлин", "tariff"),
    ("инвестор", "investment"), ("вложен", "investment"), ("кредитор", "creditor"), ("должник", "debt"),
    ("партнер", "partner"), ("поставщик", "exporter"),
    ("товарооборот", "trade.turnover"), ("оборот", "trade.turnover"), ("торговл", "trade.turnover"),
)  # fmt: skip
#: What places are told of in: their words may say by what measure.
LISTS = frozenset({"список", "рейтинг", "перечень", "таблица", "тройка", "пятерка", "десятка", "мир"})
RATING = re.compile(
    r"(?<!\w)(?:рейтинг|списк|перечн|мест[оеау]|позици|строчк|строк[аеу]|лидер|лидиру|тройк|пят[её]рк|десятк|топ)"
)
_ORDINALS = {
    "первый": 1, "второй": 2, "третий": 3, "четвертый": 4, "пятый": 5, "шестой": 6, "седьмой": 7, "восьмой": 8,
    "девятый": 9, "десятый": 10, "одиннадцатый": 11, "двенадцатый": 12, "тринадцатый": 13, "четырнадцатый": 14,
    "пятнадцатый": 15, "шестнадцатый": 16, "семнадцатый": 17, "восемнадцатый": 18, "девятнадцатый": 19,
    "двадцатый": 20, "тридцатый": 30, "сороковой": 40, "пятидесятый": 50, "шестидесятый": 60, "сотый": 100,
}  # fmt: skip
#: The words ordinals are told by.
ORDINALS = frozenset(_ORDINALS)
_TENS = {"двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70,
         "восемьдесят": 80, "девяносто": 90, "сто": 100}  # fmt: skip
_DIGITS = re.compile(r"(\d{1,3})-(?:й|я|е|м|ю|ой|ая|ое|ом|ую|го|ей|му|ым|ми)$")


def ordinal(token: Token, before: Token | None = None) -> int:
    """The number an ordinal says («второе», «двадцать первое», «136-е»); 0 for other words."""
    digits = _DIGITS.match(token.text)
    if digits is not None:
        return int(digits[1])
    said = _ORDINALS.get(token.lemma, 0) if token.pos in ("ADJ", "NUM", "NOUN") else 0
    tens = _TENS.get(before.lemma, 0) if said and said < 10 and before is not None else 0
    return tens + said


def made(around: str) -> str:
    """What makers and users are ranked by: the fuel they make, never a flow they are told of beside."""
    return "energy.volume" if re.search(r"(?<!\w)(?:нефт|газ|спг|угл|электроэнерг|опек)", around) else "other"


def measure(around: str, otherwise: str) -> str:
    """The measure told by the words near a place."""
    return next((metric for stem, metric in BY if re.search(rf"(?<!\w){stem}", around)), otherwise)
