"""`check`, `claim` and `replay`: from a text or a claim to a report in the form asked for."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from sverka.cli import texts
from sverka.cli.streams import console, note, progress, put, text_console
from sverka.cli.texts import read_bytes, text_of
from sverka.errors import InputError, ReportError
from sverka.reading.texts import Source, day, language

_FORMATS = {".html": "html", ".htm": "html", ".json": "json", ".txt": "table"}
#: The Soviet Union's last day: for older texts there are few sources.
_SOVIET = date(1991, 12, 26)


def chosen(given: str | None, output: str | None, allowed: tuple[str, ...]) -> str:
    """The format asked for, else the one that the ending of `output` says, else the first allowed."""
    wanted = given or _FORMATS.get(Path(output).suffix.lower() if output else "", allowed[0])
    if wanted not in allowed:
        raise InputError("no such format here", where=f"--format {wanted[:20]}", todo=f"choose {', '.join(allowed)}")
    return wanted


def opened(text: str | None, published: str | None, tongue: str | None) -> Source:
    """The text with its date and language: options first, then the header lines of the file."""
    if text is None:
        raise InputError("no text", todo="type `sverka check FILE`, or - to read from a pipe")
    source = text_of(text)
    dated = day(published) if published else source.published
    if dated is not None and dated < _SOVIET:
        note(f"published {dated}: most tables begin in 1992 or later, so little of this text can be checked")
    return Source(source.text, dated, language(tongue) or source.language, source.where)


def text(
    argument: str | None, published: str | None, tongue: str | None, format_: str | None, output: str | None
) -> None:
    """`sverka check FILE`."""
    form = chosen(format_, output, ("table", "html", "json"))
    source = opened(argument, published, tongue)
    from sverka.cli.readings import read
    from sverka.reports.report import make

    reading = read(source)
    mentions = progress(reading.mentions, len(reading.mentions), "checking")
    report = make(reading, series=form != "table", progress=mentions)
    target = Path(output) if output else None
    if form == "json":
        put(report.dumps(), target)
    elif form == "html":
        from sverka.reports.html import page

        put(page(report), target)
    else:
        from sverka.reports.terminal import show

        if target is None:
            show(report, console())
        else:
            kept = text_console(target)
            show(report, kept)
            put(kept.file.getvalue(), target)  # type: ignore[attr-defined]


def articles(path: str, format_: str | None, output: str | None) -> None:
    """`sverka check --batch ARTICLES.json`."""
    chosen(format_ or "json", None, ("json",))
    items = json_list(path)
    from sverka.reading.reader import read
    from sverka.reports.batch import batch

    checked = batch(progress(items, len(items), "checking"), read)
    put(json.dumps(list(checked), ensure_ascii=False, indent=1) + "\n", Path(output) if output else None)


def json_list(path: str) -> list[Any]:
    """The list that a JSON file holds; InputError where it holds none."""
    data = _json(path, InputError, 'give a file with [{"id": …, "text": …}]')
    if not isinstance(data, list):
        raise InputError("not a JSON list", where=path, todo='give a file with [{"id": …, "text": …}]')
    return data


def _json(path: str, error: type[InputError | ReportError], todo: str) -> Any:
    content = texts.text(read_bytes(Path(path)), path)
    if not content.strip():
        raise error("the file is empty", where=path, todo=todo)
    try:
        return json.loads(content)
    except json.JSONDecodeError as broken:
        where = f"{path}: line {broken.lineno}, column {broken.colno}"
        raise error("broken JSON", where=where, todo=todo) from None
    except RecursionError:
        raise error("JSON nested too deeply", where=path, todo=todo) from None


def claim(words: str, published: str | None, tongue: str | None, format_: str | None) -> None:
    """`sverka claim "SHORT FORM"`."""
    form = chosen(format_, None, ("table", "json"))
    from sverka.claims import parse

    proposition = parse(words)
    dated, spoken = day(published) if published else None, language(tongue)
    from sverka.checking.check import check

    finding = check(proposition, published=dated)
    if form == "json":
        from sverka.reports.versions import of

        told = {
            "proposition": proposition.to_json(),
            "published": None if dated is None else dated.isoformat(),
            **finding.to_json(),
            "sources": [v.to_json() for v in of([finding])],
        }
        put(json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1) + "\n", None)
        return
    from sverka.reports.terminal import show_finding

    cyrillic = any("а" <= letter.lower() <= "я" for letter in words)
    show_finding(finding, console(), "ru" if spoken == "ru" or (spoken is None and cyrillic) else "en")


def replay(path: str) -> int:
    """`sverka replay REPORT.json`: 0 where everything comes out the same, 3 where not."""
    data = _json(path, ReportError, "make the report again with `sverka check FILE -o report.json`")
    from sverka.cli import DIFFERS, DONE
    from sverka.reports.report import Report
    from sverka.reports.report import replay as again
    from sverka.reports.terminal import show_differences

    report = Report.from_json(data)
    differences = again(report)
    if not differences:
        put(f"{len(report.checked)} claims checked again, every finding the same.\n", None)
        return DONE
    show_differences(differences, console())
    return DIFFERS
