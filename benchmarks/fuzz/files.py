"""Targets of files handed to the command line: reports, corpora, scenarios and their stored outcomes."""

import copy
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.fuzz import mutations
from benchmarks.fuzz.target import Target, as_text, changed_text, holds

_TEXT = (
    "Армения вступила в ЕАЭС в 2015 году. Товарооборот России и Казахстана в 2019 году составил около 20 млрд "
    "долларов. «Китай – наш первый партнёр», – сказал министр иностранных дел России Сергей Лавров."
)
#: A table of three rows, changed by the fuzzer, on which the native reader ends its process.
_ABORTS = Path(__file__).parents[2] / "tests" / "corpus" / "aborts.parquet"
_JUNK: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        10**30,
        1e308,
        "",
        "x",
        "ARM",
        "2014-13",
        "2014",
        "\ud800",
        "a\nb",
        [],
        {},
        [[]],
        [1, 2],
    ),
    *({"kind": "figure"}, {"": ""}, [None, None], "x" * 3000, float("inf"), [0, 10**9], [5, 2], "person:" + "я" * 500),
)


def changed_json(rng: random.Random, given: bytes, seeds: list[bytes], most: int) -> bytes:
    """JSON with a value replaced, moved, dropped or doubled somewhere; bytes that are none are changed as a text."""
    try:
        value = json.loads(given)
    except (ValueError, RecursionError):
        return changed_text(rng, given, seeds, most)
    if rng.random() < 0.15:
        return changed_text(rng, given, seeds, most)
    for _ in range(rng.choice((1, 1, 2, 4))):
        places = list(_places(value))
        if not places:
            return given
        owner, key = rng.choice(places)
        match rng.randrange(5):
            case 0 | 1:
                owner[key] = copy.deepcopy(rng.choice(_JUNK))
            case 2:
                other, name = rng.choice(places)
                owner[key] = copy.deepcopy(other[name])
            case 3:
                del owner[key]
            case _ if isinstance(owner[key], str):
                owner[key] = mutations.text(rng, owner[key], [_TEXT], 400)
    return json.dumps(value, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")[:most]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    stack = [value]
    while stack:
        owner = stack.pop()
        keys = list(owner) if isinstance(owner, dict) else range(len(owner)) if isinstance(owner, list) else ()
        for key in keys:
            yield owner, key
            stack.append(owner[key])


@cache
def _reports() -> list[bytes]:
    from datetime import date

    from sverka.reading.reader import read
    from sverka.reports.report import make

    return [make(read(t, date(2020, 1, 1), "ru")).dumps().encode() for t in (_TEXT, _TEXT[:40])]


def _report(data: bytes) -> bool:
    from sverka.errors import ReportError
    from sverka.reports.report import Report

    try:
        found = Report.loads(as_text(data))
    except ReportError as error:
        holds("\n" not in str(error) and bool(error.todo), "a message of several lines, or without advice")
        return True
    printed = found.dumps()
    holds(Report.loads(printed).dumps() == printed, "a report does not read back")
    return False


@cache
def _reader() -> Any:
    from sverka.corpus.tables import Reader

    return Reader()


def _one_reader() -> Any:
    """One child for all inputs, which is started again when it has died: as in use, and a hundred times as fast."""
    _reader().deaths = 0
    return _reader()


def _batch(data: bytes) -> bool:
    """`sverka batch` as it is typed: one line and code 2, or a table with a row for every article."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "a.parquet")
        place.write_bytes(data)
        command = [sys.executable, "-m", "sverka", "batch", str(place), "-o", f"{folder}/r.parquet", "--workers", "1"]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    said = ran.stderr.strip().splitlines()
    holds(ran.returncode in (0, 2), f"exit code {ran.returncode}")
    holds(len(said) <= 1 and "Traceback" not in ran.stderr, "more than one line of errors")
    holds(not ran.returncode or said[0].startswith("sverka: "), "an error that is none of ours")
    return ran.returncode == 2


def _corpus(ending: str) -> Target:
    def seeds() -> list[bytes]:
        rows = [
            {"id": "a", "text": _TEXT, "published": "2020-01-01", "language": "ru"},
            {"id": 2, "text": "Trade grew."},
        ]
        if ending == ".parquet":
            import io

            import polars as pl

            out = [io.BytesIO(), io.BytesIO()]
            pl.DataFrame([{**row, "id": str(row["id"])} for row in rows] * 40).write_parquet(out[0])
            pl.DataFrame({"text": ["a", None, "б"], "published": [1, 2, 3]}).write_parquet(
                out[1], compression="uncompressed"
            )
            return [*(each.getvalue() for each in out), _ABORTS.read_bytes()]
        if ending == ".txt":
            return [_TEXT.encode(), f"published: 2020-01-01\n\n{_TEXT}".encode("cp1251")]
        lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        return [(lines if ending == ".jsonl" else json.dumps(rows)).encode(), b"[]", b'{"text": 1}', b"[" * 3000]

    def attempt(data: bytes) -> bool:
        from sverka.corpus import articles as module
        from sverka.corpus.articles import corpus
        from sverka.errors import InputError

        if ending == ".parquet":
            module.Reader = _one_reader  # type: ignore[assignment,misc]
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder, f"a{ending}")
            place.write_bytes(data)
            try:
                found = corpus(Path(folder) if ending == ".txt" else place)
                articles = list(found.articles())
            except InputError as error:
                holds("\n" not in str(error) and bool(error.todo), "a message of several lines, or without advice")
                return True
            holds(len(articles) == found.count, "articles lost")
            holds(
                all(bool(a.text.strip()) != bool(a.error) for a in articles), "an article with neither text nor error"
            )
            holds(all("\n" not in a.error and len(a.sha256) == 64 for a in articles), "an error of several lines")
        return False

    def prepare() -> None:
        attempt(seeds()[0])

    change = {".jsonl": changed_json, ".json": changed_json, ".parquet": mutations.data}.get(ending, changed_text)
    return Target(f"corpus{ending.replace('.', '-')}", attempt, seeds, prepare, change, guided=False, most=20_000)


def _scenarios() -> list[bytes]:
    return [
        b'kind = "dissolve"\nbloc = "EAEU"\nyear = 2016\n',
        b'kind = "leave"\nbloc = "EU"\nstates = ["GBR"]\n',
        b'kind = "join"\nbloc = "EAEU"\nstates = ["UZB", "TJK"]\nsource = "cow"\n',
        b'kind = "embargo"\nstates = ["KGZ"]\npartner = "RUS"\ndirection = "imports"\nshare = 0.5\n',
        b'kind = "replace"\nstates = ["KAZ", "KGZ"]\npartner = "RUS"\nshare = 1.0\n',
        b'kind = "sanction"\ncoalition = ["USA", "DEU"]\ntarget = ["RUS"]\nname = "a"\n',
    ]


def _scenario(data: bytes) -> bool:
    from sverka.errors import InputError
    from sverka.scenarios.kinds import parse, scenario, to_json

    try:
        found = parse(as_text(data))
    except InputError as error:
        holds("\n" not in str(error) and bool(error.todo), "a message of several lines, or without advice")
        return True
    holds(scenario(json.loads(json.dumps(to_json(found)))) == found, "a scenario does not read back")
    return False


def _prepare_scenarios() -> None:
    import sverka.scenarios.kinds  # noqa: F401


def _outcomes() -> list[bytes]:
    from sverka.scenarios import stored

    found = [stored.load(name).dumps().encode() for name in sorted(stored.shipped())[:2]]
    return [each for each in found if len(each) < 400_000] or found[:1]


def _outcome(data: bytes) -> bool:
    from sverka.errors import SverkaError
    from sverka.scenarios.outcome import Outcome

    try:
        found = Outcome.loads(as_text(data))
    except SverkaError as error:
        holds("\n" not in str(error) and bool(error.todo), "a message of several lines, or without advice")
        return True
    printed = found.dumps()
    holds(Outcome.loads(printed).dumps() == printed, "an outcome does not read back")
    return False


def _prepare_reports() -> None:
    _reports()


FILES = (
    Target("reports", _report, _reports, _prepare_reports, changed_json, slowest=5.0, most=60_000, guided=False),
    *(_corpus(ending) for ending in (".jsonl", ".json", ".parquet", ".txt")),
    Target("batch-parquet", _batch, _corpus(".parquet").seeds, change=mutations.data, guided=False, most=20_000),
    Target("scenarios", _scenario, _scenarios, _prepare_scenarios),
    Target("outcomes", _outcome, _outcomes, change=changed_json, slowest=5.0, most=400_000, guided=False),
)
