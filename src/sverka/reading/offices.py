"""Offices: every time a text pairs a named person with an office of a state or an organization.

    министр обороны США Ллойд Остин          title, then person (several persons share a plural title)
    Орбан, премьер-министр Венгрии,          person, then title in apposition
    Лариджани занял пост секретаря …         a verb between them: `office_verbs`

Titles and persons are joined where they stand next to each other and agree in case.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sverka.claims import Mention, Office
from sverka.claims.period import Period
from sverka.claims.vocabulary import Modality
from sverka.errors import ClaimError
from sverka.reading.bundle import Analysis
from sverka.reading.cities import state_of_city
from sverka.reading.document import Document, Name, Sentence
from sverka.reading.holders import UNIQUE, nearest_state, recorded_office, recorded_terms, russian, state_named
from sverka.reading.home import SURE
from sverka.reading.names import persons_known
from sverka.reading.offering import OFFERING, titled
from sverka.reading.office_bodies import COMMON_BODY, OF_COMMON_BODY, body_spoken_of
from sverka.reading.office_colleagues import colleagues
from sverka.reading.office_lists import listed
from sverka.reading.office_pairs import Pair, pairs
from sverka.reading.office_verbs import tenures
from sverka.reading.persons import person
from sverka.reading.tenure import Tenure, ended, formerly, spoken_of
from sverka.reading.title_words import ACTING, notable, of_nobody, vague
from sverka.reading.titles import Title
from sverka.reading.wordlists import words

_NEAR = 1_500
#: The grade of an office whose state had to be lent.
_LENT = 0.25
#: The grade of an office whose holder is named elsewhere: half of those who read would not call it a pair.
_UNNAMED = 0.3
#: The grade of an office that somebody runs for.
_HOPED = 0.35
#: The grade of a former office that is not over: too low for any verdict.
_LASTING = 0.04
_OPENING = 15
_OFFICE_ITSELF = words("пост должность кресло кандидат кандидатура выборы полномочие инаугурация срок")
#: The grade of an office somebody only acts in: some would call it his, others an office of its own.
_ACTING_FOR = 0.5
_ACTS = re.compile(r"(?<!\w)(?:исполняющ\w+ обязанност|врио(?!\w)|и\. ?о\.)", re.IGNORECASE)
#: A government called by its head: most readers would not call it an office of his.
_GOVERNMENT_OF, _NAMED_BY_HEAD = re.compile(r"(?:[Кк]абинет|[Пп]равительств)\w{0,3} [А-ЯЁ]"), 0.45
_HEADS = frozenset({"head_of_state", "head_of_government"})
_COMPLEMENT = re.compile(r",\s*(что|чтобы|как|котор)")


def offices(analysis: Analysis) -> list[Mention]:
    """Mentions of kind office, in order of position."""
    document = analysis.document
    if document.language != "ru":
        return []
    known = persons_known(analysis.names)
    only = next(iter(known.values())) if len(known) == 1 else None
    sole = next((n for n in analysis.names if only and n.id == f"person:{only}"), None)
    out: list[Mention] = []
    about: Name | None = None
    for number, sentence in enumerate(document.sentences):
        names = analysis.names_in(sentence.start, sentence.end)
        here = [n for n in names if n.kind == "person" and n.form == "noun"]
        found = analysis.titles[number]
        people = {n.start: who for n in here if (who := person(document.tokens_in(n.start, n.end), known))}
        for pair in pairs(document, sentence, found, here, people):
            out.extend(_mention(analysis, sentence, pair))
        earlier = analysis.titles[number - 1] if number else ()
        for pair in colleagues(document, sentence, found, here, people, names, earlier):
            out.extend(_mention(analysis, sentence, pair))
        for pair in listed(sentence, found, here, people):
            out.extend(_mention(analysis, sentence, pair))
        for tenure in tenures(sentence, found, names, sole or about):
            out.extend(_held(analysis, sentence, tenure))
        about = spoken_of(sentence, here) if here else about
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
            if title is None or _sought(sentence, title.first) or sentence.tokens[title.first].lemma in ACTING:
                continue
            inside = analysis.names_in(name.start, sentence.tokens[title.after - 1].end)
            if title.office in _HEADS and not any(n.kind != "person" and n.form != "pronoun" for n in inside):
                continue  # «глава государства» may be any that the text speaks of
            if title.after - title.first > 1 and (name.id, title.office) not in paired:
                paired.add((name.id, title.office))
                surname = name.id.removeprefix("person:")
                yield from _mention(analysis, sentence, Pair(name.start, name.end, surname, (), title, None, _UNNAMED))


def _sought(sentence: Sentence, first: int) -> bool:
    """«Пост президента», «кандидат в президенты», «выборы президента»: the office, not who holds it."""
    return bool({t.lemma for t in sentence.tokens[max(0, first - 2) : first]} & _OFFICE_ITSELF)


def _mention(analysis: Analysis, sentence: Sentence, pair: Pair) -> Iterator[Mention]:
    if not notable(pair.title.office) or of_nobody(pair.title.office, pair.title.holders):
        return
    document, office = analysis.document, pair.title.office
    if office.startswith("other:") and not pair.title.holders and (" " not in office or _of_ministry(office)):
        word = "министр" if _of_ministry(office) else office[6:]
        office = recorded_office(pair.person, pair.given, word, document.published) or office
    holder, confidence = pair.holder or (pair.title.holders[0] if pair.title.holders else None), pair.confidence
    if holder is not None and holder.startswith("place:") and office.startswith("other:"):
        place, whole = holder, f"{office} {_as_written(sentence, pair.title, office)}".strip()
        holder = state_of_city(place[6:]) or state_named(pair.person, pair.given, office, document.published)
        holder = holder or _unsaid(analysis, pair.start, pair.person)[0]
        office, holder = (whole, holder) if holder is not None else (office, place)
    if holder is None and COMMON_BODY.search(office):
        holder = body_spoken_of(analysis, pair.start, office)
        office, confidence = COMMON_BODY.sub("", office) if holder else office, confidence - 0.1
    elif holder is None and office == "spokesperson" and pair.title.after - pair.title.first > 1:
        said = sentence.tokens[pair.title.after - 1]  # «пресс-секретарь | организации»
        holder = body_spoken_of(analysis, pair.start, said.text) if COMMON_BODY.search(f" {said.text}") else None
    if holder is None:
        holder = state_named(pair.person, pair.given, office, document.published)
        confidence -= 0.02
        if holder is None and vague(office):
            return
        if holder is None:
            holder, confidence = _unsaid(analysis, pair.start, pair.person)
        if holder is None:
            return
    head = sentence.tokens[pair.title.head].lemma
    if head in ("лидер", "глава", "руководитель") and office == "head_of_state":
        office = _leads(pair, holder)
    confidence = _surer(pair.person, pair.given, office, holder, confidence)
    inside = [w.period for w in analysis.dates_in(sentence) if pair.start <= w.start < pair.end and w.period]
    period: Period | None
    if len(inside) == 1:
        period = inside[0]  # «президент Эквадора (1988–1992) Родриго Борха»
    elif pair.title.former:
        period = ended(document.published)
        confidence = _over(pair.person, pair.given, office, holder, document.published, confidence)
    else:
        period = _date(analysis, sentence, pair.start)
    modality: Modality = "planned" if titled(sentence.tokens, pair.title.first) else "asserted"
    yield from _build(document, pair.start, pair.end, pair.person, office, holder, period, modality, confidence)


def _over(
    person: str, given: Sequence[str], office: str, holder: str, published: date | None, confidence: float
) -> float:
    """The grade of an office told as former: who the record shows in it to this day, and never before, is misread."""
    terms = [t for t in recorded_terms(person, given, published) if t.office == office and t.state == holder]
    lasts = [t.period.end is None or published is None or t.period.end >= published for t in terms]
    return min(confidence, _LASTING) if lasts and all(lasts) else confidence


def _of_ministry(office: str) -> bool:
    """«Глава ведомства»: of the ministry spoken of."""
    return office in ("other:глава ведомства", "other:руководитель ведомства", "other:глава министерства")


def _as_written(sentence: Sentence, title: Title, office: str) -> str:
    """The words after a title that its office does not tell yet: «губернатор | Подмосковья»."""
    told = office.split()
    return " ".join(t.text for t in sentence.tokens[title.head + 1 : title.after] if t.text not in told)


def _unsaid(analysis: Analysis, offset: int, person: str) -> tuple[str | None, float]:
    """Whose an office is that says no state and whose person the record does not know: that of the place where the
    sentence has them meet, the home's, or the nearest. Fewer than half of these are right.

    A text that names no state means Russia's officers, if their names allow it.
    """
    there = _scenes_of(analysis, offset)
    if len(there) == 1:
        return there.pop(), _LENT
    home = analysis.home
    if home is not None and home.strength >= SURE:
        return home.state, _LENT
    near = nearest_state(_around(analysis, offset), offset, person)
    return near or ("RUS" if russian(person) else None), _LENT


def _scenes_of(analysis: Analysis, offset: int) -> set[str]:
    """States in which the sentence says, before this place, that something happens: «в Анголе, где его принял …»."""
    sentence = analysis.document.sentence_at(offset)
    if sentence is None:
        return set()
    return {
        name.id
        for name in analysis.names_in(sentence.start, offset)
        if name.kind == "state" and name.form in ("noun", "capital") and not name.candidates
        and (k := sentence.index_at(name.start)) > 0 and sentence.tokens[k - 1].text.lower() in ("в", "во")
    }  # fmt: skip


def _around(analysis: Analysis, offset: int) -> list[Name]:
    """Names in the neighbourhood of an offset: about a paragraph before and after it."""
    return analysis.names_in(max(0, offset - _NEAR), offset + _NEAR)


def _leads(pair: Pair, state: str) -> str:
    """«Лидер Германии»: the head of state, unless the record knows the person as the head of government there."""
    held = {t.office for t in recorded_terms(pair.person, pair.given, None) if t.state == state}
    return "head_of_government" if "head_of_government" in held and "head_of_state" not in held else "head_of_state"


def _surer(person: str, given: Sequence[str], office: str, holder: str, confidence: float) -> float:
    """Confidence after asking the record: a pair it knows was read rightly; an office named freely is vaguer."""
    terms = recorded_terms(person, given, None)
    if any(t.office == office and t.state == holder for t in terms):
        return max(confidence, 0.93) if confidence > 0.55 else confidence + 0.1
    return confidence - 0.2 if office.startswith("other:") else confidence


def _date(analysis: Analysis, sentence: Sentence, start: int) -> Period | None:
    """The past date a sentence opens with, in whose light its titles stand: «В 1992 году госсекретарь …»."""
    published = analysis.document.published
    for when in analysis.dates_in(sentence):
        opens = when.start - sentence.start < _OPENING and when.end <= start and when.relation == "in"
        if opens and when.period is not None and when.period.end is not None:
            clause = analysis.document.text[when.end : start]
            past = published is None or when.period.end <= published
            return when.period if past and not _COMPLEMENT.search(clause) else None
    return None


def _held(analysis: Analysis, sentence: Sentence, tenure: Tenure) -> Iterator[Mention]:
    document = analysis.document
    holder = tenure.holder
    confidence = 0.75 if tenure.near else 0.45
    given = tuple(t.text for t in document.tokens_in(tenure.name.start, tenure.name.end)[:-1])
    surname = tenure.name.id.removeprefix("person:")
    if holder is not None and (body := OF_COMMON_BODY.fullmatch(holder)) is not None:
        holder = body_spoken_of(analysis, tenure.end, body[1])
        if holder is None:
            return
    office = COMMON_BODY.sub("", tenure.office)
    if holder is None:
        holder = state_named(surname, given, tenure.office, document.published)
    if holder is None:
        holder, confidence = _unsaid(analysis, tenure.start, surname)
    if holder is None or (tenure.office in UNIQUE and len(holder) != 3 and not holder.startswith("place:")):
        return
    confidence = _surer(surname, given, tenure.office, holder, confidence)
    if _GOVERNMENT_OF.match(document.text, tenure.start, tenure.end):
        confidence = min(confidence, _NAMED_BY_HEAD)
    if tenure.modality == "planned" and _hoped(sentence, tenure):
        confidence = min(confidence, _HOPED)
    inside = [w for w in analysis.dates_in(sentence) if w.period is not None]
    told = len(inside) == 1 and not _COMPLEMENT.search(document.text[tenure.end : max(tenure.end, inside[0].start)])
    period = inside[0].period if told else None
    if not inside and tenure.modality == "asserted" and formerly(sentence, tenure.start, tenure.end):
        period = ended(document.published)
        confidence = _over(surname, given, tenure.office, holder, document.published, confidence)
    yield from _build(document, tenure.start, tenure.end, surname, office, holder, period, tenure.modality, confidence)


def _hoped(sentence: Sentence, tenure: Tenure) -> bool:
    """«Кандидат на пост», «кандидатура»: what somebody may never be."""
    return any(t.lemma in OFFERING for t in sentence.tokens if tenure.start <= t.start < tenure.end)


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
    if _ACTS.search(document.text, start, end):
        confidence = min(confidence, _ACTING_FOR)
    try:
        proposition = Office(person=f"person:{surname}", office=office[:200].strip(), state=holder, period=period)
        yield Mention(
            proposition=proposition,
            anchor=document.text[start:end],
            span=(start, end),
            modality=modality,
            confidence=max(0.02, confidence),
        )
    except (ClaimError, ValueError):
        return
