"""docs/sources.md is what the catalogue says, and the citations are BibTeX."""

import re
from pathlib import Path

from sverka.sources import catalogue, citing, documentation, mirror, tables

DOCS = Path(__file__).parents[2] / "docs" / "sources.md"


def test_the_page_is_up_to_date() -> None:
    assert DOCS.read_text(encoding="utf-8") == documentation.page(), "type: make docs"


def test_the_page_has_every_source_and_table() -> None:
    page = documentation.page()
    for name in (*catalogue.sources(), *tables.TABLES):
        assert f"\n### {name}\n" in page


def test_bibtex_of_everything_balances_and_names_each_entry_once() -> None:
    printed = citing.bibtex(catalogue.sources())
    keys = re.findall(r"^@\w+\{([^,]+),$", printed, re.MULTILINE)
    assert len(keys) == len(set(keys))
    assert set(catalogue.sources()) <= set(keys)
    assert printed.count("{") == printed.count("}")
    assert {key for source in catalogue.sources().values() for key in source.references} == set(citing.references())


def test_the_text_says_what_the_producers_ask_for() -> None:
    said = citing.text(["desta", "cow-minimum-distance"])
    assert "Review of International Organizations 9(3): 353–375" in said
    assert "CShapes 2.0" in said
    assert mirror.published("data/cow_mindist.rda").commit[:10] in said
