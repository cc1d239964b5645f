"""Measures of trade: worked examples, and identities that hold for any table."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.errors import InputError
from sverka.measures import (
    asymmetry,
    concentration,
    dependence,
    flows,
    gdp_dependence,
    introversion,
    openness,
    partner_rank,
    revealed_preference,
    shares,
    trade_intensity,
    turnover,
)

IDS = "ABCD"
FLOW = {"reporter": pl.String, "partner": pl.String, "year": pl.Int32, "exports": pl.Float64, "imports": pl.Float64}


def table(*rows: tuple[str, str, float | None, float | None]) -> pl.DataFrame:
    return pl.DataFrame([(r, p, 2000, x, m) for r, p, x, m in rows], schema=FLOW, orient="row")


AMOUNT = st.floats(1, 1e6)
WORLD_TRADE = st.lists(st.one_of(st.none(), AMOUNT), min_size=12, max_size=12)


def world(amounts: list[float | None]) -> pl.DataFrame:
    """Exports between four states; imports are the other side's exports."""
    pairs = [(a, b) for a in IDS for b in IDS if a != b]
    sold = dict(zip(pairs, amounts, strict=True))
    return table(*[(a, b, sold[a, b], sold[b, a]) for a, b in pairs])


SAMPLE = table(("A", "B", 60.0, 40.0), ("A", "C", 20.0, 30.0), ("A", "D", None, 10.0))


def test_half_a_turnover_is_not_a_turnover() -> None:
    assert turnover(SAMPLE)["turnover"].to_list() == [100.0, 50.0, None]


def test_shares_of_the_covered_sum_and_of_a_published_total() -> None:
    summed = shares(SAMPLE, "exports")
    assert summed["share"].to_list() == [0.75, 0.25, None]
    assert set(summed["total_is"]) == {"sum"}
    published = shares(pl.concat([SAMPLE, table(("A", "WLD", 160.0, 100.0))]), "exports")
    assert published["share"].to_list() == [0.375, 0.125, None]
    assert published["total"].to_list() == [160.0] * 3
    assert set(published["total_is"]) == {"published"}


@settings(max_examples=25, deadline=None)
@given(WORLD_TRADE)
def test_shares_of_covered_partners_add_up_to_one(amounts: list[float | None]) -> None:
    for (_,), rows in shares(world(amounts), "exports").group_by("reporter"):
        assert rows["share"].sum() == (pytest.approx(1) if rows["exports"].count() else 0)


def test_rank_margin_and_ties() -> None:
    ranked = partner_rank(
        table(("A", "B", 60.0, None), ("A", "C", 50.0, None), ("A", "D", 60.0, None), ("A", "E", None, None)), "exports"
    )
    assert ranked["rank"].to_list() == [1, 3, 1, None]
    assert ranked["ranked"].to_list() == [3] * 4
    assert ranked["margin"].to_list() == [pytest.approx(0.2), None, pytest.approx(0.2), None]


@settings(max_examples=25, deadline=None)
@given(WORLD_TRADE)
def test_ranks_follow_values(amounts: list[float | None]) -> None:
    for (_,), rows in partner_rank(world(amounts), "exports").group_by("reporter"):
        known = [(x, rank) for x, rank in zip(rows["exports"], rows["rank"], strict=True) if x is not None]
        assert all(rank == 1 + sum(other > x for other, _ in known) for x, rank in known)


def test_concentration_of_one_two_and_uneven_partners() -> None:
    even = concentration(table(("A", "B", 5.0, None), ("A", "C", 5.0, None)), "exports")
    assert even.row(0)[2:] == (0.5, 0.0, 2)
    single = concentration(table(("A", "B", 5.0, None)), "exports")
    assert single.row(0)[2:] == (1.0, None, 1)
    uneven = concentration(SAMPLE, "exports")
    assert uneven["concentration"].item() == pytest.approx(0.75**2 + 0.25**2)


@settings(max_examples=25, deadline=None)
@given(WORLD_TRADE)
def test_concentration_stays_between_one_nth_and_one(amounts: list[float | None]) -> None:
    for row in concentration(world(amounts), "exports").iter_rows(named=True):
        assert 1 / row["partners"] - 1e-9 <= row["concentration"] <= 1 + 1e-9
        assert row["concentration_normalized"] is None or 0 <= row["concentration_normalized"] <= 1


def test_trade_in_proportion_to_import_shares_has_intensity_one() -> None:
    size = {"A": 1.0, "B": 2.0, "C": 3.0}
    # x_ij proportional to s_i s_j: gross of own imports it is above one, corrected for them it is one
    rows = [(i, j, size[i] * size[j], None) for i in size for j in size if i != j]
    found = trade_intensity(table(*rows))
    weights = {"A": 1.0 * 5, "B": 2.0 * 4, "C": 3.0 * 3}
    for row in found.iter_rows(named=True):
        i, j = row["reporter"], row["partner"]
        expected = (size[j] / (6 - size[i])) / (weights[j] / (22 - weights[i]))
        assert row["intensity"] == pytest.approx(expected)
        assert row["intensity_gross"] == pytest.approx(expected * 22 / (22 - weights[i]))


