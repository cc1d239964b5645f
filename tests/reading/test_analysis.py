"""Text becomes sentences and tokens whose offsets lead back to the original."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.reading import segmentation
from sverka.reading.analysis import analyse
from sverka.reading.language import language_of

TEXT = (
    "Заголовок о торговле\r\n\r\nТоварообо\u00adрот России и Казахстана вырос на 5\u00a0%. "
    "Прези\u0301дент Токаев\u00a0— доволен.\r\n• первый пункт списка\r\n• второй пункт"
)


def test_tokens_point_into_the_original_text() -> None:
    document = analyse(TEXT)
    seen = {token.text: TEXT[token.start : token.end] for s in document.sentences for token in s.tokens}
    assert seen["Товарооборот"] == "Товарообо\u00adрот"
    assert seen["Президент"] == "Прези\u0301дент"
    assert seen["Казахстана"] == "Казахстана"


def test_headings_and_list_items_are_sentences_of_their_own() -> None:
    texts = [TEXT[s.start : s.end] for s in analyse(TEXT).sentences]
    assert texts[0] == "Заголовок о торговле"
    assert texts[-2:] == ["первый пункт списка", "второй пункт"]


def test_lines_broken_by_hand_do_not_end_a_sentence() -> None:
    text = "Президент России Владимир Путин прибыл в Астану, где встретится\nс президентом Казахстана."
    assert len(analyse(text).sentences) == 1


def test_lemmas_agree_with_grammar_in_context() -> None:
    first, second = analyse("Производство стали выросло. Соседи стали поставлять больше угля.").sentences
    assert [t.lemma for t in first.tokens if t.text == "стали"] == ["сталь"]
    assert [t.lemma for t in second.tokens if t.text == "стали"] == ["стать"]


def test_decomposed_letters_and_yo_make_no_difference() -> None:
    plain, odd = analyse("Берёза и йод растут."), analyse("Бере\u0308за и и\u0306од растут.")
    assert [t.lemma for t in plain.sentences[0].tokens] == [t.lemma for t in odd.sentences[0].tokens]


def test_syntax_gives_one_tree_with_heads_inside_the_sentence() -> None:
    sentence = analyse("Армения вступила в Евразийский экономический союз в 2015 году.").sentences[0]
    verb = next(i for i, t in enumerate(sentence.tokens) if t.text == "вступила")
    assert sentence.tokens[verb].head == -1
    assert sentence.tokens[0].head == verb
    assert sentence.tokens[0].rel == "nsubj"
    assert all(-1 <= t.head < len(sentence.tokens) for t in sentence.tokens)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Товарооборот вырос на 5 %.", "ru"),
        ("Trade between the two countries grew by 5 percent.", "en"),
        ("Торгівля між країнами зросла, її обсяг збільшився.", "other"),
        ("Търговията между страните се увеличи и това е добре, защото са съседи.", "other"),
        ("Der Handel zwischen den beiden Staaten ist im vergangenen Jahr gewachsen.", "other"),
        ("Norway's trade with Indonesia reached $4.85 billion in 2020.", "en"),
        ("De handel met Rusland is in 2020 gegroeid en was in 2019 al hoog in Den Haag.", "other"),
        ("12 345 678", "other"),
        ("", "other"),
        ("\x00\x01\x02PNG\ufffd\ufffd\x7fELF", "other"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_other_languages_give_a_document_without_sentences() -> None:
    document = analyse("Der Handel zwischen den beiden Staaten ist im vergangenen Jahr gewachsen.")
    assert document.language == "other"
    assert document.sentences == ()


def test_english_has_lemmas_and_no_syntax() -> None:
    tokens = analyse("Russia exported gas to the neighbouring countries.").sentences[0].tokens
    assert [t.lemma for t in tokens[:3]] == ["russia", "export", "gas"]
    assert {t.head for t in tokens} == {-1}


def test_no_sentence_is_longer_than_the_bound() -> None:
    text = "Россия, " * 2_000
    assert max(len(s.tokens) for s in analyse(text, language="ru").sentences) <= segmentation.MOST_TOKENS


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='абвАБВ ёй\u0301\u0306\u00ad\u200b\n\r.,!?«»"-–—123 \t\u00a0', max_size=200))
def test_any_text_is_cut_into_ordered_tokens_inside_it(text: str) -> None:
    last = 0
    for sentence in segmentation.segments(text):
        for start, end, word in sentence:
            assert last <= start < end <= len(text)
            assert word
            last = start


@pytest.mark.parametrize("piece", ["слово и дело, ", "« ", "г. ", "а", "1,", "\n", "Россия и Казахстан договорились. "])
def test_cutting_takes_time_linear_in_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        assert sum(1 for _ in segmentation.segments(text)) >= 0
        return time.process_time() - start

    seconds(2_000)
    assert min(seconds(80_000) for _ in range(3)) < 12 * max(seconds(20_000), 0.02)
