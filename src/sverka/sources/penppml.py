"""Goods trade and the agreements in force between two countries, every fourth year 1964–2016: the penppml data set."""

import polars as pl

from sverka.sources import cow, isocodes
from sverka.sources.shape import Column, Shape, state, year

FILE = "data/trade.rda"
PROVISIONS = (
    *("ad_prov_14", "cp_prov_23", "tbt_prov_07", "tbt_prov_33", "tf_prov_41", "tf_prov_45", "env_prov_18"),
    *("et_prov_38", "inv_prov_22", "ipr_prov_15", "ipr_prov_44", "lm_prov_10", "moc_prov_21", "ser_prov_47"),
    *("ste_prov_30", "cp_prov_26"),
)
_NO_STATE = "a territory, a group, or no state in that year"

SHAPES = {
    "penppml_trade": Shape(
        "penppml_trade",
        "One row an exporter, importer and year. Zeros are missing values as often as no trade (the authors replaced "
        "missing by zero), so a zero is null here; no row says nothing either.",
        (
            Column("exporter", pl.String, "three-letter code, as published"),
            Column("importer", pl.String, "three-letter code, as published"),
            year(),
            state("id1", "the exporter", _NO_STATE),
            state("id2", "the importer", _NO_STATE),
            Column(
                "exports_usd", pl.Float64, "goods exports", "current US dollars", null="zero or missing in the file"
            ),
            Column("agreement_id", pl.Int16, "the World Bank's number of the agreement in force", null="none in force"),
            Column("agreement", pl.String, "its name", null="none in force"),
            *(Column(name, pl.Boolean, "whether the agreement has this provision") for name in PROVISIONS),
        ),
        ("exporter", "importer", "year"),
        (1964, 2016),
    ),
    "penppml_countries": Shape(
        "penppml_countries",
        "One row an ISO code.",
        (
            Column("code", pl.String, "ISO 3166 three-letter code"),
            state(null="a territory, not a state"),
            Column("name", pl.String, "name"),
            Column("region", pl.String, "continent by the United Nations"),
            Column("subregion", pl.String, "part of the continent by the United Nations"),
        ),
        ("code",),
    ),
}


def trade() -> pl.DataFrame:
    """Flows with the agreement between the two countries."""
    agreed = pl.col("agreement").cast(pl.String) != ""
    table = cow.frame(FILE, "trade").select(
        exporter=pl.col("exp").cast(pl.String),
        importer=pl.col("imp").cast(pl.String),
        year=pl.col("time").cast(pl.String).cast(pl.Int16),
        exports_usd=pl.when(pl.col("export") > 0).then("export"),
        agreement_id=pl.when(agreed).then(pl.col("id").cast(pl.Int16)),
        agreement=pl.when(agreed).then(
            pl.col("agreement").cast(pl.String).str.replace_all(r"\s+", " ").str.strip_chars()
        ),
        **{name: pl.col(name) == 1 for name in PROVISIONS},
    )
    table = isocodes.with_state(isocodes.with_state(table, "exporter", "id1"), "importer", "id2")
    return table.select(SHAPES["penppml_trade"].schema.names())


def countries() -> pl.DataFrame:
    """The codes with the United Nations' regions."""
    return cow.frame("data/countries.rda", "countries").select(
        code="iso",
        id=isocodes.today("iso"),
        name=pl.col("name").map_elements(_unescaped, return_dtype=pl.String),
        region=pl.col("region").fill_null(""),
        subregion=pl.col("sub.region").fill_null(""),
    )


def _unescaped(name: str) -> str:
    """`\\u00c5land` as the letter it stands for: R wrote five names with escapes."""
    return name.encode("ascii").decode("unicode_escape") if "\\u" in name else name
