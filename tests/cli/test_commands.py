"""The commands end to end: what they print, where they write, and the codes they end with."""

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from sverka.claims import Mention, Quotation, parse
from sverka.reading import reader
from sverka.reports.report import Report

ARTICLE = "Товарооборот Казахстана и России в 2021 году составил 30 млрд долларов. «Растём», – сказал Токаев."


@dataclass(frozen=True)
class Reading:
    """What a reader would find in the article."""

    text: str
    published: date | None
    language: str
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    reason: str = ""


def read(text: str, published: date | None = None, language: str | None = None) -> Reading:
    anchor, quote = "30 млрд долларов", "Растём"
    at, said = text.index(anchor), text.index(quote)
    claim = parse("trade.turnover(KAZ, RUS) in 2021 = 30e9 USD")
    mention = Mention(proposition=claim, anchor=anchor, span=(at, at + len(anchor)), confidence=0.9)
    spoken = Quotation(speaker="person:Токаев", anchor=quote, span=(said, said + len(quote)), direct=True)
    return Reading(text, published, language or "ru", (mention,), (spoken,))


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of an article's file; the reader is stood in for, so that these tests are about the commands."""
    monkeypatch.setattr(reader, "read", read)
    path = tmp_path / "article.txt"
    path.write_text(f"published: 2022-02-14\n\n{ARTICLE}", encoding="utf-8")
    return str(path)


def test_check_prints_a_table(sverka, article: str) -> None:
    ran = sverka("check", article)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Дата публикации: 14 февраля 2022 года. 1 утверждение.")
    assert "«30 млрд долларов»" in ran.out and "\x1b" not in ran.out


def test_the_option_beats_the_header(sverka, article: str) -> None:
    ran = sverka("check", article, "--published", "2023-05-01", "--format", "json")
    assert json.loads(ran.out)["published"] == "2023-05-01"


