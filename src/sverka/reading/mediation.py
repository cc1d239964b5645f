"""Mediation: between whom somebody makes peace, by verbs and by «при посредничестве»."""

from collections.abc import Iterator

from sverka.claims import Mention
from sverka.reading.clauseroles import objects, obliques, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import of_clause, of_noun
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_DOERS = frozenset({"state", "person", "organization"})
_RECONCILE = words("примирить примирять мирить помирить посредничать усадить усаживать")
_GOOD_OFFICES = words("посредничество содействие")
_MEDIATION = _GOOD_OFFICES | _RECONCILE


def mediation(scene: Scene) -> Iterator[Mention | None]:
    """Mediations of a sentence."""
    for at, clause, k in scene.having(_MEDIATION):
        token = scene.sentence.tokens[k]
        if token.lemma in _GOOD_OFFICES and token.pos == "NOUN":
            yield _through(scene, clause, k)
        elif token.lemma in _RECONCILE and verb_form(token):
            who = list(subject(scene, at, _DOERS).actors)
            sides = [*obliques(scene, clause, ("между",), _DOERS), *objects(scene, clause, {"state", "person"})]
            yield _mention(scene, clause, k, who, sides) if who else None


def _through(scene: Scene, clause: Clause, k: int) -> Mention | None:
    """«При посредничестве А», «при американском содействии»: the others of the clause are the sides."""
    first = next((j for j in range(k - 1, max(k - 4, -1), -1) if scene.lemma(j) == "при"), -1)
    if first < 0 and scene.lemma(k) != "посредничество":
        return None
    who = [a for a in scene.actors if (a.head == k and a.form == "adjective") or a.first == k + 1]
    who = [a for a in who if a.kind in _DOERS and (a.form == "adjective" or a.case in ("Gen", ""))]
    if not who:
        return None
    chain = {a.chain for a in who if a.chain >= 0}
    who += [a for a in scene.actors if a.chain in chain and a not in who]
    meant = {i for a in who for i in a.ids}
    beside = [a for a in scene.within(clause) if a not in who and not set(a.ids) & meant and a.kind in _DOERS]
    sides = [a for a in beside if a.prep in ("между", "с") or (not a.prep and a.case in ("Nom", "Gen") and a.states)]
    return _mention(scene, clause, k, who, [a for a in sides if a.form != "adjective"])


def _mention(scene: Scene, clause: Clause, k: int, who: list[Actor], sides: list[Actor]) -> Mention | None:
    noun = scene.sentence.tokens[k].pos == "NOUN"
    source = list(dict.fromkeys(i for a in who for i in a.ids if not i.startswith("place:")))
    target = [i for i in dict.fromkeys(s for a in sides for s in a.states) if i not in source]
    if not source:
        return None
    period, dated, date_span = when(scene, clause, k)
    fields = {
        "kind": "event", "type": "mediate", "source": source, "target": target,
        "period": str(period) if period else None,
    }  # fmt: skip
    sure = certainty(scene, clause, [*who, *sides], dated, 0.7 if len(target) > 1 else 0.35)
    span = stretch(scene, [k, *who, *sides], date_span)
    modality = of_noun(scene, k) if noun else of_clause(scene, clause, k)
    return mention(scene.bundle, fields, span, modality, sure)
