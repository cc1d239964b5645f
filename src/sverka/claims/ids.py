"""Ids: how states, organizations, treaties, persons and places are named in claims.

The language accepts any well-formed id; only the record knows which exist.

    state           three capital letters             RUS, SUN, WLD (the world)
    organization    short id                          EAEU, EurAsEC, CustomsUnion, G7
    anything else   kind:name                         org:Ганза, treaty:Договор о ЕАЭС, person:Орбан, place:Крым
"""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from sverka.errors import ClaimError

_STATE = re.compile(r"[A-Z]{3}")
_SHORT = re.compile(r"[A-Z][A-Za-z0-9+]{0,30}")
_PREFIXES = ("org", "treaty", "person", "place")
_MAX = 300


def check_id(text: str) -> str:
    """Return `text` if it is a well-formed id, else raise ClaimError."""
    prefix, colon, name = text.partition(":")
    if colon and prefix in _PREFIXES:
        if name.strip() and name == name.strip() and len(text) <= _MAX and name.isprintable():
            return text
    elif _SHORT.fullmatch(text):
        return text
    raise ClaimError(
        "not an id",
        where=repr(text[:60]),
        todo="write a state as RUS, an organization as EAEU, others as org:…, treaty:…, person:… or place:…",
    )


def is_id(text: str) -> bool:
    """True for a well-formed id.

    >>> is_id("org:Ганза"), is_id("org:Ганза "), is_id("ганза")
    (True, False, False)
    """
    try:
        return check_id(text) == text
    except ClaimError:
        return False


def is_state(id_: str) -> bool:
    """True for a state-like id: three capital letters (the language cannot know whether the state exists).

    >>> is_state("KAZ"), is_state("EAEU"), is_state("person:Орбан")
    (True, False, False)
    """
    return _STATE.fullmatch(id_) is not None


def prefix_of(id_: str) -> str:
    """The part before the colon: "person", "treaty", "org", "place", or "" for states and short ids."""
    head, colon, _ = id_.partition(":")
    return head if colon else ""


def name_of(id_: str) -> str:
    """The part after the colon; the id itself when there is none."""
    _, colon, name = id_.partition(":")
    return name if colon else id_


Id = Annotated[
    str,
    AfterValidator(check_id),
    Field(
        max_length=_MAX,
        pattern=r"^([A-Z][A-Za-z0-9+]{0,30}|(org|treaty|person|place):.+)$",
        description="RUS, EAEU, org:…, treaty:…, person:…, place:…",
    ),
]
