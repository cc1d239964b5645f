"""Templates say nothing that the languages have no words for."""

import re
from importlib.resources import files
from pathlib import Path

from sverka.web.words import LANGUAGES, word


def test_every_code_that_a_template_says_has_words() -> None:
    templates = Path(str(files("sverka.web") / "templates"))
    said = {
        code
        for template in templates.glob("*.html")
        for code in re.findall(r"\bt\('([a-z_]+\.[a-z0-9_-]+)'[,)]", template.read_text(encoding="utf-8"))
    }
    assert len(said) > 50
    assert all(word(code, language) for code in said for language in LANGUAGES)
