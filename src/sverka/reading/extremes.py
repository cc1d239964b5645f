"""Extremes: a record against a series' own history – «рекорд», «исторический максимум», «никогда не было выше»."""

import re
from collections.abc import Iterator

from sverka.claims.mention import Mention
from sverka.claims.period import Period
from sverka.claims.proposition import Change, Extreme, Figure
from sverka.claims.vocabulary import Extremum
from sverka.reading.bundle import Analysis
from sverka.reading.figures import Step, walk
from sverka.reading.flows import Flow, flow
from sverka.reading.headlines import of_lead
from sverka.reading.metrics import TRADE
from sverka.reading.modality import to_come
from sverka.reading.record_words import SCOPE, extremum, superlatives_over, unheard_of
from sverka.reading.roles import arguments
from sverka.reading.scene import Scene, Topic
from sverka.reading.timing import timing

#: What a highest or unheard-of one is of, where nothing else says over what: «исторически высокий уровень».
_LEVEL = r"(?:уровн|значени|показател|отметк|величин|объем|размер|высот)\w*"
_EVER = r"(?: никогда| ни разу| еще| прежде| раньше)*"
_MAX = re.compile(
    r"(?<!\w)(?:(?:абсолютн\w+ |исторически\w+ |новы\w+ |очередн\w+ )?рекорд(?:|а|у|ом|е|ы|ов|но|н\w+)|"
    r"историческ\w+ (?:максимум\w*|пик\w*)|максимум\w* (?:за|со?|в истории)|"
    rf"{SCOPE} это (?:был )?максимум|"
    r"(?:наи)?высш\w+ (?:за|показател\w+)|наивысш\w+ уровн\w+|(?:достиг\w*|до) (?:сво\w+ )?высшего уровня|"
    rf"высш\w+ уровн\w+ [^.;,]{{0,40}}?{SCOPE}|"  # but «совет высшего уровня» is one of heads of state
    rf"(?:наибольш|наивысш|высочайш|максимальн|крупнейш)\w+ [^.;,]{{0,40}}?{SCOPE}|"
    rf"(?:максимальн\w+ историческ|историческ\w+ максимальн|беспрецедентн|невиданн|небывал)\w+ (?:высок\w+ )?{_LEVEL}|"
    r"(?:исторически|небывало|беспрецедентно|рекордно) (?:высок|максимальн)\w+|"
    rf"сам(?:ый|ая|ое|ого|ую|ым|ой|ом) (?:высок|больш|крупн|масштабн)\w+ [^.;,]{{0,50}}?{SCOPE}|"
    rf"(?:выше|больше|дороже) (?:\w+ ){{0,2}}не (?:было|бывал|поднимал|подскакивал)\w*{_EVER}|"
    r"никогда (?:прежде |раньше |еще )?(?:\w+ ){0,6}?не (?:был[аио]? (?:\w+ )?(?:выше|больше)|достигал\w*|"
    r"поднимал\w*|торгова\w+)|которых не было никогда|(?:выше|больше),? чем когда-либо)(?!\w)"
)
_MIN = re.compile(
    r"(?<!\w)(?:антирекорд\w*|историческ\w+ (?:минимум\w*|дн[оа])|минимум\w* (?:за|со?|в истории)|"
    rf"{SCOPE} это (?:был )?минимум|"
    rf"(?:минимальн\w+ историческ|историческ\w+ минимальн)\w+ {_LEVEL}|"
    r"(?:исторически|небывало|беспрецедентно|рекордно) (?:низк|мал|минимальн)\w+|(?:ниже|меньше),? чем когда-либо|"
    rf"(?:наименьш|наинизш|нижайш|минимальн)\w+ [^.;,]{{0,40}}?{SCOPE}|"
    rf"сам(?:ый|ая|ое|ого|ую|ым|ой|ом) (?:низк|маленьк|слаб)\w+ [^.;,]{{0,50}}?{SCOPE}|"
    rf"(?:ниже|меньше|дешевле) (?:\w+ ){{0,2}}не (?:было|бывал|опускал|падал|снижал)\w*{_EVER}|"
    r"никогда (?:прежде |раньше |еще )?(?:\w+ ){0,6}?не (?:был[аио]? (?:\w+ )?(?:ниже|меньше)|опускал\w*))(?!\w)"
)
#: Letters of which every record has some; looked for first, as most sentences have none of them.
_LETTERS = (
    "рекорд", "истори", "максим", "миним", "высш", "высоч", "наибол", "крупнейш", "беспрец", "невидан", "небывал",
    "самы", "сама", "само", "саму", "выше", "ниже", "больше", "меньш", "дороже", "дешевле", "никогда", "когда-либо",
    "наиниз", "нижайш",
)  # fmt: skip
#: «рекордный рост», «рекордный минус»: the record is of the change or of a balance; no series of levels answers it.
_OF_CHANGE = re.compile(
    r" ?(?:\b(?:\w+ ){1,2}?)?"
    r"(?:темп|рост|прирост|паден|спад|сокращ|сниж|снизи|увелич|вырос|выраст|упал|урожа|перепад|скач|минус|плюс|убыт|разниц)\w*"
)
#: Whose growth is a series of its own: «самый низкий темп роста ВВП за тридцать лет».
_GROWING = frozenset({"gdp", "gdp.growth"})
_FALL = re.compile(r"паден|спад|сокращ|сниж|снизи|упал")
#: «Приблизился к рекорду», «не дотянул до него»: what came short of one.
_SHORT = re.compile(
    r"(?<!\w)(?:прибли[зж]\w+|близ(?:ок|ка|ко|ки|ким|кой|ких)|вплотную|не дотя\w+|недотя\w+|не дости\w+|дал[её]к\w*|"
    r"не хвати\w+|уступ\w+|ниже|отста\w+) (?:\w+ ){0,3}$"
)


