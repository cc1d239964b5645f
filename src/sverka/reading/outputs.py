"""Outputs: «1,8 процента ВВП», «треть мирового ВВП», «64 % прироста» – what is measured against output, and whose.

Debts, budgets and remittances told in per cent of output stay what they are; where nothing else is measured it is a
part of the whole's output.
"""

import re

from sverka.reading.attachment import is_measure
from sverka.reading.metrics import TRADE, Cue
from sverka.reading.nearby import right_of, row_of
from sverka.reading.owners import owners, worldwide
from sverka.reading.pointers import the_body
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene, Topic
from sverka.reading.standing import named, stretch
from sverka.reading.territories import spots
from sverka.reading.wordlists import words

_OF_GDP = re.compile(r"^ (?:\w+ ){0,3}(?:ввп|валового|мирового валового)")
_OF_GROWTH = re.compile(
    r"^ (?:\w+ ){0,2}?(?:прирост\w*|рост\w*) (?:ввп|экономик|производств)|^ (?:\w+ ){0,2}экономического роста"
)
#: What is told in per cent of output without being a part of it; remittances are a part.
_MEASURED = frozenset({"debt", "budget", "military.spending", "investment", "aid", "trade.other"})
#: Told of before, an amount of these may be told again as a part of output, in the same breath or in a next sentence.
_TOLD_AGAIN = frozenset({"debt", "budget", "military.spending"})
#: «84 млрд, или 4,5 % ВВП», «84 млрд (4,5 % ВВП)», «84 млрд – это 4,5 % ВВП».
_AGAIN = words("– — или ( есть это около примерно почти более с до против вместо")
#: How far back it may have been told of, in characters.
_CLOSE = 250


def part_of_output(
    scene: Scene, amount: Amount, token: int, topic: Topic
) -> tuple[str | None, tuple[str, ...], bool] | None:
    """Metric and parties of a percentage of output; None if it is none."""
    right = scene.text[amount.core[1] - scene.sentence.start :][:90]
    growth = _OF_GROWTH.match(right) is not None
    if not growth and not _OF_GDP.match(right):
        return _part_of_told(scene, amount, token, topic, right)
    measured = _measured(scene, token, topic)
    if measured is not None and not growth:
        parties = owners(scene, amount, measured, token, topic)
        topic.metric, topic.parties, topic.cue = measured.metric, parties, measured
        return (measured.metric, parties, len(parties) == 1) if parties else (None, (), False)
    start, stop = stretch(scene, amount, token)
    whole = [i for i in right_of(scene, amount) if not i.startswith("org:")]
    view = spots(scene, "gdp.share", scene.at) if scene.others else scene.at
    here = [i for i, _ in named(scene, amount, token, start, stop, view) if i not in whole]
    if not whole and worldwide(scene, token, stop):
        whole = ["WLD"]
    if not here and whole == ["WLD"]:  # «суммарный ВВП этих стран – четверть мирового»
        here = the_body(scene, topic)
    if (
        not here and whole == ["WLD"] and _POINTED.search(scene.text) is not None
    ):  # «экономике, на которую приходится 15 % мирового ВВП»: of the one spoken of
        here = [p for p in topic.parties if len(p) == _STATE and p != "WLD"][:1] if _close(scene, topic) else []
        here = here or ([topic.home] if topic.home is not None else [])
        topic.doubts += 1
    if not here and not whole:
        here = [topic.home] if topic.home is not None else []
    parties = tuple(dict.fromkeys([*here, *row_of(scene, here), *whole]))[:3]
    if not parties:
        return None, (), False
    metric = "gdp.growth" if growth else "gdp.share"
    topic.metric, topic.parties, topic.told_at = metric, parties, scene.sentence.start
    topic.roles = dict.fromkeys(parties, "owner")
    return metric, parties, False


