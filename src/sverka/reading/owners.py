"""Owners: whose figure it is where no goods flow – by the words round the number and what was said before.

A name stands in a frame under a mark: subject, owner, place, source, target, companion, one of a people. A later number
that leaves out what it shares with the one before names only what differs, under the same mark: «в Испании – 14, во
Франции – 8,5».
"""

import re
from collections.abc import Mapping, Sequence

from sverka.reading.ballot_winners import CAST, GAINING, winners
from sverka.reading.document import Name
from sverka.reading.lenders import lender_in, of_those_two, other_of_debt, sought, whole_debt
from sverka.reading.metrics import Cue
from sverka.reading.nearby import behind, item_with, part_of, right_of, row_of
from sverka.reading.pointers import accession, estimates, ours, reports, sourced, the_body, there_of
from sverka.reading.quantities import Amount
from sverka.reading.roles import arguments
from sverka.reading.scene import Scene, Topic
from sverka.reading.sides import company_owed, lender_of, lone_other, lying, of_both, opposite, other_side, strikes
from sverka.reading.standing import mark, named, opinion_end, stretch
from sverka.reading.territories import beyond_states, lies_in_a_state, spots
from sverka.reading.wordlists import words
from sverka.record import states

#: Metrics that lie between states: whose troops and where, tourists from and to, lender and debtor, who thinks of whom.
BETWEEN = frozenset(
    {"territory", "vote", "debt", "aid", "military.personnel", "tourism", "migration", "investment", "poll",
     "energy.volume", "energy.share", "transit", "price", "tariff", "distance", "casualties"}
)  # fmt: skip
#: A party under one of these may be replaced by one under another: «в Испании – 14, Франция – 8,5».
_MAIN = frozenset({"subject", "owner", "place"})
#: Marks without a preposition, which the same ending may show: «долг США – 15 трлн, Японии – 10».
_BARE = frozenset({"subject", "owner", "receiver", "object"})
#: Of whom and where: «там оставалось 13 тысяч американских солдат».
_STATIONED = frozenset({"military.personnel", "military.equipment"})
#: What is lent by somebody to somebody.
_LENT = frozenset({"debt", "aid"})
#: How far back the country of a region may have been told of, in characters.
_CLOSE = 400
#: Where people come from, beside where they are.
_ORIGINS = frozenset({"people", "source"})
#: How many parties are told of at most.
_MOST = 5
#: How long the id of a state is.
_STATE = 3
_WORLD = re.compile(
    r"(?<!\w)(?:(?:обще)?миров\w+|глобальн\w+|(?:все(?:го|му|м) )?мир[аеу]|земно\w+ шар\w*|планет[ыеа]|земли)(?!\w)"
)
#: Kinds of numbers of which a part is told: a share of the world's.
_PARTS = ("percent", "fraction")


