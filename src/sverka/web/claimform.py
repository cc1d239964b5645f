"""A claim as a form: the fields in which people correct what was understood, and the claim they make of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from sverka.claims import Compare, Proposition, Rank, from_json, parse
from sverka.claims.vocabulary import EVENT_TYPES, METRICS, OFFICES, RELATIONS, STATUSES
from sverka.errors import ClaimError
from sverka.reports.amounts import plain
from sverka.reports.words import Language, say
from sverka.web.naming import id_of
from sverka.web.refusals import Refusal

#: Units to choose from; a claim's own unit is added to them.
UNITS = ("USD", "EUR", "RUB", "KZT", "CNY", "%", "pp", "x", "persons", "t", "m3", "km", "")
_BOUNDS = ("=", "~", ">", "<")
_SCALES = {"трлн": 1e12, "trillion": 1e12, "tn": 1e12, "млрд": 1e9, "billion": 1e9, "bn": 1e9, "млн": 1e6,
           "million": 1e6, "mn": 1e6, "тыс": 1e3, "тысяч": 1e3, "thousand": 1e3}  # fmt: skip
_NUMBER = re.compile(r"([-−+]?[0-9][0-9 ,.\u00a0\u202f]*+(?:[eE][0-9]{1,2})?)\s*([^\W\d_]*)\.?")


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `kind` is `id`, `ids`, `choice`, `number` or `text`; `choices` are (value, words)."""

    name: str
    label: str
    kind: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()


def fields_of(claim: Proposition, language: Language) -> tuple[Field, ...]:
    """The fields of a claim, filled in; none for kinds that only the short form can say."""
    data = claim.to_json()
    if isinstance(claim, Compare):
        if claim.by is not None:
            return ()
        sides = {side: data[side] for side in ("left", "right")}
        data |= {side: told["parties"] for side, told in sides.items()}
        data |= {f"{side}_period": told["period"] for side, told in sides.items()}
    if isinstance(claim, Rank) and claim.among is not None:
        return ()
    return tuple(_field(name, kind, data, language) for name, kind in _FIELDS.get(claim.kind, ()))


_FIELDS: dict[str, tuple[tuple[str, str], ...]] = {
    "figure": (("metric", "metric"), ("first", "id"), ("second", "id"), ("bound", "bound"), ("low", "number"),
               ("high", "number"), ("unit", "unit"), ("period", "text")),
    "change": (("metric", "metric"), ("first", "id"), ("second", "id"), ("direction", "direction"), ("bound", "bound"),
               ("low", "number"), ("high", "number"), ("unit", "unit"), ("period", "text")),
    "extreme": (("metric", "metric"), ("first", "id"), ("second", "id"), ("direction", "extremum"),
                ("period", "text")),
    "rank": (("metric", "ranking"), ("subject", "id"), ("of", "id"), ("rank", "text"), ("direction", "extremum"),
             ("period", "text")),
    "compare": (("metric", "ranking"), ("left", "ids"), ("left_period", "text"), ("relation", "relation"),
                ("right", "ids"), ("right_period", "text"), ("period", "text")),
    "membership": (("state", "id"), ("organization", "id"), ("status", "status"), ("period", "text")),
    "founding": (("what", "id"), ("period", "text")),
    "order": (("first", "id"), ("then", "ids")),
    "event": (("type", "event"), ("source", "ids"), ("target", "ids"), ("period", "text")),
    "office": (("person", "text"), ("office", "office"), ("state", "id"), ("period", "text")),
}  # fmt: skip
_CHOICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "metric": ("metric", METRICS),
    "ranking": ("metric", tuple(dict.fromkeys((*RELATIONS, *METRICS)))),
    "status": ("status", STATUSES),
    "event": ("event", EVENT_TYPES),
    "office": ("office", OFFICES),
}


def _field(name: str, kind: str, data: dict[str, object], language: Language) -> Field:
    value = _written(name, kind, data, language)
    if kind in ("id", "ids", "number", "text"):
        return Field(name, name, kind, value)
    if kind in _CHOICES:
        section, codes = _CHOICES[kind]
        options = tuple((code, say(section, code, language)) for code in codes)
    else:
        signs = {"bound": _BOUNDS, "direction": ("+", "-"), "extremum": ("max", "min"), "relation": (">", "<", "=")}
        codes = UNITS if kind == "unit" else signs[kind]
        options = tuple((code, _sign(kind, code, language)) for code in codes)
    if value not in dict(options):
        options = ((value, value), *options)
    return Field(name, name, "choice", value, options)


