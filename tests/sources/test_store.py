"""Pulled tables: said to be missing, made once, noticed when damaged, declared in the list of tables."""

import logging
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from sverka.errors import SourceError
from sverka.sources import catalogue, pulling, shape, store, tables

SMALL = ("gw_states", "cow_states", "contiguity")


@pytest.fixture
def empty_cache(published_files: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "sverka", "sources", *words]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*words), capture_output=True, text=True, timeout=300, check=False)


def parts(folder: Path) -> list[Path]:
    return list(folder.rglob("*.part"))


def test_a_table_that_was_not_pulled_says_what_to_type(empty_cache: Path) -> None:
    with pytest.raises(SourceError, match="type: sverka sources pull contiguity"):
        store.table("contiguity")
    with pytest.raises(SourceError, match="there is no table contiguities; choose one of"):
        store.table("contiguities")


def test_a_pull_is_whole_and_the_second_has_nothing_to_do(empty_cache: Path) -> None:
    first = run("pull", *SMALL)
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("fetched 3 files"), first.stdout
    assert "made 3 tables, all verified" in first.stdout
    made = {path: path.stat().st_mtime_ns for path in empty_cache.rglob("*.parquet")}
    again = run("pull", *SMALL)
    assert again.stdout == "nothing to do: everything is in the cache and whole\n"
    assert {path: path.stat().st_mtime_ns for path in empty_cache.rglob("*.parquet")} == made
    assert store.table("gw_states").height == 216
    assert run("verify").stdout.startswith("whole")
    assert not parts(empty_cache)


