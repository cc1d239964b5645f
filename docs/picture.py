"""Draw docs/check.svg, the picture in the README: what fails in the article that `make run` checks."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI

from sverka.checking.finding import Verdict
from sverka.cli.texts import text_of
from sverka.reading.reader import read
from sverka.reports.report import make
from sverka.reports.terminal import show

ROOT = Path(__file__).parents[1]
SHOWN = 6


def main() -> None:
    """Write the picture beside this file: every claim that fails, and the first that hold."""
    source = text_of(str(ROOT / "examples" / "kazakhstan-trade.txt"))
    report = make(read(source.text, source.published))
    failing = [c for c in report.checked if c.finding.verdict == Verdict.FAILS]
    others = [c for c in report.checked if c.finding.verdict == Verdict.HOLDS]
    console = Console(record=True, width=112, file=StringIO(), force_terminal=True)
    show(replace(report, checked=(*failing[:2], *others[: SHOWN - 2])), console)
    console.save_svg(str(ROOT / "docs" / "check.svg"), title="sverka check", theme=DIMMED_MONOKAI)


if __name__ == "__main__":
    main()
