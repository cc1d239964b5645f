"""Names under a paper: «поставил подпись под …», «под договором стоят подписи …», «подписался под …»."""

from collections.abc import Iterator

from sverka.claims import Mention
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.papers import can_tell, known_paper
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_SIGNERS = frozenset({"person", "state", "organization", "group"})
_PUT = words("поставить ставить вывести скрепить")
_STAND = words("стоять стать появиться значиться красоваться быть")
_SUBSCRIBE = words("подписаться подписываться")
_NAMES = frozenset({"подпись", "имя"})
_TOLD_BY = _SUBSCRIBE | _NAMES


def subscriptions(scene: Scene) -> Iterator[Mention | None]:
    """Signatures told by the names under a paper."""
    for at, clause, k in scene.having(_TOLD_BY):
        lemma, verb = scene.lemma(k), scene.lemma(clause.predicate)
        if (lemma in _SUBSCRIBE and verb_form(scene.sentence.tokens[k])) or (lemma == "подпись" and verb in _PUT):
            yield _mention(scene, clause, k, list(subject(scene, at, _SIGNERS).actors))
        elif lemma in _NAMES and verb in _STAND:
            yield _mention(scene, clause, k, _named(scene, at, clause, k))


def _named(scene: Scene, at: int, clause: Clause, k: int) -> list[Actor]:
    """Whose signatures stand there: their genitive, or the list after a colon («подписи: А, Б и В»)."""
    first = next((a for a in scene.actors if a.first == k + 1 and a.kind in _SIGNERS), None)
    if first is not None:
        return [first] if first.chain < 0 else [a for a in scene.actors if a.chain == first.chain]
    tokens = scene.sentence.tokens
    colon = next((j for j in range(max(clause.tokens), len(tokens)) if tokens[j].text == ":"), -1)
    listed = next((a for a in scene.actors if colon >= 0 and a.first == colon + 1 and a.kind in _SIGNERS), None)
    if listed is None:
        return []
    return [listed] if listed.chain < 0 else [a for a in scene.actors if a.chain == listed.chain]


def _paper(scene: Scene, clause: Clause) -> Actor | None:
    """The paper under which they stand, or the one told just before for «под ним»."""
    under = [a for a in scene.actors if a.kind == "treaty" and a.prep == "под" and a.head in clause.tokens]
    if under:
        return known_paper(scene, under[0])[0]
    tokens = scene.sentence.tokens
    said = any(tokens[j].text.lower() == "под" and tokens[j + 1].lemma in ("он", "она") for j in clause.tokens[:-1])
    before = [a for a in scene.actors if a.last < min(clause.tokens)] + list(
        scene.before.actors if scene.before else ()
    )
    told = [a for a in before if a.kind == "treaty" and can_tell(a)]
    return told[-1] if said and len({a.ids for a in told}) == 1 else None


def _mention(scene: Scene, clause: Clause, k: int, who: list[Actor]) -> Mention | None:
    paper = _paper(scene, clause)
    source = list(dict.fromkeys(i for a in who for i in a.ids if not i.startswith(("place:", "treaty:"))))
    if paper is None or not source:
        return None
    period, dated, date_span = when(scene, clause, k)
    fields = {
        "kind": "event", "type": "sign", "source": source, "target": [paper.ids[0]],
        "period": str(period) if period else None,
    }  # fmt: skip
    sure = certainty(scene, clause, [*who, paper], dated, 0.8 if can_tell(paper) else 0.4)
    span = stretch(scene, [k, *([paper] if paper in scene.actors else []), *who], date_span)
    return mention(scene.bundle, fields, span, of_clause(scene, clause, clause.predicate), sure)
