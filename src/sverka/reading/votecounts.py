"""Ballots: whose votes an amount counts – of a parliament, a people, a candidate – and what counts as a vote at all.

Votes on a resolution of the United Nations are told apart by the resolution; other votes belong to the body that votes,
to the state it is of, or to the state the text is about. A share of votes has a candidate beside it where one is named.
"""

import re
from collections.abc import Sequence

from sverka.reading.ballot_items import told_again
from sverka.reading.ballot_winners import GAINING, note_runner, others_told, winners
from sverka.reading.chambers import ASSEMBLIES, MEMBERS, chamber_at, is_chamber
from sverka.reading.dates import When
from sverka.reading.document import Name
from sverka.reading.pointers import accession
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.wordlists import words

#: What is counted in a vote, right after the number.
_COUNTED = re.compile(
    r" ?(?:из (?:\d[\d ]{0,9}|\w+) )?(?:\b\w+(?:ых|их|ими|ыми) )?(?:голос|(?:евро)?депутат|мандат|бюллетен|сенатор|"
    r"парламентари|делегат|избирател|кресл|"
    r"мест(?:а|о)? (?:в|из)|член|стран|государств|законодател)\w*"
)
_SEATS = re.compile(r" ?(?:из \d[\d ]{0,9} )?(?:\w+(?:ых|их) )?(?:мест(?:а|о)?|мандат(?:а|ов)?|кресл[оа]|кресел)(?!\w)")
#: «448 голосами против 197», «при семи против», «184 – за».
_SIDE = re.compile(
    r",? ?(?:[–—] )?(?:«?за»?|«?против»?|был[ио] (?:за|против)|воздержал\w+|высказал\w+|проголосова\w+)(?!\w)"
)
_BEFORE = re.compile(r"(?<!\w)(?:против|при|за|воздержал\w+|поддержал[аио]?|проголосова\w+|высказал\w+)[ :–—]+$")
_OF_VOTES = re.compile(
    r" ?(?:\w+(?:ых|их|ей) ){0,2}(?:голос|проголосова|избирател|пришедш|участник|бюллетен|участвова|явивш)\w*"
)
_WON = re.compile(
    r"(?<!\w)(?:набра\w+|получи\w+|взя\w+|победи\w+|поддержал\w*|высказал\w+|проголосова\w+|голосова\w+|явк\w+|"
    r"завоева\w+|собра\w+|отда\w+)(?!\w)"
)
_NEXT = re.compile(
    r"(?<!\w)(?:(?:втор|трет|четверт|последн)\w+ мест|результат|далее|следом|за н(?:ей|им|ими) ид|барьер)\w*"
)
_ELECTION = re.compile(
    r"(?<!\w)(?:выбор(?:ы|ов|ам|ах)|голосовани|избирател|бюллетен|избирком|праймериз|(?:втор|перв)\w{2,3} тур|"
    r"(?:пере)?избран[аоы]?(?!\w)|президентск\w{2,3} (?:гонк|кампани)|отдан[оы]? за (?:него|нее|кандидат))"
)
_POLLED = re.compile(
    r"(?<!\w)(?:опрос|соцопрос|опрошен|исследовани|социолог|анкет|респондент|готов\w{0,3} (?:про)?голосовать|"
    r"(?:про)?голосова\w+ бы|экзит-?пол)"
)
#: «48 % – меньше, чем обещали опросы», «вопреки опросам»: counted all the same.
_AGAINST_POLLS = re.compile(
    r"(?<!\w)(?:(?:чем|как|что) (?:\w+ )?(?:обеща|предсказ|предрек|прогноз|показыв|сули|дава|ожид)\w* |вопреки |"
    r"лучше |хуже |в отличие от )(?:\w+ )?(?:со[а-я]{4,6} )?(?:опрос|соцопрос|социолог|экзит-?пол)\w*"
)
#: «Голоса разделились: у Х 52 %»: without a verb of gaining.
_SPLIT = words("уступить уступать проиграть опередить обойти разделиться отстать отставать")
_AGAINST = frozenset({"против"})
_NATIONS = frozenset({"UN", "UNGA", "UNSC"})
_CONTRARY = words("против воздержаться воздержавшийся отсутствовать проголосовать голосовать выступить за")
_FAR = 6.5
#: How far back a vote may have been told of, in characters.
_CLOSE = 300


