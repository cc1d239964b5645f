"""Are verdicts right? Typed claims with known truth, and true claims that must not stay true when they are changed.

`claims.tsv` was typed from the published files (read with other programs than Sverka) and from common knowledge, half
of it false, without looking at what Sverka says. Each claim's `truth` is whether it holds; `because` is the true value.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sverka.checking.check import check
from sverka.checking.finding import Verdict
from sverka.claims import Change, Figure, Proposition, parse

CLAIMS = Path(__file__).parent / "claims.tsv"
#: The day on which the claims are taken to be said.
SAID = date(2024, 12, 31)


@dataclass(frozen=True, slots=True)
class Known:
    """A claim, whether it is true, and the true value."""

    claim: str
    holds: bool
    because: str


def known() -> list[Known]:
    """The typed claims."""
    with CLAIMS.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Known(row["claim"], row["truth"] == "holds", row["because"]) for row in rows]


def mutants(claim: Proposition) -> Iterator[tuple[str, Proposition]]:
    """What a figure or a change becomes when one thing in it is made wrong: named, and surely another statement."""
    if not isinstance(claim, Figure | Change):
        return
    for name, factor in (("ten times the number", 10.0), ("a tenth of the number", 0.1)):
        if claim.bound in ("=", "~") or (claim.bound == ">") == (factor > 1):
            update = {"low": claim.low * factor, "high": claim.high * factor, "tolerance": None}
            yield name, type(claim).model_validate({**claim.model_dump(), **update})
    if claim.bound != "=" or claim.period is None or claim.period.start is None:
        return
    for years in (-1, 1):
        yield "another year", _with(claim, period=claim.period.shift(years=years))
    if len(claim.parties) == 2:
        for other in ("ISL", "MNG", "NZL"):
            if other not in claim.parties:
                yield "another partner", _with(claim, parties=(claim.parties[0], other))


def _with(claim: Figure | Change, **update: object) -> Proposition:
    return type(claim).model_validate({**claim.model_dump(), **update})


def main() -> None:
    """Print how many verdicts are right, what was left open, and how many changed claims stayed true."""
    said: Counter[str] = Counter()
    stayed: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    claims = known()
    for item in claims:
        claim = parse(item.claim)
        verdict = check(claim, published=SAID).verdict
        right = Verdict.HOLDS if item.holds else Verdict.FAILS
        kind = "right" if verdict == right else "wrong" if verdict in (Verdict.HOLDS, Verdict.FAILS) else "open"
        said[kind] += 1
        if kind != "right":
            print(f"{kind:6}{verdict!s:14}{item.claim}  ({item.because})")
        if item.holds and verdict == Verdict.HOLDS:
            for name, mutant in mutants(claim):
                tried[name] += 1
                if check(mutant, published=SAID).verdict == Verdict.HOLDS:
                    stayed[name] += 1
                    print(f"stayed true with {name}: {mutant}")
    answered = said["right"] + said["wrong"]
    print(
        f"\n{len(claims)} typed claims, {sum(not c.holds for c in claims)} of them false: "
        f"holds or fails said of {answered}, right {said['right'] / answered:.1%}; "
        f"answered rightly {said['right'] / len(claims):.1%}"
    )
    for name, count in tried.items():
        print(f"{name}: {stayed[name]} of {count} stayed true")
