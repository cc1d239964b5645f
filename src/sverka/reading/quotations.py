"""Quotations: other people's words, in quotation marks, after a dash, or reported by a verb – and whose they are.

Scare quotes, names and titles are kept apart: what stands in marks is speech only if it reads like speech – a clause of
its own, or several words that a verb of speech introduces.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from sverka.claims import Quotation
from sverka.reading.bundle import Analysis
from sverka.reading.labels import label_of
from sverka.reading.quotemarks import Quoted, quoted
from sverka.reading.quoting import quoted_words
from sverka.reading.reported import reported_words
from sverka.reading.sayings import UTTERING
from sverka.reading.scenes import Scene, scene_at, scenes, scenes_over
from sverka.reading.speech import speaker, speaks
from sverka.reading.spoken import fragment, leads, reads_like_speech, sentence_like, speech_before, words_of
from sverka.reading.verbforms import verb_form

_AUTHOR_INSIDE = re.compile(r"(?<=[,.!?…])[ ]?[—–-][ ](?=[а-яё])")
_BACK = re.compile(r"[.,;!?][ ]?[—–-][ ]")
#: Between the halves of a split quotation: «… – сказал Х. – «…».
_SPLIT = re.compile(r"[.,] [—–-] [«\"“„]\Z")
_AFTER = re.compile(r"[»\"”“]?[,.!?…]?[ ]?[—–-][ ]?(?=[а-яё])")
_LONGEST_WAY = 40


def quotations(analysis: Analysis) -> list[Quotation]:
    """Direct quotations first found, then indirect ones that are no part of them; in order of position."""
    if analysis.document.language != "ru":
        return []
    if "quotations" not in analysis.memo:
        analysis.memo["quotations"] = _quotations(analysis)
    return list(analysis.memo["quotations"])


def _quotations(analysis: Analysis) -> list[Quotation]:
    found = scenes(analysis)
    direct = [*_dialogue(analysis, found), *_marked(analysis, found)]
    taken = sorted(q.span for q in direct)
    indirect: list[Quotation] = []
    for scene in found:
        for quotation in reported_words(scene):
            a, b = quotation.span
            near = taken[max(0, bisect_right(taken, (a, a)) - 20) : bisect_right(taken, (b, b)) + 1]
            shared = sum(max(0, min(b, e) - max(a, s)) for s, e in near)
            if shared < 0.4 * (b - a):
                indirect.append(quotation)
    return sorted([*direct, *_distinct(indirect)], key=lambda q: q.span)


def _distinct(found: list[Quotation]) -> list[Quotation]:
    """Without overlaps; what came first – the surer pattern – stays."""
    out: list[Quotation] = []
    for q in found:
        if not any(o.span[0] < q.span[1] and q.span[0] < o.span[1] for o in out[-20:]):
            out.append(q)
    return out


def _dialogue(analysis: Analysis, found: tuple[Scene, ...]) -> Iterator[Quotation]:
    """Interviews and transcripts: «Имя Фамилия: …», «МИНИСТР ФАМИЛИЯ: …»; a dash opens one once a speaker is named."""
    text = analysis.document.text
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        stripped = line.lstrip()
        lead = start + len(line) - len(stripped)
        if stripped[:2] in ("— ", "– ", "- ") and len(stripped) > 40:
            inner = next((m for m in re.finditer(r", [—–-] ", text[lead + 2 : end])), None)
            stop, who = end, None
            if inner is not None:
                scene, k = _verb_at(found, lead + 2 + inner.end())
                if scene is not None:
                    stop, who = lead + 2 + inner.start(), speaker(scene, k)
            if who and any(verb_form(t) == "fin" for s in scenes_over(found, lead, stop) for t in s.sentence.tokens):
                made = quoted_words(text, lead + 2, stop, who, True)
                if made:
                    yield made
            continue
        label = label_of(analysis, lead, end)
        if label is not None:
            made = quoted_words(text, label.end, end, label.speaker, True)
            if made:
                yield made


def _marked(analysis: Analysis, found: tuple[Scene, ...]) -> Iterator[Quotation]:
    """What stands in quotation marks and is speech."""
    text = analysis.document.text
    outer_end, last_end, last_speaker = -1, -1, None
    for q in quoted(text):
        inner = q.start < outer_end
        if inner and not _opened_by_speech(text, q):
            continue
        pieces, who = _split(text, q, found)
        if who is None:
            who, introduced = _introduced(text, q, found)
        else:
            introduced = True
        follows = last_speaker and q.start - last_end < 160 and _SPLIT.search(text, last_end, q.start) is not None
        if not introduced and not follows and not reads_like_speech(text, q, found):
            continue
        if follows and who is None:
            who = last_speaker
        who = who or _set_inside(q, found)
        if who is None and last_speaker and 0 <= q.start - last_end <= 4:
            who = last_speaker
        if who is None and sentence_like(text, q, found) and not introduced:
            who = _continued(q, found)
        for start, end in pieces:
            made = quoted_words(text, start, end, who, True)
            if made:
                yield made
        if not inner:
            outer_end = q.end
        last_end, last_speaker = q.end, who


def _opened_by_speech(text: str, q: Quoted) -> bool:
    """A quotation within a quotation counts when it is said by somebody else: «… сказал: "Хорошо, …"»."""
    before = text[max(0, q.start - 4) : q.start - 1].rstrip("]) ")
    return before.endswith(":") and q.end - q.start > 15


def _verb_at(found: tuple[Scene, ...], offset: int) -> tuple[Scene | None, int]:
    """The verb of speech among the first words at an offset, with its scene."""
    scene = scene_at(found, offset)
    if scene is None or offset >= scene.sentence.end:
        return None, -1
    first = scene.sentence.index_at(offset)
    for k in range(max(first, 0), min(first + 5, len(scene.sentence.tokens))):
        token = scene.sentence.tokens[k]
        uttered = token.lemma in UTTERING and verb_form(token) == "fin"
        if token.start >= offset and (uttered or speaks(scene, k)):
            return scene, k
        if scene.sentence.tokens[k].start >= offset and scene.sentence.tokens[k].text in ",.;":
            break
    return None, -1


def _split(text: str, q: Quoted, found: tuple[Scene, ...]) -> tuple[list[tuple[int, int]], str | None]:
    """«А, – сказал Б, – в»: the parts that are Б's, and Б."""
    pieces: list[tuple[int, int]] = []
    start, who = q.start, None
    for m in _AUTHOR_INSIDE.finditer(text, q.start, q.end):
        if m.start() < start:
            continue
        scene, k = _verb_at(found, m.end())
        if scene is None:
            continue
        back = _BACK.search(text, m.end(), q.end)
        pieces.append((start, m.start()))
        who = who or speaker(scene, k)
        start = back.end() if back is not None else q.end
    if start < q.end:
        pieces.append((start, q.end))
    return pieces or [(q.start, q.end)], who


