"""Articles are found in every shape of corpus; one that is broken is an article with its error, never a missing one."""

import json
from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest

from sverka.corpus.articles import Article, Columns, corpus
from sverka.errors import InputError

TEXT = "Товарооборот Казахстана и России вырос."


def found(path: Path, columns: Columns | None = None) -> list[Article]:
    articles = corpus(path, columns)
    listed = list(articles.articles())
    assert articles.count == len(listed)
    assert listed == list(articles.articles()), "a corpus can be gone through again"
    return listed


def test_a_folder_of_texts_is_taken_in_order_of_its_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text(f"published: 2022-02-14\nlanguage: ru\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(TEXT.encode("cp1251"))
    (tmp_path / "notes.csv").write_text("not an article")
    assert found(tmp_path) == [Article("a.txt", TEXT), Article("b/2.txt", TEXT, date(2022, 2, 14), "ru")]


def test_json_lines_keep_their_ids_or_get_numbers(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    lines = [{"id": 7, "text": TEXT, "published": "2022-02-14T10:00:00Z"}, {"text": TEXT}]
    path.write_text("\n\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert found(path) == [Article("7", TEXT, date(2022, 2, 14)), Article("2", TEXT)]


def test_a_json_list_is_a_corpus(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(json.dumps([{"id": "x", "text": TEXT, "language": "ru"}]), encoding="utf-8")
    assert found(path) == [Article("x", TEXT, None, "ru")]


def test_columns_of_a_table_may_have_other_names(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    frame = {"body": [TEXT, TEXT], "key": ["p", "q"], "when": [datetime(2022, 2, 14, 8), None], "more": [1, 2]}
    pl.DataFrame(frame).write_parquet(path)
    columns = Columns(text="body", id="key", published="when")
    assert found(path, columns) == [Article("p", TEXT, date(2022, 2, 14)), Article("q", TEXT)]
    assert [a.id for a in found(tmp_path, columns)] == ["p", "q"], "a folder of tables is one too"


def test_a_table_without_the_column_says_which_there_are(tmp_path: Path) -> None:
    path = tmp_path / "c.parquet"
    pl.DataFrame({"body": [TEXT]}).write_parquet(path)
    with pytest.raises(InputError, match=r"no column text .*; name the column of texts with --text; there are: body"):
        corpus(path)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ('{"id"', "broken JSON (article 1)"),
        ("[" * 100_000, "broken JSON (article 1)"),
        ("\udcff".encode("utf-8", "surrogatepass").decode("latin-1"), "broken JSON (article 1)"),
        ("17", "not an object with a text (article 1)"),
        ('{"id": "x"}', "no text (article x)"),
        ('{"id": "x", "text": "  "}', "no text (article x)"),
        ('{"text": "Да.", "published": "вчера"}', "not a date (published: вчера); write it as 2022-02-14"),
        ('{"text": "Да.", "language": "клингонский"}', "no such language here (language: клингонский); write ru or en"),
        (json.dumps({"text": "а" * 1_000_001}), "the text is over 1 MB; cut it into articles"),
    ],
)
def test_what_is_no_article_is_kept_with_its_error(tmp_path: Path, line: str, error: str) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(line + "\n" + json.dumps({"text": TEXT}), encoding="utf-8")
    broken, whole = found(path)
    assert (broken.error, broken.text, whole.error, whole.text) == (error, "", "", TEXT)


def test_a_text_file_that_is_none_is_kept_with_its_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_bytes(b"\n\n")
    (tmp_path / "c.txt").write_bytes(b"x" * 1_000_001)
    assert [a.error for a in found(tmp_path)] == [
        "a PDF file, not a text (a.txt); save it as plain text (.txt) first",
        "the text is empty (b.txt); give a file with an article in it",
        "the text is over 1 MB; cut it into articles",
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("c.csv", b"a,b", "no such kind of corpus"),
        ("missing.jsonl", None, "cannot read the corpus"),
        ("missing", None, "no such corpus"),
        ("c.json", b"{", "broken JSON"),
        ("c.json", b"{}", "not a JSON list"),
        ("c.parquet", b"PAR1", "not a Parquet table"),
    ],
)
def test_what_is_no_corpus_is_refused(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        corpus(path)
    assert "\n" not in str(caught.value)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no articles in this folder"):
        corpus(tmp_path)


def test_the_hash_follows_everything_an_answer_depends_on() -> None:
    articles = [
        Article("x", TEXT),
        Article("y", TEXT),
        Article("x", TEXT + " "),
        Article("x", TEXT, date(2022, 2, 14)),
        Article("x", TEXT, None, "ru"),
    ]
    assert len({a.sha256 for a in articles}) == len(articles)
    assert Article("x", TEXT).sha256 == articles[0].sha256


def test_a_damaged_part_of_a_table_costs_its_rows_and_no_others(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    frame = pl.DataFrame({"text": [f"{TEXT} {n}" for n in range(2000)]})
    frame.write_parquet(path, row_group_size=1000, compression="uncompressed", use_pyarrow=False, statistics=False)
    whole = path.read_bytes()
    first_page = whole[4:40]
    path.write_bytes(whole[:4] + b"\xff" * len(first_page) + whole[40:])
    articles = found(path)
    assert [a.id for a in articles] == [f"{n}" for n in range(1, 2001)]
    damaged, sound = articles[:1000], articles[1000:]
    assert all(a.error.startswith("the table is damaged here (t.parquet: ") and "\n" not in a.error for a in damaged)
    assert [a.text for a in sound] == [f"{TEXT} {n}" for n in range(1000, 2000)]


def test_an_error_is_one_line_whatever_the_id(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    path.write_text(json.dumps([{"id": "a\nb\u2028c"}]), encoding="utf-8")
    assert [a.error for a in found(path)] == ["no text (article a b c)"]
