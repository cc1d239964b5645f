"""Measures of relations between states: one a file, each a function from a table to a table, formula in its docstring.

Missing is not zero in any of them: a null goes in as "not covered" and comes out as null, or is left out of a sum in
a way that the docstring names.
"""

from sverka.measures.alliance_commitment import COMMITMENTS, alliance_commitment, portfolio
from sverka.measures.asymmetry import asymmetry
from sverka.measures.cohen_kappa import cohen_kappa
from sverka.measures.concentration import concentration
from sverka.measures.defence_obligations import defence_obligations
from sverka.measures.dependence import dependence
from sverka.measures.distance import distance
from sverka.measures.flows import flows
from sverka.measures.gdp_dependence import gdp_dependence
from sverka.measures.introversion import introversion
from sverka.measures.openness import openness
from sverka.measures.partner_rank import partner_rank
from sverka.measures.revealed_preference import revealed_preference
from sverka.measures.scott_pi import scott_pi
from sverka.measures.shared_organizations import shared_organizations
from sverka.measures.shares import shares
from sverka.measures.signorino_ritter import signorino_ritter
from sverka.measures.trade_intensity import trade_intensity
from sverka.measures.treaty_count import treaty_count
from sverka.measures.turnover import turnover
from sverka.measures.visit_balance import visit_balance
from sverka.measures.vote_agreement import VOTES, vote_agreement, vote_positions

__all__ = [
    "COMMITMENTS",
    "VOTES",
    "alliance_commitment",
    "asymmetry",
    "cohen_kappa",
    "concentration",
    "defence_obligations",
    "dependence",
    "distance",
    "flows",
    "gdp_dependence",
    "introversion",
    "openness",
    "partner_rank",
    "portfolio",
    "revealed_preference",
    "scott_pi",
    "shared_organizations",
    "shares",
    "signorino_ritter",
    "trade_intensity",
    "treaty_count",
    "turnover",
    "visit_balance",
    "vote_agreement",
    "vote_positions",
]
