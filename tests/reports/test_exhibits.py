"""Exhibits: their rows, gaps, witnesses side by side, and what is said where nothing was pulled."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from sverka.record import organizations
from sverka.reports.exhibits import atlas, ballots, commerce, compared, drawing, memberships, pacts, people
from sverka.reports.exhibits.exhibit import Column, Exhibit, Line, Lines


@pytest.fixture(autouse=True)
def nothing_pulled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty cache, so that results do not hang on what was pulled."""
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path))


def _read(exhibit: Exhibit) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exhibit.csv())))


def test_reporter_and_mirror_stand_side_by_side() -> None:
    told = commerce.between("RUS", "KAZ", "goods", 2018, 2021, "en")
    assert isinstance(told.drawing, Lines)
    by_year = {y: {r["reporter"] for r in _read(told) if r["year"] == str(y)} for y in range(2018, 2022)}
    assert by_year == {year: {"RUS", "KAZ"} for year in range(2018, 2022)}
    values = [float(r["value_usd"]) for r in _read(told)]
    drawn = [v for line in told.drawing.lines for _, v in line.points]
    assert sorted(drawn) == sorted(values)


def test_every_row_of_trade_says_where_it_stands() -> None:
    rows = _read(commerce.between("RUS", "KAZ", "goods", 2018, 2021, "en"))
    assert rows and all(row["file"] and row["cell"] and row["source"] for row in rows)


def test_a_year_without_data_is_a_gap_in_the_drawing() -> None:
    line = Line("A", ((2000, 1.0), (2001, 2.0), (2004, 3.0), (2005, 4.0)))
    exhibit = Exhibit("gap", "Gap", (Column("year"),), ((2000,),), ("record:states",), Lines((line,), "USD"))
    drawn = drawing.svg(exhibit, 1999, 2006, "en")
    lines = [path for path in re.findall(r'<path[^>]* d="([^"]+)"[^>]*stroke="#1b5e9b"', drawn) if "L" in path]
    assert [path.count("M") for path in lines] == [2]


def test_wrong_numbers_are_kept_in_the_table_and_left_out_of_the_drawing() -> None:
    found = compared.of_pairs("turnover", ("RUS", "KAZ"), ("RUS", "UZB"), 1992, 2014, "en")
    wrong = [float(r["value_usd"]) for r in _read(found) if r["status"] == "artefact"]
    assert isinstance(found.drawing, Lines)
    drawn = {v for line in found.drawing.lines for _, v in line.points}
    assert wrong and not drawn & set(wrong)


def test_totals_and_votes_that_were_not_pulled_say_which_table_they_lack() -> None:
    assert commerce.with_world("KAZ", 1991, 2024, "ru").lack == ("cow_trade_totals",)
    assert commerce.with_world("KAZ", 1991, 2024, "ru").rows
    assert ballots.of_pair("RUS", "KAZ", 1991, 2020, "ru").lack == ("un_votes",)
    assert pacts.alliances("RUS", "KAZ", 1991, 2020, "en").lack == ("cow_alliances", "atop_alliances")


def test_partners_come_from_one_source_largest_first() -> None:
    told = commerce.partners("KAZ", 2024, "en")
    values = [float(row["value_usd"]) for row in _read(told)]
    assert len(told.sources) == 1 and values == sorted(values, reverse=True) and len(values) == 15


def test_members_are_counted_at_the_end_of_the_year() -> None:
    told = dict(memberships.count("EU", 2003, 2005, "en").rows)
    assert told == {2003: 15, 2004: 25, 2005: 25}


def test_memberships_of_a_state_have_their_dates_and_sources() -> None:
    rows = {row["organization"]: row for row in _read(memberships.of_state("ARM", 1991, 2024, "ru"))}
    assert rows["EAEU"]["start"].startswith("2015-01") and rows["EAEU"]["rests_on"]


def test_common_membership_is_the_part_of_time_that_both_share() -> None:
    rows = {row["organization"]: row for row in _read(memberships.shared("KAZ", "RUS", 1991, 2024, "en"))}
    mine, theirs = (organizations.spells(s, "EurAsEC")[0].row for s in ("KAZ", "RUS"))
    assert rows["EurAsEC"]["start"] == max(mine["start"], theirs["start"])
    assert rows["EurAsEC"]["end"] == min(mine["end"], theirs["end"])


def test_years_of_common_membership_are_those_both_lived_in() -> None:
    years = [year for year, _ in memberships.shared_by_year("KAZ", "RUS", 1985, 1995)]
    assert years == [1991, 1992, 1993, 1994, 1995]


