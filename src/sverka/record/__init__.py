"""The hand-checked record: states, organizations, memberships, treaties, offices, visits, missions, each row sourced.

`rows(table)` gives any table as it stands; the modules beside it answer questions: who was a member on a day, who held
an office, when a treaty was signed, and where a table is complete, so that absence of a row means absence of the fact.
"""

from sverka.record.tables import TABLES, Row, is_verified, rows, span, split

__all__ = ["TABLES", "Row", "is_verified", "rows", "span", "split"]
