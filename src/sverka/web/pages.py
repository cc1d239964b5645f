"""Pages: templates, the language in the address, our own files; the one way in which a page is made."""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib.resources import files
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader

from sverka.reports.amounts import plain
from sverka.reports.html import environment, shared
from sverka.reports.words import LANGUAGES, Language
from sverka.web.refusals import megabytes, missing
from sverka.web.words import word

#: The pages of the bar on top: code of the words, address after the language.
PLACES = (
    ("check", ""),
    ("explore", "explore"),
    ("ask", "ask"),
    ("simulate", "simulate"),
    ("sources", "sources"),
    ("api", "api"),
)


def _tongue(tongue: str) -> Language:
    if tongue not in LANGUAGES:
        raise missing()
    return "ru" if tongue == "ru" else "en"


#: The language of the page, from its address: a parameter of every page.
Tongue = Annotated[Language, Depends(_tongue)]


def routes() -> APIRouter:
    """A router for pages: every address begins with the language."""
    return APIRouter(prefix="/{tongue}", default_response_class=HTMLResponse, include_in_schema=False)


@cache
def templates() -> Environment:
    """Our templates, and those of the reports, which they share."""
    made = environment(PackageLoader("sverka.web", "templates"))
    made.globals["asset"] = asset
    made.globals["places"] = PLACES
    return made


@cache
def asset(name: str) -> str:
    """The address of one of our own files, with its version; empty where this installation lacks it."""
    if name == "report.css":
        from sverka.reports.html import style

        content = style().encode()
    else:
        file = files("sverka.web").joinpath("static", *name.split("/"))
        if not file.is_file():
            return ""
        content = file.read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def switched(request: Request, language: Language) -> str:
    """This page's address in another language."""
    _, _, rest = request.url.path.removeprefix("/").partition("/")
    query = f"?{request.url.query}" if request.url.query else ""
    return f"/{language}/{rest}{query}"


def context(language: Language) -> dict[str, Any]:
    """What every template may use: `t` says words of the pages, `ui` those of the reports."""
    t: Callable[..., str] = partial(_word, language)
    written: Callable[[float], str] = partial(plain, language=language, digits=9)
    return {"t": t, "language": language, "number": written, "megabytes": megabytes, **shared(language)}


def _word(language: Language, code: str, **fields: object) -> str:
    return word(code, language, **fields)


def rendered(template: str, language: Language, **fields: Any) -> str:
    """A template, or a piece of a page, as text."""
    return templates().get_template(template).render(context(language) | fields)


def page(
    request: Request,
    template: str,
    language: Language,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **fields: Any,
) -> HTMLResponse:
    """A whole page: its template extends base.html."""
    body = rendered(template, language, **frame(request), **fields)
    return HTMLResponse(body, status, headers=dict(headers or {}))


def frame(request: Request) -> dict[str, Any]:
    """What base.html needs to know of the request."""
    return {
        "path": request.url.path,
        "switches": [(language, switched(request, language)) for language in LANGUAGES],
        "token": getattr(request.state, "token", ""),
    }
