"""What the catalogue notes of a source is seen in answers and reports, and takes the vote where it must."""

from datetime import date

import pytest

from sverka.checking.caveats import touching
from sverka.checking.check import check
from sverka.checking.finding import Answer, Finding, Verdict
from sverka.claims import parse
from sverka.reports.cards import lone_card


def ask(line: str) -> Finding:
    return check(parse(line), published=date(2024, 6, 1))


def answers(finding: Finding) -> dict[tuple[str, str], Answer]:
    return {(a.source, a.role): a for d in finding.definitions for a in d.answers}


def test_a_known_artefact_has_no_vote_and_is_told_in_both_languages() -> None:
    finding = ask("trade.imports(RUS, BLR) in 2011 = 6.8e9 USD")
    compiled = answers(finding)["cow-trade", "compiled"]
    assert (compiled.note, compiled.verified) == ("artefact", False)
    assert finding.verdict != Verdict.HOLDS
    for language, words in (("ru", "14 509"), ("en", "14,509")):
        notes = [line.note for m in lone_card(finding, language).meanings for line in m.lines]  # type: ignore[arg-type]
        assert any(words in note.replace("\u00a0", " ") for note in notes)


def test_the_other_direction_is_no_artefact() -> None:
    compiled = answers(ask("trade.exports(RUS, BLR) in 2011 > 20e9 USD")).get(("cow-trade", "compiled"))
    assert compiled is None or compiled.note == ""


def test_a_revision_is_flagged_and_keeps_its_vote() -> None:
    found = [
        a for a in answers(ask("trade.turnover(RUS, BLR) in 2015 > 1e9 USD")).values() if a.source == "russia-annual"
    ]
    assert [(a.note, a.verified) for a in found] == [("revision", True)]


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("fall military.spending(RUS) over 2004/2005 > 50 %", Verdict.NOT_COVERED),
        ("fall military.spending(RUS) over 2005/2006 > 50 %", Verdict.FAILS),
    ],
)
def test_a_change_across_a_break_is_not_decided(line: str, verdict: Verdict) -> None:
    assert ask(line).verdict == verdict


def test_a_figure_beside_a_break_is_decided() -> None:
    assert ask("military.spending(RUS) in 2005 ~ 18.8e9 USD").verdict == Verdict.HOLDS


def test_a_zero_where_zeros_mean_missing_has_no_vote() -> None:
    claim = parse("trade.imports(KGZ, IRN) in 2021 = 0 USD")
    finding = check(claim, published=date(2024, 6, 1))
    own = answers(finding).get(("kyrgyzstan", "reporter"))
    assert own is None or not own.verified
    assert finding.verdict != Verdict.HOLDS


def test_the_record_has_no_notes_of_the_catalogue() -> None:
    for definition in ask("joined ARM EAEU in 2015").definitions:
        assert [touching(parse("joined ARM EAEU in 2015"), a) for a in definition.answers] == [()]
