"""Questions about trade, answered from the shipped tables: no mirror is needed."""

import pytest

from sverka.errors import SourceError
from sverka.sources import state_figures, trade


def by_source(totals: list[trade.Total]) -> dict[str, float]:
    return {total.source: total.value for total in totals}


def test_an_observation_says_where_it_stands() -> None:
    (row,) = [o for o in trade.observations("RUS", "KAZ", "exports", [2021]) if o.whole_year]
    assert (row.value, row.unit, row.source) == (18_496e6, "USD", "russia-annual")
    assert (row.file, row.sheet, row.cell) == ("data/russian_data/94itog.xlsx", "2021", "B10")


def test_only_the_latest_edition_of_a_year_is_given() -> None:
    rows = trade.observations("KAZ", "RUS", "imports", [2021])
    assert [(row.file[-8:], row.year) for row in rows] == [("2022.xls", 2021)]
    assert len(trade.observations("KAZ", "RUS", "imports", range(2018, 2024))) == 6


def test_exports_of_the_compilers_are_the_imports_of_the_other_side() -> None:
    found = by_source(trade.witnesses("RUS", "KAZ", 2013))
    assert found == {
        "russia-annual": 17_678e6,
        "russia-monthly": pytest.approx(17_632e6, rel=1e-4),
        "cow-trade": 19_395e6,
    }
    assert by_source(trade.witnesses("KAZ", "RUS", 2013))["cow-trade"] == 5_887e6


def test_the_mirror_stands_beside_the_reporter_not_averaged() -> None:
    totals = trade.witnesses("RUS", "KAZ", 2021)
    assert [(t.reporter, t.flow, t.source) for t in totals] == [
        ("RUS", "exports", "russia-annual"),
        ("RUS", "exports", "russia-monthly"),
        ("KAZ", "imports", "kazakhstan"),
    ]


def test_part_of_a_year_needs_all_its_months() -> None:
    (half,) = trade.over("RUS", "KAZ", "exports", 2010, 1, 6)
    assert len(half.rows) == 6
    assert half.value == pytest.approx(sum(row.value for row in half.rows))
    assert trade.over("RUS", "KAZ", "exports", 2010, 1, 7) == []
    assert [t.source for t in trade.over("RUS", "KAZ", "exports", 2010)] == ["russia-annual"]


def test_imports_on_two_bases_are_two_numbers() -> None:
    totals = trade.over("ARM", "GEO", "imports", 2022, 1, 8)
    assert {t.basis for t in totals} == {"consignment", "origin"}
    assert totals[0].value != totals[1].value


def test_the_first_ten_months_of_a_preliminary_year_are_printed_as_such() -> None:
    (ten,) = trade.over("GEO", "WLD", "exports", 2024, 1, 10)
    assert len(ten.rows) == 1
    assert ten.status == "preliminary"
    assert trade.over("GEO", "WLD", "exports", 2024) == []


def test_turnover_adds_exports_and_imports_of_one_source() -> None:
    found = by_source(trade.turnover("RUS", "KAZ", 2013))
    assert found["russia-annual"] == 17_678e6 + 5_980e6
    assert found["cow-trade"] == 19_395e6 + 5_887e6
    assert by_source(trade.turnover("KAZ", "RUS", 2013)) == {"cow-trade": found["cow-trade"]}


def test_an_artefact_is_known_as_one() -> None:
    assert {t.source: t.status for t in trade.turnover("RUS", "KAZ", 2011)} == {
        "russia-annual": "",
        "russia-monthly": "",
        "cow-trade": "artefact",
    }


