"""Whose an office is, and how its title reads in the nominative: states, bodies of states, organizations, seats."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from sverka.reading.document import Name, Token
from sverka.reading.inflection import inflected, like, nominative
from sverka.reading.morphology import analyses, plain_letters
from sverka.reading.title_words import (
    ACTING,
    ORDINALS,
    QUALITIES,
    QUOTES,
    TIMES,
    counting,
    governs,
    of_a_state,
)
from sverka.reading.wordlists import words
from sverka.record import states

#: Bodies that states call as the world does its own: «Совет безопасности».
_SHARED = frozenset({"UNSC", "UNGA"})
_PARTIES = words("фракция партия блок движение коалиция оппозиция союз")
_PLACED = words("в во на по при с от")
_SECRETARIES = words("секретарь замсекретаря замсекретарь")
#: Whose seat or own name stands for which office: «глава Пентагона», «глава Госдепа», «хозяин Даунинг-стрит».
_SEATS = (
    (re.compile("пентагон"), ("минобороны",)),
    (re.compile("госдеп|форин|фарнезин|итамарати|орсе|саут-блок"), ("мид",)),
    (re.compile("даунинг|матиньон|монклоа|киджи|канцлер"), ("правительство",)),
    (re.compile("бел|кремл|елисейск|планалту|монеда|росада|квиринал|нариньо|чжуннаньхай|бельведер|банков|голуб"), ()),
)


#: Organs of the European Union, which is whose officers they are.
_ORGANS = {
    "EuropeanCommission": "EU", "EuropeanParliament": "EU", "EuropeanCouncil": "EU", "org:Евросовет": "EU",
}  # fmt: skip
#: Clipped titles, which are the same offices.
_FULL = {"генсек": "генеральный секретарь", "генсекретарь": "генеральный секретарь",
         "гендиректор": "генеральный директор"}  # fmt: skip
#: Common nouns for the state spoken of, at the end of a title.
COUNTRY = words("страна республика государство королевство эмират княжество султанат держава")
#: Who is no officer without it: «глава государства».
_OF_THE_STATE = words("глава лидер руководитель президент хозяин правитель начальник председатель шеф")
#: What parties have: their officers are the party's.
_PARTY_ORGANS = words("крайком обком горком райком ЦК цк политбюро политсовет генсовет исполком фракция")


def seated(tokens: Sequence[Token], name: Name) -> tuple[str, ...]:
    """The word a seat of power adds to a title; its own lemma for a parliament («председатель Госдумы»)."""
    token = next(t for t in tokens if t.end > name.start)
    word = plain_letters(token.text)
    noun = next((t for t in tokens if name.start <= t.start < name.end and t.pos in ("NOUN", "PROPN")), token)
    return next((added for seat, added in _SEATS if seat.match(word)), (noun.lemma,))


def states_of(inside: Sequence[Name], tokens: Sequence[Token], head: int) -> tuple[str, ...]:
    """States whose office it is: adjectives before the head, genitives after it – not «посол в Венгрии»."""
    out: dict[str, None] = {}
    states = [n for n in inside if n.kind == "state" and n.form != "demonym"]
    places = [n for n in inside if n.kind == "place" and n.start > tokens[head].start]
    beside = [p for p in places if any(_joined(tokens, p, s) for s in states)]
    for name in sorted((*states, *beside), key=lambda n: n.start) if states else places:
        at = next(i for i, t in enumerate(tokens) if t.end > name.start)
        if name.start > tokens[head].start and posted(tokens, head, at):
            continue
        out[name.id] = None
    return tuple(out)


def _joined(tokens: Sequence[Token], place: Name, state: Name) -> bool:
    """«Президенты России и Абхазии»: a place told as a state is, next to one."""
    first, last = sorted((place, state), key=lambda n: n.start)
    between = [t.text for t in tokens if first.end <= t.start < last.start]
    return between in (["и"], [","])


def posted(tokens: Sequence[Token], head: int, at: int) -> bool:
    """True for a name governed by a preposition after the head, unless a body between them is its own.

    «Посол в Литве», but «посол по особым поручениям МИД Литвы».
    """
    ruled = [k for k in range(head + 1, at) if tokens[k].pos == "ADP" and tokens[k].lemma in _PLACED]
    if ruled and any(of_a_state(plain_letters(t.text)) for t in tokens[ruled[-1] + 2 : at]):
        return False
    return bool(ruled) and not any(t.text.lower() in ("пентагоне", "белом") for t in tokens[at : at + 1])


def body_of(inside: Sequence[Name], tokens: Sequence[Token], head: int) -> tuple[str, Name] | None:
    """The organization whose office it is, unless it is a body of a state."""
    bodies = [n for n in inside if n.kind in ("organization", "group") and n.start > tokens[head].start]
    outer = [n for n in bodies if not any(o is not n and o.start <= n.start and n.end <= o.end for o in bodies)]
    for name in reversed(outer):
        following = next((n for n in inside if n.kind == "state" and name.end < n.start <= name.end + 1), None)
        if name.id in _SHARED and (following is not None or tokens[head].lemma in _SECRETARIES):
            continue  # «секретарь Совета безопасности России»: not the United Nations', which has none
        if posted(tokens, head, next(i for i, t in enumerate(tokens) if t.end > name.start)):
            continue
        if not name.id.startswith("org:") or name.id in _ORGANS:
            return _ORGANS.get(name.id, name.id), name
        if of_a_state(plain_letters(name.id[4:])):
            continue
        if following is not None and following.form == "noun":
            at = [t for t in tokens if following.start <= t.start < following.end]
            return f"{name.id} {' '.join(t.text for t in at)}", name
        return name.id, name
    return None


def wording(
    tokens: Sequence[Token],
    extent: tuple[int, int, int],
    inside: Sequence[Name],
    body: tuple[str, Name] | None,
    holders: Sequence[str],
    served: Name | None,
) -> str:
    """The bare title in the nominative: without the state, and without the body when that is all that follows."""
    first, head, after = extent
    dropped: set[int] = set()
    for i in range(first, after):
        token = tokens[i]
        of_state = any(
            n.id in holders and n.form not in ("government", "capital") and n.start <= token.start < n.end
            for n in inside
        )
        if of_state and body is None and not (i > head and posted(tokens, head, i)):
            dropped.add(i)
        counted = {t.lemma for t in tokens[first:head]} & ORDINALS and "и" in {t.text for t in tokens[first:head]}
        if i < head and (token.lemma in TIMES | ACTING or (counted and (token.lemma in ORDINALS or token.text == "и"))):
            dropped.add(i)
        if i < head and counting(token):
            dropped.add(i)
    sent = next((i for i in range(head + 1, after - 1) if tokens[i].text.lower() == "от"), after)
    of_party = sent < after and (tokens[sent + 1].lemma in _PARTIES or tokens[sent + 1].text in QUOTES)
    dropped.update(range(sent, after) if of_party else ())  # «депутат от фракции», but «сенатор от Техаса»
    dropped.update(i for i in range(head, after) if tokens[i].text in "()" or tokens[i - 1].text == "(")
    dropped.update(i for i in range(head + 1, after - 1) if tokens[i].lemma in QUALITIES and i + 1 in dropped)
    last = max((i for i in range(first, after) if i not in dropped), default=head)
    stands_in = tokens[last].lemma in COUNTRY and tokens[last - 1].pos == "NOUN"
    if stands_in and last > head and not (last == head + 1 and tokens[head].lemma in _OF_THE_STATE):
        dropped.add(last)  # «глава министерства страны», «вице-президент республики»
    if body is not None and body[1].id not in _ORGANS:
        covered = [i for i in range(head + 1, after) if body[1].start <= tokens[i].start < body[1].end]
        before = [i for i in range(head + 1, covered[0]) if not _describes(tokens[i])] if covered else [0]
        own = (
            covered
            and not governs(tokens[head])
            and (
                not body[0].startswith("org:")
                or tokens[covered[0] - 1].lemma in _PARTY_ORGANS
                or tokens[covered[0] - 1].text in QUOTES
            )
        )
        if not before:
            dropped.update(range(head + 1, covered[-1] + 1))
            tail = range(covered[-1] + 1, after)
            dropped.update(i for i in tail if tokens[i].text in QUOTES or tokens[i].text in body[0].split())
        elif own:
            dropped.update(covered)  # «глава внешнеполитической службы ЕС», «член правления „Нафтогаза“»
            dropped.update(i for i in (covered[0] - 1, covered[-1] + 1) if i < after and tokens[i].text in QUOTES)
    dropped.update(i for i in range(first, after) if served and served.start <= tokens[i].start < served.end)
    kept = [tokens[i] for i in range(first, after) if i not in dropped]
    kept = [replace(t, pos="NOUN") if t is tokens[head] and t.pos == "VERB" else t for t in kept]  # «управляющий»
    while kept and kept[0].text in ("и", ",", ".", "-"):
        kept = kept[1:]
    several = tokens[head].feats.get("Number") == "Plur"
    said = nominative(kept, "Sing" if several else "") if kept else nominative([tokens[head]], "Sing")
    said = _where(said, tokens[head + 1 : after], inside, tokens[head].lemma)
    said = said[:1].lower() + said[1:] if not said[:2].isupper() else said
    said = said.removeprefix("экс-")
    opening, _, rest = said.partition(" ")
    return f"{_FULL[opening]} {rest}".strip() if opening in _FULL else said or tokens[head].lemma


def _describes(token: Token) -> bool:
    """«Глава | правящей | Народной партии»: what a body is besides its name."""
    return token.pos in ("ADJ", "PUNCT") or token.feats.get("VerbForm") == "Part"


def _where(said: str, complement: Sequence[Token], inside: Sequence[Name], head: str) -> str:
    """«посол в Москве» as the ambassador to the state whose capital it is: «посол в России»."""
    last = complement[-1] if complement else None
    capital = next((n for n in inside if last and n.form == "capital" and n.start <= last.start < n.end), None)
    if capital is None or head not in ("посол", "консул") or last is None or not said.endswith(f"в {last.text}"):
        return said
    name = states.state_name(capital.id, "ru")
    found = next((a for a in analyses(name) if a.feats.get("Case") == "Nom" and a.pos in ("PROPN", "NOUN")), None)
    form = inflected(found, Case="Loc", Number=found.feats.get("Number", "Sing")) if found else None
    return said.removesuffix(last.text) + like(name, form) if form else said


def of_which(
    tokens: Sequence[Token], first: int, after: int, names: Sequence[Name], persons: Container[int]
) -> tuple[str, ...]:
    """«Чили, президент | которой | Икс»: whose office it is, as the word before the comma tells; nothing elsewhere."""
    if after + 1 >= len(tokens) or tokens[after].lemma != "который" or tokens[after + 1].start not in persons:
        return ()
    if first < 2 or tokens[first - 1].text != ",":
        return ()
    end = tokens[first - 2].end
    return tuple(n.id for n in names if n.end == end and n.kind in ("state", "organization"))[:1]
