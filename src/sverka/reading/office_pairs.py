"""Persons and titles that stand next to each other and agree: the pairs offices are made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sverka.reading.document import Document, Name, Sentence, Token
from sverka.reading.holders import UNIQUE, dealt, recorded_terms
from sverka.reading.inflection import like
from sverka.reading.morphology import analyses, plain_letters
from sverka.reading.persons import Person
from sverka.reading.surnames import known_surnames
from sverka.reading.tenure import once, two_of
from sverka.reading.title_words import HONORIFICS, is_head, notable
from sverka.reading.titles import Title
from sverka.reading.wordlists import words

_MONTHS = words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь весна лето осень зима")


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


def pairs(
    document: Document, sentence: Sentence, found: Sequence[Title], here: Sequence[Name], people: dict[int, Person]
) -> Iterator[Pair]:
    """Every pair of a sentence; `people` are its persons by the offset of their name."""
    taken: set[int] = set()  # heads of titles already given to somebody
    for name in here:
        if name.start not in people:
            continue
        who = people[name.start]
        before = _before(document, sentence, name, who, found)
        who = people[name.start] = _under(who, before)
        for title in before:
            if title.head in taken and not title.plural:
                continue
            taken.add(title.head)
            lent = _lent(sentence, title, found, here)
            if lent is not None:
                taken.add(lent.head)
                theirs = None if lent.holders or not title.holders else title.holders[0]
                yield Pair(sentence.tokens[lent.first].start, name.end, who.surname, who.given, lent, theirs, 0.6)
            whose = lent.holders[0] if lent is not None and lent.holders and not title.holders else None
            yield from _shared(document, sentence, title, name, here, people, whose)
        if before:
            yield from _chained(sentence, before[0], name, who, found, taken)
    for name in here:
        if name.start in people:
            yield from _apposed(sentence, name, people[name.start], found, here, taken)


def _under(who: Person, before: Sequence[Title]) -> Person:
    """A name read in the case of its title: «президента Кейту» is Кейта, «министра Драме» has no ending at all."""
    cases = before[0].cases if before and not before[0].plural else frozenset()
    if not who.written and " " in who.surname and cases == {"Ins"} and who.surname.endswith("ом"):
        return replace(who, surname=who.surname[:-2])  # «генсеком Пан Ги Муном», whatever the tagger has
    if not cases or who.surname == (who.written or who.surname) or plain_letters(who.surname) in known_surnames():
        return who
    *first, last = who.written.split()
    readings = [a for a in analyses(last) if a.feats.get("Number") == "Sing"]
    fitting = [a for a in readings if a.feats.get("Case") in cases]
    if not fitting or cases == {"Nom"}:  # «лидер хунты Ассими Гоита»
        return who if last.endswith("е") and cases & {"Dat", "Loc"} else replace(who, surname=who.written)
    if who.cases and not cases & who.cases and "Case" in fitting[0].feats:
        return replace(who, surname=" ".join((*first, like(last, fitting[0].lemma))))
    return who


def _index(sentence: Sentence, offset: int) -> int:
    return next((i for i, t in enumerate(sentence.tokens) if t.start >= offset), len(sentence.tokens))


def _before(document: Document, sentence: Sentence, name: Name, who: Person, found: Sequence[Title]) -> list[Title]:
    """The title a person's name follows: the outermost that agrees – «советник президента» or «президент»."""
    at = opens = _index(sentence, name.start)
    while at > 0 and _passed_over(sentence.tokens[at - 1]):
        at -= 1
    at = _term_before(sentence.tokens, at)
    if at > 1 and sentence.tokens[at - 1].text == "," and two_of(sentence, name):
        at -= any(t.plural and t.after == at - 1 for t in found)  # «министры, Икс и Игрек»
    adjoining = [t for t in found if t.after in (at, opens)]
    fitting = [t for t in adjoining if t.plural or not who.cases or t.cases & who.cases]
    outer = min(adjoining, key=lambda t: t.first, default=None)
    if outer is not None and outer not in fitting and _same_case(sentence, outer, name):
        fitting = [outer]  # «секретарь кабинета министров Хаяси»: the tagger sees whose case it is
    if not fitting and len(adjoining) == 1 and _same_case(sentence, adjoining[0], name):
        fitting = adjoining
    if not fitting:
        return []
    for title in reversed(fitting):
        terms = recorded_terms(who.surname, who.given, document.published)
        if title.office in UNIQUE and any(t.office == title.office and _of(title, t.state) for t in terms):
            return [title]
    return fitting[:1]


