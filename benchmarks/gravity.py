"""PPML with three fixed effects and clustered errors beside pyfixest, on the same panels, in one run.

pyfixest is installed by this bench into an environment of its own (`SVERKA_BENCH`, else the user's cache folder); its
effects come to it as ready integer columns, ours as text. Seconds are the best of several warm calls; "cpu" counts all
threads; memory is the peak of the first call above what the process held once the panel was read.
R's fixest is run where Rscript is.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pooch

ROOT = Path(__file__).parents[1]
FORMULA = "trade ~ rta + cost + border"
RUNS = 5
# "rust-cg" and "within" took four times as long as "rust" on the small panel, with the same result; add them to see.
BACKENDS = ("rust",)

OURS = """
import json, resource, sys, time
import polars as pl
from sverka.gravity import ppml
EFFECTS = ["exporter^year", "importer^year", "pair"]
frame = pl.read_parquet(sys.argv[1])
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
walls, cpus = [], []
for _ in range(int(sys.argv[2]) + 1):
    wall, cpu = time.perf_counter(), time.process_time()
    found = ppml(frame, sys.argv[3], EFFECTS, cluster="pair", small_sample="ppmlhdfe")
    walls.append(time.perf_counter() - wall)
    cpus.append(time.process_time() - cpu)
    if len(walls) == 1:
        extra = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held
print(json.dumps({"wall": min(walls[1:]), "cpu": min(cpus[1:]), "first": walls[0], "extra": extra / 1024,
    "steps": found.iterations, "names": found.names,
    "b": found.coefficients.tolist(), "se": found.standard_errors.tolist()}))
"""

THEIRS = """
import json, resource, sys, time, warnings
warnings.simplefilter("ignore")
import pandas as pd
import pyfixest as pf
frame = pd.read_parquet(sys.argv[1], columns=["trade", "rta", "cost", "border", "ey", "iy", "pair_id"])
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
walls, cpus = [], []
for _ in range(int(sys.argv[2]) + 1):
    wall, cpu = time.perf_counter(), time.process_time()
    found = pf.fepois(sys.argv[3] + " | ey + iy + pair_id", frame, vcov={"CRV1": "pair_id"},
        ssc=pf.ssc(k_adj=False, G_adj=True), demeaner_backend=sys.argv[4])
    walls.append(time.perf_counter() - wall)
    cpus.append(time.process_time() - cpu)
    if len(walls) == 1:
        extra = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held
print(json.dumps({"wall": min(walls[1:]), "cpu": min(cpus[1:]), "extra": extra / 1024,
    "names": list(found.coef().index),
    "b": found.coef().tolist(), "se": found.se().tolist(), "version": pf.__version__}))
"""

FIXEST = """
suppressMessages({library(fixest); library(arrow)})
a <- commandArgs(TRUE); d <- read_parquet(a[1]); setFixest_nthreads(2); best <- Inf
for (i in 0:as.integer(a[2])) {
  t <- system.time(m <- fepois(as.formula(paste(a[3], "| ey + iy + pair_id")), d, cluster = ~pair_id))[["elapsed"]]
  if (i > 0) best <- min(best, t)
}
cat(best)
"""


def panel(countries: int, years: int, seed: int = 1) -> pl.DataFrame:
    """A made-up panel: every pair and domestic trade, 5 % zeros, agreements that come and stay, trending borders."""
    random = np.random.default_rng(seed)
    grid = np.meshgrid(*map(np.arange, (countries, countries, years)), indexing="ij")
    one, two, year = (axis.ravel() for axis in grid)
    rta = (year >= random.integers(0, 2 * years, (countries, countries))[one, two]).astype(float)
    cost = random.normal(0, 1, len(one)) + 0.5 * rta
    border = (one != two) * year / years
    eta = 0.3 * rta + 0.05 * cost - 0.1 * border + random.normal(0, 1.5, (countries, countries))[one, two]
    for country in (one, two):
        eta += random.normal(0, 1.5, countries)[country]
        eta += np.cumsum(random.normal(0, 0.2, (countries, years)), axis=1)[country, year]
    trade = np.exp(eta) * random.gamma(1, 1, len(one)) * (random.random(len(one)) > 0.05)
    names = np.array([f"C{i:03}" for i in range(countries)])
    return pl.DataFrame(
        {
            "exporter": names[one],
            "importer": names[two],
            "year": year + 1990,
            "trade": trade,
            "rta": rta,
            "cost": cost,
            "border": border,
        }
    )


def applications() -> pl.DataFrame | None:
    """The panel of the WTO's Advanced Guide, all 21 years, where the replication data are beside the repository."""
    import pyreadr

    path = ROOT.parent / "shared" / "replication" / "agtpa" / "agtpa_applications.rda"
    if not path.is_file():
        return None
    frame: pl.DataFrame = pyreadr.read_r(str(path), output_format="polars")["agtpa_applications"]
    year = pl.col("year").cast(pl.Int64)
    return frame.select(
        *("exporter", "importer", year, "trade", "rta"),
        cost=pl.col("rta_lag3"),
        border=(pl.col("exporter") != pl.col("importer")).cast(pl.Float64) * (year - 1985) / 21,
    )


