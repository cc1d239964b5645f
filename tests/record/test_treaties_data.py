"""Treaties and missions: well-formed dates, known parties, and the dates everybody knows."""

import csv
import re
from pathlib import Path

import pytest

from .rows import table

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

Row = dict[str, str]


def treaty(name: str) -> Row:
    return next(row for row in table("treaties") if row["id"] == f"treaty:{name}")


def mission(name: str) -> Row:
    return next(row for row in table("missions") if row["id"] == name)


def test_every_row_says_where_it_comes_from() -> None:
    for row in [*table("treaties"), *table("missions")]:
        assert row["verified"] in {"yes", "no"}, row
        assert row["source"] == "memory" or row["source"].startswith(("mirror:", "package:", "page:")), row
        assert row["source"] != "memory" or row["verified"] == "no", row


def test_treaties_are_many_and_each_has_one_id_two_names_and_ordered_dates() -> None:
    rows = table("treaties")
    assert len(rows) >= 160
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert re.fullmatch(r"treaty:\S+", row["id"]), row
        assert row["name_en"] and row["name_ru"] and row["kind"], row
        assert DATE.fullmatch(row["signed"]), row
        for column in ("in_force", "ended"):
            if row[column]:
                assert DATE.fullmatch(row[column]) and row[column][:4] >= row["signed"][:4], row
        assert bool(row["place_ru"]) == bool(row["place_en"]), row


def test_parties_hosts_and_contributors_are_states_or_organizations_of_the_record() -> None:
    states = {row["id"] for row in table("states")}
    organizations = {row["id"] for row in table("organizations")}
    for row in table("treaties"):
        assert {p for p in row["parties"].split("|") if p} <= states | organizations, row
    for row in table("missions"):
        assert {p for c in ("host", "contributors") for p in row[c].split("|") if p} <= states, row
        assert row["organization"] in organizations | {""}, row
        assert DATE.fullmatch(row["start"]) and (not row["end"] or row["end"][:4] >= row["start"][:4]), row


@pytest.mark.parametrize(
    ("name", "signed", "in_force", "ended"),
    [
        ("Belovezha", "1991-12-08", "", ""),
        ("Collective-Security", "1992-05-15", "1994-04-20", ""),
        ("RUS-UKR-1997", "1997-05-31", "1999-04-01", "2019-04-01"),
        ("EAEU-Treaty", "2014-05-29", "2015-01-01", ""),
        ("Union-State", "1999-12-08", "2000-01-26", ""),
        ("RUS-IRN-2025", "2025-01-17", "2025-10-02", ""),
        ("RUS-DPRK-2024", "2024-06-19", "2024-12-04", ""),
        ("New-START", "2010-04-08", "2011-02-05", "2026-02-05"),
    ],
)
def test_best_known_treaties_have_their_dates_and_are_verified(
    name: str, signed: str, in_force: str, ended: str
) -> None:
    row = treaty(name)
    assert (row["signed"], row["in_force"], row["ended"]) == (signed, in_force, ended)
    assert row["verified"] == "yes"


def test_free_trade_agreements_between_post_soviet_states_are_those_of_desta(mirror_folder: Path) -> None:
    found = sorted(mirror_folder.glob("globalgov/manytrade/*/data-raw/agreements/DESTA/DESTA.csv"))
    with found[0].open(encoding="latin-1", newline="") as file:
        desta = {row["number"]: row for row in csv.DictReader(file, delimiter=";")}
    rows = [row for row in table("treaties") if row["id"].startswith("treaty:FTA-")]
    assert len(rows) > 40
    numeric = {row["id"]: row["iso_numeric"].lstrip("0") for row in table("states")}
    for row in rows:
        theirs = desta[row["note"].split(";")[0].removeprefix("DESTA number ")]
        assert row["signed"] == theirs["year"], row
        assert row["in_force"] == theirs["entryforceyear"].replace("NA", ""), row
        assert {numeric[p] for p in row["parties"].split("|")} == {theirs["c1"], theirs["c2"]}, row


def test_the_first_csto_deployment_lasted_from_the_6th_to_the_19th_of_january_2022() -> None:
    row = mission("CSTO-Kazakhstan-2022")
    assert (row["start"], row["end"], row["organization"]) == ("2022-01-06", "2022-01-19", "CSTO")
    assert set(row["contributors"].split("|")) == {"ARM", "BLR", "KGZ", "RUS", "TJK"}
