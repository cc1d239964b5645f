"""Places among all others in English: «its largest trading partner», «Russia slipped to second», «the runner-up»."""

import re
from collections.abc import Iterator

from sverka.claims.mention import Mention
from sverka.claims.proposition import Rank
from sverka.reading.english.coded import Coded
from sverka.reading.english.placings import ahead, in_passing, listed_in, place
from sverka.reading.english.rank_words import (
    BY,
    ECONOMY,
    GONE,
    GOODS,
    IS,
    IS_AFTER,
    MIRROR_ROLE,
    NEXT_TO,
    OVERTOOK,
    PHRASE,
    WARE,
)
from sverka.reading.english.sets import set_of
from sverka.reading.english.story import Story, mention, modality, subject


def ranks(line: Coded, story: Story) -> list[Mention]:
    """Ranks of a sentence, in order; the list they come from is kept for «and Korea fourth»."""
    told = (story.list_metric, story.list_of)
    out = [*_roles(line, story), *_economies(line, story)]
    out += in_passing(line, story, told)
    out += ahead(line, story)
    return out


def _roles(line: Coded, story: Story) -> Iterator[Mention]:
    for m in PHRASE.finditer(line.text):
        if m["role"].endswith("s") and not (m["one"] or m["ord"] or m["ord2"]):
            continue  # «the main suppliers were A, B and C»: a set of leaders, not a place for each
        metric, of, doubt = _list(line, story, m)
        ordinal = m["ord"] or m["ord2"]
        gone = GONE.search(line.text[: m.start()]) is not None
        if metric is None or of is None or gone or (not ordinal and NEXT_TO.match(line.text, m.end("ware"))):
            continue
        if metric != "partner" and WARE.match(line.text, m.end("role")):
            metric = "trade.other"
        found = _subject(line, m, story, of)
        if found is None:
            continue
        who, start, end, sure, denied = found
        if who == of and m["it"]:
            # «Mexico sells to America, its main customer»: the list is the subject's
            first = next((i for i in line.ids(line.text[:start]) if len(i) == 3), of)
            of, sure = first, sure and first != who
        if who == of:
            continue
        rank = (
            None
            if m["one"] or (m["role"].endswith("s") and not m["ord"] and m["one"])
            else place(m["ord"] or m["ord2"])
        )
        period, said = listed_in(line, start, end, story)
        mode = modality(line, start, end)
        mode = (
            "denied"
            if denied and mode in ("asserted", "denied")
            else "asserted"
            if mode == "denied" and not denied
            else mode
        )
        confidence = (
            0.85 - doubt - (0.0 if sure else 0.2) - (0.0 if said else 0.03) - (0.3 if mode == "denied" else 0.0)
        )
        anchor_end = end if not m["rest"] or end != m.end() else m.end("ware") if not _rest_counts(line, m) else m.end()
        among = set_of(line, m.end("ware"))
        claim = Rank(
            metric=metric, subject=who, of=of, among=None if among == (of,) else among, rank=rank, period=period
        )
        yield mention(line, start, anchor_end, claim, confidence, mode)
        if metric != "trade.other" and mode == "asserted":
            story.list_metric, story.list_of, story.list_period = metric, of, period
            story.list_among = claim.among


def _rest_counts(line: Coded, m: re.Match[str]) -> bool:
    rest = GOODS.match(m["rest"])
    return rest is not None and any(rest[g] for g in ("o", "j", "it"))


def _list(line: Coded, story: Story, m: re.Match[str]) -> tuple[str | None, str | None, float]:
    """The metric of the list and whose list it is."""
    role = m["role"].rstrip("s") if m["role"] != "sources" else "source"
    metric = "partner" if role == "partner" else MIRROR_ROLE.get(role)
    if role in ("market", "destination", "source") and m["kind"] is None and not m["ware"] and role != "market":
        metric = None if role == "source" else metric
    if role == "partner" and m["kind"] not in (
        "trading",
        "trade",
        "commercial",
        "foreign-trade",
        "foreign trade",
        "export",
        "import",
        None,
    ):
        return None, None, 0.0
    if role == "partner" and m["kind"] in ("export", "import"):
        metric = f"trade.{m['kind']}s"
    doubt = 0.05 if role == "partner" and m["kind"] is None and not m["single"] else 0.0
    of: str | None = None
    if m["s"] or m["j"]:
        of = line.names[(m["s"] or m["j"])[1:-1]].id
    elif m["it"]:
        of = _its(line, story, m)
    rest = GOODS.match(m["rest"]) if m["rest"] else None
    if rest is not None:
        if rest["o"] and of is None:
            of = line.names[rest["o"][1:-1]].id
        elif rest["j"] and of is None:
            of = line.names[rest["j"][1:-1]].id
        elif rest["it"] and of is None:
            of = story.home
        word = rest["w"]
        if (
            word
            and word
            not in (
                "goods",
                "exports",
                "imports",
                "merchandise",
                "products",
                "the",
                "in",
                "by",
                "with",
                "for",
                "last",
                "and",
                "that",
                "terms",
                "all",
                "it",
                "value",
                "among",
                "after",
                "since",
            )
            and metric != "partner"
        ):
            metric = "trade.other"
    if of is None and m["the"] and not m["one"]:
        of, doubt = story.home, doubt + 0.1
    if metric is not None and metric != "trade.other":
        by = BY.search(line.text, 0, m.end() + 60)
        flow = {
            "turnover": "trade.turnover",
            "trade volume": "trade.turnover",
            "exports": "trade.exports",
            "imports": "trade.imports",
        }
        if by is not None and metric == "partner":
            metric = flow[by["f"]]
        elif m["single"] and metric == "partner" and re.search(r"\bturnover\b", line.text):
            metric = "trade.turnover"
    return metric, of, doubt


