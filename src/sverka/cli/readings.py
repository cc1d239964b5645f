"""`read`: the claims and quotations found in a text, as a table or as the flat objects of an annotation."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sverka.cli.streams import console, progress, put
from sverka.errors import InputError
from sverka.reading.texts import Source

if TYPE_CHECKING:
    from sverka.reading.reader import Reading


def read(source: Source) -> "Reading":
    """Read a text; InputError where it is in a language that nothing here reads."""
    from sverka.reading.reader import read as reader

    if sys.stderr.isatty():
        from rich.console import Console

        with Console(stderr=True).status("reading"):
            reading = reader(source.text, source.published, source.language)
    else:
        reading = reader(source.text, source.published, source.language)
    if reading.reason and reading.language not in ("ru", "en"):
        raise InputError(
            "the text is neither in Russian nor in English",
            where=source.where,
            todo="give --language ru or en if it is one of them after all",
        )
    return reading


def text(
    argument: str | None, published: str | None, tongue: str | None, format_: str | None, output: str | None
) -> None:
    """`sverka read FILE`."""
    from sverka.cli.checks import chosen, opened

    form = chosen(format_, output, ("table", "json"))
    reading = read(opened(argument, published, tongue))
    target = Path(output) if output else None
    if form == "json" or target is not None:
        told = {
            "text": reading.text,
            "published": None if reading.published is None else reading.published.isoformat(),
            "language": reading.language,
            "claims": [m.to_json() for m in reading.mentions],
            "quotes": [q.to_json() for q in reading.quotations],
        }
        put(json.dumps(told, ensure_ascii=False, indent=1) + "\n", target)
        return
    from sverka.reports.mentions import show

    show(reading.mentions, reading.quotations, reading.language, console())


def passages(path: str, format_: str | None, output: str | None) -> None:
    """`sverka read --passages PASSAGES.json`."""
    from sverka.cli.checks import chosen, json_list

    chosen(format_ or "json", None, ("json",))
    items = json_list(path)
    from sverka.reading.passages import passages as read_all

    found = list(read_all(progress(items, len(items), "reading")))
    put(json.dumps(found, ensure_ascii=False, indent=1) + "\n", Path(output) if output else None)
