"""docs/panels.md, written from the docstrings of the groups of columns: `python -m sverka.panel.documentation`."""

import inspect
import sys

from sverka.panel.frame import dyads, states
from sverka.panel.groups import GROUPS

HEAD = """# Panels

Written by `make docs` from the docstrings of `src/sverka/panel/`; do not edit by hand.

A panel is a table of dyad-years or state-years, to which groups of columns are added by name.

```sh
sverka sources pull --all
sverka panel dyads 1816/2020 --with trade,alliances,votes -o panel.parquet     # or .csv, or .dta (needs sverka[stata])
sverka panel states 1990/2020 --system ISO --with gdp,leaders -o states.csv --notes decisions.csv
```

```python
from sverka.panel import dyads

panel = dyads(range(1990, 2021), directed=False, system="COW").add("trade", "votes")
panel.table    # polars
panel.notes    # what was decided on the way, one sentence each
```

Three rules hold in every column:

- **Null is not covered, zero or false is a recorded absence.** Years outside a source, and states without a code in the
  system that the source uses, are null; no alliance in a year that the list covers is false.
- **Rows are states alive.** A state has a row in every year in which it lived on some day, a pair in every year in
  which both lived on one and the same day – by the life-spans of the record (`state_spans`), which are those of the
  lists. The row counts are those that peacesciencer documents (`benchmarks/panel_against_peacesciencer.md`).
- **Codes are converted at the date, and every ambiguity is reported.** The year in which a code changed hands
  belongs to the state of 1 July (code 365 in 1991: the Soviet Union). Where several codes of a source stand for one
  state in a year (Germany in 1990), the one of 1 July, then the one with more days, is taken; where one stands for
  two rows, both have its values. Each such decision, and each state without a code, is a note.
"""


def page() -> str:
    """The whole page."""
    rows = [f"### `{make.__name__}{_names(make)}`\n\n{_text(make)}\n" for make in (dyads, states)]
    groups = [f"### {name}\n\n{_text(add)}\n" for name, add in GROUPS.items()]
    return "\n".join([HEAD, "## Rows\n", *rows, "## Groups of columns\n", *groups])


def _names(function: object) -> str:
    return f"({', '.join(inspect.signature(function).parameters)})"  # type: ignore[arg-type]


def _text(function: object) -> str:
    lines: list[str] = []
    for line in (inspect.getdoc(function) or "").splitlines():
        if set(line) == {"-"}:
            lines[-1] = f"*{lines[-1]}*\n"
        elif " : " in line and not line.startswith(" "):
            name, _, meaning = line.partition(" : ")
            lines.append(f"- `{name}`: {meaning}")
        else:
            lines.append(line)
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(page())
