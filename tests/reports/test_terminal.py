"""The table on a terminal: an editor's order, plain where piped, nothing hostile, nothing but words."""

import io
import re

import pytest
from rich.console import Console

from sverka.reports.mentions import show as show_mentions
from sverka.reports.report import Report
from sverka.reports.terminal import show, show_finding

ANSI = re.compile("\x1b")


def printed(report: Report, width: int = 120, language: str | None = None, *, tty: bool = False) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=tty, markup=False, emoji=False, highlight=False)
    show(report, console, language)  # type: ignore[arg-type]
    return stream.getvalue()


def flat(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_lines_are_no_wider_than_the_screen(report: Report, width: int) -> None:
    assert max(len(line.rstrip()) for line in printed(report, width).splitlines()) <= width


def test_a_pipe_gets_no_colours_and_no_control_characters(report: Report) -> None:
    text = printed(report)
    assert ANSI.search(text) is None
    assert re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", text) is None


def test_a_terminal_gets_colours_unless_it_asks_for_none(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ANSI.search(printed(report, tty=True))
    monkeypatch.setenv("NO_COLOR", "1")
    text = printed(report, tty=True)
    assert re.search("\x1b\\[[0-9;]*3[0-7]", text) is None
    assert "✗ не" in text


def test_markup_in_the_text_is_text(report: Report) -> None:
    assert "[bold]" in printed(report, 200)


def test_failures_come_first_and_offices_are_one_line(report: Report) -> None:
    text = printed(report)
    order = [text.index(f"«{a}»") for a in ("почти 40 процентов", "свыше 18 млрд", "Инфляция составила 12 процентов")]
    assert order == sorted(order)
    assert "✓ 2 должности: подтверждается:" in text
    assert text.index("Тезисы, планы и неясное") > order[-1]


def test_a_failure_shows_values_sources_and_the_correction(report: Report) -> None:
    text = flat(printed(report, 70))
    assert "✗ Бюро национальной статистики Казахстана: 31,15 % (2020–2021 годы) – мимо сказанного на 6,85 п. п." in text
    assert "Точность слов: слова допускают от 38 % до 42 %" in text
    assert "Поправка, готовая к отправке: По данным Казахстана" in text


def test_the_report_can_be_in_the_other_language(report: Report) -> None:
    text = flat(printed(report, language="en"))
    assert "Published: 14 February 2022. 13 claims." in text
    assert "✓ 2 offices: holds: Tokayev: head of state of Kazakhstan; Putin: head of state of Russia" in text


def test_a_lone_claim_shows_every_definition(report: Report) -> None:
    stream = io.StringIO()
    show_finding(report.checked[4].finding, Console(file=stream, width=100), "ru")
    text = flat(stream.getvalue())
    for words in ("✓ по товарообороту – согласуется (основное)", "✗ по экспорту – противоречит", "Евросоюз"):
        assert words in text


def test_what_was_read_can_be_shown_unchecked(report: Report) -> None:
    stream = io.StringIO()
    mentions = [c.mention for c in report.checked]
    show_mentions(mentions, report.quotations, "ru", Console(file=stream, width=140))
    text = flat(stream.getvalue())
    assert "Экспорт России в Казахстан в 2021" in text
    assert "Токаев (прямая речь): Мы растём" in text
