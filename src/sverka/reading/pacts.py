"""What becomes of papers: who joins them, refuses them, and their signing as a noun tells it."""

from collections.abc import Iterator
from dataclasses import replace

from sverka.claims import Mention
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.context import pair_of
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, stretch
from sverka.reading.modality import of_clause, of_noun
from sverka.reading.papers import can_tell, known_paper
from sverka.reading.scenes import Scene
from sverka.reading.signatories import SIGNERS
from sverka.reading.signing import SIGN, parties_within, signed, signers
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_PAPER = frozenset({"treaty"})
_REFUSE = frozenset({"отказаться", "отказываться"})
_ACCEDE = frozenset({"присоединиться", "присоединяться", "примкнуть"})
_NOUNS = {"подписание": "sign", "заключение": "sign", "ратификация": "vote", "денонсация": "withdraw"}
_TOLD_BY = _REFUSE | _ACCEDE | _NOUNS.keys()
#: Papers of several, and what one told only by its date is worth.
_PACTS, _BY_DATE = words("договор соглашение договоренность декларация протокол меморандум конвенция заявление"), 0.35
_REACH = 7


def pacts(scene: Scene) -> Iterator[Mention | None]:
    """Accessions, refusals and signings told by a noun, in a sentence."""
    yield from _by_date(scene)
    for at, clause, k in scene.having(_TOLD_BY):
        lemma, form = scene.lemma(k), verb_form(scene.sentence.tokens[k])
        if form and lemma in _REFUSE:
            yield from _refused(scene, at, clause, k)
        elif form and lemma in _ACCEDE:
            yield from _acceded(scene, at, clause, k)
        elif lemma in _NOUNS and scene.sentence.tokens[k].pos == "NOUN":
            yield from _nominal(scene, at, clause, k)


def _by_date(scene: Scene) -> Iterator[Mention | None]:
    """«По договору 1965 года», «соглашение от 9 ноября»: a paper told by its date was signed then."""
    if _PACTS.isdisjoint(scene.sentence.lemmas) or not scene.dates:
        return
    tokens = scene.sentence.tokens
    for paper in scene.actors:
        at = paper.last + 1
        led = at < len(tokens) and tokens[at].text == "от"
        at += led
        if paper.lemma not in _PACTS or at >= len(tokens) or not (led or tokens[at].text[:4].isdigit()):
            continue
        found = next((d for d in scene.dates if d.start <= tokens[at].start < d.end), None)
        period = found.period if found is not None else None
        if found is None or period is None or period.is_open:
            continue
        if period.begins_after(scene.published):  # «соглашение от 9 ноября» told in May
            period = period.shift(years=-1)
        clause = scene.clauses[max(scene.clause_of(paper.head), 0)]
        joint = paper.lemma != "заявление" or "совместн" in paper.ids[0]
        if not joint or any(scene.lemma(j) in SIGN for j in clause.tokens):
            continue
        source = _sides_of(scene, paper)
        if source:
            written = scene.text[tokens[paper.last + 1].start : found.end]
            whole = replace(paper, ids=(f"{paper.ids[0]} {written}",)) if _bare(paper) else paper
            span = stretch(scene, [paper.head, paper.last], (found.start, found.end))
            yield signed(scene, "sign", source, whole, str(period), span, "asserted", _BY_DATE)


def _bare(paper: Actor) -> bool:
    """«Договор», «мирный договор»: nothing but its date tells what it is about."""
    return not {"о", "об", "по", "между", "с", "на"} & set(paper.ids[0].split())


def _sides_of(scene: Scene, paper: Actor) -> list[str]:
    """Whose paper it is: as its name tells, else the two states of the sentence or of the text."""
    named = signers(parties_within(scene, paper))
    if len(named) > 1:
        return named
    told = dict.fromkeys(i for a in scene.actors if a.kind in ("state", "person") for i in a.states if ":" not in i)
    return [*told] if len(told) == 2 else list(pair_of(scene.bundle))


