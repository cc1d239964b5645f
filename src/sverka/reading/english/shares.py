"""Shares in English: «takes half of all exports», «a fifth of world output», «60 percent of Kyrgyz trade»."""

import re
from dataclasses import dataclass

from sverka.reading.english.coded import Coded
from sverka.reading.english.story import Story, subject

_WHOLE = re.compile(
    r" of (?:all |the )?(?:(?:(?P<s><S\d+>)(?:'s|')|(?P<j><J\d+>)|(?P<it>its|the (?:country|"
    r"republic|nation|kingdom)'s|their|whose|the)) )?(?:(?:total|overall|foreign|external|"
    r"outside|entire|whole|goods|merchandise|annual) ){0,2}"
    r"(?P<flow>exports|imports|trade turnover|turnover|trade|commerce|sales abroad|foreign "
    r"sales|purchases abroad|purchases|shipments)(?! (?:deal|minister|surplus|deficit|gap|to "
    r"the))(?:(?: of| in)? (?P<of><S\d+>))?"
)
_OUTPUT = re.compile(
    r" of (?:the )?(?:world|global|planet|earth)(?:'s)? (?:economic )?(?:output|gdp|economy|"
    r"product|gross domestic product)"
)
_COMBINED = re.compile(
    r" of (?:the )?(?:(?P<o><O\d+>)(?:'s)?|(?:bloc|union|club|group|alliance|"
    r"organi[sz]ation)'s|their|its) (?:(?:combined|total|joint|aggregate|collective|whole) "
    r")?(?:gdp|output|economy|economic output|gross domestic product)"
)
_PEOPLE = re.compile(
    r" of (?:mankind|humanity|humankind|(?:the )?(?:world|global)(?:'s)? (?:population|people|"
    r"inhabitants)|the planet's (?:population|people))"
)
_OF_IT = re.compile(r" of it (?:is |was )?(?P<j><[JS]\d+>)(?:'s)?")
_TAKES = re.compile(
    r"(?:\b|(?=,))(?:accounts? for|accounted for|accounting for|made up|makes? up|making up|took|takes?|"
    r"taking|absorb(?:s|ed|ing)?|buys?|bought|buying|handle[sd]?|receive[sd]?|"
    r"provide[sd]?|suppl(?:y|ies|ied)|represent(?:s|ed)?|sent|sends|claim(?:s|ed)?|"
    r"contribute[sd]?|, with|generate[sd]?|ha[sd]|swallow(?:s|ed)?) (?:for )?(?:(?:now|still|today|"
    r"already|together|alone|only|just|barely|hardly) )*$"
)
_WENT = re.compile(
    r" (?:(?:now|still|already|then) )?(?:went|goes|go|going|headed|heads?|flow(?:s|ed)|are "
    r"sent|is sent|were sent|was sent|(?:is|was|are|were) shipped|(?:is|was|are|were) sold|"
    r"came|comes|come|coming|arrived?s?|originate[sd]?|(?:is|was|are|were|being)(?: done| "
    r"conducted)?) (?:(?:mostly|directly) )?(?:to|from|with) (?:the )?(?P<x><[SO]\d+>)"
)
_WITH = re.compile(r" (?:(?:is|was) )?(?:with|to|from) (?:the )?(?P<x><[SO]\d+>)")
_SHARE_OF = re.compile(
    r"(?P<x><[SO]\d+>)(?:'s|') share (?:of|in) (?:(?:(?P<s><S\d+>)(?:'s|')|(?P<j><J\d+>)|"
    r"(?P<it>its|the (?:country|republic)'s)) )?(?:(?:total|overall|foreign|external) "
    r")?(?P<flow>exports|imports|trade|turnover)\b[^,;]{0,40}$"
)
_SHARE_IN = re.compile(
    r"share of (?:the )?(?P<x><[SO]\d+>) (?:of|in) (?:(?P<s><S\d+>)(?:'s|')|(?P<j><J\d+>)|"
    r"(?P<it>its|the (?:country|republic)'s)) (?:(?:total|overall|foreign|external) "
    r")?(?P<flow>exports|imports|trade|turnover)\b[^,;]{0,40}$"
)
_BODY = re.compile(
    r"\b(?:the |its )?(?:(?:\w+-(?:nation|member|state|country)|\w+) )?(?:union|bloc|club|"
    r"body|organi[sz]ation|alliance|grouping|members|member states|group|community)(?: "
    r"together| as a whole| combined| now| still| already)*(?=[^<]{0,30}$)"
)
#: «The share of <O> in our trade is great: it took …»: whose share was the subject, named here or not.
_ITS_SHARE = re.compile(r"\bshare of (?P<x>[^,;:.]{1,60}?) in\b[^.]{0,160}[,;:] [^.,;:]{0,60}\b(?:it|this|they) $")
_COMMODITY = re.compile(r" (?:of|to) (?!<)(?:oil|gas|wine|grain|arms|crude|copper)")


@dataclass(frozen=True, slots=True)
class Share:
    """A share: metric, parties ([whole, part] in trade, [part, whole] elsewhere), how sure, and of which flow."""

    metric: str
    parties: tuple[str, ...]
    sure: float
    flow: str = ""
    stop: int = 0


