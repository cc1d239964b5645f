"""Memberships told by what only members or candidates do: «председательствует в союзе», «подала заявку», «ввела евро».

Who presides over a body belongs to it; who has applied or is invited is a candidate; who pays in euros is in the euro
area. An application or an invitation that names no body is to the one spoken of, where the text speaks of joining.
"""

from collections.abc import Iterator, Sequence

from sverka.claims import Mention
from sverka.reading.anaphora import antecedent
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import starting, when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.joinable import fields
from sverka.reading.modality import denied, of_clause
from sverka.reading.regions import members_of
from sverka.reading.scenes import STATES, Scene
from sverka.reading.spoken_bodies import Meant, body_from, spoken_of
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_PRESIDE = words("председательствовать сопредседательствовать председательствующий председательство")
_TAKE = words(
    """принять принимать получить получать взять передать занять начать начинать осуществлять исполнять завершить
    завершать закончить перенять унаследовать нести сдать"""
)
_PAPER = words("заявка заявление прошение приглашение")
_APPLY = words("подать подавать направить направлять внести вручить")
_GET = words("получить получать принять дождаться")
#: What makes an application or an invitation one to join.
_JOINING = words(
    """вступление вступить вступать членство член расширение присоединение присоединиться прием приём кандидат
    расшириться пополнение расширяться расширять расширить"""
)
#: Behind the noun these say what else is applied for, or whereto one is asked.
_ELSEWHERE = words("на о об из от по в к ко посетить принять выступить приехать участвовать")
_EURO, _INTO_EURO = "евро", words("ввести вводить принять принимать")
_CHANGE = words("перейти переходить")
_EURO_AREA = "org:Еврозона"
_KNOCK = words("стучаться постучаться")
_DOORS = words("дверь ворота")
_TRIGGERS = _PRESIDE | _PAPER | _KNOCK | {_EURO}
#: Bodies whose seat of the chair goes round among those who are elected to it.
_ELECTED = frozenset({"UNSC", "UNGA", "UN"})
_SURE, _OPEN, _LOOSE = 0.85, 0.7, 0.6


def bearing(scene: Scene) -> Iterator[Mention | None]:
    """Every membership told by a chair held, an application made, an invitation got, the euro brought in."""
    for at, clause, k in scene.having(_TRIGGERS):
        lemma = scene.lemma(k)
        if lemma in _PRESIDE:
            yield from _presiding(scene, at, clause, k)
        elif lemma in _PAPER:
            yield from _asked(scene, at, clause, k)
        elif lemma in _KNOCK:
            yield from _knocking(scene, at, clause, k)
        else:
            yield from _paying(scene, at, clause, k)


def _subjects(scene: Scene, at: int, clause: Clause) -> tuple[list[Actor], float]:
    """The states a clause is of; of a participle those it stands behind."""
    role = subject(scene, at, STATES)
    found = [a for a in role.actors if a.kind == "state"]
    if not found and clause.kind in ("participle", "relative"):
        described = antecedent(scene, clause, STATES)
        return ([described], 0.85) if described is not None else ([], 0.0)
    return found, role.certainty


