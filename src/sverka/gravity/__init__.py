"""Gravity: the PPML estimator with many fixed effects, and equilibrium solvers. Arrays in, arrays out; no states here.

    from sverka.gravity import ppml
    effects = ["exporter^year", "importer^year", "pair"]
    print(ppml(frame, "trade ~ rta + log(dist)", effects, cluster="pair"))

Names are loaded when first used, so that importing this package loads neither numba nor scipy.
"""

from typing import TYPE_CHECKING

from sverka.lazily import lazily

if TYPE_CHECKING:
    from sverka.gravity.bias import Correction, weidner_zylkin
    from sverka.gravity.caliendo_parro import ManySectors, many_sectors
    from sverka.gravity.certificate import Certificate
    from sverka.gravity.draws import CostShock, Intervals, draw_coefficients, intervals, resample_pairs
    from sverka.gravity.effects import symmetric
    from sverka.gravity.equilibrium import Equilibrium
    from sverka.gravity.estimate import Arrays, Estimate
    from sverka.gravity.estimators import ols, ppml
    from sverka.gravity.exact_hat import OneSector, one_sector
    from sverka.gravity.refusal import NotConverged
    from sverka.gravity.sector_equilibrium import SectorEquilibrium

__all__ = [
    "Arrays",
    "Certificate",
    "Correction",
    "CostShock",
    "Equilibrium",
    "Estimate",
    "Intervals",
    "ManySectors",
    "NotConverged",
    "OneSector",
    "SectorEquilibrium",
    "draw_coefficients",
    "intervals",
    "many_sectors",
    "ols",
    "one_sector",
    "ppml",
    "resample_pairs",
    "symmetric",
    "weidner_zylkin",
]

_HOMES = {
    "Arrays": "estimate",
    "Certificate": "certificate",
    "Correction": "bias",
    "CostShock": "draws",
    "Equilibrium": "equilibrium",
    "Estimate": "estimate",
    "Intervals": "draws",
    "ManySectors": "caliendo_parro",
    "NotConverged": "refusal",
    "OneSector": "exact_hat",
    "SectorEquilibrium": "sector_equilibrium",
    "draw_coefficients": "draws",
    "intervals": "draws",
    "many_sectors": "caliendo_parro",
    "ols": "estimators",
    "one_sector": "exact_hat",
    "ppml": "estimators",
    "resample_pairs": "draws",
    "symmetric": "effects",
    "weidner_zylkin": "bias",
}

__getattr__ = lazily(__name__, _HOMES)
