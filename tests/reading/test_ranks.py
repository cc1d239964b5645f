"""Ranks in sentences of our own: places, leaders and bare ordinals, in lists of many states."""

from datetime import date

import pytest

from sverka.claims import Mention
from sverka.reading.analysis import analyse
from sverka.reading.extremes import extremes
from sverka.reading.ranks import UNSURE, ranks
from sverka.reading.reader import analysed

SAID = [
    ("Среди отдельных стран у Марокко в 2018 году первенствует Испания.", "rank 1 of MAR by partner: ESP in 2018"),
    ("Главным внешнеполитическим партнёром Перу в 2018 году был Китай.", "rank 1 of PER by partner: CHN in 2018"),
    ("Главным импортёром товаров в Эстонию в 2018 году была Латвия.", "rank 1 of EST by trade.imports: LVA in 2018"),
    ("Главным импортёром эстонских товаров в 2018 году была Латвия.", "rank 1 of EST by trade.exports: LVA in 2018"),
    ("Крупнейшим торговым партнёром Перу в 2018 году был Китай.", "rank 1 of PER by partner: CHN in 2018"),
    ("В 2016 году первым покупателем Чили стала Япония.", "rank 1 of CHL by trade.exports: JPN in 2016"),
    ("Самый крупный поставщик Кении в 2019 году – Китай.", "rank 1 of KEN by trade.imports: CHN in 2019"),
    ("Среди поставщиков Греции в 2014 году вторая Италия.", "rank 2 of GRC by trade.imports: ITA in 2014"),
    ("Среди покупателей Бразилии Аргентина в 2012 году третья.", "rank 3 of BRA by trade.exports: ARG in 2012"),
    ("В 2011 году по обороту Индия – десятая в российском списке.", "rank 10 of RUS by trade.turnover: IND in 2011"),
    ("Испания – лидер 2017 года по закупкам марокканских товаров.", "rank 1 of MAR by trade.exports: ESP in 2017"),
    ("В 2010 году список партнёров Финляндии возглавляла Россия.", "rank 1 of FIN by partner: RUS in 2010"),
    (
        "По экспорту в Монголию первое место в 2018 году занимает Китай.",
        "rank 1 of MNG by trade.imports: CHN in 2018",
    ),
    ("По импорту из Чили в 2013 году лидирует Китай.", "rank 1 of CHL by trade.exports: CHN in 2013"),
    ("В 2019 году тройку партнёров Словакии замыкала Польша.", "rank 3 of SVK by partner: POL in 2019"),
    ("Дания уступила Швеции первое место среди партнёров Норвегии.", "rank 1 of NOR by partner: SWE"),
    (
        "По поставкам в Хорватию немецкие компании в 2012 году вышли на второе место.",
        "rank 2 of HRV by trade.imports: DEU in 2012",
    ),
    ("Китай для Австралии в 2015 году – главный рынок сбыта.", "rank 1 of AUS by trade.exports: CHN in 2015"),
    ("В списке партнёров Греции по обороту турки в 2013 году сползли с пятого места на девятое.",
     "rank 9 of GRC by trade.turnover: TUR in 2013"),
    ("В 2005 году Италия стала вторым по величине партнёром Албании.", "rank 2 of ALB by partner: ITA in 2005"),
    (
        "В 2009 году пятое место по товарообороту среди партнёров Японии занял Таиланд.",
        "rank 5 of JPN by trade.turnover: THA in 2009",
    ),
    (
        "Первенство по обороту в торговле Кубы в 2014 году осталось за Венесуэлой.",
        "rank 1 of CUB by trade.turnover: VEN in 2014",
    ),
    (
        "Ведущим партнёром Сербии по обороту в 2017 году оставалась Германия.",
        "rank 1 of SRB by trade.turnover: DEU in 2017",
    ),
    (
        "Главный покупатель исландских товаров в 2013 году – Нидерланды.",
        "rank 1 of ISL by trade.exports: NLD in 2013",
    ),
    ("Четвёртым поставщиком Румынии в 2008 году была Франция.", "rank 4 of ROU by trade.imports: FRA in 2008"),
    (
        "В рейтинге поставщиков Вьетнама Южная Корея в 2016 году вторая.",
        "rank 2 of VNM by trade.imports: KOR in 2016",
    ),
    ("Канада занимала в 2007 году вторую строчку среди партнёров США.", "rank 2 of USA by partner: CAN in 2007"),
    ("В 2018 году у Туниса Франция была первым партнёром.", "rank 1 of TUN by partner: FRA in 2018"),
    (
        "В списке торговых партнёров Эфиопии Индия занимала в 2012 году 3-е место.",
        "rank 3 of ETH by partner: IND in 2012",
    ),
    (
        "В 2016 году Германия была крупнейшим импортёром польских товаров.",
        "rank 1 of POL by trade.exports: DEU in 2016",
    ),
    ("Крупнейшим экспортёром в Непал в 2014 году оставалась Индия.", "rank 1 of NPL by trade.imports: IND in 2014"),
]  # fmt: skip

