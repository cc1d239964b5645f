"""Vote agreement in the United Nations General Assembly, under every usual reading of an abstention."""

import numpy as np
import numpy.typing as npt
import polars as pl

from sverka.measures.positions import Counts, over_pairs

YES, ABSTAIN, NO = VOTES = (1, 2, 3)
"""Levels of a vote, in the order of the distance between them."""

_WORDS = {"yes": YES, "abstain": ABSTAIN, "no": NO}


def vote_positions(votes: pl.DataFrame) -> pl.DataFrame:
    """Votes (`state`, `year`, `rcid`, `vote` = `yes`, `abstain`, `no` …) as a table of positions; other words, such as
    `absent`, take no position."""
    return votes.select(
        "state",
        "year",
        pl.col("rcid").alias("on"),
        pl.col("vote").cast(pl.String).replace_strict(_WORDS, default=None, return_dtype=pl.Int8).alias("position"),
    )


def vote_agreement(votes: pl.DataFrame) -> pl.DataFrame:
    """A row for every pair of voting states and year: `compared` (roll calls on which both cast a vote) and
    agreement, each between 0 and 1, under four codings of abstention. With n_ab the number of roll calls on which
    one voted a and the other b:

    - `agreement_half`: half-way between yes and no: 1 − (½ (n_ya + n_ay + n_na + n_an) + n_yn + n_ny) / n
      (Lijphart). Equals (S + 1) / 2 with Signorino and Ritter's S of the votes;
    - `agreement_own`: a position of its own: (n_yy + n_aa + n_nn) / n;
    - `agreement_as_no`: a polite no: (n_yy + n_aa + n_an + n_na + n_nn) / n;
    - `agreement_dropped`: no vote at all: (n_yy + n_nn) / (n_yy + n_nn + n_yn + n_ny).

    Parameters
    ----------
    votes : columns `state`, `year`, `rcid`, `vote` (`yes`, `abstain`, `no`).

    Edge cases: being absent is not abstaining: roll calls that either missed are left out under every coding; null
    where nothing is left. Votes that nobody disputed are as good as any other here, which lifts all values.

    Reference: Lijphart, A. 1963. The Analysis of Bloc Voting in the General Assembly. American Political Science Review
    57(4): 902–917; Voeten, E. 2013. Data and Analyses of Voting in the UN General Assembly. In Reinalda (ed.),
    Routledge Handbook of International Organization; Häge, F. M., and S. Hug. 2016. Consensus Voting and Similarity
    Measures in International Organizations. International Interactions 42(5): 734–765.
    """
    return over_pairs(vote_positions(votes), VOTES, _agreement)


def _agreement(c: Counts) -> dict[str, npt.NDArray[np.float64]]:
    y, a, n = range(3)
    every = c.sum(axis=(0, 1))
    same = c[y, y] + c[n, n]
    opposed = c[y, n] + c[n, y]
    soft = c[a, n] + c[n, a]
    return {
        "agreement_half": 1 - (opposed + (c[y, a] + c[a, y] + soft) / 2) / every,
        "agreement_own": (same + c[a, a]) / every,
        "agreement_as_no": (same + c[a, a] + soft) / every,
        "agreement_dropped": same / (same + opposed),
    }
