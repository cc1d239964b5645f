"""Explore: a state, a pair, an organization, on timelines and in charts; every address restores what it shows."""

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sverka.record import organizations, states
from sverka.reports.exhibits.exhibit import day
from sverka.reports.words import Language, name
from sverka.web import explore_compare, explore_map, explore_work
from sverka.web.explore_choices import choices
from sverka.web.explore_figures import FORMS, sent
from sverka.web.explore_views import View, lived, stamp, view
from sverka.web.naming import id_of
from sverka.web.pages import Tongue, page, routes
from sverka.web.refusals import Refusal, missing
from sverka.web.service import service

router = routes()


@router.get("/explore")
def landing(request: Request, tongue: Tongue) -> HTMLResponse:
    """Where to begin: forms for a state, a pair, an organization, two pairs, the map."""
    return page(request, "explore.html", tongue, **choices(tongue))


@router.get("/explore/go")
def go(tongue: Tongue, state: str = "", other: str = "", organization: str = "") -> Response:
    """From the forms to the address that the page is kept under."""
    if organization:
        place = f"organization/{_known(organization)}"
    elif state and other:
        place = f"pair/{_known(state)}/{_known(other)}"
    elif state or other:
        place = f"state/{_known(state or other)}"
    else:
        return RedirectResponse(f"/{tongue}/explore", 303)
    return RedirectResponse(f"/{tongue}/explore/{place}", 303)


def _known(given: str) -> str:
    """The record's id for an id or a name."""
    found = id_of(given)
    if not (states.exists(found) or organizations.exists(found)):
        raise Refusal("unnamed", 404, given=given)
    return found


@router.get("/explore/state/{one}")
async def of_state(request: Request, tongue: Tongue, one: str) -> HTMLResponse:
    """A state."""
    return await _page(request, tongue, _view(request, "state", (one,), tongue))


@router.get("/explore/organization/{body}")
async def of_organization(request: Request, tongue: Tongue, body: str) -> HTMLResponse:
    """An organization."""
    return await _page(request, tongue, _view(request, "organization", (body,), tongue))


@router.get("/explore/pair/{one}/{two}")
async def of_pair(request: Request, tongue: Tongue, one: str, two: str) -> HTMLResponse:
    """Two states."""
    return await _page(request, tongue, _view(request, "pair", (one, two), tongue))


@router.get("/explore/state/{one}/{code}.{form}")
@router.get("/explore/organization/{one}/{code}.{form}")
async def state_file(request: Request, tongue: Tongue, one: str, code: str, form: str) -> Response:
    """An exhibit of a state or an organization as a file."""
    kind = request.url.path.split("/")[3]
    return await _file(request, _view(request, kind, (one,), tongue), code, form, tongue)


@router.get("/explore/pair/{one}/{two}/{code}.{form}")
async def pair_file(request: Request, tongue: Tongue, one: str, two: str, code: str, form: str) -> Response:
    """An exhibit of a pair as a file."""
    return await _file(request, _view(request, "pair", (one, two), tongue), code, form, tongue)


def _view(request: Request, kind: str, ids: tuple[str, ...], language: Language) -> View:
    return view(kind, ids, request.query_params.get("from", ""), request.query_params.get("to", ""), language)


async def _page(request: Request, language: Language, shown: View) -> HTMLResponse:
    found = service(request)

    async def make() -> bytes:
        return (await found.crew.ask("checker", explore_work.exhibits, shown, language)).encode()

    name_ = ("explore", shown.path, str(shown.first), str(shown.last), language, *stamp())
    body = (await found.drawn.get(name_, make)).decode()
    return page(
        request,
        "explore_view.html",
        language,
        view=shown,
        heading=shown.title(language),
        facts=_facts(shown, language),
        body=body,
        **choices(language),
    )


async def _file(request: Request, shown: View, code: str, form: str, language: Language) -> Response:
    if code not in shown.codes or form not in FORMS:
        raise missing()
    found = service(request)

    async def make() -> bytes:
        return await found.crew.ask("checker", explore_work.exhibit_file, shown, code, form, language)

    name_ = ("explore", shown.path, f"{code}.{form}", str(shown.first), str(shown.last), language, *stamp())
    body = await found.drawn.get(name_, make)
    return sent(body, form, "-".join((*shown.ids, code, str(shown.first), str(shown.last))))


def _facts(shown: View, language: Language) -> list[tuple[str, list[tuple[str, str]]]]:
    """What stands under the heading: (code of the words, [(text, address or empty)])."""
    if shown.kind == "organization":
        return _organization_facts(shown.ids[0], language)
    if shown.kind == "pair":
        return [("lived", [(f"{name(i, language)}: {lived(i, language)}", f"state/{i}") for i in shown.ids])]
    (id_,) = shown.ids
    state = states.state(id_)
    before = [old.id for old in states.states() if id_ in old.successors]
    facts = [
        ("lived", [(lived(id_, language), "")]),
        ("before", [(name(old, language), f"state/{old}") for old in before]),
        ("after", [(name(new, language), f"state/{new}") for new in state.successors]),
        ("codes", [(_codes(id_), "")]),
    ]
    return [(code, told) for code, told in facts if any(text for text, _ in told)]


def _codes(id_: str) -> str:
    codes = dict.fromkeys(f"{row['system']} {row['code']}" for row in states.span_rows(id_))
    return ", ".join((f"ISO {id_}", *(code for code in codes if not code.startswith("ISO"))))


def _organization_facts(id_: str, language: Language) -> list[tuple[str, list[tuple[str, str]]]]:
    row = organizations.organization(id_)
    linked = {
        code: [
            (name(other, language), f"{'organization' if organizations.exists(other) else 'state'}/{other}")
            for other in row[column].split("|")
            if organizations.exists(other) or states.exists(other)
        ]
        for code, column in (("before", "predecessors"), ("after", "successors"))
    }
    facts = [
        ("full_name", [(row[f"name_{language}"], "")]),
        ("founded", [(day(row["founded"], language) if row["founded"] else "", "")]),
        ("ended", [(day(row["ended"], language) if row["ended"] else "", "")]),
        *linked.items(),
    ]
    return [(code, told) for code, told in facts if any(text for text, _ in told)]


router.include_router(explore_compare.router)
router.include_router(explore_map.router)
