"""Memberships said by nouns: «член Y», «наблюдатель при Y», «вступление X в Y», «британский выход из ЕС»."""

from collections.abc import Iterator
from dataclasses import replace

from sverka.claims import Mention
from sverka.reading.anaphora import antecedent, referred
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import starting, when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.joinable import fields, joinable
from sverka.reading.membership_terms import TELL
from sverka.reading.membership_undone import befallen, of_paper, outside_still, sought, will_be, yet_to_be
from sverka.reading.modality import denied, of_clause, of_noun
from sverka.reading.scenes import BODIES, STATES, Scene
from sverka.reading.spoken_bodies import COMMON, body_from
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_STATUS_NOUNS = {
    "член": "member",
    "участник": "member",
    "участница": "member",
    "наблюдатель": "observer",
    "кандидат": "candidate",
    "партнер": "associate",
}
_FOUNDERS = words("учредитель основатель сооснователь исток")
#: How the lemmas end that `titular` reads, and those that `nominal` reads: other sentences need no look.
TITLES = (*_STATUS_NOUNS, *_FOUNDERS)
_ENTRY = words("вступление присоединение вхождение прием принятие возвращение")
_EXIT = frozenset({"выход", "исключение", "уход", "расставание"})
NOUNS = _ENTRY | _EXIT | {"членство"}
#: Prepositions that keep a noun from being said of the subject.
_ASIDE = words("с со для от к ко между против о об по перед через")
#: What an entry or exit that is only talked of is worth.
DEBATED = 0.55
#: What an entry is worth of which only the calendar says that it is yet to come: others would call it planned.
_AHEAD = 0.7
_DEBATES = words(
    "вопрос референдум голосование идея перспектива возможность дебаты спор дискуссия последствие сторонник"
)
#: «Из членов Х А …».
_AMONG = 0.62
_CEASE = words("перестать переставать")
_BECOME, _BE, _GET = (
    frozenset({"стать", "становиться", "сделаться"}),
    frozenset({"являться", "быть", "оставаться", "остаться"}),
    frozenset({"получить", "обрести", "приобрести", "иметь"}),
)
_SEATED = words("избрать избирать избираться заседать числиться значиться считаться состоять выбрать переизбрать")
_ABOUT = words(
    """поддержать поддерживать обсудить обсуждать одобрить приветствовать блокировать заблокировать тормозить
    хотеть желать добиваться добиться опасаться бояться ожидать ждать предусматривать планировать готовить
    проголосовать голосовать выступать выступить агитировать ускорить обещать пообещать требовать потребовать
    предложить предлагать допустить исключить отвергнуть"""
)
_JUDGED = (
    "неизбеж", "невозмож", "исключен", "немысл", "бессмыслен", "маловероят", "нереал", "неминуем", "необходим",
    "желател", "нежелател", "преждевремен", "предреш", "целесообраз", "недопустим", "возмож", "вероят",
)  # fmt: skip


