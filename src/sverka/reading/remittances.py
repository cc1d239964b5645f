"""Remittances: the money that people abroad send home – who gets it, where it comes from, and what part of it.

It is neither trade nor aid, though it is sent, got and transferred in the same words; two sides belong to it, and a
later number («на Россию пришлось 68 %», «Киргизия получила 2 млрд») changes one of them and keeps the other.
"""

import re

from sverka.reading.metrics import TRADE, Cue
from sverka.reading.pointers import sourced
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Remitted, Scene, Topic
from sverka.reading.standing import speaks, stretch
from sverka.reading.wordlists import words

#: One of these stands in every sentence that begins to tell of such money.
_GATE = words(
    """перевод перевести переводить прислать присылать присланный переслать пересылать пересылка выслать высылать
    отослать отсылать отправить отправлять отправленный перечислить перечислять получить получать поступить поступать
    переведенный ремитанс заработать зарабатывать заработанный"""
)
_PEOPLE = (
    r"(?:мигрант|гастарбайтер|рабочи[емх]|трудящ|заробитчан|соотечественник|сограждан|земляк|эмигрант|диаспор|выходц|"
    r"уехавш|нерезидент|резидент|физическ\w+ лиц|физлиц|частн\w+ лиц|переселенц|работающ|трудовик)\w*"
)
_SEND = (
    r"(?:перев(?:ели|одят|одили|едено|од(?:ит|ил)а?|ел[аи]?)|при(?:сл|сыла)\w+|пере(?:сл|сыла)\w+|"
    r"вы(?:сла[лн]|сыла)\w+|ото?(?:сла|сыла)\w+|отправ(?:ил|ля|лен)\w*|перечисл(?:ил|я|ен)\w*)"
)
_HOME = r"(?:домой|на родину|восвояси|родным|семьям|близким|родственникам)"
_ABROAD = r"(?:из-за рубежа|из-за границы|с чужбины|от родственников за границей)"
_MONEY = r"(?:млрд|млн|миллиард|миллион|долл|руб|евро|\$|€|денег|деньг|средств|сумм)"
_TOLD = re.compile(
    r"(?<!\w)(?:"
    r"(?:денежн|частн|личн|трансграничн|мигрантск|зарубежн)\w+ перевод(?:|а|у|ом|е|ы|ов|ам|ами|ах)(?!\w)|"
    rf"перевод(?:ы|ов|ам|ами|ах) (?:\w+ ){{0,2}}{_PEOPLE}|"
    r"перевод(?:ы|ов|ам|ами|ах)(?= (?:из|за рубеж|домой|на родину|вырос|увелич|сократ|упал|сниз|составля|составил|"
    r"просел)\w*)|"
    r"приток\w{0,2} (?:\w+ )?перевод\w*|ремитанс\w*|(?:дол|част|объем|поток)\w{1,2} (?:\w+ )?перевод(?:ов|ах)|"
    rf"{_PEOPLE}(?: [^\W\d_]+,?| \d{{4}}){{0,9}} {_SEND}(?= [^;.]{{0,60}}(?:\d|{_MONEY}))|"
    rf"{_SEND} (?:[^;.]{{0,50}} )?{_HOME}|"
    rf"(?:деньг|средств|сумм|заработ|млрд|млн|долларов)\w*,? (?:которые |что )?(?:[^\W\d_]+ ){{0,4}}{_SEND}"
    rf"(?= [^;.]{{0,40}}(?:{_PEOPLE}|{_HOME}|из \w+ в ))|"
    rf"(?:жител|населени|граждан|семь|домохозяйств|домашн\w+ хозяйств|люди)\w*(?: [^\W\d_]+){{0,5}} получ\w+ "
    rf"(?:[^;.]{{0,40}} )?(?:{_ABROAD}|из [^\W\d_]+)"
    r")"
)
#: The cue of people who move, where it is money that does.
_SENT = re.compile(rf"перевод|{_SEND}")
#: Who works abroad earns what is sent.
_EARNED = re.compile(rf"(?<!\w)(?:{_PEOPLE}|{_HOME}|они|переводы?|переводов)(?!\w)")
#: Help is sent as well, and so are troops and goods.
_NOT_THAT = re.compile(
    r"(?<!\w)(?:помощ|гуманитарн|грант|транш|бюджет|товар|военн|оружи|солдат|газ(?:|а|у)(?!\w)|нефт)\w*"
)
#: What a number of the same money is told with, once it is spoken of.
_ONWARD = re.compile(
    r"(?<!\w)(?:перевод|перев[ео]д|сумм|дол[яиюе]|долей|приход|пришл|прид|отправ|присл|присыл|перечисл|получ|поступ|"
    r"поток|приток|ушл|уходит|приш[ел]|объем|показател|деньг|денег|средств|паден|сниж|сниз|сократ|сокращ|вырос|увелич|"
    r"рост|спад|упал|прибав|выход(?:ит|ил)|достал|из (?:них|этих|этой)|обмелел|прирост|больше|меньше)\w*"
)
_GETS = words("получить получать достаться доставаться принять принимать собрать занять замыкать")
_SENDS = words("отправить отправлять перевести переводить перечислить переслать послать выслать прислать присылать")
_SHARED = words("приходиться прийтись прийти приходить доля часть вес обеспечивать обеспечить дать давать")
_GOERS = words(
    """мигрант гастарбайтер рабочий трудящийся работник перевод семья гражданин житель население домохозяйство
    соотечественник диаспора эмигрант трудовой рынок родственник"""
)
_KINDS = frozenset({"money", "percent", "fraction", "times"})
_RATES = frozenset({"percent", "fraction", "times"})
#: A word for these beside the number does not tell of something else.
_ALIKE = TRADE | {"migration", "population", "aid", "income", "jobs"}
#: How far back the money may have been told of, in characters.
_FAR = 500
#: How long the id of a state is.
_STATE = 3


