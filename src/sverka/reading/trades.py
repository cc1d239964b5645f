"""Trades: which flow an amount measures – of its cue, of the list it goes on with, of what was spoken of before."""

import re

from sverka.claims.ids import prefix_of
from sverka.reading.bare_adjectives import by_adjective
from sverka.reading.context import clause_span
from sverka.reading.flows import Flow, aimed, flow
from sverka.reading.fuels import measured
from sverka.reading.kinds import Said
from sverka.reading.metrics import TRADE, Cue
from sverka.reading.nearby import from_to, with_its
from sverka.reading.pointers import we
from sverka.reading.quantities import Amount
from sverka.reading.references import OURS
from sverka.reading.roles import Arguments, arguments, preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.standing import mark
from sverka.reading.wordlists import words

Subject = tuple[str | None, tuple[str, ...], bool]


def of_cue(scene: Scene, amount: Amount, said: Said, cue: Cue, token: int, topic: Topic) -> Subject:
    """Metric and parties of an amount with a cue of trade: the same as of the amount before, or a new one."""
    if topic.cue == cue and topic.flow is not None:
        return _of_list(scene, amount, cue, token, topic, topic.flow)
    sentence = scene.sentence
    _earlier_cues(scene, cue, topic)
    verb = sentence.tokens[cue.first].pos == "VERB" and sentence.tokens[cue.first].feats.get("VerbForm") != "Part"
    said_of = arguments(sentence, cue, scene.at, scene.barred)
    if cue.way in ("out", "in", "buy") and not (said_of.owner or said_of.subject):
        said_of.subject = _actor(scene, cue, said_of)
    ours = _ours(scene, cue, said_of, topic)
    found = flow(cue, said_of, ours, topic.flow, verb, topic.recent, topic.pair, topic.bloc)
    if found is None:
        told = bool(topic.parties) and not said_of.standins
        return (cue.metric, topic.parties, False) if told else (None, (), False)
    found = _opposite(scene, cue, said_of, found, topic)
    same_pair = topic.flow is not None and set(found.parties) == set(topic.flow.parties)
    if same_pair and not said_of.everyone() and topic.strangers - set(found.parties):
        topic.doubts += 1
    if (new := _newcomer(scene, cue, said_of, token)) is not None and new[0] != topic.home:
        found = aimed(found, new[0], topic.home) or found
    if new is None and (len(found.parties) < 2 or "WLD" in found.parties or not said_of.everyone()):
        near = _nominative(scene, cue, token, found)
        found = (aimed(Flow(found.metric, (found.parties[0],)), near, topic.home) or found) if near else found
    topic.flow, topic.cue, topic.metric, topic.parties = found, cue, found.metric, found.parties
    topic.lead = found if found.metric == "trade.turnover" else topic.lead
    topic.sentence = sentence.start
    topic.roles = {n.id: mark(scene, i, n) for i, ns in scene.at.items() if i < token for n in ns}
    topic.measured = measured(found.metric, amount, "", scene, cue)
    if said.kind == "change" and _of_share(scene, amount, cue):
        return "trade.share", tuple(p for p in found.parties if p != "WLD"), False
    alone = len(said_of.everyone()) == 1 and (not found.sure or said_of.owner == said_of.everyone())
    if topic.measured == "energy.volume" and alone:
        return topic.measured, tuple(said_of.everyone()), False  # oil is sold to more than one
    return topic.measured, found.parties, found.sure and len(found.parties) == 2


def _ours(scene: Scene, cue: Cue, said: Arguments, topic: Topic) -> str | None:
    """Whose trade it is where nobody is named for it: of whoever says «мы» and «наш», else of the text's own state."""
    tokens = scene.sentence.tokens
    beside = any(t.lemma in OURS for t in tokens[max(0, cue.first - 2) : cue.first])
    if topic.ours is None or not (beside or we(scene, cue.first)):
        return topic.home
    ours = _speaking(scene, topic)
    if not (said.owner or said.subject):
        said.subject = [ours]
    if said.thence or said.away:
        said.recent = (*said.recent, *reversed(topic.named))
    return ours


def _speaking(scene: Scene, topic: Topic) -> str:
    """Who says «наш» where the text's own state is the partner: «наш оборот с Россией» says the other of a pair."""
    ours = topic.ours or ""
    facing = any(
        n.id == ours and n.form == "noun" and preposition_of(scene.sentence, i) in _FACING
        for i, names in scene.at.items()
        for n in names
    )
    return next((p for p in topic.pair if p != ours), ours) if facing and ours in topic.pair else ours


