"""A stretch of text as a quotation, without the signs at its edges."""

from sverka.claims import Quotation
from sverka.errors import ClaimError


def quoted_words(text: str, start: int, end: int, who: str | None, direct: bool) -> Quotation | None:
    """The quotation, or None where next to nothing is left of it."""
    while start < end and text[start] in " ,–—-:\n\u00a0":
        start += 1
    while end > start and text[end - 1] in " ,–—-:;\n\u00a0":
        end -= 1
    if not direct:
        while end > start and text[end - 1] in ".…":
            end -= 1
    if end - start < 3:
        return None
    try:
        return Quotation(speaker=who, anchor=text[start:end], span=(start, end), direct=direct)
    except (ClaimError, ValueError):
        return None
