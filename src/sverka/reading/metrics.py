"""Metric cues: the words that say what an amount measures – «товарооборот», «вывоз», «доля», «ВВП», «миротворцы».

A cue is a stem with a metric; in trade it also says which way goods go. `cues` finds them in a sentence.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from sverka.reading.document import Document, Sentence
from sverka.reading.metric_words import TABLE
from sverka.reading.sieve import Sieve
from sverka.reading.wordlists import words

_CUES = tuple((re.compile(rf"(?<![\w-])(?:{stems})(?!\w)"), metric, way) for stems, metric, way in TABLE)
_SHARE = re.compile(
    r"(?<!\w)(?:дол[яиюе]|долей|доли|удельн\w+ вес\w*|"
    r"приход\w+(?! (?!пять|шесть|семь|восемь|девять|десять|\w+дцать|треть|\w*часть)\w+(?:ть|ти|ться)(?!\w))|"
    r"пришл[аио]сь|прид[её]тся|"
    r"обеспечива\w+|дал|дала|дает|структур[еы]|"
    r"занима(?:ет|ют|л[аои]?)(?! (?:\w+ ){0,3}(?:мест|стро[чк]|позици|пост|должност)))(?!\w)"
)
UP = re.compile(
    r"(?<!\w)(?:вы?рос\w*|вырас\w+|возрас\w+|возрос\w*|рост(?:|а|у|ом|е)|раст[её]т|увелич\w+|"
    r"прибав\w+|приросл?\w*|прирост\w*|"
    r"подскоч\w+|повыс\w+|повыш\w+|поднял\w*|подрос\w*|взлет\w+|расшир\w+|скакн\w+|нарасти\w+|"
    r"нараст\w+|наращива\w+|превысив|превзойдя|"
    r"удлин\w+|участи\w+|прыгн\w+|вверх|подорожа\w+|умнож\w+|окреп\w*|добав\w+|росл(?:а|о|и)|раст(?:ут|и)|поднимал\w*|"
    r"поднят\w*|подним(?:ет|ут)\w*|взвил\w+|взмы\w+|разрос\w*|разраст\w+|приумнож\w+|раздул\w+|разбух\w*|удорожа\w+)(?!\w)"
)
DOWN = re.compile(
    r"(?<!\w)(?:упал\w*|упад\w+|пада\w+|паден\w+|сниз\w+|сниж\w+|сократ\w+|сокращ\w+|уменьш\w+|"
    r"просел\w*|проседа\w+|съеж\w+|"
    r"сжал\w*|ужал\w*|потеря\w+|теря\w+|опуст\w+|обвал\w+|рухну\w+|лиш\w+(?:лся|лась|лось|лись|тся|ться|"
    r"ится)|спад\w*|урез\w+|сброс\w+|"
    r"укороти\w+|ужима\w+|скукож\w+|растая\w+|вниз|сбави\w+|усох\w*|похуде\w+|подешеве\w+|провал\w+|ниже|потер\w+|скат\w+|убыл\w*|недосчит\w+|"
    r"пониз\w+|пониж\w+|обмеле\w+|усыха\w+|сдул\w+|ослаб\w+|обесцени\w+|обруши\w+|сузи\w+|убави\w+|схлопну\w+|"
    r"недобра\w+|откатил\w+)(?!\w)"
)
_EXIT = re.compile(r"(?<!\w)(?:экзит-?пол|exit[ -]?poll)")
TRADE = frozenset({"trade.turnover", "trade.exports", "trade.imports"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A metric cue: token span [first, stop) of its sentence, text span, metric, way of the goods."""

    first: int
    stop: int
    start: int
    end: int
    metric: str
    way: str


def plain(document: Document, start: int, end: int) -> str:
    """Lower case with «е» for «ё», same length as the text."""
    piece = document.text[start:end]
    lowered = piece.lower()
    if len(lowered) != len(piece):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in piece)
    return lowered.replace("ё", "е").replace("\xa0", " ")


@cache
def _sieve() -> Sieve:
    """All cues at once: each pattern is tried only where a word begins as it can begin, which is three times faster."""
    return Sieve([pattern for pattern, _, _ in _CUES])


