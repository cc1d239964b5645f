"""Beginnings told without a word of founding: «заработал», «существует с», «провозгласил независимость», «годовщина».

A body begins when it sets to work, a state when it becomes independent; an anniversary counts back to either.
"""

from collections.abc import Iterator

from sverka.claims import Mention, Period
from sverka.reading.ages import aged
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import moved, starting, when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.scenes import STATES, Scene
from sverka.reading.superlative_words import ordinal
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_SET_TO_WORK = words("заработать запуститься стартовать открыться")
_BEGIN, _WORK = words("начать начинать"), words("работа деятельность существование действовать работать существовать")
_SINCE = words("существовать действовать работать функционировать")
_GAIN = words(
    """провозгласить провозглашать объявить объявлять обрести обретать получить получать завоевать добиться
    восстановить вернуть"""
)
_FREEDOM = words("независимость самостоятельность суверенитет государственность")
_PROCLAIM = words("провозгласить создать образовать основать учредить")
_TELL = words("объявить объявлять заявить сообщить договориться")
_MAKING = words("создание образование учреждение формирование запуск основание")
_FREE = words("независимый суверенный самостоятельный")
_BECOME = words("стать становиться")
_YEARS = words("год лет")
_FEASTS = words("годовщина юбилей")
#: A sentence without any of these tells of no beginning here.
BEGUN = _SET_TO_WORK | _BEGIN | _SINCE | _GAIN | _TELL | _PROCLAIM | _BECOME | _YEARS | _FEASTS
_ORGANIZED = frozenset({"organization"})


