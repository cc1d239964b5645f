"""Trade in English clauses: cues such as «exports», «purchases», «trade with», whose they are and with whom."""

import re
from dataclasses import dataclass

from sverka.reading.english.coded import Coded
from sverka.reading.english.flow_words import (
    ABROAD,
    ALL_GOODS,
    BACK,
    BETWEEN,
    FREE,
    GAP,
    GROUP,
    JOINT,
    MIRROR,
    OF_GOODS,
    OWNER,
    PATTERN,
    PLAIN,
    PREPOSED,
    SUM_BEFORE,
    THERE,
    TO_WHOM,
    UNNAMED,
    VERBAL,
    WARES,
    WHEN,
    WITH,
    WITHIN,
    WORLD_BEFORE,
)
from sverka.reading.english.sides import last_partner, named_side, ordered, other_side, pair_meant
from sverka.reading.english.story import Story, subject


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow of goods: metric, reporter, partner (None where nothing says), how sure, and where its cue stands.

    `open` where the words leave open whose it is: too unsure for any verdict.
    """

    metric: str
    owner: str | None
    partner: str | None
    sure: float
    start: int
    end: int
    ware: bool = False
    open: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """[reporter, partner]."""
        return tuple(p for p in (self.owner, self.partner) if p)

    @property
    def inner(self) -> bool:
        """True for the trade of a body's members with one another: no partner, and none left out."""
        return self.partner == ""


#: How much less sure a flow is whose partner the words leave open.
_OPEN = 0.4


def flows(line: Coded, story: Story) -> list[Flow]:
    """Every flow a sentence names, in order."""
    out: list[Flow] = []
    for m in PATTERN.finditer(line.text):
        group = next(g for g, v in m.groupdict().items() if v is not None).rstrip("0123456789")
        if _idle(line.text, m.start(), m.end()):
            continue
        flow = _flow(line, story, group, m.start(), m.end(), out)
        if flow is not None:
            out.append(flow)
    return out


def _idle(text: str, start: int, end: int) -> bool:
    """Verbs and nouns that look like trade but are not: «sold its stake», «free trade», «world trade»."""
    word = text[start:end]
    before, after = text[max(0, start - 16) : start], text[end : end + 20]
    if re.search(r"\b(?:free|fair|world|global|slave|to)[ -]$", before) and word.startswith("trade"):
        return True
    if word == "turnover" and re.search(r"\b(?:staff|voter|voting) $", before):
        return True
    return re.match(
        r"(?:'s)?-(?:led|driven|dependent|oriented|to|based)| (?:ban|duty|duties|tariffs?|"
        r"licen[cs]e|quota|control|route|terminal|revenues?|earnings|potential|capacity|prices?|"
        r"market|substitution|growth model|cover)\b",
        after,
    ) is not None or (
        word == "sold"
        and re.match(
            r" (?:(?:its|his|her|their)(?! (?:\w+ )?(?:neighbou?r|ally|partner|rival|former))|out|off|a stake)\b", after
        )
        is not None
    )


