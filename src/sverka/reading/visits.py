"""Visits: who travelled where; several travellers of one sentence are as many visits."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.claims import Mention, Period
from sverka.claims.vocabulary import Modality
from sverka.reading.anaphora import place_before
from sverka.reading.clauseroles import doer, objects, obliques
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.dating_adjectives import dated_by
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.occasions import foreseen, standing
from sverka.reading.places import host_of
from sverka.reading.scenes import Role, Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.whither import hither, thence, thither, to_us
from sverka.reading.wordlists import words

_LEADERS = frozenset({"дипломат", "лидер", "президент", "коллега", "визави", "делегация", "министр"})
GOING = words(
    """прилететь прилетать прибыть прибывать приехать приезжать съездить ездить поехать отправиться отправляться
    летать слетать наведаться вылететь вылетать заехать пожаловать полететь лететь выехать улететь улетать уехать
    уезжать отбыть отбывать бежать сбежать доехать долететь добраться приплыть приземлиться явиться нагрянуть
    примчаться наведываться заглянуть заглядывать направиться направляться ехать вылетать заезжать приплывать
    ступить завернуть залететь подъехать прикатить податься двинуться рвануть устремиться пожаловать пойти сходить"""
)
#: Of these only a person's: «собирается в Лиму»; of anything else they say that it grows or goes well.
_MEANT = words("собираться собраться рваться")
#: Of these the place may be left out, being where something was just said to be held.
_ARRIVING = words(
    """прилететь прилетать прибыть прибывать приехать приезжать пожаловать подъехать добраться доехать нагрянуть
    съехаться съезжаться слететься"""
)
#: Of these the present tells a habit: «ездит в Минск чаще, чем в Гродно».
_HABITS = frozenset({"ездить", "летать"})
_BEING = words(
    """побывать гостить погостить пробыть появиться появляться остановиться останавливаться находиться бывать
    присутствовать погостить"""
)
#: Of these only what is said to be a visit or dated is one.
_STAYING = words("находиться появиться появляться остановиться останавливаться бывать присутствовать")
_TAKING = frozenset({"посетить", "посещать", "навестить", "навещать", "объехать"})
TRIPS = frozenset({"визит", "поездка", "приезд", "турне", "вояж"})
#: Who travels for a state named only by «из»: «делегация из Кито».
_SENT = words("делегация миссия посланник посланец спецпосланник эмиссар переговорщик гонец")
#: Verbs that date the noun beside them.
_HAPPENS = words(
    """состояться пройти проходить нанести совершить провести проводить начаться начать начинать открыться стартовать
    завершить завершиться закончиться длиться продолжаться вести отложить запланировать наметить"""
)
#: «В ходе визита», «по итогам встречи»: at the same time, or as good as.
COURSE = words("ход рамка время итог результат")
#: The grade of each journey of several: most who read would call it one.
_AMONG = 0.6
_TOWNS = words("город столица порт аэропорт")
_DESCRIBING = ("participle", "relative")
_JOURNEYS = GOING | _BEING | _TAKING | _MEANT
#: Every word that tells of a journey.
JOURNEYING = _JOURNEYS | TRIPS
_TOLD_BY = JOURNEYING | {"быть"}


def visits(scene: Scene) -> Iterator[Mention | None]:
    """Visits of a sentence."""
    for at, clause, k in scene.having(_TOLD_BY):
        token = scene.sentence.tokens[k]
        was = token.lemma == "быть" and k == clause.predicate  # «на этой неделе был в Осло», «в мае будет в Осло»
        was = was and (token.feats.get("Tense") == "Past" or token.text.lower() in ("будет", "будут"))
        if was or (token.lemma in _JOURNEYS and verb_form(token)):
            yield from _journey(scene, at, clause, k)


def is_traveller(actor: Actor) -> bool:
    """A person, or an office standing for one; states themselves do not travel."""
    if actor.kind == "state":
        return actor.lemma in _LEADERS
    return actor.kind == "person" and bool(actor.persons or actor.states)


def _unchanging(scene: Scene, actor: Actor) -> bool:
    """«Тбилиси», «Баку», «ЮАР»: the same word in every case."""
    word = scene.sentence.tokens[actor.head].text
    return word.isupper() or word.lower().endswith(("и", "у", "о", "э"))


def _journey(scene: Scene, at: int, clause: Clause, k: int) -> Iterator[Mention | None]:
    lemma = scene.lemma(k)
    who = doer(scene, at, k, {"person"}) if lemma in _TAKING else Role()
    who = who if who.actors else doer(scene, at, k, {"person", "state"})
    kinds = {"state", "place"}
    if lemma in _TAKING:
        hosts = objects(scene, clause, kinds)
    elif lemma in _BEING or lemma == "быть":
        if lemma in _STAYING and not _visiting(scene, clause, k):
            return
        hosts = [a for a in obliques(scene, clause, ("в", "на"), kinds) if a.case in ("Loc", "")]
    else:
        hosts = [a for a in obliques(scene, clause, ("в", "на"), kinds) if a.case != "Loc" or _unchanging(scene, a)]
        hosts = hosts or [a for a in obliques(scene, clause, ("к",), {"person"}) if a.states] or to_us(scene, clause, k)
        if not hosts and clause.kind == "relative" and clause.opener == "куда":  # «в Осло, | куда прилетел»
            hosts = [a for a in place_before(scene, clause, kinds).actors if a.first >= min(clause.tokens) - 6]
    if lemma in _TAKING and not hosts:
        hosts = _taken(scene, clause, who.actors)
    hosts = [h for h in hosts if h.form not in ("adjective", "demonym") and h not in who.actors]
    if not hosts and lemma in GOING:  # «в | узбекский город прибыли»
        towns = [a for a in scene.within(clause) if a.prep == "в" and a.form == "adjective" and a.kind == "state"]
        hosts = [replace(a, form="noun") for a in towns if a.lemma in _TOWNS][:1]
    if not hosts and lemma in GOING and any(scene.sentence.tokens[j].text.lower() == "сюда" for j in clause.tokens):
        hosts = hither(scene, k)
    elif not hosts and lemma in _ARRIVING and verb_form(scene.sentence.tokens[k]) == "fin":
        hosts = thither(scene, clause, k, JOURNEYING)
    travellers = [a for a in who.actors if is_traveller(a)] or _sent(scene, clause)
    if k != clause.predicate and (described := _described(scene, k)):
        travellers, who = described, Role(tuple(described), 0.95)
    habit = lemma in _HABITS and scene.sentence.tokens[k].feats.get("Tense") == "Pres"
    if not hosts or not travellers or habit:
        return
    hosts += thence(scene, hosts[-1], k)
    period, dated, date_span = when(scene, clause, k)
    if lemma == "быть" and (period is None or period.is_open or not who.actors or who.actors[0].kind != "person"):
        return
    modality = "planned" if lemma in _MEANT else foreseen(scene, k, period, of_clause(scene, clause, k))
    for traveller in travellers:
        for host in hosts:
            sure = certainty(scene, clause, [traveller, host], who.certainty, dated, 0.95 if period else 0.85)
            sure *= _AMONG if len(travellers) > 1 else 1.0
            yield visit(scene, traveller, host, period, stretch(scene, [k, host], date_span), modality, sure)


def _sent(scene: Scene, clause: Clause) -> list[Actor]:
    """«Делегация из Кито»: whoever is sent travels for the state that «из» names."""
    tokens = scene.sentence.tokens
    sent = [j for j in clause.tokens if tokens[j].lemma in _SENT and tokens[j].feats.get("Case") == "Nom"]
    led = [j + 3 for j in sent if [t.text.lower() for t in tokens[j + 1 : j + 4]] == ["во", "главе", "с"]]
    heads = [a for a in scene.actors if a.kind == "person" and a.states and a.first - 1 in led]
    if len(heads) == 1:  # «делегация во главе с министром Чада»
        return heads
    senders = [a for a in scene.within(clause) if a.prep == "из" and a.kind == "state" and a.first - 2 in sent]
    return [replace(senders[0], kind="person")] if len(senders) == 1 else []


def _described(scene: Scene, k: int) -> list[Actor]:
    """«Принял | прибывшего в Осло | премьера»: whom a participle before its noun describes."""
    tokens = scene.sentence.tokens
    case = tokens[k].feats.get("Case")
    if verb_form(tokens[k]) != "part" or case in (None, "Nom"):
        return []
    for actor in scene.actors:
        if k < actor.head <= k + 8 and actor.case == case and actor.kind == "person" and is_traveller(actor):
            return [] if broken(scene, k, actor.first) else [actor]
    return []


def _visiting(scene: Scene, clause: Clause, k: int) -> bool:
    """«Находится с визитом», «появился в Осло 3 мая»: somebody is somewhere because he came."""
    tokens = scene.sentence.tokens
    called = any(tokens[j].lemma in TRIPS and tokens[j].feats.get("Case") == "Ins" for j in clause.tokens)
    return called or (scene.lemma(k) in ("появиться", "остановиться") and when(scene, clause, k)[0] is not None)


def _taken(scene: Scene, clause: Clause, travellers: Sequence[Actor]) -> list[Actor]:
    """«Ереван посетил министр»: a name whose accusative looks like its nominative."""
    beside = [a for a in scene.within(clause) if a.kind in ("state", "place") and a not in travellers]
    beside = [a for a in beside if not a.prep and not a.after_noun and a.case in ("Nom", "Acc", "")]
    people = any(a.kind == "person" for a in travellers)
    return beside[:1] if people and len({a.ids for a in beside}) == 1 else []


def visit(
    scene: Scene, who: Actor, host: Actor, period: Period | None, span: tuple[int, int], modality: Modality, sure: float
) -> Mention | None:
    target = host_of(scene, host)
    if not target or set(target) & set(who.states):
        return None
    sure *= (1.0 if who.persons and who.states else 0.8) * standing(scene, [who])
    since = period is not None and period.is_open  # «не приезжал с 2019 года»: says as well that he did, then
    sure *= 0.5 if since else 1.0
    fields = {
        "kind": "event",
        "type": "visit",
        "source": list(who.persons if who.persons and _former(scene, who) else who.ids),
        "target": list(target[:1]),
        "period": said(period),
    }
    return mention(scene.bundle, fields, span, modality, sure)


def _former(scene: Scene, who: Actor) -> bool:
    """«Экс-президент», «бывший премьер»: travels for nobody but himself."""
    if who not in scene.actors:
        return False
    words_ = [scene.lemma(j) for j in range(max(0, who.first - 1), who.head + 1)]
    return any(word == "бывший" or word.startswith("экс-") for word in words_)


def said(period: Period | None) -> str | None:
    """A period as a mention's fields have it."""
    return None if period is None else str(period)


