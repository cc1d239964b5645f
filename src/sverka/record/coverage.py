"""Where a table is complete: there, no row means that the fact is not so; elsewhere absence proves nothing."""

from functools import cache

from sverka.claims import Period
from sverka.record.tables import rows, span


@cache
def _scopes(table: str) -> dict[str, tuple[Period, ...]]:
    found: dict[str, list[Period]] = {}
    for row in rows("coverage"):
        period = span(row, "from", "to")
        if row["table"] == table and row["complete"] == "yes" and period is not None:
            found.setdefault(row["scope"], []).append(period)
    return {scope: tuple(periods) for scope, periods in found.items()}


def is_complete(table: str, scopes: tuple[str, ...], period: Period) -> bool:
    """True if the table is declared complete for one of these scopes over the whole period.

    `scopes` are written as in coverage.csv: an organization's id, "KAZ head_of_state", "all".
    """
    declared = _scopes(table)
    return any(span.contains(period) for scope in scopes for span in declared.get(scope, ()))