@settings(max_examples=25, deadline=None)
@given(st.lists(AMOUNT, min_size=12, max_size=12))
def test_intensities_weighted_by_the_partners_import_share_average_one(amounts: list[float]) -> None:
    trade = world(list(amounts))
    bought = dict(trade.group_by("partner").agg(pl.col("exports").sum()).rows())
    for (i,), rows in trade_intensity(trade).group_by("reporter"):
        rest = sum(bought.values()) - bought[i]
        assert sum(v * bought[j] / rest for j, v in rows.select("partner", "intensity").rows()) == pytest.approx(1)


MEMBERS = pl.DataFrame(
    {"bloc": ["X", "X"], "state": ["A", "B"], "year": [2000, 2000]}, schema_overrides={"year": pl.Int32}
)


def test_a_bloc_that_trades_only_inside_is_fully_introverted_and_one_that_does_not_at_all_is_minus_one() -> None:
    inside = table(("A", "B", 5.0, None), ("C", "D", 3.0, None))
    assert introversion(inside, MEMBERS)["introversion"].item() == 1
    outside = table(("A", "C", 5.0, None), ("B", "D", 3.0, None), ("C", "D", 1.0, None))
    assert introversion(outside, MEMBERS).select("introversion", "inside_share").row(0) == (-1, 0)


def test_introversion_worked_by_hand() -> None:
    # inside 10 (counted twice), crossing 30, outside 20 (counted twice): S = 20/50, V = 30/70
    trade = table(("A", "B", 10.0, None), ("A", "C", 18.0, None), ("D", "B", 12.0, None), ("C", "D", 20.0, None))
    found = introversion(trade, MEMBERS).row(0, named=True)
    s, v = 20 / 50, 30 / 70
    assert found["inside_share"] == pytest.approx(s)
    assert found["intensity"] == pytest.approx(s / v)
    high, low = s / v, (1 - s) / (1 - v)
    assert found["introversion"] == pytest.approx((high - low) / (high + low))
    assert found["members"] == 2


@settings(max_examples=25, deadline=None)
@given(WORLD_TRADE)
def test_introversion_and_preference_stay_within_bounds(amounts: list[float | None]) -> None:
    trade = world(amounts)
    for value in [*introversion(trade, MEMBERS)["introversion"], *revealed_preference(trade)["preference"]]:
        assert value is None or -1 <= value <= 1


def test_a_pair_that_trades_only_with_each_other_prefers_itself_fully() -> None:
    found = revealed_preference(table(("A", "B", 5.0, None), ("C", "D", 3.0, None)))
    assert found["preference"].to_list() == [1, 1, 1, 1]


def test_dependence_on_a_big_neighbour_is_not_returned() -> None:
    trade = table(("A", "B", 80.0, 20.0), ("A", "C", 50.0, 50.0), ("B", "A", 20.0, 80.0), ("B", "C", 500.0, 400.0))
    found = (
        asymmetry(dependence(trade)).filter((pl.col("state1") == "A") & (pl.col("state2") == "B")).row(0, named=True)
    )
    assert found["dependence1"] == pytest.approx(0.5)
    assert found["dependence2"] == pytest.approx(0.1)
    assert found["asymmetry"] == pytest.approx(0.4)
    assert found["salience"] == pytest.approx((0.5 * 0.1) ** 0.5)
    assert found["interdependence"] == pytest.approx((0.05**0.5) * 0.6)


@settings(max_examples=25, deadline=None)
@given(WORLD_TRADE)
def test_interdependence_is_between_nothing_and_one(amounts: list[float | None]) -> None:
    found = asymmetry(dependence(world(amounts)))
    assert found.height == 6
    for name in ("salience", "symmetry", "interdependence"):
        assert all(-1e-9 <= value <= 1 + 1e-9 for value in found[name].drop_nulls())
    assert found.filter(pl.col("dependence1").is_null() & pl.col("asymmetry").is_not_null()).height == 0


GDP = pl.DataFrame(
    {"state": ["A", "B"], "year": [2000, 2000], "gdp": [200.0, None]}, schema_overrides={"year": pl.Int32}
)


def test_trade_against_the_size_of_the_economy() -> None:
    assert gdp_dependence(SAMPLE, GDP)["dependence"].to_list() == [0.5, 0.25, None]
    assert openness(SAMPLE, GDP).row(0) == ("A", 2000, 0.75, "sum")
    total = pl.concat([SAMPLE, table(("A", "WLD", 200.0, 300.0))])
    assert openness(total, GDP).row(0) == ("A", 2000, 2.5, "published")
    assert openness(table(("B", "A", 1.0, 1.0)), GDP)["openness"].to_list() == [None]


def test_a_flow_given_twice_is_refused() -> None:
    row = {"reporter": "A", "partner": "B", "year": 2000, "flow": "exports", "value_usd": 1.0}
    with pytest.raises(InputError, match="given twice"):
        flows(pl.DataFrame([row, row]))


def test_a_missing_column_is_named() -> None:
    with pytest.raises(InputError, match="no column “imports”"):
        turnover(SAMPLE.drop("imports"))