def near_date(scene: Scene, clause: Clause, k: int, last: int) -> tuple[Period | None, float, tuple[int, int] | None]:
    """The date of an event named by a noun: in its phrase, right after it, or in a clause that says it took place."""
    by_adjective = dated_by(scene, k)
    if by_adjective is not None:
        return by_adjective[0], 1.0, by_adjective[1]
    after = describing(scene, last)
    if after is not None and scene.lemma(after.predicate) in _HAPPENS and _describes(scene, after, k):
        period, dated, span = when(scene, after, after.predicate)  # «переговоры с А, | начавшиеся 3 мая»
        if span is not None:
            return period, dated, span
    period, dated, span = when(scene, clause, k)
    if span is None:
        return None, 1.0, None
    index = scene.sentence.index_at(span[0])
    happens = clause.predicate >= 0 and scene.lemma(clause.predicate) in _HAPPENS | GOING
    happens = happens or any(scene.lemma(j) == "проведение" for j in range(max(0, k - 9), k))
    near = k - 4 <= index <= last + 3 and not (index < k and _apart(scene, k))
    if near and not happens and index > k:  # «станет продолжением визита А в Б | в июле»: the past one
        found = next((d for d in scene.dates if (d.start, d.end) == span), None)
        literal = found.period if found is not None and found.relation == "in" else None
        period = literal if literal is not None and not literal.begins_after(scene.published) else period
    return (period, dated, span) if happens or near else (None, 1.0, None)


