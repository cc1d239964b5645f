"""Rivals: other states named nearby, with which a statement that fails would hold.

A number that does not fit the pair it was read with, and fits another pair of the same passage, was more likely read
with the wrong pair than written wrongly: the reader took «республика» or a dropped word for the wrong state. Then no
verdict is given, and the statement that would hold is shown.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sverka.claims import Change, Extreme, Figure, Proposition, Rank
from sverka.record import rows, states

#: How far from the words that carry a statement its parties may be named, in characters.
REACH = 700
#: A bound («more than 25 %») counts as meant only by a value this near above or below it, as a share of the number.
NEAR = 0.3
_WORD = re.compile(r"[^\W\d_]{3,}")
_FORMS = frozenset({"name", "alias", "abbreviation", "adjective", "demonym_pl"})
#: Fewest letters of a stem (of a word in small letters), most letters of an ending, most states that are tried.
_SHORTEST, _PLAIN, _ENDING, _MOST = 3, 5, 4, 8


@cache
def _by_stem() -> dict[str, str]:
    """Stem → state, for names, aliases, adjectives, demonyms and capitals; a stem that two share is nobody's."""
    found: dict[str, set[str]] = {}
    for row in rows("state_names"):
        if row["form"] in _FORMS and " " not in row["text"]:
            found.setdefault(_stem(row["text"], row["form"], row["language"]), set()).add(row["state"])
    for row in rows("capitals"):
        if not row["end"]:
            found.setdefault(_stem(row["name_ru"], "name", "ru"), set()).add(row["state"])
            found.setdefault(_stem(row["name_en"], "name", "en"), set()).add(row["state"])
    return {stem: next(iter(ids)) for stem, ids in found.items() if len(ids) == 1 and len(stem) >= _SHORTEST}


def _stem(name: str, form: str, language: str) -> str:
    """What is left of a Russian name when its ending goes: a vowel, й or ь; two letters of an adjective."""
    plain = name.casefold().replace("ё", "е")
    if language == "en" or form == "abbreviation":
        return plain
    if form == "adjective":
        return plain[:-2]
    return plain[:-1] if plain[-1] in "аеиоуыэюяйь" else plain


def named_near(text: str, span: tuple[int, int]) -> list[str]:
    """States named around a span, in the order of their first naming, at most eight."""
    return list(named_in(text[max(0, span[0] - REACH) : span[1] + REACH]))[:_MOST]


@lru_cache(maxsize=4)
def named_in(text: str) -> tuple[str, ...]:
    """States that a text names, in the order of their first naming.

    >>> named_in("Посол Франции в Астане")
    ('FRA', 'KAZ')
    """
    table, found = _by_stem(), dict[str, None]()
    for said in _WORD.findall(text):
        word = said.casefold().replace("ё", "е")
        # a short stem begins many words; only those with a capital letter can be names
        shortest = _SHORTEST if said[0].isupper() else _PLAIN
        for size in range(min(len(word), 24), max(shortest, len(word) - _ENDING) - 1, -1):
            if word[:size] in table:
                found.setdefault(table[word[:size]])
                break
    return tuple(found)


def rivals(proposition: Proposition, named: list[str]) -> Iterator[Proposition]:
    """The same statement with one of its parties replaced by another state named nearby."""
    if isinstance(proposition, Rank):
        for state in named:
            if proposition.of and state not in (proposition.of, proposition.subject):
                yield proposition.model_copy(update={"of": state})
    elif isinstance(proposition, Figure | Change | Extreme):
        for index, party in enumerate(proposition.parties):
            for state in named:
                if state not in proposition.parties and (states.exists(party) or party == "WLD"):
                    yield proposition.model_copy(
                        update={"parties": tuple(state if n == index else p for n, p in enumerate(proposition.parties))}
                    )


def is_near(proposition: Proposition, low: float | None, high: float | None) -> bool:
    """Whether the words would have been chosen for a value that agrees: any for = and ~, a near one for > and <."""
    if not isinstance(proposition, Figure | Change) or proposition.bound in "=~":
        return True
    if low is None or high is None:
        return False
    value, said = abs(low + high) / 2, max(abs(proposition.low), abs(proposition.high))
    return abs(value - said) <= NEAR * said
