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
from pathlib import Path
from typing import Any

from sverka.claims import Mention
from sverka.claims.ids import prefix_of
from sverka.reading.document import Document, Name
from sverka.record.offices import terms_of
from sverka.record.organizations import resolve, spells

FITTED = Path(__file__).with_name("calibration.toml")
_SINGLE = ("subject", "of", "state", "organization", "what", "first")
_SEVERAL = ("parties", "source", "target", "then")
_WORLD = "WLD"
#: Grades nearer to nothing or certainty say no more than these.
_EDGE = 0.02
#: So many letters of a surname stay the same in all cases.
_STEM = 3


@cache
def fitted() -> Mapping[str, float]:
    """The weight of each sign."""
    weights: Mapping[str, float] = tomllib.loads(FITTED.read_text(encoding="utf-8"))["weights"]
    return weights


def confident(document: Document, names: Sequence[Name], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with the probability that every field is right in place of their readers' own grade."""
    weights = fitted()
    return [
        mention
        if mention.proposition.kind == "thesis"
        else mention.model_copy(update={"confidence": probability(found, weights)})
        for mention, found in zip(mentions, signs(document, names, mentions), strict=True)
    ]


def probability(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The logistic of the weighted sum of signs, 0–1; a sign without a weight counts nothing.

    >>> round(probability({"always": 1.0, "unseen": 0.5}, {"always": 2.0, "unseen": -2.0}), 4)
    0.7311
    """
    return 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) * value for sign, value in found.items())))


def signs(document: Document, names: Sequence[Name], mentions: Sequence[Mention]) -> list[dict[str, float]]:
    """What is known of each mention and bears on whether it is right; names in order of position."""
    first: dict[str, int] = {}
    for name in names:
        for id_ in (name.id, *name.candidates):
            first.setdefault(id_, name.start)
    return [_signs(document, first, mention) for mention in mentions]


def _signs(document: Document, first: Mapping[str, int], mention: Mention) -> dict[str, float]:
    claim = mention.proposition.to_json()
    kind, ids = claim["kind"], _ids(claim)
    sentence = document.sentence_at(mention.span[0])
    end = sentence.end if sentence is not None else mention.span[1]
    unseen = sum(first.get(id_, end) >= end for id_ in ids)
    own = sum(prefix_of(id_) in ("org", "treaty", "place") for id_ in ids)
    given = min(1 - _EDGE, max(_EDGE, mention.confidence or 0.5))
    grade = math.log(given / (1 - given))
    return {
        "always": 1.0,
        "grade": grade,
        "office": float(kind == "office"),
        "office_grade": grade * (kind == "office"),  # a title beside a name and its state says more than a number does
        "event": float(kind == "event"),
        "unseen": unseen / max(1, len(ids)),  # parties that neither this sentence nor one before it names
        "made": float(min(2, own)),  # ids made of the text's own words, which nobody else may write so
        "alone": float(len(ids) == 1 and kind != "office"),
        "other": float(claim.get("metric") == "other"),
        "recorded_office": float(_recorded_office(claim)),
        # a title without its holder's name: who is meant?
        "bare": float(kind == "office" and not _names(mention.anchor, claim["person"])),
        "recorded_member": float(kind == "membership" and _recorded_member(claim)),
        "member": float(kind == "membership"),
        "member_grade": grade * (kind == "membership"),
        "figure": float(kind in ("figure", "change")),
        "figure_grade": grade * (kind in ("figure", "change")),
    }


def _names(anchor: str, person: str) -> bool:
    """Whether words have a person's surname, in whatever case."""
    return person.rpartition(" ")[2][:_STEM].lower() in anchor.lower()


def _recorded_office(claim: Mapping[str, Any]) -> bool:
    """Whether the record has the person in that office of that state, whenever: the three seldom fit by chance."""
    terms = terms_of(claim["person"]) if claim["kind"] == "office" else ()
    return any((term.state, term.office) == (claim["state"], claim["office"]) for term in terms)


def _recorded_member(claim: Mapping[str, Any]) -> bool:
    """Whether the record has the state in that organization, in whatever standing and time."""
    return bool(spells(claim["state"], resolve(claim["organization"])))


def _ids(claim: Mapping[str, Any]) -> list[str]:
    found: list[object] = [claim.get(field) for field in _SINGLE]
    for field in _SEVERAL:
        several = claim.get(field)
        found.extend(several if isinstance(several, list) else [])
    ids = (id_ for id_ in found if isinstance(id_, str) and id_ != _WORLD)
    return [id_ for id_ in dict.fromkeys(ids) if prefix_of(id_) != "person"]
