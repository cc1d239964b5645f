"""What a sentence and a text keep for all readers says the same as looking anew."""

import json
from datetime import date
from pathlib import Path

import pytest

from sverka.reading.analysis import analyse
from sverka.reading.bundle import Analysis, inside
from sverka.reading.reader import analysed
from sverka.reading.scenes import scenes

PARAGRAPHS = json.loads((Path(__file__).parent / "fixtures" / "paragraphs.json").read_text(encoding="utf-8"))
TEXT = "\n\n".join(p["text"] for p in PARAGRAPHS)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analysed(analyse(TEXT, date(2020, 5, 1), "ru"))


def test_a_sentence_knows_its_words(analysis: Analysis) -> None:
    for sentence in analysis.document.sentences:
        assert sentence.words == tuple(token.text.lower() for token in sentence.tokens)
        assert sentence.lemmas == {token.lemma for token in sentence.tokens}
        for i, token in enumerate(sentence.tokens):
            assert sentence.index_at(token.start) == sentence.index_at(token.end - 1) == i
        assert sentence.index_at(sentence.start - 1) == -1


def test_names_amounts_and_dates_of_a_sentence_are_all_that_lie_in_it(analysis: Analysis) -> None:
    assert analysis.names and analysis.amounts and analysis.dates
    for sentence in analysis.document.sentences:
        span = (sentence.start, sentence.end)
        assert analysis.names_in(*span) == inside(analysis.names, *span)
        assert analysis.amounts_in(sentence) == [a for a in analysis.amounts if span[0] <= a.start and a.end <= span[1]]
        assert analysis.dates_in(sentence) == inside(analysis.dates, *span)


def test_words_are_found_by_their_lemmas_in_the_order_of_clauses(analysis: Analysis) -> None:
    wanted = frozenset({"год", "быть", "страна", "и"})
    told = 0
    for scene in scenes(analysis):
        found = list(scene.having(wanted))
        walked = [(at, c, k) for at, c in enumerate(scene.clauses) for k in c.tokens if scene.lemma(k) in wanted]
        assert found == walked
        assert list(scene.having(frozenset({"нет такого слова"}))) == []
        told += len(found)
    assert told
