"""Votes in the General Assembly: found by day and state, read by the words, held against the roll call."""

from datetime import date

import pytest

from sverka.checking.check import check
from sverka.checking.finding import Finding, Verdict
from sverka.checking.rollcalls import ABSENT, ABSTAIN, NO, YES, meant
from sverka.claims import parse
from sverka.reports.cards import lone_card

HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.NOT_COVERED


def ask(line: str, anchor: str, words: str = "") -> Finding:
    return check(parse(line), published=date(2019, 6, 1), anchor=anchor, words=words)


MEANT = [
    ("Россия голосовала против", "", {NO}),
    ("Узбекистан воздержался", "", {ABSTAIN}),
    ("проголосовали за", "", {YES}),
    ("поддержали резолюцию", "", {YES}),
    ("не поддержал резолюцию", "", {NO, ABSTAIN, ABSENT}),
    ("не участвовал в голосовании", "", {ABSENT}),
    ("Iran voted against", "", {NO}),
    ("Peru abstained", "", {ABSTAIN}),
    ("did not vote", "", {ABSENT}),
    ("и Баку", "За проголосовали Тбилиси и Баку, против – Минск.", {YES}),
    ("Минск", "За проголосовали Тбилиси и Баку, против – Минск.", {NO}),
    ("ездил за рубеж", "", None),
    ("одни за резолюцию, другие против", "", None),
    ("воздержался", "В Совете Безопасности Китай воздержался", None),
]


@pytest.mark.parametrize(("anchor", "words", "ways"), MEANT, ids=[m[0] for m in MEANT])
def test_the_words_say_which_way(anchor: str, words: str, ways: set[str] | None) -> None:
    assert meant(anchor, words) == ways


#: A/RES/68/262 of 27 March 2014 is on Ukraine.
KNOWN = [
    ("vote POL -> UKR in 2014-03-27", "Польша проголосовала за", HOLDS),
    ("vote POL -> UKR in 2014-03-27", "Польша воздержалась", FAILS),
    ("vote CHN -> UKR in 2014-03-27", "China abstained", HOLDS),
    ("vote SRB -> UKR in 2014-03-27", "Сербия не голосовала", HOLDS),
    ("vote CHN, IND -> UKR in 2014-03-27", "воздержались", HOLDS),
    ("vote CHN, POL -> UKR in 2014-03-27", "воздержались", FAILS),
    ("vote POL -> UKR in 2014-03-27", "Польша выступила", OPEN),
    ("vote POL -> UKR in 2014-03-26", "Польша проголосовала за", OPEN),
    # several resolutions name Israel in that year
    ("vote POL -> ISR in 2013", "Польша проголосовала за", OPEN),
    ("vote(UN, UKR) in 2014-03-27 = 100 units", "за проголосовали сто стран", HOLDS),
    ("vote(UN, UKR) in 2014-03-27 = 110 units", "за проголосовали 110 стран", FAILS),
    ("vote(UN, UKR) in 2014-03-27 = 24 units", "24 страны не голосовали", HOLDS),
    ("vote(UN, UKR) in 2014-03-27 > 60 units", "воздержались более 60", FAILS),
]


@pytest.mark.usefixtures("pulled_tables")
@pytest.mark.parametrize(("line", "anchor", "verdict"), KNOWN, ids=[f"{k[0]} {k[1]}" for k in KNOWN])
def test_votes_are_held_against_the_roll_call(line: str, anchor: str, verdict: Verdict) -> None:
    assert ask(line, anchor).verdict == verdict


@pytest.mark.usefixtures("pulled_tables")
def test_a_roll_call_that_the_catalogue_calls_wrong_is_shown_and_decides_nothing() -> None:
    for line, anchor in (
        ("vote RUS -> GEO in 2008-05-15", "Россия голосовала против"),
        ("vote(UN, GEO) in 2008-05-15 = 14 units", "за проголосовали 14"),
    ):
        finding = ask(line, anchor)
        answer = finding.definitions[0].answers[0]
        assert (finding.verdict, answer.note, answer.verified) == (OPEN, "artefact", False)
    assert answer.low == 13
    line_ = lone_card(finding, "en").meanings[0].lines[0]
    assert "no vote" in line_.note and "14 April" in line_.note


@pytest.mark.usefixtures("pulled_tables")
def test_a_correction_says_how_the_state_did_vote() -> None:
    said = lone_card(ask("vote POL -> UKR in 2014-03-27", "Poland abstained"), "en")
    assert "Poland: yes (A/RES/68/262)" in said.correction


def test_without_the_table_it_says_what_to_pull() -> None:
    finding = ask("vote POL -> UKR in 2014-03-27", "Польша проголосовала за")
    assert (finding.verdict, finding.ask) == (OPEN, "pull:un_roll_calls")
