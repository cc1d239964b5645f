"""Hostile input by the minute: `python -m benchmarks fuzz [target …] [--minutes N] [--seed S] [--plain]`.

Every target is a room's door for things from outside: texts, claims as typed, files, published tables, uploads. Seeds
are real; what is fed is mutated by libFuzzer with the coverage of `sverka` where atheris is importable (it is no
dependency: `pip install atheris` beside it), else by our own seeded mutations alone (`--plain` asks for these).

A target fails where an error outside the documented tree escapes, an input takes longer than its bound of processor
time, memory grows, or a result breaks a promise (a span outside the text, a claim that does not read back). Failing
inputs are kept in the folder named by `--keep`, and belong into tests/ once mended.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.fuzz.engine import Outcome, run
from benchmarks.fuzz.target import Target
from benchmarks.fuzz.targets import GROUPS, TARGETS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the targets (or groups of them) named, or all; 1 where one fails."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(prog="benchmarks fuzz", description="Mutated input against every open door.")
    parser.add_argument("targets", nargs="*", metavar="target", help=", ".join((*GROUPS, *TARGETS)))
    parser.add_argument("--minutes", type=float, default=1.0, help="for every target (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--plain", action="store_true", help="our own mutations, without atheris")
    parser.add_argument("--keep", type=Path, help="folder for failing inputs")
    chosen = parser.parse_args(given[1:] if given[:1] == ["fuzz"] else given)
    keep = chosen.keep or Path(tempfile.mkdtemp(prefix="fuzz-"))
    keep.mkdir(parents=True, exist_ok=True)
    targets = _named(parser, chosen.targets or list(TARGETS))
    outcomes = []
    for target in targets:
        outcomes.append(run(target, 60 * chosen.minutes, chosen.seed, keep, plain=chosen.plain))
        print(_row(outcomes[-1]), file=sys.stderr)
    _table(outcomes)
    return int(any(outcome.failures for outcome in outcomes))


def _named(parser: argparse.ArgumentParser, names: Sequence[str]) -> list[Target]:
    found: dict[str, Target] = {}
    for name in names:
        for each in GROUPS.get(name, (name,)):
            if each not in TARGETS:
                parser.error(f"no such target ({name}); choose from {', '.join((*GROUPS, *TARGETS))}")
            found[each] = TARGETS[each]
    return list(found.values())


def _row(outcome: Outcome) -> str:
    slowest = f"{outcome.slowest * 1000:,.0f} ms ({outcome.slowest_size:,} bytes)"
    return (
        f"| {outcome.name} | {outcome.driver} | {outcome.executions:,} | {outcome.seconds:,.0f} | {outcome.refused:,} "
        f"| {len(outcome.failures)} | {slowest} | {outcome.growth:+,.0f} MB |"
    )


def _table(outcomes: Sequence[Outcome]) -> None:
    print("| target | driver | executions | seconds | refused | failures | slowest input, processor | RSS, 2nd half |")
    print("|---|---|---|---|---|---|---|---|")
    for outcome in outcomes:
        print(_row(outcome))
    for outcome in outcomes:
        for failure in outcome.failures:
            print(f"\n{outcome.name}: {failure.what} ×{failure.times}, kept as {failure.kept}")
