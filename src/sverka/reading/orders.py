"""Orders: which of two bodies or treaties came first, said without a date – older, younger, grew out of, replaced."""

from collections.abc import Iterator

from sverka.claims import Mention
from sverka.reading.anaphora import referred
from sverka.reading.bundle import Analysis
from sverka.reading.clauseroles import obliques, subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.scenes import BODIES, Role, Scene, scenes
from sverka.reading.sequences import sequences
from sverka.reading.wordlists import words

_OLDER, _YOUNGER = frozenset({"старше", "старый"}), frozenset({"моложе", "младше", "молодой"})
_COMPARING = _OLDER | _YOUNGER | {"раньше", "ранее", "позже", "позднее"}
_FOUNDED = words("возникнуть появиться создать основать учредить образовать родиться")
_SUCCEEDING = _FOUNDED | words(
    """вырасти вырастать прийти приходить сменить заменить заместить сменять последовать следовать преобразовать
    переименовать трансформироваться превратиться преобразоваться"""
)
_HEIRS = words("предшественник предшественница преемник преемница правопреемник")
_GENDERS = {"него": "Masc", "нее": "Fem", "них": "Plur", "ним": "Masc", "ней": "Fem", "ему": "Masc", "ей": "Fem"}

_TOLD_BY = _SUCCEEDING | _HEIRS


def orders(analysis: Analysis) -> list[Mention]:
    """Every chronology a text states between bodies or treaties."""
    out: list[Mention] = []
    for scene in scenes(analysis):
        asked = not _TOLD_BY.isdisjoint(scene.sentence.lemmas) or not _COMPARING.isdisjoint(scene.sentence.words)
        for at, clause in enumerate(scene.clauses) if asked else ():
            found = [*_age(scene, at, clause), *_succession(scene, at, clause), *_predecessors(scene, at, clause)]
            out.extend(m for m in found if m is not None)
        out.extend(m for m in sequences(scene) if m is not None)
    return out


def _mention(scene: Scene, clause: Clause, k: int, first: Role, then: Role) -> Mention | None:
    earlier, later = first.actors[:1], then.actors
    ids = [a.ids[0] for a in later if a.ids[0] != earlier[0].ids[0]] if earlier else []
    if not earlier or not ids:
        return None
    fields = {"kind": "order", "first": earlier[0].ids[0], "then": ids, "period": None}
    sure = certainty(scene, clause, [*earlier, *later], first.certainty, then.certainty)
    return mention(scene.bundle, fields, stretch(scene, [k, *earlier, *later]), of_clause(scene, clause), sure)


def _age(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«ЕврАзЭС моложе ГУУАМ», «она на год старше ШОС», «появился раньше СНГ»."""
    if _COMPARING.isdisjoint(scene.sentence.words):
        return
    for k in clause.tokens:
        word = scene.sentence.words[k]
        older = word in _OLDER or (word in ("раньше", "ранее") and scene.lemma(clause.predicate) in _FOUNDED)
        younger = word in _YOUNGER or (word in ("позже", "позднее") and scene.lemma(clause.predicate) in _FOUNDED)
        if not older and not younger:
            continue
        other = next((a for a in scene.actors if a.first in (k + 1, k + 2) and a.kind in BODIES and not a.prep), None)
        mine = _beside(scene, clause, k) or subject(scene, at, BODIES)
        if other is None or not mine.actors:
            continue
        role = Role((other,), 0.95)
        yield _mention(scene, clause, k, mine, role) if older else _mention(scene, clause, k, role, mine)


def _beside(scene: Scene, clause: Clause, k: int) -> Role | None:
    """The one said to be older: a pronoun or name before the word, inside the same commas – or the last one named."""
    tokens = scene.sentence.tokens
    for j in range(k - 1, -1, -1):
        if tokens[j].text in (",", ";", ":", "–", "—"):
            break
        if tokens[j].text.lower() in ("он", "она", "оно"):
            return referred(scene, clause, {"он": "Masc", "она": "Fem", "оно": "Neut"}[tokens[j].text.lower()], BODIES)
        actor = next((a for a in scene.actors if a.last == j and a.kind in BODIES and not a.prep), None)
        if actor is not None:
            return Role((actor,), 0.95)
    near = [a for a in scene.within(clause) if a.kind in BODIES and a.last < k and not a.prep]
    return Role((near[-1],), 0.8) if len(near) == 1 else None


def _succession(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«ОДКБ выросла из договора», «пришёл на смену СНГ», «ОЭСР сменила ОЕЭС», «за А последовали Б и В»."""
    k = clause.predicate
    if k < 0 or scene.lemma(k) not in _SUCCEEDING:
        return
    lemma, words = scene.lemma(k), {scene.lemma(j) for j in clause.tokens}
    if lemma in ("вырасти", "вырастать") and when(scene, clause, k)[0] is None:
        yield _mention(scene, clause, k, _after(scene, clause, "из"), subject(scene, at, BODIES))
    elif lemma in ("прийти", "приходить") and "смена" in words:
        yield _mention(scene, clause, k, _of(scene, clause, ("Dat", "Gen")), subject(scene, at, BODIES))
    elif lemma in ("сменить", "заменить", "заместить", "сменять"):
        yield _mention(scene, clause, k, _of(scene, clause, ("Acc",)), subject(scene, at, BODIES))
    elif lemma in ("последовать", "следовать"):
        yield _mention(scene, clause, k, _after(scene, clause, "за"), subject(scene, at, BODIES))
    elif lemma in ("преобразовать", "переименовать", "трансформироваться", "превратиться", "преобразоваться"):
        yield _mention(scene, clause, k, subject(scene, at, BODIES), _after(scene, clause, "в"))
    elif lemma in _FOUNDED and "вслед" in words:
        yield _mention(scene, clause, k, _after(scene, clause, "за"), subject(scene, at, BODIES))


def _predecessors(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«предшественник ЕАЭС – ЕврАзЭС», «ЕАЭС – преемник ЕврАзЭС»."""
    tokens = scene.sentence.tokens
    if _HEIRS.isdisjoint(scene.sentence.lemmas):
        return
    for k in clause.tokens:
        if tokens[k].lemma not in _HEIRS:
            continue
        owner = next((a for a in scene.actors if a.first == k + 1 and a.kind in BODIES and a.case == "Gen"), None)
        others = [
            a for a in scene.within(clause) if a.kind in BODIES and a is not owner and not a.prep and not a.after_noun
        ]
        if owner is None or len(others) != 1:
            continue
        mine, whose = Role((others[0],), 0.85), Role((owner,), 0.95)
        before = tokens[k].lemma.startswith("предшеств")
        yield _mention(scene, clause, k, mine, whose) if before else _mention(scene, clause, k, whose, mine)


def _after(scene: Scene, clause: Clause, prep: str) -> Role:
    found = obliques(scene, clause, (prep,), BODIES)
    if found:
        return Role(tuple(found), 0.95)
    tokens = scene.sentence.tokens
    for k in clause.tokens:
        word = tokens[k].text.lower().replace("ё", "е")
        if word in _GENDERS and k and tokens[k - 1].text.lower() == prep:
            return referred(scene, clause, _GENDERS[word], BODIES)
    return Role()


def _of(scene: Scene, clause: Clause, cases: tuple[str, ...]) -> Role:
    found: list[Actor] = [a for a in scene.within(clause) if a.kind in BODIES and a.case in cases and not a.prep]
    return Role(tuple(found), 0.9) if len(found) == 1 else Role()
