"""The story so far: whose text it is, what it spoke of last, who «it» and «the country» are."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sverka.claims.mention import Mention
from sverka.claims.period import Period
from sverka.claims.proposition import Proposition
from sverka.claims.vocabulary import Modality
from sverka.reading.document import Document
from sverka.reading.english.coded import STATES, Coded, dateline
from sverka.reading.english.text import straight


@dataclass(slots=True)
class Story:
    """What is known while reading on.

    `home` is the state the text is about; `subject` the last state that did something; `metric` and `partner` the flow
    spoken of last, `period` its time and
    `doubtful` whether that is in doubt; `organization` the body spoken of last, `body` the one the text is
    about; `pair` the two states it is about, if any, and `quiet` how many sentences have passed since a flow between
    them was named; the `list_…` fields the last list a place was taken in.
    """

    document: Document
    home: str | None
    subject: str | None = None
    metric: str = ""
    owner: str | None = None
    partner: str | None = None
    period: Period | None = None
    organization: str | None = None
    body: str | None = None
    doubtful: bool = False
    pair: tuple[str, str] | None = None
    quiet: int = 99
    #: The state whose name alone stands above what is read now: «Greece. The country joined …».
    heading: str | None = None
    list_metric: str = ""
    list_of: str | None = None
    list_period: Period | None = None
    list_among: tuple[str, ...] | None = None
    spoken: dict[str, object] = field(default_factory=dict)

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.document.published


_OWNERS = re.compile(
    r"^(?:'s)? (?:economy|statistics|trade|trading|exports?|imports?|sales|exporters|"
    r"importers|government|customs|biggest|largest|output|gdp)\b"
)


def home_of(document: Document, lines: Sequence[Coded]) -> str | None:
    """The state a text is written from or about: by dateline, possession and frequency; None where none leads."""
    score: defaultdict[str, float] = defaultdict(float)
    for number, line in enumerate(lines):
        for mark, name in line.names.items():
            if name.kind != "state" or len(name.id) != 3:
                continue
            score[name.id] += 0.4 if name.literal else 1.0
            place = line.text.find(f"<{mark}>")
            if place < 0:
                if number == 0 and name.start < line.start + dateline(straight(document.text[line.start : line.end])):
                    score[name.id] += 2.5
                continue
            if _OWNERS.match(line.text[place + len(mark) + 2 :]):
                score[name.id] += 1.0
            if number == 0 and not line.text[:place].strip():
                score[name.id] += 1.0
    ranked = sorted(score.items(), key=lambda s: -s[1])[:2]
    if not ranked or ranked[0][1] < 1.9 or (len(ranked) == 2 and ranked[0][1] - ranked[1][1] < 0.5):
        return None
    return ranked[0][0]


def body_of(lines: Sequence[Coded]) -> str | None:
    """The organization a text is about: the one named most, and as a subject rather than in passing."""
    score: defaultdict[str, float] = defaultdict(float)
    for line in lines:
        for mark, start, _ in line.marks("O"):
            id_ = BODY_OF.get(line.names[mark].id, line.names[mark].id)
            if id_ not in _ORGANS:
                score[id_] += 1.0 if _GOVERNED.search(line.text[:start]) else 1.5
    ranked = sorted(score.items(), key=lambda s: -s[1])[:2]
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


_IT = r"\b(?:it|the (?:country|republic|nation|kingdom|state|federation|island|emirate|sultanate|government))\b"
_HEADING = re.compile(r"(?:the )?(?:<S\d+>(?:, |,? and )?(?:the )?)+\W{0,3}")


def head(line: Coded, story: Story) -> None:
    """Note a line that is nothing but the name of a state, and forget it at one with several."""
    if _HEADING.fullmatch(line.text.strip()):
        named = {line.names[mark].id for mark, _, _ in line.marks("S")}
        story.heading = named.pop() if len(named) == 1 else None


_REFERENCE = re.compile(
    rf"(?P<states>{STATES})|(?P<it>{_IT})|(?P<which>(?<=, )(?:which|who)\b)|(?P<we>\bwe\b)|"
    rf"(?P<they>\b(?:they|both|the (?:two|pair)(?: [a-z-]+)?)\b)"
)
_GOVERNED = re.compile(
    r"\b(?:with|to|from|of|in|by|at|for|than|against|near|into|between|around|toward|towards|"
    r"over|via|through|under|on|like|without|outside|inside|including|ahead of|(?:out|re)?sold|sells|gave|gives|"
    r"sent|sends|"
    r"shipped|lent|told|overtook|overtaking|overtaken|passed|replaced|replacing|joined|visited|supplied|offered|"
    r"helped|met|beat|left|behind|displaced|displacing|chose|besides|except) (?:the |"
    r"neighbouring |neighboring |nearby )?\"?$"
)
_OF_STATE = re.compile(
    r"\b(?:government|parliament|leaders?|authorities|president|republic|kingdom|rulers?|people|state) of (?:the )?$"
)
_OTHER_SUBJECT = re.compile(r"[;:]| that | whether |\b(?:he|she|we|you|i|they|it)\b|<P\d+>")


#: A state named inside «…, whose largest partner is China, …» is not the subject of what follows.
_RELATIVE = re.compile(r", (?:whose|which|where|who|when|of which|for which|with which|to which)\b[^,;]*$")


def subject(line: Coded, at: int, story: Story) -> tuple[list[str], bool]:
    """Ids of whoever does what stands at `at`, and whether that is sure; nothing where no one can be named."""
    found = list(_REFERENCE.finditer(line.text, max(0, at - 220), at))
    for m in reversed(found):
        left = line.text[: m.start()]
        governed = _GOVERNED.search(left) is not None and _OF_STATE.search(left) is None
        owned = line.text[m.end() : m.end() + 2] == "'s"
        gap = line.text[m.end() : at]
        if gap.startswith(", ") and _RELATIVE.search(left):
            continue
        if m["states"]:
            if governed or (
                owned
                and not re.match(
                    r"'s (?:\w+ )?(?:government|parliament|leaders?|authorities|army|troops|forces)\b",
                    line.text[m.end() :],
                )
            ):
                continue
            return line.ids(m["states"]), _clean(gap)
        if m["which"]:
            before = list(
                re.finditer(
                    rf"(?:{STATES})(?=(?: \([^)]*\))?, (?:\w+ )?$|$| $)",
                    left.rstrip(" ") if left.endswith(" ") else left,
                )
            )
            before = before or list(re.finditer(rf"({STATES}), (?=$)", left))
            if before:
                return line.ids(before[-1].group()), True
            continue
        if governed or owned:
            continue
        if m["we"]:
            return ([story.home], True) if story.home else ([], False)
        if m["it"]:
            who = _earlier(line, m.start()) or story.subject
            sure = who is not None and (who == story.home or _earlier(line, m.start()) is not None)
            if "country" in m["it"] or "republic" in m["it"] or "nation" in m["it"]:
                who = story.heading or story.home or who
                sure = story.heading is not None or story.home is not None
            return ([who], sure and _clean(gap)) if who else ([], False)
        if m["they"]:
            pair = story.spoken.get("pair")
            if isinstance(pair, list) and len(pair) > 1:
                return list(pair), True
            return [], False
    return [], False


def _clean(gap: str) -> bool:
    """Whether nothing but the predicate, its asides and an earlier predicate of the same subject lies between."""
    return len(gap) < 110 and _OTHER_SUBJECT.search(gap) is None and gap.count(" and the ") == 0


def _earlier(line: Coded, at: int) -> str | None:
    """The last state before `at` that is a subject of its clause."""
    for m in reversed(list(re.finditer(r"<S(\d+)>", line.text[:at]))):
        if _GOVERNED.search(line.text[: m.start()]) is None and line.text[m.end() : m.end() + 2] != "'s":
            return line.names[f"S{m[1]}"].id
    return None


#: Decisions of these organs are those of the organization.
BODY_OF = {
    "EuropeanCouncil": "EU",
    "EuropeanCommission": "EU",
    "EuropeanParliament": "EU",
    "EurasianCommission": "EAEU",
}
#: Organs of an organization, which no state joins.
_ORGANS = frozenset(
    {"EuropeanCouncil", "EuropeanCommission", "EuropeanParliament", "UNSC", "UNGA", "EurasianCommission", "ICJ", "ECHR"}
)


def listen(line: Coded, story: Story) -> None:
    """After a sentence: who was its subject, which two states it spoke of, which body."""
    first = next(
        (m for m in re.finditer(r"<S(\d+)>", line.text) if _GOVERNED.search(line.text[: m.start()]) is None), None
    )
    if first is not None:
        story.subject = line.names[f"S{first[1]}"].id
    elif re.match(r"\W*(?:the|this) (?:country|republic|nation|kingdom)\b(?!'s)", line.text):
        story.subject = story.home or story.subject
    elif (
        re.match(r"(?:foreign|the|prime|president)?[^<]*<P", line.text) is None
        and re.match(rf"\W*{_IT}", line.text) is None
    ):
        adjective = re.match(r"\W*<J(\d+)> (?!president|prime|foreign)", line.text)
        if adjective is not None:
            story.subject = line.names[f"J{adjective[1]}"].id
    listed = [line.ids(m.group()) for m in re.finditer(STATES, line.text)]
    pair = next((ids for ids in listed if len(ids) == 2), None)
    if pair is not None:
        story.spoken["pair"] = pair
    bodies = [
        (BODY_OF.get(line.names[mark].id, line.names[mark].id), _GOVERNED.search(line.text[:start]) is None)
        for mark, start, _ in line.marks("O")
        if BODY_OF.get(line.names[mark].id, line.names[mark].id) not in _ORGANS
    ]
    chosen = next(
        (id_ for id_, free in bodies if free), bodies[0][0] if bodies and story.organization is None else None
    )
    story.organization = chosen or story.organization


_PLANNED = re.compile(
    r"(?<!than )(?<!as )\b(?:will|shall|won't|plans?|planning|planned|intends?|intended|"
    r"hopes?|hoped|hoping|aims?|aimed|wants?|wanted|expects?|expected|is to|are to|"
    r"targets?|targeted|aspires?|pledge[ds]?|vow(?:s|ed)|promise[sd]?|forecasts?|projected|"
    r"projects|predicts?|predicted|set to|due to|poised to|"
    r"pencill?ed|seeks?|sought|ambition|goal|prepares|preparing|agreed to|invited to|ready to|"
    r"about to|on course to|budgeted|wishes)\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:would|could|may|might|if|should|were to|unless|perhaps|possibly|whether|probably|likely to)\b"
)
_DENIED = re.compile(
    r"\b(?:not|never|no longer|neither|nor|cannot|failed to|refused to|declined to|has yet to|"
    r"have yet to|yet to)\b|n't\b"
)
_CLAUSE = re.compile(
    r"[;:—]|, (?:and|but|while|although|though|whereas|as|so|with|which|who|when)\b|(?<=[\w>]) "
    r"(?:but|yet|while|although|whereas) |\. "
)


def clause(line: Coded, start: int, end: int) -> tuple[int, int]:
    """The stretch of code round [start, end) up to the next strong boundaries."""
    first = max((m.end() for m in _CLAUSE.finditer(line.text, 0, start)), default=0)
    nearest = _CLAUSE.search(line.text, end)
    return first, nearest.start() if nearest else len(line.text)


def modality(line: Coded, start: int, end: int) -> Modality:
    """asserted, planned, hypothetical or denied, from the words of the clause up to the end of the stretch."""
    first, _ = clause(line, start, start)
    said = line.text[first:end]
    opening = line.text[first : first + 8]
    if _HYPOTHETICAL.search(said) or opening.startswith(("if ", "unless ")):
        return "hypothetical"
    if _PLANNED.search(said):
        return "planned"
    return "denied" if _DENIED.search(line.text[max(first, start - 30) : end]) else "asserted"


def mention(
    line: Coded, start: int, end: int, proposition: Proposition, confidence: float, said: Modality = "asserted"
) -> Mention:
    """A mention of a stretch of code; `denied` is carried over to the proposition."""
    a, b = line.span(start, end)
    if said == "denied":
        proposition = proposition.model_copy(update={"denied": True})
    return Mention(
        proposition=proposition, anchor=line.source[a:b], span=(a, b), modality=said,
        confidence=max(0.05, min(0.95, confidence)),
    )  # fmt: skip
