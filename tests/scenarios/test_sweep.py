"""Many scenarios on many workers come out as one by one; what is done stays, what cannot be is told."""

from pathlib import Path

import pytest

from sverka.errors import InputError
from sverka.scenarios.kinds import scenario
from sverka.scenarios.simulation import simulate
from sverka.scenarios.sweep import is_done, sweep, tasks
from sverka.workers import workers

GIVEN = {
    "union": scenario({"kind": "dissolve", "bloc": "EAEU", "year": 2016}, "test"),
    "nobody": scenario({"kind": "leave", "bloc": "EAEU", "states": ["FRA"], "year": 2016}, "test"),
}


def test_a_sweep_on_processes_is_each_scenario_by_itself(tables: Path, tmp_path: Path) -> None:
    wanted = tasks(tmp_path / "results", list(GIVEN.items()))
    with workers(1) as pool:
        solved = {s.task.name: s for s in sweep(wanted, pool, draws=2, seed=5)}
    assert set(solved) == set(GIVEN)
    outcome = solved["union"].outcome
    assert outcome is not None
    assert outcome == simulate(GIVEN["union"], draws=2, seed=5)
    assert solved["nobody"].outcome is None
    assert "FRA" in solved["nobody"].error and "\n" not in solved["nobody"].error
    wanted[0].result.write_text(outcome.dumps(), encoding="utf-8")
    assert is_done(wanted[0], draws=2, seed=5)
    assert not is_done(wanted[0], draws=3, seed=5)
    assert not is_done(wanted[1], draws=2, seed=5)


def test_a_result_of_another_scenario_is_not_taken_for_this_one(tables: Path, tmp_path: Path) -> None:
    (first,) = tasks(tmp_path, [("same-name", GIVEN["union"])])
    first.result.write_text(simulate(GIVEN["union"], draws=0).dumps(), encoding="utf-8")
    other = scenario({"kind": "leave", "bloc": "EAEU", "states": ["KAZ"], "year": 2016}, "test")
    (second,) = tasks(tmp_path, [("same-name", other)])
    assert is_done(first, draws=0, seed=1)
    assert not is_done(second, draws=0, seed=1)


def test_a_place_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot write"):
        tasks(tmp_path / "file", [])
