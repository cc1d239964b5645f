"""A report: a text, what was found of each claim in it, and what that rests on; stored, read back, replayed.

`to_json` is the same bytes for the same input: keys are sorted, and nothing depends on the clock, the locale or the
machine. `replay` checks the stored mentions again and lists what comes out differently.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

import sverka
from sverka.checking.check import Checked, check_mention
from sverka.claims import Mention, Quotation, mention_from_json
from sverka.errors import ReportError, SverkaError
from sverka.reports import restore, versions
from sverka.reports.versions import Version

FORMAT = "sverka-report/1"


class Read(Protocol):
    """What the reader hands over."""

    @property
    def text(self) -> str: ...
    @property
    def published(self) -> date | None: ...
    @property
    def language(self) -> str: ...
    @property
    def mentions(self) -> Sequence[Mention]: ...
    @property
    def quotations(self) -> Sequence[Quotation]: ...


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found in one text.

    Attributes
    ----------
    language : of the text ("ru", "en" or "other"); the report speaks Russian for Russian texts, else English.
    checked : mentions with their findings, in the order of the text.
    sources : versions of the sources that answered.
    made_by : version of Sverka.
    """

    text: str
    published: date | None
    language: str
    checked: tuple[Checked, ...]
    quotations: tuple[Quotation, ...]
    sources: tuple[Version, ...]
    made_by: str = sverka.__version__

    def to_json(self) -> dict[str, Any]:
        """Everything, as plain JSON; charts' series included."""
        return {
            "format": FORMAT,
            "sverka": self.made_by,
            "text": self.text,
            "published": None if self.published is None else self.published.isoformat(),
            "language": self.language,
            "claims": [c.to_json() for c in self.checked],
            "quotes": [q.to_json() for q in self.quotations],
            "sources": [v.to_json() for v in self.sources],
        }

    def dumps(self) -> str:
        """`to_json` as text: the same for the same input, byte by byte."""
        return json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True, indent=1) + "\n"

    @classmethod
    def from_json(cls, data: Any) -> "Report":
        """Read a stored report; ReportError where it is not one."""
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            found = data.get("format") if isinstance(data, dict) else type(data).__name__
            raise ReportError(
                "not a report of Sverka's",
                where=f"format {str(found)[:40]!r}",
                todo="make one with `sverka check FILE --format json -o report.json`",
            )
        try:
            return _restored(data)
        except SverkaError as error:
            raise ReportError(f"a broken report: {error.what}", where=error.where, todo=_AGAIN) from None
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ReportError("a broken report", where=_first_line(error), todo=_AGAIN) from None

    @classmethod
    def loads(cls, text: str) -> "Report":
        """Read a stored report from its text; ReportError where it is not one."""
        try:
            return cls.from_json(json.loads(text))
        except (json.JSONDecodeError, RecursionError) as error:
            raise ReportError("not JSON", where=_first_line(error), todo=_AGAIN) from None


_AGAIN = "make the report again with `sverka check FILE --format json -o report.json`"


def _first_line(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"no field {error}"
    return f"{type(error).__name__}: {error}".splitlines()[0][:120]


def _restored(data: dict[str, Any]) -> Report:
    text, published = data["text"], data["published"]
    if not isinstance(text, str) or not isinstance(data["language"], str):
        raise TypeError("text and language must be strings")
    checked = []
    for claim in data["claims"]:
        frame = {k: v for k, v in claim.items() if k not in ("verdict", "finding")}
        mention = mention_from_json(frame, text)
        _in_text(mention.anchor, mention.span, text)
        found = restore.finding(mention.proposition, claim["finding"])
        checked.append(Checked(mention, found))
    quotes = tuple(Quotation.model_validate(q) for q in data["quotes"])
    for quote in quotes:
        _in_text(quote.anchor, quote.span, text)
    return Report(
        text,
        None if published is None else date.fromisoformat(published),
        data["language"],
        tuple(checked),
        quotes,
        tuple(Version.from_json(v) for v in data["sources"]),
        str(data["sverka"]),
    )


def _in_text(anchor: str, span: tuple[int, int], text: str) -> None:
    if text[span[0] : span[1]] != anchor:
        raise ReportError("an anchor does not stand where its span says", where=f"{anchor[:40]!r} at {span[0]}")


def make(read: Read, *, series: bool = False, progress: Iterable[Mention] | None = None) -> Report:
    """Check everything that was read; `series` adds what the charts need.

    `progress`, where given, is the mentions wrapped in something that shows how far one has come.
    """
    mentions = progress if progress is not None else read.mentions
    checked = tuple(_checked(m, read.text, read.published, series) for m in mentions)
    return Report(read.text, read.published, read.language, checked, tuple(read.quotations), versions.used(checked))


def _checked(mention: Mention, text: str, published: date | None, series: bool) -> Checked:
    """Confidence is rounded as it is stored, so that a replay decides as the first check did."""
    if mention.confidence is not None:
        mention = mention.model_copy(update={"confidence": round(mention.confidence, 3)})
    found = check_mention(mention, text, published)
    if not series:
        return found
    from sverka.reports.series import with_series  # loads the tables, which a table of verdicts may not need

    return replace(found, finding=with_series(found.finding))


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that a replay finds otherwise: which claim (0 for a source), which field, before and now."""

    number: int
    anchor: str
    field: str
    before: str
    now: str


def replay(report: Report) -> list[Difference]:
    """Check every stored mention again and list every difference, sources that have changed first."""
    found = [
        Difference(0, stored.id, "source", _brief(before), _brief(now))
        for stored in report.sources
        for before, now in [(stored.to_json(), _now(stored.id))]
        if before != now
    ]
    for number, stored_check in enumerate(report.checked, 1):
        mention = stored_check.mention
        fresh = _checked(mention, report.text, report.published, bool(stored_check.finding.series))
        before, now = _through(stored_check.finding.to_json()), _through(fresh.finding.to_json())
        for field, old, new in _differences(before, now):
            found.append(Difference(number, mention.anchor, field, old, new))
    return found


def _now(source: str) -> dict[str, Any]:
    try:
        return versions.current(source).to_json()
    except SverkaError:
        return {}


def _through(data: Any) -> Any:
    """Through JSON and back, so that 1 and 1.0, tuples and lists compare as stored."""
    return json.loads(json.dumps(data))


def _brief(value: Any) -> str:
    if isinstance(value, dict) and "files" in value:
        return f"{value['commit'][:12]} " + " ".join(f["sha256"][:12] for f in value["files"])
    return "–" if value in (None, "", {}, []) else json.dumps(value, ensure_ascii=False)[:200]


def _differences(before: Any, now: Any, path: str = "") -> Iterator[tuple[str, str, str]]:
    """(field, before, now) wherever two JSON values part; lists of unlike length are told as a whole."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key in sorted(set(before) | set(now)):
            yield from _differences(before.get(key), now.get(key), f"{path}.{key}".lstrip("."))
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for index, (old, new) in enumerate(zip(before, now, strict=True)):
            yield from _differences(old, new, f"{path}[{index}]")
    elif before != now:
        yield path, _brief(before), _brief(now)
