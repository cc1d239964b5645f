"""Permalinks: a check at its own address – under way, done, corrected, held against newer sources, deleted."""

import hashlib
import hmac
import json
from functools import partial
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from sverka.claims import mention_from_json
from sverka.errors import ClaimError
from sverka.reports.dates import day
from sverka.reports.safe import one_line
from sverka.reports.words import LANGUAGES, Language
from sverka.web import views
from sverka.web.check import form_of, owner_of, streamed
from sverka.web.claimform import claim_from, error_of, fields_of
from sverka.web.naming import choices
from sverka.web.pages import Tongue, frame, page, rendered, routes
from sverka.web.refusals import Refusal, answer, as_refusal, missing
from sverka.web.safety import caller, checked_form
from sverka.web.service import Service, claiming, service
from sverka.web.store import DONE, FAILED, PENDING, Kept, key_of
from sverka.web.words import word

router = routes()


async def kept(request: Request, id_: str) -> Kept:
    """The stored check; the same refusal for every address where there is none."""
    found = service(request)
    check = await found.crew.thread(found.store.get, key_of(id_))
    if check is None:
        found.misses.take(caller(request))
        raise missing()
    return check


async def done(request: Request, id_: str) -> Kept:
    """The stored check where it is finished."""
    check = await kept(request, id_)
    if check.status != DONE:
        raise missing()
    return check


@router.get("/c/{id_}")
async def show(request: Request, tongue: Tongue, id_: str) -> Response:
    """The check: what was found, or what has been found so far."""
    found = service(request)
    key = key_of(id_)
    state = await found.state(key)
    if state is None:
        found.misses.take(caller(request))
        raise missing()
    status, revision, owner = state
    mine, piece = owner == owner_of(request), bool(request.headers.get("hx-request"))
    if status == PENDING:
        job = found.desk.resume(await kept(request, id_))
        return StreamingResponse(streamed(request, tongue, job, id_), media_type="text/html")
    if mine or status == FAILED:  # what holds a form's token is one reader's page
        return HTMLResponse(await _whole(request, tongue, id_, piece, mine))
    name = (key, str(revision), tongue, "piece" if piece else "page")
    body = await found.drawn.get(name, partial(_encoded, request, tongue, id_, piece))
    return HTMLResponse(body)


async def _encoded(request: Request, tongue: Language, id_: str, piece: bool) -> bytes:
    return (await _whole(request, tongue, id_, piece, mine=False)).encode()


async def _whole(request: Request, tongue: Language, id_: str, piece: bool, mine: bool) -> str:
    """The page, or only its result for a page that has watched the check."""
    check = await kept(request, id_)
    fields = {
        "id": id_,
        "made": word("check.made", tongue, date=day(check.made.date().isoformat(), tongue)),
        "heading": one_line(check.text, 60),
        "failed": word(f"refusals.{check.reason}", tongue, seconds=30) if check.status == FAILED else "",
        "deletion": f"/{tongue}/c/{id_}/delete/{deletion(service(request), check.key)}" if mine else "",
        "body": "" if check.status == FAILED else await _view(service(request), check, id_, tongue),
    }
    around = frame(request)
    if not mine and check.status != FAILED:  # kept for all readers: nothing of this one's may stand in it
        around |= {"token": "", "switches": [(language, f"/{language}/c/{id_}") for language in LANGUAGES]}
    return rendered("result.html" if piece else "check_report.html", tongue, **around, **fields)


async def _view(found: Service, check: Kept, id_: str, tongue: Language) -> str:
    async def make() -> bytes:
        args = (check.report, check.corrections, id_, tongue)
        return (await found.crew.ask("checker", views.view, *args)).encode()

    return (await found.drawn.get((check.key, str(check.revision), tongue, "view"), make)).decode()


def deletion(found: Service, key: str) -> str:
    """What the address for deletion ends in: only this server can make it."""
    return hmac.new(found.store.secret, f"delete {key}".encode(), hashlib.sha256).hexdigest()[:43]


@router.post("/c/{id_}/again")
async def again(request: Request, tongue: Tongue, id_: str) -> Response:
    """Begin a check that failed once more."""
    found = claiming(request)
    checked_form(request, (await form_of(request, 10_000))[0].get("token", ""))
    await kept(request, id_)
    await found.crew.thread(found.store.retry, key_of(id_))
    found.changed(key_of(id_))
    return RedirectResponse(f"/{tongue}/c/{id_}", 303)


@router.get("/c/{id_}/newer")
async def newer(request: Request, tongue: Tongue, id_: str) -> Response:
    """What the sources of today would change in it."""
    check, found = await done(request, id_), service(request)

    async def make() -> bytes:
        args = (check.report, check.corrections, id_, tongue)
        return (await found.crew.ask("checker", views.differences, *args)).encode()

    body = (await found.drawn.get((check.key, str(check.revision), tongue, "newer"), make)).decode()
    if request.headers.get("hx-request"):
        return HTMLResponse(body)
    return page(request, "newer.html", tongue, body=body, id=id_)


