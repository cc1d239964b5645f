"""docs/panels.md is what the docstrings say, and names every column that a group adds."""

from pathlib import Path

import pytest

from sverka.panel import GROUPS, dyads, states
from sverka.panel.documentation import page

PAGE = Path(__file__).parents[2] / "docs" / "panels.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "type: make docs"


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("name", list(GROUPS))
def test_every_column_is_named_in_its_groups_docstring(name: str) -> None:
    text = GROUPS[name].__doc__ or ""
    for panel in (dyads([2010]), states([2010])):
        if name == "distance" and panel.unit == "states":
            continue
        for column in set(panel.add(name).table.columns) - set(panel.table.columns):
            stem = column.rstrip("12")
            assert f"`{column}`" in text or f"`{stem}`" in text, column
