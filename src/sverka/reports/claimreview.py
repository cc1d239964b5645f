"""ClaimReview: verdicts as schema.org's JSON-LD, which search engines and fact-checkers' archives read.

One ClaimReview a claim that got a verdict (https://schema.org/ClaimReview): what was claimed and by whom (Claim), and
the verdict as a Rating from 1, fails, to 5, holds, with its name. Claims without a verdict are left out: an archive of
reviews is no place for questions.
"""

import json
from datetime import date
from typing import Any

from sverka.checking.finding import Verdict
from sverka.reports.cards import Card, card
from sverka.reports.report import Report
from sverka.reports.safe import clean
from sverka.reports.words import Language

#: What each verdict is worth; no verdict, no rating.
RATINGS = {Verdict.HOLDS: 5, Verdict.TOO_CLOSE: 3, Verdict.DEPENDS: 3, Verdict.DISPUTED: 3, Verdict.FAILS: 1}
BEST, WORST = 5, 1
_SCHEMA = "https://schema.org"


def claim_reviews(report: Report, language: Language, address: str, made: date) -> str:
    """The reviews of a report as JSON-LD that may stand in a page's <script>: no "<" in it, nor what ends a line there.

    `address` is where the report can be read, `made` the day it was made.
    """
    told = [
        _review(card(checked, number, language), checked.mention.voice, report, address, made, language)
        for number, checked in enumerate(report.checked, 1)
        if checked.finding.verdict in RATINGS
    ]
    graph = {"@context": _SCHEMA, "@graph": told}
    written = json.dumps(graph, ensure_ascii=False, indent=1)
    for sign in "<>&\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return written + "\n"


def _review(told: Card, voice: str, report: Report, address: str, made: date, language: Language) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim", "text": told.anchor}
    if report.published is not None:
        claim["datePublished"] = report.published.isoformat()
    if told.voice:
        kind = "Person" if voice.startswith("person:") else "Organization"
        claim["author"] = {"@type": kind, "name": told.voice}
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "url": f"{address}#c{told.number}",
        "inLanguage": language,
        "datePublished": made.isoformat(),
        "author": {"@type": "Organization", "name": "Sverka", "url": address},
        "claimReviewed": told.understood,
        "itemReviewed": claim,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[told.verdict],
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": told.verdict_name,
        },
    }
    body = told.correction or told.summary
    if body:
        review["reviewBody"] = clean(body)
    return review
