"""Money, numbers, times and durations that duckling's corpus (BSD) lists with their values."""

import json
import os
import re
from ast import literal_eval
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from sverka.reading.dates import dates
from sverka.reading.durations import durations
from sverka.reading.quantities import amounts

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2013, 2, 12)
COARSE = ("Day", "Week", "Month", "Year", "Quarter")

pytestmark = pytest.mark.gold


def rows(name: str) -> list[dict[str, Any]]:
    mirror = os.environ.get("SVERKA_MIRROR")
    shared = Path(mirror).parent if mirror else ROOT.parent / "shared"
    path = shared / "gold" / "expressions" / f"{name}.json"
    if not path.exists():
        pytest.skip("the annotated expressions are not here: put them at ../shared/gold/expressions")
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def share(results: list[bool]) -> float:
    return sum(results) / len(results)


def test_money() -> None:
    results = []
    for row in rows("amountofmoney"):
        kind, unit, value = re.fullmatch(r"(\w+) (\w+) (.*)", row["expected"]).groups()  # type: ignore[union-attr]
        ends = literal_eval(value) if "(" in value else (float(value), float(value))
        bound = {"under": "<", "above": ">"}.get(kind, "=")
        for text in row["texts"]:
            found = [(a.unit, (a.quantity.low, a.quantity.high), a.quantity.bound) for a in amounts(text)]
            results.append(found == [("USD" if unit == "Dollar" else unit, tuple(map(float, ends)), bound)])
    assert share(results) >= 0.95


def test_numbers() -> None:
    results = []
    for row in rows("numeral"):
        value = float(row["expected"].split(" ", 1)[1].strip("()"))
        results += [[a.quantity.low for a in amounts(t)] == [pytest.approx(value)] for t in row["texts"]]
    assert share(results) >= 0.95


def test_durations() -> None:
    results = []
    for row in rows("duration"):
        value, unit = row["expected"].split()[1:]
        results += [[(d.value, d.unit) for d in durations(t)] == [(int(value), unit.lower())] for t in row["texts"]]
    assert share(results) >= 0.95


def _ends(expected: str) -> tuple[date | None, date]:
    grain = expected.rsplit(" ", 1)[1]
    points = [
        date(y, m or 1, d or 1) for y, m, d in (map(int, t) for t in re.findall(r"\((\d+), (\d+), (\d+),", expected))
    ]
    if "Open" in expected:
        return None, points[0] - timedelta(days=1)
    if len(points) == 2:
        return points[0], points[1] - timedelta(days=1)
    first = points[0]
    months = {"Month": 1, "Quarter": 3, "Year": 12}.get(grain)
    if months is None:
        return first, first + timedelta(days=6 if grain == "Week" else 0)
    last = first.month + months - 1
    return first, date(first.year, last, monthrange(first.year, last)[1])


def test_times_of_day_grain_or_coarser() -> None:
    results = []
    for row in rows("time"):
        if row["expected"].rsplit(" ", 1)[1] not in COARSE:
            continue
        first, last = _ends(row["expected"])
        for text in row["texts"]:
            found = [w for w in dates(text, TODAY) if w.period is not None]
            longest = max(found, key=lambda w: w.end - w.start).period if found else None
            results.append(longest is not None and (first is None or longest.start == first) and longest.end == last)
    assert share(results) >= 0.9
