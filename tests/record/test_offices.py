"""Persons are found however a paper spells them."""

import doctest

import pytest

from sverka.record import offices


def test_examples() -> None:
    assert doctest.testmod(offices).failed == 0


@pytest.mark.parametrize(
    ("written", "recorded"), [("Orban", "Orbán"), ("Erdogan", "Erdoğan"), ("Duda", "Duda"), ("Niinisto", "Niinistö")]
)
def test_accents_make_no_difference(written: str, recorded: str) -> None:
    found = offices.terms_of(written)
    assert found and found == offices.terms_of(recorded)


def test_letters_of_other_scripts_stay() -> None:
    assert offices.fold("Андрей Ющенко") == "андрей ющенко"


@pytest.mark.parametrize(
    ("written", "surname"),
    [("person:Ли Кэцян", "ли"), ("Xi Jinping", "xi"), ("person:Ле Дриан", "ле дриан"), ("Лукашенко", "лукашенко")],
)
def test_tables_have_a_whole_eastern_name_by_its_surname(written: str, surname: str) -> None:
    assert offices.surname_of(written) == surname
