"""Trade in English clauses: cues such as «exports», «purchases», «trade with», whose they are and with whom."""

import re
from dataclasses import dataclass, replace

from sverka.reading.english.coded import Coded
from sverka.reading.english.story import Story, subject

_NOT_TRADE = (
    r"(?! ?-?(?:deals?|pacts?|agreements?|treat(?:y|ies)|officials?|ministers?|ministry|"
    r"partners?|wars?|blocs?|surplus|deficit|gap|unions?|organi|balance|barriers?|routes?|"
    r"corridors?|talks|disputes?|delegations?|fairs?|groups?|restrictions?|polic|sanctions|"
    r"embargo|zones?|areas?|terms|links|ties|relations|shows?|bod|rules|imbalance|"
    r"mission|representative|commissioner|secretary|flows? of people|chief|negotiat|"
    r"concessions|preferences|liberali|facilitation|tax|houses?|in services|diversion))"
)
_CUES: tuple[tuple[str, str], ...] = (
    ("turnover", rf"(?:trade turnover|trade volumes?|volumes? of trade|turnover|trade|commerce|exchange of "
rf"goods|goods exchange){_NOT_TRADE}"),
    ("turnover", r"traded(?= (?:goods |<A|with|some|about|worth|more|less))"),
    ("exports", rf"exports?(?:ed|ing)?{_NOT_TRADE}|sales(?! tax)|sold|deliveries|supplies(?= (?:to|from) )|"
rf"exporters|shipped|sent(?= (?:goods|(?:the )?<[SO]\d+> goods|products|<A\d+>(?: worth)? "
rf"of (?:goods|products)))|goods(?= worth <A\d+> (?:left|were sold abroad|went abroad))"),
    ("imports", rf"imports?(?:ed|ing)?{_NOT_TRADE}|purchases?|bought|importers|goods(?= worth <A\d+> "
rf"(?:entered|came into))"),
    ("shipments", r"shipments|flows of goods|goods(?= from )"),
)  # fmt: skip
_PATTERN = re.compile("|".join(rf"(?P<{name}{i}>\b(?:{p})(?![\w-]))" for i, (name, p) in enumerate(_CUES)))
_MIRROR = {"exports": "imports", "imports": "exports", "turnover": "turnover"}
#: Words that may stand between an owner or an article and the cue without making it a trade in one ware.
_PLAIN = frozenset(
    """
    the a an its their his her our whose all total overall annual yearly combined two-way bilateral mutual
    foreign external goods merchandise that this and of in by to from with but while or as whereas both own each
    such other direct worldwide global outside monthly overall aggregate reciprocal cross-border when where
    which then said official recorded declared even yet so gross net much more most some where's rising falling
    growing for on at than is was were are between what total's since if new non-oil if
    """.split()  # noqa: SIM905
)
_VERBAL = ("sent", "exported", "exporting", "sold", "shipped", "imported", "importing", "bought", "traded")
_WARES = (
    r"oil|gas|crude|wine|grain|wheat|arms|weapons?|cars?|vehicles?|copper|gold|textiles?|food|"
    r"farm|agricultural|energy|fuel|steel|coal|uranium|cotton|fish|meat|"
    r"electricity|power|services?|machinery|timber|fertili[sz]ers?|metals?|medicines?|fruit|"
    r"dairy|technology|chips?|tea|coffee|flour|petroleum|lng|diamonds?|tobacco"
)
_OWNER = re.compile(
    r"(?:(?P<s><S\d+>)(?:'s|')|(?P<j><J\d+>)|(?P<it>\bits|\btheir|\bour|\bthe (?:country|"
    r"republic|nation)'s|\bwhose)) (?:[\w-]+ ){0,2}$"
)
_JOINT = re.compile(r"<([JS]\d+)>(?:-| and )<([JS]\d+)> (?:[\w-]+ )?$")
_PREPOSED = re.compile(r"\b(?P<p>with|to|from) (?:the )?(?P<x><[SO]\d+>),? (?:the )?(?:[\w-]+ )?$")
_GAP = (
    r"(?:(?: (?:turnover|volumes?|exchange|goods|of goods|in goods|merchandise|abroad|worth|"
    r"valued|overall|both|bound|back)| (?:in |over |for )?<D\d+>| (?:worth |of )?(?:goods "
    r")?(?:worth )?<A\d+>(?: worth)?(?: of goods| of merchandise)?| (?:more|less)))*"
)
_BETWEEN = re.compile(rf"{_GAP} between (?:the )?<([SOJ]\d+)> and (?:the )?<([SOJ]\d+)>")
_WITH = re.compile(
    rf"{_GAP} (?P<p>with|to|from|into) (?:the |neighbouring |neighboring |its (?:\w+ "
    rf")?neighbou?r,? )?(?P<x><[SOJ]\d+>)(?P<side> (?:side|market|partners?|buyers?|"
    rf"customers?))?"
)
_OF_GOODS = re.compile(r"(?: <A\d+>)?(?: worth)?(?: of)? <(J\d+)> (?:goods|products|merchandise|exports)\b")
_TO_WHOM = re.compile(r"(?: the)? <([SO]\d+)>(?: with)? (?:<A\d+> (?:worth )?of )?(?:goods|products|merchandise)\b")
_THERE = re.compile(rf"{_GAP} (?:from |to )?(?:there|thither)\b")
_BACK = re.compile(
    r" (?:in|going in|coming in) the (?:other|opposite|reverse) direction| the other way| in "
    r"return| in the opposite direction| coming back"
)
_ABROAD = re.compile(
    r" (?:abroad|overseas|worldwide|to the (?:rest of the )?world|to all (?:countries|"
    r"partners|markets)|as a whole|overall)"
)
_WORLD_BEFORE = re.compile(r"\b(?:all|total|overall|foreign|external|whole|entire|combined|aggregate) (?:[\w-]+ )?$")


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
    for m in _PATTERN.finditer(line.text):
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
    ) is not None or (word == "sold" and re.match(r" (?:its|his|her|their|out|off|a stake)\b", after) is not None)


