"""Belonging told by nouns: «membership of ASEAN since 1997», «NATO membership dates from 1955», «a candidate since»."""

import re
from collections.abc import Iterator

from sverka.claims.mention import Mention
from sverka.claims.proposition import Membership
from sverka.claims.vocabulary import Status
from sverka.reading.english.coded import STATES, Coded
from sverka.reading.english.membership_words import STATUS
from sverka.reading.english.placing import period_of
from sverka.reading.english.story import BODY_OF, Story, mention, modality, subject

_WHOSE = r"(?:(?P<s><S\d+>)(?:'s|')|(?P<j><J\d+>)|(?P<it>its|their|the (?:country|republic|nation|kingdom)'s))"
_FROM = (
    r"(?:,[^,;<]{0,40},)? (?:(?:dates?|dated|goes back|went back|began|started|came|is|was) )?"
    r"(?:only |just |back )*(?:from|to|since|in|of) (?P<d><D\d+>)"
)
_MEMBERSHIP_OF = re.compile(
    rf"(?:{_WHOSE} )?(?:full )?(?P<w>membership|accession|entry|admission) (?:of|in|to|into) (?:the )"
    rf"?(?P<o><O\d+>){_FROM}"
)
_O_MEMBERSHIP = re.compile(rf"(?:{_WHOSE} )?(?P<o><O\d+>) (?P<w>membership|accession|entry){_FROM}")
_AND_OF = re.compile(r",? and (?:since (?P<d1><D\d+>) )?of (?:the )?(?P<o><O\d+>)(?: since (?P<d2><D\d+>))?")
_SINCE = r"since (?:(?:the |its )?(?:[\w<>'-]+ ){1,4}(?:of|in|at) )?(?:early |late |mid-)?(?P<d><D\d+>)"
_OPENING = re.compile(
    rf"^\W*(?:an? )?(?:[a-z]+ )?(?P<w>observer|candidate|member|associate member)(?: (?:of|in|at|for|to)(?: the)? "
    rf"(?P<o><O\d+>))? {_SINCE}, (?:the )?(?P<s><S\d+>|(?:it|the (?:country|republic|nation|kingdom))\b)"
)
_PART = re.compile(
    r"(?P<v>\b(?:has|have) (?:also |long |both |all )*been (?:a )?(?:part of|inside|within|in|signatories to|a "
    r"signatory to))"
    r" (?:the )?(?P<o><O\d+>) (?:ever )?since (?P<d><D\d+>)"
)

_APPOSED = re.compile(
    r"(?P<s><S\d+>), (?:itself |now |already |also )*an? (?P<o><O\d+>)[- ](?P<w>member|candidate|observer)"
    r"(?: state| country)? since (?P<d><D\d+>)"
)
_FOLLOWED = re.compile(
    rf"(?:,|;| and|, and|, while|, with) (?P<s>{STATES}) (?P<w>followed(?: suit)?|did so|did likewise|followed "
    rf"it|following"
    rf"(?: suit)?|doing so)(?: only| just)?(?: in| on)? (?P<d><D\d+>)"
)
_JOINED = re.compile(r"\b(?P<w>joined|entered|acceded to|left|quit) (?:the )?(?P<o><O\d+>)")

#: How far back from a membership its verb is looked for.
_BACK = 50
#: Before a membership: it is halted, disputed, sought or given back, not told to be.
_BEFALLS = re.compile(
    r"\b(?:suspen\w+|fr(?:oze|eez)\w*|halt\w*|disput\w+|contest\w*|question\w*|den(?:y|ies|ied)|end(?:ed|s|ing)?|"
    r"terminat\w+|withdr\w+|renounc\w+|restor\w+|renew\w*|resum\w+|reinstat\w+|lost|los(?:es?|ing)|seek\w*|sought|"
    r"appl\w+|bids?|talks|votes?|voted|decision|decided|discuss\w*|oppos\w+|opponents?|negotiat\w+) (?:[a-z]+ ){0,3}$"
)

Found = tuple[list[Mention], tuple[int, int]]


