"""Capability columns: Correlates of War national material capabilities and their composite, CINC."""

from sverka.panel.frame import Panel
from sverka.panel.matching import notes, singles
from sverka.sources.store import table
from sverka.sources.tables import tidy

_COLUMNS = (
    "military_spending",
    "military_personnel",
    "iron_steel",
    "energy",
    "population",
    "urban_population",
    "cinc",
)


def with_capabilities(panel: Panel) -> Panel:
    """`military_spending` (pounds to 1913, then current US dollars), `military_personnel`, `iron_steel` (tons),
    `energy` (tons of coal equivalent), `population`, `urban_population`, `cinc` (share of the world); of dyads with
    1 and 2 after each name. Null is not covered.
    """
    years = tidy("capabilities").shape().years or (0, 0)
    told = notes(panel, "COW", "capabilities", "Correlates of War capabilities", years)
    return panel.having(singles(panel, table("capabilities").select("year", *_COLUMNS, code="ccode"), "COW"), *told)
