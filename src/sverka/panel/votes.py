"""Vote columns: agreement in the United Nations General Assembly, under each coding of abstention."""

import polars as pl

from sverka.measures.vote_agreement import vote_agreement
from sverka.panel.frame import Panel
from sverka.panel.matching import notes, of_units, pairs, singles
from sverka.sources.store import table

_YEARS = (1946, 2020)


def with_votes(panel: Panel) -> Panel:
    """Dyads: `votes_compared`, and `agreement_half`, `agreement_own`, `agreement_as_no`, `agreement_dropped` (see
    `sverka.measures.vote_agreement`). States: `votes_yes`, `votes_no`, `votes_abstain`, `votes_absent`.

    Null is not covered: no recorded vote of a state in the year (not a member, or 1964, when nobody voted). Calendar
    years, not sessions. A code that changed hands has the votes of the state whose year it is.
    """
    told = notes(panel, "id", "votes", "United Nations General Assembly votes", _YEARS)
    votes = table("un_votes").select("rcid", "vote", pl.col("date").dt.year().cast(pl.Int16).alias("year"), state="id")
    votes = votes.filter(pl.col("year").is_in(panel.years))
    if panel.unit == "states":
        kinds = ("yes", "no", "abstain", "absent")
        counts = votes.group_by(code="state", year="year").agg(
            (pl.col("vote") == kind).sum().cast(pl.Int32).alias(f"votes_{kind}") for kind in kinds
        )
        return panel.having(singles(panel, counts, "id"), *told)
    cast = of_units(panel, votes.filter(pl.col("vote") != "absent").rename({"state": "code"}), "id")
    agreement = vote_agreement(cast.rename({"unit": "state"}))
    renamed = agreement.rename({"state1": "code1", "state2": "code2", "compared": "votes_compared"})
    return panel.having(pairs(panel, renamed, "unit"), *told)
