"""How far a state's own trade figures lie from its partners' and from compiled ones: `python -m benchmarks mirrors`.

Where only a stand-in is at hand, a claim contradicts it only beyond `sverka.checking.trade.SLACK`; this is why.
"""

import polars as pl

from sverka.checking.trade import SLACK
from sverka.sources import trade

#: Smaller flows are a few consignments, and anything can be said of them.
_LEAST = 20e6
_QUANTILES = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)


def main() -> None:
    """Print quantiles of own figure over stand-in: whole years, single partners, flows of 20 million dollars on."""
    own = trade._latest().filter(
        (pl.col("month_from") == 1) & (pl.col("month_to") == 12) & ~pl.col("partner").is_in(trade._NOT_STATES)
    )
    exports, imports = (own.filter(pl.col("flow") == flow) for flow in ("exports", "imports"))
    compiled = trade.table("cow_trade").select("reporter", "partner", "year", "value_usd")
    same, turned = ["reporter", "partner", "year"], ["partner", "reporter", "year"]
    print(f"{'own figure over stand-in':34}{'pairs':>7}" + "".join(f"{q:>8.0%}" for q in _QUANTILES) + "  within")
    _row("exports over partner's imports", exports.join(imports, left_on=same, right_on=turned), "exports")
    _row("exports over compiled", exports.join(compiled, left_on=same, right_on=turned), "exports")
    _row("imports over compiled", imports.join(compiled, on=same), "imports")


def _row(name: str, pairs: pl.DataFrame, flow: str) -> None:
    known = pairs.filter((pl.col("value_usd") >= _LEAST) & (pl.col("value_usd_right") > 0))
    ratio = known["value_usd"] / known["value_usd_right"]
    within = ((ratio <= SLACK[flow]) & (ratio >= 1 / SLACK[flow])).mean()
    quantiles = "".join(f"{ratio.quantile(q):8.2f}" for q in _QUANTILES)
    print(f"{name:34}{len(known):7}{quantiles}  {within:.0%} within {SLACK[flow]:g} times")
