"""Persons in English text: capitalised words after a title or «Mr», or known to the record by both names."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sverka.claims.ids import is_id
from sverka.reading.document import Name
from sverka.reading.english.text import straight
from sverka.record.offices import fold
from sverka.record.tables import rows, split

_PART = (
    r"(?:al-|el-|bin |ibn |van (?:der |den )?|von (?:der )?|de (?:la )?|da |di |dos |du |le |"
    r"la )?[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['-][^\W\d_]+)*\.?"
)
FULL = rf"{_PART}(?: {_PART}){{0,4}}"
_CAPITALS = re.compile(
    r"(?<![\w'-])[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['-][A-Za-zÀ-ÿ][^\W\d_]*)*\.?(?: (?:al-|el-|bin |ibn |"
    r"van |von |der |de |da |di |dos |du )?[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['-][^\W\d_]+)*\.?){1,4}"
)
_PARTICLES = frozenset("van von der den de da di dos du la le bin ibn al el".split())  # noqa: SIM905
_FAMILY_FIRST = frozenset(
    [
        "xi",
        "li",
        "wang",
        "wen",
        "jiang",
        "zhang",
        "zhao",
        "zhu",
        "zhou",
        "mao",
        "deng",
        "ma",
        "liu",
        "yang",
        "hu",
        "wu",
        "sun",
        "qin",
        "chen",
        "huang",
        "tang",
        "xie",
        "lin",
        "wei",
        "dong",
        "han",
        "yoon",
        "moon",
        "kim",
        "lee",
        "park",
        "nguyen",
        "tran",
        "pham",
        "to",
        "ban",
    ]
)
#: Words in capitals that begin no person's name.
_TITLE = frozenset(
    """
    President Premier Prime Minister Chancellor Foreign Secretary Defence Defense State King Queen Emir Sultan
    Speaker Vice Deputy Acting General Mr Mrs Ms Dr Interim Former The In On At Of For And But Economy Finance
    Energy Trade Interior Ambassador Commissioner Spokesman Spokeswoman Spokesperson Crown Prince Governor
    Senator Leader Chairman Director Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February
    March April May June July August September October November December Since When While After Before As If
    With Under Both Its His Her Their This That External Affairs Supreme
    """.split()  # noqa: SIM905
)


@cache
def _known() -> Mapping[str, frozenset[str]]:
    """Surnames of the record's office-holders, folded, with their given names."""
    found: dict[str, set[str]] = {}
    for row in rows("offices"):
        for surname in split(row["person_en"]):
            given = found.setdefault(fold(surname), set())
            given.update(w for name in split(row["given_en"]) for w in fold(name).split())
    return {surname: frozenset(given) for surname, given in found.items()}


def surname(words: Sequence[str]) -> str:
    """The surname among the words of a full name; the record knows which end it stands at.

    >>> surname(["Xi", "Jinping"]), surname(["Emmanuel", "Macron"]), surname(["Ursula", "von", "der", "Leyen"])
    ('Xi', 'Macron', 'von der Leyen')
    """
    words = [w.rstrip(".") if len(w) > 2 else w for w in words]
    if len(words) == 1:
        return words[0]
    known = _known()
    for size in (len(words) - 1, 2, 1):
        if 0 < size < len(words):
            tail = " ".join(words[-size:])
            if known.get(fold(tail), frozenset()) & set(fold(" ".join(words[:-size])).split()):
                return tail
    rest = set(fold(" ".join(words[1:])).split()) | {fold("".join(words[1:]))}
    if known.get(fold(words[0]), frozenset()) & rest:
        return words[0]
    if (
        len(words) > 1
        and words[0].lower() in _FAMILY_FIRST
        and (len(words) == 3 or "-" in words[-1] or fold(words[0]) in known)
    ):
        return words[0]
    for i in range(1, len(words) - 1):
        if words[i].lower() in _PARTICLES or words[i].lower().startswith(("al-", "el-")):
            return " ".join(words[i:])
    return words[-1]


