"""The page: safe with hostile input, self-contained, readable by eye, ear and keyboard."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from sverka.reports.charts import chart
from sverka.reports.html import MOST_CHARTS, page, style
from sverka.reports.report import Report

VOID = {"meta", "br", "input", "link", "hr", "img"}


class Page(HTMLParser):
    """Tags, attributes and heading levels of a page; an unbalanced page is an error."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open[-1:]:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def source(report: Report) -> str:
    return page(report)


@pytest.fixture(scope="module")
def parsed(source: str) -> Page:
    return Page(source)


def test_the_same_report_is_the_same_page(report: Report, source: str) -> None:
    assert page(report) == source


def test_hostile_text_is_shown_not_obeyed(source: str) -> None:
    assert "<script" not in source
    assert "&lt;script&gt;" in source
    assert "\x1b" not in source and "\x00" not in source and "\u202e" not in source
    assert re.search(r"\son\w+=", source) is None


def test_nothing_is_fetched_and_nothing_may_run(source: str, parsed: Page) -> None:
    policy = next(m["content"] for m in parsed.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    inside = re.search(r"<style>(.*?)</style>", source, re.DOTALL)
    assert inside is not None and inside[1] == style()
    assert [a for _, a in parsed.tags if "src" in a or "style" in a] == []
    assert {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in parsed.tags} == set()
    assert all(a["href"].startswith(("#", "https://")) for a in parsed.all("a"))


def test_headings_come_in_order(parsed: Page) -> None:
    levels = [int(tag[1]) for tag, _ in parsed.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_reference_has_its_target(parsed: Page) -> None:
    ids = [a["id"] for _, a in parsed.tags if "id" in a]
    assert len(ids) == len(set(ids))
    wanted = [a["href"][1:] for a in parsed.all("a") if a["href"].startswith("#")]
    wanted += [a["for"] for a in parsed.all("label")]
    wanted += [
        i for _, a in parsed.tags for key in ("aria-labelledby", "aria-describedby") for i in a.get(key, "").split()
    ]
    assert set(wanted) <= set(ids)


def test_the_page_says_its_language_and_that_of_the_text(report: Report, parsed: Page) -> None:
    assert parsed.all("html")[0]["lang"] == "ru"
    english = Page(page(report, "en"))
    assert english.all("html")[0]["lang"] == "en"
    assert next(a["lang"] for a in english.all("div") if a.get("class") == "text") == "ru"


def test_a_keyboard_reaches_everything(parsed: Page) -> None:
    assert parsed.all("a")[0] == {"class": "skip", "href": "#cards"}
    assert ":focus-visible" in style() and "outline" in style()
    assert all(a.get("tabindex") == "0" and a["aria-label"] for a in parsed.all("div") if a.get("class") == "wide")


def test_tables_have_captions_or_headers_with_scope(parsed: Page) -> None:
    assert parsed.all("th") and all("scope" in a for a in parsed.all("th"))


def test_a_correction_can_be_copied_without_a_script(parsed: Page, source: str) -> None:
    fields = parsed.all("textarea")
    assert fields and all("readonly" in a and a["id"] for a in fields)
    assert len(parsed.all("label")) == len(fields)
    assert "товарооборот Казахстана и России вырос на 31,2" in source


def test_the_verdict_is_never_said_by_colour_alone(report: Report, source: str) -> None:
    for number, sign in ((1, "✗"), (2, "✓"), (5, "◐"), (11, "?"), (10, "–")):
        assert f">{sign}{number}</a>" in source
    styles = re.findall(r"text-decoration-style: (\w+)", style())
    assert {"solid", "wavy", "dashed", "double", "dotted"} <= set(styles)


def test_charts_have_names_descriptions_and_the_claimed_point(report: Report) -> None:
    drawn = chart(report.checked[1].finding, 2, "ru")
    assert drawn is not None
    assert 'role="img"' in drawn.svg
    assert "<title" in drawn.svg and "Товарооборот Казахстана и России" in drawn.svg
    assert "<desc" in drawn.svg and "отмечено ромбом" in drawn.svg
    assert '"#a4161a"' in drawn.svg
    assert "style=" not in drawn.svg
    assert dict(drawn.rows)["2021 год"] != ("–",)


def test_a_finding_without_a_series_has_no_chart(report: Report) -> None:
    assert chart(report.checked[6].finding, 7, "ru") is None


def test_a_page_has_a_bounded_number_of_charts(report: Report) -> None:
    many = replace(report, checked=(report.checked[1],) * (MOST_CHARTS + 3))
    assert page(many).count("<figure") == MOST_CHARTS
    assert page(many, charts=2).count("<figure") == 2


def test_an_empty_report_is_still_a_page(report: Report) -> None:
    bare = replace(report, checked=(), quotations=(), sources=(), published=None)
    source = page(bare)
    Page(source)
    assert "Проверяемых утверждений не найдено." in source
    assert "Дата публикации неизвестна" in source


def palettes() -> dict[str, dict[str, str]]:
    """Colours by name, as the style sheet defines them for light and for dark."""
    blocks = re.findall(r":root \{([^}]*)\}", style())
    assert len(blocks) == 2
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks)
    assert set(light) == set(dark)
    return {"light": light, "dark": dark}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs() -> list[tuple[str, str]]:
    """(colour, background) of every rule; where a rule has no background, both backgrounds a text may stand on."""
    found = []
    for rule in re.findall(r"\{([^{}]*)\}", style()):
        colour = re.search(r"(?<![\w-])color: var\(--([\w-]+)\)", rule)
        ground = re.search(r"background: var\(--([\w-]+)\)", rule)
        if colour:
            found += [(colour[1], g) for g in ([ground[1]] if ground else ["paper", "card"])]
    assert len(found) > 12
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_of_text_and_background_meets_wcag_aa(theme: str) -> None:
    palette = palettes()[theme]
    poor = [
        (a, b, round(contrast(palette[a], palette[b]), 2)) for a, b in pairs() if contrast(palette[a], palette[b]) < 4.5
    ]
    assert poor == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marked_text_edges_and_focus_can_be_told_from_what_is_around_them(theme: str) -> None:
    palette = palettes()[theme]
    grounds = [name for name in palette if name.endswith("-bg")]
    assert min(contrast(palette["ink"], palette[g]) for g in grounds) >= 4.5
    edges = [(e, g) for e in (*(g.removesuffix("-bg") for g in grounds), "line", "focus") for g in ("paper", "card")]
    assert min(contrast(palette[e], palette[g]) for e, g in edges) >= 3


def test_chart_colours_can_be_told_from_the_page_in_both_themes() -> None:
    light = set(re.findall(r"^\.swatch[^{]*\{ color: (#[0-9a-f]{6})", style(), re.MULTILINE))
    dark = set(re.findall(r"^  \.swatch[^{]*\{ color: (#[0-9a-f]{6})", style(), re.MULTILINE))
    assert len(light) == len(dark) == 5
    themes = palettes()
    assert min(contrast(c, themes["light"][g]) for c in light for g in ("paper", "card")) >= 4.5
    assert min(contrast(c, themes["dark"][g]) for c in dark for g in ("paper", "card")) >= 4.5
