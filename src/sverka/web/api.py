"""The HTTP API under /api/v1: read, check, claim, record, panel, simulate – what the commands do, in JSON."""

import asyncio
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

import sverka
from sverka.claims import Proposition, from_json, parse
from sverka.claims.schema import schema
from sverka.errors import SverkaError
from sverka.scenarios import stored as stored_results
from sverka.sources import browsing
from sverka.web import panels, simulate, solving, work
from sverka.web.check import Given, owner_of, sound
from sverka.web.permalinks import deletion, kept
from sverka.web.refusals import Refusal, missing
from sverka.web.safety import caller
from sverka.web.service import Service, checking, claiming, service
from sverka.web.store import DONE, key_of
from sverka.web.views import merged

router = APIRouter(prefix="/api/v1")
Checking = Annotated[Service, Depends(checking)]
Claiming = Annotated[Service, Depends(claiming)]
_DAY = Field(default=None, description="Day as of which the words are read: 2022-02-14.", examples=["2022-02-14"])
#: Rows of the record in one answer.
MOST_ROWS = 5_000


class TextIn(BaseModel):
    """A text with its date and language."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(
        description="The article, Russian or English; header lines (`published: …`) are read.",
        examples=["Товарооборот Казахстана и России в 2021 году вырос на треть и составил около 25 млрд долларов."],
    )
    published: str | None = Field(default=None, description="Date of publication.", examples=["2022-02-14"])
    language: Literal["ru", "en"] | None = Field(default=None, description="Found from the text where not given.")


class ClaimIn(BaseModel):
    """A claim in the short form or as an object of /api/v1/schema."""

    model_config = ConfigDict(extra="forbid")

    claim: str | dict[str, Any] = Field(
        description="Short form, or a proposition as JSON.",
        examples=["trade.turnover(KAZ, RUS) in 2021 = 25e9 USD"],
    )
    published: date | None = _DAY


def _sound(given: TextIn, found: Service) -> Given:
    return sound(given.text, given.published or "", given.language or "", found.settings.text_limit)


@router.post("/read", summary="Claims and quotations found in a text, unchecked", tags=["texts"])
async def read(given: TextIn, found: Checking) -> dict[str, Any]:
    """Mentions (claims with their place, voice, modality and the reader's confidence) and quotations, in order."""
    text = _sound(given, found)
    reading = await found.desk.read(text.text, text.published, text.language)
    return {
        "language": reading.language,
        "published": None if reading.published is None else reading.published.isoformat(),
        "claims": [mention.to_json() for mention in reading.mentions],
        "quotes": [quote.to_json() for quote in reading.quotations],
        "reason": reading.reason,
    }


@router.post("/check", summary="A text checked claim by claim; nothing is kept", tags=["texts"])
async def check(given: TextIn, found: Checking) -> Response:
    """The whole report, as `sverka check --format json` writes it: findings, evidence to the cell, source versions."""
    text = _sound(given, found)
    report = await found.desk.once(text.text, text.published, text.language)
    return Response(report.dumps().encode("utf-8", "replace"), media_type="application/json")


@router.post("/checks", status_code=202, summary="A text checked and kept at an address of its own", tags=["texts"])
async def begin(given: TextIn, found: Checking, request: Request) -> dict[str, str]:
    """Begins the check and says where it can be seen and how it is deleted; `GET /checks/{id}` has the report."""
    text = _sound(given, found)
    id_ = await found.desk.begin(text.text, text.published, text.language, owner_of(request))
    proof = deletion(found, key_of(id_))
    return {"id": id_, "page": f"{request.base_url}en/c/{id_}", "proof": proof}


@router.get("/checks/{id_}", summary="A kept check", tags=["texts"], responses={202: {"description": "Not yet done."}})
async def stored(id_: str, request: Request) -> Response:
    """The report with its owner's corrections; 202 while the check is under way."""
    found = await kept(request, id_)
    if found.status == DONE:
        report = merged(found.report, found.corrections)
        return Response(report.dumps().encode("utf-8", "replace"), media_type="application/json")
    if found.reason:
        raise Refusal(found.reason, 422, seconds=30)
    job = service(request).desk.resume(found)
    total = None if job.mentions is None else len(job.mentions)
    return JSONResponse({"status": "pending", "checked": len(job.checked), "claims": total}, 202)


@router.delete("/checks/{id_}", summary="Delete a kept check", tags=["texts"])
async def forget(id_: str, proof: Annotated[str, Query(max_length=100)], request: Request) -> dict[str, bool]:
    """Forgets the text, its report and corrections; `proof` is what `POST /checks` gave."""
    import hmac

    found, server = await kept(request, id_), service(request)
    if not hmac.compare_digest(proof.encode("utf-8", "replace"), deletion(server, found.key).encode()):
        server.misses.take(caller(request))
        raise missing()
    await server.crew.thread(server.store.delete, found.key)
    server.changed(found.key)
    return {"deleted": True}


@router.post("/claim", summary="One claim answered", tags=["claims"])
async def claim(given: ClaimIn, found: Claiming) -> dict[str, Any]:
    """The verdict under every definition, with values, sources, margins and what would hold instead."""
    proposition = _proposition(given.claim)
    finding, sources = await found.crew.ask("checker", work.answer, proposition, given.published)
    return {
        "proposition": proposition.to_json(),
        "published": None if given.published is None else given.published.isoformat(),
        **finding.to_json(),
        "sources": [version.to_json() for version in sources],
    }


def _proposition(given: str | dict[str, Any]) -> Proposition:
    try:
        return parse(given[:2000]) if isinstance(given, str) else from_json(given)
    except RecursionError:
        raise Refusal("claim", told="nested too deeply") from None
    except SverkaError as error:
        raise Refusal("claim", told=str(error)) from None


@router.get("/record/{table}", summary="Rows of the record, or of the shipped trade statistics", tags=["data"])
async def record(
    table: str,
    found: Claiming,
    on: Annotated[date | None, Query(description="As of this day.")] = None,
    state: Annotated[str | None, Query(max_length=60, examples=["KAZ"])] = None,
    organization: Annotated[str | None, Query(max_length=200, examples=["EAEU"])] = None,
    person: Annotated[str | None, Query(max_length=100)] = None,
    partner: Annotated[str | None, Query(max_length=60, description="Trade: with whom.")] = None,
    year: Annotated[int | None, Query(ge=1000, le=2100, description="Trade: only this year.")] = None,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> dict[str, Any]:
    """Tables: states, organizations, members, offices, treaties, visits, missions, summits, events, capitals, coverage,
    trade (which needs `state`). At most 5,000 rows an answer; `next` is the offset of the rest."""
    if table == "trade" and not state:
        raise Refusal("whose")
    wanted = browsing.Filter(on, state, organization, person, partner, year)
    rows = await asyncio.to_thread(browsing.rows, table, wanted)
    following = offset + MOST_ROWS
    return {
        "table": table,
        "total": len(rows),
        "rows": rows[offset:following],
        "next": following if following < len(rows) else None,
    }


@router.get(
    "/panel",
    summary="A panel of pairs of states, or of states, by year",
    tags=["data"],
    response_class=Response,
    responses={200: {"content": {"text/csv": {}}, "description": "A row a dyad-year or state-year."}},
)
async def panel(
    found: Checking,
    years: Annotated[str, Query(max_length=9, examples=["2010/2014"], description="Years, or one year.")],
    unit: Literal["dyads", "states"] = "dyads",
    with_: Annotated[str, Query(alias="with", max_length=200, description="Groups of columns: trade,votes,…")] = "",
    system: Literal["COW", "GW", "ISO"] = "COW",
    directed: bool = False,
) -> Response:
    """CSV; an empty cell means that the source does not cover it, 0 or false that it records an absence. Groups that
    this server has not pulled are refused with what to type."""
    made = await panels.made(panels.Wanted(unit, years, with_, system, directed))
    headers = {"Content-Disposition": 'attachment; filename="panel.csv"'}
    return Response(made, media_type="text/csv; charset=utf-8", headers=headers)


class ScenarioIn(BaseModel):
    """A scenario as an object."""

    model_config = ConfigDict(extra="forbid")

    scenario: dict[str, Any] = Field(
        description="Fields as in a scenario file (`sverka simulate --list`).",
        examples=[{"kind": "leave", "bloc": "EAEU", "states": ["KAZ"], "year": 2016}],
    )


@router.get("/simulate", summary="Stored results of scenarios", tags=["scenarios"])
def scenarios() -> dict[str, Any]:
    """Names and scenarios of the results at hand."""
    return stored_results.scenarios()


@router.get("/simulate/{name}", summary="One stored result", tags=["scenarios"])
def outcome(name: str) -> dict[str, Any]:
    """Changes of every state with intervals, who replaces whom, assumptions, limits, certificate, hashes of inputs."""
    return simulate.found(name).to_json()


@router.post("/simulate", summary="A scenario solved and kept", tags=["scenarios"])
async def solve(given: ScenarioIn, _: Checking) -> dict[str, Any]:
    """Solved one at a time in at most 120 s with 200 draws; `name` is where `GET /simulate/{name}` has it from now on.
    Needs the pulled trade tables and the extra sverka[models] on the server."""
    name = await solving.solved(given.scenario)
    return {"name": name, **simulate.found(name).to_json()}


@router.get("/schema", summary="JSON Schema of claims, mentions and quotations", tags=["claims"])
def claim_schema() -> dict[str, Any]:
    """JSON Schema (2020-12); the root is a proposition, `$defs` hold every kind."""
    return schema()


@router.get("/limits", summary="What this server lets in", tags=["server"])
def limits(request: Request) -> dict[str, Any]:
    """Sizes in characters and bytes, rates a minute from one address, seconds; beyond them 413, 429 or 503 with
    Retry-After."""
    chosen = service(request).settings
    return {
        "version": sverka.__version__,
        "text_characters": chosen.text_limit,
        "request_bytes": chosen.upload_limit,
        "checks_a_minute": chosen.checks_a_minute,
        "claims_a_minute": chosen.claims_a_minute,
        "texts_waiting": chosen.waiting,
        "seconds_a_piece": chosen.patience,
        "record_rows": MOST_ROWS,
        "panel_rows": panels.MOST_ROWS,
    }
