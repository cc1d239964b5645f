"""The tables of states hold together, say where they come from, and are whole for the present."""

import functools
import re
from collections import defaultdict
from itertools import pairwise

import pymorphy3
import pytest
import rumorph

from .rows import RECORD, table

TABLES = {
    "states": ["id", "name_en", "name_ru", "official_en", "official_ru", "iso2", "iso_numeric", "successors"],
    "state_spans": ["system", "code", "abbreviation", "id", "start", "end"],
    "capitals": ["state", "name_en", "name_ru", "start", "end"],
    "state_names": ["state", "language", "form", "text"],
}
PROVENANCE = ["source", "checked", "verified", "note"]
KEYS = {
    "states": ("id",),
    "state_spans": ("system", "code", "id", "start"),
    "capitals": ("state", "name_en", "name_ru", "start"),
    "state_names": ("state", "language", "form", "text"),
}
FORMS = {
    *("name", "official", "abbreviation", "alias", "adjective", "prefix"),
    *("demonym_m", "demonym_f", "demonym_pl", "government", "metonym"),
}
COUNT_OF_STATES_NOW = 193 + 4  # members of the UN, and PSE, TWN, VAT, XKX

Row = dict[str, str]


def live_states() -> list[str]:
    """States of the present: those with an open legal life-span."""
    return [row["id"] for row in table("state_spans") if row["system"] == "ISO" and not row["end"]]


def first_day(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :] if date else "0000-01-01"


def last_day(date: str) -> str:
    return date + "-12-31"[len(date) - 4 :] if date else "9999-12-31"


def texts(state: str, language: str, *forms: str) -> list[str]:
    return [r["text"] for r in names_of(state) if r["language"] == language and r["form"] in forms]


@functools.cache
def names_by_state() -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in table("state_names"):
        grouped[row["state"]].append(row)
    return grouped


def names_of(state: str) -> list[Row]:
    return names_by_state().get(state, [])


# -- form ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_those_agreed_and_lines_end_in_a_line_feed(name: str) -> None:
    raw = (RECORD / f"{name}.csv").read_bytes()
    header = raw.split(b"\n", 1)[0].decode()
    assert header.split(",") == TABLES[name] + PROVENANCE
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


@pytest.mark.parametrize("name", TABLES)
def test_no_row_is_entered_twice(name: str) -> None:
    keys = [tuple(row[column] for column in KEYS[name]) for row in table(name)]
    assert sorted(k for k in set(keys) if keys.count(k) > 1) == []


@pytest.mark.parametrize("name", TABLES)
def test_every_row_names_its_source_and_memory_is_never_verified(name: str) -> None:
    for row in table(name):
        assert re.match(r"(mirror:\S+/\S+|package:\S+ \S+|page:https?://\S+ \(.+\)|memory$)", row["source"]), row
        assert row["verified"] in {"yes", "no"}, row
        assert not (row["source"] == "memory" and row["verified"] == "yes"), row


@pytest.mark.parametrize("name", ["states", "capitals", "state_names"])
def test_spelling_is_canonical(name: str) -> None:
    """One apostrophe (’), no ё, no stray spaces: the reader folds the text it reads the same way."""
    for row in table(name):
        for column in TABLES[name]:
            value = row[column]
            assert value == value.strip(), row
            assert not re.search("['ёЁ\u0301]|  ", value), row


def test_dates_are_iso_and_in_order() -> None:
    for name in ("state_spans", "capitals"):
        for row in table(name):
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", row["start"]), row
            assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", row["end"]), row
            assert first_day(row["start"]) <= last_day(row["end"]), row


# -- references ---------------------------------------------------------------------------------------------------


def test_no_table_speaks_of_a_state_that_is_not_listed() -> None:
    known = {row["id"] for row in table("states")}
    mentioned = {row["id"] for row in table("state_spans")}
    mentioned |= {row["state"] for row in table("capitals")} | {row["state"] for row in table("state_names")}
    mentioned |= {s for row in table("states") for s in row["successors"].split("|") if s}
    assert mentioned - known == set()


def test_every_state_has_a_life_span_and_a_name_in_both_languages() -> None:
    spans = {row["id"] for row in table("state_spans")}
    for row in table("states"):
        assert (row["id"] in spans) != row["note"].startswith("territory"), row
        assert row["name_en"] in texts(row["id"], "en", "name")
        assert row["name_ru"] in texts(row["id"], "ru", "name")


def test_states_that_are_gone_name_their_successors() -> None:
    open_spans = {row["id"] for row in table("state_spans") if not row["end"]}
    for row in table("states"):
        gone = row["id"] not in open_spans and not row["note"].startswith("territory")
        assert bool(row["successors"]) == gone, row


def test_codes_name_one_state_on_any_day() -> None:
    by_code: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in table("state_spans"):
        by_code[row["system"], row["code"] or row["id"]].append(row)
    for rows in by_code.values():
        if rows[0]["system"] == "ISO":  # ISO gave 891 to Yugoslavia and then to Serbia and Montenegro
            rows = [row for row in rows if row["id"] == rows[0]["id"]]
        ordered = sorted(rows, key=lambda row: first_day(row["start"]))
        for before, after in pairwise(ordered):
            assert last_day(before["end"]) < first_day(after["start"]), (before, after)


