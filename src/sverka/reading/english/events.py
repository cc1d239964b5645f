"""Events in English: visits, meetings, signatures, sanctions, deployments and withdrawals, breaks of relations."""

import re
from collections.abc import Iterator, Mapping

from sverka.claims.ids import prefix_of
from sverka.claims.mention import Mention
from sverka.claims.proposition import Event
from sverka.reading.english.coded import Coded
from sverka.reading.english.placing import closed, dated
from sverka.reading.english.story import Story, mention, modality, subject
from sverka.reading.english.text import lowered

_PLACES = r"(?:the |neighbouring |neighboring )?(?P<to><S\d+>(?:(?:,? and |, )<S\d+>)*)"
_VISIT = re.compile(
    rf"(?P<v>\b(?:visited|paid (?:a |an |his |her |their )(?:[\w-]+ ){{0,3}}visit to|paid (?:a "
    rf"|an )(?:[\w-]+ ){{0,3}}call on|travell?ed to|flew to|flew into|arrived in|(?:made|began|begins|started|opened|kicked off|wrapped up|"
    rf"ended|concluded|completed|paid|pays|undertook|embarked on) (?:a |an |his |her |their |the )(?:[\w-]+ ){{0,5}}"
    rf"(?:visit|trip|tour|voyage|journey)(?: abroad)? (?:to|of|in)|(?:was |were |being )?(?:received|welcomed|feted|greeted|hosted) (?:in|at)|is visiting|"
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
_DOCUMENT = (
    r"(?P<doc>(?:[\w'-]+ ){0,6}?(?:agreement|treaty|pact|deal|accord|memorandum|declaration|"
    r"charter|protocol|convention)(?: (?:of|on) (?!<)[\w -]{3,40}?)?)"
)
_KINDS = (
    "agreement",
    "treaty",
    "pact",
    "deal",
    "accord",
    "memorandum",
    "declaration",
    "charter",
    "protocol",
    "convention",
)
#: Words that no name of a document goes across.
_NO_PART = ("the", "a", "an", "was", "is", "were", "are", "their", "its", "this", "that", "came", "with", "by", "in")
_SIGN = re.compile(
    rf"(?P<v>\b(?:signed|inked|concluded|initialled)(?: up to)?) (?:(?:a|an|the|its|their|"
    rf"another) )?(?:{_DOCUMENT}|(?P<t><[TO]\d+>))(?: with (?:the )?(?P<w><[SO]\d+>(?:(?:,? "
    rf"and |, )(?:the )?<[SO]\d+>)*))?(?= ?[.,;:—)]| (?:in|on|at|last|<D|with|that|and|to|"
    rf"which|under|during|worth|while)\b|$| <D)"
)
_SIGNED = re.compile(
    rf"(?P<own>(?:\b(?:its|their|the|a|an)|<[SO]\d+>'s|(?P<j><[JS]\d+>-<[JS]\d+>)) "
    rf")(?:{_DOCUMENT}|(?P<t><[TO]\d+>))(?: with (?:the )?(?P<w><[SO]\d+>)| between (?:the "
    rf")?(?P<b1><[SO]\d+>) and (?:the )?(?P<b2><[SO]\d+>))? (?P<v>(?:was|were|had been|has "
    rf"been) (?:only |finally |first )?(?:signed|initialled|concluded)(?: in (?:<S\d+>|"
    rf"[a-z]+))?)(?: by (?P<by>(?:the )?<[SO]\d+>(?:(?:,? and |, )(?:the )?<[SO]\d+>)*))?"
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
    signed = list(_signatures(line, story))
    signed += _between(line, story, signed)
    return [*_visits(line, story), *_meetings(line, story), *signed, *_actions(line, story)]


#: «…, signed in Hanoi in July 2000»: a document with its date, by the two states a text is about.
_PARTICIPLE = re.compile(
    rf"(?:\b(?:the|a|an|their) |^)(?:{_DOCUMENT}|(?P<t><[TO]\d+>)),? (?P<v>(?:(?:was|were|had been|being) )?(?:only |first )?"
    rf"(?:signed|initialled|concluded))(?: (?:in|at) (?:the )?(?:<S\d+>|[a-z]+))?(?= (?:in |on )?<D\d+>)"
)


def _made(
    line: Coded, start: int, end: int, story: Story, event: Mapping[str, object], confidence: float
) -> Iterator[Mention]:
    when = dated(line, start, end)
    period = closed(when)
    if when is not None and when.relation in ("since", "until"):
        period = None
    tail = re.match(r"(?: with <[SO]\d+>)?(?: (?:on|in|at))? <D\d+>", line.text[end:])
    stop = end + tail.end() if tail else end
    mode = modality(line, start, end)
    if (
        mode == "asserted"
        and period is not None
        and story.published is not None
        and period.start is not None
        and period.start > story.published
    ):
        mode = "planned"
    if period is None:
        confidence -= 0.2
    if mode == "denied":
        confidence -= 0.25
    source, target = event["source"], event["target"]
    if not source and not target:
        return
    yield mention(
        line,
        start,
        stop,
        Event.model_validate({"type": event["type"], "source": source, "target": target, "period": period}),
        confidence,
        mode,
    )


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
                yield from _made(line, m.start(), m.end(), story, event, 0.85 - doubt - 0.1 * weak)
    for m in _VISIT_BY.finditer(line.text):
        person, host = line.names[(m["p"] or m["p2"])[1:-1]].id, line.names[(m["to"] or m["to2"])[1:-1]].id
        yield from _made(
            line, m.start(), m.end(), story, {"type": "visit", "source": (person,), "target": (host,)}, 0.75
        )


def _meetings(line: Coded, story: Story) -> Iterator[Mention]:
    for m in _MET.finditer(line.text):
        who, doubt = _traveller(line, m.start(), story)
        others = [line.names[m[g][1:-1]].id for g in ("p", "p2") if m[g]]
        if who and prefix_of(who[0]) == "person" and who[0] not in others:
            yield from _made(
                line, m.start(), m.end(), story, {"type": "meet", "source": (*who, *others), "target": ()}, 0.8 - doubt
            )
    for m in _MET_BOTH.finditer(line.text):
        both = tuple(line.names[m[g][1:-1]].id for g in ("p", "p2"))
        yield from _made(line, m.start(), m.end(), story, {"type": "meet", "source": both, "target": ()}, 0.8)


def _document(line: Coded, m: re.Match[str], partner: str = "") -> str | None:
    if m["t"]:
        name = line.names[m["t"][1:-1]]
        written = lowered(line.source[name.start : name.end])
        if name.kind == "treaty":
            return name.id
        return f"treaty:{written}" if re.search(r"\b(?:treaty|pact|agreement)$", written) else None
    said = m["doc"].split()
    kind = next((i for i, w in enumerate(said) if w in _KINDS), len(said))
    cut = max((i for i in range(kind) if said[i] in _NO_PART), default=-1)
    words = [
        w
        for w in said[cut + 1 :]
        if w
        not in (
            "a",
            "an",
            "the",
            "new",
            "its",
            "landmark",
            "historic",
            "long-awaited",
            "first",
            "their",
            "major",
            "formal",
        )
    ]
    # «deal» and «accord» are the press's words for agreements
    words = ["agreement" if w in ("deal", "accord", "pact") else w for w in words]
    telling = [
        w
        for w in words
        if w
        not in ("agreement", "treaty", "memorandum", "declaration", "protocol", "convention", "charter", "document")
    ]
    return f"treaty:{' '.join(words)}{partner}" if telling and len(words) <= 12 else None


def _signatures(line: Coded, story: Story) -> Iterator[Mention]:
    for m in _SIGN.finditer(line.text):
        document = _document(line, m)
        who, sure = subject(line, m.start(), story)
        others = line.ids(m["w"]) if m["w"] else []
        source = tuple(dict.fromkeys([*who, *others]))
        if document is None or not source or any(prefix_of(s) for s in source):
            continue
        doubt = 0.0 if sure else 0.15
        doubt += 0.0 if len(source) > 1 or m["t"] else 0.2
        yield from _made(
            line, m.start(), m.end(), story, {"type": "sign", "source": source, "target": (document,)}, 0.82 - doubt
        )
    for m in _SIGNED.finditer(line.text):
        document = _document(line, m)
        sides = [i for g in ("j", "b1", "b2", "w", "by") if m[g] for i in line.ids(m[g])]
        owner = line.ids(m["own"]) if not m["j"] else []
        if (not owner and m["own"].strip() in ("its", "their")) or (m["w"] and not owner):
            who, _ = subject(line, m.start(), story)
            owner = who or ([story.home] if story.home else [])
        source = tuple(dict.fromkeys([*owner, *sides]))
        if document is None or not source:
            continue
        doubt = 0.0 if len(source) > 1 else 0.2
        yield from _made(
            line,
            m.start("v") if not m["doc"] else m.start(),
            m.end(),
            story,
            {"type": "sign", "source": source, "target": (document,)},
            0.82 - doubt,
        )


def _between(line: Coded, story: Story, taken: list[Mention]) -> Iterator[Mention]:
    """Documents of the pair: signed, the sides unnamed."""
    for m in _PARTICIPLE.finditer(line.text):
        a, b = line.span(m.start(), m.end())
        document = _document(line, m)
        here = [i for i in line.ids(line.text) if len(i) == 3]
        if document is None or story.pair is None or not set(here) <= set(story.pair):
            continue
        if any(x.span[0] < b and a < x.span[1] for x in taken):
            continue
        event = {"type": "sign", "source": tuple(sorted(story.pair)), "target": (document,)}
        yield from _made(line, m.start(), m.end(), story, event, 0.66)


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
            yield from _made(line, at, m.end(), story, event, 0.8 - (0.0 if sure else 0.2))


def _actor(line: Coded, at: int, story: Story) -> tuple[list[str], bool]:
    """States before the verb, or the organization right before it."""
    body = re.search(
        r"(?:^|[;:,—] |\bthe |\band |\")<O(\d+)>(?: (?:has|had|then|also|first|duly|promptly|later|itself))* ?$",
        line.text[:at],
    )
    if body is not None:
        return [line.names[f"O{body[1]}"].id], True
    both = re.search(
        r"((?:the )?<[SO]\d+>(?:(?:,? and |, )(?:the )?<[SO]\d+>)+)(?: (?:has|have|had|also|both|then))* ?$",
        line.text[:at],
    )
    if both is not None:
        return line.ids(both.group(1)), True
    return subject(line, at, story)
