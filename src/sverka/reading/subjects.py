"""Subjects: what an amount measures and whose it is – from its cue, its clause, the list it stands in, or the topic."""

import re

from sverka.reading.attachment import fits
from sverka.reading.document import Sentence
from sverka.reading.flows import Flow, aimed, flow
from sverka.reading.kinds import Said
from sverka.reading.metrics import TRADE, Cue
from sverka.reading.outputs import part_of_output
from sverka.reading.owners import owners
from sverka.reading.quantities import Amount
from sverka.reading.roles import Arguments, arguments, preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.shares import share_noun, share_parties
from sverka.reading.wares import of_wares

_TRADE_UNITS = ("money", "percent", "fraction", "times", "points")


def subject_of(
    scene: Scene, amount: Amount, said: Said, cue: Cue | None, token: int, topic: Topic
) -> tuple[str | None, tuple[str, ...], bool]:
    """Metric and parties of an amount."""
    sentence = scene.sentence
    if cue is not None and cue.metric in TRADE and of_wares(scene, cue):
        topic.doubts += 3
    if amount.kind in ("percent", "fraction") and said.kind == "figure":
        part = part_of_output(scene, amount, token, topic)
        if part is not None:
            return part
    share = share_parties(
        scene.text,
        sentence,
        amount,
        said.kind,
        cue,
        token,
        scene.at,
        topic.home,
        topic.flow if topic.metric in TRADE else None,
        any(c.metric in TRADE for c in scene.cues) and share_noun(scene.text),
    )
    if share is not None:
        topic.whole, topic.whole_at = (share[1][0], sentence.start) if share[0] == "trade.share" else (None, -1)
        return share
    if amount.kind in ("percent", "fraction") and said.kind == "figure" and (cue is None or cue.metric in TRADE):
        return _part_of(scene, token, topic)
    if cue is not None and cue.metric == "price" and amount.kind == "money" and not _PRICED.search(scene.text):
        return None, (), False
    if cue is not None and cue.metric in TRADE and topic.cue == cue and topic.flow is not None:
        new = _newcomer(scene, cue, arguments(sentence, cue, scene.at, scene.barred), token)
        if new is not None and new != topic.home:
            topic.flow = aimed(topic.flow, new, topic.home) or topic.flow
        elliptic = _adjectives(scene, cue, token, topic.flow)
        kept = elliptic or topic.flow
        topic.flow = kept
        topic.measured = _measured(kept.metric, amount, topic.measured if topic.sentence == sentence.start else "")
        return topic.measured, kept.parties, kept.sure and len(kept.parties) == 2
    if cue is not None and cue.metric in TRADE:
        _earlier_cues(scene, cue, topic)
        verb = sentence.tokens[cue.first].pos == "VERB" and sentence.tokens[cue.first].feats.get("VerbForm") != "Part"
        said_of = arguments(sentence, cue, scene.at, scene.barred)
        if cue.way in ("out", "in", "buy") and not (said_of.owner or said_of.subject):
            said_of.subject = _actor(scene, cue, said_of)
        found = flow(cue, said_of, topic.home, topic.flow, verb, topic.recent, topic.pair)
        if found is None and topic.parties and not said_of.standins:
            return cue.metric, topic.parties, False
        if found is None:
            return None, (), False
        same_pair = topic.flow is not None and set(found.parties) == set(topic.flow.parties)
        if same_pair and not said_of.everyone() and topic.strangers - set(found.parties):
            topic.doubts += 1
        new = _newcomer(scene, cue, said_of, token)
        if new is not None and new != topic.home:
            found = aimed(found, new, topic.home) or found
        if new is None and (len(found.parties) < 2 or "WLD" in found.parties or not said_of.everyone()):
            near = _nominative(scene, cue, token, found)
            found = (aimed(Flow(found.metric, (found.parties[0],)), near, topic.home) or found) if near else found
        topic.flow, topic.cue, topic.metric, topic.parties = found, cue, found.metric, found.parties
        topic.lead = found if found.metric == "trade.turnover" else topic.lead
        topic.sentence = sentence.start
        topic.measured = _measured(found.metric, amount, "")
        return topic.measured, found.parties, found.sure and len(found.parties) == 2
    if cue is not None and cue.metric == "vote":
        return ("vote", ("UN", topic.resolution), True) if topic.resolution else (None, (), False)
    if cue is not None:
        states = owners(scene, amount, cue, token, topic)
        if not states:
            return None, (), False
        topic.metric, topic.parties, topic.cue = cue.metric, states, cue
        return cue.metric, states, len(states) == 1
    if amount.kind in _TRADE_UNITS and topic.flow is not None and topic.metric in TRADE:
        found = topic.flow
        if topic.sentence != sentence.start and found.metric != "trade.turnover" and topic.lead is not None:
            found = topic.lead
        names = _loose(scene, token)
        fresh = [n for n in names if n not in found.parties]
        if fresh:
            found = aimed(found, fresh[-1], topic.home) or found
        elif not names and amount.kind in ("percent", "fraction") and said.kind == "figure":
            return None, (), False
        elif topic.strangers - set(found.parties):
            topic.doubts += 1  # other states have been named since: the relation may be another by now
        topic.flow, topic.parties, topic.metric = found, found.parties, found.metric
        topic.sentence = sentence.start
        return found.metric, found.parties, found.sure and len(found.parties) == 2
    same = said.kind == "change" or amount.kind in ("volume", "persons")
    if topic.metric and topic.metric not in TRADE and same and fits(topic.metric, amount):
        return topic.metric, topic.parties, False
    if amount.kind == "percent" and said.kind == "figure":
        names = _loose(scene, token) or ([topic.home] if topic.home else [])
        return ("other", tuple(dict.fromkeys(names))[:2], False) if names else (None, (), False)
    if amount.kind == "money":
        names = _loose(scene, token) or ([topic.home] if topic.home and amount.scale >= 1e3 else [])
        return ("other", tuple(dict.fromkeys(names))[:2], False) if names else (None, (), False)
    return None, (), False


