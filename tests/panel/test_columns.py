"""Columns from the real files: known cells, and nulls exactly where a source does not cover."""

import polars as pl
import pytest

from sverka.measures import dependence, turnover
from sverka.panel import GROUPS, Panel, dyads, flow_table, states

pytestmark = pytest.mark.usefixtures("tables")


def one(panel: Panel, year: int, *where: str) -> dict[str, object]:
    sides = ("state1", "state2") if panel.unit == "dyads" else ("state",)
    rows = panel.table.filter(pl.col("year") == year)
    for side, state in zip(sides, where, strict=True):
        rows = rows.filter(pl.col(side) == state)
    return rows.row(0, named=True)


@pytest.fixture(scope="module")
def pairs(tables: object) -> Panel:
    years = [1832, 1920, 1921, 1949, 1964, 1992, 2010, 2012, 2013, 2014, 2018]
    return dyads(years).add(*GROUPS)


@pytest.fixture(scope="module")
def single(tables: object) -> Panel:
    return states([1816, 1963, 1964, 1991, 2014]).add(*(name for name in GROUPS if name != "distance"))


def test_trade_is_imports_of_each_side_in_dollars(pairs: Panel) -> None:
    canada = one(pairs, 1920, "USA", "CAN")  # 612 and 735 in the published file, in millions
    assert (canada["imports1_usd"], canada["imports2_usd"]) == (612e6, 735e6)
    assert one(pairs, 2013, "RUS", "KAZ")["imports2_usd"] == 19_395e6


def test_known_artefacts_of_trade_are_marked(pairs: Panel) -> None:
    assert one(pairs, 2010, "RUS", "KAZ")["artefact1"] is True
    assert one(pairs, 2013, "RUS", "KAZ")["artefact1"] is False


def test_trade_that_nobody_recorded_is_not_zero(pairs: Panel) -> None:
    assert one(pairs, 1992, "RUS", "KAZ")["imports1_usd"] is None
    assert one(pairs, 2018, "RUS", "KAZ")["imports1_usd"] is None


def test_a_recorded_absence_of_an_alliance_is_false_and_an_uncovered_one_null(pairs: Panel) -> None:
    assert one(pairs, 1920, "USA", "CAN")["cow_defence"] is False
    assert one(pairs, 1949, "USA", "CAN")["cow_defence"] is True
    later = one(pairs, 2018, "USA", "CAN")
    assert (later["cow_defence"], later["atop_defence"]) == (None, True)
    covered = pairs.table.filter(pl.col("year") <= 2012).select(pl.selectors.starts_with("cow_", "atop_"))
    assert sum(covered.null_count().row(0)) == 0


def test_frances_guarantee_to_belgium_binds_one_side() -> None:
    # the example in peacesciencer's documentation of add_atop_alliance()
    both, merged = dyads([1832], directed=True).add("alliances"), dyads([1832]).add("alliances")
    assert one(both, 1832, "BEL", "FRA")["atop_defence"] is False
    assert one(both, 1832, "FRA", "BEL")["atop_defence"] is True
    assert one(merged, 1832, "BEL", "FRA")["atop_defence"] is True


def test_cells_that_peacesciencer_prints(pairs: Panel, single: Panel) -> None:
    first, second = one(pairs, 1920, "USA", "CAN"), one(pairs, 1921, "USA", "CAN")
    assert (first["shared_organizations"], second["shared_organizations"]) == (7, 8)  # add_igos()
    assert (first["minimum_km"], second["minimum_km"]) == (None, 0)  # add_minimum_distance()
    assert first["capitals_km"] == pytest.approx(735, rel=0.006)  # add_capital_distance(), on an ellipsoid
    assert first["contiguity"] == 1  # add_contiguity()
    alone = one(single, 1816, "USA")
    assert (alone["land_borders"], alone["sea_borders"]) == (0, 0)
    assert alone["organizations_full"] == 0
    assert (alone["imports_usd"], alone["exports_usd"]) == (None, None)
    assert (alone["military_spending"], alone["cinc"]) == (3_823_000, pytest.approx(0.039697491))  # cow_nmc


def test_contiguity_is_zero_within_its_years_and_null_after(pairs: Panel) -> None:
    assert one(pairs, 2014, "USA", "KAZ")["contiguity"] == 0
    assert pairs.table.filter(pl.col("year") <= 2016)["contiguity"].null_count() == 0
    assert pairs.table.filter(pl.col("year") == 2018)["contiguity"].null_count() > 18_000


def test_votes_are_compared_only_where_both_voted(pairs: Panel) -> None:
    row = one(pairs, 2014, "RUS", "KAZ")
    assert row["votes_compared"] > 60  # type: ignore[operator]
    for coding in ("half", "own", "as_no", "dropped"):
        assert 0 <= row[f"agreement_{coding}"] <= 1  # type: ignore[operator]
    assert pairs.table.filter(pl.col("year") == 1964)["votes_compared"].null_count() > 0
    assert one(pairs, 1920, "USA", "CAN")["agreement_half"] is None


