"""Context: whose text it is, how clauses divide a sentence, which words stand near an amount."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sverka.reading.asides import detached, numbers_aside, opens_with_participle
from sverka.reading.bundle import Analysis
from sverka.reading.document import Name, Sentence
from sverka.reading.hints import hints
from sverka.reading.home import OPPOSITE, masthead
from sverka.reading.metrics import plain
from sverka.record.tables import rows

_CONTRAST = {"а", "но", "зато", "хотя", "тогда", "причем", "однако", "между", "напротив", "когда", "если", "чем"}
#: Verbs that bring in somebody's words.
SAYS = frozenset(
    """заявить сказать сообщить отметить подчеркнуть сообщать заявлять говорить утверждать подсчитать считать уточнить
    напомнить признать писать добавить объявить пообещать обещать предупредить предупреждать отмечать прогнозировать
    полагать рассказать уверять заверять утверждать напоминать подчеркивать""".split()  # noqa: SIM905
)
_HARD = {";": 6.0, ":": 2.5, "—": 2.0, "–": 2.0, "(": 2.0, ")": 2.0, "»": 0.5, "«": 0.5}
_WHOSE = re.compile(
    r"(?:(?:партнер|статистик|статкомитет|таможн|ведомств|экономик|экспорт|импорт|вывоз|ввоз|республик)\w{0,20}|"
    r"внешн\w{1,20} торговл\w{1,20}) $"
)
_OWNER = re.compile(r"(?:торговл\w{1,20}|(?:оборот|бюджет)\w{0,20}|ввп|поставки) $")
#: «с Узбекистаном наторговали», «из Китая ввезли»: the state across the border from whoever writes.
_FACING = re.compile(
    r"(?<!\w)(?:с|со|из|от|(?:экспорт\w*|вывоз\w*|поставк\w+|поставок|продаж\w*|отправ\w+|вывез\w+) (?:\w+ )?(?:в|на)) "
    r"(?:\w+[йме] )?$"
)
#: «венгерского экспорта»: what a text tells of is mostly its own country's.
_HELD = re.compile(r"(?:экономик|экспорт|вывоз|бюджет|инфляц|правительств|парламент|казн|арми)")
#: «против Ирана», «из Варшавы», «по данным американской разведки»: a state told of from somewhere else.
_AWAY = re.compile(
    r"(?<!\w)(?:против|из|от|у|с|со|к|ко|перед|через|помимо|кроме|включая|"
    r"(?:по|согласно) (?:данным|сведениям|оценк\w+)?) (?:\w+[йме] )?$|"
    r"(?<!\w)соседн\w{2,3} $"
)
_TRADED = re.compile(
    r"(?:торгов|торгу|наторг|оборот|экспорт|импорт|ввоз|вывоз|ввез|вывез|закуп|поставк|поставл|купил|продал|приход)\w*"
)
#: Evidence of whose text it is that says more than how often a state is named.
_TELLING = frozenset({"dateline", "heading", "authority", "ours"})
_OFFICE = re.compile(r"(?>\w*?(?:таможн|статист|статкомит|сторон))\w*")
_DATELINE = re.compile(r"[^\W\d_]+(?:[- ][^\W\d_]+)?(?= ?[.,–—])")


_OURS = re.compile(
    r"(?<!\w)(?:наш(?:а|и|е|его|ей|их|им|ими|ем|у)? (?:\w+ )?(?:экспорт|импорт|товар|вывоз|страна|страны|"
    r"поставк|бизнес|компани|торговл|внешн|доля|сторон)\w*|(?:а )?наши? [–—])"
)


def pair_of(analysis: Analysis) -> tuple[str, ...]:
    """The two states a text is about, when nearly all it names are these two; else nothing."""
    count: defaultdict[str, int] = defaultdict(int)
    for name in _said(analysis):
        count[name.id] += 1
    ranked = sorted(count.items(), key=lambda item: -item[1])
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][1] < 2):
        return ()
    both = ranked[0][1] + ranked[1][1]
    clear = len(ranked) == 2 or (both >= 0.75 * sum(count.values()) and ranked[1][1] >= 2 * ranked[2][1])
    return (ranked[0][0], ranked[1][0]) if clear else ()


def bloc_of(analysis: Analysis) -> str | None:
    """The one union of states a text names, whose «взаимная торговля» it may tell of."""
    found = {n.id for n in analysis.names if n.kind in ("organization", "group") and n.id in _unions()}
    return found.pop() if len(found) == 1 else None


@cache
def _unions() -> frozenset[str]:
    return frozenset(row["id"] for row in rows("organizations") if _UNION.search(row["name_ru"].lower()))


_UNION = re.compile(r"союз|сообщество|содружество|ассоциация|рынок|зона|партн[её]рство|пространство")


def _said(analysis: Analysis) -> list[Name]:
    """The states a text names; the country of a currency is not named, nor that of the paper it is from."""
    paper = masthead(analysis.document, analysis.names)
    cores = [a.core for a in analysis.amounts if a.kind == "money"]
    inside = [(start, end) for start, end in cores]
    out, at = [], 0
    for name in analysis.names:
        if name.kind != "state" or len(name.id) != 3 or name.id == "WLD" or name is paper:
            continue
        while at < len(inside) and inside[at][1] <= name.start:
            at += 1
        if at < len(inside) and inside[at][0] <= name.start:
            continue
        out.append(name)
    return out


def home_of(analysis: Analysis) -> str | None:
    """The state a text is written from: by dateline, heading, whose partners it speaks of, by frequency.

    None when two states are named about equally and nothing tells them apart.
    """
    if "home_of" not in analysis.memo:
        analysis.memo["home_of"] = _home_of(analysis)
    found: str | None = analysis.memo["home_of"]
    return found


def _home_of(analysis: Analysis) -> str | None:
    score: defaultdict[str, float] = defaultdict(float)
    document = analysis.document
    text = plain(document, 0, len(document.text))
    dateline = _DATELINE.match(document.text)
    seen: set[int] = set()
    heading = _heading(analysis, text)
    paper = masthead(document, analysis.names)
    if paper is not None:
        score[paper.id] += 1.2
    for name in _said(analysis):
        left = text[max(0, name.start - 40) : name.start]
        weight = {"office": 0.5, "pronoun": 0.8, "capital": 1.2, "demonym": 0.7}.get(name.form, 1.0)
        weight *= 0.6 if _AWAY.search(left) else 1.0
        facing = _FACING.search(left) and _TRADED.search(text[max(0, name.start - 60) : name.end + 60])
        score[name.id] += 0.3 if facing else weight
        if name.form != "pronoun" and _WHOSE.search(left):
            score[name.id] += 3.0
        if name.form == "noun" and _OWNER.search(left):
            score[name.id] += 1.0
        right = text[name.end : name.end + 25].split()
        if name.form == "adjective" and right and _OFFICE.fullmatch(right[0].strip(".,;")):
            score[name.id] += 3.0
        if name.form == "adjective" and right and _HELD.match(right[0]):
            score[name.id] += 0.5
        if dateline is not None and name.end <= dateline.end() and dateline.group().isupper() and not seen:
            score[name.id] += 2.5
        if name.end <= heading and name.form != "pronoun":
            score[name.id] += 2.5
        seen.add(name.start)
    found = analysis.home
    if found is not None and found.evidence in _TELLING and (found.state in score or found.evidence == "ours"):
        score[found.state] += min(2.5 if found.evidence == "ours" else 2.0, found.strength)
    abroad = found is not None and found.evidence == "ours" and found.state != "RUS"
    if "RUS" in score and not abroad and _OURS.search(text) and not OPPOSITE.search(document.text):
        score["RUS"] += 2.5
    score = score or defaultdict(float, hints(analysis))
    ranked = sorted(score.items(), key=lambda item: -item[1])[:2]
    if not ranked:
        return None
    if len(ranked) == 2 and ranked[0][1] - ranked[1][1] < _CLOSE:
        doer = _doer(analysis, {ranked[0][0], ranked[1][0]})
        score[doer or ranked[0][0]] += _LEADS if doer else 0.0
        ranked = sorted(score.items(), key=lambda item: -item[1])[:2]
    if len(ranked) == 2 and ranked[0][1] - ranked[1][1] < 0.25:
        tied = {id_ for id_, s in score.items() if ranked[0][1] - s < 0.25}
        first = next((n for n in analysis.names if n.kind == "state" and n.id in tied), None)
        if first is None or (len(tied) > 2 and first.start > analysis.document.sentences[0].end):
            return None
        return first.id
    return ranked[0][0]


#: Two states told of about as often: the one that keeps doing things, while the other never does, is the text's own.
_CLOSE, _LEADS = 1.2, 1.5


def _doer(analysis: Analysis, wanted: set[str]) -> str | None:
    """«Украина продавала России …, Украина потеряла рынок»: the one of two states that is a subject, and often."""
    count: defaultdict[str, int] = defaultdict(int)
    for name in _said(analysis):
        sentence = analysis.document.sentence_at(name.start) if name.id in wanted and name.form == "noun" else None
        at = sentence.index_at(name.start) if sentence is not None else 0
        if sentence is not None and sentence.tokens[at].feats.get("Case") == "Nom":
            count[name.id] += at == 0 or sentence.tokens[at - 1].pos != "ADP"
    first = max(count, key=lambda id_: count[id_], default=None)
    return first if first is not None and count[first] > 1 and sum(count.values()) == count[first] else None


def _heading(analysis: Analysis, text: str) -> int:
    """Where the heading ends: «Казахстан: товарный обзор.», or a first line without a finite verb; 0 without one."""
    if not analysis.document.sentences:
        return 0
    first = analysis.document.sentences[0]
    colon = text.find(":", first.start, min(first.end, first.start + 50))
    if colon > 0:
        return colon
    finite = any(t.feats.get("VerbForm") == "Fin" for t in first.tokens)
    return 0 if finite or first.end - first.start > 140 else first.end


@dataclass(frozen=True, slots=True)
class Clauses:
    """How far apart the tokens of a sentence are in grammar: `cost[i]` adds up the boundaries before token i."""

    cost: tuple[float, ...]
    inserts: tuple[tuple[int, int], ...] = ()
    asides: tuple[tuple[int, int], ...] = ()

    def aside(self, here: int, at: int) -> bool:
        """True if token `here` stands in a participial or relative clause that token `at` is not in."""
        return any(first < here < last and not first < at < last for first, last in self.asides)

    def between(self, a: int, b: int) -> float:
        """What separates two tokens: 0 inside a clause, 2 for a comma, 6 for a semicolon."""
        if not self.cost:
            return 0.0
        low, high = min(a, b), max(a, b)
        end = len(self.cost) - 1
        total = self.cost[min(high, end)] - self.cost[min(max(low, 0), end)]
        for first, last in self.inserts:
            inside_low, inside_high = first < low < last, first < high < last
            if low <= first and last <= high:
                total -= self.cost[last] - self.cost[first - 1 if first else 0] - 0.3
            elif inside_low != inside_high:
                total += 1.5
        return max(0.0, total)


def clauses(sentence: Sentence) -> Clauses:
    """Boundaries of a sentence."""
    total, out = 0.0, []
    for i, low in enumerate(sentence.words):
        if low in _HARD:
            total += _HARD[low]
        elif low == ",":
            following = sentence.words[i + 1] if i + 1 < len(sentence.words) else ""
            total += 4.0 if following in _CONTRAST else 2.0
        elif low in {"и", "а"} and i and sentence.tokens[i - 1].text != ",":
            total += 0.4
        out.append(total)
    return Clauses(tuple(out), _inserts(sentence), _asides(sentence))


def _asides(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Participial and relative clauses after a comma, to the next comma or the end: «…, подписанный в 1992 году, …»."""
    tokens = sentence.tokens
    stops = [i for i, t in enumerate(tokens) if t.text in ",;:–—"] + [len(tokens)]
    out = []
    for a, b in pairwise(stops):
        if tokens[a].text != "," or b - a < 3:
            continue
        inside = tokens[a + 1 : b]
        participle = opens_with_participle(inside)
        apart = len(inside) > 2 and detached(inside[0], inside[1])
        if participle or apart or any(t.lemma in ("который", "чей", "где") for t in inside[:3]):
            out.append((a, b))
    return (*out, *numbers_aside(sentence))


