"""Roles in a clause, from case and preposition; the parser is asked only for a second opinion."""

from collections.abc import Collection, Sequence

from sverka.reading.actors import UNCERTAIN
from sverka.reading.anaphora import antecedent, referred
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.morphology import analyses
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_PRONOUNS = {"он": "Masc", "она": "Fem", "оно": "Neut", "они": "Plur"}


def passive(scene: Scene, clause: Clause) -> bool:
    """True if the predicate is a passive participle, short or full."""
    token = scene.sentence.tokens[clause.predicate] if clause.predicate >= 0 else None
    return token is not None and verb_form(token) in ("short", "part") and is_passive(token.text)


def is_passive(word: str) -> bool:
    """True for a passive participle by its form: «подписан», «введенных»."""
    word = word.lower().replace("ё", "е")
    return not any(part in word for part in ("вш", "ющ", "ащ", "ущ", "ящ")) and any(c in word for c in "нтм")


def subject(scene: Scene, at: int, want: Collection[str], depth: int = 0) -> Role:
    """The subject of clause `at` among actors of the wanted kinds (of what is described, for participles)."""
    clause = scene.clauses[at]
    if clause.kind == "participle":
        found = antecedent(scene, clause, want)
        if found and found.chain >= 0 and scene.sentence.tokens[clause.predicate].feats.get("Number") == "Plur":
            return Role(tuple(a for a in scene.actors if a.chain == found.chain), 0.85)
        return Role((found,), 0.85) if found else Role()
    inside = [a for a in scene.within(clause) if a.form != "adjective" and a.kind in want]
    nominative = [a for a in inside if a.case == "Nom" and not a.prep and not a.after_noun]
    if nominative:
        return _chosen(scene, clause, nominative)
    if clause.kind == "gerund":
        opens = clause.outer < 0 and at + 1 < len(scene.clauses) and scene.clauses[at + 1].kind == "main"
        return _inherited(scene, at + 1 if opens else clause.outer, want, depth, 0.9)
    pronoun = next((scene.lemma(k) for k in clause.tokens if scene.sentence.tokens[k].text.lower() in _PRONOUNS
                    and scene.sentence.tokens[k].feats.get("Case", "Nom") == "Nom"), "")  # fmt: skip
    if pronoun:
        said = next(
            scene.sentence.tokens[k].text.lower()
            for k in clause.tokens
            if scene.sentence.tokens[k].text.lower() in _PRONOUNS
        )
        return referred(scene, clause, _PRONOUNS[said], want)
    if clause.kind == "relative" and clause.opener == "который":
        which = next((k for k in clause.tokens if scene.lemma(k) == "который"), -1)  # «чья» opens clauses as well
        if which >= 0 and scene.sentence.tokens[which].feats.get("Case") == "Nom" and not _prep_before(scene, which):
            found = antecedent(scene, clause, want)
            return Role((found,), 0.8) if found else Role()
    if "state" in want and (listed := _spelled_out(scene, clause)):
        return Role(listed, 0.85)
    loose = [a for a in inside if not a.prep and not a.after_noun and _ambiguous(scene, a) and agrees(scene, clause, a)]
    if len({a.chain if a.chain >= 0 else -2 - a.first for a in loose}) == 1:
        return Role(tuple(loose), 0.7)
    counted = [a for a in inside if _counted(scene, clause, a)]
    if len(counted) == 1:
        return Role(tuple(counted), 0.75)
    return _without_noun(scene, clause, at, want, depth)


#: Who «президенты трёх стран – А, Б и В» are, told one by one.
_SEVERAL = words(
    """лидер президент глава министр премьер руководитель представитель участник сторона страна государство республика
    делегация правительство столица парламент депутат дипломат"""
)


