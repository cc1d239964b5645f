"""Beginnings in English: «was set up in 2001», «the Five of 1996», anniversaries; and what came before what."""

import re
from collections.abc import Iterator

from sverka.claims.mention import Mention
from sverka.claims.period import Period, Point
from sverka.claims.proposition import Founding, Order
from sverka.reading.english.coded import Coded
from sverka.reading.english.placing import dated
from sverka.reading.english.story import Story, mention, modality

_X = r"\"?<(?P<x>[OT]\d+)>\"?"
#: «formed in 1996 as the Five»: what was founded then had another name, and may have been another body.
_NAMED_AS = re.compile(r",? (?:(?:at )?first )?(?:as|under the name(?: of)?) (?:the |\"|<O)")
_OTHER = 0.2
_MADE = r"(?:founded|set up|established|created|launched|formed|instituted|inaugurated|proclaimed)"
_PASSIVE = re.compile(
    rf"{_X}(?P<gap>[^<;:.]{{0,40}}?) (?:was|were|has been|had been|itself was) (?:formally |"
    rf"officially |only |first |jointly )?{_MADE}\b(?:[^<;:.]|<S\d+>){{0,50}}?(?P<d><D\d+>)"
)
_OPENING = re.compile(rf"\b{_MADE} (?:[^<;:.,]{{0,25}} )?(?P<d><D\d+>)[^<;:.]{{0,40}}?, (?:the )?{_X}")
_APPOSED = re.compile(
    rf"{_X}, (?:which was |itself |first |originally )?{_MADE}\b(?:[^<;:.,]|"
    rf"<S\d+>){{0,40}}?(?P<d><D\d+>)"
)
_BORN = re.compile(
    rf"{_X} (?:came into (?:being|existence|force|effect)|was born|entered into force|took "
    rf"effect|started (?:work|life)|began (?:work|life)|emerged|dates (?:back )?(?:from|"
    rf"to))[^<;:.,]{{0,20}}?(?P<d><D\d+>)"
)
_ACTIVE = re.compile(
    rf"(?:<[SO]\d+>|\b(?:they|neighbours|countries|states|members|leaders)) (?:jointly |together "
    rf")?{_MADE} (?:the |a |an )?{_X}"
)
_OF_YEAR = re.compile(rf"{_X} of (?P<d><D\d+>)")
_INDEPENDENCE = re.compile(
    r"(?P<x><S\d+>)(?: itself)? (?:declared|gained|won|regained|proclaimed|achieved|obtained|"
    r"became) (?:its )?independen(?:ce|t)(?: from (?:the )?<[SJ]\d+>(?: rule)?)?(?:,)? "
    r"(?:only |back )?(?:in|on) (?P<d><D\d+>)"
)
_WORDS = {
    "tenth": 10, "fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70,
    "seventy-fifth": 75, "twenty-fifth": 25, "first": 1, "fifth": 5,
}  # fmt: skip
_ANNIVERSARY = re.compile(
    rf"\b(?P<n>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_WORDS)}) (?:anniversary|birthday) of (?:the "
    rf")?(?:founding of |creation of |signing of |establishment of )?(?:the )?{_X}"
)
_SECOND_FROM_FIRST = re.compile(
    r"\b(?:grew out of|was born (?:out )?of|emerged (?:from|out of)|replaced|succeeded|"
    r"superseded|evolved (?:from|out of)|took over from|was built on|came after|took the "
    r"place of|is younger than|was modelled on|followed) (?:the |an earlier |its "
    r"predecessor,? the )?"
)
_FIRST_TO_SECOND = re.compile(
    r"\b(?:was (?:succeeded|replaced|superseded|followed) by|gave way to|turned into|evolved "
    r"into|preceded|predates?|predated|is older than|was older than|came before|gave rise to|"
    r"grew into|was transformed into|became) (?:the )?"
)
_BODY = re.compile(
    r"\b(?:the )?(?:body|bloc|union|club|organi[sz]ation|grouping|alliance|community|council|"
    r"pact|it)(?:, [^,]{0,60},)?(?: itself)? $"
)