def _refused(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«от договора Киев отказался»: no signature."""
    if any(scene.lemma(j) in SIGN for j in clause.tokens):
        return
    papers = [p for p in scene.within(clause) if p.kind in _PAPER and p.prep == "от" and can_tell(p)]
    who = subject(scene, at, SIGNERS)
    if papers and who.actors:
        period, dated, date_span = when(scene, clause, k)
        sure = certainty(scene, clause, list(who.actors), who.certainty, dated, 0.75)
        span = stretch(scene, [k, *who.actors], date_span)
        yield signed(
            scene, "sign", signers(who.actors), papers[0], str(period) if period else None, span, "denied", sure
        )


def _acceded(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    papers = [p for p in scene.within(clause) if p.kind in _PAPER and p.prep == "к"]
    papers = [known for p in papers for known in known_paper(scene, p) if can_tell(known)] or _meant(scene, clause)
    who = subject(scene, at, SIGNERS)
    if papers and who.actors:
        period, dated, date_span = when(scene, clause, k)
        sure = certainty(scene, clause, [*who.actors, papers[0]], who.certainty, dated, 0.95 if period else 0.85)
        yield signed(
            scene,
            "accede",
            signers(who.actors),
            papers[0],
            str(period) if period else None,
            stretch(scene, [k, papers[0], *who.actors], date_span),
            of_clause(scene, clause, k),
            sure,
        )


def _meant(scene: Scene, clause: Clause) -> list[Actor]:
    """«К нему присоединился»: the one paper the sentence before tells of."""
    tokens = scene.sentence.tokens
    said = any(tokens[j].text.lower() in ("нему", "ней") and scene.lemma(j - 1) == "к" for j in clause.tokens)
    told = [a for a in scene.actors if a.kind in _PAPER and a.last < min(clause.tokens)]
    told = told or [a for a in (scene.before.actors if scene.before else ()) if a.kind in _PAPER]
    told = [a for a in told if can_tell(a)]
    return [replace(told[0], guessed=True)] if said and len({a.ids for a in told}) == 1 else []


def _nominal(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«подписание договора о дружбе с Китаем»; the parties stand in its name, after it, or are those written of."""
    tokens = scene.sentence.tokens
    papers = [a for a in scene.actors if a.kind in _PAPER and k < a.first <= k + _REACH and can_tell(a)]
    paper = papers[0] if papers and papers[0].case in ("Gen", "") and not _parted(scene, k, papers[0]) else None
    if paper is None or of_noun(scene, k) == "hypothetical":
        return
    beside = [a for a in scene.actors if paper.last < a.first <= paper.last + _REACH and a.prep == "между"]
    chains = {a.chain for a in beside if a.chain >= 0}
    beside += [a for a in scene.actors if a.chain in chains and a not in beside]
    source = signers([*parties_within(scene, paper), *beside])
    factor = 0.65
    if not [i for i in source if not i.startswith("person:")][1:]:
        doing = [a for a in subject(scene, at, SIGNERS).actors if a.states and not set(a.states) & set(source)]
        pair = [] if source else list(pair_of(scene.bundle))
        missing = [i for a in doing[:1] for i in a.states] if source else pair
        source, factor = [*missing, *source], 0.4
    if not source:
        return
    period, dated, date_span = when(scene, clause, k)
    last = max([paper.last, *(a.last for a in beside)])
    if date_span is not None and not k - 4 <= scene.sentence.index_at(date_span[0]) <= last + 3:
        period, dated, date_span = None, 1.0, None
    told, prior = of_noun(scene, k), tokens[k - 1].text.lower() if k else ""
    yield signed(
        scene,
        _NOUNS[scene.lemma(k)],
        source,
        paper,
        str(period) if period else None,
        stretch(scene, [k, paper, *beside], date_span),
        "planned" if prior == "для" and told == "asserted" else told,
        factor * dated,
    )


def _parted(scene: Scene, k: int, paper: Actor) -> bool:
    """Whether a verb or a sign that opens something else stands between the noun and its paper."""
    between = scene.sentence.tokens[k + 1 : paper.first]
    return any(verb_form(t) in ("fin", "short") or t.text in ",;:.()–—" for t in between)
