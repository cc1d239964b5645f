"""Quotations in English: words in quotation marks with whoever said them, and clauses after «said that»."""

import re
from collections.abc import Sequence

from sverka.claims.mention import Quotation
from sverka.reading.english.coded import Coded
from sverka.reading.english.story import Story
from sverka.reading.english.voices import SAY, office_id

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,900})[\"”»]")
_VERB = re.compile(
    rf"\b{SAY}\b|\b(?:asked|replied|quipped|wrote|tweeted|complained|promised|concluded|"
    rf"remarked|vowed|joked|lamented)\b"
)
_SPEECH = (
    r"(?:said|says|say|told|stated|added|noted|notes|note|reported|announced|claimed|claims|"
    r"claim|argued|argues|insisted|insists|insist|declared|explained|stressed|acknowledged|"
    r"admitted|warned|warns|confirmed|promised|recalled)"
)
_OFFICE = (
    r"(?P<o>(?:foreign|economy|energy|finance|trade|defen[cs]e|interior|agriculture|industry|"
    r"economic development|national economy|health|transport) ministry|ministry of [a-z]+|"
    r"central bank|national bank|statistics (?:agency|office|committee|service)|customs "
    r"(?:service|committee|office))"
)
_INDIRECT = re.compile(
    rf"(?:\b(?:at|officials at|officials from|the head of|a spokes\w+ for|sources at) the "
    rf"(?:<[JS]\d+>(?:'s)? )?{_OFFICE}(?: (?:they|officials|people))? (?:only )?{_SPEECH}(?: "
    rf"only| also)?(?: <D\d+>)?(?: that)|"
    rf"(?<!\w)(?:the )?(?:(?P<j><[JS]\d+>)(?:'s)? )?{_OFFICE.replace('?P<o>', '?P<o2>')} "
    rf"{_SPEECH}(?: only| also)?(?: on <D\d+>| <D\d+>| last week| in <D\d+>)?(?: that)|"
    rf"(?P<p><[PO]\d+>)(?:, [^,;]{{0,60}},)?(?: has| had| also| later)* {_SPEECH}(?: reporters|"
    rf" journalists| lawmakers| parliament| <O\d+>| <J\d+> \w+)?(?: on <D\d+>| <D\d+>| last "
    rf"week| in <D\d+>| at [\w ]{{0,30}})*(?: that)) (?P<said>[^;.\"]+)"
)


def quotations(lines: Sequence[Coded], story: Story) -> list[Quotation]:
    """Direct and indirect quotations; scare quotes, names and titles are none."""
    out: list[Quotation] = []
    for number, line in enumerate(lines):
        out.extend(_direct(line, lines[number + 1] if number + 1 < len(lines) else None, story))
        for m in _INDIRECT.finditer(line.text):
            speaker = line.names[m["p"][1:-1]].id if m["p"] else _office(line, m, story)
            if speaker is None or m["said"].count(" ") < 2:
                continue
            a, b = line.span(m.start("said"), m.end("said"))
            out.append(Quotation(speaker=speaker, anchor=line.source[a:b], span=(a, b), direct=False))
    return sorted(out, key=lambda q: q.span)


def _office(line: Coded, m: re.Match[str], story: Story) -> str | None:
    states = [i for i in line.ids(m.group()[: m.start("said") - m.start()]) if len(i) == 3]
    return office_id(m["o"] or m["o2"], states[0] if states else story.home)


def _direct(line: Coded, following: Coded | None, story: Story) -> list[Quotation]:
    source = line.source[line.start : line.end]
    out: list[Quotation] = []
    for m in _QUOTED.finditer(source):
        words = m[1].strip(" ,.")
        before, after = source[: m.start()], source[m.end() : m.end() + 140]
        clause_after = re.match(r"\W*([^\"“„;.]{0,110})", after)
        near = clause_after[1] if clause_after else ""
        said_after = (_VERB.search(near.lower()) is not None and m[1].rstrip()[-1:] in ",.?!") or (
            re.match(r"^[,]? (?:he|she|they|the|a|an|mr|ms|[A-Z])[^,.;]{0,60}\b", near) is not None
            and _VERB.search(near.lower()) is not None
            and m[1].rstrip()[-1:] in ",?!"
        )
        said_before = (
            re.search(rf"\b(?:{SAY}|asked|replied|wrote|vowed|quipped)\b[^\"“„.;]{{0,40}}[:,] ?$", before.lower())
            is not None
        )
        if not (said_after or said_before) or words.count(" ") < 2:
            continue
        start = line.start + m.start(1) + (len(m[1]) - len(m[1].lstrip(" ,.")))
        end = start + len(words)
        marks = [n for k, n in line.names.items() if k[0] in "PO"]
        window = (
            (line.start + m.end(), line.start + m.end() + len(near) + 3)
            if said_after
            else (line.start + max(0, m.start() - 120), line.start + m.start())
        )
        speakers = [n.id for n in marks if window[0] <= n.start < window[1]]
        speaker = speakers[0] if said_after and speakers else speakers[-1] if speakers else None
        if speaker is None:
            body = re.search(
                r"\b(?:the )?([a-z]+ ministry|central bank|national bank)\b(?! official| source)",
                near.lower() if said_after else before.lower()[-120:],
            )
            pronoun = re.search(r"\b(?:he|she)\b", near.lower() if said_after else before.lower()[-60:])
            if body is not None:
                speaker = office_id(body[1], story.home)
            elif pronoun is not None and isinstance(story.spoken.get("person"), str):
                speaker = str(story.spoken["person"])
        out.append(Quotation(speaker=speaker, anchor=line.source[start:end], span=(start, end), direct=True))
    return out
