"""Figures and changes: each amount joined with its metric, parties, period and direction.

Two methods look for the metric independently: the nearest cue on the surface, and the cue that governs the amount in the
syntactic tree. Where they agree the frame is surer; where they disagree the surface wins at low confidence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sverka.claims.mention import Mention
from sverka.claims.period import Period
from sverka.claims.proposition import Change, Figure
from sverka.reading.attachment import by_surface, by_tree, fits
from sverka.reading.bundle import Analysis
from sverka.reading.context import Clauses, clauses, home_of
from sverka.reading.dates import When
from sverka.reading.document import Name, Sentence
from sverka.reading.flows import Arguments, Flow, aimed, arguments, by_token, flow, preposition_of
from sverka.reading.kinds import Said, kind_of
from sverka.reading.metrics import TRADE, Cue, cues, plain
from sverka.reading.plans import modality_at
from sverka.reading.quantities import Amount
from sverka.reading.shares import share_noun, share_parties
from sverka.reading.timing import Timing, change_period, timing

_TO_LEVEL = re.compile(r"[^.;]{0,60}? до (?:\w+ ){0,2}\d")
_SOURCE = re.compile(
    r"(?:по данным|по оценк\w+|по подсчет\w+|по прогноз\w+|по сведениям|согласно(?: \w+){0,2}|по информации|эксперт\w+|аналитик\w+|"
    r"опрос\w*|доклад\w*|исследовани\w+|как сообща\w+|сообща\w+|пишет|газет\w+|издани\w+)(?: \w+)? $"
)
_TRADE_UNITS = ("money", "percent", "fraction", "times", "points")


@dataclass(slots=True)
class Topic:
    """What the text speaks of at a point: relation and period; `other` is the last metric that is not trade, with its parties."""

    home: str | None
    flow: Flow | None = None
    period: Period | None = None
    metric: str = ""
    parties: tuple[str, ...] = ()
    cue: Cue | None = None
    lead: Flow | None = None
    sentence: int = -1
    recent: tuple[str, ...] = ()
    day: Period | None = None
    resolution: str | None = None
    whole: str | None = None
    whole_at: int = -1


@dataclass(slots=True)
class Scene:
    """One sentence prepared for reading."""

    sentence: Sentence
    at: dict[int, list[Name]]
    cues: list[Cue]
    lines: Clauses
    text: str
    barred: set[int] = field(default_factory=set)


_ONE_STATE = ("республик", "стран")


def scene_of(analysis: Analysis, sentence: Sentence, home: str | None = None) -> Scene:
    """Cues, names and boundaries of a sentence. «Республика» is the text's own country."""
    text = plain(analysis.document, sentence.start, sentence.end)
    names = [
        replace(n, id=home)
        if home and n.form == "pronoun" and text[n.start - sentence.start :].startswith(_ONE_STATE)
        else n
        for n in analysis.names
        if sentence.start <= n.start < sentence.end
        and not (
            len(n.id) != 3 and _SOURCE.search(text[max(0, n.start - sentence.start - 50) : n.start - sentence.start])
        )
    ]
    scene = Scene(sentence, by_token(sentence, names), cues(analysis.document, sentence), clauses(sentence), text)
    for amount in analysis.amounts_in(sentence):
        first, last = sentence.index_at(amount.core[0]), sentence.index_at(amount.core[1] - 1)
        scene.barred.update(range(first, last + 1))
    return scene


def figures(analysis: Analysis) -> list[Mention]:
    """Figures and changes of a text, in order of position, asserted by the author unless planned or hypothetical."""
    return [mention for mention, _ in walk(analysis) if mention is not None]


def walk(analysis: Analysis) -> Iterator[tuple[Mention | None, tuple[Sentence, Topic]]]:
    """Read on sentence by sentence; yields each mention, and the topic as it stands after each sentence."""
    topic = Topic(home_of(analysis))
    for sentence in analysis.document.sentences:
        scene = scene_of(analysis, sentence, topic.home)
        amounts = analysis.amounts_in(sentence)
        dates = analysis.dates_in(sentence)
        _vote(scene, topic, dates)
        before: Period | None = None
        last: Said | None = None
        spoken = False
        for amount in amounts:
            when = timing(sentence, amount.core, dates, scene.lines, topic.period, analysis.document.published)
            said = kind_of(scene.text, sentence, amount, when, last)
            if said is None:
                continue
            mention = _frame(analysis, scene, amount, said, when, topic, before)
            before, last = when.period, said
            spoken = spoken or (mention is not None and when.said)
            if mention is not None:
                yield mention, (sentence, topic)
        if not amounts:
            _listen(scene, topic)
        if dates and not spoken and any(c.metric in TRADE or c.metric == "gdp" for c in scene.cues):
            _date(topic, dates)
        yield None, (sentence, topic)
        states = tuple(dict.fromkeys(n.id for ns in scene.at.values() for n in ns if len(n.id) == 3))
        topic.recent = states if len(states) == 2 else topic.recent


