"""Signatures and ratifications: whose names stand under which paper."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.claims import Mention
from sverka.claims.vocabulary import Modality
from sverka.reading.anaphora import antecedent
from sverka.reading.chambers import ASSEMBLIES, is_chamber
from sverka.reading.clauseroles import doer, obliques, passive
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.documents import SIGNED
from sverka.reading.documents import paper as phrase_at
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.gazetteer import index, key
from sverka.reading.modality import of_clause
from sverka.reading.papers import can_tell, known_paper
from sverka.reading.phrases import led_by
from sverka.reading.scenes import Role, Scene
from sverka.reading.signatories import SIGNERS, after_talks, both_sides, due, gathered, we
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words
from sverka.record import organizations

_PAPER = frozenset({"treaty"})
SIGN = words(
    """подписать подписывать заключить заключать скрепить парафировать достичь достигнуть добиться согласовать
    завизировать визировать оформить"""
)
#: Of papers that several give out together: «лидеры приняли декларацию».
_ADOPT, _ADOPTED = words("принять принимать одобрить"), words("декларация заявление коммюнике хартия")
_RATIFY = frozenset({"ратифицировать", "ратифицироваться"})
_BREAK = words("денонсировать расторгнуть разорвать аннулировать")
#: «… в ряды | альянса», «… в | организацию»: a body by its kind at the end of a paper's name.
_BY_KIND = re.compile(r" в (?:ряды |состав )?(?:альянса?|организаци[юи]|блока?|союза?|объединени[ея]|содружеств[оа])$")
#: «Соглашение | с Чадом | о торговле»: a party that is told as a party.
_BESIDE = re.compile(r"^(treaty:[\w-]{1,30}(?: [\w-]{1,30})?) со? [\w-]{1,30} (об?о?|по) ")
_STATE = re.compile(r" (?:страны|государства|республики)$")
_SHORT = {
    "NATO": "НАТО", "EU": "ЕС", "WTO": "ВТО", "SCO": "ШОС", "CIS": "СНГ", "CSTO": "ОДКБ", "EAEU": "ЕАЭС", "UN": "ООН",
    "OSCE": "ОБСЕ", "BRICS": "БРИКС", "OPEC": "ОПЕК", "ASEAN": "АСЕАН",
}  # fmt: skip
_TOLD_BY = SIGN | _RATIFY | _BREAK | _ADOPT


def signatures(scene: Scene) -> Iterator[Mention | None]:
    """Signatures and what becomes of papers, in a sentence."""
    for at, clause, k in scene.having(_TOLD_BY):
        lemma, form = scene.lemma(k), verb_form(scene.sentence.tokens[k])
        if form and lemma in _TOLD_BY:
            yield from _signed(scene, at, clause, k)


def _type(lemma: str, who: Role) -> str:
    """What it is called; states that ratify join, their chambers vote on it."""
    if lemma in _RATIFY:
        voting = not who.actors or any(is_chamber(a.lemma) or ASSEMBLIES & set(a.ids) for a in who.actors)
        return "vote" if voting or any(a.kind == "person" for a in who.actors) else "accede"
    return "sign" if lemma in SIGN | _ADOPT else "break" if lemma == "разорвать" else "withdraw"


def _papers(scene: Scene, clause: Clause, k: int) -> tuple[list[Actor], float]:
    """The papers a verb is about: its object, what «который» or the participle describes."""
    inside = [
        a for a in scene.within(clause) if a.kind in _PAPER and not a.prep and (not a.after_noun or a.case == "Acc")
    ]
    tokens = scene.sentence.tokens
    if not inside and any(tokens[j].text.lower() == "не" for j in clause.tokens if k - 3 <= j < k):  # «устава не …»
        held = [a for a in scene.within(clause) if a.kind in _PAPER and not a.prep and a.case == "Gen"]
        inside = [a for a in held if not (a.first and tokens[a.first - 1].pos == "NOUN")]
        inside = inside or [a for a in held if a.first and scene.lemma(a.first - 2) in ("с", "со")][:1]
    if inside:
        return inside, 1.0
    if named := _signed_only(scene, clause, k):
        return named, 0.9
    if clause.kind in ("relative", "participle"):
        found = antecedent(scene, clause, _PAPER)
        return ([found], 0.95) if found else ([], 0.0)
    return [], 0.0


def _signed_only(scene: Scene, clause: Clause, k: int) -> list[Actor]:
    """What is a paper because it is signed: «подписали пакет соглашений», «заключили военный союз»."""
    tokens = scene.sentence.tokens
    passively = verb_form(tokens[k]) in ("short", "part")
    cases = ("Nom",) if passively else ("Acc", "Nom")
    for j in clause.tokens if not scene.sentence.lemmas.isdisjoint(SIGNED) else ():
        if tokens[j].lemma not in SIGNED or tokens[j].feats.get("Case") not in cases or abs(j - k) > 12:
            continue
        found = phrase_at(scene.sentence, scene.dates, j, SIGNED)
        if found is not None and led_by(tokens, found[0]) == "":
            first, last, name = found
            case = tokens[j].feats.get("Case", "")
            plural = tokens[j].feats.get("Number") == "Plur"
            return [Actor(first, last, j, case, "", (f"treaty:{name}",), tokens[j].lemma, "noun", "treaty", plural)]
    return []


def _told_in(scene: Scene, paper: Actor) -> Scene:
    """The sentence a paper is named in: for «документ» alone the one before."""
    earlier = scene.before is not None and paper.guessed and not any(paper.ids == a.ids for a in scene.actors)
    return scene.before if earlier and scene.before is not None else scene


def parties_within(scene: Scene, paper: Actor) -> list[Actor]:
    """Whom the paper's own name names as its parties: «договор с Китаем», «соглашение между А и Б», «… США и РФ»."""
    inside = [
        a
        for a in _told_in(scene, paper).actors
        if paper.head < a.first and a.last <= paper.last and a is not paper and a.kind in SIGNERS
    ]
    return [
        a
        for a in inside
        if a.prep in ("с", "между")
        or (a.first == paper.head + 1 and a.case == "Gen")
        or _chained_to_first(paper, a, inside)
    ]