def _flow(line: Coded, story: Story, group: str, start: int, end: int, before: list[Flow]) -> Flow | None:
    text = line.text
    left, right = text[max(0, start - 60) : start], text[end:]
    verbal = text[start:end].split(" ")[0] in VERBAL
    ware = _is_ware(left, right, group, verbal)
    metric = "exports" if group == "shipments" else group
    sure = 0.0
    owner: str | None = None
    partner: str | None = None
    joint = JOINT.search(left)
    if joint is not None:
        owner, partner = (line.names[g].id for g in joint.groups())
    elif verbal:
        who, clean = subject(line, start, story)
        if len(who) != 1:
            return None
        owner, sure = who[0], 0.0 if clean else -0.15
    else:
        possessor = OWNER.search(left)
        whose = re.match(r" (?:volumes? )?of (?:the )?<(S\d+)>", right)
        if whose is not None:
            owner = line.names[whose[1]].id
            right = right[whose.end() :]
            end += whose.end()
        elif possessor is not None:
            owner, sure = _possessor(line, story, possessor, start)
    between = BETWEEN.match(right)
    stop, left_open = end, False
    preposition = ""
    if between is not None:
        owner, partner = (line.names[g].id for g in between.groups())
        stop = end + between.end()
    elif re.match(rf"{GAP} between (?:(?:the|these|those) (?:two|pair)|both|them)\b", right):
        apposed = re.match(r"[^,;]{0,30}, <(S\d+)> and <(S\d+)>,", right)
        pair = [line.names[g].id for g in apposed.groups()] if apposed else pair_meant(line, story)
        if len(pair) != 2:
            return None
        owner, partner = pair
        sure -= 0.0 if apposed else 0.08
    elif group == "turnover" and (within := WITHIN.match(right)) is not None:
        named = within["o"] or within["of"]
        body = line.names[named].id if named else story.organization or story.body
        if owner is not None and body is not None:
            return Flow(metric, owner, body, sure, start, end + within.end())
        return Flow(metric, body, "" if body else None, -0.05 if named else -0.15, start, end + within.end())
    elif UNNAMED.match(right) is not None:
        return Flow(metric, None, None, sure, start, end)
    elif partner is None:
        said = WITH.match(right)
        there = THERE.match(right)
        back = BACK.match(right)
        earlier = PREPOSED.search(left)
        if said is not None and not _not_partner(line, said, text, end):
            partner, preposition, stop = line.names[said["x"][1:-1]].id, said["p"], end + said.end()
            second = re.match(r" (?P<p>to|from) (?:the )?(?P<x><[SO]\d+>)", text[stop:])
            if preposition in ("from", "to") and second is not None and second["p"] != preposition:
                other = line.names[second["x"][1:-1]].id
                owner, partner = (partner, other) if preposition == "from" else (other, partner)
                metric, preposition, stop = "exports", "", stop + second.end()
        elif metric == "imports" and (of_goods := OF_GOODS.match(right)) is not None:
            partner, stop = line.names[of_goods[1]].id, end + of_goods.end()
        elif verbal and (whom := TO_WHOM.match(right)) is not None:
            partner, stop = line.names[whom[1]].id, end + whom.end()
            metric = "exports"
        elif there is not None:
            partner, stop, sure = last_partner(line, start, story), end + there.end(), sure - 0.05
            if partner is None:
                return None
        elif back is not None and (before or story.metric):
            last = before[-1] if before else Flow(story.metric, story.owner, story.partner, 0.0, 0, 0)
            if last.partner is None:
                return None
            metric = MIRROR.get(last.metric, metric)
            owner, partner, stop, sure = last.owner, last.partner, end + back.end(), sure - 0.05
        elif earlier is not None:
            partner, preposition = line.names[earlier["x"][1:-1]].id, earlier["p"]
        elif metric == "turnover" and (
            re.search(r"\b(?:two-way|bilateral|mutual|reciprocal) (?:[\w-]+ )?$", left) or WHEN.search(left)
        ):
            here = [i for i in line.ids(text) if len(i) == 3 and i != story.home]
            known = set(story.pair or ()) or {i for i in ordered(story) if i and not story.partner}
            if known and owner is None and set(here) <= known:
                owner, partner = ordered(story)
            else:
                partner = other_side(line, start, story)
            sure -= 0.05
            if partner is None:
                return None
        elif (
            group == "turnover"
            and not WORLD_BEFORE.search(left)
            and not ABROAD.match(right)
            and (side := named_side(line, start, story))
        ):
            partner, sure = side, sure - 0.1
        elif GROUP.match(right) is not None:
            partner, left_open = "WLD", True
        elif group == "turnover" and owner is None and _both_ways(left, story):
            partner, left_open = story.partner, True
        elif ABROAD.match(right) or WORLD_BEFORE.search(left):
            partner = "WLD"
        elif group == "turnover" and owner is None and story.pair is not None and not verbal:
            here = [i for i in line.ids(text) if len(i) == 3]
            if set(here) <= set(story.pair):
                owner, partner = ordered(story)
                sure -= 0.08 if story.quiet <= 2 else 0.16
    if preposition == "from" and metric == "exports":
        if (
            group == "shipments"
            or (owner is None and partner != story.home)
            or re.match(r"deliver|suppl|sales", text[start:end])
        ):
            metric = "imports"
        else:
            owner, partner, preposition = partner, None, ""
    if preposition in ("to", "into") and metric == "imports" and owner is None:
        owner, partner = partner, None
    owner, partner, sure = _completed(line, story, owner, partner, sure, start, before)
    if owner is None or owner == partner:
        return None
    return Flow(metric, owner, partner, sure - _OPEN * left_open, start, stop, ware, left_open)


