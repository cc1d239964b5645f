"""A scene is one sentence made ready for reading; a topic is what the text speaks of when it reaches it."""

import re
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from operator import attrgetter

from sverka.claims.period import Period
from sverka.reading.bundle import Analysis, inside
from sverka.reading.context import Clauses, clauses
from sverka.reading.continents import peoples
from sverka.reading.country_groups import country_groups
from sverka.reading.document import Name, Sentence
from sverka.reading.flows import Flow
from sverka.reading.gazetteer import index, key
from sverka.reading.metrics import Cue, cues, plain
from sverka.reading.morphology import analyses
from sverka.reading.references import bodies
from sverka.reading.roles import by_token, preposition_of
from sverka.reading.same_time import Thread

_SOURCE = re.compile(
    r"(?:по (?:данным|сведениям|информации)|согласно(?: \w+){0,2}|пишет|(?:опрос|доклад)\w{0,20}|"
    r"(?:по (?:оценк|подсчет|прогноз)|эксперт|аналитик|исследовани|сообща|газет|издани)\w{1,20})(?: \w+)? $"
)
#: So many doubts that no verdict can rest on a reading: where the words leave open what is meant.
OPEN = 8


@dataclass(frozen=True, slots=True)
class Told:
    """A sum told last: what of, whose, in which currency, and where it ends."""

    metric: str
    parties: tuple[str, ...]
    unit: str
    end: int


@dataclass(frozen=True, slots=True)
class Remitted:
    """Money sent home as told last: who gets it, where from, where its sentence begins and where its number ends."""

    home: str | None
    source: tuple[str, ...]
    earned: bool
    at: int
    end: int
    #: The side named last: `home` or `from`.
    last: str


@dataclass(slots=True)
class Topic:
    """What the text speaks of at a point: its relation and period, the metric and parties named last."""

    home: str | None
    #: Whose «мы» and «наш» are: of the paper, where it is known, else of the state the text is about.
    ours: str | None = None
    flow: Flow | None = None
    period: Period | None = None
    metric: str = ""
    parties: tuple[str, ...] = ()
    cue: Cue | None = None
    lead: Flow | None = None
    measured: str = ""
    sentence: int = -1
    recent: tuple[str, ...] = ()
    #: The states named last, in order: «там» points to one of them.
    named: tuple[str, ...] = ()
    #: The organization named last, which «вступление» and «членство» mean.
    body: str | None = None
    #: The states that the sentence before names as places, and where it ends.
    hosts: tuple[str, ...] = ()
    hosts_end: int = -(1 << 40)
    day: Period | None = None
    resolution: str | None = None
    whole: str | None = None
    whole_at: int = -1
    #: The person the sentences before were about last, whom «он набрал» means, and where they end; that of this one.
    runner: str | None = None
    runner_end: int = -(1 << 40)
    about: str | None = None
    about_end: int = -(1 << 40)
    #: The share of trade told last, and where its sentence begins: «экспорта – 20 %, импорта – 29».
    share: tuple[str, ...] = ()
    share_at: int = -1
    pair: tuple[str, ...] = ()
    #: The states a text names, with how often, most often first.
    salient: tuple[tuple[str, int], ...] = ()
    bloc: str | None = None
    strangers: set[str] = field(default_factory=set)
    doubts: int = 0
    #: How whose it is was found: named, ours, joined (with what was told), told, around, home, world.
    how: str = ""
    #: What a sentence without amounts spoke of last, and where it began: «военные бюджеты выросли как никогда».
    heard: str = ""
    heard_at: int = -(1 << 40)
    #: Between whom a debt was told of last, and where its sentence begins.
    owed: tuple[str, ...] = ()
    owed_at: int = -(1 << 40)
    #: Money sent home, as told last.
    remitted: Remitted | None = None
    #: Where a score in an index was told last.
    scored_at: int = -(1 << 40)
    #: Where the text last spoke of an economy.
    output_at: int = -(1 << 40)
    #: The sum told last, which a bracket may tell again.
    told: Told | None = None
    #: An earlier year was told after a part of this one: of which of them the next numbers are is open.
    torn: bool = False
    #: When the last plan is for, and where its sentence ends.
    ahead: Period | None = None
    ahead_at: int = -(1 << 40)
    #: Parties of the last metric that is no trade, under which mark each stood, and where its sentence begins.
    roles: dict[str, str] = field(default_factory=dict)
    told_at: int = -1
    #: What was dated so far.
    thread: Thread = field(default_factory=Thread)

    def copy(self) -> "Topic":
        """The topic as it stands; several times as fast as `replace`."""
        return Topic(*_FIELDS(self))


_FIELDS = attrgetter(*(f.name for f in fields(Topic)))


@dataclass
class Scene:
    """One sentence prepared for reading."""

    sentence: Sentence
    at: dict[int, list[Name]]
    cues: list[Cue]
    text: str
    barred: set[int] = field(default_factory=set)
    #: Regions and persons of the sentence, by token: parties of some metrics only.
    others: list[tuple[int, Name]] = field(default_factory=list)

    @cached_property
    def lines(self) -> Clauses:
        """The boundaries inside it."""
        return clauses(self.sentence)


def _opposed(sentence: Sentence) -> list[Name]:
    """The states that «антитурецкие», «антииранский» speak against."""
    out: list[Name] = []
    if " анти" not in " " + " ".join(sentence.words):
        return out
    for token, word in zip(sentence.tokens, sentence.words, strict=True):
        if word.startswith("анти"):
            low = key(word)
            for entry in index("ru").get(low[4:].lstrip("-"), ())[:1]:
                if entry.form == "adjective" and len(entry.words) == 1:
                    out.append(Name(token.start, token.end, entry.id, "state", "adjective"))
    return out


