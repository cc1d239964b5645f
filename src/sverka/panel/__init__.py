"""Panels: dyad-years and state-years assembled from open data, with *no tie* and *not covered* kept apart.

    panel = dyads(range(1990, 2021)).add("trade", "votes")    # or with_votes(with_trade(dyads(…)))
    panel.table                                               # a polars table
    panel.notes                                               # what was decided on the way, one sentence each

In every column null means that the source does not cover the cell, zero or False that it records an absence.
"""

from sverka.panel.agreements import with_agreements
from sverka.panel.alliances import with_alliances
from sverka.panel.capabilities import with_capabilities
from sverka.panel.contiguity import with_contiguity
from sverka.panel.distance import with_distance
from sverka.panel.files import write
from sverka.panel.frame import Note, Panel, dyads, states
from sverka.panel.gdp import with_gdp
from sverka.panel.groups import GROUPS
from sverka.panel.leaders import with_leaders
from sverka.panel.lives import SYSTEMS, System
from sverka.panel.organizations import with_igo
from sverka.panel.trade import flow_table, with_trade
from sverka.panel.votes import with_votes

__all__ = [
    "GROUPS",
    "SYSTEMS",
    "Note",
    "Panel",
    "System",
    "dyads",
    "flow_table",
    "states",
    "with_agreements",
    "with_alliances",
    "with_capabilities",
    "with_contiguity",
    "with_distance",
    "with_gdp",
    "with_igo",
    "with_leaders",
    "with_trade",
    "with_votes",
    "write",
]
