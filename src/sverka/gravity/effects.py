"""Fixed effects by name: `exporter^year`, `pair`, `symmetric(exporter, importer)`; and integer codes for their levels.

`a^b` is one effect for every combination; `symmetric(a, b)` one for every unordered pair, so that trade in both
directions shares it. `pair`, where there is no such column, means `exporter^importer` if these two columns exist.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from sverka.errors import InputError
from sverka.gravity.formula import known
from sverka.gravity.kernels import Ids

_SYMMETRIC = re.compile(r"symmetric\(([^(),^]{1,200}),([^(),^]{1,200})\)")
EXAMPLE = 'write effects like ["exporter^year", "importer^year", "pair"] or ["symmetric(exporter, importer)"]'


def symmetric(one: str, two: str) -> str:
    """The effect of the unordered pair of two columns, to be used in `effects` and `cluster`."""
    return f"symmetric({one}, {two})"


@dataclass(frozen=True)
class Effect:
    """One fixed effect: its name as written and its parts, each a column or an unordered pair of columns."""

    name: str
    parts: tuple[tuple[str, ...], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns it reads."""
        return tuple(column for part in self.parts for column in part)

    def keys(self, frame: pl.DataFrame) -> pl.DataFrame:
        """One row a row of the frame, one column a column read; unordered pairs put in order."""
        series: list[pl.Series] = []
        for part in self.parts:
            taken = [_plain(frame.get_column(column)) for column in part]
            if len(part) == 2:
                one, two = _alike(taken[0], taken[1], part)
                first = one <= two
                taken = [one.zip_with(first, two).alias(part[0]), two.zip_with(first, one).alias(part[1])]
            series += taken
        return pl.DataFrame(series)


def read(names: Sequence[str], frame: pl.DataFrame, what: str) -> tuple[Effect, ...]:
    """The effects (or clusters) named, checked against the frame's columns."""
    if isinstance(names, str):
        raise InputError(f"{what}={names!r} is text", todo=f"give a list: {what}=[{names!r}]")
    found = tuple(_one(name, frame, what) for name in names)
    for i, effect in enumerate(found):
        if any(set(effect.parts) == set(other.parts) for other in found[:i]):
            raise InputError(f"effect {effect.name!r} stands twice", where=f"{what}=", todo="leave one out")
    return found


def _one(name: str, frame: pl.DataFrame, what: str) -> Effect:
    parts: list[tuple[str, ...]] = []
    for piece in re.split(r"\^(?![^(]{0,500}\))", name):
        piece = piece.strip()
        both = _SYMMETRIC.fullmatch(piece)
        if both and both[1].strip() and both[2].strip():
            parts.append((both[1].strip(), both[2].strip()))
        elif not piece or ("(" in piece and piece not in frame.columns):
            raise InputError(f"effect {name!r} is not understood", where=f"{what}=", todo=EXAMPLE)
        elif piece == "pair" and "pair" not in frame.columns and {"exporter", "importer"} <= set(frame.columns):
            parts += [("exporter",), ("importer",)]
        else:
            parts.append((piece,))
    effect = Effect(name, tuple(parts))
    known(frame, effect.columns, f"effect {name!r}" if what == "effects" else what)
    for column in effect.columns:
        dtype = frame.schema[column]
        if dtype.is_nested() or dtype == pl.Object or dtype == pl.Binary:
            raise InputError(
                f"column {column!r} is {dtype}, not names, numbers or dates", where=f"{what}=", todo=EXAMPLE
            )
    return effect


def _plain(series: pl.Series) -> pl.Series:
    """NaN as null, and categories as their text."""
    if series.dtype.is_float():
        return series.fill_nan(None)
    return series.cast(pl.String) if series.dtype in (pl.Categorical, pl.Enum) else series


def _both(frame: pl.DataFrame, part: tuple[str, ...]) -> tuple[pl.Series, pl.Series]:
    return _plain(frame.get_column(part[0])), _plain(frame.get_column(part[1]))


def _alike(one: pl.Series, two: pl.Series, part: tuple[str, ...]) -> tuple[pl.Series, pl.Series]:
    if one.dtype == two.dtype:
        return one, two
    if one.dtype.is_numeric() and two.dtype.is_numeric():
        return one.cast(pl.Float64), two.cast(pl.Float64)
    raise InputError(
        f"symmetric({part[0]}, {part[1]}): one column is {one.dtype}, the other {two.dtype}", todo="cast them alike"
    )


