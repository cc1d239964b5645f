"""Ages of bodies and treaties: «ШОС существует 24 года», «за 24 года существования союза», «20 лет нашему договору»."""

import re
from collections.abc import Iterator, Sequence

from sverka.claims import Mention, Period
from sverka.reading.clauseroles import subject
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import moved, when
from sverka.reading.coordination import Actor
from sverka.reading.dates import When
from sverka.reading.document import Token
from sverka.reading.drafts import certainty, mention, stretch
from sverka.reading.founding_bodies import celebrated_after, founded, nameable, spoken_body
from sverka.reading.scenes import BODIES, Scene
from sverka.reading.wordlists import words

_TURN = words("исполниться исполняться стукнуть минуть")
#: How sure a year is that is counted back from the day of publication: the feast may lie before or after it.
_COUNTED = 0.6
_KEPT = words("""отметить отмечать праздновать отпраздновать справить встретить исполниться стукнуть миновать""")
#: Whoever stands in the dative is so old, never the subject.
_TURNED = words("исполниться стукнуть миновать")
_YEARS = re.compile(r"[0-9]{1,4}")
_ORGANIZED = frozenset({"organization"})
_WORDS = {
    "десять": 10, "пятнадцать": 15, "двадцать": 20, "двадцать пять": 25, "тридцать": 30, "сорок": 40,
    "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "сто": 100,
}  # fmt: skip

#: «Исполняется 30 лет договору».
ENDED = frozenset({"исполняться", "исполниться"})


