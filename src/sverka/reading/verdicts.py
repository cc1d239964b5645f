"""Judgements reported in a clause of their own verb: «назвал арест нарушением права», «обвинил соседа в срыве»."""

from collections.abc import Iterator

from sverka.claims import Quotation
from sverka.reading.quoting import quoted_words
from sverka.reading.scenes import Scene
from sverka.reading.speech import speaker
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_CALLING = words("назвать называть именовать охарактеризовать характеризовать")
_ACCUSING = words("обвинить обвинять упрекнуть упрекать заподозрить")
_VERDICTS = _CALLING | _ACCUSING
#: «Назвал улицу именем …», «назвал сына в честь …»: a naming, no judgement.
_NAMING = words("имя честь фамилия дата цена число условие причина срок преемник кандидат")


def verdicts(scene: Scene) -> Iterator[Quotation | None]:
    """What a speaker calls somebody, or accuses them of, without marks and without «что»."""
    if _VERDICTS.isdisjoint(scene.sentence.lemmas):
        return
    tokens, found = scene.sentence.tokens, False
    for k, token in enumerate(tokens):
        if token.lemma not in _VERDICTS or verb_form(token) not in ("fin", "ger", "part"):
            continue
        stop = next((j for j in range(k + 1, len(tokens)) if tokens[j].text in _STOPS), len(tokens))
        said = range(k + 1, stop)
        barred = any(tokens[j].text in '«»"“”„' or scene.lemma(j) in _NAMING or scene.lemma(j) == "бы" for j in said)
        if len(said) < 2 or barred:
            continue
        if tokens[stop - 1].text.lower() == "том" or (found and verb_form(token) == "ger"):
            continue  # «обвинил в том, что» has its clause; «назвал …, обвинив …» goes on
        if token.lemma in _CALLING:
            fits = any(_noun(scene, j, "Ins") for j in said) and any(_noun(scene, j, "Acc", "Gen") for j in said)
        else:
            fits = next((j for j in said if scene.lemma(j) == "в"), k + 1) > k + 1  # whom, then of what
        who = speaker(scene, k) if fits else None
        if who is not None:
            found = True
            end = tokens[stop].start if stop < len(tokens) else scene.sentence.end
            yield quoted_words(scene.text, tokens[k + 1].start, end, who, False)


_STOPS = frozenset({",", ";", ":", ".", "–", "—", "(", "!", "?", "…"})


def _noun(scene: Scene, at: int, *cases: str) -> bool:
    token = scene.sentence.tokens[at]
    return token.pos in ("NOUN", "PROPN", "PRON", "ADJ", "DET") and token.feats.get("Case") in cases
