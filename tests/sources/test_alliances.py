"""Alliances as published, and what each code stood for."""

from collections.abc import Callable

import polars as pl

Tidy = Callable[[str], pl.DataFrame]


def partners(table: pl.DataFrame, state: str, year: int) -> set[str]:
    rows = table.filter((pl.col("id1") == state) & (pl.col("year") == year) & pl.col("defense"))
    return set(rows["id2"])


def test_known_pacts_are_there_from_their_first_year(tidy: Tidy) -> None:
    cow, atop = tidy("cow_alliances"), tidy("atop_alliances")
    nato = cow.filter((pl.col("id1") == "USA") & (pl.col("id2") == "CAN")).sort("year")
    assert nato.row(0, named=True) | {"defense": True} == nato.row(0, named=True)
    assert nato["year"][0] == 1949
    korea = atop.filter((pl.col("id1") == "USA") & (pl.col("id2") == "KOR"))
    assert korea["year"].min() == 1953
    assert partners(cow, "RUS", 2012) >= {"ARM", "BLR", "KAZ", "KGZ", "TJK"}
    assert partners(atop, "RUS", 2018) >= {"ARM", "BLR", "KAZ", "KGZ", "TJK"}


def test_one_list_is_symmetric_and_the_other_is_not(tidy: Tidy) -> None:
    def turned(table: pl.DataFrame) -> pl.DataFrame:
        return table.rename({"ccode1": "ccode2", "ccode2": "ccode1", "id1": "id2", "id2": "id1"}).select(table.columns)

    key = ["ccode1", "ccode2", "year"]
    cow, atop = tidy("cow_alliances"), tidy("atop_alliances")
    assert turned(cow).sort(key).equals(cow)
    assert not turned(atop).sort(key).equals(atop)
    assert turned(atop).sort(key).select(key).equals(atop.select(key))


def test_codes_outside_the_state_system_have_no_id(tidy: Tidy) -> None:
    atop = tidy("atop_alliances")
    assert atop.filter(pl.col("year") == 1815)["id1"].null_count() == atop.filter(pl.col("year") == 1815).height
    late = tidy("cow_alliances").filter((pl.col("ccode1") == 260) & (pl.col("year") == 2012))
    assert late.height
    assert late["id1"].null_count() == late.height
