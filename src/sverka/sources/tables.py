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
        from sverka.sources.shape import checked

        table: pl.DataFrame = getattr(import_module(f"sverka.sources.{self.module}"), self.make)()
        return checked(table, self.shape())


TABLES = {
    tidy.name: tidy
    for tidy in (
        Tidy("gdp", "gdp", "table", ("world-bank-gdp",)),
        Tidy("cow_states", "states", "cow", ("cow-states",)),
        Tidy("gw_states", "states", "gw", ("gw-states",)),
    )
}


def tidy(name: str) -> Tidy:
    """The declaration of one table. Raises SourceError for a name that is not in the list."""
    if name not in TABLES:
        raise SourceError(f"there is no table {name}", todo=f"choose one of {', '.join(sorted(TABLES))}")
    return TABLES[name]
