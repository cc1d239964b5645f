"""Visits yet to come are planned; ambassadors, deputies and delegations meet for themselves."""

from datetime import date

import pytest

from sverka.checking.check import SURE_ENOUGH
from sverka.claims import Mention
from sverka.reading.reader import read


def told(text: str) -> Mention:
    (found,) = (m for m in read(text, date(2021, 1, 25)).mentions if m.proposition.kind == "event")
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Министр рассчитывает на рост торговли после визита в Перу президента Чили Хорхе Диаса.",
        "Стороны обсудили это в преддверии визита президента Перу Оскара Варгаса в Чили.",
        "Накануне визита президента Перу Оскара Варгаса в Чили сменился министр.",
        "Во время визита в Чили президент Перу Оскар Варгас расскажет о дорогах.",
        "Перед визитом в Чили президент Перу Оскар Варгас дал интервью.",
    ],
)
def test_a_visit_to_come_is_planned(text: str) -> None:
    assert told(text).modality == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "Во время визита в Чили президент Перу Оскар Варгас рассказал о дорогах.",
        "После визита президента Перу Оскара Варгаса в Чили сменился министр.",
        "Перед визитом президента Перу Оскара Варгаса в Чили 5 мая 2015 года сменился министр.",
    ],
)
def test_a_visit_that_was_is_asserted(text: str) -> None:
    assert told(text).modality == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Президент Перу Оскар Варгас заявил об этом на встрече с послом Чили Хорхе Диасом.",
        "Заместитель министра иностранных дел Перу Хуан Гомес прибыл в Чили.",
        "Спикер парламента Чили Хорхе Диас посетил Перу.",
        "Делегация Перу провела переговоры с премьер-министром Чили Хорхе Диасом.",
        "Министр рассказал об этом после встречи сопредседателей чилийско-перуанской комиссии.",
    ],
)
def test_others_than_heads_and_ministers_decide_nothing(text: str) -> None:
    assert (told(text).confidence or 0) < SURE_ENOUGH


def test_heads_decide() -> None:
    met = told("Президент Перу Оскар Варгас провёл переговоры с президентом Чили Хорхе Диасом.")
    assert (met.confidence or 0) > SURE_ENOUGH
