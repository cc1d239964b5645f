"""Who takes part: names, titles and bodies of a sentence as noun phrases with a case and a preposition."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from sverka.claims.period import Period
from sverka.reading.bundle import Analysis
from sverka.reading.chambers import CHAMBERS, chamber_at
from sverka.reading.coordination import Actor, chained
from sverka.reading.document import Name, Sentence
from sverka.reading.documents import PAPERS, paper
from sverka.reading.gazetteer import index, key
from sverka.reading.holders import recorded_terms
from sverka.reading.phrases import BODIES, FORCES, after_noun, bodied, led_by, noun_after
from sverka.reading.titles import Title

#: Form of «республика», «страна» where nothing but a guess says which.
UNCERTAIN = "guess"
_NOT_HOLDERS = frozenset({"член", "наблюдатель", "участник", "основатель", "учредитель"})
_COUNTRY = frozenset({"республика", "страна"})
Known = Mapping[str, tuple[str, ...]]
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "X")


def actors(
    bundle: Analysis, sentence: Sentence, titles: Sequence[Title], known: Known, home: str | None
) -> list[Actor]:
    """Every actor of a sentence in order.

    `known`: states of the persons the text has introduced; `home`: the state the text is about, which «республика» and
    «страна» mean.
    """
    names = [n for n in bundle.names_in(sentence.start, sentence.end) if n.form != "office"]
    found = list(_titled(bundle, sentence, titles, names, known))
    covered = {k for actor in found for k in range(actor.first, actor.last + 1)}
    spans: dict[tuple[int, int], list[Name]] = {}
    for name in names:
        spans.setdefault((name.start, name.end), []).append(name)
    for (start, end), group in spans.items():
        indices = [k for k, t in enumerate(sentence.tokens) if t.start < end and start < t.end]
        if not indices or set(indices) <= covered:
            continue
        if group[0].kind == "organization" and _owned_chamber(sentence, indices[-1], names):
            continue
        actor = _plain(sentence, indices, group, known, bundle.document.published)
        if actor is not None:
            found.append(actor)
            covered |= set(range(actor.first, actor.last + 1)) if actor.lemma in BODIES | FORCES else set(indices)
    found += list(_chambers(sentence, found, covered))
    if home is not None:
        found += _meant(sentence, home, covered)
    found += _opposed(sentence, covered)
    found = [
        *(p for p in _papers(bundle, sentence) if not _named_after(p, found)),
        *(a for a in found if a.kind != "treaty" or a.ids[0].partition(":")[0] != "treaty"),
    ]
    return chained(sentence.tokens, sorted(found, key=lambda a: (a.first, -a.last)))


def _named_after(paper: Actor, found: Sequence[Actor]) -> bool:
    """«Организация Договора о …»: a paper only inside the name of a body."""
    return any(a.kind == "organization" and a.first < paper.first and paper.last <= a.last for a in found)


def introduced(bundle: Analysis) -> dict[str, tuple[str, ...]]:
    """The states of the persons a text introduces by title («премьер Италии Драги»), person id → state ids."""
    out: dict[str, tuple[str, ...]] = {}
    for sentence, titles in zip(bundle.document.sentences, bundle.titles, strict=True):
        names = bundle.names_in(sentence.start, sentence.end)
        for title in titles:
            persons = _persons_after(sentence, title, names)
            for person, states in _paired(persons, title):
                if states:
                    out.setdefault(person.id, states)
            if not persons:
                before = _person_before(sentence, title, names)
                if before is not None and title.holders:
                    out.setdefault(before.id, tuple(title.holders))
        for person in (n for n in names if n.kind == "person"):
            states = _called(sentence, person, names)
            if states:
                out.setdefault(person.id, states)
    return out


def _called(sentence: Sentence, person: Name, names: Sequence[Name]) -> tuple[str, ...]:
    """The state of a person introduced as «турецкий дипломат Юнал Чевикоз»."""
    tokens = sentence.tokens
    at = next((k for k, t in enumerate(tokens) if t.start == person.start), 0)
    if at < 2 or tokens[at - 1].pos != "NOUN" or tokens[at - 1].feats.get("Case") != tokens[at].feats.get("Case"):
        return ()
    return tuple(n.id for n in names if n.kind == "state" and n.form == "adjective" and n.end == tokens[at - 2].end)


def state_of(person: str, known: Known, day: date | None, given: Sequence[str] = ()) -> tuple[str, ...]:
    """The state a person acts for: as the text says, else the record's, if there is only one (at the day, if known)."""
    if person in known:
        return known[person]
    terms = [t for t in recorded_terms(person, given, None) if t.state.isupper() and len(t.state) == 3]
    if day is not None:
        at_day = [t for t in terms if t.period.overlaps(Period.of(day))]
        terms = at_day or [t for t in terms if t.period.start is None or t.period.start <= day]
    found = {t.state for t in terms}
    return (found.pop(),) if len(found) == 1 else ()


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


