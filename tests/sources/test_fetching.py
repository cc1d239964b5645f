"""Files come into the cache whole or not at all: broken off, killed, damaged, and two processes at once."""

import hashlib
import logging
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from sverka.errors import SourceError
from sverka.sources import cache, fetching, mirror

BODY = bytes(range(256)) * 4096
ENTRY = mirror.Published("owner/repo", "c0ffee", "data/table.csv", len(BODY), hashlib.sha256(BODY).hexdigest(), "")


@pytest.fixture(autouse=True)
def empty_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.delenv("SVERKA_MIRROR", raising=False)
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "files").iterdir())


def test_a_broken_download_goes_on_where_it_stopped(server: Any, empty_cache: Path) -> None:
    server.body, server.breaks_at = BODY, 300_000
    with pytest.raises(SourceError, match="bytes are kept: type the same again"):
        fetching.into_cache(ENTRY)
    assert not fetching.whole(ENTRY)
    assert files(empty_cache) == [fetching.place(ENTRY).name + ".part"]
    server.breaks_at = None
    assert fetching.into_cache(ENTRY).read_bytes() == BODY
    first, second = (asked for _, asked in server.asked)
    assert first is None
    assert re.fullmatch(r"bytes=[1-9]\d{4,5}-", second)
    assert files(empty_cache) == [fetching.place(ENTRY).name]


def test_a_server_that_cannot_continue_is_asked_for_everything(server: Any) -> None:
    server.body, server.continues = BODY, False
    cache.part(fetching.place(ENTRY)).write_bytes(BODY[:1000])
    assert fetching.into_cache(ENTRY).read_bytes() == BODY
    assert [asked for _, asked in server.asked] == ["bytes=1000-", None]


def test_a_wrong_part_is_thrown_away(server: Any) -> None:
    server.body = BODY
    cache.part(fetching.place(ENTRY)).write_bytes(b"x" * 1000)
    assert fetching.into_cache(ENTRY).read_bytes() == BODY


def test_the_bar_is_told_of_every_byte_once(server: Any) -> None:
    class Bar:
        n = 0.0

        def update(self, n: float) -> None:
            self.n += n

    server.body, bar = BODY, Bar()
    fetching.into_cache(ENTRY, bar)
    assert bar.n == len(BODY)


def test_wrong_bytes_name_the_file_both_hashes_and_what_to_do(server: Any, empty_cache: Path) -> None:
    server.body = b"an error page"
    with pytest.raises(SourceError) as caught:
        fetching.into_cache(ENTRY)
    for told in ("table.csv", ENTRY.sha256, hashlib.sha256(b"an error page").hexdigest(), "other bytes"):
        assert told in str(caught.value)
    assert files(empty_cache) == []


def test_a_damaged_file_is_noticed_and_repaired_at_the_next_use(server: Any, caplog: pytest.LogCaptureFixture) -> None:
    server.body = BODY
    kept = mirror._locate(ENTRY)
    kept.write_bytes(BODY[:-1] + b"?")
    with caplog.at_level(logging.WARNING):
        assert mirror._locate(ENTRY).read_bytes() == BODY
    assert "table.csv in the cache is damaged" in caplog.text
    assert ENTRY.sha256 in caplog.text


def test_a_damaged_file_is_repaired_from_the_mirror(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    there = tmp_path / "mirror/owner/repo/c0ffee/data/table.csv"
    there.parent.mkdir(parents=True)
    there.write_bytes(BODY)
    monkeypatch.setenv("SVERKA_MIRROR", str(tmp_path / "mirror"))
    kept = fetching.into_cache(ENTRY)
    kept.write_bytes(b"?" + BODY[1:])
    assert mirror._locate(ENTRY) == kept
    assert kept.read_bytes() == BODY


CHILD = """
import sys
from sverka.sources import fetching, mirror
entry = mirror.Published("owner/repo", "c0ffee", "data/table.csv", int(sys.argv[1]), sys.argv[2], "")
mirror.SERVER = sys.argv[3]
print("ready", flush=True)
fetching.into_cache(entry)
"""


def child(server: Any) -> subprocess.Popen[bytes]:
    arguments = [sys.executable, "-c", CHILD, str(len(BODY)), ENTRY.sha256, server.address]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, env={**os.environ})


def test_two_processes_fetch_once(server: Any, empty_cache: Path) -> None:
    server.body, server.pause = BODY, 0.02
    both = [child(server), child(server)]
    for process in both:
        process.communicate(timeout=60)
    assert [process.returncode for process in both] == [0, 0]
    assert len(server.asked) == 1
    assert fetching.place(ENTRY).read_bytes() == BODY
    assert files(empty_cache) == [fetching.place(ENTRY).name]


def test_a_killed_download_leaves_nothing_half_written_and_goes_on(server: Any, empty_cache: Path) -> None:
    server.body, server.pause = BODY, 0.05
    process = child(server)
    part = cache.part(fetching.place(ENTRY))
    deadline = time.monotonic() + 60
    while not (part.is_file() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert files(empty_cache) == [part.name]
    assert 0 < part.stat().st_size < len(BODY)
    server.pause = 0
    assert fetching.into_cache(ENTRY).read_bytes() == BODY
    assert server.asked[-1][1] is not None
