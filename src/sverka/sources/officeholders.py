"""Who held which office, as Wikidata and Wikipedia had it in 2022: one witness, never enough alone.

Dates are as precise as the file: `1998`, `1998-04`, `1998-04-17`, or empty. Acting holders are not marked.
"""

import csv
from collections.abc import Iterator

import polars as pl

from sverka.errors import SourceError
from sverka.sources import mirror
from sverka.sources.shape import Column, Shape, state

OWNER = "every-politician-scrapers/"
_WORDS = ("cabinet", "ministers", "federal-council")
_NAMES = """
afghanistan AFG armenia ARM austria AUT azerbaijan AZE belarus BLR belgium BEL brazil BRA bulgaria BGR canada CAN
china CHN cyprus CYP czech CZE denmark DNK egypt EGY estonia EST finland FIN france FRA georgia GEO greece GRC
hungary HUN india IND iran IRN iraq IRQ ireland IRL israel ISR italy ITA japan JPN kazakhstan KAZ kyrgyzstan KGZ
latvia LVA lithuania LTU moldova MDA mongolia MNG montenegro MNE netherlands NLD norway NOR pakistan PAK poland POL
portugal PRT romania ROU russia RUS saudi SAU serbia SRB slovakia SVK slovenia SVN south-africa ZAF south-korea KOR
spain ESP sweden SWE swiss CHE syria SYR tajikistan TJK turkey TUR turkmenistan TKM ukraine UKR united-kingdom GBR
us USA uzbekistan UZB vietnam VNM
"""
_STATES = _NAMES.split()
STATES = dict(zip(_STATES[::2], _STATES[1::2], strict=True))

_PARTIAL = r"^(-?\d{4}(-\d\d(-\d\d)?)?)?$"
_DATE = "as precise as the file; empty where none"

SHAPES = {
    "officeholders": Shape(
        "officeholders",
        "One row a state, office, person and term as Wikidata had it. No row says nothing: much is missing.",
        (
            state(null="a repository of the whole world"),
            Column("position", pl.String, "the office, as published"),
            Column("person", pl.String, "name, as published"),
            Column("wikidata", pl.String, "Wikidata id of the person; empty where none"),
            Column("start", pl.String, f"first day, {_DATE}"),
            Column("end", pl.String, f"last day, {_DATE}: still in office, or not known"),
            Column("file", pl.String, "repository and path of the file it stands in"),
        ),
        ("file", "position", "person", "wikidata", "start", "end"),
    ),
    "world_leaders": Shape(
        "world_leaders",
        "One row a country, office, person and term in years: heads of state and government of 2021, and who followed.",
        (
            Column("witness", pl.String, "where it was taken from", allowed=("wikidata", "wikipedia")),
            Column("country", pl.String, "name of the country, as published"),
            Column("position", pl.String, "the office, as published"),
            Column("person", pl.String, "name, as published"),
            Column("wikidata", pl.String, "Wikidata id of the person; empty where none"),
            Column("start_year", pl.Int16, "first year", null="not given"),
            Column("end_year", pl.Int16, "last year", null="still in office in 2022, or not given"),
        ),
        ("witness", "country", "position", "person", "wikidata", "start_year"),
    ),
    "foreign_ministers": Shape(
        "foreign_ministers",
        "One row a foreign minister in office in 2022.",
        (
            Column("country", pl.String, "name of the country, as published"),
            Column("person", pl.String, "name, as published"),
            Column("wikidata", pl.String, "Wikidata id of the person; empty where none"),
            Column("start", pl.String, f"first day, {_DATE}"),
        ),
        ("country", "person"),
    ),
}


def holders() -> pl.DataFrame:
    """Terms of some sixty states' ministers; rows printed several times are kept once."""
    rows = []
    for entry in mirror.registry():
        if not (entry.repository.startswith(OWNER) and entry.path == "html/holders21.csv"):
            continue
        where = f"{entry.repository}/{entry.path}"
        id_ = state_of(entry.repository)
        for row in _rows(where):
            person = (row["position"], row["person"], row["personID"])
            rows.append((id_, *(text.strip() for text in person), _date(row["start"]), _date(row["end"]), where))
    table = pl.DataFrame(rows, schema=SHAPES["officeholders"].schema, orient="row").unique()
    odd = table.filter(~pl.col("start").str.contains(_PARTIAL) | ~pl.col("end").str.contains(_PARTIAL))
    if odd.height:
        raise SourceError("a date is not a year, month or day", where=str(odd.row(0)), todo="look at this row")
    return table


def leaders() -> pl.DataFrame:
    """Heads of state and government, the same from Wikidata and from Wikipedia."""
    rows = []
    for witness, label in (("wikidata", "Label"), ("wikipedia", "label")):
        for row in _rows(f"{OWNER}world-leaders-2021/data/{witness}.csv"):
            rows.append(
                (
                    *(
                        witness,
                        row["country"],
                        row[f"position{label}"],
                        row[f"officeholder{label}"],
                        row["officeholder"],
                    ),
                    *(int(row[column]) if row[column] else None for column in ("start_year", "end_year")),
                )
            )
    return pl.DataFrame(rows, schema=SHAPES["world_leaders"].schema, orient="row").unique()


def foreign_ministers() -> pl.DataFrame:
    """Foreign ministers of 2022 by Wikipedia."""
    rows = [
        (row["countryLabel"], row["name"], row["person"], row["start"])
        for row in _rows(f"{OWNER}world/sources/foreign/scraped.csv")
    ]
    return pl.DataFrame(rows, schema=SHAPES["foreign_ministers"].schema, orient="row").unique()


def state_of(repository: str) -> str | None:
    """The state that a repository such as `every-politician-scrapers/us-cabinet` is about; None for the world's."""
    name = repository.removeprefix(OWNER)
    for word in _WORDS:
        name = name.removesuffix(f"-{word}")
    return STATES.get(name)


def _date(text: str) -> str:
    return text.strip().removesuffix("s")  # one Iraqi ambassador took up his post in the “2014s”


def _rows(path: str) -> Iterator[dict[str, str]]:
    with mirror.open_path(path).open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)
