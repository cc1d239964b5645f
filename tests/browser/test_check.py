"""A reader checks a text: sees it answered, corrects one claim, comes back, takes it away."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Open = Callable[..., Any]


def test_claims_stream_in_and_are_marked_in_the_text(visit: Open, check: Open) -> None:
    tab = visit("/ru/")
    place = check(tab)
    assert place.startswith("/ru/c/")
    assert tab.locator("#marked mark.fails").count() >= 1
    assert tab.locator("article.card").count() >= 3
    assert "2015" in tab.locator("article.edge-fails").first.inner_text()


def test_correcting_a_claim_recomputes_that_claim_alone(visit: Open, check: Open) -> None:
    tab = visit("/ru/")
    check(tab)
    failing = tab.locator("article.edge-fails").first
    number = failing.get_attribute("id")
    others = {id_: tab.locator(f"#{id_}").inner_text() for id_ in _cards(tab) if id_ != number}
    sent: list[str] = []
    tab.on("request", lambda asked: sent.append(asked.url) if asked.method == "POST" else None)
    failing.locator("a[hx-get*='/edit']").click()
    form = tab.locator(f"#{number} form.claim-form")
    form.wait_for()
    form.locator("[name=period]").fill("2015/..")
    form.locator("button[type=submit]").first.click()
    tab.wait_for_selector(f"#{number}.edge-holds")
    assert len(sent) == 1 and "/claims/" in sent[0]
    assert {id_: tab.locator(f"#{id_}").inner_text() for id_ in others} == others
    tab.reload()
    assert "edge-holds" in (tab.locator(f"#{number}").get_attribute("class") or "")


def _cards(tab: Any) -> list[str]:
    return [str(id_) for id_ in tab.eval_on_selector_all("article.card", "cards => cards.map(card => card.id)")]


def test_the_permalink_shows_the_same_to_another_reader(visit: Open, report: str) -> None:
    mine, theirs = visit(report), visit(report)
    assert mine.locator("article.card").all_inner_texts() == theirs.locator("article.card").all_inner_texts()
    assert theirs.locator("a[href*='/delete/']").count() == 0


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("report.json", '"claims"'),
        ("claims.csv", "verdict"),
        ("report.html", "<!doctype html>"),
        ("claimreview.json", "ClaimReview"),
    ],
)
def test_each_export_is_downloaded(visit: Open, report: str, tmp_path: Path, name: str, holds: str) -> None:
    tab = visit(report)
    tab.click(".exports summary")
    with tab.expect_download() as coming:
        tab.click(f".exports a[href$='{name}']")
    kept = tmp_path / name
    coming.value.save_as(kept)
    text = kept.read_text(encoding="utf-8-sig")
    assert holds in text
    if name.endswith(".json"):
        json.loads(text)


def test_the_page_for_print_is_the_report_alone(visit: Open, report: str) -> None:
    tab = visit(f"{report}/print")
    assert tab.locator("nav").count() == 0 and tab.locator("article.card").count() >= 3


def test_charts_are_drawn_when_looked_at(visit: Open, report: str) -> None:
    tab = visit(report)
    picture = tab.locator("figure.chart img").first
    picture.scroll_into_view_if_needed()
    width = picture.evaluate("async picture => { await picture.decode(); return picture.naturalWidth; }")
    assert width > 0


def test_the_whole_of_it_works_from_the_keyboard(visit: Open) -> None:
    tab = visit("/en/")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
    _tab_to(tab, "text")
    tab.keyboard.type("Armenia joined the EAEU in 2014.")
    _tab_to(tab, "published")
    tab.keyboard.type("2022-02-14")
    _tab_until(tab, "document.activeElement.type === 'submit'")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".exports")
    _tab_until(tab, "document.activeElement.matches('a[hx-get*=\"/edit\"]')")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("form.claim-form")


def _tab_to(tab: Any, id_: str) -> None:
    _tab_until(tab, f"document.activeElement.id === '{id_}'")


def _tab_until(tab: Any, true: str) -> None:
    for _ in range(60):
        if tab.evaluate(true):
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {true}")