def test_partners_are_ranked_within_one_source() -> None:
    assert [t.partner for t in trade.partners("KAZ", "turnover", 2022, "kazakhstan")[:3]] == ["RUS", "CHN", "ITA"]
    assert [t.partner for t in trade.partners("RUS", "turnover", 2021, "russia-monthly")[:2]] == ["CHN", "DEU"]
    assert [t.partner for t in trade.partners("RUS", "exports", 2013, "cow-trade")[:1]] == ["DEU"]
    listed = {t.partner for t in trade.partners("KGZ", "imports", 2022, "kyrgyzstan")}
    assert listed.isdisjoint({"WLD", "CIS", "EAEU", "EU", "SCO", "NES"})


def test_a_partner_with_missing_months_is_not_ranked_by_the_rest() -> None:
    assert "KAZ" not in {t.partner for t in trade.partners("RUS", "exports", 2010, "russia-monthly")}
    assert "KAZ" in {t.partner for t in trade.partners("RUS", "exports", 2010, "russia-annual")}


def test_the_whole_is_the_printed_total_or_the_sum_of_everything() -> None:
    printed = trade.world("KAZ", "exports", 2022, "kazakhstan")
    assert printed is not None
    assert printed.value == pytest.approx(84_593e6, rel=1e-4)
    assert len(printed.rows) == 1
    added = trade.world("UZB", "exports", 2022, "uzbekistan")
    assert added is not None
    assert added.value == pytest.approx(19_733e6, rel=1e-4)
    assert "NES" in {row.partner for row in added.rows}
    assert trade.world("RUS", "exports", 2021, "russia-monthly") is None
    assert trade.world("KAZ", "exports", 2010, "kazakhstan") is None
    assert trade.world("RUS", "exports", 2013, "cow-trade") is None


def test_coverage_tells_years_from_months() -> None:
    monthly = trade.coverage("russia-monthly", "RUS", "exports", "KAZ")
    assert monthly.years == ()
    assert monthly.months[2010] == (1, 2, 3, 4, 5, 6)
    assert monthly.has(2009)
    assert not monthly.has(2010)
    assert monthly.has(2010, 1, 6)
    assert trade.coverage("kazakhstan", "KAZ", "exports").years == tuple(range(2018, 2024))
    assert not trade.coverage("georgia", "GEO", "exports").has(2024)
    assert trade.coverage("georgia", "GEO", "exports").has(2024, 1, 10)
    assert trade.coverage("cow-trade", "RUS", "imports", "KAZ").years[0] == 1994
    assert trade.coverage("russia-annual", "RUS", "exports", "CHN") == trade.Coverage((), {})


def test_the_reporters_are_the_six_offices() -> None:
    assert trade.known_reporters() == ("ARM", "GEO", "KAZ", "KGZ", "RUS", "UZB")


def test_nothing_recorded_is_an_empty_answer() -> None:
    assert trade.observations("BLR", "RUS", "exports", [2021]) == []
    assert trade.turnover("KAZ", "RUS", 2030) == []


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(SourceError, match="make snapshot"):
        trade.table("tariffs")


def test_the_tables_are_searched_once_for_all_years_of_a_pair() -> None:
    trade.turnover("RUS", "KAZ", 2013)
    searched = trade._by_year.cache_info().misses
    for year in range(2000, 2020):
        trade.turnover("RUS", "KAZ", year)
    assert trade._by_year.cache_info().misses == searched


def test_figures_of_single_states_are_in_base_units_with_their_place() -> None:
    gdp = state_figures.in_year("RUS", "gdp", 2021)
    assert gdp is not None
    assert (round(gdp.value / 1e9), gdp.unit, gdp.source, gdp.cell) == (1843, "USD", "world-bank-gdp", "D10692")
    people = state_figures.in_year("KAZ", "population", 2020)
    assert people is not None
    assert people.value == 19_482_000
    assert people.cell.endswith("tpop")
    assert [f.state for f in state_figures.states("gdp", 2023)[:2]] == ["USA", "CHN"]
    assert state_figures.in_year("RUS", "gdp", 1950) is None
    assert state_figures.series("WLD", "gdp")[0].year == 1960
    with pytest.raises(SourceError, match="military"):
        state_figures.series("RUS", "inflation")
