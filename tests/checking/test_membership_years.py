"""Memberships by the years of Correlates of War: beside the record, and alone where the record is silent."""

from datetime import date

import pytest

from sverka.checking.check import check
from sverka.checking.finding import Answer, Finding, Outcome, Verdict
from sverka.claims import parse
from sverka.reports.cards import lone_card

HOLDS, FAILS = Verdict.HOLDS, Verdict.FAILS


def ask(line: str) -> Finding:
    return check(parse(line), published=date(2014, 11, 1))


def by_years(finding: Finding) -> list[Answer]:
    return [a for d in finding.definitions for a in d.answers if a.source == "cow-igo"]


#: Organizations outside the region that the record is complete for.
KNOWN = [
    ("joined GRC NATO in 1952", HOLDS),
    ("joined UKR WTO in 2008", HOLDS),
    ("joined UKR WTO in 2001", FAILS),
    ("member FRA OECD in 1980", HOLDS),
    ("member IDN OPEC in 2000", HOLDS),
    ("none CHE EU in 2005", HOLDS),
    ("member CHE EU in 2005", FAILS),
    ("left GEO CIS in 2009", HOLDS),
]


@pytest.mark.usefixtures("pulled_tables")
@pytest.mark.parametrize(("line", "verdict"), KNOWN, ids=[k[0] for k in KNOWN])
def test_years_and_record_together(line: str, verdict: Verdict) -> None:
    finding = ask(line)
    assert finding.verdict == verdict, finding.to_json()
    assert by_years(finding)


@pytest.mark.usefixtures("pulled_tables")
def test_known_differences_have_no_vote() -> None:
    finding = ask("joined UZB CSTO in 2006")
    answer = by_years(finding)[0]
    assert (answer.note, answer.verified, finding.verdict) == ("known_difference", False, HOLDS)
    notes = [line.note for line in lone_card(finding, "en").meanings[0].lines]
    assert any("differs from the record" in note for note in notes)


@pytest.mark.usefixtures("pulled_tables")
@pytest.mark.parametrize("line", ["joined AGO OPEC in 2007", "member AGO OPEC in 2008", "joined CHN SCO in 2001"])
def test_what_the_record_holds_the_years_do_not_overrule(line: str) -> None:
    finding = ask(line)
    assert finding.verdict == HOLDS
    assert [(a.verified, a.note) for a in by_years(finding)] == [(False, "known_difference")]


@pytest.mark.usefixtures("pulled_tables")
def test_places_outside_the_state_system_are_not_asked() -> None:
    assert by_years(ask("member HKG WTO in 1996")) == []


@pytest.mark.usefixtures("pulled_tables")
def test_days_within_a_year_of_change_cannot_be_told() -> None:
    assert by_years(ask("member UKR WTO in 2008-03"))[0].outcome == Outcome.TOO_CLOSE
    assert by_years(ask("member UKR WTO in 2010-03"))[0].outcome == Outcome.AGREES


@pytest.mark.usefixtures("pulled_tables")
def test_observers_and_later_years_are_not_asked() -> None:
    assert by_years(ask("observer MDA EAEU in 2013")) == []
    late = check(parse("member UKR WTO in 2018"), published=date(2019, 1, 1))
    assert by_years(late) == []


def test_without_the_table_the_record_answers_alone() -> None:
    finding = ask("joined UKR WTO in 2008")
    assert (finding.verdict, by_years(finding)) == (HOLDS, [])
