"""Tokens are razdel's, without its objects."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from razdel import tokenize

from sverka.reading.tokens import tokens

PARAGRAPHS = json.loads((Path(__file__).parent / "fixtures" / "paragraphs.json").read_text(encoding="utf-8"))
SIGNS = 'абЯёzQ159 ..,,--—_/\\!?…:;)(=«»"ΔσЇ*yaho'


def theirs(text: str) -> list[tuple[int, int, str]]:
    return [(t.start, t.stop, t.text) for t in tokenize(text)]


@given(st.text(alphabet=SIGNS, max_size=40))
def test_tokens_are_those_of_razdel(text: str) -> None:
    assert tokens(text) == theirs(text)


@pytest.mark.parametrize(
    "text", [p["text"] for p in PARAGRAPHS[:40]] + ["yahoo! Yahoo!", "-б а -б", "1/2 1.2,3 1 ,2", ""]
)
def test_prose_is_cut_as_razdel_cuts_it(text: str) -> None:
    assert tokens(text) == theirs(text)
