"""What a card tells: why, with which numbers, where they stand, and what should be written instead."""

import csv
from datetime import date
from pathlib import Path

import pytest

from sverka.checking.check import check
from sverka.checking.finding import Verdict
from sverka.claims import parse
from sverka.reports.cards import Card, card, lone_card
from sverka.reports.order import fold, lay_out
from sverka.reports.phrasing import understood
from sverka.reports.report import Report
from sverka.reports.words import Language

WHEN = date(2022, 2, 14)
#: Claims in the short form, and how they are said back.
with (Path(__file__).parent / "understood.csv").open(encoding="utf-8") as lines:
    UNDERSTOOD = list(csv.DictReader(lines))


def told(short: str, language: Language = "ru", published: date | None = WHEN) -> Card:
    return lone_card(check(parse(short), published=published), language)


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("row", UNDERSTOOD, ids=[row["short"] for row in UNDERSTOOD])
def test_a_claim_is_said_back_in_plain_words(row: dict[str, str]) -> None:
    claim = parse(row["short"])
    assert (spaced(understood(claim, "ru")), spaced(understood(claim, "en"))) == (row["ru"], row["en"])


def test_a_failing_figure_has_a_correction_with_table_cell_and_data_date() -> None:
    found = told("trade.turnover(KAZ, RUS) in 2021 = 30e9 USD")
    assert found.verdict == Verdict.FAILS
    text = spaced(found.correction)
    assert text.startswith("По данным Казахстана (Бюро национальной статистики Казахстана; kazakhstan_data/")
    assert (
        ", лист 2021, ячейки D13, F13; данные на 25 июля 2024 года), товарооборот Казахстана и России в 2021 году"
        in text
    )
    assert "составил 24,6 млрд долл., а не 30 млрд долл. По данным России (" in text
    assert text.endswith("– 25,63 млрд долл.")


def test_a_change_that_went_the_other_way_says_so() -> None:
    found = told("fall trade.turnover(KAZ, RUS) over 2020/2021 = 10 %")
    assert "товарооборот Казахстана и России вырос на 31,2 % (2020 → 2021), а не снизился на 10 %" in spaced(
        found.correction
    )


def test_a_place_that_fails_shows_the_list() -> None:
    found = told("rank 1 of KAZ by trade.exports: RUS in 2021")
    assert (
        "Россия в 2021 году – на 3-м месте среди торговых партнёров Казахстана по экспорту, а не на 1-м (1. Китай"
        in found.correction
    )
    assert any("3-е место" in near for near in found.nearest)


def test_a_membership_that_fails_rests_on_a_line_of_the_record() -> None:
    found = told("joined ARM EAEU in 2014")
    assert "Армения – член ЕАЭС с 2 января 2015 года" in found.correction
    assert "memberships.csv, строка" in found.correction
    assert found.nearest == ("Армения: вступление в ЕАЭС 2 января 2015 года (с другой датой)",)


def test_what_depends_says_on_how_many_senses_and_on_which() -> None:
    found = told("rank 1 of KAZ by partner: RUS in 2021")
    assert found.verdict == Verdict.DEPENDS
    assert found.summary == (
        "Верно при 2 из 4 пониманий: да – по товарообороту, по импорту; "
        "нет – по экспорту, если считать Евросоюз одним партнёром"
    )
    assert [m.default for m in found.meanings] == [True, False, False, False]


def test_what_is_not_covered_says_whom_to_ask() -> None:
    found = told("inflation(KAZ) in 2021 = 12 %")
    assert (found.verdict, found.correction) == (Verdict.NOT_COVERED, "")
    assert found.ask.startswith("статистическое ведомство или центральный банк: Казахстан")


def test_the_tolerance_of_the_words_is_said() -> None:
    assert spaced(told("trade.turnover(KAZ, RUS) in 2021 ~ 25e9 USD").tolerance) == (
        "слова допускают от 23,75 млрд долл. до 26,25 млрд долл."
    )
    assert spaced(told("trade.exports(RUS, KAZ) in 2021 > 18e9 USD", "en").tolerance) == (
        "the words allow anything above $18 billion"
    )


def test_the_year_that_was_met_is_named() -> None:
    assert told("trade.turnover(KAZ, RUS) ~ 25e9 USD").summary == "Период не назван; взят 2021 год."


def test_sources_stand_with_margin_place_and_date() -> None:
    line = told("trade.exports(RUS, KAZ) in 2021 > 18e9 USD", "en").meanings[0].lines[0]
    assert spaced(line.value) == "$18.5 billion"
    assert spaced(line.margin) == "within what is said, $496 million to spare (2.8%)"
    assert (str(line.places[0]), line.data) == ("russian_data/94itog.xlsx, sheet 2021, cell B10", "data to 2021")
    assert line.places[0].address.startswith("https://raw.githubusercontent.com/")


def test_a_denied_claim_offers_no_nearest_statement() -> None:
    assert told("not member ARM EAEU in 2016").nearest == ()


def test_an_editor_sees_failures_first_and_offices_in_one_line(report: Report) -> None:
    desk = lay_out(card(c, n, "ru") for n, c in enumerate(report.checked, 1))
    order = [c.verdict for c in desk.shown]
    ranks = [Verdict.FAILS, Verdict.DEPENDS, Verdict.DISPUTED, Verdict.TOO_CLOSE, Verdict.HOLDS, Verdict.NOT_COVERED]
    assert [ranks.index(v) for v in order] == sorted(ranks.index(v) for v in order)
    assert Verdict.FAILS in order and Verdict.NOT_COVERED in order
    assert fold("office", dict(desk.folded)["office"], "ru") == (
        "2 должности: подтверждается: Токаев – глава государства Казахстана; Путин – глава государства России"
    )
    assert [c.kind for c in desk.unchecked] == ["figure", "thesis", "thesis", "thesis"]


def test_a_correction_is_in_the_language_of_the_text_whatever_the_page_speaks(report: Report) -> None:
    number, failing = next((n, c) for n, c in enumerate(report.checked, 1) if c.finding.verdict == Verdict.FAILS)
    shown = card(failing, number, "en", "ru")
    assert shown.verdict_name == "fails"
    assert shown.correction_language == "ru"
    assert shown.correction.startswith(("По данным", "По записям"))
    assert card(failing, number, "ru", "en").correction.startswith(("According", "By"))
    assert card(failing, number, "ru", "other").correction_language == "ru"
