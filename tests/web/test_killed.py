"""A server that is killed in the middle of a check: nothing that was stored is lost or half-written."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

ARTICLE = "Товарооборот Казахстана и России в 2021 году составил около 25 млрд долларов. Армения вступила в ЕАЭС. " * 15


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def serving(database):
    """A server as people start it; its process, and a client."""
    port = free_port()
    command = [sys.executable, "-m", "sverka", "serve", "--port", str(port), "--database", database]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=180) as client:
        for _ in range(600):
            try:
                client.get("/en/")
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        try:
            yield process, client
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(30)


def children(pid):
    told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout
    return [int(line) for line in told.split()]


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nothing_stored_is_lost_or_half_written(kind, tmp_path, request, begin, finished):
    database = request.getfixturevalue(kind) if kind == "postgresql" else f"sqlite:///{tmp_path / 'checks.sqlite'}"
    with serving(database) as (process, client):
        done = begin(client, "Армения вступила в ЕАЭС в 2015 году.")
        finished(client, done)
        report = client.get(f"{done}/export/report.json").text
        helpers = children(process.pid)
        under_way = begin(client, ARTICLE)
        with client.stream("GET", under_way) as page:  # killed while its claims arrive
            for piece in page.iter_text():
                if "data-claim" in piece:
                    break
            process.send_signal(signal.SIGKILL)
            process.wait(30)
    for _ in range(400):
        if not any(map(alive, helpers)):
            break
        time.sleep(0.1)
    assert helpers and not any(map(alive, helpers))
    with serving(database) as (_, client):
        again = client.get(f"{done}/export/report.json")
        assert again.status_code == 200 and again.text == report
        whole = finished(client, under_way)
        claims = json.loads(client.get(f"{under_way}/export/report.json").text)["claims"]
        assert len(claims) >= 15 and all(claim["verdict"] for claim in claims)
        assert len(re.findall(r'<article class="card', whole)) == len(claims)