UNSAID = [
    "Он первый президент Ганы.",
    "Во вторых, Перу вышла на рынок.",
    "Лидер оппозиции Мали Умар приехал во Францию в третий раз.",
    "Первое полугодие Норвегия закончила с прибылью.",
    "Вторая мировая война началась с нападения Германии на Польшу.",
    "Третья страна, Оман, в споре не участвует.",
    "Италия возглавляет миссию ООН в Ливане.",
    "Первый визит президента Чили в Перу прошёл в 2014 году.",
    "Сборная Хорватии заняла второе место.",
    "Индия возглавила «Большую двадцатку» в 2022 году.",
    "Лидеры Кении и Уганды обсудили торговлю.",
    "Две трети экспорта Замбии – медь.",
]

SEVERAL = [
    (
        "В 2016 году крупнейшим партнёром Чехии была Германия, второе место занимал Китай, третье – Польша.",
        {"rank 1 of CZE by partner: DEU in 2016", "rank 2 of CZE by partner: CHN in 2016",
         "rank 3 of CZE by partner: POL in 2016"},
    ),
    (
        "Главный покупатель Уругвая в 2018 году – Китай, главный поставщик – Бразилия.",
        {"rank 1 of URY by trade.exports: CHN in 2018", "rank 1 of URY by trade.imports: BRA in 2018"},
    ),
    (
        "Иордания в 2015 году: внешняя торговля. Первым покупателем остались США. "
        "Первым поставщиком стала Саудовская Аравия.",
        {"rank 1 of JOR by trade.exports: USA in 2015", "rank 1 of JOR by trade.imports: SAU in 2015"},
    ),
]  # fmt: skip


def found(text: str) -> list[Mention]:
    return ranks(analysed(analyse(text, date(2023, 3, 1))))


@pytest.mark.parametrize(("text", "claim"), SAID)
def test_a_place_its_list_and_its_holder_are_found(text: str, claim: str) -> None:
    assert claim in [str(m.proposition) for m in found(text)]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_no_place_in_a_list_is_left_alone(text: str) -> None:
    assert [str(m.proposition) for m in found(text) if (m.confidence or 0) >= 0.5] == []


def test_what_is_so_now_has_not_the_year_spoken_of_before() -> None:
    before = "В 2011 году товарооборот Перу и Китая составил 12,5 млрд долларов. "
    now = ranks(analysed(analyse(before + "Китай по-прежнему главный партнёр Перу.", date(2020, 2, 1))))
    assert [str(m.proposition.to_json().get("period")) for m in now] == ["None"]


