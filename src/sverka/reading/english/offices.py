"""Persons with their offices in English: «President Emmanuel Macron», «Hungary's premier, Viktor Orban,»."""

import re
from datetime import date

from sverka.claims.ids import name_of
from sverka.claims.mention import Mention
from sverka.claims.period import Period
from sverka.claims.proposition import Office
from sverka.reading.english.coded import Coded
from sverka.reading.english.placing import dated
from sverka.reading.english.story import Story, mention, modality
from sverka.reading.holders import variant
from sverka.reading.tenure import ended
from sverka.record.offices import Term, fold, terms_of
from sverka.record.tables import split

_MINISTRY = (
    r"finance|economy|economic development|energy|oil|interior|home|justice|trade|industry|"
    r"health|education|agriculture|transport|environment|labou?r|culture|"
    r"information|tourism|integration|petroleum|science|sports?|digital|emergencies|commerce|"
    r"foreign trade|national economy|economics"
)
_TITLES: tuple[tuple[str, str], ...] = (
    ("other:vice president", r"vice[- ]president"),
    ("other:deputy prime minister", r"(?:first )?deputy (?:prime minister|premier)|vice[- ]premier"),
    ("other:deputy foreign minister", r"deputy (?:foreign|defen[cs]e|finance|economy|energy|trade) minister"),
    (
        "foreign_minister",
        r"foreign minister|minister (?:of|for) foreign affairs|foreign affairs minister|foreign "
        r"secretary|external affairs minister|secretary of state|minister (?:of|for) external "
        r"affairs",
    ),
    (
        "defence_minister",
        r"defen[cs]e minister|minister (?:of|for) defen[cs]e|defen[cs]e secretary|secretary of defen[cs]e",
    ),
    ("head_of_government", r"prime minister|premier|(?:federal )?chancellor|taoiseach|head of government"),
    (
        "spokesperson",
        r"(?:(?:kremlin|government|presidential|foreign ministry|state department|white house) "
        r")?(?:spokesman|spokeswoman|spokesperson|press secretary)",
    ),
    ("other:secretary general", r"secretary[- ]general"),
    ("other:speaker of parliament", r"(?:parliament(?:ary)? )?speaker|speaker of (?:the )?parliament"),
    (
        "other:central bank governor",
        r"(?:central bank|national bank) (?:governor|chairman|chief|head)|governor of the (?:central|national) bank",
    ),
    ("other:high representative", r"high representative|foreign policy chief"),
    (
        "other:{}",
        rf"(?P<ministry>{_MINISTRY}) (?:minister|secretary)|minister (?:of|for) (?:the )?(?P<ministry2>{_MINISTRY})",
    ),
    ("head_of_state", r"president|king|queen|emir|sultan|emperor|grand duke|supreme leader|head of state"),
)
_TITLE = "|".join(f"(?P<t{i}>{words})" for i, (_, words) in enumerate(_TITLES))
_ADJ = r"(?:acting |interim |new |current |incumbent |newly elected |veteran |long-serving |outgoing ){0,4}"
_STATE = (
    r"(?:(?P<st><[SO]\d+>)(?:'s|')|(?P<sj><J\d+>)|(?P<so><O\d+>)|(?P<its>its|the country's|"
    r"the republic's|their))"
)
_AFTER = re.compile(rf"(?<![\w-])(?:{_STATE} )?{_ADJ}(?:{_TITLE})(?: of (?:the )?(?P<of><[SO]\d+>))?,? (?P<p><P\d+>)")
_BEFORE = re.compile(
    rf"(?P<p><P\d+>)(?:,| is| was| as| became| has been| took office as| was elected| was "
    rf"sworn in as| was appointed| was named| remains| remained) (?:then |now |still "
    rf")?(?:(?:{_STATE}|the|a) )?(?:(?P<sj2><J\d+>) )?{_ADJ}(?:{_TITLE})(?: of (?:the "
    rf")?(?P<of><[SO]\d+>))?(?=[,.;:)]| (?:since|in|from|until|on|and|who|said|has|had|at|told|"
    rf"after)\b|$)"
)
_AS = re.compile(
    rf"(?P<p><P\d+>) [^.;:<]{{0,50}}?(?:(?:to|in|of) <S\d+> )?as (?:{_STATE}|the) (?P<sj2>(?!x)x)?(?:{_TITLE})"
    rf"(?P<of>(?!x)x)?"
    rf"(?=[,.;:)]| (?:on|in|since|from|who|and)\b|$)"
)
_COUNTERPART = re.compile(r"\b(?:his|her|their) <J(?P<j>\d+)> (?:counterpart|opposite number),? (?P<p><P\d+>)")
_PAST = re.compile(
    r"\b(?:former|ex|late|one-time|onetime|then|previous|ousted|deposed|future|would-be|first|"
    r"last)[ -]$|\bex-$|\b(?:the late|formerly) $"
)
#: «In endorsing her for president, …», «As premier, …»: a bare title that ends the phrase a sentence opens with.
_CLOSING = re.compile(r"\b(?:for|as|of) $")
#: What makes somebody but a candidate for an office: «nominated her as the defence minister».
_OFFERED = re.compile(
    r"\b(?:nominat(?:e[sd]?|ing|ion of)|propos(?:e[sd]?|ing|al of)|recommend(?:s|ed|ing)?|suggest(?:s|ed|ing)?|"
    r"endors(?:e[sd]?|ing|ement of)|float(?:s|ed|ing)?|tip(?:s|ped|ping)?|put(?:s|ting)? forward|"
    r"candidate|candidacy|nominee|pick)(?: (?!and\b)[\w-]+){0,2} ?$"
)
#: What was and is over: «has previously served as the premier».
_FORMERLY = re.compile(r"\b(?:previously|formerly|earlier|once|twice|briefly|in the past|used to)\b")
_PAST_AFTER = re.compile(r"^, (?:then |a |the )?(?:former|ex)")


