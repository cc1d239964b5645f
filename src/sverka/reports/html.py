"""The report as one self-contained page: no script, nothing fetched, readable by eye, ear and keyboard."""

import base64
import hashlib
from collections import Counter
from functools import cache
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sverka.checking.finding import Verdict
from sverka.claims import Quotation
from sverka.reports.answers import source_name, title
from sverka.reports.cards import OUTCOMES, SYMBOLS, Card, card
from sverka.reports.charts import Chart, chart
from sverka.reports.dates import of_data, today_is
from sverka.reports.highlight import ORDER, pieces
from sverka.reports.order import Desk, fold, lay_out
from sverka.reports.report import Report
from sverka.reports.safe import one_line
from sverka.reports.versions import Version
from sverka.reports.words import Language, name, say, spoken
from sverka.sources import catalogue

#: Drawing costs more than checking: a page has no more charts than this.
MOST_CHARTS = 12
_DASHES = ("━", "╍", "┅", "┉")


@cache
def _environment() -> Environment:
    return environment()


def environment(*more: BaseLoader) -> Environment:
    """Where templates are found and how they escape; `more` is searched first, for pages that use our parts."""
    loader = ChoiceLoader([*more, PackageLoader("sverka.reports", "templates")])
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["css"] = lambda verdict: str(verdict).replace(" ", "-")
    made.filters["svg"] = Markup  # drawings and the style sheet are our own; everything else is escaped
    return made


def shared(language: Language) -> dict[str, Any]:
    """What the parts in claim.html need to know wherever they are used."""
    return {
        "ui": lambda code, **fields: say("ui", code, language, **fields),
        "signs": OUTCOMES,
        "dashes": _DASHES,
    }


@cache
def style() -> str:
    """The style sheet as it stands in the page."""
    environment = _environment()
    assert environment.loader is not None
    return environment.loader.get_source(environment, "style.css")[0]


def page(report: Report, language: Language | None = None, *, charts: int = MOST_CHARTS) -> str:
    """The whole page; the same bytes for the same report."""
    tongue = language or spoken(report.language)
    fields = told(report, tongue)
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        _environment()
        .get_template("page.html")
        .render(
            **shared(tongue),
            **fields,
            language=tongue,
            style=style(),
            style_hash=digest,
            charts=_charts(report, fields["desk"], charts, tongue),
            version=report.made_by,
        )
    )


def told(report: Report, language: Language) -> dict[str, Any]:
    """Everything a report says, charts apart, as the macros of whole.html take it."""
    cards = [card(c, number, language, report.language) for number, c in enumerate(report.checked, 1)]
    desk = lay_out(cards)
    return {
        "text_language": report.language if report.language in ("ru", "en") else "und",
        "heading": one_line(report.text, 60),
        "dated": _dated(report, language),
        "counts": _counts(cards, language),
        "legend": [(v, SYMBOLS[v], say("verdict", v, language), say("verdict_help", v, language)) for v in ORDER],
        "pieces": pieces(report.text, cards),
        "desk": desk,
        "folds": [(fold(kind, group, language), group) for kind, group in desk.folded],
        "quotes": [_quote(q, language) for q in report.quotations],
        "sources": [_source(v, language) for v in report.sources],
    }


def _dated(report: Report, language: Language) -> str:
    if report.published is None:
        return say("ui", "no_published", language)
    return say("ui", "published", language, date=today_is(report.published, language))


def _counts(cards: list[Card], language: Language) -> list[tuple[Verdict, str, str, int]]:
    counted = Counter(c.verdict for c in cards)
    return [(v, SYMBOLS[v], say("verdict", v, language), counted[v]) for v in ORDER if counted[v]]


def _charts(report: Report, desk: Desk, most: int, language: Language) -> dict[int, Chart]:
    """Charts of the first cards that have a series, in the order they are shown."""
    drawn: dict[int, Chart] = {}
    for shown in desk.shown:
        finding = report.checked[shown.number - 1].finding
        if len(drawn) < most and finding.series:
            made = chart(finding, shown.number, language)
            if made is not None:
                drawn[shown.number] = made
    return drawn


def _quote(quote: Quotation, language: Language) -> tuple[str, str, str]:
    speaker = name(quote.speaker, language) if quote.speaker else say("ui", "unknown", language)
    manner = say("ui", "direct" if quote.direct else "reported", language)
    return one_line(speaker), one_line(quote.anchor), manner


def _source(version: Version, language: Language) -> dict[str, Any]:
    told = {
        "name": source_name(version.id, language),
        "title": "",
        "data": of_data(version.data_date, language),
        "licence": "",
        "citation": "",
        "caveats": "",
        "commit": version.commit,
        "files": version.files,
    }
    if version.id in catalogue.sources():
        entry = catalogue.source(version.id)
        told["title"] = title(version.id, language)
        told["licence"], told["citation"] = entry.licence, entry.citation
        told["caveats"] = entry.caveats_ru if language == "ru" else entry.caveats
    return told
