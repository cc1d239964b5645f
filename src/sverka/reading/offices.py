"""Offices: every time a text pairs a named person with an office of a state or an organization.

    министр обороны США Ллойд Остин          title, then person (several persons share a plural title)
    Орбан, премьер-министр Венгрии,          person, then title in apposition
    Лариджани занял пост секретаря …         a verb between them: `office_verbs`

Titles and persons are joined where they stand next to each other and agree in case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.claims import Mention, Office
from sverka.claims.period import Period
from sverka.claims.vocabulary import Modality
from sverka.errors import ClaimError
from sverka.reading.bundle import Analysis
from sverka.reading.document import Document, Name, Sentence
from sverka.reading.holders import UNIQUE, nearest_state, recorded_office, recorded_terms, state_of
from sverka.reading.morphology import plain_letters
from sverka.reading.names import person_tokens, persons_known
from sverka.reading.office_verbs import Tenure, tenures
from sverka.reading.persons import Person, person
from sverka.reading.title_words import HONORIFICS, notable
from sverka.reading.titles import Title

_NEAR = 1_500


@dataclass(frozen=True, slots=True)
class Pair:
    """A person and a title found together: text offsets, how sure."""

    start: int
    end: int
    person: str
    given: tuple[str, ...]
    title: Title
    holder: str | None  # the state or body paired with this very person, where the title has several
    confidence: float


def offices(analysis: Analysis) -> list[Mention]:
    """Mentions of kind office, in order of position."""
    document = analysis.document
    if document.language != "ru":
        return []
    known = persons_known(analysis.names)
    only = next(iter(known.values())) if len(known) == 1 else None
    sole = next((n for n in analysis.names if only and n.id == f"person:{only}"), None)
    out: list[Mention] = []
    for number, sentence in enumerate(document.sentences):
        names = analysis.names_in(sentence.start, sentence.end)
        here = [n for n in names if n.kind == "person" and n.form == "noun"]
        found = analysis.titles[number]
        people = {n.start: who for n in here if (who := person(person_tokens(document, n.start, n.end), known))}
        for pair in _pairs(document, sentence, found, here, people):
            out.extend(_mention(analysis, sentence, pair))
        for tenure in tenures(sentence, found, names, sole):
            out.extend(_held(analysis, sentence, tenure))
    return [*out, *_unnamed(analysis, out)]


def _unnamed(analysis: Analysis, told: Sequence[Mention]) -> Iterator[Mention]:
    """Offices that stand for somebody the text names elsewhere without the office: «президент США» for «Обама»."""
    paired = {(m.proposition.person, m.proposition.office) for m in told if isinstance(m.proposition, Office)}
    written = {n.id for n in analysis.names if n.kind == "person" and n.form == "noun"}
    for number, sentence in enumerate(analysis.document.sentences):
        for name in analysis.names_in(sentence.start, sentence.end):
            if name.form != "office" or name.id not in written:
                continue
            titles = (t for t in analysis.titles[number] if sentence.tokens[t.first].start == name.start)
            title = next(titles, None)
            if title is not None and (name.id, title.office) not in paired:
                paired.add((name.id, title.office))
                surname = name.id.removeprefix("person:")
                yield from _mention(analysis, sentence, Pair(name.start, name.end, surname, (), title, None, 0.5))


def _pairs(
    document: Document, sentence: Sentence, found: Sequence[Title], here: Sequence[Name], people: dict[int, Person]
) -> Iterator[Pair]:
    taken: set[int] = set()  # heads of titles already given to somebody
    for name in here:
        if name.start not in people:
            continue
        who = people[name.start]
        before = _before(document, sentence, name, who, found)
        for title in before:
            if title.head in taken and not title.plural:
                continue
            taken.add(title.head)
            yield from _shared(document, sentence, title, name, here, people)
        if before:
            yield from _chained(sentence, before[0], name, who, found, taken)
    for name in here:
        if name.start in people:
            yield from _apposed(sentence, name, people[name.start], found, here, taken)


def _index(sentence: Sentence, offset: int) -> int:
    return next((i for i, t in enumerate(sentence.tokens) if t.start >= offset), len(sentence.tokens))


def _before(document: Document, sentence: Sentence, name: Name, who: Person, found: Sequence[Title]) -> list[Title]:
    """The title a person's name follows: the outermost that agrees – «советник президента» or «президент»."""
    at = _index(sentence, name.start)
    while at > 0 and (sentence.tokens[at - 1].lemma in HONORIFICS or sentence.tokens[at - 1].text in '«"('):
        at -= 1
    adjoining = [t for t in found if t.after == at or t.after == _index(sentence, name.start)]
    fitting = [t for t in adjoining if t.plural or not who.cases or t.cases & who.cases]
    if not fitting and len(adjoining) == 1 and _same_case(sentence, adjoining[0], name):
        fitting = adjoining
    if not fitting:
        return []
    for title in reversed(fitting):
        terms = recorded_terms(who.surname, who.given, document.published)
        if title.office in UNIQUE and any(t.office == title.office and _of(title, t.state) for t in terms):
            return [title]
    return fitting[:1]


