"""Subjects: what an amount measures and whose it is – from its cue, its clause, the list it stands in, or the topic."""

import re
from dataclasses import replace

from sverka.reading import fuels
from sverka.reading.attachment import fits
from sverka.reading.balances import between, exceeds, not_traded
from sverka.reading.bracketed import bracketed
from sverka.reading.counted_members import counted_members
from sverka.reading.growth import is_rate
from sverka.reading.kinds import Said
from sverka.reading.lenders import of_loan
from sverka.reading.metrics import TRADE, Cue, share_word
from sverka.reading.outputs import part_of_output
from sverka.reading.owners import owners
from sverka.reading.parted import of_part
from sverka.reading.pointers import of_those_told, sourced
from sverka.reading.portions import portion_of_trade
from sverka.reading.pricing import by_the_piece, everybodys, is_the_piece, of_goods
from sverka.reading.quantities import Amount
from sverka.reading.remittances import remitted
from sverka.reading.scene import OPEN, Scene, Told, Topic
from sverka.reading.scores import scored
from sverka.reading.shares import LISTED, share_noun, share_parties
from sverka.reading.standing import speaks
from sverka.reading.suppliers import both_ends
from sverka.reading.told_on import goes_on, same_again, same_ends, spoken_of, told_of
from sverka.reading.trades import carried_on, of_cue
from sverka.reading.votecounts import goes_on_voting, of_vote
from sverka.reading.wares import no_fuel, of_wares

#: What only gas and oil are told in.
_FUEL_UNITS = fuels.UNITS - {"kWh"}
#: What may pass through a state on its way.
_SHIPPED = frozenset({"energy.volume", "trade.exports"})
_TRADE_UNITS = ("money", "percent", "fraction", "times", "points")


def subject_of(
    scene: Scene, amount: Amount, said: Said, cue: Cue | None, token: int, topic: Topic
) -> tuple[str | None, tuple[str, ...], bool]:
    """Metric and parties of an amount; a sum told again in another currency, in brackets, is of the same."""
    told = topic.told
    if told is not None and amount.kind == "money" and told.unit != amount.unit and _in_brackets(scene, amount, told):
        topic.how = "named"
        return told.metric, told.parties, True
    if said.kind == "figure" and (part := bracketed(scene, amount, topic)) is not None:
        topic.how = "named"
        return part
    delivered = topic.parties if "energy.volume" in (topic.metric, topic.measured) else ()
    metric, parties, sure = _subject_of(scene, amount, said, cue, token, topic)
    if metric == "energy.volume" and said.kind == "figure":
        parties = both_ends(scene, token, parties, delivered, topic)
    topic.told = Told(metric, parties, amount.unit, amount.core[1]) if metric and amount.kind == "money" else None
    return metric, parties, sure


def _in_brackets(scene: Scene, amount: Amount, told: Told) -> bool:
    """«2,8 трлн иен (порядка 19,6 млрд долларов)»: nothing but a bracket stands between."""
    start = scene.sentence.start
    return told.end > start and scene.text[told.end - start : amount.start - start] in (" (", " (или ", " (это ")


