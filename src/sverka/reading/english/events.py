"""Events in English: visits, meetings, signatures, sanctions, deployments and withdrawals, breaks of relations."""

import re
from collections.abc import Iterator

from sverka.claims.ids import prefix_of
from sverka.claims.mention import Mention
from sverka.reading.english.coded import Coded
from sverka.reading.english.happening import dated_event
from sverka.reading.english.signings import between_the_pair, signatures
from sverka.reading.english.story import Story, subject

_PLACES = r"(?:the |neighbouring |neighboring )?(?P<to><S\d+>(?:(?:,? and |, )<S\d+>){0,30})"
_VISIT = re.compile(
    rf"(?P<v>\b(?:visited|paid (?:a |an |his |her |their )(?:[\w-]+ ){{0,3}}visit to|paid (?:a "
    rf"|an )(?:[\w-]+ ){{0,3}}call on|travell?ed to|flew to|flew into|arrived in|(?:made|began|begins|started|"
    rf"opened|kicked off|wrapped up|"
    rf"ended|concluded|completed|paid|pays|undertook|embarked on) (?:a |an |his |her |their |the )(?:[\w-]+ ){{0,5}}"
    rf"(?:visit|trip|tour|voyage|journey)(?: abroad)? (?:to|of|in)|(?:was |were |being )?(?:received|welcomed|"
    rf"feted|greeted|hosted) (?:in|at)|is visiting|"
    rf"visits|came to|chose|picked|went to|toured|landed in)) {_PLACES}"
)
_FIRST_TRIP = re.compile(
    r" (?:for|as the (?:goal|destination) of) (?:his|her|their) (?:[\w-]+ ){0,3}(?:visit|trip|journey)\b"
)
_VISIT_BY = re.compile(
    r"\bvisit (?:by|of) (?:<J\d+> )?(?:[a-z]+ ){0,3}(?P<p><P\d+>)(?: (?:to|in) (?:the "
    r")?(?P<to><S\d+>))|(?P<p2><P\d+>)'s (?:[\w-]+ ){0,3}(?:visit|trip) to (?:the "
    r")?(?P<to2><S\d+>)"
)
_MET = re.compile(
    r"(?P<v>\b(?:met|received|hosted|held (?:[\w-]+ ){0,2}talks with|had talks with|sat down "
    r"with)(?: with)?) (?:(?:his|her|the|with) )?(?:<[JS]\d+>(?:'s)? )?(?:[a-z]+ "
    r"){0,4}(?P<p><P\d+>)(?:(?:,| and) (?:<[JS]\d+>(?:'s)? )?(?:[a-z]+ ){0,3}(?P<p2><P\d+>))?"
)
_MET_BOTH = re.compile(
    r"(?P<p><P\d+>) and (?:(?:his|her|the) )?(?:<[JS]\d+>(?:'s)? )?(?:[a-z]+ "
    r"){0,3}(?P<p2><P\d+>) (?P<v>met|held (?:[\w-]+ ){0,2}talks)\b(?: in (?P<to><S\d+>))?"
)
_SANCTIONS = re.compile(
    r"(?P<v>\b(?:imposed|slapped|introduced|announced|levied|adopted|put)(?: [\w-]+){0,5}? "
    r"sanctions (?:on|against)) (?:the )?(?P<to><[SO]\d+>)"
)
_FORCES = (
    r"(?:troops|peacekeepers|soldiers|forces|peacekeeping (?:troops|forces|contingent)|"
    r"servicemen|a contingent|paratroopers|military contingent)"
)
_DEPLOY = re.compile(
    rf"(?P<v>\b(?:deployed|sent|dispatched|moved)(?: [\w,<>'-]+){{0,6}}? (?:{_FORCES}|<A\d+>) "
    rf"(?:to|in|into)) (?:the )?(?P<to><S\d+>)"
)
_WITHDRAW = re.compile(
    rf"(?P<v>\b(?:withdrew|pulled out|pulled|removed|recalled)(?: [\w,<>'-]+){{0,5}}? "
    rf"(?:{_FORCES}|<A\d+>) (?:from|out of)) (?:the )?(?P<to><S\d+>)|(?P<own><[JS]\d+>)(?:'s)? "
    rf"{_FORCES} (?P<v2>left|withdrew from|pulled out of) (?P<to2><S\d+>)"
)
_BREAK = re.compile(
    r"(?P<v>\b(?:broke off|severed|cut(?: off)?|suspended|broke) (?:its |all )?(?:diplomatic "
    r")?(?:relations|ties)(?: with)?) (?:the )?(?P<to><S\d+>)"
)
_WHO = re.compile(
    r"(?P<p><P\d+>)(?:'s \w+)?(?:,[^,;]{0,60},)?(?: who| also| then| first| himself| herself| has| had|,)* ?$"
)
_TITLE = re.compile(
    r"\b(?:the |its |<J\d+> |<S\d+>'s )?(?:president|prime minister|premier|chancellor|"
    r"foreign minister|king|emir|leader)(?:,)?(?: who| also| then| has| had|,)* ?$"
)


