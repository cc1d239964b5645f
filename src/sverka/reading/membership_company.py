"""Memberships told at one place: each once, none of a state bygone, and those in company («наравне с А, Б и В»)."""

from collections.abc import Iterator, Sequence

from sverka.claims import Membership, Mention
from sverka.reading.coordination import Actor
from sverka.reading.drafts import mention
from sverka.reading.scenes import Scene
from sverka.record import organizations

#: States that are no more; «бывшие советские республики» in a body are not the Soviet Union.
_BYGONE = frozenset({"SUN", "YUG", "CSK", "DDR", "SCG"})
_ALIKE = frozenset({"наравне", "наряду", "заодно"})
_IN = frozenset({"member", "joined"})
_SURE, _AFTER, _NEAR = 0.75, 0.7, 5


def distinct(found: list[Mention]) -> list[Mention]:
    """One mention for a state and organization at one place: the surest."""
    best: list[Mention] = []
    for m in sorted(found, key=lambda m: -(m.confidence or 0)):
        p = m.proposition
        assert p.kind == "membership"
        same = [o for o in best if (o.proposition.parties, o.modality) == (p.parties, m.modality)]
        if not any(o.span[0] < m.span[1] and m.span[0] < o.span[1] and _status(o) == p.status for o in same):
            best.append(m)
    return sorted(best, key=lambda m: m.span)


def _status(found: Mention) -> str:
    assert found.proposition.kind == "membership"
    return found.proposition.status


def bygone(found: Mention) -> bool:
    """Whether somebody is said of whom the record knows nothing in that body, and who is no state any more."""
    claim = found.proposition
    if not isinstance(claim, Membership) or claim.state not in _BYGONE:
        return False
    return not organizations.spells(claim.state, claim.organization)


def company(scene: Scene, told: Sequence[Mention]) -> Iterator[Mention]:
    """«Остаётся членом Х наравне с А и Б», «станет пятой в Х – после А, Б, В и Г»: they are members as well."""
    if not told:
        return
    heads = [a for a in scene.actors if a.kind == "state" and a.form == "noun" and a.prep in ("с", "со", "после")]
    for one in heads:
        if one.chain >= 0 and any(a.chain == one.chain and a.first < one.first for a in scene.actors):
            continue
        base = _base(scene, one, told)
        if base is None or not isinstance(base.proposition, Membership):
            continue
        members = [a for a in scene.actors if a is one or (a.chain == one.chain >= 0 and a.kind == "state")]
        start, end = scene.span(one.first - 1, members[-1].last)
        for state in (s for a in members for s in a.states[:1] if s != base.proposition.state):
            data = {
                "kind": "membership", "state": state, "organization": base.proposition.organization,
                "status": "member", "period": None,
            }  # fmt: skip
            made = mention(scene.bundle, data, (start, end), "asserted", _AFTER if one.prep == "после" else _SURE)
            if made is not None:
                yield made


def _base(scene: Scene, one: Actor, told: Sequence[Mention]) -> Mention | None:
    """The membership in whose company somebody is: before «наравне с», or of the number «после» counts on from."""
    tokens, led = scene.sentence.tokens, scene.lemma(one.first - 2)
    before = [m for m in told if _status(m) in _IN and m.span[1] <= tokens[one.first].start]
    if not before:
        return None
    last = max(before, key=lambda m: m.span[1])
    between = range(scene.sentence.index_at(last.span[1] - 1) + 1, one.first)
    near = not any(tokens[j].text in ";:()" for j in between)
    if one.prep == "после":
        inside = range(scene.sentence.index_at(last.span[0]), one.first)
        counted = any(tokens[j].feats.get("NumType") == "Ord" or tokens[j].lemma.endswith("ый") for j in inside)
        return last if near and counted and _status(last) == "joined" and len(between) < _NEAR else None
    return last if near and led in _ALIKE else None
