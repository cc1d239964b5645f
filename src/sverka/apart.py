"""Files of strangers, opened by a process apart: a damaged one can end the process that opens it.

Most damage is an error or a panic that can be caught; some makes a native reader abort, go on for ever or ask for more
memory than there is. So a child opens the files, within limits, and answers one line of JSON to each line it is asked;
where it dies, that is the answer, and a new one is started.

    {"path": …}                                                               {"answer": …}
    (whatever is wrong)                                                       {"error": "in one line"}
"""

import json
import os
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from datetime import date, time
from typing import Any

from sverka.errors import InputError

#: Children of one opener that may die one after the other: after that, nothing more is opened.
_DEATHS = 20
DIED = "the process that opened it died"


class Opener:
    """Asks a child, and starts another where one has died. Its child ends with it.

    Parameters
    ----------
    module : what the child runs as its main module; that calls `serve`.
    """

    def __init__(self, module: str) -> None:
        self.deaths = 0
        self._module = module
        self._turn = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def ask(self, **question: Any) -> Any:
        """What the child's function returns for these arguments, as JSON tells it.

        Raises InputError, in one line, for what it raises, and where it dies of the file.
        """
        with self._turn:
            told = json.loads(self._said(question))
        if "error" in told:
            raise InputError(told["error"])
        return told["answer"]

    def _said(self, question: dict[str, Any]) -> bytes:
        if self.deaths >= _DEATHS:
            raise InputError(f"{DIED} {self.deaths} times")
        if self._child is None:
            self._child = _started(self._module)
            self._end = weakref.finalize(self, _ended, self._child)
        talk, answers = self._child.stdin, self._child.stdout
        assert talk is not None and answers is not None
        try:
            talk.write(json.dumps(question).encode() + b"\n")
            talk.flush()
            answer = answers.readline()
        except BrokenPipeError:
            answer = b""
        except BaseException:  # interrupted: its answer must not be taken for that to the next question
            self.close()
            raise
        if not answer.endswith(b"\n"):
            self.close()
            self.deaths += 1
            raise InputError(DIED)
        self.deaths = 0
        return answer

    def close(self) -> None:
        """End the child; another is started if something is asked again."""
        if self._child is not None:
            self._end()
            self._child = None


def _started(module: str) -> subprocess.Popen[bytes]:
    # -P: no module out of the folder the files lie in
    command = [sys.executable, "-P", "-m", module]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _ended(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(BrokenPipeError):  # what was not asked any more
                pipe.close()


def serve(answered: Callable[..., Any], *, memory: int | None = None, seconds: int = 300) -> None:
    """In the child: answer by this function, until nothing more is asked.

    Parameters
    ----------
    memory : bytes; all the machine has where none are given. A file that unpacks to more is an error or the end.
    seconds : for one answer; a child that is stuck in native code is ended by the system.
    """
    limited = sys.platform != "win32"  # which has neither of these limits
    if limited:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = memory or os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        if most == resource.RLIM_INFINITY or wanted < most:
            resource.setrlimit(resource.RLIMIT_AS, (wanted, wanted))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for line in sys.stdin.buffer:
        if limited:
            signal.alarm(seconds)
        told = json.dumps(_answer(answered, json.loads(line)), default=_written)
        if limited:
            signal.alarm(0)
        sys.stdout.buffer.write(told.encode() + b"\n")
        sys.stdout.buffer.flush()


def _answer(answered: Callable[..., Any], question: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"answer": answered(**question)}
    except BaseException as error:
        if not is_damage(error):
            raise
        told = " ".join(str(error).split())
        if " " not in told:  # one word («2004») does not say what happened
            told = f"{type(error).__name__}: {told}".removesuffix(": ")
        return {"error": told[:120]}


def is_damage(error: BaseException) -> bool:
    """Whether a parser raises this on a broken file: any Exception, or a panic of a native reader (calamine, polars).

    Panics are BaseException and known by their name alone.
    """
    return isinstance(error, Exception) or type(error).__name__ == "PanicException"


def _written(value: Any) -> str | None:
    """What JSON has no word for: dates and times as they are written, bytes as nothing."""
    if isinstance(value, date | time):
        return value.isoformat()
    return None if isinstance(value, bytes) else str(value)