def _subject_of(
    scene: Scene, amount: Amount, said: Said, cue: Cue | None, token: int, topic: Topic
) -> tuple[str | None, tuple[str, ...], bool]:
    """Metric and parties of an amount by its own words and by what was told before."""
    sentence = scene.sentence
    if is_the_piece(scene, amount):
        return None, (), False
    if said.kind == "figure" and (score := scored(scene, amount, token, topic)) is not None:
        return score
    if amount.kind == "count" and said.kind == "figure" and (bodies := counted_members(scene, amount, topic)):
        topic.how = "named"
        return "other", bodies, True
    if cue is not None and cue.metric in TRADE and of_wares(scene, cue):
        topic.doubts += 3
    share_of = amount.kind in ("percent", "fraction") and said.kind == "figure"
    if share_of and fuels.goods_through(scene, amount, token):
        cue = Cue(token, token + 1, amount.core[0], amount.core[1], "transit", "")
        topic.metric, topic.cue, topic.parties = "transit", cue, owners(scene, amount, cue, token, topic)
        return "transit", topic.parties, False
    if share_of and (part := part_of_output(scene, amount, token, topic)) is not None:
        return part
    if (home := remitted(scene, amount, cue, token, topic)) is not None:
        return home
    share = share_parties(
        scene.text, sentence, amount, said.kind, cue, token, scene.at, topic.home,
        topic.flow if topic.metric in TRADE else None,
        any(c.metric in TRADE for c in scene.cues) and share_noun(scene.text),
    )  # fmt: skip
    if share_of and (share is None or share[0] == "other"):
        share = portion_of_trade(scene, amount, token, topic) or share
    if share is not None and share[0] == "trade.share" and fuels.is_share(scene, amount):
        share = "energy.share", share[1], share[2]
        topic.metric, topic.told_at = "energy.share", sentence.start
    if share is not None:
        if share[0] == "trade.share":
            topic.share, topic.share_at = share[1], sentence.start
        topic.whole, topic.whole_at = (share[1][0], sentence.start) if share[0] == "trade.share" else (None, -1)
        return share
    if share_of:
        cue = of_part(scene, amount, cue)
    cue = of_loan(scene, amount, cue, token)
    if same_ends(scene, amount, topic):
        cue = Cue(-1, 0, -1, -1, topic.metric, "")  # «на эти цели в бюджете заложено 5 млрд»
    if cue is not None and cue.metric == "energy.volume" and no_fuel(scene, amount):
        cue = replace(cue, metric="other", way="made")
    if cue is not None and cue.metric == "population" and of_those_told(scene, amount, topic):
        cue = replace(cue, metric=topic.metric)
    if cue is None and same_again(scene, amount, said, topic):
        cue = Cue(-1, 0, -1, -1, topic.metric, "")
    if cue is None and is_rate(scene, amount, topic):  # «прогнозировали рост в 6 %»
        cue = Cue(-1, 0, -1, -1, "gdp.growth", "")
    if cue is None and said.kind == "figure" and goes_on_voting(scene, amount, topic):
        return of_vote(scene, amount, token, topic)
    if cue is None and (not scene.cues or topic.told_at == sentence.start) and goes_on(scene, amount, topic):
        cue = told_of(scene, topic)
    if amount.kind == "percent" and said.kind == "figure" and cue is None and (told := spoken_of(scene, amount, topic)):
        topic.doubts += 1
        cue = Cue(-1, 0, -1, -1, told, "")
    fuel = _fuel(scene, amount, cue, said, topic)
    cue = fuel or cue
    if amount.kind in ("percent", "fraction") and said.kind == "figure" and (cue is None or cue.metric in TRADE):
        return _part_of(scene, token, topic)
    if cue is not None and cue.metric in _SHIPPED and amount.kind == "volume" and fuels.passes_through(scene, token):
        cue = replace(cue, metric="transit", way="")
    elif cue is not None and cue.metric == "transit" and fuels.only_pumped(scene, amount, cue, token):
        cue = replace(cue, metric="energy.volume")
    if amount.kind == "money" and by_the_piece(scene, amount) and (cue is None or of_goods(scene)):
        cue = Cue(token, token + 1, amount.core[0], amount.core[1], "price", "")
    if cue is not None and cue.metric == "price" and amount.kind == "money" and not of_goods(scene):
        return None, (), False
    if cue is None and goes_on(scene, amount, topic):
        cue = told_of(scene, topic)
    if cue is None and amount.unit == "km2":
        cue = Cue(token, token + 1, amount.core[0], amount.core[1], "territory", "")
    if cue is None and amount.unit in _FUEL_UNITS and not (topic.metric and fits(topic.metric, amount)):
        burnt = "other" if no_fuel(scene, amount) else "energy.volume"
        cue = Cue(token, token + 1, amount.core[0], amount.core[1], burnt, "")
    if cue is not None and cue.metric in TRADE:
        metric, parties, sure = of_cue(scene, amount, said, cue, token, topic)
        return ("trade.other" if exceeds(scene, amount) else metric), parties, sure
    if cue is not None and cue.metric == "vote":
        return of_vote(scene, amount, token, topic)
    if cue is not None:
        if cue.metric == "gdp" and said.kind == "figure" and amount.kind in ("percent", "fraction"):
            portion = _SHARE_OF_GDP.search(scene.text)
            own = _own_metric(scene, portion.start(), portion.end()) if portion is not None else ""
            cue = replace(cue, metric=own or "gdp.share") if portion is not None else cue
            if cue.metric == "gdp":  # in per cent output is told as a part of another's, or as what it grew by
                cue = replace(cue, metric="gdp.share" if _in_part(scene, amount) else "gdp.growth")
        states = owners(scene, amount, cue, token, topic)
        states = between(scene, cue, states, topic) if cue.metric == "trade.other" else states
        if cue.metric == "price" and everybodys(scene, states, topic):
            states = ("WLD",)
        if not states:
            return None, (), False
        topic.metric, topic.parties, topic.cue = cue.metric, states, cue
        return cue.metric, states, len(states) == 1
    balance = topic.metric == "trade.other" and bool(_loose(scene, token))  # partners told after it are of the trade
    if amount.kind in _TRADE_UNITS and topic.flow is not None and (topic.metric in TRADE or balance):
        if said.kind == "change" and share_noun(scene.text[: amount.start - sentence.start]):
            topic.doubts += OPEN  # a share of something that is not told changed, not the trade spoken of before
        if (what := not_traded(scene, amount)) != "":
            return ("trade.other", topic.flow.parties, False) if what == "loss" else (None, (), False)
        return carried_on(scene, amount, said, _loose(scene, token), topic, topic.flow)
    same = said.kind == "change" or (amount.kind in ("volume", "persons") and topic.metric != "vote")
    if topic.metric and topic.metric not in TRADE and same and fits(topic.metric, amount):
        far = Cue(-1, 0, -1, -1, topic.metric, "") if topic.told_at != sentence.start else topic.cue
        topic.parties = owners(scene, amount, far, token, topic) if far is not None else topic.parties
        return topic.metric, topic.parties, False
    spoken = spoken_of(scene, amount, topic)
    if spoken:
        topic.doubts += 2
        states = owners(scene, amount, Cue(-1, 0, -1, -1, spoken, ""), token, topic)
        topic.metric, topic.parties = spoken, states
        return (spoken, states, False) if states else (None, (), False)
    if amount.kind == "percent" and said.kind == "figure":
        names = _loose(scene, token, topic.home)
        return ("other", tuple(dict.fromkeys(names))[:2], False) if names else (None, (), False)
    if amount.kind == "money":
        names = _loose(scene, token, topic.home)
        return ("other", tuple(dict.fromkeys(names))[:2], False) if names else (None, (), False)
    return None, (), False


