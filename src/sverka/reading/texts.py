"""Texts from outside: their bytes, the date and language that header lines give, dates as people type them.

    published: 2022-02-14
    language: ru

    The text starts after the first empty line …

Header keys: `published` (or `date`, «дата», «опубликовано») and `language` (or «язык»). A block counts only if an empty
line ends it.
"""

import re
from dataclasses import dataclass
from datetime import date

from sverka.errors import InputError

#: Bytes of one text: fifty long articles. Reading is linear, some ten thousand characters a second; more is a corpus.
TEXT_LIMIT = 1_000_000
_KEYS = {
    "published": "published", "date": "published", "дата": "published", "опубликовано": "published",
    "language": "language", "язык": "language",
}  # fmt: skip
_LINE = re.compile(r"([A-Za-zА-Яа-яё]+)\s*:(.*\S.*)")
_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_WORDS = re.compile(r"(\d{1,2})\s+([а-я]+)\s+(\d{4})(\s+г(\.|ода)?)?")
_POINTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_LANGUAGES = {"ru": "ru", "en": "en", "russian": "ru", "english": "en", "русский": "ru", "английский": "en"}
#: First bytes of files that hold text but are none.
_MAGIC = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "a .docx or other zipped file", b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "an RTF file", b"\x1f\x8b": "a gzip file",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A text with what its header says of it, and where it came from."""

    text: str
    published: date | None
    language: str | None
    where: str


def decoded(raw: bytes, where: str) -> tuple[str, str]:
    """Bytes as text, and their encoding: UTF-8, UTF-16 with its mark, or Russian Windows-1251; line ends made `\\n`."""
    for magic, what in _MAGIC.items():
        if raw.startswith(magic):
            raise InputError(f"{what}, not a text", where=where, todo="save it as plain text (.txt) first")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text, encoding = raw.decode("utf-16", errors="replace"), "UTF-16"
    elif b"\x00" in raw[:65536]:
        raise InputError("not a text file", where=f"{where}: it holds zero bytes", todo="save it as plain text (.txt)")
    else:
        text, encoding = _eight_bits(raw, where)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), encoding


def _eight_bits(raw: bytes, where: str) -> tuple[str, str]:
    try:
        return raw.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        guess = raw.decode("cp1251", errors="replace")
        letters = [c for c in guess if ord(c) > 127]
        russian = sum("а" <= c.lower() <= "я" or c in "ёЁ«»—–…№" for c in letters)
        small = sum(c.islower() for c in letters)
        latin = sum(c.isascii() and c.isalpha() for c in guess)
        if min(russian / 0.9, small / 0.6) > len(letters) > latin:
            return guess, "Windows-1251"
        place = f"{where}: byte {error.start + 1}"
        raise InputError("neither UTF-8 nor Windows-1251", where=place, todo="save the file as UTF-8") from None


def headed(text: str, where: str) -> Source:
    """Split the header block off, where there is one; InputError where nothing is left to read."""
    if not text.strip():
        raise InputError("the text is empty", where=where, todo="give a file with an article in it")
    head, blank, rest = text.lstrip("\n").partition("\n\n")
    found: dict[str, str] = {}
    for line in head.split("\n"):
        match = _LINE.fullmatch(line.strip())
        key = _KEYS.get(match[1].lower()) if match else None
        if key is None or match is None:
            return Source(text, None, None, where)
        found[key] = match[2].strip()
    if not blank or not rest.strip():
        return Source(text, None, None, where)
    published = day(found["published"], where) if "published" in found else None
    return Source(rest, published, language(found.get("language"), where), where)


def day(text: str, where: str = "--published") -> date:
    """A date as typed: 2022-02-14, 14.02.2022 or «14 февраля 2022 года»."""
    words = text.strip().lower()
    try:
        if match := _POINTS.fullmatch(words):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if (match := _WORDS.fullmatch(words)) and match[2] in _MONTHS:
            return date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
        return date.fromisoformat(words)
    except ValueError:
        raise InputError("not a date", where=f"{where}: {text[:40]}", todo="write it as 2022-02-14") from None


def language(given: str | None, where: str = "--language") -> str | None:
    """`ru` or `en`, None where nothing is given."""
    if given is None:
        return None
    known = _LANGUAGES.get(given.strip().lower())
    if known is None:
        raise InputError("no such language here", where=f"{where}: {given[:40]}", todo="write ru or en")
    return known
