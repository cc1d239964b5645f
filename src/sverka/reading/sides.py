"""Sides: who stands over against a party – who gives what another gets, whose shells fell, whom else a border parts."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from sverka.reading.context import clause_span
from sverka.reading.document import Name
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene
from sverka.reading.standing import mark
from sverka.reading.wordlists import words

_GIVING = frozenset({"subject", "source", "owner"})
_GETTING = frozenset({"target", "receiver"})
#: What a text about two states tells of both: a border, an opinion, a duty.
_OF_EACH = frozenset({"casualties", "military.personnel"})
_OF_TWO = frozenset({"poll", "distance", "tariff", *_OF_EACH})
#: What befalls two at once.
_BATTLE = re.compile(
    r"(?<!\w)(?:войн[аыеу]|войной|бо(?:и|ев|ях|ями)(?!\w)|столкновени|конфликт|перестрел|сражени|стычк|противостояни|вражд)"
)
#: «Общий вес помощи составил»: no giver.
_MEASURES = words("вес объем сумма размер стоимость доля количество число помощь пакет партия часть транш груз общий")
#: What a loan is called after whoever gave it.
_LENT_BY = words(
    """предоставленный предоставить выданный выдать полученный получить привлеченный привлечь взятый взять выделенный
    выделить занятый занять"""
)
#: How many words on the lender stands at most.
_BY_REACH = 5
_STRIKES = words(
    """обстрел удар авиаудар атака налет рейд бомбардировка бомбежка артобстрел ракета снаряд бомба дрон беспилотник
    авиация артиллерия"""
)


def other_side(scene: Scene, token: int, found: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    """«США помогут Иордании … Египту выделят 3 млрд»: who gives stays while who gets changes, and the other way."""
    if _led(scene, token, found):
        return {}
    gets = set(found.values()) <= _GETTING and not _GETTING.isdisjoint(told.values())
    fits = _GIVING if gets else _GETTING if set(found.values()) <= {"subject", "source"} else frozenset()
    other = [i for i, m in told.items() if m in fits and i not in found]
    return {other[0]: told[other[0]]} if len(other) == 1 else {}


def lender_of(scene: Scene, found: Mapping[str, str]) -> str | None:
    """Who lent what is owed, told in a phrase of its own: «долг по кредитам, предоставленным Перу»."""
    if scene.sentence.lemmas.isdisjoint(_LENT_BY):
        return None
    tokens = scene.sentence.tokens
    for k, token in enumerate(tokens):
        if token.lemma not in _LENT_BY:
            continue
        for i in range(k + 1, min(k + _BY_REACH, len(tokens))):
            for name in scene.at.get(i, ()):
                by = tokens[i].feats.get("Case") == "Ins" or preposition_of(scene.sentence, i) in ("от", "у")
                if by and name.id not in found and not name.id.startswith("org:"):
                    return name.id
    return None


_GIVEN = frozenset({"receiver", "object", "source", "target", "companion"})


def lone_other(scene: Scene, found: Mapping[str, str]) -> list[str]:
    """«Кредит в два миллиарда, о котором Чад просит Перу»: the one other state of a sentence about one, if any.

    Not whoever does something else, nor where it is done: «…, а Чили предлагает своё», «на встрече в Лиме».
    """
    if len(found) != 1:
        return []
    others = [
        (n.id, mark(scene, i, n)) for i, ns in scene.at.items() for n in ns
        if n.kind == "state" and n.id not in found and len(n.id) == _STATE and n.id != "WLD"
    ]  # fmt: skip
    led = "subject" in found.values()
    given = all(how in _GIVEN or (how == "subject" and not led) for _, how in others)
    named = {id_ for id_, _ in others} if given else set()
    return list(named) if len(named) == 1 else []


def company_owed(scene: Scene, token: int, found: Mapping[str, str]) -> str | None:
    """The company a state owes to: «долг Белоруссии перед „Газпромом“», «задолжала „Нафтогазу“ 2 млрд»."""
    tokens = scene.sentence.tokens
    for i, names in sorted(scene.at.items()):
        for name in names:
            if i >= token + _BY_REACH or not name.id.startswith("org:") or name.id in found:
                continue
            before = [t.text.lower() for t in tokens[max(0, i - 4) : i]]  # «перед концерном „Х“»
            owed = "перед" in before and not {",", ";", "."} & set(before[before.index("перед") :])
            owed = owed or (tokens[i].feats.get("Case") == "Dat" and any(t.lemma in _OWING for t in tokens[:token]))
            if owed and any(len(party) == _STATE for party in found):
                return name.id
    return None


_OWING = words(
    """задолжать должный должен задолжавший выплатить выплачивать вернуть возвращать погасить отдать заплатить уплатить
    перечислить"""
)


def _led(scene: Scene, token: int, found: Mapping[str, str]) -> bool:
    """True where somebody who is no party gives: «фонд перечислил Египту 2 млрд»."""
    first, stop = clause_span(scene.sentence, token)
    parties = {i for i, ns in scene.at.items() for n in ns if n.id in found}
    tokens = scene.sentence.tokens
    return any(
        t.rel.startswith("nsubj") and t.pos in ("NOUN", "PROPN") and i not in parties and i not in scene.barred
        and not any(tokens[k].head == i for k in parties)  # «МЧС Катара доставит»
        and t.lemma not in _MEASURES
        for i, t in enumerate(tokens[first:stop], first)
    )  # fmt: skip


def of_both(scene: Scene, metric: str, found: Mapping[str, str], pair: Sequence[str], *, named: bool) -> bool:
    """True for a metric that a text about two states tells of both, but for a people asked about something else.

    The dead and the troops of a state that is `named` with them are its own.

    «95 % латышей привязаны к Латвии», «85 % россиян – за» say whom they ask, and of the other nothing.
    """
    if metric not in _OF_TWO or not set(found) < set(pair):
        return False
    if metric in _OF_EACH and named:
        return False
    if metric == "casualties" and _BATTLE.search(scene.text) is None:
        return False
    if metric == "military.personnel" and _ABROAD.search(scene.text) is None:
        return False
    here = {n.id for ns in scene.at.values() for n in ns}
    asked = any(n.form == "demonym" for ns in scene.at.values() for n in ns if n.id in found)
    itself = any(n.form != "demonym" for ns in scene.at.values() for n in ns if n.id in found)
    return not asked or (set(pair) <= here and not itself)


#: What always lies between two: a border, a duty, help, troops abroad.
_ALWAYS = frozenset({"aid", "investment", "military.personnel", "tariff", "distance"})
_BODIES = frozenset({"EU", "NATO", "UN"})
#: Troops that are elsewhere, or on their way.
_ABROAD = re.compile(
    r"(?<!\w)(?:контингент|миротвор|гарнизон|военн\w{2,3} баз|баз[аеуы](?!\w)|присл[аыи]|посл[аы][лнв]|батальон|"
    r"экспедицион|морпех|инструктор|советник|десантник|касок|мисси[яию]|вывод|вывест|вывед|вывел|ввод|"
    r"ввест|введ|ввел|размест|размещ|разверн|развер|перебро|направ|отправ|вернут|возвра|прибы|покин|дислоцир|высад)"
)
#: How long the id of a state is.
_STATE = 3


def salient(names: Sequence[Name]) -> tuple[tuple[str, int], ...]:
    """The states and the bodies with troops and duties of their own that a text names, most often named first."""
    count = Counter(
        n.id for n in names if (n.kind == "state" and len(n.id) == _STATE and n.id != "WLD") or n.id in _BODIES
    )
    return tuple(count.most_common())


def opposite(
    scene: Scene, token: int, metric: str, found: Mapping[str, str], named: Sequence[tuple[str, int]]
) -> str | None:
    """Whom a text names most besides the one party of what lies between two; none if two are named as often."""
    if metric not in _ALWAYS or len(found) != 1:
        return None
    if metric == "military.personnel" and _ABROAD.search(scene.text) is None:
        return None  # an army at home
    if metric == "aid" and _led(scene, token, found):
        return None
    others = [(id_, times) for id_, times in named if id_ not in found][:2]
    alone = len(others) == 1 or (len(others) > 1 and others[0][1] > others[1][1])
    return others[0][0] if alone else None


def lying(named: Sequence[tuple[str, int]]) -> list[str]:
    """The state a text names most, in which its regions lie; none if two are named as often."""
    states = [(id_, times) for id_, times in named if len(id_) == _STATE][:2]
    return [id_ for id_, times in states[:1] if len(states) == 1 or times > states[1][1]]


def strikes(scene: Scene, party: str) -> bool:
    """True for whose «обстрел», «авиаудар» it was: those it befell are not theirs."""
    at = [(i, n) for i, ns in scene.at.items() for n in ns if n.id == party]
    return bool(at) and all(_of_a_strike(scene, i, n) for i, n in at)


def _of_a_strike(scene: Scene, i: int, name: Name) -> bool:
    tokens = scene.sentence.tokens
    if name.form == "adjective":  # «американского ракетного обстрела»
        return any(t.lemma in _STRIKES for t in tokens[i + 1 : i + 3])
    return i > 0 and tokens[i].feats.get("Case") == "Gen" and tokens[i - 1].lemma in _STRIKES
