"""Targets of reading: prose in Russian and English, bytes that may be a text, header lines, dates as typed."""

import json
from datetime import date
from pathlib import Path

from benchmarks.fuzz.target import Target, as_text, holds

_ARTICLES = Path(__file__).parents[1] / "articles"
_PUBLISHED = date(2021, 6, 15)


def _articles(language: str) -> list[bytes]:
    found = [a for path in sorted(_ARTICLES.glob("*.json")) for a in json.loads(path.read_text(encoding="utf-8"))]
    texts = [a["text"] for a in found if a["language"] == language]
    paragraphs = [part for text in texts for part in text.split("\n") if part.strip()]
    return [piece.encode() for piece in (*texts, *paragraphs)]


def _read(language: str) -> Target:
    def prepare() -> None:
        from sverka.reading.reader import read

        read("Россия и Казахстан." if language == "ru" else "Russia and China.", None, language)

    def attempt(data: bytes) -> bool:
        from sverka.claims import mention_from_json, parse, to_short
        from sverka.reading.reader import read

        text = as_text(data)
        reading = read(text, _PUBLISHED if len(data) % 4 else None, language)
        for mention in reading.mentions:
            start, end = mention.span
            holds(0 <= start < end <= len(text) and text[start:end] == mention.anchor, "a span outside the text")
            holds(mention.confidence is None or 0 <= mention.confidence <= 1, "confidence is no probability")
            holds(parse(to_short(mention.proposition)) == mention.proposition, "a claim does not read back")
            told = mention.to_json()
            holds(mention_from_json(told, text).to_json() == told, "a mention does not read back")
        for quotation in reading.quotations:
            start, end = quotation.span
            holds(0 <= start < end <= len(text) and text[start:end] == quotation.anchor, "a quotation outside the text")
        return not reading.mentions

    def seeds() -> list[bytes]:
        return _articles(language)

    return Target(
        f"reading-{language}", attempt, seeds, prepare, slowest=4.0, grain=1.0, most=6_000, guided=language == "en"
    )


def _decode(data: bytes) -> bool:
    from sverka.errors import InputError
    from sverka.reading.texts import TEXT_LIMIT, day, decoded, headed

    try:
        text, _ = decoded(data, "a file")
        holds(len(text) <= len(data) + 1 and "\r" not in text, "a text longer than its bytes")
        source = headed(text, "a file")
        holds(source.text in text and len(text) <= TEXT_LIMIT, "a text that is not in the file")
        holds(isinstance(day(text), date), "a date that is none")
    except InputError as error:
        holds("\n" not in str(error), "a message of several lines")
        return True
    return False


def _files() -> list[bytes]:
    head = "published: 2022-02-14\nязык: ru\n\nАрмения вступила в ЕАЭС в 2015 году."
    texts = [head, "дата: 14 февраля 2022 года\n\nТекст", "14.02.2022", "2022-02-14", "14 февраля 2022 г.", "20220214"]
    return [t.encode(e) for t in texts for e in ("utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866")]


def _detect(data: bytes) -> bool:
    from sverka.reading.language import language_of
    from sverka.reading.segmentation import segments

    text = as_text(data)
    language = language_of(text)
    holds(language in ("ru", "en", "other"), "an unknown language")
    at = 0
    for piece in segments(text):
        for start, end, word in piece:
            holds(at <= start < end <= len(text) and bool(word), "a token outside the text")
            at = end
    return language == "other"


def _prepare_files() -> None:
    import sverka.reading.segmentation
    import sverka.reading.texts  # noqa: F401


TEXTS = (
    _read("ru"),
    _read("en"),
    Target("decoding", _decode, _files, _prepare_files, most=2_000),
    Target("segmentation", _detect, lambda: _articles("ru") + _articles("en"), _prepare_files, grain=0.5),
)
