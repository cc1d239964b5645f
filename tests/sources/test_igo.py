"""Membership of organizations: no tie, unknown and associate kept apart; counts against the packager's."""

from collections.abc import Callable

import polars as pl

Tidy = Callable[[str], pl.DataFrame]


def members(table: pl.DataFrame, organization: str, year: int) -> dict[str, str]:
    rows = table.filter((pl.col("organization") == organization) & (pl.col("year") == year))
    return dict(rows.select("id", "status").rows())


def test_members_of_the_commonwealth(tidy: Tidy) -> None:
    found = members(tidy("cow_igo"), "cis", 2000)
    assert found.pop("UKR") == "associate"
    assert found == dict.fromkeys("ARM AZE BLR GEO KAZ KGZ MDA RUS TJK TKM UZB".split(), "full")  # noqa: SIM905
    assert set(members(tidy("cow_igo"), "sco", 2014)) == {"RUS", "CHN", "KAZ", "KGZ", "TJK", "UZB"}


def test_unknown_memberships_stay_unknown(tidy: Tidy) -> None:
    counts = dict(tidy("cow_igo")["status"].value_counts().rows())
    assert counts == {"full": 535_772, "associate": 861, "observer": 2_332, "unknown": 138_874}


def test_organizations_and_their_kinds(tidy: Tidy) -> None:
    table = tidy("cow_igo_organizations")
    assert table.height == 534
    assert set(tidy("cow_igo")["organization"]) <= set(table["organization"])
    nato = table.row(by_predicate=pl.col("organization") == "nato", named=True)
    assert (nato["first_year"], nato["last_year"], nato["political"], nato["dead"]) == (1949, 2014, True, False)
    pact = table.row(by_predicate=pl.col("organization") == "wpact", named=True)
    assert (pact["last_year"], pact["dead"]) == (1991, True)


def test_counts_by_state_are_those_of_the_memberships(tidy: Tidy) -> None:
    full = tidy("cow_igo").filter(pl.col("status") == "full").group_by("ccode", "year").len()
    both = tidy("cow_igo_states").join(full, on=["ccode", "year"], how="left").with_columns(pl.col("len").fill_null(0))
    assert (both["full"] == both["len"]).all()


def test_counts_by_pair_are_at_most_three_higher(tidy: Tidy) -> None:
    counted = {}
    for year in (1950, 2000, 2014):
        full = tidy("cow_igo").filter((pl.col("status") == "full") & (pl.col("year") == year))
        full = full.select("ccode", "organization")
        pairs = full.join(full, on="organization", suffix="2").filter(pl.col("ccode") < pl.col("ccode2"))
        ours = pairs.group_by(ccode1="ccode", ccode2="ccode2").len()
        theirs = tidy("cow_igo_dyads").filter(pl.col("year") == year)
        both = theirs.join(ours, on=["ccode1", "ccode2"], how="left")
        excess = both["shared"].cast(pl.Int64) - both["len"].fill_null(0).cast(pl.Int64)
        assert excess.is_between(0, 3).all()
        counted[year] = (excess > 0).sum()
    assert counted == {1950: 29, 2000: 228, 2014: 4_253}
