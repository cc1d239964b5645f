"""Peoples of parts of the world: «европейцы», «африканцы» – those of a place that is no state."""

import re
from collections.abc import Iterator

from sverka.reading.document import Name, Sentence

_PEOPLES = {
    "европейц": "Европа", "африканц": "Африка", "азиат": "Азия", "латиноамерикан": "Латинская Америка",
    "северокавказ": "Северный Кавказ", "ближневосточн": "Ближний Восток", "балканск": "Балканы",
    "закавказск": "Закавказье", "среднеазиатск": "Средняя Азия", "центральноазиатск": "Центральная Азия",
}  # fmt: skip
_FORMS = re.compile(
    r"(?<!\w)(?:(европейц|африканц)(?:ы|ев|ам|ами|ах)|(азиат|латиноамерикан)(?:ы|ов|цы|цев|ам|цам|ами)"
    r"|(северокавказ|ближневосточн|балканск|закавказск|среднеазиатск|центральноазиатск)\w* "
    r"(?:регион|стран|республик)\w*)"
    r"(?!\w)"
)


def peoples(sentence: Sentence, text: str) -> Iterator[Name]:
    """The parts of the world a sentence names by their people; `text` is the sentence in lower case."""
    if not any(map(text.__contains__, _PEOPLES)):
        return
    for found in _FORMS.finditer(text):
        stem = next(g for g in found.groups() if g)
        start, end = sentence.start + found.start(), sentence.start + found.end()
        yield Name(start, end, f"place:{_PEOPLES[stem]}", "place", "demonym")
