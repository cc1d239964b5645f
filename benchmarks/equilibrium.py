"""Equilibrium: published figures reproduced, time against the number of countries, intervals; gegravity beside it."""

import json
import os
import subprocess
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pooch

from sverka.gravity import (
    CostShock,
    ManySectors,
    OneSector,
    draw_coefficients,
    intervals,
    one_sector,
    ppml,
    weidner_zylkin,
)

ROOT = Path(__file__).parents[1]
REPLICATION = ROOT.parent / "shared" / "replication"
PLOT = Path(__file__).parent / "equilibrium.svg"
SIZES = (25, 50, 100, 200, 500, 1000, 2000)
PATIENCE = 150  # seconds a run of gegravity is given
BORDERS = {"ln_DIST": -0.7912879, "CNTG": 0.6736456, "INTL_BRDR": -2.47445}

PEER = """
import json, sys, time, warnings
warnings.filterwarnings("ignore")
import pandas as pd, gegravity as ge
path, reference, rescale = sys.argv[1], sys.argv[2], float(sys.argv[3])
table = pd.read_csv(path)
names = ["ln_DIST", "CNTG", "INTL_BRDR"]
estimates = pd.DataFrame({"var": names, "coeff": [-0.7912879, 0.6736456, -2.47445]})
start, stage = time.perf_counter(), "baseline"
try:
    data = ge.BaselineData(table, trade_var_name="trade", expend_var_name="E", output_var_name="Y")
    costs = ge.CostCoeffs(estimates, identifier_col="var", coeff_col="coeff")
    model = ge.OneSectorGE(data, year="2006", reference_importer=reference, sigma=7, cost_variables=names,
                           cost_coeff_values=costs, quiet=True)
    model.build_baseline(omr_rescale=rescale)
    stage = "counterfactual"
    model.define_experiment(table.assign(INTL_BRDR=0))
    model.simulate()
    results = model.country_results
    column = [name for name in results.columns if "GDP" in name.upper()][0]
    answer = {"gdp": dict(zip(map(str, results.index), map(float, results[column]))), "column": column}
except Exception as error:
    answer = {"error": f"{stage}: {error}"}
print(json.dumps(answer | {"seconds": time.perf_counter() - start}))
"""