def _same_case(sentence: Sentence, title: Title, name: Name) -> bool:
    """True if the tagger, which sees the context, gives the title and the last word of the name the same case."""
    last = _index(sentence, name.end) - 1
    case = sentence.tokens[title.head].feats.get("Case")
    return last >= 0 and case is not None and sentence.tokens[last].feats.get("Case") == case


def _of(title: Title, state: str) -> bool:
    return not title.holders or state in title.holders


def _shared(
    document: Document, sentence: Sentence, title: Title, name: Name, here: Sequence[Name], people: dict[int, Person]
) -> Iterator[Pair]:
    """The title and its person; a plural title and all of its persons."""
    start = sentence.tokens[title.first].start
    group = [name]
    if title.plural:
        for following in here:
            between = document.text[group[-1].end : following.start].strip()
            if (
                following.start > group[-1].start
                and between in (",", "и", ", и", "а также")
                and following.start in people
            ):
                group.append(following)
    for number, member in enumerate(group):
        who = people[member.start]
        holder = None
        if len(group) > 1 and len(title.holders) == len(group):
            holder = title.holders[number]
        elif len(title.holders) == 1:
            holder = title.holders[0]
        sure = 0.85 if not title.plural else 0.7
        yield Pair(start, member.end, who.surname, who.given, title, holder, sure)


def _chained(
    sentence: Sentence, title: Title, name: Name, who: Person, found: Sequence[Title], taken: set[int]
) -> Iterator[Pair]:
    """Further titles of the same person before the last: «член Президиума РАМН, доктор наук, профессор …»."""
    at = title.first
    for earlier in reversed(found):
        if earlier.head in taken or earlier.head >= at or earlier.plural:
            continue
        between = [t.text for t in sentence.tokens[earlier.after : at]]
        same = bool(set(earlier.holders) & set(title.holders))
        if (between == ["и"] and same) or (between == [","] and not notable(title.office) and notable(earlier.office)):
            if earlier.cases & title.cases:
                taken.add(earlier.head)
                start = sentence.tokens[earlier.first].start
                yield Pair(start, name.end, who.surname, who.given, earlier, None, 0.5)
                at = earlier.first
        elif not between or at - earlier.after > 4:
            continue


