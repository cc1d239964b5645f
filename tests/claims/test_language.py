"""The claim language as people type it: short form, JSON, ids, mentions, and the errors they get."""

import doctest
import json
from pathlib import Path

import jsonschema
import pytest
from pydantic import ValidationError

from sverka.claims import (
    Change,
    Figure,
    Mention,
    Office,
    Quotation,
    from_json,
    ids,
    mention_from_json,
    parse,
    proposition,
    shortform,
    to_short,
)
from sverka.claims.ids import check_id
from sverka.claims.schema import schema
from sverka.errors import ClaimError

EXAMPLES = [line[4:].split("   ")[0] for line in (shortform.__doc__ or "").splitlines() if line.startswith("    ")]
DESIGN = [
    "trade.turnover(RUS, KAZ) in 2019 = 20e9 USD",
    "trade.exports(UZB, CHN) in 2018-01/2018-06 ~ 1.5e9..1.7e9 USD",
    "change trade.turnover(CHN, KGZ) over 2017/2019 > 15 %",
    "max trade.turnover(TUR, AZE) in 2021-01/2021-06",
    "rank 1 of RUS by trade.turnover: CHN in 2015",
    "compare trade.share(KGZ, RUS) in 2010 > trade.share(KGZ, CHN) in 2010",
    "member ARM EAEU since 2015",
    "not member UKR EAEU in 2015",
    "order CIS < GUAM, SCO",
]


@pytest.mark.parametrize("line", [*EXAMPLES, *DESIGN])
def test_documented_lines_print_as_they_are_typed(line: str) -> None:
    assert to_short(parse(line)) == line


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("", "empty"),
        ("member ARM", "an organization"),
        ("trade.turnover(RUS, KAZ in 2019 = 20e9 USD", "'\\)'"),
        ("trade.turnover(RUS, KAZ) in = 20e9 USD", "period"),
        ("trade.turnover(RUS, KAZ) in 2019 = много USD", "not a number"),
        ("trade.turnover(RUS, KAZ) in 2019 = 20e9", "a unit"),
        ("trade.turnovr(RUS, KAZ) in 2019 = 20e9 USD", "figure"),
        ("change trade.turnover(RUS, KAZ) 15 %", "expected =, ~, > or <"),
        ("rank первый of RUS by partner: CHN", "a place is a number"),
        ("compare gdp(RUS) > population(RUS)", "both sides must be about gdp"),
        ("member arm EAEU", "not an id"),
        ("Россия дружит с Китаем", "no kind of claim"),
        ("member ARM EAEU since 2015 forever", "did not expect"),
        ("member ARM EAEU in 2015-13", "no such month"),
        ("x" * 30_000, "too long"),
        ('member "ARM EAEU', "cannot read"),
    ],
)
def test_errors_say_what_and_where_and_what_to_type(line: str, where: str) -> None:
    with pytest.raises(ClaimError, match=where) as caught:
        parse(line)
    assert "\n" not in str(caught.value)
    assert caught.value.todo


@pytest.mark.parametrize(
    "good", ["RUS", "EAEU", "EurAsEC", "OPEC+", "org:Ганза", "treaty:Договор о ЕАЭС", "person:Орбан"]
)
def test_ids_that_are_well_formed(good: str) -> None:
    assert check_id(good) == good


@pytest.mark.parametrize(
    "bad", ["", "rus", "Россия", "org:", "org: x", "people:Орбан", "org:a\nb", "person:" + "x" * 400]
)
def test_ids_that_are_not(bad: str) -> None:
    with pytest.raises(ClaimError):
        check_id(bad)


def test_a_share_in_words_carries_its_tolerance_through_both_forms() -> None:
    said = Figure(metric="trade.share", parties=("KGZ", "RUS"), low=33.3, high=33.3, unit="%", tolerance=3)
    assert to_short(said) == "trade.share(KGZ, RUS) = 33.3 % ±3.0"
    assert from_json(said.to_json()) == parse(to_short(said)) == said