def _swallowed(scene: Scene, paper: Actor) -> list[str]:
    """Parties inside a name the record knows as a whole: «соглашение об ассоциации с ЕС»."""
    out: list[str] = []
    scene = _told_in(scene, paper)
    held = {k for a in scene.actors if a is not paper for k in range(a.first, a.last + 1)}
    for k in range(paper.head + 2, paper.last + 1):
        token = scene.sentence.tokens[k]
        if k in held or scene.sentence.tokens[k - 1].text.lower() not in ("с", "со"):
            continue
        known = {e.id for e in index("ru").get(key(token.text), ()) if len(e.words) == 1 and e.form == "noun"}
        out += list(known) if len(known) == 1 and token.text[:1].isupper() else []
    return out


def _chained_to_first(paper: Actor, actor: Actor, inside: Sequence[Actor]) -> bool:
    return actor.chain >= 0 and any(
        a.chain == actor.chain and (a.first == paper.head + 1 or a.prep in ("с", "между")) for a in inside
    )


def spelled(scene: Scene, paper: Actor) -> str:
    """A paper's name with the body it means by its kind: «протокол о вступлении в альянс» is one on entering NATO."""
    name = _BESIDE.sub(r"\1 \2 ", paper.ids[0])
    found = _BY_KIND.search(name)
    if found is None:
        return name
    here: Scene | None = _told_in(scene, paper)
    for _ in range(3):
        if here is None:
            break
        told = {i for a in here.actors if a.kind in ("organization", "group") for i in a.ids if organizations.exists(i)}
        if told:
            word = _SHORT.get(told.pop(), "") if len(told) == 1 else ""
            return _STATE.sub("", name[: found.start()]) + f" в {word}" if word else name
        here = here.before
    return name


