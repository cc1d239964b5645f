"""Both languages say everything, with the same gaps to fill."""

import re

from sverka.web.words import _book


def test_both_languages_have_the_same_words():
    russian, english = _book("ru"), _book("en")
    assert set(russian) == set(english)
    for code, text in russian.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", english[code])), code
        assert text.strip() and english[code].strip(), code


def test_no_word_holds_markup():
    for language in ("ru", "en"):
        assert not [code for code, text in _book(language).items() if re.search(r"</?\w+>", text)]
