"""The tables that ship with the package, made from the published files: `python -m sverka.sources.snapshot`."""

import sys
from collections.abc import Callable
from pathlib import Path

import polars as pl

from sverka.sources import armenia, capabilities, cow_trade, gdp, georgia, kazakhstan, kyrgyzstan, russia, uzbekistan
from sverka.sources.tidy import KEY

FOLDER = Path(__file__).parent / "snapshot"


def trade() -> pl.DataFrame:
    """Every figure of every national office, all editions."""
    return pl.concat(
        [
            armenia.monthly_and_annual(),
            georgia.monthly_and_annual(),
            kazakhstan.annual(),
            kyrgyzstan.annual(),
            russia.annual(),
            russia.monthly(),
            uzbekistan.annual(),
        ]
    ).sort([*KEY, "cell"])


TABLES: dict[str, Callable[[], pl.DataFrame]] = {
    "trade": trade,
    "cow_trade": cow_trade.directed,
    "gdp": gdp.annual,
    "population": capabilities.annual,
}


def write(folder: Path = FOLDER) -> dict[str, int]:
    """Write every table as Parquet into `folder`; returns the size of each in bytes. Same input, same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for name, make in TABLES.items():
        path = folder / f"{name}.parquet"
        make().write_parquet(path, compression="zstd", compression_level=19, row_group_size=65536)
        sizes[name] = path.stat().st_size
    return sizes


if __name__ == "__main__":
    for name, size in write().items():
        sys.stdout.write(f"{name:12} {size:>9,} bytes\n")
