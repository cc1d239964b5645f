"""Many articles at once: one object an article, flat claims with verdicts."""

import json
from datetime import date

import pytest

from sverka.errors import InputError
from sverka.reports.batch import batch


def test_articles_come_back_by_id_with_verdicts_and_findings(read_by_hand) -> None:
    asked: list[tuple[str, date | None, str | None]] = []

    def read(text: str, published: date | None, language: str | None):
        asked.append((text, published, language))
        return read_by_hand

    articles = [
        {"id": "a", "text": "…", "published": "2022-02-14", "language": "ru", "claims": []},
        {"id": 2, "text": "x"},
    ]
    found = list(batch(articles, read))
    assert [f["id"] for f in found] == ["a", 2]
    assert asked == [("…", date(2022, 2, 14), "ru"), ("x", None, None)]
    claim = found[0]["claims"][0]
    assert (claim["kind"], claim["verdict"], claim["finding"]["verdict"]) == ("change", "fails", "fails")
    assert claim["anchor"] == "почти 40 процентов"
    assert found[0]["quotes"][0]["speaker"] == "person:Токаев"
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("article", "message"),
    [
        ({"id": "a"}, "an article has no id or no text (article 1)"),
        ("text", "an article has no id or no text (article 1)"),
        ({"id": "a", "text": "x", "published": "tomorrow"}, "not a date ('tomorrow' in article a)"),
    ],
)
def test_a_broken_article_is_named(article, message: str, read_by_hand) -> None:
    with pytest.raises(InputError) as refused:
        list(batch([article], lambda *_: read_by_hand))
    assert str(refused.value).startswith(message)
