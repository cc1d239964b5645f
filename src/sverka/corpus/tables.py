"""Parquet tables of strangers, opened by a process of their own: a damaged one can end the process that opens it.

Most damage is an error or a panic that can be caught; some makes the native reader abort. So a child opens the files
and answers one line of JSON to each line it is asked; where it dies, that is the answer, and a new one is started.

    {"ask": "described", "paths": […]}                                        {"names": ["id", "text"], "rows": 7}
    {"ask": "rows", "paths": […], "columns": ["text"], "start": 0, "count": 2}  {"rows": [["…"], ["…"]]}
    {"ask": "filled", "paths": […], "columns": ["error"]}                     {"rows": 3}
    (whatever is wrong)                                                       {"error": "in one line"}
"""

import json
import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

import polars as pl

#: Seconds for one answer; a child that is stuck is ended by the system.
_PATIENCE = 300
#: Children that may die on one reader: after that, nothing more is opened.
_DEATHS = 20
DIED = "the process that opened it died"


class Reader:
    """Asks a child, and starts another where one has died. Its child ends with it."""

    def __init__(self) -> None:
        self.deaths = 0
        self._child: subprocess.Popen[bytes] | None = None

    def described(self, path: Path) -> tuple[list[str], int] | str:
        """The columns' names and the number of rows a file says it has; what is wrong, if it cannot be opened."""
        told = self._ask(ask="described", paths=[str(path)])
        return told["error"] if "error" in told else (told["names"], told["rows"])

    def rows(self, path: Path, columns: Sequence[str], start: int, count: int) -> list[list[Any]] | str:
        """Rows of some columns, all `count` of them; dates are written. What is wrong, if they cannot be read."""
        told = self._ask(ask="rows", paths=[str(path)], columns=list(columns), start=start, count=count)
        return told["error"] if "error" in told else told["rows"]  # type: ignore[no-any-return]

    def filled(self, paths: Sequence[Path], column: str) -> int | str:
        """In how many rows of some files a column is not empty; what is wrong, if they cannot be read."""
        told = self._ask(ask="filled", paths=[str(path) for path in paths], columns=[column])
        return told["error"] if "error" in told else told["rows"]  # type: ignore[no-any-return]

    def _ask(self, **question: Any) -> dict[str, Any]:
        if self.deaths >= _DEATHS:
            return {"error": f"{DIED} {self.deaths} times"}
        if self._child is None:
            self._child = _started()
            self._end = weakref.finalize(self, _ended, self._child)
        talk, answers = self._child.stdin, self._child.stdout
        assert talk is not None and answers is not None
        try:
            talk.write(json.dumps(question).encode() + b"\n")
            talk.flush()
            answer = answers.readline()
        except BrokenPipeError:
            answer = b""
        if not answer.endswith(b"\n"):
            self._end()
            self._child = None
            self.deaths += 1
            return {"error": DIED}
        told: dict[str, Any] = json.loads(answer)
        return told


def _started() -> subprocess.Popen[bytes]:
    # -P: no module out of the folder the corpus lies in
    command = [sys.executable, "-P", "-m", "sverka.corpus.tables"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _ended(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:
                continue  # what was not asked any more


def answered(question: dict[str, Any]) -> dict[str, Any]:
    """The answer to a question, in the child."""
    try:
        frame = pl.scan_parquet(question["paths"], glob=False)
        match question["ask"]:
            case "described":
                rows = int(frame.select(pl.len()).collect().item())
                return {"names": frame.collect_schema().names(), "rows": rows}
            case "filled":
                return {"rows": int(frame.select(pl.col(*question["columns"]).is_not_null().sum()).collect().item())}
        found = frame.select(question["columns"]).slice(question["start"], question["count"]).collect().rows()
    except (Exception, pl.exceptions.PanicException) as error:  # whatever a broken file raises is what is wrong with it
        return {"error": " ".join(str(error).split())[:120] or type(error).__name__}
    return {"rows": found} if len(found) == question["count"] else {"error": "rows are missing"}


def _written(value: Any) -> str | None:
    """What JSON has no word for: dates and times as they are written, bytes as nothing."""
    if isinstance(value, date | time):
        return value.isoformat()
    return None if isinstance(value, bytes) else str(value)


def main() -> None:
    """Answer until nothing more is asked. A file that unpacks to more than the machine's memory is an error here."""
    limited = sys.platform != "win32"  # which has neither of these limits
    if limited:
        import resource

        most = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for line in sys.stdin.buffer:
        if limited:
            signal.alarm(_PATIENCE)
        answer = json.dumps(answered(json.loads(line)), default=_written)
        if limited:
            signal.alarm(0)
        sys.stdout.buffer.write(answer.encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
