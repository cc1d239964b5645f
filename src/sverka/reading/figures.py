"""Figures and changes: each amount joined with its metric, parties, period and direction.

Two methods look for the metric independently: the nearest cue on the surface, and the cue that governs the amount
in the syntactic tree. Where they agree the frame is surer; where they disagree the surface wins at low confidence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sverka.claims.mention import Mention
from sverka.claims.period import Period
from sverka.claims.proposition import Change, Figure
from sverka.reading.attachment import by_pronoun, by_surface, by_tree, counts_arms, is_measure, told_as_cause
from sverka.reading.bundle import Analysis
from sverka.reading.carrying import carried, heads, of_paper, take_date
from sverka.reading.change_spans import between_levels, change_period, from_level, unlike_parts, until_now
from sverka.reading.context import bloc_of, home_of, pair_of
from sverka.reading.counted import in_their_money, unit_of
from sverka.reading.date_scope import forecast_for
from sverka.reading.document import Sentence
from sverka.reading.flows import flow
from sverka.reading.grading import Evidence, grade
from sverka.reading.growth import as_rate, is_rate, note_output
from sverka.reading.kinds import Said, again, kind_of
from sverka.reading.lenders import note_debt
from sverka.reading.metrics import TRADE
from sverka.reading.plans import modality_at
from sverka.reading.pointers import NEAR, hosts, last_body
from sverka.reading.quantities import Amount
from sverka.reading.remittances import hear_of_money
from sverka.reading.rest import with_others
from sverka.reading.roles import arguments
from sverka.reading.same_time import hear, keep, last_told, opens_then
from sverka.reading.scene import OPEN, Scene, Topic, scene_of
from sverka.reading.sides import salient
from sverka.reading.subjects import subject_of
from sverka.reading.timing import Timing, timing
from sverka.reading.told_on import HEARD
from sverka.reading.trades import listen_to_rank
from sverka.reading.votecounts import note_vote
from sverka.reading.when_told import of_figure, planned_for, told_when

_WITH_PARTNERS = TRADE | {"trade.share"}
#: No people is as small as that.
_FEW = 100
#: How many states named last are kept in mind.
_NAMED = 4
#: «Приблизительная численность – 3 млн человек, грузин – 2»: a hedge on the whole list.
_ROUGHLY = re.compile(
    r"(?<!\w)(?:приблизительн|ориентировочн|примерн)\w+ (?:численност|числ|количеств|объем|стоимост|сумм)"
)
_MEAN = re.compile(
    r"(?<!\w)(?:в среднем|средне\w+|средн(?:ий|яя|ее|ие|его|ей|ем|их)|ежегодн\w*|каждый год|в год)(?!\w)"
)


def figures(analysis: Analysis) -> list[Mention]:
    """Figures and changes of a text, in order of position, asserted by the author unless planned or hypothetical."""
    return [mention for step in walk(analysis) for mention in step.mentions]


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence read: its scene, its figures, and the topic as it stands when the sentence is over."""

    scene: Scene
    topic: Topic
    mentions: tuple[Mention, ...]


def walk(analysis: Analysis) -> list[Step]:
    """Read on sentence by sentence; done once for a text, as ranks and extremes go by the same topics."""
    if "walk" not in analysis.memo:
        analysis.memo["walk"] = list(_walk(analysis))
    steps: list[Step] = analysis.memo["walk"]
    return steps


