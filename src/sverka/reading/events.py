"""Events: visits, meetings, signatures, pacts, subscriptions, deeds and votes, each with its participants."""

from sverka.claims import Mention
from sverka.reading.bases import bases
from sverka.reading.blasts import blasts
from sverka.reading.bundle import Analysis
from sverka.reading.chamber_votes import chamber_votes
from sverka.reading.claimed import claimed, owned_up
from sverka.reading.deed_nouns import deeds_by_noun
from sverka.reading.deeds import deeds
from sverka.reading.deliveries import deliveries
from sverka.reading.elections import elections
from sverka.reading.expulsions import expulsions
from sverka.reading.gatherings import gatherings
from sverka.reading.itineraries import on_journeys
from sverka.reading.listings import listings
from sverka.reading.mediation import mediation
from sverka.reading.meetings import meetings
from sverka.reading.movements import movements
from sverka.reading.pacts import pacts
from sverka.reading.passing import passing
from sverka.reading.receiving import receipts
from sverka.reading.scenes import scenes
from sverka.reading.signing import signatures
from sverka.reading.stays import stays
from sverka.reading.subscribing import subscriptions
from sverka.reading.summits import summits
from sverka.reading.talks import talks
from sverka.reading.trips import trips
from sverka.reading.visits import visits
from sverka.reading.votes import votes

#: Which side a sort of event is nothing without: read with it left open, hardly one in ten was right.
_NEEDED = {"visit": "target", "sign": "source"}
#: Readers of one sort of event each.
READERS = (
    visits, trips, stays, meetings, talks, signatures, pacts, subscriptions, deeds, deeds_by_noun, receipts,
    deliveries, claimed, blasts, expulsions, summits, gatherings, listings, movements, bases, mediation, elections,
    chamber_votes, votes,
)  # fmt: skip


def events(analysis: Analysis) -> list[Mention]:
    """Every event a text states; of two readings of the same words the surer."""
    out: list[Mention] = []
    for scene in scenes(analysis):
        found = [m for read in READERS for m in read(scene) if m is not None]
        found = _distinct(found)
        out.extend(found)
        out.extend(passing(scene, found))
    return owned_up(on_journeys([m for m in out if _whole(m)], analysis), analysis.document.text)


def _whole(m: Mention) -> bool:
    """Whether the side is told that its sort of event is nothing without."""
    said = m.proposition
    assert said.kind == "event"
    needed = _NEEDED.get(said.type)
    return needed is None or bool(said.target if needed == "target" else said.source)


def _distinct(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for m in sorted(found, key=lambda m: (-(m.confidence or 0), m.proposition.kind == "event" and m.proposition.type)):
        if not any(_same(m, other) for other in kept):
            kept.append(m)
    return sorted(kept, key=lambda m: m.span)


def _within(one: Mention, other: Mention) -> bool:
    return other.span[0] <= one.span[0] and one.span[1] <= other.span[1]


def _same(one: Mention, other: Mention) -> bool:
    a, b = one.proposition, other.proposition
    assert a.kind == "event" and b.kind == "event"
    if {a.type, b.type} == {"aid", "deploy"} and _within(one, other):
        return b.type == "aid" and set(a.target) <= set(b.target)  # a plane that carries aid is no force
    if a.type == b.type and a.source and (a.source, a.target) == (b.source, b.target):
        return a.period == b.period or None in (a.period, b.period)  # «победил на выборах и переизбрался»
    if a.type != b.type or not (one.span[0] < other.span[1] and other.span[0] < one.span[1]):
        return False
    if a.type == "visit" and a.target and b.target and not set(a.target) & set(b.target):
        return False  # «улетел в Осло, а оттуда в Ригу»
    return not a.source or not b.source or bool(set(a.source) & set(b.source))
