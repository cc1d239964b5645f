"""From a frame to the rows that can be estimated on: what is used, what was left out and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sverka.errors import InputError
from sverka.gravity import effects as fixed
from sverka.gravity import formula as language
from sverka.gravity.effects import Coder, Effect, compress
from sverka.gravity.formula import Formula
from sverka.gravity.kernels import Floats, Ids
from sverka.gravity.layout import Crossing

USED, MISSING, WEIGHTLESS, ALL_ZERO, SEPARATED, SINGLETON = range(6)
FATES = ("used", "missing", "zero weight", "separated: all zero", "separated", "singleton")


class Dropped(NamedTuple):
    """What was left out, why, and how many rows that was (0 for a regressor)."""

    reason: str
    what: str
    rows: int


@dataclass(frozen=True)
class Sample:
    """Rows ready for an estimator, n of them.

    Attributes
    ----------
    rows : (n,) their positions in the frame given; fate : (frame rows,) index into FATES.
    y : (n,); x : (k, n); weights, offset : (n,) or None; shift : the offset's column.
    coder : codes of the columns of effects and clusters, at whose rows `at` (n,) these rows stand.
    codes, sizes : integer level of each effect, and how many levels; clusters likewise.
    """

    frame: pl.DataFrame
    formula: Formula
    names: tuple[str, ...]
    levels: dict[str, list[str]]
    rows: NDArray[np.int64]
    fate: NDArray[np.int8]
    y: Floats
    x: Floats
    weights: Floats | None
    offset: Floats | None
    shift: str | None
    effects: tuple[Effect, ...]
    codes: tuple[Ids, ...]
    sizes: tuple[int, ...]
    clusters: tuple[Effect, ...]
    cluster_codes: tuple[Ids, ...]
    cluster_sizes: tuple[int, ...]
    coder: Coder
    at: NDArray[np.int64]
    dropped: tuple[Dropped, ...] = field(default=())

    @property
    def count(self) -> int:
        """n, the rows used."""
        return len(self.rows)

    def crossing(self) -> Crossing | None:
        """How the two smaller of three effects share their time, if they do (exporter-year and importer-year)."""
        if len(self.effects) != 3:
            return None
        first, second = (i for i in range(3) if i != int(np.argmax(self.sizes)))
        one, two = self.effects[first], self.effects[second]
        pair = self.effects[int(np.argmax(self.sizes))]
        common = [part for part in one.parts if part in two.parts and part not in pair.parts]
        sides = [[part for part in effect.parts if part not in common] for effect in (one, two)]
        if not common or not all(sides) or any(len(part) > 1 for side in [common, *sides] for part in side):
            return None
        coded = []
        for side in (*sides, common):
            codes, size = self.coder.columns([part[0] for part in side])
            coded.append(compress(codes if len(codes) == self.count else codes[self.at], size))
        sizes = (coded[0][1], coded[1][1], coded[2][1])
        return Crossing((first, second), coded[0][0], coded[1][0], coded[2][0], sizes)

    def keep(self, kept: NDArray[np.bool_], fate: int) -> "Sample":
        """The sample with only these rows; the others' fate is noted."""
        if kept.all():
            return self
        marks = self.fate.copy()
        marks[self.rows[~kept]] = fate
        coded = [compress(codes[kept], size) for codes, size in zip(self.codes, self.sizes, strict=True)]
        clustered = [
            compress(codes[kept], size) for codes, size in zip(self.cluster_codes, self.cluster_sizes, strict=True)
        ]
        return replace(
            self,
            rows=self.rows[kept],
            at=self.at[kept],
            fate=marks,
            y=self.y[kept],
            x=np.ascontiguousarray(self.x[:, kept]),
            weights=None if self.weights is None else self.weights[kept],
            offset=None if self.offset is None else self.offset[kept],
            codes=tuple(code for code, _ in coded),
            sizes=tuple(size for _, size in coded),
            cluster_codes=tuple(code for code, _ in clustered),
            cluster_sizes=tuple(size for _, size in clustered),
        )

    def without(self, columns: Sequence[int], reason: str) -> "Sample":
        """The sample without these regressors."""
        left = [i for i in range(len(self.names)) if i not in set(columns)]
        notes = tuple(Dropped(reason, self.names[i], 0) for i in columns)
        return replace(self, names=tuple(self.names[i] for i in left), x=self.x[left], dropped=self.dropped + notes)