def _signed(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    papers, sure = _papers(scene, clause, k)
    adopted = scene.lemma(k) in _ADOPT
    papers = [p for p in papers if not adopted or p.lemma in _ADOPTED]
    papers = [known for p in papers for known in known_paper(scene, p)]
    if not papers:
        return
    form = verb_form(scene.sentence.tokens[k])
    by = form in ("short", "part") and (passive(scene, clause) or k != clause.predicate)
    if by:
        bound = next((j for j in clause.tokens if j > k and verb_form(scene.sentence.tokens[j])), k + 99)
        agents = [
            a
            for a in scene.within(clause)
            if a.kind in SIGNERS and a.case == "Ins" and not a.prep and a.form != "adjective" and a.head < bound
        ]
        who = Role(tuple(agents), 0.9)
        who = who if agents else after_talks(scene, clause, k)
    else:
        who = doer(scene, at, k, SIGNERS)
        who = who if who.actors else due(scene, clause) if form == "inf" else both_sides(scene, clause, k)
        who = who if who.actors else gathered(scene, clause, k)
    who = who if who.actors else we(scene, clause, k)
    beside = [
        a
        for a in obliques(scene, clause, ("с", "между"), SIGNERS)
        if a not in who.actors and not any(p.first <= a.first <= p.last for p in papers)
    ]
    lemma = scene.lemma(k)
    beside = beside if lemma in SIGN else []  # «расторгла заключённый | с Перу договор»: who it was with
    for paper in papers:
        named = parties_within(scene, paper) if lemma in SIGN else []
        if who.actors:  # «А и Б подписали договор ЕАЭС»: its name, not who signs
            named = [a for a in named if a.kind != "organization" or a.prep]
        source = signers([*who.actors, *beside, *named])
        source += [i for i in _swallowed(scene, paper) if i not in source] if lemma in SIGN and source else []
        several = len([i for i in source if not i.startswith("person:")]) > 1
        if adopted and not several and not any(a.kind in ("organization", "group") for a in who.actors):
            continue  # «парламент принял заявление»: of one alone it is no pact
        if not (can_tell(paper) or several) or (not source and not by):
            continue
        period, dated, date_span = when(scene, clause, k)
        if date_span is not None and lemma in _BREAK and scene.sentence.tokens[paper.last].end + 1 == date_span[0]:
            own = scene.text[slice(*date_span)]  # «денонсировала соглашение | 1993 года»: the paper's own
            period, date_span, paper = None, None, replace(paper, ids=(f"{paper.ids[0]} {own}",))
        modality = of_clause(scene, clause, k)
        factor = who.certainty if who.actors else 0.6
        confidence = certainty(scene, clause, [*who.actors, paper], factor, sure, dated, 0.9 if period else 0.8)
        confidence *= 1.0 if paper in scene.actors and len(paper.ids[0].split()) > 2 else 0.85
        parts: list[int | Actor] = [
            k,
            *(a for a in (paper, *who.actors) if a.head in clause.tokens and a in scene.actors),
        ]
        parts += _places(scene, clause)
        yield signed(
            scene,
            _type(lemma, who),
            source,
            paper,
            str(period) if period else None,
            stretch(scene, parts, date_span),
            modality,
            confidence,
        )


def _places(scene: Scene, clause: Clause) -> list[Actor]:
    """Where it was signed: kept in the anchor, so that whoever checks sees it."""
    return [
        a
        for a in scene.within(clause)
        if a.prep in ("в", "на") and a.case == "Loc" and (a.kind == "place" or a.form in ("capital", "noun"))
        and a.kind in ("place", "state")
    ]  # fmt: skip


def signers(actors: Sequence[Actor]) -> list[str]:
    """Whoever signs; a place signs through its head: «президент Х»."""
    told = [(a, i) for a in actors for i in a.ids if not i.startswith("treaty:")]
    return list(dict.fromkeys(i for a, i in told if not i.startswith("place:") or (a.kind == "person" and a.persons)))


def signed(
    scene: Scene,
    kind: str,
    source: list[str],
    paper: Actor,
    period: str | None,
    span: tuple[int, int],
    modality: Modality,
    sure: float,
) -> Mention | None:
    if kind != "sign" and not source:
        return None
    target = [spelled(scene, paper)]
    fields = {"kind": "event", "type": kind, "source": source, "target": target, "period": period}
    return mention(scene.bundle, fields, span, modality, sure if source else 0.4)
