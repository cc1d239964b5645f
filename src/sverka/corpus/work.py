"""One piece of work: a few articles to rows of two tables, one of claims and one of the articles themselves.

Runs in a worker process, here or on another machine; what goes in and comes out is plain data.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import polars as pl

import sverka
from sverka.claims import to_short
from sverka.corpus.articles import Article
from sverka.errors import SverkaError

Row = dict[str, Any]
#: A row for every claim found: where it stands, what it says, what was found of it.
CLAIMS = pl.Schema(
    {
        "number": pl.Int64(),
        "article": pl.String(),
        "claim": pl.Int32(),
        "kind": pl.String(),
        "proposition": pl.String(),
        "parties": pl.List(pl.String()),
        "anchor": pl.String(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "voice": pl.String(),
        "modality": pl.String(),
        "confidence": pl.Float64(),
        "verdict": pl.String(),
        "reason": pl.String(),
        "finding": pl.String(),
    }
)
#: A row for every article: what it was, how many claims it has, or why it could not be checked.
ARTICLES = pl.Schema(
    {
        "number": pl.Int64(),
        "article": pl.String(),
        "sha256": pl.String(),
        "published": pl.Date(),
        "language": pl.String(),
        "characters": pl.Int64(),
        "claims": pl.Int32(),
        "quotations": pl.String(),
        "sources": pl.List(pl.String()),
        "error": pl.String(),
        "sverka": pl.String(),
    }
)


@dataclass(frozen=True, slots=True)
class Rows:
    """What came of a piece of work: rows of the articles, and of their claims."""

    articles: list[Row]
    claims: list[Row]

    def __add__(self, other: "Rows") -> "Rows":
        return Rows(self.articles + other.articles, self.claims + other.claims)


def check_articles(first: int, articles: Sequence[Article]) -> Rows:
    """Check articles whose numbers begin with `first`; an article that fails is a row with its error."""
    done = Rows([], [])
    for number, article in enumerate(articles, first):
        done += _checked(number, article)
    return done


def failed(number: int, article: Article, error: str) -> Rows:
    """The rows of an article that could not be checked."""
    return Rows([_row(number, article, error=error)], [])


def _checked(number: int, article: Article) -> Rows:
    if article.error:
        return failed(number, article, article.error)
    try:
        return _report(number, article)
    except SverkaError as error:
        return failed(number, article, str(error))
    except Exception as error:  # a fault of our own in one article must not lose the others
        told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return failed(number, article, f"a fault of Sverka's own ({told}); please report it")


def _report(number: int, article: Article) -> Rows:
    from sverka.reading.reader import read
    from sverka.reports.report import make

    report = make(read(article.text, article.published, article.language))
    quotations = json.dumps([q.to_json() for q in report.quotations], ensure_ascii=False, sort_keys=True)
    sources = [f"{v.id}@{' '.join(f.sha256[:12] for f in v.files)}" for v in report.sources]
    row = partial(_row, number, article, language=report.language, quotations=quotations, sources=sources)
    claims = []
    for place, checked in enumerate(report.checked, 1):
        mention, finding = checked.mention, checked.finding
        claims.append(
            {
                "number": number,
                "article": article.id,
                "claim": place,
                "kind": mention.proposition.kind,
                "proposition": to_short(mention.proposition),
                "parties": list(mention.proposition.parties),
                "anchor": mention.anchor,
                "start": mention.span[0],
                "end": mention.span[1],
                "voice": mention.voice,
                "modality": mention.modality,
                "confidence": mention.confidence,
                "verdict": str(finding.verdict),
                "reason": finding.reason,
                "finding": json.dumps(finding.to_json(), ensure_ascii=False, sort_keys=True),
            }
        )
    return Rows([row(claims=len(claims))], claims)


def _row(
    number: int,
    article: Article,
    *,
    language: str | None = None,
    claims: int | None = None,
    quotations: str = "[]",
    sources: Sequence[str] = (),
    error: str | None = None,
) -> Row:
    return {
        "number": number,
        "article": article.id,
        "sha256": article.sha256,
        "published": article.published,
        "language": language or article.language,
        "characters": len(article.text),
        "claims": claims,
        "quotations": quotations,
        "sources": list(sources),
        "error": error,
        "sverka": sverka.__version__,
    }
