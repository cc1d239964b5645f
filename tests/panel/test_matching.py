"""Bringing rows of a source to a panel: directions, other code systems, and what is said about them."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.errors import SourceError
from sverka.panel import dyads, states
from sverka.panel.lookup import at, by_names, by_pair, by_unit
from sverka.panel.matching import coded, conversions, directed, pairs, singles


def source(*rows: tuple[int, int, int, float, float]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=["code1", "code2", "year", "to", "fro"], orient="row")


def cell(table: pl.DataFrame, columns: pl.DataFrame, one: str, two: str) -> tuple[object, ...]:
    whole = pl.concat([table, columns], how="horizontal")
    return whole.filter((pl.col("state1") == one) & (pl.col("state2") == two)).select(columns.columns).row(0)


def test_an_undirected_row_serves_both_directions_turned_round() -> None:
    data = source((2, 20, 2000, 1.0, 2.0))
    panel = dyads([2000], directed=True)
    found = pairs(panel, data, "COW", {"to": "fro"})
    assert cell(panel.table, found, "USA", "CAN") == (1.0, 2.0)
    assert cell(panel.table, found, "CAN", "USA") == (2.0, 1.0)
    assert found.null_count().row(0) == (panel.table.height - 2,) * 2


def test_a_pair_that_another_system_orders_differently_is_turned_round() -> None:
    data = source((2, 20, 2000, 1.0, 2.0))
    panel = dyads([2000], system="ISO")
    assert cell(panel.table, pairs(panel, data, "COW", {"to": "fro"}), "CAN", "USA") == (2.0, 1.0)


def test_directed_rows_go_one_way_only() -> None:
    data = pl.DataFrame({"code1": [220], "code2": [211], "year": [1832], "defends": [True]})
    both = dyads([1832], directed=True)
    found = directed(both, data, "COW")
    assert cell(both.table, found, "FRA", "BEL") == (True,)
    assert cell(both.table, found, "BEL", "FRA") == (None,)
    assert cell(both.table, directed(both, data, "COW", back=True), "BEL", "FRA") == (True,)


def test_united_germany_is_one_state_to_gw_and_two_codes_to_cow() -> None:
    panel = states(range(1989, 1992), "GW")
    data = pl.DataFrame({"code": [260, 260, 255, 255], "year": [1989, 1990, 1990, 1991], "value": [1, 2, 3, 4]})
    found = panel.table.with_columns(singles(panel, data, "COW")["value"])
    assert found.filter(pl.col("state") == "DEU").select("code", "year", "value").rows() == [
        (260, 1989, 1),
        (260, 1990, 2),
        (260, 1991, 4),
    ]
    told = [note.text for note in conversions(panel, "COW") if "GW 260 in 1990" in note.text]
    assert told == ["GW 260 in 1990 is COW 260, not 255: the code alive on 1 July, then longest in the year, is taken"]


def test_an_id_that_two_units_share_serves_both_and_is_reported() -> None:
    panel = states([1990])
    found = panel.table.with_columns(
        singles(panel, pl.DataFrame({"code": ["DEU"], "year": [1990], "value": [7]}), "id")
    )
    assert found.filter(pl.col("value") == 7)["code"].to_list() == [255, 260]
    assert any(note.kind == "ambiguous" and "COW 255 and COW 260" in note.text for note in conversions(panel, "id"))


def test_states_without_a_code_are_not_covered_and_listed_with_their_years() -> None:
    panel = states(range(1885, 1896), "GW")
    known = coded(panel, "COW")
    vietnam = pl.Series(panel.table["code"] == 815)
    assert panel.table.filter(vietnam).height == 9
    assert not known.filter(vietnam).any()
    texts = [note.text for note in conversions(panel, "COW") if note.kind == "unmatched"]
    assert "GW 815 (VNM) has no COW code in 1885–1893: null there" in texts


def test_the_panels_own_codes_need_no_conversion() -> None:
    panel = dyads([1990])
    assert coded(panel, "COW").all()
    assert conversions(panel, "unit") == () or all(note.group != "COW codes" for note in conversions(panel, "unit"))


def test_two_rows_for_one_cell_are_refused() -> None:
    with pytest.raises(SourceError, match="two rows for one pair"):
        pairs(dyads([2000]), source((2, 20, 2000, 1.0, 2.0), (20, 2, 2000, 3.0, 4.0)), "COW")
    with pytest.raises(SourceError, match="two rows for one state"):
        singles(states([2000]), pl.DataFrame({"code": [2, 2], "year": [2000, 2000], "x": [1, 2]}), "COW")


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, 50), min_size=0), st.sets(st.integers(0, 60)), st.randoms())
def test_looking_up_keys_is_what_a_dictionary_does(wanted: set[int], known: set[int], random: st.DataObject) -> None:
    order, keys = list(wanted), list(known)
    random.shuffle(order)  # type: ignore[attr-defined]
    random.shuffle(keys)  # type: ignore[attr-defined]
    found = by_pair(np.array(order, dtype=np.int32), np.array(keys, dtype=np.int32))
    places = {key: place for place, key in enumerate(keys)}
    assert found.tolist() == [places.get(key, -1) for key in order]


def test_looking_up_units_and_names() -> None:
    series = pl.Series
    rows = by_unit(
        series([2, 20, None], dtype=pl.Int16), series([1990, 1991, 1990]), series([20, 2]), series([1991, 1990])
    )
    assert rows.tolist() == [1, 0, -1]
    named = by_names(series(["A", "B", "Z"]), series(["B", "A", "A"]), series(["A", "A"]), series(["A", "B"]))
    assert named.tolist() == [1, -1, -1]
    assert at(pl.DataFrame({"x": ["a", "b"]}), rows)["x"].to_list() == ["b", "a", None]