def _walk(analysis: Analysis) -> Iterator[Step]:
    last: Said | None = None
    told: Sentence | None = None
    earlier: Period | None = None  # the last date of the sentence before
    home, found = home_of(analysis), analysis.home
    ours = found.state if found is not None and found.evidence == "ours" else home
    topic = Topic(home, ours, pair=pair_of(analysis), salient=salient(analysis.names), bloc=bloc_of(analysis))
    for sentence in analysis.document.sentences:
        scene = scene_of(analysis, sentence, topic.home, told)
        told = sentence
        amounts = analysis.amounts_in(sentence)
        dates = analysis.dates_in(sentence)
        note_vote(scene, topic, dates)
        note_debt(scene, topic)
        note_output(sentence, topic)
        hear(topic.thread, scene.text, sentence, dates)
        then = earlier if not dates and opens_then(sentence) else None
        earlier = last_told(dates)
        kept = topic.flow
        before: Period | None = None  # of the amount before, told or not
        here: Period | None = None  # the last one told in this sentence
        spoken = False
        mentions: list[Mention] = []
        when = Timing(None)
        for amount in amounts:
            if last is None or not again(scene.text, sentence, amount, last):
                when = timing(sentence, amount.core, dates, scene.lines, topic.period, analysis.document.published)
                when = when if then is None or when.said else replace(when, period=then, said=True)
            said = kind_of(scene.text, sentence, amount, when, last)
            if said is None:
                continue
            said = as_rate(said) if said.kind == "change" and is_rate(scene, amount, topic) else said
            mention = _frame(analysis, scene, amount, said, when, topic, before, here)
            within = scene.lines.aside(sentence.index_at(amount.core[0]), -1)
            here = when.period if when.said and not when.over_years and not within else here
            before, last = when.period, said
            spoken = spoken or (mention is not None and when.said)
            if mention is not None:
                mentions.append(mention)
        if not amounts:
            _listen(scene, topic)
            if (due := forecast_for(sentence, dates)) is not None:
                topic.ahead, topic.ahead_at = due, sentence.end
        about = any(c.metric in TRADE or c.metric in ("gdp", "military.spending") for c in scene.cues)
        if dates and not spoken and (about or (not amounts and heads(sentence, scene.text))):
            take_date(topic, [w for w in dates if not of_paper(scene, w)], analysis.document.published)
        mentions = from_level(between_levels(mentions, len(dates)), sentence, dates)
        yield Step(scene, topic.copy(), tuple(in_their_money(mentions)))
        named = {n.id for ns in scene.at.values() for n in ns if n.kind == "state"}
        topic.strangers = named if topic.flow is not kept else topic.strangers | named
        states = tuple(dict.fromkeys(n.id for ns in scene.at.values() for n in ns if len(n.id) == 3))
        topic.named = (*topic.named, *states)[-_NAMED:]
        topic.body = last_body(scene) or topic.body
        if (now := hosts(scene)) or sentence.end - topic.hosts_end > NEAR:
            topic.hosts, topic.hosts_end = now, sentence.end
        topic.recent = states if len(states) == 2 else topic.recent


def _listen(scene: Scene, topic: Topic) -> None:
    """A sentence without amounts may still say what the next ones are about."""
    hear_of_money(scene, topic)
    if scene.cues and scene.cues[-1].metric == "trade.other":  # «сальдо сложилось отрицательным»
        topic.cue, topic.metric, topic.told_at = scene.cues[-1], "trade.other", scene.sentence.start
        topic.roles = dict.fromkeys(topic.parties, "owner")
        return
    for cue in scene.cues:
        if cue.metric in TRADE:
            said = arguments(scene.sentence, cue, scene.at, scene.barred)
            found = flow(cue, said, topic.home, topic.flow, False, topic.recent, topic.pair, topic.bloc)
            if (
                cue.way != "place"
                and found is not None
                and (said.everyone() or topic.flow is None)
                and len(found.parties) == 2
            ):
                topic.lead = found if found.metric == "trade.turnover" else topic.lead
                topic.flow, topic.cue, topic.metric, topic.parties = found, cue, found.metric, found.parties
            if cue.way == "place":
                listen_to_rank(scene, cue, topic)
            return
    heard = {cue.metric for cue in scene.cues} & HEARD
    if len(heard) == 1:
        topic.heard, topic.heard_at = heard.pop(), scene.sentence.start


