"""The words of the pages: one TOML file a subject and language (`check.ru.toml`), short codes on the left."""

import tomllib
from functools import cache
from importlib.resources import files

from sverka.reports.words import LANGUAGES, Language

__all__ = ["LANGUAGES", "Language", "word"]


@cache
def _book(language: Language) -> dict[str, str]:
    """Every word of a language by `subject.code`."""
    found: dict[str, str] = {}
    for file in files("sverka.web.words").iterdir():
        subject, _, ending = file.name.partition(".")
        if ending == f"{language}.toml":
            words = tomllib.loads(file.read_text(encoding="utf-8"))
            found |= {f"{subject}.{code}": str(text) for code, text in words.items()}
    return found


def word(code: str, language: Language, **fields: object) -> str:
    """The words for `subject.code` with `{fields}` filled in; KeyError where the language has none."""
    text = _book(language)[code]
    return text.format(**fields) if fields else text
