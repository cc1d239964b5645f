"""Who an office stands for, and whose a body is: a person told once goes on acting under the title."""

from datetime import date

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.events import events
from sverka.reading.passages import above
from sverka.reading.reader import analysed


def told(text: str, published: date | None = date(2019, 6, 1)) -> list[str]:
    return [str(m.proposition) for m in events(analysed(analyse(text, published, "ru")))]


def test_an_office_means_whom_the_text_named_with_it() -> None:
    text = "Президент Ганы Нана Акуфо-Аддо принял послов. Ганский лидер прилетел в Токио."
    assert told(text)[-1] == "visit person:Акуфо-Аддо, GHA -> JPN"


def test_an_office_without_a_state_means_its_only_holder() -> None:
    text = "Президент Ганы Нана Акуфо-Аддо выступил в парламенте. Завтра президент посетит Лиссабон."
    assert told(text)[-1] == "visit person:Акуфо-Аддо, GHA -> PRT in 2019-06-02"


@pytest.mark.parametrize(
    "text",
    [
        "Президент Ганы Нана Акуфо-Аддо и президент Того Фор Гнассингбе выступили. Президент посетит Лиссабон.",
        "Президент Ганы Нана Акуфо-Аддо выступил. Бывший президент Ганы посетит Лиссабон.",
        "Президент Ганы Нана Акуфо-Аддо выступил. Новый президент посетит Лиссабон.",
    ],
)
def test_an_office_of_several_or_of_the_past_means_nobody(text: str) -> None:
    assert not any("person:Акуфо-Аддо" in event and "visit" in event for event in told(text))


def test_an_office_nobody_named_stays_its_state() -> None:
    assert told("Президент Ганы посетил Лиссабон.") == ["visit GHA -> PRT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Армия обороны Израиля нанесла удар по Сирии.", "attack ISR -> SYR"),
        (
            "Исполнительный совет Международного валютного фонда одобрил предоставление Кении кредита.",
            "aid IMF -> KEN",
        ),
        ("США ввели санкции в отношении Мали.", "sanction USA -> MLI"),
    ],
)
def test_a_body_acts_as_whose_it_is(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_a_paper_between_two_about_something_is_one_name() -> None:
    text = "В Найроби обсудили договор между Кенией и Угандой о границе, подписанный 5 мая 2017 года."
    assert told(text) == ['sign KEN, UGA -> "treaty:договор между Кенией и Угандой о границе" in 2017-05-05']
    text = "Это предусмотрено соглашением о статусе войск, подписанным Вашингтоном и Багдадом в ноябре прошлого года."
    assert told(text) == ['sign USA, IRQ -> "treaty:соглашение о статусе войск" in 2018-11']


def test_headlines_above_a_passage_do_not_run_into_it() -> None:
    line = "Президент Ганы Нана Акуфо-Аддо подписал закон о бюджете"
    item = {"id": "a", "text": "Завтра президент посетит Лиссабон.", "head": line, "published": "2019-06-01"}
    item["context"] = "Президент Ганы Нана Акуфо-Аддо подписал закон о налогах"
    whole = f"{above(item)}\n{item['text']}"
    assert [sentence.tokens[0].text for sentence in analyse(whole, None, "ru").sentences] == ["Президент"] * 2 + [
        "Завтра"
    ]