def _introduced(text: str, q: Quoted, found: tuple[Scene, ...]) -> tuple[str | None, bool]:
    """The speaker said after the closing mark or before the opening one, and whether any verb of speech does."""
    after = _AFTER.match(text, q.end, min(len(text), q.end + 8))
    if after is not None:
        scene, k = _verb_at(found, after.end())
        if scene is not None:
            return speaker(scene, k), True
    for scene in scenes_over(found, q.start - 1, q.start):
        limit = scene.sentence.index_at(q.start - 1)
        for k in range(limit, max(limit - _LONGEST_WAY, -1), -1):
            token = scene.sentence.tokens[k]
            way = leads(scene, k) if token.end <= q.start else None
            if way is not None:
                if not speech_before(text, q, found, way, scene.sentence.tokens[k + 1 : limit]):
                    return None, False
                who = speaker(scene, k)
                return who, who is not None or not fragment(text, q)
        told = words_of(scene, limit) or _by_word_of(text, q, scene)
        return told if told is not None else (None, False)
    return None, False


def _by_word_of(text: str, q: Quoted, scene: Scene) -> tuple[str | None, bool] | None:
    """«По его словам, торговля «всё ещё тяготеет к сырью»»: a fragment in what somebody is reported to say."""
    if not {"по", "слово"} <= set(scene.sentence.lemmas) or fragment(text, q) or not text[q.start].islower():
        return None
    covering = [r.speaker for r in reported_words(scene) if r.speaker and r.span[0] < q.start and q.end < r.span[1] + 2]
    return (covering[-1], True) if covering else None


def _set_inside(q: Quoted, found: tuple[Scene, ...]) -> str | None:
    """«история и логика, пишет Зоммер, …»: the speaker named inside the marks, between commas."""
    for scene in scenes_over(found, q.start, q.end):
        tokens = scene.sentence.tokens
        for actor in scene.actors:
            k = actor.first - 1
            named = actor.persons and actor.case == "Nom" and k > 0 and tokens[k - 1].text == ","
            ends = actor.last + 1 < len(tokens) and tokens[actor.last + 1].text in (",", "…", "...", ".", ":")
            if named and ends and q.start <= tokens[k].start < q.end and speaks(scene, k):
                return actor.persons[0]
    return None


def _continued(q: Quoted, found: tuple[Scene, ...]) -> str | None:
    """A quotation that goes on from «По словам Х, …» in the sentence before."""
    here = scene_at(found, q.start)
    before = here.before if here is not None and here.sentence.end > q.start else here
    if before is None:
        return None
    reported = list(reported_words(before))
    return reported[-1].speaker if reported else None