def peer() -> Path:
    """A Python with pyfixest, installed once."""
    folder = Path(os.environ.get("SVERKA_BENCH") or pooch.os_cache("sverka-bench")) / "pyfixest"
    python = folder / "bin" / "python"
    if not (folder / "ready").is_file():
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pyfixest", "pyarrow"], check=True)
        (folder / "ready").touch()
    return python


def ran(python: str | Path, script: str, *arguments: object, **environment: str) -> dict[str, Any]:
    """What a script printed as JSON."""
    kept = {**os.environ, "OMP_NUM_THREADS": "1", **environment}
    command = [str(python), "-c", script, *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=kept, cwd=ROOT)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def compare(title: str, frame: pl.DataFrame, folder: Path, python: Path, backends: tuple[str, ...]) -> str:
    """Print the lines of one panel; returns pyfixest's best backend."""
    path = folder / "panel.parquet"
    keys = {"ey": ["exporter", "year"], "iy": ["importer", "year"], "pair_id": ["exporter", "importer"]}
    ranks = [pl.struct(columns).rank("dense").cast(pl.Int64).alias(name) for name, columns in keys.items()]
    frame.with_columns(ranks).write_parquet(path)
    ours = ran(sys.executable, OURS, path, RUNS, FORMULA)
    few = 1 if frame.height > 200_000 else 2
    found = {backend: ran(python, THEIRS, path, few, FORMULA, backend) for backend in backends}
    again = ran(sys.executable, OURS, path, RUNS, FORMULA)
    wall, cpu = (min(ours[what], again[what]) for what in ("wall", "cpu"))
    print(f"{title}: {frame.height:,} rows")
    print(f"  sverka                 {wall:8.3f} s  cpu {cpu:8.3f} s  {ours['extra']:6.0f} MB  {ours['steps']} steps")
    for backend, theirs in found.items():
        name = f"pyfixest {theirs['version']} {backend}"
        # a small panel fits into what the process has taken already
        memory = f"{theirs['extra'] / ours['extra']:4.1f} × memory" if ours["extra"] >= 1 else "memory not comparable"
        print(
            f"  {name:22} {theirs['wall']:8.3f} s  cpu {theirs['cpu']:8.3f} s  {theirs['extra']:6.0f} MB"
            f"  {theirs['wall'] / wall:5.1f} × wall, {theirs['cpu'] / cpu:5.1f} × cpu, {memory}"
        )
        order = [theirs["names"].index(name) for name in ours["names"]]
        apart = [np.abs(np.array(ours[what]) - np.array(theirs[what])[order]).max() for what in ("b", "se")]
        print(f"  {'':22} largest difference: coefficients {apart[0]:.1e}, standard errors {apart[1]:.1e}")
    if rscript := shutil.which("Rscript"):
        done = subprocess.run(
            [rscript, "-e", FIXEST, str(path), str(few), FORMULA], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            best = float(done.stdout.split()[-1])
            print(f"  fixest (R), 2 threads  {best:8.3f} s  {best / wall:5.1f} × wall")
        else:
            print("  fixest (R): not to be had here (library fixest or arrow is missing)")
    return min(found, key=lambda backend: float(found[backend]["wall"]))


def fresh(folder: Path) -> None:
    """Print how long a first call takes in a new process, with compiled code on disk and without."""
    path = folder / "small.parquet"
    panel(20, 10).write_parquet(path)
    script = "import time; began = time.perf_counter()\n" + OURS.replace('"first": walls[0]', '"first": total').replace(
        "    walls.append(", "    total = time.perf_counter() - began if not walls else total\n    walls.append("
    )
    with tempfile.TemporaryDirectory() as empty:
        cold = ran(sys.executable, script, path, 1, FORMULA, NUMBA_CACHE_DIR=empty)
        warm = ran(sys.executable, script, path, 1, FORMULA, NUMBA_CACHE_DIR=empty)
    print(f"first call in a new process, imports and reading included: {warm['first']:.2f} s")
    print(f"  with nothing compiled yet: {cold['first']:.2f} s")


def main() -> None:
    """Print the three panels and the first call."""
    if not shutil.which("Rscript"):
        print("R is not here: no comparison with fixest itself")
    python = peer()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fresh(folder)
        best = compare("60 countries × 20 years", panel(60, 20), folder, python, BACKENDS)
        real = applications()
        if real is None:
            print("AGTPA panel: its data are not here")
        else:
            compare("AGTPA, 69 countries × 21 years", real, folder, python, (best,))
        compare("150 countries × 30 years", panel(150, 30), folder, python, (best,))
