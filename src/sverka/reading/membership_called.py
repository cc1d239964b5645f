"""What states are called of a body spoken of before: «членами организации являются А и Б», «его участники – А и Б».

The status noun stands with a common noun for the body, a pronoun, or nothing at all («наблюдателем является А»).
"""

from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.claims.vocabulary import Modality
from sverka.reading.clauseroles import doer, subject
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.joinable import fields, joinable
from sverka.reading.membership_cells import DASHES
from sverka.reading.modality import denied, of_clause
from sverka.reading.regions import members_of
from sverka.reading.scenes import STATES, Scene
from sverka.reading.spoken_bodies import Meant, body_from, spoken_of
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_STATUS = {"член": "member", "участник": "member", "участница": "member", "наблюдатель": "observer",
           "кандидат": "candidate", "партнер": "associate", "часть": "member"}  # fmt: skip
_TRIGGERS = frozenset({*_STATUS, *(f"{a}-{b}" for a in ("страна", "государство") for b in _STATUS)})
_BE = words("быть являться оставаться остаться считаться значиться")
_BECOME = words("стать становиться сделаться")
_GET = words("получить получать иметь обрести приобрести сохранять сохранить")
_OWN = words("обладать пользоваться имеющий получивший обладающий")
_CEASE = words("перестать переставать прекратить")
_WHOSE = frozenset({"его", "её", "ее", "их"})
_STANDING = words("статус место положение")
_SURE, _BARE = 0.85, 0.7


def called(scene: Scene) -> Iterator[Mention | None]:
    """Memberships by a status noun whose body is not named beside it."""
    for at, clause, k in scene.having(_TRIGGERS):
        meant, first = _body_of(scene, k)
        if meant is None or verb_form(scene.sentence.tokens[k]):
            continue
        if scene.lemma(k) == "часть" and (not meant.named or scene.sentence.tokens[k].feats.get("Case") != "Ins"):
            continue
        yield from _having(scene, clause, k, meant)
        if meant.named and scene.lemma(k) != "часть" and not any(scene.lemma(j) in _CEASE for j in clause.tokens):
            continue  # read with the names of bodies
        yield from _listed(scene, clause, k, meant)
        yield from _copular(scene, at, clause, k, first, meant)


def _having(scene: Scene, clause: Clause, k: int, meant: Meant) -> Iterator[Mention | None]:
    """«А, имеющая статус наблюдателя, …», «где у А статус наблюдателя»: a standing told without a finite verb."""
    tokens, noun = scene.sentence.tokens, k - 1
    if noun < 1 or tokens[noun].lemma not in _STANDING:
        return
    first = noun - 1
    described = first > 0 and tokens[first].lemma in _GET | _OWN and verb_form(tokens[first]) == "part"
    if described and tokens[first - 1].text == ",":
        one = [a for a in scene.actors if a.last == first - 2 and a.kind == "state" and a.form != "adjective"]
    else:
        first -= tokens[first].lemma in ("быть", "есть", "иметься", "остаться", "оставаться")
        one = [a for a in scene.actors if a.last == first and a.kind == "state" and a.prep == "у"]
    listed = [a for a in scene.actors if a in one or (one and a.chain == one[0].chain >= 0 and a.kind == "state")]
    yield from _claims(scene, clause, [k, *([] if not meant.named else [meant.last])], listed, meant,
                       _status(scene, k), _SURE)  # fmt: skip


def _status(scene: Scene, k: int) -> str:
    associated = k > 0 and scene.lemma(k - 1) == "ассоциированный"
    return "associate" if associated and _STATUS[_noun(scene, k)] == "member" else _STATUS[_noun(scene, k)]


def _noun(scene: Scene, k: int) -> str:
    return scene.lemma(k).rpartition("-")[2]


