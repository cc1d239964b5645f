"""Hostile text cannot act on the reader's screen, and marked pieces are still the whole text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sverka.checking.check import Checked
from sverka.checking.finding import untested
from sverka.claims import Mention, parse
from sverka.reports.cards import card
from sverka.reports.highlight import pieces
from sverka.reports.safe import clean, one_line

DANGEROUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ud800-\udfff]")


@given(st.text(st.characters()))
def test_nothing_that_moves_a_cursor_or_turns_text_round_is_left(text: str) -> None:
    assert DANGEROUS.search(clean(text)) is None


@given(st.text(max_size=200), st.integers(5, 60))
def test_one_line_is_one_line_and_no_longer_than_asked(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line


def test_what_was_taken_out_leaves_a_mark() -> None:
    assert clean("a\x1b[31mb\x7f\u202ec") == "a␛[31mb␡�c"


@given(st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)).filter(lambda s: s[0] < s[1]), max_size=8))
def test_pieces_are_the_text_however_claims_nest_and_overlap(spans: list[tuple[int, int]]) -> None:
    text = "Слова, слова, слова: всё это слова <b>!!"
    cards = []
    for number, (start, end) in enumerate(spans, 1):
        proposition = parse("thesis other")
        mention = Mention(proposition=proposition, anchor=text[start:end], span=(start, end))
        cards.append(card(Checked(mention, untested(proposition, "thesis")), number, "ru"))
    found = pieces(text, cards)
    assert "".join(p.text for p in found) == text
    assert sorted(c.number for p in found for c in p.starts) == [c.number for c in cards]
    assert sorted(c.number for p in found for c in p.ends) == [c.number for c in cards]
    covered = [any(start <= at < end for start, end in spans) for at in range(len(text))]
    marked = [p.mark is not None for p in found for _ in p.text]
    assert marked == covered