def _chambers(sentence: Sentence, found: list[Actor], covered: Collection[int]) -> Iterator[Actor]:
    """Chambers whose name tells the state: «кнессет», «палата общин»."""
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        if token.pos not in ("NOUN", "PROPN", "ADJ", "X") or (state := chamber_at(tokens, k))[0] == "":
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
    for k, word in enumerate(sentence.words):
        if not word.startswith("анти"):
            continue
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


def _last(sentence: Sentence, name: Name) -> int:
    return max((k for k, t in enumerate(sentence.tokens) if t.start < name.end), default=0)


def _persons_after(sentence: Sentence, title: Title, names: Sequence[Name]) -> list[Name]:
    """Persons named right after a title: one, or several after a plural («президенты А и Б»)."""
    persons = sorted((n for n in names if n.kind == "person"), key=lambda n: n.start)
    out: list[Name] = []
    at = title.after
    while at < len(sentence.tokens):
        token = sentence.tokens[at]
        person = next((n for n in persons if n.start == token.start), None)
        if person is not None:
            out.append(person)
            at = _last(sentence, person) + 1
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


def _paired(persons: Sequence[Name], title: Title) -> list[tuple[Name, tuple[str, ...]]]:
    holders = tuple(title.holders)
    if len(persons) > 1 and len(holders) == len(persons):
        return [(p, (h,)) for p, h in zip(persons, holders, strict=True)]
    if len(persons) > 1 and len(holders) > 1:
        return [(p, ()) for p in persons]
    return [(p, holders) for p in persons]


def _titled(
    bundle: Analysis, sentence: Sentence, titles: Sequence[Title], names: Sequence[Name], known: Known
) -> Iterator[Actor]:
    """Titles with the persons they introduce; of nested titles the outermost."""
    tokens, end = sentence.tokens, -1
    for title in sorted(titles, key=lambda t: (t.first, -t.after)):
        if title.first <= end or any(n.start <= tokens[title.head].start < n.end for n in names if n.kind != "person"):
            continue
        persons = _persons_after(sentence, title, names)
        ids: dict[str, None] = {}
        states: dict[str, None] = dict.fromkeys(title.holders)
        for person, own in _paired(persons, title):
            ids[person.id] = None
            for state in own or (() if title.holders else state_of(person.id, known, bundle.document.published)):
                states.setdefault(state)
        if (not states and not ids) or (not ids and tokens[title.head].lemma in _NOT_HOLDERS):
            continue
        last = max([title.after - 1, *(_last(sentence, p) for p in persons)])
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
        form = "noun" if lemma in BODIES | FORCES else "adjective"
        plural = tokens[noun].feats.get("Number") == "Plur"
    elif tokens[first].feats.get("Case") in ("Gen", None) and first and tokens[first - 1].lemma in BODIES | FORCES:
        head = first - 1
        lemma, first = tokens[head].lemma, head
        plural = tokens[head].feats.get("Number") == "Plur"
    first, head = bodied(tokens, first, head)
    lemma = tokens[head].lemma
    while (
        first
        and tokens[first - 1].pos in ("ADJ", "DET")
        and tokens[first - 1].feats.get("Case") == tokens[head].feats.get("Case")
    ):
        first -= 1
    return Actor(
        first, last, head, tokens[head].feats.get("Case", ""), led_by(tokens, first), ids, lemma, form, kind, plural,
        form == "pronoun", after_noun(tokens, first, head),
    )  # fmt: skip
