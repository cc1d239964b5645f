"""Visit balance: who travels to whom."""

import polars as pl

from sverka.measures.flows import need


def visit_balance(visits: pl.DataFrame, covered: pl.DataFrame) -> pl.DataFrame:
    """One row a covered pair and year: `visits_1_to_2`, `visits_2_to_1`, `balance`.

    balance = (v_12 − v_21) / (v_12 + v_21), from −1 (only state2 travels) through 0 (as often) to 1 (only state1 does);
    null where neither does.

    Parameters
    ----------
    visits : columns `visitor_state`, `host`, `year`: one row a visit.
    covered : columns `state1`, `state2`, `year`: pairs for which every visit both ways is in the table.

    Edge cases: pairs that are not covered have no row, whatever visits of theirs are known; a meeting in a third
    state is no visit of either to the other; visits within a state are ignored.

    Reference: net flows over gross flows, as for trade balances; counts of visits after Brams, S. J. 1969. The
    Structure of Influence Relationships in the International System. In Rosenau (ed.), International Politics and
    Foreign Policy.
    """
    need(visits, "visitor_state", "host", "year")
    need(covered, "state1", "state2", "year")
    counts = visits.group_by("visitor_state", "host", "year").agg(pl.len().alias("visits"))
    there = counts.rename({"visitor_state": "state1", "host": "state2", "visits": "visits_1_to_2"})
    back = counts.rename({"visitor_state": "state2", "host": "state1", "visits": "visits_2_to_1"})
    key = ["state1", "state2", "year"]
    both = pl.col("visits_1_to_2") + pl.col("visits_2_to_1")
    return (
        covered.select(key)
        .filter(pl.col("state1") != pl.col("state2"))
        .join(there, on=key, how="left", maintain_order="left")
        .join(back, on=key, how="left", maintain_order="left")
        .with_columns(pl.col("visits_1_to_2", "visits_2_to_1").fill_null(0).cast(pl.Int64))
        .with_columns(
            pl.when(both > 0).then((pl.col("visits_1_to_2") - pl.col("visits_2_to_1")) / both).alias("balance")
        )
    )