@router.get("/c/{id_}/claims/{number}/edit")
async def edit(request: Request, tongue: Tongue, id_: str, number: int) -> Response:
    """The form in which a claim is corrected."""
    return _edit(request, tongue, id_, number, await done(request, id_))


def _edit(
    request: Request, tongue: Language, id_: str, number: int, check: Kept, refusal: Refusal | None = None
) -> HTMLResponse:
    data = _claim_json(check, number)
    mention = mention_from_json(data)
    fields: dict[str, Any] = {
        "id": id_,
        "number": number,
        "anchor": one_line(mention.anchor),
        "fields": fields_of(mention.proposition, tongue),
        "short": str(mention.proposition),
        "choices": choices(tongue),
        "corrected": number in check.corrections,
        "mine": check.owner == owner_of(request),
        "said": refusal.said(tongue) if refusal else "",
    }
    template = "edit_piece.html" if request.headers.get("hx-request") else "edit.html"
    return page(request, template, tongue, status=refusal.status if refusal else 200, **fields)


def _claim_json(check: Kept, number: int) -> dict[str, object]:
    claims = json.loads(check.report)["claims"]
    if not 1 <= number <= len(claims):
        raise missing()
    found = json.loads(check.corrections[number])["claim"] if number in check.corrections else claims[number - 1]
    return {key: value for key, value in found.items() if key not in ("verdict", "finding")}


@router.post("/c/{id_}/claims/{number}")
async def correct(request: Request, tongue: Tongue, id_: str, number: int) -> Response:
    """One claim as the reader corrects it: checked anew, kept where the reader is the owner, and shown in its place."""
    piece = bool(request.headers.get("hx-request"))
    check = await done(request, id_)
    try:
        found = claiming(request)
        typed, _ = await form_of(request, 20_000)
        checked_form(request, typed.get("token", ""))
        mine = check.owner == owner_of(request)
        if typed.get("undo") and mine:
            return await _undone(request, tongue, id_, number, check, piece)
        told = mention_from_json(_claim_json(check, number)).proposition
        try:
            claim = claim_from(told.kind, typed, tongue, told.denied)
        except ClaimError as error:
            raise error_of(error) from None
        args = (check.report, check.corrections, number, claim, id_, tongue, mine)
        saved, body = await found.crew.ask("checker", views.recheck, *args)
    except Exception as error:
        return _misunderstood(request, tongue, id_, number, check, as_refusal(error), piece)
    if mine:
        await found.crew.thread(found.store.correct, check.key, number, saved)
        found.changed(check.key)
    if piece:
        return HTMLResponse(body)
    if mine:
        return RedirectResponse(f"/{tongue}/c/{id_}#c{number}", 303)
    corrections = {**check.corrections, number: saved}
    shown = await found.crew.ask("checker", views.view, check.report, corrections, id_, tongue, number)
    fields: dict[str, Any] = {
        "made": "",
        "heading": one_line(check.text, 60),
        "failed": "",
        "deletion": "",
        "body": shown,
        "id": id_,
    }
    return page(request, "check_report.html", tongue, **fields)


async def _undone(request: Request, tongue: Language, id_: str, number: int, check: Kept, piece: bool) -> Response:
    found = service(request)
    await found.crew.thread(found.store.correct, check.key, number, "")
    found.changed(check.key)
    if not piece:
        return RedirectResponse(f"/{tongue}/c/{id_}#c{number}", 303)
    left = {n: claim for n, claim in check.corrections.items() if n != number}
    return HTMLResponse(await found.crew.ask("checker", views.swapped, check.report, left, number, id_, tongue))


def _misunderstood(
    request: Request, tongue: Language, id_: str, number: int, check: Kept, refusal: Refusal, piece: bool
) -> Response:
    """The refusal beside the form it is about; the card stays."""
    if refusal.code in ("fault", "missing"):
        raise refusal
    if not piece:
        return _edit(request, tongue, id_, number, check, refusal)
    told = answer(request, refusal)
    told.headers["HX-Retarget"] = f"#said{number}"
    told.headers["HX-Reswap"] = "innerHTML"
    return told


@router.get("/c/{id_}/delete/{proof}")
async def delete_form(request: Request, tongue: Tongue, id_: str, proof: str) -> Response:
    """Asks once more before a check is deleted."""
    await _proven(request, id_, proof)
    return page(request, "delete.html", tongue, id=id_, gone=False)


@router.post("/c/{id_}/delete/{proof}")
async def delete(request: Request, tongue: Tongue, id_: str, proof: str) -> Response:
    """Forget a check: only who has its deletion link can."""
    check = await _proven(request, id_, proof)
    checked_form(request, (await form_of(request, 10_000))[0].get("token", ""))
    found = service(request)
    await found.crew.thread(found.store.delete, check.key)
    found.changed(check.key)
    return page(request, "delete.html", tongue, id=id_, gone=True)


async def _proven(request: Request, id_: str, proof: str) -> Kept:
    check = await kept(request, id_)
    if not hmac.compare_digest(proof.encode("utf-8", "replace"), deletion(service(request), check.key).encode()):
        service(request).misses.take(caller(request))
        raise missing()
    return check