def _newcomer(scene: Scene, cue: Cue, said: Arguments, token: int) -> str | None:
    """A partner named between the cue and the amount in a clause of its own: «…; с Узбекистаном – на 700 млн»."""
    low, high = (cue.stop, token) if cue.first < token else (0, token)
    found = None
    for i in range(low, high):
        for name in scene.at.get(i, ()):
            following = [t.lemma for t in scene.sentence.tokens[i + 1 : i + 5]]
            if "который" in following and "," in following and i + 5 > cue.stop and cue.first < token:
                found = name.id
                continue
            if i in said.tokens or (len(name.id) != 3 and name.kind != "organization"):
                continue
            by = cue.first > 0 and scene.sentence.tokens[cue.first - 1].text.lower() == "по"
            if (scene.lines.between(cue.first, i) < 1.9 and not by and cue.way != "place") or scene.lines.between(
                i, token
            ) > 5.9:
                continue
            preposition = preposition_of(scene.sentence, i)
            case = scene.sentence.tokens[i].feats.get("Case", "")
            if (
                preposition in ("с", "со", "из", "в", "на")
                or (not preposition and case == "Nom")
                or name.form == "adjective"
            ):
                found = name.id
    return found


def _part_of(scene: Scene, token: int, topic: Topic) -> tuple[str | None, tuple[str, ...], bool]:
    """A further share of the whole spoken of: «…, ещё 28 процентов – в США»; without a whole, a share of something."""
    listed = _LISTED.search(scene.text[: scene.sentence.tokens[token].start - scene.sentence.start])
    near = [
        (listed is None or i > token, round(scene.lines.between(i, token)), i < token, abs(i - token), n.id)
        for i, ns in scene.at.items() for n in ns
        if scene.lines.between(i, token) < 2.5 and n.id != topic.whole
    ]  # fmt: skip
    gap = scene.sentence.start - topic.whole_at
    if topic.whole is not None and near and gap < 400 and (gap == 0 or topic.metric in TRADE or not topic.metric):
        return "trade.share", (topic.whole, min(near)[-1]), gap == 0
    names = _loose(scene, token) or ([topic.home] if topic.home else [])
    return ("other", tuple(dict.fromkeys(names))[:2], False) if names else (None, (), False)


#: «на Китай – 18 %», «Китай (18 %»: the name stands before its number.
_LISTED = re.compile(r"[^\W\d_](?: ?\(| [–—-] ?)(?:около |почти |более |еще |лишь )*$")
_PRICED = re.compile(r"(?<!\w)(?:газ|нефт|баррел|тонн|зерн|угл|электроэнерг|бензин|кубометр)\w*")


def _measured(metric: str, amount: Amount, before: str) -> str:
    """Deliveries counted in cubic metres or barrels are energy, and so is their growth in per cent."""
    energy = amount.unit in ("m3", "bbl", "bbl/day") or (before == "energy.volume" and amount.unit in ("%", "x"))
    return "energy.volume" if energy else metric


def _earlier_cues(scene: Scene, cue: Cue, topic: Topic) -> None:
    """A cue earlier in the sentence may name the parties: «…белорусско-российской торговле дорого: оборот упал»."""
    for other in scene.cues:
        if other.stop > cue.first or other.metric not in TRADE:
            continue
        if other.way == "place":
            _pair_of_rank(scene, other, topic)
            continue
        if topic.sentence == scene.sentence.start and topic.cue is not None and other.start <= topic.cue.start:
            continue
        said = arguments(scene.sentence, other, scene.at, scene.barred)
        found = flow(other, said, topic.home, topic.flow, verb=False, text=topic.pair) if said.everyone() else None
        if found is not None and len(found.parties) == 2:
            topic.flow = found
            topic.lead = found if found.metric == "trade.turnover" else topic.lead


