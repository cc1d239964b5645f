"""Hypothesis strategies for everything the claim language can say."""

import math

from hypothesis import strategies as st

from sverka.claims import (
    Change,
    Compare,
    Event,
    Extreme,
    Figure,
    Founding,
    Membership,
    Office,
    Order,
    Period,
    Point,
    Rank,
    Side,
    Thesis,
)
from sverka.claims.vocabulary import EVENT_TYPES, FORMS, METRICS, OFFICES, RELATIONS, STATUSES
from sverka.errors import ClaimError

_NAME = st.text(
    st.one_of(
        st.characters(categories=("L", "N")),
        st.sampled_from(list(" -–«»\"\\'.,:;()/<>=~±{}|№&…")),
    ),
    min_size=1,
    max_size=25,
).filter(lambda t: t == t.strip() and t.isprintable())
STATES = st.from_regex(r"[A-Z]{3}", fullmatch=True)
SHORT = st.sampled_from(["CIS", "EAEU", "EurAsEC", "CustomsUnion", "CSTO", "SCO", "G7", "G20", "OPEC+", "WLD"])
IDS = st.one_of(STATES, SHORT, st.builds("{}:{}".format, st.sampled_from(["org", "treaty", "person", "place"]), _NAME))
PERSONS = st.builds("person:{}".format, _NAME)


@st.composite
def points(draw: st.DrawFn) -> Point:
    year = draw(st.integers(1, 9999))
    span = draw(st.sampled_from([1, 1, 1, 10, 100]))
    year = max(year - year % span, span)
    month = draw(st.one_of(st.none(), st.integers(1, 12))) if span == 1 else None
    day = draw(st.one_of(st.none(), st.integers(1, 28))) if month else None
    return Point(year, month, day, draw(st.sampled_from(["", "", "~", "?", "%"])), span)


@st.composite
def _periods(draw: st.DrawFn) -> Period | None:
    first, last = draw(st.one_of(st.none(), points())), draw(st.one_of(st.none(), points()))
    if draw(st.booleans()) and first is not None:
        last = first
    try:
        return Period(first, last)
    except ClaimError:
        return None


PERIODS = _periods().filter(lambda p: p is not None)
MAYBE = st.one_of(st.none(), PERIODS)
NUMBERS = st.one_of(
    st.integers(-(10**6), 10**14).map(float),
    st.floats(-1e15, 1e15, allow_nan=False).map(lambda x: float(f"{x:.6g}")),
    st.floats(-1e20, 1e20, allow_nan=False),
)
UNITS = st.sampled_from(["USD", "EUR", "%", "pp", "x", "persons", "bbl/day", "m3", "млн м3", '"кв" км', "t"])
TOLERANCES = st.one_of(st.none(), st.floats(0, 1e12).filter(math.isfinite), st.sampled_from([0.0, 0.5, 3.0, 5e8]))


@st.composite
def measures(draw: st.DrawFn) -> dict[str, object]:
    a, b = draw(NUMBERS), draw(NUMBERS)
    if draw(st.booleans()):
        b = a
    return {
        "low": min(a, b),
        "high": max(a, b),
        "unit": draw(UNITS),
        "bound": draw(st.sampled_from("=~><")),
        "tolerance": draw(TOLERANCES),
    }


def _ids(least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(IDS, min_size=least, max_size=4).map(tuple)


_DENIED = st.booleans()
_METRIC = st.sampled_from(METRICS)
_RANKING = st.one_of(_METRIC, st.sampled_from(RELATIONS))
_SIDES = st.builds(Side, parties=_ids(1), period=MAYBE)


def _measured(kind: type, **more: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    frame = st.fixed_dictionaries({"metric": _METRIC, "parties": _ids(), "period": MAYBE, "denied": _DENIED, **more})
    return st.tuples(frame, measures()).map(lambda pair: kind(**pair[0], **pair[1]))


@st.composite
def _compares(draw: st.DrawFn) -> Compare:
    by = draw(st.one_of(st.just({}), measures()))
    return Compare(
        metric=draw(_RANKING),
        left=draw(_SIDES),
        right=draw(_SIDES),
        relation=draw(st.sampled_from("><=")),
        period=draw(MAYBE),
        denied=draw(_DENIED),
        **by,
    )


@st.composite
def _events(draw: st.DrawFn) -> Event:
    source = draw(_ids())
    target = draw(_ids(0 if source else 1))
    return Event(
        type=draw(st.sampled_from(EVENT_TYPES)), source=source, target=target, period=draw(MAYBE), denied=draw(_DENIED)
    )


BY_KIND = {
    "figure": _measured(Figure),
    "change": _measured(Change, direction=st.sampled_from("+-")),
    "extreme": st.builds(
        Extreme, metric=_METRIC, parties=_ids(), direction=st.sampled_from(["max", "min"]), period=MAYBE, denied=_DENIED
    ),
    "rank": st.builds(
        Rank,
        metric=_RANKING,
        subject=IDS,
        of=st.one_of(st.none(), IDS),
        among=st.one_of(st.none(), _ids()),
        rank=st.one_of(st.none(), st.integers(1, 9999)),
        direction=st.sampled_from(["max", "min"]),
        period=MAYBE,
        denied=_DENIED,
    ),
    "compare": _compares(),
    "membership": st.builds(
        Membership, state=IDS, organization=IDS, status=st.sampled_from(STATUSES), period=MAYBE, denied=_DENIED
    ),
    "founding": st.builds(Founding, what=IDS, period=MAYBE, denied=_DENIED),
    "order": st.builds(Order, first=IDS, then=_ids(1), period=MAYBE, denied=_DENIED),
    "event": _events(),
    "office": st.builds(
        Office,
        person=PERSONS,
        office=st.one_of(st.sampled_from(OFFICES), st.builds("other:{}".format, _NAME)),
        state=IDS,
        period=MAYBE,
        denied=_DENIED,
    ),
    "thesis": st.builds(Thesis, form=st.sampled_from(FORMS), about=_ids(), period=MAYBE, denied=_DENIED),
}
