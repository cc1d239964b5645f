"""A sentence as a scene: its clauses, who stands in them in which role, and when.

Roles come from case and preposition inside a clause; the parser is asked only for a second opinion. Pronouns are looked
up among the actors before them, by gender and number.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sverka.claims.period import Period
from sverka.reading.actors import actors, introduced
from sverka.reading.bundle import Analysis
from sverka.reading.clauses import Clause, clauses, verb_form
from sverka.reading.context import home_of
from sverka.reading.coordination import Actor
from sverka.reading.dates import When
from sverka.reading.document import Sentence
from sverka.reading.morphology import analyses
from sverka.reading.wordlists import words
from sverka.record.tables import rows

_PRONOUNS = {"он": "Masc", "она": "Fem", "оно": "Neut", "они": "Plur"}
_DATED = frozenset({"in", "since", "until", "by", "ago"})
STATES = frozenset({"state"})
BODIES = frozenset({"organization", "treaty"})
PEOPLE = frozenset({"state", "person", "organization"})


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence; `before` is the scene of the sentence before it, `home` the state the text is about."""

    bundle: Analysis
    sentence: Sentence
    clauses: tuple[Clause, ...]
    actors: tuple[Actor, ...]
    dates: tuple[When, ...]
    before: "Scene | None"
    home: str | None = None

    @property
    def text(self) -> str:
        """The whole document's text, into which spans point."""
        return self.bundle.document.text

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.bundle.document.published

    def lemma(self, index: int) -> str:
        """Lemma of a token, "" outside the sentence."""
        tokens = self.sentence.tokens
        return tokens[index].lemma if 0 <= index < len(tokens) else ""

    def clause_of(self, index: int) -> int:
        """Index of the clause that holds a token; -1 for signs."""
        return next((c for c, clause in enumerate(self.clauses) if index in clause.tokens), -1)

    def within(self, clause: Clause) -> list[Actor]:
        """Actors whose head stands in a clause, in order of position."""
        held = set(clause.tokens)
        return [a for a in self.actors if a.head in held]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Text offsets of the tokens from `first` to `last`."""
        return self.sentence.tokens[first].start, self.sentence.tokens[last].end


@dataclass(frozen=True, slots=True)
class Role:
    """Who fills a role, and how sure that is (0–1)."""

    actors: tuple[Actor, ...] = ()
    certainty: float = 0.0

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids, each once."""
        return tuple(dict.fromkeys(i for a in self.actors for i in a.ids))

    @property
    def states(self) -> tuple[str, ...]:
        """Ids of states and bodies, each once."""
        return tuple(dict.fromkeys(i for a in self.actors for i in a.states))


_memo: tuple[Analysis, tuple[Scene, ...]] | None = None


def scenes(bundle: Analysis) -> tuple[Scene, ...]:
    """The scenes of a document in order; the last document's are kept, as every frame reader asks for them."""
    global _memo
    if _memo is not None and _memo[0] is bundle:
        return _memo[1]
    out: list[Scene] = []
    if bundle.document.language == "ru":
        known, home = introduced(bundle), home_of(bundle)
        for sentence, titles in zip(bundle.document.sentences, bundle.titles, strict=True):
            found = actors(bundle, sentence, titles, known, home)
            dated = tuple(bundle.dates_in(sentence))
            out.append(
                Scene(bundle, sentence, tuple(clauses(sentence)), tuple(found), dated, out[-1] if out else None, home)
            )
    _memo = (bundle, tuple(out))
    return _memo[1]


def scene_at(found: Sequence[Scene], offset: int) -> Scene | None:
    """The scene that holds a text offset (the one before it, between sentences); None before the first."""
    at = bisect_right(found, offset, key=lambda s: s.sentence.start) - 1
    return found[at] if at >= 0 else None


def scenes_over(found: Sequence[Scene], start: int, end: int) -> Sequence[Scene]:
    """The scenes that touch a stretch of text."""
    first = max(0, bisect_right(found, start, key=lambda s: s.sentence.start) - 1)
    last = bisect_right(found, end - 1, key=lambda s: s.sentence.start)
    return [s for s in found[first:last] if s.sentence.end > start]


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
        return _inherited(scene, clause.outer, want, depth, 0.9)
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
        which = next(k for k in clause.tokens if scene.lemma(k) == "который")
        if scene.sentence.tokens[which].feats.get("Case") == "Nom" and not _prep_before(scene, which):
            found = antecedent(scene, clause, want)
            return Role((found,), 0.8) if found else Role()
    loose = [a for a in inside if not a.prep and not a.after_noun and _ambiguous(scene, a) and agrees(scene, clause, a)]
    if len(loose) == 1:
        return Role(tuple(loose), 0.7)
    return _without_noun(scene, clause, at, want, depth)


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
    before = [k for k in range(at - 1, -1, -1) if scene.clauses[k].kind in ("main", "that", "nominal")]
    for outer in [clause.outer] if clause.outer >= 0 else before[:3]:
        other = scene.clauses[outer]
        if other.predicate >= 0 and verb_form(tokens[other.predicate]) == "inf":
            continue
        return _inherited(scene, outer, want, depth, 0.8) if _same_number(scene, clause, other) else Role()
    return Role()


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
    return token.text.isupper() or any(a.feats.get("Case") == "Nom" for a in analyses(token.text))


