"""Pulled tables as checking sees them: there, or not covered; nothing is fetched to answer a question."""

from typing import TYPE_CHECKING

from sverka.errors import SourceError

if TYPE_CHECKING:  # a question that needs no table loads none
    import polars as pl


def table(name: str) -> "pl.DataFrame | None":
    """A tidy table from the cache; None where it was not pulled, or the cache cannot be read."""
    from sverka.sources import store

    try:
        return store.table(name)
    except (SourceError, OSError):
        return None


def ask(*names: str) -> str:
    """The code of what to pull: `pull:<table>` for the first table that is not in the cache; empty if all are."""
    return next((f"pull:{name}" for name in names if table(name) is None), "")