def owners(scene: Scene, amount: Amount, cue: Cue, token: int, topic: Topic) -> tuple[str, ...]:
    """Parties of a metric that is no trade: whom the stretch of the amount names, with what it leaves out."""
    start, stop = stretch(scene, amount, token)
    item = behind(scene, amount)
    start, stop = item or (start, stop)
    if cue.metric == "poll":
        stop = opinion_end(scene, stop)
    fresh = start <= cue.first
    view = spots(scene, cue.metric, scene.at) if scene.others else scene.at
    here = dict(named(scene, amount, token, start, stop, view))
    if item is not None:  # «инвестиции в Африку: 40 млрд – Китай, …»
        here = dict.fromkeys(here, "subject")
        opening = min(scene.barred, default=0) if cue.metric in BETWEEN else 0
        here |= {i: m for i, m in named(scene, amount, token, 0, opening, view) if m != "subject" and i not in here}
    if (listed := item_with(scene, amount)) is not None and listed in here:
        here = {i: m for i, m in here.items() if m not in _MAIN or m == "owner"} | {listed: "subject"}
        here = {i: m for i, m in here.items() if i == listed or _stands_before(scene, i, token)}
    elif cue.metric in _LENT and len(here) == 1 and scene.sentence.tokens[token - 1].text == "(":
        # «следом по долгам перед Перу идут Чили (2 млрд) и Чад (1 млрд)»
        here |= {i: m for i, m in named(scene, amount, token, 0, start, view) if m in ("target", "source")}
    saying = {i: m for i, m in here.items() if m in _MAIN and _says(scene, i, token)}
    here = {i: m for i, m in here.items() if i not in saying} or {i: m for i, m in here.items() if len(i) == _STATE}
    told = dict(topic.roles) if topic.metric == cue.metric and topic.parties else {}
    if amount.kind not in _PARTS:  # of the world's was a part before, not this sum
        told = {i: m for i, m in told.items() if i != "WLD"}
    between = cue.metric in BETWEEN
    near = topic.told_at == scene.sentence.start
    close = 0 <= scene.sentence.start - topic.told_at < _CLOSE
    topic.how = "named"
    if not fresh:
        topic.how = ("joined" if told else "named") if here else "told"
        both = between or cue.metric == "population"
        found = _joined(told, here, between=both, near=near) if told and here else told or here
    else:
        found = _held(scene, amount, cue, token, here, view, between=between)
        if between and near and len(found) == 1 and len(told) > 1:
            found, topic.how = _joined(told, found, between=True, near=True), "joined"
        if cue.metric == "population":
            origins = {i: m for i, m in here.items() if m in _ORIGINS}
            hosts = {i: m for i, m in found.items() if i not in origins}
            found = (hosts or {i: m for i, m in told.items() if m not in _ORIGINS}) | origins
    if cue.metric == "aid" and len(found) == 1 and close:
        found |= other_side(scene, token, found, told)
    if cue.metric in _LENT and found and not any(states.exists(i) for i in found) and topic.home is not None:
        found = found | {topic.home: "owner"}  # «должник Валютного фонда»
    if between and list(found.values()) == ["source"] and topic.home not in (None, *found):
        found = found | {str(topic.home): "place"}  # «инвестиции из России»: here
    if cue.metric in _STATIONED and list(found.values()) == ["place"] and set(found) < set(told) and close:
        found, topic.how = told, "told"  # «США выведут из Мали две тысячи солдат. Сейчас в Мали насчитывается …»
    own = ours(scene, amount, token, stop, topic)
    if own is not None and cue.metric not in ("price", "tariff"):
        besides, topic.how = found or here or (told if between and near else {}), "ours"
        found = {i: m for i, m in besides.items() if m not in ("people", "owner")} | {own: "people"}
    if not found:
        found, topic.how = told or (dict(topic.roles) if near else {}), "told"
    if cue.metric == "poll":
        found = _people(found, told, topic)
        found |= {i: "target" for i in accession(scene, token, topic) if len(found) == 1}
        liked, plain = winners(scene, amount, token, topic)
        if plain or (len(found) == 1 and not scene.sentence.lemmas.isdisjoint(GAINING | CAST)):
            # «по данным экзитпола, за Х …», «рейтинг возглавляет Х – 20 %»
            besides = {i: m for i, m in found.items() if not (liked and i.startswith("person:"))}
            found = besides | dict.fromkeys(liked, "target")
    if beyond_states(tuple(found)) and cue.metric == "casualties" and all(lies_in_a_state(i) for i in found):
        found = dict.fromkeys(lying(topic.salient), "owner") or found  # «в провинции Идлиб», of Syria's
    if beyond_states(tuple(found)) and close and any(lies_in_a_state(i) for i in found):
        found = found | {i: m for i, m in told.items() if len(i) == 3}  # «в Канаде – 6. В Квебеке – 5»
    if not found:
        topic.how = "around"
        first = _around(scene, cue, token)[: 2 if between else 1]
        found = dict.fromkeys([*first, *([] if between else row_of(scene, first))], "owner")
    if not found and _worlds(scene, amount, cue, start, stop):
        found = dict.fromkeys(the_body(scene, topic), "subject") | {"WLD": "owner"}
    if not found and topic.body is not None and _summed(scene, topic, cue):
        found, topic.how = {topic.body: "owner"}, "told"  # «184 млн жителей» of the union spoken of
    if not found and topic.home is not None:
        topic.doubts += 1 if topic.home not in topic.pair else 0
        found, topic.how = {topic.home: "owner"}, "home"
    if cue.metric in _STATIONED and len(found) == 1 and (there := there_of(scene, found, topic)) is not None:
        found = found | {there: "place"}
    if cue.metric == "debt" and len(found) == 1 and (lender := lender_of(scene, found)) is not None:
        found = found | {lender: "source"}
    if cue.metric == "debt" and cue.first >= 0 and sought(scene, cue):
        topic.doubts += 1
        found |= dict.fromkeys(lone_other(scene, found), "companion")
    paired = False
    if cue.metric == "debt" and amount.kind in ("money", "number"):
        if (other := other_of_debt(scene, found, topic)) is not None:
            found, topic.how, paired = found | {other: "companion"}, "joined", True
        elif of_those_two(scene, found, topic):
            paired = True
        elif len(found) > 1 and not whole_debt(scene, cue, found):
            topic.owed, topic.owed_at = tuple(found)[:2], scene.sentence.start
    if len(found) > 1 and amount.kind not in _PARTS and not paired and whole_debt(scene, cue, found):
        owing = [i for i, m in found.items() if m not in ("source", "target", "companion") and len(i) == _STATE]
        found = {i: found[i] for i in owing[:1]} or found
    whole = not paired and whole_debt(scene, cue, found)  # «…, а общий долг страны достигает …»: to whomever
    firm = company_owed(scene, token, found) or lender_in(scene, token, found) if cue.metric == "debt" else None
    if not whole and firm is not None and any(len(i) == _STATE for i in found):
        found = {i: m for i, m in found.items() if len(i) == _STATE or i in here} | {firm: "target"}
    elif whole:
        found = {i: m for i, m in found.items() if not i.startswith("org:") or i in here} or found
    if cue.metric == "casualties" and len(found) > 1:
        found = {i: m for i, m in found.items() if not strikes(scene, i)} or found
    beside = topic.how in ("named", "joined")
    if (topic.how != "home" or cue.metric == "casualties") and of_both(
        scene, cue.metric, found, topic.pair, named=beside
    ):
        found, topic.how = dict.fromkeys(topic.pair, "owner") | found, "around"
        topic.doubts += 1
    if cue.metric == "casualties" and any(len(i) == _STATE for i in found):
        found = {i: m for i, m in found.items() if not lies_in_a_state(i)}  # «в суданском регионе Дарфур»
    if amount.kind in _PARTS and _worlds(scene, amount, cue, start, stop):
        found = found | {"WLD": "owner"}
    topic.roles, topic.told_at = found, scene.sentence.start
    if (other := opposite(scene, token, cue.metric, found, topic.salient)) is not None:
        topic.how, topic.doubts = "around", topic.doubts + 2
        return (*found, other)
    return tuple(found)[:_MOST]


