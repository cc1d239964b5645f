"""Home: the state a text is written from – whose «республика», «премьер-министр» and «наши» it means unless it says.

Evidence adds up for each state: a dateline («БИШКЕК. …»), a heading («Казахстан: обзор»), the voice of its authorities
(«Пресс-служба Министерства … Азербайджана»), «у нас» and «наш» (of the Russian press when Russia is named), officers
called by their title alone, and how often the state is named.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.reading.bundle import inside
from sverka.reading.document import Document, Name, Sentence
from sverka.reading.holders import recorded_terms
from sverka.reading.title_words import is_head

#: A lead over the next state from which «республика» may be decided by it.
SURE = 2.0
_PRESS = "RUS"
_DATELINE = re.compile(r"\s*(?=[А-ЯЁ])[А-ЯЁ][А-ЯЁа-яё-]+(?: [А-ЯЁ][А-ЯЁа-яё-]+)?"
                       r"(?:, \d{1,2} [а-я]+)?(?:[.:]| [–—] /| /| [–—](?= [А-ЯЁ]))")  # fmt: skip
_AUTHORITY = re.compile(
    r"^(?:министерств|мид|мин[а-я]{3,}|пресс-служб|правительств|посольств|таможн|статистическ|статкомитет|бюро|"
    r"национальн|государственн|центральн|администраци)", re.IGNORECASE)  # fmt: skip
_OURS = re.compile(r"\b(?:наш(?:а|е|и|его|ему|ей|их|им|ими|ем|у)?|отечественн\w+|у нас)\b", re.IGNORECASE)
#: «доля России в нашем экспорте», «наша торговля с Россией»: whoever says «наш» is not Russia.
OPPOSITE = re.compile(
    r"Росси\w{1,2} (?:\w+ )?(?:в|на|к|с|от) наш\w+|\b[Нн]аш\w* (?:\w+ ){1,2}(?:в|с|из|от|для|к) (?:Росси|Москв)\w+"
)
#: Whoever writes says «мы» and means the state of the paper.
_WE = re.compile(r"\b(?:мы|нас|нам|нами)\b", re.IGNORECASE)
#: «Süddeutsche Zeitung, Германия», «Die Welt (Германия): …»: where the paper comes out that a text is taken from.
_MASTHEAD = re.compile(r"(?P<title>[^\n()]{2,80})(?:, | \()(?P<where>[^\n,():]{3,30})(?:$|\)(?:$|:))")
_TITLED = re.compile(r"[A-Za-z]{3}|[«\"]|\b(?:газета|журнал|блог|еженедельник|портал|телеканал)\b", re.IGNORECASE)
#: How many lines at the top of a text a masthead may be looked for in.
_TOP = 8
_NEXT_DOOR = re.compile(r"оседн\w{2,3} $")
_QUOTED = re.compile(r"[«“][^»”]{0,400}[»”]")
_WEIGHT = {"pronoun": 0.0, "office": 0.0, "adjective": 0.7, "prefix": 0.7, "demonym": 0.5, "capital": 1.2}


@dataclass(frozen=True, slots=True)
class Home:
    """A state, by how much its evidence leads that of the next one, and the best piece of it."""

    state: str
    strength: float
    evidence: str  # dateline, heading, authority, ours, officers, named


def home(document: Document, names: Sequence[Name]) -> Home | None:
    """The state a text is written from, or None when nothing is named or two states lead equally."""
    score: defaultdict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, str]] = {}
    paper = masthead(document, names)
    if paper is not None and _speaks(document):
        return Home(paper.id, SURE + 1.0, "ours")
    if paper is not None:
        score[paper.id], best[paper.id] = _WEIGHT["capital"], (_WEIGHT["capital"], "named")
    for state, weight, what in _evidence(document, [n for n in names if n is not paper]):
        score[state] += weight
        if weight > best.get(state, (0.0, ""))[0]:
            best[state] = (weight, what)
    spoken = len(_OURS.findall(_QUOTED.sub("", document.text)))
    if spoken and score:
        opposite = OPPOSITE.search(document.text) is not None
        own = {state: weight for state, weight in score.items() if state != _PRESS or not opposite} or score
        ours = _PRESS if _PRESS in own else max(own, key=lambda state: own[state])
        # who says «мы» names the others: being named most makes nobody the speaker's state
        if ours == _PRESS or opposite or best.get(ours, (0.0, "named"))[1] != "named":
            score[ours] += min(3.0, 1.5 + spoken / 2)
            best[ours] = max(best.get(ours, (0.0, "")), (2.0, "ours"))
    ranked = sorted(score.items(), key=lambda item: -item[1])[:2]
    if not ranked or ranked[0][1] <= 0:
        return None
    lead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0)
    return Home(ranked[0][0], lead, best[ranked[0][0]][1]) if lead > 0 else None


def masthead(document: Document, names: Sequence[Name]) -> Name | None:
    """The state in the line that says which paper a text is from and where that comes out."""
    start = 0
    for _ in range(_TOP):
        end = document.text.find("\n", start)
        if end < 0:
            return None
        found = _MASTHEAD.match(document.text, start, end)
        if found is not None and _TITLED.search(found["title"]):
            at, stop = found.span("where")
            for name in names:
                if name.start >= at:
                    if name.start == at and name.end == stop and name.kind == "state" and len(name.id) == 3:
                        return name
                    break
        start = end + 1
    return None


def _speaks(document: Document) -> bool:
    plain = _QUOTED.sub("", document.text)
    return _WE.search(plain) is not None or _OURS.search(plain) is not None


def _evidence(document: Document, names: Sequence[Name]) -> Iterator[tuple[str, float, str]]:
    states = [n for n in names if n.kind == "state" and len(n.id) == 3 and n.id != "WLD" and not n.candidates]
    for name in states:
        next_door = _NEXT_DOOR.search(document.text, max(0, name.start - 12), name.start) is not None
        yield name.id, _WEIGHT.get(name.form, 1.0) * (0.2 if next_door else 1.0), "named"
    if not document.sentences:
        return
    yield from _opening(document, states)
    yield from _voice(document, states)
    yield from _officers(document, names)


def _opening(document: Document, states: Sequence[Name]) -> Iterator[tuple[str, float, str]]:
    """Dateline or heading: a lone state or capital before its stop; a short first sentence with one state."""
    text, first = document.text, document.sentences[0]
    dateline = _DATELINE.match(text)
    if dateline is not None:
        there = [n for n in states if n.end <= dateline.end() and n.form in ("capital", "noun")]
        if len(there) == 1:
            upper = text[there[0].start : there[0].end].isupper()
            yield there[0].id, 4.0 if upper else 3.0, "dateline" if upper else "heading"
            return
    opening = [n for n in inside(states, first.start, first.end) if n.form != "pronoun"]
    heads = [n for n in opening if n.form in ("noun", "capital") and not _governed(first, n)]
    if len({n.id for n in opening}) == 1 and heads and first.end - first.start < 140:
        yield heads[0].id, 2.5, "heading"


def _governed(sentence: Sentence, name: Name) -> bool:
    """True for a state after a preposition («примирение с Анкарой»): somebody else's goal or partner."""
    at = sentence.index_at(name.start)
    return at > 0 and sentence.tokens[at - 1].pos == "ADP"


