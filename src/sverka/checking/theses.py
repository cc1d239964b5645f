"""Theses meet scenarios: what a stored result says of the bloc or the partner that a judgement is about.

A thesis gets no verdict, and nothing is estimated here: a result that was computed before is shown beside it, or
nothing.
"""

from sverka.claims import Thesis
from sverka.record import organizations
from sverka.scenarios import stored
from sverka.scenarios.summary import Summary


def beside(thesis: Thesis) -> tuple[Summary, ...]:
    """The stored result that is closest to what the thesis is about; empty where there is none."""
    ids = frozenset(organizations.resolve(id_) for id_ in thesis.about)
    return tuple(Summary.of(name, result) for name, result in stored.find(ids, most=1)) if ids else ()
