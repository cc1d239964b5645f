"""Offices: who held which, from when to when."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from sverka.claims import Period
from sverka.claims.ids import name_of
from sverka.record import tables
from sverka.record.tables import Row, is_verified, rows, split

#: Signs and accented Latin letters as they are compared: a file and a newspaper seldom agree on accents.
_PLAIN = {
    **dict.fromkeys(range(0x300, 0x370), ""),
    **{code: unicodedata.normalize("NFKD", chr(code))[0] for code in (*range(0xE0, 0x250), *range(0x1E00, 0x1F00))},
    **{ord(letter): plain for letter, plain in zip("ё-’łøđı", "е 'lodi", strict=True)},
}
_ALSO = re.compile(r"\b(?:ru|en) also: ([^;]+)")


@dataclass(frozen=True, slots=True)
class Term:
    """One person's stretch in one office of a state or organization, as its row says; dates are parsed on demand."""

    row: Row

    @property
    def surname_ru(self) -> str:
        """Surname as the Russian press writes it."""
        return self.row["person_ru"]

    @property
    def given_ru(self) -> str:
        """Given name in Russian."""
        return self.row["given_ru"]

    @property
    def surname_en(self) -> str:
        """Surname in English; other spellings follow after `|`."""
        return self.row["person_en"]

    @property
    def given_en(self) -> str:
        """Given name in English; other spellings follow after `|`."""
        return self.row["given_en"]

    @property
    def office(self) -> str:
        """head_of_state, …, or `other:<title>`."""
        return self.row["office"]

    @property
    def state(self) -> str:
        """The state or organization."""
        return self.row["state"]

    @property
    def acting(self) -> bool:
        """Whether the person only stood in."""
        return self.row["acting"] == "yes"

    @property
    def period(self) -> Period:
        """The whole term, from its first day to its last; open while it lasts."""
        return tables.period(f"{self.row['start'] or '..'}/{self.row['end'] or '..'}")

    @property
    def confirmed(self) -> Period | None:
        """The days of the term on which a source that was opened shows the person in the office.

        Of a row that is not verified they are the only ones vouched for; of a verified row that is still open they end
        where its sources do. None where the row is verified from end to end, or nothing opened shows the person at all.
        """
        return tables.period(self.row["confirmed"]) if self.row["confirmed"] else None

    @property
    def surnames(self) -> frozenset[str]:
        """Every spelling of the surname, and the whole name where it is written in one order (Ким Чен Ын), folded."""
        spelt = [self.surname_ru, *split(self.surname_en), f"{self.surname_ru} {self.given_ru}"]
        spelt += [f"{surname} {given}" for surname in split(self.surname_en) for given in split(self.given_en)]
        for also in _ALSO.findall(self.row["note"]):
            spelt += also.split(",")
        return frozenset(fold(name.strip()) for name in spelt if name.strip())

    def name(self, language: str) -> str:
        """Given name and surname as the press of that language writes them."""
        if language == "ru":
            return f"{self.given_ru} {self.surname_ru}".strip()
        return f"{self.given_en.split('|')[0]} {self.surname_en.split('|')[0]}".strip()

    def is_vouched(self, days: Period | None = None) -> bool:
        """Whether something opened says that the person held the office then, or at any time where none is given.

        A verified row vouches for a period some day of which lies before the end of its sources; a row that is not,
        for one that lies wholly inside its confirmed days.
        """
        if self.confirmed is None or days is None:
            return self.confirmed is not None or is_verified(self.row)
        if is_verified(self.row):
            return days.start is None or self.confirmed.end is None or days.start <= self.confirmed.end
        return self.confirmed.contains(days)


@cache
def terms() -> tuple[Term, ...]:
    """Every term in the record."""
    return tuple(Term(row) for row in rows("offices") if row["start"] or row["end"])


def fold(name: str) -> str:
    """A name as it is compared: no case, no ё, no accents on Latin letters, no hyphens, no doubled blanks.

    >>> fold("Viktor  ORBÁN"), fold("Ałła-Йожеф")
    ('viktor orban', 'alla йожеф')
    """
    return " ".join(name.casefold().translate(_PLAIN).split())


@cache
def _by_surname() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for term in terms():
        for surname in term.surnames:
            found.setdefault(surname, []).append(term)
    return {surname: tuple(list_) for surname, list_ in found.items()}


@cache
def _by_office() -> dict[tuple[str, str], tuple[Term, ...]]:
    found: dict[tuple[str, str], list[Term]] = {}
    for term in terms():
        found.setdefault((term.state, term.office), []).append(term)
    return {key: tuple(sorted(list_, key=lambda t: t.row["start"])) for key, list_ in found.items()}


def terms_of(person: str) -> tuple[Term, ...]:
    """Every term of everybody with this surname (`person:Токаев`, `Токаев`, `Tokayev`), namesakes included."""
    return _by_surname().get(fold(name_of(person)), ())


def surname_of(person: str) -> str:
    """A surname, folded, as tables of visits and summits have it: «Ли Кэцян» is there as «Ли», «Kim Jong-un» as «Kim».

    A name that is no whole name of anybody in the record stays as it is.
    """
    name = fold(name_of(person))
    for term in terms_of(person):
        for surname, given in ((term.surname_ru, term.given_ru), *_english(term)):
            if name == fold(f"{surname} {given}"):
                return fold(surname)
    return name


def _english(term: Term) -> list[tuple[str, str]]:
    return [(surname, given) for surname in split(term.surname_en) for given in split(term.given_en)]


def holders(state: str, office: str, period: Period | None = None) -> tuple[Term, ...]:
    """Who held an office, oldest first; only those of a period when one is given."""
    found = _by_office().get((state, office), ())
    return found if period is None else tuple(t for t in found if t.period.overlaps(period))
