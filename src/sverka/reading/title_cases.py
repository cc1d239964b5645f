"""In which cases a word of a title can stand, whatever the tagger chose."""

from sverka.reading.document import Token
from sverka.reading.morphology import analyses

ANY_CASE = frozenset({"Nom", "Gen", "Dat", "Acc", "Ins", "Loc"})


def cases_of(token: Token) -> frozenset[str]:
    """The cases a title word can be in, whatever the tagger chose."""
    found = {
        a.feats["Case"]
        for a in analyses(token.text)
        if "Case" in a.feats
        and a.pos in ("NOUN", "PROPN", "ADJ", "VERB")
        and _same_number(a.feats.get("Number"), token)
    }
    return frozenset(found or {token.feats.get("Case", "Nom")})


def _same_number(number: str | None, token: Token) -> bool:
    return number is None or "Number" not in token.feats or number == token.feats["Number"]
