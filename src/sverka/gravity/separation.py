"""Separation by the iterative rectifier: rows with zero trade whose mean runs to zero, so that no maximum exists.

Rows are separated when some combination z of regressors and effects is 0 wherever y > 0 and at least 0, somewhere more,
where y = 0: raising −z raises the likelihood for ever. The rectifier starts from u = 1 where y = 0, projects u on the
combinations that vanish where y > 0 (least squares with these rows weighted heavily), keeps the positive part, and
repeats until the projection has no negative element; rows left positive are separated.

Correia, Guimarães, Zylkin (2019), "Verifying the existence of maximum likelihood estimates for generalized linear
models", arXiv:1903.01633. Where the iteration stalls, the same question is put as a linear programme.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sverka.errors import InputError
from sverka.gravity import absorb
from sverka.gravity.kernels import Floats, Ids
from sverka.gravity.layout import lay

HEAVY = 1e7
NEARLY = 1e-5
ROUNDS = 100
LARGEST_PROGRAMME = 200_000


def separated(
    y: Floats, x: Floats, codes: Sequence[Ids], sizes: Sequence[int], suspects: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """(n,) which of the suspected rows (all with y = 0) are separated; all other rows are known not to be.

    x is (k, n); codes and sizes give the effects' levels. With all rows of y = 0 suspected the answer is complete.
    """
    found = np.zeros(len(y), bool)
    if not suspects.any():
        return found
    layout = lay(codes, sizes, len(y))
    weight = layout.to_rows(np.where(suspects, 1.0, HEAVY))
    spread = np.abs(x - x.mean(axis=1, keepdims=True)).max(axis=1)
    scaled = x[spread > 0] / spread[spread > 0, None]
    regressors = layout.to_rows(scaled)
    absorb.take_out(layout, weight, regressors, 1e-10)
    root = np.sqrt(weight)
    left, sizes_, _ = np.linalg.svd((regressors * root).T, full_matrices=False)
    basis = left[:, sizes_ > 1e-9 * max(sizes_.max(initial=0.0), 1e-300)]
    u = layout.to_rows(suspects.astype(float))
    doubtful = layout.to_rows(suspects.astype(float)) > 0
    for _ in range(ROUNDS):
        residual = u[None].copy()
        absorb.take_out(layout, weight, residual, 1e-10)
        left_over = residual[0] - (basis @ (basis.T @ (root * residual[0]))) / root
        z = (u - left_over)[doubtful]
        z[(z >= -0.1 * NEARLY) & (z <= NEARLY)] = 0.0
        if (z >= 0).all():
            break
        errors = left_over[doubtful]
        if (errors >= -1e-9).all():
            z[errors > NEARLY] = 0.0
            break
        u[doubtful] = np.maximum(z, 0.0)
    else:
        return _programme(y, scaled, codes, sizes, suspects)
    positive = np.zeros(layout.rows)
    positive[doubtful] = z > 0
    return layout.to_observations(positive) > 0


def _programme(
    y: Floats, x: Floats, codes: Sequence[Ids], sizes: Sequence[int], suspects: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """The same by linear programming: maximise Σ min(z, 1) over z = 0 on other rows and z ≥ 0 on suspects."""
    from scipy import optimize, sparse

    n = len(y)
    if n > LARGEST_PROGRAMME:
        raise InputError(
            f"separation could not be settled among {int(suspects.sum()):,} rows of zero trade",
            todo='leave out the regressors that are zero wherever trade is positive, or use separation="effects"',
        )
    blocks = [sparse.csr_matrix(x.T), sparse.csr_matrix(np.ones((n, 1)))]
    for code, size in zip(codes, sizes, strict=True):
        blocks.append(sparse.csr_matrix((np.ones(n), (np.arange(n), code)), shape=(n, size)))
    design = sparse.hstack(blocks, format="csr")
    many, free = int(suspects.sum()), design.shape[1]
    aim = np.concatenate([np.zeros(free), -np.ones(many)])
    bound = sparse.hstack([-design[suspects], sparse.identity(many)], format="csr")
    zero = sparse.hstack([design[~suspects], sparse.csr_matrix((n - many, many))], format="csr")
    limits = [(None, None)] * free + [(0.0, 1.0)] * many
    solved = optimize.linprog(
        aim, A_ub=bound, b_ub=np.zeros(many), A_eq=zero, b_eq=np.zeros(n - many), bounds=limits, method="highs"
    )
    found = np.zeros(n, bool)
    if solved.x is not None:
        found[suspects] = solved.x[free:] > 0.5
    return found
