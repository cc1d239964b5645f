"""Papers as actors: which of them can be told from others, and which one «документ» alone means."""

from dataclasses import replace

from sverka.reading.coordination import Actor
from sverka.reading.scenes import Scene

_PAPER = frozenset({"treaty"})


def can_tell(paper: Actor | None) -> bool:
    """Whether the paper can be told from others."""
    return paper is not None and paper.ids[0].startswith("treaty:") and len(paper.ids[0].split()) > 1


def known_paper(scene: Scene, paper: Actor) -> list[Actor]:
    """The paper itself, or for «документ», «договор» alone the one the text has just told of."""
    if can_tell(paper) or scene.before is None:
        return [paper]
    alike = [a for a in scene.actors if a.last < paper.first] + list(scene.before.actors)
    told = [a for a in alike if a.kind in _PAPER and can_tell(a) and paper.lemma in ("документ", a.lemma)]
    return [replace(told[0], guessed=True)] if len({a.ids for a in told}) == 1 else [paper]
