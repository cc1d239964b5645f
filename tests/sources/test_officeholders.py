"""Office-holders: every repository has its state, repeated rows are kept once, gaps stay gaps."""

from collections.abc import Callable

import polars as pl
import pytest

from sverka.sources import mirror, officeholders

Tidy = Callable[[str], pl.DataFrame]


def test_every_repository_is_about_a_state_or_the_world() -> None:
    holders = {e.repository for e in mirror.registry() if e.path == "html/holders21.csv"}
    about = {officeholders.state_of(repository) for repository in holders}
    assert len(holders) == 60
    assert len(about - {None}) == 59
    assert {name for name in holders if officeholders.state_of(name) is None} == {"every-politician-scrapers/world"}
    assert "DEU" not in about


def test_terms_and_gaps(tidy: Tidy) -> None:
    table = tidy("officeholders")
    premiers = table.filter((pl.col("id") == "KAZ") & (pl.col("position") == "Prime Minister")).sort("start")
    assert ("Askar Mamin", "2019-02-21", "2022-01-05") in premiers.select("person", "start", "end").rows()
    starts = [int(text[:4]) for text in premiers["start"]]
    assert not [year for year in starts if 2003 <= year < 2012]
    assert table.is_unique().all()


@pytest.mark.parametrize("witness", ["wikidata", "wikipedia"])
def test_leaders_of_2021(tidy: Tidy, witness: str) -> None:
    leaders = tidy("world_leaders").filter((pl.col("witness") == witness) & (pl.col("country") == "Kazakhstan"))
    assert ("President of Kazakhstan", "Kassym-Jomart Tokayev", 2019) in leaders.select(
        "position", "person", "start_year"
    ).rows()
    assert tidy("foreign_ministers").height == 217
