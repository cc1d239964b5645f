"""Debts of states to companies are told of both."""

import pytest

from sverka.reading.reader import read


def _owed(text: str) -> list[list[str]]:
    told = [m.to_json() for m in read(text).mentions]
    return [list(c["parties"]) for c in told if c.get("metric") == "debt"]


@pytest.mark.parametrize(
    "text",
    [
        "Долг Боливии перед «Петробрасом» вырос на 55 млн долларов и составляет теперь 192 млн.",
        "Задолженность Боливии перед компанией «Петробрас» достигла 700 млн долларов.",
    ],
)
def test_whom_a_state_owes_is_a_party(text: str) -> None:
    owed = _owed(text)
    assert owed
    assert all(parties[0] == "BOL" and parties[1].startswith("org:Петробрас") for parties in owed)


def test_what_is_owed_to_nobody_named_is_the_states_alone() -> None:
    assert _owed("Внешний долг Боливии вырос до 40 млрд долларов, сообщил банк «Кондор».") == [["BOL"]]


def test_the_whole_debt_is_owed_to_more_than_the_company() -> None:
    text = "Боливия задолжала «Петробрасу» 1,7 млрд долларов, а общий внешний долг страны достигает 75 процентов ВВП."
    assert _owed(text)[-1] == ["BOL"]
