"""Offices as the press tells them: seats for institutions, whom an officer serves, Eastern and double names."""

from datetime import date

import pytest

from sverka.claims import Office
from sverka.reading.analysis import analyse
from sverka.reading.offices import offices
from sverka.reading.reader import analysed

DAY = date(2016, 3, 1)


def read(text: str, published: date | None = DAY) -> list[tuple[str, str, str]]:
    found = [m.proposition for m in offices(analysed(analyse(text, published, "ru")))]
    return [(p.person.removeprefix("person:"), p.office, p.state) for p in found if isinstance(p, Office)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Глава Пентагона Эштон Картер прибыл в Эрбиль.", ("Картер", "defence_minister", "USA")),
        ("Главу Госдепа Хиллари Клинтон встретили холодно.", ("Клинтон", "foreign_minister", "USA")),
        ("Хозяин Елисейского дворца Франсуа Олланд улетел.", ("Олланд", "head_of_state", "FRA")),
        ("Председатель Госдумы Сергей Нарышкин закрыл прения.", ("Нарышкин", "other:председатель Госдумы", "RUS")),
        (
            "Секретарь Совета безопасности Казахстана Нурлан Ермекбаев выступил.",
            ("Ермекбаев", "other:секретарь Совета безопасности", "KAZ"),
        ),
        ("Пресс-секретарь Путина Дмитрий Песков молчал.", ("Песков", "spokesperson", "RUS")),
        (
            "Приехал советник Олланда по экономике Жак Одибер.",
            ("Одибер", "other:советник по экономике", "FRA"),
        ),
        ("Министр вооружённых сил Франции Флоранс Парли.", ("Парли", "defence_minister", "FRA")),
        ("Посол Индии в Пекине Ашок Кантха уехал.", ("Кантха", "other:посол в Китае", "IND")),
        ("Министр Лавров подписал бумаги.", ("Лавров", "foreign_minister", "RUS")),
        ("Директор-распорядитель МВФ Кристин Лагард.", ("Лагард", "other:директор-распорядитель", "IMF")),
        ("Премьер же Орбан не приехал.", ("Орбан", "head_of_government", "HUN")),
        ("Премьер Вьетнама Нгуен Тан Зунг ушёл.", ("Нгуен Тан Зунг", "head_of_government", "VNM")),
        ("Министр торговли Китая Гао Хучэн прилетел.", ("Гао Хучэн", "other:министр торговли", "CHN")),
        ("Встреча с президентом Мексики Энрике Пенья Ньето.", ("Пенья Ньето", "head_of_state", "MEX")),
        ("Министр обороны Италии Роберта Пинотти возразила.", ("Пинотти", "defence_minister", "ITA")),
        ("Правительство Мануэля Вальса устояло.", ("Вальс", "head_of_government", "FRA")),
        ("Кабинету во главе с Эрной Сульберг поверили.", ("Сульберг", "head_of_government", "NOR")),
        (
            "Глава МИД Перу Ана Мария Санчес молчала. Её чилийский коллега Эральдо Муньос возразил.",
            ("Муньос", "foreign_minister", "CHL"),
        ),
        ("Филипп Хаммонд, прежде министр обороны Великобритании, ушёл.", ("Хаммонд", "defence_minister", "GBR")),
        ("Буяр Нишани, президент Албании с июля, опоздал.", ("Нишани", "head_of_state", "ALB")),
        ("Управляющий Нацбанком Казахстана Данияр Акишев.", ("Акишев", "other:управляющий Нацбанком", "KAZ")),
        ("Африканский союз, председателем которого является Идрис Деби.", ("Деби", "other:председатель", "AU")),
        ("Франсуа Олланд и его испанский коллега Мариано Вега встретились.", ("Вега", "head_of_state", "ESP")),
        (
            "Прибыл министр обороны Омана, советник султана Бадр аль-Бусаиди.",
            ("аль-Бусаиди", "other:советник султана", "OMN"),
        ),
        ("Чей министр экономики Грузии Дмитрий Кумсишвили?", ("Кумсишвили", "other:министр экономики", "GEO")),
    ],
)
def test_an_office_is_told(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


def test_a_plural_title_is_one_office_for_each() -> None:
    text = "Министры финансов Литвы Римантас Шаджюс и Латвии встретились. Главы таможен Пётр Андреев и Иван Косов."
    assert {o for _, o, _ in read(text)} == {"other:министр финансов", "other:глава таможен"}


@pytest.mark.parametrize(
    "text",
    [
        "Черногория стала 29-м членом альянса, сказал Йенс Столтенберг.",
        "Мы говорили с нашим президентом, а Дональд Трамп молчал.",
        "Мириам Смит первой из женщин избрана главой африканского государства.",
        "В кабинете Владимира Путина горел свет.",
        "Министр финансов Янис Кукуридис ушёл.",  # of no state the text names
    ],
)
def test_no_office_is_made_up(text: str) -> None:
    assert read(text) == []


def test_a_lent_state_is_that_of_the_place_and_never_sure() -> None:
    text = "Испания – сосед. В апреле я побывал в Анголе, где встретился с президентом Тиагу Монтейру."
    (found,) = offices(analysed(analyse(text, DAY, "ru")))
    assert isinstance(found.proposition, Office) and found.proposition.state == "AGO"
    assert found.confidence is not None and found.confidence < 0.4


def test_one_name_after_two_states_is_of_the_last() -> None:
    text = "Встреча президентов Сербии и Хорватии Зорана Милановича прошла вчера."
    assert read(text, date(2021, 1, 25)) == [("Миланович", "head_of_state", "HRV")]


def test_what_a_head_of_government_says_does_not_date_him() -> None:
    text = "Глава чешского правительства Андрей Бабиш отметил, что экспорт за 2019 год вырос на пятую часть."
    (told,) = offices(analysed(analyse(text, date(2021, 1, 25), "ru")))
    assert str(told.proposition) == "office person:Бабиш head_of_government CZE"
    led = "Пётр Новак возглавил правительство Чехии и сообщил, что в 2012 году экспорт вырос."
    assert all(m.proposition.period is None for m in offices(analysed(analyse(led, date(2021, 1, 25), "ru"))))
