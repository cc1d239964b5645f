"""The page's own code runs, in order, as a reader would type it."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "gravity.md"


@pytest.mark.slow
def test_the_code_of_the_page_runs(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.S)
    assert len(blocks) >= 6
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, str(PAGE), "exec"), names)
    out = capsys.readouterr().out
    for words in ("Estimate(value=-0.4", "customs_union", "left_out", "What if: EAEU ceases to exist", "RUS supply"):
        assert words in out, words