def foundings(line: Coded, story: Story) -> list[Mention]:
    """Foundings with their dates."""
    out: list[Mention] = []
    seen: set[tuple[str, int]] = set()
    for pattern, confidence in ((_PASSIVE, 0.85), (_OPENING, 0.8), (_APPOSED, 0.85), (_BORN, 0.75), (_OF_YEAR, 0.72)):
        for m in pattern.finditer(line.text):
            when = line.dates[m["d"][1:-1]]
            key = (m["x"], m.start("d"))
            if when.period is None or when.relation not in ("in", "ago", "by") or key in seen:
                continue
            if pattern is _OF_YEAR and (when.period.grain not in ("year", "month", "day") or when.anaphoric):
                continue
            seen.add(key)
            if _NAMED_AS.match(line.text, m.end()):
                confidence = _OTHER
            mode = modality(line, m.start(), m.end())
            out.append(
                mention(
                    line, m.start(), m.end(), Founding(what=line.names[m["x"]].id, period=when.period), confidence, mode
                )
            )
    for m in _ACTIVE.finditer(line.text):
        said = dated(line, m.start(), m.end())
        if said is not None and said.period is not None and said.relation in ("in", "ago") and (m["x"], -1) not in seen:
            made = Founding(what=line.names[m["x"]].id, period=said.period)
            out.append(mention(line, m.start("x") - 1, m.end(), made, 0.66, modality(line, m.start(), m.end())))
    for m in _INDEPENDENCE.finditer(line.text):
        period = line.dates[m["d"][1:-1]].period
        if period is not None:
            # declared, recognised or in force: the days differ, the year rarely
            confidence = 0.62 if period.grain == "year" else 0.5
            made = Founding(what=line.names[m["x"][1:-1]].id, period=period)
            out.append(mention(line, m.start(), m.end(), made, confidence, modality(line, m.start(), m.end())))
    out.extend(_anniversaries(line, story))
    return out


_MARKED = re.compile(
    rf"{_X} (?:marked|celebrated|marks|celebrates|celebrating|is marking) (?:its|the) "
    rf"(?P<n>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_WORDS)}) (?:anniversary|birthday)"
)


def _anniversaries(line: Coded, story: Story) -> Iterator[Mention]:
    for m in (*_ANNIVERSARY.finditer(line.text), *_MARKED.finditer(line.text)):
        count = _WORDS.get(m["n"]) or int(re.sub(r"\D", "", m["n"]))
        said = next((line.dates[k].period for k, _, _ in line.marks("D") if line.dates[k].relation == "in"), None)
        year = (
            said.last.year
            if said is not None and said.last is not None
            else story.published.year
            if story.published
            else None
        )
        if year is None:
            continue
        period = Period(Point(year - count), Point(year - count))
        yield mention(
            line, m.start(), m.end(), Founding(what=line.names[m["x"]].id, period=period), 0.7 if said is None else 0.75
        )


def orders(line: Coded, story: Story) -> list[Mention]:
    """Chronologies between bodies and treaties."""
    out: list[Mention] = []
    for pattern, swapped in ((_SECOND_FROM_FIRST, True), (_FIRST_TO_SECOND, False)):
        for m in pattern.finditer(line.text):
            right = re.match(r"\"?<(?P<x>[OT]\d+)>\"?|(?:it|that)\b", line.text[m.end() :])
            if right is None:
                continue
            other = line.names[right["x"]].id if right["x"] else story.organization
            if other is None:
                continue
            start, own = _left(line, m.start(), story, other)
            if own is None or own == other:
                continue
            if m.group().startswith(("became", "followed")) and (line.text[:start].strip() and start == 0):
                continue
            first, then = (other, own) if swapped else (own, other)
            mode = modality(line, start, m.end() + right.end())
            out.append(mention(line, start, m.end() + right.end(), Order(first=first, then=(then,)), 0.78, mode))
    return out


def _left(line: Coded, at: int, story: Story, other: str) -> tuple[int, str | None]:
    """What stands before the verb: a body by name, or «the body» spoken of last."""
    named = re.search(
        r"\"?<(?P<x>[OT]\d+)>\"?(?:, [^,]{0,60},)? (?:itself |later |then |which |has |had |soon )*$", line.text[:at]
    )
    if named is not None:
        return named.start(), line.names[named["x"]].id
    body = _BODY.search(line.text[:at])
    if body is not None:
        here = [line.names[mark].id for mark, _, end in line.marks("OT") if end <= body.start()]
        if here and here[-1] != other:
            return body.start(), here[-1]
        found = story.organization or story.body
        return body.start(), found if found != other else None
    return at, None
