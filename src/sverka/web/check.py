"""Check: a text is pasted or uploaded, its claims are checked one by one."""

from fastapi import Request
from fastapi.responses import HTMLResponse

from sverka.web.pages import Tongue, page, routes

router = routes()


@router.get("/")
def form(request: Request, tongue: Tongue) -> HTMLResponse:
    """The page to paste a text into."""
    return page(request, "check.html", tongue)
