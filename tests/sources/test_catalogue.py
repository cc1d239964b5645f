"""Every source can be found, cited, and says what it leaves out, in both languages."""

import re

import pytest

from sverka.errors import SourceError
from sverka.sources import catalogue, mirror
from sverka.sources.trade import table


def test_every_source_of_the_snapshot_is_in_the_catalogue() -> None:
    used = set(table("trade")["source"].unique())
    assert used | {"cow-trade", "world-bank-gdp", "cow-nmc"} <= set(catalogue.sources())


def test_every_file_of_the_registry_belongs_to_one_source() -> None:
    listed = [mirror.published(path) for source in catalogue.sources().values() for path in source.files]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(mirror.registry())


@pytest.mark.parametrize("name", list(catalogue.sources()))
def test_an_entry_is_whole_in_both_languages(name: str) -> None:
    entry = catalogue.source(name)
    for english, russian in (
        (entry.producer, entry.producer_ru),
        (entry.title, entry.title_ru),
        (entry.caveats, entry.caveats_ru),
        (entry.not_covered, entry.not_covered_ru),
        *((note.text, note.text_ru) for note in entry.notes),
    ):
        assert not re.search("[а-яё]", english, re.IGNORECASE), english
        assert re.search("[а-яё]", russian, re.IGNORECASE), russian
    assert entry.citation
    assert entry.licence
    assert entry.unit
    assert entry.partners in ("all", "main", "some", "none")
    assert entry.as_of[:4] == str(entry.last_year) or entry.published
    assert re.fullmatch("[0-9a-f]{40}", entry.version)
    assert all(address.startswith("https://") and " " not in address for address in entry.addresses)
    assert all(note.first_year <= note.last_year for note in entry.notes)


def test_years_and_reporters_are_those_of_the_tables() -> None:
    for (name,), rows in table("trade").group_by("source"):
        entry = catalogue.source(str(name))
        assert (rows["year"].min(), rows["year"].max()) == (entry.first_year, entry.last_year)
        assert tuple(rows["reporter"].unique()) == entry.reporters


def test_known_artefacts_are_found_by_pair_and_year() -> None:
    source = catalogue.source("cow-trade")
    assert [note.kind for note in source.notes_on("RUS", "BLR", 2011)] == ["artefact"]
    assert [note.kind for note in source.notes_on("RUS", "KAZ", 2010)] == ["artefact"]
    assert source.notes_on("RUS", "KAZ", 2013) == ()


def test_an_unknown_source_lists_the_known_ones() -> None:
    with pytest.raises(SourceError, match="russia-annual"):
        catalogue.source("comtrade")
