"""One economy as a part of another: «India's economy is half the size of China's», «twice that of Argentina»."""

import re

from sverka.claims.mention import Mention
from sverka.claims.proposition import Figure
from sverka.reading.english.coded import Coded
from sverka.reading.english.story import Story, mention, modality, subject
from sverka.reading.english.timing import timing

_WHAT = r"(?:economy|gdp|gross domestic product|national output|output)"
_RATIO = re.compile(
    rf"(?:(?P<s><S\d+>)'s|(?P<j><J\d+>)|(?P<it>its|the country's)|the) (?:own |national )?(?P<w>{_WHAT})"
    r"(?:,? (?:at|with|of|worth) <A\d+>,?| in <D\d+>)? (?:is|was|remains|stands at|stood at|makes|came to|equals)"
    r"(?: now| still| only| just| barely| today)* (?P<a><A\d+>) (?:(?:of )?(?:the )?(?:size of|that of|as "
    r"(?:large|big) as|"
    r"the size of|of))? ?(?:the )?(?P<o><[SJ]\d+>)(?P<p>'s)?(?! (?:trade|exports|imports|population))"
)
_ECONOMY_OF = re.compile(
    r"(?P<s><S\d+>)(?P<w>) has an economy (?P<a><A\d+>) (?:the )?(?:size of |that of |as (?:large|big) as )"
    r"(?P<o><[SJ]\d+>)"
)


def ratios(line: Coded, story: Story) -> list[Mention]:
    """Ratios of two outputs, as a share of the second."""
    out: list[Mention] = []
    for m in (*_RATIO.finditer(line.text), *_ECONOMY_OF.finditer(line.text)):
        groups = m.groupdict()
        amount = line.amounts[m["a"][1:-1]]
        value = amount.quantity
        if amount.kind not in ("fraction", "percent", "times") or amount.verb:
            continue
        owner = groups.get("s") or groups.get("j")
        who = [line.names[owner[1:-1]].id] if owner else _its(line, m, story)
        whole = line.names[m["o"][1:-1]].id
        if len(who) != 1 or whole == who[0]:
            continue
        scale = 100.0 if amount.unit == "x" else 1.0
        tolerance = value.tolerance * scale if value.tolerance is not None else None
        when = timing(line, m.start("a"), m.end("a"), story)
        claim = Figure(
            metric="gdp.share", parties=(who[0], whole), low=value.low * scale, high=value.high * scale, unit="%",
            bound=value.bound, tolerance=tolerance, period=when.period,
        )  # fmt: skip
        mode = modality(line, m.start(), m.end())
        out.append(mention(line, m.start("a"), m.end(), claim, 0.8 if when.said else 0.75, mode))
    return out


def _its(line: Coded, m: re.Match[str], story: Story) -> list[str]:
    who, sure = subject(line, m.start(), story)
    if len(who) == 1 and sure:
        return who
    return [story.home] if story.home else []
