"""What must hold of every panel: rows are keys, states are alive, columns neither add rows nor change others."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.panel import Panel, dyads, states
from sverka.panel.lives import SYSTEMS, spans

calm = settings(max_examples=12, deadline=None, derandomize=True)
#: Systems begin where their record is complete.
some_years = st.tuples(st.integers(1946, 2016), st.integers(0, 2)).map(lambda t: range(t[0], t[0] + t[1] + 1))
systems = st.sampled_from(SYSTEMS)


def _alive(panel: Panel, system: str, end: str) -> bool:
    lives: dict[object, list[tuple[int, int]]] = {}
    for unit, _, start, last in spans(system).select("unit", "id", "start", "end").iter_rows():
        lives.setdefault(unit, []).append((start.year, last.year))
    pairs = zip(panel.units(end), panel.table["year"], strict=True)
    return all(any(first <= year <= last for first, last in lives[unit]) for unit, year in pairs)


@calm
@given(some_years, systems, st.booleans())
def test_pairs_of_any_years_are_unique_alive_and_never_with_themselves(years: range, system: str, way: bool) -> None:
    panel = dyads(years, directed=way, system=system)
    one, two = panel.units("1"), panel.units("2")
    assert (one != two).all()
    keys = list(zip(one, two, panel.table["year"], strict=True))
    assert len(set(keys)) == len(keys)
    assert _alive(panel, system, "1") and _alive(panel, system, "2")
    if not way:
        assert (one < two).all()


@calm
@given(some_years, systems)
def test_pairs_of_years_together_are_those_of_each_year(years: range, system: str) -> None:
    together = dyads(years, system=system).table
    apart = [dyads(range(year, year + 1), system=system).table.height for year in years]
    assert together.height == sum(apart)
    count = [states(range(year, year + 1), system).table.height for year in years]
    assert all(pairs <= n * (n - 1) // 2 for pairs, n in zip(apart, count, strict=True))


@calm
@given(some_years, systems)
def test_states_of_any_years_are_unique(years: range, system: str) -> None:
    table = states(years, system).table
    keys = [name for name in table.columns if name != "id"]
    assert table.select(keys).is_unique().all() and set(table["year"]) == set(years)