def extremes(analysis: Analysis) -> list[Mention]:
    """Extremes of a text in order of position."""
    out: list[Mention] = []
    rate = False  # the last number told before was a rate of growth
    for step in walk(analysis):
        scene, topic = step.scene, step.topic
        found: list[tuple[Extremum, re.Match[str]]] = []
        if any(map(scene.text.__contains__, _LETTERS)):
            found = [("min", m) for m in _MIN.finditer(scene.text)]
            low = [(m.start(), m.end()) for _, m in found]
            found += [
                ("max", m) for m in _MAX.finditer(scene.text) if not any(a < m.end() and m.start() < b for a, b in low)
            ]
        for direction, m in sorted(found, key=lambda item: item[1].start()):
            if _SHORT.search(scene.text[max(0, m.start() - _BESIDE) : m.start()]):
                continue
            mention = _of_figure(analysis, step, direction, m) or _extreme(analysis, scene, topic, direction, m, rate)
            if mention is not None:
                out.append(mention)
        out += _otherwise(analysis, step, found, rate)
        if step.mentions:
            first = step.mentions[0].proposition
            rate = isinstance(first, Change) and first.unit == "%"
    return out


def _otherwise(
    analysis: Analysis, step: Step, found: list[tuple[Extremum, re.Match[str]]], rate: bool
) -> Iterator[Mention]:  # fmt: skip
    """Records in other words: «такого не было с 2009 года», «худший результат за десять лет»."""
    scene, taken = step.scene, [m.span() for _, m in found]

    def free(m: re.Match[str]) -> bool:
        return not any(a < m.end() and m.start() < b for a, b in taken)

    for direction, m in unheard_of(scene.text, scene.sentence.words):
        if free(m):
            taken.append(m.span())
            mention = _of_figure(analysis, step, direction, m, changes=True)
            mention = mention or _extreme(analysis, scene, step.topic, direction, m, rate)
            if mention is not None:
                yield mention
    for m in superlatives_over(scene.text, scene.sentence.words):
        start, end = scene.sentence.start + m.start(), scene.sentence.start + m.end()
        named = any(scene.sentence.tokens[c.first].start < end and c.end > start - _TOUCH for c in scene.cues)
        named = named or _slump(scene, m)
        told_of = named or any(
            abs(f.span[1] - start) < _TOUCH
            or (f.span[1] < start and _THIS_IS.fullmatch(scene.text[f.span[1] - scene.sentence.start : m.start()]))
            for f in step.mentions
        )
        if not free(m) or not told_of:
            continue
        taken.append(m.span())
        mention = _of_figure(analysis, step, "max", m) or _extreme(analysis, scene, step.topic, "max", m, rate)
        if mention is not None and isinstance(mention.proposition, Extreme):
            told = mention.proposition
            least = "max" if _slump(scene, m) else extremum(m, told.metric)
            turned = {"max": "min", "min": "max"}[told.direction] if least == "min" else told.direction
            grown = any(isinstance(f.proposition, Change) and f.span[1] <= start for f in step.mentions)
            metric = "gdp.growth" if told.metric == "gdp" and grown else told.metric
            yield mention.model_copy(
                update={"proposition": told.model_copy(update={"direction": turned, "metric": metric})}
            )


