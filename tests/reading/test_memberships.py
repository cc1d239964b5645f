"""Memberships, foundings and orders: who joined, left and belongs; what was founded when; what came first."""

from datetime import date

import pytest

from sverka.claims import Mention
from sverka.reading.analysis import analyse
from sverka.reading.foundings import foundings
from sverka.reading.memberships import memberships
from sverka.reading.orders import orders
from sverka.reading.reader import analysed

READERS = (memberships, foundings, orders)


def read(text: str, published: date | None = None) -> list[Mention]:
    analysis = analysed(analyse(text, published, "ru"))
    found = [mention for reader in READERS for mention in reader(analysis)]
    assert all(text[m.span[0] : m.span[1]] == m.anchor for m in found)
    return found


def told(text: str, published: date | None = None) -> list[str]:
    return [str(m.proposition) for m in read(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Хорватия вступила в Европейский союз 1 июля 2013 года.", ["joined HRV EU in 2013-07-01"]),
        (
            "В 2004 году в ЕС вошли Польша, Чехия, Венгрия и Словакия.",
            [f"joined {state} EU in 2004" for state in ("POL", "CZE", "HUN", "SVK")],
        ),
        ("Катар покинул ОПЕК в январе 2019 года.", ["left QAT OPEC in 2019-01"]),
        ("Великобритания вышла из Евросоюза 31 января 2020 года.", ["left GBR EU in 2020-01-31"]),
        ("Россия была исключена из Совета Европы в марте 2022 года.", ["left RUS CoE in 2022-03"]),
        ("Марокко вернулось в Африканский союз в 2017 году.", ["joined MAR AU in 2017"]),
        ("Турция – член НАТО с 1952 года.", ["joined TUR NATO in 1952"]),
        ("Монголия имеет статус наблюдателя в ШОС.", ["observer MNG SCO"]),
        ("Украина получила статус кандидата в члены ЕС 23 июня 2022 года.", ["candidate UKR EU in 2022-06-23"]),
        ("Членство Турции в НАТО никто не оспаривает.", ["member TUR NATO"]),
        (
            "Албания и Хорватия, вступившие в НАТО в 2009 году, поддержали решение.",
            ["joined ALB NATO in 2009", "joined HRV NATO in 2009"],
        ),
        (
            "Эквадор в 2020 году покинул ОПЕК, а Ангола вышла из организации в январе 2024-го.",
            ["left ECU OPEC in 2020", "left AGO OPEC in 2024-01"],
        ),
        ("АСЕАН была основана в 1967 году в Бангкоке.", ["founded ASEAN in 1967"]),
        ("Организация американских государств, созданная в 1948 году, растёт.", ["founded OAS in 1948"]),
        ("НАТО старше Варшавского договора на шесть лет.", ["order NATO < WarsawPact"]),
    ],
)
def test_says_who_what_and_when(text: str, expected: list[str]) -> None:
    assert sorted(told(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("НАТО отмечает 70-летие.", date(2019, 4, 4), "founded NATO in 1949"),
        (
            "В этом году исполняется 30 лет Маастрихтскому договору.",
            date(2022, 2, 7),
            'founded "treaty:Маастрихтский договор" in 1992',
        ),
    ],
)
def test_an_anniversary_gives_the_year_it_implies(text: str, published: date, expected: str) -> None:
    assert told(text, published) == [expected]


@pytest.mark.parametrize(
    ("text", "status"),
    [("Иран не входит в ВТО.", "none"), ("Венесуэла никогда не была членом ОЭСР.", "none")],
)
def test_a_denied_membership_is_the_status_none(text: str, status: str) -> None:
    (found,) = read(text)
    assert (found.proposition.kind, found.modality) == ("membership", "asserted")
    assert found.proposition.to_json()["status"] == status


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Если Швеция вступит в НАТО, Балтика изменится.", "hypothetical"),
        ("Финляндия намерена вступить в НАТО.", "planned"),
        ("Исландия не вступила в ЕС в 2013 году.", "denied"),
        ("Норвегия отказалась вступать в ЕС.", "denied"),
        ("Перу может выйти из АТЭС.", "hypothetical"),
        ("Индонезия в 2008 году вышла из ОПЕК и вернуться намерена не скоро.", "asserted"),
        ("Чили не только вступило в АТЭС, но и возглавило форум.", "asserted"),
    ],
)
def test_modality_of_a_membership(text: str, modality: str) -> None:
    assert [m.modality for m in read(text)] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "Министр вышел из зала и вошёл в историю.",
        "Книга «Дипломатия» Генри Киссинджера вышла в 1994 году.",
        "Норвегия дважды отвергла членство в ЕС на референдумах.",
        "Экспорт Бразилии вошёл в отчёт МВФ.",
    ],
)
def test_other_entries_and_exits_are_no_memberships(text: str) -> None:
    assert told(text) == []


def test_confidence_is_high_only_where_all_is_named() -> None:
    (plain,) = read("Хорватия вступила в НАТО в апреле 2009 года.")
    assert plain.confidence is not None and plain.confidence >= 0.7
    anaphoric = read("Черногория стала членом НАТО в июне 2017 года. Туда же в 2020-м приняли Северную Македонию.")
    assert min(m.confidence or 0 for m in anaphoric) < plain.confidence
