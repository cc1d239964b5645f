"""Scenarios of one's own: solved one at a time in a process that is gone when it is done, then kept.

`python -m sverka.web.solving` reads a scenario as JSON and writes the name under which its result is kept; exit code 2
with one line on stderr for what cannot be solved.
"""

import asyncio
import json
import subprocess
import sys

from sverka.errors import InputError, SverkaError
from sverka.scenarios.outcome import Json
from sverka.web.refusals import Refusal

#: Draws for the intervals, seconds for one scenario, scenarios that may wait.
DRAWS, SECONDS, WAITING = 200, 120, 4
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


def main() -> int:
    """Solve the scenario on standard input, keep its result, print the result's name."""
    from sverka.scenarios.kinds import scenario
    from sverka.scenarios.stored import keep

    try:
        wanted = scenario(json.loads(sys.stdin.buffer.read(100_000)), "scenario")
        from sverka.scenarios.simulation import simulate

        sys.stdout.write(keep(simulate(wanted, draws=DRAWS)).stem)
    except ModuleNotFoundError as missing:
        sys.stderr.write(f"the model needs {missing.name}; type: pip install 'sverka[models]'")
        return 2
    except (SverkaError, ArithmeticError) as error:
        sys.stderr.write(" ".join(str(error).split()))
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
