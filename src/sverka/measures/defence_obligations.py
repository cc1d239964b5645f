"""Defence obligations: how many states a state has promised to defend, and how many have promised to defend it."""

import polars as pl

from sverka.measures.flows import need


def defence_obligations(pledges: pl.DataFrame) -> pl.DataFrame:
    """One row a state and year: `defends` and `defended_by`, numbers of states.

    defends_i = Σ_j d_ij, defended_by_i = Σ_j d_ji, with d_ij = 1 where i has pledged to defend j. The two differ,
    since a guarantee (Britain to Belgium in 1839) binds one side.

    Parameters
    ----------
    pledges : directed columns `state1`, `state2`, `year`, `defence` (boolean): state1 to state2.

    Edge cases: null pledges are not covered and not counted: a count is null where all of a state's pledges are
    null, and otherwise a lower bound.

    Reference: Leeds, B. A., J. M. Ritter, S. M. Mitchell, and A. G. Long. 2002. Alliance Treaty Obligations and
    Provisions, 1815–1944. International Interactions 28(3): 237–260.
    """
    need(pledges, "state1", "state2", "year", "defence")

    def counted(who: str, name: str) -> pl.DataFrame:
        number = pl.when(pl.col("defence").count() > 0).then(pl.col("defence").sum()).cast(pl.UInt32)
        return pledges.group_by(pl.col(who).alias("state"), "year").agg(number.alias(name))

    return (
        counted("state1", "defends")
        .join(counted("state2", "defended_by"), on=["state", "year"], how="full", coalesce=True)
        .sort("state", "year")
    )
