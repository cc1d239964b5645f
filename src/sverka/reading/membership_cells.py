"""Memberships without a verb of their own: «в НАТО – с 2004-го», «в ВТО республика с 2012 года», «ОБСЕ – с 1992-го».

A cell is the stretch between two signs (dashes aside) that holds one organization and its date. Its date is never taken
from another cell.
"""

from collections.abc import Callable, Iterator

from sverka.claims import Mention
from sverka.reading.clauseroles import subject
from sverka.reading.clausetime import settled, starting
from sverka.reading.coordination import Actor
from sverka.reading.dates import When
from sverka.reading.drafts import mention, stretch
from sverka.reading.joinable import fields, joinable
from sverka.reading.scenes import STATES, Role, Scene
from sverka.reading.verbforms import verb_form

_SIGNS = frozenset(",;:()!?…")
DASHES = frozenset({"–", "—", "-"})
_FILLERS = frozenset({"еще", "уже", "лишь", "только", "вот", "же", "напомнить", "и", "а", "но", "с", "со", "в", "во"})
Entering = Callable[[Scene, int], tuple[str, str]]


def _cell(scene: Scene, body: Actor) -> tuple[int, int]:
    """First and last token of the cell that holds an organization."""
    tokens = scene.sentence.tokens
    first, last = body.first, body.last
    while first and not _border(scene, first - 1):
        first -= 1
    while last + 1 < len(tokens) and not _border(scene, last + 1):
        last += 1
    return first, last


def _border(scene: Scene, k: int) -> bool:
    """A sign, «а», «но», or an «и» that adds another organization or date («… и с 2008-го – в ВТО»)."""
    token = scene.sentence.tokens[k]
    word = token.text.lower()
    adds = word == "и" and k + 1 < len(scene.sentence.tokens) and scene.sentence.tokens[k + 1].pos == "ADP"
    return token.text in _SIGNS or word in ("а", "но") or adds


def in_cell(scene: Scene, body: Actor, k: int) -> bool:
    """Whether a token stands in the cell of an organization."""
    first, last = _cell(scene, body)
    return first <= k <= last


def own_date(scene: Scene, body: Actor) -> When | None:
    """The date in the cell of an organization, when there is exactly one."""
    first, last = _cell(scene, body)
    start, end = scene.sentence.tokens[first].start, scene.sentence.tokens[last].end
    inside = [d for d in scene.dates if start <= d.start and d.end <= end and d.relation in ("in", "since")]
    between = [a for a in scene.actors if first <= a.first and a.last <= last and joinable(a) and a is not body]
    alone = all(a.chain >= 0 and a.chain == body.chain for a in between)
    return inside[0] if len(inside) == 1 and alone else None


def gapped(scene: Scene, entering: Entering) -> Iterator[Mention | None]:
    """Memberships told by an organization and its date alone, or in the shadow of an earlier verb."""
    tokens = scene.sentence.tokens
    told = Role()
    for body in (a for a in scene.actors if joinable(a)):
        first, last = _cell(scene, body)
        if any(verb_form(tokens[j]) for j in range(first, last + 1)) or _led_by_noun(scene, body):
            continue
        found = own_date(scene, body)
        if found is None or found.period is None:
            if body.prep == "в" and _from_birth(scene, body):
                role = _holder(scene, first, last, body, told)
                for state in role.states:
                    span = stretch(scene, [body, body.last + (2 if scene.lemma(body.last + 1) == "с" else 3)])
                    data = fields(state, body, "member", None)
                    yield mention(scene.bundle, data, span, "asserted", 0.9 * role.certainty)
            continue
        at = scene.sentence.index_at(found.start)
        status, sure = _status(scene, body, found, at, first, entering)
        if not status or not _bound(scene, body, at):
            continue
        role = _holder(scene, first, last, body, told)
        told = role if role.actors else told
        period = starting(settled(found))
        for actor in role.actors:
            for state in (i for i in actor.states if len(i) == 3):
                inside = [a for a in (actor,) if first <= a.first <= last]
                span = stretch(scene, [body, *inside], (found.start, found.end))
                yield mention(
                    scene.bundle, fields(state, body, status, period), span, "asserted", 0.95 * sure * role.certainty
                )


def _led_by_noun(scene: Scene, body: Actor) -> bool:
    """«Наблюдатель в ШОС с 2004 года», «кандидат в ЕС»: what the state is there is said by the noun."""
    k = body.first - (2 if body.prep else 1)
    held = any(a.first <= k <= a.last for a in scene.actors)
    return k >= 0 and not held and scene.sentence.tokens[k].pos == "NOUN" and not _dated(scene, k)


def _dated(scene: Scene, k: int) -> bool:
    """«С 2004 года в НАТО»: the noun is of a date."""
    return any(d.start <= scene.sentence.tokens[k].start < d.end for d in scene.dates)