def _voice(document: Document, states: Sequence[Name]) -> Iterator[tuple[str, float, str]]:
    """«Министерство экономики Азербайджана сообщает»: an authority and its state in the first two sentences."""
    for sentence in document.sentences[:2]:
        for i, token in enumerate(sentence.tokens):
            if not _AUTHORITY.match(token.text):
                continue
            stop = next((j for j in range(i + 1, min(i + 7, len(sentence.tokens))) if _ends(sentence, j)), i + 7)
            near = sentence.tokens[i:stop]
            owned = [n for n in inside(states, token.start, near[-1].end) if n.form == "noun"]
            adjective = [n for n in states if i and n.start == sentence.tokens[i - 1].start and n.form == "adjective"]
            for name in (adjective or owned)[:1]:
                yield name.id, 3.0, "authority"
                return


def _ends(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].pos in ("PUNCT", "VERB", "ADP")


def _officers(document: Document, names: Sequence[Name]) -> Iterator[tuple[str, float, str]]:
    """Persons called by a bare title («премьер-министр Марек Белка»), whom the record knows in one state only."""
    states = {n.start: n for n in names if n.kind == "state"}
    for name in names:
        if name.kind != "person" or name.form != "noun":
            continue
        sentence = document.sentence_at(name.start)
        at = sentence.index_at(name.start) if sentence is not None else 0
        at -= sentence is not None and at > 1 and sentence.tokens[at - 1].text == "же"  # «Премьер же Ципрас»
        if sentence is None or at < 1 or not is_head(sentence.tokens[at - 1]):
            continue
        if any(t.start in states for t in sentence.tokens[max(0, at - 4) : at]):
            continue
        given = [t.text for t in document.tokens_in(name.start, name.end)[:-1]]
        held = {t.state for t in recorded_terms(name.id, given, None)}
        if len(held) == 1:
            yield held.pop(), 2.0, "officers"