def remitted(
    scene: Scene, amount: Amount, cue: Cue | None, token: int, topic: Topic
) -> tuple[str, tuple[str, ...], bool] | None:
    """Metric and parties of a number of money sent home; None of any other."""
    before = topic.remitted
    if amount.kind not in _KINDS or (before is None and scene.sentence.lemmas.isdisjoint(_GATE)):
        return None
    fresh = not scene.sentence.lemmas.isdisjoint(_GATE) and _begins(scene, cue)
    if not fresh and (before is None or not _goes_on(scene, amount, cue, topic, before)):
        return None
    if cue is not None and cue.metric not in _ALIKE and (cue.metric, cue.way) != ("other", ""):
        return None
    first, stop = stretch(scene, amount, token)
    listed = before is not None and before.at == scene.sentence.start
    shared = amount.kind in _RATES
    home, source, last = _sides(scene, first if listed else 0, stop, before, shared=shared)
    told = last != ""
    sure = home is not None and bool(source)
    if home is None:
        if topic.home is None or topic.home in source:
            return None
        home, topic.doubts = topic.home, topic.doubts + 1
    if fresh and not told and before is None:
        topic.doubts += 1
    earned = _EARNED.search(scene.text) is not None or (before is not None and before.earned)
    topic.remitted = Remitted(
        home, source, earned, scene.sentence.start, amount.core[1], last or (before.last if before is not None else "")
    )
    parties = tuple(dict.fromkeys((home, *source)))
    topic.metric, topic.parties, topic.told_at, topic.cue = "other", parties, scene.sentence.start, None
    topic.how = "named" if told else "told"
    alone = len(parties) == 1
    return ("income" if alone and earned else "other"), parties, sure and not alone


def hear_of_money(scene: Scene, topic: Topic) -> None:
    """Remember whose money a sentence without a number speaks of: «отток переводов из Польши растёт»."""
    if scene.sentence.lemmas.isdisjoint(_GATE) or not _begins(scene, None) or not scene.at:
        return
    home, source, last = _sides(scene, 0, len(scene.sentence.tokens), None, shared=False)
    if last:
        earned = _EARNED.search(scene.text) is not None
        topic.remitted = Remitted(home, source, earned, scene.sentence.start, scene.sentence.end, last)
        topic.metric, topic.told_at, topic.cue = "other", scene.sentence.start, None


def _begins(scene: Scene, cue: Cue | None) -> bool:
    if _NOT_THAT.search(scene.text) is not None:
        return False
    sent = cue is not None and cue.metric == "migration" and cue.first >= 0
    if cue is not None and sent and _SENT.match(scene.text, cue.start - scene.sentence.start) is not None:
        return True
    return _TOLD.search(scene.text) is not None or _of_a_people(scene)


