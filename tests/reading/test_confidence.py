"""Confidence: a probability from known signs, on one scale for every kind; thread counts are put back."""

from datetime import date

import numpy as np
import pytest

from sverka.claims import Mention, parse
from sverka.reading import weights
from sverka.reading.analysis import analyse
from sverka.reading.confidence import confident, fitted, probability, signs
from sverka.reading.document import Name
from sverka.reading.onethread import _control, one_thread
from sverka.reading.reader import graded, read
from sverka.reading.segmentation import segments

TEXT = "Экспорт Перу в Чили вырос. Он достиг 2 млрд долларов."
NAMES = [Name(8, 12, "PER", "state", "noun"), Name(15, 19, "CHL", "state", "noun")]


def mention(claim: str, grade: float = 0.9) -> Mention:
    anchor = "2 млрд долларов"
    at = TEXT.index(anchor)
    return Mention(proposition=parse(claim), anchor=anchor, span=(at, at + len(anchor)), confidence=grade)


def told(claim: str) -> dict[str, float]:
    return signs(analyse(TEXT, language="ru"), NAMES, [mention(claim)])[0]


def test_parties_named_before_count_as_seen() -> None:
    assert told("trade.exports(PER, CHL) = 2e9 USD")["unseen"] == 0
    assert told("trade.exports(PER, BRA) = 2e9 USD")["unseen"] == 0.5
    assert told("trade.exports(PER, WLD) = 2e9 USD")["unseen"] == 0


def test_signs_of_kind_and_parties() -> None:
    assert told("gdp(PER) = 2e9 USD")["alone"] == 1
    assert told("other(PER, CHL) = 2e9 USD")["other"] == 1
    office = told("office person:Кастильо head_of_state PER")
    assert (office["office"], office["alone"], office["unseen"]) == (1, 0, 0)
    assert told('sign PER, CHL -> "treaty:договор о мире"')["made"] == 1


def test_what_the_record_has_is_told_from_what_it_has_not() -> None:
    office = {s: told(f"office person:Токаев head_of_state {s}")["recorded_office"] for s in ("KAZ", "PER")}
    assert office == {"KAZ": 1, "PER": 0}
    assert told("office person:Токаев head_of_government KAZ")["recorded_office"] == 1
    assert told("office person:Токаев defence_minister KAZ")["recorded_office"] == 0
    membership = {s: told(f"member {s} NATO")["recorded_member"] for s in ("POL", "PER")}
    assert membership == {"POL": 1, "PER": 0}


def test_a_better_grade_is_surer() -> None:
    document = analyse(TEXT, language="ru")
    claim = "trade.exports(PER, CHL) = 2e9 USD"
    low, high = (confident(document, NAMES, [mention(claim, g)])[0].confidence or 0 for g in (0.3, 0.9))
    assert 0 < low < high < 1
    assert (confident(document, NAMES, [mention(claim, 0.0)])[0].confidence or 0) > 0


def test_judgements_keep_their_grade() -> None:
    text = "Без этого союза России, увы, не обойтись."
    document = analyse(text, date(2020, 1, 1))
    grades = [m.confidence for m in graded(document)[0]]
    assert [m.proposition.kind for m in read(text, date(2020, 1, 1)).mentions] == ["thesis"]
    assert [m.confidence for m in read(text, date(2020, 1, 1)).mentions] == grades


def test_every_sign_has_a_weight() -> None:
    assert told("gdp(PER) = 2e9 USD").keys() == fitted().keys()
    assert probability({"grade": 1.0}, {}) == pytest.approx(0.5)


def test_threads_are_put_back() -> None:
    control = _control()
    if control is None:
        pytest.skip("numpy's algebra is not OpenBLAS here: there is nothing to set")
    get, put = control
    before = get()
    try:
        put(2)
        two = get()
        with one_thread():
            assert get() == 1
        assert get() == two
    finally:
        put(before)


def test_a_word_weighs_the_same_in_any_company() -> None:
    """What a sentence is tagged does not depend on what was read before it or beside it."""
    one = [[word for _, _, word in piece] for piece in segments("Министр посетил Ереван и подписал договор.")]
    crowd = [[word for _, _, word in piece] for piece in segments("Банк снизил ставку. " * 40)]
    alone = weights.tag(one)
    assert weights.tag([*crowd, *one])[-1] == alone[0]
    words = weights._models().words
    ids = words.ids([["договор"]])
    assert np.array_equal(words.around(ids), words.around(words.ids([["договор"]])))