def test_agreements_count_from_signature_and_from_entry_into_force(pairs: Panel) -> None:
    assert one(pairs, 1949, "USA", "CAN")["agreements_signed"] == 0
    assert one(pairs, 1921, "USA", "CAN")["agreements_signed"] is None
    table = pairs.table.filter(pl.col("year") >= 1949)
    assert (table["agreements_signed"] >= table["agreements_in_force"]).mean() == pytest.approx(1, abs=0.01)


def test_leaders_and_their_changes(single: Panel) -> None:
    row = one(single, 1963, "USA")
    assert (row["leader_january"], row["leader_december"], row["leaders"]) == ("Kennedy", "Johnson", 2)
    assert (row["leader_changed"], row["leader_irregular"]) == (True, False)
    assert one(single, 1816, "USA")["leaders"] is None


def test_states_have_counts_and_totals(single: Panel) -> None:
    row = one(single, 2014, "USA")
    assert row["gdp_usd"] == pytest.approx(17.6e12, rel=0.02)
    assert row["cow_defence_pacts"] is None
    assert row["atop_defends"] >= 28  # type: ignore[operator]
    assert row["land_borders"] == 2
    assert row["imports_usd"] == pytest.approx(2.345e12, rel=0.001)
    assert row["votes_yes"] + row["votes_no"] + row["votes_abstain"] > 60  # type: ignore[operator]
    assert one(single, 1964, "USA")["votes_yes"] is None


def test_a_code_that_changed_hands_says_whose_gdp_is_missing(single: Panel) -> None:
    assert one(single, 1991, "SUN")["gdp_usd"] is None


@pytest.mark.parametrize("system", ["GW", "ISO"])
def test_other_systems_get_the_same_cells(pairs: Panel, system: str) -> None:
    other = dyads([2013], system=system).add("trade", "alliances", "votes", "contiguity")
    ours, theirs = (
        one(pairs, 2013, "RUS", "KAZ"),
        one(other, 2013, *(("RUS", "KAZ") if system == "GW" else ("KAZ", "RUS"))),
    )
    names = ("imports1_usd", "imports2_usd") if system == "GW" else ("imports2_usd", "imports1_usd")
    assert (theirs[names[0]], theirs[names[1]]) == (ours["imports1_usd"], ours["imports2_usd"])
    for name in ("atop_defence", "agreement_half", "votes_compared", "contiguity"):
        assert theirs[name] == ours[name]


def test_every_published_trade_cell_between_living_states_is_in_the_panel() -> None:
    from sverka.sources.store import table

    published = table("cow_trade").filter(pl.col("year") == 2013)
    panel = dyads([2013]).add("trade").table
    assert panel["imports1_usd"].drop_nulls().sum() == published["flow1_usd"].sum()
    assert panel["imports2_usd"].count() == published["flow2_usd"].count()


def test_directed_panels_mirror_themselves() -> None:
    panel = dyads([2010], directed=True).add("trade", "distance", "igo").table
    back = panel.rename(lambda name: name.translate(str.maketrans("12", "21"))).select(panel.columns)
    ours, theirs = (table.sort("code1", "code2") for table in (panel, back))
    assert ours.drop("weighted_km").equals(theirs.drop("weighted_km"), null_equal=True)
    # CEPII's own weighted distances differ by a hundredth of a kilometre between directions
    assert (ours["weighted_km"] - theirs["weighted_km"]).abs().max() <= 0.011


def test_a_panel_feeds_the_measures() -> None:
    flows = flow_table(dyads([2013]).add("trade"))
    assert flows.height == 2 * dyads([2013]).table.height
    russia = turnover(flows).filter((pl.col("reporter") == "RUS") & (pl.col("partner") == "KAZ"))
    assert russia["turnover"].item() == 5_887e6 + 19_395e6
    on_russia = dependence(flows).filter((pl.col("reporter") == "KAZ") & (pl.col("partner") == "RUS"))
    assert 0.15 < on_russia["dependence"].item() < 0.35
    assert flow_table(dyads([2013], directed=True).add("trade")).height == flows.height


def test_adding_a_group_twice_changes_nothing() -> None:
    once = dyads([2010]).add("igo")
    assert once.add("igo").table.equals(once.table)
    assert once.add("igo").notes == once.notes


def test_a_treaty_with_an_outsider_does_not_tie_the_members_of_a_bloc(pairs: Panel) -> None:
    row = one(pairs, 2018, "CHE", "NOR")  # EFTA ties them; EFTA with Georgia, of 2017, ties each to Georgia
    assert row["agreements_in_force"] == 1
    assert one(pairs, 2018, "CHE", "GEO")["agreements_in_force"] == 1
