"""What newspapers count besides trade: interest, reserves, harvests, land, length, poverty."""

from datetime import date
from typing import Any

import pytest

from sverka.reading.reader import read

PUBLISHED = date(2016, 5, 10)


def told(text: str) -> list[dict[str, Any]]:
    found = (mention.to_json() for mention in read(text, PUBLISHED).mentions)
    return [claim for claim in found if claim["kind"] == "figure"]


@pytest.mark.parametrize(
    ("text", "metric", "parties"),
    [
        ("За чертой бедности живут 20% населения Грузии.", "income", {"GEO"}),
        ("Бедных в Гондурасе 62%.", "income", {"HND"}),
        ("Центральный банк Бразилии поднял ставку на полпункта, до 14,25%.", "other", {"BRA"}),
        ("ЦБ Нигерии повысил её с 11 до 12% годовых.", "other", {"NGA"}),
        ("Золотовалютные резервы Китая сократились до 3,2 трлн долларов.", "other", {"CHN"}),
        ("Урожай пшеницы в Казахстане составил 14 млн тонн.", "other", {"KAZ"}),
        ("Водохранилище вмещает 132 млрд кубометров воды, жалуется Египет.", "other", {"EGY"}),
        ("Республика Палау – 459 квадратных километров посреди океана.", "territory", {"PLW"}),
        ("На долю стран БРИКС приходится около 30% мировой суши.", "territory", {"BRICS", "WLD"}),
        ("Линия, о которой спорят Гвинея и Мали, тянется на 850 километров.", "distance", {"GIN", "MLI"}),
        ("Железная дорога длиной 750 километров связала Эфиопию и Джибути.", "distance", {"ETH", "DJI"}),
        ("Без работы сидят 4,8 млн испанцев.", "jobs", {"ESP"}),
        ("Сколько людей в ШОС? Статистика внушительна – 3 млрд жителей.", "population", {"SCO"}),
    ],
)
def test_what_is_measured(text: str, metric: str, parties: set[str]) -> None:
    claims = told(text)
    assert (metric, parties) in [(claim["metric"], set(claim["parties"])) for claim in claims]


def test_refugees_cost_is_not_sent_home() -> None:
    assert "income" not in {c["metric"] for c in told("Турция приняла беженцев, ЕС перечислил ей 3 млрд евро.")}


def test_for_the_same_ends() -> None:
    claims = told("В 2015 году Чили потратила на оборону 5 млрд долларов. В 2016-м на эти цели заложено 6 млрд.")
    assert [(c["metric"], c["parties"]) for c in claims] == [("military.spending", ["CHL"])] * 2


def test_a_sum_beside_its_part_of_output_is_not_output() -> None:
    claims = told("Расходы Польши на оборону достигнут 50 млрд долларов, или 4,7% ВВП.")
    assert {c["metric"] for c in claims} == {"military.spending"}


@pytest.mark.parametrize(
    ("text", "low", "who"),
    [
        ("Выборы в Бразилии завершились победой Дилмы Русефф: она набрала 51,6%.", 51.6, "person:Русефф"),
        ("Президентом Перу переизбран Ольянта Умала: 56% отдано за него.", 56, "person:Умала"),
    ],
)
def test_whom_a_pronoun_says_who_won(text: str, low: float, who: str) -> None:
    assert (low, who) in [(c["low"], party) for c in told(text) for party in c["parties"] if c["metric"] == "vote"]


@pytest.mark.parametrize(
    "text",
    ["К России хорошо относятся 45% болгар.", "Действиями президента довольны 60% филиппинцев, недовольны 25%."],
)
def test_feelings_are_polled(text: str) -> None:
    assert {claim["metric"] for claim in told(text)} == {"poll"}
