"""Articles a second with one worker and with one a core: `python -m benchmarks scale`."""

import json
import os
import tempfile
import time
from pathlib import Path

from sverka.corpus.articles import corpus
from sverka.corpus.parts import Parts
from sverka.corpus.run import run
from sverka.workers import workers

ARTICLES = Path(__file__).parent / "articles"
#: How often the articles are repeated, so that starting up does not count for much.
REPEATED = 6


def main() -> None:
    """Print throughput, and what the second core adds."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    articles = [a for path in sorted(ARTICLES.glob("*.json")) for a in json.loads(path.read_text(encoding="utf-8"))]
    characters = sum(len(a["text"]) for a in articles) * REPEATED
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "corpus.jsonl")
        lines = [
            json.dumps({**a, "id": f"{a['id']}-{n}"}, ensure_ascii=False) for n in range(REPEATED) for a in articles
        ]
        path.write_text("\n".join(lines), encoding="utf-8")
        found = corpus(path)
        print(f"{found.count} articles of {characters / found.count:,.0f} characters")
        cores = os.cpu_count() or 1
        rates = {}
        for count in (1, cores) if cores > 1 else (1,):
            with workers(count) as pool:
                warm = [pool.submit(len, "") for _ in range(2 * count)]
                [w.result() for w in warm]
                begun = time.perf_counter()
                run(found, Parts(Path(folder, f"results-{count}.parquet")), pool)
                rates[count] = found.count / (time.perf_counter() - begun)
            rate = rates[count]
            standard = rate * characters / found.count / 3600
            print(f"{count} workers: {rate:.1f} articles a second; of 3,600 characters, {standard:.1f}")
        if len(rates) > 1:
            print(f"{cores} workers are {rates[cores] / rates[1]:.2f} times one")
