"""Many scenarios on many workers: a folder of TOML files to a folder of results; stopped, it goes on where it was."""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass
from pathlib import Path

from sverka.errors import InputError, SverkaError
from sverka.scenarios.kinds import AnyScenario, scenario, to_json
from sverka.scenarios.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Task:
    """A scenario to solve, and where its result goes."""

    name: str
    scenario: AnyScenario
    result: Path


@dataclass(frozen=True, slots=True)
class Solved:
    """What came of a task: its outcome, or in one line why there is none."""

    task: Task
    outcome: Outcome | None
    error: str = ""


def tasks(folder: Path, given: Sequence[tuple[str, AnyScenario]]) -> list[Task]:
    """Named scenarios with the files of their results; InputError where the folder cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError("cannot write", where=f"{folder}: {error.strerror}", todo="name another folder") from None
    return [Task(name, found, folder / f"{name}.json") for name, found in given]


def is_done(task: Task, draws: int, seed: int) -> bool:
    """Whether the result is there, of this very scenario with as many draws from the same seed."""
    try:
        stored = Outcome.loads(task.result.read_text(encoding="utf-8"))
    except (OSError, SverkaError):
        return False
    same = (stored.model.get("draws"), stored.model.get("seed")) == (draws, seed)
    return same and stored.scenario == to_json(task.scenario)


def sweep(wanted: Sequence[Task], pool: Executor, draws: int, seed: int) -> Iterator[Solved]:
    """Solve the tasks on a pool of processes or a cluster, in the order in which they come back.

    A scenario that cannot be solved is told and stops nothing.
    """
    running: dict[Future[str], Task] = {
        pool.submit(_solve, json.dumps(to_json(task.scenario)), draws, seed): task for task in wanted
    }
    for future in as_completed(running):
        task = running[future]
        try:
            yield Solved(task, Outcome.loads(future.result()))
        except SverkaError as error:
            yield Solved(task, None, str(error))


def _solve(data: str, draws: int, seed: int) -> str:
    """One scenario, in a worker: plain text in and out."""
    from sverka.scenarios.simulation import simulate  # the solver is needed where the work is done

    return simulate(scenario(json.loads(data), "sweep"), draws=draws, seed=seed).dumps()
