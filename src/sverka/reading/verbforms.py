"""What form a word is of which verb: finite, short or full participle, gerund, infinitive; tagger and dictionary."""

from functools import lru_cache

from sverka.reading.document import Token
from sverka.reading.morphology import analyses

_FORMS = {"Fin": "fin", "Inf": "inf", "Conv": "ger", "Part": "part"}


@lru_cache(maxsize=100_000)
def _dictionary_forms(word: str) -> tuple[str, ...]:
    """The forms a word can be, likeliest first; "" for what is no verb."""
    out: dict[str, float] = {}
    readings = analyses(word)
    kinds = [found.pos for found in readings]
    if "VERB" not in kinds and "AUX" not in kinds:
        return ("",) if readings else ()
    for found, kind in zip(readings, kinds, strict=True):
        form = ""
        if kind in ("VERB", "AUX"):
            feats = found.feats
            form = _FORMS.get(feats.get("VerbForm", ""), "")
            if form == "part" and "Case" not in feats:
                form = "short"
        out[form] = out.get(form, 0.0) + found.prob
    return tuple(sorted(out, key=lambda f: -out[f]))


def verb_form(token: Token) -> str:
    """fin, short (passive participle as predicate), part, ger, inf, or "" for no verb.

    The dictionary overrules the tagger: «скрепили», tagged as an adjective, has no other reading than a verb.
    """
    if token.form is None:
        token.form = _form(token)
    return token.form


def _form(token: Token) -> str:
    if token.pos == "PUNCT":
        return ""
    tagged = ""
    if token.pos in ("VERB", "AUX"):
        tagged = _FORMS.get(token.feats.get("VerbForm", ""), "fin")
        if tagged == "part" and (token.feats.get("Variant") == "Short" or "Case" not in token.feats):
            tagged = "short"
    return _settled(token.text, token.pos, tagged)


@lru_cache(maxsize=100_000)
def _settled(word: str, pos: str, tagged: str) -> str:
    """The form of a word between what the tagger says and what the dictionary knows."""
    if not word[:1].isalpha():
        return ""
    known = _dictionary_forms(word.lower())
    if pos == "ADJ" and "part" in known:
        return "part"
    if not known or tagged in known:
        return tagged
    if word[:1].isupper() and pos == "PROPN":
        return ""
    return known[0]


def verb_lemma(token: Token) -> str:
    """The infinitive of a verb; that of a participle, too, which the tagger took for an adjective («сбитый»)."""
    if token.pos != "ADJ":
        return token.lemma
    return _participle_of(token.text.lower()) or token.lemma


@lru_cache(maxsize=20_000)
def _participle_of(word: str) -> str:
    return next((a.lemma for a in analyses(word) if a.feats.get("VerbForm") == "Part"), "")
