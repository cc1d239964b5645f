"""Measures recomputed from the memberships and votes themselves give what their publishers counted."""

import polars as pl
import pytest

from sverka.measures import VOTES, cohen_kappa, scott_pi, shared_organizations, vote_agreement, vote_positions
from sverka.sources.store import make, table
from sverka.sources.tables import tidy

pytestmark = pytest.mark.usefixtures("tables")


def test_shared_organizations_of_all_917_695_pair_years_are_those_of_correlates_of_war() -> None:
    make(tidy("cow_igo"))
    name = pl.col("ccode").cast(pl.String).str.zfill(3).alias("state")
    belonging = (
        table("cow_igo").filter(pl.col("status").is_in(["full", "associate"])).select(name, "organization", "year")
    )
    recounted = shared_organizations(belonging, table("cow_igo_states").select(name, "year"))
    published = table("cow_igo_dyads").sort("ccode1", "ccode2", "year")
    assert recounted.height == published.height == 917_695
    assert recounted.sort("state1", "state2", "year")["shared"].equals(published["shared"].cast(pl.Int32))


def test_every_dyad_year_of_the_general_assembly_is_compared_once() -> None:
    votes = table("un_votes").filter(pl.col("vote") != "absent")
    votes = votes.select("rcid", "vote", state="id", year=pl.col("date").dt.year())
    found = vote_agreement(votes)
    voters = votes.group_by("year").agg(pl.col("state").n_unique().alias("n"))
    assert found.height == int((voters["n"] * (voters["n"] - 1) / 2).sum())
    cast = votes.group_by("rcid", "year").agg(pl.len().alias("n"))
    assert int(found["compared"].sum()) == int((cast["n"] * (cast["n"] - 1) / 2).sum())


def test_kappa_and_pi_of_the_united_states_and_mexico_in_1946_as_the_r_package_fpsim_prints_them() -> None:
    votes = table("un_votes").filter((pl.col("date").dt.year() == 1946) & pl.col("id").is_in(["USA", "MEX"]))
    positions = vote_positions(votes.select("rcid", "vote", state="id", year=pl.col("date").dt.year()))
    kappa, pi = cohen_kappa(positions, VOTES), scott_pi(positions, VOTES)
    assert kappa["compared"].item() == 38
    assert kappa["kappa"].item() == pytest.approx(-0.01222707, abs=1e-8)
    assert pi["pi"].item() == pytest.approx(-0.02775801, abs=1e-8)
