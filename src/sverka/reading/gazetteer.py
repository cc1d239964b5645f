"""The record's names, ready to be found in inflected text: by their first word, in any of its forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from razdel import tokenize

from sverka.reading.morphology import forms, plain_letters
from sverka.record.tables import rows, split

#: Forms of a state's name in the record, and what a Name made of them is called.
_FORMS = {
    "name": "noun",
    "official": "noun",
    "abbreviation": "noun",
    "alias": "noun",
    "metonym": "noun",
    "adjective": "adjective",
    "demonym_m": "demonym",
    "demonym_f": "demonym",
    "demonym_pl": "demonym",
    "government": "government",
}
_SIGNS = str.maketrans("–—−‑'`ʼ‘", "----’’’’")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name as the record writes it. `exact`: abbreviations, matched letter by letter; `proper`: needs a capital."""

    id: str
    kind: str
    form: str
    rank: int  # 0 for the plainest names; higher ones give way
    exact: bool
    proper: bool
    end: str  # the day it stopped being so, as the record writes it
    words: tuple[frozenset[str], ...]

    def rank_at(self, day: str) -> int:
        """The rank on a day (ISO), or now when it is empty: names of what is gone give way."""
        return self.rank + 2 * bool(self.end and (not day or self.end < day))

    def lists_two(self, day: str) -> bool:
        """True for the name of a state that is gone and that lists two there are: «Сербия и Черногория» since 2006."""
        return bool(self.end) and day > self.end and any("и" in word for word in self.words[1:-1])


@lru_cache(maxsize=100_000)
def key(word: str) -> str:
    """A token as it is compared: dashes and apostrophes are alike."""
    return plain_letters(word).translate(_SIGNS)


def _words(text: str, language: str, inflects: bool) -> tuple[frozenset[str], ...]:
    tokens = [t.text for t in tokenize(text)]
    if language != "ru" or not inflects:
        return tuple(frozenset({key(t)}) for t in tokens)
    return tuple(frozenset(key(form) for form in forms(t)) for t in tokens)


def _entry(id_: str, kind: str, form: str, text: str, language: str, rank: int, end: str = "") -> Entry:
    # An abbreviation in capitals may take an ending (ГУАМа); then it is matched letter by letter up to the ending.
    exact = text.isupper() and len(text) < 9 and " " not in text
    capital = not any(word[:1].isupper() for word in text.split()[1:])  # «организация Североатлантического договора»
    proper = form not in ("adjective", "demonym", "prefix") and not text[:1].islower()  # «еврозона» is no proper name
    proper = proper and (kind != "organization" or capital)
    return Entry(id_, kind, form, rank, exact, proper, end, _words(text, language, not text.isupper()))


@cache
def _ends() -> dict[str, str]:
    """States that are gone, and since when."""
    last: dict[str, list[str]] = {}
    for row in rows("state_spans"):
        last.setdefault(row["id"], []).append(row["end"])
    return {id_: max(ends) for id_, ends in last.items() if all(ends)}


def _entries(language: str) -> Iterator[Entry]:
    for row in rows("state_names"):
        if row["language"] == language and row["form"] in _FORMS:
            text = row["text"]
            if row["form"] == "metonym" and " " in text:
                text = text[:1].lower() + text[1:]  # «страна восходящего солнца»: the press writes it either way
            rank = 0 if row["form"] in ("name", "official", "abbreviation", "adjective") else 1
            yield _entry(
                row["state"], "state", _FORMS[row["form"]], text, language, rank, _ends().get(row["state"], "")
            )
    for row in rows("capitals"):
        end = row["end"] or _ends().get(row["state"], "")
        yield _entry(row["state"], "state", "capital", row[f"name_{language}"], language, 1, end)
    for row in rows("organizations"):
        kind, id_ = "organization", row["id"]
        for cell in (row[f"name_{language}"], row[f"abbr_{language}"], *split(row[f"aliases_{language}"])):
            if cell:
                yield _entry(id_, kind, "noun", cell, language, 0)
        if language == "ru" and row["abbr_en"]:
            yield _entry(id_, kind, "noun", row["abbr_en"], "en", 1)
    for row in rows("treaties"):
        for cell in (row[f"name_{language}"], *split(row[f"aliases_{language}"])):
            if cell:
                yield _entry(row["id"], "treaty", "noun", cell, language, 0)


@lru_cache(maxsize=10)
def index(language: str) -> dict[str, tuple[Entry, ...]]:
    """First word, in every form and in plain letters → the names that begin with it, longest first."""
    found: dict[str, dict[Entry, None]] = {}
    for entry in _entries(language):
        for first in entry.words[0] if entry.words else ():
            found.setdefault(first, {})[entry] = None
    return {first: tuple(sorted(entries, key=lambda e: -len(e.words))) for first, entries in found.items()}


@cache
def prefixes() -> dict[str, tuple[str, ...]]:
    """First parts of compound adjectives («российско») → ids of states."""
    found: dict[str, dict[str, None]] = {}
    for row in rows("state_names"):
        if row["language"] == "ru" and row["form"] == "prefix":
            found.setdefault(key(row["text"]), {})[row["state"]] = None
    return {text: tuple(ids) for text, ids in found.items()}
