"""Indirect speech: «Х заявил, что …», «…, сообщает Х», «по словам Х, …»."""

from collections.abc import Iterator

from sverka.claims import Quotation
from sverka.reading.bodies import id_of
from sverka.reading.by_words import by_word_of, owner_before
from sverka.reading.clauseroles import is_passive
from sverka.reading.document import Token
from sverka.reading.quoting import quoted_words
from sverka.reading.sayings import SAYING
from sverka.reading.scenes import Scene
from sverka.reading.speech import authors, follower, speaker, speaks
from sverka.reading.verbforms import verb_form, verb_lemma
from sverka.reading.verdicts import verdicts
from sverka.reading.wordlists import words

_INFINITIVE_VERBS = words(
    """призвать призывать потребовать требовать предложить предлагать обещать пообещать пригрозить грозить угрожать
    попросить просить клясться поклясться велеть посоветовать советовать рекомендовать порекомендовать умолять"""
)
#: How participles of these begin, which the tagger may take for adjectives.
_ASKING = tuple(
    words(
        """призв призыв потреб треб предлож предлаг обещ пообещ пригроз гроз грож угрож попрос прос прош кля покля вел
        посовет совет рекоменд порекоменд умол"""
    )
)
_LEADING = SAYING | _INFINITIVE_VERBS | words("обвинить обвинять выразить выражать")
#: «вспоминает, как …» tells what he says, too.
_RECALLING = words("вспоминать вспомнить рассказать рассказывать описывать описать")
_STATEMENTS = words(
    "заявление предостережение предупреждение утверждение обещание признание слово напоминание сообщение тезис"
)
#: What opens a clause that the main one follows.
_FIRST = words("как когда если хотя пока поскольку едва раз после")
_CLOSING = frozenset('»”"')
_EXPRESSED = words("""готовность надежда уверенность сожаление обеспокоенность благодарность поддержка озабоченность""")


def reported_words(scene: Scene) -> Iterator[Quotation]:
    """Indirect speech of a sentence."""
    made = [
        *_that_clauses(scene),
        *_nouns(scene),
        *by_word_of(scene),
        *_beside(scene),
        *_of_this(scene),
        *verdicts(scene),
    ]
    yield from (q for q in made if q is not None and (q.speaker is not None or _by_pronoun(scene, q)))


def _by_pronoun(scene: Scene, q: Quotation) -> bool:
    """«Он сообщил, что …», «по его словам, …» of a person the text has named before it begins."""
    tokens = scene.sentence.tokens
    before = [t for t in tokens if t.end <= q.span[0]][:6] or [t for t in tokens if t.start >= q.span[1]][:6]
    words = [t.text.lower() for t in before]
    near = sum(t.end <= q.span[0] for t in tokens) <= 9 or tokens[0].start == q.span[0]
    return (near and bool({"он", "она"} & set(words[:2]))) or bool(
        {"его", "ее", "её"} & set(words[1:2]) and "по" in words[:1]
    )


def _that_clauses(scene: Scene) -> Iterator[Quotation | None]:
    """«Х заявил, что …», «призвал к …», «Х пишет: …»."""
    tokens, text = scene.sentence.tokens, scene.text
    for k, token in enumerate(tokens):
        if token.lemma not in _LEADING and not (token.pos == "ADJ" and scene.sentence.words[k].startswith(_ASKING)):
            continue
        infinitive = verb_lemma(token) in _INFINITIVE_VERBS and (verb_form(token) in ("fin", "ger") or _active(token))
        accuse = token.lemma in ("обвинить", "обвинять") and verb_form(token) in ("fin", "ger")
        hope = token.lemma in ("выразить", "выражать") and verb_form(token) in ("fin", "ger")
        if not (speaks(scene, k) or infinitive or accuse or hope) or authors(token):
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
            who = speaker(scene, k)
            stop = min(stop, _until(scene, begin))
            if verb_form(token) == "part":
                held = scene.clauses[max(scene.clause_of(k), 0)].tokens
                stop = min(stop, tokens[max(held, default=k)].end)
            if verb_form(token) != "part" or (who is not None and ":" in who):
                yield quoted_words(text, tokens[begin].start, stop, who, False)
            continue
        begin = _that(scene, k, 14 if accuse or hope else 7)
        if begin < 0:
            colon = next((j for j in range(k + 1, min(k + 6, len(tokens))) if tokens[j].text == ":"), -1)
            noun = scene.lemma(k + 1) in _EXPRESSED or scene.lemma(k + 2) in _EXPRESSED
            if hope and noun:
                begin = k + 1 if scene.lemma(k + 1) in _EXPRESSED else k + 2
                yield quoted_words(text, tokens[begin].start, _until(scene, begin), speaker(scene, k), False)
                continue
            begin = colon + 1 if 0 < colon < len(tokens) - 3 and tokens[colon + 1].text not in '«"“„' else -1
        if 0 < begin < len(tokens) and not _marked(scene, begin):
            yield quoted_words(text, tokens[begin].start, _until(scene, begin), speaker(scene, k), False)


