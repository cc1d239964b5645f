"""The words of a report: one TOML file a language, codes on the left, and how Russian names are declined."""

import csv
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

from sverka.record import offices
from sverka.record.names import display
from sverka.record.states import Language

__all__ = ["LANGUAGES", "Language", "case", "name", "plural", "say", "spoken"]

LANGUAGES: tuple[Language, ...] = ("ru", "en")


@cache
def _book(language: Language) -> dict[str, Any]:
    return tomllib.loads((files("sverka.reports.words") / f"{language}.toml").read_text(encoding="utf-8"))


def spoken(language: str | None) -> Language:
    """The language a report is written in: Russian for Russian texts, English for all others."""
    return "ru" if language == "ru" else "en"


def say(section: str, code: str, language: Language, default: str | None = None, **fields: object) -> str:
    """The words for a code, with `{fields}` filled in; `default`, else the code itself, where there are none."""
    found = _book(language).get(section, {}).get(code)
    if found is None:
        return code if default is None else default
    return str(found).format(**fields) if fields else str(found)


def plural(number: int, forms: str, language: Language) -> str:
    """The form that goes with a number: «утверждение|утверждения|утверждений», "claim|claims".

    >>> plural(21, "год|года|лет", "ru"), plural(12, "год|года|лет", "ru"), plural(2, "claim|claims", "en")
    ('год', 'лет', 'claims')
    """
    options = forms.split("|")
    if language == "en":
        return options[0 if number == 1 else 1]
    if number % 10 == 1 and number % 100 != 11:
        return options[0]
    few = 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14
    return options[1 if few else 2]


@cache
def _cases() -> dict[str, dict[str, str]]:
    with (files("sverka.reports.words") / "cases.csv").open(encoding="utf-8") as lines:
        return {row["id"]: row for row in csv.DictReader(lines)}


def name(id_: str, language: Language) -> str:
    """The name of a state, organization, treaty or person in the nominative."""
    row = _cases().get(id_) if language == "ru" else None
    if row:
        return row["name"]
    return _person(id_, language) if id_.startswith("person:") else display(id_, language)


def _person(id_: str, language: Language) -> str:
    """The surname in the alphabet of the report, as the record most often spells it."""
    written = display(id_, language)
    if written.isascii() == (language == "en"):
        return written
    terms = offices.terms_of(id_)
    spelled = Counter(t.surname_en.split("|")[0] if language == "en" else t.surname_ru for t in terms)
    return next((surname for surname, _ in spelled.most_common(1) if surname), written)


def case(id_: str, wanted: str, language: Language) -> str:
    """A name in the `genitive`, or with its preposition: `to`, `from`, `with`.

    Names the table does not decline stay in the nominative, as abbreviations do; long ones after a word that takes the
    case for them.

    >>> case("FRA", "to", "ru"), case("EAEU", "from", "ru"), case("KAZ", "with", "en")
    ('во Францию', 'из ЕАЭС', 'with Kazakhstan')
    """
    text = name(id_, language)
    if language == "en":
        return f"{'of' if wanted == 'genitive' else wanted} {text}"
    row = _cases().get(id_)
    if row is not None:
        return row[wanted]
    prefix = {"genitive": "", "to": "в ", "from": "из ", "with": "с "}[wanted]
    if " " in text and ":" in id_:
        text = f"«{text}»"
    return prefix + text