def test_a_damaged_table_says_so_and_is_made_again(empty_cache: Path, caplog: pytest.LogCaptureFixture) -> None:
    place = store.make(tables.tidy("gw_states"))
    expected = store.table("gw_states")
    body = bytearray(place.read_bytes())
    body[len(body) // 2] ^= 1
    place.write_bytes(body)
    store._read.cache_clear()
    with caplog.at_level(logging.WARNING):
        assert store.table("gw_states").equals(expected)
    assert "in the cache is damaged" in caplog.text
    assert store.whole(tables.tidy("gw_states"))


def test_verify_names_the_damaged_file_and_pull_repairs_it(empty_cache: Path) -> None:
    run("pull", "gw-states")
    (place,) = (empty_cache / "files").iterdir()
    body = bytearray(place.read_bytes())
    body[100] ^= 1
    place.write_bytes(body)
    found = run("verify", "gw-states")
    assert found.returncode == 3
    assert place.name in found.stderr
    assert "type: sverka sources pull gw-states" in found.stderr
    repaired = run("pull", "gw-states")
    assert "is damaged" in repaired.stderr
    assert repaired.stdout.startswith("fetched 1 files")
    assert run("verify").returncode == 0


def test_two_pulls_at_once_make_each_table_once(empty_cache: Path) -> None:
    both = [
        subprocess.Popen(command("pull", "cow-alliances", "gw-states"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [process.communicate(timeout=300) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert len(list((empty_cache / "tables").iterdir())) == 2
    assert not parts(empty_cache)
    assert run("verify").returncode == 0


def test_a_killed_pull_leaves_no_half_table_and_the_next_goes_on(empty_cache: Path) -> None:
    process = subprocess.Popen(command("pull", "--all"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 120
    while not list(empty_cache.glob("tables/*.parquet")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    made = list(empty_cache.glob("tables/*.parquet"))
    assert made
    assert pulling.damaged(pulling.wanted([])) == []
    assert all(pl.read_parquet(place).height for place in made)
    assert run("pull", *SMALL).returncode == 0
    assert store.table("contiguity").height == 1694


def test_an_altered_mirror_is_refused(empty_cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (entry,) = pulling.files_of("gw-states")
    there = tmp_path / "mirror" / entry.repository / entry.commit / entry.path
    there.parent.mkdir(parents=True)
    there.write_bytes(b"altered")
    monkeypatch.setenv("SVERKA_MIRROR", str(tmp_path / "mirror"))
    refused = run("pull", "gw-states")
    assert refused.returncode == 2
    assert entry.sha256 in refused.stderr
    assert "delete this copy" in refused.stderr
    assert list((empty_cache / "files").iterdir()) == []


def test_names_stand_for_sources_and_tables() -> None:
    both = pulling.wanted(["cow-igo", "gdp"])
    assert [table.name for table in both.tables] == ["cow_igo", "cow_igo_organizations", "gdp"]
    assert [entry.name for entry in both.files][-1] == "gdp.csv"
    everything = pulling.wanted([])
    assert len(everything.files) == sum(len(source.files) for source in catalogue.sources().values())
    assert {table.name for table in everything.tables} == set(tables.TABLES)
    with pytest.raises(SourceError, match="no source and no table is called comtrade"):
        pulling.wanted(["comtrade"])


def test_every_source_has_a_table_and_every_table_a_shape() -> None:
    assert all(tables.of_source(name) for name in catalogue.sources())
    for table in tables.TABLES.values():
        declared = table.shape()
        assert declared.name == table.name
        assert set(declared.key) <= set(declared.schema.names())
        assert all(source in catalogue.sources() for source in table.sources)


def test_the_list_in_the_store_names_declared_columns() -> None:
    listed = {}
    for line in (store.__doc__ or "").splitlines():
        name, *words = line.split("(")[0].split()[:20] or [""]
        if name in tables.TABLES:
            listed[name] = [word for word in words if word.isidentifier()]
    assert len(listed) >= 20
    for name, columns in listed.items():
        assert set(columns) <= set(tables.tidy(name).shape().schema.names()), name


def test_a_table_off_its_promise_is_refused() -> None:
    promise = shape.Shape(
        "made_up", "One row a thing.", (shape.year(), shape.Column("kind", pl.String, "kind", allowed=("a", "b"))),
        ("year",), (1990, 1991),
    )  # fmt: skip
    good = pl.DataFrame({"year": [1991, 1990], "kind": ["a", "b"]}, schema=promise.schema)
    assert shape.checked(good, promise)["year"].to_list() == [1990, 1991]
    for bad, told in (
        (good.cast({"year": pl.Int32}), "columns are"),
        (good.clear(), "no rows"),
        (good.with_columns(kind=pl.lit(None, pl.String)), "kind may not be null"),
        (good.with_columns(kind=pl.lit("c")), "a value outside a, b"),
        (pl.concat([good, good]), "names 4 rows more than once"),
        (good.head(1), "years run"),
    ):
        with pytest.raises(SourceError, match=told):
            shape.checked(bad, promise)


def test_codes_of_no_state_are_counted() -> None:
    promise = shape.Shape(
        "made_up", "One row a state.", (shape.ccode(), shape.year(), shape.state()), ("ccode", "year")
    )
    table = pl.DataFrame({"ccode": [2, 3], "year": [1990, 1990], "id": ["USA", None]}, schema=promise.schema)
    with pytest.raises(SourceError, match="1 code-years stand for no state, not 0"):
        shape.checked(table, promise)


def test_the_commands_print_what_they_should(empty_cache: Path) -> None:
    assert "cow-minimum-distance" in run("list").stdout
    assert '"not_covered"' in run("list", "--format", "json").stdout
    assert "cow-igo " in run("status").stdout
    assert "Gibler, Douglas M. (2009)" in run("cite", "cow_alliances").stdout
    assert "@book{gibler2009," in run("cite", "cow-alliances", "--format", "bibtex").stdout
    assert run("cite", "nothing").returncode == 2
    run("pull", "gw_states")
    (place,) = run("path", "gw_states").stdout.splitlines()
    assert pl.read_parquet(place).height == 216
    assert run("pull").returncode == 2
