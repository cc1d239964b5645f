"""Voices: whose statement a stretch of text is – the speaker of a quotation, or the source named for the figures."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.claims import AUTHOR
from sverka.reading.bodies import body_id, genitive, id_of, is_body, short_body
from sverka.reading.bundle import Analysis
from sverka.reading.quotations import quotations
from sverka.reading.scenes import Scene, scenes
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_BY = words(
    "данные подсчет оценка расчет информация сведение статистика версия прогноз отчет таблица доклад исследование"
)
_EVIDENCE = words("данные статистика таблица отчет цифра сводка материал доклад исследование опрос")
#: For how many sentences after «Бюро опубликовало итоги» the figures are still its own.
_ON = 2
#: Sources that no office speaks for: «международные базы показывают», «зеркальная статистика даёт».
_BASES = words("база статистика таблица цифра данные справочник")
_GIVES = words("показывать показать давать дать свидетельствовать говорить утверждать рисовать фиксировать")
#: What a sentence begins with that goes on with the one before.
_LINKS = (
    "при этом ", "это в ", "из них ", "кроме того ", "в свою очередь", "в результате ", "помимо этого", "вместе с тем",
    "в то же время", "в том числе", "следовательно ",
)  # fmt: skip
#: What is written in a paper: «в докладе сказано».
_PAPERS = words("исследование доклад отчет обзор")
_WRITTEN = words("сказать сказано говориться отмечаться указываться подчеркиваться утверждаться")
_AUTHORS = words("автор составитель")
_CLAIM = words("утверждать считать полагать прогнозировать отмечать писать подсчитать предупреждать ожидать")
_THEIRS = frozenset({"их", "его", "ее", "её"})
_HELD = frozenset({"ход", "результат", "итог"})
#: How far a quotation from a paper is followed to its end.
_QUOTED = 4000
_CONTRASTS = frozenset({"а", "но", "однако", "зато", "тогда"})
_SHOWS = words("следовать свидетельствовать показывать говорить вытекать явствовать говориться сообщаться")
_COUNTS = words("насчитать подсчитать отчитаться зафиксировать уточнить опубликовать обнародовать оценивать")
_LED_BY = frozenset({"по", "согласно"})
_MARKING = _PAPERS | _EVIDENCE | _COUNTS | _BASES


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of text and whose statement it is."""

    start: int
    end: int
    id: str


_memo: tuple[Analysis, tuple[Voice, ...]] | None = None


def voices(analysis: Analysis) -> tuple[Voice, ...]:
    """Every stretch that is not the author's own: quotations with a speaker, sentences with a named source."""
    global _memo
    kept = _memo  # read once: another thread may be reading another text
    if kept is not None and kept[0] is analysis:
        return kept[1]
    spoken = [Voice(*q.span, q.speaker) for q in quotations(analysis) if q.speaker]
    told = scenes(analysis)
    sourced = list(_carried([list(_sourced(s, told[min(i + _ON, len(told) - 1)])) for i, s in enumerate(told)], told))
    found = tuple(sorted([*spoken, *sourced], key=lambda v: (v.start, -v.end)))
    _memo = (analysis, found)
    return found


def forget() -> None:
    """Let go of the last document's stretches."""
    global _memo
    _memo = None


def voice_at(analysis: Analysis, span: tuple[int, int]) -> str:
    """The innermost voice that covers the middle of a span; `author` where nobody else speaks."""
    middle = (span[0] + span[1]) // 2
    found = voices(analysis)
    last = bisect_right(found, middle, key=lambda v: v.start)
    covering = [v for v in found[max(0, last - 50) : last] if v.end > middle]
    return min(covering, key=lambda v: v.end - v.start).id if covering else AUTHOR


def _carried(sourced: Sequence[Sequence[Voice]], told: Sequence[Scene]) -> Iterator[Voice]:
    """The sources of every sentence; «При этом …», «Это, в свою очередь, …» goes on with that of the one before."""
    last: Voice | None = None
    for scene, found in zip(told, sourced, strict=True):
        yield from found
        if not found and last is not None and _goes_on(scene):
            last = Voice(scene.sentence.start, scene.sentence.end, last.id)
            yield last
        else:
            last = found[-1] if found and found[-1].end >= scene.sentence.end else None


def _goes_on(scene: Scene) -> bool:
    opening = " ".join(t.text.lower() for t in scene.sentence.tokens[:3] if t.text != ",")
    return opening.startswith(_LINKS)


