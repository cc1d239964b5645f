"""Whom a text introduces: the states its persons act for, and the persons its offices stand for from then on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sverka.claims.period import Period
from sverka.reading.bundle import Analysis
from sverka.reading.document import Name, Sentence
from sverka.reading.holders import UNIQUE, dealt, recorded_terms
from sverka.reading.titles import Title
from sverka.reading.wordlists import words

_RULING = frozenset({"head_of_state", "head_of_government"})
#: «Выборы президента», «пост премьера»: the office, nobody in it.
_OF_OFFICE = words(
    """выборы пост должность кресло администрация кандидатура кандидат полномочие срок канцелярия офис секретариат
    пресс-служба приз резиденция право власть институт место"""
)
#: What a name may be led by between the office and it.
_HONORIFICS = words(
    "шейх аятолла генерал генерал-майор полковник маршал доктор профессор сэр лорд господин госпожа принц"
)
_OTHERS = frozenset({"наш", "новый", "следующий", "будущий", "прежний", "первый", "каждый", "любой", "другой"})


@dataclass(frozen=True, slots=True)
class Known:
    """What a text says of its persons.

    `states`: person id → ids of the states the text gives the person; `holders`: office and state → the persons the
    text names with it; `named`: every person the text names.
    """

    states: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    holders: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    named: frozenset[str] = frozenset()

    def holder(self, office: str, state: str) -> str | None:
        """The one person named with an office of a state; a «лидер» may be either of the two who rule."""
        found = {p for o in (_RULING if office in _RULING else {office}) for p in self.holders.get((o, state), ())}
        own = set(self.holders.get((office, state), ()))
        return (own if len(own) == 1 else found).pop() if 1 in (len(own), len(found)) else None

    def only(self, office: str) -> tuple[str, str] | None:
        """Person and state where the text names only one holder of an office at all: «президент» alone."""
        found = {(p, s) for (o, s), persons in self.holders.items() if o == office for p in persons}
        return found.pop() if len(found) == 1 else None


def introduced(bundle: Analysis) -> Known:
    """The persons a text introduces by title («премьер Италии Драги») or as «турецкий дипломат Юнал Чевикоз»."""
    states: dict[str, tuple[str, ...]] = {}
    holders: dict[tuple[str, str], list[str]] = {}
    named: set[str] = set()
    for sentence, titles in zip(bundle.document.sentences, bundle.titles, strict=True):
        names = bundle.names_in(sentence.start, sentence.end)
        names = [n for n in names if n.form != "office"]
        named.update(n.id for n in names if n.kind == "person")
        for title in titles:
            persons = persons_after(sentence, title, names)
            before = None if persons else _person_before(sentence, title, names)
            day = bundle.document.published
            own_of = paired(persons, title, day) if before is None else [(before, tuple(title.holders))]
            for person, own in own_of:
                if own:
                    states.setdefault(person.id, own)
                if len(own) == 1 and title.office in UNIQUE and not title.former:
                    holders.setdefault((title.office, own[0]), [])
                    holders[title.office, own[0]] += [person.id] * (person.id not in holders[title.office, own[0]])
        for person in (n for n in names if n.kind == "person"):
            called = _called(sentence, person, names)
            if called:
                states.setdefault(person.id, called)
    return Known(states, holders, frozenset(named))


def _called(sentence: Sentence, person: Name, names: Sequence[Name]) -> tuple[str, ...]:
    """The state of a person introduced as «турецкий дипломат Юнал Чевикоз»."""
    tokens = sentence.tokens
    at = next((k for k, t in enumerate(tokens) if t.start == person.start), 0)
    if at < 2 or tokens[at - 1].pos != "NOUN" or tokens[at - 1].feats.get("Case") != tokens[at].feats.get("Case"):
        return ()
    return tuple(n.id for n in names if n.kind == "state" and n.form == "adjective" and n.end == tokens[at - 2].end)


def state_of(person: str, known: Known, day: date | None, given: Sequence[str] = ()) -> tuple[str, ...]:
    """The state a person acts for: as the text says, else the record's, if there is only one (at the day, if known)."""
    if person in known.states:
        return known.states[person]
    terms = [t for t in recorded_terms(person, given, None) if t.state.isupper() and len(t.state) == 3]
    if day is not None:
        now = Period.of(day)
        at_day = [t for t in terms if t.period.overlaps(now)]
        terms = at_day or [t for t in terms if t.period.start is None or t.period.start <= day]
    found = {t.state for t in terms}
    return (found.pop(),) if len(found) == 1 else ()


