"""Check: a text is pasted or uploaded, kept, and its page watched while its claims are checked."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sverka.errors import InputError
from sverka.reading import texts
from sverka.reports.cards import card
from sverka.reports.words import Language
from sverka.web.desk import Job
from sverka.web.pages import Tongue, context, frame, page, rendered, routes, templates
from sverka.web.refusals import Refusal, as_refusal
from sverka.web.safety import checked_form
from sverka.web.service import checking, service
from sverka.web.uploads import text_of
from sverka.web.waiting import waiting_pieces

router = routes()
#: Older texts are about states of which the tables know nothing.
_EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Given:
    """A text with its date and language ("" where the reader is to find it), all of them sound."""

    text: str
    published: date | None
    language: str


@router.get("/")
def form(request: Request, tongue: Tongue) -> HTMLResponse:
    """The page to paste a text into."""
    return _form(request, tongue, {})


def _form(request: Request, tongue: Language, typed: dict[str, str], refusal: Refusal | None = None) -> HTMLResponse:
    fields = {"text": "", "published": "", "language": ""} | typed
    said = refusal.said(tongue) if refusal else ""
    settings = service(request).settings
    headers = {"Retry-After": str(refusal.retry)} if refusal and refusal.retry else {}
    status = refusal.status if refusal else 200
    return page(
        request, "check.html", tongue, status=status, headers=headers, typed=fields, said=said, settings=settings
    )


@router.post("/check")
async def begin(request: Request, tongue: Tongue) -> Response:
    """Keep what was sent and show the page where its claims appear."""
    typed: dict[str, str] = {}
    try:
        found = checking(request)
        typed, file = await form_of(request, found.settings.upload_limit)
        checked_form(request, typed.get("token", ""))
        if file is not None:
            typed["text"] = await text_of(*file, found.settings.text_limit)
        text, published, language = (typed.get(name, "") for name in ("text", "published", "language"))
        given = sound(text, published, language, found.settings.text_limit)
        id_ = await found.desk.begin(given.text, given.published, given.language, owner_of(request))
    except Exception as error:
        refusal = as_refusal(error)
        if refusal.code == "fault":
            raise
        return _form(request, tongue, typed, refusal)
    return RedirectResponse(f"/{tongue}/c/{id_}", 303)


async def form_of(request: Request, limit: int) -> tuple[dict[str, str], tuple[str, bytes] | None]:
    """The fields of the form that was sent, and the file's name and content where one was chosen."""
    async with request.form(max_files=1, max_fields=40, max_part_size=limit) as form:
        typed = {key: value for key, value in form.items() if isinstance(value, str)}
        file = next((value for value in form.values() if not isinstance(value, str)), None)
        if file is None or not (file.filename or file.size):
            return typed, None
        return typed, (file.filename or "", await file.read())


def owner_of(request: Request) -> str:
    """Whose check it is: a hash of the reader's key."""
    return hashlib.sha256(f"owner {request.state.reader}".encode()).hexdigest()


def sound(text: str, published: str, language: str, limit: int) -> Given:
    """A text, date and language from outside, or a Refusal: header lines are read, line ends made one."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    if not clean.strip():
        raise Refusal("empty")
    if len(clean) > limit:
        raise Refusal("long", 413, length=len(clean), limit=limit)
    try:
        source = texts.headed(clean, "")
    except InputError:  # its header lines are no header
        source = texts.Source(clean, None, None, "")
    if published.strip():
        source = texts.Source(source.text, _day(published), source.language, "")
    if source.published is not None and not _EARLIEST <= source.published <= datetime.now(UTC).date():
        raise Refusal("day_range", given=source.published.isoformat())
    if language not in ("", "ru", "en"):
        raise Refusal("tongue", given=language)
    return Given(source.text, source.published, language or source.language or "")


def _day(given: str) -> date:
    try:
        return texts.day(given)
    except InputError:
        raise Refusal("date", given=given[:40]) from None


async def streamed(request: Request, tongue: Language, job: Job, id_: str) -> AsyncIterator[str]:
    """The page of a check under way, piece by piece as its claims are checked."""
    marker = "<!--here-->"
    shell = rendered("check_stream.html", tongue, **frame(request), id=id_, marker=marker, text=job.text[:60])
    head, _, tail = shell.partition(marker)
    yield head
    shown, begun = 0, False
    parts = templates().get_template("stream_parts.html").make_module(context(tongue))
    async for count in job.watch():
        if job.mentions is not None and not begun:
            begun = True
            known = job.language if job.language in ("ru", "en") else "und"
            yield str(parts.found(waiting_pieces(job.text, job.mentions), known, len(job.mentions)))  # type: ignore[attr-defined]
        while shown < count:
            shown += 1
            yield str(parts.claim(card(job.checked[shown - 1], shown, tongue, job.language)))  # type: ignore[attr-defined]
    yield str(parts.end(id_, begun, job.failed))  # type: ignore[attr-defined]
    yield tail