def _apposed(
    sentence: Sentence, name: Name, who: Person, found: Sequence[Title], here: Sequence[Name], taken: set[int]
) -> Iterator[Pair]:
    """Titles after the name: «Андрес Восман, советник …, бывший министр …»."""
    tokens = sentence.tokens
    at = _index(sentence, name.end)
    if at < len(tokens) and tokens[at].text == "(":
        close = next((i for i in range(at, min(len(tokens), at + 8)) if tokens[i].text == ")"), None)
        at = close + 1 if close is not None else at
    start = name.start
    while at < len(tokens) and tokens[at].text in (",", "–", "—", "-", "и", "("):
        title = next((t for t in found if t.first == at + 1 and t.head not in taken), None)
        if title is None or title.plural:
            return
        following = tokens[title.after].text if title.after < len(tokens) else "."
        if who.cases and not title.cases & who.cases:
            return
        taker = next((n for n in here if title.after < len(tokens) and n.start == tokens[title.after].start), None)
        inner = any(t.head > title.head and t.after == title.after and t.head in taken for t in found)
        if taker is not None and not inner:
            return
        dash = tokens[at].text in ("–", "—", "-")
        if following not in (",", ".", ")", ";", "–", "—", "и", "»", "!", "?") and not dash and not inner:
            return
        taken.add(title.head)
        yield Pair(start, tokens[title.after - 1].end, who.surname, who.given, title, None, 0.75)
        at, start = title.after, tokens[title.after].start if title.after < len(tokens) else start
        if at < len(tokens) and tokens[at].text in (",", "и") and at + 1 < len(tokens):
            start = tokens[at + 1].start


def _mention(analysis: Analysis, sentence: Sentence, pair: Pair) -> Iterator[Mention]:
    if not notable(pair.title.office):
        return
    document, office = analysis.document, pair.title.office
    if office.startswith("other:") and not pair.title.holders and " " not in office:
        office = recorded_office(pair.person, pair.given, office[6:], document.published) or office
    holder, confidence = pair.holder or (pair.title.holders[0] if pair.title.holders else None), pair.confidence
    if holder is None:
        holder = state_of(pair.person, pair.given, office, document.published)
        if holder is None:
            holder, confidence = nearest_state(_around(analysis, pair.start), pair.start) or "RUS", min(confidence, 0.4)
    if office.startswith("other"):
        confidence -= 0.25
    period = _date(analysis, sentence) if not pair.title.former else None
    yield from _build(document, pair.start, pair.end, pair.person, office, holder, period, "asserted", confidence)


def _around(analysis: Analysis, offset: int) -> list[Name]:
    """Names in the neighbourhood of an offset: about a paragraph before and after it."""
    return analysis.names_in(max(0, offset - _NEAR), offset + _NEAR)


def _date(analysis: Analysis, sentence: Sentence) -> Period | None:
    """The one date of a sentence, if it has just one and that is a point in time."""
    dates = [w for w in analysis.dates_in(sentence) if w.period is not None]
    return dates[0].period if len(dates) == 1 else None


def _held(analysis: Analysis, sentence: Sentence, tenure: Tenure) -> Iterator[Mention]:
    document = analysis.document
    holder = tenure.holder
    confidence = 0.6 if tenure.near else 0.4
    given = tuple(t.text for t in person_tokens(document, tenure.name.start, tenure.name.end)[:-1])
    surname = tenure.name.id.removeprefix("person:")
    if holder is None:
        holder = state_of(surname, given, tenure.office, document.published)
    if holder is None:
        holder, confidence = nearest_state(_around(analysis, tenure.start), tenure.start), 0.35
    if holder is None:
        return
    inside = [w for w in analysis.dates_in(sentence) if w.period is not None]
    period = inside[0].period if len(inside) == 1 else None
    yield from _build(
        document, tenure.start, tenure.end, surname, tenure.office, holder, period, tenure.modality, confidence
    )


def _build(
    document: Document,
    start: int,
    end: int,
    surname: str,
    office: str,
    holder: str,
    period: Period | None,
    modality: Modality,
    confidence: float,
) -> Iterator[Mention]:
    try:
        proposition = Office(person=f"person:{surname}", office=office[:200].strip(), state=holder, period=period)
        yield Mention(
            proposition=proposition,
            anchor=document.text[start:end],
            span=(start, end),
            modality=modality,
            confidence=max(0.1, confidence),
        )
    except (ClaimError, ValueError):
        return


def same_person(a: str, b: str) -> bool:
    """True for two spellings of one surname."""
    return plain_letters(a) == plain_letters(b)
