"""Meetings on a journey: the guest and his day are those of the sentence before."""

from datetime import date

from sverka.claims import Event
from sverka.reading.reader import read

DAY = date(2016, 5, 10)
ARRIVED = "Президент Чили Анна Берг прибыла 3 мая в Лиму. "


def events(text: str, kind: str) -> list[Event]:
    """The events of a type read in a text."""
    found = [m.proposition for m in read(text, DAY).mentions]
    return [p for p in found if isinstance(p, Event) and p.type == kind]


def test_talks_are_the_guest_s_and_of_her_day() -> None:
    (p,) = events(ARRIVED + "Позднее состоялись переговоры с премьером Перу Карлом Лундом.", "meet")
    assert (p.source, p.target) == (("person:Берг", "CHL"), ("person:Лунд", "PER"))
    assert str(p.period) == "2016-05-03"


def test_a_pronoun_is_the_guest() -> None:
    (p,) = events(ARRIVED + "Её принял премьер Перу Карл Лунд.", "meet")
    assert (p.source, p.target) == (("person:Лунд", "PER"), ("person:Берг", "CHL"))
    (p,) = events("Премьер Перу Карл Лунд прилетел. С ним встретился президент Чили Борис Берг.", "meet")
    assert (p.source, p.target) == (("person:Берг", "CHL"), ("person:Лунд", "PER"))


def test_his_resignation_is_no_guest() -> None:
    assert not events("Премьер Перу Карл Лунд ушёл. Президент Чили Борис Берг принял его отставку.", "meet")


def test_an_arrival_without_a_place_is_where_the_rest_is_held() -> None:
    (p,) = events("В Осло открывается форум; президент Перу Карл Лунд уже прилетел.", "visit")
    assert p.target == ("NOR",)
    assert not events("Премьер Чили Анна Берг вернулась из Осло. Президент Перу Карл Лунд приехал из Мали.", "visit")


def test_whom_a_participle_before_the_noun_describes() -> None:
    text = "Президент Чили Анна Берг встретилась с прибывшим в Сантьяго премьером Перу Карлом Лундом."
    (p,) = events(text, "visit")
    assert (p.source, p.target) == (("person:Лунд", "PER"), ("CHL",))
    (p,) = events(text, "meet")
    assert (p.source, p.target) == (("person:Берг", "CHL"), ("person:Лунд", "PER"))


def test_talks_as_the_clause_about_them_tells() -> None:
    text = "Итог переговоров, которые президент Чили Борис Берг провёл вчера с премьером Перу Карлом Лундом, неясен."
    (p,) = events(text, "meet")
    assert (p.source, p.target, str(p.period)) == (("person:Берг", "CHL"), ("person:Лунд", "PER"), "2016-05-09")


def test_a_call_to_an_office_and_days_spent() -> None:
    (p,) = events("Президент Чили Борис Берг поговорил по телефону с перуанским коллегой.", "meet")
    assert (p.source, p.target) == (("person:Берг", "CHL"), ("PER",))
    (p,) = events("Министр Чили Анна Берг 27 и 28 мая проведёт в Лиме.", "visit")
    assert str(p.period) == "2016-05-27/2016-05-28"


def test_sanctions_against_companies_and_by_a_list() -> None:
    (p,) = events("США ввели санкции против компании «Нафта» и банка «Восток».", "sanction")
    assert (p.source, p.target) == (("USA",), ("org:Нафта", "org:Восток"))
    (p,) = events("С Чили были сняты санкции ООН, США и Евросоюза.", "sanction")
    assert (p.source, p.target) == (("UN", "USA", "EU"), ("CHL",))


def test_a_town_by_its_country_and_the_next_meeting_of_heads() -> None:
    (p,) = events("В норвежский город прибыл президент Чили Борис Берг.", "visit")
    assert p.target == ("NOR",)
    found = events("На саммите АСЕАН спорили. Следующая встреча глав государств пройдёт 9 октября в Токио.", "meet")
    assert [(p.source, p.target, str(p.period)) for p in found] == [(("ASEAN",), ("JPN",), "2016-10-09")]


def test_interviews_debts_and_other_times_are_no_events_of_their_own() -> None:
    assert not events("В беседе с телеканалом CNN президент Чили Борис Берг был краток.", "meet")
    assert not events("Чили не перечислила МВФ 1,5 млрд евро.", "aid")
    (p,) = events("Президент Чили Борис Берг прибыл 3 мая в Лиму. Карла Лунда он прежде не видел.", "visit")
    assert str(p.period) == "2016-05-03"


def test_soldiers_who_stay_there() -> None:
    (p,) = events("Обама не уйдёт из Чада: 980 американских военнослужащих останутся там на весь 2017 год.", "deploy")
    assert (p.source, p.target, str(p.period)) == (("USA",), ("TCD",), "2017")
