"""Whom trade is with where only «the two», «two-way» or «there» says so."""

import re

from sverka.reading.english.coded import Coded
from sverka.reading.english.pairs import other
from sverka.reading.english.story import Story


def ordered(story: Story) -> tuple[str | None, str | None]:
    """The pair of the text, its own state first."""
    if story.pair is None:
        spoken = story.spoken.get("pair")
        if not isinstance(spoken, list) or len(spoken) != 2:
            return None, None
        return (spoken[1], spoken[0]) if spoken[1] == story.home else (spoken[0], spoken[1])
    first = story.home if story.home in story.pair else story.pair[0]
    return first, other(story, first)


def pair_meant(line: Coded, story: Story) -> list[str]:
    """«between the two»: the two states of the sentence, else of the flow before, else of the last pair named."""
    here = list(dict.fromkeys(line.names[m[1:-1]].id for m in re.findall(r"<[SJ]\d+>", line.text)))
    if len(here) == 2:
        return here
    if story.pair is not None and set(here) <= set(story.pair):
        return [i for i in ordered(story) if i is not None]
    if here:
        other = here[0]
        return [story.home, other] if len(here) == 1 and story.home not in (None, other) and story.home else []
    if story.owner and story.partner and story.partner != "WLD":
        return [story.owner, story.partner]
    pair = story.spoken.get("pair")
    return list(pair) if isinstance(pair, list) else []


def named_side(line: Coded, at: int, story: Story) -> str | None:
    """«With a turnover of $30 billion China became …»: the one other state of the sentence's subject and object."""
    found: list[str] = []
    for m in re.finditer(r"<S(\d+)>", line.text):
        governed = re.search(
            r"\b(?:than|against|ahead of|of|in|from|to|with|without|aside|past|behind|by) (?:the )?$",
            line.text[: m.start()],
        )
        if line.names[f"S{m[1]}"].id != story.home and governed is None and line.text[m.end() : m.end() + 2] != "'s":
            found.append(line.names[f"S{m[1]}"].id)
    return found[0] if found else None


def other_side(line: Coded, at: int, story: Story) -> str | None:
    """Whom two-way trade is with: the sentence's subject where that is not the home state, else the last partner."""
    home = story.home
    for m in re.finditer(r"<S(\d+)>", line.text):
        id_ = line.names[f"S{m[1]}"].id
        governed = (
            re.search(r"\b(?:than|against|ahead of|of|in|from|without) (?:the )?$", line.text[: m.start()]) is not None
        )
        if id_ != home and not governed:
            return id_
    return story.partner if story.partner != "WLD" else None


def last_partner(line: Coded, at: int, story: Story) -> str | None:
    """«There»: the last state or body named that is not the text's own."""
    names = [line.names[mark].id for mark, _, stop in line.marks("SO") if stop <= at]
    partners = [n for n in names if n != story.home]
    return partners[-1] if partners else story.partner or other(story, story.home)
