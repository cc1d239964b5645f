"""By whom a deed is done: the agent of a passive, or whose the thing is that was done."""

from collections.abc import Sequence

from sverka.reading.coordination import Actor
from sverka.reading.deed_rules import CRAFT
from sverka.reading.document import Token
from sverka.reading.phrases import FORCES
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form

DOERS = frozenset({"state", "person", "organization", "group"})


def agents_of(scene: Scene, inside: list[Actor], k: int, thing: int) -> Role:
    """By whom: the instrumental nearest to the participle, or whose the thing is («санкции ЕС, продлённые …»)."""
    agents = [a for a in inside if a.kind in DOERS and a.case == "Ins" and not a.prep]
    agents = [a for a in agents if a.form != "adjective" or scene.lemma(a.head) in CRAFT | {"аппарат", "бпла"}]
    tokens = scene.sentence.tokens
    agents = [a for a in agents if not _of_noun(tokens, a, k)]
    if agents:
        near = min(agents, key=lambda a: abs(a.head - k))
        return Role(tuple(a for a in agents if a is near or (a.chain >= 0 and a.chain == near.chain)), 0.9)
    bare = [a for a in inside if a.kind == "state" and not a.prep and scene.sentence.tokens[a.head].text.isupper()]
    if len(bare) == 1 and verb_form(scene.sentence.tokens[k]) == "part" and 0 < bare[0].first - k <= 3:
        return Role((bare[0],), 0.7)  # «навязанных Ирану США»: an abbreviation shows no case
    return Role(tuple(with_list(scene, owners_of(scene, thing)[:1])), 0.8)


def _of_noun(tokens: Sequence[Token], agent: Actor, k: int) -> bool:
    """«Введённые из-за аннексии | Россией Крыма»: an agent of the noun before it."""
    before = agent.first - 1
    return before > k and tokens[before].pos == "NOUN" and tokens[agent.head].head == before


def with_list(scene: Scene, owners: list[Actor]) -> list[Actor]:
    """Owners with the rest of their list: «санкции ООН, Евросоюза и США»."""
    chains = {a.chain for a in owners if a.chain >= 0}
    return owners + [a for a in scene.actors if a.chain in chains and a not in owners]


def owners_of(scene: Scene, thing: int) -> list[Actor]:
    """Whose a thing is: «санкции ООН», «американские санкции», «контингент США»."""
    moved = [a for a in scene.actors if thing >= 0 and a.head == thing and a.form == "noun" and a.kind in DOERS]
    if moved and moved[0].lemma in FORCES:
        return moved
    owners = [a for a in scene.actors if thing >= 0 and a.first == thing + 1 and a.kind in DOERS and a.after_noun]
    return owners + [a for a in scene.actors if thing >= 0 and a.form == "adjective" and a.head == thing]
