"""Gravity: the PPML estimator with many fixed effects, and equilibrium solvers. Arrays in, arrays out; no states here.

    from sverka.gravity import ppml
    effects = ["exporter^year", "importer^year", "pair"]
    print(ppml(frame, "trade ~ rta + log(dist)", effects, cluster="pair"))

Names are loaded when first used, so that importing this package loads neither numba nor scipy.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sverka.gravity.effects import symmetric
    from sverka.gravity.estimate import Arrays, Estimate
    from sverka.gravity.ppml import ols, ppml
    from sverka.gravity.refusal import NotConverged

__all__ = ["Arrays", "Estimate", "NotConverged", "ols", "ppml", "symmetric"]

_HOMES = {
    "Arrays": "estimate",
    "Estimate": "estimate",
    "NotConverged": "refusal",
    "ols": "ppml",
    "ppml": "ppml",
    "symmetric": "effects",
}


def __getattr__(name: str) -> Any:
    """Load a public name from the module it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
