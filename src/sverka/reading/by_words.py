"""«По словам Х, …», «по его утверждению, …»: speech told by a noun of saying after «по»."""

from collections.abc import Iterator

from sverka.claims import Quotation
from sverka.reading.anaphora import gender_of
from sverka.reading.bodies import id_of
from sverka.reading.quoting import quoted_words
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form

_SOURCES = (("по", "слово"), ("по", "утверждение"), ("по", "сообщение"), ("по", "свидетельство"), ("по", "признание"))
_PREDICATES = frozenset({"fin", "short", "inf", "ger"})


def by_word_of(scene: Scene) -> Iterator[Quotation | None]:
    """«По словам Х, …», «по его словам, …», «по утверждению Y, …»."""
    tokens, text = scene.sentence.tokens, scene.text
    for k, word in enumerate(scene.sentence.words[:-1]):
        if word != "по":
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
            here = [a for a in scene.actors if a.last < k and a.persons and a.case == "Nom" and not a.prep]
            here = [a for a in here if gender_of(scene, a) in (gender, "")]
            who = here[-1].persons[0] if here else owner_before(scene, gender)
        if comma > 0 and comma < len(tokens) - 3:
            told = any(verb_form(t) in _PREDICATES for t in tokens[: k - 1])
            set_in = 0 < k <= 12 and tokens[k - 1].text == "," and not told
            begin = scene.sentence.start if set_in else tokens[comma].end  # «Австрия, по его словам, не …»
            yield quoted_words(text, begin, scene.sentence.end, who, False)
        elif k > 3:
            yield quoted_words(text, scene.sentence.start, tokens[k].start, who, False)


def owner_before(scene: Scene, gender: str) -> str | None:
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
