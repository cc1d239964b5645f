"""Ourselves against our previous release, in turns on the same texts: `python -m benchmarks previous`.

The previous release is the last commit with the version before today's in `src/sverka/__init__.py`.
"""

import json
import os
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[1]
ARTICLES = Path(__file__).parent / "articles"
_VERSION = "src/sverka/__init__.py"
#: How often the two take turns.
TURNS = 5
_READ = """
import json, sys, time
from datetime import date
from sverka.reading.reader import read
articles = [a for a in json.load(open(sys.argv[1], encoding="utf-8")) if a.get("language") != "en"]
def once():
    begun = time.perf_counter()
    found = sum(len(read(a["text"], date.fromisoformat(a["published"]), "ru").mentions) for a in articles)
    return time.perf_counter() - begun, found
once()
seconds, found = once()
print(json.dumps([sum(len(a["text"]) for a in articles) / seconds, found]))
"""
_CLAIM = """
import json, subprocess, sys, time
begun = time.perf_counter()
command = [sys.executable, "-m", "sverka", "claim", "gdp(KAZ) in 2015 = 184e9 USD"]
subprocess.run(command, capture_output=True, check=True)
print(json.dumps([time.perf_counter() - begun]))
"""


def main() -> None:
    """Print the ratio of today's figure to the earlier one: median of the turns, lowest and highest."""
    before = _previous()
    if before is None:
        print("no previous release in this repository's history")
        return
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(["git", "archive", before, "src"], cwd=ROOT, check=True, capture_output=True).stdout
        with tarfile.open(fileobj=BytesIO(archive)) as source:
            source.extractall(folder, filter="data")
        old, new = Path(folder, "src"), ROOT / "src"
        print(f"{_version(new)} against {_version(old)} ({before[:10]})")
        texts = str(ARTICLES / "first.json")
        pairs = [(_run(new, _READ, texts), _run(old, _READ, texts)) for _ in range(TURNS)]
        _ratio("characters read a second", [(n[0], o[0]) for n, o in pairs])
        print(f"mentions found in the same texts: {pairs[0][0][1]:.0f} against {pairs[0][1][1]:.0f}")
        pairs = [(_run(new, _CLAIM), _run(old, _CLAIM)) for _ in range(TURNS)]
        _ratio("seconds for one claim, cold", [(n[0], o[0]) for n, o in pairs])


def _previous() -> str | None:
    """The commit before today's version was written; None where there is no git or no earlier version."""
    command = ["git", "log", "-1", "--format=%H", "-G__version__ = ", "--", _VERSION]
    changed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if changed.returncode or not changed.stdout.strip():
        return None
    commit = f"{changed.stdout.strip()}~1"
    command = ["git", "rev-parse", "--verify", "--quiet", f"{commit}:{_VERSION}"]
    there = subprocess.run(command, cwd=ROOT, capture_output=True)
    return commit if there.returncode == 0 else None


def _version(source: Path) -> str:
    return (source / "sverka" / "__init__.py").read_text(encoding="utf-8").split('"')[-2]


def _run(source: Path, code: str, *arguments: str) -> list[float]:
    environment = {**os.environ, "PYTHONPATH": str(source), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, check=True, capture_output=True, text=True
    )
    figures: list[float] = json.loads(done.stdout)
    return figures


def _ratio(what: str, pairs: list[tuple[float, float]]) -> None:
    ratios = sorted(new / old for new, old in pairs)
    print(f"{what}: {ratios[len(ratios) // 2]:.2f} times the previous release ({ratios[0]:.2f} to {ratios[-1]:.2f})")
