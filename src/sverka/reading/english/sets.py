"""Sets in English: «among EU countries», «in the CIS», «in Central Asia» – a place is taken in them, not among all.

A region whose states nobody has listed («in the region», «in Asia») is kept by its words: nobody can say who is in it.
"""

import re

from sverka.reading.english.coded import Coded
from sverka.reading.regions import states_of

_FIXED = {
    "central asia": "центральная азия",
    "benelux": "бенилюкс",
    "scandinavia": "скандинавия",
    "baltics": "балтия",
    "baltic states": "балтия",
    "baltic countries": "балтия",
    "south caucasus": "южный кавказ",
    "transcaucasia": "южный кавказ",
    "post-soviet space": "постсоветское пространство",
    "former soviet union": "постсоветское пространство",
}
_PART = r"(?:(?:central|south-?east|south|north-?east|north|east|west|latin|sub-saharan)(?:ern)?[ -])?"
_REGION = (
    r"central asia|benelux|scandinavia|baltic (?:states|countries)|baltics|south caucasus|transcaucasia|"
    r"post-soviet space|former soviet union|middle east|balkans|caucasus|gulf|caribbean|near abroad|region|continent|"
    rf"{_PART}(?:asia|europe|africa|americas?|oceania|eurasia)"
)
_LED = r"(?:in|among|within|across|out of|of|inside)(?: all)? (?:the )?"
_COUNTRIES = r"(?:countries|states|members|nations|economies|republics|partners)"
_AFTER = re.compile(
    rf"[^,.;:—()]{{0,50}}?\b(?:in|among|within|across|out of|inside)(?: all)? (?:the |its |this )?"
    rf"(?:(?:other |member )?{_COUNTRIES} (?:of|in) (?:the )?)?(?:<(?P<body>O\d+)>|(?P<region>{_REGION})(?![\w-]))"
)
_BEFORE = re.compile(
    rf"^\W*{_LED}(?:(?:other |member )?{_COUNTRIES} (?:of|in) (?:the )?)?"
    rf"(?:<(?P<body>O\d+)>|(?P<region>{_REGION})(?![\w-]))(?: {_COUNTRIES})?,"
)


_OUTSIDE = re.compile(
    rf"[^,.;:—()]{{0,50}}?\b(?P<words>outside(?: of)?(?: the)? (?:<(?P<body>O\d+)>|{_REGION}))(?![\w-])"
)


def set_of(line: Coded, end: int) -> tuple[str, ...] | None:
    """The set of the place whose words end at `end`: right after it, or what the sentence opens with."""
    beyond = _OUTSIDE.match(line.text, end)
    if beyond is not None:
        first, last = line.span(*beyond.span("words"))
        return (f"place:{line.source[first:last]}",)
    found = _AFTER.match(line.text, end) or _BEFORE.match(line.text)
    if found is None:
        return None
    if found["body"]:
        return (line.names[found["body"]].id,)
    region = found["region"]
    return states_of(f"place:{_FIXED[region]}") if region in _FIXED else (f"place:{region}",)
