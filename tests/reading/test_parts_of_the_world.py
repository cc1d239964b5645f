"""Parts of the world's whole, told of a body named before; how many states a body has; ranges by any dash."""

from datetime import date
from typing import Any

import pytest

from sverka.reading.reader import read


def told(text: str) -> list[dict[str, Any]]:
    return [c for m in read(text, date(2016, 5, 10)).mentions if (c := m.to_json())["kind"] == "figure"]


@pytest.mark.parametrize(
    ("text", "metric", "body"),
    [
        ("ОПЕК снизит добычу. На долю картеля приходится 40% мировой добычи нефти.", "energy.share", "OPEC"),
        ("Экономики БРИКС растут. Суммарный ВВП этих стран – 25% мирового ВВП.", "gdp.share", "BRICS"),
    ],
)
def test_a_part_of_the_world_is_that_of_the_body_told_of(text: str, metric: str, body: str) -> None:
    (share,) = told(text)
    assert (share["metric"], share["parties"]) == (metric, [body, "WLD"])


@pytest.mark.parametrize(
    ("text", "number", "body"),
    [
        ("27 стран ЕС ратифицировали договор.", 27, "EU"),
        ("За документ выступили послы 28 стран НАТО.", 28, "NATO"),
        ("НАТО расширяется. Протокол подписали все 28 государств-членов.", 28, "NATO"),
    ],
)
def test_members_of_a_body_are_counted(text: str, number: int, body: str) -> None:
    (count,) = told(text)
    assert (count["metric"], count["low"], count["unit"], count["parties"]) == ("other", number, "units", [body])


def test_a_minus_sign_may_stand_for_a_dash() -> None:
    (rate,) = told("Инфляция в Казахстане составит 5,5\u22125,7%.")
    assert (rate["low"], rate["high"]) == (5.5, 5.7)


@pytest.mark.parametrize(
    ("text", "metric", "parties"),
    [
        (
            "Военные расходы НАТО составили 900 млрд долларов. Почти две трети этой суммы приходятся на США.",
            "military.spending",
            ["USA", "NATO"],
        ),
        (
            "Военные расходы НАТО достигли 900 млрд долларов, "
            "из них 54% приходится на три страны — Францию, Великобританию и Германию.",
            "military.spending",
            ["FRA", "GBR", "DEU", "NATO"],
        ),
        ("Внешний долг Анголы составил 40 млрд долларов, из них 60% приходится на Китай.", "debt", ["CHN", "AGO"]),
    ],
)
def test_a_part_of_a_sum_is_of_what_the_sum_is(text: str, metric: str, parties: list[str]) -> None:
    part = told(text)[-1]
    assert (part["metric"], part["unit"], part["parties"]) == (metric, "%", parties)
