"""The refusal to pass off as a result what has not converged."""

from sverka.errors import SverkaError


class NotConverged(SverkaError, ArithmeticError):
    """An iteration that stopped before its tolerance; there is no estimate."""
