"""Scenarios: what they change, that they change nothing else, and what is refused."""

import numpy as np
import pytest

from sverka.errors import InputError
from sverka.scenarios.kinds import Dissolve, Embargo, Join, Leave, Replace, Sanction, parse, scenario, to_json
from sverka.scenarios.worlds import System

EVERY = [
    Dissolve(bloc="EAEU"),
    Leave(bloc="EAEU", states=("KAZ",)),
    Join(bloc="EAEU", states=("MDA",)),
    Embargo(states=("KAZ",), partner="CHN", direction="imports"),
    Replace(states=("KAZ", "BLR"), partner="RUS"),
    Sanction(coalition=("CHN", "MDA"), target=("RUS",), share=0.5),
]


def index(system: System, one: str, two: str) -> tuple[int, int]:
    return system.at(one), system.at(two)


@pytest.mark.parametrize("given", EVERY, ids=lambda s: s.kind)
def test_applying_leaves_the_system_as_it_was(system: System, given: Dissolve) -> None:
    flows, depths, agreements = system.flows.copy(), system.depths.copy(), system.agreements
    shock = given.apply(system)
    assert shock.changed.any()
    assert (system.flows == flows).all() and (system.depths == depths).all() and system.agreements == agreements


@pytest.mark.parametrize("given", EVERY, ids=lambda s: s.kind)
def test_a_scenario_comes_back_from_its_plain_data(given: Dissolve) -> None:
    assert scenario(to_json(given)) == given


def test_a_bloc_that_dissolves_is_a_bloc_that_all_its_members_leave(system: System) -> None:
    ended = Dissolve(bloc="EAEU").apply(system)
    left = Leave(bloc="EAEU", states=("ARM", "BLR", "KAZ", "RUS")).apply(system)
    assert (ended.depths == left.depths).all() and (ended.within == left.within).all()
    assert set(ended.focus) == set(left.focus)


def test_leaving_touches_only_pairs_with_the_leaver(system: System) -> None:
    shock = Leave(bloc="EAEU", states=("KAZ",)).apply(system)
    at = system.at("KAZ")
    others = [place for place in range(len(system.states)) if place != at]
    assert not shock.changed[np.ix_(others, others)].any()
    assert shock.focus[0] == "KAZ"


def test_who_loses_a_bloc_keeps_other_blocs_and_loses_older_treaties(system: System) -> None:
    shock = Dissolve(bloc="EAEU").apply(system)
    assert shock.depths[index(system, "KAZ", "RUS")] == 2  # the free trade area stays
    assert shock.depths[index(system, "ARM", "RUS")] == 0  # the treaty of 1993 was replaced by the union
    kept = Dissolve(bloc="EAEU", remain=("CISFTA", "desta:57")).apply(system)
    assert kept.depths[index(system, "ARM", "RUS")] == 2
    bare = Dissolve(bloc="EAEU", remain=()).apply(system)
    assert bare.depths[index(system, "KAZ", "RUS")] == 0
    assert bare.depths[index(system, "KAZ", "MDA")] == 2  # never in the union, so nothing is lost


def test_a_tariff_returns_between_those_who_lose_the_bloc(system: System) -> None:
    shock = Leave(bloc="EAEU", states=("KAZ",), tariff=0.05).apply(system)
    assert shock.tariffs[index(system, "KAZ", "RUS")] == 0.05
    assert shock.tariffs[index(system, "BLR", "RUS")] == 0.0


def test_joining_and_its_tariff_undo_leaving(system: System) -> None:
    shock = Join(bloc="EAEU", states=("MDA",), tariff=0.25).apply(system)
    assert shock.depths[index(system, "MDA", "ARM")] == 3
    assert shock.tariffs[index(system, "MDA", "ARM")] == pytest.approx(-0.2)
    assert shock.focus[0] == "MDA"


def test_an_embargo_has_a_direction(system: System) -> None:
    shock = Embargo(states=("KAZ",), partner="CHN", direction="imports").apply(system)
    assert shock.cut[index(system, "CHN", "KAZ")] == 1.0 and shock.cut[index(system, "KAZ", "CHN")] == 0.0


