"""Every code has words in both languages, and every state of the record is declined."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import sverka.checking
from sverka.checking.finding import Outcome, Verdict
from sverka.checking.metrics import RELATIONS
from sverka.claims.vocabulary import EVENT_TYPES, FORMS, METRICS, OFFICES, STATUSES
from sverka.record import rows
from sverka.reports.cards import definition_name
from sverka.reports.words import LANGUAGES, Language, case, name, say, spoken
from sverka.sources.catalogue import sources

BOOKS = {
    language: tomllib.loads((files("sverka.reports.words") / f"{language}.toml").read_text(encoding="utf-8"))
    for language in LANGUAGES
}
#: Sections in which one language needs words that the other does without.
OWN = {"gender", "by", "producer", "unit", "was", "rose", "fell", "highest", "lowest", "subject"}
CODES = {
    "verdict": tuple(Verdict),
    "verdict_help": tuple(Verdict),
    "outcome": tuple(Outcome),
    "metric": METRICS,
    "event": EVENT_TYPES,
    "status": STATUSES,
    "form": FORMS,
    "office": OFFICES,
    "reason": ("thesis", "planned", "hypothetical", "unsure", "rival", "no_date", "future", "no_source"),
    "note": (
        *("artefact", "preliminary", "unverified", "complete", "gaps", "by_year", "known_difference"),
        *sorted({note.kind for source in sources().values() for note in source.notes}),
    ),
    "definition": (
        *("defence", "votes", "portfolio", "shared_organizations", "per_gdp", "roll_call"),
        *("share.turnover", "share.exports", "share.imports"),
    ),
    "ask": ("pull", *sorted(RELATIONS)),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", CODES)
def test_every_code_has_words(section: str, language: Language) -> None:
    assert [code for code in CODES[section] if str(code) not in BOOKS[language][section]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_definition_that_checking_names_has_words(language: Language) -> None:
    folder = Path(sverka.checking.__file__).parent / "definitions"
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    ids = set(re.findall(r'Definition\(\s*"([a-z_.]+)"', source))
    assert ids
    unknown = {part for id_ in ids for part in id_.split(".") if id_ not in BOOKS[language]["definition"]}
    assert unknown - set(BOOKS[language]["definition"]) == set()


@pytest.mark.parametrize("metric", METRICS)
def test_whoever_knows_a_metric_is_named(metric: str) -> None:
    assert metric in BOOKS["ru"]["ask"] or metric.split(".")[0] in BOOKS["ru"]["ask"]


def test_both_languages_have_the_same_words_with_the_same_places_to_fill() -> None:
    for section in set(BOOKS["ru"]) - OWN:
        assert set(BOOKS["ru"][section]) == set(BOOKS["en"][section]), section
    for section in ("ui", "correction", "margin", "allowed", "fact", "ask"):
        for code, words in BOOKS["ru"][section].items():
            assert fields(words) >= fields(BOOKS["en"][section][code]) - {"org", "state"}, (section, code)


def fields(words: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", words))


def test_every_state_of_the_record_is_declined() -> None:
    declined = {row["id"] for row in _cases()}
    assert {row["id"] for row in rows("states")} - declined == set()


def _cases() -> list[dict[str, str]]:
    import csv

    with (files("sverka.reports.words") / "cases.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_prepositions_belong_to_the_name() -> None:
    assert case("FRA", "to", "ru") == "во Францию"
    assert case("CUB", "from", "ru") == "с Кубы"
    assert case("SVK", "with", "ru") == "со Словакией"
    assert case("EAEU", "from", "ru") == "из ЕАЭС"
    assert case("KAZ", "genitive", "en") == "of Kazakhstan"


def test_persons_are_spelled_in_the_alphabet_of_the_report() -> None:
    assert name("person:Токаев", "en") == "Tokayev"
    assert name("person:Tokayev", "ru") == "Токаев"
    assert name("person:Никтоневедомый", "en") == "Никтоневедомый"


def test_parts_of_a_definition_are_said_one_by_one() -> None:
    assert definition_name("share.exports.origin", "en") == "share of exports, imports by country of origin"
    assert definition_name("stated.others", "ru") == "как сказано, по данным других ведомств"


def test_reports_of_other_languages_are_english() -> None:
    assert [spoken(code) for code in ("ru", "en", "other", None)] == ["ru", "en", "en", "en"]


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert say("note", "new_code", "ru") == "new_code"
