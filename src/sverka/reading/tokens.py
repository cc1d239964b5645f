"""Cutting a sentence into tokens by razdel's rules, without making an object for every pair of neighbours.

Words, numbers and signs are split where a blank stands and where their kinds differ; a hyphen, an underscore, a decimal
mark or a fraction's stroke joins what stands on both its sides.
"""

import re

from razdel.segmenters.punct import DASHES, ENDINGS, SMILES
from razdel.segmenters.tokenize import ATOM

_SMILE = re.compile("^" + SMILES + "$")
_MARKS = frozenset(".,")
_STROKES = frozenset("/\\")
_HYPHENS = frozenset(DASHES)
_ENDS = frozenset(ENDINGS)
_DOUBLED = frozenset({"--", "**"})
_LETTERS = frozenset({"OTHER", "RU", "LAT"})
Token = tuple[int, int, str]


def tokens(text: str) -> list[Token]:
    """(start, end, text) of each token.

    >>> [t for _, _, t in tokens("Торговля выросла на 4,5 млрд (из-за цен).")]
    ['Торговля', 'выросла', 'на', '4,5', 'млрд', '(', 'из-за', 'цен', ')', '.']
    """
    atoms = [(m.start(), m.end(), m.lastgroup or "", m.group()) for m in ATOM.finditer(text)]
    out: list[Token] = []
    start = -1
    for i, (begin, end, _, word) in enumerate(atoms):
        if out and begin == out[-1][1] and _joined(atoms, i, text[start:begin]):
            out[-1] = (start, end, text[start:end])
        else:
            start = begin
            out.append((begin, end, word))
    return out


def _joined(atoms: list[tuple[int, int, str, str]], i: int, before: str) -> bool:
    """Whether atom `i` goes on the token `before`, which ends where it begins."""
    (_, _, kind, left), (_, _, following, right) = atoms[i - 1], atoms[i]
    if kind != "PUNCT" and following != "PUNCT":
        return (kind == "OTHER" and following in _LETTERS) or (kind in _LETTERS and following == "OTHER")
    for marks in (_HYPHENS, "_", _MARKS, _STROKES):
        if left in marks:
            sides = (atoms[i - 2][2], following) if i > 1 else None
        elif right in marks:
            sides = (kind, atoms[i + 1][2]) if i + 1 < len(atoms) else None
        else:
            continue
        if sides is None:
            continue
        if marks in (_HYPHENS, "_"):
            if "PUNCT" not in sides:
                return True
        elif sides == ("INT", "INT"):
            return True
    if kind == following == "PUNCT":
        return (
            _SMILE.match(before + right) is not None or (left in _ENDS and right in _ENDS) or left + right in _DOUBLED
        )
    return right == "!" and left.lower() == "yahoo"
