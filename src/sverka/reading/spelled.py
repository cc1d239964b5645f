"""Ids as claims write them: a body outside the short list by its name («org:Африканский союз»), not the record's id.

Inside the reader a body is the record's (`AU`), so that who belongs to it can be looked up. What leaves the reader is
written as claims are written by hand: short ids for the bodies everybody knows by them, the rest by name, in the
nominative. A body that a text calls by an abbreviation has that for its name. The record finds either again.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sverka.claims import Mention
from sverka.claims.mention import Quotation, mention_from_json
from sverka.reading.document import Name
from sverka.reading.gazetteer import key
from sverka.reading.wordlists import words
from sverka.record import organizations
from sverka.record.tables import split

#: Bodies whose short ids stand in claims.
SHORT = words(
    """CIS EAEU EurAsEC CustomsUnion CSTO SCO EU NATO UN BRICS G7 G8 G20 ASEAN APEC OPEC WTO IMF WB OSCE CoE PACE TTIP
    TPP AIIB"""
)
#: A stem: names that differ only by case agree in so many letters.
_STEM = 4


def spelled(
    text: str, names: Sequence[Name], mentions: Sequence[Mention], spoken: Sequence[Quotation]
) -> tuple[list[Mention], list[Quotation]]:
    """Mentions and quotations with every body outside the short list called by its name."""
    called = _called(text, names)
    if not called:
        return list(mentions), list(spoken)
    said = [q.model_copy(update={"speaker": called.get(q.speaker or "", q.speaker)}) for q in spoken]
    return [_written(m, called) for m in mentions], said


def _called(text: str, names: Sequence[Name]) -> dict[str, str]:
    """Ids of the record's bodies named in a text that have no short id → ids by name."""
    found: dict[str, list[str]] = {}
    for name in names:
        if name.kind in ("organization", "group", "treaty") and name.id not in SHORT and organizations.exists(name.id):
            said = found.setdefault(name.id, [])
            if name.form != "pronoun":
                said.append(text[name.start : name.end])
    return {id_: f"org:{_name(id_, said)}" for id_, said in found.items()}


def _name(id_: str, forms: Sequence[str]) -> str:
    """The abbreviation a text uses; else a word of its own («Европарламент»); else the full name."""
    row = organizations.organization(id_)
    cells = [*split(row["abbr_ru"]), *split(row["aliases_ru"])]
    short = [c for c in cells if " " not in c and any(c in said.split() or _alike(c, said) for said in forms)]
    letters = [c for c in short if c.isupper() or c in split(row["abbr_ru"])]
    own = [c for c in short if c.startswith("Евро")]  # the bodies of the Union are officially called so
    return (letters or own or [row["name_ru"]])[0]


def _alike(cell: str, said: str) -> bool:
    """Whether the last word of what is said is a cell in another case: «Интерпола»."""
    word, base = key(said.split()[-1]), key(cell)
    return len(base) > _STEM and abs(len(word) - len(base)) <= 2 and word[: len(base) - 1] == base[:-1]


def _written(mention: Mention, called: Mapping[str, str]) -> Mention:
    data = mention.to_json()
    changed = _renamed(data, called)
    if changed == data:
        return mention
    return mention_from_json(changed).model_copy(update={"confidence": mention.confidence})


def _renamed(value: Any, called: Mapping[str, str]) -> Any:
    """A JSON value with the ids in it called by name."""
    if isinstance(value, str):
        return called.get(value, value)
    if isinstance(value, list):
        return [_renamed(v, called) for v in value]
    if isinstance(value, dict):
        return {k: v if k in ("kind", "anchor") else _renamed(v, called) for k, v in value.items()}
    return value
