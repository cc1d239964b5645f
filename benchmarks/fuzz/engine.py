"""One target against the clock: a worker process that may die, a watch that tells why, and what is counted.

The worker writes the input into shared memory before it is tried, so that a crash or a hang of native code is known by
its input. Python that takes too long is ended inside (by processor time, so that a busy machine makes no hang); what
does not come back at all is killed from outside.
"""

import json
import mmap
import os
import random
import resource
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.fuzz.target import Target

_HEAD = struct.Struct("<qqddqqqq")
_MOST = 1 << 22
#: Seconds of a native call beyond the bound of processor time after which the worker counts as hanging.
_PATIENCE = 60.0
#: Megabytes that a worker may grow in the second half of its time: caches of words are full by then, allocators vary.
GROWTH = 96.0


class Slow(BaseException):
    """The bound of processor time is over; not an Exception, so that no target catches it."""


@dataclass(slots=True)
class Failure:
    """One way to fail: what was raised and where, how often, and the first input kept."""

    what: str
    times: int
    kept: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to. `growth` is resident memory at the end over that at half time, in megabytes."""

    name: str
    driver: str
    executions: int
    refused: int
    seconds: float
    slowest: float
    slowest_size: int
    growth: float
    failures: list[Failure]


class _Shared:
    """Counters and the input being tried, in memory that outlives the worker."""

    def __init__(self) -> None:
        self.memory = mmap.mmap(-1, _HEAD.size + _MOST)
        self.executions = self.refused = self.slowest_size = self.size = self.half = self.last = 0
        self.slowest = self.began = 0.0

    def store(self) -> None:
        values = (self.executions, self.refused, self.slowest, self.began, self.slowest_size, self.size)
        self.memory[: _HEAD.size] = _HEAD.pack(*values, self.half, self.last)

    def load(self) -> None:
        values = _HEAD.unpack(self.memory[: _HEAD.size])
        self.executions, self.refused, self.slowest, self.began, self.slowest_size, self.size = values[:6]
        self.half, self.last = values[6:]

    def begin(self, data: bytes) -> None:
        self.size, self.began = min(len(data), _MOST), time.monotonic()
        self.memory[_HEAD.size : _HEAD.size + self.size] = data[:_MOST]
        self.store()

    def tried(self) -> bytes:
        return bytes(self.memory[_HEAD.size : _HEAD.size + self.size])


def run(target: Target, seconds: float, seed: int, keep: Path, *, plain: bool = False) -> Outcome:
    """Fuzz a target for so many seconds; a worker that dies is told of and replaced."""
    guided = target.guided and not plain and _atheris() is not None
    shared, log = _Shared(), keep / f"{target.name}.jsonl"
    log.unlink(missing_ok=True)
    started, worker, growth = time.monotonic(), 0, 0.0
    while (left := started + seconds - time.monotonic()) > 1 and worker < 1000:
        shared.began = 0.0
        shared.half = shared.last = 0
        shared.store()
        sys.stdout.flush()
        child = os.fork()
        if not child:
            _work(target, left, seed + worker, shared, log, guided)
        status = _watch(child, target, shared)
        shared.load()
        if shared.half:
            growth = max(growth, (shared.last - shared.half) / 1e6)
        if status:
            _tell(log, f"worker ended by {status}", shared.tried())
        worker += 1
    failures = _failures(target, log, keep)
    if growth > GROWTH:
        failures.append(Failure(f"memory grew by {growth:.0f} MB in the second half", 1, log))
    driver = "atheris" if guided else "mutations"
    spent = time.monotonic() - started
    return Outcome(
        target.name,
        driver,
        shared.executions,
        shared.refused,
        spent,
        shared.slowest,
        shared.slowest_size,
        growth,
        failures,
    )


def _atheris() -> Any:
    try:
        import atheris
    except ModuleNotFoundError:
        return None
    return atheris


def _watch(child: int, target: Target, shared: _Shared) -> str:
    """Wait for the worker; why it ended, empty where its time was simply over."""
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            if os.WIFSIGNALED(status):
                return signal.Signals(os.WTERMSIG(status)).name
            code = os.waitstatus_to_exitcode(status)
            return f"exit code {code}" if code else ""
        shared.load()
        if shared.began and time.monotonic() - shared.began > 10 * target.bound(shared.size) + _PATIENCE:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return "the watch: it hangs"
        time.sleep(0.2)


def _work(target: Target, seconds: float, seed: int, shared: _Shared, log: Path, guided: bool) -> None:
    """The worker: never returns."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    if not os.environ.get("FUZZ_STDERR"):
        os.dup2(null, 2)
    signal.signal(signal.SIGPROF, _too_slow)
    code = 0
    try:
        if guided:
            with _atheris().instrument_imports(include=["sverka"]):
                target.prepare()
        else:
            target.prepare()
        deadline = time.monotonic() + seconds
        if guided:
            _guided(target, seconds, seed, shared, log, deadline)
        else:
            _mutating(target, seed, shared, log, deadline)
    except BaseException as error:
        _tell(log, _where(error), shared.tried())
        code = 70
    finally:
        os._exit(code)


