"""What «обе страны», «стороны», «столицы», «республика» and «страна» stand for: the eligible states, or nothing.

A reference that could be two different things within a sentence and the one before is decided by the state the text is
written from, where the evidence for it is strong; otherwise it stays unresolved.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from sverka.reading.bundle import inside
from sverka.reading.document import Document, Name, Sentence, Token
from sverka.reading.holders import state_of
from sverka.reading.home import SURE, Home
from sverka.reading.morphology import plain_letters
from sverka.reading.wordlists import words
from sverka.record.tables import rows

_ONE = frozenset({"страна", "республика", "государство"})
#: What only some states are called, by what their official names say.
_KINDS = {"королевство": "Королевств", "княжество": "Княжеств", "султанат": "Султанат", "эмират": "Эмират",
          "монархия": "Королевств|Княжеств|Султанат|Эмират"}  # fmt: skip
#: Emirates and sultanates whose official names do not say so.
_UNTOLD = {"эмират": ("QAT", "KWT"), "султанат": ("BRN",), "монархия": ("JPN", "QAT", "KWT", "BRN", "MYS")}
_ISLANDS = frozenset(
    """CUB LKA ISL IRL CYP MLT JPN TWN MDG HTI DOM JAM NZL PHL IDN SGP BHR MDV SYC MUS FJI BRB TTO GRD LCA VCT DMA ATG
    KNA BHS CPV COM STP TON WSM VUT SLB KIR NRU TUV PLW FSM MHL PNG TLS BRN GRL FRO""".split()  # noqa: SIM905
)
_MANY = frozenset({"сторона", "столица"})
_BOTH = frozenset({"оба", "два", "двое"})
_ISLAND = frozenset({"остров", "архипелаг"})
REFERRING = _ONE | _MANY | _ISLAND | _KINDS.keys()
_OTHERS = frozenset({"каждый", "любой", "другой", "какой", "иной", "некоторый", "никакой", "ни"})
#: Monarchies whose official names do not say so.
_MONARCHIES = frozenset({"JPN", "CAN", "NZL", "MYS", "BRN", "JAM", "BHS"})
_NO_REPUBLIC = re.compile("Королевств|Княжеств|Султанат|Эмират|Конфедерац|Штат|Федерац|онархи|ерцогств|Союз|Государств")
#: What bodies are called for short, after their full name: «Ассоциация», «этот союз», «партнёрство».
_BODIES = words("ассоциация союз организация содружество сообщество партнерство лига фонд банк совет")
_ANY_BODY = words("блок объединение альянс")
#: What NATO alone is called for short.
_ALLIANCE = "альянс"
#: What goes to another country under its own flag.
_ABROAD = words(
    """инвестиция компания бизнес капитал войско солдат военный военнослужащий миротворец турист товар банк
    предприниматель рабочий инвестор вложение фирма корпорация контингент подразделение"""
)
#: Words of whoever speaks for a state.
OURS = frozenset({"наш", "мой"})
_OWN = frozenset({"его", "ее", "чей"})


def references(document: Document, names: Sequence[Name], home: Home | None = None) -> list[Name]:
    """Names of form `pronoun`, one for each state a reference stands for."""
    out: list[Name] = []
    before: list[Name] = []
    pair = _pair(names)
    for sentence in document.sentences:
        found = inside(names, sentence.start, sentence.end)
        here = [n for n in found if n.kind == "state" and n.id != "WLD"]
        for i, token in enumerate(sentence.tokens):
            if token.pos not in ("NOUN", "PROPN") or token.lemma not in REFERRING:
                continue
            said = [n for n in here if n.end <= token.start]
            if sentence.tokens[i - 1].lemma in _OWN and i:
                out.extend(_owned(sentence, i, found, document.published))
            elif token.feats.get("Number") == "Plur" or (i and sentence.tokens[i - 1].lemma in _BOTH):
                out.extend(_several(sentence, i, said, before, pair))
            else:
                out.extend(_single(sentence, i, said, before, home))
        before = here or before
    return out


def _pair(names: Sequence[Name]) -> list[str]:
    """The two states a text is about, when it hardly names others."""
    counts = Counter(n.id for n in names if n.kind == "state" and n.id != "WLD").most_common(3)
    clear = len(counts) == 2 or (len(counts) == 3 and counts[1][1] >= 3 * counts[2][1])
    return [id_ for id_, _ in counts[:2]] if clear else []


def _several(
    sentence: Sentence, i: int, here: Sequence[Name], before: Sequence[Name], pair: Sequence[str]
) -> list[Name]:
    token, previous = sentence.tokens[i], sentence.tokens[i - 1] if i else None
    both = previous is not None and previous.lemma in _BOTH
    described = previous is not None and previous.pos in ("ADJ", "DET", "NUM", "VERB", "NOUN")
    following = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    owned = following is not None and following.feats.get("Case") == "Gen" and following.pos in ("NOUN", "PROPN", "ADJ")
    alone = token.lemma in _MANY and token.rel == "nsubj" and not described and not owned
    if not (both or alone):
        return []
    states = _distinct(here) if here else _distinct(before)
    if len(states) == 1 and both and set(states) < set(pending := _distinct(before)) and len(pending) == 2:
        states = pending  # «Россия и Китай подвели итоги. По данным КНР, товарооборот двух стран …»
    if len(states) < 2 and set(states) <= set(pair):
        states = list(pair)
    if len(states) != 2:
        return []
    start = previous.start if both and previous is not None else token.start
    return [Name(start, token.end, id_, "state", "pronoun") for id_ in states]


def _single(sentence: Sentence, i: int, here: Sequence[Name], before: Sequence[Name], home: Home | None) -> list[Name]:
    token = sentence.tokens[i]
    previous = sentence.tokens[i - 1] if i else None
    following = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    if token.lemma in _MANY or (token.text[:1].isupper() and i and token.lemma != "республика"):
        return []
    if previous is not None and (previous.pos in ("ADJ", "NUM") or previous.lemma in _OTHERS):
        return []
    if following is not None and (following.pos == "PROPN" or following.lemma == "который"):
        return []
    sure = home is not None and home.strength >= SURE
    if previous is not None and previous.lemma in OURS and not (sure and home and home.evidence != "named"):
        return []
    within = previous is not None and previous.text.lower() in ("в", "из")
    guest = within and _guest(sentence, here)
    state = _chosen(token, here, before, home.state if home is not None and sure else None, guest=guest)
    return [Name(token.start, token.end, state, "state", "pronoun")] if state is not None else []


def _guest(sentence: Sentence, here: Sequence[Name]) -> bool:
    """True where all that is named is what goes abroad: «инвестиции российских компаний в стране»."""
    after = [sentence.tokens[min(sentence.index_at(n.start) + 1, len(sentence.tokens) - 1)] for n in here]
    return bool(here) and all(n.form == "adjective" and t.lemma in _ABROAD for n, t in zip(here, after, strict=True))


def _chosen(
    token: Token, here: Sequence[Name], before: Sequence[Name], home: str | None, *, guest: bool = False
) -> str | None:
    """The one state that fits; among several the text's own, or the only one called by its own name.

    With a `guest` in it, it is the other one of the sentence before.
    """
    fitting = {n.id for n in (*here, *before) if _called(token.lemma, n.id)}
    states = [id_ for id_ in _distinct(here) or _distinct(before) if id_ in fitting]
    hosts = [id_ for id_ in _distinct([n for n in before if n.form == "noun"]) if id_ in fitting and id_ not in states]
    if guest and len(states) == len(hosts) == 1:
        return hosts[0]
    if len(states) == 1:
        return states[0]
    if home is not None and home in fitting:
        return home
    called = _distinct([n for n in here or before if n.form == "noun" and n.id in fitting])
    return called[0] if len(called) == 1 else None


def _owned(sentence: Sentence, i: int, found: Sequence[Name], day: date | None) -> list[Name]:
    """«премьер-министр Марек Белка, чья страна»: the state of the person before; nothing when there is no telling."""
    token = sentence.tokens[i]
    persons = [n for n in found if n.kind == "person" and n.end <= token.start]
    if not persons:
        return []
    words = [t.text for t in sentence.tokens if persons[-1].start <= t.start < persons[-1].end]
    state = state_of(persons[-1].id.removeprefix("person:"), words[:-1], "", day)
    return [Name(token.start, token.end, state, "state", "pronoun")] if state is not None else []


def _called(noun: str, state: str) -> bool:
    """Whether a state may be called by a noun: no kingdom is a republic, and few states are islands."""
    if noun in _ISLAND:
        return state in _ISLANDS
    if noun in _KINDS:
        return state in _of_kind(noun)
    return noun != "республика" or state not in _no_republics()


@lru_cache(maxsize=100)
def _of_kind(noun: str) -> frozenset[str]:
    said = {row["id"] for row in rows("states") if re.search(_KINDS[noun], row["official_ru"])}
    return frozenset(said | set(_UNTOLD.get(noun, ())))


@cache
def _no_republics() -> frozenset[str]:
    """States that nobody calls «республика»: their official names say what they are instead."""
    names = {row["id"]: row["official_ru"] for row in rows("states")}
    return _MONARCHIES | {id_ for id_, name in names.items() if _NO_REPUBLIC.search(name) and "Республика" not in name}


def _distinct(names: Sequence[Name]) -> list[str]:
    return list(dict.fromkeys(n.id for n in names))


def bodies(document: Document, names: Sequence[Name]) -> list[Name]:
    """Organizations called by the head noun of their name: «Ассоциация» after «Ассоциация государств …».

    The last recorded organization named in the two sentences before, or earlier in the same one, is meant if its full
    name has that noun (or if it is the only one, for «блок» and «объединение»).
    """
    out: list[Name] = []
    window: list[list[Name]] = []
    for sentence in document.sentences:
        found = inside(names, sentence.start, sentence.end)
        here = [n for n in found if n.kind in ("organization", "group") and n.id in _titles()]
        for i, token in enumerate(sentence.tokens):
            if token.lemma not in _BODIES | _ANY_BODY or token.feats.get("Number") == "Plur" or _described(sentence, i):
                continue
            if any(n.start <= token.start < n.end for n in here):
                continue
            said = [*(n for told in window[-2:] for n in told), *(n for n in here if n.end <= token.start)]
            fitting = [n.id for n in said if token.lemma in _titles()[n.id]]
            if token.lemma in _ANY_BODY and len({n.id for n in said}) == 1:
                fitting = [said[0].id]
            if not fitting and token.lemma == _ALLIANCE and not said:
                fitting = ["NATO"]
            if fitting:
                out.append(Name(token.start, token.end, fitting[-1], "organization", "pronoun"))
        window.append(here)
    return out


def _described(sentence: Sentence, i: int) -> bool:
    """True for a body that its own words tell apart: «союз писателей», «партнёрство с Китаем», «военный союз»."""
    tokens = sentence.tokens
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    headed = i > 0 and tokens[i].feats.get("Case") == "Gen" and tokens[i - 1].pos in ("NOUN", "PROPN")
    if headed and after is not None and after.text.lower() in ("с", "со"):
        return False  # «граница альянса с Россией»: the border's other side
    if after is not None and (after.feats.get("Case") == "Gen" or after.text.lower() in ("с", "со", "по", "между")):
        return after.pos in ("NOUN", "PROPN", "ADJ", "ADP")
    if tokens[i].rel == "nsubj":
        return False
    return i > 0 and tokens[i - 1].pos in ("ADJ", "NUM") and tokens[i].text.islower() and tokens[i - 1].text.islower()


@cache
def _titles() -> dict[str, frozenset[str]]:
    """The words of every recorded organization's full name, in plain letters."""
    return {
        row["id"]: frozenset(plain_letters(f"{row['name_ru']} {row['aliases_ru'].replace('|', ' ')}").split())
        for row in rows("organizations")
    }
