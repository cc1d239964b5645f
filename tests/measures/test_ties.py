"""Organizations, alliances, treaties, visits and distance: counts within coverage, nothing outside it."""

import math

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.errors import InputError
from sverka.measures import (
    COMMITMENTS,
    alliance_commitment,
    defence_obligations,
    distance,
    portfolio,
    shared_organizations,
    signorino_ritter,
    treaty_count,
    visit_balance,
)

COVERED = pl.DataFrame({"state": list("ABC"), "year": [2000] * 3})


def in_organizations(*rows: tuple[str, str]) -> pl.DataFrame:
    return pl.DataFrame(
        [(state, organization, 2000) for state, organization in rows],
        schema={"state": pl.String, "organization": pl.String, "year": pl.Int64},
        orient="row",
    )


def test_shared_organizations_and_their_kinds() -> None:
    memberships = in_organizations(("A", "X"), ("B", "X"), ("A", "Y"), ("B", "Y"), ("C", "Y"), ("D", "X"))
    kinds = pl.DataFrame({"organization": ["X", "Y", "Y"], "kind": ["economic", "economic", "political"]})
    found = shared_organizations(memberships, COVERED, kinds)
    assert found.columns == ["state1", "state2", "year", "shared", "shared_economic", "shared_political"]
    assert found.rows() == [("A", "B", 2000, 2, 2, 1), ("A", "C", 2000, 1, 1, 1), ("B", "C", 2000, 1, 1, 1)]


def test_covered_states_in_nothing_share_zero_and_uncovered_ones_have_no_row() -> None:
    found = shared_organizations(in_organizations(("A", "X")), COVERED)
    assert found["shared"].to_list() == [0, 0, 0]
    assert "D" not in set(found["state2"])


@settings(max_examples=25, deadline=None)
@given(st.sets(st.tuples(st.sampled_from("ABC"), st.sampled_from("XYZ"))))
def test_shared_organizations_are_the_intersection(rows: set[tuple[str, str]]) -> None:
    of = {state: {organization for who, organization in rows if who == state} for state in "ABC"}
    for one, two, _, shared in shared_organizations(in_organizations(*rows), COVERED).rows():
        assert shared == len(of[one] & of[two]) <= min(len(of[one]), len(of[two]))


def test_one_membership_given_twice_is_refused() -> None:
    with pytest.raises(InputError, match="in one group twice"):
        shared_organizations(in_organizations(("A", "X"), ("A", "X")), COVERED)


def test_treaties_in_force_are_counted_by_year() -> None:
    parties = pl.DataFrame(
        [("T", "A", 1999, 2000), ("T", "B", 1999, None), ("U", "A", 2001, None), ("U", "B", None, None)],
        schema=["treaty", "state", "from_year", "to_year"],
        orient="row",
    )
    covered = pl.DataFrame({"state": ["A", "B"] * 3, "year": [1999, 1999, 2000, 2000, 2001, 2001]})
    assert treaty_count(parties, covered, [1999, 2000, 2001])["treaties"].to_list() == [1, 1, 0]


def promises(*values: bool | None) -> pl.DataFrame:
    names = ("defence", "neutrality", "nonaggression", "entente")
    return pl.DataFrame([values], schema=dict.fromkeys(names, pl.Boolean), orient="row")


@pytest.mark.parametrize(
    ("values", "level"),
    [
        ((True, False, True, True), 3),
        ((False, False, True, True), 2),
        ((False, True, False, False), 2),
        ((False, False, False, True), 1),
        ((False, False, False, False), 0),
        ((True, None, None, None), 3),
        ((False, None, False, False), None),
        ((None, None, None, None), None),
    ],
)
def test_the_strongest_promise_counts_and_nothing_is_made_of_what_is_not_covered(
    values: tuple[bool | None, ...], level: int | None
) -> None:
    assert alliance_commitment(promises(*values))["commitment"].item() == level


def test_a_portfolio_holds_every_state_and_full_commitment_to_oneself() -> None:
    commitments = pl.DataFrame({"state1": ["A"], "state2": ["B"], "year": [2000], "commitment": [1]})
    found = portfolio(commitments, COVERED)
    assert found.height == 9
    cells = {(state, on): position for state, on, _, position in found.rows()}
    assert cells["A", "B"] == cells["B", "A"] == 1
    assert cells["A", "A"] == 3
    assert cells["A", "C"] == 0
    s = signorino_ritter(found, COMMITMENTS)
    assert s["s"].to_list() == [
        pytest.approx(1 - 2 * (2 + 2) / 9),
        pytest.approx(1 - 2 * 7 / 9),
        pytest.approx(1 - 2 * 7 / 9),
    ]


def test_a_guarantee_binds_one_side() -> None:
    pledges = pl.DataFrame(
        [("GBR", "BEL", 1839, True), ("BEL", "GBR", 1839, False), ("FRA", "BEL", 1839, None)],
        schema=["state1", "state2", "year", "defence"],
        orient="row",
    )
    assert defence_obligations(pledges).rows() == [
        ("BEL", 1839, 0, 1),
        ("FRA", 1839, None, None),
        ("GBR", 1839, 1, 0),
    ]


def test_visit_balance_counts_only_covered_pairs() -> None:
    visits = pl.DataFrame(
        [("A", "B", 2000)] * 3 + [("B", "A", 2000), ("A", "D", 2000)],
        schema=["visitor_state", "host", "year"],
        orient="row",
    )
    covered = pl.DataFrame({"state1": ["A", "A"], "state2": ["B", "C"], "year": [2000, 2000]})
    assert visit_balance(visits, covered).rows() == [("A", "B", 2000, 3, 1, 0.5), ("A", "C", 2000, 0, 0, None)]


def points(*rows: tuple[float | None, float | None, float | None, float | None]) -> list[float | None]:
    table = pl.DataFrame(rows, schema=dict.fromkeys(("lat1", "lon1", "lat2", "lon2"), pl.Float64), orient="row")
    return distance(table)["distance_km"].to_list()


def test_known_distances() -> None:
    quarter = math.pi / 2 * 6371.0088
    assert points((0, 0, 0, 90), (90, 0, 0, 17), (0, 0, 0, 180)) == pytest.approx([quarter, quarter, 2 * quarter])
    # Washington to Ottawa: 735 km in the documentation of peacesciencer
    assert points((38.8950368, -77.0365427, 45.4208777, -75.6901106))[0] == pytest.approx(735, rel=0.006)
    assert points((None, 0, 0, 0)) == [None]


ANGLE = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@settings(max_examples=25, deadline=None)
@given(ANGLE, ANGLE, ANGLE)
def test_distance_is_a_metric(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> None:
    ab, ba, bc, ac, aa = points((*a, *b), (*b, *a), (*b, *c), (*a, *c), (*a, *a))
    assert ab is not None
    assert bc is not None
    assert ac is not None
    assert ab == pytest.approx(ba, abs=1e-6)
    assert aa == 0
    assert ac <= ab + bc + 1e-3
    assert 0 <= ab <= math.pi * 6371.0088 + 1e-6