def _presiding(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Литва председательствует в союзе», «приняла председательство в Х», «бельгийское председательство в Х»."""
    tokens = scene.sentence.tokens
    noun = scene.lemma(k) == "председательство"
    who, sure = _owners(scene, k) if noun else ([], 0.9)
    after = max((a.last for a in who), default=k) + 1
    later = (j for j in range(after, min(after + 6, len(tokens) - 1)) if tokens[j].text.lower() in ("в", "во"))
    meant = next((m for j in later if (m := body_from(scene, j + 1)) is not None), None)
    if meant is None or meant.body.ids[0] in _ELECTED:
        return
    if any(tokens[j].text in ",;()–—" for j in range(k, meant.last)):
        return
    if not who:
        if noun and (clause.predicate < 0 or scene.lemma(clause.predicate) not in _TAKE):
            return
        who, sure = _subjects(scene, at, clause)
    parts = [k, meant.last] if not noun or clause.predicate < 0 else [clause.predicate, k, meant.last]
    yield from _told(scene, clause, parts, who, meant, "member", _SURE * sure)


def _owners(scene: Scene, k: int) -> tuple[list[Actor], float]:
    """Whose a noun is: the adjective before it or the genitive behind it."""
    found = [
        a
        for a in scene.actors
        if a.kind == "state"
        and ((a.first == k + 1 and a.case == "Gen" and not a.prep) or (a.head == k and a.form == "adjective"))
    ]
    return found, 0.9


def _asked(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Швеция, подавшая заявку», «получили приглашение»: to the body the text speaks of joining."""
    tokens = scene.sentence.tokens
    verbs = _GET if scene.lemma(k) == "приглашение" else _APPLY
    verb = next((j for j in clause.tokens if scene.lemma(j) in verbs and verb_form(tokens[j])), -1)
    if verb < 0 or denied(scene, clause, verb) or not _alone(scene, k) or not _of_joining(scene):
        return
    found = spoken_of(scene, k)
    if found is None:
        return
    who, sure = _subjects(scene, at, clause)
    meant = Meant(found[0], found[1], k, False)
    yield from _told(scene, clause, [verb, k], who, meant, "candidate", _OPEN * sure, dated=verb)


def _alone(scene: Scene, k: int) -> bool:
    """Whether nothing behind a paper says what it is for; a date may follow."""
    tokens = scene.sentence.tokens
    if k + 1 >= len(tokens) or tokens[k + 1].lemma not in _ELSEWHERE:
        return k + 1 >= len(tokens) or tokens[k + 1].feats.get("Case") != "Gen" or tokens[k + 1].pos != "NOUN"
    told = any(d.start <= tokens[k + 2].start < d.end for d in scene.dates) if k + 2 < len(tokens) else False
    return told or scene.lemma(k + 2) == "один"  # «в один день с соседкой»


def _of_joining(scene: Scene) -> bool:
    """Whether the sentence or the two before it speak of joining."""
    here: Scene | None = scene
    for _ in range(3):
        if here is None:
            return False
        if not _JOINING.isdisjoint(here.sentence.lemmas):
            return True
        here = here.before
    return False


def _knocking(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Стучится в двери Х»: outside, and would be in."""
    tokens = scene.sentence.tokens
    doors = next((j for j in range(k + 1, min(k + 5, len(tokens))) if tokens[j].lemma in _DOORS), -1)
    meant = body_from(scene, doors + 1) if doors > 0 else None
    if meant is not None and verb_form(tokens[k]):
        who, sure = _subjects(scene, at, clause)
        yield from _told(scene, clause, [k, meant.last], who, meant, "candidate", _OPEN * sure)


def _paying(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    """«Литва перешла на евро», «Хорватия ввела евро»: joined the euro area."""
    tokens = scene.sentence.tokens
    before = k - 1
    onto = tokens[before].text.lower() == "на" if k else False
    verbs = _CHANGE if onto else _INTO_EURO
    verb = next((j for j in clause.tokens if scene.lemma(j) in verbs and verb_form(tokens[j])), -1)
    if verb < 0 or (k and (tokens[before].pos == "NUM" or tokens[before].text[-1:].isdigit())):
        return
    if not onto and (tokens[k].feats.get("Case") not in ("Acc", "Nom", None) or not _near(verb, k)):
        return
    who, sure = _subjects(scene, at, clause)
    body = Actor(k, k, k, "", "", (_EURO_AREA,), _EURO, "noun", "organization")
    meant = Meant(body, 1.0, k, False)
    yield from _told(scene, clause, [verb, k], who, meant, "joined", _OPEN * sure, dated=verb)


def _near(verb: int, k: int) -> bool:
    return abs(verb - k) <= 3


def _told(
    scene: Scene,
    clause: Clause,
    parts: Sequence[int],
    who: Sequence[Actor],
    meant: Meant,
    status: str,
    sure: float,
    dated: int = -1,
) -> Iterator[Mention | None]:
    """One mention for each state, dated where the words tell a beginning."""
    modality = of_clause(scene, clause) if clause.predicate >= 0 else "asserted"
    if modality == "denied":
        return
    period, known, span_of_date = when(scene, clause, dated) if dated >= 0 else (None, 1.0, None)
    if period is not None and period.is_open:
        period = starting(period)
    inside: list[int | Actor] = [*parts, *who]
    span = stretch(scene, inside, span_of_date)
    for actor in who:
        for state in (s for s in members_of(actor) if s != meant.body.ids[0]):
            grade = certainty(scene, clause, [actor], sure, meant.sure, known)
            yield mention(scene.bundle, fields(state, meant.body, status, period), span, modality, grade)
