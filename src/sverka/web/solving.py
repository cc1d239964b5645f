"""Scenarios of readers: solved one at a time in a process that is gone when it is done, then kept.

They are kept apart from the results that `sverka simulate` keeps: what a reader of the pages made up (its effects, its
title) never stands beside a thesis in somebody's check.

`python -m sverka.web.solving` reads a scenario as JSON and writes the name under which its result is kept; exit code 2
with one line on stderr for what cannot be solved.
"""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

from sverka.errors import InputError, SverkaError
from sverka.scenarios.outcome import Json, Outcome
from sverka.scenarios.stored import file_name
from sverka.sources import cache
from sverka.web.refusals import Refusal

#: Draws for the intervals, seconds for one scenario, scenarios that may wait.
DRAWS, SECONDS, WAITING = 200, 120, 4
#: Results kept; the oldest go.
MOST = 500
_ONE = asyncio.Semaphore(1)
_waiting = 0


async def solved(scenario: Json) -> str:
    """The name of the kept result. Refusal where others wait already, or it takes too long; InputError with the reason
    where it cannot be solved."""
    global _waiting
    if _waiting >= WAITING:
        raise Refusal("busy", 503, retry=30)
    _waiting += 1
    try:
        async with _ONE:
            return await asyncio.to_thread(_run, json.dumps(scenario))
    finally:
        _waiting -= 1


def _run(scenario: str) -> str:
    command = [sys.executable, "-I", "-m", "sverka.web.solving"]
    try:
        ran = subprocess.run(command, input=scenario.encode(), capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Refusal("slow", 503, seconds=SECONDS) from None
    if ran.returncode == 2:
        raise InputError(ran.stderr.decode("utf-8", "replace").strip()[:300])
    if ran.returncode:
        raise Refusal("fault", 500)
    return ran.stdout.decode().strip()


def kept() -> list[Path]:
    """Files of the results, oldest first."""
    return sorted(
        cache.folder("scenarios-asked").glob("*.json"), key=lambda place: (place.stat().st_mtime_ns, place.name)
    )


def _keep(outcome: Outcome) -> str:
    place = cache.folder("scenarios-asked") / file_name(outcome)
    cache.part(place).write_text(outcome.dumps(), encoding="utf-8")
    cache.settle(place)
    for old in kept()[:-MOST]:
        old.unlink(missing_ok=True)
    return place.stem


def main() -> int:
    """Solve the scenario on standard input, keep its result, print the result's name."""
    from sverka.scenarios.kinds import scenario

    try:
        wanted = scenario(json.loads(sys.stdin.buffer.read(100_000)), "scenario")
        from sverka.scenarios.simulation import simulate

        sys.stdout.write(_keep(simulate(wanted, draws=DRAWS)))
    except ModuleNotFoundError as missing:
        sys.stderr.write(f"the model needs {missing.name}; type: pip install 'sverka[models]'")
        return 2
    except (SverkaError, ArithmeticError) as error:
        sys.stderr.write(" ".join(str(error).split()))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
