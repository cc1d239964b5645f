"""Texts come in many shapes; their words, date and language are found all the same."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from sverka.cli.texts import text_of
from sverka.errors import InputError
from sverka.reading.texts import Source, day, decoded

ARTICLE = "Товарооборот Казахстана и России вырос.\n"


def given(folder: Path, content: bytes) -> Source:
    path = folder / "article.txt"
    path.write_bytes(content)
    return text_of(str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_in_any_of_its_encodings(tmp_path: Path, encoding: str) -> None:
    assert given(tmp_path, ARTICLE.encode(encoding)).text == ARTICLE


def test_windows_1251_is_read_with_a_note(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert given(tmp_path, ARTICLE.encode("cp1251")).text == ARTICLE
    assert "is not UTF-8; read as Windows-1251" in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_kind_become_one(tmp_path: Path, ending: str) -> None:
    lines = f"Один.{ending}{ending}Два.{ending}"
    assert given(tmp_path, lines.encode()).text == "Один.\n\nДва.\n"


@pytest.mark.parametrize(
    ("head", "published", "language"),
    [
        ("published: 2022-02-14\n\n", date(2022, 2, 14), None),
        ("Published: 14.02.2022\nLanguage: Russian\n\n", date(2022, 2, 14), "ru"),
        ("Дата: 14 февраля 2022 года\nязык: русский\n\n", date(2022, 2, 14), "ru"),
        ("\n\ndate: 2022-02-14\n\n", date(2022, 2, 14), None),
        ("language: en\n\n", None, "en"),
    ],
)
def test_header_lines_say_when_and_in_what_language(
    tmp_path: Path, head: str, published: date | None, language: str | None
) -> None:
    source = given(tmp_path, (head + ARTICLE).encode())
    assert (source.text, source.published, source.language) == (ARTICLE, published, language)


@pytest.mark.parametrize(
    "text",
    [
        "published: 2022-02-14\n" + ARTICLE,
        "Москва: 14 февраля\n\n" + ARTICLE,
        "published: 2022-02-14\n\n",
        "Дата: неизвестна, но это уже статья.\nВторая строка.\n\nТретья.\n",
    ],
)
def test_lines_that_are_no_header_block_are_part_of_the_text(tmp_path: Path, text: str) -> None:
    source = given(tmp_path, text.encode())
    assert (source.text, source.published) == (text, None)


def test_words_may_be_typed_in() -> None:
    typed = "Армения вступила в ЕАЭС в 2015 году."
    assert text_of(typed) == Source(typed, None, None, "the text typed in")


def test_words_typed_in_broken_bytes_are_still_text() -> None:
    assert text_of("Армения вступила в ЕАЭС \udcff в 2015 году.").text == "Армения вступила в ЕАЭС ? в 2015 году."


def test_a_pipe_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert text_of("-").text == ARTICLE


def test_what_is_far_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sverka.cli.texts.TEXT_LIMIT", 1000)
    with pytest.raises(InputError, match="the text is too large"):
        given(tmp_path, ARTICLE.encode() * 100)


def test_text_that_looks_like_none_is_refused() -> None:
    with pytest.raises(InputError, match="neither UTF-8 nor Windows-1251"):
        decoded(b"caf\xe9 " * 20, "x")


@pytest.mark.parametrize("text", ["2022-02-14", "14.02.2022", " 14 Февраля 2022 г. ", "14 февраля 2022"])
def test_a_date_may_be_typed_in_several_ways(text: str) -> None:
    assert day(text) == date(2022, 2, 14)


@pytest.mark.parametrize("text", ["", "2022-02-30", "31.02.2022", "14 фигня 2022", "вчера"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="not a date"):
        day(text)
