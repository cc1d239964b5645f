"""Everybody can read it: no serious fault by axe on any page, on a phone, in the dark, in both languages."""

from collections.abc import Callable
from typing import Any

import pytest

Open = Callable[..., Any]
PAGES = (
    "/",
    "/explore",
    "/explore/state/KAZ?from=2015&to=2020",
    "/explore/pair/RUS/KAZ?from=2015&to=2020",
    "/explore/organization/EAEU",
    "/explore/map?show=members&of=EAEU&year=2015",
    "/explore/map?show=gdp&year=2015",
    "/explore/compare?a=RUS&b=KAZ&c=RUS&d=UZB&show=exports&from=2015&to=2020",
    "/ask?claim=member ARM EAEU since 2015",
    "/ask?kind=figure",
    "/sources",
    "/simulate",
    "/api",
    "/nothing",
)
_RUN = """async () => {
  const found = await axe.run({ exclude: [['svg > *']] }, { resultTypes: ['violations'] });
  return found.violations.filter(rule => ['serious', 'critical'].includes(rule.impact))
    .map(rule => `${rule.id}: ` + rule.nodes.slice(0, 3).map(node => `${node.target} ${node.any[0]?.message}`));
}"""


def _faults(tab: Any, axe: str) -> list[str]:
    """Serious and critical faults; what is inside a drawing is one picture with a name."""
    tab.evaluate(axe)
    return list(tab.evaluate(_RUN))


@pytest.mark.parametrize(("tongue", "scheme"), [("ru", "light"), ("en", "dark")])
@pytest.mark.parametrize("place", PAGES)
def test_no_serious_fault(visit: Open, axe: str, place: str, tongue: str, scheme: str) -> None:
    tab = visit(f"/{tongue}{place}", forgive="404", color_scheme=scheme, reduced_motion="reduce")
    assert _faults(tab, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_in_a_report(visit: Open, axe: str, report: str, scheme: str) -> None:
    tab = visit(report, color_scheme=scheme, reduced_motion="reduce")
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
