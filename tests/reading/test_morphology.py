"""Words and models agree with the libraries they are taken from, and with an older one."""

import pymorphy3
import pytest

from sverka.reading import weights
from sverka.reading.analysis import analyse
from sverka.reading.inflection import genitive, like, nominative
from sverka.reading.morphology import forms, lemma, plain_letters
from sverka.reading.segmentation import segments
from sverka.record import rows

TEXT = (
    "Президент Казахстана Касым-Жомарт Токаев заявил, что товарооборот с Россией вырос на 5,6 %. "
    "Стороны обсудили поставки газа через Узбекистан и совместные учения ОДКБ. Армения не согласилась."
)


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        ("стали", "NOUN", "сталь"),
        ("стали", "VERB", "стать"),
        ("Союза", "NOUN", "союз"),
        ("Казахстаном", "PROPN", "казахстан"),
        ("млрд", "NOUN", "миллиард"),
        ("ещё", "ADV", "еще"),
    ],
)
def test_lemmas(word: str, pos: str, expected: str) -> None:
    assert lemma(word, pos) == expected


def test_forms_of_state_names_include_those_of_pymorphy() -> None:
    oracle = pymorphy3.MorphAnalyzer()
    checked = 0
    for row in rows("state_names"):
        name = row["text"]
        if (row["language"], row["form"]) != ("ru", "name") or not name.isalpha() or not oracle.word_is_known(name):
            continue
        parse = next((p for p in oracle.parse(name) if "Geox" in p.tag and p.tag.case == "nomn"), None)
        if parse is None:
            continue
        number = {parse.tag.number} - {None}
        theirs = {form for case in ("gent", "datv", "ablt", "loct") if (form := parse.inflect({case} | number))}
        missing = {plain_letters(form.word) for form in theirs} - forms(name)
        assert not missing, name
        checked += 1
    assert checked > 80


def test_a_plural_name_has_no_singular_forms() -> None:
    assert "штатов" in forms("Штаты")
    assert "штата" not in forms("Штаты")


def test_the_models_say_what_slovnet_says() -> None:
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    sentences = [[word for _, _, word in piece] for piece in segments(TEXT)]
    ours = weights.tag(sentences)
    navec = Navec.load(weights._path(weights._NAVEC))
    morph = Morph.load(weights._path(weights._MORPH)).navec(navec)
    syntax = Syntax.load(weights._path(weights._SYNTAX)).navec(navec)
    assert [t.grammar for t in ours] == [[token.tag for token in m.tokens] for m in morph.map(sentences)]
    assert [t.relations for t in ours] == [[token.rel for token in m.tokens] for m in syntax.map(sentences)]
    names = NER.load(weights._path(weights._NER)).navec(navec)
    theirs = [[(s.start, s.stop, s.type) for s in markup.spans] for markup in names.map([TEXT])]
    assert [(e.start, e.end, e.kind) for e in analyse(TEXT).entities] == theirs[0]


def test_no_part_of_the_package_imports_natasha() -> None:
    import sys

    analyse(TEXT)
    assert "natasha" not in sys.modules


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Лейбористской партии Австралии", "Лейбористская партия Австралии"),
        ("генерального секретаря", "генеральный секретарь"),
        ("министром иностранных дел", "министр иностранных дел"),
        ("Центральном банке", "Центральный банк"),
    ],
)
def test_phrases_in_the_nominative(phrase: str, expected: str) -> None:
    assert nominative(analyse(f"Речь шла о {phrase}.", language="ru").sentences[0].tokens[3:-1]) == expected


def test_phrases_in_the_genitive() -> None:
    tokens = analyse("Он возглавил Торговую палату России.").sentences[0].tokens[2:-1]
    assert genitive(tokens) == "Торговой палаты России"


@pytest.mark.parametrize(
    ("model", "word", "expected"),
    [("Союза", "союз", "Союз"), ("МИДа", "мид", "МИД"), ("посла", "посол", "посол"), ("РАНХиГС", "ранхигс", "РАНХиГС")],
)
def test_capitals_are_kept(model: str, word: str, expected: str) -> None:
    assert like(model, word) == expected
