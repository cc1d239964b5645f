"""The result of a scenario as one self-contained page: no script, nothing fetched."""

import base64
import hashlib
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sverka.reports.html import style
from sverka.reports.whatif.drawing import chart, world_map
from sverka.reports.whatif.phrases import tell
from sverka.reports.whatif.told import told
from sverka.reports.words import Language
from sverka.scenarios.outcome import Outcome


@cache
def _environment() -> Environment:
    loader = PackageLoader("sverka.reports", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["svg"] = Markup  # drawings and the style sheet are our own; everything else is escaped
    return made


def page(outcome: Outcome, language: Language) -> str:
    """The whole page; the same bytes for the same outcome. Raises ReportError where the map's files are missing."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return (
        _environment()
        .get_template("whatif.html")
        .render(
            **parts(outcome, language),
            language=language,
            style=style(),
            style_hash=digest,
        )
    )


def parts(outcome: Outcome, language: Language) -> dict[str, Any]:
    """What outcome.html needs, wherever it is included. Raises ReportError where the map's files are missing."""
    return {
        "ui": lambda code, **fields: tell("ui", code, language, **fields),
        "told": told(outcome, language),
        "chart": chart(outcome, language),
        "map": world_map(outcome, language),
    }
