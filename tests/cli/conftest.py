"""Running a command line inside this process."""

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from sverka.cli import run


class Ran(NamedTuple):
    """Exit code and what was printed."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def sverka(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.delenv("COLUMNS", raising=False)

    def command(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["sverka", *arguments])
        code = run()
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return command
