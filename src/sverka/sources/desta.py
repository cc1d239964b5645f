"""Trade agreements and their members: DESTA (Design of Trade Agreements), 1948–2020."""

import csv

import polars as pl

from sverka.sources import mirror
from sverka.sources.shape import Column, Shape

FILE = "data-raw/agreements/DESTA/DESTA.csv"
_KINDS = ("base_treaty", "accession", "withdrawal", "consolidated", "negotiation", "protocol or amendment")
_NUMERIC = {"900": "XKX"}
"""DESTA's own code for Kosovo, which ISO does not number."""

SHAPES = {
    "desta": Shape(
        "desta",
        "One row an entry (treaty, accession, withdrawal, consolidation, protocol or talks) and member. Two members "
        "are tied by an entry if every side is 0, else if their sides differ. No entry: no agreement known to DESTA.",
        (
            Column("number", pl.String, "DESTA's number of the entry; `171+1` is an accession to 171"),
            Column("iso_numeric", pl.Int16, "the member's ISO 3166 number, as published"),
            Column(
                "id",
                pl.String,
                "id of the state the number means today; DESTA lists a gone state under its successor, Yugoslavia as "
                "Serbia and Czechoslovakia as the Czech Republic",
                null="a territory, or not a state in ISO 3166",
            ),
            Column(
                "side",
                pl.Int8,
                "0 a party like the others; 1 the country on one side, or joining or leaving; 2, 3 blocs",
                null="not given (Armenia, Seychelles)",
            ),
            Column("base_treaty", pl.String, "number of the treaty that the entry belongs to"),
            Column("name", pl.String, "name of the entry, as published"),
            Column("entry_type", pl.String, "what the entry is", allowed=_KINDS),
            Column("signed", pl.Int16, "year of signature", null="not signed: a negotiation"),
            Column("in_force", pl.Int16, "year of entry into force", null="not in force by 2020, or not known"),
            Column("region", pl.String, "where the members are", null="not given"),
            Column("wto_listed", pl.Boolean, "whether the World Trade Organization lists it", null="not given"),
        ),
        ("number", "iso_numeric"),
    )
}


def members() -> pl.DataFrame:
    """Entries with their members, one a row."""
    ids = _ids()
    with mirror.open_path(FILE).open(encoding="utf-8", newline="") as lines:
        entries = list(csv.DictReader(lines, delimiter=";"))
    rows = []
    for entry in entries:
        signed = _number(entry["year"])
        for i in range(1, 92):
            code = entry[f"c{i}"]
            if code == "NA":
                continue
            rows.append(
                (
                    *(entry["number"], int(code), ids.get(code), _number(entry[f"mc{i}"])),
                    *(entry["base_treaty"], entry["name"].strip(), entry["entry_type"]),
                    *(signed, _number(entry["entryforceyear"]), _text(entry["regioncon"])),
                    {"1": True, "0": False}.get(entry["wto_listed"]),
                )
            )
    table = pl.DataFrame(rows, schema=SHAPES["desta"].schema, orient="row")
    return table.unique(["number", "iso_numeric"], keep="first", maintain_order=True)  # Belize stands twice in one list


def _ids() -> dict[str, str]:
    from sverka.record.tables import rows

    return {row["iso_numeric"].lstrip("0"): row["id"] for row in rows("states") if row["iso_numeric"]} | _NUMERIC


def _number(text: str) -> int | None:
    return None if text == "NA" else int(text)


def _text(text: str) -> str | None:
    return None if text == "NA" else text
