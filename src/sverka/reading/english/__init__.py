"""English: a careful reader by rules on words, clause boundaries and lexicons; it leaves out what it is not sure of."""

from sverka.reading.english.lemmas import lemma
from sverka.reading.english.reader import names_in, read_english

__all__ = ["lemma", "names_in", "read_english"]
