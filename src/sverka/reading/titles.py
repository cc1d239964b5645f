"""Titles of offices in Russian: «бывший министр иностранных дел России» as head, extent, office and whose it is.

The words here are those of the language (what a title may be called), not facts about who holds which.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sverka.reading.document import Name, Sentence, Token
from sverka.reading.holders import state_of
from sverka.reading.morphology import analyses, plain_letters
from sverka.reading.title_cases import ANY_CASE, cases_of
from sverka.reading.title_owners import body_of, of_which, seated, states_of, wording
from sverka.reading.title_words import (
    ACTING,
    ELECTED,
    FORMER,
    HONORIFICS,
    JOINERS,
    POSTED,
    QUOTES,
    RULERS,
    SERVING,
    TIMES,
    TOPS,
    governs,
    in_two_words,
    is_head,
    office_of,
)

#: What any head of a state may be called, nobody's office in particular: «первая женщина – глава африканской страны».
_ANY_STATES = re.compile(r"other:глава (?:[а-яё-]+ )?(?:государства|страны)")


@dataclass(frozen=True, slots=True)
class Title:
    """A title phrase in a sentence; `first`, `head`, `last` are token indices, `after` is the one that follows it."""

    first: int
    head: int
    after: int
    office: str  # of the claim language; `other:` with the bare title
    holders: tuple[str, ...]  # ids of the states or the body whose office it is, as written
    plural: bool
    cases: frozenset[str]
    former: bool
    counted: bool = False  # «лидеры двух стран»: whose office it is goes without an order


def titles(sentence: Sentence, names: Sequence[Name]) -> list[Title]:
    """Every title phrase of a sentence, nested ones included («советник президента»: both)."""
    persons = {n.start: n.end for n in names if n.kind == "person"}
    here = [n for n in names if n.form != "pronoun" or n.kind == "state"]
    return [
        title
        for i, token in enumerate(sentence.tokens)
        if is_head(token)
        and token.start not in persons
        and not _sought(sentence.tokens, i)
        and not in_two_words(sentence.tokens, i + 1)
        for title in _title(sentence, i, here, persons)
    ]


def _sought(tokens: Sequence[Token], i: int) -> bool:
    """True for what somebody only runs for or was raised to: «кандидат в президенты»."""
    return i > 0 and tokens[i - 1].text.lower() == "в" and _plural(tokens[i]) and "Nom" in cases_of(tokens[i])


def _title(sentence: Sentence, head: int, names: Sequence[Name], persons: Mapping[int, int]) -> Iterator[Title]:
    tokens = sentence.tokens
    first, after = _left(tokens, head), _right(tokens, head, names, persons)
    bracket = next((t.start for t in tokens[head:after] if t.text == "("), tokens[after - 1].end)
    inside = [n for n in names if tokens[first].start <= n.start and n.end <= bracket and n.kind != "person"]
    body = body_of(inside, tokens, head)
    served = next((n for n in names if n.kind == "person" and tokens[head].end < n.start < tokens[after - 1].end), None)
    which = of_which(tokens, first, after, names, persons)
    states = states_of(inside, tokens, head) or which or _serves(served, tokens)
    owners = [n for n in inside if n.id in states]
    lemmas = [t.lemma for t in tokens[first:after] if not any(n.start <= t.start < n.end for n in owners)]
    lemmas += [word for n in owners if n.form == "government" for word in seated(tokens, n)]
    lord = tokens[head].lemma.removeprefix("экс-")
    if in_two_words(tokens, head):
        first, lord = min(first, head - 1), "премьер-министр"
        lemmas = [word for word in lemmas if not word.removeprefix("экс-").startswith("премьер")]
    office = office_of(lord, lemmas, states, body is not None)
    if lord in TOPS and office.startswith("other"):
        return  # «хозяин» is an office only of a seat: «хозяин Белого дома»
    of_body = body and office.startswith(("other", "spokes"))
    holders: tuple[str, ...] = (body[0],) if body and of_body else states
    if office.startswith("other"):
        office = f"other:{wording(tokens, (first, head, after), inside, body, holders, served)}"
        if _ANY_STATES.fullmatch(office):
            return
    words = {t.lemma for t in tokens[first:head]}
    former = (
        tokens[head].lemma.startswith("экс-") or tokens[first].text.lower().startswith("экс-") or bool(words & FORMER)
    )
    cases = ANY_CASE if _acting(tokens, first, head) else cases_of(tokens[head])
    counted = len(owners) > 1 and len({n.start for n in owners}) == 1
    yield Title(first, head, after + bool(which), office, holders, _plural(tokens[head]), cases, former, counted)


def _serves(person: Name | None, tokens: Sequence[Token]) -> tuple[str, ...]:
    """The state of whom an officer serves, where the record knows one."""
    if person is None:
        return ()
    given = [t.text for t in tokens if person.start <= t.start < person.end][:-1]
    state = state_of(person.id.removeprefix("person:"), given, "head_of_state", None)
    return (state,) if state is not None else ()


def _plural(token: Token) -> bool:
    numbers = {a.feats["Number"] for a in analyses(token.text) if a.pos == "NOUN" and "Number" in a.feats}
    return numbers == {"Plur"} or (token.feats.get("Number") == "Plur" and "Plur" in numbers)


def _acting(tokens: Sequence[Token], first: int, head: int) -> bool:
    """True after «исполняющий обязанности», «и. о.», «врио»: then the title's case is not the person's."""
    before = "".join(t.text for t in tokens[max(0, first - 4) : head]).lower()
    return before.endswith(("и.о.", "и.о", "врио", "обязанности"))


def _left(tokens: Sequence[Token], head: int) -> int:
    """The first of the modifiers before the head: «новый министр», «первый и второй президенты», «и. о. главы»."""
    at = head
    while at > 0:
        token = tokens[at - 1]
        agrees = not cases_of(token).isdisjoint(cases_of(tokens[head]))
        modifier = token.pos in ("ADJ", "DET", "NUM") and agrees and not token.text[:1].isdigit()
        modifier = modifier and not token.lemma.endswith(("ть", "ться", "ти", "чь"))  # «выступил министр»
        joined = token.text == "и" and at > 1 and tokens[at - 2].pos == "ADJ" and tokens[at].pos == "ADJ"
        if not (modifier or joined or token.lemma in TIMES | ACTING):
            break
        at -= 1
    while at < head and tokens[at].text == "и":
        at += 1
    return at


def _right(tokens: Sequence[Token], head: int, names: Sequence[Name], persons: Mapping[int, int]) -> int:
    """The index after the complements: genitives, prepositional groups, names in quotation marks."""
    starts = {n.start: n for n in names}
    at, governed = head + 1, "Ins" if governs(tokens[head]) else "Gen"
    case, limit = governed, min(len(tokens), head + 18)
    while at < limit:
        token = tokens[at]
        name = starts.get(token.start)
        if token.start in persons:
            served = at == head + 1 and tokens[head].lemma in SERVING and "Gen" not in cases_of(tokens[head])
            past = next((j for j in range(at, limit) if tokens[j].start >= persons[token.start]), limit)
            if not served or not _may_be(tokens[past - 1], "Gen") or not _going_on(tokens, past, persons):
                break
            at = past
            continue
        if name is not None and name.kind != "person" and name.form != "pronoun":
            if name.form == "noun" and token.feats.get("Case") == "Nom" and not _may_be(token, case):
                break
            end = name.end
            while at < len(tokens) and tokens[at].start < end:
                at += 1
            continue
        if token.text == "(":
            if not _abbreviated(tokens, head, at):
                break
            at += 3
            continue
        if token.text in QUOTES:
            if not _quoted(tokens, at):
                break
            at = next(j for j in range(at + 1, len(tokens)) if tokens[j].text in '»”"') + 1
            continue
        if token.pos == "ADP" and token.lemma in JOINERS:
            if not _prepositional(tokens, head, at):
                break
            case = tokens[at + 1].feats.get("Case", "")
            at += 1
            continue
        if token.text == "," and (
            (_plural(tokens[head]) and at + 1 < len(tokens) and _listed(tokens, at, names))
            or (tokens[head].lemma in ("министр", "замминистра") and _portfolio(tokens, at, persons))
        ):
            at += 1
            continue
        if token.text == "и":
            if not _joined(tokens, at, case, persons):
                break
            at += 1
            continue
        participle = token.pos == "VERB" and token.feats.get("VerbForm") == "Part"
        if token.pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM") or participle:
            honorific = HONORIFICS & {token.lemma, plain_letters(token.text)}
            if honorific or not (_may_be(token, case) or _may_be(token, "Gen")):
                break
            if _unknown_name(tokens, at, starts):
                break
            ruled = tokens[head].lemma in RULERS  # «признали президентом | спикера»: a ruler is of no officer
            if token.text.isdigit() or (is_head(token) and (ruled or not _may_be(token, "Gen"))):
                break
            at += 1
            continue
        if token.pos == "X" and token.text[:1].isalpha():
            at += 1
            continue
        break
    while at > head + 1 and (tokens[at - 1].text == "и" or tokens[at - 1].pos == "ADP"):
        at -= 1
    return at


def _unknown_name(tokens: Sequence[Token], at: int, starts: Container[int]) -> bool:
    """True for two capital words after small ones that nothing names: a person the tagger does not know."""
    return (
        at + 1 < len(tokens)
        and tokens[at - 1].text[:1].islower()
        and all(t.pos == "PROPN" and t.text.istitle() and t.start not in starts for t in tokens[at : at + 2])
    )


def _abbreviated(tokens: Sequence[Token], head: int, at: int) -> bool:
    """True for the short name of the body just named: «президент Всемирного банка (ВБ) Джим Ён Ким»."""
    inner = [t.text for t in tokens[at + 1 : at + 3]]
    return at > head + 1 and len(inner) == 2 and inner[1] == ")" and sum(c.isupper() for c in inner[0]) > 1


def _going_on(tokens: Sequence[Token], at: int, persons: Container[int]) -> bool:
    """True where the person an officer serves is followed by his task or by his own name."""
    if at >= len(tokens):
        return False
    return tokens[at].start in persons or (tokens[at].lemma == "по" and tokens[at].pos == "ADP")


def _may_be(token: Token, case: str) -> bool:
    found = cases_of(token)
    return case in found or token.text.isupper() or (token.feats.get("Case") == case)


def _quoted(tokens: Sequence[Token], at: int) -> bool:
    """True if a short name in quotation marks opens here."""
    if tokens[at].text in "»”":
        return False
    close = next((j for j in range(at + 1, min(len(tokens), at + 8)) if tokens[j].text in '»”"'), None)
    return close is not None and close > at + 1 and tokens[at + 1].text[:1].isupper()


def _prepositional(tokens: Sequence[Token], head: int, at: int) -> bool:
    """Whether a preposition continues the title («посол в Венгрии», «секретарь по делам») rather than the clause."""
    preposition, lemma = tokens[at].lemma, tokens[head].lemma
    if at + 1 >= len(tokens) or tokens[at + 1].pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    following = tokens[at + 1]
    if preposition == "по" and lemma in RULERS:
        return False  # «президент по телефону»: how, not of what
    if preposition == "от":
        return lemma in ELECTED and _may_be(following, "Gen")
    if preposition in ("по", "при"):
        return _may_be(following, "Dat" if preposition == "по" else "Loc")
    return preposition in ("в", "во", "на") and lemma in POSTED and _may_be(following, "Loc")


def _listed(tokens: Sequence[Token], at: int, names: Sequence[Name]) -> bool:
    """True for a comma between two states of a list: «президенты России, Ирана и Азербайджана»."""
    states = [n for n in names if n.kind == "state" and n.form == "noun"]
    return any(n.end == tokens[at - 1].end for n in states) and any(n.start == tokens[at + 1].start for n in states)


def _portfolio(tokens: Sequence[Token], at: int, persons: Container[int]) -> bool:
    """True for a comma in what a minister is for: «министр экономики, труда и социальной политики»."""
    seen = 0
    for token in tokens[at + 1 : at + 7]:
        if token.text in (",", "и"):
            if not seen or token.text == "и":
                return bool(seen) and token.text == "и"
            continue
        if token.pos not in ("NOUN", "ADJ") or token.feats.get("Case") != "Gen" or token.start in persons:
            return False
        if is_head(token):
            return False
        seen += token.pos == "NOUN"
    return False


def _joined(tokens: Sequence[Token], at: int, case: str, persons: Container[int]) -> bool:
    """Whether «и» joins complements («промышленности и торговли», «России и Армении»)."""
    if at + 1 >= len(tokens) or tokens[at + 1].start in persons or is_head(tokens[at + 1]):
        return False
    following = tokens[at + 1]
    before = tokens[at - 1]
    if following.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    if any(is_head(t) for t in tokens[at + 1 : at + 4] if t.pos == "NOUN") and following.pos == "ADJ":
        return False
    return (
        _may_be(following, case)
        and _may_be(before, case)
        and (following.feats.get("Case") == case or following.text.isupper())
    )
