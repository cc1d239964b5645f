"""Confidence against truth: of the frames given p, how many are right in every field; `--fit` learns the scale anew.

The weights are fitted by penalized logistic regression on the annotated passages, our first two sets of articles and
four sets of passages, texts of one article always on one side. What is reported of all these comes from folds the
weights had not seen; the third set of articles and the held passages are never fitted to. The weights in the package
are of a day when no rule had been written in view of the last 220 passages of `retold`; a fit of today takes them for
easier than other text is and comes out more confident than it should.
"""

import argparse
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import FOLDS, Frame, articles, frames, passages, written
from sverka.reading.confidence import FITTED, fitted, probability

PLOT = Path(__file__).with_name("reliability.svg")
Array = NDArray[np.float64]
#: The penalty on each weight, in units of frames.
_PENALTY = 3.0
#: How much a frame of each set counts: most where no rule was written in view of the text, least where it is artful.
_COUNTS = {"passages": 1.0, "apart": 1.0, "first": 0.5, "second": 0.5, "columns": 0.5, "news": 0.5, "retold": 0.2}
#: From this probability on a frame is called sure.
SURE = 0.9
_BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.0001)
_COLOURS = ["#1b5e9b", "#9a4d00", "#2d6a2f", "#7a3b8f", "#8a1c1c", "#4d4d4d", "#00737a", "#b8860b"]
_COMMAND = "python -m benchmarks.calibration --fit"


def main(arguments: Sequence[str] = ()) -> None:
    """Report how well confidence is calibrated, and draw it; with `--fit` learn it first."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration")
    parser.add_argument("--fit", action="store_true", help="learn the weights anew and write them into the package")
    chosen = parser.parse_args(list(arguments))
    ours = (written(name) for name in ("columns", "news", "retold", "apart"))
    seen = [f for texts in (passages(), articles("first"), articles("second"), *ours) for f in frames(texts)]
    unseen = [*frames(articles("third")), *frames(written("held"))]
    if chosen.fit:
        _write(seen)
    held = held_out(seen)
    shipped = np.array([probability(f.signs, fitted()) for f in seen])
    given = np.array([probability(f.signs, fitted()) for f in unseen])
    groups = {
        "annotated passages, held-out folds": _of(seen, held, ("passages",)),
        "our first and second sets, held-out folds": _of(seen, held, ("first", "second")),
        "our columns and news, held-out folds": _of(seen, held, ("columns", "news")),
        "news and columns retold, held-out folds": _of(seen, held, ("retold",)),
        "the same, apart from all rules, held-out folds": _of(seen, held, ("apart",)),
        "the same, by the weights in the package": _of(seen, shipped, ("apart",)),
        "our third set, never fitted to": _of(unseen, given, ("third",)),
        "our held passages, never fitted to": _of(unseen, given, ("held",)),
    }
    print("| frames | all right | given 0.9 or more | of these right | Brier score |\n|---|---|---|---|---|")
    for name, (given, right) in groups.items():
        sure = given >= SURE
        share = f"{right[sure].mean():.0%}" if sure.any() else "–"
        brier = np.mean((given - right) ** 2)
        print(f"| {name} ({len(right)}) | {right.mean():.0%} | {sure.mean():.0%} | {share} | {brier:.3f} |")
    _draw({name: _bands(*pair) for name, pair in groups.items()})
    print(f"\ndrawn: {PLOT.name}")


def _of(seen: Sequence[Frame], held: Array, sets: Sequence[str]) -> tuple[Array, NDArray[np.bool_]]:
    at = [i for i, f in enumerate(seen) if f.text.set in sets]
    return held[at], np.array([seen[i].right for i in at], bool)


def fit(known: Sequence[Frame]) -> dict[str, float]:
    """Weights of the signs from frames whose rightness is known.

    Newton's method on the penalized likelihood; the constant is not penalized.
    """
    names = sorted({name for f in known for name in f.signs})
    x = np.array([[f.signs.get(name, 0.0) for name in names] for f in known])
    y = np.array([float(f.right) for f in known])
    counts = np.array([_COUNTS[f.text.set] for f in known])
    penalty = np.array([0.0 if name == "always" else _PENALTY for name in names])
    beta = np.zeros(len(names))
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ beta))
        slope = x.T @ (counts * (p - y)) + penalty * beta
        curvature = (x.T * (counts * p * (1 - p))) @ x + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curvature, slope)
        beta -= step
        if np.abs(step).max() < 1e-10:
            break
    return dict(zip(names, beta.tolist(), strict=True))


def held_out(known: Sequence[Frame]) -> Array:
    """The confidence of each frame under weights learned without its fold."""
    out = np.empty(len(known))
    for fold in range(FOLDS):
        weights = fit([f for f in known if f.text.fold != fold])
        for i, f in enumerate(known):
            if f.text.fold == fold:
                out[i] = probability(f.signs, weights)
    return out


def _write(known: Sequence[Frame]) -> None:
    texts = len({f.text.article for f in known})
    lines = [
        f"# Written by `{_COMMAND}` from {len(known)} frames of {texts} articles; not to be edited by hand.",
        "", "[weights]", *(f"{name} = {value:.4f}" for name, value in fit(known).items()),
    ]  # fmt: skip
    FITTED.write_text("\n".join(lines) + "\n", encoding="utf-8")
    fitted.cache_clear()


def _bands(given: Array, right: NDArray[np.bool_]) -> list[tuple[float, float, int]]:
    """(mean confidence, share right, frames) of each band of confidence that holds any."""
    out = []
    for low, high in pairwise(_BANDS):
        inside = (given >= low) & (given < high)
        if inside.any():
            out.append((float(given[inside].mean()), float(right[inside].mean()), int(inside.sum())))
    return out


def _draw(groups: dict[str, list[tuple[float, float, int]]]) -> None:
    """The reliability diagram: confidence across, share right up, as many frames as the dot is large."""
    import vl_convert

    rows = [
        {"set": name, "given": given, "right": right, "frames": count}
        for name, bands in groups.items()
        for given, right, count in bands
    ]
    across = {"field": "given", "type": "quantitative", "title": "confidence given", "scale": {"domain": [0, 1]}}
    up = {"field": "right", "type": "quantitative", "title": "share right in every field", "scale": {"domain": [0, 1]}}
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json", "background": "white",
        "width": 420, "height": 420,
        "layer": [
            {
                "data": {"values": [{"given": 0, "right": 0}, {"given": 1, "right": 1}]},
                "mark": {"type": "line", "color": "#999999", "strokeDash": [4, 4]},
                "encoding": {"x": across, "y": up},
            },
            {
                "data": {"values": rows},
                "mark": {"type": "line", "point": False, "opacity": 0.6},
                "encoding": {"x": across, "y": up, "color": {"field": "set", "type": "nominal", "title": None}},
            },
            {
                "data": {"values": rows},
                "mark": {"type": "point", "filled": True, "opacity": 1},
                "encoding": {
                    "x": across, "y": up, "color": {"field": "set", "type": "nominal", "title": None},
                    "size": {"field": "frames", "type": "quantitative", "title": "frames"},
                },
            },
        ],
        "config": {"range": {"category": _COLOURS}, "legend": {"labelLimit": 400}},
    }  # fmt: skip
    PLOT.write_text(vl_convert.vegalite_to_svg(spec), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
