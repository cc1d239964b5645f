"""The application: every page and the API put together, with one guard around them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

import sverka
from sverka.errors import SverkaError
from sverka.reports.html import style
from sverka.web import api, api_page, ask, check, explore, exports, permalinks, simulate, sources_page
from sverka.web.refusals import answer, preferred
from sverka.web.safety import Guard
from sverka.web.service import Service
from sverka.web.settings import Settings


class _Static(StaticFiles):
    """Our own files; their addresses carry their version, so they are kept for good."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application with its settings; nothing is opened before it starts."""
    chosen = settings or Settings()

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        app.state.service = running_service = await asyncio.to_thread(Service, chosen)
        try:
            await running_service.start()
            yield
        finally:
            await running_service.stop()

    app = FastAPI(
        title="Sverka",
        version=sverka.__version__,
        description="Checks what a text says about states against open data and a sourced record.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=running,
    )
    app.state.settings = chosen
    app.add_exception_handler(SverkaError, answer)
    app.add_exception_handler(HTTPException, answer)
    app.add_exception_handler(RequestValidationError, answer)
    app.add_api_route("/", _home, include_in_schema=False)
    app.add_api_route("/static/report.css", _report_style, include_in_schema=False)
    app.mount("/static", _Static(directory=str(files("sverka.web") / "static")))
    for room in (api, api_page, check, permalinks, exports, explore, ask, simulate, sources_page):
        app.include_router(room.router)
    app.add_middleware(Guard, upload_limit=chosen.upload_limit)
    return app


def _home(request: Request) -> Response:
    return RedirectResponse(f"/{preferred(request)}/", 307, {"Vary": "Accept-Language"})


def _report_style() -> Response:
    """The style sheet that pages share with reports."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(style(), media_type="text/css", headers=headers)
