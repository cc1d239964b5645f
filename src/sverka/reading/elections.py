"""Elections: whom a state elects, who won."""

from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.reading.clauseroles import objects, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.others import remaining
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_ELECT = words("избрать избирать избраться избираться переизбрать переизбраться выбрать выбирать")
_WIN = words("победить побеждать выиграть выигрывать одержать")
_POLL = words("выборы тур праймериз перевыборы")
_ELECTED = _ELECT | _WIN | {"победа"}


def elections(scene: Scene) -> Iterator[Mention | None]:
    """Elections, in a sentence."""
    for at, clause, k in scene.having(_ELECTED):
        token = scene.sentence.tokens[k]
        if token.lemma in _ELECT and verb_form(token):
            yield _elected(scene, at, clause, k)
        elif token.lemma == "победа" and token.pos == "NOUN":
            yield _victory(scene, clause, k)
        elif token.lemma in _WIN and verb_form(token):
            yield _won(scene, at, clause, k)


def _elected(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    """«Был избран президентом Молдавии», «депутаты избрали президентом Х»: a vote of the state for the person."""
    form = verb_form(scene.sentence.tokens[k])
    if form == "part" and k != clause.predicate:
        return None  # «избранный лидер»
    chosen = objects(scene, clause, {"person"}) if form == "fin" else []
    if form == "fin":  # «избрали президентом Индии Драупади Мурму»: the office and its holder in one
        chosen += [a for a in scene.within(clause) if a.kind == "person" and a.case == "Ins" and not a.prep]
    who = Role(tuple(a for a in chosen if a.persons)[:1], 0.85)
    who = who if who.actors else subject(scene, at, {"person"})
    if not who.actors and clause.kind == "aside":  # «Медведева (избрался в 2008 году)»
        first = min(clause.tokens)
        who = Role(tuple(a for a in scene.actors if a.persons and a.last == first - 2), 0.8)
    office = next(
        (a for a in scene.within(clause) if a.kind == "person" and a.case == "Ins" and a.states and not a.persons),
        None,
    )
    if not who.actors or not who.actors[0].persons:
        return None
    states = office.states if office else who.actors[0].states
    if not states:  # «в Чаде по итогам выборов переизбран Х»
        where = [a for a in scene.within(clause) if a.kind == "state" and a.prep == "в" and a.case in ("Loc", "")]
        states = where[0].states if len(where) == 1 else ()
    return _vote(scene, clause, k, who, states, [office] if office else [])


def _victory(scene: Scene, clause: Clause, k: int) -> Mention | None:
    """«Победа Х на выборах в Чаде»: the one who won, by a noun."""
    tokens = scene.sentence.tokens
    poll = next((j for j in range(k + 2, min(k + 9, len(tokens))) if tokens[j].lemma in _POLL), -1)
    winner = next((a for a in scene.actors if a.first == k + 1 and a.case in ("Gen", "")), None)
    if poll < 0 or winner is None or winner.last > poll or not (winner.persons or winner.ids[0].startswith("org:")):
        return None
    held = [a for a in scene.actors if a.form == "adjective" and a.head == poll]
    held += [a for a in scene.actors if a.kind == "state" and a.prep == "в" and poll < a.first <= poll + 3]
    state = held[0].states[:1] if held else winner.states if winner.persons else ()
    sure = 0.8 if state else 0.5
    state = state or ((scene.home,) if scene.home is not None else ())
    return _vote(scene, clause, k, Role((winner,), sure), state, [*held[:1], poll])


def _won(scene: Scene, at: int, clause: Clause, k: int) -> Mention | None:
    """«На выборах в Бразилии победил Х»: where the election was, or whose the winner is."""
    tokens = scene.sentence.tokens
    poll = next((j for j in clause.tokens if tokens[j].lemma in _POLL and tokens[j].pos == "NOUN"), -1)
    who = subject(scene, at, {"person", "organization"})
    winner = [a for a in who.actors if a.persons or a.ids[0].startswith("org:")]
    if poll < 0 or len(winner) != 1:
        return None
    near = range(poll + 1, poll + 5)
    held = [a for a in scene.actors if a.form == "adjective" and a.head in (poll, *near)]
    held += [
        a
        for a in scene.within(clause)
        if a.kind == "state" and ((a.prep == "в" and a.first in near) or (a.first == poll + 1 and a.case == "Gen"))
    ]
    state = held[0].states[:1] if held else winner[0].states if winner[0].persons else ()
    if not state and (only := remaining(scene, ())) is not None:
        state, who = (only,), Role(who.actors, 0.8 * who.certainty)
    if not state and scene.home is not None:
        state, who = (scene.home,), Role(who.actors, 0.5 * who.certainty)
    return _vote(scene, clause, k, Role((winner[0],), who.certainty), state, [*held[:1], poll])


def _vote(
    scene: Scene, clause: Clause, k: int, who: Role, source: tuple[str, ...], beside: Sequence[Actor | int]
) -> Mention | None:
    if len(source) != 1:
        return None
    winner = who.actors[0]
    period, dated, date_span = when(scene, clause, k)
    fields = {
        "kind": "event", "type": "vote", "source": list(source), "target": list(winner.persons[:1] or winner.ids[:1]),
        "period": str(period) if period else None,
    }  # fmt: skip
    sure = certainty(scene, clause, [winner], who.certainty, dated, 0.9 if beside else 0.7)
    return mention(scene.bundle, fields, stretch(scene, [k, *beside], date_span), of_clause(scene, clause, k), sure)