_RESOLUTION = re.compile(r"резолюци\w+|проект\w* резолюци\w+")


def _vote(scene: Scene, topic: Topic, dates: Sequence[When]) -> None:
    """Remember the day last named, and the state a resolution of the United Nations is about."""
    days = [w.period for w in dates if w.period is not None and w.period.grain == "day" and w.relation == "in"]
    topic.day = days[-1] if days else topic.day
    found = _RESOLUTION.search(scene.text)
    if found is not None:
        after = [
            n.id
            for ns in scene.at.values()
            for n in ns
            if n.kind == "state" and n.start > scene.sentence.start + found.end()
        ]
        topic.resolution = after[0] if after else topic.resolution


def _listen(scene: Scene, topic: Topic) -> None:
    """A sentence without amounts may still say what the next ones are about."""
    for cue in scene.cues:
        if cue.metric in TRADE:
            said = arguments(scene.sentence, cue, scene.at, scene.barred)
            found = flow(cue, said, topic.home, topic.flow, verb=False, recent=topic.recent)
            if (
                cue.way != "place"
                and found is not None
                and (said.everyone() or topic.flow is None)
                and len(found.parties) == 2
            ):
                topic.lead = found if found.metric == "trade.turnover" else topic.lead
                topic.flow, topic.cue, topic.metric, topic.parties = found, cue, found.metric, found.parties
            return


def _date(topic: Topic, dates: Sequence[When]) -> None:
    for when in dates:
        period, relation = when.period, when.relation
        if period is not None and relation in ("in", "by", "ago") and period.grain in ("year", "month"):
            topic.period = period if relation != "by" or topic.period is None else topic.period
            return


def _frame(
    analysis: Analysis, scene: Scene, amount: Amount, said: Said, when: Timing, topic: Topic, before: Period | None
) -> Mention | None:
    sentence = scene.sentence
    token = sentence.index_at(amount.core[0])
    last = sentence.index_at(amount.core[1] - 1)
    near = by_surface(scene.cues, sentence, scene.lines, amount, token, last)
    tree = by_tree(scene.cues, sentence, amount, token)
    confidence = 0.9
    cue = near
    if near is not None and tree is not None and near != tree:
        confidence -= 0.2 if near.metric != tree.metric else 0.05
    elif tree is None:
        confidence -= 0.05
    metric, parties, sure = _subject(scene, amount, said, cue, token, topic)
    if metric is None:
        return None
    confidence -= 0.0 if sure else 0.2
    confidence -= 0.15 if metric in TRADE and len(parties) < 2 and len(parties[0]) == 3 else 0.0
    confidence -= 0.0 if cue is not None else 0.1
    confidence -= 0.0 if when.said else 0.05
    confidence -= 0.0 if not amount.inherited else 0.03
    confidence -= 0.0 if metric in TRADE or metric == "trade.share" else 0.25
    period = when.period
    if amount.preposition == "против" and before is not None and period == before and not before.is_open:
        period = before.shift(years=-1)
    if amount.preposition in ("с", "со") and _TO_LEVEL.match(scene.text[amount.end - sentence.start :]):
        touching = [
            x for x in analysis.dates_in(sentence) if 0 <= x.start - amount.end < 40 and x.start < _level(scene, amount)
        ]
        period = touching[0].period if touching else None
    if metric == "vote":
        period = topic.day
        confidence -= 0.2 if period is None else 0.0
    denied = _NOT.search(scene.text[max(0, said.start - sentence.start - 25) : said.start - sentence.start])
    if scene.text.rstrip().endswith("?"):
        confidence -= 0.4
    unit = amount.unit
    if unit == "" and metric in TRADE:
        unit, confidence = "USD", confidence - 0.2
    if unit == "":
        unit = "persons" if metric in ("population", "military.personnel", "tourism", "migration") else "units"
    quantity = amount.quantity
    bound = said.bound
    modality = modality_at(scene.text, sentence, amount, period, analysis.document.published)
    if modality == "planned" and not when.said:
        period = None
    start, end = said.start, said.end
    anchor = analysis.document.text[start:end]
    low, high = quantity.low, quantity.high
    if said.level:
        low, high = 100 - quantity.high, 100 - quantity.low
        if high < 0:
            low, high = -high, -low
    fields = {
        "metric": metric, "parties": parties, "low": low, "high": high, "unit": unit, "bound": bound,
        "tolerance": quantity.tolerance,
    }  # fmt: skip
    if denied is not None and modality == "asserted" and amount.quantity.bound == "=":
        modality = "denied"
    proposition: Figure | Change
    fields["denied"] = modality == "denied"
    if said.kind == "change":
        stretch = change_period(when, planned=modality == "planned")
        if said.earlier and before is not None:
            stretch = change_period(replace(when, base=when.period, period=before))
        proposition = Change(**fields, direction=said.direction, period=stretch)
        confidence -= 0.1 if stretch is None else 0.0
    else:
        proposition = Figure(**fields, period=period)
        if period is None:
            confidence -= 0.1
    if modality == "asserted" and when.said and period is not None:
        topic.period = _carried(when, topic)
    return Mention(
        proposition=proposition, anchor=anchor, span=(start, end), modality=modality,
        confidence=max(0.05, min(0.95, confidence)),
    )  # fmt: skip