def elided(scene: Scene, entering: Entering) -> Iterator[Mention | None]:
    """«Болгария вошла в ЕС в 2007 году, Хорватия – в 2013-м»: a state, a dash and a date after a verb told in full."""
    tokens = scene.sentence.tokens
    for k in range(1, len(tokens) - 1):
        if tokens[k].text not in DASHES:
            continue
        actor = next((a for a in scene.actors if a.last == k - 1 and a.kind == "state" and a.form == "noun"), None)
        found = next((d for d in scene.dates if tokens[k + 1].start <= d.start <= tokens[k + 1].end + 1), None)
        if actor is None or found is None or found.period is None or found.relation != "in" or actor.prep:
            continue
        first = actor.first
        bodies = [a for a in scene.actors if joinable(a) and a.prep and a.last < first]
        verbs = [(j, *entering(scene, j)) for j in range(first)]
        verbs = [v for v in verbs if v[1] in ("joined", "left")]
        if not bodies or not verbs or bodies[-1].prep != verbs[-1][2] or verb_form(tokens[verbs[-1][0]]) != "fin":
            continue
        last = scene.sentence.index_at(found.end - 1) + 1
        if last < len(tokens) and not _border(scene, last) and tokens[last].text != ".":
            continue
        period = starting(settled(found))
        for state in actor.states:
            data = fields(state, bodies[-1], verbs[-1][1], period)
            span = stretch(scene, [actor, k], (found.start, found.end))
            yield mention(scene.bundle, data, span, "asserted", 0.8)


def _from_birth(scene: Scene, body: Actor) -> bool:
    """«в ЕС – с основания»."""
    after = [scene.lemma(body.last + j) for j in (1, 2, 3)]
    after = after[1:] if after[0] in DASHES else after
    return after[0] == "с" and after[1] in ("основание", "создание", "рождение")


def _status(scene: Scene, body: Actor, found: When, at: int, first: int, entering: Entering) -> tuple[str, float]:
    """Joined for «с 2004-го»; for «в 2004-м» what the verb before says, if it takes the same preposition."""
    if found.relation == "since":
        bare = not body.prep and not body.after_noun and (body.case in ("Nom", "Acc", ""))
        dash = bare and scene.sentence.tokens[body.last + 1].text in DASHES | {"с", "со"} if at > body.last else False
        return ("joined", 1.0 if body.prep else 0.9) if body.prep == "в" or dash else ("", 0.0)
    verbs = [entering(scene, k) for k in range(first)]
    said = [v for v in verbs if v[0]]
    if not said or not body.prep or said[-1][1] != body.prep or said[-1][0] not in ("joined", "left"):
        return "", 0.0
    return said[-1][0], 0.9


def _bound(scene: Scene, body: Actor, at: int) -> bool:
    """Whether only a dash, a holder and small words stand between an organization and its date."""
    low, high = (body.last + 1, at) if at > body.last else (at + 1, body.first)
    held = {j for a in scene.actors if a.kind in ("state", "person") for j in range(a.first, a.last + 1)}
    spanned = {
        j for d in scene.dates for j, t in enumerate(scene.sentence.tokens) if d.start <= t.start and t.end <= d.end
    }
    return all(
        j in held | spanned or scene.sentence.tokens[j].text in DASHES or scene.lemma(j) in _FILLERS
        for j in range(low, high)
    )


def _holder(scene: Scene, first: int, last: int, body: Actor, told: Role) -> Role:
    """Whose membership: a state named in the cell; of «чья страна» the person before; else the sentence's subject."""
    tokens = scene.sentence.tokens
    inside = [a for a in scene.actors if first <= a.first and a.last <= last and a is not body]
    if tokens[first].lemma == "чей":
        owner = [a for a in scene.actors if a.last < first and a.kind in ("person", "state") and len(a.states) == 1]
        return Role((owner[-1],), 0.85) if owner and owner[-1].last >= first - 3 else Role()
    named = [a for a in inside if a.kind == "state" and a.form != "adjective" and not a.prep and a.case in ("Nom", "")]
    if named:
        alike = [a for a in named if a is named[0] or (a.chain >= 0 and a.chain == named[0].chain)]
        return Role(tuple(alike), 0.9 if not named[0].guessed else 0.6)
    if any(
        tokens[j].pos in ("NOUN", "PROPN", "PRON") and tokens[j].feats.get("Case") == "Nom"
        for j in range(first, last + 1)
        if not body.first <= j <= body.last
    ):
        return Role()  # «в Евросоюзе наши соседи с 2004-го»: nobody knows who they are
    if told.actors:
        return Role(told.actors, told.certainty * 0.95)
    at = max((c for c, clause in enumerate(scene.clauses) if max(clause.tokens) < body.first), default=-1)
    for earlier in range(scene.clause_of(body.head) if at < 0 else at, -1, -1):
        role = subject(scene, earlier, STATES)
        if role.actors and all(a.first < body.first for a in role.actors):
            return Role(role.actors, role.certainty * 0.9)
    return _topic(scene, body)


def _topic(scene: Scene, body: Actor) -> Role:
    """The state the text is about, where the sentence names none other."""
    others = [a for a in scene.actors if a.kind == "state"]
    tokens, held = scene.sentence.tokens, {k for a in scene.actors for k in range(a.first, a.last + 1)}
    unknown = any(t.rel == "nsubj" and t.pos in ("NOUN", "PRON") and k not in held for k, t in enumerate(tokens))
    if scene.home is None or unknown or any(scene.home not in a.ids for a in others):
        return Role()  # «наша страна вступила в ООН в 1955 году, в ЕС – в 1986-м»: nobody knows who they are
    home = Actor(body.first, body.last, body.head, "Nom", "", (scene.home,), "", "pronoun", "state", guessed=True)
    return Role((home,), 0.6)
