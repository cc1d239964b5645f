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
    return ""


def after_noun(tokens: Sequence[Token], first: int, head: int) -> bool:
    """True for a genitive that hangs on the noun before it: «экспорт | России»."""
    if not first or tokens[first - 1].pos not in ("NOUN", "PROPN") or led_by(tokens, first):
        return False
    return tokens[head].feats.get("Case") in ("Gen", None) or (
        tokens[head].text.isupper() and tokens[head].head == first - 1
    )
