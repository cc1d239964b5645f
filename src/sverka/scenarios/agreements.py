"""Trade agreements in force in a year: which pairs of states each ties, since when, and how deep it goes.

Blocs that the record knows (`blocs.csv`) tie their members by the record's dates; all other agreements are the treaties
that DESTA dates and the World Trade Organization lists. How deep an agreement goes is one of three kinds: `partial`
(preferences on some goods), `fta` (free trade), `customs_union`. Customs unions and partial agreements are listed in
`treaties.csv`; what is not listed there is a free trade agreement. Preferences given by one side only are left out.
Two states may suspend what they agreed without leaving it: `suspensions.csv`.
"""

import csv
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from sverka.errors import InputError
from sverka.record import organizations

if TYPE_CHECKING:
    import polars as pl

Pair: TypeAlias = tuple[str, str]
#: Kinds of agreements from the shallowest to the deepest; in a table of depths, 0 is none and 1, 2, 3 are these.
KINDS = ("partial", "fta", "customs_union")
_MAKING = ("base_treaty", "accession", "consolidated")


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement: its id (a bloc of the record, or `desta:NUMBER`), its name, its kind, and the pairs it ties (the
    two ids in order), each with the year since when."""

    id: str
    name: str
    kind: str
    pairs: Mapping[Pair, int]

    @property
    def is_bloc(self) -> bool:
        """Whether the record knows it by this id."""
        return not self.id.startswith("desta:")

    @property
    def members(self) -> tuple[str, ...]:
        """Everybody it ties to somebody, sorted."""
        return tuple(sorted({state for pair in self.pairs for state in pair}))


@dataclass(frozen=True, slots=True)
class Bloc:
    """A bloc of the record that is a trade agreement: its kind, the first year of its effect, DESTA's treaties of it,
    which the record's dates stand in for."""

    id: str
    kind: str
    since: int
    treaties: tuple[str, ...]


@cache
def blocs() -> dict[str, Bloc]:
    """Blocs of the record that are trade agreements, by id."""
    return {
        row["bloc"]: Bloc(row["bloc"], row["kind"], int(row["since"]), tuple(row["treaties"].split("|")))
        for row in _rows("blocs.csv")
    }