def describing(scene: Scene, last: int) -> Clause | None:
    """The participle's or relative clause right after a token and a comma."""
    return next((c for c in scene.clauses if c.kind in _DESCRIBING and min(c.tokens) == last + 2), None)


def _describes(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether a participle agrees with a noun, or «который» has its number."""
    marker = next((j for j in clause.tokens if scene.lemma(j) == "который"), clause.predicate)
    a, b = scene.sentence.tokens[marker].feats, scene.sentence.tokens[k].feats
    cases = {a.get("Case"), b.get("Case")}
    alike = len(cases) == 1 or cases in ({"Gen", "Loc"}, {"Nom", "Acc"}, {"Gen", "Acc"})  # the same form
    return a.get("Number") == b.get("Number") and (clause.kind == "relative" or alike)


def _apart(scene: Scene, k: int) -> bool:
    """Whether a noun is led by a word that parts it in time from a date before it: «в мае до визита», «о встрече»."""
    tokens = scene.sentence.tokens
    at = k - 1
    while at >= 0 and (tokens[at].pos in ("ADJ", "DET", "NUM") or tokens[at].lemma in COURSE):
        at -= 1
    if at < 0:
        return False
    beside = at < k - 1 and tokens[at + 1].lemma in COURSE
    during = tokens[at].text.lower() in ("на", "в", "во", "по") and (beside or tokens[at].text.lower() == "на")
    return tokens[at].lemma == "накануне" or (tokens[at].pos == "ADP" and not during)


def broken(scene: Scene, first: int, last: int) -> bool:
    """Whether a sign stands between two tokens."""
    return any(scene.sentence.tokens[j].text in ",;:–—()." for j in range(first, last))
