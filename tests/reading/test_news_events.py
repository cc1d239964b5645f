"""Events as wire news words them: trips told in passing, aid delivered, papers by their full names, dates of talks."""

from datetime import date

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.events import events
from sverka.reading.reader import analysed


def told(text: str, published: date | None = date(2019, 6, 14)) -> list[str]:
    return [
        f"{m.proposition}{'' if m.modality == 'asserted' else ' ' + m.modality}"
        for m in events(analysed(analyse(text, published, "ru")))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "В рамках поездки в Перу президент Чили Себастьян Пиньера выступил перед студентами.",
            ["visit person:Пиньера, CHL -> PER"],
        ),
        (
            "Эрна Сульберг сказала, что ждёт Ларса Лёкке Расмуссена с визитом в Осло.",
            ["visit person:Расмуссен, DNK -> NOR planned"],
        ),
        (
            "Переговоры Чили, Перу и Эквадора, состоявшиеся 4 марта, ничего не дали.",
            ["meet CHL -> PER, ECU in 2019-03-04"],
        ),
        (
            "Президент Чили Пиньера заявил, что встреча с президентом Перу Мартином Вискаррой состоится в июле.",
            ["meet person:Пиньера, CHL -> person:Вискарра, PER in 2019-07 planned"],
        ),
    ],
)
def test_trips_and_talks_have_those_who_make_them(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Турция доставила в Сомали 40 тонн гуманитарной помощи.", ["aid TUR -> SOM"]),
        ("Норвегия отправила в Непал самолёт с гуманитарным грузом.", ["aid NOR -> NPL"]),
        ("3 июня в Мозамбик прибыл итальянский самолёт с гуманитарной помощью.", ["aid ITA -> MOZ in 2019-06-03"]),
        ("В Чад будет направлена гуманитарная помощь из Египта.", ["aid EGY -> TCD planned"]),
        ("В случае беды соседи придут Норвегии на помощь.", []),
        ("Раненых доставили в Чад с помощью вертолётов.", []),
    ],
)
def test_aid_is_told_by_its_delivery(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Чили подписала протокол о вступлении в ряды союза.", "treaty:протокол о вступлении в ряды союза"),
        ("Чили и Перу подписали мирное соглашение на встрече в Лиме.", "treaty:мирное соглашение"),
        (
            "Чили и Перу подписали договор о размещении на перуанской территории чилийских складов.",
            "treaty:договор о размещении на перуанской территории чилийских складов",
        ),
        (
            "Чили и Перу подписали декларацию о переходе двух стран на уровень доверия.",
            "treaty:декларация о переходе двух стран на уровень доверия",
        ),
        (
            "Чили и Перу подписали соглашение о торговле в области рыболовства по итогам визита.",
            "treaty:соглашение о торговле в области рыболовства",
        ),
        (
            "Чили и Перу подписали договор об обязательствах по сокращению шума с целью сближения.",
            "treaty:договор об обязательствах по сокращению шума",
        ),
        ("Чили и Перу подписали соглашение о дорогах между двумя странами.", "treaty:соглашение о дорогах"),
    ],
)
def test_papers_have_what_their_deeds_govern(text: str, expected: str) -> None:
    signed = [m.proposition for m in events(analysed(analyse(text, date(2019, 6, 14), "ru")))]
    assert [p.target for p in signed if p.kind == "event" and p.type == "sign"] == [(expected,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вывод французских войск из Чада состоится в октябре 2019 года.", ["withdraw FRA -> TCD in 2019-10 planned"]),
        ("НАТО усилило бомбардировки военных складов в Ливии.", ["attack NATO -> LBY"]),
        ("В результате атаки индийских беспилотников на севере Пакистана погибли люди.", ["attack IND -> PAK"]),
        ("Чилийские военные отправятся в Кению.", ["deploy CHL -> KEN planned"]),
        ("Исполнительный совет МВФ одобрил предоставление Кении кредита.", ["aid IMF -> KEN"]),
    ],
)
def test_deeds_of_forces_and_boards(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ответственность за взрыв в пакистанском городе взяла на себя группировка «Талибан».",
            ["attack org:Талибан -> PAK"],
        ),
        (
            "Взрыв прогремел в Сомали. Ответственность за этот теракт взяло на себя движение «Аш-Шабаб».",
            ["attack org:Аш-Шабаб -> SOM"],
        ),
        ("Правительство Чада взяло ответственность за реформу.", []),
    ],
)
def test_attacks_are_of_whoever_owns_up_to_them(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ЕС принял новый санкционный пакет против Ирана.", ["sanction EU -> IRN"]),
        ("Норвегия расширила список шведских политиков, которым запрещён въезд.", ["sanction NOR -> SWE"]),
        ("Дания внесла в стоп-лист чиновников ЕС.", ["sanction DNK -> EU"]),
        ("Швеция запретила въезд гражданам Чили.", ["sanction SWE -> CHL"]),
        ("Исландия присоединилась к санкциям ЕС против Сирии.", ["sanction ISL, EU -> SYR"]),
        ("Япония расширила список товаров.", []),
    ],
)
def test_measures_have_many_names(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Глава избиркома Эстонии сказал, что кандидат на пост президента страны Алар Карис победил на выборах.",
            ["vote EST -> person:Карис"],
        ),
        ("Сейм Латвии поддержал кандидатуру Эгилса Левитса.", ["vote LVA -> person:Левитс"]),
        (
            "Все 27 стран ЕС подписали договор о статусе беженцев.",
            ['sign EU -> "treaty:договор о статусе беженцев"'],
        ),
        (
            "На встрече Синдзо Абэ и Эммануэля Макрона стороны подписали декларацию о море.",
            [
                "meet person:Абэ, JPN -> person:Макрон, FRA",
                'sign person:Абэ, JPN, person:Макрон, FRA -> "treaty:декларация о море"',
            ],
        ),
    ],
)
def test_those_who_decide_are_found(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Норвегия объявила сотрудника посольства Чили персоной нон грата.", ["break NOR -> CHL"]),
        ("3 июня МИД Норвегии объявил нежелательным лицом чилийского дипломата.", ["break NOR -> CHL in 2019-06-03"]),
        ("Решение о высылке чилийских дипломатов приняли Перу и Эквадор.", ["break PER, ECU -> CHL"]),
        ("Посол Чили покинул приём недовольным.", []),
    ],
)
def test_envoys_are_sent_home_in_many_words(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В Ташкенте 12 июня состоялось заседание совета министров ШОС.", ["meet SCO -> UZB in 2019-06-12"]),
        ("Саммит АСЕАН, который пройдёт в июле в Ханое, будет коротким.", ["meet ASEAN -> VNM in 2019-07 planned"]),
        ("Второй тур выборов в Чили прошёл 9 июня.", ["vote CHL in 2019-06-09"]),
        ("На саммите ШОС говорили о погоде.", []),
        ("На саммите запланировано выступление Ангелы Меркель и Эммануэля Макрона.", []),
    ],
)
def test_bodies_gather_where_it_is_said(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Армия нанесла удары по Пакистану. Индийские дроны обстреляли сёла в провинции Лахор.", "PAK"),
        ("Индийская авиация нанесла удары по складам Пакистана и Непала.", "PAK, NPL"),
    ],
)
def test_what_is_struck_lies_in_a_state(text: str, expected: str) -> None:
    assert told(text)[-1] == f"attack IND -> {expected}"


