"""Agreement columns: trade agreements signed, and in force, between two states (DESTA)."""

import polars as pl

from sverka.panel.frame import Panel
from sverka.panel.matching import notes, pairs, singles
from sverka.sources.store import table

_YEARS = (1948, 2020)
_MAKING = ("base_treaty", "accession", "consolidated")


def with_agreements(panel: Panel) -> Panel:
    """Dyads: `agreements_signed` and `agreements_in_force`, numbers of base treaties that tie the two. States: the
    numbers of partners, `agreement_partners_signed` and `agreement_partners_in_force`.

    Zero is a recorded absence within DESTA's years, 1948–2020; null is other years. Later protocols and
    consolidations of a treaty count as the treaty; a treaty replaced by another counts until somebody withdraws from
    it, since DESTA dates withdrawals only. In force leaves out treaties whose entry into force DESTA does not know.
    """
    told = notes(panel, "id", "agreements", "DESTA", _YEARS)
    counts = [
        _counted(panel, moment, name)
        for moment, name in (("signed", "agreements_signed"), ("in_force", "agreements_in_force"))
    ]
    inside = panel.table["year"].is_between(*_YEARS)
    columns = [pairs(panel, count, "id") if panel.unit == "dyads" else _partners(panel, count) for count in counts]
    table_ = pl.concat(columns, how="horizontal")
    return panel.having(table_.select(pl.when(inside).then(pl.all().fill_null(0)).cast(pl.Int16)), *told)


def _counted(panel: Panel, moment: str, name: str) -> pl.DataFrame:
    """Pairs of ids and years with the number of base treaties that tie them."""
    entries = table("desta").drop_nulls(["id", moment]).rename({moment: "from"})
    made = _tied(entries.filter(pl.col("entry_type").is_in(_MAKING))).agg(pl.col("from").min())
    left = _tied(entries.filter(pl.col("entry_type") == "withdrawal")).agg(pl.col("from").max().alias("left"))
    spells = made.join(left, on=["code1", "code2", "base_treaty"], how="left").with_columns(
        pl.when(pl.col("left") >= pl.col("from")).then(pl.col("left") - 1).otherwise(_YEARS[1]).alias("to")
    )
    span = pl.int_ranges(pl.col("from").clip(_YEARS[0]), pl.col("to") + 1, dtype=pl.Int16)
    wanted = panel.years
    return (
        spells.select("code1", "code2", year=span)
        .explode("year")
        .filter(pl.col("year").is_in(wanted))
        .group_by("code1", "code2", "year")
        .agg(pl.len().alias(name))
    )


def _tied(entries: pl.DataFrame) -> "pl.dataframe.group_by.GroupBy":
    """Pairs that an entry ties: all its members if none has a side, else those on different sides.

    In a treaty between a bloc and an outsider one of the two has side 0 and the other side 1: it ties each member to
    the outsider, and no two members to each other. Where others have a side, one whose side is unknown ties to nobody.
    """
    members = entries.select("number", "base_treaty", "id", "side", "from")
    members = members.with_columns((pl.col("side").fill_null(0).max().over("number") == 0).alias("open"))
    tied = pl.col("open") | (pl.col("side") != pl.col("side_right")).fill_null(False)
    return (
        members.join(members.select("number", "id", "side"), on="number")
        .filter((pl.col("id") < pl.col("id_right")) & tied)
        .group_by(code1="id", code2="id_right", base_treaty="base_treaty")
    )


def _partners(panel: Panel, count: pl.DataFrame) -> pl.DataFrame:
    name = count.columns[-1].replace("agreements", "agreement_partners")
    ways = [count.select(code=f"code{side}", year="year") for side in "12"]
    return singles(panel, pl.concat(ways).group_by("code", "year").agg(pl.len().alias(name)), "id")