def titular(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«X – член Y», «стал наблюдателем при Y», «получил статус кандидата», «одним из учредителей Y был X»."""
    tokens = scene.sentence.tokens
    lemmas: set[str] = set()
    for k in clause.tokens:
        if not tokens[k].lemma.endswith(TITLES):
            continue
        lemmas = lemmas or {tokens[j].lemma for j in clause.tokens}
        noun = tokens[k].lemma.rpartition("-")[2] if "-" in tokens[k].lemma else tokens[k].lemma
        founders = noun in _FOUNDERS
        if (noun not in _STATUS_NOUNS and not founders) or (
            noun == "партнер" and "диалог" not in {scene.lemma(j) for j in range(k + 2, k + 5)}
        ):
            continue
        body = next((a for a in scene.actors if joinable(a) and k < a.first <= k + 4 and _reaches(scene, k, a)), None)
        if body is None and tokens[k].lemma.endswith("-член"):  # «государство-член Х», read as a title
            titled = next((a for a in scene.actors if a.first == k < a.last and not a.plural), None)
            body = replace(titled, kind="organization") if titled is not None else None
            body = body if body is not None and joinable(body) else None
        led = _led(scene, k)
        if led in _ASIDE:
            continue
        sure = _AMONG if led in ("из", "среди") and not _one_of(scene, k) else 1.0
        if body is None and clause.kind == "relative" and scene.lemma(k + 1) == "который":
            body = antecedent(scene, clause, BODIES)  # «НАТО, членом которого является Турция»
            body = body if body is not None and joinable(body) else None
        spoken = None
        if body is None and not founders:  # «участниками организации», «наблюдателем при союзе»
            after = k + 1 + (scene.lemma(k + 1) in ("при", "в"))
            spoken = body_from(scene, after) if scene.lemma(after) in COMMON else None
        if spoken is not None and not spoken.named and joinable(spoken.body):
            body, sure = spoken.body, spoken.sure
        if body is None and founders and k and tokens[k - 1].text.lower() in ("его", "ее", "её", "их"):
            gender = {"его": "Neut", "ее": "Fem", "её": "Fem"}.get(tokens[k - 1].text.lower(), "Plur")
            role = referred(scene, clause, gender, BODIES)
            if not role.actors and gender == "Neut":
                role = referred(scene, clause, "Masc", BODIES)
            body, sure = (role.actors[0] if role.actors and joinable(role.actors[0]) else None), role.certainty
        if body is None or (tokens[k].text[:1].isupper() and k):
            continue
        status = "member" if founders else _STATUS_NOUNS[noun]
        if (k and tokens[k - 1].lemma == "ассоциированный") or noun == "партнер":
            status = "associate"
        yield from _held(scene, at, clause, k, status, body, lemmas, sure)


def _led(scene: Scene, k: int) -> str:
    """The preposition that rules a noun, over numbers and adjectives; "" for none."""
    tokens, at = scene.sentence.tokens, k - 1
    while at >= 0 and tokens[at].pos in ("NUM", "ADJ", "DET"):
        at -= 1
    return tokens[at].text.lower() if at >= 0 and tokens[at].pos == "ADP" else ""


def _one_of(scene: Scene, k: int) -> bool:
    """«Один из членов Х» is a predicate; «из членов Х А …» tells of A in passing."""
    tokens, at = scene.sentence.tokens, k - 1
    while at > 0 and tokens[at].pos != "ADP":
        at -= 1
    return scene.lemma(at - 1) == "один"


def _reaches(scene: Scene, k: int, body: Actor) -> bool:
    """Only prepositions, adjectives and the like between a status and its organization."""
    return all(
        scene.sentence.tokens[j].pos in ("ADJ", "ADP", "DET")
        or scene.lemma(j) in ("вступление", "член", "группа", "организация", "прием", "диалог")
        for j in range(k + 1, body.first)
    )


def _held(
    scene: Scene, at: int, clause: Clause, k: int, status: str, body: Actor, lemmas: set[str], sure: float
) -> Iterator[Mention | None]:
    own = _apposed(scene, k)
    if own is not None:
        for one in [body] if body.chain < 0 else [a for a in scene.actors if a.chain == body.chain and joinable(a)]:
            said = fields(own.states[0], one, status, None)
            span = stretch(scene, [own, k, one])
            yield mention(scene.bundle, said, span, "asserted", certainty(scene, clause, [], 0.85, sure))
        return
    role = subject(scene, at, STATES)
    linked = clause.predicate < 0 or lemmas & (
        _BECOME | _BE | _GET | {"стоять", "выступить", "выступать", "коий", "признать", "назвать"} | _SEATED
    )
    members = [a for a in role.actors if a.kind == "state"]
    if not members or not (linked or sure == _AMONG):
        return
    if status == "member" and lemmas & _BECOME:
        status = "joined"
    if lemmas & _CEASE:
        status = "left"  # «перестала быть членом Х»
    period, dated, date_span = when(scene, clause, k)
    negated = (clause.predicate >= 0 and denied(scene, clause, clause.predicate)) or _not_one(scene, k)
    if sure == _AMONG:
        negated = False  # «из основателей Х А одна не имеет армии»: what is denied is something else
    becoming = (
        j for j in clause.tokens if scene.lemma(j) in _BECOME | _GET and verb_form(scene.sentence.tokens[j]) == "inf"
    )
    modality = of_clause(scene, clause, next(becoming, -1)) if clause.predicate >= 0 and sure != _AMONG else "asserted"
    if negated and status in ("member", "joined"):
        modality = "asserted"
        status = "left" if period is not None and period.is_open else "none"
    if period is not None and period.is_open and status in ("left", "joined", "member"):
        status, period = "joined" if status == "member" else status, starting(period)
    for actor in members:
        for state in actor.states:
            said = fields(state, body, status, period)
            span = stretch(scene, [k, body], date_span)
            yield mention(
                scene.bundle, said, span, modality, certainty(scene, clause, [actor], role.certainty, dated, sure)
            )


def _not_one(scene: Scene, k: int) -> bool:
    """«Не член Х», «не постоянный член Х», «не являющаяся членом Х»: the noun itself is denied."""
    tokens, at = scene.sentence.tokens, k - 1
    while at > 0 and (tokens[at].pos == "ADJ" or verb_form(tokens[at]) == "part"):
        at -= 1
    return at >= 0 and tokens[at].text.lower() == "не"


def _apposed(scene: Scene, k: int) -> Actor | None:
    """The state right before «(член БРИКС)», «, член НАТО,» in the same case."""
    tokens = scene.sentence.tokens
    first = k
    while first and tokens[first - 1].pos == "ADJ":
        first -= 1
    one = first > 1 and tokens[first - 1].lemma == "из" and tokens[first - 2].lemma == "один"
    first -= 2 if one else 0  # «А, один из членов Х»
    if first < 2 or tokens[first - 1].text not in ("(", ","):
        return None
    said = tokens[first if one else k]
    if said.feats.get("Number") == "Plur":
        return None
    actor = next((a for a in scene.actors if a.last == first - 2 and a.kind == "state" and a.form == "noun"), None)
    if actor is None or (actor.chain >= 0 and tokens[first - 1].text == ","):
        return None
    return actor if tokens[actor.head].feats.get("Case") == said.feats.get("Case") else None


def nominal(scene: Scene, clause: Clause) -> Iterator[Mention | None]:
    """«вступление Казахстана в ВТО», «британский выход из ЕС», «членство Турции в НАТО»."""
    tokens = scene.sentence.tokens
    for k in clause.tokens:
        lemma = tokens[k].lemma
        if lemma not in NOUNS or tokens[k].pos != "NOUN":
            continue
        status = "joined" if lemma in _ENTRY else "left" if lemma in _EXIT else "member" if lemma == "членство" else ""
        if not status:
            continue
        if scene.lemma(k - 2) == "заявка" or of_paper(scene, k):
            continue  # what is applied for is told as such
        what = befallen(scene, clause, k) if status == "member" else ""
        if what not in ("", "restored"):
            continue  # what has ended is told as such, of the rest nothing is told
        status = "joined" if what else status
        preps = ("из", "с") if status == "left" else ("в", "к")
        body = next((a for a in scene.actors if joinable(a) and k < a.first <= k + 9 and a.prep in preps), None)
        owner = next(
            (a for a in scene.actors if a.first == k + 1 and a.case == "Gen" and a.kind == "state" and not a.prep), None
        )
        if owner is None:
            owner = next((a for a in scene.actors if a.head == k and a.form == "adjective"), None)
        announced = clause.predicate >= 0 and scene.lemma(clause.predicate) in TELL  # by its subject, as its own
        if owner is None and body is not None and status != "member" and not announced:
            owner = _topic(scene, k, body)
        if body is None or owner is None or not owner.states or _judged(scene, clause):
            continue
        last = max([owner.last, *(a.last for a in scene.actors if a.chain == owner.chain >= 0 and a.last < body.first)])
        between = [tokens[j].text for j in range(last + 1, body.first)]
        if any(sign in between for sign in ",;:–—()"):
            continue
        period, dated, date_span = when(scene, clause, k)
        if date_span is not None and not 0 <= date_span[0] - tokens[body.last].end <= 12:
            period, date_span, dated = None, None, 1.0
        modality = of_noun(scene, k)
        if modality == "asserted" and clause.predicate >= 0 and scene.lemma(clause.predicate) in _ABOUT:
            modality = "hypothetical"  # «поддержал вступление Х в Y» does not say that X is in
        if modality == "asserted" and status != "member":
            expected = yet_to_be(scene, k) or will_be(scene, clause, k)
            modality = "planned" if expected else "hypothetical" if debated(scene, k) else modality
        seeking = status == "joined" and sought(scene, clause, k)
        if seeking and modality != "denied":
            status, modality = "candidate", "asserted"
        owners = [owner] if owner.chain < 0 else [a for a in scene.actors if a.chain == owner.chain and a.states]
        span = stretch(scene, [owner, k, body], date_span)
        for whose in owners:
            state = whose.states[0]
            ahead = (status, modality, period) == ("joined", "asserted", None) and outside_still(
                scene, state, body.ids[0]
            )
            said = fields(state, body, "candidate" if ahead else status, period)
            sure = (0.8 if seeking else 0.7 if modality == "planned" else 0.9) * dated * (0.6 if owner.guessed else 1.0)
            sure *= _AHEAD if ahead else 1.0
            sure *= DEBATED if modality == "hypothetical" or (debated(scene, k) and not seeking) else 1.0
            yield mention(scene.bundle, said, span, modality, sure)


def debated(scene: Scene, k: int) -> bool:
    """«Против вступления А в Х», «референдум о выходе», «вопрос о приёме»: nothing is said to happen."""
    before = [scene.lemma(j) for j in range(max(0, k - 3), k)]
    return before[-1:] in (["против"], ["за"]) or bool(set(before) & _DEBATES)


def _judged(scene: Scene, clause: Clause) -> bool:
    """«возвращение в СНГ неизбежно», «вступление исключено»: a judgement, no event."""
    said = {scene.sentence.tokens[j].text.lower().replace("ё", "е") for j in clause.tokens}
    return any(word.startswith(_JUDGED) and not word.endswith(("ый", "ая", "ого", "ой", "ые", "ых")) for word in said)


def _topic(scene: Scene, k: int, body: Actor) -> Actor | None:
    """«Выход из СНГ в августе 2008-го»: of the state the text is about, where a date follows and nobody is named."""
    if (
        scene.home is None
        or body.first > k + 3
        or _led(scene, k) == "на"  # «кандидат на вступление»
        or any(a.kind == "state" and a.ids != (scene.home,) for a in scene.actors)
    ):
        return None
    end = scene.sentence.tokens[body.last].end
    if not any(0 <= d.start - end <= 6 for d in scene.dates):
        return None
    return Actor(k, k, k, "Gen", "", (scene.home,), "", "pronoun", "state", guessed=True)
