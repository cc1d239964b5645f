"""Names in English text: states, organizations and treaties of the record, and persons by their capitals."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sverka.reading.document import Document, Name
from sverka.reading.english.persons import persons
from sverka.reading.english.text import straight
from sverka.reading.gazetteer import index as gazetteer
from sverka.reading.homonyms import settled
from sverka.record.tables import rows, split

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)+\.?|[^\W_]+(?:[-&+][^\W_]+)*\+?")
_ASIDE = re.compile(r"(?<!\s)\s*\([^()]*\)")
_TAIL = re.compile(r"'s?$")
#: Words before a name that make it another place.
_OTHER_PLACE = re.compile(
    r"(?:state of|university of|atlanta,|athens,|new|washington post|port of|gulf of|sea of|strait of|"
    r"bank of|duke of|east|south|north|latin|central|bay of) $",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(
    r" (?:post|times|d\.?c|university|airport|sea|street|square|state university|consensus|strait)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Known:
    words: tuple[str, ...]
    id: str
    kind: str
    form: str
    rank: int
    end: str
    capital: bool  # abbreviations, matched letter by letter


def fold_word(word: str) -> str:
    """A word as it is compared: lower case, British and American spellings alike."""
    low = word.lower().replace(".", "")
    return (
        low.replace("organisation", "organization").replace("co-operation", "cooperation").replace("defence", "defense")
    )


@cache
def _index() -> dict[str, tuple[_Known, ...]]:
    found: dict[str, dict[_Known, None]] = {}

    def add(text: str, id_: str, kind: str, form: str, rank: int, end: str = "") -> None:
        short = text.replace(".", "")
        exact = short.isupper() and len(short) < 9 and " " not in text
        text = _ASIDE.sub("", straight(text))
        words = tuple(fold_word(_TAIL.sub("", w)) for w in _WORD.findall(text))
        if words and words[0] == "the" and len(words) > 1:
            words = words[1:]
        if words:
            found.setdefault(words[0], {})[_Known(words, id_, kind, form, rank, end, exact)] = None

    for first in gazetteer("en").values():
        for entry in first:
            if entry.kind != "state":
                continue
            words = tuple(sorted(w)[0] for w in entry.words)
            text = " ".join(words).replace(" - ", "-").replace(" . ", ".").replace(" .", ".")
            text = re.sub(r"\b([a-z])\. ?(?=[a-z]\b)", r"\1.", text)
            exact = entry.exact
            folded = tuple(fold_word(w) for w in _WORD.findall(_ASIDE.sub("", text)))
            if folded and folded[0] == "the" and len(folded) > 1:
                folded = folded[1:]
            if folded:
                known = _Known(folded, entry.id, "state", entry.form, entry.rank, entry.end, exact)
                found.setdefault(folded[0], {})[known] = None
    for row in rows("organizations"):
        for cell in (row["name_en"], *split(row["abbr_en"]), *split(row["aliases_en"])):
            add(cell, row["id"], "organization", "noun", 0)
    # with capitals and without an owner the press means the one of 2010
    add("Customs Union", "CustomsUnion", "organization", "noun", 1)
    for row in rows("treaties"):
        for cell in (row["name_en"], *split(row["aliases_en"])):
            add(cell, row["id"], "treaty", "noun", 0)
    return {w: tuple(sorted(ks, key=lambda k: (-len(k.words), k.rank))) for w, ks in found.items()}


def names(document: Document, spans: Sequence[tuple[int, int]]) -> list[Name]:
    """Every name, in order of position; longer ones win over those inside them."""
    found: list[Name] = []
    day = document.published.isoformat() if document.published else ""
    for start, end in spans:
        found.extend(_of_record(straight(document.text[start:end]), start, day))
    found = settled(found)
    taken = [(n.start, n.end) for n in found if n.form not in ("adjective", "demonym")]
    people = persons(document.text, spans, taken)
    return _merged([_brussels(n, document.text, found) for n in found], people)


def _brussels(name: Name, text: str, found: Sequence[Name]) -> Name:
    """Brussels is the Union, unless the text speaks of Belgium."""
    if name.form == "capital" and name.id == "BEL" and not any(n.id == "BEL" and n.form != "capital" for n in found):
        return replace(name, id="EU", kind="organization", form="capital", candidates=("BEL",))
    return name


def _merged(found: Sequence[Name], people: Sequence[Name]) -> list[Name]:
    """Both in order; a name inside a person's goes."""
    out: list[Name] = []
    person_end = -1
    for name in sorted([*found, *people], key=lambda n: (n.start, n.kind != "person", -n.end, n.id)):
        if name.kind == "person":
            while out and out[-1].end > name.start:
                out.pop()
            person_end = name.end
        elif name.start < person_end:
            continue
        out.append(name)
    return out


