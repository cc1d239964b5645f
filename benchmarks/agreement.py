"""Agreement: how far two careful annotators agree, and how sure anybody could be of a frame read from these texts.

Some of our passages were annotated twice, by two who knew nothing of one another (`second_annotations.json`). Taken
for a reader, either annotator is right where the other has the same frame; confidence is fitted to what is known of a
frame – its kind, metric, office or type, how many parties – just as the reader's own is fitted to its signs, and tested
on articles the fit has not seen. One who reads as well as they do, and knows no more of a frame, is sure of so many.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.annotated import Annotated, Frame, frames, judged, scorer, written
from benchmarks.calibration import SURE, held_out
from sverka.reading.confidence import fitted, probability

SECOND = Path(__file__).with_name("second_annotations.json")
_SETS = ("retold", "apart")


def main() -> None:
    """Print both tables."""
    second = json.loads(SECOND.read_text(encoding="utf-8"))
    texts = [t for name in _SETS for t in written(name) if t.id in second]
    _agreement(texts, second)
    print()
    human = [f for t in texts for f in _read_by_annotators(t, second[t.id])]
    groups = {"either annotator, given the other": (human, held_out(human))}
    read = list(frames(texts))
    groups["the reader, given the first"] = (read, np.array([probability(f.signs, fitted()) for f in read]))
    print("| frames | right | given 0.9 or more | of these right |\n|---|---|---|---|")
    for name, (found, given) in groups.items():
        right, sure = np.array([f.right for f in found]), given >= SURE
        share = f"{right[sure].mean():.0%}" if sure.any() else "–"
        print(f"| {name} ({len(found)}) | {right.mean():.0%} | {sure.mean():.0%} | {share} |")


def _agreement(texts: list[Annotated], second: dict[str, list[dict[str, Any]]]) -> None:
    """Claims of each kind that one annotator has, that both have, and that both have with every core field the same."""
    rule = scorer()
    either, both, whole = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        first, other = ([c for c in claims if c["kind"] in rule.CORE] for claims in (text.claims, second[text.id]))
        pairs = rule.match(text.text, first, other, rule.claim_closeness)
        paired = {id(c) for pair in pairs for c in pair}
        # what one of them has as a claim that may be left out, and the other leaves out, is no difference
        either.update(c["kind"] for c in (*first, *other) if id(c) in paired or not c.get("optional"))
        for a, b in pairs:
            both[a["kind"]] += 2
            whole[a["kind"]] += 2 * all(rule.same(f, rule.core(a, f), rule.core(b, f)) for f in rule.CORE[a["kind"]])
    print(f"Two annotators of {len(texts)} passages:\n")
    print("| kind | claims of both | detect | whole frame |\n|---|---|---|---|")
    for kind in (*sorted(either), "all"):
        n, d, w = (c.total() if kind == "all" else c[kind] for c in (either, both, whole))
        print(f"| {kind} | {n} | {d / n:.2f} | {w / n:.2f} |")


def _read_by_annotators(text: Annotated, second: list[dict[str, Any]]) -> Iterator[Frame]:
    """The claims of each of the two, right where the other agrees; claims that may be left out are no reading."""
    core = scorer().CORE
    for truth, read in ((text.claims, second), (second, text.claims)):
        given = Annotated("apart", text.article, text.id, text.text, text.published, truth)  # all count alike
        said = [c for c in read if c["kind"] in core and not c.get("optional")]
        right, optional = judged(given, said)
        for claim in said:
            if id(claim) not in optional:
                yield Frame(given, claim["kind"], _known_of(claim), id(claim) in right)


def _known_of(claim: dict[str, Any]) -> dict[str, float]:
    """What may be known of a frame before anybody judges it."""
    kind, parties = claim["kind"], claim.get("parties") or []
    about = claim.get("metric") or claim.get("type") or claim.get("office") or claim.get("status") or ""
    return {
        "always": 1.0,
        f"kind {kind}": 1.0,
        f"{kind} {about[:20]}": 1.0,
        f"{kind} of {min(4, len(parties))}": 1.0,
        f"{kind} made": float(sum(":" in str(id_) for id_ in parties)),
        f"{kind} undated": float(claim.get("period") is None),
    }


if __name__ == "__main__":
    main()
