"""A small language for regressions: `trade ~ rta + log(dist) + border:factor(year)`.

    formula = response "~" term {"+" term}      response = variable        term = factor {":" factor}
    factor  = variable | factor(column) | factor(column, base=LEVEL)       i(…) says the same as factor(…)
    variable = column | log(column) | sqrt(column) | exp(column)           `a column with spaces` in backticks

`factor(x)` is a dummy for every level but the first (or the base); interacted with a variable it keeps all levels,
those that fixed effects make redundant being dropped, last first, by name. `trade ~ 1` has no regressors.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import polars as pl

from sverka.errors import InputError
from sverka.gravity.kernels import Floats

FUNCTIONS = {"log": np.log, "sqrt": np.sqrt, "exp": np.exp}
SETS = ("factor", "i")
MOST_LEVELS = 2000
_TOKEN = re.compile(
    r"\s*(?:`(?P<quoted>[^`]{1,200})`|(?P<name>[^\W\d][\w.]{0,199})|(?P<sign>[~+:(),=])|(?P<text>[\w.-]{1,200}))"
)
EXAMPLE = 'write formulas like "trade ~ rta + log(dist) + border:factor(year)"'


class Variable(NamedTuple):
    """A column, or a function of one."""

    column: str
    function: str = ""

    @property
    def name(self) -> str:
        """As written in the formula."""
        return f"{self.function}({self.column})" if self.function else self.column


class Levels(NamedTuple):
    """A set of dummies, one a level of a column; `base` is the level left out."""

    column: str
    base: str | None = None

    @property
    def name(self) -> str:
        """As written in the formula."""
        return f"factor({self.column})"


Term = tuple[Variable | Levels, ...]


@dataclass(frozen=True)
class Formula:
    """A response and the terms that explain it."""

    response: Variable
    terms: tuple[Term, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns the formula reads, each once."""
        return tuple(dict.fromkeys([self.response.column, *(part.column for term in self.terms for part in term)]))


def parse(text: str) -> Formula:
    """The formula written in `text`; InputError says what could not be read."""
    if len(text) > 20_000:
        raise InputError("a formula of more than 20,000 characters", todo=EXAMPLE)
    return _Reader(text).formula()