_OPENED = re.compile(r"(?<!\w)(?:со?|начала|конца|середины|времен|момента|дня|пор)$")
#: What is a fall of output by its name alone.
_SLUMP = re.compile(r"(?<!\w)(?:рецесси|экономическ\w+ спад|спад\w* (?:экономик|производств|ввп))")


def _slump(scene: Scene, m: re.Match[str]) -> bool:
    """«Самая сильная рецессия с …», «экономика пережила сильнейший спад за …»: a fall of output."""
    return _SLUMP.search(m.group()) is not None or (" спад" in m.group() and "экономик" in scene.text)


#: «… на 2,3 %, сообщило ведомство, – это | лучший результат за шесть лет».
_THIS_IS = re.compile(r"(?:,[^,.;:–—]{3,50})?,? [–—] (?:и )?(?:это |уже )?")
#: How near a superlative stands to what it measures, in characters.
_TOUCH = 12
#: «На самом низком уровне с 2009 года, когда рост составил …»: a number of another time.
_THEN = re.compile(r", (?:когда|котор\w+|в то время)")
#: What is called by a common noun was measured in the sentence before.
_MEASURE = re.compile(r"(?<!\w)(?:(?:показател|значени|уровен|цифр|величин)\w*|это)(?!\w)", re.IGNORECASE)
#: The grade of deliveries told of in a text on fuel: of which of both they are a record is open.
_OF_FUEL = 0.3
#: What a record is worth beside the number whose measure, parties and time it takes: one of them is not its own.
_BORNE = 0.85
#: How far a record may stand from the number that is one.
_BESIDE = 90


def _of_figure(
    analysis: Analysis, step: Step, direction: Extremum, m: re.Match[str], changes: bool = False
) -> Mention | None:  # fmt: skip
    """The record that a number beside it is: «17,9 % – максимум за полтора десятилетия» takes all from the number."""
    if _OF_CHANGE.match(step.scene.text, m.end()) or _OF_CHANGE.search(m.group()):
        return None
    start, end = step.scene.sentence.start + m.start(), step.scene.sentence.start + m.end()
    near = [
        (max(start - f.span[1], f.span[0] - end, 0), f)
        for f in step.mentions
        if isinstance(f.proposition, (Figure, Change) if changes else Figure)
        and f.modality == "asserted" and f.proposition.metric != "other"
        and not _THEN.search(step.scene.text[m.end() : max(m.end(), f.span[0] - step.scene.sentence.start)])
    ]  # fmt: skip
    gap, figure = min(near, key=lambda pair: pair[0]) if near else (_BESIDE, None)
    if figure is None or gap >= _BESIDE or not isinstance(figure.proposition, Figure | Change):
        return None
    told, metric = figure.proposition, figure.proposition.metric
    if isinstance(told, Change):  # «сжался на 11 %, такого не было никогда»
        metric, direction = "gdp.growth" if metric == "gdp" else metric, "max" if told.direction == "+" else "min"
    period = told.period
    if isinstance(told, Change) and period is not None and period.last is not None:
        period = Period(period.last, period.last)
    return Mention(
        proposition=Extreme(metric=metric, parties=told.parties, direction=direction, period=period),
        anchor=analysis.document.text[start:end], span=(start, end), modality=to_come(analysis, (start, end)),
        confidence=max(0.05, _BORNE * (figure.confidence or 0.5)),
    )  # fmt: skip


