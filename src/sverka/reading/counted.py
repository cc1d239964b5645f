"""What is counted: whose currency a shared word is, and people where a living noun stands behind a number."""

from collections.abc import Iterator
from itertools import zip_longest

from sverka.claims.mention import Mention
from sverka.claims.proposition import Change, Figure
from sverka.reading.chambers import MEMBERS
from sverka.reading.document import Sentence
from sverka.reading.grading import EDGE
from sverka.reading.metrics import TRADE
from sverka.reading.quantities import Amount
from sverka.reading.wordlists import words

#: Currencies that share a word: «крон», «рупий», «фунтов» of whom.
_NAMESAKES = {
    "SEK": {"NOR": "NOK", "DNK": "DKK", "CZE": "CZK", "ISL": "ISK"},
    "INR": {"PAK": "PKR", "NPL": "NPR", "LKA": "LKR", "IDN": "IDR"},
    "GBP": {"EGY": "EGP", "SYR": "SYP", "LBN": "LBP", "SDN": "SDG"},
    "IRR": {"SAU": "SAR", "QAT": "QAR", "OMN": "OMR", "YEM": "YER"},
    "AZN": {"TKM": "TMT"},
    "MDL": {"ROU": "RON"},
}
#: Told in dollars where billions have no currency.
_IN_MONEY = frozenset({"trade.other", "debt", "aid", "investment", "military.spending"})
_BILLION = 1e9
#: What is counted in people where no unit is told.
_OF_PEOPLE = frozenset({"population", "military.personnel", "tourism", "migration", "casualties"})
#: Votes are counted, whoever casts them; traders are firms.
_NO_PEOPLE = TRADE | {"vote"}
#: Who votes in person, and what is counted instead.
_VOTERS = MEMBERS | words("человек избиратель житель гражданин участник делегат избирательница выборщик член")
_CAST = words("голос место мандат кресло бюллетень страна государство делегация резолюция")
#: Living nouns that mostly stand for states and firms.
_PARTIES = frozenset(
    """член участник партнер сосед союзник соперник конкурент лидер производитель поставщик экспортер импортер
    покупатель потребитель заказчик игрок кредитор донор оператор перевозчик спонсор заемщик подписант инвестор акционер
    учредитель основатель гарант посредник наследник преемник обладатель новичок субъект абонент""".split()  # noqa: SIM905
)
_BEASTS = frozenset(
    """корова бык теленок овца баран ягненок коза козел лошадь конь верблюд свинья поросенок олень собака кошка курица
    утка гусь птица рыба зверь животное слон тигр медведь волк кит панда""".split()  # noqa: SIM905
)
#: Money in which a rate of growth is another than in dollars.
_MONEYS = frozenset(
    {"RUB", "EUR", "KZT", "UAH", "BYN", "GBP", "CNY", "JPY", "TRY", "PLN", "CZK", "HUF", "GEL", "AMD", "AZN"}
)
#: How many adjectives may stand between.
_WORDS = 3


def people_behind(sentence: Sentence, last: int) -> bool:
    """True where the noun behind the token `last` names people: «12 повстанцев», «62 американских сенатора»."""
    for token in sentence.tokens[last + 1 : last + 1 + _WORDS]:
        if token.pos == "NOUN":
            living = token.feats.get("Animacy") == "Anim"
            return living and token.lemma.replace("ё", "е") not in _PARTIES | _BEASTS
        if token.pos != "ADJ" and token.feats.get("VerbForm") != "Part":
            return False
    return False


def _cast_by_people(sentence: Sentence, last: int) -> bool:
    """True for «118 депутатов», and for «47 – против» after it: voters are counted, not their votes."""
    tokens = sentence.tokens
    ahead = range(last, min(last + 1 + _WORDS, len(tokens)))
    for k in (*ahead, *range(last - 1, -1, -1)):
        lemma = tokens[k].lemma
        if lemma in _VOTERS:
            several: bool = tokens[k].feats.get("Number") == "Plur"
            return k >= last or several or (k > 0 and tokens[k - 1].text[-1:].isdigit())
        if lemma in _CAST:
            return False
    return False


def unit_of(amount: Amount, metric: str, parties: tuple[str, ...], sentence: Sentence, last: int) -> str:
    """The unit of an amount whose last token is `last`, as told or as what it measures is counted in."""
    unit = next((_NAMESAKES[amount.unit][p] for p in parties if p in _NAMESAKES.get(amount.unit, {})), amount.unit)
    if unit == "" and (metric in TRADE or (metric in _IN_MONEY and amount.scale >= _BILLION)):
        unit = "USD"
    if unit in ("", "units") and metric not in _NO_PEOPLE and people_behind(sentence, last):
        unit = "persons"
    if unit in ("", "units") and metric == "vote" and "UN" not in parties and _cast_by_people(sentence, last):
        unit = "persons"
    if unit == "":
        unit = "persons" if metric in _OF_PEOPLE else "units"
    # «умерли 1,4 тыс.», «трое сельчан»: whoever it befell
    return "persons" if metric == "casualties" and unit == "units" else unit


def in_their_money(mentions: list[Mention]) -> Iterator[Mention]:
    """«вырос на 9 % и составил 140 млрд рублей»: the rate is in roubles, in dollars it may have been any."""
    for mention, following in zip_longest(mentions, mentions[1:]):
        change, level = mention.proposition, following.proposition if following else None
        if isinstance(change, Change) and isinstance(level, Figure) and change.metric in TRADE:
            same = (level.metric, level.parties) == (change.metric, change.parties) and change.unit in ("%", "x")
            if same and level.unit in _MONEYS:
                yield mention.model_copy(update={"confidence": EDGE})
                continue
        yield mention
