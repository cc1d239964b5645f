"""Offices that nobody has yet, that are told of two at once without an order, and that are over."""

from datetime import date

import pytest

from sverka.claims import Mention, Office
from sverka.reading.reader import read

DAY = date(2015, 3, 11)


def told(text: str, day: date = DAY) -> list[tuple[str, str, str, str]]:
    found: list[Mention] = [m for m in read(text, day).mentions if isinstance(m.proposition, Office)]
    return sorted(
        (o.person.removeprefix("person:"), o.office, o.state, m.modality)
        for m in found
        if isinstance(o := m.proposition, Office)
    )


@pytest.mark.parametrize(
    "text",
    [
        "На пост премьера Петр Порошенко предложил Владимира Гройсмана, а на должность министра обороны – Полторака.",
        "Даля Грибаускайте рекомендовала парламенту на пост министра обороны Юозаса Олекаса.",
        "На должность министра обороны Молдавии была выдвинута кандидатура Анатолия Шалару.",
        "Дональд Трамп номинировал Рекса Тиллерсона на пост госсекретаря США.",
        "Петр Порошенко предложил назначить Владимира Гройсмана на пост премьер-министра Украины.",
    ],
)
def test_a_post_that_is_offered_has_no_holder(text: str) -> None:
    assert [o for o in told(text) if o[3] == "asserted"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Гройсман, которого предложил президент, назначен на пост премьер-министра Украины.",
            [("Гройсман", "head_of_government", "UKR", "asserted")],
        ),
        (
            "Рада назначила Гройсмана на пост премьер-министра Украины, а на пост министра обороны – Полторака.",
            [
                ("Гройсман", "head_of_government", "UKR", "asserted"),
                ("Полторак", "defence_minister", "UKR", "asserted"),
            ],
        ),
    ],
)
def test_a_post_given_is_that_of_whoever_it_is_for(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Белоруссия и Россия торгуют. Лидеры двух стран Владимир Путин и Александр Лукашенко говорили.",
            [("Лукашенко", "head_of_state", "BLR", "asserted"), ("Путин", "head_of_state", "RUS", "asserted")],
        ),
        (
            "Казахстан и Китай торгуют. Министры иностранных дел обеих стран Ван И и Ерлан Идрисов говорили.",
            [("Ван И", "foreign_minister", "CHN", "asserted"), ("Идрисов", "foreign_minister", "KAZ", "asserted")],
        ),
        ("Греция и Кипр торгуют. Президенты обеих стран Иван Лосев и Пётр Зайцев говорили.", []),
    ],
)
def test_two_officers_of_two_states_go_without_an_order(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(text, date(2016, 11, 22)) == expected


def test_a_meeting_of_two_officers_gives_each_his_own_state() -> None:
    text = "Белоруссия и Россия торгуют. Лидеры двух стран Путин и Лукашенко встретились в Минске."
    meeting = next(m.proposition for m in read(text, date(2016, 11, 22)).mentions if m.proposition.kind == "event")
    sides = [set(side) for side in (meeting.source, meeting.target)]  # type: ignore[union-attr]
    assert {"person:Путин", "RUS"} in sides
    assert {"person:Лукашенко", "BLR"} in sides


def over(text: str, day: date | None) -> list[str]:
    found = [m.proposition for m in read(text, day).mentions]
    return [str(o.period) for o in found if isinstance(o, Office)]


@pytest.mark.parametrize(
    "text",
    [
        "Сапар Исаков ранее был премьер-министром Киргизии.",
        "Серж Саргсян когда-то возглавлял правительство Армении.",
        "Раньше президентом Армении был Серж Саргсян.",
        "Бывший президент Киргизии Сооронбай Жээнбеков уехал.",
        "Сооронбай Жээнбеков, в прошлом премьер-министр Киргизии, уехал.",
        "Sooronbay Jeenbekov has previously served as Kyrgyzstan's prime minister.",
    ],
)
def test_an_office_told_as_former_was_held_before_the_month_of_publication(text: str) -> None:
    assert over(text, date(2021, 1, 28)) == ["../2020-12"]
    assert over(text, None) == ["None"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Серж Саргсян ранее был избран президентом Армении.", "None"),
        ("Серж Саргсян был президентом Армении.", "None"),
        ("В 2005 году Саргсян был прежде министром обороны Армении.", "2005"),
    ],
)
def test_what_began_before_may_last_and_a_year_stays(text: str, expected: str) -> None:
    assert over(text, date(2021, 1, 28)) == [expected]


def test_an_office_told_as_former_that_the_record_shows_running_is_unsure() -> None:
    text = "Тогдашний министр иностранных дел России Сергей Лавров не спорил."
    lasting = next(m for m in read(text, date(2021, 1, 28)).mentions if isinstance(m.proposition, Office))
    assert lasting.confidence is not None
    assert lasting.confidence < 0.6


def test_a_bare_title_that_closes_the_opening_phrase_is_not_of_the_subject() -> None:
    text = "As foreign minister, Sergey Lavrov left. In speaking for president, Vladimir Putin smiled."
    assert told(text) == []
    assert told("A friend of Hungary's premier, Viktor Orban, left.")[0][2] == "HUN"


def test_in_english_too_who_is_nominated_holds_nothing() -> None:
    text = "Vladimir Putin nominated Dmitry Medvedev as the premier. Sergey Lavrov works as the foreign minister."
    assert [(o[0], o[3]) for o in told(text)] == [("Lavrov", "asserted"), ("Medvedev", "planned")]
