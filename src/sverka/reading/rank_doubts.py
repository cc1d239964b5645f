"""What a place is besides a place: of one ware, lost or striven for, of a time nobody tells, next after another.

The words round a place change what it says. Where they leave open what is so, the place decides nothing.
"""

import re

from sverka.claims.period import Period
from sverka.reading.rank_parties import named_states
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene
from sverka.reading.wares import is_ware

_DEALER = re.compile(r"(?:поставщик|покупател|импортер|экспортер|продав|потребител|рын(?:ок|ком|ка) сбыта)\w*")
_BY_FLOW = re.compile(
    r"(?<!\w)по (?:\w+ ){0,2}?(?:экспорту|импорту|вывозу|ввозу|поставкам|закупкам|продажам|экспорта|импорта|поставок)"
    r"(?= \w)"
)
_LOST = re.compile(
    r"(?<!\w)(?:по|у)?(?:теря(?:л|в|ет|ют|ть)|трати(?:л|в|т)|трачива)\w* (?:\w+ ){0,3}$|"
    r"(?<!\w)лиша?[иеюя]?\w{0,4}(?:ся|сь) (?:\w+ ){0,3}$|"
    r"(?<!\w)(?:переста(?:л|в|ет|ну)\w*|прекрати\w+) (?:быть|являться|считаться|оставаться) (?:\w+ ){0,3}$"
)
_STRIVING = re.compile(
    r"(?<!\w)(?:претенд\w+|бор(?:ется|ются|олся|олась|олись|оться)|побор\w+ся|соперни\w+|мет(?:ит|ят|ил\w?)|нацел\w+|"
    r"замах\w+|рв[уе]тся|рвутся|стрем\w+|мечта\w+|посяга\w+|риску\w+|грозит|может|намер\w+) (?:\w+ ){0,5}$"
)
_FORMERLY = re.compile(
    r"(?<!\w)(?:до \d{4}|до (?:войны|распада|кризиса|пандемии|санкций|вступления)|прежде|ранее|раньше|когда-то|некогда|"
    r"в прошлом(?! году| месяце| квартале| веке)|традиционно|исторически|долг(?:ие|ое) (?:годы|время)|"
    r"в советск\w+ (?:время|годы|эпоху|период)|при СССР|многие годы|десятилетиями)(?!\w)",
    re.IGNORECASE,
)
_WAS = re.compile(r"(?<!\w)(?:был[аио]?|являл\w+|считал\w+|оставал\w+|значил\w+|занимал[аио]?)(?!\w)")
_TWO = re.compile(r"(?<!\w)\w+(?:ое|ая|ый|ой|ье|ья|ий|ым|ом|ем) и $")


def of_ware(scene: Scene, kind: str, start: int, end: int) -> bool:
    """«Поставщик газа», «по экспорту рыбы»: a place in one ware, of which totals say nothing."""
    sentence = scene.sentence
    at = -1
    if kind == "noun" and _DEALER.search(scene.text[start - sentence.start : end - sentence.start]):
        at = sentence.index_at(end - 1) + 1
    elif kind != "noun":
        told = _BY_FLOW.search(scene.text, end - sentence.start, end - sentence.start + 60)
        at = sentence.index_at(sentence.start + told.end() - 1) + 1 if told is not None else -1
    if at < 0:
        return False
    tokens = sentence.tokens
    while at < len(tokens) and tokens[at].pos in ("ADJ", "DET"):
        at += 1
    return is_ware(scene, at)


def lost(before: str) -> bool:
    """«Потеряла первое место», «перестала быть главным партнёром»: the place is held no longer."""
    return _LOST.search(before) is not None


def striven_for(before: str) -> bool:
    """«Претендует на второе место», «рискует потерять его»: nothing is said to be so."""
    return _STRIVING.search(before) is not None


def left_open(scene: Scene, start: int, end: int, period: Period | None, told: bool) -> bool:
    """Whether a place is of a time nobody tells, one of two told at once, or next after somebody told apart."""
    text, low = scene.text, start - scene.sentence.start
    clause = re.split(r"[,;:–—()]", text[:low])[-1] + text[low : end - scene.sentence.start + 60].split(",")[0]
    if _TWO.search(text[:low]) or (not told and _FORMERLY.search(clause)):
        return True
    if period is None and _WAS.search(clause):
        return True
    here = scene.sentence.index_at(start)
    return any(
        preposition_of(scene.sentence, i) == "после" and scene.lines.between(i, here) < 1.9 and abs(i - here) < 9
        for i, _ in named_states(scene)
        if i < here
    )
