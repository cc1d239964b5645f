"""Bases abroad: who opens or keeps one in whose country, who gives it back, who shuts it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.claims import Mention
from sverka.claims.vocabulary import Modality
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.deed_agents import DOERS
from sverka.reading.deeds import stated
from sverka.reading.drafts import certainty, stretch
from sverka.reading.modality import of_clause
from sverka.reading.others import opposite
from sverka.reading.phrases import FORCES
from sverka.reading.places import host_of
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_BASES = words("база авиабаза гарнизон военбаза аэродром")
#: Of these the stay in a country is prolonged, too.
_KEPT = _BASES | words("флот контингент войско присутствие группировка")
_GIVING = words("передать передавать вернуть возвращать возвратить отдать отдавать сдать сдавать уступить")
_SHUTTING = words(
    """закрыть закрывать закрыться закрываться ликвидировать ликвидироваться упразднить эвакуировать свернуть вывести
    выводить прекратить прекращать освободить освобождать оставить покинуть покидать лишиться потерять"""
)
_OPENING = words("открыть открывать создать создавать построить строить получить получать основать обустроить")
_PROLONGING = words("продлить продлевать продлеваться оставлять оставить сохранить держать остаться оставаться")
#: Whose base that is which a verb without an owner is about: the subject's own.
_OWN = words("свой собственный")
_PLACES = frozenset({"state", "place"})
_TOLD_BY = _GIVING | _SHUTTING | _OPENING | _PROLONGING
_SURE, _UNSURE = 0.85, 0.6


def bases(scene: Scene) -> Iterator[Mention | None]:
    """What becomes of bases abroad, in a sentence."""
    if scene.sentence.lemmas.isdisjoint(_KEPT) and scene.sentence.lemmas.isdisjoint(_GIVING):
        return
    for at, clause, k in scene.having(_TOLD_BY):
        if not verb_form(scene.sentence.tokens[k]):
            continue
        lemma = scene.lemma(k)
        thing = _base(scene, clause, k, _KEPT if lemma in _PROLONGING else _BASES)
        if lemma in _GIVING:
            yield _given(scene, at, clause, k, thing)
        elif thing >= 0 and lemma in _PROLONGING and (until := _until(scene, clause)) is not None:
            yield _told(scene, clause, k, thing, "deploy", Role(), until)
        elif thing >= 0 and lemma in _SHUTTING:
            yield _told(scene, clause, k, thing, "withdraw", subject(scene, at, DOERS))
        elif thing >= 0 and lemma in _OPENING and scene.sentence.tokens[thing].feats.get("Case") == "Acc":
            yield _told(scene, clause, k, thing, "deploy", subject(scene, at, DOERS))


def _base(scene: Scene, clause: Clause, k: int, nouns: frozenset[str]) -> int:
    """The base a verb is about: its subject or object, or what is prolonged of it; -1 for none."""
    tokens = scene.sentence.tokens
    found = [j for j in clause.tokens if tokens[j].lemma in nouns and tokens[j].pos in ("NOUN", "PROPN")]
    direct = [j for j in found if tokens[j].feats.get("Case") in ("Nom", "Acc")]
    owned = [j for j in found if tokens[j].feats.get("Case") == "Gen" and _part_of(scene, j)]
    return min(direct or owned, key=lambda j: abs(j - k), default=-1)


def _part_of(scene: Scene, j: int) -> bool:
    """«Пребывание | российской базы», «работу | базы», «срок аренды | базы»."""
    before = {scene.lemma(i) for i in range(max(0, j - 3), j)}
    return not before.isdisjoint(words("пребывание нахождение работа деятельность аренда присутствие срок последний"))


def _hosts(scene: Scene, clause: Clause, thing: int) -> list[Actor]:
    """Where it lies: the place after it, or the one the clause tells."""
    inside = [a for a in scene.within(clause) if a.kind in _PLACES and a.prep in ("в", "на") and a.form != "adjective"]
    inside = [a for a in inside if a.case in ("Loc", "")]
    near = [a for a in inside if thing < a.first <= thing + 4]
    return (near or inside)[:1]


def _owners(scene: Scene, thing: int) -> list[Actor]:
    """Whose it is: «американская база», «база США»."""
    adjective = [a for a in scene.actors if a.form in ("adjective", "noun") and a.head == thing and a.kind == "state"]
    after = [a for a in scene.actors if a.first == thing + 1 and a.case == "Gen" and not a.prep and a.kind in DOERS]
    return (adjective or [a for a in after if a.kind in ("state", "organization", "group")])[:1]


def _until(scene: Scene, clause: Clause) -> str | None:
    """«До 2042 года»: from the year of the text to then."""
    held = set(clause.tokens)
    for found in scene.dates:
        end = found.period.end if found.period is not None else None
        ahead = scene.published is not None and end is not None and end > scene.published
        if found.relation == "until" and ahead and scene.sentence.index_at(found.start) in held:
            assert scene.published is not None and end is not None
            return f"{scene.published.year}/{end.year}"
    return None


def _told(
    scene: Scene, clause: Clause, k: int, thing: int, kind: str, who: Role, until: str | None = None
) -> Mention | None:
    hosts = _hosts(scene, clause, thing)
    owners = _owners(scene, thing)
    own = any(scene.lemma(j) in _OWN for j in range(max(0, thing - 3), thing))
    doing = [a for a in who.actors if a.states and a.head != thing]
    if not owners and doing and (own or kind == "deploy" or hosts):
        owners = [a for a in doing if not hosts or not set(a.states) & set(hosts[0].states)]
    elif owners and not hosts:  # «Чили закрыла | американскую базу»: whose land it is shuts it
        hosts = [a for a in doing if a.kind == "state" and not set(a.states) & set(owners[0].states)][:1]
    if until is not None and not owners and hosts:  # «продлевает пребывание 5-й базы в Чаде»: the other state's
        other = opposite(scene, hosts[0].states, "deploy", acting=False)
        owners = [replace(hosts[0], ids=(other,), form="noun", guessed=True, first=-1, last=-1)] if other else []
    if not hosts or not owners or (hosts[0].kind == "place" and not _lies_in(scene, hosts[0])):
        return None
    period, dated, span = when(scene, clause, k)
    told = until or (str(period) if period is not None and not period.is_open else None)
    sure = certainty(scene, clause, [*owners, *hosts], dated, _UNSURE if until else _SURE)
    modality: Modality = "planned" if until else of_clause(scene, clause, k)
    return stated(
        scene, "deploy" if kind == "deploy" else "withdraw", _states_only(owners), hosts, told,
        stretch(scene, [k, thing, *hosts], span), modality, sure,
    )  # fmt: skip


def _lies_in(scene: Scene, host: Actor) -> bool:
    """Whether a place is in one state: a town, not «Центральная Азия»."""
    return any(not i.startswith("place:") for i in host_of(scene, host))


def _given(scene: Scene, at: int, clause: Clause, k: int, thing: int) -> Mention | None:
    """«США передали Чили свою базу», «американские военные передали „Лос“ властям Чили»: to whose land it is."""
    who = subject(scene, at, DOERS)
    given = [a for a in who.actors if a.states and (thing >= 0 or a.lemma in FORCES)]
    to = [a for a in scene.within(clause) if a.kind == "state" and not a.prep and a.case == "Dat"]
    to = [a for a in to if not any(set(a.states) & set(g.states) for g in given)]
    if not given or len(to) != 1:
        return None
    period, dated, span = when(scene, clause, k)
    sure = certainty(scene, clause, [*given, *to], who.certainty, dated, _SURE)
    told = str(period) if period is not None and not period.is_open else None
    return stated(
        scene, "withdraw", _states_only(given), to, told,
        stretch(scene, [k, *given, *to, *([thing] if thing >= 0 else [])], span), of_clause(scene, clause, k), sure,
    )  # fmt: skip


def _states_only(found: Sequence[Actor]) -> list[Actor]:
    return [a for a in found if a.states][:1]
