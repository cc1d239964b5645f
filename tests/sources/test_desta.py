"""DESTA: entries, members and the sides on which they stand."""

from collections.abc import Callable

import polars as pl

Tidy = Callable[[str], pl.DataFrame]


def sides(table: pl.DataFrame, number: str) -> dict[str, int]:
    return dict(table.filter(pl.col("number") == number).select("id", "side").rows())


def test_entries_are_those_of_the_file(tidy: Tidy) -> None:
    table = tidy("desta")
    assert table["number"].n_unique() == 1_217
    assert table.filter(pl.col("entry_type") == "base_treaty")["number"].n_unique() == 842
    assert table.filter(pl.col("signed").is_null())["entry_type"].unique().to_list() == ["negotiation"]


def test_members_and_years_of_the_eurasian_union(tidy: Tidy) -> None:
    table = tidy("desta")
    assert sides(table, "1040") == {"BLR": 0, "KAZ": 0, "RUS": 0}
    assert sides(table, "1040+1") == {"ARM": 1, "BLR": 2, "KAZ": 2, "RUS": 2}
    treaty = table.filter(pl.col("number") == "1040").row(0, named=True)
    assert (treaty["signed"], treaty["in_force"]) == (2014, 2015)


def test_who_joins_or_leaves_stands_alone(tidy: Tidy) -> None:
    table = tidy("desta")
    for number, alone in (("3+1", "ZAF"), ("810+1", "ECU"), ("22_1", "VEN")):
        found = sides(table, number)
        assert found.pop(alone) == 1
        assert set(found.values()) == {2}


def test_numbers_are_the_states_of_today(tidy: Tidy) -> None:
    table = tidy("desta")
    assert table.filter(pl.col("iso_numeric") == 900)["id"].unique().to_list() == ["XKX"]
    assert table.filter(pl.col("id") == "SRB")["signed"].min() == 1967
    assert sides(table, "290").keys() == {"CZE", "FIN"}
    nameless = set(table.filter(pl.col("id").is_null())["iso_numeric"])
    assert {500, 234} <= nameless
    assert len(nameless) == 23
