"""A real browser before a real server on loopback; whatever it complains of fails the test."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from sverka.web.vendoring import Package, fetch_missing

ARTICLE = (
    "Товарооборот Казахстана и России в 2021 году вырос на треть и составил около 25 млрд долларов. "
    "Армения вступила в ЕАЭС в 2014 году. Китай стал крупнейшим торговым партнёром Киргизии в 2023 году. "
    "Без этого союза регион не выживет."
)
AXE = Package(
    "axe-core",
    "4.11.0",
    "ilYanEU8vxxBexpJd8cWM4ElSQq4QctCLKih0TSfjIfCQTeyH/6zVrmIJfLPrKTKJRbiG+cfnZbQIjAlJmF1jQ==",
    ("axe.min.js",),
    Path(__file__).parent / "vendor",
)
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of our own: an empty store, nothing pulled."""
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sverka", "serve", "--port", str(port), "--workers", "1"]
    command += ["--database", f"sqlite:///{folder / 'checks.sqlite'}"]
    log = (folder / "log").open("w+")
    server = subprocess.Popen(
        command, env={**os.environ, "SVERKA_CACHE": str(folder / "cache")}, stdout=log, stderr=log, cwd=folder
    )
    try:
        yield _ready(f"http://127.0.0.1:{port}", server, folder / "log")
    finally:
        server.terminate()
        server.wait(30)
        log.close()


def _ready(address: str, server: "subprocess.Popen[bytes]", log: Path) -> str:
    """Wait for the pages, and until the crew that reads and checks is warm."""
    for _ in range(600):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended: {log.read_text()[-500:]}")
        try:
            if httpx.get(f"{address}/en/ask?claim=member ARM EAEU since 2015", timeout=120).status_code == 200:
                return address
        except httpx.ConnectError:
            time.sleep(0.1)
    raise RuntimeError("the server did not start")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium under Playwright; skips where either is missing."""
    api = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")
    place = os.environ.get("SVERKA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if place is None:
        pytest.skip("no Chromium here; Debian's package `chromium` has it, or SVERKA_CHROMIUM names one")
    arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=place, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Any, site: str) -> Iterator[Open]:
    """Opens a page as a new reader: `visit("/ru/", viewport=…, color_scheme=…)`.

    Afterwards nobody may have complained: no error on the console, no exception, no breach of the Content Security
    Policy, no request to anywhere but the server. `forgive` is a part of a complaint that belongs to the test.
    """
    complaints: list[str] = []
    forgiven: list[str] = []
    with _readers(browser, site, complaints) as make:

        def opened(place: str, *, forgive: str = "", **options: Any) -> Any:
            if forgive:
                forgiven.append(forgive)
            tab = make(**options)
            tab.goto(site + place)
            return tab

        yield opened
    left = [told for told in complaints if not any(part in told for part in forgiven)]
    assert not left, left


@contextmanager
def _readers(browser: Any, site: str, complaints: list[str]) -> Iterator[Open]:
    contexts: list[Any] = []

    def make(**options: Any) -> Any:
        context = browser.new_context(**{"locale": "en-GB", "accept_downloads": True, **options})
        contexts.append(context)
        context.set_default_timeout(30_000)
        tab = context.new_page()
        tab.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        tab.on("pageerror", lambda error: complaints.append(f"exception: {error}"))
        tab.on("request", lambda asked: None if _ours(asked.url, site) else complaints.append(f"asked {asked.url}"))
        return tab

    yield make
    for context in contexts:
        context.close()


def _ours(address: str, site: str) -> bool:
    return address.startswith((site, "data:", "blob:", "about:"))


@pytest.fixture(scope="module")
def report(browser: Any, site: str) -> str:
    """The place of a finished check of the article in Russian, for tests that only look at it."""
    complaints: list[str] = []
    with _readers(browser, site, complaints) as make:
        tab = make()
        tab.goto(f"{site}/ru/")
        place = _check(tab)
    assert not complaints
    return place


def _check(tab: Any, text: str = ARTICLE, published: str = "2022-02-14") -> str:
    """Paste a text, press the button, wait until the report stands; returns its place on the site."""
    tab.fill("#text", text)
    tab.fill("#published", published)
    tab.click("form.check button[type=submit]")
    tab.wait_for_selector(".exports")
    return "/" + str(tab.url).split("/", 3)[3].partition("#")[0]


@pytest.fixture(scope="session")
def check() -> Open:
    """Checks the article in an open page; returns the report's place."""
    return _check


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core, fetched from npm and verified; skips where the registry cannot be reached."""
    lacking = fetch_missing([AXE])
    if lacking:
        pytest.skip(f"no axe here: {lacking}")
    return (AXE.folder / "axe.min.js").read_text(encoding="utf-8")
