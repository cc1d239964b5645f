"""What a process apart answers comes back; what it dies of is one line, and costs nobody else anything."""

import os
import signal
import time
from datetime import date
from pathlib import Path

import pytest

from sverka import apart
from sverka.apart import DIED, Opener
from sverka.errors import InputError

#: Answers as its question says, within limits of its own.
CHILD = """
import os, time
from datetime import date
from sverka.apart import serve

class PanicException(BaseException):
    "As native readers raise it."

def answered(does, told=None):
    if does == "say":
        return [told, date(2022, 2, 14), b"x"]
    if does == "abort":
        os.abort()
    if does == "sleep":
        time.sleep(60)
    if does == "fill":
        return len(bytearray(1 << 40))
    if does == "exit":
        raise SystemExit(0)
    raise {"panic": PanicException, "raise": ValueError}[does](told)

if __name__ == "__main__":
    serve(answered, memory=1 << 29, seconds=1)
"""


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    (tmp_path / "answering.py").write_text(CHILD)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])]))
    return Opener("answering")


def test_answers_come_back_with_dates_as_they_are_written(opener: Opener) -> None:
    for told in ({"a": [0.1, "«x»\n", None, True]}, "\ud800", -0.0, 10**30):
        assert opener.ask(does="say", told=told) == [told, date(2022, 2, 14).isoformat(), None]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"does": "raise", "told": "a\nb"}, "a b"),
        ({"does": "raise", "told": "x " * 500}, "x " * 60),
        ({"does": "raise", "told": "2004"}, "ValueError: 2004"),
        ({"does": "raise", "told": ""}, "ValueError"),
        ({"does": "panic", "told": "index out of bounds"}, "index out of bounds"),
        ({"does": "fill"}, "MemoryError"),
    ],
)
def test_what_is_raised_is_told_in_one_line(opener: Opener, question: dict[str, str], said: str) -> None:
    with pytest.raises(InputError) as caught:
        opener.ask(**question)
    assert str(caught.value) == said.rstrip()
    assert opener.deaths == 0


@pytest.mark.parametrize("end", ["abort", "sleep", "exit"])
def test_where_the_child_dies_that_is_told_and_another_answers(opener: Opener, end: str) -> None:
    began = time.monotonic()
    with pytest.raises(InputError, match=f"^{DIED}$"):
        opener.ask(does=end)
    assert time.monotonic() - began < 30
    assert opener.ask(does="say", told=1)[0] == 1


def test_an_interrupted_question_does_not_answer_the_next(opener: Opener) -> None:
    assert opener.ask(does="say", told=0)[0] == 0
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        with pytest.raises(KeyboardInterrupt):
            opener.ask(does="sleep")
    finally:
        signal.signal(signal.SIGALRM, before)
    assert opener.ask(does="say", told=1)[0] == 1


def test_a_file_that_kills_every_child_is_given_up(opener: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_DEATHS", 2)
    told = []
    for does in ("abort", "say", "abort", "abort", "say", "say"):
        try:
            told.append(opener.ask(does=does)[1])
        except InputError as error:
            told.append(str(error))
    assert told == [DIED, "2022-02-14", DIED, DIED, f"{DIED} 2 times", f"{DIED} 2 times"]


def test_a_child_ends_with_its_opener(opener: Opener) -> None:
    opener.ask(does="say")
    child = opener._child
    assert child is not None
    assert child.poll() is None
    opener.close()
    assert child.poll() is not None
    other = Opener(opener._module)
    other.ask(does="say")
    child = other._child
    assert child is not None
    del other
    assert child.poll() is not None
