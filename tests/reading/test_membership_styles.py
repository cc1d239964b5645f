"""Memberships and events told aside: participles, apposition, examples, nouns with somebody else's verb."""

from datetime import date

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.events import events
from sverka.reading.memberships import memberships
from sverka.reading.reader import analysed, read

DAY = date(2024, 6, 1)


def statuses(text: str) -> list[str]:
    found = memberships(analysed(analyse(text, DAY, "ru")))
    assert all(text[m.span[0] : m.span[1]] == m.anchor for m in found)
    return sorted(str(m.proposition).split(" in ")[0] for m in found)


def told(text: str) -> list[tuple[str, set[str], set[str]]]:
    found = events(analysed(analyse(text, DAY, "ru")))
    out = []
    for m in found:
        said = m.proposition.to_json()
        out.append((said["type"], set(said["source"]), set(said["target"])))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Вступившая в АСЕАН лишь в 1999 году Камбоджа долго оставалась беднейшей страной блока.",
            ["joined KHM ASEAN"],
        ),
        ("Вышедшая из ОПЕК Ангола нарастила добычу.", ["left AGO OPEC"]),
        ("Покинувший Содружество наций Зимбабве просится обратно.", ["left ZWE Commonwealth"]),
        ("Входящие в АСЕАН Вьетнам и Лаос закупают рис.", ["member LAO ASEAN", "member VNM ASEAN"]),
        ("Не входящая в НАТО Ирландия отправила миротворцев.", ["none IRL NATO"]),
        ("Оставшаяся вне НАТО Австрия сохранила нейтралитет.", ["none AUT NATO"]),
        ("Швейцария остаётся за пределами Евросоюза.", ["none CHE EU"]),
        ("Ни Норвегия, ни Швейцария в Евросоюз не входят.", ["none CHE EU", "none NOR EU"]),
    ],
)
def test_a_participle_or_a_place_says_who_belongs(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Такие члены ОПЕК, как Нигерия и Ангола, квоты нарушали.", ["member AGO OPEC", "member NGA OPEC"]),
        ("Страны ЕС, в частности Польша, возражали.", ["member POL EU"]),
        ("Тогда в Евросоюзе было девять стран, включая Данию и Ирландию.", ["member DNK EU", "member IRL EU"]),
        ("Среди членов АСЕАН – Бруней и Лаос.", ["member BRN ASEAN", "member LAO ASEAN"]),
        ("Члены БРИКС, коими являются Индия и Бразилия, спорят.", ["member BRA BRICS", "member IND BRICS"]),
        ("Эфиопия и Египет как члены БРИКС получили право голоса.", ["member EGY BRICS", "member ETH BRICS"]),
        ("Уругвай, один из основателей МЕРКОСУР, хочет торговать с Китаем.", ["member URY MERCOSUR"]),
        ("Из двенадцати основателей НАТО Исландия единственная не имеет армии.", ["member ISL NATO"]),
        ("Джибути – страна Африканского союза.", ["member DJI AU"]),
        ("Малайзия – государство-член АСЕАН.", ["member MYS ASEAN"]),
        ("Турция – единственная мусульманская страна в составе НАТО.", ["member TUR NATO"]),
        ("Шри-Ланка – партнёр по диалогу ШОС.", ["associate LKA SCO"]),
        ("Канада остаётся членом организации Североатлантического договора.", ["member CAN NATO"]),
        ("Страны Балтии состоят в НАТО.", ["member EST NATO", "member LTU NATO", "member LVA NATO"]),
    ],
)
def test_examples_and_appositions_are_members(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("После выхода из Евросоюза Великобритания ищет новых партнёров.", ["left GBR EU"]),
        ("С выходом из ОПЕК Эквадор освободился от квот.", ["left ECU OPEC"]),
        ("Своим членством в ОПЕК Венесуэла обязана нефти.", ["member VEN OPEC"]),
        ("Боливия добивается полноправного членства в МЕРКОСУР.", ["candidate BOL MERCOSUR"]),
        ("Швеция подала заявку на вступление в НАТО в мае 2022 года.", ["candidate SWE NATO"]),
        ("Сербия с 2012 года ждёт приёма в Евросоюз.", ["candidate SRB EU"]),
        ("Благодаря членству в ВТО Вьетнам привлёк инвесторов.", ["member VNM WTO"]),
        ("Тунис принадлежит к Африканскому союзу.", ["member TUN AU"]),
        ("Вьетнам участвует в АСЕАН с 1995 года.", ["joined VNM ASEAN"]),
        ("Будучи наблюдателем в ШОС, Монголия не спешит с полным членством.", ["observer MNG SCO"]),
        (
            "Вместе с Финляндией и Швецией в 1995 году в Евросоюз вступила Австрия.",
            ["joined AUT EU", "joined FIN EU", "joined SWE EU"],
        ),
    ],
)
def test_nouns_and_lesser_verbs_tell_of_their_subject(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Страны ЕС, как и Норвегия, ввели пошлины.",
        "Фиджи приостановили членство в Содружестве наций в 2009 году.",
        "Парагвай временно отстранили от участия в Меркосур.",
        "Не вышедшая из ОПЕК Ангола промолчала.",
        "Кения и ряд стран Африканского союза возражали.",
        "Япония торгует и за пределами АСЕАН.",
    ],
)
def test_neighbours_of_a_body_are_not_its_members(text: str) -> None:
    assert statuses(text) == []


