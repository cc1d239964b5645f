"""Quotations: other people's words, in quotation marks, after a dash, or reported by a verb – and whose they are.

Scare quotes, names and titles are kept apart: what stands in marks is speech only if it reads like speech – a clause of
its own, or several words that a verb of speech introduces.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from sverka.claims import Quotation
from sverka.errors import ClaimError
from sverka.reading.bundle import Analysis
from sverka.reading.clauses import verb_form
from sverka.reading.quotemarks import Quoted, quoted
from sverka.reading.scenes import Scene, scene_at, scenes, scenes_over
from sverka.reading.speech import id_of, speaker, speaks
from sverka.reading.wordlists import words

_AUTHOR_INSIDE = re.compile(r"(?<=[,.!?…])[ ]?[—–-][ ](?=[а-яё])")
_BACK = re.compile(r"[.,;!?][ ]?[—–-][ ]")
#: Between the halves of a split quotation: «… – сказал Х. – «…».
_SPLIT = re.compile(r"[.,] [—–-] [«\"“„]\Z")
_AFTER = re.compile(r"[»\"”“]?[,.!?…]?[ ]?[—–-][ ]?(?=[а-яё])")
_TITLED = words(
    """газета журнал программа проект договор фильм книга статья указ план учения партия группа группировка
    компания агентство доклад закон операция форум канал телеканал портал сайт издание концерн завод фонд
    движение корпорация клуб роман песня спектакль премия орден отель гостиница стадион крейсер корабль ракета
    комплекс система газопровод база аэропорт фракция организация ассоциация банк институт радиостанция радио
    инициатива кампания конкурс тема рубрика альбом акция пакт поток формат линия блог сериал передача холдинг
    саммит дело"""
)
_FRAGMENT_VERBS = words(
    """назвать называть считать усматривать охарактеризовать окрестить описать признать объявить цитировать
    именовать подписать выразить призвать призывать обвинить установить"""
)
_INFINITIVE_VERBS = words("""призвать призывать потребовать требовать предложить пообещать пригрозить попросить""")
_SOURCES = (("по", "слово"), ("по", "утверждение"), ("по", "сообщение"), ("по", "свидетельство"), ("по", "признание"))
_EXPRESSED = words("""готовность надежда уверенность сожаление обеспокоенность благодарность поддержка озабоченность""")
_LONGEST_WAY = 40


def quotations(analysis: Analysis) -> list[Quotation]:
    """Direct quotations first found, then indirect ones that are no part of them; in order of position."""
    if analysis.document.language != "ru":
        return []
    found = scenes(analysis)
    direct = [*_dialogue(analysis, found), *_marked(analysis, found)]
    taken = sorted(q.span for q in direct)
    indirect: list[Quotation] = []
    for scene in found:
        for quotation in _reported(scene):
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


def _quotation(text: str, start: int, end: int, who: str | None, direct: bool) -> Quotation | None:
    while start < end and text[start] in " ,–—-:\n\u00a0":
        start += 1
    while end > start and text[end - 1] in " ,–—-:;\n\u00a0":
        end -= 1
    if not direct:
        while end > start and text[end - 1] in ".…":
            end -= 1
    if end - start < 3:
        return None
    try:
        return Quotation(speaker=who, anchor=text[start:end], span=(start, end), direct=direct)
    except (ClaimError, ValueError):
        return None


def _dialogue(analysis: Analysis, found: tuple[Scene, ...]) -> Iterator[Quotation]:
    """Interviews: «Имя Фамилия: …» and paragraphs that open with a dash."""
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
            if any(verb_form(t) == "fin" for s in scenes_over(found, lead, stop) for t in s.sentence.tokens):
                made = _quotation(text, lead + 2, stop, who, True)
                if made:
                    yield made
            continue
        person = next((n for n in analysis.names_in(lead, end) if n.kind == "person" and n.start == lead), None)
        if (
            person is not None
            and text[person.end : person.end + 2] == ": "
            and text[person.end + 2 : person.end + 3] not in '«"'
        ):
            made = _quotation(text, person.end + 2, end, person.id, True)
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
        if not introduced and not follows and not _reads_like_speech(text, q, found):
            continue
        if follows and who is None:
            who = last_speaker
        if who is None and last_speaker and 0 <= q.start - last_end <= 4:
            who = last_speaker
        if who is None and _sentence_like(text, q, found) and not introduced:
            who = _continued(q, found)
        for start, end in pieces:
            made = _quotation(text, start, end, who, True)
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
        if scene.sentence.tokens[k].start >= offset and speaks(scene, k):
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
            fragment = token.lemma in _FRAGMENT_VERBS and verb_form(token) in ("fin", "ger", "short")
            if token.end <= q.start and (speaks(scene, k) or fragment):
                if not _speech_before(text, q, found, token.lemma in _FRAGMENT_VERBS and not speaks(scene, k)):
                    return None, False
                return speaker(scene, k), True
        break
    return None, False


def _words(text: str, q: Quoted) -> list[str]:
    return re.findall(r"\w[\w-]*", text[q.start : q.end])


def _sentence_like(text: str, q: Quoted, found: tuple[Scene, ...]) -> bool:
    return len(_words(text, q)) >= 4 and _has_verb(q, found)


def _has_verb(q: Quoted, found: tuple[Scene, ...]) -> bool:
    for scene in scenes_over(found, q.start, q.end):
        if any(q.start <= t.start < q.end and verb_form(t) in ("fin", "short") for t in scene.sentence.tokens):
            return True
    return False


def _titled(q: Quoted, found: tuple[Scene, ...]) -> bool:
    """True right after a noun that has names: «газета «…»», «проект «…»»."""
    scene = scene_at(found, q.start - 1)
    k = scene.sentence.index_at(q.start - 1) if scene is not None else 0
    return scene is not None and k > 0 and scene.lemma(k - 1) in _TITLED


def _speech_before(text: str, q: Quoted, found: tuple[Scene, ...], fragment: bool) -> bool:
    """Whether what a verb of speech stands before reads like words said, not like a name it happens to mention."""
    if _titled(q, found):
        return False
    words = _words(text, q)
    if text[max(0, q.start - 4) : q.start - 1].rstrip().endswith(":") and len(words) >= 2:
        return True
    if _has_verb(q, found) and len(words) >= 3:
        return True
    lower = bool(words) and words[0][:1].islower()
    return lower and len(words) >= (2 if fragment else 3)


def _reads_like_speech(text: str, q: Quoted, found: tuple[Scene, ...]) -> bool:
    """Without a verb of speech beside it: a whole sentence with a verb, standing by itself or after a colon."""
    if _titled(q, found) or not _sentence_like(text, q, found):
        return False
    before = text[max(0, q.start - 3) : q.start - 1].rstrip()
    opens = not before or before[-1:] in ".:!?…,\n"
    body = text[q.start : q.end].strip()
    return (opens and (body[:1].isupper() or body[-1:] in ".!?…")) or len(_words(text, q)) >= 6


def _continued(q: Quoted, found: tuple[Scene, ...]) -> str | None:
    """A quotation that goes on from «По словам Х, …» in the sentence before."""
    here = scene_at(found, q.start)
    before = here.before if here is not None and here.sentence.end > q.start else here
    if before is None:
        return None
    reported = list(_reported(before))
    return reported[-1].speaker if reported else None


def _reported(scene: Scene) -> Iterator[Quotation]:
    """Indirect speech of a sentence."""
    made = [*_that_clauses(scene), *_by_word_of(scene), *_beside(scene), *_of_this(scene)]
    yield from (q for q in made if q is not None and q.speaker is not None)


def _end(scene: Scene) -> int:
    return scene.sentence.end


def _that_clauses(scene: Scene) -> Iterator[Quotation | None]:
    """«Х заявил, что …», «призвал к …», «Х пишет: …»."""
    tokens, text = scene.sentence.tokens, scene.text
    for k, token in enumerate(tokens):
        infinitive = token.lemma in _INFINITIVE_VERBS and verb_form(token) in ("fin", "ger")
        accuse = token.lemma in ("обвинить", "обвинять") and verb_form(token) in ("fin", "ger")
        hope = token.lemma in ("выразить", "выражать") and verb_form(token) in ("fin", "ger")
        if not (speaks(scene, k) or infinitive or accuse or hope):
            continue
        begin = (
            next((j for j in range(k + 1, min(k + 4, len(tokens))) if verb_form(tokens[j]) == "inf"), -1)
            if infinitive
            else -1
        )
        if begin > 0:
            contrast = next(
                (
                    j
                    for j in range(begin, len(tokens) - 1)
                    if tokens[j].text == "," and tokens[j + 1].text in ("но", "а")
                ),
                -1,
            )
            stop = tokens[contrast].start if contrast > 0 else scene.sentence.end
            yield _quotation(text, tokens[begin].start, min(stop, _until(scene, begin)), speaker(scene, k), False)
            continue
        begin = _that(scene, k, 14 if accuse or hope else 7)
        if begin < 0:
            colon = next((j for j in range(k + 1, min(k + 6, len(tokens))) if tokens[j].text == ":"), -1)
            noun = scene.lemma(k + 1) in _EXPRESSED or scene.lemma(k + 2) in _EXPRESSED
            if hope and noun:
                begin = k + 1 if scene.lemma(k + 1) in _EXPRESSED else k + 2
                yield _quotation(text, tokens[begin].start, _until(scene, begin), speaker(scene, k), False)
                continue
            begin = colon + 1 if 0 < colon < len(tokens) - 3 and tokens[colon + 1].text not in '«"“„' else -1
        if 0 < begin < len(tokens):
            yield _quotation(text, tokens[begin].start, _until(scene, begin), speaker(scene, k), False)


def _of_this(scene: Scene) -> Iterator[Quotation | None]:
    """«Об этом заявила пресс-служба Кремля»: the sentence before is what was said."""
    tokens = scene.sentence.tokens
    if scene.before is None or len(tokens) < 4 or [t.text.lower() for t in tokens[:2]] != ["об", "этом"]:
        return
    k = next((k for k in range(2, min(5, len(tokens))) if speaks(scene, k)), -1)
    if k > 0:
        before = scene.before.sentence
        yield _quotation(scene.text, before.start, before.end, speaker(scene, k), False)


def _until(scene: Scene, begin: int) -> int:
    """Where reported speech ends: the sentence's end, or before another verb of speech that is set beside it."""
    tokens = scene.sentence.tokens
    for k in range(begin + 2, len(tokens)):
        if tokens[k - 1].text == "," and speaks(scene, k) and verb_form(tokens[k]) in ("fin", "ger"):
            return tokens[k - 1].start
        if tokens[k].text == ";" or (
            tokens[k].text in (":", ",") and k + 1 < len(tokens) and tokens[k + 1].text in '«"“„'
        ):
            return tokens[k].start
    return scene.sentence.end


