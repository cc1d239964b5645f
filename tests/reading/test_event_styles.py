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
