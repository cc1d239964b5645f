"""A reader looks around: the map and its slider, charts and their files, asking, the other language."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sverka.reports import world

Open = Callable[..., Any]
mapped = pytest.mark.skipif(not world.is_there(), reason="the map files need the npm registry at install")


def _slide(tab: Any, year: int) -> None:
    tab.locator("#year").evaluate(
        "(slider, year) => { slider.value = year; slider.dispatchEvent(new Event('input', { bubbles: true })); }", year
    )


@mapped
def test_the_slider_moves_the_map_and_the_address(visit: Open) -> None:
    tab = visit("/en/explore/map?show=members&of=EU&year=2003")
    tab.wait_for_selector("#map[data-ready]")
    poland = tab.locator("[data-state=POL]")
    assert "none" in poland.get_attribute("class") or "m1" in poland.get_attribute("class")
    _slide(tab, 2004)
    assert "m0" in poland.get_attribute("class")
    assert "year=2004" in tab.url and tab.locator("#map-year").inner_text() == "2004"
    assert tab.locator("#map-rows tbody tr").filter(has_text="Poland").count() == 1
    tab.reload()
    tab.wait_for_selector("#map[data-ready]")
    assert "m0" in tab.locator("[data-state=POL]").get_attribute("class")


@mapped
def test_the_slider_works_from_the_keyboard(visit: Open) -> None:
    tab = visit("/en/explore/map?show=members&of=EAEU&year=2014")
    tab.wait_for_selector("#map[data-ready]")
    tab.locator("#year").focus()
    tab.keyboard.press("ArrowRight")
    assert tab.locator("#year-told").inner_text() == "2015"
    assert "m0" in tab.locator("[data-state=ARM]").get_attribute("class")


@mapped
def test_a_state_that_is_gone_is_shown_on_its_successors(visit: Open) -> None:
    tab = visit("/en/explore/map?show=members&of=UN&year=1980")
    tab.wait_for_selector("#map[data-ready]")
    tab.locator("[data-state=KAZ]").hover(force=True)
    assert tab.locator("#map-told").inner_text() == "Soviet Union: member"


@mapped
def test_the_other_language_keeps_the_year(visit: Open) -> None:
    tab = visit("/en/explore/map?show=members&of=EU&year=2010")
    tab.wait_for_selector("#map[data-ready]")
    _slide(tab, 1990)
    tab.click(".tongues a[lang=ru]")
    tab.wait_for_selector("#map[data-ready]")
    assert tab.locator("#map-year").inner_text() == "1990" and tab.locator("html").get_attribute("lang") == "ru"


@mapped
def test_playing_goes_through_the_years(visit: Open) -> None:
    tab = visit("/en/explore/map?show=members&of=EAEU&year=2015")
    tab.wait_for_selector("#map[data-ready]")
    tab.click("#play")
    tab.wait_for_url(re.compile(r"year=20(1[7-9]|2\d)"))
    tab.click("#play")
    assert "year=2015" not in tab.url


@mapped
def test_the_map_is_there_without_scripts(visit: Open) -> None:
    tab = visit("/en/explore/map?show=members&of=EU&year=2004", java_script_enabled=False)
    assert tab.locator("#map-drawn path:has(title:text-is('Poland: member'))").count() == 1
    assert tab.locator("#map-rows tbody tr").count() > 20


@pytest.mark.parametrize("form", ["csv", "svg", "png"])
def test_a_chart_is_taken_away(visit: Open, tmp_path: Path, form: str) -> None:
    tab = visit("/en/explore/pair/RUS/KAZ?from=2015&to=2020")
    with tab.expect_download() as coming:
        tab.click(f"#turnover a.file[href*='.{form}']")
    kept = tmp_path / coming.value.suggested_filename
    coming.value.save_as(kept)
    assert kept.name == f"sverka-RUS-KAZ-turnover-2015-2020.{form}"
    assert kept.read_bytes().startswith({"csv": b"year,", "svg": b"<svg", "png": b"\x89PNG"}[form])


def test_what_was_not_pulled_says_what_to_type(visit: Open) -> None:
    tab = visit("/en/explore/pair/RUS/KAZ?from=2010&to=2020")
    assert "sverka sources pull un-votes" in tab.locator("#votes").inner_text()
    assert tab.locator("#trade-there svg").count() == 1


def test_from_the_forms_to_a_pair_and_on_to_a_comparison(visit: Open) -> None:
    tab = visit("/en/explore")
    tab.select_option("#pair-first", "RUS")
    tab.select_option("#pair-second", "KAZ")
    tab.click("form[aria-labelledby=door-pair] button")
    assert tab.url.endswith("/en/explore/pair/RUS/KAZ")
    tab.get_by_role("link", name="Compare with another pair").click()
    assert tab.locator("#a").input_value() == "RUS"
    tab.select_option("#c", "RUS")
    tab.select_option("#d", "UZB")
    tab.click("form.pairs button")
    tab.wait_for_selector(".exhibit svg")  # a click only waits until the answer begins
    assert tab.locator(".exhibit svg").count() == 1 and "show=turnover" in tab.url


def test_a_question_is_asked_by_fields_and_by_words(visit: Open) -> None:
    tab = visit("/en/ask?kind=membership")
    tab.fill("#f-state", "Armenia")
    tab.fill("#f-organization", "EAEU")
    tab.fill("#f-period", "2014")
    tab.click("form.fields button")
    tab.wait_for_selector(".badge.fails")
    tab.fill("#claim", "member ARM EAEU since 2015")
    tab.press("#claim", "Enter")
    tab.wait_for_selector(".badge.holds")
    assert tab.locator(".badge.fails").count() == 0


def test_a_fault_is_said_at_its_field(visit: Open) -> None:
    tab = visit("/en/ask", forgive="400")
    tab.fill("#claim", "trade of everything")
    tab.press("#claim", "Enter")
    tab.wait_for_selector("#fault-claim")
    described = tab.locator("#claim").get_attribute("aria-describedby")
    assert described is not None and described.startswith("fault-claim")
