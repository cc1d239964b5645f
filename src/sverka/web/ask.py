"""Ask: one claim, typed in the short form or put together in a form, and its verdict under every definition.

The claim stands in the address, so that a question can be sent on; nothing is stored.
"""

from dataclasses import replace
from datetime import date

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sverka.claims import Proposition, parse
from sverka.errors import ClaimError, InputError
from sverka.reading import texts
from sverka.reports.cards import lone_card
from sverka.reports.charts import chart
from sverka.reports.words import Language, say
from sverka.web import work
from sverka.web.claimform import Field, claim_from, error_of, fields_of, number
from sverka.web.naming import choices, id_of
from sverka.web.pages import Tongue, page, rendered, routes
from sverka.web.refusals import Refusal, as_refusal
from sverka.web.service import claiming

router = routes()
#: One of each kind: what the form of the kind is filled with, and an example to press.
EXAMPLES = {
    "figure": "trade.turnover(RUS, KAZ) in 2021 ~ 25.5e9 USD",
    "change": "change trade.turnover(CHN, KGZ) over 2017/2019 > 15 %",
    "extreme": "max trade.turnover(RUS, KAZ) in 2021",
    "rank": "rank 1 of KAZ by partner: CHN in 2023",
    "compare": "compare trade.turnover(KAZ, RUS) in 2012 > trade.turnover(KAZ, CHN) in 2012",
    "membership": "member ARM EAEU since 2015",
    "founding": "founded CSTO in 2002",
    "order": "order CIS < GUAM, SCO",
    "event": "visit RUS -> UZB in 2024-05",
    "office": "office person:Токаев head_of_state KAZ in 2020",
}
_LONGEST = 2000


@router.get("/ask")
async def ask(request: Request, tongue: Tongue) -> Response:
    """The form, and under it the verdict on the claim of the address."""
    asked = request.query_params
    typed = {key: value for key, value in asked.items() if key not in ("claim", "kind", "published")}
    if typed and asked.get("kind"):
        return _filled(request, tongue, asked["kind"], typed)
    short, published = asked.get("claim", "").strip(), asked.get("published", "").strip()
    if not short:
        return _page(request, tongue, kind=asked.get("kind", ""))
    try:
        claim = parse(short[:_LONGEST])
    except ClaimError as error:
        return _page(request, tongue, short=short, published=published, faults={"claim": error_of(error).said(tongue)})
    try:
        day = _day(published)
    except Refusal as refusal:
        return _page(request, tongue, claim, short, published, faults={"published": refusal.said(tongue)})
    body = await claiming(request).crew.ask("checker", verdict, claim, day, tongue)
    return _page(request, tongue, claim, short, published, body=body)


def verdict(claim: Proposition, published: date | None, language: Language) -> str:
    """The claim's card with its definitions and chart, as a piece of the page; for the crew."""
    finding = work.claim_alone(claim, published)
    shown, drawn = lone_card(finding, language), chart(finding, 0, language)
    return rendered("ask_verdict.html", language, card=shown, chart=drawn)


def _filled(request: Request, language: Language, kind: str, typed: dict[str, str]) -> Response:
    """From a filled-in form to the address of its claim; a fault is said at its field."""
    published = request.query_params.get("published", "")
    faults = _faults(kind, typed, language)
    if not faults:
        try:
            claim = claim_from(kind, typed, language)
        except ClaimError as error:
            faults = {"form": error_of(error).said(language)}
        except Refusal as refusal:
            faults = {"form": refusal.said(language)}
        else:
            place = request.url.replace(query="").include_query_params(claim=str(claim))
            place = place.include_query_params(published=published) if published else place
            return RedirectResponse(f"{place.path}?{place.query}", 303)
    return _page(request, language, kind=kind, published=published, typed=typed, faults=faults)


def _faults(kind: str, typed: dict[str, str], language: Language) -> dict[str, str]:
    """What is wrong with single fields, in words, by their names."""
    found = {}
    for field in _fields(kind, None, language):
        value = typed.get(field.name, "").strip()
        try:
            if value and field.kind == "number":
                number(value, language)
            elif value and field.kind in ("id", "ids"):
                for part in value.split(",") if field.kind == "ids" else (value,):
                    id_of(part)
        except Refusal as refusal:
            found[field.name] = refusal.said(language)
    return found


def _fields(kind: str, claim: Proposition | None, language: Language) -> tuple[Field, ...]:
    if kind not in EXAMPLES:
        return ()
    return fields_of(claim if claim is not None else parse(EXAMPLES[kind]), language)


def _day(published: str) -> date | None:
    if not published:
        return None
    try:
        return texts.day(published)
    except InputError:
        raise as_refusal(Refusal("date", given=published[:40])) from None


def _page(
    request: Request,
    language: Language,
    claim: Proposition | None = None,
    short: str = "",
    published: str = "",
    *,
    kind: str = "",
    typed: dict[str, str] | None = None,
    faults: dict[str, str] | None = None,
    body: str = "",
) -> HTMLResponse:
    shown = claim.kind if claim is not None else kind if kind in EXAMPLES else "figure"
    fields = _fields(shown, claim, language)
    if typed is not None:
        fields = tuple(replace(field, value=typed.get(field.name, "")) for field in fields)
    return page(
        request,
        "ask.html",
        language,
        status=400 if faults else 200,
        short=short,
        published=published,
        kind=shown,
        kinds=[(code, say("kind", code, language, default=code)) for code in EXAMPLES],
        examples=list(EXAMPLES.values()),
        fields=fields,
        names=choices(language),
        faults=faults or {},
        body=body,
        opened=bool(kind or typed is not None),
    )
