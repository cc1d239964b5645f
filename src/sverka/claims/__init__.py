"""The claim language: propositions, mentions, periods, quantities, ids. Pure: no files, no network, no clock."""

from sverka.claims.mention import AUTHOR, Mention, Quotation, mention_from_json
from sverka.claims.period import Period, Point
from sverka.claims.proposition import (
    KINDS,
    Change,
    Compare,
    Event,
    Extreme,
    Figure,
    Founding,
    Membership,
    Office,
    Order,
    Proposition,
    Rank,
    Side,
    Thesis,
    from_json,
)
from sverka.claims.quantity import Answer, Comparison, Quantity
from sverka.claims.shortform import parse, to_short

__all__ = [
    "AUTHOR",
    "KINDS",
    "Answer",
    "Change",
    "Compare",
    "Comparison",
    "Event",
    "Extreme",
    "Figure",
    "Founding",
    "Membership",
    "Mention",
    "Office",
    "Order",
    "Period",
    "Point",
    "Proposition",
    "Quantity",
    "Quotation",
    "Rank",
    "Side",
    "Thesis",
    "from_json",
    "mention_from_json",
    "parse",
    "to_short",
]
