"""Whose words they are: the verb's own subject after it, not somebody the words speak of, nor whom he serves."""

import pytest

from sverka.reading.reader import read


def told(text: str) -> list[tuple[str | None, str]]:
    return [(q.speaker, q.anchor) for q in read(text).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Рост ускорится, заявил президент Всемирного банка (ВБ) Роберт Зеллик.",
            [("person:Зеллик", "Рост ускорится")],
        ),
        (
            "Ставка снижена, сообщил глава Национального банка Сербии (НБС) Деян Шошкич.",
            [("person:Шошкич", "Ставка снижена")],
        ),
        (
            "Среди гостей был Ален Делон, пишет главный редактор газеты Сильви Берже.",
            [("person:Берже", "Среди гостей был Ален Делон")],
        ),
        ("Помощник Барака Обамы заявил, что встреча отложена.", []),
        (
            "По словам Яна Фишера, заявка одобрена.",
            [("person:Фишер", "заявка одобрена")],
        ),
    ],
)
def test_the_speaker_is_the_subject_of_the_verb(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