def _part_of_told(
    scene: Scene, amount: Amount, token: int, topic: Topic, right: str
) -> tuple[str | None, tuple[str, ...], bool] | None:
    """«Две трети этой суммы приходятся на Перу», «из них 54 % – на три страны – Перу, Чили и Чад»: whose part."""
    if topic.metric in TRADE or not topic.metric or not 0 <= scene.sentence.start - topic.told_at < _CLOSE:
        return None
    end = amount.start - scene.sentence.start
    if not _OF_SUM.match(right) and not (_OF_THEM.search(scene.text, max(0, end - 60), end) and _FALLS.search(right)):
        return None
    start, stop = stretch(scene, amount, token)
    named_in = _LISTED.search(scene.text, amount.core[1] - scene.sentence.start)
    if named_in is not None:  # «на три страны – Перу, Чили и Чад»
        stop = len(scene.sentence.tokens)
    elif ")" in right[:2]:
        start, stop = stretch(scene, amount, min(scene.sentence.index_at(amount.core[1]) + 1, stop))
        stop = next(
            (k for k in range(stop + 1, len(scene.sentence.tokens)) if k in scene.barred), len(scene.sentence.tokens)
        )
    whole = [p for p in topic.parties if p not in ("WLD",)] or list(topic.parties)
    here = [i for i, _ in named(scene, amount, token, start, stop) if i not in whole]
    here = [*here, *row_of(scene, here)]
    if not here:
        return None
    return topic.metric, tuple(dict.fromkeys([*here, *whole[:1]]))[:_MOST], True


def _close(scene: Scene, topic: Topic) -> bool:
    return 0 <= scene.sentence.start - topic.told_at < _CLOSE


#: Words for a state told of before.
_POINTED = re.compile(
    r"(?<!\w)(?:на (?:котор(?:ую|ый|ое)|нее|него|эту страну|страну|республику)|чья|чей|"
    r"(?:ее|его) дол[яию]|дол[яию] страны)(?!\w)"
)
#: How long the id of a state is.
_STATE = 3
#: How many share a part at most.
_MOST = 10
_OF_SUM = re.compile(
    r" (?:от |из )?(?:этой|той|данной|указанной|всей|общей) (?:суммы|цифры|величины)|"
    r" (?:от |из )?(?:этого|всего|общего|указанного) (?:объема|долга|количества|числа)|"
    r" (?:от |из )?(?:этих|всех|указанных) (?:средств|денег|расходов|трат)"
)
_OF_THEM = re.compile(r"(?<!\w)(?:из них|из этой суммы|из этих (?:средств|денег)|из этого (?:объема|числа))(?!\w)")
_FALLS = re.compile(
    r"^\)? ?(?:[–—] )?(?:\([^)]{1,12}\) )?(?:приход\w+|пришл\w+|прид\w+|доста\w+|получ\w+|тратит|на |у )"
)
_LISTED = re.compile(r"(?:на|у) (?:[а-я]+ ){0,3}(?:стран|государств|держав)\w* ?[–—:(]")


def _measured(scene: Scene, token: int, topic: Topic) -> Cue | None:
    before = [
        c for c in scene.cues
        if c.stop <= token and scene.lines.between(c.first, token) < 2.6
        and not is_measure(c, scene.barred, token, scene.cues)
    ]  # fmt: skip
    if before:
        return before[-1] if before[-1].metric in _MEASURED else None
    own = {c.metric for c in scene.cues} - {"gdp", "gdp.growth"}
    far = [c for c in scene.cues if c.stop <= token and c.metric in _MEASURED and own == {c.metric}]
    if far:  # «никто не тратит на оборону столько, сколько Польша: 3,9 % ВВП»
        return far[-1]
    gap = scene.sentence.start - topic.told_at
    if gap == 0 and scene.sentence.tokens[token - 1].text.lower() in _AGAIN:
        return topic.cue if topic.metric in _MEASURED else None  # «долг США – 15 трлн, Японии – 200 процентов ВВП»
    if 0 < gap < _CLOSE and not own and topic.metric in _TOLD_AGAIN:
        return Cue(-1, 0, -1, -1, topic.metric, "")
    return None
