"""Every proposition of every kind prints and parses back to itself, in the short form and in JSON."""

import json
import sys
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.claims import KINDS, from_json, parse, to_short
from sverka.claims.schema import schema

sys.path.insert(0, str(Path(__file__).parent))
from strategies import BY_KIND

VALID = jsonschema.Draft202012Validator(schema())


def test_every_kind_has_a_strategy() -> None:
    assert set(BY_KIND) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=50, deadline=None)
def test_short_form_parses_back_to_itself(kind: str, data: st.DataObject) -> None:
    proposition = data.draw(BY_KIND[kind])
    line = to_short(proposition)
    assert "\n" not in line
    assert parse(line) == proposition


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_json_reads_back_to_itself_and_fits_the_schema(kind: str, data: st.DataObject) -> None:
    proposition = data.draw(BY_KIND[kind])
    flat = json.loads(json.dumps(proposition.to_json(), ensure_ascii=False))
    assert from_json(flat) == proposition
    VALID.validate(flat)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_denying_twice_is_the_same_claim(kind: str, data: st.DataObject) -> None:
    proposition = data.draw(BY_KIND[kind])
    assert proposition.denial() != proposition
    assert proposition.denial().denial() == proposition
