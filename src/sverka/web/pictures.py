"""Pictures: charts as files of their own – colours for the dark, paper under them, or dots instead of lines."""

import re
from functools import cache

from sverka.reports.html import style

_DARK = re.compile(r"^  \.chart (\[[a-z]+=\"#[0-9a-f]{6}\"\] \{[^{}]*\})$", re.MULTILINE)


@cache
def _dark() -> str:
    """The rules that turn a chart's colours in the dark, as the reports' style sheet has them."""
    return " ".join(_DARK.findall(style()))


def with_dark(svg: str, paper: bool) -> str:
    """A drawing that stands alone: on white paper, or without and turned in the dark as the page around it is."""
    opening, rest = svg.split(">", 1)
    if paper:
        return f'{opening}><rect width="100%" height="100%" fill="#ffffff"/>{rest}'
    return f"{opening}><style>@media (prefers-color-scheme: dark) {{ {_dark()} }}</style>{rest}"


def to_png(svg: str) -> bytes:
    """The drawing in dots, twice as fine as a screen, on white."""
    import vl_convert  # late: it brings a JavaScript engine of its own

    drawn: bytes = vl_convert.svg_to_png(with_dark(svg, paper=True), scale=2)
    return drawn