def _frame(
    analysis: Analysis, scene: Scene, amount: Amount, said: Said, when: Timing, topic: Topic, before: Period | None,
    here: Period | None,
) -> Mention | None:  # fmt: skip
    sentence = scene.sentence
    token = sentence.index_at(amount.core[0])
    last = sentence.index_at(amount.core[1] - 1)
    cues = [
        c
        for c in scene.cues
        if not is_measure(c, scene.barred, token, scene.cues)
        and not (c.metric == "gdp" and c.first > last + 1 and c.first - 1 in scene.barred)  # «5 млрд, или 2 % ВВП»
        and not told_as_cause(c, sentence, token)
    ]
    if topic.metric in TRADE and by_pronoun(sentence, token) and not any(c.first < token for c in cues):
        cues = []  # whatever is told after it is another flow
    near = by_surface(cues, sentence, scene.lines, amount, token, last)
    tree = by_tree(cues, sentence, amount, token)
    cue = near
    topic.doubts, topic.how = 0, ""
    metric, parties, sure = subject_of(scene, amount, said, cue, token, topic)
    if metric == "military.equipment" and not counts_arms(sentence, amount, cue, last):
        return None
    if metric == "population" and amount.kind == "count" and amount.quantity.high < _FEW:
        return None  # «эти два государства» beside a word for their people
    if (
        metric is None or None in parties or len(set(parties)) < len(parties)
    ):  # nobody's share: a text may be about no state at all
        return None
    if metric in (*TRADE, "trade.other") and parties[1:] == ("WLD",) and not _WORLDWIDE.search(scene.text):
        parties = parties[:1]  # all of it, with everyone, though nobody says so
    if metric in _WITH_PARTNERS and with_others(scene, amount):
        topic.doubts += OPEN
    if not when.said and topic.torn and metric in _WITH_PARTNERS:
        topic.doubts += OPEN
    sent = topic.remitted is not None and topic.remitted.end == amount.core[1]  # dated as income is
    as_dated = "income" if sent else metric
    period, when = told_when(analysis, scene, amount, when, topic, as_dated, before, here)
    other = amount.preposition == "против" and metric not in TRADE and not when.base  # of another state, or year
    denied = _NOT.search(scene.text[max(0, said.start - sentence.start - 25) : said.start - sentence.start])
    unit = unit_of(amount, metric, parties, sentence, last)
    quantity = amount.quantity
    bound = "~" if said.bound == "=" and _ROUGHLY.search(_left(scene, amount, 240)) else said.bound
    modality = modality_at(scene.text, sentence, amount, period, analysis.document.published)
    period = planned_for(scene, topic, when, period, modality, token, analysis.document.published)
    start, end = said.start, said.end
    anchor = analysis.document.text[start:end]
    low, high = quantity.low, quantity.high
    if said.level:
        low, high = round(100 - quantity.high, 9), round(100 - quantity.low, 9)
        if high < 0:
            low, high = -high, -low
    if said.kind == "change" and high < 0:  # «спад оценивают в минус 6 %»
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
        if metric == "gdp.growth" and amount.kind == "percent":  # «рост – 3 %, затем спад на 2 %»: output fell
            fields["metric"] = metric = "gdp"
        due = replace(when, period=period) if modality == "planned" and not when.said and period is not None else when
        if len(analysis.dates_in(sentence)) == 1:
            due = until_now(due, metric, topic.period, analysis.document.published)
        stretch = change_period(due, planned=modality == "planned")
        if said.earlier and before is not None:
            stretch = change_period(replace(when, base=when.period, period=before))
        topic.doubts += OPEN if unlike_parts(when) else 0
        proposition = Change(**fields, direction=said.direction, period=stretch)
    else:
        if period is not None and period.grain == "year" and period.first != period.last and _MEAN.search(scene.text):
            topic.doubts += OPEN  # of many years together: no table has their mean
        period = of_figure(scene, amount, when, period, metric, modality)
        proposition = Figure(**fields, period=period)
    value = (metric, quantity.low, quantity.high, amount.unit)
    if said.kind == "figure":
        keep(topic.thread, value, period, end, own=when.said or when.day is not None)
    if modality == "asserted" and when.said and period is not None and (metric in TRADE or not when.over_years):
        topic.period = carried(when, topic, scene, analysis.document.published)
    evidence = Evidence(
        scene, amount, metric, parties, cue, when, topic.how, sure, topic.doubts, said.kind == "change",
        dated=bool(analysis.dates_in(sentence)), against=other,
        carried=period is not None and not when.said and when.day is None,
        disputed=near is not None and tree is not None and near.metric != tree.metric,
    )  # fmt: skip
    return Mention(
        proposition=proposition, anchor=anchor, span=(start, end), modality=modality,
        confidence=grade(evidence),
    )  # fmt: skip


def _left(scene: Scene, amount: Amount, reach: int) -> str:
    """The text of the sentence right before an amount."""
    end = amount.start - scene.sentence.start
    return scene.text[max(0, end - reach) : end]


_WORLDWIDE = re.compile(
    r"(?<!\w)вс(?:е|ем|еми|ех|ему|его) (?:\w+ )?(?:стран|мир|государств|континент)\w*|(?<!\w)миров(?:ой|ую|ом|ым) рын"
)
_NOT = re.compile(r"(?<!\w)не (?:составил|вырос|упал|увеличил|сократил|снизил|достиг|равн)\w* (?:на |в )?$")
