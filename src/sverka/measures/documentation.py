"""docs/measures.md, written from the measures' own docstrings: `python -m sverka.measures.documentation`."""

import inspect
import sys
from collections.abc import Callable
from typing import Any

import sverka.measures as room

HEAD = """# Measures

Written by `make docs` from the docstrings of `src/sverka/measures/`; do not edit by hand.

A measure is a function from a table to a table (polars). It knows no source and no panel: give it columns of the
names it asks for. Missing is not zero in any of them.

```python
from sverka.measures import dependence, partner_rank
from sverka.panel import dyads, flow_table

table = flow_table(dyads([2013]).add("trade"))        # reporter, partner, year, exports, imports
partner_rank(dependence(table), by="dependence")      # who depends on whom, and how far ahead the first partner is
```
"""

FAMILIES: dict[str, tuple[Callable[..., Any], ...]] = {
    "Trade": (
        room.flows,
        room.turnover,
        room.shares,
        room.partner_rank,
        room.concentration,
        room.trade_intensity,
        room.introversion,
        room.revealed_preference,
        room.dependence,
        room.gdp_dependence,
        room.asymmetry,
        room.openness,
    ),
    "Votes and similarity": (
        room.vote_agreement,
        room.vote_positions,
        room.signorino_ritter,
        room.cohen_kappa,
        room.scott_pi,
    ),
    "Organizations, alliances, treaties, visits": (
        room.shared_organizations,
        room.alliance_commitment,
        room.portfolio,
        room.defence_obligations,
        room.treaty_count,
        room.visit_balance,
    ),
    "Geography": (room.distance,),
}


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for family, measures in FAMILIES.items():
        parts += [f"## {family}\n", *(section(measure) for measure in measures)]
    return "\n".join(parts)


def section(function: Callable[..., Any]) -> str:
    """A heading with the signature, the module's idea, and the docstring with its parameters as a list."""
    idea = (sys.modules[function.__module__].__doc__ or "").split("\n\n")[0].replace("\n", " ")
    names = ", ".join(inspect.signature(function).parameters)
    body: list[str] = []
    for line in inspect.getdoc(function).splitlines():  # type: ignore[union-attr]
        if set(line) == {"-"}:
            body[-1] = f"*{body[-1]}*\n"
        elif " : " in line and not line.startswith(" "):
            name, _, meaning = line.partition(" : ")
            body.append(f"- `{name}`: {meaning}")
        elif line.startswith(">>>") and "```python" not in body:
            body += [
                "```python",
                ">>> import polars as pl",
                f">>> from sverka.measures import {function.__name__}",
                line,
            ]
        else:
            body.append(line)
    if "```python" in body:
        body.append("```")
    return "\n".join([f"### `{function.__name__}({names})`\n", f"*{idea}*\n", *body, ""])


if __name__ == "__main__":
    sys.stdout.write(page())
