"""Who joined, left, observes, is a candidate for or stays outside what, in English."""

import re
from collections.abc import Iterator

from sverka.claims.mention import Mention
from sverka.claims.period import Period, Point
from sverka.claims.proposition import Membership
from sverka.claims.vocabulary import Modality, Status
from sverka.reading.dates import When
from sverka.reading.english.coded import Coded
from sverka.reading.english.membership_words import (
    ALONE,
    AMONG,
    APPOSED,
    FIRST,
    FOUNDING_OF,
    GRANTED,
    LABEL,
    MORE,
    MORE_DATED,
    MORE_SINCE,
    NEGATED,
    PATTERNS,
    STATUS,
    WHICH,
    WHICH_IT,
)
from sverka.reading.english.nominal import beside, nominal
from sverka.reading.english.placing import dated, period_of
from sverka.reading.english.story import BODY_OF, Story, mention, modality, subject
from sverka.record import organizations


def memberships(line: Coded, story: Story) -> list[Mention]:
    """Memberships of a sentence, one for each state."""
    out: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for found in (*_apposed(line, story), *_granted(line, story)):
        out.extend(found[0])
        taken.append(found[1])
    for found in (*_further(line, story), *nominal(line, story), *beside(line)):
        out.extend(found[0])
        taken.append(found[1])
    for status, pattern in PATTERNS:
        for m in pattern.finditer(line.text):
            if any(a < m.end() and m.start() < b for a, b in taken):
                continue
            made = _read(line, m, status, story)
            if made:
                out.extend(made)
                taken.append(m.span())
    return out


def _organization(line: Coded, mark: str | None, story: Story) -> tuple[str | None, float]:
    if mark and not mark.startswith("<"):
        spoken = story.organization or story.body
        here = [line.names[k].id for k, _, _ in line.marks("O")]
        return (here[-1] if len(set(here)) == 1 else spoken if not here else None), 0.12
    if mark:
        id_ = line.names[mark[1:-1]].id
        return BODY_OF.get(id_, id_), 0.0
    here = [line.names[k].id for k, _, _ in line.marks("O")]
    if len(set(here)) == 1:
        return BODY_OF.get(here[0], here[0]), 0.1
    if here:
        return None, 0.0
    return (story.organization, 0.1) if story.organization else (story.body, 0.15)


def _read(line: Coded, m: re.Match[str], status: Status | None, story: Story) -> list[Mention]:
    groups = m.groupdict()
    word = groups.get("w")
    if status is None:
        if word is None or word in ("guest",):
            return []
        if word == "partner" and "dialogue" not in line.text[: m.end()]:
            return []
        status = STATUS[word]
        status = "joined" if status == "member" and re.search(r"\bbecame\b", groups["v"]) else status
    which = WHICH.search(line.text[: m.start()])
    organization, doubt = _organization(line, groups.get("o") or (f"<O{which['o']}>" if which else None), story)
    if organization is None:
        return []
    bodies = [organization]
    stop = m.end()
    while (groups.get("o") or "").startswith("<") and (more := MORE.match(line.text, stop)) is not None:
        bodies.append(line.names[more["o"][1:-1]].id)
        stop = more.end()
    verb = groups["v"]
    if re.search(r"\b(?:is|are|been) in$", verb.strip()) and " since <D" not in line.text[m.end() : m.end() + 12]:
        return []
    first = m.start() + len(verb) - len(verb.lstrip())
    who, sure = subject(line, first, story)
    who = [w for w in who if len(w) == 3 and w not in bodies]
    if not who:
        return []
    mode = _mode(line, first, m.end(), verb)
    negated = NEGATED.search(verb) is not None or (mode == "denied")
    when = dated(line, first, m.end())
    period = period_of(when)
    if negated:
        if status in ("joined", "member"):
            status, mode = "none", "asserted"
            period = None if when is None or when.relation == "since" else period
        elif status != "none":
            mode = "denied"
        else:
            mode = "asserted"
    if status == "none":
        mode = "asserted" if mode == "denied" else mode
    if when is not None and when.relation == "since" and when.period is not None:
        if status not in ("joined", "left") and re.match(r"had been|had (?:an? |had )?|was|were", verb.strip()):
            status, period = ("joined" if status == "member" else status), Period(when.period.first, when.period.first)
        elif status in ("joined", "left"):
            period = None
    if mode == "asserted" and period is not None and period.begins_after(story.published):
        mode = "planned"
    role = re.match(
        r" as (?:an? )?(?:full )?(?P<w>observer|associate member|associate|candidate|dialogue partner)\b",
        line.text[m.end() :],
    )
    if role is not None and status == "joined":
        status = STATUS[role["w"]]
    if status == "none" and when is not None and not _beside(line, m.end(), when):
        period = None
    if status in ("joined", "left") and mode == "asserted" and period is None and story.published is not None:
        period = Period(None, Period.of(story.published).last)
        doubt += 0.08
    if (
        status not in ("joined", "left", "none")
        and period is None
        and re.search(r"\b(?:was|were|belonged|had|held|enjoyed)\b", verb)
        and mode == "asserted"
    ):
        return []  # «was a member»: of some time before, nobody knows which
    confidence = 0.86 - doubt - (0.0 if sure else 0.2) - (0.25 if mode == "denied" else 0.0)
    end = _end(line, stop, when)
    told = [(o, period, first, end) for o in bodies]
    if status in ("joined", "left") and mode == "asserted":
        told += _each_dated(line, stop)
    return [
        mention(line, a, b, Membership(state=s, organization=o, status=status, period=p), confidence, mode)
        for o, p, a, b in told
        for s in who
    ]


