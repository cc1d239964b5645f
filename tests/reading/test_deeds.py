"""What states do to one another, by whole classes of verbs: closing, taxing, giving money, parting, reconciling."""

from datetime import date

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.events import events
from sverka.reading.reader import analysed


def told(text: str, published: date | None = date(2022, 6, 1)) -> list[str]:
    return [str(m.proposition) for m in events(analysed(analyse(text, published, "ru")))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "5 мая 2021 года Чили разорвала отношения с Боливией и объявила блокаду.",
            ["break CHL -> BOL in 2021-05-05", "sanction CHL -> BOL in 2021-05-05"],
        ),
        ("ЕС выделил Молдавии 150 миллионов евро.", ["aid EU -> MDA"]),
        ("Вашингтон обложил пошлинами китайскую сталь.", ["sanction USA -> CHN"]),
        ("Индия ввела пошлины на товары из Турции.", ["sanction IND -> TUR"]),
        ("Алжир закрыл небо для марокканских самолётов.", ["sanction DZA -> MAR"]),
        ("Марокко порвало с Ираном.", ["break MAR -> IRN"]),
        ("Чехия выслала российских дипломатов.", ["break CZE -> RUS"]),
        ("МВФ одобрил кредит для Пакистана.", ["aid IMF -> PAK"]),
        ("При посредничестве Омана Иран и Саудовская Аравия договорились о мире.", ["mediate OMN -> IRN, SAU"]),
        ("Турция пытается примирить Сомали и Эфиопию.", ["mediate TUR -> SOM, ETH"]),
        ("В Мали стоят французские солдаты.", ["deploy FRA -> MLI"]),
        ("В Ираке оставались 2500 американских солдат.", ["deploy USA -> IRQ"]),
        ("Сто военных Руанды высадились в Мозамбике.", ["deploy RWA -> MOZ"]),
        (
            "Дональд Трамп вывел США из соглашения по климату.",
            ['withdraw person:Трамп, USA -> "treaty:соглашение по климату"'],
        ),
        ("Франция уходит из Нигера.", ["withdraw FRA -> NER"]),
        ("Израиль выпустил ракеты по Сирии.", ["attack ISR -> SYR"]),
        ("Полиция Эквадора взяла штурмом посольство Мексики.", ["attack ECU -> MEX"]),
        ("Индия запретила китайские приложения.", ["sanction IND -> CHN"]),
        ("С Ирана сняли санкции ООН.", ["sanction UN -> IRN"]),
        ("Боливия объявила о разрыве дипломатических отношений с Израилем.", ["break BOL -> ISR"]),
    ],
)
def test_deeds_are_read_with_both_sides(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Японский рынок считается закрытым для многих.",
        "Министр закрыл заседание.",
        "Решение было принято без голосования.",
        "Германия стоит перед выбором.",
        "Италия взяла за образец Францию.",
    ],
)
def test_words_of_other_meaning_tell_no_deed(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Эдускунта проголосовала за вступление в НАТО 184 голосами.", "vote FIN -> NATO"),
        ("В Афганистане, где стояли немецкие солдаты, стало тихо.", "deploy DEU -> AFG"),
        ("Сто военных «Африканского корпуса» высадились в Уагадугу.", 'deploy "org:Африканский корпус" -> BFA'),
        (
            "Ограничение авиасообщения, введённое Москвой с 8 июля, обошлось Грузии дорого.",
            "sanction RUS -> GEO in 2021-07-08",
        ),
    ],
)
def test_sides_in_the_clause_around_or_beside(text: str, expected: str) -> None:
    assert told(text) == [expected]
