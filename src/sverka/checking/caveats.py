"""Caveats: what the catalogue notes of a source touches an answer, and when the answer has no vote because of it."""

from collections.abc import Iterator
from dataclasses import replace

from sverka.checking.finding import Answer, Definition, Finding, Verdict, decide
from sverka.claims import Proposition
from sverka.claims.proposition import parties_of
from sverka.sources import catalogue
from sverka.sources.catalogue import Note


def touching(claim: Proposition, answer: Answer) -> tuple[Note, ...]:
    """The notes on the source of an answer that are about its pair of states, or about its years in particular."""
    if answer.source.startswith("record:") or answer.period is None or answer.period.is_open:
        return ()
    source = catalogue.source(answer.source)
    found: dict[str, Note] = {}
    for year in answer.period.years[:60]:
        for one, other in _pairs(claim, answer):
            for note in source.notes_on(one, other, year):
                if note.pairs or (note.first_year, note.last_year) != (source.first_year, source.last_year):
                    found[note.text] = note
    return tuple(found.values())


def flagged(finding: Finding) -> Finding:
    """The finding with the kind of a caveat as the note of every answer that has none.

    A change across a break of its series, and a zero where zeros mean missing, have no vote.
    """
    claim = finding.proposition
    definitions = tuple(replace(d, answers=tuple(_flagged(claim, a) for a in d.answers)) for d in finding.definitions)
    if _votes(definitions) == _votes(finding.definitions):
        return replace(finding, definitions=definitions)
    verdict = decide(definitions)
    open_ = verdict == Verdict.NOT_COVERED
    return replace(
        finding,
        definitions=definitions,
        verdict=verdict,
        reason="no_source" if open_ else finding.reason,
        alternatives=finding.alternatives if verdict in (Verdict.FAILS, Verdict.DEPENDS) else (),
        ask=getattr(claim, "metric", claim.kind) if open_ else finding.ask,
    )


def _votes(definitions: tuple[Definition, ...]) -> list[bool]:
    return [a.verified for d in definitions for a in d.answers]


def _flagged(claim: Proposition, answer: Answer) -> Answer:
    notes = touching(claim, answer)
    if not notes:
        return answer
    void = next((note for note in notes if _voids(claim, answer, note)), None)
    kind = void.kind if void is not None else _plain(notes)
    return replace(answer, note=answer.note or kind, verified=answer.verified and void is None)


def _plain(notes: tuple[Note, ...]) -> str:
    """The first caveat that does not say of itself that the answer has no vote: that is the reading module's to say."""
    return next((note.kind for note in notes if note.kind not in ("artefact", "break")), "")


def _voids(claim: Proposition, answer: Answer, note: Note) -> bool:
    assert answer.period is not None
    years = answer.period.years
    if note.kind == "break":
        return claim.kind == "change" and note.first_year in years and note.last_year in years
    return note.kind == "gap" and answer.low == answer.high == 0


def _pairs(claim: Proposition, answer: Answer) -> Iterator[tuple[str, str]]:
    """The catalogue's (reporter, partner) pairs that an answer may rest on; a state alone is paired with itself."""
    parties = parties_of(claim)
    metric = getattr(claim, "metric", "")
    if claim.kind == "event":
        parties = ("UN", *getattr(claim, "target", ()))
    if len(parties) == 1:
        yield parties[0], parties[0]
    if len(parties) != 2:
        return
    there, back = (parties[0], parties[1]), (parties[1], parties[0])
    if metric not in ("trade.exports", "trade.imports") or claim.kind in ("rank", "compare"):
        yield there
        yield back
    elif answer.role == "mirror" or (metric == "trade.exports" and answer.role == "compiled"):
        yield back  # the compiled file has what the buyer reports
    else:
        yield there
