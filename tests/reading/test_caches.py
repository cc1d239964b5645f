"""What reading keeps between texts is bounded: a process that reads for ever does not grow for ever."""

import gc
import importlib
import inspect
import json
import pkgutil
import random
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import _lru_cache_wrapper, cache, lru_cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest

import sverka.reading
from sverka.reading import sieve, weights, wordfeatures
from sverka.reading.reader import read
from sverka.reading.sieve import Sieve

TEXTS = Path(__file__).parent / "fixtures" / "paragraphs.json"
PARAGRAPHS = [p["text"] for p in json.loads(TEXTS.read_text(encoding="utf-8"))]
ENGLISH = "Armenia joined the EAEU in 2015. Trade with Russia grew by 12% to $2.6 billion, the minister said."


@cache
def modules() -> tuple[ModuleType, ...]:
    found = pkgutil.walk_packages(sverka.reading.__path__, "sverka.reading.")
    return tuple(importlib.import_module(module.name) for module in found)


def caches() -> Iterator[tuple[str, "_lru_cache_wrapper[Any]"]]:
    """Every kept function of the room, wherever in a module or class it stands."""
    for module in modules():
        places = [vars(module)] + [vars(kind) for kind in vars(module).values() if isinstance(kind, type)]
        for name, thing in ((n, v) for place in places for n, v in place.items()):
            if isinstance(thing, _lru_cache_wrapper) and thing.__module__ == module.__name__:
                yield f"{module.__name__}.{name}", thing


def without_end(kept: "_lru_cache_wrapper[Any]") -> bool:
    """Whether a text from outside can make it grow for ever: no size, and a key that can be a piece of text."""
    keys = [parameter.annotation for parameter in inspect.signature(kept).parameters.values()]
    return kept.cache_info().maxsize is None and not all(key in (int, bool) for key in keys)


def test_what_is_kept_by_text_has_a_size() -> None:
    found = dict(caches())
    assert len(found) > 30
    assert [name for name, kept in found.items() if without_end(kept)] == []


def test_a_cache_of_words_without_a_size_would_be_seen() -> None:
    def by_word(word: str) -> str:
        return word

    def by_process(process: int) -> int:
        return process

    assert without_end(cache(by_word))
    assert without_end(lru_cache(maxsize=None)(by_word))
    assert not without_end(lru_cache(maxsize=9)(by_word))
    assert not without_end(cache(by_process))


def keys(kept: "_lru_cache_wrapper[Any]") -> Iterator[str]:
    """The pieces of text that a cache is keyed by at the moment."""
    for table in gc.get_referents(kept):
        for key in table if isinstance(table, dict) and table is not vars(kept) else ():
            yield from (part for part in (key if isinstance(key, list | tuple) else (key,)) if isinstance(part, str))


#: Longer than any word and most sentences: what is kept by text is kept by pieces no longer than this.
LONGEST = 1000


@pytest.mark.parametrize("run", ["ы", "7", "ы-", "я1", "7 000 "], ids=str.strip)
def test_no_cache_holds_longer_pieces_of_text_than_sentences_are(run: str) -> None:
    for _, kept in caches():
        if kept.cache_info().maxsize is not None:
            kept.cache_clear()
    run *= 3000 // len(run)
    for language in ("ru", "en"):
        for text in (run, f"Россия и Казахстан подписали {run} договор.", f"Trade grew by {run} million in 2015."):
            read(text, None, language)
    found = {name: max(map(len, keys(kept)), default=0) for name, kept in caches()}
    assert found["sverka.reading.gazetteer.key"] > 0
    assert {name: size for name, size in found.items() if size > LONGEST} == {}


