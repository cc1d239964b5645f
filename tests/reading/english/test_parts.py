"""The parts of the English reader: amounts, dates, names, quotations, voices."""

import time
from datetime import date

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.english import read_english
from sverka.reading.english.amounts import amounts
from sverka.reading.english.dates import Clock, dates
from sverka.reading.english.names import names
from sverka.reading.english.persons import surname
from sverka.reading.english.text import sentences


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "bound"),
    [
        ("came to us$10.16 billion", 10.16e9, 10.16e9, "USD", "="),
        ("some 9.4 bn dollars", 9.4e9, 9.4e9, "USD", "~"),
        ("just over €3m", 3e6, 3e6, "EUR", ">"),
        ("at least 1.07 billion roubles", 1.07e9, 1.07e9, "RUB", ">"),
        ("up to 40 per cent", 40, 40, "%", "<"),
        ("between $3 billion and $5 billion", 3e9, 5e9, "USD", "="),
        ("between 3 and 5 percent", 3, 5, "%", "="),
        ("two thirds of exports", 66.7, 66.7, "%", "="),
        ("nearly a fifth more", 20, 20, "%", "~"),
        ("more than halved", 50, 50, "%", ">"),
        ("almost tripled", 3, 3, "x", "~"),
        ("rose fivefold", 5, 5, "x", "="),
        ("up 2.5 times", 2.5, 2.5, "x", "="),
        ("five percentage points", 5, 5, "pp", "="),
        ("38 million people", 38e6, 38e6, "persons", "="),
        ("barely more than 1,200 tonnes", 1200, 1200, "t", ">"),
    ],
)
def test_amounts(text: str, low: float, high: float, unit: str, bound: str) -> None:
    found = amounts(text)
    assert [(a.quantity.low, a.quantity.high, a.unit, a.quantity.bound) for a in found] == [(low, high, unit, bound)]


@pytest.mark.parametrize(
    "text", ["a third country", "the first half of the match", "third place", "16 pages", "half an hour", "half-way"]
)
def test_no_amounts(text: str) -> None:
    assert amounts(text) == []


def test_a_word_is_coarser_than_its_digits() -> None:
    assert amounts("by a third")[0].quantity.tolerance == 3.0
    assert amounts("by 20.0 percent")[0].quantity.tolerance == 0.05


@pytest.mark.parametrize(
    ("text", "period", "relation"),
    [
        ("in 2019", "2019", "in"),
        ("on 9 june", "2020-06-09", "in"),
        ("on june 9, 2018", "2018-06-09", "in"),
        ("last year", "2019", "in"),
        ("three years ago", "2017", "ago"),
        ("last month", "2020-05", "in"),
        ("last week", "2020-06-08/2020-06-14", "in"),
        ("yesterday", "2020-06-14", "in"),
        ("since march 2015", "2015-03", "since"),
        ("since autumn 2014", "2014-09/2014-11", "since"),
        ("in the first half of 2018", "2018-01/2018-06", "in"),
        ("in january-september 2018", "2018-01/2018-09", "in"),
        ("in the first ten months of 2018", "2018-01/2018-10", "in"),
        ("in the third quarter of 2018", "2018-07/2018-09", "in"),
        ("between 2009 and 2018", "2009/2018", "span"),
        ("more than in 2016", "2016", "base"),
        ("over the past decade", "2009/2019", "span"),
        ("in the 1990s", "199X", "in"),
        ("after 2014", "2014", "from"),
        ("on july 4 2013", "2013-07-04", "in"),
    ],
)
def test_dates(text: str, period: str, relation: str) -> None:
    found = dates(text, Clock(date(2020, 6, 15)))
    assert [(str(w.period), w.relation) for w in found] == [(period, relation)]


def test_a_year_earlier_is_counted_from_the_year_named_last() -> None:
    assert [str(w.period) for w in dates("in 2016 it was less than a year earlier", Clock(None))] == ["2016", "2015"]


def test_relative_dates_need_a_publication() -> None:
    assert dates("last year", Clock(None))[0].period is None


def found_names(text: str) -> list[tuple[str, str]]:
    document = analyse(text, date(2020, 6, 15), "en")
    return [(text[n.start : n.end], n.id) for n in names(document, list(sentences(document)))]


def test_names_of_the_record_and_their_homonyms() -> None:
    assert [id_ for _, id_ in found_names("Sino-Indian trade and US-China talks worry Viet Nam in New York.")] == [
        "CHN",
        "IND",
        "USA",
        "CHN",
        "VNM",
    ]
    assert found_names("The Washington Post wrote.") == []
    assert found_names("Talks in Brussels dragged on.") == [("Brussels", "EU")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Xi Jinping", "Xi"), ("Ursula von der Leyen", "von der Leyen"), ("Recep Tayyip Erdogan", "Erdogan")],
)
def test_surnames(words: str, expected: str) -> None:
    assert surname(words.split()) == expected


def test_sentences_are_not_cut_after_abbreviations() -> None:
    text = "On Aug. 12 Mr. Smith spoke. He left."
    assert len(list(sentences(analyse(text, None, "en")))) == 2


def quotations(text: str) -> list[tuple[str | None, str, bool]]:
    _, found = read_english(analyse(text, date(2020, 6, 15), "en"))
    return [(q.speaker, q.anchor, q.direct) for q in found]


def test_direct_and_indirect_quotations_have_speakers() -> None:
    assert quotations('"We need fair rules," said Economy Minister Peter Altmaier.') == [
        ("person:Altmaier", "We need fair rules", True)
    ]
    assert quotations("Peru is small. Peru's central bank said that inflation would stay low.") == [
        ("org:Central Bank of Peru", "inflation would stay low", False)
    ]


def test_scare_quotes_and_names_are_no_quotations() -> None:
    assert quotations('Chile calls it a "trade war" and reads "Don Quixote".') == []


def test_reading_is_linear_in_length() -> None:
    text = "Chile's trade with Peru rose by a fifth in 2018, to $3 billion. Chile joined the OECD in 2010.\n\n"

    def seconds(times: int) -> float:
        document = analyse(text * times, date(2020, 6, 15), "en")
        start = time.process_time()
        read_english(document)
        return time.process_time() - start

    seconds(5)
    # four times the text: twelve times the time allows for a busy machine, and a square would be sixteen
    assert min(seconds(200) for _ in range(3)) < 12 * min(seconds(50) for _ in range(3))


@pytest.mark.parametrize(
    "text", ["", "…", "$", "the of and", '"' * 50, "<S0> exports <A0>", "ﬁ İ ẞ exports to Peru " * 3]
)
def test_nothing_in_a_text_makes_reading_fail(text: str) -> None:
    found, _ = read_english(analyse(text, date(2020, 6, 15), "en"))
    assert all(text[m.span[0] : m.span[1]] == m.anchor for m in found)


def test_a_code_before_the_sign_is_of_the_money() -> None:
    found = amounts("from a$3.2 billion to nearly us$4.85 billion")
    assert [(a.quantity.low, a.unit) for a in found] == [(3.2e9, "AUD"), (4.85e9, "USD")]
    document = analyse("Norway's trade with Peru reached US$4.85 billion in 2019.", date(2020, 6, 15), "en")
    said, _ = read_english(document)
    assert [str(m.proposition) for m in said] == ["trade.turnover(NOR, PER) in 2019 = 4.85e9 USD"]


def test_a_comma_before_a_scale_is_a_point() -> None:
    found = amounts("$465,5 million after $465,500, up 5,4%")
    assert [(a.quantity.low, a.unit) for a in found] == [(465.5e6, "USD"), (465500, "USD"), (5.4, "%")]
