"""Trade, contiguity, distance and votes of pairs and states: known facts of the real files."""

from collections.abc import Callable
from datetime import date

import polars as pl

from sverka.sources import cow_trade
from sverka.sources.trade import table as shipped

Tidy = Callable[[str], pl.DataFrame]


def test_trade_keeps_zero_and_missing_apart_and_flags_artefacts(tidy: Tidy) -> None:
    table = tidy("cow_trade")
    pair = table.filter((pl.col("id1") == "RUS") & (pl.col("id2") == "KAZ"))
    flows = {row["year"]: row for row in pair.iter_rows(named=True)}
    assert flows[1993]["flow1_usd"] == 0
    assert (flows[2013]["flow1_usd"], flows[2013]["flow2_usd"]) == (5_887e6, 19_395e6)
    assert [year for year, row in flows.items() if row["artefact1"]] == [2010, 2011]
    assert (table["flow1_usd"].null_count(), (table["flow1_usd"] == 0).sum()) == (22_937, 369_908)
    assert not table["id1"].null_count() + table["id2"].null_count()
    totals = tidy("cow_trade_totals").row(by_predicate=(pl.col("id") == "USA") & (pl.col("year") == 1870), named=True)
    assert (totals["imports_usd"], totals["exports_usd"]) == (450e6, 418e6)


def test_the_shipped_trade_is_the_same_as_the_pulled(tidy: Tidy) -> None:
    pulled = tidy("cow_trade")
    positive = (pulled["flow1_usd"] > 0).sum() + (pulled["flow2_usd"] > 0).sum()
    assert positive == shipped("cow_trade").height
    wrong = pulled["artefact1"].sum() + pulled["artefact2"].sum()
    assert wrong == (shipped("cow_trade")["status"] == "artefact").sum()
    assert tidy("national_trade").height == shipped("trade").height
    assert cow_trade.SHAPES["cow_trade"].years == (1870, 2014)


def test_neighbours(tidy: Tidy) -> None:
    table = tidy("contiguity")
    now = table.filter((pl.col("ccode1") == 365) & (pl.col("end") >= date(2016, 12, 1)))
    kinds = dict(now.select("ccode2", "type").rows())
    assert (kinds[705], kinds[710], kinds[2], kinds[740]) == (1, 1, 2, 2)
    assert 703 not in kinds
    assert table["type"].is_between(1, 5).all()
    turned = table.rename({"ccode1": "ccode2", "ccode2": "ccode1"}).select(table.columns)
    assert turned.sort("ccode1", "ccode2", "start", "type").equals(table)


def test_distances(tidy: Tidy) -> None:
    near = tidy("min_distance").filter((pl.col("year") == 2019) & (pl.col("id1") == "RUS"))
    km = dict(near.select("id2", "km").rows())
    assert km["KAZ"] == km["CHN"] == 0
    assert round(km["JPN"], 1) == 45.9
    pair = tidy("cepii_distance").row(by_predicate=(pl.col("id1") == "FRA") & (pl.col("id2") == "DEU"), named=True)
    assert round(pair["km_capitals"], 1) == 880.2
    assert pair["contiguous"]
    assert not pair["common_language"]
    assert set(tidy("cepii_places").filter(pl.col("id").is_null())["country"]) >= {"ABW", "BMU", "GIB"}


def test_votes_of_the_general_assembly(tidy: Tidy) -> None:
    votes, calls = tidy("un_votes"), tidy("un_roll_calls")
    counts = dict(votes["vote"].value_counts().rows())
    assert counts["yes"] + counts["no"] + counts["abstain"] == 870_109
    assert calls.height == 6_203
    crimea = calls.row(by_predicate=pl.col("resolution") == "A/RES/68/262", named=True)
    cast = dict(votes.filter(pl.col("rcid") == crimea["rcid"]).select("id", "vote").rows())
    assert (cast["RUS"], cast["BLR"], cast["KAZ"], cast["UKR"]) == ("no", "no", "abstain", "yes")
    soviet = votes.filter(pl.col("id") == "SUN")
    assert soviet["date"].max() < date(1991, 12, 24)
    issues = dict(tidy("un_issues")["issue"].value_counts().rows())
    assert issues["Palestinian conflict"] == 1_061