def _spelled_out(scene: Scene, clause: Clause) -> tuple[Actor, ...]:
    """«Президенты трёх стран – | А, Б и В | – подписали»: a list set behind a plural subject that names nobody."""
    tokens = scene.sentence.tokens
    for k in clause.tokens:
        several = tokens[k].lemma in _SEVERAL and tokens[k].feats.get("Number") == "Plur"
        if not several or tokens[k].feats.get("Case") != "Nom" or k > clause.predicate >= 0:
            continue
        sign = next((j for j in range(k + 1, min(k + 6, len(tokens))) if tokens[j].text in ("–", "—", ":", "(")), -1)
        first = next((a for a in scene.actors if a.first == sign + 1 and a.kind == "state"), None) if sign > 0 else None
        if first is not None and first.chain >= 0:
            return tuple(a for a in scene.actors if a.chain == first.chain)
    return ()


def _counted(scene: Scene, clause: Clause, actor: Actor) -> bool:
    """«Все 28 | стран союза подписали», «семь | членов совета выступили»: a number in the nominative counts it."""
    if actor.case != "Gen" or actor.prep or actor.first > clause.predicate:
        return False
    tokens = scene.sentence.tokens
    for j in range(actor.first - 1, max(actor.first - 5, -1), -1):
        if tokens[j].pos == "NUM":
            return tokens[j].feats.get("Case", "Nom") in ("Nom", "Acc") and (not j or tokens[j - 1].pos != "ADP")
        if tokens[j].feats.get("Case", "Gen") != "Gen":
            return False
    return False


#: Verbs whose object does what the infinitive says.
_CAUSES = words(
    """позволить разрешить позволять разрешать помешать запретить убедить заставить просить попросить поручить
    предложить пригласить призвать помочь велеть приказать вынудить побудить предлагать призывать"""
)


def doer(scene: Scene, at: int, verb: int, want: Collection[str]) -> Role:
    """Who does what a verb says: its clause's subject, or for «позволил шаху приехать» the one allowed."""
    clause = scene.clauses[at]
    if (
        verb_form(scene.sentence.tokens[verb]) != "inf"
        or clause.predicate < 0
        or scene.lemma(clause.predicate) not in _CAUSES
    ):
        chained = [k for k in clause.tokens if k < verb and scene.lemma(k) in _CAUSES]
        if verb_form(scene.sentence.tokens[verb]) != "inf" or not chained:
            return subject(scene, at, want)
    inside = [a for a in scene.within(clause) if a.kind in want and a.last < verb and not a.prep]
    allowed = [a for a in inside if a.case in ("Dat", "Acc") and a.form != "adjective"]
    return Role((allowed[-1],), 0.7) if allowed else Role()


def _without_noun(scene: Scene, clause: Clause, at: int, want: Collection[str], depth: int) -> Role:
    """A clause without a subject of its own takes that of the clause before, if no other noun could be it."""
    if clause.predicate < 0 or at == 0 or depth > 2:
        return Role()
    tokens = scene.sentence.tokens
    if any(tokens[k].pos in ("NOUN", "PROPN", "PRON") and tokens[k].feats.get("Case") == "Nom" for k in clause.tokens):
        return Role()
    predicate = tokens[clause.predicate]
    if verb_form(predicate) == "fin" and predicate.feats.get("Person") in ("1", "2"):
        return Role()
    if (told := _relative_before(scene, clause, at)) >= 0 and _same_number(scene, clause, scene.clauses[told]):
        return _inherited(scene, told, want, depth, 0.85)
    before = [k for k in range(at - 1, -1, -1) if scene.clauses[k].kind in ("main", "that", "nominal")]
    for outer in [clause.outer] if clause.outer >= 0 else before[:3]:
        other = scene.clauses[outer]
        if other.predicate >= 0 and verb_form(tokens[other.predicate]) == "inf":
            continue
        return _inherited(scene, outer, want, depth, 0.8) if _same_number(scene, clause, other) else Role()
    return Role()


def _relative_before(scene: Scene, clause: Clause, at: int) -> int:
    """The relative clause another verb goes on with: «который прибыл в Минск | и встретился с …»; -1 for none."""
    for k in range(at - 1, max(at - 3, -1), -1):
        last = max(scene.clauses[k].tokens)
        if scene.clauses[k].kind == "relative" and scene.lemma(last + 1) == "и" and last + 1 in clause.tokens:
            return k if last < clause.predicate else -1
    return -1


