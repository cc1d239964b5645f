"""Stored results: those that ship with the package, and those that `sverka simulate` kept in the cache.

Importing this needs neither numpy nor a solver: whoever looks a result up runs no model.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sverka.errors import InputError, ReportError
from sverka.scenarios.outcome import FORMAT, Json, Outcome

_SAFE = re.compile(r"[^A-Za-z0-9]+")


def shipped() -> list[str]:
    """Names of the results that came with the package, sorted."""
    return sorted(place.name.removesuffix(".json") for place in _shelf().iterdir() if place.name.endswith(".json"))


def _shelf() -> Traversable:
    return files("sverka.scenarios") / "stored"


def kept() -> list[Path]:
    """Files of the results kept in the cache, newest last."""
    return sorted(_folder().glob("*.json"), key=lambda place: (place.stat().st_mtime_ns, place.name))


def _folder() -> Path:
    from sverka.sources import cache as store  # late: whoever asks for shipped results only needs no cache

    return store.folder("scenarios")


def file_name(outcome: Outcome) -> str:
    """`dissolve-EAEU-2016-0f3c….json`: what was asked, and the hash of what it was made from."""
    told = outcome.scenario
    who = [told.get("bloc", ""), *told.get("coalition", ())[:3], *told.get("states", ())[:3]]
    who += [told.get("partner", ""), *told.get("target", ())[:3]]
    words = [told["kind"], *(word for word in who if word), str(told["year"])]
    return f"{'-'.join(_SAFE.sub('_', word) for word in words)}-{outcome.key}.json"


def keep(outcome: Outcome) -> Path:
    """Store a result in the cache under its key; the same result twice is one file."""
    from sverka.sources import cache as store

    place = _folder() / file_name(outcome)
    store.part(place).write_text(outcome.dumps(), encoding="utf-8")
    store.settle(place)
    return place


def load(name: str) -> Outcome:
    """A shipped result by its name. InputError for a name there is none of, ReportError for a broken file."""
    if name not in shipped():
        raise InputError("no such stored result", where=name[:60], todo=f"choose one of {', '.join(shipped())}")
    return Outcome.loads((_shelf() / f"{name}.json").read_text(encoding="utf-8"))


@cache
def _catalogue() -> tuple[tuple[str, Json], ...]:
    """Names and plain data of every shipped result."""
    return tuple((name, json.loads((_shelf() / f"{name}.json").read_text(encoding="utf-8"))) for name in shipped())


def _all() -> Iterator[tuple[str, Json]]:
    """Shipped results first; then those of the cache, newest first, leaving out what cannot be read."""
    yield from _catalogue()
    for place in reversed(kept()):
        try:
            data = json.loads(place.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(data, dict) and data.get("format") == FORMAT:
            yield place.stem, data


def find(ids: frozenset[str], most: int = 2) -> list[tuple[str, Json]]:
    """Names and plain data of stored results that are about these ids, the closest first.

    A result about a bloc fits if its bloc (or another name given for it) is among the ids; one about states and a
    partner fits if the partner and a state are.
    """
    found = [(fit, at, name, data) for at, (name, data) in enumerate(_all()) if (fit := _fit(data, ids))]
    found.sort(key=lambda row: (-row[0], row[1]))
    return [(name, data) for _, _, name, data in found[:most]]


def _fit(data: Any, ids: frozenset[str]) -> int:
    """How well a result fits: 0 not, more for each id that it names."""
    try:
        told = data["scenario"]
        names = {told["bloc"]} if "bloc" in told else set()
        names |= set(told.get("about", ()))
        if names:
            states = set(told.get("states", ()))
            if not names & ids or (states and not states & ids):
                return 0
            return 2 + len(states & ids)
        lost = {told["partner"]} if "partner" in told else set(told["target"])
        others = set(told.get("states", ())) | set(told.get("coalition", ()))
        return 2 + len(others & ids) if lost & ids and others & ids else 0
    except (KeyError, TypeError) as error:
        raise ReportError("a broken stored result", where=str(error)[:60], todo="remove it from the cache") from None
