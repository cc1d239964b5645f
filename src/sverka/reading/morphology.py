"""Words: their lemmas, forms and grammar, through rumorph; the only module that knows which library does it."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from rumorph import Analysis, Analyzer

#: Parts of speech that the tagger and the dictionary name differently for the same word.
_KIN = (
    frozenset({"NOUN", "PROPN"}),
    frozenset({"VERB", "AUX"}),
    frozenset({"ADJ", "DET", "PRON", "NUM"}),
    frozenset({"VERB", "ADJ"}),
    frozenset({"ADV", "PART", "CCONJ", "SCONJ"}),
    frozenset({"ADJ", "PROPN"}),
)
_KIN_OF = {pos: {other for kin in _KIN if pos in kin for other in kin} for own in _KIN for pos in own}
_INFLECTED = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON")
_GRAMMAR = frozenset({"Case", "Number", "Gender", "Tense", "Person", "Mood", "Animacy"})


@cache
def _analyzer() -> Analyzer:
    return Analyzer()


@lru_cache(maxsize=200_000)
def analyses(word: str) -> tuple[Analysis, ...]:
    """Every reading of a word form, likeliest first; empty for what is no word."""
    return tuple(_analyzer().analyze(word))


def plain_letters(word: str) -> str:
    """Lower case with «е» for «ё»: the spelling in which words are compared."""
    return word.lower().replace("ё", "е")


def _agreement(analysis: Analysis, pos: str, told: Sequence[tuple[str, str]]) -> float:
    known, feats = analysis.pos, analysis.feats
    score = 4.0 if known == pos else 2.0 if known in _KIN_OF.get(pos, ()) else 0.0
    for name, value in told:
        if name in feats:
            score += 0.5 if feats[name] == value else -0.5
    return score + analysis.prob


def best(word: str, pos: str, feats: Mapping[str, str]) -> Analysis | None:
    """The reading that agrees most with a part of speech and features found in context."""
    found = analyses(word)
    if len(found) < 2:
        return found[0] if found else None
    told = [pair for pair in feats.items() if pair[0] in _GRAMMAR]
    return max(found, key=lambda analysis: _agreement(analysis, pos, told))


def lemma(word: str, pos: str = "", feats: Mapping[str, str] | None = None) -> str:
    """The dictionary form, in plain letters, of the reading that fits the part of speech and features.

    >>> lemma("стали", "NOUN"), lemma("стали", "VERB"), lemma("Союза")
    ('сталь', 'стать', 'союз')
    """
    told = {found.lemma for found in analyses(word)}
    if len(told) == 1:
        return plain_letters(told.pop())
    found = best(word, pos, feats or {})
    return plain_letters(found.lemma if found else word)


@lru_cache(maxsize=50_000)
def forms(word: str) -> frozenset[str]:
    """All forms of a word given in the nominative, singular or plural, in plain letters.

    A plural («Штаты», «Соединенные») has the forms of the plural only. A word the dictionary does not know is inflected
    by analogy; a word without forms is its own only form.
    """
    plain = plain_letters(word)
    out = {plain}
    for found in analyses(word):
        own = found.feats
        if found.pos not in _INFLECTED and own.get("VerbForm") != "Part":
            continue
        if plain_letters(found.lemma) == plain and own.get("VerbForm") != "Part":
            out.update(plain_letters(form.word) for form in found.forms())
        elif own.get("Case") == "Nom":
            alike = (
                "Number",
                "VerbForm",
                "Tense",
                "Voice",
                "NameType",
                *(() if own.get("Number") == "Plur" else ("Gender",)),
            )
            out.update(
                plain_letters(form.word)
                for form in found.forms()
                if "Case" in form.feats and all(form.feats.get(name) == own.get(name) for name in alike)
            )
    return frozenset(out)
