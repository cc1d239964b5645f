"""Summits called by their two sides: «саммит Индия – Африка», «форум „Китай – Перу“»."""

from collections.abc import Iterator

from sverka.claims import Mention
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import when
from sverka.reading.document import Name
from sverka.reading.drafts import mention
from sverka.reading.modality import of_clause
from sverka.reading.occasions import of_occasion
from sverka.reading.regions import is_region
from sverka.reading.scenes import Scene
from sverka.reading.visits import near_date, said
from sverka.reading.wordlists import words

_CALLED = words("саммит форум конференция встреча")
_DASHES = frozenset("–—-")
_QUOTES = frozenset('«»“”„"')
_HELD = words(
    """состояться пройти проходить провести проводить открыться открываться начаться начинаться стартовать завершиться
    закончиться запланировать намечать планироваться"""
)
_SURE, _ELSEWHERE = 0.65, 0.45


def summits(scene: Scene) -> Iterator[Mention | None]:
    """Summits of a sentence whose name is that of their two sides."""
    for _, clause, k in scene.having(_CALLED):
        sides = _sides(scene, k)
        if sides is not None:
            yield _summit(scene, clause, k, *sides)


def _sides(scene: Scene, k: int) -> tuple[Name, Name] | None:
    """The two names right after the noun with nothing but a dash between them."""
    tokens = scene.sentence.tokens
    first = k + 1
    while first < len(tokens) and tokens[first].text in _QUOTES:
        first += 1
    if first + 1 >= len(tokens) or not tokens[first].text[:1].isupper():
        return None
    names = scene.bundle.names_in(tokens[first].start, tokens[min(first + 9, len(tokens) - 1)].end)
    names = [n for n in names if n.kind in ("state", "organization", "group", "place") and n.form != "adjective"]
    one = next((n for n in names if n.start == tokens[first].start), None)
    if one is None:
        return None
    gap = scene.text[one.end : one.end + 4]
    at = one.end + len(gap) - len(gap.lstrip(" –—-"))
    other = next((n for n in names if n.start == at), None) or _region(scene, at)
    return (one, other) if other is not None and not _DASHES.isdisjoint(gap) and one.id != other.id else None


def _region(scene: Scene, at: int) -> Name | None:
    """A part of the world in a name in marks, where names of places are not looked for: «форум „Перу – Африка“»."""
    token = next((t for t in scene.sentence.tokens if t.start == at), None)
    if token is None or not is_region(f"place:{token.text}"):
        return None
    return Name(token.start, token.end, f"place:{token.text}", "place", "noun")


def _summit(scene: Scene, clause: Clause, k: int, one: Name, other: Name) -> Mention | None:
    last = scene.sentence.index_at(other.end - 1)
    held = clause.predicate >= 0 and scene.lemma(clause.predicate) in _HELD
    period, dated, span = near_date(scene, clause, k, last)
    if span is None and held:
        period, dated, span = when(scene, clause, k)
    told = of_occasion(scene, clause, k, period)
    told = of_clause(scene, clause) if held and told == "asserted" else told
    fields = {"kind": "event", "type": "meet", "source": [one.id], "target": [other.id], "period": said(period)}
    stretch = (scene.sentence.tokens[k].start, other.end)
    return mention(scene.bundle, fields, stretch, told, (_SURE if held else _ELSEWHERE) * dated)