def of_vote(scene: Scene, amount: Amount, token: int, topic: Topic) -> tuple[str | None, tuple[str, ...], bool]:
    """Metric and parties of a number of votes."""
    if amount.preposition == "из" and amount.kind != "percent":  # «63 мандата из ста одного»
        return None, (), False
    if amount.kind in ("number", "count") and _NUMBERED.search(scene.text, 0, amount.core[0] - scene.sentence.start):
        return None, (), False  # «по резолюции 2231»
    if topic.resolution is not None and (not _at_home(scene) or _UNITED.search(scene.text)):
        topic.metric, topic.told_at = "vote", scene.sentence.start
        topic.parties, topic.how = tuple(dict.fromkeys(["UN", topic.resolution])), "named"
        return "vote", topic.parties, True
    if not _is_vote(scene, amount, topic):
        return None, (), False
    if _of_nations(scene, amount, topic):
        topic.metric, topic.parties, topic.told_at, topic.how = "vote", ("UN",), scene.sentence.start, "named"
        return "vote", topic.parties, True
    told = topic.metric == "vote" and topic.told_at == scene.sentence.start
    who, sure = (topic.parties[:1], True) if told and topic.parties else _voters(scene, token, topic)
    if not told and not sure and topic.metric == "vote" and scene.sentence.start - topic.told_at < _CLOSE:
        told, who = True, topic.parties[:1]  # «…; 61 депутат воздержался»
    if not who:
        return None, (), False
    share = amount.kind in ("percent", "fraction")
    won, plain = winners(scene, amount, token, topic)
    if told and not won and not others_told(scene, amount, token):
        same = _of_the_same(scene, token) or _joined_on(scene, token) or told_again(scene, amount)
        won = [p for p in topic.parties[1:] if p.startswith(("person:", "org:"))] if same else []
    beside = won or ([p for p in topic.parties[1:] if ":" not in p] if told else _opposed(scene))
    sure = sure and (plain or not won)
    parties = tuple(dict.fromkeys([*who, *beside]))[:3]
    metric = "poll" if share and _asked(scene, topic) else "vote"
    if metric == "poll" and len(parties) == 1:
        parties = (*parties, *(_wanted(scene) or accession(scene, token, topic)))
    topic.metric, topic.parties, topic.told_at = metric, parties, scene.sentence.start
    topic.how = "named" if sure else topic.how
    return metric, parties, sure


def _wanted(scene: Scene) -> list[str]:
    """The body people are asked about: «за НАТО», «за вступление в ЕС»."""
    return [
        n.id for i, ns in sorted(scene.at.items()) for n in ns
        if n.kind == "organization" and ":" not in n.id and preposition_of(scene.sentence, i) in ("за", "в", "против")
    ][:1]  # fmt: skip


def _asked(scene: Scene, topic: Topic) -> bool:
    """True where people were asked, not counted: «по данным исследования, за вступление высказались 74 %»."""
    if _POLLED.search(_AGAINST_POLLS.sub("", scene.text)) is not None:
        return True
    last = max((topic.told_at, topic.metric), (topic.heard_at, topic.heard))
    spoken = last[1] == "poll" and scene.sentence.start - last[0] < _CLOSE
    return spoken and _ELECTION.search(scene.text) is None


def _of_nations(scene: Scene, amount: Amount, topic: Topic) -> bool:
    """«Из 193 членов ООН за – 143, ещё 35 воздержались»: states vote in the United Nations, named or told of before."""
    if amount.kind in ("percent", "fraction") or _at_home(scene):
        return False
    if any(n.id in _NATIONS for ns in scene.at.values() for n in ns):
        return True
    gap = scene.sentence.start - topic.told_at
    return topic.metric == "vote" and topic.parties[:1] == ("UN",) and 0 <= gap < _CLOSE


