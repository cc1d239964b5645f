"""Mentions in the making: a proposition, where it stands, and how sure the reader is."""

from collections.abc import Sequence
from typing import Any

from sverka.claims import Mention
from sverka.claims.mention import mention_from_json
from sverka.claims.vocabulary import Modality
from sverka.errors import ClaimError
from sverka.reading.bundle import Analysis
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.scenes import Scene

#: How far up the tree the parser may put the predicate and still agree with the surface.
_STEPS = 4
_LOWEST, _HIGHEST = 0.02, 0.97


def mention(
    bundle: Analysis, fields: dict[str, Any], span: tuple[int, int], modality: Modality, confidence: float
) -> Mention | None:
    """A mention by the author, or None where the fields make no well-formed claim."""
    text = bundle.document.text[span[0] : span[1]]
    data = {
        **fields,
        "anchor": text,
        "span": list(span),
        "voice": "author",
        "modality": modality,
        "confidence": min(_HIGHEST, max(_LOWEST, confidence)),
    }
    try:
        made = mention_from_json(data)
    except ClaimError:
        return None
    return None if _misdated(bundle, made) else made


def _misdated(bundle: Analysis, made: Mention) -> bool:
    """Told as a fact but dated after publication: misread."""
    period = made.proposition.period
    told = made.modality in ("asserted", "denied")
    return told and period is not None and period.begins_after(bundle.document.published)


def stretch(scene: Scene, parts: Sequence[int | Actor], *spans: tuple[int, int] | None) -> tuple[int, int]:
    """The shortest span over some tokens, the actors of this sentence among some, and spans."""
    tokens = scene.sentence.tokens
    indices = [p for p in parts if isinstance(p, int)]
    indices += [k for p in parts if isinstance(p, Actor) and p in scene.actors for k in (p.first, p.last)]
    starts = [tokens[k].start for k in indices] + [s[0] for s in spans if s]
    ends = [tokens[k].end for k in indices] + [s[1] for s in spans if s]
    return min(starts), max(ends)


def parsed(scene: Scene, clause: Clause, actor: Actor) -> bool:
    """The second opinion: whether the parser, too, hangs the actor on the clause's predicate."""
    tokens = scene.sentence.tokens
    at = actor.head
    for _ in range(_STEPS):
        if at < 0:
            return False
        if at == clause.predicate:
            return True
        at = tokens[at].head
    return False


def certainty(scene: Scene, clause: Clause, involved: list[Actor], *factors: float) -> float:
    """How sure a frame is: its factors, lowered where the parser disagrees or an actor was guessed."""
    value = 0.95
    for factor in factors:
        value *= factor
    here = [a for a in involved if a in scene.actors]
    if clause.predicate >= 0 and here:
        agreeing = sum(parsed(scene, clause, a) for a in here)
        value *= 1.0 if agreeing == len(here) else 0.9 if agreeing else 0.8
    if any(a.guessed for a in involved):
        value *= 0.75
    if any(a.kind == "person" and not a.persons for a in involved):
        value *= 0.85  # an office nobody is named with: whoever reads may know who
    return value