def draw(
    frame: pl.DataFrame,
    formula: Formula,
    effects: Sequence[str],
    cluster: Sequence[str],
    weights: str | None,
    offset: str | None,
    counts: bool,
) -> Sample:
    """Read columns, check them and leave out rows with anything missing. `counts`: the response may not be negative."""
    if not isinstance(frame, pl.DataFrame):
        raise InputError(
            f"the data are {type(frame).__name__}, not a polars frame", todo="wrap them in pl.DataFrame(…)"
        )
    language.known(frame, formula.columns, "formula")
    if frame.height == 0:
        raise InputError("the frame has no rows", todo="check the filter before it")
    fixed_effects, clusters = fixed.read(effects, frame, "effects"), fixed.read(cluster, frame, "cluster")
    levels: dict[str, list[str]] = {}
    y = language.values(frame, formula.response)
    if counts and (negative := int(np.count_nonzero(y < 0))):
        raise InputError(
            f"{formula.response.name} is negative in {negative:,} rows",
            todo="correct them or make them null: PPML needs y ≥ 0",
        )
    names, columns = language.design(frame, formula, levels)
    extra: dict[str, Floats | None] = {"weights": None, "offset": None}
    for what, column in (("weights", weights), ("offset", offset)):
        if column is not None:
            language.known(frame, (column,), what)
            extra[what] = language.values(frame, language.Variable(column))
    weigh, shift = extra["weights"], extra["offset"]
    if weigh is not None and (negative := int(np.count_nonzero(weigh < 0))):
        raise InputError(f"weights {weights!r} are negative in {negative:,} rows", todo="weights must be 0 or more")
    fate = np.zeros(frame.height, np.int8)
    present = np.isfinite(y)
    for array in [*columns, *(a for a in (weigh, shift) if a is not None)]:
        finite = np.isfinite(array)
        if not finite.all():
            present &= finite
    for effect in dict.fromkeys((*fixed_effects, *clusters)):
        gone = fixed.missing(frame, effect)
        if gone.any():
            present &= ~gone
    fate[~present] = MISSING
    if weigh is not None:
        fate[present & (weigh == 0)] = WEIGHTLESS
    rows = np.flatnonzero(fate == USED)
    if not len(rows):
        raise InputError(
            "no row has all its columns", where=f"{frame.height:,} rows", todo="see which columns are null"
        )
    whole = len(rows) == frame.height
    coder = Coder(frame if whole else frame[rows])
    done = {effect.parts: coder.effect(effect) for effect in dict.fromkeys((*fixed_effects, *clusters))}
    coded, clustered = [done[e.parts] for e in fixed_effects], [done[e.parts] for e in clusters]
    x = np.empty((len(columns), len(rows)))
    for i, array in enumerate(columns):
        x[i] = array if whole else array[rows]
    return Sample(
        frame,
        formula,
        tuple(names),
        levels,
        rows,
        fate,
        y if whole else y[rows],
        x,
        None if weigh is None else weigh[rows],
        None if shift is None else shift[rows],
        offset,
        fixed_effects,
        tuple(code for code, _ in coded),
        tuple(size for _, size in coded),
        clusters,
        tuple(code for code, _ in clustered),
        tuple(size for _, size in clustered),
        coder,
        np.arange(len(rows)),
    )


def trim(sample: Sample, zeros: bool, singletons: bool) -> Sample:
    """Leave out, until none is left, rows of effects that are zero throughout (`zeros`) and of one-row effects."""
    if not sample.codes:
        return sample
    kept = np.ones(sample.count, bool)
    fate = np.zeros(sample.count, np.int8)
    positive = sample.y > 0
    changed = True
    while changed:
        changed = False
        for codes, size in zip(sample.codes, sample.sizes, strict=True):
            if zeros:
                alive = np.zeros(size, bool)
                alive[codes[positive & kept]] = True
                changed |= _leave(kept, fate, alive, codes, ALL_ZERO)
        if changed or not singletons:
            continue
        for codes, size in zip(sample.codes, sample.sizes, strict=True):
            several = np.bincount(codes if kept.all() else codes[kept], minlength=size) != 1
            changed |= _leave(kept, fate, several, codes, SINGLETON)
    return _note(sample, kept, fate)


def _leave(kept: NDArray[np.bool_], fate: NDArray[np.int8], good: NDArray[np.bool_], codes: Ids, why: int) -> bool:
    """Leave out the kept rows of levels that are not good; whether there were any."""
    if good.all():
        return False
    leaving = kept & ~good[codes]
    if not leaving.any():
        return False
    kept[leaving] = False
    fate[leaving] = why
    return True


def _note(sample: Sample, kept: NDArray[np.bool_], fate: NDArray[np.int8]) -> Sample:
    if kept.all():
        return sample
    trimmed = sample.keep(kept, USED)
    trimmed.fate[sample.rows[~kept]] = fate[~kept]
    return trimmed


def account(sample: Sample) -> pl.DataFrame:
    """What was left out and why: reason, what (a regressor's name, or rows), rows."""
    counts = np.bincount(sample.fate, minlength=len(FATES))
    lines = [Dropped(FATES[i], "rows", int(counts[i])) for i in range(1, len(FATES)) if counts[i]]
    return pl.DataFrame(
        [*lines, *sample.dropped], schema={"reason": pl.String, "what": pl.String, "rows": pl.Int64}, orient="row"
    )