def _sourced(scene: Scene, later: Scene) -> Iterator[Voice]:
    """The sources of a sentence, each up to where another begins («по данным А, …, а по данным Б – …»)."""
    found = list(_markers(scene, later))
    for (at, voice), following in zip(found, [*found[1:], None], strict=False):
        end = voice.end if following is None else _border(scene, at, following[0])
        earlier = [a for a, _ in found if a < at]
        start = _border(scene, earlier[-1], at) if earlier else voice.start
        if voice.id != AUTHOR and start < end:
            yield Voice(start, end, voice.id)


def _border(scene: Scene, one: int, other: int) -> int:
    """Where one source ends and the next begins: a semicolon, a contrast, or the sign right before the next."""
    tokens = scene.sentence.tokens
    between = range(other - 1, one, -1)
    strong = [j for j in between if tokens[j].text == ";" or tokens[j].text.lower() in _CONTRASTS]
    weak = [j for j in between if tokens[j].text in ",:–—("]
    return tokens[(strong or weak or [other])[0]].start


def _markers(scene: Scene, later: Scene) -> Iterator[tuple[int, Voice]]:
    """«по данным Х», «следует из статистики Х», «таковы данные Х», «Нацстатком насчитал»; the author for «базы»."""
    tokens, sentence = scene.sentence.tokens, scene.sentence
    if _MARKING.isdisjoint(sentence.lemmas) and _LED_BY.isdisjoint(sentence.words):
        return
    lemmas = [t.lemma for t in tokens]
    for k, token in enumerate(tokens):
        if sentence.words[k] in _LED_BY:
            noun = next((j for j in range(k + 1, min(k + 4, len(tokens))) if lemmas[j] in _BY), -1)
            if noun > 0 and all(t.pos in ("ADJ", "DET", "PRON") for t in tokens[k + 1 : noun]):
                theirs = noun == k + 2 and tokens[k + 1].text.lower() in _THEIRS
                who = _told_of(scene.before) if theirs else _owner(scene, k + 1, noun)
                yield k, Voice(sentence.start, sentence.end, who or AUTHOR)
            elif _left_out(scene, k) and set(lemmas[:k]) & _BY:
                yield k, Voice(sentence.start, sentence.end, _named_at(scene, k + 1) or AUTHOR)
        elif token.lemma in _PAPERS and _written(scene, k):
            who = _owner(scene, k, k) or f"org:{token.lemma}"
            yield k, Voice(sentence.start, _unclosed(scene, k), who)
        elif token.lemma in _EVIDENCE and set(lemmas[max(0, k - 6) : k]) & _HELD and _owner(scene, k, k):
            yield k, Voice(sentence.start, sentence.end, _owner(scene, k, k) or AUTHOR)
        elif token.lemma in _EVIDENCE and set(lemmas[max(0, k - 4) : k]) & _SHOWS:
            who = _owner(scene, k, k)
            if who:
                start = (
                    scene.before.sentence.start
                    if [t.text.lower() for t in tokens[:2]] == ["об", "этом"] and scene.before
                    else sentence.start
                )
                yield k, Voice(start, sentence.end, who)
        elif token.lemma in _EVIDENCE and k and lemmas[0] == "таков":
            who = _owner(scene, k, k)
            if who and scene.before:
                yield k, Voice(scene.before.sentence.start, sentence.end, who)
        elif token.lemma in _COUNTS and verb_form(token) == "fin":
            who = _counting(scene, k)
            if who:
                yield k, Voice(sentence.start, _reach(scene, k, later), who)
        elif token.lemma in _BASES and k + 1 < len(tokens) and set(lemmas[k + 1 : k + 4]) & _GIVES:
            yield k, Voice(sentence.start, sentence.end, AUTHOR)


def _written(scene: Scene, k: int) -> bool:
    """«в выводах исследования сказано», «авторы доклада утверждают»."""
    lemmas = [t.lemma for t in scene.sentence.tokens[max(0, k - 6) : k + 5]]
    words = {t.text.lower() for t in scene.sentence.tokens[max(0, k - 6) : k + 5]}
    here = min(k, 6)
    inside = {"в", "во"} & set(lemmas[:here]) and (_WRITTEN & set(lemmas) or "сказано" in words)
    return bool(inside) or (bool(_AUTHORS & set(lemmas[max(0, here - 2) : here])) and bool(_CLAIM & set(lemmas[here:])))