def _level(scene: Scene, amount: Amount) -> int:
    """Where the second end of «с 63 % до 88 %» begins."""
    found = _TO_LEVEL.match(scene.text[amount.end - scene.sentence.start :])
    return amount.end + found.end() if found is not None else amount.end


def _carried(when: Timing, topic: Topic) -> Period | None:
    """Later sentences go on with the latest period; a year mentioned for comparison does not take over."""
    period = when.period
    if period is not None and period.first != period.last and period.grain == "year":
        return topic.period
    if topic.period is None or period is None or topic.period.end is None or period.end is None:
        return period
    return topic.period if period.end < topic.period.end and period.grain == topic.period.grain else period


def _subject(
    scene: Scene, amount: Amount, said: Said, cue: Cue | None, token: int, topic: Topic
) -> tuple[str | None, tuple[str, ...], bool]:
    """Metric and parties of an amount."""
    sentence = scene.sentence
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
        topic.whole, topic.whole_at = (share[1][-1], sentence.start) if share[0] == "trade.share" else (None, -1)
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
        topic.flow = elliptic or topic.flow
        found = topic.flow
        return _measured(found.metric, amount), found.parties, found.sure and len(found.parties) == 2
    if cue is not None and cue.metric in TRADE:
        _earlier_cues(scene, cue, topic)
        verb = sentence.tokens[cue.first].pos == "VERB" and sentence.tokens[cue.first].feats.get("VerbForm") != "Part"
        said_of = arguments(sentence, cue, scene.at, scene.barred)
        if cue.way in ("out", "in", "buy") and not (said_of.owner or said_of.subject):
            said_of.subject = _actor(scene, cue, said_of)
        found = flow(cue, said_of, topic.home, topic.flow, verb, topic.recent)
        if found is None:
            return None, (), False
        new = _newcomer(scene, cue, said_of, token)
        if new is not None and new != topic.home:
            found = aimed(found, new, topic.home) or found
        if new is None and (len(found.parties) < 2 or "WLD" in found.parties or not said_of.everyone()):
            near = _nominative(scene, cue, token, found)
            found = (aimed(Flow(found.metric, (found.parties[0],)), near, topic.home) or found) if near else found
        topic.flow, topic.cue, topic.metric, topic.parties = found, cue, found.metric, found.parties
        topic.lead = found if found.metric == "trade.turnover" else topic.lead
        topic.sentence = sentence.start
        return _measured(found.metric, amount), found.parties, found.sure and len(found.parties) == 2
    if cue is not None and cue.metric == "vote":
        return ("vote", ("UN", topic.resolution), True) if topic.resolution else (None, (), False)
    if cue is not None:
        states = _parties_near(scene, amount, cue, token, topic)
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
        topic.flow, topic.parties, topic.metric = found, found.parties, found.metric
        topic.sentence = sentence.start
        return found.metric, found.parties, True
    same = said.kind == "change" or amount.kind in ("volume", "persons")
    if topic.metric and topic.metric not in TRADE and same and fits(topic.metric, amount):
        return topic.metric, topic.parties, False
    if amount.kind == "percent" and said.kind == "figure":
        names = _loose(scene, token) or ([topic.home] if topic.home else [])
        return ("other", tuple(dict.fromkeys(names))[:2], False) if names else (None, (), False)
    if amount.kind == "money":
        names = _loose(scene, token)
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
            if i in said.tokens or len(name.id) != 3 and name.kind != "organization":
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


