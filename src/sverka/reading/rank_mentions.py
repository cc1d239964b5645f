"""A place among all others as a mention: who holds it, by what measure, in whose list, and how sure that is."""

from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.claims.mention import mention_from_json
from sverka.errors import ClaimError
from sverka.reading.coordination import Actor
from sverka.reading.modality import of_clause
from sverka.reading.scenes import Scene

_SURE, _GUESSED = 0.1, 0.08


def mention(
    scene: Scene, subjects: Sequence[Actor], metric: str, of: str | None, rank: int | None, direction: str,
    stretch: tuple[int, int], modality: str = "", grade: float = 0.0,
) -> Iterator[Mention]:  # fmt: skip
    """The mentions of those who hold a place; `stretch` is the first and the last token that tell it."""
    start, end = scene.span(*stretch)
    at = scene.clause_of(stretch[0])
    clause = scene.clauses[at] if at >= 0 else None
    said = of_clause(scene, clause) if clause is not None and clause.predicate >= 0 else "asserted"
    for subject in subjects:
        for state in subject.states[:1]:
            data = {
                "kind": "rank", "metric": metric, "subject": state, "of": of, "rank": rank, "direction": direction,
                "period": None, "anchor": scene.text[start:end], "span": [start, end], "voice": "author",
                "modality": modality or said,
                "confidence": grade or _SURE if subject.case == "Nom" else _GUESSED,
            }  # fmt: skip
            try:
                yield mention_from_json(data)
            except ClaimError:
                continue
