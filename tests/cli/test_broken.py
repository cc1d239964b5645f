"""Every broken input of tests/broken gets exactly the one line written down for it, and exit code 2."""

import json
from pathlib import Path

import pytest

BROKEN = Path(__file__).parents[1] / "broken"
EXPECTED = json.loads((BROKEN / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", EXPECTED, ids=[" ".join(c["arguments"])[:60] or "nothing" for c in EXPECTED])
def test_a_broken_input_is_refused_in_one_line(case, sverka, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    ran = sverka(*case["arguments"])
    assert ran.err == case["message"] + "\n"
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("sverka: ")


def test_every_broken_file_is_used() -> None:
    named = {argument for case in EXPECTED for argument in case["arguments"]}
    files = {path.name for path in BROKEN.iterdir()} - {"expected.json"}
    assert files - named == set()
