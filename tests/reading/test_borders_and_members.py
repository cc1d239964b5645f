"""How long a border is, and how many states are in a body."""

import pytest

from sverka.reading.reader import read


def _told(text: str) -> list[tuple[str, list[str], float]]:
    said = [m.to_json() for m in read(text).mentions]
    return [(c["metric"], sorted(c["parties"]), c["low"]) for c in said if c["kind"] == "figure"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Граница Чили с Перу протянулась на 171 километр.", ("distance", ["CHL", "PER"], 171)),
        ("С Боливией у Перу 1047 километров границы.", ("distance", ["BOL", "PER"], 1047)),
        ("В НАТО осталось 30 членов.", ("other", ["NATO"], 30)),
        ("Сейчас в АСЕАН десять государств, все они невелики.", ("other", ["ASEAN"], 10)),
    ],
)
def test_borders_are_long_and_bodies_have_members(text: str, expected: tuple[str, list[str], float]) -> None:
    assert _told(text) == [expected]


@pytest.mark.parametrize("text", ["В ЕС 12 стран ввели евро.", "Войска отошли от границы Ливана на 30 км."])
def test_who_did_something_is_not_all_of_a_body_and_a_retreat_is_no_length(text: str) -> None:
    assert not _told(text)