def _of_list(scene: Scene, amount: Amount, cue: Cue, token: int, topic: Topic, before: Flow) -> Subject:
    """A further amount of the same cue: «с Россией – 5, с Китаем – 7», «украинский – 3»."""
    if (both := _pair_between(scene, cue, token)) is not None:
        return before.metric, both, True
    if (whither := from_to(scene, token)) is not None and before.metric != "trade.turnover":
        seller, buyer = whither
        parties = (seller, buyer) if before.metric == "trade.exports" else (buyer, seller)
        topic.flow = Flow(before.metric, parties, before.sure)
        topic.measured = measured(before.metric, amount, topic.measured)
        return topic.measured, parties, before.sure
    new = _newcomer(scene, cue, arguments(scene.sentence, cue, scene.at, scene.barred), token)
    if (its := with_its(scene, token)) is not None:  # «Чад обошёл Чили с её 7 млрд»: in the place of who passed it
        gone = next((p for p in reversed(before.parties) if p != topic.home), its)
        before, new = Flow(before.metric, tuple(its if p == gone else p for p in before.parties), before.sure), None
    if new is not None:
        before = _instead(topic, before, *new) or before
    kept = by_adjective(scene, cue, token, before, topic.home) or before
    topic.flow = kept
    topic.measured = measured(kept.metric, amount, topic.measured if topic.sentence == scene.sentence.start else "")
    return topic.measured, kept.parties, kept.sure and len(kept.parties) == 2


def _instead(topic: Topic, before: Flow, new: str, how: str) -> Flow | None:
    """The flow with a newcomer in the place of the party under the same mark: «Иран поставил 7, Катар – 9»."""
    same = [p for p in before.parties if topic.roles.get(p) == how]
    if len(same) == 1 and how in ("subject", "source") and len(before.parties) == 2 and new not in before.parties:
        return Flow(before.metric, tuple(new if p == same[0] else p for p in before.parties), before.sure)
    return aimed(before, new, topic.home) if new != topic.home or "WLD" in before.parties else None


def _opposite(scene: Scene, cue: Cue, said: Arguments, found: Flow, topic: Topic) -> Flow:
    """One side named in a sentence that has told of another flow of the kind: the other side is the same.

    Where two cues side by side name an owner each and nobody else, each is told of its trade with everyone.
    """
    named, before = said.everyone(), topic.flow
    if len(named) != 1 or named[0] not in found.parties or len(found.parties) != 2 or found.metric == "trade.turnover":
        return found
    at = found.parties.index(named[0])
    if said.owner == named and _rival(scene, cue, named[0]):
        return Flow(found.metric, (named[0], "WLD"), sure=False) if at == 0 else found
    told = before is not None and topic.sentence == scene.sentence.start and before.metric == found.metric
    if not told or before is None or len(before.parties) != 2 or named[0] in before.parties:
        return found
    other = before.parties[1 - at]
    return Flow(found.metric, (named[0], other) if at == 0 else (other, named[0]), sure=False)


def _rival(scene: Scene, cue: Cue, owner: str) -> bool:
    at = scene.cues.index(cue)
    for other in scene.cues[max(0, at - 1) : at + 2]:
        if other != cue and other.metric == cue.metric and other.way == cue.way:
            theirs = arguments(scene.sentence, other, scene.at, scene.barred)
            if len(theirs.owner) == 1 and theirs.everyone() == theirs.owner and theirs.owner != [owner]:
                return True
    return False


def carried_on(scene: Scene, amount: Amount, said: Said, names: list[str], topic: Topic, before: Flow) -> Subject:
    """An amount without any cue goes on with the flow spoken of; `names` are those round it."""
    found = before
    if topic.sentence != scene.sentence.start and _other_subject(scene, amount):
        topic.doubts += 1
    if topic.sentence != scene.sentence.start and found.metric != "trade.turnover" and topic.lead is not None:
        found = topic.lead
    fresh = [n for n in names if n not in found.parties]
    if fresh:
        found = aimed(found, fresh[-1], topic.home) or found
    elif not names and amount.kind in ("percent", "fraction") and said.kind == "figure":
        return None, (), False
    elif topic.strangers - set(found.parties):
        topic.doubts += 1  # other states have been named since: the relation may be another by now
    topic.flow, topic.parties, topic.metric = found, found.parties, found.metric
    topic.sentence = scene.sentence.start
    return found.metric, found.parties, found.sure and len(found.parties) == 2