def goes_on_voting(scene: Scene, amount: Amount, topic: Topic) -> bool:
    """«На втором месте – социалисты с 21 %»: what the next ones got in the vote told of just before.

    «Второй кандидат получил 44 %»: of votes where elections are spoken of, as nothing else is gained by a person.
    «У лейбористов 412 мест, у консерваторов – 121»: seats, where a party has them.
    """
    gap = scene.sentence.start - topic.told_at
    voted = topic.metric == "vote" and 0 <= gap < _CLOSE
    if amount.kind in ("count", "number", "persons"):
        seats = _SEATS.match(scene.text, amount.core[1] - scene.sentence.start) is not None
        won = winners(scene, amount, scene.sentence.index_at(amount.core[0]), topic)[0] if seats else []
        return any(w.startswith("org:") for w in won)
    if amount.kind != "percent":
        return False
    if voted and _NEXT.search(scene.text) is not None:
        return True
    voted = voted or (topic.heard == "vote" and 0 <= scene.sentence.start - topic.heard_at < _CLOSE)
    if not (voted or _ELECTION.search(scene.text)):
        return False
    won, plain = winners(scene, amount, scene.sentence.index_at(amount.core[0]), topic)
    return bool(won) and (plain or not scene.sentence.lemmas.isdisjoint(GAINING | _SPLIT))


def _of_the_same(scene: Scene, token: int) -> bool:
    """«… 20 воздержались», «… против – 47»: counted in the vote on whoever was just named."""
    near = scene.sentence.tokens[max(0, token - 3) : token + 4]
    return any(t.lemma in _CONTRARY for t in near)


def _joined_on(scene: Scene, token: int) -> bool:
    """«Либералы – 10 % и 12», «18 мест по спискам, 17 – в округах»: of those whose number stands right before."""
    tokens = scene.sentence.tokens
    before = max((k for k in scene.barred if k < token - 1), default=-1)
    between = tokens[before + 1 : token]
    return before >= 0 and all(
        t.lemma in _LINKS | _UNITS | GAINING or (t.pos == "NOUN" and t.feats.get("Case") in ("Dat", "Loc"))
        for t in between
    )


#: Who came to vote, counted by heads.
_TURNED_OUT = re.compile(
    r"(?<!\w)(?:проголосова(?:л|вш)\w*|голосова(?:л|вш)\w*|явил\w+|явк\w|избирател\w+|участк\w+|урн(?:ам|ы|ах)?|"
    r"участи\w (?:\w+ )?в (?:\w+ )?(?:выбор|голосован|референдум)\w+|право голоса|список избирател\w+)(?!\w)"
)
_NUMBERED = re.compile(r"(?<!\w)резолюци\w{1,3} (?:№ ?|совбеза |сб |оон |совета безопасности )*$")
_LINKS = words("и или , ( ) то есть по в % еще а также он")
_UNITS = words("процент голос мандат место кресло депутат человек")


def _is_vote(scene: Scene, amount: Amount, topic: Topic) -> bool:
    left = scene.text[max(0, amount.core[0] - scene.sentence.start - 60) : amount.core[0] - scene.sentence.start]
    right = scene.text[amount.core[1] - scene.sentence.start :][:60]
    if amount.kind in ("percent", "fraction"):
        won = _OF_VOTES.match(right) is not None or _WON.search(left + "|" + right) is not None
        listed = topic.metric == "vote" and topic.told_at == scene.sentence.start
        listed = listed and _won_by_somebody(scene, amount, topic)
        again = topic.metric == "vote" and told_again(scene, amount)
        return won or listed or again or goes_on_voting(scene, amount, topic)
    if amount.preposition == "до" and amount.quantity.high == 1:
        return False  # «сочтены все до одного»
    if amount.kind == "persons" and _TURNED_OUT.search(left + "|" + right) is not None:
        return True
    counted = _COUNTED.match(right) is not None or _SIDE.match(right) is not None or _BEFORE.search(left) is not None
    core = scene.text[amount.core[0] - scene.sentence.start : amount.core[1] - scene.sentence.start]
    listed = topic.metric == "vote" and topic.told_at == scene.sentence.start and amount.kind == "number"
    listed = listed and any(c.isdigit() for c in core)  # «все до одного», «между ними двумя»
    seats = _SEATS.match(right) is not None and not scene.sentence.lemmas.isdisjoint(GAINING)
    if counted or seats or _COUNTED.search(core) is not None or listed:
        return True
    return amount.kind == "number" and amount.quantity.low > 1 and _won_by_somebody(scene, amount, topic)


