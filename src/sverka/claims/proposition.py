"""Propositions: what is claimed, in a form that can be typed, tested, compared and stored.

They know nothing of any text. A proposition is one of eleven kinds. `denied` turns it into its negation:
the claim that it is not so.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from sverka.claims.ids import Id
from sverka.claims.period import Period
from sverka.claims.quantity import Bound, Quantity
from sverka.claims.vocabulary import Direction, EventType, Extremum, Form, Metric, Status
from sverka.errors import ClaimError

Ids = Annotated[tuple[Id, ...], Field(max_length=200)]
Unit = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^\S(.*\S)?$")]
#: A metric, or a relation such as ally, partner, economy.
Ranking = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_.]{0,40}$")]
OfficeName = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z_]*|other:\S.*)$", max_length=200)]
Number = Annotated[float, Field(allow_inf_nan=False)]


class _Proposition(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    denied: bool = False
    period: Period | None = None

    def denial(self) -> Self:
        """The claim that this is not so (or, of a denied claim, that it is)."""
        return self.model_copy(update={"denied": not self.denied})

    def to_json(self) -> dict[str, Any]:
        """The flat JSON object: the kind's own fields, the derived `parties`, `denied` only when true."""
        data = {"kind": "", **self.model_dump(mode="json")}
        data["parties"] = list(parties_of(self))
        if not data.pop("denied"):
            return data
        return {**data, "denied": True}

    def __str__(self) -> str:
        from sverka.claims.shortform import to_short

        return to_short(self)  # type: ignore[arg-type]


def parties_of(proposition: Any) -> tuple[str, ...]:
    """Everyone a proposition is about, in the order of its fields, each once."""
    parties: tuple[str, ...] = proposition.parties
    return parties


def _distinct(*ids: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for i in ids if i))


class _Measured(_Proposition):
    metric: Metric
    parties: Ids  # for figures, changes and extremes a field, for the other kinds derived
    low: Number
    high: Number
    unit: Unit
    bound: Bound = "="
    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None

    @model_validator(mode="after")
    def _settle_tolerance(self) -> Self:
        if self.tolerance is None or self.low > self.high:
            object.__setattr__(self, "tolerance", Quantity(self.low, self.high, self.unit, self.bound).tolerance)
        return self

    @property
    def quantity(self) -> Quantity:
        """The stated number, range or bound."""
        return Quantity(self.low, self.high, self.unit, self.bound, self.tolerance)


class Figure(_Measured):
    """A value: «годовой товарооборот составлял около 5 млрд долларов»."""

    kind: Literal["figure"] = "figure"


class Change(_Measured):
    """A change between the two ends of `period`: «выросла более чем на 40 %»."""

    kind: Literal["change"] = "change"
    direction: Direction


class Extreme(_Proposition):
    """A record against a series' own history: «рекордный показатель»."""

    kind: Literal["extreme"] = "extreme"
    metric: Metric
    parties: Ids
    direction: Extremum = "max"


class Rank(_Proposition):
    """A place among all others: «Китай стал крупнейшим торговым партнёром России».

    `rank` None says "one of the …est"; `among` is a set of ids or one named set, None for all.
    """

    kind: Literal["rank"] = "rank"
    metric: Ranking
    subject: Id
    of: Id | None = None
    among: Ids | None = None
    rank: Annotated[int, Field(ge=1, le=10_000)] | None = 1
    direction: Extremum = "max"

    @property
    def parties(self) -> tuple[str, ...]:
        return _distinct(self.subject, self.of)