def test_check_writes_the_format_that_the_ending_says(sverka, article: str, tmp_path: Path) -> None:
    for name, start in (("r.html", "<!doctype html>"), ("r.json", "{"), ("r.txt", "Дата публикации")):
        ran = sverka("check", article, "-o", str(tmp_path / name))
        assert (ran.code, ran.out) == (0, "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "r.html", "r.json", "r.txt"]


def test_the_same_article_gives_the_same_bytes(sverka, article: str) -> None:
    first, second = (sverka("check", article, "--format", "json").out for _ in range(2))
    assert first == second


def test_a_report_replays_and_a_changed_one_is_told(sverka, article: str, tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    sverka("check", article, "-o", str(path))
    assert sverka("replay", str(path)) == (0, "1 claims checked again, every finding the same.\n", "")
    data = json.loads(path.read_text(encoding="utf-8"))
    data["claims"][0]["finding"]["verdict"] = "holds"
    path.write_text(json.dumps(data), encoding="utf-8")
    ran = sverka("replay", str(path))
    assert ran.code == 3
    assert 'claim 1 «30 млрд долларов»: verdict: "holds" → "fails"' in ran.out


def test_the_json_is_a_report(sverka, article: str) -> None:
    report = Report.loads(sverka("check", article, "--format", "json").out)
    assert [str(c.finding.verdict) for c in report.checked] == ["fails"]
    assert report.quotations[0].speaker == "person:Токаев"


def test_check_takes_many_articles(sverka, article: str, tmp_path: Path) -> None:
    path = tmp_path / "articles.json"
    path.write_text(json.dumps([{"id": "a", "text": ARTICLE, "published": "2022-02-14"}]), encoding="utf-8")
    ran = sverka("check", "--batch", str(path), "--format", "json")
    found = json.loads(ran.out)
    assert [(f["id"], f["claims"][0]["verdict"]) for f in found] == [("a", "fails")]


def test_read_prints_mentions_and_quotations(sverka, article: str) -> None:
    ran = sverka("read", article)
    assert "Товарооборот Казахстана" in ran.out and "Токаев (прямая речь): Растём" in ran.out
    told = json.loads(sverka("read", article, "--format", "json").out)
    assert [c["kind"] for c in told["claims"]] == ["figure"]
    assert "verdict" not in told["claims"][0]


def test_an_old_text_is_checked_with_a_note(sverka, article: str) -> None:
    ran = sverka("check", article, "--published", "1985-06-01")
    assert ran.code == 0
    assert ran.err.startswith("sverka: note: published 1985-06-01: most tables begin in 1992 or later")


def test_a_text_without_a_date_is_checked(sverka, tmp_path: Path, article: str) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert "Дата публикации неизвестна" in sverka("check", str(path)).out


def test_claim_answers_in_the_language_of_the_claim(sverka) -> None:
    assert "✓ holds  Trade between Russia and Kazakhstan in 2019" in sverka(
        "claim", "trade.turnover(RUS, KAZ) in 2019 = 20e9 USD"
    ).out.replace("\u00a0", " ")
    assert "глава правительства Венгрии" in sverka("claim", "office person:Орбан head_of_government HUN in 2015").out
    english = sverka("claim", "office person:Орбан head_of_government HUN in 2015", "--language", "en").out
    assert "head of government of Hungary" in english


def test_claim_prints_json_with_sources(sverka) -> None:
    told = json.loads(sverka("claim", "trade.turnover(RUS, KAZ) in 2019 = 20e9 USD", "--format", "json").out)
    assert (told["verdict"], told["proposition"]["kind"]) == ("holds", "figure")
    assert {s["id"] for s in told["sources"]} == {"kazakhstan", "russia-annual"}


def test_every_example_of_the_short_form_in_the_help_can_be_typed(sverka) -> None:
    from sverka.cli.app import SHORT_FORM

    examples = [line.strip().split("  ")[0] for line in SHORT_FORM.splitlines() if line.startswith("  ")]
    assert len(examples) == 13
    assert len({parse(example).kind for example in examples}) == 11
    assert all(sverka("claim", example).code == 0 for example in examples)


def test_the_record_is_printed_as_of_a_day(sverka) -> None:
    ran = sverka("record", "members", "--on", "2015-06-01", "--organization", "EAEU", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert {row["state"] for row in rows} == {"ARM", "BLR", "KAZ", "RUS"}
    assert all(row["source"] for row in rows)
    before = sverka("record", "members", "--on", "2013-06-01", "--organization", "ЕАЭС", "--format", "json")
    assert json.loads(before.out) == []


def test_states_are_those_that_existed(sverka) -> None:
    def ids(day: str) -> set[str]:
        return {row["id"] for row in json.loads(sverka("record", "states", "--on", day, "--format", "json").out)}

    assert "SUN" in ids("1985-01-01") and "KAZ" not in ids("1985-01-01")
    assert "KAZ" in ids("2000-01-01") and "SUN" not in ids("2000-01-01")


def test_offices_are_found_by_person_and_state(sverka) -> None:
    ran = sverka("record", "offices", "--person", "Tokayev", "--state", "kaz", "--format", "json")
    rows = json.loads(ran.out)
    assert rows and {row["state"] for row in rows} == {"KAZ"}
    assert {row["person_ru"] for row in rows} == {"Токаев"}


def test_trade_is_printed_cell_by_cell(sverka) -> None:
    ran = sverka("record", "trade", "--state", "KAZ", "--partner", "RUS", "--year", "2021", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [(r["flow"], r["value_usd"], r["cell"]) for r in rows] == [
        ("exports", "7018745764", "D13"),
        ("imports", "17605534201", "F13"),
    ]


@pytest.mark.parametrize("table", ["states", "organizations", "members", "offices", "treaties", "visits", "missions",
                                   "summits", "events", "capitals", "coverage"])  # fmt: skip
def test_every_table_of_the_record_can_be_printed(sverka, table: str) -> None:
    ran = sverka("record", table, "--state", "KAZ") if table != "coverage" else sverka("record", table)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.rstrip().endswith("rows")


def test_a_record_goes_to_a_file(sverka, tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    ran = sverka("record", "members", "--organization", "GUAM", "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert path.read_text(encoding="utf-8").startswith("state,organization,status,start,end")


def test_version_and_help(sverka) -> None:
    from sverka import __version__

    assert sverka("--version").out == f"sverka {__version__}\n"
    told = sverka("--help")
    assert told.code == 0
    for words in ("check", "claim", "read", "record", "replay", "Exit codes:"):
        assert words in told.out


def test_a_fault_of_our_own_is_one_line_too(sverka, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(reader, "read", broken)
    ran = sverka("check", article)
    assert ran.code == 1
    assert ran.err.startswith("sverka: a fault of Sverka's own (ZeroDivisionError: oops)")
    monkeypatch.setenv("SVERKA_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        sverka("check", article)


def test_a_console_without_our_signs_still_gets_its_report() -> None:
    code = "import sys; sys.argv = ['sverka', 'claim', 'member ARM EAEU since 2015']\nfrom sverka.cli import run\nrun()"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert "? holds" in ran.stdout and ran.stderr == ""


def test_a_reader_who_has_had_enough_is_no_fault() -> None:
    piped = f"{sys.executable} -m sverka record offices | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", piped], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