def last_token(sentence: Sentence, name: Name) -> int:
    return max((k for k, t in enumerate(sentence.tokens) if t.start < name.end), default=0)


def persons_after(sentence: Sentence, title: Title, names: Sequence[Name]) -> list[Name]:
    """Persons named right after a title: one, or several after a plural («президенты А и Б»)."""
    persons = sorted((n for n in names if n.kind == "person"), key=lambda n: n.start)
    out: list[Name] = []
    at = title.after
    if at < len(sentence.tokens) and sentence.tokens[at].text == "(":  # «президент Республики Конго (РК) …»
        at = next((k + 1 for k in range(at, min(at + 4, len(sentence.tokens))) if sentence.tokens[k].text == ")"), at)
    while at < len(sentence.tokens):
        token = sentence.tokens[at]
        if token.lemma in _HONORIFICS or token.text.lower() in _HONORIFICS:  # «премьер-министр шейх Х»
            at += 1
            continue
        person = next((n for n in persons if n.start == token.start), None)
        if person is not None:
            out.append(person)
            at = last_token(sentence, person) + 1
            if not title.plural:
                break
        elif out and title.plural and token.text in (",", "и"):
            at += 1
        else:
            break
    return out


def _person_before(sentence: Sentence, title: Title, names: Sequence[Name]) -> Name | None:
    """The person a title follows in apposition: «Бахрам Касеми, представитель МИД Ирана»."""
    at = title.first - 1
    if at < 1 or sentence.tokens[at].text not in (",", "(", "–", "—"):
        return None
    end = sentence.tokens[at - 1].end
    return next((n for n in names if n.kind == "person" and n.end == end), None)


def paired(persons: Sequence[Name], title: Title, day: date | None) -> list[tuple[Name, tuple[str, ...]]]:
    """Each person with the states of the title: «президенты Чили и Перу А и Б» are one of each, in their order."""
    holders = tuple(title.holders)
    if title.counted and len(persons) > 1:
        own = dealt([p.id.removeprefix("person:") for p in persons], title.office, holders, day)
        return [(p, (own[s],) if (s := p.id.removeprefix("person:")) in own else ()) for p in persons]
    if len(persons) > 1 and len(holders) == len(persons):
        return [(p, (h,)) for p, h in zip(persons, holders, strict=True)]
    if len(persons) > 1 and len(holders) > 1:
        return [(p, ()) for p in persons]
    return [(p, holders) for p in persons]


def stands_for(sentence: Sentence, title: Title, offices: Sequence[Name], known: Known) -> tuple[str, ...]:
    """The person, with his state, whom an office without a name means: one the text names elsewhere; () for nobody.

    `offices`: the office names of the sentence (see `standins`), which say whom the record gives the office.
    """
    tokens = sentence.tokens
    before = tokens[title.first - 1] if title.first else None
    predicate = tokens[title.head].feats.get("Case") == "Ins" and (before is None or before.pos != "ADP")
    other = not _OTHERS.isdisjoint(t.lemma for t in tokens[title.first : title.head])
    barred = before is not None and (before.lemma in _OF_OFFICE or before.text in ("–", "—", "как"))
    if title.plural or title.former or title.office not in UNIQUE or len(title.holders) > 1 or predicate or other:
        return ()
    if barred or _apposed(sentence, title):
        return ()
    if not title.holders:
        return known.only(title.office) or ()
    start = tokens[title.first].start
    recorded = next((n.id for n in offices if n.start == start and n.id in known.named), None)
    person = recorded or known.holder(title.office, title.holders[0])
    return (person, title.holders[0]) if person else ()


def _apposed(sentence: Sentence, title: Title) -> bool:
    """«Обама, президент США, …»: what somebody just named is."""
    at = title.first - 1
    return at > 0 and sentence.tokens[at].text in (",", "(") and sentence.tokens[at - 1].pos == "PROPN"
