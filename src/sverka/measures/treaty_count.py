"""Treaty count: how many treaties are in force between two states."""

from collections.abc import Sequence

import polars as pl

from sverka.measures.flows import need
from sverka.measures.together import pair_counts


def treaty_count(parties: pl.DataFrame, covered: pl.DataFrame, years: Sequence[int]) -> pl.DataFrame:
    """A row for every pair of covered states and year: `treaties`: how many both are party to.

    Parameters
    ----------
    parties : columns `treaty`, `state`, `from_year` and `to_year` (null: still in force), both years included.
    covered : columns `state`, `year`: states and years for which absence of a treaty from the table means absence; only
        they have rows, and count zero where nothing is recorded.
    years : years to count.

    Edge cases: bilateral and multilateral treaties count one each; a party that left and came back counts once a
    year; a party whose start is unknown (null `from_year`) is left out.

    Reference: the count of shared treaties as used for trade agreements in Dür, A., L. Baccini, and M. Elsig. 2014. The
    Design of International Trade Agreements. Review of International Organizations 9(3): 353–375.
    """
    need(parties, "treaty", "state", "from_year", "to_year")
    need(covered, "state", "year")
    wanted = pl.DataFrame({"year": list(years)}, schema={"year": covered.schema["year"]})
    in_force = (pl.col("from_year") <= pl.col("year")) & (pl.col("to_year").fill_null(9999) >= pl.col("year"))
    belonging = (
        parties.join(wanted, how="cross")
        .filter(in_force)
        .select("state", pl.col("treaty").alias("group"), "year")
        .unique()
    )
    return pair_counts(belonging, covered.select("state", "year").join(wanted, on="year", how="semi"), "treaties")
