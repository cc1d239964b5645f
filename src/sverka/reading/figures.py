"""Figures and changes: each amount joined with its metric, parties, period and direction.

Two methods look for the metric independently: the nearest cue on the surface, and the cue that governs the amount in the
syntactic tree. Where they agree the frame is surer; where they disagree the surface wins at low confidence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sverka.claims.mention import Mention
from sverka.claims.period import Period
from sverka.claims.proposition import Change, Figure
from sverka.reading.attachment import by_surface, by_tree, fits
from sverka.reading.bundle import Analysis
from sverka.reading.context import Clauses, clauses, home_of
from sverka.reading.document import Name, Sentence
from sverka.reading.flows import Arguments, Flow, aimed, arguments, by_token, flow, preposition_of
from sverka.reading.kinds import Said, kind_of
from sverka.reading.metrics import TRADE, Cue, cues, plain
from sverka.reading.plans import modality_at
from sverka.reading.quantities import Amount
from sverka.reading.shares import share_parties
from sverka.reading.timing import Timing, change_period, timing

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


@dataclass(slots=True)
class Scene:
    """One sentence prepared for reading."""

    sentence: Sentence
    at: dict[int, list[Name]]
    cues: list[Cue]
    lines: Clauses
    text: str
    barred: set[int] = field(default_factory=set)


def scene_of(analysis: Analysis, sentence: Sentence) -> Scene:
    """Cues, names and boundaries of a sentence."""
    text = plain(analysis.document, sentence.start, sentence.end)
    scene = Scene(
        sentence, by_token(sentence, analysis.names), cues(analysis.document, sentence), clauses(sentence), text
    )
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
        scene = scene_of(analysis, sentence)
        amounts = analysis.amounts_in(sentence)
        dates = analysis.dates_in(sentence)
        before: Said | None = None
        for amount in amounts:
            when = timing(sentence, amount.core, dates, scene.lines, topic.period, analysis.document.published)
            said = kind_of(scene.text, sentence, amount, when)
            if said is None:
                continue
            mention = _frame(analysis, scene, amount, said, when, topic, before)
            before = said
            if mention is not None:
                yield mention, (sentence, topic)
        if not amounts:
            _listen(scene, topic)
        if (amounts or scene.cues) and dates:
            _date(topic, dates)
        yield None, (sentence, topic)


def _listen(scene: Scene, topic: Topic) -> None:
    """A sentence without amounts may still say what the next ones are about."""
    for cue in scene.cues:
        if cue.metric in TRADE:
            said = arguments(scene.sentence, cue, scene.at, scene.barred)
            found = flow(cue, said, topic.home, topic.flow, verb=False)
            if found is not None and (said.everyone() or topic.flow is None) and len(found.parties) == 2:
                topic.flow, topic.cue, topic.metric, topic.parties = found, cue, found.metric, found.parties
            return


def _date(topic: Topic, dates: Sequence[object]) -> None:
    for when in dates:
        period = getattr(when, "period", None)
        relation = getattr(when, "relation", "")
        if isinstance(period, Period) and relation in ("in", "by", "ago") and period.grain in ("year", "month"):
            topic.period = period if relation != "by" or topic.period is None else topic.period
            return


def _frame(
    analysis: Analysis, scene: Scene, amount: Amount, said: Said, when: Timing, topic: Topic, before: Said | None
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
    confidence -= 0.0 if cue is not None else 0.1
    confidence -= 0.0 if when.said else 0.05
    confidence -= 0.0 if not amount.inherited else 0.03
    confidence -= 0.0 if metric in TRADE or metric == "trade.share" else 0.25
    period = when.period
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
    proposition: Figure | Change
    if said.kind == "change":
        stretch = change_period(when)
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


def _carried(when: Timing, topic: Topic) -> Period | None:
    """Later sentences go on with the latest period; a year mentioned for comparison does not take over."""
    period = when.period
    if topic.period is None or period is None or topic.period.end is None or period.end is None:
        return period
    return topic.period if period.end < topic.period.end and period.grain == topic.period.grain else period


def _subject(
    scene: Scene, amount: Amount, said: Said, cue: Cue | None, token: int, topic: Topic
) -> tuple[str | None, tuple[str, ...], bool]:
    """Metric and parties of an amount."""
    sentence = scene.sentence
    share = share_parties(scene.text, sentence, amount, said.kind, cue, token, scene.at, topic.home, topic.flow)
    if share is not None:
        return share
    if cue is not None and cue.metric in TRADE:
        verb = sentence.tokens[cue.first].pos == "VERB" and sentence.tokens[cue.first].feats.get("VerbForm") != "Part"
        said_of = arguments(sentence, cue, scene.at, scene.barred)
        found = flow(cue, said_of, topic.home, topic.flow, verb)
        if found is None:
            return None, (), False
        new = _newcomer(scene, cue, said_of, token)
        if new is not None and new != topic.home:
            found = aimed(found, new, topic.home) or found
        topic.flow, topic.cue, topic.metric, topic.parties = found, cue, found.metric, found.parties
        return found.metric, found.parties, found.sure and len(found.parties) == 2
    if cue is not None:
        states = _parties_near(scene, cue, token, topic)
        if not states:
            return None, (), False
        topic.metric, topic.parties, topic.cue = cue.metric, states, cue
        return cue.metric, states, len(states) == 1
    if amount.kind in _TRADE_UNITS and topic.flow is not None and topic.metric in TRADE:
        found = topic.flow
        names = _loose(scene, token)
        fresh = [n for n in names if n not in found.parties]
        if fresh:
            found = aimed(found, fresh[-1], topic.home) or found
        elif not names and amount.kind in ("percent", "fraction") and said.kind == "figure":
            return None, (), False
        topic.flow, topic.parties = found, found.parties
        return found.metric, found.parties, True
    if topic.metric and topic.metric not in TRADE and said.kind == "change" and fits(topic.metric, amount):
        return topic.metric, topic.parties, False
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
            if i in said.tokens or len(name.id) != 3 and name.kind != "organization":
                continue
            if scene.lines.between(cue.first, i) < 1.9 or scene.lines.between(i, token) > 5.9:
                continue
            preposition = preposition_of(scene.sentence, i)
            case = scene.sentence.tokens[i].feats.get("Case", "")
            if preposition in ("с", "со", "из", "в", "на") or (not preposition and case == "Nom") or name.form == "adjective":
                found = name.id
    return found


def _loose(scene: Scene, token: int) -> list[str]:
    """Names before the amount in its part of the sentence (or right after it), the nearest last."""
    out: list[str] = []
    for i, names in sorted(scene.at.items()):
        if (i < token and scene.lines.between(i, token) < 5.9) or (i > token and scene.lines.between(i, token) < 1.5):
            out.extend(n.id for n in names)
    return out


def _parties_near(scene: Scene, cue: Cue, token: int, topic: Topic) -> tuple[str, ...]:
    """Parties of a metric that is no trade: names in the phrase of the cue, else of the clause, else the text's own."""
    said = arguments(scene.sentence, cue, scene.at, scene.barred)
    ids = said.everyone()
    if not ids:
        span = min(cue.first, token), max(cue.stop, token)
        ids = [n.id for i, ns in sorted(scene.at.items()) if span[0] - 8 <= i <= span[1] + 6 for n in ns]
        ids = [i for i in ids if scene.lines is not None]
    if not ids and topic.home is not None:
        ids = [topic.home]
    return tuple(dict.fromkeys(ids))[:3]