def some_world(count: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Flows (N, N) of unequal countries with deficits, and dense changes of trade costs."""
    draw = np.random.default_rng(seed)
    size = np.exp(draw.normal(0.0, 1.5, count))
    flows = np.outer(size, size) * np.exp(draw.normal(0.0, 1.0, (count, count)))
    np.fill_diagonal(flows, 0.0)
    np.fill_diagonal(flows, 2.3 * np.maximum(flows.sum(axis=0), flows.sum(axis=1)))
    costs = np.exp(0.3 * draw.standard_normal((count, count)))
    np.fill_diagonal(costs, 1.0)
    return flows, costs


def least(work: Callable[[], object], times: int) -> tuple[float, float]:
    """Least wall-clock and processor seconds of several runs."""
    wall, cpu = [], []
    for _ in range(times):
        start, used = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - start)
        cpu.append(time.process_time() - used)
    return min(wall), min(cpu)


def sizes() -> None:
    """One shock against N; the plot goes beside this file."""
    rows = []
    print("one sector, dense shock, theta 4, additive deficits; the whole call, checks and certificate included")
    for count in SIZES:
        flows, costs = some_world(count)
        world = OneSector(flows, 4.0, closure="additive")
        found = world.shock(costs)
        runs = 100 if count <= 200 else 3
        wall, cpu = least(lambda world=world, costs=costs: world.shock(costs), runs)
        dearer = np.ones((count, count))
        dearer[0, 1:] = 1.2
        single, _ = least(lambda world=world, costs=dearer: world.shock(costs), runs)
        rows.append({"countries": count, "milliseconds": 1e3 * wall})
        print(
            f"  N = {count:5,}  {1e3 * wall:8.2f} ms  cpu {1e3 * cpu:8.2f} ms  {found.iterations} iterations"
            f"  residual {found.certificate.residual:.0e}; one exporter's costs alone {1e3 * single:8.2f} ms"
        )
    try:
        import vl_convert
    except ImportError:
        return
    axis = {"type": "quantitative", "scale": {"type": "log"}}
    chart = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": "One-sector equilibrium: time of one shock",
        "width": 420,
        "height": 260,
        "data": {"values": rows},
        "mark": {"type": "line", "point": True},
        "encoding": {"x": {"field": "countries"} | axis, "y": {"field": "milliseconds"} | axis},
    }
    PLOT.write_text(vl_convert.vegalite_to_svg(chart), encoding="utf-8")
    print(f"  plot: {PLOT.relative_to(ROOT)}")


def enlargement() -> None:
    """GEG2, GEG3."""
    path = REPLICATION / "ge_gravity" / "TradeData0014_Results.csv"
    table = pl.read_csv(path, null_values="NA", infer_schema_length=None).filter(pl.col("year") == 2000)
    table = table.sort("exporter", "importer")
    count = table["exporter"].n_unique()
    columns = ("trade", "eu_effect", "w_eu", "w_mult")
    trade, effect, added, scaled = (table[name].cast(pl.Float64).to_numpy().reshape(count, count) for name in columns)
    costs = np.exp(-effect / 4.0)
    additive = one_sector(trade, 4.0, costs, closure="additive").real_income
    multiplicative = one_sector(trade, 4.0, costs, closure="multiplicative").real_output
    apart = np.abs(additive - added[:, 0]).max(), np.abs(multiplicative - scaled[:, 0]).max()
    print(f"  GEG2 ge_gravity, additive: largest difference of 44 welfare changes {apart[0]:.1e}")
    print(f"  GEG3 the same, multiplicative (real wages): {apart[1]:.1e}")


def borders() -> tuple[pl.DataFrame, np.ndarray, list[str]]:
    """AGTPA2-1d: the table of 69 countries, the published changes of real GDP, the names in order."""
    import pyreadstat

    path = REPLICATION / "agtpa" / "1_TradeWithoutBorder.dta"
    columns = ["exporter", "importer", "trade", "Y", "E", *BORDERS]
    table, _ = pyreadstat.read_dta(str(path), output_format="polars", usecols=columns)
    table = table.sort("exporter", "importer")
    names = table["exporter"].unique().sort().to_list()
    expected = pl.read_csv(REPLICATION / "agtpa" / "expected_trade_without_border_full_ge.csv")
    of = dict(expected.select("country", "change_rGDP_FULL").iter_rows())
    return table, np.array([of["DEU" if name == "ZZZ" else name] for name in names]), names


def without_borders() -> None:
    """AGTPA2-1d from our own estimate, and 1,000 draws of it."""
    table, published, names = borders()
    count = len(names)
    estimate = ppml(table, "trade ~ ln_DIST + CNTG + INTL_BRDR", ["exporter", "importer"])
    fitted = estimate.predict(table).reshape(count, count)
    change = np.zeros((3, count, count))
    change[2] = -table["INTL_BRDR"].to_numpy().reshape(count, count)
    shock = CostShock(OneSector(fitted, 6.0, closure="multiplicative"), change, "real_output")
    apart = np.abs(100.0 * (shock(estimate.coefficients) - 1.0) - published)
    print(
        f"  AGTPA2-1d real GDP of 69 countries, points apart: {apart.mean():.3f} on average, {apart.max():.3f} at most"
    )

    def draws() -> object:
        drawn = draw_coefficients(estimate.coefficients, estimate.covariance, 1000, seed=1)
        world = CostShock(OneSector(fitted, 6.0, closure="multiplicative"), change)
        return intervals(drawn, world)

    wall, cpu = least(draws, 3)
    print(f"1,000 draws from estimate to interval, 69 countries: {wall:.2f} s, cpu {cpu:.2f} s; {draws()}")


def nafta() -> None:
    """CP1–CP4 and the time of both equilibria."""
    folder, count, traded, sectors = REPLICATION / "caliendo_parro", 31, 20, 40
    tables = ("B", "GO", "IO", "T", "xbilat1993", "tariffs1993", "tariffs2005")
    read = {name: np.loadtxt(folder / f"{name}.txt") for name in tables}

    def cube(table: np.ndarray) -> np.ndarray:
        found = table.reshape(traded, count, count).transpose(0, 2, 1)
        return np.concatenate([found, np.zeros((sectors - traded, count, count))])

    flows, home = cube(1000.0 * read["xbilat1993"]), np.arange(count)
    exports = flows.sum(axis=2)
    flows[:, home, home] = np.maximum(read["GO"], exports) - exports
    before, later = cube(read["tariffs1993"] / 100.0), cube(read["tariffs2005"] / 100.0)
    after, members = before.copy(), np.array([4, 19, 29])  # Canada, Mexico, USA
    inside = np.ix_(np.arange(sectors), members, members)
    after[inside] = later[inside]
    inputs = read["IO"].reshape(count, sectors, sectors) * (1.0 - read["B"].T)[:, None, :]
    theta = np.concatenate([read["T"], np.full(sectors - traded, 8.22)])
    data = (flows, before, read["B"], inputs, theta)
    found = ManySectors(*data).shock(after)
    wall, cpu = least(lambda: ManySectors(*data).shock(after), 10)
    for name, who, published in (("Mexico", 19, 1.31), ("Canada", 4, -0.06), ("USA", 29, 0.08)):
        linear, exact = 100.0 * found.first_order_welfare[who], 100.0 * (found.real_income[who] - 1.0)
        print(f"  CP {name}: first-order welfare {linear:+.3f} % (published {published:+.2f}), exact {exact:+.3f} %")
    print(f"Caliendo–Parro, 31 × 40, both equilibria, checks included: {wall:.3f} s, cpu {cpu:.3f} s")


def many_effects() -> None:
    """WZ3, WZ3b, WZ3c."""
    import pyreadstat

    path = REPLICATION / "fe_bias" / "PPMLFEBIAS_EXAMPLE_DATA.dta"
    table, _ = pyreadstat.read_dta(str(path), output_format="polars")
    table = table.filter(pl.col("category") == "MANUF").rename({"isoexp": "exporter", "isoimp": "importer"})
    estimate = ppml(table, "trade ~ fta", ["exporter^year", "importer^year", "pair"], cluster="pair")
    found = weidner_zylkin(estimate)
    wall, _ = least(lambda: weidner_zylkin(estimate), 3)
    print(
        f"  WZ3 estimate {found.original[0]:.7f} ({found.original_standard_errors[0]:.7f}), bias {found.bias[0]:.10f}, "
        f"corrected error {found.standard_errors[0]:.10f}; published 0.1780290 (0.0350079), 0.0076567524, 0.0419558558;"
        f" the correction takes {wall:.2f} s"
    )


def peer() -> Path:
    """A Python with gegravity 0.3, installed once."""
    folder = Path(os.environ.get("SVERKA_BENCH") or pooch.os_cache("sverka-bench")) / "gegravity"
    python = folder / "bin" / "python"
    if not (folder / "ready").is_file():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "gegravity==0.3"], check=True)
        (folder / "ready").touch()
    return python


def theirs(python: Path, path: Path, reference: str, rescale: float) -> dict[str, Any]:
    """What gegravity says of a world without borders."""
    command = [str(python), "-c", PEER, str(path), reference, str(rescale)]
    kept = {**os.environ, "OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=kept, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return {"error": f"no answer in {PATIENCE} s", "seconds": float(PATIENCE)}
    if done.returncode:
        return {"error": done.stderr.strip().splitlines()[-1][:200], "seconds": float("nan")}
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def against_gegravity() -> None:
    """The same worlds, the same removal of borders, one run."""
    try:
        python = peer()
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"gegravity 0.3 could not be installed: {error}")
        return
    table, published, names = borders()
    worlds = [("AGTPA, 69 countries", table, "ZZZ", (1.0, 100.0))]
    for count in (20, 50):
        worlds.append((f"synthetic, {count} countries", synthetic(count), "c000", (1.0, 100.0)))
    for title, frame, reference, scales in worlds:
        count = frame["exporter"].n_unique()
        flows = fitted(frame, count)
        costs = np.exp(BORDERS["INTL_BRDR"] * frame["INTL_BRDR"].to_numpy().reshape(count, count) / 6.0)

        def ours(flows: np.ndarray = flows, costs: np.ndarray = costs) -> np.ndarray:
            return 100.0 * (one_sector(flows, 6.0, costs, closure="multiplicative").real_output - 1.0)

        wall, _ = least(ours, 20)
        print(f"{title}: sverka {1e3 * wall:.2f} ms")
        for scale in scales:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "world.csv"
                frame.with_columns(year=pl.lit("2006")).write_csv(path)
                answer = theirs(python, path, reference, scale)
            head = f"  gegravity 0.3, omr_rescale={scale:g}: {answer['seconds']:.1f} s"
            if "error" in answer:
                print(f"{head}, fails ({answer['error'][:160]})")
                continue
            gdp = answer["gdp"]
            values = np.array(list(gdp.values()))
            print(
                f"{head} ({answer['seconds'] / wall:,.0f} ×), {answer['column']}: from {values.min():.1f} to "
                f"{values.max():.1f}; ours from {ours().min():.1f} to {ours().max():.1f}"
            )
    print(f"published for AGTPA: from {published.min():.1f} to {published.max():.1f}, {len(names)} countries")


def synthetic(count: int) -> pl.DataFrame:
    """A world that fits gravity exactly, in the columns of the AGTPA table."""
    draw = np.random.default_rng(count)
    place = draw.uniform(0.0, 10_000.0, (count, 2))
    apart = np.linalg.norm(place[:, None] - place[None], axis=2) + 150.0
    border = 1.0 - np.eye(count)
    near = ((apart < 1500.0) & (border > 0.0)).astype(float)
    cost = np.exp(BORDERS["ln_DIST"] * np.log(apart) + BORDERS["CNTG"] * near + BORDERS["INTL_BRDR"] * border)
    size = np.exp(draw.normal(10.0, 1.0, count))
    flows = cost * np.outer(size, size * np.exp(draw.normal(0.0, 0.1, count))) / size.sum()
    names = np.array([f"c{place:03d}" for place in range(count)])
    return pl.DataFrame(
        {
            "exporter": np.repeat(names, count),
            "importer": np.tile(names, count),
            "trade": flows.ravel(),
            "Y": np.repeat(flows.sum(axis=1), count),
            "E": np.tile(flows.sum(axis=0), count),
            "ln_DIST": np.log(apart).ravel(),
            "CNTG": near.ravel(),
            "INTL_BRDR": border.ravel(),
        }
    )


def fitted(frame: pl.DataFrame, count: int) -> np.ndarray:
    """Fitted flows at the published slopes: margins as observed."""
    systematic = sum(value * frame[name].to_numpy() for name, value in BORDERS.items())
    flows = np.exp(systematic).reshape(count, count)
    output, spending = (frame["trade"].to_numpy().reshape(count, count).sum(axis=axis) for axis in (1, 0))
    for _ in range(500):
        flows *= (output / flows.sum(axis=1))[:, None]
        flows *= spending / flows.sum(axis=0)
    return flows


def main() -> None:
    """Print everything; published figures only where the replication data are beside the repository."""
    sizes()
    if not REPLICATION.is_dir():
        print("published figures: no ../shared/replication here")
        return
    print("published figures")
    enlargement()
    many_effects()
    nafta()
    without_borders()
    against_gegravity()


if __name__ == "__main__":
    main()
