"""Offices: persons paired with what they hold."""

from datetime import date

import pytest

from sverka.claims import Office
from sverka.reading.analysis import analyse
from sverka.reading.offices import offices
from sverka.reading.reader import analysed


def read(text: str, published: date | None = None) -> list[tuple[str, str, str]]:
    mentions = offices(analysed(analyse(text, published, "ru")))
    assert all(text[m.span[0] : m.span[1]] == m.anchor for m in mentions)
    return [
        (m.proposition.person.removeprefix("person:"), m.proposition.office, m.proposition.state)
        for m in mentions
        if isinstance(m.proposition, Office)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Президент Казахстана Касым-Жомарт Токаев прибыл.", ("Токаев", "head_of_state", "KAZ")),
        ("Об этом сказал глава МИД Армении Арарат Мирзоян.", ("Мирзоян", "foreign_minister", "ARM")),
        ("Орбан, премьер-министр Венгрии, согласился.", ("Орбан", "head_of_government", "HUN")),
        ("Министр обороны США Ллойд Остин приехал.", ("Остин", "defence_minister", "USA")),
        ("Прибыла министр международных отношений ЮАР Наледи Пандор.", ("Пандор", "foreign_minister", "ZAF")),
        (
            "Приехал король Иордании Абдалла, а премьер-министр Королевства Тонга Симате Малупо нет.",
            ("Малупо", "head_of_government", "TON"),
        ),
        ("Встреча с госсекретарём Джоном Керри.", ("Керри", "foreign_minister", "USA")),
        ("Российский президент Владимир Путин ответил.", ("Путин", "head_of_state", "RUS")),
        ("Экс-президент Франции Николя Саркози вернулся.", ("Саркози", "head_of_state", "FRA")),
        ("Король Норвегии Харальд V открыл парламент.", ("Харальд V", "head_of_state", "NOR")),
        ("Официальный представитель МИД России Мария Захарова.", ("Захарова", "spokesperson", "RUS")),
        ("Посол Польши в Белоруссии Артур Михальский уехал.", ("Михальский", "other:посол в Белоруссии", "POL")),
        ("Министр энергетики Грузии Каха Каладзе.", ("Каладзе", "other:министр энергетики", "GEO")),
        ("Генсек НАТО Йенс Столтенберг возразил.", ("Столтенберг", "other:генеральный секретарь", "NATO")),
        ("Виктор Янукович был избран президентом Украины.", ("Янукович", "head_of_state", "UKR")),
        ("Правительство Молдавии возглавил Павел Филип.", ("Филип", "head_of_government", "MDA")),
        ("Лариджани занял пост министра обороны Ирана.", ("Лариджани", "defence_minister", "IRN")),
        ("Уход Башара Асада с поста президента Сирии.", ("Асад", "head_of_state", "SYR")),
        ("Его сменил бывший канцлер ФРГ Герхард Шрёдер.", ("Шредер", "head_of_government", "DEU")),
    ],
)
def test_person_office_and_state(text: str, expected: tuple[str, str, str]) -> None:
    found = [(p.replace("ё", "е"), o, s) for p, o, s in read(text)]
    assert expected in found


def test_a_plural_title_is_shared_out_in_order() -> None:
    text = "Министры обороны РФ и Армении Сергей Шойгу и Сейран Оганян подписали соглашение."
    assert read(text) == [("Шойгу", "defence_minister", "RUS"), ("Оганян", "defence_minister", "ARM")]


def test_three_presidents_of_three_states() -> None:
    text = "Президенты России, Ирана и Азербайджана Владимир Путин, Хасан Роухани и Ильхам Алиев."
    assert read(text) == [
        ("Путин", "head_of_state", "RUS"),
        ("Роухани", "head_of_state", "IRN"),
        ("Алиев", "head_of_state", "AZE"),
    ]


def test_an_adviser_is_not_the_president() -> None:
    assert read("Советник президента Грузии Георгий Абашидзе.") == [("Абашидзе", "other:советник президента", "GEO")]


def test_nested_titles_go_to_their_own_persons() -> None:
    found = read("Михаил Лесин, бывший министр печати России, советник президента России Владимира Путина, умер.")
    assert ("Лесин", "other:министр печати", "RUS") in found
    assert ("Лесин", "other:советник президента", "RUS") in found
    assert ("Путин", "head_of_state", "RUS") in found
    assert ("Лесин", "head_of_state", "RUS") not in found


def test_a_colleague_holds_the_same_office_elsewhere() -> None:
    text = "Глава МИД Турции Мевлют Чавушоглу и его российский коллега Сергей Лавров встретились."
    assert ("Лавров", "foreign_minister", "RUS") in read(text)


def test_a_state_not_said_is_asked_of_the_record() -> None:
    assert read("Президент Нурсултан Назарбаев и премьер Карим Масимов.", date(2013, 5, 1)) == [
        ("Назарбаев", "head_of_state", "KAZ"),
        ("Масимов", "head_of_government", "KAZ"),
    ]


def test_running_for_an_office_is_not_holding_it() -> None:
    assert read("Кандидат в президенты Светлана Тихановская выступила.") == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Игорь Додон может стать президентом Молдавии.", "hypothetical"),
        ("Игорь Додон станет президентом Молдавии.", "planned"),
        ("Игорь Додон стал президентом Молдавии.", "asserted"),
    ],
)
def test_modality_of_becoming(text: str, modality: str) -> None:
    assert [m.modality for m in offices(analysed(analyse(text)))] == [modality]


def test_professors_and_generals_hold_no_office() -> None:
    assert read("Профессор Иван Петров и генерал Павел Сидоров поспорили.") == []


def test_a_pair_the_record_knows_is_surer_than_one_it_does_not() -> None:
    known = offices(analysed(analyse("Президент Казахстана Касым-Жомарт Токаев.")))[0]
    unknown = offices(analysed(analyse("Министр культуры Казахстана Аркадий Петренко.")))[0]
    assert known.confidence is not None
    assert unknown.confidence is not None
    assert known.confidence >= 0.9 > unknown.confidence
