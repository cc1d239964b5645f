"""Which rows a panel has: the counts peacesciencer documents, and nobody outside a life-span."""

from datetime import date

import polars as pl
import pytest

from sverka.errors import InputError
from sverka.panel import dyads, states
from sverka.panel.lives import SYSTEMS, spans


def test_row_counts_are_those_of_peacesciencers_documentation() -> None:
    # reference pages of create_stateyears() and create_dyadyears(), version 1.1.9, written in 2025: to 2024, and with
    # mry = FALSE to the end of the Gleditsch–Ward list, 2017
    assert states(range(1816, 2025)).table.height == 17_511
    assert dyads(range(1816, 2025), directed=True).table.height == 2_214_930
    assert states(range(1816, 2018), "GW").table.height == 17_767
    assert dyads(range(1816, 2018), directed=True, system="GW").table.height == 1_939_316


@pytest.mark.parametrize("system", SYSTEMS)
def test_an_undirected_panel_is_half_of_a_directed_one(system: str) -> None:
    one, both = dyads(range(1985, 1996), system=system), dyads(range(1985, 1996), directed=True, system=system)
    assert 2 * one.table.height == both.table.height
    assert one.table.equals(both.table.filter(both.units("1") < both.units("2")))
    turned = both.table.rename(lambda name: name.translate(str.maketrans("12", "21")))
    assert set(turned.select(both.table.columns).rows()) == set(both.table.rows())


@pytest.mark.parametrize("system", SYSTEMS)
def test_rows_are_unique_and_their_states_were_alive_in_the_year(system: str) -> None:
    panel = states(range(1816, 2021), system)
    lives = spans(system)
    assert not panel.table.select(pl.struct(panel.table.columns).is_duplicated().any()).item()
    alive = panel.table.join(lives, left_on="state", right_on="id").filter(
        (pl.col("start").dt.year() <= pl.col("year")) & (pl.col("year") <= pl.col("end").dt.year())
    )
    assert alive.select("state", "year").unique().height == panel.table.select("state", "year").unique().height


def pair(table: pl.DataFrame, one: str, two: str, year: int) -> int:
    return table.filter(
        pl.col("year") == year, pl.col("state1").is_in([one, two]), pl.col("state2").is_in([one, two])
    ).height


def test_two_states_of_one_year_that_never_met_are_no_pair() -> None:
    found = dyads([1975]).table  # the Republic of Vietnam ended on 30 April, Suriname began on 25 November
    assert set(found["code1"]) | set(found["code2"]) >= {115, 817}
    assert found.filter(pl.col("code1").is_in([115]) & pl.col("code2").is_in([817])).height == 0
    assert found.filter(pl.col("code1").is_in([110]) & pl.col("code2").is_in([817])).height == 1


def test_a_code_that_changed_hands_belongs_to_the_state_of_midyear_and_the_panel_says_so() -> None:
    panel = states(range(1990, 1994))
    assert panel.table.filter(pl.col("code") == 365)["state"].to_list() == ["SUN", "SUN", "RUS", "RUS"]
    assert [note.kind for note in panel.notes if "365 stood for SUN and then RUS in 1991" in note.text] == ["ambiguous"]


def test_legal_states_have_ids_for_codes_and_can_overlap_in_a_year() -> None:
    panel = dyads([1991], system="ISO")
    assert panel.table.columns == ["state1", "state2", "year"]
    assert pair(panel.table, "SUN", "KAZ", 1991) == 1
    assert pair(panel.table, "SUN", "RUS", 1991) == 0
    assert (panel.table["state1"] < panel.table["state2"]).all()


def test_years_past_the_end_of_the_list_are_flagged() -> None:
    assert [note.kind for note in states([2016]).notes] == []
    assert [note.kind for note in states([2018]).notes] == ["horizon"]


def test_years_before_the_record_is_complete_are_flagged() -> None:
    assert [note.kind for note in states(range(1930, 1950), "ISO").notes] == ["horizon"]
    assert states(range(1945, 1950), "ISO").notes == ()


def test_no_years_give_no_rows() -> None:
    assert dyads([]).table.height == 0
    assert states([]).years == []


def test_unknown_systems_and_groups_are_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="COW, GW, ISO"):
        states([2000], "UN")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="trade, alliances"):
        states([2000]).add("trad")
    with pytest.raises(InputError, match="distance is a property of pairs"):
        states([2000]).add("distance")


def test_life_spans_are_in_order() -> None:
    for system in SYSTEMS:
        lives = spans(system)
        assert (lives["start"] <= lives["end"]).all()
        assert lives["start"].min() == date(1816, 1, 1)
