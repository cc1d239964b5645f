"""States: ids, names, codes and life-spans. Every look-up of a state is at a date: states are born and die."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from sverka.claims import Period
from sverka.errors import RecordError
from sverka.record.tables import Row, rows, span, split

Language = Literal["ru", "en"]
WORLD = "WLD"
_WORLD_NAMES = {"ru": "мир", "en": "the world"}


@dataclass(frozen=True, slots=True)
class State:
    """A state, living or gone.

    Attributes
    ----------
    id : ISO 3166 alpha-3 where there is one.
    name_en, name_ru : usual names.
    successors : ids of the states it became.
    """

    id: str
    name_en: str
    name_ru: str
    successors: tuple[str, ...]


@cache
def _all() -> dict[str, State]:
    return {r["id"]: State(r["id"], r["name_en"], r["name_ru"], split(r["successors"])) for r in rows("states")}


@cache
def _spans() -> dict[str, tuple[tuple[str, Period, Row], ...]]:
    out: dict[str, list[tuple[str, Period, Row]]] = {}
    for row in rows("state_spans"):
        period = span(row)
        if period is not None:
            out.setdefault(row["id"], []).append((row["system"], period, row))
    return {id_: tuple(spans) for id_, spans in out.items()}


def exists(id_: str) -> bool:
    """True if the record knows this state."""
    return id_ in _all()


def state(id_: str) -> State:
    """The state with this id; RecordError if there is none."""
    try:
        return _all()[id_]
    except KeyError:
        raise RecordError("the record has no such state", where=id_, todo="see `sverka record states`") from None


def states(on: date | None = None) -> list[State]:
    """All states, or those that existed on a day (by any of the systems in the record), in order of id."""
    return [s for s in sorted(_all().values(), key=lambda s: s.id) if on is None or existed(s.id, Period.of(on))]


def life(id_: str) -> list[Period]:
    """Its life-spans: ISO (legal) where the record has them, else Gleditsch–Ward, else Correlates of War."""
    spans = _spans().get(id_, ())
    for system in ("ISO", "GW", "COW"):
        found = [period for name, period, _ in spans if name == system]
        if found:
            return found
    return []


def existed(id_: str, period: Period) -> bool:
    """True if it existed on some day of the period; also when the record holds no life-span of it (a territory)."""
    spans = _spans().get(id_, ())
    return not spans or any(p.overlaps(period) for _, p, _ in spans)


def span_rows(id_: str) -> list[Row]:
    """The rows that give its life-spans and codes."""
    return [row for _, _, row in _spans().get(id_, ())]


def by_code(system: str, code: int, on: date) -> str | None:
    """The id of the state that a code system ("COW", "GW") calls by this number on a day; None if there is none."""
    for id_, spans in _spans().items():
        for name, period, row in spans:
            if name == system and row["code"] == str(code) and period.contains(on):
                return id_
    return None


def state_name(id_: str, language: Language = "en") -> str:
    """Its usual name; the id itself where the record has none."""
    if id_ == WORLD:
        return _WORLD_NAMES[language]
    known = _all().get(id_)
    return id_ if known is None else known.name_ru if language == "ru" else known.name_en
