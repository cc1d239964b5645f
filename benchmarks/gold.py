"""Scores on the annotated texts, where they are at hand (`../shared/gold`, or the folder in SVERKA_GOLD)."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

#: Articles of our own with the verdicts they deserve: invented prose, true data, written without sight of the reader.
OURS = Path(__file__).parent / "articles"
GOLD = Path(os.environ.get("SVERKA_GOLD") or Path(__file__).parents[2] / "shared" / "gold")


def main() -> None:
    """Print what the scorers that come with the texts print."""
    if not GOLD.is_dir():
        print(f"no annotated texts at {GOLD}; set SVERKA_GOLD to their folder")
        return
    with tempfile.TemporaryDirectory() as folder:
        read, checked = Path(folder, "read.json"), Path(folder, "checked.json")
        passages, articles = GOLD / "claims" / "passages.json", GOLD / "verdict" / "articles.json"
        _sverka(["read", "--passages", str(passages)], read)
        _sverka(["check", "--batch", str(articles), "--format", "json"], checked)
        _score(["score.py", str(passages), str(GOLD / "claims" / "claims.json"), str(read)])
        print("\nVerdicts, all articles, then Russian alone:")
        _score(["verdicts.py", str(articles), str(checked)])
        _score(["verdicts.py", str(articles), str(checked), "--language", "ru"])
        for articles in sorted(OURS.glob("*.json")):
            print(f"\nOur own articles, {articles.stem} set:")
            _sverka(["check", "--batch", str(articles), "--format", "json"], checked)
            _score(["verdicts.py", str(articles), str(checked)])
        claims = [c for a in json.loads(checked.read_text(encoding="utf-8")) for c in a["claims"]]
        print(f"{len(claims)} claims read in the last set")


def _sverka(arguments: list[str], output: Path) -> None:
    with output.open("wb") as stream:
        subprocess.run([sys.executable, "-m", "sverka", *arguments], check=True, stdout=stream)


def _score(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, str(GOLD / arguments[0]), *arguments[1:]], check=True, capture_output=True, text=True
    )
    print(done.stdout)
