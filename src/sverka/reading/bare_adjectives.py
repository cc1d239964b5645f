"""Adjectives that have lost their noun: «российско-узбекский – 5,7 млрд, австралийский – 3» name whose trade it is."""

from sverka.reading.document import Sentence
from sverka.reading.flows import Flow
from sverka.reading.metrics import Cue
from sverka.reading.scene import Scene


def by_adjective(scene: Scene, cue: Cue, token: int, before: Flow, home: str | None) -> Flow | None:
    """An adjective that has lost its noun: «российско-узбекский – 5,7 млрд», «австралийский – на шестую», «наш – 5»."""
    ids = [
        n.id for i, ns in sorted(scene.at.items()) for n in ns
        if cue.stop < i < token and n.form in ("adjective", "prefix") and scene.lines.between(i, token) < 2.5
        and _nounless(scene.sentence, i)
    ]  # fmt: skip
    if not ids and home in before.parties:
        ours = [i for i in range(cue.stop, token) if scene.sentence.tokens[i].lemma in ("наш", "свой")]
        ids = [home for i in ours if home is not None and _nounless(scene.sentence, i)]
    if len(ids) == 2:
        return Flow(before.metric, (ids[0], ids[1]))
    if len(ids) == 1 and before.metric in ("trade.exports", "trade.imports") and len(before.parties) == 2:
        other = next((p for p in before.parties if p != ids[0]), None)
        return Flow(before.metric, (ids[0], other)) if other is not None else None
    return None


def _nounless(sentence: Sentence, i: int) -> bool:
    """True where an adjective has no noun after it: «украинский – …», «польский остановился на …»."""
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    return after is not None and (
        after.text in ("–", "—", "-", ",") or (after.pos == "VERB" and after.feats.get("VerbForm") == "Fin")
    )