def test_visits_between_two_states_are_only_theirs() -> None:
    rows = _read(people.visits(("RUS", "KAZ"), 1991, 2024, "en"))
    assert rows and all({row["visitor_state"], row["host"]} == {"RUS", "KAZ"} for row in rows)


def test_offices_stand_in_order_of_rank_and_time() -> None:
    told = people.terms("KAZ", 2015, 2022, "ru")
    assert told.rows[0][0] == "Нурсултан Назарбаев"
    assert [row[2] for row in told.rows[:2]] == sorted(row[2] for row in told.rows[:2])


def test_summits_are_the_organization_s_latest_first() -> None:
    rows = _read(people.summits("G7", 1991, 2024, "en"))
    starts = [row["start"] for row in rows]
    assert rows and starts == sorted(starts, reverse=True) and all(row["rests_on"] for row in rows)


def test_treaties_have_all_the_parties_asked_for() -> None:
    rows = _read(pacts.signed(("ARM", "KAZ"), 1991, 2024, "en"))
    assert rows and all(
        {"ARM", "KAZ"} <= set(row["parties"].split("|")) for row in rows if row["parties"].count("|") < 11
    )


def _votes(count: int) -> pl.DataFrame:
    cast = [
        (state, roll, date(2015, 3, 1), "yes" if state == "AAA" or roll % 2 else "no")
        for state in ("AAA", "BBB")
        for roll in range(count)
    ]
    return pl.DataFrame(cast, schema=["id", "rcid", "date", "vote"], orient="row")


def test_agreement_is_drawn_where_there_were_enough_roll_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballots, "pulled", lambda _: _votes(12))
    told = ballots.of_pair("AAA", "BBB", 2010, 2020, "en")
    assert isinstance(told.drawing, Lines)
    assert told.rows[0][:3] == (2015, 12, 0.5) and told.drawing.lines[0].points == ((2015, 0.5),)
    monkeypatch.setattr(ballots, "pulled", lambda _: _votes(4))
    few = ballots.of_pair("AAA", "BBB", 2010, 2020, "en")
    assert isinstance(few.drawing, Lines) and few.rows and not few.drawing.lines[0].points


def test_alliances_run_while_the_data_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    years = (1992, 1993, 1996)
    frame = pl.DataFrame(
        {"id1": ["AAA"] * 3, "id2": ["BBB"] * 3, "year": years, "defense": [True] * 3, "neutrality": [False] * 3}
    )
    monkeypatch.setattr(pacts, "pulled", lambda table: frame if table == "cow_alliances" else None)
    told = pacts.alliances("AAA", "BBB", 1990, 2000, "en")
    assert [row[1:3] for row in told.rows] == [(1992, 1993), (1996, 1996)]
    assert told.sources == ("cow-alliances",)


def test_a_formula_in_a_cell_is_marked_as_text() -> None:
    exhibit = Exhibit("x", "X", (Column("place"), Column("value", "number")), (("=1+1", -2.5),), ())
    assert exhibit.csv().splitlines()[1] == "'=1+1,-2.5"


def test_a_drawing_that_stands_alone_names_its_sources_and_lines() -> None:
    told = commerce.between("RUS", "KAZ", "goods", 2018, 2021, "en")
    assert "figures of Kazakhstan" in drawing.svg(told, 2018, 2021, "en", True)
    assert drawing.png(drawing.svg(told, 2018, 2021, "en", True)).startswith(b"\x89PNG")


def test_nothing_to_draw_is_no_drawing() -> None:
    told = commerce.between("RUS", "KAZ", "goods", 1950, 1960, "en")
    assert told.rows == () and drawing.svg(told, 1950, 1960, "en") == ""


def test_the_map_of_an_organization_knows_each_year() -> None:
    layer = atlas.layer("members", "EAEU", "en")
    assert "ARM" not in layer.in_year(2014) and layer.classes[int(layer.in_year(2015)["ARM"])] == "member"
    assert layer.first == 2014


def test_the_map_of_votes_says_what_it_lacks() -> None:
    assert atlas.layer("votes", "KAZ", "en").lack == ("un_votes",)


def test_the_map_leaves_missing_trade_blank() -> None:
    layer = atlas.layer("imports", "KAZ", "en")
    assert all(value >= 0 for known in layer.values.values() for value in known.values())
    assert "KAZ" not in layer.values
