"""Reading many short texts at once, in the form of the annotated passages: `[{"id", "claims", "quotes"}]`."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sverka.errors import InputError
from sverka.reading.reader import Reading, read


def passages(items: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Read passages `{"id", "text", "published"?, "language"?, "head"?, "context"?}`; other fields are ignored.

    `head` (headline and lines like it, parted by ` | `) and `context` (the sentences before) only help to understand.
    """
    for item in items:
        if not isinstance(item.get("text"), str) or "id" not in item:
            raise InputError("a passage has no id or no text", where=str(item)[:60], todo='give {"id": …, "text": …}')
        published = _date(item.get("published"), item["id"])
        yield as_json(item["id"], read(item["text"], published, item.get("language"), above(item)))


def above(item: Mapping[str, Any]) -> str:
    """What stands above a passage, each part a paragraph: lines of like length would seem one, wrapped."""
    lines = [*str(item.get("head") or "").split(" | "), str(item.get("context") or "")]
    return "\n\n".join(line for part in lines if (line := part.strip()))


def as_json(id_: Any, reading: Reading) -> dict[str, Any]:
    """A reading as the flat objects of an annotation."""
    return {
        "id": id_,
        "claims": [mention.to_json() for mention in reading.mentions],
        "quotes": [quotation.to_json() for quotation in reading.quotations],
    }


def _date(value: Any, where: Any) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise InputError("not a date", where=f"{value} in passage {where}", todo="write it as 2016-04-25") from None
