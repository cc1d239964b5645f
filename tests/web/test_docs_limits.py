"""The limits that the documentation states are the ones that are kept."""

from pathlib import Path

from sverka.web import api, extract, panels, solving
from sverka.web.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "web.md").read_text(encoding="utf-8")


def test_stated_limits_are_the_kept_ones():
    chosen = Settings()
    for stated in (
        f"{chosen.text_limit:,} characters",
        f"{chosen.upload_limit // 1_000_000} MB; a `.docx` {extract.UNPACKED // 1_000_000} MB unpacked",
        f"a `.pdf` {extract.PAGES} pages, {extract.SECONDS} s and {extract.MEMORY // 1_000_000} MB",
        f"| {chosen.waiting}; they go forward",
        f"| {chosen.patience:g} s |",
        f"{chosen.checks_a_minute} texts, {chosen.claims_a_minute} claims, {chosen.misses_a_minute} addresses",
        f"{panels.MOST_ROWS:,} rows; {api.MOST_ROWS:,} an answer",
        f"{solving.DRAWS} draws, {solving.SECONDS} s",
    ):
        assert stated in PAGE, stated
