"""How fast Russian is read, whether time grows in line with length, and what BLAS threads do to it."""

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

ARTICLE = Path(__file__).parents[1] / "examples" / "kazakhstan-trade.txt"
LENGTHS = (4_000, 16_000, 64_000, 256_000)


def main() -> None:
    """Print characters a second by length in this process, then one length under one and two BLAS threads."""
    from sverka.reading.reader import read

    text = ARTICLE.read_text(encoding="utf-8")
    read(text, date(2024, 3, 1))
    first = None
    print(f"{'characters':>12}{'seconds':>10}{'characters/s':>14}{'per character, times the first':>32}")
    for length in LENGTHS:
        long = (text + "\n\n") * (length // len(text) + 1)
        began = time.perf_counter()
        read(long[:length], date(2024, 3, 1))
        took = time.perf_counter() - began
        first = first or took / length
        print(f"{length:>12}{took:>10.2f}{length / took:>14.0f}{took / length / first:>32.2f}")
    for threads in (1, 2):
        took = _in_process(threads)
        print(f"BLAS threads {threads}: {took:.2f} s for {LENGTHS[1]} characters")


def _in_process(threads: int) -> float:
    code = (
        "import time; from datetime import date; from pathlib import Path; from sverka.reading.reader import read; "
        f"t = (Path({str(ARTICLE)!r}).read_text(encoding='utf-8') * 99)[:{LENGTHS[1]}]; "
        "read(t[:3000], date(2024, 3, 1)); "
        "b = time.perf_counter(); read(t, date(2024, 3, 1)); print(time.perf_counter() - b)"
    )
    settings = {name: str(threads) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | settings, capture_output=True, text=True, check=True
    )
    return float(done.stdout)