def begun(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """Foundings of a clause told by work begun, independence, announcement or a counted anniversary."""
    verb = clause.predicate
    if verb >= 0:
        lemma = scene.lemma(verb)
        if lemma in _SET_TO_WORK or lemma in _BEGIN or lemma in _SINCE:
            yield from _working(scene, at, clause)
        if lemma in _GAIN:
            yield from _independent(scene, at, clause)
        if lemma in _TELL:
            yield from _announced(scene, clause)
        if lemma in _PROCLAIM or lemma == "объявить":
            yield from _set_up(scene, clause)
        if lemma in _BECOME:
            yield from _freed(scene, at, clause)
        yield from _gained(scene, clause)
        yield from _made(scene, at, clause)
    if not scene.sentence.lemmas.isdisjoint(_YEARS):
        yield from aged(scene, at, clause)
    for k in clause.tokens:
        if scene.lemma(k) in _FEASTS:
            yield from _feast(scene, k)


def _mention(
    scene: Scene, what: str, period: Period, span: tuple[int, int], modality: str, sure: float
) -> Mention | None:
    data = {"kind": "founding", "what": what, "period": str(starting(period))}
    return mention(scene.bundle, data, span, "planned" if modality == "planned" else "asserted", sure)


def _working(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«ЕАЭС заработал 1 января 2015 года», «АСЕАН существует с 1967 года»: of bodies only."""
    verb = clause.predicate
    lemma, near = scene.lemma(verb), {scene.lemma(j) for j in range(verb + 1, verb + 4)}
    if lemma in _BEGIN and not near & _WORK:
        return
    period, dated, span = when(scene, clause, verb)
    since = period is not None and period.is_open and period.last is None
    modality = of_clause(scene, clause)
    if period is None or span is None or since != (lemma in _SINCE) or modality not in ("asserted", "planned"):
        return
    who = [a for a in subject(scene, at, _ORGANIZED).actors if a.kind == "organization"]
    if len(who) == 1:
        sure = certainty(scene, clause, who, 0.8, dated)
        yield _mention(scene, who[0].ids[0], period, stretch(scene, [verb, who[0]], span), modality, sure)


def _independent(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«Южный Судан провозгласил независимость 9 июля 2011 года», «Косово объявило о независимости»."""
    verb = clause.predicate
    noun = next((j for j in clause.tokens if scene.lemma(j) in _FREEDOM), -1)
    if noun < 0 or not verb < noun <= verb + 4:
        return
    period, dated, span = when(scene, clause, verb)
    who = [a for a in subject(scene, at, STATES).actors if a.kind == "state"]
    modality = of_clause(scene, clause)
    if period is None or span is None or len(who) != 1 or modality != "asserted" or period.is_open:
        return
    sure = certainty(scene, clause, who, 0.85, dated)
    yield _mention(scene, who[0].states[0], period, stretch(scene, [verb, noun, who[0]], span), modality, sure)


def _gained(scene: Scene, clause: Clause) -> Iterator[Mention | None]:
    """«Независимость Южного Судана провозглашена в 2011 году»."""
    tokens, verb = scene.sentence.tokens, clause.predicate
    if scene.lemma(verb) not in _GAIN:
        return
    for actor in scene.within(clause):
        noun = actor.first - 1
        if actor.kind == "state" and actor.after_noun and noun in clause.tokens and scene.lemma(noun) in _FREEDOM:
            period, dated, span = when(scene, clause, verb)
            if period is not None and span is not None and tokens[noun].feats.get("Case") in ("Nom", "Acc"):
                parts: list[int | Actor] = [verb, noun, actor]
                yield _mention(scene, actor.states[0], period, stretch(scene, parts, span), "asserted", 0.8 * dated)


def _made(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«Израиль был провозглашён в 1948 году»: of a state, with a date."""
    tokens, verb = scene.sentence.tokens, clause.predicate
    if tokens[verb].lemma not in _PROCLAIM or verb_form(tokens[verb]) != "short":
        return
    period, dated, span = when(scene, clause, verb)
    who = [a for a in subject(scene, at, STATES).actors if a.kind == "state" and a.form == "noun"]
    who = who or [a for a in scene.within(clause) if _polity(a) and a.case == "Nom" and not a.after_noun]
    if period is not None and span is not None and len(who) == 1 and of_clause(scene, clause) == "asserted":
        sure = certainty(scene, clause, who, 0.75, dated)
        yield _mention(scene, who[0].ids[0], period, stretch(scene, [verb, who[0]], span), "asserted", sure)


def _polity(actor: Actor) -> bool:
    """A state nobody, or not everybody, takes for one: «Турецкая республика Северного Кипра»."""
    return actor.kind == "place" and "республика" in actor.ids[0].lower() and not actor.prep


def _set_up(scene: Scene, clause: Clause) -> Iterator[Mention | None]:
    """«Провозгласила там Турецкую республику Северного Кипра», «провозгласив Косово независимым государством»."""
    tokens, verb = scene.sentence.tokens, clause.predicate
    if verb_form(tokens[verb]) not in ("fin", "ger", "inf") or of_clause(scene, clause) != "asserted":
        return
    free = any(scene.lemma(j) in _FREE and tokens[j].feats.get("Case") == "Ins" for j in clause.tokens if j > verb)
    for actor in scene.actors:
        if not verb < actor.first <= verb + 5 or actor.prep or actor.after_noun:
            continue
        if _polity(actor) or (free and actor.kind in ("state", "place") and actor.form == "noun"):
            period, dated, span = _when_told(scene, clause)
            parts: list[int | Actor] = [verb, actor]
            if period is not None:
                yield _mention(scene, actor.ids[0], period, stretch(scene, parts, span), "asserted", 0.7 * dated)
            return


def _when_told(scene: Scene, clause: Clause) -> tuple[Period | None, float, tuple[int, int] | None]:
    """When a clause was, or the one whose converb it is: «проголосовал 17 февраля, провозгласив …»."""
    told = when(scene, clause, clause.predicate)
    if told[0] is not None or verb_form(scene.sentence.tokens[clause.predicate]) != "ger":
        return told
    days = [d for d in scene.dates if d.relation == "in" and d.period is not None]
    return (days[0].period, 0.8, None) if len(days) == 1 else told


def _freed(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«Южный Судан стал независимым в 2011 году», «с 1947 года, как обе страны стали независимы»."""
    tokens, verb = scene.sentence.tokens, clause.predicate
    free = next((j for j in range(verb + 1, min(verb + 3, len(tokens))) if tokens[j].lemma in _FREE), -1)
    if free < 0 or of_clause(scene, clause) != "asserted":
        return
    period, dated, span = when(scene, clause, verb)
    who = subject(scene, at, STATES).actors
    if period is None or span is None or period.is_open:
        return
    for actor in who:
        for state in actor.states:
            sure = certainty(scene, clause, [actor], 0.75, dated)
            yield _mention(scene, state, period, stretch(scene, [verb, free, actor], span), "asserted", sure)


def _announced(scene: Scene, clause: Clause) -> Iterator[Mention | None]:
    """«15 сентября три страны объявили о создании АУКУС»: a body begins with its announcement."""
    tokens, verb = scene.sentence.tokens, clause.predicate
    for k in clause.tokens:
        if tokens[k].lemma not in _MAKING or not k or tokens[k - 1].text.lower() not in ("о", "об") or k > verb + 5:
            continue
        what = next((a for a in scene.actors if k < a.first <= k + 2 and a.kind == "organization"), None)
        period, dated, span = when(scene, clause, verb)
        if what is None or period is None or of_clause(scene, clause) != "asserted":
            continue
        yield _mention(scene, what.ids[0], period, stretch(scene, [verb, k, what], span), "asserted", 0.7 * dated)


def _feast(scene: Scene, k: int) -> Iterator[Mention | None]:
    """«74-я годовщина НАТО», «семьдесят четвёртую годовщину Вашингтонского договора»: the year it counts from."""
    tokens = scene.sentence.tokens
    years = ordinal(tokens[k - 1], tokens[k - 2] if k > 1 else None) if k else 0
    body = next((a for a in scene.actors if a.first == k + 1 and a.kind in ("organization", "treaty")), None)
    if body is None and k + 2 < len(tokens) and scene.lemma(k + 1) in _MAKING | {"подписание"}:
        body = next((a for a in scene.actors if a.first == k + 2 and a.kind in ("organization", "treaty")), None)
    if not years or body is None or (body.kind == "treaty" and len(body.ids[0].split()) < 2):
        return
    days = [d.period for d in scene.dates if d.relation == "in" and d.period is not None and d.period.grain == "day"]
    near = days[0] if len(days) == 1 and scene.lemma(k) == "годовщина" else None
    if near is None and scene.published is not None:
        near = Period.of(scene.published.year)
    begun_at = moved(near, -years) if near is not None else None
    if begun_at is None:
        return
    yield _mention(scene, body.ids[0], begun_at, stretch(scene, [k - 1, k, body]), "asserted", 0.75)
