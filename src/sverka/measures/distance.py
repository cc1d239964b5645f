"""Distance between two points on the globe, as the crow flies."""

import polars as pl

from sverka.measures.flows import need

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth (IUGG, 1980: (2a + b) / 3)."""


def distance(table: pl.DataFrame) -> pl.DataFrame:
    """Add `distance_km`: great-circle distance between `lat1`, `lon1` and `lat2`, `lon2` (decimal degrees).

    haversine: h = sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2), d = 2 R arcsin √h, R = 6371.0088 km; between 0 and 20,015 km.

    Edge cases: null where a coordinate is null. The Earth is taken as a sphere, off by at most 0.6 % from the ellipsoid
    of WGS 84.

    Reference: Sinnott, R. W. 1984. Virtues of the Haversine. Sky and Telescope 68(2): 159.
    """
    need(table, "lat1", "lon1", "lat2", "lon2")
    lat1, lon1, lat2, lon2 = (pl.col(name).radians() for name in ("lat1", "lon1", "lat2", "lon2"))
    h = ((lat2 - lat1) / 2).sin() ** 2 + lat1.cos() * lat2.cos() * ((lon2 - lon1) / 2).sin() ** 2
    return table.with_columns((2 * EARTH_RADIUS_KM * h.clip(0, 1).sqrt().arcsin()).alias("distance_km"))
