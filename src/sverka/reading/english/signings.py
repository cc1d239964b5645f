"""Documents signed in English: «signed a trade pact with», «the treaty was signed in Warsaw in 1991»."""

import re
from collections.abc import Iterator

from sverka.claims.ids import prefix_of
from sverka.claims.mention import Mention
from sverka.reading.english.coded import Coded
from sverka.reading.english.happening import dated_event
from sverka.reading.english.story import Story, subject
from sverka.reading.english.text import lowered

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
#: «…, signed in Hanoi in July 2000»: a document with its date, by the two states a text is about.
_PARTICIPLE = re.compile(
    rf"(?:\b(?:the|a|an|their) |^)(?:{_DOCUMENT}|(?P<t><[TO]\d+>)),? (?P<v>(?:(?:was|were|had been|being) )"
    rf"?(?:only |first )?"
    rf"(?:signed|initialled|concluded))(?: (?:in|at) (?:the )?(?:<S\d+>|[a-z]+))?(?= (?:in |on )?<D\d+>)"
)


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


def signatures(line: Coded, story: Story) -> Iterator[Mention]:
    """Documents signed, with the sides the words name."""
    for m in _SIGN.finditer(line.text):
        document = _document(line, m)
        who, sure = subject(line, m.start(), story)
        others = line.ids(m["w"]) if m["w"] else []
        source = tuple(dict.fromkeys([*who, *others]))
        if document is None or not source or any(prefix_of(s) for s in source):
            continue
        doubt = 0.0 if sure else 0.15
        doubt += 0.0 if len(source) > 1 or m["t"] else 0.2
        yield from dated_event(
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
        yield from dated_event(
            line,
            m.start("v") if not m["doc"] else m.start(),
            m.end(),
            story,
            {"type": "sign", "source": source, "target": (document,)},
            0.82 - doubt,
        )


def between_the_pair(line: Coded, story: Story, taken: list[Mention]) -> Iterator[Mention]:
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
        yield from dated_event(line, m.start(), m.end(), story, event, 0.66)