def _unclosed(scene: Scene, k: int) -> int:
    """Where what a paper says ends: with its sentence, or with the quotation that begins in it."""
    sentence, text = scene.sentence, scene.bundle.document.text
    at = text.find(": «", scene.sentence.tokens[k].start, sentence.end)
    if at < 0:
        return sentence.end
    depth = 0
    for i in range(at + 2, min(len(text), at + _QUOTED)):
        depth += (text[i] == "«") - (text[i] == "»")
        if not depth:
            return max(i, sentence.end)
    return min(len(text), at + _QUOTED)


def _told_of(scene: Scene | None) -> str | None:
    """The body a sentence tells of: «Эксперты Брукингского института изучили …»; nothing when there are several."""
    if scene is None:
        return None
    tokens = scene.sentence.tokens
    named = {i for a in scene.actors if a.kind == "organization" for i in a.ids}
    if len(named) == 1:
        return named.pop()
    heads = [j for j in range(len(tokens)) if is_body(tokens[j])] if not named else []
    if len(heads) != 1:
        return None
    first = heads[0]
    while first and tokens[first - 1].pos == "ADJ":
        first -= 1
    return body_id(scene, first, heads[0])


def _left_out(scene: Scene, k: int) -> bool:
    """«…, по узбекским – менее четырёх»: an adjective that has lost its «данным»."""
    tokens = scene.sentence.tokens
    return k + 2 < len(tokens) and tokens[k + 1].pos == "ADJ" and tokens[k + 2].text in ("–", "—", ",", ":")


def _named_at(scene: Scene, at: int) -> str | None:
    """The state of an adjective."""
    token = scene.sentence.tokens[at]
    found = scene.bundle.names_in(token.start, token.end)
    return next((n.id for n in found if n.kind == "state"), None)


def _reach(scene: Scene, k: int, later: Scene) -> int:
    """How far a source speaks: its sentence; what it has published is told on in the next ones."""
    published = scene.lemma(k) in ("уточнить", "опубликовать", "обнародовать")
    if not published or not {scene.lemma(j) for j in range(k + 1, k + 5)} & (_EVIDENCE | {"итог", "показатель"}):
        return scene.sentence.end
    return later.sentence.end


def _owner(scene: Scene, first: int, noun: int) -> str | None:
    """Whose data: what follows in the genitive, or the state of the adjective before («по казахстанским данным»)."""
    tokens = scene.sentence.tokens
    for actor in scene.actors:
        if actor.form == "adjective" and actor.head == noun and actor.first <= noun:
            return actor.states[0] if actor.states else None
    body = next((j for j in range(noun + 1, min(noun + 5, len(tokens))) if is_body(tokens[j])), -1)
    named = next((a for a in scene.actors if noun < a.first <= noun + 4 and not a.prep and a.form != "adjective"), None)
    breaks = next(
        (j for j in range(noun + 1, len(tokens)) if tokens[j].text in ",;:–—()." or verb_form(tokens[j]) == "fin"),
        len(tokens),
    )
    if named is not None and named.first < breaks and (body < 0 or body > named.last):
        return id_of(scene, named)
    if 0 <= body < breaks:
        return customs(scene, noun + 1, body) or body_id(scene, noun + 1, body)
    return None


def customs(scene: Scene, first: int, head: int) -> str | None:
    """«российская таможня»: the customs office of the state."""
    if scene.lemma(head) != "таможня":
        return None
    owners = {i for a in scene.actors if a.first <= head and first <= a.last <= head + 2 for i in a.states}
    if len(owners) != 1:
        return None
    owner = owners.pop()
    office = "Федеральная таможенная служба" if owner == "RUS" else "Таможенная служба"
    return f"org:{office} {genitive(scene, owner)}"


def _counting(scene: Scene, k: int) -> str | None:
    """«Нацстатком насчитал», «отчитался Статкомитет»: a statistical office as subject."""
    tokens = scene.sentence.tokens
    near = [
        j
        for j in range(max(0, k - 5), min(k + 4, len(tokens)))
        if is_body(tokens[j])
        and (tokens[j].feats.get("Case") == "Nom" or short_body(tokens[j]) or tokens[j].text.lower() == tokens[j].lemma)
    ]
    near = [
        j
        for j in near
        if "стат" in tokens[j].text.lower() or "статистик" in " ".join(t.lemma for t in tokens[j : j + 4])
    ]
    if len(near) != 1:
        return None
    first = near[0]
    while first and tokens[first - 1].pos == "ADJ" and tokens[first - 1].feats.get("Case") == "Nom":
        first -= 1
    return body_id(scene, first, near[0])