def events(line: Coded, story: Story) -> list[Mention]:
    """Events of a sentence."""
    signed = list(signatures(line, story))
    signed += between_the_pair(line, story, signed)
    return [*_visits(line, story), *_meetings(line, story), *signed, *_actions(line, story)]


def _traveller(line: Coded, at: int, story: Story) -> tuple[tuple[str, ...], float]:
    """Who travels: a person named, or the state of «the president»."""
    left = line.text[:at]
    named = _WHO.search(left)
    if named is not None:
        return (line.names[named["p"][1:-1]].id,), 0.0
    title = _TITLE.search(left)
    if title is not None:
        own = line.ids(title.group())
        state = own[0] if own else story.home
        return ((state,), 0.05) if state else ((), 0.0)
    people = [line.names[k].id for k, _, b in line.marks("P") if b <= at]
    between = left[left.rfind("<P") :] if people else ""
    if people and len(between) < 70 and not re.search(r"[;:—]|<S\d+>(?!')| that ", between):
        return (people[-1],), 0.1
    return (), 0.0


def _visits(line: Coded, story: Story) -> Iterator[Mention]:
    for m in _VISIT.finditer(line.text):
        who, doubt = _traveller(line, m.start(), story)
        if not who:
            continue
        weak = m["v"].startswith(("went", "arrived", "landed", "toured", "came to"))
        if m["v"] in ("chose", "picked") and not _FIRST_TRIP.match(line.text, m.end()):
            continue
        for host in line.ids(m["to"]):
            if host not in who:
                event = {"type": "visit", "source": who, "target": (host,)}
                yield from dated_event(line, m.start(), m.end(), story, event, 0.85 - doubt - 0.1 * weak)
    for m in _VISIT_BY.finditer(line.text):
        person, host = line.names[(m["p"] or m["p2"])[1:-1]].id, line.names[(m["to"] or m["to2"])[1:-1]].id
        yield from dated_event(
            line, m.start(), m.end(), story, {"type": "visit", "source": (person,), "target": (host,)}, 0.75
        )


def _meetings(line: Coded, story: Story) -> Iterator[Mention]:
    for m in _MET.finditer(line.text):
        who, doubt = _traveller(line, m.start(), story)
        others = [line.names[m[g][1:-1]].id for g in ("p", "p2") if m[g]]
        if who and prefix_of(who[0]) == "person" and who[0] not in others:
            yield from dated_event(
                line, m.start(), m.end(), story, {"type": "meet", "source": (*who, *others), "target": ()}, 0.8 - doubt
            )
    for m in _MET_BOTH.finditer(line.text):
        both = tuple(line.names[m[g][1:-1]].id for g in ("p", "p2"))
        yield from dated_event(line, m.start(), m.end(), story, {"type": "meet", "source": both, "target": ()}, 0.8)


def _actions(line: Coded, story: Story) -> Iterator[Mention]:
    for kind, pattern in (("sanction", _SANCTIONS), ("deploy", _DEPLOY), ("withdraw", _WITHDRAW), ("break", _BREAK)):
        for m in pattern.finditer(line.text):
            groups = m.groupdict()
            if re.search(r"\b(?:no|any)\b", m.group()):
                continue  # «imposed no sanctions»
            if any(line.amounts[a[1:-1]].kind != "persons" for a in re.findall(r"<A\d+>", m.group())):
                continue
            target = line.names[(m["to"] or groups.get("to2") or "")[1:-1]].id
            own = groups.get("own")
            at = m.start()
            if own:
                who, sure = [line.names[own[1:-1]].id], True
            else:
                who, sure = _actor(line, at, story)
            if not who or target in who:
                continue
            event = {"type": kind, "source": tuple(who), "target": (target,)}
            yield from dated_event(line, at, m.end(), story, event, 0.8 - (0.0 if sure else 0.2))


def _actor(line: Coded, at: int, story: Story) -> tuple[list[str], bool]:
    """States before the verb, or the organization right before it."""
    body = re.search(
        r"(?:^|[;:,—] |\bthe |\band |\")<O(\d+)>(?: (?:has|had|then|also|first|duly|promptly|later|itself))* ?$",
        line.text[:at],
    )
    if body is not None:
        return [line.names[f"O{body[1]}"].id], True
    both = re.search(
        r"((?:the )?<[SO]\d+>(?:(?:,? and |, )(?:the )?<[SO]\d+>){1,30})(?: (?:has|have|had|also|both|then)){0,4} ?$",
        line.text[:at],
    )
    if both is not None:
        return line.ids(both.group(1)), True
    return subject(line, at, story)
