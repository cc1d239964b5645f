"""Trade between states, as published: one question, every witness, each number with the cell it stands in.

`observations` returns the published rows; `over`, `turnover`, `world` and `partners` add rows up where the file prints
no such number, and keep the rows they added. Nothing is averaged and no missing month is filled in.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import polars as pl

from sverka.errors import SourceError
from sverka.sources.tidy import GROUPS, KEY, UNSPECIFIED, WORLD

COMPILED = "cow-trade"
_NOT_STATES = (WORLD, UNSPECIFIED, *GROUPS)


@dataclass(frozen=True, slots=True)
class Observation:
    """One published number: `value` in US dollars, for the months `month_from`–`month_to` of `year`.

    `basis` is `origin` or `consignment` where the source tells imports apart by them, else empty. `status` is empty,
    `preliminary` (the office says so) or `artefact` (the catalogue says the number is wrong). In the compiled source
    `reporter` is the importer, whoever supplied the figure. `file` is a path inside the source's repository.
    """

    value: float
    reporter: str
    partner: str
    flow: str
    year: int
    month_from: int
    month_to: int
    basis: str
    status: str
    source: str
    file: str
    sheet: str
    cell: str
    unit: str = "USD"

    @property
    def whole_year(self) -> bool:
        """Whether the number is for all twelve months."""
        return (self.month_from, self.month_to) == (1, 12)


@dataclass(frozen=True, slots=True)
class Total:
    """A number for a stretch of one year, and the published rows that are it or add up to it.

    `flow` is `exports`, `imports` or `turnover`; `value` is in US dollars.
    """

    value: float
    reporter: str
    partner: str
    flow: str
    year: int
    month_from: int
    month_to: int
    basis: str
    source: str
    rows: tuple[Observation, ...]
    unit: str = "USD"

    @property
    def status(self) -> str:
        """The gravest status among the rows: `artefact`, `preliminary` or empty."""
        found = {row.status for row in self.rows}
        return next((status for status in ("artefact", "preliminary") if status in found), "")


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a source has: years printed whole, and for other years the months printed singly (or as a stretch)."""

    years: tuple[int, ...]
    months: dict[int, tuple[int, ...]]

    def has(self, year: int, month_from: int = 1, month_to: int = 12) -> bool:
        """Whether the stretch is covered by the year's own row or by all of its months."""
        if (month_from, month_to) == (1, 12) and year in self.years:
            return True
        return set(range(month_from, month_to + 1)) <= set(self.months.get(year, ()))


@cache
def table(name: str) -> pl.DataFrame:
    """A shipped table: `trade`, `cow_trade`, `gdp` or `population`. Loaded once."""
    path = files("sverka.sources") / "snapshot" / f"{name}.parquet"
    if not path.is_file():
        raise SourceError(f"there is no shipped table {name}", todo="type: make snapshot")
    return pl.read_parquet(path.read_bytes())


@cache
def _latest() -> pl.DataFrame:
    trade = table("trade")
    once, several = trade.filter(pl.col("edition") == ""), trade.filter(pl.col("edition") != "")
    latest = pl.col("edition") == pl.col("edition").max().over([column for column in KEY if column != "edition"])
    return pl.concat([once, several.filter(latest)])


def known_reporters() -> tuple[str, ...]:
    """States whose own statistics are in the snapshot; the compiled source has all others to 2014."""
    return tuple(table("trade")["reporter"].unique().sort())


def observations(reporter: str, partner: str, flow: str, years: Iterable[int] | None = None) -> list[Observation]:
    """Every published row on `reporter`'s `exports` to or `imports` from `partner`, whole years and parts of years.

    National sources first, in their latest edition; then, for imports, the compiled source. The partner may be a state,
    `WLD`, `CIS`, `EAEU`, `EU` or `SCO` (the last four as the office adds them up). Empty if nothing is printed.
    """
    by_year = _by_year(reporter, partner, flow)
    wanted = by_year if years is None else [year for year in years if year in by_year]
    return [row for year in wanted for row in by_year[year]]