def _of_record(text: str, base: int, day: str) -> Iterator[Name]:
    words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]
    table = _index()
    i = 0
    while i < len(words):
        matched = [k for k in table.get(fold_word(words[i][2]), ()) if _fits(k, words, i, text)]
        matched = _admitted(matched, words, i, text)
        if not matched:
            yield from _compound(words[i], base, table)
            i += 1
            continue
        size = len(matched[0].words)
        same = sorted((k for k in matched if len(k.words) == size), key=lambda k: _rank_at(k, day))
        first = same[0]
        ids = dict.fromkeys(k.id for k in same if _rank_at(k, day) == _rank_at(first, day))
        start, end = words[i][0], words[i + size - 1][1]
        form = _form(first, same, text, end)
        before = text[max(0, start - 12) : start].lower()
        literal = form == "capital" and re.search(r"\b(?:in|at|from|near|outside) $", before) is not None
        yield Name(base + start, base + end, first.id, first.kind, form, tuple(list(ids)[1:]), literal)
        i += size


@cache
def _prefixes() -> dict[str, str]:
    """First parts of compounds: «Sino», «Russo»."""
    return {
        fold_word(r["text"]): r["state"] for r in rows("state_names") if r["language"] == "en" and r["form"] == "prefix"
    }


def _compound(word: tuple[int, int, str], base: int, table: Mapping[str, Sequence[_Known]]) -> Iterator[Name]:
    """«Russian-German», «Sino-Indian», «US-China»: a name for each part, where every part is one."""
    start, _, text = word
    parts = text.split("-")
    found: list[Name] = []
    for part in parts:
        known = next((k for k in table.get(fold_word(part), ()) if len(k.words) == 1 and k.kind == "state"), None)
        id_ = known.id if known is not None else _prefixes().get(fold_word(part))
        if id_ is None or not part[:1].isupper():
            return
        form = known.form if known is not None and known.form == "noun" else "adjective"
        found.append(Name(base + start, base + start + len(part), id_, "state", form))
        start += len(part) + 1
    if len(found) == 2 and found[0].id != found[1].id:
        yield from found


def _rank_at(known: _Known, day: str) -> int:
    return known.rank + 2 * bool(known.end and (not day or known.end < day))


def _form(first: _Known, same: Sequence[_Known], text: str, end: int) -> str:
    """«Kazakh» is an adjective before a noun and a person elsewhere."""
    forms = {k.form for k in same if k.id == first.id}
    if "adjective" in forms and "demonym" in forms:
        following = re.match(r"[- ]([a-z]+)", text[end:])
        verb = following is not None and following.group(1) in _NOT_NOUN
        return "adjective" if following is not None and not verb else "demonym"
    return first.form


_NOT_NOUN = frozenset("and or who was is were are has have had will in on at of to from by for with".split())  # noqa: SIM905


def _settled_word(known: _Known, raw: str) -> bool:
    """Abbreviations that have become words: Nato, Asean, Mercosur, but not Guam or Safe."""
    return known.kind == "organization" and raw.istitle() and (len(raw) > 5 or raw in ("Nato", "Asean", "Opec", "Apec"))


def _fits(known: _Known, words: Sequence[tuple[int, int, str]], i: int, text: str) -> bool:
    size = len(known.words)
    if i + size > len(words):
        return False
    raw = words[i][2]
    if not raw[:1].isupper() and not (known.form == "noun" and raw[:1].isdigit()):
        return size == 1 and known.kind == "organization" and raw == "eurozone" and known.words == ("eurozone",)
    if known.capital and not raw.replace(".", "").isupper() and not _settled_word(known, raw):
        return False
    for k in range(size):
        if fold_word(words[i + k][2]) != known.words[k]:
            return False
        if k and not re.fullmatch(r"[ .\-–—&,']{1,3}", text[words[i + k - 1][1] : words[i + k][0]]):
            return False
    return True


def _admitted(matched: list[_Known], words: Sequence[tuple[int, int, str]], i: int, text: str) -> list[_Known]:
    """Without the homonyms: the Washington Post, New Mexico, «Who» at the head of a sentence."""
    if not matched or len(matched[0].words) > 1:
        return matched
    start, end, raw = words[i]
    before, after = text[max(0, start - 20) : start], text[end : end + 24]
    if (raw in ("Who", "WHO") and raw != "WHO") or after.startswith("$"):
        return []
    if raw in ("US", "UK", "EU", "UN", "UAE", "DRC") or raw.replace(".", "") in ("US", "UK", "EU", "UN"):
        return matched
    if (
        raw.isupper()
        and len(raw) <= 3
        and fold_word(raw) in ("ep", "ea", "es", "ec", "cu", "it", "as", "us", "who")
        and raw not in ("WHO", "EC")
    ):
        return []
    if (
        _OTHER_PLACE.search(before)
        and before.strip()[:1].isupper()
        and not re.search(r"\b(?:south|north|east|central) $", before)
    ):
        return []
    if re.search(r"\b(?:South|North|New|East|West|Latin|Equatorial|Papua New|Inner|Outer) $", before):
        return []
    if _OTHER_AFTER.match(after):
        return []
    if fold_word(raw) in ("us", "pole", "thai", "common", "ministry") and raw != "US":
        return []
    if (
        fold_word(raw) in ("chad", "jordan")
        and re.match(r" [A-Z]", after)
        and not re.match(r" (?:and|is|was)\b", after)
    ):
        return []
    return matched