def _won_by_somebody(scene: Scene, amount: Amount, topic: Topic) -> bool:
    return bool(winners(scene, amount, scene.sentence.index_at(amount.core[0]), topic)[0])


def _voters(scene: Scene, token: int, topic: Topic) -> tuple[tuple[str, ...], bool]:
    """The body that votes, else the state whose vote it is, else the state the text is about."""
    found: list[tuple[int, int, str]] = []
    for i, names in scene.at.items():
        for name in names:
            rank = _rank(scene, i, name)
            if rank is not None and scene.lines.between(i, token) < _FAR:
                found.append((rank, abs(i - token), name.id))
    for k in range(len(scene.sentence.tokens)):
        state, _ = chamber_at(scene.sentence.tokens, k)
        if state and scene.lines.between(k, token) < _FAR:
            found.append((-1, abs(k - token), state))
    if found:
        return (min(found)[2],), True
    return ((topic.home,), False) if topic.home is not None else ((), False)


def _rank(scene: Scene, i: int, name: Name) -> int | None:
    """How readily a name is that of whoever votes: a chamber, a subject, an owner; None for what a vote is about."""
    preposition = preposition_of(scene.sentence, i)
    if name.form == "government" or "парламент" in scene.text[name.start - scene.sentence.start :][:16]:
        return 0
    if name.kind != "state" or preposition in ("против", "о", "об", "с", "со", "за", "от", "из", "к", "ко", "по"):
        return None
    if not preposition and scene.sentence.tokens[i].feats.get("Case") == "Nom":
        return 1
    return 2 if preposition in ("в", "во") or name.form == "adjective" or not preposition else None


def _opposed(scene: Scene) -> list[str]:
    """Against whom a chamber voted: «448 голосами против 197 запустил против Венгрии процедуру»."""
    return [
        n.id for i, ns in sorted(scene.at.items()) for n in ns
        if n.kind == "state" and preposition_of(scene.sentence, i) in _AGAINST
    ][:1]  # fmt: skip


_UNITED = re.compile(r"(?<!\w)(?:оон|совбез\w*|совет\w* безопасности|генассамбле\w+|генеральн\w+ ассамбле\w+)(?!\w)")
#: Where what a resolution is on is over: «резолюцию, посвящённую …», «резолюцию с осуждением того, что …».
_ASIDE = re.compile(r"[,;:(]|(?<!\w)(?:с осуждением|котор\w+|принят\w+|внесен\w+|предложен\w+)(?!\w)")
_RESOLUTION = re.compile(r"(?:проект\w{0,9} )?резолюци\w+")


def note_vote(scene: Scene, topic: Topic, dates: Sequence[When]) -> None:
    """Remember the day last named, the person told of, and the state a resolution of the United Nations is about."""
    note_runner(scene, topic)
    election = _ELECTION.search(scene.text) is not None
    if election and _POLLED.search(scene.text) is None:
        topic.heard, topic.heard_at = "vote", scene.sentence.start
    days = [w.period for w in dates if w.period is not None and w.period.grain == "day" and w.relation == "in"]
    if not days and election:  # «февральские выборы», «на выборах в мае»
        days = [w.period for w in dates if w.period is not None and w.period.grain == "month" and w.relation == "in"]
    topic.day = days[-1] if days else topic.day
    found = _RESOLUTION.search(scene.text) if "резолюци" in scene.text else None
    if found is None or (_at_home(scene) and not _UNITED.search(scene.text)):
        return
    start, stop = found.end() + scene.sentence.start, _ASIDE.search(scene.text, found.end())
    end = stop.start() + scene.sentence.start if stop is not None else scene.sentence.end
    after = [n.id for ns in scene.at.values() for n in ns if n.kind == "state" and start < n.start < end]
    if after or topic.resolution is None:
        topic.resolution = after[0] if after else "UN"


def _at_home(scene: Scene) -> bool:
    """True where a parliament is told of, or those who sit in one."""
    tokens = scene.sentence.tokens
    return any(t.lemma in MEMBERS or is_chamber(t.lemma) for t in tokens) or any(
        n.id in ASSEMBLIES - {"UNGA", "UNSC"} or "парламент" in n.id.lower() for ns in scene.at.values() for n in ns
    )
