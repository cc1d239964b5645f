"""The one tree of errors: what was wrong, where, and what to type instead.

SverkaError
├── ClaimError       a proposition, period, quantity or id that does not parse
├── RecordError      an id or name the record does not know, or a broken record table
├── SourceError      a data file that is missing, altered or not as described
├── InputError       a text, date or option from outside that cannot be used
└── ReportError      a stored report that cannot be read or replayed
"""


class SverkaError(Exception):
    """Anything Sverka refuses to do. `str(error)` is one line: what, where, what to do.

    Parameters
    ----------
    what : what was wrong, in one clause.
    where : the file, line, column or piece of text at fault; empty when there is no place to point at.
    todo : what the reader should type or do next.
    """

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        place = f" ({where})" if where else ""
        advice = f"; {todo}" if todo else ""
        super().__init__(" ".join(f"{what}{place}{advice}".split()))


class ClaimError(SverkaError, ValueError):
    """A proposition, period, quantity or id that does not parse."""


class RecordError(SverkaError, LookupError):
    """An id or name the record does not know, or a record table that is broken."""


class SourceError(SverkaError):
    """A data file that is missing, altered or not as described."""


class InputError(SverkaError, ValueError):
    """A text, date or option from outside that cannot be used."""


class ReportError(SverkaError, ValueError):
    """A stored report that cannot be read or replayed."""
