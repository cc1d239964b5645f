"""The product on annotated texts kept outside the repository: what the issues of the main job ask for, at the least."""

import importlib.util
import json
import os
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sverka.checking.check import check_all
from sverka.reading.reader import read

GOLD = Path(os.environ.get("SVERKA_GOLD") or Path(__file__).parents[2] / "shared" / "gold")
pytestmark = pytest.mark.gold


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not GOLD.is_dir():
        pytest.skip("no annotated texts: put them at ../shared/gold or name their folder in SVERKA_GOLD")
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def load(name: str) -> Any:
    return json.loads((GOLD / name).read_text(encoding="utf-8"))


def day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


@pytest.fixture(scope="module")
def passages(scorer: ModuleType) -> dict[str, Any]:
    texts = load("claims/passages.json")
    predicted = []
    for passage in texts:
        reading = read(passage["text"], day(passage.get("published")))
        claims = [m.to_json() for m in reading.mentions]
        predicted.append({"id": passage["id"], "claims": claims, "quotes": [q.to_json() for q in reading.quotations]})
    scores: dict[str, Any] = scorer.score(texts, load("claims/claims.json"), predicted)
    return scores


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("figure", 0.85),
        ("change", 0.75),
        ("office", 0.88),
        ("quote.direct", 0.88),
        ("quote.indirect", 0.8),
        ("event", 0.7),
    ],
)
def test_claims_are_found_in_passages(passages: dict[str, Any], kind: str, least: float) -> None:
    assert passages[kind]["detect"]["f1"] >= least


@pytest.mark.parametrize(("measure", "least"), [("detect", 0.65), ("frame", 0.45)])
def test_the_kinds_of_few_claims_are_read_together(passages: dict[str, Any], measure: str, least: float) -> None:
    few = [
        passages[kind][measure] for kind in ("membership", "rank", "founding", "order", "extreme") if kind in passages
    ]
    right = sum(row["r"] * row["gold"] for row in few)
    assert 2 * right / sum(row["gold"] + row["predicted"] for row in few) >= least


@pytest.fixture(scope="module")
def verdicts(scorer: ModuleType) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """(gold claim, predicted claim) for every gold claim that was found, theses apart."""
    pairs = []
    for article in load("verdict/articles.json"):
        published = day(article["published"])
        reading = read(article["text"], published)
        said = [c.to_json() for c in check_all(reading.mentions, article["text"], published)]
        gold = [c for c in article["claims"] if c["kind"] != "thesis"]
        said = [c for c in said if c["kind"] != "thesis"]
        pairs += scorer.match(article["text"], gold, said, scorer.claim_closeness)
    return pairs


def test_nineteen_in_twenty_verdicts_are_right(verdicts: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    sure = [(g["verdict"], p["verdict"]) for g, p in verdicts if p["verdict"] in ("holds", "fails")]
    right = sum(g == p for g, p in sure)
    assert right / len(sure) >= 0.95


def test_half_of_what_can_be_answered_is_answered_rightly(
    verdicts: list[tuple[dict[str, Any], dict[str, Any]]],
) -> None:
    total = sum(
        c["verdict"] in ("holds", "fails") and c["kind"] != "thesis"
        for a in load("verdict/articles.json")
        for c in a["claims"]
    )
    right = sum(g["verdict"] == p["verdict"] for g, p in verdicts if p["verdict"] in ("holds", "fails"))
    assert right / total >= 0.5
