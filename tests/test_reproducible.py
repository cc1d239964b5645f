"""The same input gives the same bytes anywhere; old reports are checked again when the data have moved on."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "kazakhstan-trade.txt"
#: Time zone, locale, order of sets, threads.
PLACES = [("Asia/Vladivostok", "C", "1", "1"), ("America/Caracas", "ru_RU.UTF-8", "77", "2")]


def sverka(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sverka", *arguments], capture_output=True, env={**os.environ, **environment}, cwd=ROOT
    )


def test_a_report_is_the_same_bytes_in_any_time_zone_locale_and_order(tmp_path: Path) -> None:
    made = []
    for zone, locale, seed, threads in PLACES:
        place = {"TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads}
        done = sverka("check", str(EXAMPLE), "--format", "json", **place)
        assert done.returncode == 0, done.stderr
        made.append(done.stdout)
    assert made[0] == made[1]
    assert json.loads(made[0])["claims"]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stored") / "report.json"
    claims = "Армения вступила в ЕАЭС в 2015 году. Экспорт России в Казахстан в 2019 году – 14 млрд долларов."
    text = f"published: 2022-02-14\n\n{claims}"
    article = path.with_name("article.txt")
    article.write_text(text, encoding="utf-8")
    done = sverka("check", str(article), "--format", "json", "-o", str(path))
    assert done.returncode == 0, done.stderr
    return path


def test_a_stored_report_replays_the_same(stored: Path) -> None:
    done = sverka("replay", str(stored))
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_report_of_an_earlier_version_replays(stored: Path, tmp_path: Path) -> None:
    old = json.loads(stored.read_text(encoding="utf-8"))
    old["sverka"] = "0.0.1"
    path = tmp_path / "old.json"
    path.write_text(json.dumps(old), encoding="utf-8")
    assert sverka("replay", str(path)).returncode == 0


def test_when_newer_data_arrive_a_replay_says_what_they_change(stored: Path, tmp_path: Path) -> None:
    """The package is copied with one date of its record corrected, as a newer release would have it."""
    shutil.copytree(ROOT / "src" / "sverka", tmp_path / "sverka", ignore=shutil.ignore_patterns("__pycache__"))
    table = tmp_path / "sverka" / "record" / "memberships.csv"
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [row.replace("2015-01-02", "2016-01-02") if row.startswith("ARM,EAEU,member") else row for row in rows]
    assert changed != rows
    table.write_text("".join(changed), encoding="utf-8")
    done = sverka("replay", str(stored), PYTHONPATH=str(tmp_path))
    told = done.stdout.decode()
    assert done.returncode == 3
    assert "record:memberships" in told
    assert "fails" in told or "не подтверждается" in told
