"""Stored results: those that ship with the package, and those that `sverka simulate` kept in the cache.

Importing this needs neither numpy nor a solver: whoever looks a result up runs no model. Which results were shipped
stands in `stored/index.json`, so that only the one that is wanted is read.
"""

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sverka.errors import InputError, ReportError
from sverka.scenarios.outcome import FORMAT, Json, Outcome

INDEX = "index.json"
_SAFE = re.compile(r"[^A-Za-z0-9]+")


@cache
def _index() -> dict[str, Json]:
    """The scenario of every shipped result, by name."""
    found: dict[str, Json] = json.loads((_shelf() / INDEX).read_text(encoding="utf-8"))
    return found


def _shelf() -> Traversable:
    return files("sverka.scenarios") / "stored"


def shipped() -> list[str]:
    """Names of the results that came with the package, sorted."""
    return sorted(_index())


def scenarios() -> dict[str, Json]:
    """The scenario of every shipped result, by name, in the order in which they are listed."""
    return dict(_index())


def kept() -> list[Path]:
    """Files of the results kept in the cache, oldest first."""
    return sorted(_folder().glob("*.json"), key=lambda place: (place.stat().st_mtime_ns, place.name))


def _folder() -> Path:
    """Where results are kept; it may not be there yet. (`sources.cache.folder` makes it, and brings pooch along.)"""
    root = os.environ.get("SVERKA_CACHE")
    if not root:
        import platformdirs  # what pooch asks, at a twentieth of its time

        root = platformdirs.user_cache_dir("sverka")
    return Path(root) / "scenarios"


def file_name(outcome: Outcome) -> str:
    """`dissolve-EAEU-2016-0f3c….json`: what was asked, and the hash of what it was made from."""
    told = outcome.scenario
    words = [told["kind"], *_words(told), str(told["year"]), outcome.key]
    return f"{'-'.join(words)}.json"


def _words(told: Json) -> list[str]:
    """The ids that a file is found by, the first few of each kind."""
    who = [*told.get("about", ()), told.get("bloc", ""), *told.get("coalition", ())[:3], *told.get("states", ())[:3]]
    who += [told.get("partner", ""), *told.get("target", ())[:3]]
    return [_SAFE.sub("_", word)[:20] for word in dict.fromkeys(who) if word]


def keep(outcome: Outcome) -> Path:
    """Store a result in the cache under its key; the same result twice is one file."""
    from sverka.sources import cache as store

    place = store.folder("scenarios") / file_name(outcome)
    store.part(place).write_text(outcome.dumps(), encoding="utf-8")
    store.settle(place)
    return place


def load(name: str) -> Outcome:
    """A shipped result by its name. InputError for a name there is none of, ReportError for a broken file."""
    if name not in _index():
        raise InputError("no such stored result", where=name[:60], todo=f"choose one of {', '.join(shipped())}")
    return Outcome.loads((_shelf() / f"{name}.json").read_text(encoding="utf-8"))


def find(ids: frozenset[str], most: int = 2) -> list[tuple[str, Json]]:
    """Names and plain data of stored results that are about these ids, the closest first, shipped ones before others.

    A result about a bloc fits if its bloc (or another name given for it) is among the ids; one about members that leave
    or join, if the other ids are just these; one about states and a partner, if the partner and a state are.
    """
    fits = [(_fit(told, ids), name, None) for name, told in _index().items()]
    found: list[tuple[int, str, Json | None]] = [row for row in fits if row[0]]
    for name, data in _of_cache(ids):
        fit = _fit(data["scenario"], ids)
        if fit:
            found.append((fit, name, data))
    found.sort(key=lambda row: -row[0])
    return [(name, _shipped(name) if data is None else data) for _, name, data in found[:most]]


@cache
def _shipped(name: str) -> Json:
    found: Json = json.loads((_shelf() / f"{name}.json").read_text(encoding="utf-8"))
    return found


def _of_cache(ids: frozenset[str]) -> Iterator[tuple[str, Json]]:
    """Results of the cache whose file names one of the ids, newest first, leaving out what cannot be read."""
    wanted = {_SAFE.sub("_", id_)[:20] for id_ in ids}
    for place in reversed(kept()):
        if wanted.isdisjoint(place.stem.split("-")):
            continue
        try:
            data = json.loads(place.read_text(encoding="utf-8"))
            if data["format"] == FORMAT and isinstance(data["scenario"], dict):
                yield place.stem, data
        except (OSError, ValueError, KeyError, TypeError):
            continue


def _fit(told: Any, ids: frozenset[str]) -> int:
    """How well a scenario fits: 0 not, more for each id that it names."""
    try:
        names = {told["bloc"]} if "bloc" in told else set()
        names |= set(told.get("about", ()))
        if names:
            states = set(told.get("states", ()))
            if not names & ids or (states and states != ids - names):
                return 0
            return 2 + len(states)
        lost = {told["partner"]} if "partner" in told else set(told["target"])
        others = set(told.get("states", ())) | set(told.get("coalition", ()))
        return 2 + len(others & ids) if lost & ids and others & ids else 0
    except (KeyError, TypeError) as error:
        raise ReportError("a broken stored result", where=str(error)[:60], todo="remove it from the cache") from None