def _its(line: Coded, story: Story, m: re.Match[str]) -> str | None:
    """Whose list «its» means: the text's own state, unless the phrase opens on another subject."""
    if "country" in (m["it"] or "") or "republic" in (m["it"] or ""):
        return story.list_of or story.home  # a list goes on to be of the country it was of
    who, sure = subject(line, m.start(), story)
    after = IS_AFTER.match(line.text, m.end("role"))
    if after is not None and who and sure:
        return who[0]
    return story.home if story.home is not None else who[0] if len(who) == 1 else None


def _subject(line: Coded, m: re.Match[str], story: Story, of: str) -> tuple[str, int, int, bool, bool] | None:
    """Who holds the place: (id, start, end of the anchor, sure, denied)."""
    text = line.text
    verb = IS.search(text[: m.start()])
    negative = re.compile(r"\b(?:not|no longer|never)\b")
    if verb is not None:
        at = m.start() - len(verb.group())
        auxiliary = re.search(
            r"(?:\b(?:has|have|had|would|will|could|may|might|must|can|should|has long|is|was|to|"
            r"not)\b ?)+$",
            text[:at],
        )
        at = auxiliary.start() if auxiliary else at
        rather = re.search(r"(?P<x><S\d+>) rather than <S\d+> $", text[:at])
        if rather is not None:
            return line.names[rather["x"][1:-1]].id, rather.start(), m.end(), True, False
        over = OVERTOOK.search(text[:at]) if verb["v"].startswith("as") else None
        if over is not None:  # «China overtook Russia as its main partner»
            return line.names[over["x"][1:-1]].id, over.start(), m.end(), True, False
        making = verb["v"].startswith(("making", "made it"))
        who, sure = (
            subject(line, m.start() - len(verb.group()) + (7 if making else 0), story)
            if not making
            else _maker(line, at, story)
        )
        who = [w for w in who if w != of]
        denied = negative.search(verb["v"]) is not None or (
            auxiliary is not None and negative.search(auxiliary.group()) is not None
        )
        if len(who) == 1:
            mark = text.rfind("<S", 0, at)
            near = mark >= 0 and line.ids(text[mark:at]) == who and at - mark < 24
            return who[0], mark if near else at, m.end(), sure, denied
        return None
    tail = m.end("ware")
    after = IS_AFTER.match(text, tail) or (IS_AFTER.match(text, m.end()) if m["rest"] else None)
    if after is not None and not re.match(r" (?:and|or) <S", text[after.end() :]):
        if after["v"] == "," and not re.match(r"(?:,|\.|$| and | said| is| was| has)", text[after.end() :]):
            return None
        return line.names[after["x"][1:-1]].id, m.start(), after.end(), True, negative.search(after["v"]) is not None
    apposed = re.search(r"(?P<x><S\d+>), (?:now |still |long |already |once )?$", text[: m.start()])
    if apposed is not None and re.match(
        r"[,.;—)]| (?:and|with)\b", text[m.end("ware") if not m["rest"] else m.end() :]
    ):
        if re.search(r"\b(?:long|once) $", apposed.group()):
            return None
        return line.names[apposed["x"][1:-1]].id, apposed.start(), m.end(), True, False
    return None


def _maker(line: Coded, at: int, story: Story) -> tuple[list[str], bool]:
    """«Switzerland took half …, making it the top buyer»: the subject of the clause before."""
    for found in re.finditer(r"<S(\d+)>", line.text[:at]):
        if (
            re.search(r"\b(?:with|to|from|of|in|than|by|for) (?:the )?$", line.text[: found.start()]) is None
            and line.text[found.end() : found.end() + 2] != "'s"
        ):
            return [line.names[f"S{found[1]}"].id], True
    others = [i for i in line.ids(line.text[:at]) if i != story.home and len(i) == 3]
    return others[-1:], False


def _economies(line: Coded, story: Story) -> Iterator[Mention]:
    for m in ECONOMY.finditer(line.text):
        metric = (
            "population"
            if m["sup"] == "most populous" or "population" in m["what"]
            else "gdp"
            if m["what"].startswith("econom")
            else None
        )
        world = (m["set"] or "").startswith("world") or m["rest"].endswith("world")
        body = re.search(r"<O(\d+)>", (m["set"] or "") + m["rest"])
        if metric is None or not (world or body):
            continue
        of = line.names[f"O{body[1]}"].id if body else None
        verb = IS.search(line.text[: m.start()].removesuffix("the "))
        who, sure = subject(line, m.start() - len(verb.group()) if verb else m.start(), story) if verb else ([], False)
        apposed = re.search(r"(?P<x><S\d+>), (?:the )?$", line.text[: m.start()])
        if apposed is not None:
            who, sure = [line.names[apposed["x"][1:-1]].id], True
        if len(who) != 1:
            continue
        period, _ = listed_in(line, m.start(), m.end(), story)
        direction = "min" if m["sup"] == "smallest" else "max"
        mode = modality(line, m.start(), m.end())
        rank = None if m["one"] else place(m["ord"])
        yield mention(
            line, m.start(), m.end(),
            Rank(metric=metric, subject=who[0], of=of, rank=rank, direction=direction, period=period),
            0.7 - (0.0 if sure else 0.2), mode,
        )  # fmt: skip