def _flow(line: Coded, story: Story, group: str, start: int, end: int, before: list[Flow]) -> Flow | None:
    text = line.text
    left, right = text[max(0, start - 60) : start], text[end:]
    verbal = text[start:end].split(" ")[0] in _VERBAL
    ware = _is_ware(left, right, group, verbal)
    metric = "exports" if group == "shipments" else group
    sure = 0.0
    owner: str | None = None
    partner: str | None = None
    joint = _JOINT.search(left)
    if joint is not None:
        owner, partner = (line.names[g].id for g in joint.groups())
    elif verbal:
        who, clean = subject(line, start, story)
        if len(who) != 1:
            return None
        owner, sure = who[0], 0.0 if clean else -0.15
    else:
        possessor = _OWNER.search(left)
        whose = re.match(r" (?:volumes? )?of (?:the )?<(S\d+)>", right)
        if whose is not None:
            owner = line.names[whose[1]].id
            right = right[whose.end() :]
            end += whose.end()
        elif possessor is not None:
            owner, sure = _possessor(line, story, possessor, start)
    between = _BETWEEN.match(right)
    stop = end
    preposition = ""
    if between is not None:
        owner, partner = (line.names[g].id for g in between.groups())
        stop = end + between.end()
    elif re.match(rf"{_GAP} between (?:the two|both|them)\b", right):
        apposed = re.match(r"[^,;]{0,30}, <(S\d+)> and <(S\d+)>,", right)
        pair = [line.names[g].id for g in apposed.groups()] if apposed else _pair(line, story)
        if len(pair) != 2:
            return None
        owner, partner = pair
        sure -= 0.0 if apposed else 0.08
    elif partner is None:
        said = _WITH.match(right)
        there = _THERE.match(right)
        back = _BACK.match(right)
        earlier = _PREPOSED.search(left)
        if said is not None and not _not_partner(line, said, text, end):
            partner, preposition, stop = line.names[said["x"][1:-1]].id, said["p"], end + said.end()
            second = re.match(r" (?P<p>to|from) (?:the )?(?P<x><[SO]\d+>)", text[stop:])
            if preposition in ("from", "to") and second is not None and second["p"] != preposition:
                other = line.names[second["x"][1:-1]].id
                owner, partner = (partner, other) if preposition == "from" else (other, partner)
                metric, preposition, stop = "exports", "", stop + second.end()
        elif verbal and metric == "imports" and (of_goods := _OF_GOODS.match(right)) is not None:
            partner, stop = line.names[of_goods[1]].id, end + of_goods.end()
        elif verbal and (whom := _TO_WHOM.match(right)) is not None:
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
            metric = _MIRROR.get(last.metric, metric)
            owner, partner, stop, sure = last.owner, last.partner, end + back.end(), sure - 0.05
        elif earlier is not None:
            partner, preposition = line.names[earlier["x"][1:-1]].id, earlier["p"]
        elif metric == "turnover" and (
            re.search(r"\b(?:two-way|bilateral|mutual|reciprocal) (?:[\w-]+ )?$", left) or _WHEN.search(left)
        ):
            partner = _other_side(line, start, story)
            sure -= 0.05
            if partner is None:
                return None
        elif (
            group == "turnover"
            and not _WORLD_BEFORE.search(left)
            and not _ABROAD.match(right)
            and (side := _named_side(line, start, story))
        ):
            partner, sure = side, sure - 0.1
        elif _ABROAD.match(right) or _WORLD_BEFORE.search(left):
            partner = "WLD"
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


