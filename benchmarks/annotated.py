"""Annotated texts and what the reader makes of them: the passages and articles that scoring, tuning and plots share."""

import importlib.util
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from sverka.reading.passages import above

OURS = Path(__file__).parent / "articles"
WRITTEN = Path(__file__).parent / "passages"
GOLD = Path(os.environ.get("SVERKA_GOLD") or Path(__file__).parents[2] / "shared" / "gold")
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its claims. `article` is what it was cut from: texts of one article never part."""

    set: str
    article: str
    id: str
    text: str
    published: date | None
    claims: Sequence[dict[str, Any]]
    quotes: Sequence[dict[str, Any]] = ()
    above: str = ""

    @property
    def fold(self) -> int:
        """0–4, by a hash of the article, so that it stays the same as texts are added."""
        return int(sha256(self.article.encode()).hexdigest(), 16) % FOLDS


@dataclass(frozen=True, slots=True)
class Frame:
    """One mention that was read, the signs of its confidence, and whether every field is right."""

    text: Annotated
    kind: str
    signs: dict[str, float]
    right: bool


def passages() -> list[Annotated]:
    """The annotated passages; none where they are not at hand."""
    folder = GOLD / "claims"
    if not folder.is_dir():
        return []
    known = {item["id"]: item for item in _load(folder / "claims.json")}
    return [
        Annotated("passages", p["head"], p["id"], p["text"], _day(p.get("published")), known[p["id"]]["claims"],
                  known[p["id"]].get("quotes", ()), above(p))
        for p in _load(folder / "passages.json")
    ]  # fmt: skip


def written(name: str) -> list[Annotated]:
    """Our own passages of one set: columns, news, retold, apart or held."""
    return [
        Annotated(name, p["article"], p["id"], p["text"], _day(p["published"]), p["claims"], p["quotes"], above(p))
        for p in _load(WRITTEN / f"{name}.json")
    ]


def articles(name: str) -> list[Annotated]:
    """Our own articles of one set: first, second or third."""
    return [
        Annotated(name, a["id"], a["id"], a["text"], _day(a["published"]), a["claims"])
        for a in _load(OURS / f"{name}.json")
    ]


@cache
def scorer() -> ModuleType:
    """The scorer that comes with the passages."""
    found = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    if found is None or found.loader is None or not (GOLD / "score.py").is_file():
        sys.exit(f"no scorer at {GOLD}; set SVERKA_GOLD to the folder of annotated texts")
    module = importlib.util.module_from_spec(found)
    sys.modules["score"] = module
    found.loader.exec_module(module)
    return module


def frames(texts: Sequence[Annotated]) -> Iterator[Frame]:
    """Every mention of the scored kinds that the reader finds in the texts."""
    from sverka.reading.analysis import analyse
    from sverka.reading.confidence import signs
    from sverka.reading.reader import graded
    from sverka.reading.spelled import spelled

    for text in texts:
        start = len(text.above) + 1 if text.above else 0
        document = analyse(f"{text.above}\n{text.text}" if start else text.text, text.published)
        mentions, _, names = graded(document) if document.sentences else ([], [], [])
        found = signs(document, names, mentions)
        if document.language == "ru":
            mentions, _ = spelled(document.text, names, mentions, [])
        kept = [(m, s) for m, s in zip(mentions, found, strict=True) if m.span[0] >= start]
        read = [m.to_json() | {"span": [m.span[0] - start, m.span[1] - start]} for m, _ in kept]
        right, optional = judged(text, read)
        for said, (_, bears) in zip(read, kept, strict=True):
            if said["kind"] in scorer().CORE and id(said) not in optional:
                yield Frame(text, said["kind"], bears, id(said) in right)


def judged(text: Annotated, read: Sequence[dict[str, Any]]) -> tuple[set[int], set[int]]:
    """Identities of the read claims that match an annotated one in every field, and of those matching an optional one.

    An optional claim is one that careful annotators may leave out: it is neither demanded nor held against the reader.
    """
    rule = scorer()
    demanded = [c for c in text.claims if c["kind"] in rule.CORE and not c.get("optional")]
    said = [c for c in read if c["kind"] in rule.CORE]
    pairs = rule.match(text.text, demanded, said, rule.claim_closeness)
    right = {
        id(b) for a, b in pairs if all(rule.same(f, rule.core(a, f), rule.core(b, f)) for f in rule.CORE[a["kind"]])
    }
    matched = {id(b) for _, b in pairs}
    rest = [c for c in said if id(c) not in matched]
    optional = [c for c in text.claims if c["kind"] in rule.CORE and c.get("optional")]
    return right, {id(b) for _, b in rule.match(text.text, optional, rest, rule.claim_closeness)} if optional else set()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