def _of_a_people(scene: Scene) -> bool:
    """«Переводы таджиков», «украинцы перевели домой»."""
    tokens = scene.sentence.tokens
    return any(
        i and tokens[i - 1].lemma == "перевод" and any(n.form == "demonym" for n in names)
        for i, names in scene.at.items()
    )


def _goes_on(scene: Scene, amount: Amount, cue: Cue | None, topic: Topic, before: Remitted) -> bool:
    """True for a number that goes on about the money told of: in its list, or with a word for money that moves."""
    if scene.sentence.start - before.at > _FAR or topic.metric not in ("other", "income") or topic.told_at != before.at:
        return False
    if cue is not None and (cue.metric not in _ALIKE or (cue.metric in ("jobs", "aid") and amount.kind != "money")):
        return False
    end = amount.start - scene.sentence.start
    if before.at == scene.sentence.start:
        return not (amount.inherited and amount.preposition == "на")  # «разрешения – не на год, а на три»
    clause = scene.text[max(0, end - 120) : amount.core[1] - scene.sentence.start + 60]
    return _ONWARD.search(clause) is not None and _NOT_THAT.search(clause) is None


def _sides(
    scene: Scene, first: int, stop: int, before: Remitted | None, *, shared: bool
) -> tuple[str | None, tuple[str, ...], str]:
    """Who gets the money, where it comes from, and the side named here last."""
    home, source = (before.home, before.source) if before is not None else (None, ())
    listed = before is not None and before.at == scene.sentence.start
    getting: list[str] = []
    giving: list[str] = []
    added: list[str] = []
    loose: list[str] = []
    for i in sorted(scene.at):
        if not first <= i < stop or speaks(scene, i):
            continue
        for name in scene.at[i]:
            if len(name.id) != _STATE or name.kind != "state" or name.form == "pronoun" or sourced(scene, name):
                continue
            side = _side(scene, i, name.form, stop)
            {"home": getting, "from": giving, "with": added, "": loose}[side].append(name.id)
    for id_ in loose:
        if listed and before is not None and before.last:  # «Киргизия получила 1,4 млрд, Чад – 1,3»
            (getting if before.last == "home" else giving).append(id_)
            continue
        known = home if home is not None else next(iter(getting), None)
        (giving if known not in (None, id_) and id_ not in getting else getting).append(id_)
    home = getting[-1] if getting else home
    if giving:
        source = tuple(dict.fromkeys(giving))
    elif getting and home in source:
        source = ()
    source = tuple(dict.fromkeys(i for i in (*source, *added) if i != home))
    return home, source, "home" if getting and not (shared and giving) else "from" if giving or added else ""


def _side(scene: Scene, i: int, form: str, stop: int) -> str:
    """On which side a state stands: `home` gets the money, `from` is where it was earned; empty if unsaid."""
    tokens = scene.sentence.tokens
    preposition, case = preposition_of(scene.sentence, i), tokens[i].feats.get("Case", "")
    if preposition in ("из", "от", "изо") or (preposition in ("с", "со") and case == "Gen"):
        return "from"
    if preposition in ("с", "со"):
        return "with"
    if preposition in ("в", "во"):
        return "from" if case == "Loc" else "home"
    near = tokens[max(0, i - 3) : i]
    if preposition == "на" or any(t.lemma in ("доля", "часть") for t in near):
        return "from" if any(t.lemma in _SHARED for t in tokens) else ""
    if preposition:
        return "home" if preposition in ("для", "у") else ""
    if form == "adjective":
        return "home" if any(t.lemma in _GOERS for t in tokens[i + 1 : i + 3]) else ""
    if case == "Gen" and any(t.lemma in _GOERS for t in near):
        return "home"
    if case == "Dat":
        return "home"
    if form == "demonym" and i and tokens[i - 1].lemma == "перевод":
        return "home"
    verbs = {t.lemma for t in tokens[i + 1 : max(stop, i + 6)]}
    if not verbs.isdisjoint(_GETS):
        return "home"
    if form == "demonym":
        return "" if verbs.isdisjoint(_SENDS) else "from" if case == "Nom" and "туда" in scene.sentence.words else ""
    return ""