def is_known(name: str) -> bool:
    """True for a surname of the record."""
    return fold(name) in _known()


def persons(text: str, spans: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> list[Name]:
    """Full names; later surnames alone stand for the person named before."""
    out: list[Name] = []
    seen: set[str] = set()
    ends = sorted(taken)
    at = 0
    for start, end in spans:
        while at < len(ends) and ends[at][1] <= start:
            at += 1
        stop = at
        while stop < len(ends) and ends[stop][0] < end:
            stop += 1
        here = _named(straight(text[start:end]), start, ends[at:stop], seen)
        out.extend(sorted(here, key=lambda n: n.start))
    return out


_LED = re.compile(
    r"(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Pp]remier|[Ss]ecretary|[Ss]pokes\w{1,20}|"
    r"[Ll]eader|King|Queen|Emir|Sultan|"
    r"[Ss]peaker),? ?$"
)
_FOLLOWED = re.compile(
    r", (?:[a-z'-]+ |[A-Z][a-z]+(?:'s)? ){0,3}(?:president|prime minister|minister|chancellor|"
    r"premier|leader|spokesman)\b|"
    r", [A-Z]\w+'s "
)
_WORD = re.compile(r"(?<![\w'-])[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:-[A-Z][^\W\d_]+)?(?![\w-])")
_TITLED = re.compile(r"(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Pp]remier) $")


def _named(piece: str, start: int, taken: Sequence[tuple[int, int]], seen: set[str]) -> list[Name]:
    """The persons of one sentence; `seen` are surnames of the text so far."""
    here: list[Name] = []
    for found in _CAPITALS.finditer(piece):
        cut = _trimmed(found.group(), start + found.start(), taken)
        if cut is None:
            continue
        words, a, b = cut
        name = surname(words)
        led = _LED.search(piece[max(0, a - start - 20) : a - start])
        given = _known().get(fold(name), frozenset()) & {fold(w) for w in words} if len(words) > 1 else frozenset()
        if led or given or _FOLLOWED.match(piece, b - start):
            here.append(Name(a, b, f"person:{name}", "person", "noun"))
            seen.add(name)
    for found in _WORD.finditer(piece):
        word = found.group()
        left = piece[max(0, found.start() - 12) : found.start()]
        honoured = left.endswith(("Mr ", "Mr. ", "Ms ", "Ms. ", "Mrs ", "Mrs. "))
        titled = _TITLED.search(left) is not None and is_known(word) and word not in _TITLE
        if not (word in seen or honoured or titled):
            continue
        a, b = start + found.start(), start + found.end()
        if not any(n.start < b and a < n.end for n in here) and not any(s < b and a < e for s, e in taken):
            here.append(Name(a, b, f"person:{word}", "person", "noun"))
    return [found for found in here if is_id(found.id)]


def _trimmed(group: str, start: int, taken: Sequence[tuple[int, int]]) -> tuple[list[str], int, int] | None:
    """The words of a name without titles in front and names of the record at either end."""
    words = [(m.start() + start, m.end() + start, m.group()) for m in re.finditer(r"\S+", group)]
    while words and words[0][2].rstrip(".") in _TITLE:
        words = words[1:]
    cut = [i for i, (a, b, _) in enumerate(words) if any(s < b and a < e for s, e in taken)]
    if cut and cut[0] == 0:
        last = max(i for i in cut if cut[: i + 1] == list(range(i + 1))) if cut == list(range(len(cut))) else 0
        words = words[last + 1 :]
    elif cut:
        words = words[: cut[0]]
    while words and words[0][2].rstrip(".") in _TITLE:
        words = words[1:]
    if not words:
        return None
    end = words[-1][1]
    raw = words[-1][2]
    if raw.endswith("'s"):
        end -= 2
        words[-1] = (words[-1][0], end, raw[:-2])
    elif raw.endswith("."):
        end -= 1
        words[-1] = (words[-1][0], end, raw[:-1])
    return [w for _, _, w in words], words[0][0], end
