"""Texts that a command names: a file, standard input, or words typed in."""

import re
import sys
from pathlib import Path

from sverka.cli.streams import note
from sverka.errors import InputError
from sverka.reading.texts import TEXT_LIMIT, Source, decoded, headed

#: Bytes of any file: of many articles, or of a stored report.
LIMIT = 20_000_000


def text_of(argument: str) -> Source:
    """The text that an argument names: `-` for standard input, a file, or else the words themselves."""
    if argument == "-":
        raw, where = sys.stdin.buffer.read(LIMIT + 1), "standard input"
    else:
        if re.match("https?:", argument):
            todo = "save the text to a file and name that"
            raise InputError("Sverka does not fetch pages", where=argument[:80], todo=todo)
        path = Path(argument)
        if not argument.strip() or not _is_path(path):
            # bytes of the command line that are no UTF-8 arrive as lone surrogates
            return headed(argument.encode("utf-8", "replace").decode(), "the text typed in")
        raw, where = read_bytes(path), str(path)
    if len(raw) > TEXT_LIMIT:
        todo = "cut it into articles, and give several in one go with --batch"
        raise InputError("the text is too large", where=f"{where}: over {TEXT_LIMIT // 1_000_000} MB", todo=todo)
    return headed(text(raw, where), where)


def read_bytes(path: Path) -> bytes:
    """A file's bytes; InputError where it is missing, a folder, or may not be read."""
    if path.is_dir():
        raise InputError("this is a folder", where=str(path), todo="name one file in it")
    try:
        with path.open("rb") as stream:
            return stream.read(LIMIT + 1)
    except FileNotFoundError:
        raise InputError(
            "no such file", where=str(path), todo="check the name, or type - to read from a pipe"
        ) from None
    except OSError as error:
        raise InputError(
            "cannot read the file", where=f"{path}: {error.strerror}", todo="check its permissions"
        ) from None


def text(raw: bytes, where: str) -> str:
    """Bytes as text; a note on stderr where they are in an encoding that had to be guessed."""
    words, encoding = decoded(raw, where)
    if encoding == "Windows-1251":
        note(f"{where} is not UTF-8; read as Windows-1251")
    return words


def _is_path(path: Path) -> bool:
    """Whether an argument is a file's name rather than a text typed in: it exists, or has no blanks to be a text."""
    try:
        if path.exists():
            return True
    except (OSError, ValueError):
        return False
    written = str(path)
    return len(written.split()) < 3 or len(written) < 25