@pytest.mark.parametrize(
    "text",
    [
        "Чили и Перу подписали соглашение о размещении войск Эквадора в Боливии.",
        "Норвегия объявила, что за поправку проголосовал один депутат.",
    ],
)
def test_what_papers_and_counts_are_about_is_no_event(text: str) -> None:
    assert not any(said.startswith(("deploy", "vote")) for said in told(text))


def test_a_date_of_the_cause_is_not_the_date_of_the_deed() -> None:
    assert told("Норвегия выслала чилийских дипломатов из-за участия в шествиях в городе Осло 3 мая.") == [
        "break NOR -> CHL"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Теракт произошёл в пятницу на севере Мали.", ["attack -> MLI in 2019-06-14"]),
        ("В результате взрыва у рынка в пакистанском городе погибли люди. Смертник ехал на осле.", ["attack -> PAK"]),
        ("В результате взрыва газа в чилийском городе погибли люди.", []),
        ("Взрыв цен в Чили никого не удивил.", []),
    ],
)
def test_blasts_are_attacks_where_violence_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Контингент Италии будет выведен из Чада в 2020 году.", ["withdraw ITA -> TCD in 2020 planned"]),
        (
            "Эрна Сульберг приняла Эммануэля Макрона. Их переговоры шли час.",
            ["meet person:Сульберг, NOR -> person:Макрон, FRA", "meet person:Сульберг, NOR -> person:Макрон, FRA"],
        ),
        (
            "После встречи с Эммануэлем Макроном Эрна Сульберг молчала.",
            ["meet person:Сульберг, NOR -> person:Макрон, FRA"],
        ),
        ("Норвегия объявила о предоставлении помощи Непалу, Чаду и Кении.", ["aid NOR -> NPL, TCD, KEN"]),
        ("Долг Чада по кредитам, предоставленным Китаем, растёт.", []),
        ("Парламент Италии вынес вотум недоверия кабинету Джузеппе Конте.", ["vote ITA -> person:Конте"]),
        ("Переговорами» – так пишут о ссоре между Чили и Перу.", []),
    ],
)
def test_who_moves_meets_gives_and_votes(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Чили и Перу подписали договор ОДКБ.",
            ['sign CHL, PER -> "treaty:договор ОДКБ"'],
        ),
        ("ЕС ввёл санкции против Сирии на Мальте.", ["sanction EU -> SYR"]),
        (
            "Премьер-министр Норвегии Эрна Сульберг провела переговоры в Кении.",
            ["meet person:Сульберг, NOR -> KEN"],
        ),
        ("В 2017 году проводился саммит АТЭС.", ["meet APEC in 2017"]),
        (
            "Эрна Сульберг прибыла в Осло, завершив визит в Чад.",
            ["visit person:Сульберг, NOR -> TCD"],
        ),
    ],
)
def test_sides_that_grammar_leaves_out(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_an_event_told_twice_in_a_sentence_is_one() -> None:
    text = "На выборах в Чили победил Габриэль Борич, и Габриэль Борич избран президентом Чили."
    assert told(text, date(2022, 1, 5)) == ["vote CHL -> person:Борич"]
    assert told("Итоги голосования в Чили объявят завтра.") == []