def _each_dated(line: Coded, at: int) -> Iterator[tuple[str, Period | None, int, int]]:
    """The bodies after the first with dates of their own, and where the words of each start and end."""
    while (more := MORE_DATED.match(line.text, at)) is not None:
        body = line.names[more["o"][1:-1]].id
        yield BODY_OF.get(body, body), period_of(line.dates[more["d"][1:-1]]), more.start("o"), more.end()
        at = more.end()


def _beside(line: Coded, end: int, when: When) -> bool:
    """Whether a date follows at once."""
    return any(w is when and -1 < a - end < 12 for w, a in ((line.dates[k], a) for k, a, _ in line.marks("D")))


def _mode(line: Coded, start: int, end: int, verb: str) -> Modality:
    mode = modality(line, start, end)
    if re.search(r"\b(?:would|could|may|might)\b", verb):
        return "hypothetical"
    if (
        re.search(r"\b(?:join|enter|accede to|leave|withdraw from)$", verb.strip())
        and mode == "asserted"
        and not re.search(r"\b(?:did|do|does)\b", verb)
    ):
        return "planned"
    return mode


def _end(line: Coded, end: int, when: object) -> int:
    following = re.match(r" (?:on|in|since|from|at) (?:early |late |the end of )?<D\d+>", line.text[end:])
    return end + following.end() if following and when is not None else end


Found = tuple[list[Mention], tuple[int, int]]


def _apposed(line: Coded, story: Story) -> Iterator[Found]:
    """«Iran, an observer since 2005,», «NATO member Turkey», «…, of which Russia was a founding member»."""
    for m in APPOSED.finditer(line.text):
        organization, doubt = _organization(line, m["o"], story)
        if organization is None:
            continue
        when = next((line.dates[k] for k, a, _ in line.marks("D") if m.start() <= a < m.end()), None)
        state = line.names[m["s"][1:-1]].id
        made = Membership(state=state, organization=organization, status=STATUS[m["w"]], period=period_of(when))
        yield [mention(line, m.end("s") + 2, m.end(), made, 0.8 - doubt)], m.span()
    for m in LABEL.finditer(line.text):
        organization = line.names[f"O{m['b']}"].id
        state = line.names[m["s"][1:-1]].id
        made = Membership(state=state, organization=BODY_OF.get(organization, organization), status=STATUS[m["w"]])
        yield [mention(line, m.start(), m.end(), made, 0.78)], m.span()
    for m in FOUNDING_OF.finditer(line.text):
        organization = line.names[f"O{m['b']}"].id
        period = line.dates[m["d"][1:-1]].period if m["d"] else _founded(organization)
        yield (
            [
                mention(
                    line,
                    m.start("s"),
                    m.end(),
                    Membership(state=s, organization=organization, status="member", period=period),
                    0.8 if period else 0.5,
                )
                for s in line.ids(m["s"])
            ],
            (m.start("s"), m.end()),
        )
    for m in FIRST.finditer(line.text):
        organization, doubt = _organization(line, m["o"], story)
        if organization is None:
            continue
        period = period_of(dated(line, m.start(), m.end()))
        state = line.names[m["s"][1:-1]].id
        made = Membership(state=state, organization=organization, status="joined", period=period)
        # that it was the first is no part of the frame: only a look-up may speak for it
        yield [mention(line, m.start(), m.end(), made, 0.5 - doubt)], m.span()


