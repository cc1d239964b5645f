"""Allies, friends and dependence: every sense beside the others, and no verdict made of a score."""

from datetime import date
from pathlib import Path

import pytest

from sverka.checking.check import check
from sverka.checking.finding import Finding, Outcome, Verdict
from sverka.claims import parse
from sverka.reports.cards import lone_card

PUBLISHED = date(2015, 6, 1)


def ask(line: str, anchor: str = "", published: date = PUBLISHED) -> Finding:
    return check(parse(line), published=published, anchor=anchor)


def outcomes(finding: Finding) -> dict[str, Outcome]:
    return {d.id: d.outcome for d in finding.definitions}


@pytest.mark.usefixtures("pulled_tables")
class TestPulled:
    def test_many_share_an_obligation_so_the_closest_ally_depends(self) -> None:
        finding = ask("rank 1 of ARM by ally: RUS in 2010")
        assert finding.verdict == Verdict.DEPENDS
        found = outcomes(finding)
        assert list(found) == ["defence", "votes", "portfolio", "shared_organizations", "turnover"]
        assert (found["defence"], found["turnover"]) == (Outcome.TOO_CLOSE, Outcome.AGREES)

    def test_the_one_state_bound_to_defend_agrees(self) -> None:
        # China is North Korea's one ally in Correlates of War since the Soviet treaty ran out
        defence = ask("rank 1 of PRK by ally: CHN in 2010").definitions[0]
        assert {a.source: a.outcome for a in defence.answers}["cow-alliances"] == Outcome.AGREES

    def test_a_state_close_in_no_sense_fails(self) -> None:
        assert ask("rank 1 of CUB by ally: NOR in 2010").verdict == Verdict.FAILS
        assert ask("not rank 1 of CUB by ally: NOR in 2010").verdict == Verdict.HOLDS

    def test_one_of_the_closest_allies_is_any_that_is_bound(self) -> None:
        assert ask("rank ? of USA by ally: GBR in 2010").definitions[0].outcome == Outcome.AGREES
        assert ask("rank ? of USA by ally: RUS in 2010").definitions[0].outcome == Outcome.CONTRADICTS

    def test_a_partner_in_politics_is_not_ranked_by_trade(self) -> None:
        finding = ask("rank 1 of RUS by partner: BLR in 2012", anchor="ближайший политический партнёр")
        assert list(outcomes(finding)) == ["votes", "defence", "portfolio", "shared_organizations"]
        assert "turnover" in outcomes(ask("rank 1 of RUS by partner: BLR in 2012", anchor="крупнейший партнёр"))

    def test_every_answer_has_year_margin_and_cells(self) -> None:
        for definition in ask("rank 1 of ARM by friend: KAZ in 2010").definitions:
            assert definition.answers
            for answer in definition.answers:
                assert str(answer.period) == "2010" and answer.cells and answer.unit
                assert answer.margin is not None or definition.id == "defence"

    def test_sides_of_a_comparison_are_held_sense_by_sense(self) -> None:
        finding = ask("compare ally(KGZ, RUS) in 2010 > ally(KGZ, CHN) in 2010")
        assert finding.verdict == Verdict.DEPENDS
        assert outcomes(finding)["defence"] == Outcome.AGREES
        assert outcomes(finding)["votes"] == Outcome.CONTRADICTS

    def test_reports_say_every_sense_in_words(self) -> None:
        said = lone_card(ask("rank 1 of ARM by ally: RUS in 2010"), "ru")
        assert "по обязательству защищать" in said.summary
        assert [m.id for m in said.meanings if m.name == m.id] == []

    def test_years_that_no_table_covers_are_not_covered(self) -> None:
        finding = ask("rank 1 of ISR by ally: USA in 2022", published=date(2023, 5, 1))
        assert (finding.verdict, finding.ask) == (Verdict.NOT_COVERED, "ally")


def test_what_was_not_pulled_is_not_covered_and_says_what_to_pull() -> None:
    finding = ask("rank 1 of USA by ally: ISR in 2010")
    assert (finding.verdict, finding.ask) == (Verdict.NOT_COVERED, "pull:atop_alliances")
    assert "sverka sources pull atop_alliances" in lone_card(finding, "en").ask


def test_nothing_is_fetched_to_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SVERKA_MIRROR", str(tmp_path / "absent"))
    assert ask("rank 1 of USA by friend: ISR in 2010").ask == "pull:un_votes"


def test_fellow_members_of_a_defence_organization_are_bound_by_the_record() -> None:
    defence = ask("rank 1 of KAZ by ally: RUS in 2014").definitions[0]
    assert [a.source for a in defence.answers] == ["record:memberships"]
    assert defence.outcome == Outcome.TOO_CLOSE


DEPENDENCE = [
    # 2013: Russia 26.8 % of Kyrgyz trade by its own statistics, China 18.4 %; the compiled file has China first
    ("rank 1 of KGZ by dependence: RUS in 2013", Verdict.DISPUTED),
    ("rank 1 of UZB by dependence: CHN in 2014", None),
    ("compare dependence(BLR, RUS) in 2012 > dependence(BLR, CHN) in 2012", Verdict.HOLDS),
    ("compare dependence(BLR, RUS) in 2012 < dependence(BLR, CHN) in 2012", Verdict.FAILS),
    # asymmetry: Belarus needs Russia more than Russia Belarus
    ("compare dependence(BLR, RUS) in 2012 > dependence(RUS, BLR) in 2012", Verdict.HOLDS),
]


@pytest.mark.parametrize(("line", "verdict"), DEPENDENCE, ids=[d[0] for d in DEPENDENCE])
def test_dependence_is_a_share_of_each_flow_and_of_output(line: str, verdict: Verdict | None) -> None:
    finding = ask(line)
    assert [d.id for d in finding.definitions] == ["share.turnover", "share.exports", "share.imports", "per_gdp"]
    assert verdict is None or finding.verdict == verdict
    assert all(a.unit == "%" for d in finding.definitions for a in d.answers)