def _that(scene: Scene, k: int, far: int) -> int:
    """The token after «что» (or «будто») that a verb of speech leads to; -1 for none."""
    tokens = scene.sentence.tokens
    for j in range(k + 1, min(k + 1 + far + 12, len(tokens))):
        if tokens[j].text.lower() in ("что", "будто", "чтобы") and tokens[j - 1].text == ",":
            others = [i for i in range(k + 1, j) if verb_form(tokens[i]) in ("fin", "short")]
            return -1 if others else j + 1
        if tokens[j].text in (";", ":", ".") or (j > k + far and tokens[j].text == ","):
            return -1
    return -1


def _beside(scene: Scene) -> Iterator[Quotation | None]:
    """«…, сообщает Х», «…, – подчеркнул Х, – …»; «как заявил Х, …»."""
    tokens, text = scene.sentence.tokens, scene.text
    for k in range(1, len(tokens)):
        if not speaks(scene, k):
            continue
        before = k - 1
        while before > 0 and tokens[before].pos in ("ADV", "PART"):
            before -= 1
        how = tokens[before].text.lower() == "как"
        first = before - 1 if how else before
        if _that(scene, k, 7) >= 0:
            continue
        if first >= 0 and tokens[first].text not in (",", "–", "—", "-", "]") and not (how and first < 0):
            continue
        following = next(
            (j for j in range(k + 1, len(tokens)) if tokens[j].text in (",", ".", ";", ":", "–", "—", "(")), len(tokens)
        )
        tail = following >= len(tokens) - 1 or tokens[following].text in ".;(" or not _goes_on(scene, following)
        if first > 3 and (tail or tokens[following].text == ":"):
            start = _opening(scene, first)
            few = sum(start <= t.start < tokens[first].start for t in tokens) < 3
            if few and following < len(tokens) - 2:
                start = tokens[following].end
            yield _quotation(text, start, scene.sentence.end if few else tokens[first].start, speaker(scene, k), False)
        elif how and following < len(tokens) - 3:
            here = _quotation(text, tokens[following].end, _until(scene, following + 1), speaker(scene, k), False)
            yield (
                here
                if first <= 3
                else _quotation(text, tokens[following].end, _until(scene, following + 1), speaker(scene, k), False)
            )
        elif first > 0 and following < len(tokens) - 3:
            start = tokens[following].end if first <= 3 else _opening(scene, first)
            yield _quotation(text, start, scene.sentence.end, speaker(scene, k), False)


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether the reported words go on after the inset «…, говорит Х, …»: there is a verb that is not about Х."""
    described = {k for c in scene.clauses if c.kind in ("relative", "participle", "gerund") for k in c.tokens}
    tokens = scene.sentence.tokens
    return any(verb_form(tokens[k]) in ("fin", "short", "inf") for k in range(at, len(tokens)) if k not in described)


def _opening(scene: Scene, first: int) -> int:
    """Where the words before an inset verb of speech begin: after a semicolon, else with the sentence."""
    for j in range(first - 1, -1, -1):
        if scene.sentence.tokens[j].text == ";":
            return scene.sentence.tokens[j].end
    return scene.sentence.start


def _by_word_of(scene: Scene) -> Iterator[Quotation | None]:
    """«По словам Х, …», «по его словам, …», «по утверждению Y, …»."""
    tokens, text = scene.sentence.tokens, scene.text
    for k in range(len(tokens) - 1):
        if tokens[k].text.lower() != "по":
            continue
        noun = next((j for j in (k + 1, k + 2) if j < len(tokens) and ("по", tokens[j].lemma) in _SOURCES), -1)
        if noun < 0:
            continue
        comma = next((j for j in range(noun + 1, min(noun + 25, len(tokens))) if tokens[j].text == ","), -1)
        whose = [
            a
            for a in scene.actors
            if noun < a.first and (comma < 0 or a.last < comma) and a.kind in ("person", "organization", "state")
        ]
        named = [a for a in whose if a.persons] or whose
        who = id_of(scene, named[0]) if named else None
        if who is None and noun == k + 2 and tokens[k + 1].text.lower() in ("его", "ее", "её"):
            gender = "Masc" if tokens[k + 1].text.lower() == "его" else "Fem"
            who = _owner(scene, gender)
        if comma > 0 and comma < len(tokens) - 3:
            yield _quotation(text, tokens[comma].end, scene.sentence.end, who, False)
        elif k > 3:
            yield _quotation(text, scene.sentence.start, tokens[k].start, who, False)


def _owner(scene: Scene, gender: str) -> str | None:
    """The person «его» means: the last one spoken of in the sentence before."""
    here = scene.before
    for _ in range(2):
        if here is None:
            return None
        found = [a for a in here.actors if a.persons]
        if found:
            subjects = [a for a in found if a.case == "Nom"]
            return (subjects or found)[-1].persons[0]
        here = here.before
    return None
