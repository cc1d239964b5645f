"""Sanctions told by lists: «внесли в санкционный список», «попали под санкции Чили», «оказался в чёрном списке»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.claims import Mention
from sverka.reading.clauseroles import passive, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.others import opposite
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_PUT = words("включить включать внести вносить добавить добавлять занести заносить поместить")
_FALL = words("попасть попадать оказаться оказываться угодить подпасть подпадать находиться")
_WIDEN = words("расширить расширять пополнить пополнять дополнить дополнять обновить увеличить")
_LISTS = words("список перечень реестр")
#: A list that says by its name who is not let in.
_BARRING = frozenset({"стоп-лист"})
#: How far after a list it is told what those on it may not: «список лиц, которым запрещён | въезд».
_REACH = 14
_MARKS = words("санкционный черный санкция запретительный")
_DOERS = frozenset({"state", "person", "organization"})
_SANCTIONS = _MARKS | _BARRING | {"въезд"}
_LISTING = _PUT | _FALL | _WIDEN


def listings(scene: Scene) -> Iterator[Mention | None]:
    """Sanctions of a sentence that are told by a list or by «под санкции»."""
    if scene.sentence.lemmas.isdisjoint(_SANCTIONS):
        return
    for at, clause, k in scene.having(_LISTING):
        if verb_form(scene.sentence.tokens[k]):
            yield _listed(scene, at, clause, k)


def _listed(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    falls = scene.lemma(k) in _FALL
    noun = _under(scene, clause) if falls else -1
    noun = noun if noun >= 0 else _list(scene, clause)
    if noun < 0:
        return None
    who = _whose(scene, noun)
    if not falls and passive(scene, clause):
        who = who or [a for a in scene.within(clause) if a.kind in _DOERS and a.case == "Ins" and not a.prep]
    elif not falls:
        who = list(subject(scene, at, _DOERS).actors) or who
    source = Role(tuple(who), 0.9 if who else 0.5)
    targets = _against(scene, at, clause, noun, source, falls)
    if not targets and source.actors and not falls:  # «дополнит список тех, кому закрыт въезд»
        other = _union_before(scene) or opposite(scene, source.states, "sanction", acting=True)
        targets = [replace(source.actors[0], ids=(other,), kind="state", guessed=True)] if other else []
        source = Role(source.actors, source.certainty * 0.4)
    if not targets:
        return None
    if falls and not source.actors:  # «под санкции попали банки Х»: by the one other state told of
        other = opposite(scene, [i for a in targets for i in a.states], "sanction", acting=False)
        source = Role((replace(targets[0], ids=(other,), kind="state", guessed=True),), 0.4) if other else source
    known = [i for a in targets for i in a.states]
    if not source.actors and not falls:  # «в стоп-лист внесены чиновники Х»: by the one other state told of
        other = opposite(scene, known, "sanction", acting=False)
        source = Role((replace(targets[0], ids=(other,), guessed=True),), 0.4) if other else source
        if not source.actors:
            return None
    period, dated, date_span = when(scene, clause, k)
    fields = {
        "kind": "event", "type": "sanction",
        "source": [i for i in source.ids if not i.startswith(("place:", "treaty:"))],
        "target": list(dict.fromkeys(i for a in targets for i in a.states)), "period": str(period) if period else None,
    }  # fmt: skip
    sure = certainty(scene, clause, [*who, *targets], source.certainty, dated, 0.85 if period else 0.75)
    return mention(scene.bundle, fields, stretch(scene, [k, noun, *targets], date_span), of_clause(scene, clause, k),
                   sure if who else min(sure, 0.3))  # fmt: skip


def _union_before(scene: Scene) -> str | None:
    """The one union the sentence before is about: «в ответ на санкции ЕС | расширяет список»."""
    told = {i for a in (scene.before.actors if scene.before else ()) if _union(a) for i in a.states}
    return told.pop() if len(told) == 1 else None


def _list(scene: Scene, clause: Clause) -> int:
    """«Санкционный список», «„чёрный“ список», «список санкций»: a list of those under sanctions."""
    for j in clause.tokens:
        if scene.lemma(j) in _BARRING:
            return j
        if scene.lemma(j) in _LISTS:
            if any(scene.lemma(i) == "въезд" for i in range(j + 1, j + _REACH)):
                return j
            beside = [scene.lemma(i) for i in (j - 3, j - 2, j - 1, j + 1)]
            if not _MARKS.isdisjoint(beside):
                return j
    return -1


def _under(scene: Scene, clause: Clause) -> int:
    """«Под санкции», «под американскими санкциями»."""
    for j in clause.tokens:
        if scene.lemma(j) == "санкция" and any(scene.lemma(i) == "под" for i in (j - 3, j - 2, j - 1)):
            return j
    return -1


def _whose(scene: Scene, noun: int) -> list[Actor]:
    """Whose the list or the sanctions are."""
    own = [a for a in scene.actors if a.form == "adjective" and a.head == noun]
    after = next((a for a in scene.actors if noun < a.first <= noun + 2 and a.after_noun and a.kind in _DOERS), None)
    if after is not None:
        own += [a for a in scene.actors if a is after or (a.chain >= 0 and a.chain == after.chain)]
    return own


def _union(actor: Actor) -> bool:
    """The record's bodies may be meant by a measure as states are: «чиновники ЕС», «страны – члены ЕС»."""
    body = actor.kind in ("organization", "group") or (actor.kind == "person" and not actor.persons)
    return body and bool(actor.states) and not actor.states[0].startswith("org:")


def _against(scene: Scene, at: int, clause: Clause, noun: int, source: Role, falls: bool) -> Sequence[Actor]:
    """Whose persons or companies are listed: «по Ирану», «иранские компании», «фирмы, связанные с Ираном»."""
    barred = set(source.ids)
    if falls:
        told = [a for a in subject(scene, at, {"state", "organization"}).actors if not set(a.ids) & barred]
        if told:
            return told
    after = next((c for c in scene.clauses[at + 1 : at + 2] if c.kind == "participle"), None)
    beside = [*scene.within(clause), *(scene.within(after) if after is not None else ())]
    states = [a for a in beside if (a.kind == "state" or _union(a)) and not set(a.ids) & barred]
    aimed = [a for a in states if a.prep in ("по", "против", "в отношении") and a.first > noun]
    held = [
        a
        for a in states
        if a.form == "adjective" or a.after_noun or a.kind == "person" or a.prep in ("из", "с") or a.case == "Ins"
    ]
    chosen = (aimed or held)[:1]
    return [a for a in states if chosen and (a is chosen[0] or (a.chain >= 0 and a.chain == chosen[0].chain))]