class _Reader:
    """Tokens of one formula, read from left to right."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def formula(self) -> Formula:
        response = self._factor()
        if isinstance(response, Levels):
            raise InputError("a response cannot be a set of dummies", where=self.text, todo=EXAMPLE)
        self._expect("~")
        terms: list[Term] = []
        if self._peek() == "1" or self._peek() == "":
            self._next()
        else:
            terms.append(self._term())
        while self._peek() == "+":
            self._next()
            terms.append(self._term())
        if self._peek():
            self._wrong(f"`{self._peek()}` is not understood")
        repeated = [term for i, term in enumerate(terms) if term in terms[:i]]
        if repeated:
            self._wrong(f"{':'.join(part.name for part in repeated[0])} stands twice")
        return Formula(response, tuple(terms))

    def _term(self) -> Term:
        parts = [self._factor()]
        while self._peek() == ":":
            self._next()
            parts.append(self._factor())
        return tuple(parts)

    def _factor(self) -> Variable | Levels:
        match = self._match()
        if match is None or not (match["quoted"] or match["name"]):
            self._wrong(f"a variable is missing before `{self._peek() or 'the end'}`")
        assert match is not None
        self.at = match.end()
        word = match["quoted"] or match["name"]
        if match["quoted"] or self._peek() != "(":
            return Variable(word)
        if word not in FUNCTIONS and word not in SETS:
            self._wrong(f"no function {word}(); there are {', '.join([*FUNCTIONS, *SETS])}")
        self._next()
        inner = self._match()
        column = (inner["quoted"] or inner["name"]) if inner else None
        if inner is None or not column:
            self._wrong(f"{word}(…) takes one column")
        assert inner is not None and column
        self.at = inner.end()
        base = None
        if word in SETS and self._peek() == ",":
            self._next()
            self._expect("base")
            self._expect("=")
            base = self._peek()
            self._next()
        self._expect(")")
        return Levels(column, base) if word in SETS else Variable(column, word)

    def _match(self) -> re.Match[str] | None:
        return _TOKEN.match(self.text, self.at)

    def _peek(self) -> str:
        match = self._match()
        if match:
            return match["quoted"] or match["name"] or match["sign"] or match["text"]
        return self.text[self.at :].strip()[:1]

    def _next(self) -> None:
        match = self._match()
        self.at = match.end() if match else len(self.text)

    def _expect(self, sign: str) -> None:
        if self._peek() != sign:
            self._wrong(f"`{sign}` is missing before `{self._peek() or 'the end'}`")
        self._next()

    def _wrong(self, what: str) -> None:
        raise InputError(what, where=f"formula {self.text[:80]!r}, character {self.at + 1}", todo=EXAMPLE)


def known(frame: pl.DataFrame, columns: tuple[str, ...], what: str) -> None:
    """Raise InputError for the first column the frame does not have, naming those it has."""
    for column in columns:
        if column not in frame.columns:
            has = ", ".join(frame.columns[:20]) + (", …" if frame.width > 20 else "")
            raise InputError(f"no column {column!r} for the {what}", todo=f"the frame has {has}")


def values(frame: pl.DataFrame, variable: Variable) -> Floats:
    """The variable as (rows,) floats, nulls as NaN; InputError for text, infinities or a logarithm of what has none."""
    series = frame.get_column(variable.column)
    if not (series.dtype.is_numeric() or series.dtype == pl.Boolean):
        raise InputError(
            f"column {variable.column!r} is {series.dtype}, not a number",
            todo=f"use factor({variable.column}), or give it in effects=",
        )
    taken = series.cast(pl.Float64).to_numpy()
    if not variable.function:
        _finite(taken, variable)
        return taken
    _finite(taken, Variable(variable.column))
    outside = taken <= 0 if variable.function == "log" else taken < 0 if variable.function == "sqrt" else None
    if outside is not None and (count := int(np.count_nonzero(outside))):
        raise InputError(
            f"{variable.name} does not exist in {count:,} rows, where {variable.column} is negative or zero",
            todo=f"filter them: frame.filter(pl.col({variable.column!r}) > 0)",
        )
    with np.errstate(over="ignore"):
        result: Floats = FUNCTIONS[variable.function](taken)
    _finite(result, variable)
    return result


def _finite(array: Floats, variable: Variable) -> None:
    if not np.isfinite(array).all() and (count := int(np.count_nonzero(np.isinf(array)))):
        raise InputError(f"{variable.name} is infinite in {count:,} rows", todo="make them null or leave them out")


def design(frame: pl.DataFrame, formula: Formula, levels: dict[str, list[str]]) -> tuple[list[str], list[Floats]]:
    """Names and (rows,) arrays of all regressors. `levels` keeps each factor's levels: filled here, or given back."""
    names: list[str] = []
    arrays: list[Floats] = []
    for term in formula.terms:
        alone = all(isinstance(part, Levels) for part in term)
        found: list[tuple[str, Floats | None]] = [("", None)]
        for part in term:
            pieces = (
                [(part.name, values(frame, part))]
                if isinstance(part, Variable)
                else _dummies(frame, part, alone, levels)
            )
            found = [
                (f"{name}:{more}" if name else more, array if before is None else before * array)
                for name, before in found
                for more, array in pieces
            ]
        names += [name for name, _ in found]
        arrays += [array for _, array in found if array is not None]
    return names, arrays


def _dummies(frame: pl.DataFrame, part: Levels, alone: bool, levels: dict[str, list[str]]) -> list[tuple[str, Floats]]:
    series = frame.get_column(part.column)
    if series.dtype.is_float() and series.drop_nulls().drop_nans().round().eq(series.drop_nulls().drop_nans()).all():
        series = series.fill_nan(None).cast(pl.Int64)
    elif series.dtype.is_float():
        raise InputError(f"factor({part.column}) of fractions", todo="round them, or use the column itself")
    text = series.cast(pl.String)
    if part.column not in levels:
        levels[part.column] = series.drop_nulls().unique().sort().cast(pl.String).to_list()
        if len(levels[part.column]) > MOST_LEVELS:
            raise InputError(
                f"factor({part.column}) has {len(levels[part.column]):,} levels", todo=f"use effects=[{part.column!r}]"
            )
    kept = levels[part.column]
    unseen = set(text.drop_nulls().unique()) - set(kept)
    if unseen:
        raise InputError(
            f"level {min(unseen)!r} of {part.column!r} was not in the estimation", todo="leave these rows out"
        )
    base = part.base if part.base is not None else kept[0] if alone and kept else None
    if part.base is not None and part.base not in kept:
        raise InputError(f"no level {part.base!r} in {part.column!r}", todo=f"levels: {', '.join(kept[:12])}")
    missing = text.is_null().to_numpy()
    pieces = []
    for level in kept:
        if level != base:
            dummy = (text == level).fill_null(False).cast(pl.Float64).to_numpy().copy()
            dummy[missing] = np.nan
            pieces.append((f"factor({part.column})[{level}]", dummy))
    return pieces
