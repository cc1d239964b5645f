"""The closed word lists of the claim language: metrics, event types, statuses, offices, forms of thesis."""

from typing import Literal, get_args

Metric = Literal[
    "trade.turnover", "trade.exports", "trade.imports", "trade.share", "trade.other",
    "investment", "gdp", "gdp.growth", "gdp.share", "income", "inflation", "population", "migration", "tourism",
    "debt", "aid", "price", "energy.volume", "energy.share", "transit", "budget",
    "military.spending", "military.personnel", "military.equipment", "casualties", "jobs", "poll", "vote", "tariff",
    "territory", "distance", "other",
]  # fmt: skip
EventType = Literal[
    "visit", "meet", "sign", "sanction", "deploy", "attack", "aid", "mediate", "vote", "break", "withdraw", "accede"
]
Status = Literal["member", "joined", "left", "candidate", "observer", "associate", "none"]
Form = Literal["irreplaceable", "inevitable", "causes", "closeness", "success", "failure", "other"]
Direction = Literal["+", "-"]
Extremum = Literal["max", "min"]
Modality = Literal["asserted", "planned", "hypothetical", "denied"]

METRICS: tuple[str, ...] = get_args(Metric)
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
STATUSES: tuple[str, ...] = get_args(Status)
FORMS: tuple[str, ...] = get_args(Form)
#: Metrics whose parties are [reporter, partner] in that order.
DIRECTED: frozenset[str] = frozenset({"trade.exports", "trade.imports"})
#: Relations a rank or comparison may be about besides metrics; the list is open, any lower-case word will do.
RELATIONS: tuple[str, ...] = ("ally", "partner", "economy", "exporter", "importer", "threat", "donor", "investor")
#: Offices with a name of their own; all others are written `other:<title>`.
OFFICES: tuple[str, ...] = (
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "spokesperson",
)