def offices(line: Coded, story: Story) -> list[Mention]:
    """Each person paired with an office."""
    out: list[Mention] = []
    seen: set[str] = set()
    found = [
        (m.start(), pattern is not _AFTER, m) for pattern in (_AFTER, _BEFORE, _AS) for m in pattern.finditer(line.text)
    ]
    for _, after, m in sorted(found, key=lambda f: f[:2]):
        made = _read(line, m, story, after)
        if made is not None and m["p"] not in seen:
            seen.add(m["p"])
            out.append(made)
    for m in _COUNTERPART.finditer(line.text):
        last = story.spoken.get("office")
        if isinstance(last, str) and m["p"] not in seen:
            person, state = line.names[m["p"][1:-1]].id, line.names[f"J{m['j']}"].id
            out.append(mention(line, m.start() + 4, m.end(), Office(person=person, office=last, state=state), 0.82))
    return sorted(out, key=lambda o: o.span)


def _title(m: re.Match[str]) -> str:
    for i, (office, _) in enumerate(_TITLES):
        if m[f"t{i}"]:
            if office == "other:{}":
                return f"other:{m['ministry'] or m['ministry2']} minister"
            return office
    return ""


def _read(line: Coded, m: re.Match[str], story: Story, after: bool) -> Mention | None:
    text = line.text
    person = line.names[m["p"][1:-1]].id
    office = _title(m)
    first = m.start()
    verb = text[m.end("p") : m.end("p") + 24] if after else ""
    title_at = next(m.start(f"t{i}") for i in range(len(_TITLES)) if m[f"t{i}"])
    if _PAST.search(text[:first]) or _PAST.search(text[first:title_at]) or _PAST_AFTER.match(text[m.end() :]):
        return None
    if not after and m.group(0)[: -len(m["p"])].endswith(", ") and not _owned(m) and _CLOSING.search(text[:first]):
        return None
    groups = m.groupdict()
    mark = groups.get("st") or groups.get("sj") or groups.get("sj2") or groups.get("so") or groups.get("of")
    confidence = 0.88
    given = _given(line, m["p"][1:-1], person)
    later = re.match(r" of (?:the )?<(S\d+)>", text[m.end() :]) if not after else None
    if later is not None and mark is None:
        mark = f"<{later[1]}>"
    if mark:
        state: str | None = line.names[mark[1:-1]].id
    elif "kremlin" in m.group():
        state = "RUS"
    else:
        state = _state_of(person, given, office, story)
        confidence = 0.82 if state is not None else 0.0
        if state is None and story.home is not None and not terms_of(name_of(person)):
            state, confidence = story.home, 0.55
    if state is None:
        return None
    period: Period | None = None
    mode = modality(line, first, m.end())
    if after and not verb.startswith(","):
        when = dated(line, first, m.end())
        if when is not None and when.period is not None and when.relation in ("in", "since"):
            period = Period(when.period.first, None) if when.relation == "since" else when.period
        if verb.startswith(" was ") and period is None:
            return None
        if period is None and _FORMERLY.search(text[m.end("p") : title_at]):
            period = ended(story.published)
    apposed = re.match(r" since <(D\d+)>", text[m.end() :]) if after and verb.startswith(",") else None
    begun = line.dates[apposed[1]].period if apposed else None
    if begun is not None:
        period = begun
    mode = mode if after and not verb.startswith(",") else "asserted"
    around = (text[max(0, first - 60) : first], text[m.end("p") : m.end("p") + 60].partition(" as ")[0])
    if (m.re is _AS or verb.startswith(" as ")) and any(_OFFERED.search(words) for words in around):
        mode = "planned"
    story.spoken["office"] = office
    return mention(
        line,
        first,
        m.end(),
        Office(person=person, office=office, state=state, period=period),
        confidence - (0.2 if mode == "denied" else 0),
        mode,
    )


def _owned(m: re.Match[str]) -> bool:
    """Whether a title before a name says whose it is: «of Hungary's premier, Viktor Orban»."""
    return any(m[group] for group in ("st", "sj", "so", "its"))


def _given(line: Coded, mark: str, person: str) -> set[str]:
    name = line.names[mark]
    written = fold(line.source[name.start : name.end]).split()
    return set(written) - set(fold(name_of(person)).split())


def _terms(person: str, given: set[str], published: date | None) -> list[Term]:
    """Terms of a person in the record; namesakes are told apart by given name where one is written."""
    found = list(terms_of(name_of(person)))
    full = {name for name in given if len(name.strip(".")) > 1}
    if full:
        same = [t for t in found if full & _given_names(t)]
        found = same or [t for t in found if any(variant(a, b) for a in full for b in _given_names(t))]
    return [t for t in found if published is None or t.period.start is None or t.period.start <= published]


def _given_names(term: Term) -> set[str]:
    return {word for given in split(term.given_en) for word in fold(given).split()}


def _state_of(person: str, given: set[str], office: str, story: Story) -> str | None:
    """The state whose record has this person in this office, or in any; the text's own where it is among several."""
    terms = _terms(person, given, story.published)
    for chosen in ([t for t in terms if t.office == office], terms):
        states = {t.state for t in chosen}
        if len(states) == 1:
            return states.pop()
        if story.home in states:
            return story.home
        if chosen and story.published is not None:
            now = Period.of(story.published)
            current = {t.state for t in chosen if t.period.overlaps(now)}
            if len(current) == 1:
                return current.pop()
    return None
