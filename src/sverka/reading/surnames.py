"""Surnames the record knows: those of its office-holders, of one word or several."""

from collections.abc import Mapping, Sequence
from functools import cache

from sverka.reading.morphology import plain_letters
from sverka.record.tables import rows


@cache
def known_surnames() -> Mapping[str, str]:
    """Surnames of the record's office-holders, from plain letters to the record's spelling."""
    return {plain_letters(row["person_ru"]): row["person_ru"] for row in rows("offices") if row["person_ru"]}


@cache
def known_given() -> Mapping[str, frozenset[str]]:
    """Given names of the record's office-holders by surname, in plain letters."""
    found: dict[str, set[str]] = {}
    for row in rows("offices"):
        given = plain_letters(row["given_ru"]).replace("|", " ").split()
        found.setdefault(plain_letters(row["person_ru"]), set()).update(given)
    return {surname: frozenset(names) for surname, names in found.items()}


def is_regnal(word: str) -> bool:
    """True for the number of a monarch or pope: «Харальд V»."""
    return bool(word) and set(word) <= set("IVX")


def recorded_double(keys: Sequence[str]) -> str:
    """A surname of several words that the record knows: «Лопес Обрадор», «Лула да Силва»; "" for none."""
    for size in (4, 3, 2):
        for name in _doubles().get((size, *keys[-size:-1]), ()) if len(keys) >= size else ():
            stem = plain_letters(name).split()[-1].rstrip("аоьй")
            if keys[-1].startswith(stem) and len(keys[-1]) - len(stem) < 3:
                return name
    return ""


@cache
def _doubles() -> Mapping[tuple[int | str, ...], tuple[str, ...]]:
    """Recorded surnames of several words by how many they are and all but the last, in plain letters."""
    found: dict[tuple[int | str, ...], list[str]] = {}
    for plain, name in known_surnames().items():
        parts = plain.split()
        if len(parts) > 1 and not is_regnal(parts[-1].upper()):
            found.setdefault((len(parts), *parts[:-1]), []).append(name)
    return {key: tuple(names) for key, names in found.items()}
