"""Whose a figure is: fronted partners, stand-ins, currencies, wares, parts of wholes."""

from datetime import date

import pytest

from sverka.reading.reader import read

SURE = 0.5


def figures(text: str) -> list[tuple[str, tuple[str, ...], float]]:
    out = []
    for mention in read(text, date(2022, 2, 10)).mentions:
        j = mention.to_json()
        if j["kind"] in ("figure", "change") and j["confidence"] >= SURE:
            out.append((j["metric"], tuple(j["parties"]), j["low"]))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Оборот Украины с Россией в 2011 году вырос на 32%. С Польшей же торговля Украины в 2011 году упала на 5%.",
            [("trade.turnover", ("UKR", "RUS"), 32.0), ("trade.turnover", ("UKR", "POL"), 5.0)],
        ),
        (
            "Доля Китая в импорте Киргизии в 2014 году – 55%. Казахстан экспортирует мало.",
            [("trade.share", ("KGZ", "CHN"), 55.0)],
        ),
        (
            "Оборот Азербайджана с Италией в 2012 году составил 8,3 млрд долларов США и вырос на 24%.",
            [("trade.turnover", ("AZE", "ITA"), 8.3e9), ("trade.turnover", ("AZE", "ITA"), 24.0)],
        ),
        (
            "Таджикистан, 2010 год. Внешняя торговля Таджикистана невелика. Экспорт алюминия упал на 5%.",
            [],
        ),
        (
            "Экспорт Вьетнама в Россию в 2019 году достиг 3 млрд долларов. Экспорт во все страны превысил 264 млрд.",
            [("trade.exports", ("VNM", "RUS"), 3e9), ("trade.exports", ("VNM", "WLD"), 264e9)],
        ),
    ],
)
def test_a_figure_goes_to_the_states_it_is_of(text: str, expected: list[tuple[str, tuple[str, ...], float]]) -> None:
    assert [(m, set(p), v) for m, p, v in figures(text)] == [(m, set(p), v) for m, p, v in expected]


def test_a_record_growth_is_no_record_level() -> None:
    text = "Рекордный рост экспорта России в Египет отмечен в 2017 году."
    assert not [m for m in read(text, date(2018, 6, 5)).mentions if m.proposition.kind == "extreme"]


def test_a_second_source_may_leave_out_its_noun() -> None:
    text = "По казахстанским данным, оборот с Узбекистаном упал за 2023 год на 10 процентов, по узбекским – на 4."
    found = [m for m in read(text, date(2024, 2, 20)).mentions if m.proposition.kind == "change"]
    assert [m.voice for m in found] == ["KAZ", "UZB"]


def test_the_office_that_reports_trade_is_no_partner_in_it() -> None:
    text = "Госстат Армении сообщил, что экспорт страны за 2023 год составил 8 млрд долларов."
    (found,) = read(text, date(2024, 2, 1)).mentions
    assert found.proposition.to_json()["parties"] == ["ARM"]


@pytest.mark.parametrize("back", ["обратно", "назад"])
def test_what_goes_back_is_the_flow_of_the_other_side(back: str) -> None:
    text = f"Экспорт Перу в Китай в 2019 году составил 13 млрд долларов, {back} – 10 млрд."
    told = [str(m.proposition) for m in read(text, date(2020, 2, 1)).mentions]
    assert told == ["trade.exports(PER, CHN) in 2019 = 13e9 USD", "trade.exports(CHN, PER) in 2019 = 10e9 USD"]
    ago = read(text.replace(back, "пять лет назад"), date(2020, 2, 1)).mentions[1].proposition
    assert str(ago).startswith("trade.exports(PER, CHN) in 201")
