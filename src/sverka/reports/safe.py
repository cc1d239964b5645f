"""Hostile text made harmless to look at: control characters and bidirectional tricks become visible signs."""

import re

#: Everything that could move the cursor, recolour the screen, or reorder the letters around it.
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")


def clean(text: str) -> str:
    r"""`text` with nothing in it but letters, signs, tabs and line ends; what was taken out leaves a mark.

    >>> clean("a\x1b[31mb"), clean("x\u202ey"), clean("a\r\nb")
    ('a␛[31mb', 'x�y', 'a\nb')
    """
    text = _SURROGATES.sub("�", text.replace("\r\n", "\n"))
    return _CONTROLS.sub(lambda found: _sign(found.group()), text)


def _sign(control: str) -> str:
    code = ord(control)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "�"


def one_line(text: str, limit: int = 0) -> str:
    """`clean` text on one line, cut to `limit` characters at a word where that is possible."""
    line = _BLANKS.sub(" ", clean(text)).strip()
    if not limit or len(line) <= limit:
        return line
    cut = line[: limit - 1]
    head = cut.rsplit(" ", 1)[0]
    return (head if len(head) > limit // 2 else cut).rstrip(" ,;:–—-") + "…"
