"""Which tidy tables there are, the module that makes each, and the catalogue's sources it is made from."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from sverka.errors import SourceError

if TYPE_CHECKING:  # the list is read without polars
    import polars as pl

    from sverka.sources.shape import Shape


@dataclass(frozen=True, slots=True)
class Tidy:
    """A tidy table: `module` of this package has `SHAPES[name]` and makes the rows with the function `make`."""

    name: str
    module: str
    make: str
    sources: tuple[str, ...]

    def shape(self) -> "Shape":
        """What the table promises."""
        shapes: dict[str, Shape] = import_module(f"sverka.sources.{self.module}").SHAPES
        return shapes[self.name]

    def made(self) -> "pl.DataFrame":
        """The table made from the published files, checked against its shape."""
        from sverka.sources.parsing import as_described
        from sverka.sources.shape import checked

        module = import_module(f"sverka.sources.{self.module}")
        with as_described(self.name):
            table: pl.DataFrame = getattr(module, self.make)()
            return checked(table, self.shape())


NATIONAL = ("russia-annual", "russia-monthly", "kazakhstan", "kyrgyzstan", "uzbekistan", "armenia", "georgia")

TABLES = {
    tidy.name: tidy
    for tidy in (
        Tidy("archigos", "archigos", "leaders", ("archigos",)),
        Tidy("atop_alliances", "alliances", "atop_alliances", ("atop",)),
        Tidy("capabilities", "capabilities", "indicators", ("cow-nmc",)),
        Tidy("capitals", "capitals", "both", ("capitals",)),
        Tidy("cepii_distance", "distance", "cepii", ("cepii-geodist",)),
        Tidy("cepii_places", "distance", "places", ("cepii-geodist",)),
        Tidy("contiguity", "contiguity", "spells", ("cow-contiguity",)),
        Tidy("cow_alliances", "alliances", "cow_alliances", ("cow-alliances",)),
        Tidy("cow_igo", "igo", "memberships", ("cow-igo",)),
        Tidy("cow_igo_dyads", "igo", "dyads", ("cow-igo-counts",)),
        Tidy("cow_igo_organizations", "igo", "organizations", ("cow-igo",)),
        Tidy("cow_igo_states", "igo", "states", ("cow-igo-counts",)),
        Tidy("cow_states", "states", "cow", ("cow-states",)),
        Tidy("cow_trade", "cow_trade", "pairs", ("cow-trade",)),
        Tidy("cow_trade_totals", "cow_trade", "totals", ("cow-trade-national",)),
        Tidy("desta", "desta", "members", ("desta",)),
        Tidy("foreign_ministers", "officeholders", "foreign_ministers", ("world-leaders",)),
        Tidy("gdp", "gdp", "table", ("world-bank-gdp",)),
        Tidy("gw_states", "states", "gw", ("gw-states",)),
        Tidy("min_distance", "distance", "minimum", ("cow-minimum-distance",)),
        Tidy("national_trade", "national", "trade", NATIONAL),
        Tidy("officeholders", "officeholders", "holders", ("every-politician",)),
        Tidy("penppml_countries", "penppml", "countries", ("penppml",)),
        Tidy("penppml_trade", "penppml", "trade", ("penppml",)),
        Tidy("un_issues", "un_votes", "issues", ("un-votes",)),
        Tidy("un_roll_calls", "un_votes", "roll_calls", ("un-votes",)),
        Tidy("un_votes", "un_votes", "cast_votes", ("un-votes",)),
        Tidy("world_leaders", "officeholders", "leaders", ("world-leaders",)),
    )
}


def of_source(source: str) -> tuple[Tidy, ...]:
    """The tables made from a source, others perhaps beside it."""
    return tuple(tidy for tidy in TABLES.values() if source in tidy.sources)


def tidy(name: str) -> Tidy:
    """The declaration of one table. Raises SourceError for a name that is not in the list."""
    if name not in TABLES:
        raise SourceError(f"there is no table {name}", todo=f"choose one of {', '.join(sorted(TABLES))}")
    return TABLES[name]