def _term_before(tokens: Sequence[Token], at: int) -> int:
    """Where the years of «президент Эквадора (1988–1992) | Родриго Борха» open; `at` where none stand before a name."""
    if at < 3 or tokens[at - 1].text != ")":
        return at
    opening = next((k for k in range(at - 2, max(-1, at - 12), -1) if tokens[k].text == "("), -1)
    inner = tokens[opening + 1 : at - 1]
    years = any(len(t.text) >= 4 and t.text[:4].isdecimal() for t in inner)
    return opening if opening > 0 and years and not any(t.pos == "VERB" or t.text == "," for t in inner) else at


def _passed_over(token: Token) -> bool:
    """True for what may stand between a title and a name: «генерал», «аятолла», an opening mark."""
    return bool({token.lemma, token.text.lower()} & HONORIFICS) or token.text.lower() in ("«", '"', "(", "же")


def _somebody_elses(title: Title, who: Person) -> bool:
    """True if the record knows the person, but in no such office."""
    terms = recorded_terms(who.surname, who.given, None)
    fits = any(t.office == title.office and _of(title, t.state) for t in terms)
    return title.office in UNIQUE and bool(terms) and not fits


def _same_case(sentence: Sentence, title: Title, name: Name) -> bool:
    """True if the tagger, which sees the context, gives the title and the last word of the name the same case."""
    last = _index(sentence, name.end) - 1
    case = sentence.tokens[title.head].feats.get("Case")
    return last >= 0 and case is not None and sentence.tokens[last].feats.get("Case") == case


def _of(title: Title, state: str) -> bool:
    return not title.holders or state in title.holders