def _both_ways(left: str, story: Story) -> bool:
    """«The total trade» right after trade with one partner: with everyone, or both ways with that one?"""
    return SUM_BEFORE.search(left) is not None and story.quiet <= 0 and story.partner not in (None, "WLD")


def _not_partner(line: Coded, said: re.Match[str], text: str, end: int) -> bool:
    """«exports rose to <S>»-like accidents; adjectives count only before «side», «market»."""
    return said["x"][1] == "J" and not said["side"]


def _is_ware(left: str, right: str, group: str, verbal: bool) -> bool:
    """Whether the cue speaks of one kind of goods, or of services, rather than of all goods."""
    of = re.match(r"(?: <A\d+>)?(?: worth)? of (?:<J\d+> )?([a-z-]+)", right)
    listed = re.match(r" <A\d+> worth of [a-z-]+(?:, [a-z-]+)+,? and [a-z-]+(?=[,.;])", right)
    if listed is not None and re.search(rf"\b(?:{WARES})\b", listed.group()) is None:
        return False  # «shirts, televisions and hazelnuts»: a way to say goods
    if verbal and re.match(rf" (?:(?:more|some|crude|natural|much) )?(?:{WARES})\b", right):
        return True
    if of is not None and of[1] not in ALL_GOODS:
        return True
    if re.match(rf" (?:in|of) services|(?: <A\d+>)? <J\d+> (?:{WARES})\b", right):
        return True
    last = re.search(r"(?<![\w-])([\w-]+) $", left)
    if verbal or last is None or last[1] in PLAIN or last[1][:1].isdigit():
        return False
    if re.fullmatch(WARES, last[1]):
        return True
    return group in ("exports", "imports") and not last[1].endswith(("ly", "ing", "ed", "ern")) and last[1] not in FREE


def _possessor(line: Coded, story: Story, m: re.Match[str], at: int) -> tuple[str | None, float]:
    if m["s"] or m["j"]:
        return line.names[(m["s"] or m["j"])[1:-1]].id, 0.0
    if m["it"] == "our" or "country" in m["it"] or "republic" in m["it"] or "nation" in m["it"]:
        return story.home, 0.0
    who, clean = subject(line, at - len(m.group()) + m.start("it"), story)
    if len(who) == 1:
        return who[0], 0.0 if clean or who[0] == story.home else -0.15
    who_last = story.subject or story.home
    return who_last, 0.0 if who_last == story.home else -0.2


def _completed(
    line: Coded, story: Story, owner: str | None, partner: str | None, sure: float, at: int, before: list[Flow]
) -> tuple[str | None, str | None, float]:
    """What the words leave out: the owner is the text's own state; the partner whoever was spoken of last."""
    if owner is None:
        teller = re.search(r"<([JS]\d+)>(?:'s)? (?:customs|statistic|trade data|official data|figures|data)", line.text)
        if partner is not None and teller is not None and line.names[teller[1]].id != partner:
            return line.names[teller[1]].id, partner, sure
        if partner is not None and partner == story.home:
            who, clean = subject(line, at, story)
            other = who[0] if len(who) == 1 and who[0] != partner else None
            if other is not None and clean:
                return other, partner, sure - 0.05
            named = [i for i in line.ids(" ".join(re.findall(r"<S\d+>(?='s)|<J\d+>", line.text[:at]))) if i != partner]
            if len(named) == 1:
                return named[0], partner, sure - 0.08
            last = story.partner if story.owner == partner else story.owner
            return (last, partner, sure - 0.15) if last not in (None, "WLD", partner) else (None, None, sure)
        if before and before[-1].owner is not None and before[-1].owner != partner:
            owner = before[-1].owner
            sure -= 0.0 if owner == story.home else 0.1
        else:
            owner = story.home or story.subject
            sure -= 0.0 if story.home else 0.2
            sure -= 0.25 if story.owner not in (None, owner, partner) and story.partner == owner else 0.0
    return owner, partner, sure
