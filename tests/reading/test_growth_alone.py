"""«Рост» alone is that of the economy spoken of; what somebody counted on beside it is a rate as well."""

from datetime import date
from typing import Any

import pytest

from sverka.reading.reader import read

PUBLISHED = date(2019, 11, 20)


def told(text: str) -> list[dict[str, Any]]:
    found = (mention.to_json() for mention in read(text, PUBLISHED).mentions)
    return [claim for claim in found if claim["kind"] in ("figure", "change")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Экономика Перу оживает. Рост, составивший в 2017 году 2,4%, всем нравится.", 2.4),
        ("Экономика Кении растёт быстро. В 2018 году рост превысил 5%.", 5),
        ("Экономика Канады отошла от края. Второй квартал принёс стране 1,6% роста.", 1.6),
        ("Но ведь экономика Румынии здорова! Рост завидный – 4,6 процента во втором квартале.", 4.6),
        ("Экономика Филиппин слаба, но правительство обещает рост в 7%.", 7),
        ("Темпы роста ганской экономики снизились до 3,6%.", 3.6),
        ("ВВП Чили вырос в 2018 году на 1,8%. Центробанк рассчитывал на 2,5%.", 2.5),
        ("Министр называл 4,2%, но ВВП Боливии в 2018 году вырос на 5,4%.", 4.2),
    ],
)
def test_growth_alone_is_a_rate(text: str, value: float) -> None:
    rate = next(claim for claim in told(text) if claim["low"] == value)
    assert (rate["kind"], rate["metric"], len(rate["parties"])) == ("figure", "gdp.growth", 1)
    assert len(rate["parties"][0]) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Экономика Туниса слаба. Рост цен в 2018 году составил 5%.",
        "Экономика Туниса слаба. Рост в промышленности в 2018 году составил 5%.",
        "Экономика Марокко зависит от экспорта. В 2018 году вывоз фосфатов увеличился, рост составил 5%.",
    ],
)
def test_growth_of_something_else_is_not_the_economys(text: str) -> None:
    assert "gdp.growth" not in {claim["metric"] for claim in told(text)}


def test_a_part_of_output_is_no_growth() -> None:
    assert [c["metric"] for c in told("Сельское хозяйство занимает в ВВП Гаити 20%.")] == ["gdp.share"]


def test_what_output_did_after_a_rate_stays_a_change() -> None:
    claims = told("В 2016 году рост экономики Кубы составил 3%, а в 2017-м она показала спад на 2%.")
    assert [(c["kind"], c["metric"]) for c in claims] == [("figure", "gdp.growth"), ("change", "gdp")]


def test_a_part_of_the_worlds_output_is_of_the_economy_spoken_of() -> None:
    claims = told("Экономика Индии большая. Реформы идут в экономике, на которую приходится 8% мирового ВВП.")
    assert [(c["metric"], set(c["parties"])) for c in claims] == [("gdp.share", {"IND", "WLD"})]
