"""docs/measures.md is what the docstrings say, and every measure says what it must."""

import inspect
from pathlib import Path

import pytest

import sverka.measures as room
from sverka.measures.documentation import FAMILIES, page

PAGE = Path(__file__).parents[2] / "docs" / "measures.md"
MEASURES = [measure for family in FAMILIES.values() for measure in family]


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "type: make docs"


def test_every_exported_function_is_on_the_page() -> None:
    exported = {name for name in room.__all__ if inspect.isfunction(getattr(room, name))}
    assert exported == {measure.__name__ for measure in MEASURES}


@pytest.mark.parametrize(
    "measure",
    [m for m in MEASURES if m.__name__ not in ("flows", "portfolio", "vote_positions")],
    ids=lambda measure: measure.__name__,
)
def test_a_measure_says_its_edge_cases_and_whose_it_is(measure: object) -> None:
    text = inspect.getdoc(measure) or ""
    assert "Edge cases:" in text
    assert "Reference:" in text
