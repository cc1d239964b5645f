"""Agreements in force: whom they tie, since when, how deep."""

from pathlib import Path

import pytest

from sverka.errors import InputError
from sverka.scenarios.agreements import Agreement, depths, find, in_force
from sverka.scenarios.worlds import System

POST_SOVIET = ("ARM", "AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LTU", "LVA", "MDA", "RUS", "TJK", "TKM", "UKR", "UZB")


def test_blocs_of_the_record_tie_their_members_of_the_year(tables: Path) -> None:
    then = {agreement.id: agreement for agreement in in_force(POST_SOVIET, 2014)}
    later = {agreement.id: agreement for agreement in in_force(POST_SOVIET, 2016)}
    assert then["CustomsUnion"].members == ("BLR", "KAZ", "RUS") and "EAEU" not in then
    assert later["EAEU"].members == ("ARM", "BLR", "KAZ", "KGZ", "RUS") and "CustomsUnion" not in later
    assert later["EAEU"].pairs["BLR", "KAZ"] == 2015


def test_the_deepest_agreement_of_a_pair_counts(tables: Path) -> None:
    table = depths(POST_SOVIET, in_force(POST_SOVIET, 2016))
    depth = {(a, b): int(table[i, j]) for i, a in enumerate(POST_SOVIET) for j, b in enumerate(POST_SOVIET)}
    assert depth["KAZ", "RUS"] == 3  # customs union
    assert depth["UZB", "RUS"] == 2  # free trade
    assert depth["EST", "LVA"] == 3  # European Union
    assert depth["EST", "RUS"] == 0
    assert (table == table.T).all() and not table.diagonal().any()


def test_a_treaty_of_a_bloc_with_an_outsider_ties_no_two_of_its_members(tables: Path) -> None:
    with_serbia = next(a for a in in_force(("CHE", "ISL", "LIE", "NOR", "SRB"), 2016) if a.name == "EFTA Serbia")
    assert all("SRB" in pair for pair in with_serbia.pairs)


def test_what_two_states_suspended_is_not_in_force_between_them(tables: Path) -> None:
    before, after = (depths(("RUS", "UKR", "UZB"), in_force(("RUS", "UKR", "UZB"), year)) for year in (2014, 2016))
    assert before[0, 1] == 2 and after[0, 1] == 0  # since 1 January 2016
    assert after[1, 2] == 2  # Ukraine and Uzbekistan


def test_a_treaty_is_found_by_its_abbreviation_and_together_with_its_revision(real: System) -> None:
    assert find(real.agreements, "EAC", 2016).members == ("BDI", "KEN", "RWA", "TZA", "UGA")
    assert find(real.agreements, "SACU", 2016).members == ("BWA", "LSO", "NAM", "SWZ", "ZAF")
    assert find(real.agreements, "desta:787", 2016).kind == "customs_union"


@pytest.mark.parametrize(
    ("bloc", "told"),
    [
        ("NATO", "NATO is no trade agreement here"),
        ("CPTPP", "CPTPP had no two members with recorded trade at the end of 2016"),
        ("Hanse", "no trade agreement is called Hanse"),
    ],
)
def test_what_is_no_agreement_is_refused_in_one_line(system: System, bloc: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        find(system.agreements, bloc, 2016)
    assert "\n" not in str(caught.value) and "choose" in str(caught.value)


def test_depth_is_symmetric_and_empty_without_agreements() -> None:
    fta = Agreement("x", "x", "fta", {("A", "B"): 2000})
    assert depths(("A", "B", "C"), [fta]).tolist() == [[0, 2, 0], [2, 0, 0], [0, 0, 0]]
    assert not depths(("A", "B"), []).any()
