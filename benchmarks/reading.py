"""How fast Russian is read: beside natasha's own pipeline, by its defaults and at its one-thread best, and by length.

Each reader runs in a process of its own, loads, warms up on one text and then reads others it has not seen; the runs
take turns and the best of each counts, so that what else the machine does falls on all alike. natasha stops at grammar,
syntax, names and lemmas; what is read here goes on to whole claims.
"""

import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.annotated import GOLD

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples" / "kazakhstan-trade.txt"
LENGTHS = (4_000, 16_000, 64_000, 256_000)
#: Characters of one article, as the goal has it.
ARTICLE = 3_600
_ROUNDS = 3
_MEASURE = """
import json, resource, sys, time
texts = json.loads(sys.stdin.read())
{setup}
read(texts[0])
wall, cpu = time.perf_counter(), time.process_time()
for text in texts[1:]:
    read(text)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale
print(json.dumps({{"wall": wall, "cpu": cpu, "peak": peak}}))
"""
_SVERKA = """
from datetime import date
from sverka.reading.reader import read as sverka
def read(text): return sverka(text, date(2024, 3, 1))
"""
_NATASHA = """
from natasha import Doc, MorphVocab, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter
segmenter, embedding, vocab = Segmenter(), NewsEmbedding(), MorphVocab()
morph, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
def read(text):
    doc = Doc(text)
    doc.segment(segmenter)
    doc.tag_morph(morph)
    doc.parse_syntax(syntax)
    doc.tag_ner(names)
    for token in doc.tokens:
        token.lemmatize(vocab)
"""
_RUNS = (
    ("sverka", _SVERKA, {}),
    ("natasha, its defaults", _NATASHA, {}),
    ("natasha, one thread", _NATASHA, {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}),
)


def main() -> None:
    """Print the comparison, then characters a second by length in this process."""
    texts = _articles()
    best: dict[str, dict[str, float]] = {}
    for _ in range(_ROUNDS):
        for name, setup, threads in _RUNS:
            took = _run(setup, threads, texts)
            if took is not None:
                best[name] = {k: min(v, best.get(name, took)[k]) for k, v in took.items()}
    read = len(texts) - 1
    ours = best["sverka"]
    print(f"{read} articles of {ARTICLE} characters, best of {_ROUNDS} runs\n")
    print(
        "| reader | articles/s | articles/s of processor time | times ours | peak memory, MB |\n|---|---|---|---|---|"
    )
    for name, took in best.items():
        wall, cpu, peak = took["wall"], took["cpu"], took["peak"]
        print(f"| {name} | {read / wall:.1f} | {read / cpu:.1f} | {wall / ours['wall']:.2f} | {peak:.0f} |")
    if len(best) < len(_RUNS):
        print("\nnatasha does not run here: install natasha==1.6.0 where Python still has what it needs")
    _by_length()


def _articles() -> list[str]:
    """Russian prose in pieces of one article's length: ours, and the annotated texts where they are at hand."""
    prose = [EXAMPLE.read_text(encoding="utf-8")]
    for path in (*sorted((HERE / "articles").glob("*.json")), GOLD / "verdict" / "articles.json"):
        prose += [a["text"] for a in _told(path) if a["language"] == "ru"]
    for path in (*sorted((HERE / "passages").glob("*.json")), GOLD / "claims" / "passages.json"):
        prose += [f"{p.get('context') or ''} {p['text']}" for p in _told(path)]
    text = "\n\n".join(prose)
    return [text[at : at + ARTICLE] for at in range(0, len(text) - ARTICLE + 1, ARTICLE)]


def _told(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    return found


def _run(setup: str, threads: dict[str, str], texts: list[str]) -> dict[str, float] | None:
    """Seconds of wall clock and processor for all texts but the first, and peak memory; None where it does not run."""
    free = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _MEASURE.format(setup=setup)],
        env=free | threads, input=json.dumps(texts), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode and setup is _SVERKA:
        raise RuntimeError(done.stderr)
    took: dict[str, float] | None = None if done.returncode else json.loads(done.stdout)
    return took


def _by_length() -> None:
    from sverka.reading.reader import read

    text = EXAMPLE.read_text(encoding="utf-8")
    read(text, date(2024, 3, 1))
    first = None
    print("\n| characters | seconds | characters/s | per character, times the first |\n|---|---|---|---|")
    for length in LENGTHS:
        long = (text + "\n\n") * (length // len(text) + 1)
        took = min(_timed(read, long[:length]) for _ in range(2))
        first = first or took / length
        print(f"| {length} | {took:.2f} | {length / took:.0f} | {took / length / first:.2f} |")


def _timed(read: Any, text: str) -> float:
    began = time.process_time()
    read(text, date(2024, 3, 1))
    return time.process_time() - began


if __name__ == "__main__":
    main()
