"""Offices as biographies and lists of the dead tell them: one after another, with years, left, taken, given."""

from datetime import date

import pytest

from sverka.claims import Office
from sverka.reading.analysis import analyse
from sverka.reading.offices import offices
from sverka.reading.reader import analysed


def read(text: str, published: date | None = date(2016, 3, 1)) -> list[tuple[str, str, str]]:
    found = [m.proposition for m in offices(analysed(analyse(text, published, "ru")))]
    return [(p.person.removeprefix("person:"), p.office, p.state) for p in found if isinstance(p, Office)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Умер бывший президент Чили (1990–1994) Патрисио Эйлвин.", ("Эйлвин", "head_of_state", "CHL")),
        ("Скончался экс-премьер Новой Зеландии — Майк Мур.", ("Мур", "head_of_government", "NZL")),
        ("Первый президент независимого Узбекистана Ислам Каримов умер.", ("Каримов", "head_of_state", "UZB")),
        ("Парламент одобрил назначение Л.Линкявичюса главой МИД Литвы.", ("Линкявичюс", "foreign_minister", "LTU")),
        ("Суд признал избрание Луиса Лакалье президентом Уругвая.", ("Лакалье", "head_of_state", "URY")),
        ("Кабинет под руководством Шарля Мишеля устоял.", ("Мишель", "head_of_government", "BEL")),
        ("Правительство, возглавляемое Шарлем Мишелем, устояло.", ("Мишель", "head_of_government", "BEL")),
        ("Абдель Фаттах ас-Сиси принял полномочия президента Египта.", ("ас-Сиси", "head_of_state", "EGY")),
        ("Адли Мансур служил исполняющим обязанности президента Египта.", ("Мансур", "head_of_state", "EGY")),
        ("Глава Минфина Франции Брюно Ле Мэр уступил.", ("Ле Мэр", "other:глава Минфина", "FRA")),
        (
            "Выступил посол по особым поручениям МИД Армении Эдмон Марукян.",
            ("Марукян", "other:посол по особым поручениям МИД", "ARM"),
        ),
        (
            "Пламен Иков родился в Софии. Дважды избирался депутатом парламента Болгарии.",
            ("Иков", "other:депутат парламента", "BGR"),
        ),
        (
            "В первой речи в качестве президента Аргентины Маурисио Макри обещал реформы.",
            ("Макри", "head_of_state", "ARG"),
        ),
    ],
)
def test_an_office_of_a_biography_is_read(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


def test_offices_held_one_after_another_are_all_of_their_holder() -> None:
    told = read("Тимур Ирс являлся мэром Баку, а потом и главой Нацбанка Азербайджана, а затем министром финансов.")
    assert ("Ирс", "other:глава Нацбанка", "AZE") in told
    assert ("Ирс", "other:министр финансов", "AZE") in told


def test_whoever_is_dismissed_held_the_post_not_he_who_names_another() -> None:
    told = read(
        "Президент Румынии Траян Бэсеску прислал вместо смещённого с поста министра обороны Габриэля Опри посла."
    )
    assert ("Опря", "defence_minister", "ROU") in told or ("Опри", "defence_minister", "ROU") in told
    assert not any(person == "Бэсеску" and office == "defence_minister" for person, office, _ in told)


def test_the_years_beside_a_former_office_date_it() -> None:
    (mention,) = offices(analysed(analyse("Умер бывший президент Чили (1990–1994) Патрисио Эйлвин.", None, "ru")))
    assert isinstance(mention.proposition, Office)
    assert str(mention.proposition.period) == "1990/1994"


def test_a_security_council_with_a_secretary_is_a_states_own() -> None:
    told = read("Алекс Ирс был секретарём Совета безопасности и министром труда Эстонии.")
    assert ("Ирс", "other:секретарь Совета безопасности", "EST") in told


def test_a_newspaper_behind_a_dash_is_no_part_of_a_name() -> None:
    told = read("Спикер НС Арам Закарян - Sputnik Армения, 1920, 06.09.2021")
    assert [person for person, _, _ in told] in ([], ["Закарян"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Парламент избрал президентом Латвии Эгилса Левитса.", ("Левитс", "head_of_state", "LVA")),
        ("США признали президентом Венесуэлы спикера парламента Хуана Гуайдо.", ("Гуайдо", "head_of_state", "VEN")),
        ("Президенты Грузии и Абхазии Эдуард Шеварднадзе и Сергей Багапш спорили.",
         ("Багапш", "head_of_state", "place:Абхазия")),
        ("Сидел депутат от фракции «Заря» Пётр Икс. Парламент Киргизии спорил.", ("Икс", "other:депутат", "KGZ")),
        ("Министр внешней торговли Литвы Пётр Икс ушёл.", ("Икс", "other:министр внешней торговли", "LTU")),
        ("Пришёл действующий председатель ОБСЕ глава МИД Литвы Аудронюс Ажубалис.",
         ("Ажубалис", "other:председатель", "OSCE")),
        ("Главой правящей Народной партии Австрии стал Пётр Икс.",
         ("Икс", "other:глава", "org:Народная партия Австрии")),
        ("Премьер Камбоджи Хун Манет опоздал.", ("Хун Манет", "head_of_government", "KHM")),
        ("Единственный президент СССР Михаил Горбачёв умер.", ("Горбачёв", "head_of_state", "SUN")),
        ("Пришёл Фумио Кисида. Политик стал сотым премьером Японии.", ("Кисида", "head_of_government", "JPN")),
    ],
)  # fmt: skip
def test_an_office_told_in_the_news_is_read(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Медведев должен назначить исполняющего обязанности премьера России.",
        "Кабинет слагает полномочия перед избранным главой государства. Зубков ушёл.",
        "Пришёл министр финансов Японии Таро Асо, министр, который молчит, и Сэйко Хасимото.",
    ],
)
def test_who_names_another_or_stands_before_a_next_holds_nothing(text: str) -> None:
    assert not {office for _, office, _ in read(text)} & {"head_of_government", "head_of_state", "foreign_minister"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ушёл глава ФТС России Пётр Икс.", ("Икс", "other:глава ФТС", "RUS")),
        ("Встреча с главой МИД Китая Ван И прошла.", ("Ван И", "foreign_minister", "CHN")),
        ("Вторая женщина на посту премьера Британии Тереза Мэй ушла.", ("Мэй", "head_of_government", "GBR")),
        ("Бывший министр обороны и спикер Ахмет Икс запел. Турция молчит.", ("Икс", "defence_minister", "TUR")),
        ("Правительство республики, возглавляемое Николом Пашиняном.", ("Пашинян", "head_of_government", "ARM")),
        ("Марко Рубио был сенатором от Флориды.", ("Рубио", "other:сенатор от Флориды", "USA")),
        (
            "Председатель Верховной Рады Украины Андрей Парубий.",
            ("Парубий", "other:председатель Верховной Рады", "UKR"),
        ),
        ("Встреча с генсеком ООН Пан Ги Муном.", ("Пан Ги Мун", "other:генеральный секретарь", "UN")),
    ],
)
def test_an_officer_of_a_body_is_read(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


def test_whoever_takes_office_before_the_government_is_not_its_head() -> None:
    told = read("Кабинет перед вступившим в должность главой государства слагает полномочия. Ушёл и Пётр Икс.")
    assert all(office != "head_of_state" for _, office, _ in told)


def test_what_is_denied_is_no_office_held() -> None:
    assert read("Хосни Мубарак больше не является президентом Египта.") == []
    assert ("Мубарак", "head_of_state", "EGY") in read("Хосни Мубарак всё ещё является президентом Египта.")


def test_a_name_stands_in_the_nominative_of_its_title() -> None:
    assert ("Гоита", "other:лидер хунты", "MLI") in read("Выступил лидер малийской хунты Ассими Гоита в Бамако.")


def test_an_acting_officer_is_less_sure() -> None:
    def grade(text: str) -> float:
        (mention,) = offices(analysed(analyse(text, date(2014, 1, 20), "ru")))
        return mention.confidence or 0

    assert grade("Адли Мансур служил исполняющим обязанности президента Египта.") < 0.6
    assert grade("Адли Мансур служил президентом Египта.") > 0.6
