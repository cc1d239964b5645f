"""Organizations and memberships: well-formed tables that agree with COW IGO v3 but for the differences explained."""

import itertools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyreadr
import pytest

from .rows import table

DATE = re.compile(r"(\d{3}X|\d{4}(-\d{2}(-\d{2})?)?)")
STATUSES = {"member", "associate", "observer", "candidate", "partner", "signatory", "suspended"}
#: Statuses that count as belonging, as in `sverka.record.organizations.FULL`.
FULL = {"member", "suspended"}
#: The post-Soviet states by their Correlates of War numbers.
POST_SOVIET = {
    359: "MDA",
    365: "RUS",
    366: "EST",
    367: "LVA",
    368: "LTU",
    369: "UKR",
    370: "BLR",
    371: "ARM",
    372: "GEO",
    373: "AZE",
    701: "TKM",
    702: "TJK",
    703: "KGZ",
    704: "UZB",
    705: "KAZ",
}
COW_STATUS = {1: "member", 2: "associate", 3: "observer", 0: "not a member", -1: "organization not listed"}

Row = dict[str, str]


def fold(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").replace("-", " ").removeprefix("the ").split())


def year(cell: str, otherwise: int) -> int:
    return int(cell[:4]) if cell else otherwise


def spells(state: str, organization: str) -> list[tuple[str, str, str]]:
    found = [r for r in table("memberships") if r["state"] == state and r["organization"] == organization]
    return [(r["status"], r["start"], r["end"]) for r in sorted(found, key=lambda r: r["start"])]


def members(organization: str, day: str) -> set[str]:
    """States with a full spell on a day; partial dates compare by their digits."""
    return {
        r["state"]
        for r in table("memberships")
        if r["organization"] == organization
        and r["status"] in FULL
        and r["start"] <= day
        and (not r["end"] or r["end"] >= day)
    }


def cow_rows(folder: Path) -> Iterable[dict[str, Any]]:
    found = sorted(folder.glob("dieghernan/igoR/*/data/state_year_format3.rda"))
    (frame,) = pyreadr.read_r(str(found[0]), output_format="polars").values()
    return frame.filter((frame["year"] >= 1991) & frame["ccode"].is_in([float(c) for c in POST_SOVIET])).to_dicts()


def test_every_row_says_where_it_comes_from() -> None:
    names = ("organizations", "memberships", "membership_differences", "coverage_organizations")
    for name in names:
        for row in table(name):
            assert row["verified"] in {"yes", "no"}, row
            assert row["source"] == "memory" or row["source"].startswith(("mirror:", "package:", "page:")), row
            assert row["source"] != "memory" or row["verified"] == "no", row


def test_organizations_are_many_named_in_both_languages_and_told_apart() -> None:
    rows = table("organizations")
    assert len(rows) >= 50
    ids = {row["id"] for row in rows}
    owner: dict[str, str] = {}
    for row in rows:
        assert row["kind"] in {"organization", "bloc", "grouping"}, row
        assert row["name_en"] and row["name_ru"], row
        assert DATE.fullmatch(row["founded"]) and (not row["ended"] or row["ended"] >= row["founded"]), row
        for column in ("id", "name_en", "abbr_en", "name_ru", "abbr_ru", "aliases_en", "aliases_ru"):
            for name in filter(None, row[column].split("|")):
                assert owner.setdefault(fold(name), row["id"]) == row["id"], f"{name} is claimed twice"
    linked = {x for row in rows for c in ("predecessors", "successors") for x in row[c].split("|") if x}
    assert linked - ids <= {"SUN", "CSCE"}


def test_memberships_name_known_states_organizations_and_dates() -> None:
    organizations = {row["id"]: row for row in table("organizations")}
    states = {row["id"] for row in table("states")} | {"CYN"}
    for row in table("memberships"):
        assert row["state"] in states and row["organization"] in organizations, row
        assert row["status"] in STATUSES and row["how"], row
        assert DATE.fullmatch(row["start"]) and (not row["end"] or DATE.fullmatch(row["end"])), row
        assert not row["end"] or row["start"][:4] <= row["end"][:4] or "X" in row["start"], row


def test_spells_of_one_status_do_not_overlap() -> None:
    seen: dict[tuple[str, str, str], list[Row]] = {}
    for row in table("memberships"):
        seen.setdefault((row["state"], row["organization"], row["status"]), []).append(row)
    for rows in seen.values():
        ordered = sorted(rows, key=lambda r: r["start"])
        for before, after in itertools.pairwise(ordered):
            assert before["end"] and before["end"] <= after["start"], (before, after)


@pytest.mark.parametrize(
    ("organization", "day", "count"),
    [
        ("UN", "1945-12-31", 51),
        ("UN", "1992-12-31", 179),
        ("UN", "2024-01-01", 193),
        ("EU", "2004-05-01", 25),
        ("EU", "2013-07-01", 28),
        ("EU", "2024-01-01", 27),
        ("NATO", "2004-04-01", 26),
        ("NATO", "2024-04-01", 32),
        ("WTO", "1995-01-01", 75),  # and the European Communities
        ("WTO", "2012-08-25", 156),
        ("WTO", "2024-09-01", 165),
        ("CoE", "2022-01-01", 47),
        ("CoE", "2023-01-01", 46),
        ("EAEU", "2016-01-01", 5),
        ("CSTO", "2005-01-01", 6),
        ("CSTO", "2010-01-01", 7),
        ("SCO", "2024-12-31", 10),
        ("BRICS", "2025-02-01", 10),
        ("ASEAN", "2025-12-01", 11),
        ("Eurozone", "2024-01-01", 20),
        ("G20", "2024-01-01", 19),
        ("OPEC", "2024-06-01", 12),
        ("APEC", "2024-01-01", 21),
        ("OSCE", "2014-01-01", 57),
    ],
)
def test_an_organization_has_as_many_members_as_it_says(organization: str, day: str, count: int) -> None:
    assert len(members(organization, day)) == count


def test_a_state_may_leave_and_return() -> None:
    assert spells("UZB", "CSTO") == [("member", "2006", "2012-12-19")]
    assert [s[0] for s in spells("UZB", "CST1992")] == ["signatory", "member"]
    assert [s[0] for s in spells("UZB", "EurAsEC")] == ["member", "suspended"]
    assert [s[0] for s in spells("TKM", "CIS")] == ["member", "associate"]
    assert [s[0] for s in spells("BLR", "SCO")] == ["partner", "observer", "member"]
    assert spells("GEO", "CIS")[0][2] == "2009-08-18"
    assert spells("RUS", "CoE") == [("member", "1996-02-28", "2022-03-16")]


def test_differences_from_cow_are_exactly_those_explained(mirror_folder: Path) -> None:
    """For us a member has a full spell on some day of the year; for COW code 1. In 1991 Russia includes the USSR."""
    codes = {row["id"]: row["cow_igo"].lower() for row in table("organizations") if row["cow_igo"]}
    full: dict[str, list[Row]] = {}
    for row in table("memberships"):
        if row["organization"] in codes:
            full.setdefault(row["organization"], [])
            if row["status"] in FULL:
                full[row["organization"]].append(row)
    found = set()
    for cow in cow_rows(mirror_folder):
        then, state = int(cow["year"]), POST_SOVIET[int(cow["ccode"])]
        ids = {state, "SUN"} if (state, then) == ("RUS", 1991) else {state}
        for organization, rows in full.items():
            ours = any(r["state"] in ids and year(r["start"], 0) <= then <= year(r["end"], 9999) for r in rows)
            theirs = int(cow[codes[organization]])
            if ours != (theirs == 1):
                found.add((organization, state, then, "member" if ours else "not a member", COW_STATUS[theirs]))
    explained = {
        (row["organization"], row["state"], then, row["ours"], row["cow"])
        for row in table("membership_differences")
        for then in range(int(row["from_year"]), int(row["to_year"]) + 1)
    }
    assert found == explained
    assert all(len(row["reason"]) > 20 for row in table("membership_differences"))


def test_coverage_rows_name_organizations_we_have() -> None:
    ids = {row["id"] for row in table("organizations")}
    for row in table("coverage_organizations"):
        assert row["complete"] in {"yes", "no"}, row
        if row["table"] == "memberships":
            assert row["scope"].split()[-1] in ids, row
