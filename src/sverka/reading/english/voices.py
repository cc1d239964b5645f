"""Who says so in English: «according to Russian customs», «the statistics agency said», «by Kyrgyz data»."""

import re
from dataclasses import dataclass

from sverka.reading.english.coded import Coded
from sverka.reading.english.story import Story
from sverka.record.states import state_name

SAY = (
    r"(?:said|says|say|told|tells|stated|states|added|adds|noted|notes|note|reported|reports|"
    r"report|announced|announces|claimed|claims|claim|argued|argues|insisted|insists|insist|"
    r"estimated|estimates|estimate|declared|declares|believes|believe|explained|stressed|"
    r"acknowledged|admitted|warned|warns|confirmed|revealed|recalled|reckons|reckon|shows|"
    r"show|showed|calculates?d?|put)"
)
_OFFICE = (
    r"(?:state |national |federal |central |official )?(?:statistics (?:agency|office|service|"
    r"committee|bureau|department)|statistical (?:agency|office|service|committee)|"
    r"statisticians|statistics|customs (?:service|office|committee|agency|authorities|data|"
    r"figures|statistics)|customs|"
    r"(?:foreign|economy|energy|finance|trade|defen[cs]e|interior|agriculture|industry|"
    r"economic development|national economy|health|transport|justice|oil) ministry|ministry "
    r"of [a-z]+(?: (?:and|of) [a-z]+)?|central bank|national bank|chamber of commerce|"
    r"treasury|"
    r"bureau of (?:national )?statistics|data|figures|numbers|government(?: figures| data)?|"
    r"officials?(?: figures| data)?)"
)
_BODY = (
    rf"(?P<who>(?:(?:the )?(?:<[JS]\d+>(?:'s)? |its |the country's |(?:the )?(?:republic|"
    rf"country)'s )?(?:own )?(?P<office>{_OFFICE})(?: (?:data|figures|statistics))?(?: of "
    rf"(?:the )?<S\d+>)?)|(?:president |prime minister |minister |foreign minister "
    rf")?<[POS]\d+>(?:'s (?P<office2>{_OFFICE}))?|(?P<other>(?:the |or so the )?[a-z][a-z'-]+))"
)
_ACCORDING = re.compile(
    rf"\b(?:according to|on the (?:figures|numbers|data|reckoning) of|in the (?:words|view|"
    rf"opinion|estimate) of|as reported by|as estimated by|citing|per) (?:the )?(?:latest |"
    rf"official |preliminary |recent |own |new )*{_BODY}"
)
_BY_DATA = re.compile(
    r"\b(?:by|on|going by|judging by|in) (?:the )?(?:latest |official |preliminary "
    r")*(?P<who>(?:<[JS]\d+>(?:'s)? )(?P<office>(?:own )?(?:customs|statistics|data|figures|"
    r"official figures|count|reckoning|numbers)(?: (?:data|figures|statistics))?))(?: of)?\b"
)
_TRAILING = re.compile(
    rf", (?:or so )?(?:the )?{_BODY} {SAY}(?: <D\d+>| on <D\d+>| in [^,.;]{{0,40}}| last week)?(?=[.,;]|$)"
)
_LEADING = re.compile(
    rf"^\W*(?:in <D\d+>,? )?(?:the )?{_BODY}(?: <D\d+>)? {SAY} (?:only |also |later |on <D\d+> "
    rf"|last \w+ )*(?:that )?(?=\S)"
)
_PUT = re.compile(
    r"^\W*(?:the )?(?P<who><[JS]\d+>(?:'s)? (?P<office>customs|statistics|statisticians|data|"
    r"figures|customs data|customs figures|official figures)) (?:put|puts|give|gives|show|"
    r"shows|showed|record|records|recorded|count|counts|counted|have|has)\b"
)
_NOT_SPEAKER = frozenset(
    """
    it this that he she they there what which who we you i one some many most nobody everyone exports imports
    trade turnover analysts observers critics economists experts nothing others both all figures data the a
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker's id and the stretch of code that is theirs."""

    id: str
    start: int
    end: int


def voice(line: Coded, story: Story) -> Voice | None:
    """Whose words or figures a sentence gives; None for the author's own."""
    for pattern in (_ACCORDING, _PUT, _BY_DATA, _TRAILING, _LEADING):
        for m in pattern.finditer(line.text):
            if pattern is _LEADING and not m.groupdict().get("office") and not m.group().rstrip().endswith("that"):
                continue
            speaker = speaker_of(line, m, story)
            if speaker is not None:
                first, last = _stretch(line.text, m.start(), m.end(), whole=pattern in (_PUT, _LEADING))
                return Voice(speaker, first, last)
    return None


def _stretch(text: str, start: int, end: int, *, whole: bool) -> tuple[int, int]:
    first = max(text.rfind(";", 0, start) + 1, 0)
    nearest = text.find(";", end)
    return (start if whole else first), nearest if nearest >= 0 else len(text)


def speaker_of(line: Coded, m: re.Match[str], story: Story) -> str | None:
    """The id of a speaker: a person, a body of the record, an office of a state, or a name as the text writes it."""
    groups = m.groupdict()
    office = (groups.get("office") or groups.get("office2") or "").strip()
    ids = line.ids(groups["who"])
    if office:
        state = next((i for i in ids if len(i) == 3), None)
        if state is None and ids:
            return ids[0]
        return office_id(office, state or story.home)
    if ids:
        return ids[0]
    other = (groups.get("other") or "").removeprefix("or so ").removeprefix("the ").strip()
    if not other or other in _NOT_SPEAKER:
        return None
    start = m.start("other") + (len(groups.get("other") or "") - len(other))
    a, b = line.offsets[start], line.offsets[start + len(other)]
    written = line.source[a:b]
    return f"org:{written}" if written[:1].isupper() and a > line.start else None


def office_id(office: str, state: str | None) -> str | None:
    """An office of a state as an id: `org:Statistics Agency of Peru`; plain officials speak for the state."""
    if state is None:
        return None
    name = state_name(state, "en")
    low = re.sub(r"^(?:own|state|national|official|federal|central) ", "", office) if "bank" not in office else office
    if "ministry" in low:
        ministry = re.sub(r"^ministry of (?:the )?|ministry$", "", low).strip()
        ministry = "Foreign Affairs" if ministry in ("foreign", "foreign affairs") else ministry.title()
        return f"org:Ministry of {ministry} of {name}"
    if low.startswith("customs"):
        return f"org:Customs Service of {name}"
    if "statistic" in low:
        return f"org:Statistics Agency of {name}"
    if "bank" in low:
        return f"org:{'National' if 'national' in low else 'Central'} Bank of {name}"
    return state
