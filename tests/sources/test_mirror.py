"""A file is found in the cache, then in the mirror, then at its address; never without its hash."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from sverka.errors import SourceError
from sverka.sources import mirror

BODY = b"a published table"
ENTRY = mirror.Published("owner/repo", "c0ffee", "data/Таблица 1.csv", len(BODY), hashlib.sha256(BODY).hexdigest(), "")


@pytest.fixture
def one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(mirror, "registry", lambda: (ENTRY,))
    mirror.published.cache_clear()
    monkeypatch.delenv("SVERKA_MIRROR", raising=False)
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path / "cache"))
    yield tmp_path
    mirror.published.cache_clear()


def put(folder: Path, body: bytes) -> Path:
    path = folder / "owner/repo/c0ffee/data/Таблица 1.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(body)
    return path


def test_the_mirror_comes_first(one_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(one_file, BODY)
    monkeypatch.setenv("SVERKA_MIRROR", str(one_file))
    assert mirror.locate("owner/repo", "c0ffee", "data/Таблица 1.csv") == path
    assert mirror.open_path("data/Таблица 1.csv") == path


def test_an_altered_file_names_both_hashes_and_what_to_do(one_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(one_file, b"altered")
    monkeypatch.setenv("SVERKA_MIRROR", str(one_file))
    with pytest.raises(SourceError) as caught:
        mirror.open_path("data/Таблица 1.csv")
    message = str(caught.value)
    assert "Таблица 1.csv" in message
    assert ENTRY.sha256 in message
    assert hashlib.sha256(b"altered").hexdigest() in message
    assert "delete this copy" in message


def test_a_file_is_fetched_once_and_kept_by_its_hash(one_file: Path, server: Any) -> None:
    server.body = BODY
    first, second = mirror.open_path("data/Таблица 1.csv"), mirror.open_path("owner/repo/data/Таблица 1.csv")
    assert first == second
    assert first.read_bytes() == BODY
    assert first.name.startswith(ENTRY.sha256[:16])
    assert [path for path, _ in server.asked] == [
        "/owner/repo/c0ffee/data/%D0%A2%D0%B0%D0%B1%D0%BB%D0%B8%D1%86%D0%B0%201.csv"
    ]


def test_the_address_is_public() -> None:
    assert ENTRY.address.startswith("https://raw.githubusercontent.com/owner/repo/c0ffee/data/")


def test_a_wrong_download_is_not_kept(one_file: Path, server: Any) -> None:
    server.body = b"an error page"
    with pytest.raises(SourceError, match="the registry says"):
        mirror.open_path("data/Таблица 1.csv")
    assert list((one_file / "cache/files").iterdir()) == []


def test_an_unreachable_file_says_how_to_go_on(one_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mirror, "SERVER", "http://127.0.0.1:9")
    with pytest.raises(SourceError, match="set SVERKA_MIRROR"):
        mirror.open_path("data/Таблица 1.csv")


def test_a_file_outside_the_registry_is_refused() -> None:
    with pytest.raises(SourceError, match="not in the registry"):
        mirror.locate("owner/repo", "c0ffee", "secret.csv")
    with pytest.raises(SourceError, match="0 registered files"):
        mirror.open_path("secret.csv")


def test_every_registered_file_is_in_the_mirror_with_its_hash(published_files: Path) -> None:
    for entry in mirror.registry():
        path = mirror.locate(entry.repository, entry.commit, entry.path)
        assert path.stat().st_size == entry.bytes
        assert path.is_relative_to(published_files)
