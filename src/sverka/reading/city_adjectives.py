"""Where a gathering is held as an adjective says: «брюссельский саммит», «самаркандская встреча»."""

from functools import lru_cache

from sverka.reading.cities import state_of_city
from sverka.reading.gazetteer import index, key

#: Endings of such adjectives, and what may stand in their place in the name of the town.
_ENDINGS = (
    ("асский", ("аск",)), ("инский", ("а", "и", "у", "о")), ("анский", ("а",)), ("цкий", ("ц", "цк", "к")),
    ("ьский", ("",)),
    ("ский", ("", "ь", "а", "и", "о", "е", "ы", "ск", "у")), ("йский", ("", "й", "и", "о", "я", "е")),
)  # fmt: skip
#: Those whose stem changes.
_OTHERS = {
    "московский": "RUS", "пражский": "CZE", "рижский": "LVA", "санкт-петербургский": "RUS", "петербургский": "RUS",
    "нью-йоркский": "USA", "гаагский": "NLD", "уфимский": "RUS", "дохийский": "QAT",
}  # fmt: skip


@lru_cache(maxsize=2000)
def state_of_adjective(lemma: str) -> str | None:
    """The state of the town an adjective is made from; None for any other adjective."""
    word = lemma.replace("ё", "е")
    if word in _OTHERS:
        return _OTHERS[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            for last in instead:
                if (state := _state(stem + last)) is not None:
                    return state
    return None


def _state(town: str) -> str | None:
    known = [e for e in index("ru").get(key(town), ()) if e.form == "capital" and len(e.words) == 1 and not e.end]
    capitals = {e.id for e in known}
    return state_of_city(town) or (capitals.pop() if len(capitals) == 1 else None)