def _pair_of_rank(scene: Scene, cue: Cue, topic: Topic) -> None:
    """«Мексика стала вторым партнёром Соединённых Штатов: оборот …»: the rank names both sides of what follows."""
    owners = arguments(scene.sentence, cue, scene.at, scene.barred).owner or ([topic.home] if topic.home else [])
    holder = _nominative(scene, cue, cue.first, Flow("trade.turnover", tuple(owners)))
    if owners and holder is not None and "среди" not in scene.text:
        topic.flow = topic.lead = Flow("trade.turnover", (owners[0], holder))


def _nounless(sentence: Sentence, i: int) -> bool:
    """True where an adjective has no noun after it: «украинский – …», «польский остановился на …»."""
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    return after is not None and (
        after.text in ("–", "—", "-", ",") or (after.pos == "VERB" and after.feats.get("VerbForm") == "Fin")
    )


def listen_to_rank(scene: Scene, cue: Cue, topic: Topic) -> None:
    """«Лучшим покупателем остаётся Германия»: what follows may be about goods sold to Germany."""
    owners = arguments(scene.sentence, cue, scene.at, scene.barred).owner or ([topic.home] if topic.home else [])
    holder = _nominative(scene, cue, cue.first, Flow(cue.metric, tuple(owners[:1])))
    if owners and holder is not None and holder != owners[0] and "среди" not in scene.text:
        topic.flow = Flow(cue.metric, (owners[0], holder), sure=False)
        topic.metric, topic.parties, topic.cue = cue.metric, topic.flow.parties, cue
        topic.lead = topic.flow


def _adjectives(scene: Scene, cue: Cue, token: int, before: Flow) -> Flow | None:
    """An adjective that has lost its noun: «российско-узбекский – 5,7 млрд», «австралийский – на шестую»."""
    ids = [
        n.id for i, ns in sorted(scene.at.items()) for n in ns
        if cue.stop < i < token and n.form in ("adjective", "prefix") and scene.lines.between(i, token) < 2.5
        and _nounless(scene.sentence, i)
    ]  # fmt: skip
    if len(ids) == 2:
        return Flow(before.metric, (ids[0], ids[1]))
    if len(ids) == 1 and before.metric in ("trade.exports", "trade.imports") and len(before.parties) == 2:
        other = next((p for p in before.parties if p != ids[0]), None)
        return Flow(before.metric, (ids[0], other)) if other is not None else None
    return None


def _actor(scene: Scene, cue: Cue, said: Arguments) -> list[str]:
    """The subject of the cue's clause: «Индия увеличила импорт российской нефти»."""
    for i, names in sorted(scene.at.items(), reverse=True):
        token = scene.sentence.tokens[i]
        named = [n.id for n in names if n.form not in ("adjective", "prefix") and n.id not in said.everyone()]
        plainly = token.feats.get("Case") == "Nom" and not preposition_of(scene.sentence, i)
        if i < cue.first and named and plainly and scene.lines.between(i, cue.first) < 1.0:
            verb = any(t.pos == "VERB" for t in scene.sentence.tokens[i + 1 : cue.first])
            return named[:1] if verb else []
    return []


def _nominative(scene: Scene, cue: Cue, token: int, found: Flow) -> str | None:
    """A nominative name in the clause of the cue or the amount: «Китай с оборотом в 30 млрд»."""
    best: tuple[float, str] | None = None
    for i, names in scene.at.items():
        for name in names:
            case = scene.sentence.tokens[i].feats.get("Case", "")
            if name.form in ("adjective", "prefix") or name.id in found.parties or preposition_of(scene.sentence, i):
                continue
            if case != "Nom" and not scene.sentence.tokens[i].text.isupper() and not (case == "Acc" and i == 0):
                continue
            cost = min(scene.lines.between(i, cue.first), scene.lines.between(i, token))
            if cost < 2.6 and (best is None or cost < best[0]):
                best = (cost, name.id)
    return best[1] if best else None


def _loose(scene: Scene, token: int) -> list[str]:
    """Names before the amount in its part of the sentence (or right after it), the nearest last."""
    near = [(i, n.id) for i, ns in sorted(scene.at.items()) for n in ns]
    before = [id_ for i, id_ in near if i < token and scene.lines.between(i, token) < 5.9]
    return before or [id_ for i, id_ in near if i > token and scene.lines.between(i, token) < 1.5]
