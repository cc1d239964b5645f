"""A real server on loopback, with its crew; browsers of several readers."""

import os
import pwd
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from sverka.web.app import create_app
from sverka.web.settings import Settings

TEXT = (
    "Товарооборот Казахстана и России в 2021 году вырос на треть и составил около 25 млрд долларов. "
    "Армения вступила в ЕАЭС в 2014 году. Китай стал крупнейшим торговым партнёром Киргизии в 2023 году. "
    "Без этого союза регион не выживет."
)
Reader = Callable[[], httpx.Client]


class Running:
    """A server in a thread of this process."""

    def __init__(self, settings: Settings) -> None:
        self.app = create_app(settings)
        config = uvicorn.Config(self.app, host="127.0.0.1", port=0, log_level="error", server_header=False)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)

    def start(self) -> str:
        self.thread.start()
        while not self.server.started:
            if not self.thread.is_alive():
                raise RuntimeError("the server did not start")
            time.sleep(0.02)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(30)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, str]]:
    file = tmp_path_factory.mktemp("web") / "checks.sqlite"
    many = 1_000_000  # rates have tests of their own
    settings = Settings(
        database=f"sqlite:///{file}", checks_a_minute=many, claims_a_minute=many, misses_a_minute=many, patience=120
    )
    server = Running(settings)
    yield server, server.start()
    server.stop()


@pytest.fixture(scope="session")
def address(running: tuple[Running, str]) -> str:
    return running[1]


@pytest.fixture
def reader(address: str) -> Iterator[Reader]:
    """Makes readers, each with cookies of its own."""
    made: list[httpx.Client] = []

    def one() -> httpx.Client:
        client = httpx.Client(base_url=address, timeout=180)
        made.append(client)
        return client

    yield one
    for client in made:
        client.close()


def _token(page: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]


def _begin(client: httpx.Client, text: str = TEXT, published: str = "2022-02-14", tongue: str = "ru") -> str:
    token = _token(client.get(f"/{tongue}/").text)
    sent = {"token": token, "text": text, "published": published, "language": ""}
    answer = client.post(f"/{tongue}/check", data=sent)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def _finished(client: httpx.Client, place: str) -> str:
    with client.stream("GET", place) as under_way:
        for _ in under_way.iter_text():
            pass
    page = client.get(place)
    assert page.status_code == 200
    return page.text


@pytest.fixture(scope="session")
def token() -> Callable[[str], str]:
    """The token of the first form of a page."""
    return _token


@pytest.fixture(scope="session")
def begin() -> Callable[..., str]:
    """Sends a text as the form does; returns the address where it is checked."""
    return _begin


@pytest.fixture(scope="session")
def finished() -> Callable[[httpx.Client, str], str]:
    """The page of a check once it is done."""
    return _finished


@pytest.fixture(scope="session")
def article() -> str:
    """A short text of which one claim fails, others hold, and one cannot be checked."""
    return TEXT


@pytest.fixture(scope="session")
def checked(address: str) -> Iterator[tuple[httpx.Client, str]]:
    """A finished check and the reader who owns it."""
    with httpx.Client(base_url=address, timeout=180) as client:
        place = _begin(client)
        _finished(client, place)
        yield client, place


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL of our own; skips where there is none."""
    with _cluster() as address:
        yield address


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        pytest.skip("no PostgreSQL here; Debian's package `postgresql` has it")
    return (found[0] if found else Path(str(on_path))).parent


@contextmanager
def _cluster() -> Iterator[str]:
    """The SQLAlchemy address of a fresh database, gone afterwards. Skips where there is no PostgreSQL."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="sverka-pg-"))
    # PostgreSQL does not run as root
    user = {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, "nobody", user["group"])
    data = folder / "data"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, **user}
    server = None
    try:
        subprocess.run(
            [binaries / "initdb", "-D", data, "-U", "sverka", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"],
            check=True, **quiet,
        )  # fmt: skip
        command = [
            binaries / "postgres",
            "-D",
            data,
            "-k",
            folder,
            "-c",
            "listen_addresses=",
            "-c",
            "shared_buffers=16MB",
        ]
        server = subprocess.Popen(command, **quiet)
        for _ in range(300):
            ready = subprocess.run([binaries / "pg_isready", "-q", "-h", folder], check=False)
            if ready.returncode == 0:
                break
            time.sleep(0.1)
        yield f"postgresql+psycopg://sverka@/postgres?host={folder}"
    finally:
        if server is not None:
            server.terminate()
            server.wait(30)
        shutil.rmtree(folder, ignore_errors=True)
