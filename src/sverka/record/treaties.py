"""Treaties: found by name as a text gives it, by parties and by date."""

import re
from dataclasses import dataclass
from functools import cache

from sverka.claims import Period
from sverka.claims.ids import name_of
from sverka.record.tables import Row, rows, split

_WORD = re.compile(r"([^\W\d_]{3,})(?:-(\d{1,2})(?!\d))?")
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
    """The stems by which a treaty's name is told from others: first letters of its words, empty words dropped.

    A number goes with its word, which tells alone, too: «СНВ-3» is a «СНВ», but no «СНВ-1».
    """
    found = [(w.casefold().replace("ё", "е")[:_STEM], number) for w, number in _WORD.findall(name)]
    return frozenset(stem for stem, _ in found if stem not in _EMPTY) | {f"{s}-{n}" for s, n in found if n}


@cache
def _keys() -> tuple[tuple[Treaty, tuple[frozenset[str], ...]], ...]:
    def names(row: Row) -> list[str]:
        cells = (row["id"].partition(":")[2], row["name_ru"], row["name_en"])
        return [*cells, *split(row["aliases_ru"]), *split(row["aliases_en"])]

    return tuple((t, tuple(words(name) for name in names(t.row))) for t in treaties())


def find(name: str, parties: tuple[str, ...] = ()) -> list[Treaty]:
    """Treaties that a text most likely means by this name: the best of `alike`, ties kept."""
    found = alike(name, parties)
    return [treaty for rest, treaty in found if rest == found[0][0]]


def alike(name: str, parties: tuple[str, ...] = ()) -> list[tuple[int, Treaty]]:
    """Every treaty that a text may mean by this name, when these were among its parties, the nearest first.

    A treaty fits when every telling word of the given name stands in one of its names, and no given party is a stranger
    to it; it comes with the number of words its name has more than the given one. A name without telling words
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
    return sorted(found, key=lambda pair: pair[0])
