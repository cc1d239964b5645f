"""How far states are from each other: nearest points of their territories by year, and CEPII's distances of cities."""

import polars as pl

from sverka.sources import cow, isocodes
from sverka.sources.shape import PAIR, PAIR_IDS, Column, Shape, state, year

_TIES = {
    "contiguous": ("contig", "share a border"),
    "common_language": ("comlang_off", "share an official language"),
    "common_language_spoken": ("comlang_ethno", "share a language spoken by at least 9 % in both"),
    "colony": ("colony", "were ever in a colonial relationship"),
    "common_colonizer": ("comcol", "had the same colonizer after 1945"),
    "current_colony": ("curcol", "are in a colonial relationship now"),
    "colony_after_1945": ("col45", "were in a colonial relationship after 1945"),
    "same_country": ("smctry", "were or are the same country"),
}
_DISTANCES = {
    "km": ("dist", "between the largest cities"),
    "km_capitals": ("distcap", "between the capitals"),
    "km_weighted": ("distw", "between cities, weighted by population, arithmetic mean"),
    "km_weighted_ces": ("distwces", "between cities, weighted by population, harmonic mean"),
}
_MISSING = "CEPII has no population of cities there"

SHAPES = {
    "min_distance": Shape(
        "min_distance",
        "One row a pair of states (`ccode1` < `ccode2`) and year; both were in the system on 1 January.",
        (
            *PAIR,
            year(),
            *PAIR_IDS,
            Column(
                "km", pl.Float64, "distance between the nearest points of the territories on 1 January", "kilometres"
            ),
        ),
        ("ccode1", "ccode2", "year"),
        (1886, 2019),
    ),
    "cepii_distance": Shape(
        "cepii_distance",
        "One row an ordered pair of countries or territories, a country with itself too; no time: borders of 2004.",
        (
            Column("origin", pl.String, "three-letter code of the first, as published"),
            Column("destination", pl.String, "three-letter code of the second, as published"),
            state("id1", "the first", "a territory, not a state"),
            state("id2", "the second", "a territory, not a state"),
            *(
                Column(name, pl.Float64, meaning, "kilometres", null=_MISSING if "weighted" in name else "")
                for name, (_, meaning) in _DISTANCES.items()
            ),
            *(Column(name, pl.Boolean, f"whether the two {meaning}") for name, (_, meaning) in _TIES.items()),
        ),
        ("origin", "destination"),
    ),
    "cepii_places": Shape(
        "cepii_places",
        "One row a main city or capital of a country or territory; countries with two capitals have two rows.",
        (
            Column("country", pl.String, "three-letter code, as published"),
            Column("city", pl.String, "name of the city"),
            state(null="a territory, not a state"),
            Column("name", pl.String, "name of the country"),
            Column("area", pl.Float64, "area of the country", "square kilometres"),
            Column("km_inside", pl.Float64, "distance within the country: 0.67 × root of area over pi", "kilometres"),
            Column("landlocked", pl.Boolean, "whether the country has no coast"),
            Column("continent", pl.String, "continent"),
            Column("latitude", pl.Float64, "latitude of the city", "degrees"),
            Column("longitude", pl.Float64, "longitude of the city", "degrees"),
            Column("capital", pl.Int8, "1 the capital, 2 a further capital, 0 not the capital"),
        ),
        ("country", "city", "capital"),
    ),
}


def minimum() -> pl.DataFrame:
    """Distance between the nearest points of two territories, as computed from CShapes 2.0."""
    table = cow.frame("data/cow_mindist.rda", "cow_mindist").select(
        pl.col("ccode1", "ccode2", "year").cast(pl.Int16), km="mindist"
    )
    return cow.with_pair(table).select(SHAPES["min_distance"].schema.names())


def cepii() -> pl.DataFrame:
    """CEPII GeoDist: distances and ties of pairs."""
    published = cow.frame("data/dist_cepii.rda", "dist_cepii")
    return published.select(
        origin="iso_o",
        destination="iso_d",
        id1=isocodes.today("iso_o"),
        id2=isocodes.today("iso_d"),
        **{
            name: pl.when(pl.col(theirs).cast(pl.String) != ".").then(pl.col(theirs)).cast(pl.Float64)
            for name, (theirs, _) in _DISTANCES.items()
        },
        **{name: pl.col(theirs) == 1 for name, (theirs, _) in _TIES.items()},
    )


def places() -> pl.DataFrame:
    """CEPII GeoDist: the cities from which distances are measured."""
    return cow.frame("data/geo_cepii.rda", "geo_cepii").select(
        country="iso3",
        city="city_en",
        id=isocodes.today("iso3"),
        name="country",
        area="area",
        km_inside="dis_int",
        landlocked=pl.col("landlocked") == 1,
        continent="continent",
        latitude="lat",
        longitude="lon",
        capital=pl.col("cap").cast(pl.Int8),
    )