def _sign(kind: str, code: str, language: Language) -> str:
    from sverka.web.words import word

    if kind == "unit":
        return (
            say("unit", code, language, default=code)
            if code not in ("%", "x", "")
            else word({"%": "claim.percent", "x": "claim.times", "": "claim.no_unit"}[code], language)
        )
    if kind == "relation":
        return code
    names = {"=": "exactly", "~": "about", ">": "more", "<": "less", "+": "up", "-": "down", "max": "max", "min": "min"}
    return word(f"claim.{names[code]}", language)


def _written(name: str, kind: str, data: dict[str, object], language: Language) -> str:
    parties = data.get("parties")
    value = data.get(name)
    if name in ("first", "second") and isinstance(parties, list) and name not in data:
        index = ("first", "second").index(name)
        value = parties[index] if index < len(parties) else ""
    if name == "high" and value == data.get("low"):
        return ""
    if kind == "number" and isinstance(value, int | float):
        return _readable(float(value), language)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _readable(value: float, language: Language) -> str:
    for size, code in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{plain(value / size, language, 12)} {say('scale', code, language)}"
    return plain(value, language, 12)


def number(text: str, language: Language) -> float:
    """A number as people write it: «25,5 млрд», `1,234.5`, `25e9`; a comma is decimal in Russian, and in English where
    it does not part thousands. Refusal where it is no number.

    >>> number("25,5 млрд", "ru"), number("1,234.5", "en"), number("1,234 billion", "en"), number("1 000", "ru")
    (25500000000.0, 1234.5, 1234000000000.0, 1000.0)
    """
    found = _NUMBER.fullmatch(text.strip())
    scale = _SCALES.get(found[2].lower(), 0.0) if found and found[2] else 1.0
    if found is None or not scale:
        raise Refusal("number", given=text[:40])
    digits = re.sub(r"[ \u00a0\u202f]", "", found[1]).replace("−", "-")
    decimal = digits.count(",") == 1 and "." not in digits
    if decimal and (language == "ru" or not re.search(r",[0-9]{3}(?![0-9])", digits)):
        digits = digits.replace(",", ".")
    try:
        value = float(f"{float(digits.replace(',', '')) * scale:.12g}")
    except ValueError:
        raise Refusal("number", given=text[:40]) from None
    if not isfinite(value):
        raise Refusal("number", given=text[:40])
    return value


def claim_from(kind: str, typed: Mapping[str, str], language: Language, denied: bool = False) -> Proposition:
    """The claim that a filled-in form says; Refusal or ClaimError with what does not hold together."""
    short = typed.get("short", "").strip()
    if short:
        return parse(short[:2000])
    if kind not in _FIELDS:
        raise Refusal("short")
    data: dict[str, object] = {"kind": kind, "denied": denied}
    for name, sort in _FIELDS[kind]:
        value = typed.get(name, "").strip()[:1000]
        if sort == "id":
            data[name] = id_of(value) if value else None
        elif sort == "ids":
            data[name] = [id_of(part) for part in value.split(",") if part.strip()]
        elif sort == "number":
            data[name] = number(value, language) if value else None
        else:
            data[name] = value or None
    return from_json(_shaped(kind, data))


def _shaped(kind: str, data: dict[str, object]) -> dict[str, object]:
    if kind in ("figure", "change", "extreme"):
        data["parties"] = [party for party in (data.pop("first"), data.pop("second")) if party]
        if not data["parties"]:
            raise Refusal("whose")
    if kind in ("figure", "change"):
        if data["low"] is None:
            raise Refusal("number", given="")
        data["high"] = data["low"] if data["high"] is None else data["high"]
        data["unit"] = data["unit"] or "unit"
    if kind == "compare":
        for side in ("left", "right"):
            data[side] = {"parties": data[side], "period": data.pop(f"{side}_period")}
    if kind == "rank":
        data["rank"] = _place(data["rank"])
    if kind == "office" and not str(data["person"] or "").startswith("person:"):
        data["person"] = f"person:{data['person'] or ''}"
    return data


def _place(text: object) -> int | None:
    if text in (None, "", "?"):
        return None
    if not str(text).isascii() or not str(text).isdigit():
        raise Refusal("number", given=str(text)[:40])
    return int(str(text))


def kept_modality(claim: Proposition, modality: str) -> str:
    """What a corrected mention is said as: denied exactly when its claim is, else as it was."""
    if claim.denied:
        return "denied"
    return "asserted" if modality == "denied" else modality


def error_of(error: ClaimError) -> Refusal:
    """What does not hold together in a claim, as a refusal."""
    return Refusal("claim", told=str(error))
