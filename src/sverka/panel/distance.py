"""Distance columns: between nearest points, between capitals at the date, and between cities (CEPII)."""

import polars as pl

from sverka.errors import InputError
from sverka.measures.distance import distance
from sverka.panel.frame import Panel
from sverka.panel.lookup import at, by_names
from sverka.panel.matching import Codes, notes, pairs, singles
from sverka.sources.store import table
from sverka.sources.tables import tidy


def with_distance(panel: Panel) -> Panel:
    """Dyads: `minimum_km` (nearest points of the territories on 1 January, 1886–2019), `capitals_km` (great circle
    between the capitals of 1 July, or the year's first), `cities_km` and `weighted_km` (CEPII: largest cities, and
    cities weighted by population; borders of 2004, so null for states that are gone).

    Kilometres; null is not covered. Raises InputError for state-years: distance is a property of pairs.
    """
    if panel.unit == "states":
        raise InputError("distance is a property of pairs", where="distance", todo="make a panel of dyads")
    years = tidy("min_distance").shape().years or (0, 0)
    told = notes(panel, "COW", "distance", "minimum distance (CShapes 2.0)", years)
    nearest = table("min_distance").select("year", code1="ccode1", code2="ccode2", minimum_km="km")
    cities = table("cepii_distance").select(state1="id1", state2="id2", cities_km="km", weighted_km="km_weighted")
    cities = cities.drop_nulls(["state1", "state2"]).unique(["state1", "state2"])
    rows = by_names(panel.table["state1"], panel.table["state2"], cities["state1"], cities["state2"])
    columns = [pairs(panel, nearest, "COW"), _capitals(panel), at(cities.drop("state1", "state2"), rows)]
    return panel.having(pl.concat(columns, how="horizontal"), *told)


def _capitals(panel: Panel) -> pl.DataFrame:
    system: Codes = "GW" if panel.system == "GW" else "COW"
    seats = table("capitals").filter(pl.col("system") == system)
    wanted = pl.DataFrame({"year": panel.years}, schema={"year": pl.Int16})
    midyear = pl.date("year", 7, 1).is_between("start", "end")
    at = (
        seats.join(wanted, how="cross")
        .filter((pl.col("start").dt.year() <= pl.col("year")) & (pl.col("end").dt.year() >= pl.col("year")))
        .sort("code", "year", midyear.not_(), "start")
        .group_by("code", "year", maintain_order=True)
        .agg(pl.col("latitude", "longitude").first())
        .rename({"latitude": "lat", "longitude": "lon"})
    )
    found = distance(singles(panel, at, system))
    return found.select(pl.col("distance_km").alias("capitals_km"))
