"""Visits, summits and events: ids are well formed, dates ordered, nothing said twice, nothing verified from memory."""

import csv
import re

import pytest

from .rows import RECORD, cells, table

TABLES = ("visits", "summits", "events", "coverage_visits")
COMMON = ["source", "checked", "verified", "note"]
EVENT_TYPES = {
    "visit",
    "meet",
    "sign",
    "sanction",
    "deploy",
    "attack",
    "aid",
    "mediate",
    "vote",
    "break",
    "withdraw",
    "accede",
}
VISIT_KINDS = {"state", "official", "working", "summit", "informal"}
STATE = re.compile(r"[A-Z]{3}")
ORGANIZATION = re.compile(r"org:\S.*|[A-Z][A-Za-z0-9]{1,24}")
ACTOR = re.compile(r"[A-Z]{3}|[A-Z][A-Za-z0-9]{1,24}|(?:org|place|treaty|person):\S.*")
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
SOURCE = re.compile(r"memory|(?:mirror|package):\S.*|page:https?://\S.* \(.+\)")


def first_day(date: str) -> str:
    return (date + "-01-01"[len(date) - 4 :]) if len(date) < 10 else date


def last_day(date: str) -> str:
    return (date + "-12-31"[len(date) - 4 :]) if len(date) < 10 else date


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_rectangular_and_ends_with_the_common_columns(name: str) -> None:
    raw = (RECORD / f"{name}.csv").read_bytes()
    assert b"\r" not in raw and raw.endswith(b"\n")
    with (RECORD / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert header[-4:] == COMMON
    assert len(header) == len(set(header))
    assert rows and all(len(row) == len(header) for row in rows)
    assert all(cell == cell.strip() for row in rows for cell in row)


@pytest.mark.parametrize("name", TABLES)
def test_sources_are_named_and_memory_verifies_nothing(name: str) -> None:
    for row in table(name):
        assert row["verified"] in {"yes", "no"}, row
        assert SOURCE.fullmatch(row["source"]), row
        assert not (row["source"] == "memory" and row["verified"] == "yes"), row


@pytest.mark.parametrize("name", ["visits", "summits", "events"])
def test_dates_are_iso_and_ordered(name: str) -> None:
    for row in table(name):
        start, end = row["start"], row["end"]
        assert DATE.fullmatch(start), row
        if end:
            assert DATE.fullmatch(end), row
            assert first_day(start) <= last_day(end), row
        else:
            assert name == "events", row
        assert "1974" <= start < "2026", row


def test_visits_name_known_kinds_and_well_formed_states() -> None:
    rows = table("visits")
    assert len(rows) > 1000
    for row in rows:
        assert row["kind"] in VISIT_KINDS, row
        assert STATE.fullmatch(row["visitor_state"]) and STATE.fullmatch(row["host"]), row
        assert row["visitor_state"] != row["host"], row
        assert all(STATE.fullmatch(state) for state in cells(row["others"])), row
        assert not {row["visitor_state"], row["host"]} & set(cells(row["others"])), row
        assert re.fullmatch(r"[А-ЯЁ].*", row["visitor"]) or row["visitor"].startswith("ас-"), row
        assert re.fullmatch(r"[A-ZÖÉ].*|el-Sisi", row["visitor_en"]), row


def test_nobody_visits_a_state_twice_in_overlapping_days() -> None:
    seen: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for row in table("visits"):
        key = (row["visitor"], row["visitor_state"], row["host"])
        for start, end in seen.setdefault(key, []):
            apart = first_day(row["start"]) > last_day(end) or first_day(start) > last_day(row["end"])
            assert apart, row
        seen[key].append((row["start"], row["end"]))


def test_visits_are_short() -> None:
    long = [row for row in table("visits") if len(row["start"]) == 10 and row["start"][:4] != row["end"][:4]]
    assert not long


def test_summits_have_hosts_and_no_more_participants_than_states() -> None:
    rows = table("summits")
    keys = [(row["organization"], row["host"], row["start"], row["name_en"]) for row in rows]
    assert len(keys) == len(set(keys))
    for row in rows:
        assert ORGANIZATION.fullmatch(row["organization"]), row
        assert STATE.fullmatch(row["host"]), row
        assert bool(row["place_en"]) == bool(row["place_ru"]), row
        assert row["place_en"] or row["note"].startswith("videoconference"), row
        states = cells(row["states"])
        assert len(states) == len(set(states)) and all(STATE.fullmatch(state) for state in states), row
        assert len(cells(row["participants"])) <= len(states), row


def test_each_yearly_summit_is_there_once_a_year() -> None:
    years: dict[str, list[int]] = {}
    for row in table("summits"):
        years.setdefault(row["organization"], []).append(int(row["start"][:4]))
    assert sorted(years["SCO"]) == list(range(2001, 2026))
    assert sorted(years["BRICS"]) == list(range(2009, 2026))
    assert sorted(years["G8"] + [year for year in years["G7"] if year > 1996]) == [
        year for year in range(1997, 2026) if year != 2020
    ]
    assert set(years["EAEU"]) == set(range(2014, 2026))


def test_the_eurasian_council_met_as_often_as_its_own_count() -> None:
    before = [
        row for row in table("summits") if row["organization"] == "EAEU" and "2015-05-08" <= row["start"] < "2024-05-08"
    ]
    assert len(before) == 21
    assert sum(not row["place_en"] for row in before) == 6


def test_presidents_of_the_united_states_visited_as_often_as_counted() -> None:
    heads = {"Буш", "Клинтон", "Обама", "Трамп", "Байден"}
    hosts = [row["host"] for row in table("visits") if row["visitor_state"] == "USA" and row["visitor"] in heads]
    assert (hosts.count("RUS"), hosts.count("UKR"), hosts.count("BLR"), hosts.count("MDA")) == (15, 5, 1, 0)


def test_events_have_types_actors_and_unique_descriptions() -> None:
    rows = table("events")
    assert len(rows) >= 250
    keys = [(row["type"], row["actors"], row["targets"], row["start"], row["name_en"]) for row in rows]
    assert len(keys) == len(set(keys))
    for row in rows:
        assert row["type"] in EVENT_TYPES, row
        assert row["actors"] or row["targets"], row
        for actor in cells(row["actors"]) + cells(row["targets"]):
            assert ACTOR.fullmatch(actor), row
        assert row["name_en"] and row["name_ru"], row


def test_states_named_here_exist_in_the_record() -> None:
    known = {row["id"] for row in table("states")}
    named = {row[column] for row in table("visits") for column in ("visitor_state", "host")}
    named |= {state for row in table("summits") for state in [row["host"], *cells(row["states"])]}
    assert named <= known


def test_organizations_and_treaties_named_here_exist_in_the_record() -> None:
    organizations = {row["id"] for row in table("organizations")}
    treaties = {row["id"] for row in table("treaties")}
    states = {row["id"] for row in table("states")}
    for row in table("summits"):
        assert row["organization"].startswith("org:") or row["organization"] in organizations, row
    for row in table("events"):
        for actor in cells(row["actors"]) + cells(row["targets"]):
            if ":" not in actor:
                assert actor in organizations | states, row
            elif re.fullmatch(r"treaty:[A-Za-z0-9-]+", actor):
                assert actor in treaties, row


def test_coverage_says_yes_or_no_for_ordered_years() -> None:
    for row in table("coverage_visits"):
        assert row["table"] in {"visits", "summits", "events"}, row
        assert row["complete"] in {"yes", "no"}, row
        assert row["from"][:4] <= row["to"][:4], row
