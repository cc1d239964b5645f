"""«Соответственно» gives each amount the state or the flow in its own place; «с А и Б» are partners of a third."""

from datetime import date

from sverka.reading.reader import read


def told(text: str) -> list[str]:
    mentions = read(text, date(2022, 3, 1)).mentions
    return [str(m.proposition) for m in mentions if m.proposition.kind in ("figure", "change")]


def test_each_amount_is_of_the_partner_in_its_place() -> None:
    text = (
        "Экспорт Вьетнама в Японию, Индию и Канаду составил в 2021 году 20 млрд, 6 млрд и 5 млрд долларов "
        "соответственно."
    )
    assert told(text) == [
        "trade.exports(VNM, JPN) in 2021 = 20e9 USD",
        "trade.exports(VNM, IND) in 2021 = 6e9 USD",
        "trade.exports(VNM, CAN) in 2021 = 5e9 USD",
    ]


def test_each_amount_is_of_the_flow_in_its_place() -> None:
    text = "Импорт и экспорт Чили составили в 2021 году 84 млрд и 95 млрд долларов соответственно."
    assert told(text) == ["trade.imports(CHL) in 2021 = 84e9 USD", "trade.exports(CHL) in 2021 = 95e9 USD"]


def test_a_state_alone_has_its_own_amount() -> None:
    text = "ВВП Перу и Чили в 2021 году составил 223 млрд и 317 млрд долларов соответственно."
    assert told(text) == ["gdp(PER) in 2021 = 223e9 USD", "gdp(CHL) in 2021 = 317e9 USD"]


def test_partners_after_one_preposition_do_not_trade_with_each_other() -> None:
    text = (
        "Главным торговым партнёром Перу остаётся Китай. "
        "Товарооборот с Чили и Мексикой составил в 2021 году 4 млрд и 3 млрд долларов соответственно."
    )
    assert told(text) == ["trade.turnover(PER, CHL) in 2021 = 4e9 USD", "trade.turnover(PER, MEX) in 2021 = 3e9 USD"]


def test_without_the_word_nothing_is_dealt_out() -> None:
    text = "Товарооборот Вьетнама и Индии составил в 2021 году 14 млрд долларов."
    assert told(text) == ["trade.turnover(VNM, IND) in 2021 = 14e9 USD"]


def test_a_row_of_another_length_is_left_as_it_was_read() -> None:
    text = "Экспорт Вьетнама в Японию, Индию и Канаду составил в 2021 году 20 млрд и 6 млрд долларов соответственно."
    assert "trade.exports(VNM, CAN) in 2021 = 6e9 USD" not in told(text)


def test_trade_with_a_region_is_not_trade_with_the_world() -> None:
    text = "Экспорт Вьетнама в страны Латинской Америки составил в 2021 году 7 млрд долларов."
    assert told(text) == ['trade.exports(VNM, "place:Латинская Америка") in 2021 = 7e9 USD']


def test_a_share_of_trade_with_a_group_is_no_share_of_all_trade() -> None:
    text = "В торговле Норвегии со странами Прибалтики на Литву приходится 45%, а на Латвию – 30%."
    assert not any("trade.share" in claim for claim in told(text))
    assert told("В торговле Норвегии на Литву приходится 3%.") == ["trade.share(NOR, LTU) = 3 %"]
