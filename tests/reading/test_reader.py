"""The reader as a whole: any text, in any language, of any length, twice the same."""

import json
import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.claims import Mention, Office, mention_from_json
from sverka.errors import InputError
from sverka.reading.passages import passages
from sverka.reading.reader import UNREAD, read, tidied

TEXT = (
    "Президент Казахстана Касым-Жомарт Токаев прибыл в Ташкент.\r\n\r\n"
    "Товарооборот Казахстана и Узбекистана в 2022 году составил 5 млрд долларов.\n"
    "Армения вступила в ЕАЭС в 2015 году."
)


def test_mentions_are_in_order_and_their_spans_are_their_anchors() -> None:
    reading = read(TEXT, date(2023, 5, 1))
    assert [m.span for m in reading.mentions] == sorted(m.span for m in reading.mentions)
    assert {m.proposition.kind for m in reading.mentions} >= {"office", "figure", "membership"}
    for mention in reading.mentions:
        assert TEXT[mention.span[0] : mention.span[1]] == mention.anchor
        assert mention.confidence is not None


def test_reading_twice_gives_the_same() -> None:
    assert read(TEXT, date(2023, 5, 1)) == read(TEXT, date(2023, 5, 1))


def test_a_mention_survives_json() -> None:
    for mention in read(TEXT, date(2023, 5, 1)).mentions:
        data = json.loads(json.dumps(mention.to_json(), ensure_ascii=False))
        again = mention_from_json(data, TEXT)
        assert again.proposition == mention.proposition
        assert again.span == mention.span


@pytest.mark.parametrize("text", ["", "   \n\t ", "\ufeff"])
def test_an_empty_text_says_so(text: str) -> None:
    reading = read(text)
    assert reading.mentions == ()
    assert reading.reason


def test_a_third_language_is_not_read_and_the_reason_is_given() -> None:
    reading = read("Der Handel zwischen Deutschland und Russland ist im vergangenen Jahr stark gewachsen.")
    assert (reading.language, reading.mentions, reading.reason) == ("other", (), UNREAD)


def test_no_date_and_an_old_date_are_read_too() -> None:
    for published in (None, date(1985, 3, 1)):
        reading = read("Президент Франции Франсуа Миттеран посетил Москву.", published)
        offices = [m.proposition for m in reading.mentions if isinstance(m.proposition, Office)]
        assert [(o.person, o.office, o.state) for o in offices] == [("person:Миттеран", "head_of_state", "FRA")]


def test_one_proposition_told_twice_by_the_same_words_is_one_mention() -> None:
    def told(start: int, end: int, confidence: float) -> Mention:
        office = Office(person="person:Путин", office="head_of_state", state="RUS")
        return Mention(proposition=office, anchor=text[start:end], span=(start, end), confidence=confidence)

    text = "Президент России Путин сказал. Президент России Путин ушёл."
    kept = tidied(text, [told(0, 22, 0.5), told(10, 22, 0.9), told(31, 53, 0.7)])
    assert [(m.span, m.confidence) for m in kept] == [((10, 22), 0.9), ((31, 53), 0.7)]


def test_passages_have_the_form_of_annotations() -> None:
    out = list(passages([{"id": "a", "text": TEXT, "published": "2023-05-01"}, {"id": "b", "text": ""}]))
    assert [p["id"] for p in out] == ["a", "b"]
    assert out[1] == {"id": "b", "claims": [], "quotes": []}
    assert {"kind", "anchor", "span", "parties", "voice", "modality", "confidence"} <= out[0]["claims"][0].keys()


def test_what_stands_above_helps_to_understand_and_is_not_reported() -> None:
    above = "Президент Мексики Клаудия Шейнбаум представила бюджет."
    text = "Экспорт страны в 2023 году составил 593 млрд долларов."
    assert not any("MEX" in m.to_json()["parties"] for m in read(text, date(2024, 11, 20)).mentions)
    below = read(text, date(2024, 11, 20), above=above)
    assert below.text == text
    (figure,) = below.mentions
    assert text[figure.span[0] : figure.span[1]] == figure.anchor
    assert figure.to_json()["parties"] == ["MEX"]
    (item,) = passages(
        [{"id": 1, "text": text, "published": "2024-11-20", "head": "Мексика | Бюджет", "context": above}]
    )
    assert [c["span"] for c in item["claims"]] == [list(figure.span)]
    assert read(" ", above=above).mentions == ()


@pytest.mark.parametrize("item", [{"id": "a"}, {"text": "б"}, {"id": "a", "text": "б", "published": "вчера"}])
def test_broken_passages_are_refused_with_advice(item: dict[str, str]) -> None:
    with pytest.raises(InputError, match=r".+; .+"):
        list(passages([item]))


WORDS = re.split(
    " ",
    "Президент России Владимир Путин и премьер-министр Армении Никол Пашинян подписали договор , . « » — ( ) : ; 5 % "
    "2015 году млрд долларов почти на вырос товарооборот ЕАЭС СНГ обе страны стороны экс-глава бывший который "
    "возглавил пост кандидат коллега его министр иностранных дел США , и , и . \n – со с до от по данным заявил , что "
    "не бы если",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_no_order_of_words_makes_reading_fail(words: list[str]) -> None:
    text = " ".join(words)
    for mention in read(text, date(2020, 2, 29), "ru").mentions:
        assert text[mention.span[0] : mention.span[1]] == mention.anchor


@pytest.mark.slow
def test_reading_is_linear_in_length() -> None:
    def spent(times: int) -> float:
        start = time.process_time()  # of this process alone: other work on the machine does not count
        read((TEXT + "\n\n") * times, date(2023, 5, 1))
        return time.process_time() - start

    spent(5)
    short, long = (min(spent(times) for _ in range(3)) for times in (60, 360))
    assert long < 12 * short, "six times the text took more than twelve times as long"
