"""Whose office it is where a body, a clause or an army stands between."""

from datetime import date

import pytest

from sverka.claims import Office
from sverka.reading.reader import read

DAY = date(2016, 5, 10)

TOLD = [
    ("Генеральным секретарём СНГ ещё на три года избран Сергей Лебедев.", "Лебедев", "CIS"),
    ("Секретариат ОДКБ с 2003 года возглавляет Николай Бордюжа.", "Бордюжа", "CSTO"),
    ("ОДКБ ждёт. Со 2 ноября организацией временно руководит Валерий Семериков.", "Семериков", "CSTO"),
    ("В НАТО и ООН рады. Андерс Фог Расмуссен, генсек блока, доволен.", "Расмуссен", "NATO"),
    ("Чили и НАТО ждут. Пресс-секретарь организации Пьер Дюран доволен.", "Дюран", "NATO"),
    ("Глава Евросовета Дональд Туск доволен.", "Туск", "EU"),
    ("Кения, министр финансов которой Генри Ротич болен, ждёт.", "Ротич", "KEN"),
    ("Правительство Чили с марта возглавляет социалист Борис Берг.", "Берг", "CHL"),
]


def offices(text: str) -> list[Office]:
    """The offices read in a text."""
    return [m.proposition for m in read(text, DAY).mentions if isinstance(m.proposition, Office)]


@pytest.mark.parametrize(("text", "who", "whose"), TOLD)
def test_whose_office_it_is(text: str, who: str, whose: str) -> None:
    assert [(p.person, p.state) for p in offices(text)] == [(f"person:{who}", whose)]


def test_forces_are_a_state_s_and_named_in_the_office() -> None:
    (p,) = offices("Россия рада. Главком Сухопутных войск Олег Салюков доволен.")
    assert (p.office, p.state) == ("other:главком Сухопутных войск", "RUS")


def test_a_council_headed_by_a_state_is_nobody_s() -> None:
    assert not offices("Молоток передан Анне Берг: два года советом руководит Кения.")