def _chosen(scene: Scene, clause: Clause, nominative: Sequence[Actor]) -> Role:
    fitting = [a for a in nominative if agrees(scene, clause, a)] or list(nominative)
    chains = {a.chain for a in fitting if a.chain >= 0}
    if len(chains) == 1 and all(a.chain >= 0 for a in fitting):
        members = tuple(
            a for a in scene.actors if a.chain in chains and a.kind in ("state", "person", "organization", "treaty")
        )
        return Role(members, 0.95)
    certainty = 0.95 if len(fitting) == 1 else 0.6
    near = min(fitting, key=lambda a: abs(a.head - clause.predicate)) if len(fitting) > 1 else fitting[0]
    if near.chain >= 0:
        return Role(tuple(a for a in scene.actors if a.chain == near.chain), certainty)
    return Role((near,), certainty * (0.75 if near.guessed else 1.0))


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
    """A feature, the accusative counted as nominative (they look alike)."""
    value = feats.get(name, "")
    return "Nom" if value == "Acc" else value


def gender_of(scene: Scene, actor: Actor) -> str:
    """Gender of an actor, or Plur; an abbreviation has that of the organization's full name."""
    token = scene.sentence.tokens[actor.head]
    if actor.kind == "organization" and sum(c.isupper() for c in token.text) > 1:
        return _full_name_gender(actor.ids[0])
    return "Plur" if token.feats.get("Number") == "Plur" else token.feats.get("Gender", "")


@cache
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


def when(scene: Scene, clause: Clause, near: int) -> tuple[Period | None, float, tuple[int, int] | None]:
    """The date of a clause: the one nearest to a token, with how sure it is and where it stands."""
    dated = list(_dates(scene, clause))
    if not dated and clause.kind == "gerund" and clause.outer >= 0:
        dated = list(_dates(scene, scene.clauses[clause.outer]))
    if not dated and clause.sign == ":":
        earlier = scene.clauses[scene.clauses.index(clause) - 1]
        explained = list(_dates(scene, earlier))
        if len(explained) == 1 and clause.tokens and earlier.kind == "main":
            return settled(explained[0][1]), 0.8, None
    if not dated:
        return None, 1.0, None
    joined = _years_back(scene, [found for _, found in dated])
    if joined is not None:
        return joined, 0.95, (min(d.start for _, d in dated), max(d.end for _, d in dated))
    best = min(dated, key=lambda pair: abs(pair[0] - near))[1]
    certainty = 1.0 if len(dated) == 1 else 0.85
    return settled(best), certainty if best.period is not None else 0.8, (best.start, best.end)


def _years_back(scene: Scene, found: Sequence[When]) -> Period | None:
    """«тридцать лет назад, 15 мая»: the day in that year."""
    if len(found) != 2 or scene.published is None:
        return None
    back = next((d for d in found if d.relation == "ago"), None)
    day = next((d for d in found if d.relation == "in"), None)
    if back is None or day is None or back.period is None or day.period is None or back.period.grain != "year":
        return None
    if day.period.grain not in ("day", "month") or day.period.first is None or back.period.first is None:
        return None
    written = scene.text[day.start : day.end]
    return (
        None
        if any(str(day.period.first.year) in w for w in (written,))
        else day.period.shift(years=back.period.first.year - day.period.first.year)
    )


def settled(found: When) -> Period | None:
    """The period of a date; «с 1996-го» is open at its end."""
    period = found.period
    if period is None or found.relation != "since" or period.is_open:
        return period
    return Period(period.first, None)


def starting(period: Period | None) -> Period | None:
    """The beginning of an open period: what «с 1996-го» says about an entry."""
    return Period(period.first, period.first) if period is not None and period.last is None and period.first else period


def _dates(scene: Scene, clause: Clause) -> Iterator[tuple[int, When]]:
    held = set(clause.tokens)
    for found in scene.dates:
        index = scene.sentence.index_at(found.start)
        if index < 0 or scene.sentence.tokens[index].end <= found.start:
            index += 1
        opposed = found.relation == "base" and any(
            a.prep == "против" and index - 3 <= a.last < index for a in scene.actors
        )  # «санкции против Ирана в 2018 году» compares nothing
        if (found.relation in _DATED or opposed) and index in held:
            yield index, found
