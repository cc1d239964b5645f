"""Parties told by a common noun for those in them."""

from datetime import date

import pytest

from sverka.reading.reader import read


def _votes(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for mention in read(text, date(2016, 5, 10)).mentions:
        told = mention.to_json()
        if told["kind"] == "figure" and told["metric"] == "vote":
            found.setdefault(mention.anchor, list(told["parties"]))
    return found


def test_each_party_has_its_own_share_and_its_own_seats() -> None:
    votes = _votes(
        "В воскресенье в Перу прошли парламентские выборы. Либеральные демократы – 29,4% и 32 мандата, "
        "радикалы – 12,7% и 15, консерваторы – 10% и 12."
    )
    assert votes["29,4%"] == ["PER", "org:либеральные демократы"]
    assert votes["32"] == ["PER", "org:либеральные демократы"]
    assert votes["15"] == ["PER", "org:радикалы"]
    assert votes["10%"] == ["PER", "org:консерваторы"]


def test_what_a_party_gains_falls_to_it_in_the_dative() -> None:
    votes = _votes("Выборы в Чили позади. Социалистам, набравшим 39,3%, достанутся 42 кресла.")
    assert votes["39,3%"] == votes["42"] == ["CHL", "org:социалисты"]


@pytest.mark.parametrize("text", ["Во Франции живёт 200 тысяч социалистов.", "Политик-радикал получил в Чили 12 лет."])
def test_those_of_a_conviction_are_no_voters_elsewhere(text: str) -> None:
    assert not _votes(text)