def _extreme(
    analysis: Analysis, scene: Scene, topic: Topic, direction: str, m: re.Match[str], rate: bool
) -> Mention | None:  # fmt: skip
    sentence = scene.sentence
    changed = _OF_CHANGE.match(scene.text, m.end()) or _OF_CHANGE.search(m.group())
    changed = None if _slump(scene, m) else changed
    start, end = sentence.start + m.start(), sentence.start + m.end()
    here = sentence.index_at(start)
    cues = [c for c in scene.cues if scene.lines.between(c.first, here) < 6.5]
    cues.sort(key=lambda c: scene.lines.between(c.first, here) + 0.05 * abs(c.first - here) + (c.first > here))
    if changed and not (cues and cues[0].metric in _GROWING):
        return None
    if changed and _FALL.search(changed.group()):
        direction = "min" if direction == "max" else "max"  # «рекордный спад» is the least growth
    confidence = 0.85
    if cues and cues[0].metric in TRADE:
        found: Flow | None = topic.flow if topic.cue == cues[0] else None
        if found is None:
            said = arguments(sentence, cues[0], scene.at, scene.barred)
            found = flow(cues[0], said, topic.home, topic.flow, verb=False, text=topic.pair)
        if found is None or len(found.parties) < 2:
            return None
        metric, parties = found.metric, found.parties
        confidence -= 0.0 if found.sure else 0.2
        confidence = min(confidence, _OF_FUEL) if topic.metric == "energy.volume" else confidence
    elif changed:
        named = [n.id for ns in scene.at.values() for n in ns if n.kind == "state"] or [topic.home or ""]
        metric, parties, confidence = "gdp.growth", tuple(dict.fromkeys(n for n in named if n))[:1], 0.5
    elif _slump(scene, m):
        states = [n.id for ns in scene.at.values() for n in ns if n.kind == "state"] or [topic.home or ""]
        metric, parties, confidence = "gdp.growth", tuple(n for n in states if n)[:1], 0.5
        direction = "min"
    elif cues:
        names = [n.id for ns in scene.at.values() for n in ns]
        metric, parties, confidence = (
            cues[0].metric,
            tuple(dict.fromkeys(names or ([topic.home] if topic.home else [])))[:2],
            0.5,
        )
    elif topic.flow is not None and topic.metric in TRADE:
        metric, parties, confidence = topic.flow.metric, topic.flow.parties, 0.8
    elif topic.metric and topic.parties and _MEASURE.search(scene.text[: m.end()]):
        metric, parties, confidence = topic.metric, topic.parties, 0.5
        metric = "gdp.growth" if rate and metric == "gdp" else metric
    else:
        return None
    if not parties:
        return None
    dates, carried = analysis.dates_in(sentence), topic.period or of_lead(analysis, sentence)
    when = timing(sentence, (start, end), dates, scene.lines, carried, analysis.document.published)
    period = when.period
    touching = [
        x
        for x in analysis.dates_in(sentence)
        if 0 <= x.start - end <= 25
        and x.period is not None
        and not _OPENED.search(m.group())  # «с начала | девяностых»: over what it is a record
        and "," not in scene.text[end - sentence.start : x.start - sentence.start]
    ]
    if touching:
        period = touching[0].period
    confidence -= 0.2 if period is None else 0.0
    return Mention(
        proposition=Extreme(metric=metric, parties=parties, direction=direction, period=period),
        anchor=analysis.document.text[start:end], span=(start, end), modality=to_come(analysis, (start, end)),
        confidence=max(0.05, confidence),
    )  # fmt: skip