def _shared(
    document: Document,
    sentence: Sentence,
    title: Title,
    name: Name,
    here: Sequence[Name],
    people: dict[int, Person],
    holder: str | None = None,
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
    whose = [people[m.start].surname for m in group]
    own = dealt(whose, title.office, title.holders, document.published) if title.counted else {}
    for number, member in enumerate(group):
        who = people[member.start]
        if title.counted:
            holder = own.get(who.surname)
            if holder is None:
                continue
        elif title.plural and len(title.holders) >= max(2, len(group)):
            # «президентов А и Б Икса»: names, where fewer than states, are those of the last
            holder = title.holders[number - len(group)]
        elif len(title.holders) == 1:
            holder = title.holders[0]
        sure = 0.92 if not title.plural else 0.88
        yield Pair(start, member.end, who.surname, who.given, title, holder, sure)


def _lent(sentence: Sentence, title: Title, found: Sequence[Title], here: Sequence[Name]) -> Title | None:
    """The title before a comma that is the same person's: «министр Ирана, советник президента Али …».

    One of the two says whose both are; two that say it are of one person too, but no title of a list of persons.
    """
    tokens = sentence.tokens
    if title.plural or title.first < 2 or tokens[title.first - 1].text != ",":
        return None
    before = [t for t in found if t.after == title.first - 1 and not t.plural and t.cases & title.cases]
    one = min(before, key=lambda t: t.first, default=None)
    if one is None or len(one.holders) > 1 or len(title.holders) > 1 or one.office == title.office:
        return None
    if not (one.holders or title.holders) or (title.office in UNIQUE and one.holders):
        return None
    comma = one.first > 1 and tokens[one.first - 1].text == ","
    apposed = comma and any(n.end == tokens[one.first - 2].end for n in here)  # «Али, министр, советник …»
    return None if apposed else one


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
        same = same or (earlier.former and not earlier.holders and not title.holders)
        degrees = between[:1] == [","] and between[-1:] == [","] and _degree(between[1:-1])
        if (
            (between == ["и"] and same)
            or _told_twice(sentence, earlier, title)
            or ((between == [","] or degrees) and not notable(title.office) and notable(earlier.office))
        ) and earlier.cases & title.cases:
            taken.add(earlier.head)
            start = sentence.tokens[earlier.first].start
            yield Pair(start, name.end, who.surname, who.given, earlier, None, 0.5)
            at = earlier.first


def _told_twice(sentence: Sentence, earlier: Title, title: Title) -> bool:
    """«Действующий председатель ОБСЕ | глава МИД Литвы Икс»: both are his, unless he is only proposed as the first."""
    tokens = sentence.tokens
    led = tokens[earlier.first - 1].lemma if earlier.first else ""
    alike = tokens[earlier.head].feats.get("Case") == tokens[title.head].feats.get("Case")
    return earlier.after == title.first and alike and notable(earlier.office) and led != "качество"


def _degree(words: Sequence[str]) -> bool:
    """«доктор медицинских наук», «кандидат наук»."""
    return words[:1] in (["доктор"], ["кандидат"]) and words[-1:] == ["наук"] and len(words) <= 4


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
    signs: tuple[str, ...] = (",", "–", "—", "-", "(")
    while at < len(tokens) and tokens[at].text in signs:
        begin = _led_in(tokens, at + 1)
        title = next((t for t in found if t.first in (at + 1, begin) and t.head not in taken), None)
        if title is None or title.plural:
            return
        following = tokens[title.after].text if title.after < len(tokens) else "."
        if who.cases and not title.cases & who.cases:
            return
        if title.after - title.head == 1 and any(
            t.after <= _index(sentence, name.start) for t in found if t.head in taken
        ):
            return  # «премьер Асо, министр, который …»: the next of a list
        taker = next((n for n in here if title.after < len(tokens) and n.start == tokens[title.after].start), None)
        inner = any(t.head > title.head and t.after == title.after and t.head in taken for t in found)
        if taker is not None and not inner:
            return
        timed = following in ("с", "до") and title.after + 1 < len(tokens) and _dated(tokens[title.after + 1])
        dash = timed or tokens[at].text in ("–", "—", "-")
        if following not in (",", ".", ")", ";", "–", "—", "и", "»", "!", "?") and not dash and not inner:
            return
        if following == "и" and _somebody_elses(title, who):
            return  # «встреча Путина, президента Ирана и премьера Турции»: a list of persons, not of titles
        signs = (*signs, "и")
        taken.add(title.head)
        if any(once(tokens, k) for k in range(at + 1, title.first)):
            title = replace(title, former=True)
        yield Pair(start, tokens[title.after - 1].end, who.surname, who.given, title, None, 0.88)
        at, start = title.after, tokens[title.after].start if title.after < len(tokens) else start
        if at < len(tokens) and tokens[at].text in (",", "и") and at + 1 < len(tokens):
            start = tokens[at + 1].start


#: Words between the comma and the title of somebody who once, or since, or also holds it.
_LED_IN = words(
    """а и но прежде ранее раньше ныне теперь тогда уже вот затем потом после впоследствии позднее позже некогда недавно
    еще также тоже он она его ее их наш в один"""
)
_TIMES_OF = words("время прошлое прошлый то сегодня вчерашний день недавний пора год месяц")


def _led_in(tokens: Sequence[Token], at: int) -> int:
    """Where a title begins after «, а прежде», «, со вчерашнего дня», «, её»; `at` where nothing leads in."""
    begin = at
    while begin < len(tokens) and begin - at < 4:
        token = tokens[begin]
        timed = token.lemma in _TIMES_OF or (
            token.lemma in ("с", "в") and tokens[begin + 1 : begin + 2] and (tokens[begin + 1].lemma in _TIMES_OF)
        )
        if not (token.lemma in _LED_IN or timed) or is_head(token):
            break
        begin += 1
    return begin


def _dated(token: Token) -> bool:
    """True for what a term begins or ends with: «с декабря», «до 2015 года»."""
    return token.text[:4].isdigit() or token.lemma in _MONTHS or token.lemma in _TIMES_OF
