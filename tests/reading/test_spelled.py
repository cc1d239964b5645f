"""Bodies by name: what the reader writes for those that have no short id in claims."""

import pytest

from sverka.reading.reader import read


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("В 1945 году Сирия вступила в Лигу арабских государств.", "org:Лига арабских государств"),
        ("Марокко вступило в Африканский союз в 2017 году.", "org:Африканский союз"),
        ("Мавритания вышла из Экономического сообщества стран Западной Африки.",
         "org:Экономическое сообщество стран Западной Африки"),
        ("Мавритания вышла из ЭКОВАС.", "org:ЭКОВАС"),
        ("Вануату вступило в Интерпол в 2018 году.", "org:Интерпол"),
        ("Литва вступила в НАТО в 2004 году.", "NATO"),
    ],
)  # fmt: skip
def test_a_body_without_a_short_id_is_written_by_its_name(text: str, organization: str) -> None:
    found = [m.proposition.organization for m in read(text).mentions if m.proposition.kind == "membership"]
    assert found == [organization]


def test_whoever_speaks_for_a_body_is_written_by_its_name_too() -> None:
    text = "«Мы не признаем этих выборов», – заявила Еврокомиссия."
    assert [q.speaker for q in read(text).quotations] == ["org:Еврокомиссия"]


def test_the_record_finds_a_body_by_the_name_that_is_written() -> None:
    from sverka.reading.spelled import SHORT, _name
    from sverka.record import organizations
    from sverka.record.tables import rows

    ids = [row["id"] for row in rows("organizations") if row["id"] not in SHORT]
    assert [organizations.resolve(f"org:{_name(id_, [])}") for id_ in ids] == ids
