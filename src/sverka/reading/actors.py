"""Who takes part: names, titles and bodies of a sentence as noun phrases with a case and a preposition."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sverka.reading.armed_groups import armed, led_by_fighters
from sverka.reading.bundle import Analysis
from sverka.reading.chambers import CHAMBERS, chamber_at, opens_chamber
from sverka.reading.coordination import Actor, chained
from sverka.reading.document import Name, Sentence, Token
from sverka.reading.documents import PAPERS, paper
from sverka.reading.gazetteer import index, key
from sverka.reading.introductions import Known, last_token, paired, persons_after, stands_for, state_of
from sverka.reading.phrases import BODIES, FORCES, after_noun, bodied, class_before, led_by, noun_after
from sverka.reading.titles import Title
from sverka.reading.wordlists import words

#: Form of «республика», «страна» where nothing but a guess says which.
UNCERTAIN = "guess"
_GOVERNED = words("правительство администрация режим кабинет хунта")
_NOT_HOLDERS = frozenset({"член", "наблюдатель", "участник", "основатель", "учредитель"})
_COUNTRY = frozenset({"республика", "страна"})
#: Nouns of places after which their names stand in the nominative.
_CLASSES = words("сектор штат провинция остров полуостров регион область город район село деревня порт анклав область")
#: What bodies of states and organizations are called.
_ORGANS = (
    BODIES
    | FORCES
    | words(
        """совет комитет комиссия исполком секретариат президиум правление бюро дирекция минфин минэнерго минторг минюст
        минтранс минздрав минэкономразвития минсельхоз минпромторг госдепартамент госдеп казначейство центробанк
        разведка служба агентство управление прокуратура суд ведомство департамент мчс мвд мид фсб свр гру генштаб
        генпрокуратура госсовет совмин цик центризбирком нацбанк погранслужба минкультуры минобразования минприроды
        минсвязи минтруда роспотребнадзор"""
    )
)
#: Before a title these tell of the office alone, whoever is named after it.
_SEATS = frozenset({"пост", "должность", "кресло"})
#: Boards and chambers told by a common noun: whose they are acts through them.
_BOARDS = words("совет комитет комиссия секретариат президиум правление совбез минфин казначейство госдепартамент")
_OWNED = BODIES | FORCES
_ACTING = _OWNED | _BOARDS
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "X")
_NAMING = ("NOUN", "PROPN", "ADJ", "X")


def actors(
    bundle: Analysis, sentence: Sentence, titles: Sequence[Title], known: Known, home: str | None
) -> list[Actor]:
    """Every actor of a sentence in order.

    `known`: the persons the text introduces; `home`: the state the text is about, which «республика» and
    «страна» mean.
    """
    every = bundle.names_in(sentence.start, sentence.end)
    names = [n for n in every if n.form != "office" and not (n.kind == "person" and any(map(str.isdigit, n.id)))]
    found = list(_titled(bundle, sentence, titles, every, known))
    covered = {k for actor in found for k in range(actor.first, actor.last + 1)}
    spans: dict[tuple[int, int], list[Name]] = {}
    for name in names:
        spans.setdefault((name.start, name.end), []).append(name)
    for (start, end), group in spans.items():
        indices = _touched(sentence, start, end)
        if not indices or set(indices) <= covered:
            continue
        if group[0].kind == "organization" and _owned_chamber(sentence, indices[-1], names):
            continue
        owner = _owner(sentence, indices, group[0], names)
        if owner is not None:  # «Исполнительный совет МВФ», «Армия обороны Чада»: acts as whose it is
            last = last_token(sentence, owner)
            actor = _plain(sentence, list(range(indices[0], last + 1)), [owner], known, bundle.document.published)
            if actor is not None:
                head = next(k for k in indices if sentence.tokens[k].pos in _NOMINAL)
                found.append(_headed(sentence, actor, head))
                covered |= set(range(indices[0], last + 1))
                continue
        actor = _plain(sentence, indices, group, known, bundle.document.published)
        if actor is not None:
            found.append(actor)
            covered |= set(range(actor.first, actor.last + 1)) if actor.lemma in _OWNED else set(indices)
    found += list(_chambers(sentence, found, covered))
    found = led_by_fighters(sentence, [*list(armed(sentence, found)), *found])
    if home is not None:
        found += _meant(sentence, home, covered)
    found += _opposed(sentence, covered)
    found = [
        *(p for p in _papers(bundle, sentence) if not _named_after(p, found)),
        *(a for a in found if a.kind != "treaty" or a.ids[0].partition(":")[0] != "treaty"),
    ]
    return chained(sentence.tokens, sorted(found, key=lambda a: (a.first, -a.last)))


def _touched(sentence: Sentence, start: int, end: int) -> list[int]:
    """The tokens of which a stretch holds some part."""
    first = max(0, sentence.index_at(start))
    last = bisect_left(sentence.starts, end)
    return [k for k in range(first, last) if start < sentence.tokens[k].end]


def _named_after(paper: Actor, found: Sequence[Actor]) -> bool:
    """«Организация Договора о …»: a paper only inside the name of a body."""
    return any(a.kind == "organization" and a.first < paper.first and paper.last <= a.last for a in found)


def _meant(sentence: Sentence, home: str, covered: Collection[int]) -> Iterator[Actor]:
    """«Республика», «страна» with nothing that says which: the state the text is about."""
    tokens = sentence.tokens
    if _COUNTRY.isdisjoint(sentence.lemmas):
        return
    for k, token in enumerate(tokens):
        if token.lemma not in _COUNTRY or token.feats.get("Number") == "Plur" or k in covered:
            continue
        before, after = tokens[k - 1] if k else None, tokens[k + 1] if k + 1 < len(tokens) else None
        if before is not None and before.pos in ("ADJ", "NUM", "DET"):
            continue
        if after is not None and (
            after.pos == "PROPN" or (after.feats.get("Case") == "Gen" and after.pos in ("NOUN", "ADJ"))
        ):
            continue
        yield Actor(
            k, k, k, token.feats.get("Case", ""), led_by(tokens, k), (home,), token.lemma, UNCERTAIN, "state", False,
            True, after_noun(tokens, k, k),
        )  # fmt: skip


def _owned_chamber(sentence: Sentence, last: int, names: Sequence[Name]) -> bool:
    """«Национальное собрание | Франции»: a chamber whose state is named after it acts as that state."""
    tokens = sentence.tokens
    if last + 1 >= len(tokens) or not any(tokens[k].lemma in CHAMBERS for k in (last - 1, last) if k >= 0):
        return False
    return any(n.kind == "state" and n.form == "noun" and n.start == tokens[last + 1].start for n in names)


def _owner(sentence: Sentence, indices: Sequence[int], body: Name, names: Sequence[Name]) -> Name | None:
    """Whose body an unknown one is by the genitive right after it: a state's forces or office, a board of a fund."""
    tokens = sentence.tokens
    last = indices[-1] + 1
    if not body.id.startswith("org:") or body.kind != "organization" or last >= len(tokens):
        return None
    if tokens[indices[0]].lemma not in _ORGANS and not any(tokens[k].lemma in _ORGANS for k in indices):
        return None
    owners = [n for n in names if n.start == tokens[last].start and n.form == "noun" and ":" not in n.id]
    return owners[0] if owners and tokens[last].feats.get("Case", "Gen") == "Gen" else None