def kept_things() -> list[tuple[str, Any]]:
    """Every table, list and set that can be reached from the room's modules, but for what caches with a size hold."""
    found: list[tuple[str, Any]] = []
    seen: set[int] = set()
    stack: list[tuple[str, Any]] = [(f"{m.__name__}.{n}", v) for m in modules() for n, v in vars(m).items()]
    while stack:
        path, thing = stack.pop()
        if isinstance(thing, str | bytes | int | float | type | ModuleType | re.Pattern) or id(thing) in seen:
            continue
        seen.add(id(thing))
        inside: list[Any] = []
        if isinstance(thing, dict):
            inside = list(thing.values())
        elif isinstance(thing, list | tuple | set | frozenset):
            inside = list(thing)
        elif isinstance(thing, FunctionType):
            inside = [cell.cell_contents for cell in thing.__closure__ or () if cell is not None]
        elif isinstance(thing, _lru_cache_wrapper):
            if not inspect.signature(thing).parameters and thing.cache_info().currsize:
                inside = [thing()]
        elif type(thing).__module__.startswith("sverka."):
            slots = [name for kind in type(thing).__mro__ for name in getattr(kind, "__slots__", ())]
            inside = [*getattr(thing, "__dict__", {}).values(), *(getattr(thing, name, None) for name in slots)]
        if isinstance(thing, dict | list | set):
            found.append((path, thing))
        stack += [(path, each) for each in inside]
    return found


def nonsense(seed: int) -> str:
    """A text of words that nobody wrote before, among words that somebody did."""
    rng = random.Random(seed)

    def shuffled(found: re.Match[str]) -> str:
        return "".join(rng.sample(found[0], len(found[0]))) if rng.random() < 0.4 else found[0]

    return re.sub(r"\w{3,}", shuffled, rng.choice(PARAGRAPHS))


def grown(reads: Callable[[int], None]) -> list[str]:
    """What is larger after texts with new words than after as many before them; both end with the same texts."""
    before: list[tuple[str, Any, int]] = []
    for batch in (range(30), range(30, 60)):
        for seed in batch:
            reads(seed)
        for text, language in ((PARAGRAPHS[0], "ru"), (ENGLISH, "en")):
            read(text, None, language)
        before = before or [(path, thing, len(thing)) for path, thing in kept_things()]
    return sorted({path for path, thing, size in before if len(thing) > size})


def reads(seed: int) -> None:
    read(nonsense(seed), None, "ru" if seed % 3 else "en")


@pytest.fixture
def keeping_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two tables that have a size of their own keep nothing between texts."""
    weights.load()
    monkeypatch.setattr(sieve, "_KEPT", 0)
    monkeypatch.setattr(wordfeatures, "_KEPT", 0)


@pytest.mark.usefixtures("keeping_nothing")
def test_no_table_of_the_room_grows_with_what_is_read() -> None:
    assert grown(reads) == []
    looked_at = {path for path, _ in kept_things()}
    assert looked_at >= {"sverka.reading.weights._models", "sverka.reading.dates._rules"}


@pytest.mark.usefixtures("keeping_nothing")
def test_a_table_that_grows_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    said: dict[str, int] = {}
    monkeypatch.setattr(weights, "_said", said, raising=False)
    assert grown(lambda seed: said.update({nonsense(seed): seed})) == ["sverka.reading.weights._said"]


def test_words_worked_out_anew_are_tagged_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [text.split()[:40] for text in PARAGRAPHS[:12]]
    told = weights.tag(sentences)  # all of them at once, with room for their words
    monkeypatch.setattr(wordfeatures, "_KEPT", 64)
    known = weights._models().words._known
    for sentence, before in zip(sentences, told, strict=True):
        assert weights.tag([sentence]) == [before]
        assert len(known) <= 64


def test_a_sieve_finds_the_same_when_it_keeps_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    patterns = [re.compile(r"(?<!\w)год\w*"), re.compile(r"(?<!\w)(?:рост|пад)\w*")]
    wide, narrow = Sieve(patterns), Sieve(patterns)
    told = [[(n, m.span()) for n, m in wide.found(text)] for text in PARAGRAPHS[:20]]
    monkeypatch.setattr(sieve, "_KEPT", 5)
    assert [[(n, m.span()) for n, m in narrow.found(text)] for text in PARAGRAPHS[:20]] == told
    assert len(narrow._begun) == 5 < len(wide._begun)


def test_words_that_a_text_makes_up_are_not_kept_for_ever() -> None:
    assert weights.common("Россия")
    assert not weights.common("ъыжщьзык")


def test_texts_read_in_threads_come_out_as_one_after_the_other() -> None:
    texts = (PARAGRAPHS * 2)[:24]
    one = [read(text, None, "ru") for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: read(text, None, "ru"), texts)) == one
