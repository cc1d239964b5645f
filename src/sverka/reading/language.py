"""Which language a text is in: `ru`, `en` or `other`, from its letters and its commonest words."""

import re

#: Enough to decide; a longer text is judged by its beginning and its middle.
_SAMPLE = 12_000
_CYRILLIC = re.compile("[а-яё]+", re.IGNORECASE)
_LATIN = re.compile("[a-z\u00c0-\u024f]+", re.IGNORECASE)
_FOREIGN_CYRILLIC = re.compile("[іїєґўђјљњћџәғқңөұүһҷӣӯҳ]", re.IGNORECASE)
_WORD = re.compile(r"(?<!\d-)[^\W\d_]+")  # «40-е» has no Bulgarian «е» in it
_RUSSIAN = frozenset(
    re.findall(
        r"\w+", "и в не на что с по как это для из от к также его её их был была были при или но он она они об до за"
    )
)
_BULGARIAN = frozenset(
    re.findall(r"\w+", "е са се че от да за като със към който която които през след беше ще това ги му")
)
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the of and to is are was were that with for by from has have had it this which as its be not their will at "
        "an on or but who said than more most after before last year years into between while when where",
    )
)
#: Commonest words of other languages in Latin letters.
_FOREIGN_LATIN = frozenset(
    re.findall(
        r"\w+",
        "der die das und ist den dem mit von zu im hat nicht de het een van en op la le les des et du que el los las y "
        "il di che e del della per con un una och att som det av har i na w z się nie ve bir bu yang dan di dengan",
    )
)


def language_of(text: str) -> str:
    """`ru`, `en` or `other` (another language, or no language at all: binary data, numbers).

    >>> [language_of(text) for text in ("Товарооборот вырос.", "Trade with neighbours grew.", "Торгівля з Росією")]
    ['ru', 'en', 'other']
    """
    middle = max(_SAMPLE, len(text) // 2)
    sample = text[:_SAMPLE] + " " + text[middle : middle + _SAMPLE]
    cyrillic, latin = (sum(map(len, letters.findall(sample))) for letters in (_CYRILLIC, _LATIN))
    signs = "".join(sample.split())
    odd = signs.count("\ufffd") + (0 if signs.isprintable() else sum(not c.isprintable() for c in signs))
    if cyrillic + latin < 0.3 * len(signs) or cyrillic + latin == 0 or odd > 0.02 * len(signs):
        return "other"
    words = [word.lower() for word in _WORD.findall(sample)]
    if cyrillic >= latin or cyrillic > 0.4 * (cyrillic + latin):
        if len(_FOREIGN_CYRILLIC.findall(sample)) > 0.015 * cyrillic:
            return "other"
        bulgarian = sum(map(_BULGARIAN.__contains__, words))
        return "other" if bulgarian > 0.12 * len(words) and bulgarian > sum(w in _RUSSIAN for w in words) else "ru"
    english = sum(map(_ENGLISH.__contains__, words))
    if len(words) < 8:
        return "en" if all(word.isascii() for word in words) else "other"
    foreign = sum(word in _FOREIGN_LATIN for word in words)
    plain = english >= 0.12 * len(words) and english > foreign
    return "en" if plain or english >= max(1, 2 * foreign, 0.05 * len(words)) else "other"
