"""What is said of results: in both languages the same, on a terminal, on a page and beside a thesis."""

import io
import re
import tomllib
from importlib.resources import files

import pytest
from rich.console import Console

from sverka.reports.whatif.box import boxes
from sverka.reports.whatif.drawing import chart
from sverka.reports.whatif.html import page
from sverka.reports.whatif.phrases import heading, signed, spread
from sverka.reports.whatif.terminal import show
from sverka.reports.whatif.told import told
from sverka.reports.words import LANGUAGES, Language
from sverka.scenarios import stored
from sverka.scenarios.kinds import SCENARIO_KINDS, Embargo, Join, Leave, Sanction, to_json
from sverka.scenarios.outcome import Estimate, Outcome
from sverka.scenarios.simulation import simulate
from sverka.scenarios.summary import Summary
from sverka.scenarios.worlds import System

BOOKS = {
    language: tomllib.loads((files("sverka.reports.whatif") / f"{language}.toml").read_text(encoding="utf-8"))
    for language in LANGUAGES
}
WORDS = {"ru": "Изменение реального дохода", "en": "Change of real income"}


def printed(outcome: Outcome, language: Language) -> str:
    out = io.StringIO()
    show(outcome, Console(file=out, width=120, markup=False, emoji=False, highlight=False), language)
    return out.getvalue()


def test_both_languages_say_the_same_things_with_the_same_places_to_fill() -> None:
    assert set(BOOKS["ru"]) == set(BOOKS["en"])
    for section in BOOKS["ru"]:
        assert set(BOOKS["ru"][section]) == set(BOOKS["en"][section]), section
        for code, words in BOOKS["ru"][section].items():
            places = set(re.findall(r"{(\w+)}", words)) - {"bloc_from"}
            assert places <= set(re.findall(r"{(\w+)}", BOOKS["en"][section][code])) | {"partner_with"}, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_assumption_limit_and_remark_has_words(language: Language) -> None:
    book = BOOKS[language]
    assert set(SCENARIO_KINDS) <= set(book["heading"])
    for name in stored.shipped():
        outcome = stored.load(name)
        assert {row["code"] for row in outcome.assumptions} <= set(book["assumption"])
        assert set(outcome.limits) <= set(book["limit"])
        assert {row["code"] for row in outcome.world["remarks"]} <= set(book["remark"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["eaeu-dissolves", "tjk-without-rus"])
def test_a_terminal_tells_numbers_replacements_assumptions_limits_and_certificate(
    name: str, language: Language
) -> None:
    text = printed(stored.load(name), language)
    for code in ("replaced", "arithmetic", "assumptions", "limits", "remarks", "certificate", "sources"):
        assert BOOKS[language]["ui"][code] in text
    assert not re.search(r"\{\w+\}", text)
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_stands_alone_with_its_chart_and_map(language: Language) -> None:
    html = page(stored.load("eaeu-dissolves"), language)
    assert html.count("<svg") == 2 and "<script" not in html
    assert not re.search(r'(?:src|href)="(?!#)', html)
    assert WORDS[language] in html and not re.search(r"\{\w+\}", re.sub(r"<style>.*?</style>", "", html, flags=re.S))
    assert page(stored.load("eaeu-dissolves"), language) == html


def test_hostile_words_in_a_scenario_are_only_words(system: System) -> None:
    hostile = '<script>alert(1)</script>\x1b[31m "'
    outcome = simulate(Leave(bloc="EAEU", states=("KAZ",), name=hostile, name_ru=hostile), system, draws=0)
    assert "<script>alert" not in page(outcome, "en") and "\x1b" not in page(outcome, "ru")
    assert "\x1b" not in printed(outcome, "en")


def test_every_state_in_the_chart_is_told_in_words_too() -> None:
    svg = chart(stored.load("eaeu-dissolves"), "en")
    for name in ("Russia", "Kazakhstan", "Belarus", "Armenia", "Kyrgyzstan"):
        assert name in svg
    assert "<title" in svg and "<desc" in svg


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_kinds_of_scenarios_have_headings(system: System, language: Language) -> None:
    for given in (
        Join(bloc="EAEU", states=("MDA",)),
        Embargo(states=("KAZ",), partner="CHN", share=0.5),
        Sanction(coalition=("KAZ", "BLR"), target=("CHN",)),
    ):
        words = heading(to_json(given), language)
        assert words and "{" not in words
        assert told(simulate(given, system, draws=0), language).rows


def test_a_box_has_every_member_and_no_verdict() -> None:
    result = stored.load("eaeu-dissolves").to_json()
    for language in LANGUAGES:
        (box,) = boxes([Summary.of("eaeu-dissolves", result)], language)
        assert len(box.rows) == 5 and len(box.fills) >= 2 and box.assumptions and box.limits
        words = " ".join([box.label, box.heading, *box.rows, *box.fills])
        assert not re.search("holds|fails|подтверждается|опровергается", words)
    assert "no verdict" in boxes([Summary.of("eaeu-dissolves", result)], "en")[0].label


def test_changes_have_their_sign_and_intervals() -> None:
    assert (signed(0.0, "en"), signed(-12.34, "ru"), signed(0.004, "en")) == ("0", "−12", "0")
    assert spread(Estimate(-1.5, -2.8, -1.0), "ru") == "−1,5\u00a0(−2,8…−1)"
    assert spread(None, "en") == "–" and spread(Estimate(-100.0, -100.0, -100.0), "en") == "−100"
