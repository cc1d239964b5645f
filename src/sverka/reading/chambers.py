"""Parliaments: the state a chamber belongs to by its name, and the words for chambers and those who sit in them."""

from collections.abc import Sequence
from functools import lru_cache

from sverka.reading.document import Token
from sverka.reading.morphology import plain_letters
from sverka.reading.wordlists import words

#: Chambers that only one state has, by the beginning of their name.
_NAMED = {
    "эдускунт": "FIN", "стортинг": "NOR", "риксдаг": "SWE", "фолькетинг": "DNK", "альтинг": "ISL", "кнессет": "ISR",
    "бундестаг": "DEU", "бундесрат": "DEU", "рийгикогу": "EST", "мажилис": "KAZ", "хурал": "MNG", "скупщин": "SRB",
    "госдум": "RUS", "совфед": "RUS",
}  # fmt: skip
#: Of more than one word: «палата общин», «Верховная рада», «Жогорку Кенеш», «Милли меджлис».
_PHRASES = {
    ("палат", "общин"): "GBR",
    ("палат", "лордов"): "GBR",
    ("верховн", "рад"): "UKR",
    ("жогорку", "кенеш"): "KGZ",
    ("милли", "меджлис"): "AZE",
    ("олий", "мажлис"): "UZB",
    ("государственн", "дум"): "RUS",
    ("совет", "федераци"): "RUS",
}
CHAMBERS = words(
    """парламент сенат палата конгресс дума госдума рада меджлис мажилис сейм бундестаг бундесрат кнессет собрание
    хурал скупщина ассамблея эдускунта стортинг риксдаг фолькетинг альтинг рийгикогу кенеш кортесы"""
)
MEMBERS = words("депутат сенатор законодатель парламентарий конгрессмен народоизбранник")
_STEMS = tuple(_NAMED)
_BEGINNINGS = (*_STEMS, *{one for one, _ in _PHRASES})
#: Assemblies of many states: they vote as what they are.
ASSEMBLIES = frozenset({"EuropeanParliament", "PACE", "UNGA", "UNSC"})


def is_chamber(lemma: str) -> bool:
    """Whether a noun says a chamber, one of the named ones in whatever form the dictionary makes of it."""
    return lemma in CHAMBERS or lemma.startswith(_STEMS)


@lru_cache(maxsize=50_000)
def opens_chamber(word: str) -> bool:
    """False for a word that the name of no chamber begins with, as most are."""
    return plain_letters(word).startswith(_BEGINNINGS)


def chamber_at(tokens: Sequence[Token], k: int) -> tuple[str, int]:
    """The state whose chamber is named at token `k`, and the last token of the name; ("", k) for no such name."""
    if not opens_chamber(tokens[k].text):
        return "", k
    word = plain_letters(tokens[k].text)
    following = plain_letters(tokens[k + 1].text) if k + 1 < len(tokens) else ""
    for (one, two), state in _PHRASES.items():
        if word.startswith(one) and following.startswith(two):
            return state, k + 1
    state = next((state for stem, state in _NAMED.items() if word.startswith(stem)), "")
    return state, k
