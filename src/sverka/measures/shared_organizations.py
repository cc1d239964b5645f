"""Shared organizations: in how many international organizations two states sit together, and of which kinds."""

import polars as pl

from sverka.measures.flows import need
from sverka.measures.together import pair_counts


def shared_organizations(
    memberships: pl.DataFrame, covered: pl.DataFrame, kinds: pl.DataFrame | None = None
) -> pl.DataFrame:
    """A row for every pair of covered states and year: `shared`, and `shared_<kind>` for every kind of organization.

    shared_ij = number of organizations of which both are members in the year.

    Parameters
    ----------
    memberships : columns `state`, `organization`, `year`: one row a membership.
    covered : columns `state`, `year`: the states and years for which the table is complete; they count zero where
        they are in nothing, and only they have rows.
    kinds : columns `organization`, `kind`; an organization may be of several kinds, or of none, so kinds need not
        add up.

    Edge cases: who counts as a member is the caller's choice of rows – the dyadic file of Correlates of War
    counts full and associate members, not observers; a pair with a state that is not covered has no row.

    Reference: Pevehouse, J. C. W., T. Nordstrom, R. W. McManus, and A. S. Jamison. 2020. Tracking Organizations in the
    World: The Correlates of War IGO Version 3.0 Datasets. Journal of Peace Research 57(3): 492–503. Their dyadic
    count is a test.
    """
    need(memberships, "state", "organization", "year")
    need(covered, "state", "year")
    belonging = memberships.select("state", pl.col("organization").alias("group"), "year")
    table = pair_counts(belonging, covered.select("state", "year"), "shared")
    if kinds is None:
        return table
    key = ["state1", "state2", "year"]
    for kind in kinds["kind"].unique().sort().to_list():
        ours = kinds.filter(pl.col("kind") == kind).select(pl.col("organization").alias("group"))
        part = belonging.join(ours, on="group", how="semi")
        table = table.join(
            pair_counts(part, covered.select("state", "year"), f"shared_{kind}"), on=key, maintain_order="left"
        )
    return table