def _too_slow(number: int, frame: Any) -> None:
    raise Slow(f"over the bound of processor time in {_place(traceback.extract_stack(frame))}")


def _trial(target: Target, shared: _Shared, log: Path, half: float) -> Callable[[bytes], None]:
    """A function that tries one input and keeps the books."""

    def attempt(data: bytes) -> None:
        shared.begin(data)
        before = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, target.bound(len(data)))
        try:
            shared.refused += bool(target.attempt(data))
        except Slow as slow:
            _tell(log, str(slow), data)
        except BaseException as error:  # Rust panics are BaseException; that is what is looked for here
            _tell(log, _where(error), data)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        shared.executions += 1
        spent = time.process_time() - before
        if spent > shared.slowest:
            shared.slowest, shared.slowest_size = spent, len(data)
        if shared.executions % 16 == 0:
            now = _resident()
            if time.monotonic() < half:
                shared.half = now
            shared.last = now

    return attempt


def _mutating(target: Target, seed: int, shared: _Shared, log: Path, deadline: float) -> None:
    rng = random.Random(seed)
    seeds = target.seeds()
    attempt = _trial(target, shared, log, (time.monotonic() + deadline) / 2)
    for each in seeds if shared.executions == 0 else ():
        if time.monotonic() < deadline:
            attempt(each)
    while time.monotonic() < deadline:
        attempt(target.mutated(rng, rng.choice(seeds), seeds))
    shared.began = 0.0
    shared.store()


def _guided(target: Target, seconds: float, seed: int, shared: _Shared, log: Path, deadline: float) -> None:
    import tempfile

    atheris = _atheris()
    seeds = target.seeds()
    attempt = _trial(target, shared, log, (time.monotonic() + deadline) / 2)
    with tempfile.TemporaryDirectory() as folder:
        for number, each in enumerate(seeds):
            Path(folder, f"{number}").write_bytes(each)

        def mutator(data: bytes, most: int, number: int) -> bytes:
            rng = random.Random(number)
            changed = target.mutated(rng, data, seeds)[:most] if rng.random() < 0.5 else atheris.Mutate(data, most)
            return changed or b" "  # libFuzzer ends where a mutation leaves nothing

        limits = ["-rss_limit_mb=0", "-timeout=0", "-error_exitcode=71", "-handle_segv=0", "-handle_abrt=0"]
        options = [f"-max_total_time={max(1, int(seconds))}", f"-seed={seed}", *limits]
        options += [f"-max_len={target.most}", folder]
        atheris.Setup(["fuzz", *options], attempt, custom_mutator=mutator, internal_libfuzzer=True)
        atheris.Fuzz()


def _resident() -> int:
    pages = Path("/proc/self/statm").read_text().split()[1] if Path("/proc/self/statm").exists() else None
    return int(pages) * resource.getpagesize() if pages else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _where(error: BaseException) -> str:
    told = str(error).split("\n")[0][:160]
    return f"{type(error).__name__}: {told} at {_place(traceback.extract_tb(error.__traceback__))}"


def _place(stack: traceback.StackSummary) -> str:
    """The innermost line of sverka (else of anything) in a stack: failures of one line are one failure."""
    ours = [f for f in stack if "sverka" in f.filename] or list(stack)
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "nowhere"


def _tell(log: Path, what: str, data: bytes) -> None:
    with suppress(OSError), log.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({"what": what, "data": data.hex()}) + "\n")


def _failures(target: Target, log: Path, keep: Path) -> list[Failure]:
    """The log by place of failure, the shortest input of each kept."""
    found: dict[str, list[tuple[str, bytes]]] = {}
    for line in log.read_text(encoding="utf-8").splitlines() if log.exists() else ():
        entry = json.loads(line)
        kind, _, rest = entry["what"].partition(": ")
        place = rest if kind == "Broken" else f"{kind} {rest.rpartition(' at ')[2]}"
        found.setdefault(place, []).append((entry["what"], bytes.fromhex(entry["data"])))
    failures = []
    for number, entries in enumerate(found.values(), 1):
        what, data = min(entries, key=lambda e: len(e[1]))
        kept = keep / f"{target.name}-{number}.bin"
        kept.write_bytes(data)
        failures.append(Failure(what, len(entries), kept))
    return failures
