"""What is shown of a stored check: made from its JSON, in one of the crew's processes, so that pages stay quick.

Everything here takes the report as it is stored and the owner's corrections by number of the claim, each
`{"claim": …, "sources": […]}` as JSON.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from sverka.checking.check import Checked, check_mention
from sverka.claims import Proposition
from sverka.errors import SverkaError
from sverka.reports import versions
from sverka.reports.answers import source_name
from sverka.reports.cards import Card, card
from sverka.reports.charts import Chart, drawing, undrawn
from sverka.reports.html import told
from sverka.reports.report import Difference, Report, replay
from sverka.reports.series import with_series
from sverka.reports.words import Language, say
from sverka.web.claimform import kept_modality
from sverka.web.pages import context, templates
from sverka.web.refusals import Refusal

Corrections = Mapping[int, str]


def merged(stored: str, corrections: Corrections) -> Report:
    """The report with what its owner corrected."""
    data = json.loads(stored)
    sources = {source["id"]: source for source in data["sources"]}
    for number, told_ in corrections.items():
        if 1 <= number <= len(data["claims"]):
            corrected = json.loads(told_)
            data["claims"][number - 1] = corrected["claim"]
            sources |= {source["id"]: source for source in corrected["sources"]}
    data["sources"] = [source for _, source in sorted(sources.items())]
    return Report.from_json(data)


def view(stored: str, corrections: Corrections, id_: str, language: Language, unsaved: int = 0) -> str:
    """The report as a piece of a page; `unsaved` is a claim corrected for this reader only."""
    report = merged(stored, corrections)
    fields = told(report, language)
    fields |= {"charts": pictures(report, id_, language), "stale": stale(report, language), "id": id_}
    fields |= {"tools": _tools(stored, corrections, id_, language, unsaved, set(fields["charts"]))}
    return templates().get_template("view.html").render(context(language) | fields)


def recheck(
    stored: str, corrections: Corrections, number: int, claim: Proposition, id_: str, language: Language, save: bool
) -> tuple[str, str]:
    """One claim corrected and checked anew: what to store, and its card with the text marked anew.

    Refusal where the check has no such claim.
    """
    report = merged(stored, corrections)
    if not 1 <= number <= len(report.checked):
        raise Refusal("missing", 404)
    mention = report.checked[number - 1].mention
    changes = {"proposition": claim, "modality": kept_modality(claim, mention.modality), "confidence": None}
    found = check_mention(mention.model_copy(update=changes), report.text, report.published)
    found = replace(found, finding=with_series(found.finding))
    sources = [version.to_json() for version in versions.used([found])]
    kept = json.dumps({"claim": found.to_json(), "sources": sources}, ensure_ascii=True)
    again = {**corrections, number: kept}
    return kept, swapped(stored, again, number, id_, language, unsaved=0 if save else number)


def swapped(stored: str, corrections: Corrections, number: int, id_: str, language: Language, unsaved: int = 0) -> str:
    """The card of one claim, and the text and counts that change with it."""
    report = merged(stored, corrections)
    fields = told(report, language)
    shown = card(report.checked[number - 1], number, language, report.language)
    picture = _picture(report.checked[number - 1], number, id_, language, inline=bool(unsaved))
    drawn = {number} if picture is not None and not unsaved else set()
    tools = _tools(stored, corrections, id_, language, unsaved, drawn)
    fields |= {"card": shown, "chart": picture, "tools": tools, "id": id_, "unsaved": unsaved}
    return templates().get_template("swapped.html").render(context(language) | fields)


def pictures(report: Report, id_: str, language: Language) -> dict[int, Chart]:
    """Charts by number of the claim, as pictures that are drawn when somebody looks at them."""
    made = {
        number: _picture(checked, number, id_, language, inline=False)
        for number, checked in enumerate(report.checked, 1)
    }
    return {number: chart for number, chart in made.items() if chart is not None}


def _picture(checked: Checked, number: int, id_: str, language: Language, inline: bool) -> Chart | None:
    chart = undrawn(checked.finding, language)
    if chart is None:
        return None
    if inline:  # what is not kept has no address to be drawn at
        return replace(chart, svg=drawing(checked.finding, number, language))
    seen = f"{checked.finding.proposition}"
    address = f"/{language}/c/{id_}/claims/{number}/chart.svg?of={_short_hash(seen)}"
    picture = Markup('<img src="{}" alt="{}" width="460" height="190" loading="lazy">').format(address, chart.alt)
    return replace(chart, svg=str(picture))


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def _tools(stored: str, corrections: Corrections, id_: str, language: Language, unsaved: int, drawn: set[int]) -> Any:
    """What stands under a card: how to correct it, embed it, and what it was before."""
    macros: Any = templates().get_template("tools.html").make_module(context(language))
    before = merged(stored, {}).checked if corrections else ()

    def tools(shown: Card) -> Markup:
        first = ""
        if shown.number in corrections:
            read = card(before[shown.number - 1], shown.number, language)
            first = f"{read.understood} – {read.verdict_name}"
        return Markup(str(macros.tools(shown, id_, first, shown.number == unsaved, shown.number in drawn)))

    return tools


def stale(report: Report, language: Language) -> list[str]:
    """Names of sources that are here in another version than the report used."""
    return [source_name(stored.id, language) for stored in report.sources if stored != _now(stored.id)]


def _now(id_: str) -> versions.Version | None:
    try:
        return versions.current(id_)
    except SverkaError:
        return None


def differences(stored: str, corrections: Corrections, id_: str, language: Language) -> str:
    """What the sources of today would change, as a piece of a page."""
    report = merged(stored, corrections)
    found = replay(report)
    sources = [(source_name(d.anchor, language), d.before, d.now) for d in found if d.number == 0]
    claims = {d.number: d for d in reversed(found) if d.number}
    changed = [_changed(report, number, found, language) for number in sorted(claims)]
    fields = {"changes": sources, "changed": changed, "id": id_}
    return templates().get_template("newer_piece.html").render(context(language) | fields)


def _changed(report: Report, number: int, found: list[Difference], language: Language) -> tuple[int, str, str, str]:
    """(number, words, verdict before, verdict now) of a claim that comes out differently in any way."""
    mine = {d.field: d for d in found if d.number == number}
    before = str(report.checked[number - 1].finding.verdict)
    now = json.loads(mine["verdict"].now) if "verdict" in mine else before
    read = card(report.checked[number - 1], number, language)
    return number, read.understood, say("verdict", before, language), say("verdict", str(now), language)


def lone(stored: str, corrections: Corrections, number: int, id_: str, language: Language) -> str:
    """One claim's card to be shown inside other people's pages."""
    report = merged(stored, corrections)
    if not 1 <= number <= len(report.checked):
        raise Refusal("missing", 404)
    checked = report.checked[number - 1]
    fields = {
        "card": card(checked, number, language, report.language),
        "chart": _picture(checked, number, id_, language, inline=False),
        "id": id_,
    }
    return templates().get_template("embed.html").render(context(language) | fields)
