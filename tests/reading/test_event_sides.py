"""Both sides of an event: who stands apart by a dash, a possessive or a stand-in is found all the same."""

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
            "В Хельсинки прилетел — уже на другой день — президент Кении Уильям Руто.",
            "visit person:Руто, KEN -> FIN",
        ),
        (
            "Президент Чили Габриэль Борич и его перуанский коллега Педро Кастильо подписали договор о дружбе.",
            'sign person:Борич, CHL, person:Кастильо, PER -> "treaty:договор о дружбе"',
        ),
    ],
)
def test_apart_by_a_dash_or_a_possessive(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В марте делегации Кении и Уганды провели в Найроби переговоры.", "meet KEN -> UGA in 2022-03"),
        (
            "Премьер-министр Индии Нарендра Моди принял в Дели Эммануэля Макрона.",
            "meet person:Моди, IND -> person:Макрон, FRA",
        ),
        (
            "Канцлер Олаф Шольц говорил по телефону с президентом Чили Габриэлем Боричем.",
            "meet person:Шольц, DEU -> person:Борич, CHL",
        ),
        ("В мае прошли тайные контакты иранцев с саудовцами.", "meet IRN -> SAU in 2022-05"),
        (
            "Серб Александр Вучич обедал с канцлером Германии Олафом Шольцем.",
            "meet person:Вучич, SRB -> person:Шольц, DEU",
        ),
    ],
)
def test_whoever_speaks_or_receives_meets(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Президент Чили Габриэль Борич говорил с журналистами.",
        "Канцлер Олаф Шольц обсудил бюджет с министром финансов Германии Кристианом Линднером.",
        "Министр принял решение.",
        "Контакты Перу с Чили важны для обеих сторон.",
    ],
)
def test_no_meeting_at_home_or_in_general(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Президент Туниса Каис Сайед бежал в Джидду.", ["visit person:Сайед, TUN -> SAU"]),
        (
            "Министр обороны Норвегии Бьорн Арильд Грам улетел в Вильнюс, а оттуда в Ригу.",
            ["visit person:Грам, NOR -> LTU", "visit person:Грам, NOR -> LVA"],
        ),
        ("Делегация из Кито прибыла в Стамбул.", ["visit ECU -> TUR"]),
        ("Посол Волкер ездит в Белград чаще, чем в Загреб.", []),
    ],
)
def test_journeys_go_to_cities_and_on(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Президент Чили Габриэль Борич и премьер Индии Нарендра Моди поставили подписи под декларацией о мире.",
            'sign person:Борич, CHL, person:Моди, IND -> "treaty:декларация о мире"',
        ),
        (
            "Соглашение о перемирии вступило в силу. Под ним стоят подписи: Нарендра Моди, Эммануэль Макрон.",
            'sign person:Моди, IND, person:Макрон, FRA -> "treaty:соглашение о перемирии"',
        ),
        (
            "Кения и Уганда под протоколом о границе не подписывались.",
            'not sign KEN, UGA -> "treaty:протокол о границе"',
        ),
        (
            "Перу долго думала. С Чили подписан договор о границе.",
            'sign PER, CHL -> "treaty:договор о границе"',
        ),
    ],
)
def test_names_under_a_paper_sign_it(text: str, expected: str) -> None:
    assert told(text, date(2022, 6, 1)) == [expected]


def test_a_doer_belongs_to_his_own_participle() -> None:
    text = "Договор о торговле, подписанный Чили 30 июня 2019 года и ратифицированный кнессетом, действует."
    assert told(text)[0] == 'sign CHL -> "treaty:договор о торговле" in 2019-06-30'


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("5 мая 2021 года Чили ввела войска в Перу. В тот же день с Чили порвала Боливия.", "2021-05-05"),
        ("5 мая 2021 года Чили ввела войска в Перу. На следующий день с Чили порвала Боливия.", "2021-05-06"),
        ("5 мая 2021 года Чили ввела войска в Перу. Тремя днями позже с Чили порвала Боливия.", "2021-05-08"),
        ("5 мая 2021 года Чили ввела войска в Перу. Через неделю с Чили порвала Боливия.", "2021-05-12"),
    ],
)
def test_days_are_counted_from_what_was_told_before(text: str, last: str) -> None:
    assert told(text)[-1] == f"break BOL -> CHL in {last}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Переговоры президентов Турции и Чили прошли в Баку.", "meet TUR -> CHL"),
        (
            "В мае состоялась встреча Эммануэля Макрона и Нарендры Моди.",
            "meet person:Макрон, FRA -> person:Моди, IND in 2022-05",
        ),
        ("Переговоры Чили и Перу начались в 2021 году.", "meet CHL -> PER in 2021"),
    ],
)
def test_talks_of_two_have_both_as_sides(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_talks_put_off_have_not_been() -> None:
    found = events(analysed(analyse("Встреча президентов Чили и Перу отложена.", date(2022, 6, 1), "ru")))
    assert [m.modality for m in found] == ["hypothetical"]


def test_verbs_joined_by_and_share_the_other_side() -> None:
    text = "5 июня 2017 года Бахрейн и Египет разорвали с Катаром отношения и объявили блокаду."
    assert told(text)[-1] == "sanction BHR, EGY -> QAT in 2017-06-05"


def test_a_paper_of_the_sentence_before_brings_its_parties() -> None:
    text = "Премьер Норвегии подписал договор о совместном освоении арктического шельфа с Исландией. Документ одобрен."
    assert told(text)[0] == 'sign NOR, ISL -> "treaty:договор о совместном освоении арктического шельфа с Исландией"'
    short = (
        "Премьер Норвегии подписал часть соглашения о совместном освоении шельфа с Исландией. Документ подписал Чад."
    )
    assert told(short)[-1] == 'sign TCD, ISL -> "treaty:соглашение о совместном освоении шельфа с Исландией"'
