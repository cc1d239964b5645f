"""Names of states, organizations, persons and places, in every form a text gives them."""

from datetime import date

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.names import Name, names
from sverka.reading.reader import analysed


def found(text: str, published: date | None = None) -> list[tuple[str, str]]:
    return [(text[n.start : n.end], n.id) for n in names(analyse(text, published, "ru"))]


def ids(text: str, published: date | None = None) -> set[str]:
    return {id_ for _, id_ in found(text, published)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Торговля Казахстана с Киргизией.", {"KAZ", "KGZ"}),
        ("Помощь Соединенным Штатам и Великобритании.", {"USA", "GBR"}),
        ("Переговоры с Республикой Корея и КНДР.", {"KOR", "PRK"}),
        ("Он говорил о Грузии и о Туркмении.", {"GEO", "TKM"}),
        ("Узбекские предприниматели и таджикский хлопок.", {"UZB", "TJK"}),
        ("Армяне и азербайджанцы вели переговоры.", {"ARM", "AZE"}),
        ("Отношения Чада и Того наладились.", {"TCD", "TGO"}),
    ],
)
def test_states_by_name_adjective_and_demonym(text: str, expected: set[str]) -> None:
    assert ids(text) == expected


def test_compounds_are_two_states() -> None:
    text = "Российско-казахстанский товарооборот и франко-германский союз."
    assert found(text) == [("Российско", "RUS"), ("казахстанский", "KAZ"), ("франко", "FRA"), ("германский", "DEU")]


def test_a_capital_is_its_state_and_says_when_it_is_meant_as_a_place() -> None:
    text = "Москва не согласилась с Киевом. Встреча прошла в Минске."
    here = {text[n.start : n.end]: n for n in names(analyse(text))}
    assert (here["Москва"].id, here["Москва"].form, here["Москва"].literal) == ("RUS", "capital", False)
    assert (here["Минске"].id, here["Минске"].literal) == ("BLR", True)


def test_homonyms_are_kept_apart() -> None:
    assert "GEO" not in ids("Сенатор от штата Джорджия посетил штат Вашингтон.")
    assert "USA" not in ids("Страны Латинской Америки выступили против.")
    assert ids("Гостиница «Украина» закрыта.").isdisjoint({"UKR"})


def test_an_ambiguous_name_keeps_its_candidates() -> None:
    congo = next(n for n in names(analyse("Конго просит о помощи.", language="ru")) if n.kind == "state")
    assert {congo.id, *congo.candidates} == {"COD", "COG"}


def test_the_rest_of_the_text_decides_between_candidates() -> None:
    text = "Казахстан и Узбекистан договорились. Президент РК подписал закон."
    assert ("РК", "KAZ") in found(text)


def test_organizations_in_full_and_abbreviated() -> None:
    text = "Главы Евразийского экономического союза и ШОС, а также страны СНГ и Евросоюз."
    here = {text[n.start : n.end]: (n.id, n.kind) for n in names(analyse(text))}
    assert here["Евразийского экономического союза"] == ("EAEU", "organization")
    assert here["ШОС"] == ("SCO", "organization")
    assert here["страны СНГ"] == ("CIS", "group")
    assert here["Евросоюз"] == ("EU", "organization")


def test_unknown_organizations_and_places_are_named_in_the_nominative() -> None:
    here = ids("Он возглавил Лейбористскую партию и жил в Абхазии.")
    assert {"org:Лейбористская партия", "place:Абхазия"} <= here


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Встреча с Владимиром Путиным.", "Путин"),
        ("Слова Марии Захаровой.", "Захарова"),
        ("Визит Ильхама Алиева.", "Алиев"),
        ("Письмо Ангеле Меркель.", "Меркель"),
        ("Речь Шавката Мирзиёева.", "Мирзиёев"),
        ("Заявил Александр Лукашевич.", "Лукашевич"),
        ("Прибыл Н. А. Назарбаев.", "Назарбаев"),
        ("Ответ Бидзины Иванишвили.", "Иванишвили"),
        ("Встреча с Си Цзиньпином.", "Си Цзиньпин"),
        ("Приезд Урсулы фон дер Ляйен.", "фон дер Ляйен"),
        ("Говорил Владимир Владимирович Путин.", "Путин"),
    ],
)
def test_surnames_in_the_nominative(text: str, surname: str) -> None:
    assert f"person:{surname}" in ids(text)


def test_both_countries_are_the_last_two() -> None:
    text = "Россия и Казахстан подписали договор. Обе страны довольны."
    stands = [n for n in names(analyse(text)) if n.form == "pronoun"]
    assert {n.id for n in stands} == {"RUS", "KAZ"}
    assert {text[n.start : n.end] for n in stands} == {"Обе страны"}


def test_a_reference_that_could_be_two_things_stays_open() -> None:
    text = "Россия, Казахстан и Армения подписали договор. Республика получит кредит."
    assert not [n for n in names(analyse(text)) if n.form == "pronoun"]


def test_an_office_stands_for_its_holder_at_the_date() -> None:
    def holder(day: date) -> list[Name]:
        document = analyse("Президент Франции приехал в Ереван.", day)
        return [n for n in analysed(document).names if n.form == "office"]

    assert [n.id for n in holder(date(2016, 5, 1))] == ["person:Олланд"]
    assert [n.id for n in holder(date(2019, 5, 1))] == ["person:Макрон"]


def test_names_come_in_order_and_inside_the_text() -> None:
    text = "Президент Армении Никол Пашинян встретился с генеральным секретарём НАТО в Брюсселе."
    here = names(analyse(text))
    assert here == sorted(here, key=lambda n: (n.start, -n.end, n.id))
    assert all(0 <= n.start < n.end <= len(text) for n in here)


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Министр Катара объявил, что эмират покидает ОПЕК.", "эмират", "QAT"),
        ("Марокко и Алжир спорят. Королевство закрыло границу.", "Королевство", "MAR"),
        ("Лихтенштейн торгует с Австрией; княжество не входит в ЕС.", "княжество", "LIE"),
        ("США и Куба помирились. На остров вернулись туристы.", "остров", "CUB"),
    ],
)
def test_a_kind_of_state_means_the_one_named_that_is_so(text: str, word: str, state: str) -> None:
    found = names(analyse(text, None, "ru"))
    assert [n.id for n in found if text[n.start : n.end] == word] == [state]


def test_a_kind_of_state_that_nobody_named_is_means_nobody() -> None:
    text = "Франция и Турция спорят. Королевство молчит, остров пуст."
    assert {n.id for n in names(analyse(text, None, "ru"))} == {"FRA", "TUR"}


def test_a_capital_may_be_a_given_name() -> None:
    text = "Об этом в Софии сказала вице-президент Аргентины Виктория Вильяруэль."
    assert "SYC" not in ids(text) and {"BGR", "ARG"} <= ids(text)


@pytest.mark.parametrize("sign", ["'", "’", "`"])
def test_apostrophes_are_alike(sign: str) -> None:
    assert "CIV" in ids(f"Президент Кот-д{sign}Ивуара прибыл в Париж.")
