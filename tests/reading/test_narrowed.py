"""A place in a set is read with its set; joining an organization sets no such bounds."""

from datetime import date

import pytest

from sverka.reading.reader import read


def told(text: str) -> list[str]:
    return [str(m.proposition) for m in read(text, date(2020, 5, 1)).mentions if m.proposition.kind == "rank"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "В 2018 году Германия была крупнейшим торговым партнёром Турции среди стран Евросоюза.",
            "rank 1 of TUR by partner among {EU}: DEU in 2018",
        ),
        (
            "Среди торговых партнёров Грузии в СНГ Армения занимает третье место.",
            "rank 3 of GEO by partner among {CIS}: ARM",
        ),
        (
            "В Прибалтике крупнейшим торговым партнёром Финляндии остаётся Эстония.",
            "rank 1 of FIN by partner among {EST, LVA, LTU}: EST",
        ),
        (
            "Крупнейшим торговым партнёром Марокко среди африканских стран в 2017 году был Египет.",
            'rank 1 of MAR by partner among {"place:африканских стран"}: EGY in 2017',
        ),
        (
            "Армения вышла на первое место среди партнёров Грузии во внешней торговле со странами ЕАЭС.",
            "rank 1 of GEO by partner among {EAEU}: ARM",
        ),
        (
            "Среди стран Содружества Независимых Государств (СНГ) третье место по обороту с Грузией занял Казахстан.",
            "rank 3 of GEO by trade.turnover among {CIS}: KAZ",
        ),
        (
            "Вторым торговым партнёром Молдавии из 27 стран Евросоюза является Италия.",
            "rank 2 of MDA by partner among {EU}: ITA",
        ),
        (
            "Германия – крупнейший европейский партнёр Турции.",
            'rank 1 of TUR by partner among {"place:европейский партнёр"}: DEU',
        ),
        ("Первой среди партнёров Грузии по линии СНГ стала Армения.", "rank 1 of GEO by partner among {CIS}: ARM"),
    ],
)
def test_the_set_is_read(text: str, claim: str) -> None:
    assert told(text) == [claim]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Хорватия вступила в ЕС, и Италия стала её крупнейшим торговым партнёром.", "rank 1 of HRV by partner: ITA"),
        ("Крупнейшим торговым партнёром Перу среди стран мира стал Китай.", "rank 1 of PER by partner: CHN"),
        ("Среди отдельных стран у Марокко в 2018 году первенствует Испания.", "rank 1 of MAR by partner: ESP in 2018"),
    ],
)
def test_no_set_is_made_up(text: str, claim: str) -> None:
    assert told(text) == [claim]


def test_a_place_that_goes_on_is_in_the_same_set() -> None:
    text = "Первое место среди партнёров Грузии в СНГ занимает Азербайджан. Армения теперь на втором месте."
    assert told(text)[1] == "rank 2 of GEO by partner among {CIS}: ARM"
    anew = "Первое место среди партнёров Грузии в СНГ занимает Азербайджан. Главный партнёр Грузии – Турция."
    assert told(anew)[1] == "rank 1 of GEO by partner: TUR"