def test_what_is_told_aside_is_graded_below_what_is_stated() -> None:
    (aside,) = memberships(analysed(analyse("После выхода из Евросоюза Великобритания ищет рынки.", DAY, "ru")))
    (plain,) = memberships(analysed(analyse("Великобритания вышла из Евросоюза.", DAY, "ru")))
    assert (aside.confidence or 0) < (plain.confidence or 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Испанские солдаты покинули Ирак в 2004 году.", ("withdraw", {"ESP"}, {"IRQ"})),
        ("В Сеуле встретились министры обороны Южной Кореи и Японии.", ("meet", {"KOR"}, {"JPN"})),
        ("Премьер-министры Индии и Японии провели переговоры в Токио.", ("meet", {"IND"}, {"JPN"})),
        ("Лидеры G20 собрались в Риме в октябре 2021 года.", ("meet", {"G20"}, {"ITA"})),
        ("Бахрейн и Судан разорвали дипотношения с Ираном.", ("break", {"BHR", "SDN"}, {"IRN"})),
        ("Турецкая авиация бомбила север Ирака.", ("attack", {"TUR"}, {"IRQ"})),
        ("Иранские ракеты ударили по базам в Ираке.", ("attack", {"IRN"}, {"IRQ"})),
        ("Кувейт был оккупирован Ираком в августе 1990 года.", ("attack", {"IRQ"}, {"KWT"})),
        ("Польша отправила Украине танки.", ("aid", {"POL"}, {"UKR"})),
        ("Норвегия посредничала в споре соседей.", ("mediate", {"NOR"}, set())),
        ("Экспорт пострадал от санкций, наложенных Канадой на Мьянму.", ("sanction", {"CAN"}, {"MMR"})),
    ],
)
def test_events_with_both_sides(text: str, expected: tuple[str, set[str], set[str]]) -> None:
    assert expected in told(text)


def test_leaving_a_treaty_is_a_withdrawal_and_no_membership() -> None:
    text = "Канада вышла из Парижского соглашения в 2020 году."
    assert told(text) == [("withdraw", {"CAN"}, {"treaty:Парижское соглашение"})]
    assert statuses(text) == []


def test_who_held_an_office_once_travels_for_himself() -> None:
    (visit,) = told("Экс-президент Бразилии Лула да Силва прибыл в Перу 3 мая 2019 года.")
    assert visit[0] == "visit"
    assert "BRA" not in visit[1]


@pytest.mark.parametrize(
    "text", ["После захвата заложников в Иране всё изменилось.", "Санкций жёсткость ЕС не пугает."]
)
def test_a_noun_beside_a_noun_owns_nothing(text: str) -> None:
    assert [e for e in told(text) if e[0] in ("attack", "sanction")] == []


def test_a_short_sentence_is_russian_whatever_its_one_small_word() -> None:
    assert read("Швейцария остаётся за пределами Евросоюза.", DAY).language == "ru"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Тегеран – наблюдатель в ШОС с 2005 года.", {"observer IRN SCO since 2005"}),
        ("Черногория – кандидат в ЕС с 2010 года.", {"candidate MNE EU since 2010"}),
        ("Черногория – кандидат на вступление в ЕС с 2010 года.", {"candidate MNE EU since 2010"}),
        ("Эстония с 2004 года в НАТО.", {"joined EST NATO in 2004"}),
    ],
)
def test_a_noun_before_the_body_says_what_the_state_is_there(text: str, told: set[str]) -> None:
    assert {str(m.proposition) for m in read(text).mentions} == told
