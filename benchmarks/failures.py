"""Failures: what is said to fail in texts that nobody suspects.

The passages of `retold` and `apart` tell the facts of printed pages, so nearly all in them is true to its source:
a failure there is far more often our misreading than theirs. How often, only a reader can say: each is printed.
"""

from collections import Counter

from benchmarks.annotated import written
from sverka.checking.check import Checked, check_all
from sverka.checking.finding import Verdict
from sverka.reading.reader import read

_SETS = ("retold", "apart")


def main() -> None:
    """Print how many claims were read and hold or fail in each set, then every failure."""
    print("| passages | claims read | hold | fail |\n|---|---|---|---|")
    failed: list[tuple[str, Checked]] = []
    for name in _SETS:
        texts, verdicts = written(name), Counter[Verdict]()
        for text in texts:
            whole = f"{text.above}\n{text.text}" if text.above else text.text
            found = check_all(read(whole, text.published).mentions, whole, text.published)
            verdicts.update(c.finding.verdict for c in found)
            failed += [(text.id, c) for c in found if c.finding.verdict == Verdict.FAILS]
        said = f"{verdicts[Verdict.HOLDS]} | {verdicts[Verdict.FAILS]}"
        print(f"| {name} ({len(texts)}) | {verdicts.total()} | {said} |")
    print()
    for id_, checked in failed:
        print(f"{id_}: {checked.mention.proposition} – «{checked.mention.anchor}»")


if __name__ == "__main__":
    main()
