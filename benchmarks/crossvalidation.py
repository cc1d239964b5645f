"""How well passages are read, in folds of whole articles: scores of each fold, mean and spread; rare kinds together.

The only numbers tuned to texts are the weights of confidence, and detect and frame scores do not depend on it; so each
fold is simply scored. What confidence is worth on texts it was not learned from, `calibration` tells.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import mean, stdev
from typing import Any

from benchmarks.annotated import FOLDS, GOLD, Annotated, judged, passages, scorer, written

#: Kinds too rare to score alone.
RARE = ("membership", "rank", "founding", "order", "extreme")
SHOWN = ("figure", "change", "office", "event", "rare", "quote.direct", "quote.indirect", "claims")
Counts = dict[str, dict[str, float]]


def main() -> None:
    """Print the F1 scores by kind and fold, and those of our own passages."""
    texts = passages()
    if not texts:
        print(f"no annotated texts at {GOLD}; set SVERKA_GOLD to their folder")
        return
    folds = [[t for t in texts if t.fold == k] for k in range(FOLDS)]
    counted = [_counted(fold) for fold in folds]
    whole = _summed(counted)
    print("| kind | gold | read | detect F1, all | by fold | mean ± sd | frame F1, all | by fold | mean ± sd |")
    print("|---|---|---|---|---|---|---|---|---|")
    for kind in SHOWN:
        cells = [kind, f"{whole[kind]['gold']:.0f}", f"{whole[kind]['pred']:.0f}"]
        for what in ("hit", "frame"):
            each = [_f1(c[kind], what) for c in counted if c[kind]["gold"] + c[kind]["pred"]]
            spread = f"{mean(each):.2f} ± {stdev(each):.2f}" if len(each) > 1 else "–"
            cells += [f"{_f1(whole[kind], what):.2f}", " ".join(f"{x:.2f}" for x in each), spread]
        print("| " + " | ".join(cells) + " |")
    print(f"\n{len(texts)} passages of {len({t.article for t in texts})} articles in {FOLDS} folds")
    _ours()


def _ours() -> None:
    """The same of passages we wrote: three sets seen while rules were written, and two that were not."""
    counted = {name: _counted(written(name)) for name in ("columns", "news", "retold", "apart", "held")}
    print("\n| kind |" + "".join(f" {name}: annotated | detect F1 | frame F1 |" for name in counted))
    print("|---|" + "---|" * 3 * len(counted))
    for kind in SHOWN:
        cells = [kind]
        for found in (c[kind] for c in counted.values()):
            scores = [f"{_f1(found, what):.2f}" if found["gold"] else "–" for what in ("hit", "frame")]
            cells += [f"{found['gold']:.0f}", *scores]
        print("| " + " | ".join(cells) + " |")


def _counted(texts: Sequence[Annotated]) -> Counts:
    """Gold, read, matched and wholly right, by kind."""
    scored = scorer().score(*_as_files(texts))
    out: Counts = defaultdict(lambda: dict.fromkeys(("gold", "pred", "hit", "frame"), 0.0))
    for kind, row in scored.items():
        found = {"gold": row["detect"]["gold"], "pred": row["detect"]["predicted"]}
        for name, score in (("hit", row["detect"]), ("frame", row["frame"])):
            found[name] = round(score["r"] * score["gold"]) if score["gold"] else 0
        for name, value in found.items():
            out[kind][name] += value
            if kind in RARE:
                out["rare"][name] += value
    return out


def _as_files(texts: Sequence[Annotated]) -> tuple[list[Any], list[Any], list[Any]]:
    """Passages, annotation and reading as the scorer takes them, without what annotators may leave out."""
    from sverka.reading.reader import read

    given = [{"id": t.id, "text": t.text} for t in texts]
    gold = [{"id": t.id, "claims": [c for c in t.claims if not c.get("optional")], "quotes": t.quotes} for t in texts]
    said = []
    for t in texts:
        reading = read(t.text, t.published, above=t.above)
        claims = [m.to_json() | {"span": list(m.span)} for m in reading.mentions]
        _, optional = judged(t, claims)
        kept = [c for c in claims if id(c) not in optional]
        said.append({"id": t.id, "claims": kept, "quotes": [q.to_json() for q in reading.quotations]})
    return given, gold, said


def _summed(counted: Sequence[Counts]) -> Counts:
    out: Counts = defaultdict(lambda: dict.fromkeys(("gold", "pred", "hit", "frame"), 0.0))
    for counts in counted:
        for kind, found in counts.items():
            for name, value in found.items():
                out[kind][name] += value
    return out


def _f1(found: Mapping[str, float], what: str) -> float:
    both = found["gold"] + found["pred"]
    return 2 * found[what] / both if both else 0.0


if __name__ == "__main__":
    main()
