"""What befalls a membership: restored, ended, suspended, disputed, resolved on."""

from datetime import date

import pytest

from sverka.claims import Membership
from sverka.reading.reader import read


def told(text: str) -> list[tuple[str, str]]:
    found = [m for m in read(text, date(2021, 1, 25)).mentions if m.proposition.kind == "membership"]
    return [(str(m.proposition), m.modality) for m in found]


@pytest.mark.parametrize(
    "text",
    [
        "Чад оспаривает своё членство в Африканском союзе.",
        "Киев отрицает своё членство в СНГ.",
        "Депутаты поставили под сомнение членство Молдавии в СНГ.",
        "Молдавия приостановила своё членство в СНГ.",
        "Лига арабских государств приостановила членство Сирии.",
        "Членство Сирии в Лиге арабских государств было приостановлено.",
        "Осудили приостановку участия Гамбии в Африканском союзе.",
        "Приостановленное членство Мали в Африканском союзе обсудят.",
        "Узбекистан заморозил своё участие в ОДКБ.",
    ],
)
def test_of_a_membership_suspended_or_disputed_nothing_is_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "claim", "modality"),
    [
        ("В 2006 году принято решение о восстановлении членства Узбекистана в ОДКБ.", "joined UZB CSTO", "planned"),
        ("Совет принял решение о прекращении членства Грузии в СНГ.", "left GEO CIS", "planned"),
        ("Парламент проголосовал за прекращение членства Молдавии в СНГ.", "left MDA CIS", "planned"),
        ("Узбекистан возобновил членство в ОДКБ в 2006 году.", "joined UZB CSTO in 2006", "asserted"),
        ("Узбекистан прекратил членство в ОДКБ в 2012 году.", "left UZB CSTO in 2012", "asserted"),
        ("Решение о приёме Албании в НАТО принято.", "joined ALB NATO", "planned"),
        ("Началась процедура вступления Черногории в ЕС.", "candidate MNE EU", "asserted"),
        ("Идут переговоры о вступлении Сербии в ЕС.", "candidate SRB EU", "asserted"),
        ("Переговоры о вступлении Хорватии в ЕС завершены.", "joined HRV EU", "hypothetical"),
        ("Армения приняла решение присоединиться к ЕАЭС.", "joined ARM EAEU", "planned"),
        ("Тунис получил право вступить в АТЭС.", "joined TUN APEC", "hypothetical"),
        ("Противником вступления Албании в НАТО стала Греция.", "joined ALB NATO", "planned"),
        ("Стать членом НАТО вместе с Хорватией планировала также Албания.", "joined ALB NATO", "planned"),
        ("Итогом саммита станет вступление Албании в НАТО.", "joined ALB NATO", "planned"),
        ("ШОС спорит. Принято решение о выходе Ирана из организации.", "left IRN SCO", "planned"),
        ("Членство Турции в НАТО никто не оспаривает.", "member TUR NATO", "asserted"),
        ("Годовщину вступления Эстонии в НАТО отметили парадом.", "joined EST NATO", "asserted"),
    ],
)
def test_what_is_told_of_the_rest(text: str, claim: str, modality: str) -> None:
    assert told(text) == [(claim, modality)]


def test_a_time_before_is_dated_right_after_the_colon() -> None:
    text = "Грузия уже выходила из СНГ: в августе 2009 года страна покинула содружество."
    found = next(m for m in read(text, date(2012, 12, 19)).mentions if isinstance(m.proposition, Membership))
    assert str(found.proposition.period) == "2009-08"


def test_a_state_described_by_its_entry_was_taken_in() -> None:
    assert told("Черногория, которую приняли в ООН в 2006 году, невелика.") == [("joined MNE UN in 2006", "asserted")]


def test_people_who_flee_to_a_body_do_not_apply_for_it() -> None:
    assert told("Рвутся в Евросоюз прежде всего афганцы.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what will not be is no standing of today
        ("В ОДКБ Армения не вернётся.", [("none ARM CSTO", "planned")]),
        ("Армения в ОДКБ не состоит.", [("none ARM CSTO", "asserted")]),
        # those who leave a state were never a state's membership
        ("Контингент ОДКБ начал 14 января покидать Казахстан, где стало спокойнее.", []),
        ("ОПЕК Катар покинул в 2019 году.", [("left QAT OPEC in 2019", "asserted")]),
        # the pronoun means who is named last
        ("Саммит МЕРКОСУР открыт. Лондон возражает давно, к нему примкнул Рим.", []),
        ("ЕАЭС создали Россия и Казахстан, позднее к нему присоединилась Армения.", [("joined ARM EAEU", "asserted")]),
    ],
)
def test_whose_standing_is_told(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


def test_of_two_bodies_the_last_is_the_one_entered() -> None:
    found = told("Бразилия и Индия состоят в БРИКС и ШОС, куда Пакистан приняли в 2017 году.")
    assert ("joined PAK SCO in 2017", "asserted") in found
    assert not any("PAK BRICS" in claim for claim, _ in found)


def test_an_associate_of_the_body_spoken_of_is_no_member() -> None:
    found = told("ЕС собрал министров в Осло. Турция остаётся ассоциированным членом союза.")
    assert [claim for claim, _ in found] == ["associate TUR EU"]