def missing(frame: pl.DataFrame, effect: Effect) -> NDArray[np.bool_]:
    """(rows,) whether any column of the effect is null or NaN."""
    gone = np.zeros(frame.height, bool)
    for column in effect.columns:
        series = frame.get_column(column)
        if series.dtype.is_float():
            gone |= ~np.isfinite(series.to_numpy())
        elif series.null_count():
            gone |= series.is_null().to_numpy()
    return gone


class Coder:
    """Codes of a frame's columns, worked out once each."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self.frame = frame
        self._known: dict[tuple[str, ...], tuple[NDArray[np.integer], int]] = {}

    def columns(self, columns: Sequence[str]) -> tuple[NDArray[np.integer], int]:
        """Codes of the combinations of these columns and how many codes there may be (some may be unused)."""
        codes, size = self._column(columns[0])
        for column in columns[1:]:
            more, many = self._column(column)
            codes, size = codes.astype(np.int64) * many + more, size * many
            if size > 2**40:
                codes, size = compress(codes, size)
        return codes, size

    def effect(self, effect: Effect) -> tuple[Ids, int]:
        """(rows,) codes from 0 in the order of the levels, and the number of levels, all used."""
        if all(len(part) == 1 for part in effect.parts):
            return compress(*self.columns(effect.columns))
        codes: Ids = np.zeros(self.frame.height, np.int32)
        size = 1
        for part in effect.parts:
            if len(part) == 1:
                more, many = self._column(part[0])[0].astype(np.int64), self._column(part[0])[1]
            else:
                one, two = _alike(*_both(self.frame, part), part)
                both, each = _codes(pl.concat([one, two]))
                one_, two_ = both[: len(one)].astype(np.int64), both[len(one) :].astype(np.int64)
                more, many = np.minimum(one_, two_) * each + np.maximum(one_, two_), each * each
            codes, size = compress(codes.astype(np.int64) * many + more, size * many)
        return codes, size

    def _column(self, column: str) -> tuple[NDArray[np.integer], int]:
        if (column,) not in self._known:
            self._known[(column,)] = _codes(_plain(self.frame.get_column(column)))
        return self._known[(column,)]


def _codes(series: pl.Series) -> tuple[Ids, int]:
    """Codes in the order of the values, all used. No nulls."""
    if series.dtype == pl.Boolean:
        series = series.cast(pl.Int8)
    if series.dtype.is_float():
        whole = series.cast(pl.Int64, strict=False)
        if whole.null_count() == 0 and (whole.cast(pl.Float64) == series.cast(pl.Float64)).all():
            series = whole
    if series.dtype.is_temporal():
        series = series.to_physical()
    if series.dtype.is_integer():
        low, high = series.min(), series.max()
        assert isinstance(low, int) and isinstance(high, int)
        if high - low < 8 * len(series) + 1000:
            return compress((series.cast(pl.Int64) - low).to_numpy(), high - low + 1)
    if series.dtype == pl.String:
        physical = series.cast(pl.Categorical).to_physical()
        highest = physical.max()
        assert isinstance(highest, int)
        codes, size = compress(physical.to_numpy(), highest + 1)
        first = np.zeros(size, np.int64)
        first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
        order = series.gather(first).arg_sort().to_numpy()
        rank = np.empty(size, np.int32)
        rank[order] = np.arange(size, dtype=np.int32)
        ranked: Ids = rank[codes]
        return ranked, size
    ranks = series.rank("dense").to_numpy().astype(np.int32) - 1
    return ranks, int(ranks.max(initial=-1)) + 1


def compress(codes: NDArray[np.integer], size: int) -> tuple[Ids, int]:
    """Codes renumbered from 0 without gaps, in the same order, and how many there are."""
    if size > 16 * len(codes) + 100_000:
        levels, small = np.unique(codes, return_inverse=True)
        return small.astype(np.int32), len(levels)
    used = np.zeros(size, bool)
    used[codes] = True
    many = int(np.count_nonzero(used))
    if many == size:
        return codes.astype(np.int32, copy=False), size
    renumbered = np.cumsum(used, dtype=np.int32) - 1
    result: Ids = renumbered.astype(np.int32, copy=False)[codes]
    return result, many
