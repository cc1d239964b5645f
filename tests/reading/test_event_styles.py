"""Events as news tells them: strikes at what belongs to somebody, lists of sanctions, aid got, envoys expelled."""

from datetime import date

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.events import events
from sverka.reading.reader import analysed


def told(text: str, published: date | None = date(2019, 6, 1)) -> list[str]:
    return [str(m.proposition) for m in events(analysed(analyse(text, published, "ru")))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Турция нанесла удар по позициям курдов в Сирии.", "attack TUR -> SYR"),
        ("Сомалийские боевики выпустили ракеты по кенийской территории.", "attack SOM -> KEN"),
        ("Авиаудары Турции по северной части Ирака продолжались.", "attack TUR -> IRQ"),
        ("В марте Эфиопия атаковала аэродром Асмара в Эритрее.", "attack ETH -> ERI in 2019-03"),
        ("Турецкие самолёты нанесли удары по сектору Газа.", "attack TUR -> place:Газа"),
    ],
)
def test_whose_the_thing_is_that_is_struck(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("США включили в санкционные списки по Мали шестнадцать компаний.", "sanction USA -> MLI"),
        ("Минфин США внёс в «чёрный список» компании, связанные с Мали.", "sanction USA -> MLI"),
        ("Под санкции США попали три суданских банка.", "sanction USA -> SDN"),
    ],
)
def test_sanctions_told_by_lists(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_other_lists_are_no_sanctions() -> None:
    assert told("ЮНЕСКО включила в список наследия три кенийских парка.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кения получила первый транш помощи от Международного валютного фонда.", "aid IMF -> KEN"),
        ("В мае Пакистан взял у Китая кредит.", "aid CHN -> PAK in 2019-05"),
        ("МВФ одобрил программу финансирования Кении.", "aid IMF -> KEN"),
        ("МВФ одобрил выделение кредитов Пакистану (2 млрд), Исландии (3 млрд), Кении.", "aid IMF -> PAK, ISL, KEN"),
    ],
)
def test_aid_from_either_side(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Из Чили высылают перуанских дипломатов.", "break CHL -> PER"),
        ("Чехия осудила высылку Россией чешских дипломатов.", "break RUS -> CZE"),
        ("Боливия выгоняет чилийских дипломатов.", "break BOL -> CHL"),
    ],
)
def test_envoys_expelled(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_a_deed_told_by_a_noun_is_dated_by_the_verb_that_says_it_takes_place() -> None:
    found = events(analysed(analyse("Вывод турецких войск из Ирака состоится в мае 2020 г.", date(2019, 6, 1), "ru")))
    assert [(str(m.proposition), m.modality) for m in found] == [("withdraw TUR -> IRQ in 2020-05", "planned")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вчера в Кении закрыли границу. Уганда ввела эмбарго.", "sanction UGA -> KEN"),
        ("В Мали снова стреляли. Франция перебросила войска.", "deploy FRA -> MLI"),
        ("После захвата Карабаха Азербайджан молчал.", "attack AZE -> place:Карабах"),
        ("Турция перебросила на базу под Дохой солдат.", "deploy TUR -> QAT"),
        ("Евросоюз продлил санкции, введённые против Мали.", "sanction EU -> MLI"),
        ("Режим Асада атаковал Идлиб.", "attack SYR -> place:Идлиб"),
        ("В Лондоне говорят о референдуме о выходе Британии из ЕС.", "vote GBR -> EU"),
    ],
)
def test_the_other_side_told_apart(text: str, expected: str) -> None:
    assert told(text)[-1:] == [expected]


def test_who_attacks_a_state_is_not_guessed() -> None:
    assert told("Франция молчала. После вторжения в Ирак прошёл год.") == ["attack -> IRQ"]


def test_two_verbs_of_a_relative_clause_share_whom_it_describes() -> None:
    text = "Президент Чили Габриэль Борич, который прибыл в Токио и встретился с премьером Японии Синдзо Абэ, доволен."
    assert told(text) == [
        "visit person:Борич, CHL -> JPN",
        "meet person:Борич, CHL -> person:Абэ, JPN",
    ]


def test_talks_are_dated_by_the_verb_that_begins_them_and_purposes_by_what_they_are_for() -> None:
    assert told("Путин и Лукашенко начали переговоры в Кремле днём 26 мая.")[0].endswith("BLR in 2019-05-26")
    text = "Президент Ганы Нана Акуфо-Аддо прибыл 5 мая в Токио, чтобы встретиться с премьером Японии Синдзо Абэ."
    assert [event[-10:] for event in told(text)] == ["2019-05-05"] * 2


def test_brackets_after_an_office_do_not_part_it_from_its_holder() -> None:
    text = "Президент Центральноафриканской Республики (ЦАР) Фостен-Арканж Туадера прилетел в Каир."
    assert told(text) == ["visit person:Туадера, CAF -> EGY"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Толпа напала на чилийское посольство в Каире.", "attack -> CHL"),
        ("Нападение на посольство Чили в Каире осудили все.", "attack -> CHL"),
        ("Судан объявил посла Чада персоной нон грата.", "break SDN -> TCD"),
        (
            "В декабре между Чили и Перу будет подписан договор о туризме.",
            'sign CHL, PER -> "treaty:договор о туризме" in 2019-12',
        ),
        (
            "«Газпром» и CNPC подписали меморандум о поставках.",
            'sign org:Газпром, org:CNPC -> "treaty:меморандум о поставках"',
        ),
        ("Обломки кенийского самолёта, сбитого 4 мая над Угандой, найдены.", "attack -> KEN in 2019-05-04"),
        ("На переговорах лидеры Чили и Перу не договорились.", "meet CHL -> PER"),
        ("Жители Британии проголосовали за выход страны из ЕС.", "vote GBR -> EU"),
        ("Депутаты Кнессета поддержали ратификацию договора о границе.", 'vote ISR -> "treaty:договор о границе"'),
        (
            "Переговоры чилийского лидера с его перуанским коллегой Дионом Рохасом прошли в мае.",
            "meet CHL -> person:Рохас, PER in 2019-05",
        ),
    ],
)
def test_other_ways_of_telling_who_and_whom(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_whoever_is_called_upon_does_it() -> None:
    found = told("Президент Чили Габриэль Борич призвал Кению снять санкции с Уганды.")
    assert found == ["sanction KEN -> UGA"]


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Премьер Японии Синдзо Абэ 13-14 мая посетил Каир.", "2019-05-13/2019-05-14"),
        ("В ночь с 7 на 8 мая Чад напал на Судан.", "2019-05-07/2019-05-08"),
    ],
)
def test_days_joined_by_a_dash_or_a_night_are_both_told(text: str, dated: str) -> None:
    assert [event.rpartition(" in ")[2] for event in told(text)] == [dated]


@pytest.mark.parametrize(
    "text",
    [
        "Несколько дней назад премьер Японии Синдзо Абэ посетил Каир.",
        "На прошлой неделе накануне визита Синдзо Абэ в Каир шли дожди.",
    ],
)
def test_a_date_that_is_vague_or_of_something_else_dates_nothing(text: str) -> None:
    assert [event.rpartition(" in ")[0] for event in told(text)] == [""]


def test_an_office_nobody_is_named_with_makes_a_frame_less_sure() -> None:
    def grade(text: str) -> float:
        return events(analysed(analyse(text, date(2019, 6, 1), "ru")))[0].confidence or 0.0

    named, bare = "Президент Чили Габриэль Борич посетил Каир.", "Президент Чили посетил Каир."
    assert grade(named) > grade(bare)
