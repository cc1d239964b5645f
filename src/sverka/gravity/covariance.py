"""Robust and clustered covariance of slopes: the sandwich, one to three ways, with small-sample factors by name.

Sandwich: B⁻¹ (Σ_g s_g s_g') B⁻¹ with B = X̃'WX̃ and s_g the sum over cluster g of x̃ times the weighted residual; several
ways by inclusion and exclusion over intersections (Cameron, Gelbach, Miller 2011), negative eigenvalues set to zero.

Small-sample factors, n rows, G the fewest clusters of any way, K parameters:

| name | robust | clustered |
|---|---|---|
| `fixest` | n / (n − K) | (n − 1) / (n − K) × G / (G − 1) |
| `ppmlhdfe` | n / (n − 1) | G / (G − 1) |
| `none` | 1 | 1 |

K of fixest counts slopes (and a constant if there are no effects), all levels of effects less one for each effect but
the first, and an effect nested in a cluster as one. `ppmlhdfe` is also what Stata's `glm` and `ppml` do.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from sverka.errors import InputError
from sverka.gravity.effects import compress
from sverka.gravity.kernels import Floats, Ids

CONVENTIONS = ("fixest", "ppmlhdfe", "none")


def sandwich(
    within: Floats, residual: Floats, gram: Floats, clusters: Sequence[Ids], sizes: Sequence[int], k: int, name: str
) -> Floats:
    """(k, k) covariance. within (k, n) regressors without effects, residual (n,) times weight, gram within'W within.

    `clusters` are codes of up to three ways, none of them for robust errors; `k` is fixest's count of parameters.
    """
    n = within.shape[1]
    bread = np.linalg.inv(gram)
    if not clusters:
        scores = within * residual
        meat = scores @ scores.T
    else:
        meat = np.zeros_like(gram)
        for many in range(1, len(clusters) + 1):
            for chosen in combinations(range(len(clusters)), many):
                codes, size = clusters[chosen[0]], sizes[chosen[0]]
                for i in chosen[1:]:
                    codes, size = compress(codes.astype(np.int64) * sizes[i] + clusters[i], size * sizes[i])
                sums = np.stack([np.bincount(codes, row * residual, minlength=size) for row in within])
                meat += (-1) ** (many + 1) * (sums @ sums.T)
    covariance = bread @ meat @ bread * factor(name, n, k, sizes)
    covariance = (covariance + covariance.T) / 2
    if len(clusters) > 1:
        values, vectors = np.linalg.eigh(covariance)
        if values.min() < 0:
            covariance = (vectors * np.maximum(values, 0.0)) @ vectors.T
    return np.asarray(covariance, float)


def factor(name: str, n: int, k: int, clusters: Sequence[int]) -> float:
    """The small-sample factor of a convention named in the module's table."""
    if name not in CONVENTIONS:
        raise InputError(
            f"no small-sample convention {name!r}", todo=f"choose small_sample from {', '.join(CONVENTIONS)}"
        )
    if name == "none":
        return 1.0
    fewest = min(clusters, default=n)
    if fewest < 2:
        raise InputError("a cluster with one level cannot give standard errors", todo="cluster by another column")
    groups = fewest / (fewest - 1)
    if name == "ppmlhdfe":
        return groups
    if n <= k:
        raise InputError(f"{n:,} rows for {k:,} parameters", todo="leave out effects, or use small_sample='ppmlhdfe'")
    return (n - 1) / (n - k) * groups


def parameters(slopes: int, codes: Sequence[Ids], sizes: Sequence[int], clusters: Sequence[Ids]) -> int:
    """K as fixest counts it: see the module's words."""
    if not codes:
        return slopes + 1
    nested = [
        size
        for code, size in zip(codes, sizes, strict=True)
        if any(_nested(code, size, cluster) for cluster in clusters)
    ]
    return slopes + sum(sizes) - (len(sizes) - 1) - (sum(nested) - len(nested))


def _nested(codes: Ids, size: int, clusters: Ids) -> bool:
    """Whether every level lies in one cluster."""
    some = slice(0, 4096)
    early = np.full(size, -1, clusters.dtype)
    early[codes[some]] = clusters[some]
    if not np.array_equal(early[codes[some]], clusters[some]):
        return False
    one = np.zeros(size, clusters.dtype)
    one[codes] = clusters
    return bool(np.array_equal(one[codes], clusters))