def _other_subject(scene: Scene, amount: Amount) -> bool:
    """A sentence with a subject of its own («фермеры потеряют 5 млрд») hardly goes on about the trade before."""
    tokens = scene.sentence.tokens
    first, stop = clause_span(scene.sentence, scene.sentence.index_at(amount.core[0]))
    return any(
        t.pos == "NOUN" and t.rel.startswith("nsubj") and t.lemma not in _SAME and i not in scene.barred
        for i, t in enumerate(tokens[first:stop], first)
    )


_SAME = words("показатель объем цифра сумма рост прирост падение спад результат итог год партнер сосед")


def _newcomer(scene: Scene, cue: Cue, said: Arguments, token: int) -> tuple[str, str] | None:
    """A partner named between cue and amount in a clause of its own («…; с Узбекистаном – на 700 млн»), and how."""
    if cue.first >= token and (said.partner or said.source or said.target):
        return None  # «на 20 % снизился импорт из Швеции»: the flow behind the number has a partner of its own
    low, high = (cue.stop, token) if cue.first < token else (0, token)
    found = None
    for i in range(low, high):
        for name in scene.at.get(i, ()):
            following = [t.lemma for t in scene.sentence.tokens[i + 1 : i + 5]]
            if "который" in following and "," in following and i + 5 > cue.stop and cue.first < token:
                found = name.id, "companion"
                continue
            if i in said.tokens or (len(name.id) != 3 and name.kind not in _GROUPS):
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
                found = name.id, mark(scene, i, name)
    return found


_FACING = frozenset({"с", "со", "из", "в", "во", "от"})
#: Partners besides states: «страны СНГ», «Африка».
_GROUPS = ("organization", "group", "place")


def _of_share(scene: Scene, amount: Amount, cue: Cue) -> bool:
    """«доля … в экспорте выросла»: what changed is the share."""
    start = max(0, min(cue.start, amount.start) - scene.sentence.start - 90)
    left = scene.text[start : amount.start - scene.sentence.start]
    return _SHARE_MOVED.search(left) is not None


_SHARE_MOVED = re.compile(r"(?<!\w)дол[яи] [^;.]{0,60}(?:экспорт|импорт|вывоз|ввоз|оборот|торговл)\w*[^;.,]{0,40}$")


def _pair_between(scene: Scene, cue: Cue, token: int) -> tuple[str, ...] | None:
    """«взаимная торговля …, в том числе между Казахстаном и Россией – …»: two of those it is about."""
    for k in range(token - 1, max(cue.stop, token - 8), -1):
        if scene.sentence.tokens[k].text.lower() == "между":
            ids = [n.id for i in range(k + 1, token) for n in scene.at.get(i, ())]
            return tuple(ids) if len(ids) == 2 else None
    return None


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


def listen_to_rank(scene: Scene, cue: Cue, topic: Topic) -> None:
    """«Лучшим покупателем остаётся Германия»: what follows may be about goods sold to Germany."""
    owners = arguments(scene.sentence, cue, scene.at, scene.barred).owner or ([topic.home] if topic.home else [])
    holder = _nominative(scene, cue, cue.first, Flow(cue.metric, tuple(owners[:1])))
    if owners and holder is not None and holder != owners[0] and "среди" not in scene.text:
        topic.flow = Flow(cue.metric, (owners[0], holder), sure=False)
        topic.metric, topic.parties, topic.cue = cue.metric, topic.flow.parties, cue
        topic.lead = topic.flow


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
    """A nominative name in the clause of the cue or the amount («Китай с оборотом в 30 млрд»); an office reports."""
    best: tuple[float, str] | None = None
    for i, names in scene.at.items():
        for name in names:
            case = scene.sentence.tokens[i].feats.get("Case", "")
            if name.form in ("adjective", "prefix") or name.id in found.parties or prefix_of(name.id) == "org":
                continue
            if preposition_of(scene.sentence, i):
                continue
            if case != "Nom" and not scene.sentence.tokens[i].text.isupper() and not (case == "Acc" and i == 0):
                continue
            cost = min(scene.lines.between(i, cue.first), scene.lines.between(i, token))
            if cost < (2.6 if i < max(token, cue.first) else 1.9) and (best is None or cost < best[0]):
                best = (cost, name.id)
    return best[1] if best else None
