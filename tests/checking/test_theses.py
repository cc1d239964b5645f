"""Theses: no verdict, and a stored result beside those that one is about."""

import json
from datetime import date
from pathlib import Path

import pytest

from sverka.checking.check import check
from sverka.checking.finding import Verdict
from sverka.checking.theses import beside
from sverka.claims import Thesis, parse
from sverka.reports import restore


@pytest.fixture(autouse=True)
def no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path))


@pytest.mark.parametrize(
    ("about", "name"),
    [
        (("EAEU",), "eaeu-dissolves"),
        (("org:Евразийский экономический союз",), "eaeu-dissolves"),
        (("CIS",), "cis-free-trade-ends"),
        (("KAZ", "RUS"), "kaz-without-rus"),
    ],
)
def test_a_thesis_about_a_bloc_or_partner_has_its_result_beside_it(about: tuple[str, ...], name: str) -> None:
    (found,) = beside(Thesis(form="irreplaceable", about=about))
    assert found.name == name and found.rows and found.assumptions and found.limits
    assert all({"real_income", "exports", "imports"} <= set(changes) for _, changes in found.rows)


@pytest.mark.parametrize("about", [(), ("KAZ",), ("NATO",), ("person:Токаев",), ("KAZ", "DEU")])
def test_other_theses_have_none(about: tuple[str, ...]) -> None:
    assert beside(Thesis(form="other", about=about)) == ()


def test_a_thesis_gets_no_verdict_whatever_stands_beside_it() -> None:
    finding = check(parse("thesis irreplaceable about EAEU"), published=date(2020, 1, 1))
    assert finding.verdict == Verdict.NOT_CHECKABLE and finding.reason == "thesis" and not finding.definitions


def test_the_box_comes_back_from_a_stored_report() -> None:
    for words in ("thesis irreplaceable about EAEU", "thesis other about KAZ"):
        finding = check(parse(words))
        stored = json.loads(json.dumps(finding.to_json()))
        assert restore.finding(finding.proposition, stored) == finding
        assert ("scenarios" in stored) == bool(finding.scenarios)