def _inherited(scene: Scene, outer: int, want: Collection[str], depth: int, factor: float) -> Role:
    if outer < 0 or depth > 2:
        return Role()
    role = subject(scene, outer, want, depth + 1)
    return Role(role.actors, role.certainty * factor)


def _same_number(scene: Scene, clause: Clause, other: Clause) -> bool:
    if other.predicate < 0:
        return True
    mine, theirs = (scene.sentence.tokens[c.predicate].feats for c in (clause, other))
    same = not mine.get("Number") or not theirs.get("Number") or mine["Number"] == theirs["Number"]
    return same and (not mine.get("Gender") or not theirs.get("Gender") or mine["Gender"] == theirs["Gender"])


def agrees(scene: Scene, clause: Clause, actor: Actor) -> bool:
    """Whether the predicate's number allows the actor as subject."""
    if clause.predicate < 0:
        return True
    number = scene.sentence.tokens[clause.predicate].feats.get("Number")
    several = actor.plural or actor.chain >= 0 or len(actor.persons) > 1
    return number is None or (number == "Plur") == several or scene.sentence.tokens[actor.head].text.isupper()


def _ambiguous(scene: Scene, actor: Actor) -> bool:
    """A form that could be nominative whatever the tagger said."""
    token = scene.sentence.tokens[actor.head]
    return (
        token.text.isupper() or token.text.isascii() or any(a.feats.get("Case") == "Nom" for a in analyses(token.text))
    )


def _chosen(scene: Scene, clause: Clause, nominative: Sequence[Actor]) -> Role:
    fitting = [a for a in nominative if agrees(scene, clause, a)] or list(nominative)
    chains = {a.chain for a in fitting if a.chain >= 0}
    if len(chains) == 1 and all(a.chain >= 0 for a in fitting):
        aside = {k for c in scene.clauses if c.kind == "aside" and c is not clause for k in c.tokens}
        members = tuple(
            a
            for a in scene.actors
            if a.chain in chains and a.kind in ("state", "person", "organization", "treaty") and a.head not in aside
        )
        return Role(members, 0.95)
    certainty = 0.95 if len(fitting) == 1 else 0.6
    near = min(fitting, key=lambda a: abs(a.head - clause.predicate)) if len(fitting) > 1 else fitting[0]
    if len(fitting) > 1 and [a for a in fitting if not _parted(scene, clause, a)] == [near]:
        certainty = 0.9
    if near.chain >= 0:
        aside = {k for c in scene.clauses if c.kind == "aside" and c is not clause for k in c.tokens}
        return Role(tuple(a for a in scene.actors if a.chain == near.chain and a.head not in aside), certainty)
    return Role((near,), certainty * (0.55 if near.form == UNCERTAIN else 1.0))


def _parted(scene: Scene, clause: Clause, actor: Actor) -> bool:
    """Whether a sign stands between an actor and the predicate."""
    low, high = sorted((actor.head, clause.predicate))
    return any(scene.sentence.tokens[j].text in (",", ";", ":", "–", "—", "(") for j in range(low, high))


def objects(scene: Scene, clause: Clause, want: Collection[str], case: str = "Acc") -> list[Actor]:
    """Actors of a clause in a case without preposition, not hanging on a noun."""
    inside = [
        a for a in scene.within(clause) if a.kind in want and not a.prep and not a.after_noun and a.form != "adjective"
    ]
    return [a for a in inside if a.case == case]


def obliques(scene: Scene, clause: Clause, preps: Collection[str], want: Collection[str]) -> list[Actor]:
    """Actors of a clause after one of the prepositions."""
    return [a for a in scene.within(clause) if a.kind in want and a.prep in preps and a.form != "adjective"]


def _prep_before(scene: Scene, index: int) -> bool:
    return index > 0 and scene.sentence.tokens[index - 1].pos == "ADP"