@pytest.mark.parametrize("system", ["COW", "GW"])
@pytest.mark.parametrize(
    ("code", "date", "expected"),
    [
        ("365", "1914-07-28", "RUS"),
        ("365", "1945-05-09", "SUN"),
        ("365", "1991-12-25", "SUN"),
        ("365", "1991-12-26", "RUS"),
        ("345", "1980-05-04", "YUG"),
        ("345", "2004-01-01", "SCG"),
        ("255", "1914-08-01", "DEU"),
        ("260", "1980-01-01", "DEU"),
        ("265", "1980-01-01", "DDR"),
        ("678", "1980-01-01", "YEM"),
        ("680", "1980-01-01", "YMD"),
        ("816", "1975-01-01", "VDR"),
        ("816", "1980-01-01", "VNM"),
        ("315", "1968-08-21", "CSK"),
        ("316", "1993-01-01", "CZE"),
    ],
)
def test_a_code_that_outlived_a_state_is_read_at_the_date(system: str, code: str, date: str, expected: str) -> None:
    assert ids_at(system, code, date) == {expected}


def test_serbia_before_and_after_yugoslavia() -> None:
    assert ids_at("COW", "345", "1900-01-01") == {"SRB"}
    assert ids_at("COW", "345", "2010-01-01") == {"SRB"}
    assert ids_at("GW", "340", "1900-01-01") == {"SRB"}
    assert ids_at("GW", "340", "2010-01-01") == {"SRB"}


def ids_at(system: str, code: str, date: str) -> set[str]:
    return {
        row["id"]
        for row in table("state_spans")
        if (row["system"], row["code"]) == (system, code) and row["start"] <= date <= last_day(row["end"])
    }


# -- completeness -------------------------------------------------------------------------------------------------


def test_the_present_is_whole() -> None:
    states = live_states()
    assert len(states) == len(set(states)) == COUNT_OF_STATES_NOW


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_state_of_today_has_adjective_and_demonym(language: str) -> None:
    missing = [
        (state, form)
        for state in live_states()
        for form in ("adjective", "demonym_m", "demonym_pl")
        if not texts(state, language, form)
    ]
    assert missing == []


def test_every_state_of_today_has_a_capital_named_in_both_languages() -> None:
    present = {row["state"] for row in table("capitals") if not row["end"] and row["name_en"] and row["name_ru"]}
    assert set(live_states()) - present == set()


@pytest.mark.parametrize(
    ("state", "language", "text"),
    [
        ("RUS", "ru", "РФ"),
        ("USA", "ru", "США"),
        ("KGZ", "ru", "Кыргызстан"),
        ("BLR", "ru", "Белоруссия"),
        ("KOR", "ru", "Республика Корея"),
        ("SUN", "ru", "советский"),
        ("KAZ", "ru", "казахстанско"),
        ("USA", "ru", "Белый дом"),
        ("CHN", "ru", "Поднебесная"),
        ("TUR", "en", "Turkey"),
        ("CZE", "en", "Czech Republic"),
        ("RUS", "en", "the Kremlin"),
    ],
)
def test_words_of_the_press_are_there(state: str, language: str, text: str) -> None:
    assert text in {row["text"] for row in names_of(state) if row["language"] == language}


def test_forms_and_languages_are_of_the_agreed_set() -> None:
    assert {row["form"] for row in table("state_names")} == FORMS
    assert {row["language"] for row in table("state_names")} == {"ru", "en"}


def test_each_state_has_one_name_a_language() -> None:
    for state in names_by_state():
        assert len(texts(state, "ru", "name")) == len(texts(state, "en", "name")) == 1


def test_a_word_shared_by_two_states_says_so() -> None:
    owners: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    rows = table("state_names")
    for row in rows:
        owners[row["language"], row["text"].lower(), row["form"] == "prefix"].add(row["state"])
    for row in rows:
        shared = owners[row["language"], row["text"].lower(), row["form"] == "prefix"]
        said = re.match(r"ambiguous: ([A-Z|]+)", row["note"])
        assert (set(said[1].split("|")) if said else {row["state"]}) == shared, row


def test_capitals_on_a_day_of_renaming_and_moving() -> None:
    def at(state: str, date: str) -> set[str]:
        return {
            row["name_ru"]
            for row in table("capitals")
            if row["state"] == state and first_day(row["start"]) <= date <= last_day(row["end"])
        }

    assert at("KAZ", "1995-01-01") == {"Алматы", "Алма-Ата"}
    assert at("KAZ", "1998-01-01") == {"Акмола"}
    assert at("KAZ", "2018-01-01") == {"Астана"}
    assert at("KAZ", "2020-01-01") == {"Нур-Султан"}
    assert at("KAZ", "2023-01-01") == {"Астана"}
    assert at("DEU", "1980-01-01") == {"Бонн"}
    assert at("SUN", "1980-01-01") == at("RUS", "2020-01-01") == {"Москва"}


def test_russian_adjectives_and_demonyms_inflect() -> None:
    """Each adjective parses as an adjective; words no dictionary knows are marked, for the reader must guess them."""
    oracle, analyzer = pymorphy3.MorphAnalyzer(), rumorph.Analyzer()
    for row in table("state_names"):
        if row["language"] != "ru" or row["form"] not in {"adjective", "demonym_m", "demonym_f", "demonym_pl"}:
            continue
        parts = row["text"].lower().split("-")
        unknown = not all(oracle.word_is_known(part) or analyzer.is_known(part) for part in parts)
        assert ("unknown to pymorphy3 and rumorph" in row["note"]) == unknown, row
        tags = [parse.tag for parse in oracle.parse(row["text"].lower())]
        if row["form"] == "adjective":
            assert any("ADJF" in tag and "masc" in tag and "nomn" in tag for tag in tags), row
        if row["form"] == "demonym_pl" and not unknown:
            assert any("plur" in tag and "nomn" in tag for tag in tags), row
