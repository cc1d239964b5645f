"""Memberships sought, resolved on, ended, and those of a body that is not named where they are told."""

from datetime import date

import pytest

from sverka.claims import Membership
from sverka.reading.analysis import analyse
from sverka.reading.memberships import memberships
from sverka.reading.reader import analysed

DAY = date(2019, 6, 1)


def read(text: str) -> set[tuple[str, str, str]]:
    found = memberships(analysed(analyse(text, DAY, "ru")))
    assert all(text[m.span[0] : m.span[1]] == m.anchor for m in found)
    return {(p.state, p.organization, p.status) for m in found if isinstance(p := m.proposition, Membership)}


def of(states: str, body: str, status: str) -> set[tuple[str, str, str]]:
    return {(state, body, status) for state in states.split()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Обсудили заявку Албании на вступление в ЕС.", of("ALB", "EU", "candidate")),
        ("Тунис и Ливан подали заявление о приёме в БРИКС.", of("TUN LBN", "BRICS", "candidate")),
        (
            "Шри-Ланка – наблюдатель в ШОС. В мае страна подала заявку на получение статуса члена организации.",
            of("LKA", "SCO", "observer") | of("LKA", "SCO", "candidate"),
        ),
        ("Парламент одобрил решение Эквадора покинуть ОПЕК.", of("ECU", "OPEC", "left")),
        ("Эквадор принял решение о выходе из ОПЕК.", of("ECU", "OPEC", "left")),
        ("Поддержано намерение Иордании стать наблюдателем при ЕАЭС.", of("JOR", "EAEU", "observer")),
        ("Африканский союз прекратил членство Марокко.", of("MAR", "AU", "left")),
        ("Узбекистан прекратил своё участие в ОДКБ.", of("UZB", "CSTO", "left")),
        ("Осудили прекращение участия Гамбии в Африканском союзе.", of("GMB", "AU", "left")),
        ("Исключение Судана из состава Африканского союза отложено.", of("SDN", "AU", "left")),
        ("Саммит АСЕАН кончился вступлением в организацию Лаоса и Мьянмы.", of("LAO MMR", "ASEAN", "joined")),
        ("Совет НАТО собрался. Дания согласна с приёмом Черногории в альянс.", of("MNE", "NATO", "joined")),
        ("Исландия, Чили и Перу могут стать членами ОЭСР.", of("ISL CHL PER", "OECD", "joined")),
        ("Саммит НАТО закрылся. Албания и Хорватия станут членами блока.", of("ALB HRV", "NATO", "joined")),
        ("Вчера Египту и Судану предложили вступить в БРИКС.", of("EGY SDN", "BRICS", "joined")),
        ("Решено пригласить Колумбию и Перу стать членами ОЭСР.", of("COL PER", "OECD", "joined")),
        ("По итогам встречи в ШОС примут Иран.", of("IRN", "SCO", "joined")),
        ("Мальта является частью Евросоюза.", of("MLT", "EU", "member")),
        ("Чад в мае перестал быть членом ОПЕК.", of("TCD", "OPEC", "left")),
        ("Саммит ОПЕК закрылся. Его обсуждают неделю. Оман никогда не входил в клуб.", of("OMN", "OPEC", "none")),
        ("Кения стала восьмой страной, вступившей в ВТО.", of("KEN", "WTO", "joined")),
        ("Палау стало членом всемирной организации.", of("PLW", "UN", "joined")),
    ],
)
def test_what_is_sought_resolved_and_ended(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "МЕРКОСУР создан в 1991 году. Его участники – Аргентина, Бразилия и Уругвай.",
            of("ARG BRA URY", "MERCOSUR", "member"),
        ),
        (
            "Саммит ШОС открылся в Астане. Членами организации являются Китай, Индия и Иран.",
            of("CHN IND IRN", "SCO", "member"),
        ),
        ("Саммит ШОС открылся. Наблюдателем остаётся Монголия.", of("MNG", "SCO", "observer")),
        ("Саммит ШОС открылся. Партнёрами по диалогу являются Непал и Турция.", of("NPL TUR", "SCO", "associate")),
        ("Саммит ШОС открылся. Статус наблюдателей имеют Иран и Монголия.", of("IRN MNG", "SCO", "observer")),
        (
            "Саммит ОДКБ открылся. Прибыли главы государств-членов организации – Армении, Казахстана и Таджикистана.",
            of("ARM KAZ TJK", "CSTO", "member"),
        ),
    ],
)
def test_the_body_spoken_of_before(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Премьер направил заявление в парламент Норвегии.",
        "Решение Великобритании покинуть переговоры удивило ЕС.",
        "Участие Чехии в выставке приостановили.",
        "Гости встретились. Их участники – Дания и Чад.",
        "Прошёл приём посла Турции в Каире.",
    ],
)
def test_other_papers_decisions_and_receptions_tell_of_no_membership(text: str) -> None:
    assert read(text) == set()


def test_what_is_only_debated_is_less_sure() -> None:
    told = memberships(analysed(analyse("Состоялось вступление Норвегии в ЕС.", DAY, "ru")))
    debated = memberships(analysed(analyse("Шумели против вступления Норвегии в ЕС.", DAY, "ru")))
    assert debated[0].confidence is not None and told[0].confidence is not None
    assert debated[0].confidence < told[0].confidence - 0.2


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Молдавия выходит из СНГ.", "planned"),
        ("Молдавия вышла из СНГ.", "asserted"),
        ("В 2009 году Грузия выходит из СНГ.", "asserted"),
    ],
)
def test_whoever_is_leaving_has_not_left(text: str, modality: str) -> None:
    (found,) = memberships(analysed(analyse(text, DAY, "ru")))
    assert found.modality == modality
