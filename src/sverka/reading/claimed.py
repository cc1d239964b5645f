"""Attacks told by who owns up to them: «взяли на себя ответственность за взрыв в Х», «теракт совершили боевики Y»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.claims import Mention
from sverka.reading.armed_groups import fighters
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.deeds import stated
from sverka.reading.drafts import certainty, stretch
from sverka.reading.modality import of_clause
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_TAKE = words("взять брать принять")
_COMMIT = words("совершить устроить осуществить организовать")
_ATTACKS = words("взрыв теракт атака нападение обстрел удар налет подрыв убийство расстрел покушение диверсия")
_DOERS = frozenset({"state", "organization", "group"})
_WHERE = frozenset({"state", "place"})
_REACH = 14
_ANSWERABLE = "ответственност"
#: How many characters before its claim an attack may be told.
_FAR = 1200
_OWNED_UP_TO = _ATTACKS | {"ответственность"}
_OWNING_UP = _TAKE | _COMMIT


def claimed(scene: Scene) -> Iterator[Mention | None]:
    """Attacks of a sentence somebody owns up to or is said to have carried out."""
    if scene.sentence.lemmas.isdisjoint(_OWNED_UP_TO):
        return
    for at, clause, k in scene.having(_OWNING_UP):
        if verb_form(scene.sentence.tokens[k]) in ("fin", "short"):
            noun = _noun(scene, clause, k)
            if noun >= 0:
                yield _attack(scene, at, clause, k, noun)


def owned_up(found: Sequence[Mention], text: str) -> list[Mention]:
    """Attacks with whoever owns up to them further on: a claim of what was told before is no attack of its own."""
    out = list(found)
    for claim in found:
        start, end = claim.span
        event = claim.proposition
        if event.kind != "event" or event.type != "attack" or not event.source:
            continue
        if _ANSWERABLE not in text[max(0, start - 60) : end].lower() or event.period is not None:
            continue
        told = [m for m in out if m.span[0] < start and start - m.span[0] < _FAR and _unowned(m, event.target)]
        for m in told:
            mine = m.proposition.model_copy(update={"source": event.source})
            sure = min(claim.confidence or 0.0, max(0.35, m.confidence or 0.0))
            out[out.index(m)] = m.model_copy(update={"proposition": mine, "confidence": sure})
        if any("\n" not in text[m.span[1] : start] for m in told):  # else it may stand in what is only read above
            out.remove(claim)
    return out


def _unowned(m: Mention, target: Sequence[str]) -> bool:
    """An attack nobody is yet said to have done, on the same state."""
    event = m.proposition
    same = event.kind == "event" and event.type == "attack" and not event.source
    return same and event.kind == "event" and (not target or bool(set(event.target) & set(target)))


def _noun(scene: Scene, clause: Clause, k: int) -> int:
    """The attack a verb is about: «ответственность за | взрыв», or its object «совершили | теракт»."""
    tokens = scene.sentence.tokens
    if scene.lemma(k) in _TAKE:
        answers = next((j for j in clause.tokens if tokens[j].lemma == "ответственность"), -1)
        led = range(answers + 1, min(answers + 6, len(tokens)))
        after = next((j for j in led if tokens[j].text.lower() == "за"), -1) if answers >= 0 else -1
        found = (j for j in range(after + 1, min(after + 5, len(tokens))) if tokens[j].lemma in _ATTACKS)
        return next(found, -1) if after >= 0 else answers
    direct = (j for j in clause.tokens if tokens[j].lemma in _ATTACKS and tokens[j].feats.get("Case") in ("Acc", "Nom"))
    return next(direct, -1)


def _attack(scene: Scene, at: int, clause: Clause, k: int, noun: int) -> Mention | None:
    who = subject(scene, at, _DOERS)
    if not who.actors:  # «ответственность … взяли боевики движения Х»
        named = [a for a in scene.within(clause) if a.kind == "organization" and not a.prep and a.last != noun + 1]
        who = Role(tuple(a for a in named if a.case in ("Gen", "Nom", ""))[:1], 0.8)
    if not who.actors:
        who = Role(tuple(fighters(scene, clause)), 0.7)
    if not who.actors:
        return None
    targets = _struck(scene, noun, set(who.ids)) or _told_before(scene, set(who.ids))
    period, dated, date_span = when(scene, clause, k)
    if date_span is not None and not noun - 4 <= scene.sentence.index_at(date_span[0]) <= noun + 4:
        period, date_span = None, None  # the day it was claimed
    period_told = _blast(scene, noun)
    sure = certainty(scene, clause, [*who.actors, *targets], who.certainty, dated, 0.8)
    span = stretch(scene, [k, noun, *(a for a in targets if a.last > noun)], date_span)
    told = period_told or (str(period) if period else None)
    return stated(scene, "attack", list(who.actors), targets, told, span, of_clause(scene, clause, k), sure)


def _blast(scene: Scene, noun: int) -> str | None:
    """When it happened, as the participle after it tells: «за взрыв, | прогремевший во вторник»."""
    after = next((c for c in scene.clauses if c.kind == "participle" and min(c.tokens) in (noun + 2, noun + 3)), None)
    if after is None:
        return None
    period = when(scene, after, after.predicate)[0]
    return str(period) if period is not None else None


def _struck(scene: Scene, noun: int, barred: set[str]) -> list[Actor]:
    """Where or what it hit: whatever is named after the noun by a place or its owner."""
    after = [a for a in scene.actors if noun < a.first <= noun + _REACH and a.kind in _WHERE]
    after = [a for a in after if not set(a.ids) & barred and a.form != "demonym"]
    led = [a for a in after if a.prep in ("в", "на", "у", "возле", "близ", "под", "по") or a.after_noun]
    states = [a for a in led if a.kind == "state"]
    return (states or led)[:1]


def _told_before(scene: Scene, barred: set[str]) -> list[Actor]:
    """«За этот теракт»: where the sentences before it tell of, if that is one state."""
    here: Scene | None = scene
    for _ in range(3):
        if here is None:
            return []
        located = _located(here.actors, barred)
        if located:
            return [replace(located[0], guessed=True)] if len({a.ids for a in located}) == 1 else []
        here = here.before
    return []


def _located(found: Sequence[Actor], barred: set[str]) -> list[Actor]:
    told = [a for a in found if a.kind == "state" and not set(a.ids) & barred and a.form != "demonym"]
    return [a for a in told if a.case == "Loc" or a.form == "adjective" or a.after_noun]
