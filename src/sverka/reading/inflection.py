"""Phrases put back into the nominative: «Лейбористской партии Австралии» → «Лейбористская партия Австралии»."""

from collections.abc import Sequence

from rumorph import Analysis, FormNotFoundError

from sverka.reading.document import Token
from sverka.reading.morphology import best

_MODIFIERS = ("ADJ", "DET", "NUM", "VERB")


def like(model: str, word: str) -> str:
    """`word` with the capitals of `model`: «мИД» never, «МИД» and «Союз» as they stood.

    >>> like("Союза", "союз"), like("МИДа", "мид"), like("посла", "посол"), like("Пан", "пан")
    ('Союз', 'МИД', 'посол', 'Пан')
    """
    if model.lower() == word.lower():
        return model
    if sum(c.isupper() for c in model) > 1 and "-" not in model:
        stem = model.rstrip("абвгдежзийклмнопрстуфхцчшщъыьэюяё")
        return word.upper() if stem.lower().replace("ё", "е") == word.lower().replace("ё", "е") else model
    if "-" in model and model.count("-") == word.count("-"):
        parts = zip(model.split("-"), word.split("-"), strict=True)
        return "-".join(b[:1].upper() + b[1:] if a[:1].isupper() else b for a, b in parts)
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def inflected(analysis: Analysis, **feats: str) -> str | None:
    """The form with these features, or None where the word has none."""
    try:
        return analysis.inflect(**feats)
    except (FormNotFoundError, ValueError):
        return None


def _head(tokens: Sequence[Token]) -> int:
    for i, token in enumerate(tokens):
        if token.pos in ("NOUN", "PROPN"):
            return i
    return len(tokens) - 1


def word_nominative(token: Token, number: str = "", gender: str = "") -> str:
    """One word in the nominative, with the number and gender of the word it agrees with."""
    found = best(token.text, token.pos, token.feats)
    if found is None or "Case" not in found.feats or not token.text[:1].isalpha() or token.text.isascii():
        return token.text
    wanted = {"Case": "Nom", "Number": number or found.feats.get("Number", "Sing")}
    if found.pos == "ADJ" and wanted["Number"] == "Sing":
        wanted["Gender"] = gender or found.feats.get("Gender", "Masc")
    form = inflected(found, **wanted)
    return like(token.text, form) if form else token.text


def nominative(tokens: Sequence[Token], count: str = "") -> str:
    """A noun phrase with its head and the head's modifiers in the nominative; what follows the head stays as it is.

    `count` is the number wanted where it is not that of the phrase: «Sing» of «министры».
    """
    if not tokens:
        return ""
    head = _head(tokens)
    number, gender = tokens[head].feats.get("Number", ""), tokens[head].feats.get("Gender", "")
    changed = bool(count) and count != number
    if changed:
        found = best(tokens[head].text, tokens[head].pos, tokens[head].feats)
        number, gender = count, gender or (found.feats.get("Gender", "") if found else "")
    words: list[str] = []
    for i, token in enumerate(tokens):
        if i < head and token.pos in _MODIFIERS:
            words.append(word_nominative(token, number, gender))
        elif i == head and (changed or token.feats.get("Case") != "Nom"):
            words.append(word_nominative(token, number))
        else:
            words.append(token.text)
    return spaced(tokens, words)


def genitive(phrase: Sequence[Token]) -> str:
    """A noun phrase with its head and the modifiers before it in the genitive; what follows stays as it is."""
    words, head_seen = [], False
    number = next((t.feats.get("Number", "Sing") for t in phrase if t.pos in ("NOUN", "PROPN")), "Sing")
    gender = next((t.feats.get("Gender", "") for t in phrase if t.pos in ("NOUN", "PROPN")), "")
    for token in phrase:
        found = None if head_seen else best(token.text, token.pos, token.feats)
        form = None
        if found is not None and "Case" in found.feats:
            wanted = {"Case": "Gen", "Number": number}
            if found.pos == "ADJ" and number == "Sing" and gender:
                wanted["Gender"] = gender
            form = inflected(found, **wanted)
        words.append(like(token.text, form) if form else token.text)
        head_seen = head_seen or token.pos in ("NOUN", "PROPN")
    return spaced(phrase, words) or nominative(phrase)


def spaced(tokens: Sequence[Token], words: Sequence[str]) -> str:
    """Words with blanks where the text has them; quotation marks around the whole are dropped."""
    out = ""
    for i, (token, word) in enumerate(zip(tokens, words, strict=True)):
        gap = " " if i and token.start > tokens[i - 1].end else ""
        out += gap + word
    return out.strip(" «»\"“”„'")
