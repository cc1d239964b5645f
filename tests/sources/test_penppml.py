"""penppml: flows and agreements, with the zeros that mean missing."""

from collections.abc import Callable

import polars as pl

from sverka.sources import cow, russia

Tidy = Callable[[str], pl.DataFrame]


def test_flows_and_agreements(tidy: Tidy) -> None:
    table = tidy("penppml_trade")
    assert table.height == 316_317
    row = table.row(
        by_predicate=(pl.col("exporter") == "USA") & (pl.col("importer") == "CAN") & (pl.col("year") == 2016),
        named=True,
    )
    assert row["exports_usd"] == 205_185_744_896
    assert row["agreement"] == "North American Free Trade Agreement (NAFTA)"


def test_a_zero_is_no_evidence_of_no_trade(tidy: Tidy) -> None:
    table = tidy("penppml_trade")
    published = cow.frame("data/trade.rda", "trade")
    assert table["exports_usd"].null_count() == (published["export"] == 0).sum()
    belarus = table.filter((pl.col("id1") == "RUS") & (pl.col("id2") == "BLR"))
    customs = russia.annual().filter((pl.col("partner") == "BLR") & (pl.col("flow") == "exports"))
    for year in (2000, 2004, 2008):
        assert belarus.filter(pl.col("year") == year)["exports_usd"].to_list() == [None]
        assert customs.filter(pl.col("year") == year)["value_usd"].item() > 5e9
    assert table.filter(pl.col("id1") == "UZB").is_empty()


def test_codes_are_states_of_their_year(tidy: Tidy) -> None:
    table = tidy("penppml_trade")

    def ids(code: str, year: int) -> list[str | None]:
        return table.filter((pl.col("exporter") == code) & (pl.col("year") == year))["id1"].unique().to_list()

    assert ids("ROM", 1992) == ["ROU"]
    assert ids("SRB", 2000) == ["YUG"]
    assert ids("SRB", 2004) == ["SCG"]
    assert ids("SRB", 2012) == ["SRB"]
    assert ids("BLX", 1972) == [None]
    assert ids("AGO", 1972) == [None]
    assert ids("AGO", 1980) == ["AGO"]
    assert table.filter(pl.col("importer") == "SVU")["id2"].unique().to_list() == ["SUN"]


def test_countries_have_their_letters(tidy: Tidy) -> None:
    names = dict(tidy("penppml_countries").select("code", "name").rows())
    assert names["ALA"] == "Åland Islands"
    assert names["CIV"] == "Côte d'Ivoire"
