"""The shapes that maps are drawn from: Natural Earth's countries, and which state each stood for on a day.

Natural Earth draws de facto lines of today. On a day when the state of a shape did not exist, the shape stands for the
state it came from (Kazakhstan's for the Soviet Union in 1985), or for nobody. States too small for a shape at this
scale are points; states that have neither are left to be listed beside the map.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from sverka.claims import Period
from sverka.errors import ReportError
from sverka.record import rows, states

FOLDER = Path(__file__).parent / "natural_earth"
_ANTARCTICA = "010"
Topology: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Dot:
    """A state too small for a shape: where it is, in degrees."""

    state: str
    longitude: float
    latitude: float


def is_there() -> bool:
    """Whether the map files came with the package."""
    return all((FOLDER / f"countries-{scale}.json").is_file() for scale in ("110m", "50m"))


@cache
def topology() -> Topology:
    """Countries as TopoJSON, without Antarctica; `state` among a shape's properties is the record's id, or empty.

    Raises ReportError where the map files are not there.
    """
    whole = _file("110m")
    countries = whole["objects"]["countries"]["geometries"]
    kept = [
        {"type": shape["type"], "arcs": shape["arcs"], "properties": {"state": _state(shape)}}
        for shape in countries
        if shape.get("id") != _ANTARCTICA
    ]
    return {
        "type": "Topology",
        "transform": whole["transform"],
        "arcs": whole["arcs"],
        "objects": {"countries": {"type": "GeometryCollection", "geometries": kept}},
    }


@cache
def shapes() -> tuple[str, ...]:
    """Today's states that have a shape, in the order of the file."""
    geometries = topology()["objects"]["countries"]["geometries"]
    return tuple(dict.fromkeys(s["properties"]["state"] for s in geometries if s["properties"]["state"]))


@cache
def dots() -> tuple[Dot, ...]:
    """States that the coarse map leaves out and the fine one has: the middle of their largest piece."""
    fine, placed = _file("50m"), set(shapes())
    found = []
    for shape in fine["objects"]["countries"]["geometries"]:
        id_ = _state(shape)
        if id_ and id_ not in placed:
            found.append(Dot(id_, *_middle(fine, shape)))
    return tuple(sorted(found, key=lambda dot: dot.state))


@lru_cache(maxsize=512)
def standing(day: date) -> dict[str, tuple[str, ...]]:
    """For every shape and dot, whom it stood for on a day: its own state, else those that it came from, else nobody."""
    when = Period.of(day)
    return {place: _then(place, when) for place in (*shapes(), *(dot.state for dot in dots()))}


def unplaced(wanted: Iterator[str] | list[str], day: date) -> list[str]:
    """Those of the states that no shape and no dot stood for on the day, sorted."""
    placed = {state for found in standing(day).values() for state in found}
    return sorted(set(wanted) - placed)


def _then(place: str, when: Period) -> tuple[str, ...]:
    if states.existed(place, when):
        return (place,)
    return tuple(sorted(old for old in _before().get(place, ()) if states.existed(old, when)))


@cache
def _before() -> dict[str, frozenset[str]]:
    """For every state the states it came from, theirs included."""
    direct: dict[str, set[str]] = {}
    for state in states.states():
        for successor in state.successors:
            direct.setdefault(successor, set()).add(state.id)

    def reach(id_: str, seen: frozenset[str]) -> frozenset[str]:
        for old in direct.get(id_, set()) - seen:
            seen = reach(old, seen | {old})
        return seen

    return {id_: reach(id_, frozenset()) for id_ in direct}


@cache
def _by_number() -> dict[str, str]:
    """States by ISO's numeric code; of several that bore one (West Germany's is Germany's) the living."""
    alive = {s.id for s in states.states(date.today())}
    found = sorted((row["id"] in alive, row["iso_numeric"], row["id"]) for row in rows("states"))
    return {number: id_ for _, number, id_ in found if number}


def _state(shape: Topology) -> str:
    """By number; what has none, by name: Natural Earth numbers only what ISO does."""
    if "id" in shape:
        return _by_number().get(shape["id"], "")
    names = {state.name_en: state.id for state in states.states()}
    return names.get(shape["properties"]["name"], "")


def _middle(fine: Topology, shape: Topology) -> tuple[float, float]:
    pieces = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    boxes = []
    for piece in pieces:
        points = [point for arc in piece[0] for point in _points(fine, arc)]
        (west, east), (south, north) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
        boxes.append(((east - west) * (north - south), (west + east) / 2, (south + north) / 2))
    _, longitude, latitude = max(boxes)
    return round(longitude, 2), round(latitude, 2)


def _points(fine: Topology, arc: int) -> Iterator[tuple[float, float]]:
    (kx, ky), (dx, dy) = fine["transform"]["scale"], fine["transform"]["translate"]
    x = y = 0
    for step_x, step_y in fine["arcs"][arc if arc >= 0 else ~arc]:
        x, y = x + step_x, y + step_y
        yield x * kx + dx, y * ky + dy


@cache
def _file(scale: str) -> Topology:
    place = FOLDER / f"countries-{scale}.json"
    if not place.is_file():
        raise ReportError("the map of countries did not come with this copy", where=place.name, todo=_TODO)
    loaded: Topology = json.loads(place.read_text(encoding="utf-8"))
    return loaded


_TODO = "type `python -m sverka.web.vendoring` where the npm registry can be reached"
