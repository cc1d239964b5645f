"""The sieve finds what `finditer` finds, for every list of rules that goes through it."""

import json
import re
from pathlib import Path

import pytest

from sverka.reading import dates, metrics, theses
from sverka.reading.rank_words import PATTERNS
from sverka.reading.sieve import Sieve, beginnings

PARAGRAPHS = json.loads((Path(__file__).parent / "fixtures" / "paragraphs.json").read_text(encoding="utf-8"))
JUDGED = "Увы, без этого союза никто не обойдётся, и крах неизбежен. Пожалуй, лучшей поры не будет никогда."
TEXT = "\n".join([*(p["text"] for p in PARAGRAPHS), JUDGED]).lower().replace("ё", "е")
RULES = {
    "dates": [pattern for pattern, _, _ in dates.RULES],
    "metrics": [pattern for pattern, _, _ in metrics._CUES],
    "ranks": [pattern for _, pattern in PATTERNS],
    "theses": [cue.pattern for cue in theses._CUES],
}


@pytest.mark.parametrize("name", RULES)
def test_the_sieve_finds_what_each_pattern_finds(name: str) -> None:
    expected = [(n, m.span()) for n, p in enumerate(RULES[name]) for m in p.finditer(TEXT)]
    assert expected
    assert [(n, m.span()) for n, m in Sieve(RULES[name]).found(TEXT)] == expected


@pytest.mark.parametrize(
    ("pattern", "leads"),
    [
        (r"(?<!\w)год\w*", ["год"]),
        (r"(?<![\w-])(?:в |на )?\d{4} год", ["0", "в 0", "на 0"]),
        (r"(?<!\w)(?:а|б+)в", ["ав", "б"]),
        (r"(?<!\w)год$|(?<!\w)лет", ["год", "лет"]),
        (r"год", []),  # may begin inside a word
        (r"(?<!\w)год|лет", []),  # so may its second half
        (r"(?<!\w)\w+ год", []),  # begins with anything
        (r"(?<!\w)(?: и)?год", []),  # may begin with a blank
        (r"(?i)(?<!\w)год", []),
    ],
)
def test_what_a_pattern_can_begin_with(pattern: str, leads: list[str]) -> None:
    assert sorted(beginnings(re.compile(pattern))) == leads


def test_matches_of_one_pattern_do_not_overlap() -> None:
    found = Sieve([re.compile(r"(?<!\w)да(?: да)?")]).found("да да да")
    assert [m.span() for _, m in found] == [(0, 5), (6, 8)]


def test_signs_and_digits_are_found_however_often_they_come() -> None:
    sieve = Sieve([re.compile(r"(?<!\w)\d{4} год"), re.compile(r"(?<!\w)в \d{4}")])
    for text in ("в 2011 году", "в 1999 году", "в 2011 году" + " и потом" * 500):
        assert [(n, m.start()) for n, m in sieve.found(text)] == [(0, 2), (1, 0)]