class Side(BaseModel):
    """One side of a comparison: whose value, and when."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    parties: Ids
    period: Period | None = None


class Compare(_Proposition):
    """One value against another: «зависит от России сильнее, чем от Китая».

    `by`, with `unit`, says by how much, if said; the sides carry their own periods.
    """

    kind: Literal["compare"] = "compare"
    metric: Ranking
    left: Side
    right: Side
    relation: Literal[">", "<", "="]
    low: Number | None = None
    high: Number | None = None
    unit: Unit | None = None
    bound: Bound = "="
    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None

    @model_validator(mode="after")
    def _settle_margin(self) -> Self:
        given = [self.low is not None, self.high is not None, self.unit is not None]
        if any(given) and not all(given):
            raise ClaimError("a margin needs low, high and unit", where="compare", todo="give all three or none")
        by = self.by
        if by is None and (self.bound != "=" or self.tolerance is not None):
            raise ClaimError("a bound without a margin", where="compare", todo="give low, high and unit too")
        if by is not None:
            object.__setattr__(self, "tolerance", by.tolerance)
        return self

    @property
    def by(self) -> Quantity | None:
        """By how much, None if not said."""
        if self.low is None or self.high is None or self.unit is None:
            return None
        return Quantity(self.low, self.high, self.unit, self.bound, self.tolerance)

    @property
    def parties(self) -> tuple[str, ...]:
        return _distinct(*self.left.parties, *self.right.parties)


class Membership(_Proposition):
    """«Армения вступила в ЕАЭС»."""

    kind: Literal["membership"] = "membership"
    state: Id
    organization: Id
    status: Status = "member"

    @property
    def parties(self) -> tuple[str, ...]:
        return _distinct(self.state, self.organization)


class Founding(_Proposition):
    """When an organization, state or treaty came to be; an anniversary gives the date it implies."""

    kind: Literal["founding"] = "founding"
    what: Id

    @property
    def parties(self) -> tuple[str, ...]:
        return (self.what,)


class Order(_Proposition):
    """A chronology without dates: «за A последовали B и C»."""

    kind: Literal["order"] = "order"
    first: Id
    then: Annotated[tuple[Id, ...], Field(min_length=1, max_length=50)]

    @property
    def parties(self) -> tuple[str, ...]:
        return _distinct(self.first, *self.then)


class Event(_Proposition):
    """A dated occurrence: a visit, a signature, a deployment. At least one side is named."""

    kind: Literal["event"] = "event"
    type: EventType
    source: Ids = ()
    target: Ids = ()

    @model_validator(mode="after")
    def _someone(self) -> Self:
        if not self.source and not self.target:
            raise ClaimError("an event needs a source or a target", where=self.type, todo="say who did it or to whom")
        return self

    @property
    def parties(self) -> tuple[str, ...]:
        return _distinct(*self.source, *self.target)


class Office(_Proposition):
    """«премьер-министр Венгрии Виктор Орбан». `person` is a person id."""

    kind: Literal["office"] = "office"
    person: Annotated[Id, StringConstraints(pattern=r"^person:")]
    office: OfficeName
    state: Id

    @model_validator(mode="before")
    @classmethod
    def _bare_surname(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("person"), str) and ":" not in data["person"]:
            return {**data, "person": f"person:{data['person']}"}
        return data

    @property
    def parties(self) -> tuple[str, ...]:
        return _distinct(self.state, self.person)


class Thesis(_Proposition):
    """A judgement or forecast: shown, never tested."""

    kind: Literal["thesis"] = "thesis"
    form: Form = "other"
    about: Ids = ()

    @property
    def parties(self) -> tuple[str, ...]:
        return self.about


Proposition = Annotated[
    Figure | Change | Extreme | Rank | Compare | Membership | Founding | Order | Event | Office | Thesis,
    Field(discriminator="kind"),
]
KINDS: dict[str, type[_Proposition]] = {
    "figure": Figure,
    "change": Change,
    "extreme": Extreme,
    "rank": Rank,
    "compare": Compare,
    "membership": Membership,
    "founding": Founding,
    "order": Order,
    "event": Event,
    "office": Office,
    "thesis": Thesis,
}


def from_json(data: dict[str, Any]) -> Proposition:
    """Read a proposition from its flat JSON object. A derived `parties` is dropped; ClaimError says what is wrong.

    >>> str(from_json({"kind": "founding", "what": "EAEU", "period": "2015"}))
    'founded EAEU in 2015'
    """
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise ClaimError("no such kind of claim", where=repr(kind)[:40], todo=f"use one of {', '.join(KINDS)}")
    fields = {k: v for k, v in data.items() if k in KINDS[kind].model_fields}
    unknown = set(data) - set(fields) - {"parties"}
    if unknown:
        raise ClaimError(
            f"a {kind} has no such field", where=", ".join(sorted(unknown))[:80], todo="see docs/claim.schema.json"
        )
    try:
        return KINDS[kind].model_validate(fields)  # type: ignore[return-value]
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ClaimError(
            f"a {kind} that does not hold together: {first['msg']}", where=where[:80], todo="see docs/claim.schema.json"
        ) from None
