"""Trade intensity: whether a state sells to a partner more than the partner's weight in world trade would suggest."""

import polars as pl

from sverka.measures.flows import WORLD, need


def trade_intensity(flows: pl.DataFrame) -> pl.DataFrame:
    """One row an exporter and partner: `intensity` and `intensity_gross`; 1 is neutral, no unit.

    intensity = (x_ij / X_i) / (M_j / (W − M_i)): the partner's share in i's exports over its share in all imports other
    than i's own, since i cannot sell to itself. intensity_gross = (x_ij / X_i) / (M_j / W), as WITS prints it. x_ij are
    exports of i to j, X_i = Σ_j x_ij, M_j = Σ_i x_ij, W = Σ_i X_i, all from the column `exports` of all reporters.

    Edge cases: null exports are left out of every sum, so the table should cover (nearly) the world; a null pair stays
    null, a recorded zero gives 0; null where a denominator is zero.

    Reference: Kojima, K. 1964. The Pattern of International Trade among Advanced Countries. Hitotsubashi Journal of
    Economics 5(1): 16–36; World Bank, WITS: Trade Intensity Index.
    """
    need(flows, "reporter", "partner", "year", "exports")
    pairs = flows.filter(pl.col("partner") != WORLD).select("reporter", "partner", "year", "exports")
    imports = pairs.group_by("partner", "year").agg(pl.col("exports").sum().alias("M"))
    own = imports.rename({"partner": "reporter", "M": "own"})
    weight = pl.col("exports") / pl.col("exports").sum().over("reporter", "year")
    table = (
        pairs.with_columns(pl.col("exports").sum().over("year").alias("W"), weight.alias("weight"))
        .join(imports, on=["partner", "year"], how="left", maintain_order="left")
        .join(own, on=["reporter", "year"], how="left", maintain_order="left")
        .with_columns(pl.col("own").fill_null(0.0))
    )
    return table.select(
        "reporter",
        "partner",
        "year",
        _finite(pl.col("weight") / (pl.col("M") / (pl.col("W") - pl.col("own")))).alias("intensity"),
        _finite(pl.col("weight") / (pl.col("M") / pl.col("W"))).alias("intensity_gross"),
    )


def _finite(value: pl.Expr) -> pl.Expr:
    return pl.when(value.is_finite()).then(value)
