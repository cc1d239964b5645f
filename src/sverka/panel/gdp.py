"""GDP columns: World Bank nominal gross domestic product."""

import polars as pl

from sverka.panel.frame import Panel
from sverka.panel.matching import notes, singles
from sverka.sources.store import table


def with_gdp(panel: Panel) -> Panel:
    """`gdp_usd` of states, `gdp1_usd` and `gdp2_usd` of dyads: current US dollars, 1960–2023; null is not covered.

    A code that changed hands has the GDP of the state whose year it is (365 in 1991: the Soviet Union, not covered).
    """
    data = table("gdp").filter((pl.col("kind") == "state") & pl.col("id").is_not_null())
    years = int(str(data["year"].min())), int(str(data["year"].max()))
    columns = singles(panel, data.select("year", code="id", gdp_usd="value_usd"), "id")
    return panel.having(columns, *notes(panel, "id", "gdp", "World Bank GDP", years))
