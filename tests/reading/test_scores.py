"""Scores in an index are told of states, with points or in a list that goes on without them."""

from datetime import date
from typing import Any

from sverka.reading.reader import read


def told(text: str) -> list[tuple[Any, ...]]:
    found = [mention.to_json() for mention in read(text, date(2019, 3, 4)).mentions]
    return [(c["low"], c["metric"], sorted(c["parties"]), c["unit"]) for c in found if c["kind"] == "figure"]


def test_scores_go_on_without_points() -> None:
    claims = told(
        "Первое место сохранила Норвегия, набравшая 89 баллов из ста. Среди стран Африки лучший результат показала "
        "Ботсвана (60 баллов), далее идут Руанда (54) и Намибия (49). У Гамбии 38 баллов, а Мали и Нигер, получившие "
        "поровну, по 31, обошли Анголу."
    )
    assert claims == [
        (89, "other", ["NOR"], "units"), (60, "other", ["BWA"], "units"), (54, "other", ["RWA"], "units"),
        (49, "other", ["NAM"], "units"), (38, "other", ["GMB"], "units"), (31, "other", ["MLI", "NER"], "units"),
    ]  # fmt: skip


def test_a_state_led_by_its_preposition() -> None:
    claims = told("В индексе свободы Чили получила 82 балла, у Перу 71, у Боливии 66.")
    assert [(low, parties) for low, _, parties, _ in claims] == [(82, ["CHL"]), (71, ["PER"]), (66, ["BOL"])]


def test_points_of_a_quake_are_no_score() -> None:
    assert told("Землетрясение силой 6 баллов произошло в Турции.") == []


def test_a_bare_number_in_brackets_goes_on_in_per_cent() -> None:
    claims = told("Больше всех на оборону тратит Мали (4,56% ВВП), за ней Чад (3,95).")
    assert [(low, metric, parties, unit) for low, metric, parties, unit in claims] == [
        (4.56, "military.spending", ["MLI"], "%"),
        (3.95, "military.spending", ["TCD"], "%"),
    ]


def test_so_many_of_them() -> None:
    claims = told("В Непале погибли семеро, ещё восьмерых ранило.")
    assert [(low, metric, unit) for low, metric, _, unit in claims] == [
        (7, "casualties", "persons"),
        (8, "casualties", "persons"),
    ]
