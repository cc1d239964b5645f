"""Refusals: one line each, in the reader's language, with the reason and what to do; never a trace, never a path."""

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from sverka.errors import SverkaError
from sverka.reports.safe import one_line
from sverka.reports.words import Language
from sverka.web.words import word

#: Longest piece of a reader's own input that is said back.
_MOST = 240


class Refusal(SverkaError):
    """Something a page or the API will not do. `code` names the words (words/refusals.*.toml), `status` is HTTP's."""

    def __init__(self, code: str, status: int = 400, *, retry: int | None = None, **fields: object) -> None:
        self.code, self.status, self.retry = code, status, retry
        self.fields = {key: one_line(str(value), _MOST) for key, value in fields.items()}
        super().__init__(self.said("en"))

    def said(self, language: Language) -> str:
        """The one line."""
        return word(f"refusals.{self.code}", language, **self.fields)


def missing() -> Refusal:
    """Nothing here: the same for what never was, what was deleted and what was mistyped."""
    return Refusal("missing", 404)


def megabytes(size: int) -> str:
    """Bytes as a person reads them."""
    return f"{size / 1_000_000:g}"


def language_of(request: Request) -> Language:
    """The language of a page from its address; for other addresses what the browser prefers."""
    first = request.url.path.split("/")[1:2]
    if first in (["ru"], ["en"]):
        return "ru" if first == ["ru"] else "en"
    return preferred(request)


def preferred(request: Request) -> Language:
    """Russian where the browser names it before English, else English."""
    wanted = request.headers.get("accept-language", "")[:200].lower()
    russian, english = wanted.find("ru"), wanted.find("en")
    return "ru" if russian >= 0 and (english < 0 or russian < english) else "en"


def as_refusal(error: Exception) -> Refusal:
    """Any error as a refusal; what we did not foresee says only that the fault is ours."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, SverkaError):
        return Refusal("input", 400, told=str(error))
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return Refusal("fields", 422, where=where, told=first["msg"])
    if isinstance(error, HTTPException):
        code = {404: "missing", 405: "method", 413: "large"}.get(error.status_code, "request")
        return Refusal(code, error.status_code)
    return Refusal("fault", 500)


def answer(request: Request, error: Exception) -> Response:
    """The refusal as a page, as a piece of one (htmx), or as JSON for the API."""
    refusal = as_refusal(error)
    headers = {"Cache-Control": "no-store"}
    if refusal.retry is not None:
        headers["Retry-After"] = str(refusal.retry)
    if isinstance(error, RequestValidationError) and not request.url.path.startswith("/api/"):
        refusal = missing()  # a page's address that cannot be
    if request.url.path.startswith("/api/"):
        told = {"error": refusal.code, "message": refusal.said("en"), "message_ru": refusal.said("ru")}
        return JSONResponse(told, refusal.status, headers=headers)
    from sverka.web.pages import frame, rendered  # pages refuse too

    language = language_of(request)
    template = "refusal_piece.html" if request.headers.get("hx-request") else "refusal.html"
    body = rendered(template, language, **frame(request), said=refusal.said(language), status=refusal.status)
    return HTMLResponse(body, refusal.status, headers=headers)