def _body_of(scene: Scene, k: int) -> tuple[Meant | None, int]:
    """The body of a status noun and where the words for it begin: after it, by a pronoun before it, or left out."""
    tokens = scene.sentence.tokens
    after = k + 1
    if _noun(scene, k) == "партнер":
        if [scene.lemma(after), scene.lemma(after + 1)] != ["по", "диалог"]:
            return None, k
        after += 2
    if scene.lemma(after) in ("при", "в") and after + 1 < len(tokens):
        after += 1
    part = next((a for a in scene.actors if a.first == k < a.last and joinable(a)), None)
    meant = Meant(part, 1.0, part.last, True) if part is not None else body_from(scene, after)
    if meant is not None:
        return meant, k
    at = k - 1
    while at >= 0 and tokens[at].pos == "ADJ":
        at -= 1
    following = tokens[k + 1 : k + 2]
    alone = not following or following[0].feats.get("Case") != "Gen" or following[0].pos in ("PUNCT", "VERB", "AUX")
    whose = at >= 0 and tokens[at].text.lower() in _WHOSE
    bare = tokens[k].feats.get("Case") in ("Ins", "Gen") and alone and _noun(scene, k) != "часть"
    if not whose and not (bare and (at < 0 or tokens[at].lemma in _STANDING or tokens[at].pos != "NOUN")):
        return None, k
    found = spoken_of(scene, at if whose else k)
    if found is None:
        return None, k
    body, sure = found
    return Meant(body, sure * (1.0 if whose else 0.85), after - 1 if after > k + 1 else k, False), (at if whose else k)


def _listed(scene: Scene, clause: Clause, k: int, meant: Meant) -> Iterator[Mention | None]:
    """«Его участники – А, Б и В», «государств-членов организации – А, Б и В», «члены блока (А, Б)»."""
    tokens, sign = scene.sentence.tokens, meant.last + 1
    plural = tokens[k].feats.get("Number") == "Plur"
    if not plural or sign + 1 >= len(tokens) or tokens[sign].text not in (*DASHES, "(", ":"):
        return
    start = sign + 1 + (tokens[sign + 1].text.lower() == "это")
    first = next((a for a in scene.actors if a.first == start and a.kind == "state" and a.form == "noun"), None)
    if first is None or first.prep or first.chain < 0:
        return
    listed = [a for a in scene.actors if a.chain == first.chain and a.kind == "state" and a.first >= start]
    yield from _claims(scene, clause, [k, meant.last], listed, meant, _status(scene, k), _SURE)


def _copular(scene: Scene, at: int, clause: Clause, k: int, first: int, meant: Meant) -> Iterator[Mention | None]:
    """«Членами организации являются А и Б», «страна станет членом блока», «наблюдателем остаётся А»."""
    tokens, status = scene.sentence.tokens, _status(scene, k)
    lemmas = {tokens[j].lemma for j in clause.tokens}
    standing = scene.lemma(k - 1) in _STANDING
    verbs = _GET if standing else _BE | _BECOME
    verb = next((j for j in clause.tokens if tokens[j].lemma in verbs and verb_form(tokens[j])), -1)
    if verb < 0 or (not standing and tokens[k].feats.get("Case") != "Ins"):
        return
    role = doer(scene, at, verb, STATES) if verb_form(tokens[verb]) == "inf" else subject(scene, at, STATES)
    who = [a for a in role.actors if a.kind == "state" and a is not meant.body]
    if lemmas & _CEASE:
        status = "left"
    elif tokens[verb].lemma in _BECOME and status == "member":
        status = "joined"
    modality = of_clause(scene, clause, verb)
    if modality == "denied" or denied(scene, clause, verb):
        status, modality = "none", "asserted"
    sure = (_SURE if meant.named or first != k or meant.last > k else _BARE) * role.certainty
    yield from _claims(scene, clause, [k, verb, meant.last], who, meant, status, sure, modality)


def _claims(
    scene: Scene,
    clause: Clause,
    parts: Sequence[int],
    who: Sequence[Actor],
    meant: Meant,
    status: str,
    sure: float,
    modality: Modality = "asserted",
) -> Iterator[Mention | None]:
    span = stretch(scene, [*parts, *who])
    for actor in who:
        for state in (s for s in members_of(actor) if s != meant.body.ids[0]):
            known = certainty(scene, clause, [actor], sure, meant.sure)
            yield mention(scene.bundle, fields(state, meant.body, status, None), span, modality, known)
