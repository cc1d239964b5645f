"""Treaties: found by name as a text gives it, by parties and by date."""

import re
from dataclasses import dataclass
from functools import cache

from sverka.claims import Period
from sverka.claims.ids import name_of
from sverka.record.tables import Row, rows, split

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
#: Words that say only that it is a treaty, or join the others; they tell no treaty from another.
_EMPTY = frozenset(
    word[:_STEM]
    for word in (
        *(
            "договор",
            "соглашение",
            "декларация",
            "протокол",
            "хартия",
            "пакт",
            "акт",
            "меморандум",
            "заявление",
            "между",
        ),
        *("двусторонний", "межгосударственный", "межправительственный", "документ", "для", "при", "республика"),
        *("treaty", "agreement", "declaration", "protocol", "charter", "pact", "act", "memorandum", "statement"),
        *("the", "and", "with", "between", "for", "bilateral", "republic"),
    )
)


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty or document, with its row."""

    id: str
    name_en: str
    name_ru: str
    parties: tuple[str, ...]
    signed: Period | None
    in_force: Period | None
    ended: Period | None
    row: Row


def _date(cell: str) -> Period | None:
    return Period.parse(cell) if cell else None


@cache
def treaties() -> tuple[Treaty, ...]:
    """Every treaty in the record."""
    return tuple(
        Treaty(
            row["id"],
            row["name_en"],
            row["name_ru"],
            split(row["parties"]),
            _date(row["signed"]),
            _date(row["in_force"]),
            _date(row["ended"]),
            row,
        )
        for row in rows("treaties")
    )


def words(name: str) -> frozenset[str]:
    """The stems by which a treaty's name is told from others: first letters of its words, empty words dropped."""
    stems = {w.casefold().replace("ё", "е")[:_STEM] for w in _WORD.findall(name)}
    return frozenset(stems - _EMPTY)


@cache
def _keys() -> tuple[tuple[Treaty, tuple[frozenset[str], ...]], ...]:
    def names(row: Row) -> list[str]:
        cells = (row["id"].partition(":")[2], row["name_ru"], row["name_en"])
        return [*cells, *split(row["aliases_ru"]), *split(row["aliases_en"])]

    return tuple((t, tuple(words(name) for name in names(t.row))) for t in treaties())


def find(name: str, parties: tuple[str, ...] = ()) -> list[Treaty]:
    """Treaties that a text may mean by this name, when these were among its parties; best first, ties kept.

    A treaty fits when every telling word of the given name stands in one of its names, and no given party is a stranger
    to it. The best are those whose name has the fewest words more than the given one. A name without telling words
    («договор») fits only through its parties.
    """
    wanted = words(name_of(name))
    found: list[tuple[int, Treaty]] = []
    for treaty, keys in _keys():
        if not set(parties) <= set(treaty.parties):
            continue
        rest = [len(key - wanted) for key in keys if wanted and wanted <= key]
        if rest:
            found.append((min(rest), treaty))
        elif not wanted and parties:
            found.append((0, treaty))
    if not found:
        return []
    best = min(rest for rest, _ in found)
    return [treaty for rest, treaty in found if rest == best]