def share(line: Coded, mark: str, at: int, story: Story) -> Share | None:
    """The share an amount states; None where the part or the whole stays unnamed."""
    text = line.text
    end = at + len(mark) + 2
    left = text[:at]
    for pattern in (_SHARE_OF, _SHARE_IN):
        m = pattern.search(left)
        if m is not None:
            whole = _owner(line, m, story)
            return (
                Share("trade.share", (whole, line.names[m["x"][1:-1]].id), 0.0, _flow(m["flow"]), end)
                if whole
                else None
            )
    m = _WHOLE.match(text, end)
    if m is not None:
        return _of_trade(line, m, at, story)
    m = _OUTPUT.match(text, end)
    if m is not None:
        part, sure = _part(line, at, story)
        return Share("gdp.share", (part, "WLD"), sure, "output", m.end()) if part else None
    m = _COMBINED.match(text, end)
    if m is not None:
        part, sure = _taker(line, at, story)
        whole = line.names[m["o"][1:-1]].id if m["o"] else story.organization or story.body
        return (
            Share("gdp.share", (part, whole), sure - (0.0 if m["o"] else 0.12), "output", m.end())
            if part and whole and part != whole
            else None
        )
    m = _PEOPLE.match(text, end)
    if m is not None:
        part, sure = _part(line, at, story)
        return Share("population", (part, "WLD"), sure, "people", m.end()) if part else None
    m = _OF_IT.match(text, end)
    last = story.spoken.get("share")
    if m is not None and isinstance(last, Share) and last.metric == "gdp.share":
        return Share("gdp.share", (line.names[m["j"][1:-1]].id, last.parties[0]), last.sure, "output", m.end())
    return None


def _flow(word: str) -> str:
    return (
        "exports"
        if word in ("exports", "sales abroad", "foreign sales", "shipments")
        else "imports"
        if word.startswith(("imports", "purchases"))
        else "turnover"
    )


def _owner(line: Coded, m: re.Match[str], story: Story) -> str | None:
    groups = m.groupdict()
    if groups.get("s") or groups.get("j") or groups.get("of"):
        mark = groups.get("s") or groups.get("j") or groups["of"]
        return line.names[str(mark)[1:-1]].id
    if groups.get("it") in ("its", "their", "whose"):
        who, _ = subject(line, m.start(), story)
        taking = _TAKES.search(line.text[: max(0, m.start() - 4)].rstrip() + " ")
        if taking is None and len(who) == 1 and line.text[: m.start()].count("<S") == 1 and story.home is None:
            return who[0]
    return story.home


def _of_trade(line: Coded, m: re.Match[str], at: int, story: Story) -> Share | None:
    text = line.text
    whole = _owner(line, m, story)
    stop = m.end()
    if m["it"] == "its" and (_WENT.match(text, stop) or _WITH.match(text, stop)):
        who, clean = subject(line, at, story)
        whole = who[0] if len(who) == 1 and clean else whole
    if whole is None or _COMMODITY.match(text, stop):
        return None
    went = _WENT.match(text, stop) or _WITH.match(text, stop)
    if went is not None:
        part, sure = line.names[went["x"][1:-1]].id, 0.0
        stop = went.end()
    else:
        found, sure = _taker(line, at, story)
        if found is None:
            return None
        part = found
    if part == whole:
        return None
    if m["it"] is None and m["s"] is None and m["j"] is None and m["of"] is None and whole != story.home:
        sure -= 0.2
    return Share("trade.share", (whole, part), sure, _flow(m["flow"]), stop)


def _taker(line: Coded, at: int, story: Story) -> tuple[str | None, float]:
    """Who takes the share: the subject of «took», «accounts for»."""
    left = line.text[:at]
    verb = _TAKES.search(left)
    if verb is None:
        return None, 0.0
    return _part(line, verb.start(), story)


def _part(line: Coded, at: int, story: Story) -> tuple[str | None, float]:
    """The subject before `at`: a state, an organization by name, or «the union», «the eight members»."""
    left = line.text[:at]
    organization = re.search(
        r"(?:^|[;:,—] |\bthe |\band )<O(\d+)>(?: together| as a whole| countries| members| "
        r"states)?[^<;:]{0,30}$",
        left,
    )
    if organization is not None:
        return line.names[f"O{organization[1]}"].id, 0.0
    whose = _ITS_SHARE.search(left)
    if whose is not None:
        ids = line.ids(whose["x"])
        return (ids[0], 0.0) if len(ids) == 1 else (None, 0.0)
    body = _BODY.search(left)
    who, clean = subject(line, at, story)
    if body is not None and (not who or left.rfind("<S") < body.start()):
        return story.organization or story.body, -0.1
    if len(who) == 1:
        return who[0], 0.0 if clean else -0.2
    last = story.spoken.get("share")
    if not who and isinstance(last, Share) and story.spoken.get("share_line") == line.start:
        return last.parties[0 if last.metric != "trade.share" else 1], last.sure
    return None, 0.0
