"""Many articles at once, in the form that verdicts are scored in: `[{"id", "claims": […, "verdict"], "quotes"}]`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sverka.errors import InputError
from sverka.reports.report import Read, make

Reader = Callable[[str, date | None, str | None], Read]


def batch(articles: Iterable[Mapping[str, Any]], read: Reader) -> Iterator[dict[str, Any]]:
    """Check articles `{"id", "text", "published"?, "language"?}`; other fields are ignored.

    Each claim is the mention's flat object with `verdict` and the whole `finding` beside it.
    """
    for number, article in enumerate(articles, 1):
        yield _checked(article, number, read)


def _checked(article: Mapping[str, Any], number: int, read: Reader) -> dict[str, Any]:
    if not isinstance(article, Mapping) or not isinstance(article.get("text"), str) or "id" not in article:
        todo = 'give [{"id": …, "text": …, "published": "2022-02-14"}]'
        raise InputError("an article has no id or no text", where=f"article {number}", todo=todo)
    report = make(read(article["text"], _date(article), article.get("language")))
    return {
        "id": article["id"],
        "claims": [c.to_json() for c in report.checked],
        "quotes": [q.to_json() for q in report.quotations],
    }


def _date(article: Mapping[str, Any]) -> date | None:
    given = article.get("published")
    if not given:
        return None
    try:
        return date.fromisoformat(str(given)[:10])
    except ValueError:
        where = f"{str(given)[:20]!r} in article {article['id']}"
        raise InputError("not a date", where=where, todo="write it as 2022-02-14") from None
