"""A corpus is checked whole: no article twice, none lost, whoever dies on the way."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from sverka.corpus.articles import corpus
from sverka.corpus.parts import Parts
from sverka.corpus.run import SIZE, run
from sverka.corpus.work import check_articles
from sverka.errors import InputError
from sverka.workers import Workers, has_died, workers

TEXT = "Армения вступила в ЕАЭС в 2015 году. Товарооборот Казахстана и России в 2019 году составил 20 млрд долларов."


class Inline(Executor):
    """Runs work at once, in this process; work on an article named `poison` breaks it, as a dead process would."""

    def __init__(self, done: list[str]) -> None:
        self.done = done
        self.broken = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        articles = args[1]
        if self.broken or any(a.id == "poison" for a in articles):
            self.broken = True
            future.set_exception(BrokenProcessPool("a process died"))
        else:
            self.done += [a.id for a in articles]
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    def made(ids: list[str], text: str = "Армения вступила в ЕАЭС.") -> Path:
        path = tmp_path / "c.jsonl"
        path.write_text("\n".join(json.dumps({"id": id_, "text": text}) for id_ in ids), encoding="utf-8")
        return path

    return made


def stored(parts: Parts) -> pl.DataFrame:
    return pl.read_parquet(parts.articles / "*.parquet")


def test_every_claim_and_every_article_gets_a_row(tmp_path: Path, lines: Callable[..., Path]) -> None:
    parts = Parts(tmp_path / "r.parquet")
    summary = run(corpus(lines(["a", "b"], TEXT)), parts, Workers(1, lambda: Inline([])))
    assert (summary.articles, summary.kept, summary.failed) == (2, 0, 0)
    claims = pl.read_parquet(tmp_path / "r.parquet")
    assert claims.select("article", "claim", "kind", "verdict").rows() == [
        ("a", 1, "membership", "holds"),
        ("a", 2, "figure", "holds"),
        ("b", 1, "membership", "holds"),
        ("b", 2, "figure", "holds"),
    ]
    assert claims["proposition"][0] == "joined ARM EAEU in 2015"
    assert json.loads(claims["finding"][0])["verdict"] == "holds"
    assert stored(parts).select("article", "claims", "characters", "error").rows() == [
        ("a", 2, len(TEXT), None),
        ("b", 2, len(TEXT), None),
    ]


def test_a_second_run_does_only_what_is_new(tmp_path: Path, lines: Callable[..., Path]) -> None:
    ids = [f"{n}" for n in range(2 * SIZE + 3)]
    first: list[str] = []
    run(corpus(lines(ids)), Parts(tmp_path / "r.parquet"), Workers(2, lambda: Inline(first)))
    assert first == ids
    second: list[str] = []
    longer = [*ids, "new"]
    summary = run(corpus(lines(longer)), Parts(tmp_path / "r.parquet"), Workers(2, lambda: Inline(second)))
    assert summary.kept == 2 * SIZE
    assert second == longer[2 * SIZE :]
    assert stored(Parts(tmp_path / "r.parquet")).sort("number")["article"].to_list() == longer


def test_a_shorter_corpus_leaves_no_rows_of_the_longer(tmp_path: Path, lines: Callable[..., Path]) -> None:
    parts = Parts(tmp_path / "r.parquet")
    run(corpus(lines([f"{n}" for n in range(SIZE + 1)])), parts, Workers(1, lambda: Inline([])))
    run(corpus(lines(["only"])), parts, Workers(1, lambda: Inline([])))
    assert stored(parts)["article"].to_list() == ["only"]
    assert set(pl.read_parquet(tmp_path / "r.parquet")["article"]) <= {"only"}


def test_an_article_that_kills_its_process_is_told_and_stops_nothing(
    tmp_path: Path, lines: Callable[..., Path]
) -> None:
    ids = [f"{n}" for n in range(SIZE)] + ["x", "poison", "y"] + [f"z{n}" for n in range(SIZE)]
    done: list[str] = []
    parts = Parts(tmp_path / "r.parquet")
    summary = run(corpus(lines(ids)), parts, Workers(2, lambda: Inline(done)))
    assert (summary.articles, summary.failed) == (len(ids), 1)
    rows = stored(parts).sort("number")
    assert rows["article"].to_list() == ids
    assert rows.filter(pl.col("error").is_not_null()).select("article", "error").rows() == [
        ("poison", "the process that read it died")
    ]


def test_a_fault_in_one_article_is_told_in_its_row(monkeypatch: pytest.MonkeyPatch, lines: Callable[..., Path]) -> None:
    def faulty(text: str, published: Any, language: Any) -> Any:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("sverka.reading.reader.read", faulty)
    rows = check_articles(5, list(corpus(lines(["a"])).articles()))
    assert (rows.articles[0]["number"], rows.claims) == (5, [])
    assert rows.articles[0]["error"].startswith("a fault of Sverka's own (ZeroDivisionError: division by zero)")


def test_a_damaged_part_is_made_again(tmp_path: Path, lines: Callable[..., Path]) -> None:
    ids = [f"{n}" for n in range(2 * SIZE)]
    parts = Parts(tmp_path / "r.parquet")
    run(corpus(lines(ids)), parts, Workers(1, lambda: Inline([])))
    place = parts.articles / "part-000001.parquet"
    place.write_bytes((Path(__file__).with_name("aborts.parquet")).read_bytes())
    done: list[str] = []
    summary = run(corpus(lines(ids)), Parts(tmp_path / "r.parquet"), Workers(1, lambda: Inline(done)))
    assert (summary.kept, done) == (SIZE, ids[SIZE:])
    place.write_bytes(b"PAR1")
    with pytest.raises(InputError, match=r"a stored part is damaged .*; remove it and type the same command again"):
        parts.failures()


def test_results_do_not_go_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "thesis.docx").write_bytes(b"")
    with pytest.raises(InputError, match=r"the folder holds other files .*thesis\.docx"):
        Parts(tmp_path / "r")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError, match="this is a file"):
        Parts(tmp_path / "file")


def command(path: Path, output: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "sverka", "batch", str(path), "-o", str(output), *more]


def waited(condition: Callable[[], object], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_after_a_kill_the_same_command_goes_on(tmp_path: Path, lines: Callable[..., Path]) -> None:
    ids = [f"{n}" for n in range(5 * SIZE)]
    path, output = lines(ids, TEXT), tmp_path / "r.parquet"
    begun = subprocess.Popen(command(path, output, "--workers", "1"), start_new_session=True)
    stored_parts = (tmp_path / "r.articles.parquet").glob
    assert waited(lambda: list(stored_parts("part-*.parquet"))), "nothing was stored in a minute"
    begun.kill()
    begun.wait()
    before = {p.name: p.stat().st_mtime_ns for p in stored_parts("part-*.parquet")}
    assert 0 < len(before) < 5
    assert waited(lambda: not _group(begun.pid), 10), "the killed command's workers go too"
    ended = subprocess.run(command(path, output, "--workers", "1"), capture_output=True, text=True, check=True)
    assert f"{len(ids)} articles, {len(before) * SIZE} of them from before" in ended.stdout
    parts = Parts(output)
    assert stored(parts).sort("number")["article"].to_list() == ids
    assert all((parts.articles / name).stat().st_mtime_ns == time_ for name, time_ in before.items())
    assert pl.read_parquet(output).select("article", "claim").is_duplicated().sum() == 0


def _group(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_worker_killed_here_loses_nothing(tmp_path: Path, lines: Callable[..., Path]) -> None:
    ids = [f"{n}" for n in range(3 * SIZE)]
    parts = Parts(tmp_path / "r.parquet")
    with workers(2) as pool:
        victim = pool.submit(os.getpid).result()
        killed: list[int] = []

        def kill_once(done: int) -> None:
            if not killed:
                killed.append(victim)
                os.kill(victim, signal.SIGKILL)

        summary = run(corpus(lines(ids, TEXT)), parts, pool, kill_once)
    assert killed
    assert (summary.articles, summary.failed) == (len(ids), 0)
    assert stored(parts).sort("number")["article"].to_list() == ids


@pytest.fixture
def cluster() -> Iterator[str]:
    """A dask cluster of two workers, each a process, started as its users start one."""
    pytest.importorskip("distributed")
    code = (
        "import sys\n"
        "from distributed import LocalCluster\n"
        "if __name__ == '__main__':\n"
        "    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as c:\n"
        "        print(c.scheduler_address, flush=True)\n"
        "        sys.stdin.read()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as p:
        assert p.stdout is not None and p.stdin is not None
        yield p.stdout.readline().strip()
        p.stdin.close()
        p.wait(timeout=60)


def test_a_cluster_that_loses_a_worker_midway_loses_no_article(
    tmp_path: Path, lines: Callable[..., Path], cluster: str
) -> None:
    ids = [f"{n}" for n in range(4 * SIZE)]
    parts = Parts(tmp_path / "r.parquet")
    with workers(scheduler=cluster) as pool:
        assert pool.count == 2
        victims: list[int] = []

        def kill_once(done: int) -> None:
            if not victims:
                victims.append(pool.submit(os.getpid).result())
                os.kill(victims[0], signal.SIGKILL)

        summary = run(corpus(lines(ids, TEXT)), parts, pool, kill_once)
    assert victims
    assert (summary.articles, summary.kept, summary.failed) == (len(ids), 0, 0)
    assert stored(parts).sort("number")["article"].to_list() == ids


def test_the_command_works_on_a_cluster(tmp_path: Path, lines: Callable[..., Path], cluster: str) -> None:
    done = subprocess.run(
        command(lines(["a", "b"], TEXT), tmp_path / "r.parquet", "--scheduler", cluster), capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 articles: claims in" in done.stdout


def test_a_cluster_that_is_not_there_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("sverka.workers.PATIENCE", 1)
    with pytest.raises(InputError, match="no cluster answers"), workers(scheduler="tcp://127.0.0.1:9"):
        pass


def test_no_workers_are_refused() -> None:
    with pytest.raises(InputError, match=r"no workers \(--workers 0\); give 1 or more"), workers(0):
        pass


def test_a_dead_process_is_told_from_a_fault() -> None:
    assert has_died(BrokenProcessPool("x"))
    assert not has_died(ZeroDivisionError("x"))
