"""Panels over HTTP: built in a process of their own, one at a time, bounded, and gone when it is done.

`python -m sverka.web.panels UNIT YEARS WITH SYSTEM DIRECTED` writes CSV; exit code 2 with one line on stderr otherwise.
"""

import asyncio
import subprocess
import sys
from dataclasses import dataclass

from sverka.errors import InputError, SverkaError
from sverka.web.refusals import Refusal

#: Rows of one panel, as the number of states on Earth makes them at most.
MOST_ROWS = 400_000
_STATES = 200
_SECONDS = 120
_ONE = asyncio.Semaphore(1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A panel as asked for; see `sverka panel --help`."""

    unit: str
    years: str
    groups: str
    system: str
    directed: bool


async def made(wanted: Wanted) -> bytes:
    """The panel as CSV; Refusal where it would be too large, or the data are not here."""
    first, last = years(wanted.years)
    a_year = _STATES if wanted.unit == "states" else _STATES * (_STATES - 1) // (1 if wanted.directed else 2)
    if (last - first + 1) * a_year > MOST_ROWS:
        raise Refusal("panel", 413, years=max(1, MOST_ROWS // a_year))
    async with _ONE:
        return await asyncio.to_thread(_built, wanted)


def years(text: str) -> tuple[int, int]:
    """`2010/2014` or `2014` as first and last year; Refusal where it is neither.

    >>> years("2010/2014"), years("2014")
    ((2010, 2014), (2014, 2014))
    """
    parts = text.split("/")
    if not 1 <= len(parts) <= 2 or not all(len(part) == 4 and part.isascii() and part.isdigit() for part in parts):
        raise Refusal("years", given=text[:20])
    first, last = int(parts[0]), int(parts[-1])
    if not 1816 <= first <= last <= 2100:
        raise Refusal("years", given=text[:20])
    return first, last


def _built(wanted: Wanted) -> bytes:
    arguments = (wanted.unit, wanted.years, wanted.groups, wanted.system, "1" if wanted.directed else "")
    command = [sys.executable, "-I", "-m", "sverka.web.panels", *arguments]
    try:
        ran = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Refusal("slow", 503, seconds=_SECONDS) from None
    if ran.returncode == 2:
        raise InputError(ran.stderr.decode("utf-8", "replace").strip()[:300])
    if ran.returncode:
        raise Refusal("fault", 500)
    return ran.stdout


def main(unit: str, span: str, groups: str, system: str, directed: str) -> int:
    """Build one panel and print it."""
    from sverka.panel import dyads, states
    from sverka.panel.lives import system_named

    first, last = years(span)
    names = [name.strip() for name in groups.split(",") if name.strip()]
    try:
        kind = system_named(system)
        wanted = range(first, last + 1)
        rows = dyads(wanted, bool(directed), kind) if unit == "dyads" else states(wanted, kind)
        rows.add(*names).table.write_csv(sys.stdout.buffer)
    except SverkaError as error:
        sys.stderr.write(str(error))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:6]))
