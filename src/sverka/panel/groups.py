"""Groups of columns by name, as the command line and `Panel.add` ask for them."""

from collections.abc import Callable, Iterable

from sverka.errors import InputError
from sverka.panel.agreements import with_agreements
from sverka.panel.alliances import with_alliances
from sverka.panel.capabilities import with_capabilities
from sverka.panel.contiguity import with_contiguity
from sverka.panel.distance import with_distance
from sverka.panel.frame import Panel
from sverka.panel.gdp import with_gdp
from sverka.panel.leaders import with_leaders
from sverka.panel.organizations import with_igo
from sverka.panel.trade import with_trade
from sverka.panel.votes import with_votes

GROUPS: dict[str, Callable[[Panel], Panel]] = {
    "trade": with_trade,
    "alliances": with_alliances,
    "igo": with_igo,
    "votes": with_votes,
    "distance": with_distance,
    "gdp": with_gdp,
    "agreements": with_agreements,
    "contiguity": with_contiguity,
    "capabilities": with_capabilities,
    "leaders": with_leaders,
}


def added(panel: Panel, names: Iterable[str]) -> Panel:
    """The panel with each group added in turn. Raises InputError for a name that is no group, before anything is
    read."""
    wanted = list(names)
    for name in wanted:
        if name not in GROUPS:
            raise InputError("there is no such group of columns", where=name, todo=f"choose from {', '.join(GROUPS)}")
    for name in wanted:
        panel = GROUPS[name](panel)
    return panel