def cues(document: Document, sentence: Sentence) -> list[Cue]:
    """Metric cues of a sentence in order of position; where two overlap the longer stays."""
    text = plain(document, sentence.start, sentence.end)
    starts = [token.start for token in sentence.tokens]
    found: list[Cue] = []
    for number, m in _sieve().found(text):
        _, metric, way = _CUES[number]
        if metric == "vote" and (text.startswith(" бы ", m.end()) or _EXIT.search(text) is not None):
            metric = "poll"  # «проголосовали бы», «по данным экзитпола»: asked, not counted
        start, end = sentence.start + m.start(), sentence.start + m.end()
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        if metric == "military.personnel" and text.startswith("военн", m.start()) and _described(sentence, last):
            continue  # «военные действия»: no soldiers
        if metric == "territory" and _crossed(sentence, first):
            continue
        if way == "out" and text.startswith("постав", m.start()) and _set(sentence, first, last):
            continue
        found.append(Cue(max(first, 0), last + 1, start, end, metric, way))
    found.sort(key=lambda c: (c.start, c.start - c.end))
    out: list[Cue] = []
    for cue in found:
        if out and cue.start < out[-1].end:
            continue
        if out and (out[-1].metric, cue.metric) == ("investment", "debt") and cue.first - out[-1].stop == 1:
            continue  # «инвестиций и кредитов»
        if out and out[-1].metric == _BALANCE and cue.metric in TRADE and _of(sentence, out[-1].stop, cue.first):
            continue  # «сальдо внешней торговли»
        if out and out[-1].metric in _HEADS and cue.metric in _OF_HEADS and _heads(sentence, out[-1], cue):
            continue
        if out and out[-1].metric == "tariff" and cue.metric in TRADE and _heads(sentence, out[-1], cue):
            continue  # «пошлина на ввоз»
        out.append(cue)
    return out


def _of(sentence: Sentence, first: int, stop: int) -> bool:
    """True where only adjectives and prepositions stand between two nouns."""
    return stop - first <= _PHRASE and all(t.pos in ("ADJ", "DET", "ADP") for t in sentence.tokens[first:stop])


def _heads(sentence: Sentence, head: Cue, cue: Cue) -> bool:
    """«цена газа», «цены на нефть», «пошлина на российский газ»: the second word only says of what."""
    between = sentence.tokens[head.stop : cue.first]
    on = bool(between) and between[0].text.lower() == "на" and head.metric in ("price", "tariff")
    described = all(t.pos in ("ADJ", "DET") for t in between[on:])
    return described and len(between) <= 1 + on


def _described(sentence: Sentence, i: int) -> bool:
    """True where the word after token `i` is the noun that it describes."""
    if i + 1 >= len(sentence.tokens):
        return False
    word, noun = sentence.tokens[i], sentence.tokens[i + 1]
    return noun.pos == "NOUN" and noun.feats.get("Number") == "Plur" == word.feats.get("Number", "Plur")


def _crossed(sentence: Sentence, first: int) -> bool:
    """«через территорию», «по казахстанской территории»: what goes there is counted, not the land."""
    before = [t.text.lower() for t in sentence.tokens[max(0, first - 2) : first]]
    return not _ACROSS.isdisjoint(before)


_ACROSS = frozenset({"через", "по", "сквозь"})
_AIMS = words(
    """цель задача рекорд вопрос отметка планка точка подпись условие срок ориентир потолок предел крест диагноз
    ультиматум голосование задание рамка ответ эксперимент пьеса спектакль барьер заслон ребро угроза весы уровень"""
)
#: How far from «поставить» its object stands.
_AIM_REACH = 8


def _set(sentence: Sentence, first: int, last: int) -> bool:
    """«поставили цель», «отметка, которую поставили», «поставив рекорд»: nothing is delivered."""
    if sentence.lemmas.isdisjoint(_AIMS):
        return False
    tokens = sentence.tokens
    if tokens[last].lemma.startswith("поставк"):
        return False
    for step in (1, -1):
        at = last if step > 0 else first
        for k in range(at + step, at + step * _AIM_REACH, step):
            if not 0 <= k < len(tokens) or tokens[k].text in ".;:()":
                break
            if tokens[k].lemma in _AIMS:
                return True
    return False


_BALANCE = "trade.other"
#: How many words stand between a balance and what it is of.
_PHRASE = 3
#: «цена газа», «импорт нефти»: the first word says what is measured.
_HEADS = frozenset(
    {"price", "transit", "debt", "investment", "budget", "tariff", "trade.exports", "trade.imports", "jobs"}
)
_OF_HEADS = frozenset({"energy.volume", "military.equipment", "transit", "population"})


def share_word(text: str) -> bool:
    """True if a clause speaks of a share: «доля», «приходится», «дал»."""
    return _SHARE.search(text) is not None
