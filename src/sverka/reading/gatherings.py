"""Gatherings of bodies and elections held: «заседание совета глав ШОС прошло в Х», «в Y состоялись выборы»."""

from collections.abc import Iterator, Mapping

from sverka.claims import Mention
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.coordination import Actor
from sverka.reading.drafts import mention, stretch
from sverka.reading.modality import of_clause
from sverka.reading.occasions import of_occasion
from sverka.reading.places import host_of
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.visits import describing, near_date, said
from sverka.reading.wordlists import words
from sverka.record import organizations

_GATHERINGS = words("саммит заседание встреча сессия")
_POLLS = words("выборы тур референдум плебисцит")
_HELD = words(
    """состояться пройти проходить провести проводить открыться начаться начинаться стартовать завершиться закончиться
    запланировать намечать планироваться"""
)
_BODIES = frozenset({"organization", "group", "person"})
_WHERE = frozenset({"state", "place"})
#: How far after the noun its body is named: «заседание совета глав правительств государств – членов | Х».
_REACH = 12
_SURE, _HOSTLESS = 0.7, 0.4


def gatherings(scene: Scene) -> Iterator[Mention | None]:
    """Gatherings and elections a sentence says were or will be held."""
    for _, clause, k in scene.having(_GATHERINGS | _POLLS):
        if scene.sentence.tokens[k].pos in ("NOUN", "PROPN"):
            yield _poll(scene, clause, k) if scene.lemma(k) in _POLLS else _gathering(scene, clause, k)


def _gathering(scene: Scene, clause: Clause, k: int) -> Mention | None:
    body = _body(scene, k)
    if body is None or not (_held(scene, clause, k, body.last) or _joined(scene, clause, k) or _occasion(scene, k)):
        return None
    hosts = _hosts(scene, clause, k, body.last)
    target = [i for a in hosts[:1] for i in host_of(scene, a) if i not in body.states][:1]
    fields = {"type": "meet", "source": list(body.states), "target": target}
    if not target and near_date(scene, clause, k, body.last)[0] is None:
        return None  # «на саммите Х» with neither place nor day is any of them
    return _mention(scene, clause, k, body, hosts, fields, _SURE if target else _HOSTLESS)


def _poll(scene: Scene, clause: Clause, k: int) -> Mention | None:
    """«В Чили прошли выборы», «проведённые в Чаде выборы»: a vote of the state, whoever won it."""
    hosts = [a for a in _hosts(scene, clause, k, k) if a.kind == "state" and a.form != "capital"]
    own = [a for a in scene.actors if (a.form == "adjective" and k - 3 <= a.head <= k) or _of(scene, a, k)]
    whose = (own or hosts)[:1]
    if not whose and scene.lemma(clause.predicate) in _HELD and scene.home is not None:
        if near_date(scene, clause, k, k)[0] is None:
            return None
        guessed = Actor(k, k, k, "Nom", "", (scene.home,), "страна", "guess", "state", guessed=True)
        return _mention(scene, clause, k, guessed, [], {"type": "vote", "source": [scene.home], "target": []}, 0.3)
    if not whose or not _held(scene, clause, k, max(k, whose[0].last if whose[0].first > k else k)):
        return None
    fields = {"type": "vote", "source": list(whose[0].states[:1]), "target": []}
    return _mention(scene, clause, k, whose[0], [], fields, _HOSTLESS)


def _of(scene: Scene, actor: Actor, k: int) -> bool:
    """«Выборы | президента Чили», «выборы в парламент | Чили»."""
    near = k < actor.first <= k + 4 and actor.case == "Gen" and not actor.persons
    return near and actor.kind in ("state", "person") and len(actor.states) == 1


def _mention(
    scene: Scene, clause: Clause, k: int, whose: Actor, hosts: list[Actor], fields: Mapping[str, object], sure: float
) -> Mention | None:
    last = max(k, whose.last)
    period, dated, span = near_date(scene, clause, k, last)
    if span is None and _joined(scene, clause, k):  # «сегодня принял участие в заседании»
        period, dated, span = when(scene, clause, k)
    told = of_occasion(scene, clause, k, period)
    if told == "asserted" and scene.lemma(clause.predicate) in _HELD:
        told = of_clause(scene, clause)
    near = [a for a in hosts[:1] if abs(a.first - k) < _REACH + 4]
    where = stretch(
        scene, [k, whose, *near], span if span and abs(span[0] - scene.sentence.tokens[k].start) < 160 else None
    )
    return mention(scene.bundle, {"kind": "event", **fields, "period": said(period)}, where, told, sure * dated)


def _body(scene: Scene, k: int) -> Actor | None:
    """The body whose gathering it is: the record's, in the genitive after the noun, with no verb between."""
    tokens = scene.sentence.tokens
    for actor in scene.actors:
        if not k < actor.first <= k + _REACH or actor.kind not in _BODIES or actor.persons or actor.prep:
            continue
        if any(verb_form(tokens[j]) == "fin" or tokens[j].text in ",;:" for j in range(k, actor.first)):
            return None
        if any(k < a.first < actor.first and a.states and a.form != "capital" for a in scene.actors if a.prep != "в"):
            return None  # «встреча министров А и представителей Х»: of two sides
        short = [i for i in actor.ids if organizations.exists(i) and not i.startswith("org:")]
        if short and len(actor.ids) == 1 and actor.case in ("Gen", ""):
            return actor
    return None


def _held(scene: Scene, clause: Clause, k: int, last: int) -> bool:
    """Whether it is said to take place: by its verb, or a participle before or after it."""
    tokens = scene.sentence.tokens
    verb = clause.predicate
    if verb >= 0 and tokens[verb].lemma in _HELD and tokens[k].feats.get("Case") in ("Nom", "Acc"):
        return True
    if any(tokens[j].lemma in _HELD and verb_form(tokens[j]) == "part" for j in range(max(0, k - 6), k)):
        return True
    after = describing(scene, last)
    return after is not None and after.predicate >= 0 and scene.lemma(after.predicate) in _HELD


def _occasion(scene: Scene, k: int) -> bool:
    """«На саммите Х в Y решили», «на встрече глав Х 3 мая»: somebody acts at it."""
    tokens = scene.sentence.tokens
    at = k - 1
    while at >= 0 and tokens[at].pos in ("ADJ", "DET", "NUM"):
        at -= 1
    return at >= 0 and tokens[at].text.lower() == "на"


def _joined(scene: Scene, clause: Clause, k: int) -> bool:
    """«Принял участие в | заседании …»: somebody was there."""
    return any(scene.lemma(j) == "участие" for j in clause.tokens if k - 5 <= j < k)


def _hosts(scene: Scene, clause: Clause, k: int, last: int) -> list[Actor]:
    """Where it is held: in its clause or in the participle's."""
    after = describing(scene, last)
    inside = [*scene.within(clause), *(scene.within(after) if after is not None else ())]
    places = [
        a for a in inside if a.kind in _WHERE and a.form != "adjective" and (a.prep in ("в", "на") or _town(scene, a))
    ]
    return sorted((a for a in places if a.case in ("Loc", "")), key=lambda a: (a.first < k, abs(a.first - k)))


def _town(scene: Scene, actor: Actor) -> bool:
    """«В городе | Ташкенте»: the noun of the town bears the preposition."""
    return actor.first > 1 and scene.lemma(actor.first - 1) in ("город", "столица", "штаб-квартира")
