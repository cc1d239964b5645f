"""Stored findings read back: the inverse of `Finding.to_json`."""

from math import inf
from typing import TYPE_CHECKING, Any

from sverka.checking.finding import (
    Alternative,
    Answer,
    Cell,
    Definition,
    Finding,
    Outcome,
    Series,
    Verdict,
)
from sverka.claims import Period, Proposition, parse

if TYPE_CHECKING:
    from sverka.scenarios.summary import Summary

Json = dict[str, Any]


def finding(proposition: Proposition, data: Json) -> Finding:
    """A finding from its JSON; KeyError, TypeError or ValueError where that is not one."""
    allowed = data["allowed"]
    return Finding(
        proposition,
        Verdict(data["verdict"]),
        tuple(_definition(d) for d in data["definitions"]),
        reason=str(data["reason"]),
        allowed=None if allowed is None else _edges(allowed),
        alternatives=tuple(Alternative(parse(a["claim"]), str(a["differs"])) for a in data["alternatives"]),
        ask=str(data["ask"]),
        series=tuple(_series(s) for s in data["series"]),
        data_date=str(data["data_date"]),
        scenarios=_scenarios(data.get("scenarios", [])),
    )


def _scenarios(data: list[Json]) -> "tuple[Summary, ...]":
    if not data:
        return ()
    from sverka.scenarios.summary import Summary  # late: most findings have none

    return tuple(Summary.from_json(each) for each in data)


def _edges(allowed: list[float | None]) -> tuple[float, float]:
    low, high = allowed
    return -inf if low is None else float(low), inf if high is None else float(high)


def _definition(data: Json) -> Definition:
    answers = tuple(_answer(a) for a in data["answers"])
    return Definition(str(data["id"]), answers, default=bool(data["default"]), beside=bool(data["beside"]))


def _answer(data: Json) -> Answer:
    period = data["period"]
    return Answer(
        str(data["source"]),
        str(data["role"]),
        Outcome(data["outcome"]),
        low=_number(data["low"]),
        high=_number(data["high"]),
        unit=str(data["unit"]),
        text=str(data["text"]),
        period=None if period is None else Period.parse(period),
        margin=_number(data["margin"]),
        relative=_number(data["relative"]),
        cells=tuple(_cell(c) for c in data["cells"]),
        verified=bool(data["verified"]),
        note=str(data["note"]),
    )


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _cell(data: Json) -> Cell:
    return Cell(*(str(data[key]) for key in ("source", "file", "sheet", "cell", "value")))


def _series(data: Json) -> Series:
    points = tuple((str(period), float(number)) for period, number in data["points"])
    return Series(str(data["source"]), str(data["label"]), str(data["unit"]), points)
