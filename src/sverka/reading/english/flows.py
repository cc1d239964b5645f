"""Trade in English clauses: cues such as «exports», «purchases», «trade with», whose they are and with whom."""

import re
from dataclasses import dataclass, replace

from sverka.reading.english.coded import Coded
from sverka.reading.english.flow_words import (
    ABROAD,
    ALL_GOODS,
    BACK,
    BETWEEN,
    FREE,
    GAP,
    JOINT,
    MIRROR,
    OF_GOODS,
    OWNER,
    PATTERN,
    PLAIN,
    PREPOSED,
    THERE,
    TO_WHOM,
    VERBAL,
    WARES,
    WHEN,
    WITH,
    WORLD_BEFORE,
)
from sverka.reading.english.pairs import other
from sverka.reading.english.story import Story, subject


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow of goods: metric, reporter, partner (None where nothing says), how sure, and where its cue stands."""

    metric: str
    owner: str | None
    partner: str | None
    sure: float
    start: int
    end: int
    ware: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """[reporter, partner]."""
        return tuple(p for p in (self.owner, self.partner) if p)


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
    stop = end
    preposition = ""
    if between is not None:
        owner, partner = (line.names[g].id for g in between.groups())
        stop = end + between.end()
    elif re.match(rf"{GAP} between (?:(?:the|these|those) (?:two|pair)|both|them)\b", right):
        apposed = re.match(r"[^,;]{0,30}, <(S\d+)> and <(S\d+)>,", right)
        pair = [line.names[g].id for g in apposed.groups()] if apposed else _pair(line, story)
        if len(pair) != 2:
            return None
        owner, partner = pair
        sure -= 0.0 if apposed else 0.08
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
        elif verbal and metric == "imports" and (of_goods := OF_GOODS.match(right)) is not None:
            partner, stop = line.names[of_goods[1]].id, end + of_goods.end()
        elif verbal and (whom := TO_WHOM.match(right)) is not None:
            partner, stop = line.names[whom[1]].id, end + whom.end()
            metric = "exports"
        elif there is not None:
            partner, stop, sure = _last_partner(line, start, story), end + there.end(), sure - 0.05
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
            if story.pair is not None and owner is None and set(here) <= set(story.pair):
                owner, partner = _ordered(story)
            else:
                partner = _other_side(line, start, story)
            sure -= 0.05
            if partner is None:
                return None
        elif (
            group == "turnover"
            and not WORLD_BEFORE.search(left)
            and not ABROAD.match(right)
            and (side := _named_side(line, start, story))
        ):
            partner, sure = side, sure - 0.1
        elif ABROAD.match(right) or WORLD_BEFORE.search(left):
            partner = "WLD"
        elif group == "turnover" and owner is None and story.pair is not None and not verbal:
            here = [i for i in line.ids(text) if len(i) == 3]
            if set(here) <= set(story.pair):
                owner, partner = _ordered(story)
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
    return Flow(metric, owner, partner, sure, start, stop, ware)


def _ordered(story: Story) -> tuple[str | None, str | None]:
    """The pair of the text, its own state first."""
    if story.pair is None:
        return None, None
    first = story.home if story.home in story.pair else story.pair[0]
    return first, other(story, first)


def _pair(line: Coded, story: Story) -> list[str]:
    """«between the two»: the two states of the sentence, else of the flow before, else of the last pair named."""
    here = list(dict.fromkeys(line.names[m[1:-1]].id for m in re.findall(r"<[SJ]\d+>", line.text)))
    if len(here) == 2:
        return here
    if story.pair is not None and set(here) <= set(story.pair):
        return [i for i in _ordered(story) if i is not None]
    if here:
        other = here[0]
        return [story.home, other] if len(here) == 1 and story.home not in (None, other) and story.home else []
    if story.owner and story.partner and story.partner != "WLD":
        return [story.owner, story.partner]
    pair = story.spoken.get("pair")
    return list(pair) if isinstance(pair, list) else []


def _named_side(line: Coded, at: int, story: Story) -> str | None:
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


def _other_side(line: Coded, at: int, story: Story) -> str | None:
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


def _not_partner(line: Coded, said: re.Match[str], text: str, end: int) -> bool:
    """«exports rose to <S>»-like accidents; adjectives count only before «side», «market»."""
    return said["x"][1] == "J" and not said["side"]


def _is_ware(left: str, right: str, group: str, verbal: bool) -> bool:
    """Whether the cue speaks of one kind of goods, or of services, rather than of all goods."""
    of = re.match(r"(?: <A\d+>)?(?: worth)? of (?:<J\d+> )?([a-z-]+)", right)
    listed = re.match(r" <A\d+> worth of [a-z-]+(?:, [a-z-]+)+,? and [a-z-]+(?=[,.;])", right)
    if listed is not None and re.search(rf"\b(?:{WARES})\b", listed.group()) is None:
        return False  # «shirts, televisions and hazelnuts»: a way to say goods
    if of is not None and of[1] not in ALL_GOODS:
        return True
    if re.match(rf" (?:in|of) services|(?: <A\d+>)? <J\d+> (?:{WARES})\b", right):
        return True
    last = re.search(r"([\w-]+) $", left)
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


def _last_partner(line: Coded, at: int, story: Story) -> str | None:
    names = [line.names[mark].id for mark, _, stop in line.marks("SO") if stop <= at]
    partners = [n for n in names if n != story.home]
    return partners[-1] if partners else story.partner


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


def filled(flow: Flow, line: Coded, story: Story, before: Flow | None) -> Flow:
    """A bare flow given its partner: that of the flow before it in the sentence, of the story, else the world."""
    if flow.partner is not None:
        return flow
    if (
        before is not None
        and before.partner not in (None, "WLD")
        and before.owner == flow.owner
        and before.metric != "turnover"
        and before.end < flow.start
        and _together(line.text[before.end : flow.start])
    ):
        return replace(flow, partner=before.partner, sure=flow.sure - 0.06)
    if before is not None and before.partner is not None and before.owner == flow.owner:
        certain = before.partner == "WLD" or before.metric == "turnover"
        return replace(flow, partner=before.partner, sure=flow.sure - (0.05 if certain else 0.3))
    pair = story.spoken.get("pair")
    told = story.partner is not None and story.partner != "WLD"
    near = _near(flow, line, story, before)
    if near is not None:
        return near
    if told and flow.metric == "turnover" and flow.owner in (story.owner, story.partner):
        other = story.partner if flow.owner == story.owner else story.owner
        return replace(flow, partner=other, sure=flow.sure - 0.12)
    if flow.metric == "turnover" and not told and isinstance(pair, list) and flow.owner in pair and len(pair) == 2:
        return replace(flow, partner=next(p for p in pair if p != flow.owner), sure=flow.sure - 0.2)
    if told and flow.owner == story.partner and story.owner is not None:
        return replace(flow, partner=story.owner, sure=flow.sure - 0.24)
    if not told:
        return replace(flow, partner="WLD", sure=flow.sure - (0.25 if flow.metric == "turnover" else 0.05))
    if story.owner == flow.owner:
        return replace(flow, partner=story.partner, sure=flow.sure - (0.24 if story.metric == "turnover" else 0.3))
    return replace(flow, partner="WLD", sure=flow.sure - 0.35)


_WIDE = re.compile(r"\b(?:abroad|overseas|world|total|overall|foreign|external|worldwide|all (?:its|their))\b")


def _together(gap: str) -> bool:
    """«sold X goods worth … and bought …»: two verbs or nouns of one breath, no third party between them."""
    return re.search(r"[;:]|<[SJO]\d+>|\.", gap) is None and _WIDE.search(gap) is None and len(gap) < 90


def _near(flow: Flow, line: Coded, story: Story, before: Flow | None) -> Flow | None:
    """A bare flow in a text about two states, right after trade between them: it is between them too."""
    partner = other(story, flow.owner)
    if partner is None or flow.ware or _WIDE.search(line.text[max(0, flow.start - 50) : flow.end + 50]):
        return None
    if story.quiet > 1 or {story.owner, story.partner} != set(story.pair or ()):
        return None
    third = [i for i in line.ids(line.text) if len(i) == 3 and i not in (story.pair or ())]
    return replace(flow, partner=partner, sure=flow.sure - 0.1 - 0.04 * story.quiet - 0.2 * bool(third))
