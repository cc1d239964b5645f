"""Events: visits, meetings, signatures, deeds and votes with all their participants."""

from datetime import date

import pytest

from sverka.claims import Mention
from sverka.reading.analysis import analyse
from sverka.reading.events import events
from sverka.reading.reader import analysed


def read(text: str, published: date | None = None) -> list[Mention]:
    found = events(analysed(analyse(text, published, "ru")))
    assert all(text[m.span[0] : m.span[1]] == m.anchor for m in found)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Канцлер Германии Олаф Шольц посетил Киев 16 июня 2022 года.", "visit person:Шольц, DEU -> UKR in 2022-06-16"),
        (
            "Визит Джо Байдена в Израиль состоялся 18 октября 2023 года.",
            "visit person:Байден, USA -> ISR in 2023-10-18",
        ),
        (
            "В мае 2018 года премьер Японии Синдзо Абэ и президент США Дональд Трамп встретились в Токио.",
            "meet person:Абэ, JPN -> person:Трамп, USA in 2018-05",
        ),
        (
            "Сербия и Косово подписали Брюссельское соглашение в апреле 2013 года.",
            'sign SRB, XKX -> "treaty:Брюссельское соглашение" in 2013-04',
        ),
        (
            "Аргентина подписала с МВФ соглашение о кредите в марте 2022 года.",
            'sign ARG, IMF -> "treaty:соглашение о кредите" in 2022-03',
        ),
        (
            "Договор о нераспространении ядерного оружия подписали в 1968 году СССР, США и Великобритания.",
            'sign SUN, USA, GBR -> "treaty:договор о нераспространении ядерного оружия" in 1968',
        ),
        (
            "В ходе встречи с президентом Турции Реджепом Эрдоганом премьер Катара Мохаммед Аль Тани обещал помощь.",
            'meet "person:Аль Тани", QAT -> person:Эрдоган, TUR',
        ),
        ("Индия держит войска в Бутане.", "deploy IND -> BTN"),
        ("США ввели санкции против Ирана в 2018 году.", "sanction USA -> IRN in 2018"),
        ("Евросоюз продлил санкции в отношении Белоруссии.", "sanction EU -> BLR"),
        ("Турция ввела войска в Сирию в августе 2016 года.", "deploy TUR -> SYR in 2016-08"),
        ("Вторжение Ирака в Кувейт началось в августе 1990 года.", "attack IRQ -> KWT in 1990-08"),
        ("Израиль нанёс удары по Сирии.", "attack ISR -> SYR"),
        ("Китай предоставил Шри-Ланке кредит.", "aid CHN -> LKA"),
        (
            "Саудовская Аравия разорвала дипломатические отношения с Ираном в январе 2016 года.",
            "break SAU -> IRN in 2016-01",
        ),
        ("США вывели войска из Афганистана в августе 2021 года.", "withdraw USA -> AFG in 2021-08"),
        (
            "Сенат Польши ратифицировал договор о присоединении к ЕС.",
            'vote POL -> "treaty:договор о присоединении к ЕС"',
        ),
    ],
)
def test_says_who_did_what_to_whom_and_when(text: str, expected: str) -> None:
    assert [str(m.proposition) for m in read(text)] == [expected]


def test_states_that_vote_alike_are_one_vote() -> None:
    text = "Генассамблея приняла резолюцию по Сирии. Индия воздержалась, Куба и Иран проголосовали против."
    found = [str(m.proposition) for m in read(text, date(2012, 2, 17))]
    assert found == ["vote IND -> SYR", "vote CUB, IRN -> SYR"]


def test_two_travellers_are_two_visits() -> None:
    text = "Президент Польши Анджей Дуда и президент Литвы Гитанас Науседа приехали в Киев в феврале 2022 года."
    found = [str(m.proposition) for m in read(text)]
    assert found == ["visit person:Дуда, POL -> UKR in 2022-02", "visit person:Науседа, LTU -> UKR in 2022-02"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Армения отказалась подписывать соглашение об ассоциации с Евросоюзом.", "denied"),
        ("Предстоящий визит президента Франции Эмманюэля Макрона в Пекин отложен.", "planned"),
        ("Президент Чили Габриэль Борич собирается посетить Пекин.", "planned"),
        ("Индия не вводила санкции против России.", "denied"),
        ("США могли бы ввести санкции против Кубы.", "hypothetical"),
    ],
)
def test_modality_of_an_event(text: str, modality: str) -> None:
    assert [m.modality for m in read(text)] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "Саммит АСЕАН в Джакарте отложили.",
        "Урожай зерна в Канаде прибыл в порт.",
        "Польша ввела новый стандарт для кондитерских изделий.",
    ],
)
def test_other_sentences_hold_no_event(text: str) -> None:
    assert read(text) == []
