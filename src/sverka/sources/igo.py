"""Who belonged to which intergovernmental organization in which year: Correlates of War IGO 3.0, 1816–2014."""

import polars as pl

from sverka.sources import cow
from sverka.sources.shape import PAIR, PAIR_IDS, Column, Shape, ccode, state, year

MEMBERSHIP = "data/state_year_format3.rda"
ORGANIZATIONS = "data/igo_year_format3.rda"

_STATUS = {1: "full", 2: "associate", 3: "observer", -9: "unknown"}
_COUNT = "number of organizations in which the state is "

SHAPES = {
    "cow_igo": Shape(
        "cow_igo",
        "One row a state, organization and year with a membership, or with status `unknown` (printed -9: the "
        "membership is missing from the data). No row while the organization exists: not a member.",
        (
            ccode(),
            Column("organization", pl.String, "abbreviation of the organization, as in cow_igo_organizations"),
            year(),
            state(),
            Column("status", pl.String, "kind of membership", allowed=tuple(_STATUS.values())),
        ),
        ("ccode", "organization", "year"),
        (1816, 2014),
    ),
    "cow_igo_organizations": Shape(
        "cow_igo_organizations",
        "One row an organization; it existed in every year from `first_year` to `last_year` with a row in cow_igo.",
        (
            Column("organization", pl.String, "abbreviation, lower case, as in cow_igo"),
            Column("name", pl.String, "full name"),
            Column("number", pl.Int16, "Correlates of War number of the organization"),
            Column("first_year", pl.Int16, "first year in the data"),
            Column("last_year", pl.Int16, "last year in the data; 2014 for living ones"),
            Column("dead", pl.Boolean, "whether it ended, was merged or replaced by 2014"),
            Column("political", pl.Boolean, "coded as mainly political or military"),
            Column("social", pl.Boolean, "coded as mainly social"),
            Column("economic", pl.Boolean, "coded as mainly economic"),
        ),
        ("organization",),
    ),
    "cow_igo_dyads": Shape(
        "cow_igo_dyads",
        "One row a pair of states (`ccode1` < `ccode2`) and year in which both were in the system.",
        (*PAIR, year(), *PAIR_IDS, Column("shared", pl.Int16, "organizations in which both are full members")),
        ("ccode1", "ccode2", "year"),
        (1816, 2014),
    ),
    "cow_igo_states": Shape(
        "cow_igo_states",
        "One row a state and year in the system.",
        (
            ccode(),
            year(),
            state(),
            Column("full", pl.Int16, _COUNT + "a full member"),
            Column("associate", pl.Int16, _COUNT + "an associate member"),
            Column("observer", pl.Int16, _COUNT + "an observer"),
            Column("any", pl.Int16, _COUNT + "any of these"),
        ),
        ("ccode", "year"),
        (1816, 2014),
    ),
}


def memberships() -> pl.DataFrame:
    """Memberships, one a row, from the state-year file."""
    wide = cow.frame(MEMBERSHIP, "state_year_format3").drop("row", "state").cast(pl.Int16)
    columns = [
        wide.select("ccode", "year", pl.lit(name).alias("organization"), pl.col(name).alias("code")).filter(
            ~pl.col("code").is_in([0, -1])
        )
        for name in wide.columns[2:]
    ]
    table = pl.concat(columns).with_columns(status=pl.col("code").replace_strict(_STATUS, return_dtype=pl.String))
    return cow.with_ids(table, "ccode", "id").select(SHAPES["cow_igo"].schema.names())


def organizations() -> pl.DataFrame:
    """Organizations, one a row, from the organization-year file; what varies by year is taken from the last year."""
    years = cow.frame(ORGANIZATIONS, "igo_year_format3").sort("ioname", "year")
    return (
        years.group_by(pl.col("ioname").str.to_lowercase().alias("organization"))
        .agg(
            name=pl.col("longorgname").filter(pl.col("longorgname") != "").last(),
            short=pl.col("orgname").last(),
            number=pl.col("ionum").last().cast(pl.Int16),
            first_year=pl.col("year").min().cast(pl.Int16),
            last_year=pl.col("year").max().cast(pl.Int16),
            dead=(pl.max_horizontal("dead", "integrated", "replaced") == 1).last(),
            political=(pl.col("political") == 1).last(),
            social=(pl.col("social") == 1).last(),
            economic=(pl.col("economic") == 1).last(),
        )
        .with_columns(pl.coalesce("name", "short").alias("name"))
        .select(SHAPES["cow_igo_organizations"].schema.names())
    )


def dyads() -> pl.DataFrame:
    """How many organizations two states share, as peacesciencer counted them."""
    table = cow.frame("data/cow_igo_ndy.rda", "cow_igo_ndy").select(
        pl.col("ccode1", "ccode2", "year").cast(pl.Int16), shared=pl.col("dyadigos").cast(pl.Int16)
    )
    return cow.with_pair(table).select(SHAPES["cow_igo_dyads"].schema.names())


def states() -> pl.DataFrame:
    """How many organizations a state belongs to, as peacesciencer counted them."""
    table = cow.frame("data/cow_igo_sy.rda", "cow_igo_sy").select(
        pl.col("ccode", "year").cast(pl.Int16),
        full=pl.col("sum_igo_full").cast(pl.Int16),
        associate=pl.col("sum_igo_associate").cast(pl.Int16),
        observer=pl.col("sum_igo_observer").cast(pl.Int16),
        any=pl.col("sum_igo_anytype").cast(pl.Int16),
    )
    return cow.with_ids(table, "ccode", "id").select(SHAPES["cow_igo_states"].schema.names())