def _marked(scene: Scene, begin: int) -> bool:
    """True for words that stand in marks from end to end: a direct quotation («сообщил, что «…», и ушёл»)."""
    tokens = scene.sentence.tokens
    if tokens[begin].text not in '«"“„':
        return False
    close = next((j for j in range(begin + 1, len(tokens)) if tokens[j].text in _CLOSING), -1)
    return close > 0 and (close + 1 >= len(tokens) or tokens[close + 1].text in ",.;:!?–—")


def _active(token: Token) -> bool:
    """«обещавший», «призывающая»: a participle of whoever speaks."""
    return verb_form(token) == "part" and not is_passive(token.text)


def _nouns(scene: Scene) -> Iterator[Quotation | None]:
    """«заявление Х о том, что …», «его слова о том, что …»."""
    tokens = scene.sentence.tokens
    if _STATEMENTS.isdisjoint(scene.sentence.lemmas):
        return
    for k, token in enumerate(tokens):
        if token.lemma not in _STATEMENTS or token.pos != "NOUN":
            continue
        begin = _that(scene, k, 7)
        if begin < 0 or tokens[begin - 3].text.lower() != "о":
            continue
        owner = next((a for a in scene.actors if a.first == k + 1 and a.case == "Gen" and not a.prep), None)
        his = next((t.text.lower() for t in tokens[max(0, k - 8) : k] if t.text.lower() in ("его", "ее", "её")), "")
        who = id_of(scene, owner) if owner is not None else owner_before(scene, "Masc" if his == "его" else "Fem")
        if owner is not None or his:
            yield quoted_words(scene.text, tokens[begin].start, _until(scene, begin), who, False)


def _of_this(scene: Scene) -> Iterator[Quotation | None]:
    """«Об этом заявила пресс-служба Кремля»: the sentence before is what was said."""
    tokens = scene.sentence.tokens
    if scene.before is None or len(tokens) < 4 or [t.text.lower() for t in tokens[:2]] != ["об", "этом"]:
        return
    k = next((k for k in range(2, min(5, len(tokens))) if speaks(scene, k)), -1)
    if k > 0:
        before = scene.before.sentence
        yield quoted_words(scene.text, before.start, before.end, speaker(scene, k), False)


def _until(scene: Scene, begin: int) -> int:
    """Where reported speech ends: the sentence's end, or before another verb of speech that is set beside it."""
    tokens = scene.sentence.tokens
    at = scene.clause_of(begin)
    if at >= 0 and scene.clauses[at].opener in _FIRST and scene.clauses[at].outer < 0:
        main = next((c for c in scene.clauses[at + 1 :] if c.kind == "main"), None)
        if main is not None:  # «После того как Х потребовал выплат, | банк закрылся»
            return tokens[min(main.tokens)].start
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
        recalled = tokens[j].text.lower() == "как" and tokens[k].lemma in _RECALLING
        if (tokens[j].text.lower() in ("что", "будто", "чтобы") or recalled) and tokens[j - 1].text == ",":
            others = [i for i in range(k + 1, j) if verb_form(tokens[i]) in ("fin", "short")]
            if tokens[j - 2].text.lower() == "тем" and tokens[k].lemma in ("ответить", "отвечать"):
                return -1  # a deed for an answer
            return -1 if others else j + 1
        if tokens[j].text in (";", ":", ".") or (j > k + far and tokens[j].text == ","):
            return -1
    return -1