#: «от Ханоя до Дели», «под Киевом»: a capital that only says where.
_WAY = re.compile(r"(?<!\w)(?:до|под|близ|около|окрестност\w+) $")
_TO_ANOTHER = re.compile(r" (?:и |, )?до [а-я]")


def _waypoint(name: Name, text: str, at: int) -> bool:
    """True for a capital named as a point on the map, not as its state."""
    if name.form != "capital":
        return False
    left = text[max(0, at - 16) : at]
    stop = at + name.end - name.start
    return _WAY.search(left) is not None or (left.endswith(" от ") and _TO_ANOTHER.match(text, stop) is not None)


#: «страны блока, исключая США», «без учёта России и Турции»: who is named so is what the number is not of.
_LEAVES_OUT = re.compile(r"(?<!\w)(?:исключая|за исключением|за вычетом|не считая|без учета) ")
_WITHOUT = ("исключ", "вычет", "не считая", "без учета")
_JUST_LEFT_OUT = re.compile(
    r"(?<!\w)(?:исключая|за исключением|за вычетом|не считая|без учета)(?: [^\W\d_]+(?:,| и))?(?: [^\W\d_]+)? $"
)


def _common(sentence: Sentence, name: Name) -> bool:
    """True for an ordinary word that only opens its sentence: «Доля „дружественных стран“ в торговле»."""
    first = sentence.tokens[0]
    if not name.id.startswith("org:") or (name.start, name.end) != (first.start, first.end) or first.text.isupper():
        return False
    found = analyses(first.text.lower())
    return bool(found) and found[0].source == "dictionary" and found[0].pos == "NOUN"


def _left_out(text: str, at: int) -> bool:
    return _JUST_LEFT_OUT.search(text[max(0, at - 60) : at]) is not None


_ONE_STATE = ("республик", "стран")
#: «Эта страна» is the one named last, whichever the text is about.
_POINTED = re.compile(r"(?<!\w)эт(?:а|ой|у|ою) $")


def _spoken_of(analysis: Analysis, sentence: Sentence, before: Sentence | None, name: Name) -> bool:
    """True for «в стране» after «ВВП Германии», «китайская статистика»: the one state that is spoken of there.

    A state that goods or people come from or go to is another than the one whose news it is.
    """
    here = [n for n in analysis.names_in(sentence.start, name.start) if _is_state(n)]
    where, said = (sentence, here) if here or before is None else (before, [])
    if where is before:
        said = [n for n in analysis.names_in(before.start, before.end) if _is_state(n)]
    if {n.id for n in said} != {name.id}:
        return False
    return not any(preposition_of(where, where.index_at(n.start)) for n in said)


def _is_state(name: Name) -> bool:
    return name.kind == "state" and name.form != "pronoun" and name.id != "WLD"


def scene_of(analysis: Analysis, sentence: Sentence, home: str | None = None, before: Sentence | None = None) -> Scene:
    """Cues, names and boundaries of a sentence. «Республика» is the text's own country."""
    text = plain(analysis.document, sentence.start, sentence.end)
    priced = [a.core for a in analysis.amounts_in(sentence) if a.kind == "money"]  # «долл. США»
    if "bodies" not in analysis.memo:
        analysis.memo["bodies"] = bodies(analysis.document, analysis.names)
    named = analysis.names_in(sentence.start, sentence.end)
    called = inside(analysis.memo["bodies"], sentence.start, sentence.end)
    named = [n for n in named if not (n.id.startswith("org:") and any(n.start <= c.start < n.end for c in called))]
    guests = {n.id for n in named if n.form in ("adjective", "demonym")}  # «в стране 4 тысячи французских солдат»
    names = [
        replace(n, id=home)
        if home
        and home not in guests
        and n.form == "pronoun"
        and text[n.start - sentence.start :].startswith(_ONE_STATE)
        and not _POINTED.search(text[: n.start - sentence.start])
        and not _spoken_of(analysis, sentence, before, n)
        else n
        for n in (*named, *called)
        if not any(core[0] <= n.start < core[1] for core in priced)
        and not (
            n.kind != "state" and _SOURCE.search(text[max(0, n.start - sentence.start - 50) : n.start - sentence.start])
        )
    ]
    names = [n for n in names if not _waypoint(n, text, n.start - sentence.start)] + _opposed(sentence)
    names = [n for n in names if not _common(sentence, n)]
    if any(map(text.__contains__, _WITHOUT)) and _LEAVES_OUT.search(text) is not None:
        names = [n for n in names if not _left_out(text, n.start - sentence.start)]
    said = cues(analysis.document, sentence)
    groups = list(country_groups(sentence, text, said))
    for group in groups:  # no state is in «страны Персидского залива»
        names = [n for n in names if not group.start <= n.start < group.end]
    scene = Scene(sentence, by_token(sentence, [*names, *groups]), said, text)
    scene.others = [(sentence.index_at(n.start), n) for n in names if n.kind in ("place", "person")]
    scene.others += [(sentence.index_at(n.start), n) for n in peoples(sentence, text)]
    for amount in analysis.amounts_in(sentence):
        first, last = sentence.index_at(amount.core[0]), sentence.index_at(amount.core[1] - 1)
        if not any(n.form == "pronoun" for n in scene.at.get(first, ())):  # «двух стран» are named, not counted
            scene.barred.update(range(first, last + 1))
    return scene