def nominal(line: Coded, story: Story) -> Iterator[Found]:
    """Memberships whose word is a noun, each with its stretch."""
    for pattern in (_MEMBERSHIP_OF, _O_MEMBERSHIP):
        for m in pattern.finditer(line.text):
            if _BEFALLS.search(line.text[max(0, m.start() - _BACK) : m.start()]):
                continue
            who, sure = _whose(line, m, story)
            made = [] if who is None else [_made(line, m, who, m["o"], m["d"], story, sure)]
            more = _AND_OF.match(line.text, m.end())
            if more is not None and who is not None and (more["d1"] or more["d2"]):
                made.append(_made(line, more, who, more["o"], more["d1"] or more["d2"], story, sure))
            found = [x for x in made if x is not None]
            if found:
                yield found, (m.start(), more.end() if more else m.end())
    for m in _OPENING.finditer(line.text):
        who = line.names[m["s"][1:-1]].id if m["s"].startswith("<") else _country(story)
        body = line.names[m["o"][1:-1]].id if m["o"] else story.organization or story.body
        period = line.dates[m["d"][1:-1]].period
        if who is None or body is None or period is None:
            continue
        claim = Membership(state=who, organization=BODY_OF.get(body, body), status=STATUS[m["w"]], period=period)
        yield [mention(line, m.start(), m.start("s"), claim, 0.8 - 0.1 * (m["o"] is None))], (m.start(), m.start("s"))
    for m in _PART.finditer(line.text):
        states, clean = subject(line, m.start(), story)
        period = line.dates[m["d"][1:-1]].period
        if period is not None and states:
            body = line.names[m["o"][1:-1]].id
            yield (
                [
                    mention(line, m.start(), m.end(),
                            Membership(state=s, organization=BODY_OF.get(body, body), status="joined", period=period),
                            0.82 if clean else 0.6, modality(line, m.start(), m.end()))
                    for s in states if len(s) == 3
                ],
                m.span(),
            )  # fmt: skip


def beside(line: Coded) -> Iterator[Found]:
    """«Georgia, a WTO member since 2000,» and «X joined the WTO in 2007 and Y followed in 2008»."""
    for m in _APPOSED.finditer(line.text):
        when = line.dates[m["d"][1:-1]]
        body = line.names[m["o"][1:-1]].id
        claim = Membership(
            state=line.names[m["s"][1:-1]].id, organization=BODY_OF.get(body, body), status=STATUS[m["w"]],
            period=period_of(when),
        )  # fmt: skip
        yield [mention(line, m.start("o"), m.end(), claim, 0.82)], (m.start("o"), m.end())
    for m in _FOLLOWED.finditer(line.text):
        verbs = list(_JOINED.finditer(line.text[: m.start()]))
        when = line.dates[m["d"][1:-1]]
        if not verbs or when.period is None:
            continue
        body = line.names[verbs[-1]["o"][1:-1]].id
        status: Status = "left" if verbs[-1]["w"] in ("left", "quit") else "joined"
        found = [
            mention(line, m.start("s"), m.end(),
                    Membership(state=s, organization=BODY_OF.get(body, body), status=status, period=when.period), 0.8)
            for s in line.ids(m["s"])
        ]  # fmt: skip
        yield found, (m.start("s"), m.end())


def _country(story: Story) -> str | None:
    """«The republic» at the head of a sentence: whoever the text is about, else the subject before."""
    return story.home or story.subject


def _whose(line: Coded, m: re.Match[str], story: Story) -> tuple[str | None, float]:
    if m["s"] or m["j"]:
        return line.names[(m["s"] or m["j"])[1:-1]].id, 0.0
    who, sure = subject(line, m.start(), story)
    if len(who) == 1:
        return who[0], 0.0 if sure else 0.12
    return story.home, 0.1 if m["it"] else 0.14


def _made(line: Coded, m: re.Match[str], who: str, body: str, at: str, story: Story, doubt: float) -> Mention | None:
    when = line.dates[at[1:-1]]
    id_ = line.names[body[1:-1]].id
    if when.period is None or len(who) != 3 or when.relation in ("base", "until", "span"):
        return None
    status: Status = "joined"
    claim = Membership(state=who, organization=BODY_OF.get(id_, id_), status=status, period=when.period)
    mode = modality(line, m.start(), m.end())
    if when.period.begins_after(story.published):
        mode = "planned"
    return mention(line, m.start(), m.end(), claim, 0.83 - doubt, mode)
