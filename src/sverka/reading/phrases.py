"""Noun phrases from token to token: their nouns and prepositions, and the words that act for a state."""

from collections.abc import Sequence

from sverka.reading.document import Token
from sverka.reading.wordlists import words

#: Nouns that act for the state named beside them: «власти США», «российские войска», «МИД Турции».
BODIES = words(
    """власть правительство руководство администрация парламент мид минобороны министерство кабинет сенат конгресс
    сторона делегация дипломатия дипломат кремль президент государство страна республика народ режим монархия
    королевство лидер пресс-служба коллега визави ведомство дума госдума рада меджлис мажилис сейм бундестаг
    палата верхушка столица собрание хурал скупщина кортесы хунта"""
)
FORCES = words(
    """армия войско сила солдат военный миротворец авиация флот ввс вкс самолет истребитель контингент
    подразделение десантник спецназ пограничник танк бомбардировщик эсминец корабль авианосец вооруженный
    военнослужащий дивизия бригада батальон легион корпус часть инструктор советник боевик су-24 артиллерия
    ракета дрон беспилотник база полиция гвардия десант морпех штурмовик гарнизон легионер
    отряд рота полк взвод спецназовец"""
)
#: Nouns of bodies after which a name in quotes or in Latin letters stands in whatever case.
_CLASSES_OF_BODIES = words(
    """компания банк концерн корпорация фирма холдинг группа госкорпорация авиакомпания госкомпания партия движение
    группировка организация телеканал газета издание завод фонд консорциум объединение предприятие блок
    аэропорт аэродром лагерь полигон космодром"""
)
_BETWEEN = ("ADJ", "DET", "NUM")
#: What else may stand between a preposition and its noun: «с | его кубинским коллегой», «с „Газпромом“».
_SET_BEFORE = frozenset({"«", '"', "“", "„", "его", "ее", "её", "их"})


def bodied(tokens: Sequence[Token], first: int, head: int) -> tuple[int, int]:
    """Up to the noun a body hangs on: «нижняя палата | таджикского парламента» acts as one."""
    while (
        first
        and tokens[head].feats.get("Case") == "Gen"
        and tokens[first - 1].lemma in BODIES
        and tokens[first - 1].pos == "NOUN"
    ):
        first = head = first - 1
    held = tokens[first - 1].lemma in ("представитель", "депутат") and tokens[first - 2].lemma == "палата"
    if first > 1 and held and tokens[head].feats.get("Case", "Gen") == "Gen":
        first = head = first - 2  # «палата представителей | США»
    return first, head


def class_before(tokens: Sequence[Token], first: int) -> int:
    """The noun a body's name stands beside, which alone declines: «компания | „Нафта“», «банка | BNP»; -1 for none."""
    at = first - 1
    named = not tokens[first].text.isascii()
    if at >= 0 and tokens[at].text in '«“„"':
        at, named = at - 1, False
    return at if at >= 0 and not named and tokens[at].lemma in _CLASSES_OF_BODIES else -1


def noun_after(tokens: Sequence[Token], last: int) -> int:
    """The noun an adjective belongs to: the next one that may agree, over other adjectives."""
    for k in range(last + 1, min(last + 5, len(tokens))):
        if tokens[k].pos in ("NOUN", "PROPN"):
            return k
        if tokens[k].pos not in ("ADJ", "DET", "NUM", "VERB") and tokens[k].text not in ("и", ",", "-"):
            return -1
    return -1


def _set_before(token: Token, noun: Token) -> bool:
    """Whether a word may stand between a preposition and its noun; participles agree: «с | избранным президентом»."""
    agrees = token.pos == "VERB" and "Case" in token.feats and token.feats["Case"] == noun.feats.get("Case")
    return token.pos in _BETWEEN or agrees or token.text in _SET_BEFORE


def led_by(tokens: Sequence[Token], first: int) -> str:
    """The preposition before a noun phrase («с», not «со»; «в отношении» is one, too), "" for none."""
    at = first - 1
    while at > first - 4 and at >= 0 and _set_before(tokens[at], tokens[first]):
        at -= 1
    if at > 0 and tokens[at].text.lower() == "отношении" and tokens[at - 1].text.lower() == "в":
        return "в отношении"
    if at >= 0 and tokens[at].pos == "ADP":
        return {"во": "в", "со": "с", "ко": "к", "изо": "из", "об": "о"}.get(
            tokens[at].text.lower(), tokens[at].text.lower()
        )
    return _led_over(tokens, first)


def _led_over(tokens: Sequence[Token], first: int) -> str:
    """«С | прибывшим в Осло | премьером»: the preposition before a participle that has its own words behind it."""
    case = tokens[first].feats.get("Case")
    if first < 3 or case in (None, "Nom") or (case == "Gen" and tokens[first - 1].pos == "NOUN"):
        return ""
    for at in range(first - 2, max(first - 7, 0), -1):
        token = tokens[at]
        if token.pos == "PUNCT":
            return ""
        if token.feats.get("VerbForm") == "Part" and token.feats.get("Case") == case:
            same = token.feats.get("Number") == tokens[first].feats.get("Number")
            return led_by(tokens, at) if same and tokens[at - 1].pos == "ADP" else ""
    return ""


def after_noun(tokens: Sequence[Token], first: int, head: int) -> bool:
    """True for a genitive that hangs on the noun before it: «экспорт | России»."""
    if not first or tokens[first - 1].pos not in ("NOUN", "PROPN") or led_by(tokens, first):
        return False
    return tokens[head].feats.get("Case") in ("Gen", None) or (
        tokens[head].text.isupper() and tokens[head].head == first - 1
    )
