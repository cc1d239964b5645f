"""Compiled data: Correlates of War trade and capabilities, World Bank GDP, votes in the General Assembly."""

from datetime import date

import polars as pl
import pytest

from sverka.sources import capabilities, cow, cow_trade, gdp, russia, un_votes

pytestmark = pytest.mark.usefixtures("published_files")


@pytest.fixture(scope="module")
def flows() -> pl.DataFrame:
    return cow_trade.directed()


@pytest.fixture(scope="module")
def votes() -> pl.DataFrame:
    return un_votes.votes()


def imports(flows: pl.DataFrame, buyer: str, seller: str, year: int) -> float:
    rows = flows.filter((pl.col("reporter") == buyer) & (pl.col("partner") == seller) & (pl.col("year") == year))
    return float(rows["value_usd"].item())


def test_flow1_is_what_the_first_state_imported(flows: pl.DataFrame) -> None:
    published = cow.frame(cow_trade.FILE, cow_trade.FRAME)
    row = published.filter((pl.col("ccode1") == 365) & (pl.col("ccode2") == 705) & (pl.col("year") == 2013))
    assert imports(flows, "RUS", "KAZ", 2013) == row["flow1"].item() * 1e6 == 5_887e6
    assert imports(flows, "KAZ", "RUS", 2013) == row["flow2"].item() * 1e6 == 19_395e6
    customs = russia.annual().filter((pl.col("partner") == "KAZ") & (pl.col("year") == 2013))
    assert dict(customs.select("flow", "value_usd").rows()) == {"imports": 5_980e6, "exports": 17_678e6}


def test_every_positive_flow_is_kept_and_no_other(flows: pl.DataFrame) -> None:
    published = cow.frame(cow_trade.FILE, cow_trade.FRAME)
    assert flows.height == (published["flow1"] > 0).sum() + (published["flow2"] > 0).sum()
    assert (flows["value_usd"] > 0).all()
    assert not flows.select(pl.struct("reporter", "partner", "year").is_duplicated()).to_series().any()


def test_rows_and_columns_point_at_the_published_number(flows: pl.DataFrame) -> None:
    published = cow.frame(cow_trade.FILE, cow_trade.FRAME)
    for row in flows.sample(200, seed=2014).rows(named=True):
        line = published.row(row["row"] - 1, named=True)
        assert line[f"flow{row['column']}"] * 1e6 == row["value_usd"]
        assert line["year"] == row["year"]


def test_the_zeros_of_1992_are_no_rows(flows: pl.DataFrame) -> None:
    pair = flows.filter((pl.col("reporter") == "RUS") & (pl.col("partner") == "KAZ"))
    assert pair["year"].min() == 1994


def test_artefacts_are_flagged_and_the_only_ones_off_by_a_third(flows: pl.DataFrame) -> None:
    """Against the Russian customs service, its imports from all six neighbours, 1994–2014 (small Uzbek 2003 apart)."""
    customs = russia.annual().filter(pl.col("flow") == "imports").select("partner", "year", customs="value_usd")
    both = flows.filter(pl.col("reporter") == "RUS").join(customs, on=["partner", "year"])
    ratio = pl.col("value_usd") / pl.col("customs")
    off = both.filter((ratio < 2 / 3) | (ratio > 1.5)).filter(pl.col("partner") != "UZB")
    assert set(off.select("partner", "year").rows()) == {("KAZ", 2010), ("KAZ", 2011), ("BLR", 2006), ("BLR", 2011)}
    assert set(off["status"]) == {"artefact"}
    flagged = flows.filter(pl.col("status") == "artefact")
    assert flagged.height == 6


def test_a_code_is_the_state_that_held_it(flows: pl.DataFrame) -> None:
    held = dict(cow.codes().filter(pl.col("code") == 365).select("year", "id").rows())
    assert (held[1910], held[1950], held[1991], held[1992]) == ("RUS", "SUN", "SUN", "RUS")
    assert imports(flows, "DEU", "SUN", 1991) > 0
    assert flows.filter((pl.col("reporter") == "RUS") & pl.col("year").is_between(1923, 1991)).is_empty()


def test_gdp_keeps_groups_of_states_apart() -> None:
    table = gdp.annual()
    russia_2021 = table.filter((pl.col("id") == "RUS") & (pl.col("year") == 2021)).row(0, named=True)
    assert russia_2021["value_usd"] == pytest.approx(1.843e12, rel=1e-3)
    assert russia_2021["kind"] == "state"
    assert set(table.filter(pl.col("id").is_in(["WLD", "EU", "ECS", "HIC"]))["kind"]) == {"group"}
    states = table.filter((pl.col("kind") == "state") & (pl.col("year") == 2021))
    world = table.filter((pl.col("id") == "WLD") & (pl.col("year") == 2021))["value_usd"].item()
    assert states["value_usd"].sum() == pytest.approx(world, rel=0.02)  # Taiwan and others are not printed


def test_gdp_cells_point_at_their_line() -> None:
    from sverka.sources import mirror

    lines = mirror.open_path(gdp.FILE).read_text(encoding="utf-8-sig").splitlines()
    for row in gdp.annual().sample(200, seed=1).rows(named=True):
        assert float(lines[int(row["cell"][1:]) - 1].rsplit(",", 1)[1]) == row["value_usd"]


def test_population_is_in_persons_and_the_soviet_union_ends_with_1990() -> None:
    table = capabilities.annual()
    found = dict(
        table.filter(pl.col("id").is_in(["RUS", "SUN"]) & pl.col("year").is_in([1990, 1991, 2022]))
        .select("year", pl.struct("id", "population"))
        .rows()
    )
    assert found == {
        1990: {"id": "SUN", "population": 281_344_000},
        1991: {"id": "RUS", "population": 148_245_000},
        2022: {"id": "RUS", "population": 145_580_000},
    }
    assert table["year"].max() == 2022
    assert (
        table.filter(pl.col("year") < 1914)["military_usd"].null_count() == table.filter(pl.col("year") < 1914).height
    )
    assert not table.select(pl.struct("id", "year").is_duplicated()).to_series().any()


def test_the_vote_on_the_territorial_integrity_of_ukraine_is_as_recorded(votes: pl.DataFrame) -> None:
    """A/RES/68/262 of 27 March 2014: 100 for, 11 against, 58 abstentions, 24 absent."""
    resolution = votes.filter(pl.col("resolution") == "A/RES/68/262")
    assert dict(resolution["vote"].value_counts().rows()) == {"yes": 100, "no": 11, "abstain": 58, "absent": 24}
    cast = dict(resolution.select("state", "vote").rows())
    assert [cast[state] for state in ("RUS", "BLR", "ARM", "KAZ", "UZB", "KGZ", "UKR")] == [
        *("no", "no", "no", "abstain", "abstain", "absent", "yes")
    ]
    assert set(resolution["date"]) == {date(2014, 3, 27)}


def test_a_soviet_vote_is_not_russias(votes: pl.DataFrame) -> None:
    assert date(1991, 12, 1) < votes.filter(pl.col("state") == "SUN")["date"].max() < date(1991, 12, 26)
    assert votes.filter(pl.col("state") == "RUS")["date"].min() > date(1991, 12, 26)
    assert not votes.select(pl.struct("state", "rcid").is_duplicated()).to_series().any()


def test_one_states_votes_are_the_same_as_among_all(votes: pl.DataFrame) -> None:
    assert un_votes.votes("KAZ").equals(votes.filter(pl.col("state") == "KAZ"))