@lru_cache(maxsize=4096)
def _by_year(reporter: str, partner: str, flow: str) -> dict[int, tuple[Observation, ...]]:
    """All rows of a pair and flow, by year: one search of the tables answers for every year asked later."""
    pair = (pl.col("reporter") == reporter) & (pl.col("partner") == partner)
    rows = _rows(pair & (pl.col("flow") == flow), None) + (_compiled(pair, None) if flow == "imports" else [])
    found: defaultdict[int, list[Observation]] = defaultdict(list)
    for row in rows:
        found[row.year].append(row)
    return {year: tuple(found[year]) for year in sorted(found)}


def over(reporter: str, partner: str, flow: str, year: int, month_from: int = 1, month_to: int = 12) -> list[Total]:
    """One number a source (and basis) for a stretch of a year: the printed one, else the sum of its months.

    A source that lacks a month of the stretch gives nothing.
    """
    groups: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
    for row in observations(reporter, partner, flow, [year]):
        groups[row.source, row.basis].append(row)
    totals = []
    for (source, basis), rows in groups.items():
        printed = [row for row in rows if (row.month_from, row.month_to) == (month_from, month_to)]
        months = [row for row in rows if row.month_from == row.month_to and month_from <= row.month_from <= month_to]
        used = printed[:1] or (months if len(months) == month_to - month_from + 1 else [])
        if used:
            totals.append(_total(used, reporter, partner, flow, basis, source, month_from, month_to))
    return totals


def witnesses(origin: str, destination: str, year: int, month_from: int = 1, month_to: int = 12) -> list[Total]:
    """Goods from `origin` to `destination` as everybody tells it: the exporter, the importer, the compilers."""
    return [
        *over(origin, destination, "exports", year, month_from, month_to),
        *over(destination, origin, "imports", year, month_from, month_to),
    ]


def turnover(reporter: str, partner: str, year: int, month_from: int = 1, month_to: int = 12) -> list[Total]:
    """Exports plus imports of `reporter`, one number a source (and basis of imports) that has both flows.

    From the compiled source, exports are what the partner imported.
    """
    bought = over(reporter, partner, "imports", year, month_from, month_to)
    sold = {total.source: total for total in over(reporter, partner, "exports", year, month_from, month_to)}
    sold |= {
        t.source: t for t in over(partner, reporter, "imports", year, month_from, month_to) if t.source == COMPILED
    }
    return [
        _total([*sold[t.source].rows, *t.rows], reporter, partner, "turnover", t.basis, t.source, month_from, month_to)
        for t in bought
        if t.source in sold
    ]


def partners(reporter: str, flow: str, year: int, source: str, basis: str = "origin") -> list[Total]:
    """States by how much `reporter` traded with them in a whole year, largest first; `flow` may be `turnover`.

    Only from one source, so that the order means something; `catalogue.source(source).partners` says whether all
    partners are listed. A partner without a row for one of the flows counts with the other flow alone in `turnover`.
    Imports are taken on `basis` where the source has two.
    """
    ours, theirs = pl.col("reporter") == reporter, pl.col("partner") == reporter
    if source == COMPILED:
        sold = _compiled(theirs, [year]) if flow != "imports" else []
        bought = _compiled(ours, [year]) if flow != "exports" else []
        pairs = [(row.reporter, row) for row in sold] + [(row.partner, row) for row in bought]
    else:
        wanted = ours & (pl.col("source") == source) & pl.col("basis").is_in(["", basis])
        if flow != "turnover":
            wanted = wanted & (pl.col("flow") == flow)
        rows = _rows(wanted & ~pl.col("partner").is_in(_NOT_STATES), [year])
        whole = {(row.partner, row.flow) for row in rows if row.whole_year}
        months = defaultdict(list)
        for row in rows:
            months[row.partner, row.flow].append(row)
        pairs = [
            (row.partner, row)
            for row in rows
            if row.whole_year or ((row.partner, row.flow) not in whole and len(months[row.partner, row.flow]) == 12)
        ]
    groups: defaultdict[str, list[Observation]] = defaultdict(list)
    for who, row in pairs:
        groups[who].append(row)
    totals = [_total(rows, reporter, who, flow, _basis(rows), source, 1, 12) for who, rows in groups.items()]
    return sorted(totals, key=lambda total: (-total.value, total.partner))


