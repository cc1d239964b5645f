"""States, capitals, capabilities, leaders and gross domestic product: known facts of the real files."""

from collections.abc import Callable
from datetime import date

import polars as pl

from sverka.sources import archigos, capabilities

Tidy = Callable[[str], pl.DataFrame]


def test_every_spell_of_both_systems_has_its_state(tidy: Tidy) -> None:
    cow, gw = tidy("cow_states"), tidy("gw_states")
    assert (cow.height, cow["ccode"].n_unique(), gw.height) == (243, 217, 216)
    assert not cow["id"].null_count() + gw["id"].null_count()
    kazakhstan = cow.row(by_predicate=pl.col("id") == "KAZ", named=True)
    assert (kazakhstan["ccode"], kazakhstan["abbreviation"], kazakhstan["open"]) == (705, "KZK", True)


def test_capitals_move(tidy: Tidy) -> None:
    moves = tidy("capitals").filter((pl.col("system") == "COW") & (pl.col("code") == 705)).sort("start")
    assert moves["capital"].to_list() == ["Almaty", "Astana"]
    assert moves["end"][0] < moves["start"][1]
    portugal = tidy("capitals").filter((pl.col("system") == "GW") & (pl.col("code") == 235)).sort("start")
    assert portugal["capital"].to_list() == ["Rio de Janeiro", "Lisbon"]


def test_capabilities_in_units(tidy: Tidy) -> None:
    table = tidy("capabilities")
    row = table.row(by_predicate=(pl.col("id") == "USA") & (pl.col("year") == 1945), named=True)
    assert row["military_personnel"] == 12_123_000
    assert row["military_spending"] == 90_000_000_000
    assert round(row["cinc"], 5) == 0.38386
    assert table["cinc"].max() == row["cinc"]
    sums = table.group_by("year").agg(pl.col("cinc").sum())["cinc"]
    assert sums.min() + 1e-6 >= 1
    assert 1.07 < sums.max() < 1.08


def test_the_shipped_population_is_the_same_as_the_pulled(tidy: Tidy) -> None:
    shipped = capabilities.annual().filter(pl.col("year") > 1991).select("id", "year", "population")
    both = shipped.join(tidy("capabilities"), on=["id", "year"], suffix="_pulled")
    assert both.height == shipped.height
    assert (both["population"] == both["population_pulled"]).all()


def test_leaders_belong_to_the_state_they_led_longest(tidy: Tidy) -> None:
    table = tidy("archigos")
    led = {row["leader"]: row["id"] for row in table.filter(pl.col("gwcode") == 365).iter_rows(named=True)}
    assert (led["Gorbachev"], led["Yeltsin"], led["Putin"]) == ("SUN", "RUS", "RUS")
    assert "Medvedev" not in led
    nazarbayev = table.row(by_predicate=pl.col("leader") == "Nazarbayev", named=True)
    assert (nazarbayev["start"], nazarbayev["open"]) == (date(1990, 4, 24), True)
    nameless = table.filter(pl.col("id").is_null())
    assert nameless.height == archigos.SHAPES["archigos"].strays == 8


def test_gross_domestic_product(tidy: Tidy) -> None:
    row = tidy("gdp").row(by_predicate=(pl.col("id") == "KAZ") & (pl.col("year") == 2023), named=True)
    assert (row["kind"], row["cell"], round(row["value_usd"] / 1e9, 1)) == ("state", "D6558", 261.4)
