"""Stored results: made from today's files and estimates, reproducible, found without a solver."""

import subprocess
import sys
from pathlib import Path

import pytest

from sverka.errors import InputError
from sverka.scenarios import stored
from sverka.scenarios.effects import load
from sverka.scenarios.kinds import scenario, to_json
from sverka.scenarios.outcome import HORIZONS, Outcome
from sverka.scenarios.precompute import scenarios
from sverka.scenarios.simulation import ELASTICITIES, simulate
from sverka.scenarios.summary import Summary
from sverka.scenarios.worlds import TABLES, System, inputs


def test_the_shipped_results_are_those_of_the_list() -> None:
    assert stored.shipped() == sorted(scenarios())
    for name, given in scenarios().items():
        assert stored.load(name).scenario == to_json(given)


@pytest.mark.parametrize("name", sorted(scenarios()))
def test_a_shipped_result_was_made_from_the_files_and_estimates_of_today(name: str) -> None:
    outcome = stored.load(name)  # its key is checked on the way
    *files, agreements = outcome.world["inputs"]
    assert files == [given.to_json() for given in inputs(TABLES["penppml"])]
    assert agreements["source"] == "agreements"
    assert outcome.effects in ({}, load().to_json())
    assert outcome.model["elasticities"] == {name: list(given) for name, given in ELASTICITIES.items()}
    assert outcome.model["closure"] == "zero" and outcome.certificate["failed"] == 0
    assert outcome.certificate["residual_at_most"] <= 1e-10


@pytest.mark.parametrize("name", ["eaeu-dissolves", "kaz-without-rus"])
def test_a_shipped_result_comes_out_again(name: str, real: System) -> None:
    outcome = stored.load(name)
    again = simulate(scenario(outcome.scenario), real, draws=0)
    assert again.states == outcome.states and again.world == outcome.world
    for state in outcome.focus:
        for horizon in HORIZONS:
            for measure in ("real_income", "exports", "imports"):
                was, now = outcome.of(state, measure, horizon), again.of(state, measure, horizon)
                assert was is not None and now is not None
                assert now.value == pytest.approx(was.value, rel=1e-3)


def test_a_kept_result_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: System) -> None:
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path))
    assert stored.find(frozenset({"MDA", "CHN"})) == []
    outcome = simulate(scenario({"kind": "replace", "states": ["MDA"], "partner": "CHN"}), system, draws=0)
    place = stored.keep(outcome)
    assert stored.kept() == [place] and stored.keep(outcome) == place
    ((name, data),) = stored.find(frozenset({"MDA", "CHN"}))
    assert name == place.stem and Outcome.from_json(data) == outcome
    place.write_text("{broken", encoding="utf-8")
    assert stored.find(frozenset({"MDA", "CHN"})) == []


@pytest.mark.parametrize(
    ("ids", "name"),
    [
        ({"EAEU"}, "eaeu-dissolves"),
        ({"EAEU", "KAZ"}, "kaz-leaves-eaeu"),
        ({"EAEU", "KAZ", "KGZ"}, "eaeu-dissolves"),
        ({"CIS", "GEO"}, "cis-free-trade-ends"),
        ({"RUS", "TJK"}, "tjk-without-rus"),
    ],
)
def test_the_closest_result_is_found(ids: set[str], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path))
    assert stored.find(frozenset(ids), most=1)[0][0] == name


def test_nothing_is_found_where_nothing_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path))
    for ids in ({"RUS"}, {"KAZ"}, {"NATO"}, {"RUS", "DEU"}, set()):
        assert stored.find(frozenset(ids)) == []
    assert not (tmp_path / "scenarios").exists()


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(InputError, match=r"no such stored result .*choose one of"):
        stored.load("../effects")


def test_a_summary_comes_back_from_its_plain_data() -> None:
    for name in stored.shipped():
        outcome = stored.load(name)
        gist = Summary.of(name, outcome.to_json())
        assert Summary.from_json(gist.to_json()) == gist
        assert gist.key == outcome.key and [state for state, _ in gist.rows] == list(outcome.focus[:12])
        assert len(str(gist.to_json())) < 12_000


def test_looking_a_result_up_brings_no_solver() -> None:
    code = (
        "from sverka.claims import parse\nfrom sverka.checking.check import check\n"
        "assert check(parse('thesis irreplaceable about EAEU')).scenarios\n"
        "import sys\nprint(*sorted(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"numba", "scipy", "polars", "pooch", "sverka.gravity"} & set(out) == set()