def _fuel(scene: Scene, amount: Amount, cue: Cue | None, said: Said, topic: Topic) -> Cue | None:
    """«получает из России 80 процентов газа»: a share of what fuel a state uses, as a cue of its own."""
    if amount.kind not in ("percent", "fraction") or said.kind != "figure":
        return None
    if fuels.of_fuel(scene, amount):
        at = scene.sentence.index_at(amount.core[1])
        return Cue(at, at + 1, amount.core[1], amount.core[1], "energy.share", "")
    listed = topic.metric == "energy.share" and topic.told_at == scene.sentence.start
    return topic.cue if listed and cue is not None and cue.metric == "energy.volume" else None


def _part_of(scene: Scene, token: int, topic: Topic) -> tuple[str | None, tuple[str, ...], bool]:
    """A further share of the whole spoken of: «…, ещё 28 процентов – в США»; without a whole, a share of something."""
    end = scene.sentence.tokens[token].start - scene.sentence.start
    listed = LISTED.search(scene.text[max(0, end - 60) : end])
    near = [
        (listed is None or i > token, round(scene.lines.between(i, token)), i < token, abs(i - token), n.id)
        for i, ns in scene.at.items() for n in ns
        if scene.lines.between(i, token) < 2.5 and n.id != topic.whole
    ]  # fmt: skip
    gap = scene.sentence.start - topic.whole_at
    if topic.whole is not None and near and gap < 400 and (gap == 0 or topic.metric in TRADE or not topic.metric):
        return "trade.share", (topic.whole, min(near)[-1]), gap == 0
    names = _loose(scene, token, topic.home)  # nothing says whose it is or of what: better nothing than a guess
    return ("other", tuple(dict.fromkeys(names))[:2], False) if names else (None, (), False)


def _loose(scene: Scene, token: int, home: str | None = None) -> list[str]:
    """Names before the amount in its part of the sentence (or right after it), the nearest last."""
    near = [
        (i, n.id) for i, ns in sorted(scene.at.items()) for n in ns if not speaks(scene, i) and not sourced(scene, n)
    ]
    before = [id_ for i, id_ in near if i < token and scene.lines.between(i, token) < 5.9]
    if home is not None:
        before = [id_ for id_ in before if not _BODY.match(id_)]
    after = [id_ for i, id_ in near if i > token and scene.lines.between(i, token) < 1.5]
    return before or [id_ for id_ in after if home is None or not _BODY.match(id_)]


_SHARE_OF_GDP = re.compile(r"(?<!\w)дол[яиюе] [^.;,]{1,60} в (?:\w+ )?ввп(?!\w)")


def _own_metric(scene: Scene, start: int, end: int) -> str:
    """«доля военных расходов в ВВП»: spending, told as a share; of industry or oil it is a share of output."""
    start, end = start + scene.sentence.start, end + scene.sentence.start
    return next((c.metric for c in scene.cues if start < c.start < end and c.metric in _OF_STATES), "")


def _in_part(scene: Scene, amount: Amount) -> bool:
    """«ВВП нефть даёт только 14 %», «чья доля в мировом ВВП составляла 2 %»: a part of output."""
    end = amount.core[0] - scene.sentence.start
    return share_word(scene.text[max(0, end - _CLAUSE) : end + _BEHIND]) or _MEASURED_BY.search(scene.text) is not None


#: «тратит, относительно ВВП, больше всех»
_MEASURED_BY = re.compile(
    r"(?<!\w)(?:относительно|по отношению к|в сравнении с|(?:в )?процент\w{0,2} (?:от|к)) ввп(?!\w)"
)
#: How many characters before and behind a number its clause has at most.
_CLAUSE, _BEHIND = 60, 20
_OF_STATES = frozenset({"military.spending", "debt", "budget", "aid", "investment"})
#: Bodies and parties of a state by a common name: what they do is told of the state.
_BODY = re.compile(
    r"org:[^«\"]{0,40}(?:комитет|совет|министерств|служб|бюро|управлени|комисси|ведомств|парти[яи]|администраци|агентств|"
    r"департамент|суд|палат)\w*",
    re.IGNORECASE,
)
