"""Offices of the body a text speaks of: «пресс-секретарь организации», «возглавил исполком союза»."""

import re

from sverka.reading.bundle import Analysis

_NEAR = 1_500
#: Common nouns for an organization spoken of.
COMMON_BODY = re.compile(r" (?:альянса|организации|союза|блока|объединения|сообщества|содружества|фонда)$")
#: «Исполком | организации», «союз»: whoever heads it heads the body spoken of.
OF_COMMON_BODY = re.compile(
    r"org:(?:\w{4,20} )??(альянса?|организаци[яи]|союза?|блока?|объединени[ея]|сообществ[оа]|содружеств[оа])"
)


def body_spoken_of(analysis: Analysis, offset: int, called: str) -> str | None:
    """The organization that «генеральный секретарь альянса» speaks of: the last one named before that may be so called.

    Nobody calls the United Nations an alliance or a union.
    """
    before = [
        n
        for n in analysis.names_in(max(0, offset - _NEAR), offset)
        if n.end <= offset and n.kind in ("organization", "group")
    ]
    closed = called.endswith(("альянса", "союза", "блока"))
    named = [n for n in before if ":" not in n.id and not (closed and n.id == "UN")]
    return named[-1].id if named else None
