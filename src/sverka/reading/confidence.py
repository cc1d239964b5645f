"""Confidence: how likely it is that every field of a mention is right, learned from annotated texts.

The rules grade their own work by hand-set steps, each knowing its own kind alone. Here the grade is one sign among a
few that are known of every mention; how much each weighs was fitted to texts with known frames, articles being units
(the weights are in `calibration.toml`, `python -m benchmarks.calibration --fit` writes it). Judgements (theses) have no
fields to be right or wrong in and keep their grade.

Reference: J. Platt, "Probabilistic outputs for support vector machines", 1999 (the logistic form).
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from sverka.claims import Mention
from sverka.claims.ids import is_state, prefix_of
from sverka.reading.bundle import inside
from sverka.reading.document import Document, Name

FITTED = Path(__file__).with_name("calibration.toml")
_SINGLE = ("subject", "of", "state", "organization", "what", "first")
_SEVERAL = ("parties", "source", "target", "then")
_WORLD = "WLD"
#: Grades nearer to nothing or certainty say no more than these.
_EDGE = 0.02


@cache
def _fitted() -> tuple[Mapping[str, float], Sequence[tuple[float, float]]]:
    """The weights of the signs, and the points between which the score is put on its scale."""
    read = tomllib.loads(FITTED.read_text(encoding="utf-8"))
    return read["weights"], [(x, y) for x, y in read["scale"]["points"]]


def confident(document: Document, names: Sequence[Name], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with the probability that every field is right in place of their readers' own grade."""
    weights, points = _fitted()
    return [
        mention
        if mention.proposition.kind == "thesis"
        else mention.model_copy(update={"confidence": scaled(score(found, weights), points)})
        for mention, found in zip(mentions, signs(document, names, mentions), strict=True)
    ]


def score(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic of the weighted sum of signs, 0–1; a sign without a weight counts nothing."""
    return 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) * value for sign, value in found.items())))


def scaled(value: float, points: Sequence[tuple[float, float]]) -> float:
    """A score on the scale of probabilities: straight lines between points (score, probability) in ascending order.

    >>> round(scaled(0.5, [(0.0, 0.0), (0.8, 0.9), (1.0, 1.0)]), 4)
    0.5625
    """
    for (left, low), (right, high) in pairwise(points):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return points[-1][1]


def signs(document: Document, names: Sequence[Name], mentions: Sequence[Mention]) -> list[dict[str, float]]:
    """What is known of each mention and bears on whether it is right; names in order of position."""
    first: dict[str, int] = {}
    for name in names:
        for id_ in (name.id, *name.candidates):
            first.setdefault(id_, name.start)
    return [_signs(document, names, first, mention) for mention in mentions]


def _signs(document: Document, names: Sequence[Name], first: Mapping[str, int], mention: Mention) -> dict[str, float]:
    claim = mention.proposition.to_json()
    kind, metric = claim["kind"], str(claim.get("metric") or "")
    sentence = document.sentence_at(mention.span[0])
    start, end = (sentence.start, sentence.end) if sentence is not None else mention.span
    here = {id_ for name in inside(names, start, end) for id_ in (name.id, *name.candidates)}
    ids = _ids(claim)
    numeric = kind in ("figure", "change")
    unseen = sum(first.get(id_, end) >= end for id_ in ids)
    own = sum(prefix_of(id_) in ("org", "treaty", "place") for id_ in ids)
    grade = min(1 - _EDGE, max(_EDGE, mention.confidence or 0.5))
    return {
        "always": 1.0,
        "grade": math.log(grade / (1 - grade)),
        "office": float(kind == "office"),
        "event": float(kind == "event"),
        "numeric": float(numeric),
        "unseen": unseen / max(1, len(ids)),  # parties that neither this sentence nor one before it names
        "made": float(min(2, own)),  # ids made of the text's own words, which nobody else may write so
        "many": float(len(ids) > 2),
        "rivals": math.log1p(len({id_ for id_ in here if is_state(id_)} - set(ids))),
        "other": float(metric == "other"),
        "trade": float(metric.startswith("trade.")),
        "undated": float(numeric and claim.get("period") is None),
    }


def _ids(claim: Mapping[str, object]) -> list[str]:
    found: list[object] = [claim.get(field) for field in _SINGLE]
    for field in _SEVERAL:
        several = claim.get(field)
        found.extend(several if isinstance(several, list) else [])
    ids = (id_ for id_ in found if isinstance(id_, str) and id_ != _WORLD)
    return [id_ for id_ in dict.fromkeys(ids) if prefix_of(id_) != "person"]