@pytest.mark.parametrize(("text", "claims"), SEVERAL)
def test_several_places_in_a_passage(text: str, claims: set[str]) -> None:
    assert claims <= {str(m.proposition) for m in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "В 2018 году товарооборот Перу и Чили показал рекордный рост.",
        "Экспорт Кении в Уганду рекордно вырос в 2017 году.",
    ],
)
def test_a_record_of_growth_is_no_record_of_a_level(text: str) -> None:
    assert extremes(analysed(analyse(text, date(2023, 3, 1)))) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "В 2014 году товарооборот Перу и Чили достиг исторического максимума.",
            "max trade.turnover(PER, CHL) in 2014",
        ),
        ("В 2012 году экспорт Кении в Уганду поставил рекорд.", "max trade.exports(KEN, UGA) in 2012"),
        (
            "В 2009 году импорт Латвии из Дании упал до минимума за всю историю.",
            "min trade.imports(LVA, DNK) in 2009",
        ),
        ("В 2013 году экспорт Омана в Индию был выше, чем когда-либо.", "max trade.exports(OMN, IND) in 2013"),
    ],
)  # fmt: skip
def test_records_of_a_series(text: str, claim: str) -> None:
    assert claim in [str(m.proposition) for m in extremes(analysed(analyse(text, date(2023, 3, 1))))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Доля Чили в товарообороте Перу – это первое место среди всех партнёров.", "rank 1 of PER by partner: CHL"),
        ("Бразилия, опередив Чили, вышла на первое место среди партнёров Перу.", "rank 1 of PER by partner: BRA"),
        ("Боливия потеряла своего главного покупателя – Китай.", "rank 1 of BOL by trade.exports: CHN"),
        ("Говорили о Китае. Перу ценит своего главного торгового партнёра.", "rank 1 of PER by partner: CHN"),
        ("Китай сохранил своё первое место среди партнёров Перу.", "rank 1 of PER by partner: CHN"),
    ],
)
def test_who_holds_the_place(text: str, expected: str) -> None:
    assert [str(m.proposition) for m in found(text) if m.proposition.kind == "rank"] == [expected]


def test_the_object_of_a_converb_holds_no_place() -> None:
    text = "В прошлом году мы, опередив Китай, вышли на первое место среди партнёров Перу."
    assert not [m for m in found(text) if m.proposition.kind == "rank" and m.proposition.subject == "CHN"]


def test_two_who_close_a_list_leave_open_who_is_last() -> None:
    (both,) = found("Замыкают тройку главных торговых партнёров Перу Чили и Бразилия.")
    assert both.confidence == UNSURE


@pytest.mark.parametrize(
    "text",
    [
        "Крупнейшим поставщиком газа в Перу остаётся Боливия.",
        "Китай – главный покупатель чилийской меди.",
        "Бразилия вышла на второе место среди партнёров Перу по экспорту рыбы.",
        "Бразилия потеряла первое место среди партнёров Перу.",
        "Бразилия перестала быть главным партнёром Перу.",
        "До 2010 года главным партнёром Перу была Бразилия.",
        "Главным партнёром Перу была Бразилия.",
        "После ЕС крупнейшим партнёром Сербии является Китай.",
    ],
)
def test_a_place_that_words_round_it_leave_open_decides_nothing(text: str) -> None:
    assert {m.confidence for m in found(text) if m.proposition.kind == "rank"} == {UNSURE}


@pytest.mark.parametrize(
    "text",
    [
        "Крупнейшим поставщиком товаров в Перу остаётся Боливия.",
        "Главным рынком сбыта чилийской продукции остаётся Китай.",
        "Бразилия вышла на второе место среди партнёров Перу по экспорту.",
        "В 2019 году главным партнёром Перу был Китай.",
    ],
)
def test_other_places_are_sure(text: str) -> None:
    (place,) = found(text)
    assert (place.confidence or 0) > 0.7


def test_what_is_lost_is_denied_and_what_is_striven_for_planned() -> None:
    (gone,) = found("Бразилия потеряла первое место среди партнёров Перу.")
    assert (gone.modality, gone.proposition.denied) == ("denied", True)
    (sought,) = found("Бразилия претендует на второе место среди партнёров Перу.")
    assert (sought.modality, sought.proposition.denied) == ("planned", False)