@cache
def _kinds() -> dict[str, str]:
    return {row["treaty"]: row["kind"] for row in _rows("treaties.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    with (files("sverka.scenarios") / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def in_force(states: Iterable[str], year: int) -> tuple[Agreement, ...]:
    """Every agreement among these states on the last day of a year: the record's blocs first, then DESTA's treaties.

    Raises SourceError where the table of agreements was not pulled.
    """
    known = frozenset(states)
    ours = (_of_record(bloc, known, year) for bloc in blocs().values() if bloc.since <= year)
    found = [agreement for agreement in ours if agreement.pairs] + _of_desta(known, year)
    halted = _suspended(year)
    left = (_without(agreement, halted) if halted else agreement for agreement in found)
    return tuple(agreement for agreement in left if agreement.pairs)


def _suspended(year: int) -> dict[Pair, int]:
    """Pairs that had suspended what they agreed before, at the end of the year, with the year of the suspension."""
    day = f"{year}-12-31"
    rows = [row for row in _rows("suspensions.csv") if row["start"] <= day and (not row["end"] or row["end"] > day)]
    return {ordered(row["one"], row["two"]): int(row["start"][:4]) for row in rows}


def _without(agreement: Agreement, halted: Mapping[Pair, int]) -> Agreement:
    """The agreement without the pairs that suspended it after they had made it."""
    pairs = {p: since for p, since in agreement.pairs.items() if not (p in halted and since <= halted[p])}
    return Agreement(agreement.id, agreement.name, agreement.kind, pairs)


def ordered(one: str, two: str) -> Pair:
    """The pair with its ids in order."""
    return (one, two) if one < two else (two, one)


def _of_record(bloc: Bloc, known: frozenset[str], year: int) -> Agreement:
    spells = organizations.memberships(bloc.id, on=date(year, 12, 31))
    began = {
        spell.state: max(bloc.since, spell.period.start.year if spell.period.start else 0)
        for spell in spells
        if spell.status in organizations.FULL and spell.state in known
    }
    pairs = {(one, two): max(began[one], began[two]) for one in sorted(began) for two in sorted(began) if one < two}
    return Agreement(bloc.id, organizations.organization(bloc.id)["name_en"], bloc.kind, pairs)


def _of_desta(known: frozenset[str], year: int) -> list[Agreement]:
    """Treaties of DESTA that no bloc of the record stands in for."""
    ours = {number for bloc in blocs().values() for number in bloc.treaties}
    found = []
    for number, name, ones, twos, years in _tied(year).iter_rows():
        kind = _kinds().get(number, "fta")
        rows = zip(ones, twos, years, strict=True)
        pairs = {(one, two): since for one, two, since in rows if one in known and two in known}
        if pairs and kind != "none" and number not in ours:
            found.append(Agreement(f"desta:{number}", name, kind, pairs))
    return found


@cache
def _tied(year: int) -> "pl.DataFrame":
    """Columns `base_treaty`, `name`, and the lists `one`, `two`, `from`: treaties in force with the pairs they tie."""
    import polars as pl

    from sverka.sources.store import table

    entries = table("desta").drop_nulls("id")
    listed = entries.filter(pl.col("wto_listed") | pl.col("base_treaty").is_in(list(_kinds())))["base_treaty"].unique()
    entries = entries.filter(pl.col("base_treaty").is_in(listed.to_list()))
    names = entries.sort("number").group_by("base_treaty").agg(pl.col("name").first())
    made = _pairs(entries.filter(pl.col("entry_type").is_in(_MAKING) & (pl.col("in_force") <= year)), "in_force")
    left = _pairs(entries.filter(pl.col("entry_type") == "withdrawal"), "signed")
    left = left.group_by("base_treaty", "one", "two").agg(pl.col("from").max().alias("left"))
    made = made.group_by("base_treaty", "one", "two").agg(pl.col("from").min())
    gone = (pl.col("left") >= pl.col("from")) & (pl.col("left") <= year)
    alive = made.join(left, on=["base_treaty", "one", "two"], how="left").filter(~gone.fill_null(False))
    grouped = alive.sort("one", "two").group_by("base_treaty").agg("one", "two", "from")
    return grouped.join(names, on="base_treaty").sort("base_treaty").select("base_treaty", "name", "one", "two", "from")


def _pairs(entries: "pl.DataFrame", moment: str) -> "pl.DataFrame":
    """Pairs that an entry ties: all its members if no side is named, else those on different sides."""
    import polars as pl

    members = entries.select("number", "base_treaty", "id", pl.col("side").fill_null(0), pl.col(moment).alias("from"))
    members = members.with_columns((pl.col("side").max().over("number") == 0).alias("open"))
    return (
        members.join(members.select("number", "id", "side"), on="number")
        .filter((pl.col("id") < pl.col("id_right")) & (pl.col("open") | (pl.col("side") != pl.col("side_right"))))
        .select("base_treaty", "from", one="id", two="id_right")
    )


def depths(states: Sequence[str], agreements: Iterable[Agreement]) -> npt.NDArray[np.int8]:
    """The deepest agreement of every pair as an (N, N) symmetric table: 0 none, else 1 + its place in `KINDS`."""
    place = {state: at for at, state in enumerate(states)}
    table = np.zeros((len(place), len(place)), dtype=np.int8)
    for agreement in agreements:
        rank = 1 + KINDS.index(agreement.kind)
        for one, two in agreement.pairs:
            i, j = place[one], place[two]
            table[i, j] = table[j, i] = max(table[i, j], rank)
    return table


def digest(agreements: Iterable[Agreement]) -> str:
    """SHA-256 of which pairs are tied by which kind of agreement."""
    told = [
        (a.id, a.kind, *(f"{one} {two} {since}" for (one, two), since in sorted(a.pairs.items()))) for a in agreements
    ]
    return hashlib.sha256(repr(sorted(told)).encode()).hexdigest()


def find(agreements: Sequence[Agreement], bloc: str, year: int) -> Agreement:
    """The agreement with this id, or with this abbreviation at the end of its name; a treaty and its revision are one.

    Raises InputError: an organization that is no trade agreement, one with no two members in the data in that year, or
    words that fit none.
    """
    wanted = organizations.resolve(bloc)
    same = [a for a in agreements if wanted in (a.id, a.id.removeprefix("desta:"))]
    if not organizations.exists(wanted):
        # a treaty's abbreviation stands in brackets: "East African Community (EAC)"
        named = [a for a in agreements if a.name.casefold().endswith(f"({bloc})".casefold())]
        # "MERCOSUR Southern African Customs Union (SACU)" is a treaty with the bloc, not the bloc
        same = same or [a for a in named if len(a.name) == min(len(b.name) for b in named)]
        same = same or [a for a in agreements if a.name.casefold() == bloc.casefold()]
    if same:
        deepest = max(same, key=lambda a: (KINDS.index(a.kind), len(a.pairs)))
        pairs = {p: min(a.pairs[p] for a in same if p in a.pairs) for a in same for p in a.pairs}
        return Agreement(deepest.id, deepest.name, deepest.kind, pairs)
    ours = ", ".join(a.id for a in agreements if a.is_bloc) or "those of a later year"
    if wanted in blocs():
        problem = f"{bloc} had no two members with recorded trade at the end of {year}"
        raise InputError(problem, where="bloc", todo=f"choose another year, or one of {ours}")
    if organizations.exists(wanted):
        problem = f"{bloc} is no trade agreement here, so no effect of it on trade was estimated"
        raise InputError(problem, where="bloc", todo=f"choose one of {ours}, or cut trade with kind = sanction")
    problem = f"no trade agreement is called {bloc[:40]} at the end of {year}"
    raise InputError(problem, where="bloc", todo=f"choose one of {ours}, or write a treaty of DESTA's as desta:604")
