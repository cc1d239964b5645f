"""What in quotation marks is speech, and what a name, a title or irony."""

import re
from collections.abc import Sequence

from sverka.reading.bodies import id_of
from sverka.reading.document import Token
from sverka.reading.quotemarks import Quoted
from sverka.reading.scenes import Scene, scene_at, scenes_over
from sverka.reading.speech import speaks
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_TITLED = words(
    """газета журнал программа проект договор фильм книга статья указ план учения партия группа группировка
    компания агентство доклад закон операция форум канал телеканал портал сайт издание концерн завод фонд
    движение корпорация клуб роман песня спектакль премия орден отель гостиница стадион крейсер корабль ракета
    комплекс система газопровод база аэропорт фракция организация ассоциация банк институт радиостанция радио
    инициатива кампания конкурс тема рубрика альбом акция пакт поток формат линия блог сериал передача холдинг
    саммит дело"""
)
_FRAGMENT_VERBS = words(
    """считать усматривать описать признать объявить цитировать предложить предлагать выразить призвать призывать
    обвинить обвинять поблагодарить благодарить пообещать обещать потребовать требовать
    установить"""
)
#: Verbs whose words in marks are what somebody is called, be it one word.
_CALLING = words(
    """назвать называть окрестить обозвать обзывать именовать величать охарактеризовать характеризовать заклеймить"""
)
_USING = words("употребить употреблять использовать применить выбрать подобрать")
_TERMS = words("слово выражение термин эпитет формула метафора формулировка")
_SAID = words("слово высказывание заявление реплика тезис фраза тирада рассуждение обещание обвинение намек")
#: Tokens between a verb of speech and the mark within which it is said beside it («уверяет он, «…»»).
_BESIDE = 5


def _words(text: str, q: Quoted) -> list[str]:
    return re.findall(r"\w[\w-]*", text[q.start : q.end])


def sentence_like(text: str, q: Quoted, found: tuple[Scene, ...]) -> bool:
    return len(_words(text, q)) >= 4 and _has_verb(q, found)


def _has_verb(q: Quoted, found: tuple[Scene, ...]) -> bool:
    for scene in scenes_over(found, q.start, q.end):
        if any(q.start <= t.start < q.end and verb_form(t) in ("fin", "short") for t in scene.sentence.tokens):
            return True
    return False


def is_titled(q: Quoted, found: tuple[Scene, ...]) -> bool:
    """True right after a noun that has names: «газета «…»», «проект «…»»."""
    scene = scene_at(found, q.start - 1)
    k = scene.sentence.index_at(q.start - 1) if scene is not None else 0
    return scene is not None and k > 0 and scene.lemma(k - 1) in _TITLED


def leads(scene: Scene, k: int) -> str | None:
    """How a token brings in what stands in marks after it: says, calls, or holds a fragment; None for not at all."""
    token = scene.sentence.tokens[k]
    if speaks(scene, k):
        return "says"
    if verb_form(token) not in ("fin", "ger", "short"):
        return None
    if token.lemma in _CALLING:
        return "calls"
    if token.lemma in _USING and scene.lemma(k + 1) in _TERMS:
        return "calls"
    decreed = token.lemma == "подписать" and "указ" in {scene.lemma(j) for j in range(k + 1, k + 4)}
    return "holds" if decreed or token.lemma in _FRAGMENT_VERBS else None


def fragment(text: str, q: Quoted) -> bool:
    """True for a word or two, which are irony as often as a quotation: they need somebody who said them."""
    return len(_words(text, q)) < 3


def speech_before(text: str, q: Quoted, found: tuple[Scene, ...], way: str, between: Sequence[Token]) -> bool:
    """Whether what a verb stands before reads like words said, not like a name it happens to mention.

    `way` is that of `leads`, `between` what stands between the verb and the mark.
    """
    words = _words(text, q)
    called = way == "calls" and bool(words) and words[0][:1].islower()  # «назвал доклад «нелепым»»: no title of it
    if is_titled(q, found) and not called:
        return False
    before = text[max(0, q.start - 14) : q.start - 1].rstrip()
    if before.endswith(":") and len(words) >= 2:
        return True
    if _has_verb(q, found) and len(words) >= 3:
        return True
    if before.endswith((", что", ", будто")) and len(words) >= 2 and text[q.end : q.end + 1] in '»"”“':
        return text[q.end + 1 : q.end + 2] in (",", ".", ";", "", "!", "?")  # «сказал, что «Европа – сад»»
    lower = bool(words) and words[0][:1].islower()
    if way == "says" and before.endswith(("слово", "слова", "выражение", "термин", "эпитет")):
        return lower
    beside = len(between) < _BESIDE and not any(t.text.lower() in ("что", "будто", "чтобы") for t in between)
    least = {"calls": 1, "holds": 2}.get(way, 2 if beside else 3)
    return lower and len(words) >= least


def words_of(scene: Scene, limit: int) -> tuple[str | None, bool] | None:
    """«слова президента Франции о «системе ренты»»: whose words, by the noun; None for no such noun."""
    tokens = scene.sentence.tokens
    if limit < 2 or tokens[limit - 1].text.lower() not in ("о", "об", "про"):
        return None
    for k in range(limit - 2, max(limit - 14, -1), -1):
        if tokens[k].lemma in _SAID and tokens[k].pos == "NOUN":
            owner = next((a for a in scene.actors if a.first == k + 1 and a.case == "Gen" and not a.prep), None)
            return (id_of(scene, owner), True) if owner is not None else None
        if tokens[k].pos == "VERB" or tokens[k].text in ",;:":
            return None
    return None


def reads_like_speech(text: str, q: Quoted, found: tuple[Scene, ...]) -> bool:
    """Without a verb of speech beside it: a whole sentence with a verb, standing by itself or after a colon."""
    if is_titled(q, found) or not sentence_like(text, q, found):
        return False
    before = text[max(0, q.start - 3) : q.start - 1].rstrip()
    opens = not before or before[-1:] in ".:!?…,\n"
    body = text[q.start : q.end].strip()
    return (opens and (body[:1].isupper() or body[-1:] in ".!?…")) or len(_words(text, q)) >= 6
