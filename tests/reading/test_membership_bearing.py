"""Memberships told by a chair held, an application made, an invitation got, the euro brought in."""

from datetime import date

import pytest

from sverka.claims import Membership
from sverka.reading.analysis import analyse
from sverka.reading.memberships import memberships
from sverka.reading.reader import analysed

DAY = date(2019, 6, 1)


def read(text: str, day: date = DAY) -> set[tuple[str, str, str]]:
    found = memberships(analysed(analyse(text, day, "ru")))
    assert all(text[m.span[0] : m.span[1]] == m.anchor for m in found)
    return {(p.state, p.organization, p.status) for m in found if isinstance(p := m.proposition, Membership)}


@pytest.mark.parametrize(
    ("text", "state", "body", "status"),
    [
        ("Румыния председательствует в Евросоюзе с января.", "ROU", "EU", "member"),
        ("Хорватия, председательствующая в ЕС, промолчала.", "HRV", "EU", "member"),
        ("Бразилия приняла председательство в БРИКС.", "BRA", "BRICS", "member"),
        ("Расширение НАТО продолжается. Грузия, подавшая заявку вместе с другими, ждёт.", "GEO", "NATO", "candidate"),
        ("Албания стремилась в НАТО. О вступлении речь шла долго, и страна получила приглашение.", "ALB", "NATO",
         "candidate"),
        ("Албания двадцать лет стучится в двери Евросоюза.", "ALB", "EU", "candidate"),
        ("Словакия ввела евро десять лет назад.", "SVK", "org:Еврозона", "joined"),
        ("Латвия перешла на евро в 2014 году.", "LVA", "org:Еврозона", "joined"),
        ("Европейская комиссия выпустила доклад. Хорватия вступила в союз в 2013 году.", "HRV", "EU", "joined"),
        ("О СНГ вспомнили не зря. Грузия покинула содружество в 2009 году.", "GEO", "CIS", "left"),
    ],
)  # fmt: skip
def test_what_only_members_or_candidates_do(text: str, state: str, body: str, status: str) -> None:
    assert (state, body, status) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Расширение НАТО продолжается. Грузия подала заявку на проведение чемпионата.",
        "В НАТО молчат. Грузия подала заявку.",
        "Хорватия не председательствует в ЕС.",
        "Перу председательствует в Совете Безопасности ООН.",
        "Литва приняла 5 евро.",
        "Латвия приняла председательство.",
    ],
)
def test_says_nothing_of_membership(text: str) -> None:
    assert read(text) == set()


def test_counted_members_of_a_body_spoken_of() -> None:
    text = "Об ЕАЭС спорят. Теперь в союзе пятеро: Россия, Белоруссия, Казахстан, Армения и Киргизия."
    assert read(text) == {(s, "EAEU", "member") for s in ("RUS", "BLR", "KAZ", "ARM", "KGZ")}


def test_an_entry_that_is_yet_to_come_by_the_calendar_makes_a_candidate() -> None:
    text = "Приём Черногории в НАТО отвечает интересам соседей."
    assert ("MNE", "NATO", "candidate") in read(text, date(2015, 3, 1))
    assert ("MNE", "NATO", "joined") in read(text, date(2019, 3, 1))
