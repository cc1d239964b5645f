"""Pronouns and relative words: whom «она», «который», «туда» mean, by gender, number and place."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.morphology import analyses
from sverka.reading.scenes import BODIES, Role, Scene
from sverka.record.tables import rows


def antecedent(scene: Scene, clause: Clause, want: Collection[str]) -> Actor | None:
    """The actor a relative or participial clause describes: the nearest noun before it that it agrees with.

    A noun that is nobody's name counts only as what a named subject is said to be: «ОДКБ – союз, созданный в …».
    """
    tokens, first = scene.sentence.tokens, min(clause.tokens)
    marker = next((k for k in clause.tokens if scene.lemma(k) == "который"), clause.predicate)
    feats = tokens[marker].feats if marker >= 0 else {}
    asked = ("Number", "Gender") if clause.kind == "relative" else ("Number", "Gender", "Case")
    for k in range(first - 1, max(first - 14, -1), -1):
        if tokens[k].pos not in ("NOUN", "PROPN"):
            continue
        actor = next((a for a in scene.actors if a.first <= k <= a.last), None)
        own = tokens[actor.head if actor else k].feats
        if actor is not None and actor.persons:  # «министр Анна Берг, обещавшая …»: the name's gender, not the title's
            own = {**own, "Gender": gender_of(scene, actor) or feats.get("Gender", "")}
        upper = tokens[k].text.isupper()
        if actor is not None and actor.chain >= 0 and own.get("Case") == feats.get("Case") and actor.kind in want:
            return actor
        if not upper and any(_plainly(feats, f) != _plainly(own, f) for f in asked if f in feats and f in own):
            continue
        if actor is not None:
            if actor.kind in want and (actor.last >= first - 3 or actor.head >= first - 8):
                return actor
            continue
        outer = scene.clause_of(k)
        held = scene.clauses[outer] if outer >= 0 else None
        named = (
            [a for a in scene.actors if a.last < k and a.case == "Nom" and not a.prep and a.kind in want]
            if held
            else []
        )
        return named[-1] if held is not None and held.predicate < 0 and len(named) == 1 else None
    return None


def _plainly(feats: Mapping[str, str], name: str) -> str:
    """A feature as its form shows it: accusative like nominative, in other cases neuter like masculine."""
    value = feats.get(name, "")
    if value == "Neut" and feats.get("Case") in ("Gen", "Dat", "Ins", "Loc"):
        return "Masc"
    if name == "Case" and value in ("Gen", "Dat", "Loc") and feats.get("Gender") == "Fem":
        return "Gen"  # «в организации, образованной в …»: one form for all three
    return "Nom" if value == "Acc" else value


def gender_of(scene: Scene, actor: Actor) -> str:
    """Gender of an actor, or Plur; an abbreviation has that of the organization's full name."""
    token = scene.sentence.tokens[actor.head]
    if actor.kind == "organization" and sum(c.isupper() for c in token.text) > 1:
        return _full_name_gender(actor.ids[0])
    if actor.persons and actor.kind == "person":
        token = scene.sentence.tokens[actor.last]  # the title before the name is masculine of either
        given = _given_gender([t.text for t in scene.sentence.tokens[actor.first : actor.last]])
        if given or not token.text[:1].isupper():
            return given
        shown = token.feats.get("Gender", "")
        return shown if shown == "Masc" or token.text[-1:].lower() in "аяь" else ""  # «Ильвес» shows none
    return "Plur" if token.feats.get("Number") == "Plur" else token.feats.get("Gender", "")


def _given_gender(words: Sequence[str]) -> str:
    """What a given name says, «Тереза» or «Борис»; nothing where it is foreign to the dictionary."""
    named = [a for w in words if w[:1].isupper() for a in analyses(w) if a.feats.get("NameType") == "Giv"]
    named = [a for a in named if a.feats.get("Number") != "Plur"]  # «Александар» is no genitive of several
    known = {a.feats.get("Gender", "") for a in named if a.source == "dictionary"}
    return known.pop() if len(known) == 1 else ""


@lru_cache(maxsize=1000)
def _full_name_gender(id_: str) -> str:
    row = next((r for r in rows("organizations") if r["id"] == id_), None)
    for word in (row["name_ru"] if row else "").split():
        found = analyses(word)
        if found and found[0].pos == "NOUN":
            return "Plur" if found[0].feats.get("Number") == "Plur" else str(found[0].feats.get("Gender", ""))
    return ""


def referred(scene: Scene, clause: Clause, gender: str, want: Collection[str]) -> Role:
    """Whom a pronoun means: an agreeing actor earlier in the sentence, or in the one before; subjects first."""
    first = min(clause.tokens)
    here = [a for a in scene.actors if a.last < first and not a.prep and a.form != "adjective"]
    loose = [a for a in scene.actors if a.last < first and a.form != "adjective"]
    earlier = [a for a in scene.before.actors if a.form != "adjective"] if scene.before else []
    chief = [a for a in earlier if (a.case == "Nom" or not a.first) and not a.prep]
    owners = [(here, scene, 0.75), (chief, scene.before, 0.7),
              (loose, scene, 0.6), (earlier, scene.before, 0.5)]  # fmt: skip
    further = scene.before.before if scene.before else None
    if further is not None and set(want) <= BODIES:
        owners.append(([a for a in further.actors if a.case == "Nom" and not a.prep], further, 0.45))
    for pool, owner, certainty in owners:
        if owner is None:
            continue
        fitting = [
            a for a in pool if a.kind in want and gender_of(owner, a) in ((gender, "") if a.persons else (gender,))
        ]
        distinct = {a.ids for a in fitting}
        if fitting:
            return Role((fitting[-1],), certainty if len(distinct) == 1 else certainty * 0.8)
    return Role()


def place_before(scene: Scene, clause: Clause, want: Collection[str]) -> Role:
    """What «туда», «куда», «откуда» point at: the last wanted actor before them."""
    first = min(clause.tokens)
    here = [a for a in scene.actors if a.last < first and a.kind in want]
    if clause.kind == "relative":
        at = scene.clauses.index(clause)
        if scene.lemma(first) == "и" and at and scene.clauses[at - 1].kind == "relative":
            return place_before(scene, scene.clauses[at - 1], want)
        near = [a for a in here if a.last >= first - 4]
        return Role((near[-1],), 0.9) if near else Role()
    if here:
        return Role((here[-1],), 0.8)
    earlier = [a for a in scene.before.actors if a.kind in want] if scene.before else []
    return Role((earlier[-1],), 0.65 if len({a.ids for a in earlier}) == 1 else 0.5) if earlier else Role()
