"""When a clause says that something was: the date of its own that stands nearest."""

from collections.abc import Iterator, Sequence

from sverka.claims.period import Period
from sverka.reading.clauses import Clause
from sverka.reading.dates import When
from sverka.reading.scenes import Scene

_DATED = frozenset({"in", "since", "until", "by", "ago"})


def when(scene: Scene, clause: Clause, near: int) -> tuple[Period | None, float, tuple[int, int] | None]:
    """The date of a clause: the one nearest to a token, with how sure it is and where it stands."""
    dated = list(_dates(scene, clause))
    if not dated and clause.kind == "gerund" and clause.outer >= 0:
        dated = list(_dates(scene, scene.clauses[clause.outer]))
    if not dated and clause.sign == ":":
        earlier = scene.clauses[scene.clauses.index(clause) - 1]
        explained = list(_dates(scene, earlier))
        if len(explained) == 1 and clause.tokens and earlier.kind == "main":
            return settled(explained[0][1]), 0.8, None
    if not dated:
        return None, 1.0, None
    joined = _years_back(scene, [found for _, found in dated])
    if joined is not None:
        return joined, 0.95, (min(d.start for _, d in dated), max(d.end for _, d in dated))
    best = min(dated, key=lambda pair: abs(pair[0] - near))[1]
    certainty = 1.0 if len(dated) == 1 else 0.85
    return settled(best), certainty if best.period is not None else 0.8, (best.start, best.end)


def _years_back(scene: Scene, found: Sequence[When]) -> Period | None:
    """«тридцать лет назад, 15 мая»: the day in that year."""
    if len(found) != 2 or scene.published is None:
        return None
    back = next((d for d in found if d.relation == "ago"), None)
    day = next((d for d in found if d.relation == "in"), None)
    if back is None or day is None or back.period is None or day.period is None or back.period.grain != "year":
        return None
    if day.period.grain not in ("day", "month") or day.period.first is None or back.period.first is None:
        return None
    written = scene.text[day.start : day.end]
    return (
        None
        if any(str(day.period.first.year) in w for w in (written,))
        else day.period.shift(years=back.period.first.year - day.period.first.year)
    )


def settled(found: When) -> Period | None:
    """The period of a date; «с 1996-го» is open at its end."""
    period = found.period
    if period is None or found.relation != "since" or period.is_open:
        return period
    return Period(period.first, None)


def starting(period: Period | None) -> Period | None:
    """The beginning of an open period: what «с 1996-го» says about an entry."""
    return Period(period.first, period.first) if period is not None and period.last is None and period.first else period


def _dates(scene: Scene, clause: Clause) -> Iterator[tuple[int, When]]:
    held = set(clause.tokens)
    for found in scene.dates:
        index = scene.sentence.index_at(found.start)
        if index < 0 or scene.sentence.tokens[index].end <= found.start:
            index += 1
        opposed = found.relation == "base" and any(
            a.prep == "против" and index - 3 <= a.last < index for a in scene.actors
        )  # «санкции против Ирана в 2018 году» compares nothing
        if (found.relation in _DATED or opposed) and index in held:
            yield index, found
