"""Titles of offices in Russian: «бывший министр иностранных дел России» as head, extent, office and whose it is.

The words here are those of the language (what a title may be called), not facts about who holds which.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.reading.document import Name, Sentence, Token
from sverka.reading.inflection import nominative
from sverka.reading.morphology import analyses, plain_letters
from sverka.reading.title_words import (
    ACTING,
    BODY,
    FORMER,
    HONORIFICS,
    JOINERS,
    ORDINALS,
    POSTED,
    QUOTES,
    TIMES,
    is_head,
    office_of,
)


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


_ANY_CASE = frozenset({"Nom", "Gen", "Dat", "Acc", "Ins", "Loc"})


def cases_of(token: Token) -> frozenset[str]:
    """The cases a title word can be in, whatever the tagger chose."""
    found = {
        a.feats["Case"]
        for a in analyses(token.text)
        if "Case" in a.feats
        and a.pos in ("NOUN", "PROPN", "ADJ", "VERB")
        and _same_number(a.feats.get("Number"), token)
    }
    return frozenset(found or {token.feats.get("Case", "Nom")})


def _same_number(number: str | None, token: Token) -> bool:
    return number is None or "Number" not in token.feats or number == token.feats["Number"]


def titles(sentence: Sentence, names: Sequence[Name]) -> list[Title]:
    """Every title phrase of a sentence, nested ones included («советник президента»: both)."""
    persons = {n.start for n in names if n.kind == "person"}
    here = [n for n in names if n.form != "pronoun" or n.kind == "state"]
    return [
        title
        for i, token in enumerate(sentence.tokens)
        if is_head(token) and token.start not in persons and not _sought(sentence.tokens, i)
        for title in _title(sentence, i, here, persons)
    ]


def _sought(tokens: Sequence[Token], i: int) -> bool:
    """True for what somebody only runs for or was raised to: «кандидат в президенты»."""
    return i > 0 and tokens[i - 1].text.lower() == "в" and _plural(tokens[i]) and "Nom" in cases_of(tokens[i])


def _title(sentence: Sentence, head: int, names: Sequence[Name], persons: set[int]) -> Iterator[Title]:
    tokens = sentence.tokens
    first, after = _left(tokens, head), _right(tokens, head, names, persons)
    inside = [
        n for n in names if tokens[first].start <= n.start and n.end <= tokens[after - 1].end and n.kind != "person"
    ]
    body = _body(inside, tokens, head)
    states = _states(inside, tokens, head)
    owners = [n for n in inside if n.id in states]
    bare = [t for t in tokens[first:after] if not any(n.start <= t.start < n.end for n in owners)]
    office = office_of(tokens[head].lemma.removeprefix("экс-"), [t.lemma for t in bare], states, body is not None)
    holders: tuple[str, ...] = (body[0],) if body and office.startswith("other") else states
    if office.startswith("other"):
        office = f"other:{_wording(tokens, first, head, after, inside, body, holders)}"
    words = {t.lemma for t in tokens[first:head]}
    former = tokens[head].lemma.startswith("экс-") or bool(words & FORMER)
    cases = _ANY_CASE if _acting(tokens, first, head) else cases_of(tokens[head])
    yield Title(first, head, after, office, holders, _plural(tokens[head]), cases, former)


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
        joined = token.text == "и" and at > 1 and tokens[at - 2].pos == "ADJ" and tokens[at].pos == "ADJ"
        if not (modifier or joined or token.lemma in TIMES | ACTING):
            break
        at -= 1
    while at < head and tokens[at].text == "и":
        at += 1
    return at


def _right(tokens: Sequence[Token], head: int, names: Sequence[Name], persons: set[int]) -> int:
    """The index after the complements: genitives, prepositional groups, names in quotation marks."""
    starts = {n.start: n for n in names}
    at, governed = head + 1, "Ins" if tokens[head].lemma in ("командующий", "управляющий") else "Gen"
    case, limit = governed, min(len(tokens), head + 18)
    while at < limit:
        token = tokens[at]
        name = starts.get(token.start)
        if token.start in persons:
            break
        if name is not None and name.kind != "person" and name.form != "pronoun":
            if name.form == "noun" and token.feats.get("Case") == "Nom" and not _may_be(token, case):
                break
            end = name.end
            while at < len(tokens) and tokens[at].start < end:
                at += 1
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
        if token.text == "," and _plural(tokens[head]) and at + 1 < len(tokens) and _listed(tokens, at, names):
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
            if token.text.isdigit() or (is_head(token) and not _may_be(token, "Gen")):
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
    if preposition in ("по", "при"):
        return _may_be(following, "Dat" if preposition == "по" else "Loc")
    return preposition in ("в", "во", "на") and lemma in POSTED and _may_be(following, "Loc")


def _listed(tokens: Sequence[Token], at: int, names: Sequence[Name]) -> bool:
    """True for a comma between two states of a list: «президенты России, Ирана и Азербайджана»."""
    states = [n for n in names if n.kind == "state" and n.form == "noun"]
    return any(n.end == tokens[at - 1].end for n in states) and any(n.start == tokens[at + 1].start for n in states)


def _joined(tokens: Sequence[Token], at: int, case: str, persons: set[int]) -> bool:
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


def _states(inside: Sequence[Name], tokens: Sequence[Token], head: int) -> tuple[str, ...]:
    """States whose office it is: adjectives before the head, genitives after it – not «посол в Венгрии»."""
    out: dict[str, None] = {}
    states = [n for n in inside if n.kind == "state" and n.form != "demonym"]
    for name in states or [n for n in inside if n.kind == "place" and n.start > tokens[head].start]:
        at = next(i for i, t in enumerate(tokens) if t.end > name.start)
        if name.start > tokens[head].start and _posted(tokens, head, at):
            continue
        out[name.id] = None
    return tuple(out)


def _posted(tokens: Sequence[Token], head: int, at: int) -> bool:
    """True for a name governed by a preposition of place after the head."""
    return any(
        t.pos == "ADP" and t.lemma in ("в", "во", "на", "по", "при", "с") for t in tokens[head + 1 : at]
    ) and not any(t.text.lower() in ("пентагоне", "белом") for t in tokens[at : at + 1])


def _body(inside: Sequence[Name], tokens: Sequence[Token], head: int) -> tuple[str, Name] | None:
    """The organization whose office it is, unless it is a body of a state."""
    bodies = [n for n in inside if n.kind in ("organization", "group") and n.start > tokens[head].start]
    outer = [n for n in bodies if not any(o is not n and o.start <= n.start and n.end <= o.end for o in bodies)]
    for name in reversed(outer):
        if _posted(tokens, head, next(i for i, t in enumerate(tokens) if t.end > name.start)):
            continue
        if not name.id.startswith("org:"):
            return name.id, name
        if BODY.match(plain_letters(name.id[4:])):
            continue
        following = next((n for n in inside if n.kind == "state" and name.end < n.start <= name.end + 1), None)
        if following is not None and following.form == "noun":
            at = [t for t in tokens if following.start <= t.start < following.end]
            return f"{name.id} {' '.join(t.text for t in at)}", name
        return name.id, name
    return None


def _wording(
    tokens: Sequence[Token],
    first: int,
    head: int,
    after: int,
    inside: Sequence[Name],
    body: tuple[str, Name] | None,
    holders: Sequence[str],
) -> str:
    """The bare title in the nominative: without the state, and without the body when that is all that follows."""
    dropped: set[int] = set()
    for i in range(first, after):
        token = tokens[i]
        of_state = any(
            n.id in holders and n.form not in ("government", "capital") and n.start <= token.start < n.end
            for n in inside
        )
        if of_state and body is None and not (i > head and _posted(tokens, head, i)):
            dropped.add(i)
        counted = {t.lemma for t in tokens[first:head]} & ORDINALS and "и" in {t.text for t in tokens[first:head]}
        if i < head and (token.lemma in TIMES | ACTING or (counted and (token.lemma in ORDINALS or token.text == "и"))):
            dropped.add(i)
    if body is not None:
        covered = [i for i in range(head + 1, after) if body[1].start <= tokens[i].start < body[1].end]
        before = [i for i in range(head + 1, covered[0]) if tokens[i].pos not in ("ADJ", "PUNCT")] if covered else [0]
        if not before:
            dropped.update(range(head + 1, covered[-1] + 1))
            tail = range(covered[-1] + 1, after)
            dropped.update(i for i in tail if tokens[i].text in QUOTES or tokens[i].text in body[0].split())
    kept = [tokens[i] for i in range(first, after) if i not in dropped]
    while kept and kept[0].text in ("и", ",", ".", "-"):
        kept = kept[1:]
    wording = nominative(kept) if kept else nominative([tokens[head]])
    wording = wording[:1].lower() + wording[1:] if not wording[:2].isupper() else wording
    return wording.removeprefix("экс-") or tokens[head].lemma