def _class_of(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name in the nominative follows the noun of what it names, which shows the case of both."""
    noun, name = tokens[first - 1], tokens[first]
    return noun.lemma in _CLASSES and noun.pos == "NOUN" and name.feats.get("Case", "Nom") == "Nom"


def _acts_for(token: Token) -> bool:
    """«Войска | Чили», «исполнительный совет | МВФ»: what acts for whose it is."""
    return token.lemma in _ACTING and token.pos in ("NOUN", "PROPN", "ADJ", "VERB", "X")


def _headed(sentence: Sentence, actor: Actor, head: int) -> Actor:
    """An actor as the phrase of another noun sees it."""
    token, first = sentence.tokens[head], min(actor.first, head)
    return replace(
        actor, first=first, head=head, case=token.feats.get("Case", ""), prep=led_by(sentence.tokens, first),
        lemma=token.lemma, plural=token.feats.get("Number") == "Plur",
        after_noun=after_noun(sentence.tokens, first, head),
    )  # fmt: skip


def _chambers(sentence: Sentence, found: list[Actor], covered: Collection[int]) -> Iterator[Actor]:
    """Chambers whose name tells the state: «кнессет», «палата общин»."""
    tokens = sentence.tokens
    for k in [k for k, token in enumerate(tokens) if token.pos in _NAMING and opens_chamber(token.text)]:
        token, state = tokens[k], chamber_at(tokens, k)
        if not state[0]:
            continue
        last = state[1]
        others = [a for a in found if a.first <= last and k <= a.last]
        alone = [a.kind in ("organization", "person") and k <= a.first and a.last <= last for a in others]
        if not all(alone) or (not others and k in covered):
            continue
        found[:] = [a for a in found if a not in others]
        head = last if token.pos == "ADJ" else k
        yield Actor(
            k, last, head, tokens[head].feats.get("Case", ""), led_by(tokens, k), (state[0],), "парламент", "noun",
            "state", False, False, after_noun(tokens, k, head),
        )  # fmt: skip


def _opposed(sentence: Sentence, covered: Collection[int]) -> Iterator[Actor]:
    """«Антироссийские санкции»: an actor against whom something is, as if after «против»."""
    tokens = sentence.tokens
    for k in [k for k, word in enumerate(sentence.words) if word.startswith("анти")]:
        word = sentence.words[k]
        head = noun_after(tokens, k) if tokens[k].pos == "ADJ" and k not in covered else -1
        if head > k:
            ids = {e.id for e in index("ru").get(key(word.removeprefix("анти")), ()) if e.form == "adjective"}
            if len(ids) == 1:
                yield Actor(k, head, head, "Gen", "против", (ids.pop(),), tokens[head].lemma, "noun", "state")


def _papers(bundle: Analysis, sentence: Sentence) -> Iterator[Actor]:
    """Treaties and the like by the words of the text."""
    if PAPERS.isdisjoint(sentence.lemmas):
        return
    dated = bundle.dates_in(sentence)
    end = -1
    for head, token in enumerate(sentence.tokens):
        found = paper(sentence, dated, head) if head > end else None
        if found is not None:
            first, end, name = found
            yield Actor(
                first, end, head, token.feats.get("Case", ""), led_by(sentence.tokens, first), (f"treaty:{name}",),
                token.lemma, "noun", "treaty", token.feats.get("Number") == "Plur", False,
                after_noun(sentence.tokens, first, head),
            )  # fmt: skip


def _titled(
    bundle: Analysis, sentence: Sentence, titles: Sequence[Title], names: Sequence[Name], known: Known
) -> Iterator[Actor]:
    """Titles with the persons they introduce or mean; of nested titles the outermost."""
    tokens, end = sentence.tokens, -1
    offices, names = [n for n in names if n.form == "office"], [n for n in names if n.form != "office"]
    for title in sorted(titles, key=lambda t: (t.first, -t.after)):
        if title.first <= end or any(n.start <= tokens[title.head].start < n.end for n in names if n.kind != "person"):
            continue
        persons = persons_after(sentence, title, names)
        if persons and title.first and tokens[title.first - 1].lemma in _SEATS:
            continue  # «кандидат на пост президента | Анна Берг»: she is the candidate
        ids: dict[str, None] = {}
        dealt = title.counted and len(persons) > 1  # each state beside its own person, or none
        states: dict[str, None] = {} if dealt else dict.fromkeys(title.holders)
        for person, own in paired(persons, title, bundle.document.published):
            ids[person.id] = None
            for state in own or (() if title.holders else state_of(person.id, known, bundle.document.published)):
                states.setdefault(state)
        if not persons:
            meant = stands_for(sentence, title, offices, known)
            ids |= dict.fromkeys(meant[:1])
            states |= dict.fromkeys(meant[1:])
        if (not states and not ids) or (not ids and tokens[title.head].lemma in _NOT_HOLDERS):
            continue
        last = max([title.after - 1, *(last_token(sentence, p) for p in persons)])
        end = last
        head = tokens[title.head]
        yield Actor(
            title.first, last, title.head, head.feats.get("Case", ""), led_by(tokens, title.first), (*ids, *states),
            head.lemma, "noun", "person", head.feats.get("Number") == "Plur", False,
            after_noun(tokens, title.first, title.head),
        )  # fmt: skip


def _plain(
    sentence: Sentence,
    indices: Sequence[int],
    group: Sequence[Name],
    known: Known,
    day: date | None,
) -> Actor | None:
    tokens, name = sentence.tokens, group[0]
    first, last = indices[0], indices[-1]
    head = next((k for k in indices if tokens[k].pos in _NOMINAL), last)
    ids = tuple(dict.fromkeys(n.id for n in group))
    plural = len(ids) > 1 or tokens[head].feats.get("Number") == "Plur"
    lemma, form, kind = tokens[head].lemma, name.form, name.kind
    if kind == "person":
        given = () if " " in name.id else [tokens[k].text for k in indices[:-1]]  # «Си Цзиньпин» is all surname
        ids = (*ids, *state_of(name.id, known, day, given))
        plural = False
    elif form in ("adjective", "prefix"):
        noun = noun_after(tokens, last)
        if noun < 0:
            return None
        head, last, lemma = noun, max(last, noun), tokens[noun].lemma
        form = "noun" if lemma in _OWNED else "adjective"
        plural = tokens[noun].feats.get("Number") == "Plur"
    elif tokens[first].feats.get("Case") in ("Gen", None) and first and _acts_for(tokens[first - 1]):
        head = first - 1
        lemma, first = tokens[head].lemma, head
        plural = tokens[head].feats.get("Number") == "Plur"
    first, head = bodied(tokens, first, head)
    if kind in ("place", "state") and form == "noun" and first and _class_of(tokens, first):
        first = head = first - 1  # «в секторе Газа», «на остров Тайвань»: the name does not change
    if kind == "organization" and name.id.startswith("org:") and (noun := class_before(tokens, first)) >= 0:
        first = head = noun  # «против | компании „Нафта“»: the noun shows preposition and case
    lemma = tokens[head].lemma
    if kind == "person" and lemma in _GOVERNED:  # «режим Асада», «правительство Ципраса»: the state's
        own = tuple(i for i in ids if not i.startswith("person:"))
        ids, kind = (own, "state") if own else (ids, kind)
    while (
        first
        and tokens[first - 1].pos in ("ADJ", "DET")
        and tokens[first - 1].feats.get("Case") == tokens[head].feats.get("Case")
    ):
        first -= 1
    shown = indices[-1] if kind == "person" and " " in name.id and head == indices[0] else head
    return Actor(  # of «Си Цзиньпином» only the last part declines
        first, last, head, tokens[shown].feats.get("Case", ""), led_by(tokens, first), ids, lemma, form, kind, plural,
        form == "pronoun", after_noun(tokens, first, head),
    )  # fmt: skip
