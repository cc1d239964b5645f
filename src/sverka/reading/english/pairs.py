"""Two states a text is about, and the words that stand for the other one: «its neighbour», «the Poles», «the two»."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sverka.reading.document import Name
from sverka.reading.english.coded import Coded
from sverka.reading.english.story import Story

_NEIGHBOUR = re.compile(
    r"\b(?P<own>its|their|our|the country's|the republic's|the) "
    r"(?P<adj>(?:(?:giant|huge|larger|bigger|smaller|richer|poorer|mighty|powerful|vast|big|great|little|small|old|"
    r"northern|southern|eastern|western|immediate|nearest|closest|next-door|only|land|arab|baltic|asian) )*)"
    r"(?:neighbou?r(?: (?:to the|in the|across the) [a-z]+)?|former (?:colonial )?(?:ruler|master|enemy|foe)|"
    r"old (?:enemy|rival|foe)|ally|rival)(?![\w'-]|,? <[SOP])"
)


_BLOC = re.compile(
    r"\b(?:went|goes|go|going|sent|sold|exports?|exported|sales|shipments|imports?|imported|trade|trades|"
    r"commerce|turnover|"
    r"purchases)(?: <A\d+>| <D\d+>| in <D\d+>)* (?:to|with|from) (?:the )?"
    r"(?P<b>bloc|union|club|alliance|organi[sz]ation|grouping)\b(?!'s| of)"
)


def pair_of(lines: Sequence[Coded]) -> tuple[str, str] | None:
    """The two states a text speaks of far more than of any third; None where there are no such two."""
    count: Counter[str] = Counter(
        name.id for line in lines for name in line.names.values() if name.kind == "state" and len(name.id) == 3
    )
    ranked = [*count.most_common(3), ("", 0)]
    if len(count) == 2 and sum(count.values()) > 3:
        return ranked[0][0], ranked[1][0]
    if len(count) < 2 or ranked[1][1] < 2 or ranked[1][1] < 2 * ranked[2][1]:
        return None
    return ranked[0][0], ranked[1][0]


def other(story: Story, state: str | None) -> str | None:
    """The other state of the pair; nothing for a third."""
    if story.pair is None or state not in story.pair:
        return None
    return story.pair[1] if state == story.pair[0] else story.pair[0]


def referred(line: Coded, story: Story) -> Coded:
    """The sentence with «its neighbour» and the like marked as the state they mean."""
    body = story.organization or story.body
    for found in reversed(list(_BLOC.finditer(line.text))):
        here = [line.names[mark].id for mark, _, end in line.marks("O") if end <= found.start()]
        id_ = here[-1] if here else body
        if id_ is not None:
            line, _ = _marked(line, found.start("b"), found.end("b"), id_, "organization")
    if story.pair is None:
        return line
    at = 0
    while (m := _NEIGHBOUR.search(line.text, at)) is not None:
        at = m.end()
        whose = _whose(line, m.start(), story)
        meant = other(story, whose)
        apposed = re.search(r"<S\d+>, $", line.text[: m.start()]) or re.match(r",? <S\d+>", line.text[m.end() :])
        if apposed or meant is None or (m["own"] == "the" and not m["adj"] and "neighb" not in m.group()):
            continue
        line, at = _marked(line, m.start(), m.end(), meant)
    return line


def _whose(line: Coded, start: int, story: Story) -> str | None:
    """Whose neighbour: the first state of the sentence so far, else the subject of the one before."""
    assert story.pair is not None
    before = [i for i in line.ids(line.text[:start]) if i in story.pair]
    if before:
        return before[0] if len(set(before)) == 1 else None
    if re.search(r"<[SJ]\d+>", line.text[:start]):
        return None
    after = re.search(r"<[SJ](\d+)>", line.text[start:])
    last = story.subject if story.subject in story.pair else story.home
    if after is not None:
        named = line.ids(after.group())[0]
        return named if named in story.pair else last
    return last


def _marked(line: Coded, start: int, end: int, id_: str, kind: str = "state") -> tuple[Coded, int]:
    mark = f"{'S' if kind == 'state' else 'O'}{900 + len(line.names)}"
    code = f"<{mark}>"
    a, b = line.span(start, end)
    names = {**line.names, mark: Name(a, b, id_, kind, "noun")}
    text = line.text[:start] + code + line.text[end:]
    offsets = (*line.offsets[:start], *[line.offsets[start]] * len(code), *line.offsets[end:])
    return replace(line, text=text, offsets=offsets, names=names), start + len(code)