def world(reporter: str, flow: str, year: int, source: str, basis: str = "origin") -> Total | None:
    """`reporter`'s whole `exports`, `imports` or `turnover` of a year: the printed total, else the sum of all rows.

    The sum includes what the office attributes to no partner. None where the source lists only some partners and prints
    no total, or lacks the year.
    """
    from sverka.sources import catalogue

    flows = ("exports", "imports") if flow == "turnover" else (flow,)
    used: list[Observation] = []
    for one in flows:
        wanted = (pl.col("reporter") == reporter) & (pl.col("source") == source) & (pl.col("flow") == one)
        rows = [row for row in _rows(wanted & pl.col("basis").is_in(["", basis]), [year]) if row.whole_year]
        printed = [row for row in rows if row.partner == WORLD]
        complete = catalogue.source(source).partners == "all" and source != COMPILED
        added = [row for row in rows if row.partner not in (WORLD, *GROUPS)] if complete else []
        if not (printed or added):
            return None
        used += printed or added
    return _total(used, reporter, WORLD, flow, _basis(used), source, 1, 12)


def coverage(source: str, reporter: str, flow: str, partner: str | None = None) -> Coverage:
    """Years and months for which a source has any row of `reporter`'s flow, or a row with one partner.

    For `exports` the compiled source is asked for what the others imported from `reporter`.
    """
    if source == COMPILED:
        mine, other = ("partner", "reporter") if flow == "exports" else ("reporter", "partner")
        rows = table("cow_trade").filter(pl.col(mine) == reporter)
        if partner:
            rows = rows.filter(pl.col(other) == partner)
        return Coverage(tuple(rows["year"].unique().sort()), {})
    rows = _latest().filter((pl.col("source") == source) & (pl.col("reporter") == reporter) & (pl.col("flow") == flow))
    if partner:
        rows = rows.filter(pl.col("partner") == partner)
    spans = rows.select("year", "month_from", "month_to").unique().rows()
    months: defaultdict[int, set[int]] = defaultdict(set)
    for year, first, last in spans:
        if (first, last) != (1, 12):
            months[year] |= set(range(first, last + 1))
    years = sorted(year for year, first, last in spans if (first, last) == (1, 12))
    return Coverage(tuple(years), {year: tuple(sorted(found)) for year, found in sorted(months.items())})


def _rows(wanted: pl.Expr, years: Iterable[int] | None) -> list[Observation]:
    found = _latest().filter(_within(wanted, years)).rename({"value_usd": "value"})
    return [Observation(**row) for row in found.drop("edition").rows(named=True)]


def _compiled(wanted: pl.Expr, years: Iterable[int] | None) -> list[Observation]:
    from sverka.sources.cow_trade import FILE, FRAME

    return [
        Observation(value, buyer, seller, "imports", year, 1, 12, "", status, COMPILED, FILE, FRAME, cell)
        for buyer, seller, year, value, row, column, status in table("cow_trade").filter(_within(wanted, years)).rows()
        for cell in (f"row {row}, flow{column}",)
    ]


def _within(wanted: pl.Expr, years: Iterable[int] | None) -> pl.Expr:
    return wanted if years is None else wanted & pl.col("year").cast(pl.Int64).is_in(list(years))


def _basis(rows: Iterable[Observation]) -> str:
    return max((row.basis for row in rows), default="")


def _total(
    rows: list[Observation],
    reporter: str,
    partner: str,
    flow: str,
    basis: str,
    source: str,
    month_from: int,
    month_to: int,
) -> Total:
    value = round(sum(row.value for row in rows), 2)
    return Total(value, reporter, partner, flow, rows[0].year, month_from, month_to, basis, source, tuple(rows))
