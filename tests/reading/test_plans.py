"""What is planned, expected or possible is told as such: a record, a place, an overtaking."""

from datetime import date

import pytest

from sverka.claims import Mention
from sverka.reading.reader import read


def told(text: str, kind: str) -> Mention:
    return next(m for m in read(text, date(2021, 5, 1)).mentions if m.proposition.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("Товарооборот Перу и Чили может достигнуть рекордных значений.", "extreme", "hypothetical"),
        ("Перу и Чили в этом году достигнут рекордного товарооборота.", "extreme", "planned"),
        ("В этом году товарооборот Перу и Чили станет рекордным.", "extreme", "planned"),
        ("Ожидается рекордный товарооборот Чехии с Польшей.", "extreme", "planned"),
        ("Поставлена цель достичь рекордного товарооборота Чехии с Польшей.", "extreme", "planned"),
        ("Эквадор заявил о желании стать членом ОЭСР.", "membership", "planned"),
        ("Китай, вероятно, стал главным партнёром Перу.", "rank", "hypothetical"),
        ("Китай почти обогнал США по товарообороту с Перу.", "compare", "hypothetical"),
        ("Вьетнам обгонит Японию, заняв второе место среди поставщиков Таиланда.", "rank", "planned"),
        ("Турция намерена стать крупнейшим торговым партнёром Грузии.", "rank", "planned"),
        ("По итогам года Бразилия переместится на первое место среди партнёров Перу.", "rank", "planned"),
        ("По прогнозам, Китай станет главным покупателем Чили.", "rank", "planned"),
        ("Бразилия рассчитывает обогнать Чили по товарообороту с Перу.", "compare", "planned"),
    ],
)
def test_what_is_to_come(text: str, kind: str, modality: str) -> None:
    assert told(text, kind).modality == modality


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("В прошлом году товарооборот Перу и Чили достиг рекордного уровня.", "extreme"),
        ("Товарооборот Чехии с Польшей вырос до рекорда.", "extreme"),
        ("За почти десять лет спада Китай впервые стал главным партнёром Перу.", "rank"),
        ("Вьетнам обогнал Японию, заняв второе место среди поставщиков Таиланда.", "rank"),
        ("Норвегия – крупнейший поставщик Польши, но Катар смог увеличить свою долю.", "rank"),
        ("Крупнейшим партнёром Грузии остаётся Турция, а через год товарооборот вырастет.", "rank"),
    ],
)
def test_what_is_so(text: str, kind: str) -> None:
    assert told(text, kind).modality == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Товарооборот Чехии с Польшей приблизился к рекорду.",
        "Товарооборот Чехии с Польшей не дотянул до рекордного уровня.",
    ],
)
def test_what_came_short_of_a_record_is_none(text: str) -> None:
    assert not [m for m in read(text, date(2021, 5, 1)).mentions if m.proposition.kind == "extreme"]
