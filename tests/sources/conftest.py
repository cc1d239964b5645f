"""The real files, with a cache of this run's own, and a server."""

import contextlib
import re
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import polars as pl
import pytest

from sverka.sources import mirror, store, tables


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for the tables that all files of this room make."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def published_files(
    mirrored: Callable[..., contextlib.AbstractContextManager[Path]], shared_cache: Path, mirror_folder: Path
) -> Iterator[Path]:
    with mirrored(cache=shared_cache):
        yield mirror_folder


@pytest.fixture(scope="module")
def tidy(published_files: Path) -> Callable[[str], pl.DataFrame]:
    """A tidy table made from the real files, checked against its shape on the way in."""

    def table(name: str) -> pl.DataFrame:
        store.make(tables.tidy(name))
        return store.table(name)

    return table


class Server:
    """An address that serves `body` for every path and remembers what was asked; breaks off after `breaks_at` bytes."""

    def __init__(self) -> None:
        self.body = b""
        self.asked: list[tuple[str, str | None]] = []
        self.breaks_at: int | None = None
        self.continues = True
        self.pause = 0.0
        self.address = ""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append((self.path, self.headers["Range"]))
            found = re.fullmatch(r"bytes=(\d+)-", self.headers["Range"] or "") if state.continues else None
            start = int(found[1]) if found else 0
            self.send_response(206 if found else 200)
            self.send_header("Content-Length", str(len(state.body) - start))
            self.end_headers()
            for at in range(start, len(state.body[: state.breaks_at]), 65536):
                with contextlib.suppress(ConnectionError):
                    self.wfile.write(state.body[: state.breaks_at][at : at + 65536])
                time.sleep(state.pause)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        state.address = f"http://127.0.0.1:{http.server_port}"
        monkeypatch.setattr(mirror, "SERVER", state.address)
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.delenv(name, raising=False)
        yield state
        http.shutdown()
        thread.join()
