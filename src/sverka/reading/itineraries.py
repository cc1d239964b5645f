"""Meetings on a journey: whoever a text has just told to have come is the one received, on the day he came.

«А прибыл 3 мая в Осло. У трапа его встретил Б, позднее состоялись переговоры с В»: B and V are of the host state, and
nothing in the second sentence says whom V talked to, or when.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from sverka.claims import Event, Mention, Period
from sverka.claims.vocabulary import Modality
from sverka.reading.bundle import Analysis
from sverka.reading.wordlists import words

#: How many sentences on a journey is still the one meant, how long one lasts at most.
_FAR, _LONG = 3, timedelta(days=4)
#: What a day or a guest taken from the sentence before is worth.
_DATED, _GUEST = 0.9, 0.7
#: Words by which a meeting was at some other time.
_OTHER_TIMES = words("дважды трижды раз раза ранее раньше прежде уже накануне позавчера потом впервые")
_HAPPENED: tuple[Modality, ...] = ("asserted", "planned")


def on_journeys(found: Sequence[Mention], analysis: Analysis) -> list[Mention]:
    """The events of a text, meetings with the guest and the day of the journey they belong to."""
    events = [(m, m.proposition) for m in found if m.proposition.kind == "event"]
    journeys = [(m, e) for m, e in events if e.type == "visit" and len(e.target) == 1 and m.modality in _HAPPENED]
    if not journeys:
        return list(found)
    starts = [s.start for s in analysis.document.sentences]
    near: dict[int, list[tuple[int, Mention, Event]]] = {}
    for number, (m, event) in enumerate(journeys):
        near.setdefault(bisect_right(starts, m.span[0]), []).append((number, m, event))
    return [_met(m, near, bisect_right(starts, m.span[0]), analysis) for m in found]


Journeys = Mapping[int, Sequence[tuple[int, Mention, Event]]]


def _met(m: Mention, journeys: Journeys, at: int, analysis: Analysis) -> Mention:
    event = m.proposition
    if event.kind != "event" or event.type != "meet" or m.modality not in _HAPPENED:
        return m
    for journey, visit in _before(m, journeys, at):
        travellers, host = [i for i in visit.source if i.startswith("person:")], visit.target[0]
        sides = (event.source, event.target)
        states = {i for i in (*event.source, *event.target) if ":" not in i}
        present = bool({*travellers} & {*event.source, *event.target})
        if present and any(host in side for side in sides):
            return _dated(m, event, journey, visit, analysis)
        people = [i for i in event.target if i.startswith("person:")]
        if travellers and not present and states == {host} and people and visit.source[0] not in event.target:
            target = (*people, host)  # both of the host: whoever came is left out
            changed = event.model_copy(update={"source": tuple(visit.source), "target": target})
            told = m.model_copy(update={"proposition": changed, "confidence": (m.confidence or 0.0) * _GUEST})
            return _dated(told, changed, journey, visit, analysis)
    return m


def _before(m: Mention, journeys: Journeys, at: int) -> Iterator[tuple[Mention, Event]]:
    """The journeys of the sentences just before sentence `at`, the last found first."""
    told = [one for sentence in range(at - _FAR, at + 1) for one in journeys.get(sentence, ())]
    for _, journey, visit in sorted(told, key=lambda one: -one[0]):
        if journey.span[0] < m.span[0]:
            yield journey, visit


def _dated(m: Mention, event: Event, journey: Mention, visit: Event, analysis: Analysis) -> Mention:
    """With the day of the journey, if it was a short one and the sentence tells no day of its own."""
    period = visit.period
    if event.period is not None or period is None or not _short(period) or m.modality != journey.modality:
        return m
    sentence = analysis.document.sentence_at(m.span[0])
    if sentence is not None and not _OTHER_TIMES.isdisjoint(sentence.words):
        return m
    here = sentence is not None and sentence.start <= journey.span[0]
    if sentence is not None and not here and analysis.dates_in(sentence):
        return m
    changed = event.model_copy(update={"period": period})
    return m.model_copy(update={"proposition": changed, "confidence": (m.confidence or 0.0) * _DATED})


def _short(period: Period) -> bool:
    return period.start is not None and period.end is not None and period.end - period.start <= _LONG