def test_organizations_stand_for_their_members_in_the_data(system: System) -> None:
    shock = Sanction(coalition=("EAEU",), target=("CHN",)).apply(system)
    assert set(shock.focus) == {"ARM", "BLR", "CHN", "KAZ", "RUS"}
    assert shock.cut[index(system, "ARM", "CHN")] == shock.cut[index(system, "CHN", "ARM")] == 1.0


def test_a_target_inside_the_coalition_is_not_its_own_enemy(system: System) -> None:
    shock = Sanction(coalition=("EAEU",), target=("KAZ",)).apply(system)
    assert shock.cut[index(system, "KAZ", "RUS")] == 1.0 and not shock.cut.diagonal().any()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (Leave(bloc="EAEU", states=("MDA",)), "MDA was not in EAEU at the end of 2016"),
        (Join(bloc="EAEU", states=("KAZ",)), "KAZ was in EAEU at the end of 2016 already"),
        (Leave(bloc="EAEU", states=("FRA",)), "FRA is not in the trade data of 2016"),
        (Leave(bloc="EAEU", states=("Atlantis",)), "Atlantis is neither a state nor an organization"),
        (Replace(states=("RUS",), partner="RUS"), "RUS would cut trade with itself"),
        (Sanction(coalition=("RUS",), target=("RUS",)), "the coalition has nobody but the target"),
        (Sanction(coalition=("NAFTA",), target=("RUS",)), "no members of NAFTA at the end of 2016 that are in the"),
        (Dissolve(bloc="EAEU", remain=("Hanse",)), "no trade agreement is called Hanse"),
        (Dissolve(bloc="SCO"), "SCO is no trade agreement here"),
    ],
)
def test_what_does_not_fit_the_world_is_refused_in_one_line(system: System, given: Dissolve, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        given.apply(system)
    assert "\n" not in str(caught.value)


def test_states_with_nothing_in_common_are_told_so(system: System) -> None:
    flows = system.flows.copy()
    i, j = index(system, "ARM", "CHN")
    flows[i, j] = flows[j, i] = 0.0
    apart = System(system.states, 2016, "penppml", flows, system.gdp, 2.0, system.agreements)
    with pytest.raises(InputError, match="no trade is recorded between ARM and CHN"):
        Replace(states=("ARM",), partner="CHN").apply(apart)


def test_a_change_that_changes_nothing_is_told_so(system: System) -> None:
    with pytest.raises(InputError, match="nothing would change"):
        Dissolve(bloc="desta:57").apply(system)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kind = ", "broken TOML"),
        ("", "no such kind of scenario .*none.*choose dissolve, leave"),
        ('kind = "annex"', "no such kind of scenario"),
        ('kind = "dissolve"', "bloc: Field required"),
        ('kind = "dissolve"\nbloc = "EAEU"\nblock = 1', "block: Extra inputs are not permitted"),
        ('kind = "replace"\nstates = []\npartner = "RUS"', "states: .*at least 1 item"),
        ('kind = "replace"\nstates = ["KAZ"]\npartner = "RUS"\nshare = 2', "share: .*less than or equal to 1"),
        ('kind = "replace"\nstates = ["KAZ"]\npartner = "RUS"\nshare = nan', "share: "),
        ('kind = "dissolve"\nbloc = "EAEU"\ntariff = -1', "tariff: .*greater than or equal to 0"),
        ('kind = "dissolve"\nbloc = "EAEU"\nyear = "then"', "year: .*valid integer"),
        ('kind = "dissolve"\nbloc = ["EAEU"]', "bloc: .*valid string"),
        ("kind = 1", "no such kind of scenario"),
        ('kind = "leave"\nstates = ' + "[" * 3000, "TOML nested too deeply"),
        ('kind = "dissolve"\nbloc = "\\u001b[31mEAEU"', "bloc: String should match pattern"),
        ('kind = "replace"\nstates = ["KAZ\\n"]\npartner = "RUS"', "states.0: String should match pattern"),
    ],
)
def test_broken_files_are_refused_in_one_line(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        parse(text, "plan.toml")
    assert "plan.toml" in str(caught.value) and "\n" not in str(caught.value)