def aged(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«ШОС существует 24 года», «за 24 года существования союза», «20 лет нашему договору»: counted back from now."""
    tokens = scene.sentence.tokens
    if scene.published is None:
        return
    for k in clause.tokens:
        if tokens[k].lemma not in ("год", "лет") or not k:
            continue
        years = _number(tokens, k - 1)
        what = _of_age(scene, at, clause, k) if 0 < years < 400 else None
        if what is None or scene.published.year <= years:
            continue
        feast = when(scene, clause, clause.predicate)[0] if clause.predicate >= 0 else None
        monthly = feast is not None and feast.grain == "month" and not feast.is_open
        told = moved(feast, -years) if feast is not None and monthly else None
        begun_at = told or Period.of(scene.published.year - years)
        data = {"kind": "founding", "what": what.ids[0], "period": str(begun_at)}
        yield mention(scene.bundle, data, stretch(scene, [k - 1, k, what]), "asserted", _COUNTED)


def _number(tokens: Sequence[Token], k: int) -> int:
    """A whole number of years, in digits or in words."""
    text = tokens[k].text.lower()
    return int(text) if text.isdecimal() and len(text) < 4 else _WORDS.get(text, 0)


def _of_age(scene: Scene, at: int, clause: Clause, k: int) -> Actor | None:
    """Whose age is told: what exists so long, «лет существования …», «20 лет договору»."""
    tokens = scene.sentence.tokens
    verb = clause.predicate
    bodies = [a for a in scene.actors if a.kind in ("organization", "treaty") and nameable(a)]
    if scene.lemma(k + 1) == "существование":
        return next((a for a in bodies if a.first == k + 2 and _genitive(tokens, a)), None) or _spoken(scene, k + 2)
    if verb >= 0 and tokens[verb].lemma == "существовать" and abs(verb - k) <= 4 and tokens[k - 2].lemma != "за":
        found = subject(scene, at, _ORGANIZED).actors
        capital = [a for a in bodies if a.last == verb - 1 and tokens[a.head].text.isupper()]
        return found[0] if found else capital[0] if capital else None
    if verb < 0 or (tokens[verb].lemma in _TURN and abs(verb - k) <= 4):
        given = [a for a in bodies if a.head in clause.tokens and a.case == "Dat" and not a.prep]
        return given[0] if len(given) == 1 and given[0].kind == "treaty" else None
    return None


def _genitive(tokens: Sequence[Token], actor: Actor) -> bool:
    return actor.case == "Gen" or tokens[actor.head].text.isupper()


def _spoken(scene: Scene, k: int) -> Actor | None:
    """«За 24 года существования организации»: the body spoken of."""
    return next(iter(spoken_body(scene, k).actors), None) if k < len(scene.sentence.tokens) else None


def anniversaries(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«договору исполнилось десять лет», «отмечает тридцатилетие», «к двадцатилетию договора»."""
    tokens = scene.sentence.tokens
    held = set(clause.tokens)
    for found in scene.dates:
        index = scene.sentence.index_at(found.end - 1)
        if found.relation != "anniversary" or index not in held or found.period is None:
            continue
        what, sure = _celebrated(scene, at, clause, index)
        if what is None or not nameable(what):
            continue
        period, dated = _counted(scene, clause, found)
        verb = clause.predicate if clause.predicate >= 0 and tokens[clause.predicate].lemma in _KEPT else index
        span = stretch(scene, [verb, index, what], (found.start, found.end))
        yield founded(scene, what, period, span, "asserted", certainty(scene, clause, [what], sure, dated))


def completed(scene: Scene, at: int, clause: Clause) -> Iterator[Mention | None]:
    """«исполняется 30 лет договору», «ЕС исполнилось полвека» without a date of its own."""
    tokens, k = scene.sentence.tokens, clause.predicate
    if k < 0 or tokens[k].lemma not in ENDED or scene.published is None:
        return
    if any(d.relation == "anniversary" for d in scene.dates):
        return
    counted = (j for j in clause.tokens if j and tokens[j].lemma in ("год", "лет"))
    years = next((j for j in counted if _YEARS.fullmatch(tokens[j - 1].text)), -1)
    shown = [a for a in scene.within(clause) if a.kind in BODIES and not a.prep and nameable(a)]
    given = [a for a in shown if a.case == "Dat" or tokens[a.head].text.isupper()]
    if years < 0 or len(given) != 1:
        return
    said = when(scene, clause, k)[0]
    feast = said if said is not None and said.first is not None and not said.is_open else Period.of(scene.published)
    exact = feast if feast.grain != "day" or said else Period.of(scene.published.year)
    begun = moved(exact, -int(tokens[years - 1].text))
    if begun is None:
        return
    span = stretch(scene, [k, years, given[0]])
    yield founded(scene, given[0], begun, span, "asserted", certainty(scene, clause, given, 0.85))


def _counted(scene: Scene, clause: Clause, found: When) -> tuple[Period | None, float]:
    """The year implied, counted from the date the sentence gives for the feast, else from publication."""
    assert found.period is not None
    published = scene.published
    held = set(clause.tokens) | {
        k for c in scene.clauses if scene.clauses.index(c) < scene.clauses.index(clause) for k in c.tokens
    }
    feasts = [
        d
        for d in scene.dates
        if d.relation == "in" and d.period is not None and d.period.first is not None and d.period.last is not None
        and scene.sentence.index_at(d.end - 1) in held and published is not None
        and abs(d.period.first.year - published.year) <= 1
    ]  # fmt: skip
    if published is None or found.period.first is None or len(feasts) != 1 or feasts[0].period is None:
        return found.period, 0.85
    years = published.year - found.period.first.year
    feast = feasts[0].period
    return moved(feast, -years), 0.95 if feast.grain == "day" else 0.9


def _celebrated(scene: Scene, at: int, clause: Clause, index: int) -> tuple[Actor | None, float]:
    after = next((a for a in scene.actors if a.first == index + 1 and a.kind in BODIES and a.case == "Gen"), None)
    if after is not None:
        return after, 0.95
    turned = clause.predicate >= 0 and scene.lemma(clause.predicate) in _TURNED
    given = [
        a for a in scene.within(clause)
        if a.kind in BODIES and not a.prep
        and (a.case == "Dat" or (turned and scene.sentence.tokens[a.head].text.isupper()))
    ]  # fmt: skip
    if len(given) == 1:
        return given[0], 0.95
    later, sure = celebrated_after(scene, index)
    if later is not None:
        return later, sure
    verb = clause.predicate
    if verb >= 0 and scene.lemma(verb) in _KEPT - _TURNED:
        role = subject(scene, at, BODIES)
        return (role.actors[0], role.certainty) if role.actors else (None, 0.0)
    return None, 0.0