#: Told of a union's members together: «совокупный ВВП», «общая площадь».
_TOGETHER = words("совокупный суммарный общий вместе")
_WHOLES = frozenset({"population", "gdp", "territory"})


def _summed(scene: Scene, topic: Topic, cue: Cue) -> bool:
    """True where a text without a state of its own, or one that adds up, tells how big the body spoken of is."""
    return cue.metric in _WHOLES and (topic.home is None or not scene.sentence.lemmas.isdisjoint(_TOGETHER))


def _stands_before(scene: Scene, party: str, token: int) -> bool:
    return any(i < token and n.id == party for i, ns in scene.at.items() for n in ns)


def _says(scene: Scene, party: str, token: int) -> bool:
    """True where a party is named only as whoever says what is counted."""
    at = [i for i, ns in scene.at.items() if i < token and any(n.id == party for n in ns)]
    return bool(at) and all(reports(scene, i, token) or estimates(scene, i) for i in at)


def _held(
    scene: Scene, amount: Amount, cue: Cue, token: int, here: dict[str, str], view: Mapping[int, Sequence[Name]],
    *, between: bool,
) -> dict[str, str]:  # fmt: skip
    """Parties of an amount with a cue of its own: all in view of a metric between states, else the owner of the cue."""
    if between:
        near = {
            n.id: mark(scene, i, n, amount)
            for i, ns in sorted(view.items())
            for n in ns
            if not n.id.startswith("org:") and n.id in here and scene.lines.between(i, token) < 5
        }
        return near or here
    said = arguments(scene.sentence, cue, scene.at, scene.barred)
    whole: dict[str, str] = {}
    later = {n.id for i, ns in scene.at.items() if i > max(token, cue.stop) for n in ns} - set(here)
    for ids in (said.owner, right_of(scene, amount)):
        own = [i for i in ids if not i.startswith("org:") and i not in later]
        if own and not whole:
            whole = dict.fromkeys([*own, *row_of(scene, own)], "owner")
    if whole and cue.metric == "trade.other":  # «сальдо торговли Латвии с Эстонией»
        whole |= dict.fromkeys([i for i in said.partner if i not in whole], "companion")
    part = part_of(scene, token) if amount.kind in _PARTS else []
    if part and not whole:
        return dict.fromkeys(part, "owner")
    if whole and part:
        return dict.fromkeys(part, "owner") | dict.fromkeys([i for i in whole if i not in part], "target")
    if whole and (amount.kind not in _PARTS or cue.first < token):
        return whole
    for wanted in ("subject", "place", "owner"):
        own = [i for i, m in here.items() if m == wanted and i not in whole]
        if own:  # «США обеспечивают 22 процента бюджета НАТО»: the part and the whole
            return {own[-1]: wanted} | dict.fromkeys(row_of(scene, own[-1:]), wanted) | whole
    if whole:
        return whole
    own = [i for i in said.everyone() if not i.startswith("org:")]
    return dict.fromkeys([*own, *row_of(scene, own)], "owner")