def test_digits_typed_after_the_point_are_meant() -> None:
    exact = parse("gdp(KAZ) in 2019 = 20.0e9 USD")
    assert isinstance(exact, Figure)
    assert exact.quantity.allowed == (19.95e9, 20.05e9)


def test_a_fall_is_a_change_downwards() -> None:
    fall = parse("fall gdp(KAZ) over 2014/2015 > 15 %")
    assert isinstance(fall, Change)
    assert (fall.direction, fall.bound) == ("-", ">")


def test_a_bare_surname_becomes_a_person() -> None:
    office = from_json({"kind": "office", "person": "Орбан", "office": "head_of_government", "state": "HUN"})
    assert isinstance(office, Office)
    assert office.person == "person:Орбан"


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "rumour"},
        {},
        {"kind": "figure", "metric": "gdp", "parties": ["RUS"], "low": 1, "high": 0, "unit": "USD"},
        {"kind": "figure", "metric": "happiness", "parties": ["RUS"], "low": 1, "high": 1, "unit": "USD"},
        {"kind": "founding", "what": "EAEU", "colour": "blue"},
        {"kind": "event", "type": "visit"},
        {
            "kind": "compare",
            "metric": "gdp",
            "left": {"parties": []},
            "right": {"parties": []},
            "relation": ">",
            "low": 1,
        },
    ],
)
def test_broken_json_is_refused_in_one_line(data: dict[str, object]) -> None:
    with pytest.raises(ClaimError) as caught:
        from_json(data)
    assert "\n" not in str(caught.value)


TEXT = "Армения не состоит в ЕС, сказал министр."


def test_a_denied_mention_denies_its_proposition() -> None:
    mention = mention_from_json(
        {"kind": "membership", "state": "ARM", "organization": "EU", "status": "member", "anchor": "не состоит в ЕС",
         "modality": "denied"},
        TEXT,
    )  # fmt: skip
    assert mention.proposition.denied
    assert mention.span == (8, 23)
    flat = mention.to_json()
    assert flat["modality"] == "denied"
    assert "denied" not in flat
    assert mention_from_json(flat) == mention
    jsonschema.validate(flat, {**schema(), "$ref": "#/$defs/Mention"} | {"oneOf": [{}], "discriminator": {}})


def test_a_mention_refuses_an_anchor_that_is_not_there() -> None:
    with pytest.raises(ClaimError, match="not in the text"):
        mention_from_json({"kind": "founding", "what": "EU", "anchor": "основан"}, TEXT)
    with pytest.raises((ClaimError, ValidationError), match="span"):
        Mention(proposition=parse("founded EU in 1993"), anchor="основан", span=(0, 3))


@pytest.mark.parametrize(
    "beside",
    [
        *({"anchor": "Армения", "span": span} for span in ([], [0], {}, "ab", [0, 7, 9], ["a", "b"], 7, [0, 10**30])),
        *({"anchor": anchor} for anchor in (7, [], None, {})),
        *({"anchor": "Армения", "span": [0, 7], "voice": voice} for voice in (3, "", [])),
        *({"anchor": "Армения", "span": [0, 7], "confidence": sure} for sure in ("high", 2, -1)),
        {"anchor": "Армения", "span": [0, 7], "modality": "rumoured"},
    ],
    ids=str,
)
def test_a_mention_whose_frame_is_broken_is_refused_in_one_line(beside: dict[str, object]) -> None:
    with pytest.raises(ClaimError) as caught:
        mention_from_json({"kind": "founding", "what": "EU", **beside}, TEXT)
    assert "\n" not in str(caught.value)


def test_a_quotation_is_flat() -> None:
    quotation = Quotation(speaker="person:Орбан", anchor="нет", span=(0, 3), direct=True)
    assert quotation.to_json() == {"speaker": "person:Орбан", "anchor": "нет", "span": [0, 3], "direct": True}


def test_the_published_schema_is_the_schema() -> None:
    published = Path(__file__).parents[2] / "docs" / "claim.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == schema(), "type: make docs"


@pytest.mark.parametrize("module", [ids, proposition, shortform])
def test_examples_in_the_docstrings_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
