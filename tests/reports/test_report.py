"""A stored report is the same bytes every time, reads back whole, and replays to the same findings."""

import json
from dataclasses import replace

import pytest

from sverka.errors import ReportError
from sverka.reports.report import Report, make, replay
from sverka.sources import catalogue


def test_the_same_input_gives_the_same_bytes(report: Report, read_by_hand) -> None:
    assert make(read_by_hand, series=True).dumps() == report.dumps()


def test_a_stored_report_reads_back_to_itself(report: Report) -> None:
    again = Report.loads(report.dumps())
    assert again.dumps() == report.dumps()
    assert [c.finding.verdict for c in again.checked] == [c.finding.verdict for c in report.checked]


def test_a_fresh_report_replays_without_a_difference(report: Report) -> None:
    assert replay(Report.loads(report.dumps())) == []


def test_a_replay_names_the_claim_and_the_field_that_came_out_otherwise(report: Report) -> None:
    data = json.loads(report.dumps())
    data["claims"][1]["finding"]["definitions"][0]["answers"][0]["low"] = 1.0
    data["claims"][6]["finding"]["verdict"] = "holds"
    found = replay(Report.from_json(data))
    assert [(d.number, d.field) for d in found] == [(2, "definitions[0].answers[0].low"), (7, "verdict")]
    assert (found[1].before, found[1].now) == ('"holds"', '"fails"')


def test_a_replay_says_which_source_has_changed(report: Report) -> None:
    data = json.loads(report.dumps())
    data["sources"][0]["files"][0]["sha256"] = "0" * 64
    first = replay(Report.from_json(data))[0]
    assert (first.number, first.anchor, first.field) == (0, data["sources"][0]["id"], "source")
    assert "000000000000" in first.before


def test_a_source_that_is_gone_is_a_difference_not_a_crash(report: Report) -> None:
    stored = replace(report.sources[0], id="gone")
    changed = replace(report, sources=(stored, *report.sources[1:]))
    assert replay(changed)[0].now == "–"


def test_sources_carry_commit_and_hashes(report: Report) -> None:
    by_id = {v.id: v for v in report.sources}
    assert by_id["kazakhstan"].commit == catalogue.source("kazakhstan").version
    assert all(len(f.sha256) == 64 for v in report.sources for f in v.files)


def test_nothing_of_the_clock_or_the_machine_is_stored(report: Report) -> None:
    assert set(json.loads(report.dumps())) == {
        "format", "sverka", "text", "published", "language", "claims", "quotes", "sources"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": "other/1"}, "not a report of Sverka's (format 'other/1')"),
        ({"text": 7}, "a broken report (TypeError: text and language must be strings)"),
        ({"claims": [{}]}, "a broken report"),
        ({"published": "2022-02-30"}, "a broken report (ValueError"),
        ({"quotes": [{"speaker": "nobody at all"}]}, "a broken report"),
        ({"sources": [{}]}, "a broken report (no field 'files')"),
    ],
)
def test_a_broken_report_is_refused_in_one_line(report: Report, change: dict[str, object], message: str) -> None:
    with pytest.raises(ReportError) as refused:
        Report.from_json({**json.loads(report.dumps()), **change})
    assert str(refused.value).startswith(message)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000])
def test_what_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(ReportError):
        Report.loads(text)
