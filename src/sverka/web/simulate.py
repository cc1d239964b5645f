"""What if: stored results of scenarios with table, chart, map, intervals and assumptions; one's own, solved aside."""

from dataclasses import dataclass
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sverka.errors import SverkaError
from sverka.reports.whatif.html import parts
from sverka.reports.whatif.phrases import heading
from sverka.reports.words import Language
from sverka.scenarios import stored
from sverka.scenarios.outcome import Json, Outcome
from sverka.web import solving
from sverka.web.check import form_of
from sverka.web.naming import choices, id_of
from sverka.web.pages import Tongue, page, rendered, routes
from sverka.web.refusals import Refusal, as_refusal, missing
from sverka.web.safety import checked_form
from sverka.web.service import checking, service

router = routes()
#: Fields of the form by kind of scenario; ids apart from `bloc`, which names an agreement.
KINDS = {
    "dissolve": ("bloc",),
    "leave": ("bloc", "states"),
    "join": ("bloc", "states"),
    "replace": ("states", "partner"),
    "embargo": ("states", "partner"),
    "sanction": ("coalition", "target"),
}
#: Latest results of others shown in the list.
_LATEST = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A stored result in a list."""

    name: str
    words: str


@router.get("/simulate")
async def choose(request: Request, tongue: Tongue) -> HTMLResponse:
    """Stored results to choose from, and a form for one's own."""
    return _chooser(request, tongue, {})


def _chooser(request: Request, tongue: Language, typed: dict[str, str], refusal: Refusal | None = None) -> HTMLResponse:
    fields = {"kind": "leave", "year": "2016", "source": "penppml"} | typed
    shipped = [Shown(name, heading(told, tongue)) for name, told in stored.scenarios().items()]
    own = [Shown(place.stem, _heading(place.stem, tongue)) for place in reversed(solving.kept()[-_LATEST:])]
    return page(
        request,
        "simulate.html",
        tongue,
        status=refusal.status if refusal else 200,
        shipped=shipped,
        own=[shown for shown in own if shown.words],
        kinds=KINDS,
        typed=fields,
        choices=choices(tongue),
        said=refusal.said(tongue) if refusal else "",
    )


def _heading(name: str, language: Language) -> str:
    try:
        return heading(found(name).scenario, language)
    except SverkaError:
        return ""


def found(name: str) -> Outcome:
    """A stored result by name: shipped, or kept on this server. Refusal where there is none."""
    if name in stored.shipped():
        return stored.load(name)
    for place in (*solving.kept(), *stored.kept()):
        if place.stem == name:
            return Outcome.loads(place.read_text(encoding="utf-8"))
    raise missing()


@router.get("/simulate/{name}")
async def show(request: Request, tongue: Tongue, name: str) -> HTMLResponse:
    """One result: who gains and loses, who replaces whom, with intervals, assumptions and limits."""
    outcome, server = found(name), service(request)

    async def make() -> bytes:
        return (await server.crew.ask("checker", piece, outcome, tongue)).encode()

    body = (await server.drawn.get(("simulate", outcome.key, name, tongue), make)).decode()
    title = heading(outcome.scenario, tongue)
    return page(request, "simulated.html", tongue, body=body, heading=title, name=name, address=quote(name))


def piece(outcome: Outcome, language: Language) -> str:
    """The result as a piece of a page; for the crew."""
    return rendered("outcome.html", language, **parts(outcome, language))


@router.get("/simulate/{name}/outcome.json")
def as_json(name: str, tongue: Tongue) -> Response:
    """The result as it is stored, with the hashes of its inputs."""
    headers = {"Content-Disposition": f'attachment; filename="sverka-{found(name).key}.json"'}
    return Response(found(name).dumps(), media_type="application/json", headers=headers)


@router.post("/simulate")
async def solve(request: Request, tongue: Tongue) -> Response:
    """A scenario of one's own: solved in a process of its own, kept, and shown at its address."""
    typed: dict[str, str] = {}
    try:
        checking(request)
        typed, _ = await form_of(request, 20_000)
        checked_form(request, typed.get("token", ""))
        name = await solving.solved(scenario_from(typed))
    except Exception as error:
        refusal = as_refusal(error)
        if refusal.code == "fault":
            raise
        return _chooser(request, tongue, typed, refusal)
    return RedirectResponse(f"/{tongue}/simulate/{quote(name)}", 303)


def scenario_from(typed: dict[str, str]) -> Json:
    """The scenario that a filled-in form says, as plain data; Refusal where it does not say one."""
    kind = typed.get("kind", "")
    if kind not in KINDS:
        raise Refusal("scenario")
    data: Json = {"kind": kind, "source": typed.get("source") or "penppml"}
    year = typed.get("year", "").strip() or "2016"
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise Refusal("years", given=year[:20])
    data["year"] = int(year)
    for name in KINDS[kind]:
        value = typed.get(name, "").strip()[:1000]
        if not value:
            raise Refusal("scenario")
        if name in ("bloc", "partner"):
            data[name] = id_of(value) if name == "partner" else _bloc(value)
        else:
            data[name] = [id_of(part) for part in value.split(",") if part.strip()]
    return data


def _bloc(value: str) -> str:
    """An agreement by its own id (`CISFTA`), or an organization by name."""
    try:
        return id_of(value)
    except Refusal:
        return value
