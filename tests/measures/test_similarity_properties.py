"""Similarity measures keep their bounds and identities whatever the positions."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.errors import InputError
from sverka.measures import VOTES, cohen_kappa, scott_pi, signorino_ritter, vote_agreement, vote_positions

WORDS = ("yes", "abstain", "no", "absent")
CHOICES = st.lists(st.tuples(*[st.sampled_from(WORDS)] * 3), min_size=1, max_size=12)


def ballots(rows: list[tuple[str, str, str]]) -> pl.DataFrame:
    cast = [
        (state, 2000, call, vote)
        for call, row in enumerate(rows)
        for state, vote in zip("ABC", row, strict=True)
        if vote != "absent"
    ]
    return pl.DataFrame(
        cast,
        schema={"state": pl.String, "year": pl.Int16, "rcid": pl.Int32, "vote": pl.String},
        orient="row",
    )


@settings(max_examples=25, deadline=None)
@given(CHOICES)
def test_agreement_is_what_counting_by_hand_gives(rows: list[tuple[str, str, str]]) -> None:
    for found in vote_agreement(ballots(rows)).iter_rows(named=True):
        i, j = "ABC".index(found["state1"]), "ABC".index(found["state2"])
        pairs = [(row[i], row[j]) for row in rows if "absent" not in (row[i], row[j])]
        assert found["compared"] == len(pairs)
        if not pairs:
            assert found["agreement_half"] is found["agreement_own"] is found["agreement_dropped"] is None
            continue
        points = {"yes": 1.0, "abstain": 0.5, "no": 0.0}
        assert found["agreement_half"] == pytest.approx(
            1 - sum(abs(points[a] - points[b]) for a, b in pairs) / len(pairs)
        )
        assert found["agreement_own"] == pytest.approx(sum(a == b for a, b in pairs) / len(pairs))
        assert found["agreement_as_no"] == pytest.approx(
            sum((a == "yes") == (b == "yes") for a, b in pairs) / len(pairs)
        )
        firm = [(a, b) for a, b in pairs if "abstain" not in (a, b)]
        expected = sum(a == b for a, b in firm) / len(firm) if firm else None
        assert found["agreement_dropped"] == (None if expected is None else pytest.approx(expected))


@settings(max_examples=25, deadline=None)
@given(CHOICES)
def test_s_is_lijpharts_agreement_on_another_scale(rows: list[tuple[str, str, str]]) -> None:
    agreement = vote_agreement(ballots(rows))
    s = signorino_ritter(vote_positions(ballots(rows)), VOTES)
    for half, value in zip(agreement["agreement_half"], s["s"], strict=True):
        assert value == (None if half is None else pytest.approx(2 * half - 1))


@settings(max_examples=25, deadline=None)
@given(CHOICES, st.sampled_from([0, 1, 2]))
def test_bounds_and_pi_never_above_kappa(rows: list[tuple[str, str, str]], power: int) -> None:
    positions = vote_positions(ballots(rows))
    kappa, pi = cohen_kappa(positions, VOTES, power=power)["kappa"], scott_pi(positions, VOTES, power=power)["pi"]
    for k, p in zip(kappa, pi, strict=True):
        if k is not None and p is not None:
            assert p <= k + 1e-9
            assert k <= 1
    assert all(-1 <= s <= 1 for s in signorino_ritter(positions, VOTES)["s"] if s is not None)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS[:3]), min_size=1, max_size=12))
def test_equal_positions_are_fully_similar_and_mirrored_ones_opposite(votes: list[str]) -> None:
    other = {"yes": "no", "no": "yes", "abstain": "abstain"}
    table = ballots([(vote, vote, other[vote]) for vote in votes])
    s = dict(signorino_ritter(vote_positions(table), VOTES).select(pl.concat_str("state1", "state2"), "s").rows())
    kappa = dict(cohen_kappa(vote_positions(table), VOTES).select(pl.concat_str("state1", "state2"), "kappa").rows())
    assert s["AB"] == 1
    assert kappa["AB"] == (1 if len(set(votes)) > 1 else None)
    if "abstain" not in votes:
        assert s["AC"] == -1


@settings(max_examples=25, deadline=None)
@given(CHOICES, st.floats(0.1, 10))
def test_equal_weights_change_nothing(rows: list[tuple[str, str, str]], weight: float) -> None:
    positions = vote_positions(ballots(rows))
    weights = pl.DataFrame({"year": 2000, "on": range(len(rows)), "weight": weight}).cast(
        {"year": pl.Int16, "on": pl.Int32}
    )
    plain, weighted = signorino_ritter(positions, VOTES), signorino_ritter(positions, VOTES, weights)
    assert weighted["compared"].to_list() == plain["compared"].to_list()
    for a, b in zip(plain["s"], weighted["s"], strict=True):
        assert b == (None if a is None else pytest.approx(a))


def test_two_votes_of_one_state_on_one_roll_call_are_refused() -> None:
    twice = pl.DataFrame({"state": ["A", "A"], "year": [2000] * 2, "rcid": [1, 1], "vote": ["yes", "no"]})
    with pytest.raises(InputError, match="two positions on one question"):
        vote_agreement(twice)


def test_a_position_that_is_no_level_is_refused() -> None:
    odd = pl.DataFrame({"state": ["A"], "year": [2000], "on": ["B"], "position": [7]})
    with pytest.raises(InputError, match="none of the levels"):
        signorino_ritter(odd, (0, 1, 2, 3))


def test_no_votes_give_no_rows() -> None:
    assert vote_agreement(ballots([])).height == 0
