"""Everybody can read it: no serious fault by axe on any page, on a phone, in the dark, in both languages."""

from collections.abc import Callable
from typing import Any

import pytest

Open = Callable[..., Any]
PAGES = (
    "/",
    "/explore",
    "/explore/state/KAZ?from=2010&to=2020",
    "/explore/pair/RUS/KAZ?from=2010&to=2020",
    "/explore/organization/EAEU",
    "/explore/map?show=members&of=EAEU&year=2015",
    "/explore/map?show=gdp&year=2015",
    "/explore/compare?a=RUS&b=KAZ&c=RUS&d=UZB&show=exports&from=2010&to=2020",
    "/ask?claim=member ARM EAEU since 2015",
    "/ask?kind=figure",
    "/sources",
    "/simulate",
    "/api",
    "/nothing",
)
_RUN = """async options => {
  const found = await axe.run(document, options);
  return found.violations.filter(rule => ['serious', 'critical'].includes(rule.impact))
    .map(rule => `${rule.id}: ` + rule.nodes.slice(0, 3).map(node => `${node.target} ${node.any[0]?.message}`));
}"""
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def _faults(tab: Any, axe: str) -> list[str]:
    """Serious and critical faults: everything in the light, colours in the dark too."""
    tab.evaluate(axe)
    tab.emulate_media(color_scheme="light", reduced_motion="reduce")
    light = tab.evaluate(_RUN, {"resultTypes": ["violations"]})
    tab.emulate_media(color_scheme="dark", reduced_motion="reduce")
    dark = tab.evaluate(_RUN, _COLOURS)
    return [*(f"light: {fault}" for fault in light), *(f"dark: {fault}" for fault in dark)]


@pytest.mark.parametrize("tongue", ["ru", "en"])
@pytest.mark.parametrize("place", PAGES)
def test_no_serious_fault(visit: Open, axe: str, tongue: str, place: str) -> None:
    tab = visit(f"/{tongue}{place}", forgive="404")
    assert _faults(tab, axe) == []


def test_no_serious_fault_in_a_report(visit: Open, axe: str, report: str) -> None:
    tab = visit(report)
    assert _faults(tab, axe) == []
    tab.locator("a[hx-get*='/edit']").first.click()
    tab.wait_for_selector("form.claim-form")
    assert _faults(tab, axe) == []


@pytest.mark.parametrize("place", PAGES)
def test_nothing_is_cut_off_on_a_phone(visit: Open, place: str) -> None:
    tab = visit(f"/ru{place}", forgive="404", viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_report_fits_a_phone(visit: Open, report: str) -> None:
    tab = visit(report, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_dark_is_dark(visit: Open) -> None:
    tab = visit("/ru/explore/organization/EAEU", color_scheme="dark")
    paper = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in paper.removeprefix("rgb(").removesuffix(")").split(",")) < 60
    bar = tab.locator("#members svg path[fill='#2f6ea8']").first
    assert bar.evaluate("bar => getComputedStyle(bar).fill") == "rgb(108, 174, 230)"