def _inserts(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Asides between two commas: a relative clause, or a few words without a finite verb (both commas included)."""
    tokens = sentence.tokens
    commas = [i for i, t in enumerate(tokens) if t.text == ","]
    out: list[tuple[int, int]] = []
    for a, b in pairwise(commas):
        if out and a < out[-1][1]:
            continue
        inside = tokens[a + 1 : b]
        if not inside or inside[0].lemma in ("чем", "а", "но", "и") or any(t.text in ";:–—" for t in inside):
            continue
        relative = any(t.lemma in ("который", "где") for t in inside[:3])
        finite = any(t.pos == "VERB" and t.feats.get("VerbForm") == "Fin" for t in inside)
        number = any(t.text[:1].isdigit() for t in inside)
        if inside[0].pos in ("NOUN", "PROPN") and inside[0].feats.get("Case") in ("Nom", "Acc"):
            continue
        converb = inside[0].feats.get("VerbForm") == "Conv"
        if (
            (relative and not number)
            or (len(inside) <= 5 and not finite and not number)
            or (converb and not number and len(inside) < 9)
        ):
            out.append((a, b))
    return tuple(out)


def clause_span(sentence: Sentence, index: int, *, strength: float = 1.9) -> tuple[int, int]:
    """Token range of the clause round a token, cut at commas and stronger signs (not inside a pair of short commas)."""
    signs = {";", ":", "—", "–"} | ({","} if strength < 3 else set())
    first = index
    while first > 0 and sentence.tokens[first - 1].text not in signs:
        first -= 1
    stop = index + 1
    while stop < len(sentence.tokens) and sentence.tokens[stop].text not in signs:
        stop += 1
    return first, stop