def _further(line: Coded, story: Story) -> Iterator[Found]:
    """«…, which it had joined in 1997», «was among its founders», «joined last, in 1993», «of the WTO since 2014»."""
    for m in WHICH_IT.finditer(line.text):
        who, sure = ([line.names[m["s"][1:-1]].id], True) if m["s"] != "it" else subject(line, m.start(), story)
        when = line.dates[m["d"][1:-1]]
        status: Status = "left" if m["w"] in ("left", "quit") else "joined"
        if len(who) == 1 and when.period is not None:
            made = Membership(state=who[0], organization=line.names[f"O{m['b']}"].id, status=status, period=when.period)
            yield [mention(line, m.start(), m.end(), made, 0.8 if sure or who[0] == story.home else 0.6)], m.span()
    for m in AMONG.finditer(line.text):
        organization, doubt = _organization(line, m["o"], story)
        if organization is not None:
            state = line.names[m["s"][1:-1]].id
            made = Membership(state=state, organization=organization, status="member", period=_founded(organization))
            yield [mention(line, m.start(), m.end(), made, 0.78 - doubt)], m.span()
    for m in ALONE.finditer(line.text):
        organization = story.organization or story.body
        who, sure = subject(line, m.start("w"), story)
        said = dated(line, m.start("w"), m.end())
        if (
            organization is None
            or len(who) != 1
            or said is None
            or said.period is None
            or who[0] == organization
            or line.text.count("<O")
        ):
            continue
        status = "left" if m["w"] in ("left", "withdrew", "quit") else "joined"
        made = Membership(state=who[0], organization=organization, status=status, period=said.period)
        mode = modality(line, m.start("w"), m.end())
        yield (
            [mention(line, m.start("w"), _end(line, m.end(), said), made, 0.66 if sure else 0.5, mode)],
            (m.start("w"), m.end()),
        )
    for m in MORE_SINCE.finditer(line.text):
        who, sure = subject(line, m.start(), story)
        when = line.dates[m["d"][1:-1]]
        if (
            len(who) == 1
            and when.period is not None
            and re.search(r"\bmembers? of (?:the )?<O\d+>$", line.text[: m.start()])
        ):
            made = Membership(
                state=who[0], organization=line.names[m["o"][1:-1]].id, status="member", period=period_of(when)
            )
            yield [mention(line, m.start("o"), m.end(), made, 0.8 if sure else 0.65)], (m.start("o"), m.end())


def _founded(organization: str) -> Period | None:
    """The year in which the record has an organization begin, and the next: a founder is a member by then."""
    known = organizations.resolve(organization)
    founded = organizations.organization(known)["founded"] if organizations.exists(known) else ""
    return Period(Point(int(founded[:4])), Point(int(founded[:4]) + 1)) if founded else None


def _granted(line: Coded, story: Story) -> Iterator[Found]:
    for m in GRANTED.finditer(line.text):
        body = line.names[f"O{m['b']}"].id if m["b"] else None
        organization = BODY_OF.get(body, body) if body else story.organization
        if organization is None or m["w"] not in STATUS:
            continue
        mode = modality(line, m.start("v"), m.end())
        when = dated(line, m.start("v"), m.end())
        made = []
        for group in ("who", "more"):
            if m[group]:
                made += [
                    mention(line, m.start("v") if group == "who" else m.start(group), m.end(group),
                            Membership(state=s, organization=organization, status=STATUS[m["w"]],
                                       period=period_of(when)),
                            0.85 if body else 0.6, mode)
                    for s in line.ids(m[group])
                ]  # fmt: skip
        yield made, m.span()