def _joined(told: dict[str, str], here: dict[str, str], *, between: bool, near: bool) -> dict[str, str]:
    """What was told with the names of now in the places of those under the same mark; a lone owner gives way."""
    if not between and len(told) < 2:
        return here
    out = dict(told)
    for id_, how in here.items():
        if id_ in out:
            continue
        if lies_in_a_state(id_):  # «в Канаде – 6. В Квебеке показатель ниже»: a region of it
            out = {i: m for i, m in out.items() if not lies_in_a_state(i)} | {id_: how}
            continue
        same = [i for i, m in out.items() if m == how and i not in here]
        bare = [i for i, m in out.items() if m in _BARE and how in _BARE and i not in here]
        kin = [i for i, m in out.items() if (m in _MAIN) == (how in _MAIN) and i not in here]
        for gone in same or bare or (kin if len(out) > 1 or not near else []):
            out.pop(gone, None)
        out[id_] = how
    return out


def _people(found: dict[str, str], told: dict[str, str], topic: Topic) -> dict[str, str]:
    """A poll is of a people, and of what they think about: who is asked stays, while the others change."""
    whom = {i for i, m in told.items() if m in ("people", "owner", "place")}
    if len(told) > len(found) and set(found) <= set(told) - whom:
        return told  # «… Россию назвал 31 %»: of those asked before
    asked = [i for i, m in found.items() if m in ("people", "owner", "place")]
    if asked:
        return found
    before = [i for i, m in told.items() if m in ("people", "owner", "place")] or ([topic.home] if topic.home else [])
    return dict.fromkeys(before[:1], "people") | found


def _around(scene: Scene, cue: Cue, token: int) -> list[str]:
    """Names a few words from the cue and the amount, where grammar finds none."""
    low, high = min(cue.first, token) - 8, max(cue.stop, token) + 6
    near = [n.id for i, ns in sorted(scene.at.items()) if low <= i <= high for n in ns if not sourced(scene, n)]
    return [id_ for id_ in near if not id_.startswith("org:")]


def worldwide(scene: Scene, first: int, stop: int) -> bool:
    """True where the words of a stretch say that it is the world's: «мировых перевозок», «населения Земли»."""
    tokens = scene.sentence.tokens
    low, high = tokens[max(first, 0)].start, tokens[min(stop, len(tokens)) - 1].end
    return _WORLD.search(scene.text[low - scene.sentence.start : high - scene.sentence.start]) is not None


def _worlds(scene: Scene, amount: Amount, cue: Cue, start: int, stop: int) -> bool:
    share = any(t.lemma == "доля" for t in scene.sentence.tokens[start:stop])
    first = cue.first - 2 if start <= cue.first and not share else start
    return worldwide(scene, min(first, scene.sentence.index_at(amount.core[1] - 1)), stop)