def _beside(scene: Scene) -> Iterator[Quotation | None]:
    """«…, сообщает Х», «…, – подчеркнул Х, – …»; «как заявил Х, …»."""
    tokens, text = scene.sentence.tokens, scene.text
    if SAYING.isdisjoint(scene.sentence.lemmas):
        return
    for k in range(1, len(tokens)):
        if not speaks(scene, k) or verb_form(tokens[k]) not in ("fin", "short"):
            continue
        if authors(tokens[k]):
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
        quoted = bool({t.text for t in tokens[max(0, first - 2) : first + 1]} & _CLOSING)
        after = next((j for j in range(k + 1, len(tokens)) if tokens[j].text in ",:"), len(tokens))
        quoted = quoted or (after + 1 < len(tokens) and _marked(scene, after + 1))  # «Решение, уверяет он, «…»»
        if quoted or (first > 0 and _own_subject(scene, k, first)):
            continue
        following = _sign_after(scene, k)
        tail = following >= len(tokens) - 1 or tokens[following].text in ".;(" or not _goes_on(scene, following)
        if how and first > 1 and tokens[first - 1].lemma in ("который", "что"):
            # «…, которое, как заявляет Х, он не признает»
            yield quoted_words(text, tokens[following].end, scene.sentence.end, speaker(scene, k), False)
        elif (first > 3 or (tail and _says_something(scene, first))) and (tail or tokens[following].text == ":"):
            start = _opening(scene, first)
            few = sum(start <= t.start < tokens[first].start for t in tokens) < 3 and not _says_something(scene, first)
            if few and following < len(tokens) - 2:
                start = tokens[following].end
            yield quoted_words(
                text, start, scene.sentence.end if few else tokens[first].start, speaker(scene, k), False
            )
        elif how and following < len(tokens) - 3:
            here = quoted_words(text, tokens[following].end, _until(scene, following + 1), speaker(scene, k), False)
            yield (
                here
                if first <= 3
                else quoted_words(text, tokens[following].end, _until(scene, following + 1), speaker(scene, k), False)
            )
        elif first > 0 and following < len(tokens) - 3:
            start = tokens[following].end if first <= 3 else _opening(scene, first)
            yield quoted_words(text, start, scene.sentence.end, speaker(scene, k), False)


def _sign_after(scene: Scene, k: int) -> int:
    """The first sign after a verb, but for the brackets of an abbreviation: «заявила глава … фонда (МВФ) Лагард»."""
    tokens, j = scene.sentence.tokens, k + 1
    while j < len(tokens):
        short = tokens[j].text == "(" and [t.text for t in tokens[j + 2 : j + 3]] == [")"]
        if short and any(a.first <= j <= a.last for a in scene.actors):
            j += 3
            continue
        if tokens[j].text in (",", ".", ";", ":", "–", "—", "("):
            return j
        j += 1
    return len(tokens)


def _says_something(scene: Scene, first: int) -> bool:
    """True if a whole clause stands before a sign: «Рост замедлился, | сообщил Х»."""
    tokens = scene.sentence.tokens
    verb = any(verb_form(t) in ("fin", "short") for t in tokens[:first])
    return first > 1 and verb and any(t.feats.get("Case") == "Nom" for t in tokens[:first])


def _own_subject(scene: Scene, k: int, sign: int) -> bool:
    """«Канцлер, выступавшая в субботу, | произнесла»: the verb's own subject stands before the sign, none after it."""
    at = scene.clause_of(k)
    before = [j for j in scene.clauses[at].tokens if j < sign] if at >= 0 else []
    named = any(a.head in before and a.case == "Nom" and not a.prep for a in scene.actors)
    return named and follower(scene, k) is None and scene.lemma(k + 1) not in ("он", "она")


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
