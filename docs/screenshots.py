"""Take the README's pictures of the pages: a checked article and the map (`python docs/screenshots.py`).

Needs Debian's Chromium (or SVERKA_CHROMIUM) and Playwright; the server runs on loopback with a store of its own.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "examples" / "kazakhstan-trade.txt"
#: Pictures no larger than this belong in a repository.
MOST_BYTES = 200_000
_SEEN = {"width": 1120, "height": 700}


def main() -> None:
    """Write page-check.png and page-map.png beside this file."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("SVERKA_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        sys.exit("no Chromium here; install Debian's package `chromium`, or name one in SVERKA_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder:
        server, address = _serve(Path(folder))
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
                _take(browser, address, "page-check", _checked)
                _take(browser, address, "page-map", _mapped)
                browser.close()
        finally:
            server.terminate()
            server.wait(30)


def _serve(folder: Path) -> tuple["subprocess.Popen[bytes]", str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sverka", "serve", "--port", str(port), "--workers", "1"]
    command += ["--database", f"sqlite:///{folder / 'checks.sqlite'}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}/en/explore", timeout=60).read()
        except urllib.error.URLError:
            time.sleep(0.2)
        else:
            return server, address
    sys.exit("the server did not start")


def _take(browser: Any, address: str, called: str, prepare: Any) -> None:
    context = browser.new_context(viewport=_SEEN, color_scheme="light", locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(120_000)
    page = context.new_page()
    prepare(page, address)
    place = ROOT / "docs" / f"{called}.png"
    page.screenshot(path=str(place))
    context.close()
    size = place.stat().st_size
    if size > MOST_BYTES:
        sys.exit(f"{place.name} has {size:,} bytes, more than {MOST_BYTES:,}: show less of the page")
    sys.stdout.write(f"{place.relative_to(ROOT)} {size:,} bytes\n")


def _checked(page: Any, address: str) -> None:
    """The example article, checked, from its verdicts down."""
    page.goto(f"{address}/en/")
    page.fill("#text", ARTICLE.read_text(encoding="utf-8"))
    page.click("form.check button[type=submit]")
    page.wait_for_selector(".exports")
    page.evaluate("document.querySelector('.counts').scrollIntoView()")
    page.wait_for_timeout(300)


def _mapped(page: Any, address: str) -> None:
    """Who belonged to the EU in 2004, with the slider."""
    page.goto(f"{address}/en/explore/map?show=members&of=EU&year=2004")
    page.wait_for_selector("#map[data-ready]")


if __name__ == "__main__":
    main()