_NOT = re.compile(r"(?<!\w)не (?:составил|вырос|упал|увеличил|сократил|снизил|достиг|равн)\w* (?:на |в )?$")


def _part_of(scene: Scene, token: int, topic: Topic) -> tuple[str | None, tuple[str, ...], bool]:
    """A further share of the whole spoken of: «…, ещё 28 процентов – в США»; without a whole, a share of something."""
    near = [
        (round(scene.lines.between(i, token)), i < token, abs(i - token), n.id) for i, ns in scene.at.items() for n in ns
        if scene.lines.between(i, token) < 2.5 and n.id != topic.whole
    ]  # fmt: skip
    gap = scene.sentence.start - topic.whole_at
    if topic.whole is not None and near and gap < 400 and (gap == 0 or topic.metric in TRADE or not topic.metric):
        return "trade.share", (min(near)[-1], topic.whole), gap == 0
    names = _loose(scene, token) or ([topic.home] if topic.home else [])
    return ("other", tuple(dict.fromkeys(names))[:2], False) if names else (None, (), False)


_PRICED = re.compile(r"(?<!\w)(?:газ|нефт|баррел|тонн|зерн|угл|электроэнерг|бензин|кубометр)\w*")


def _measured(metric: str, amount: Amount) -> str:
    """Deliveries counted in cubic metres or barrels are energy."""
    return "energy.volume" if amount.unit in ("m3", "bbl", "bbl/day") else metric


def _earlier_cues(scene: Scene, cue: Cue, topic: Topic) -> None:
    """A cue earlier in the sentence may name the parties: «…белорусско-российской торговле дорого: оборот упал»."""
    for other in scene.cues:
        if other.stop > cue.first or other.metric not in TRADE or other.way == "place":
            continue
        if topic.sentence == scene.sentence.start and topic.cue is not None and other.start <= topic.cue.start:
            continue
        said = arguments(scene.sentence, other, scene.at, scene.barred)
        found = flow(other, said, topic.home, topic.flow, verb=False) if said.everyone() else None
        if found is not None and len(found.parties) == 2:
            topic.flow = found
            topic.lead = found if found.metric == "trade.turnover" else topic.lead


def _adjectives(scene: Scene, cue: Cue, token: int, before: Flow) -> Flow | None:
    """An adjective that has lost its noun: «российско-узбекский – 5,7 млрд», «австралийский – на шестую»."""
    ids = [
        n.id for i, ns in sorted(scene.at.items()) for n in ns
        if cue.stop < i < token and n.form in ("adjective", "prefix") and scene.lines.between(i, token) < 2.5
        and scene.sentence.tokens[min(i + 1, len(scene.sentence.tokens) - 1)].text in ("–", "—", "-", ",")
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
    out: list[str] = []
    for i, names in sorted(scene.at.items()):
        if (i < token and scene.lines.between(i, token) < 5.9) or (i > token and scene.lines.between(i, token) < 1.5):
            out.extend(n.id for n in names)
    return out


def _parties_near(scene: Scene, amount: Amount, cue: Cue, token: int, topic: Topic) -> tuple[str, ...]:
    """Parties of a metric that is no trade: names in the phrase of the cue, else of the clause, else the text's own."""
    said = arguments(scene.sentence, cue, scene.at, scene.barred)
    ids = said.everyone()
    if amount.kind == "persons":
        ids = [n.id for ns in scene.at.values() for n in ns if amount.start <= n.start < amount.end] + ids
    if topic.metric == cue.metric and topic.parties and (not ids or topic.cue == cue):
        return topic.parties
    if not ids:
        span = min(cue.first, token), max(cue.stop, token)
        ids = [n.id for i, ns in sorted(scene.at.items()) if span[0] - 8 <= i <= span[1] + 6 for n in ns]
    if cue.metric in ("territory", "vote", "debt", "aid"):
        ids = [n.id for i, ns in sorted(scene.at.items()) for n in ns if scene.lines.between(i, token) < 5] or ids
    if not ids and topic.home is not None:
        ids = [topic.home]
    states = [i for i in ids if not i.startswith("org:")]
    ids = states or ids
    return tuple(dict.fromkeys(ids))[:3]