def _pair(line: Coded, story: Story) -> list[str]:
    """«between the two»: the two states of the sentence, else of the flow before, else of the last pair named."""
    here = list(dict.fromkeys(line.names[m[1:-1]].id for m in re.findall(r"<[SJ]\d+>", line.text)))
    if len(here) == 2:
        return here
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


_WHEN = re.compile(r"\b(?:when|while|as) (?:the |their |its )?(?:[\w-]+ )?$")


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
    if of is not None and of[1] not in _ALL_GOODS:
        return True
    if re.match(rf" (?:in|of) services|(?: <A\d+>)? <J\d+> (?:{_WARES})\b", right):
        return True
    last = re.search(r"([\w-]+) $", left)
    if verbal or last is None or last[1] in _PLAIN or last[1][:1].isdigit():
        return False
    if re.fullmatch(_WARES, last[1]):
        return True
    return group in ("exports", "imports") and not last[1].endswith(("ly", "ing", "ed", "ern")) and last[1] not in _FREE


_ALL_GOODS = frozenset(
    [
        "goods",
        "merchandise",
        "all",
        "the",
        "its",
        "their",
        "products",
        "trade",
        "turnover",
        "all-in",
        "about",
        "some",
        "over",
        "more",
        "around",
        "last",
        "this",
    ]
)
_FREE = frozenset(
    """
    record main key strong weak higher lower new old further less quarterly early late big small huge modest
    actual local domestic legal only also just still nearly almost about over under however though although than
    any few many little several most eastward first-half half-year full-year year-on-year world's state's
    nation's region's union's bloc's us eu uk out off up down yet did do does had has have its s alone earlier
    later today year half quarter month again here there now time once saw cut drove made kept keep let put lift
    lifts boost hit see sees make makes lets means mean brought keeps decade season week spring summer autumn
    winter side hand return turn particular contrast addition example instance fact result course war sanctions
    crisis pandemic union bloc country region world it
    """.split()  # noqa: SIM905
)


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
    if before is not None and before.partner is not None and before.owner == flow.owner:
        certain = before.partner == "WLD" or before.metric == "turnover"
        return replace(flow, partner=before.partner, sure=flow.sure - (0.05 if certain else 0.3))
    pair = story.spoken.get("pair")
    told = story.partner is not None and story.partner != "WLD"
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
