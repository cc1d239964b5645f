"""World Bank nominal GDP in current US dollars, 1960–2023: states, and the Bank's own groups kept apart."""

import csv

import polars as pl

from sverka.sources import mirror
from sverka.sources.shape import Column, Shape, year
from sverka.sources.tidy import a1, number

FILE = "data/gdp.csv"

_GROUPS = """
AFE AFW ARB CEB CHI CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX LAC LCN LDC LIC LMC LMY LTE MEA MIC
MNA NAC OED OSS PRE PSS PST SAS SSA SSF SST TEA TEC TLA TMN TSA TSS UMC WLD
"""
GROUPS = frozenset(_GROUPS.split())
"""World Bank codes that are not states or territories with an ISO code. Their members are today's, projected back."""

IDS = {"EUU": "EU"}

SHAPES = {
    "gdp": Shape(
        "gdp",
        "One row a state (or group of states) and year with a published figure; no row means not published.",
        (
            Column("id", pl.String, "id of the state, or the Bank's code of a group (`EU` for EUU)"),
            year(),
            Column("kind", pl.String, "state or group", allowed=("state", "group")),
            Column("value_usd", pl.Float64, "gross domestic product at market exchange rates", "current US dollars"),
            Column("label", pl.String, "name, as published"),
            Column("file", pl.String, "path of the published file"),
            Column("cell", pl.String, "cell of the published file"),
        ),
        ("id", "year"),
        (1960, 2023),
    )
}


def table() -> pl.DataFrame:
    """The rows of `annual` in the order of the declared columns."""
    return annual().select(SHAPES["gdp"].schema.names())


def annual() -> pl.DataFrame:
    """Columns `id`, `kind` (`state` or `group`), `year`, `value_usd`, `label`, `file`, `cell`."""
    with mirror.open_path(FILE).open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    return pl.DataFrame(
        [
            (IDS.get(code, code), "group" if code in GROUPS else "state", int(year), value, name, FILE, a1(i, 3))
            for i, (name, code, year, text) in enumerate(rows[1:], start=1)
            if (value := number(text)) is not None
        ],
        schema={
            "id": pl.String,
            "kind": pl.String,
            "year": pl.Int16,
            "value_usd": pl.Float64,
            "label": pl.String,
            "file": pl.String,
            "cell": pl.String,
        },
        orient="row",
    ).sort("id", "year")
