"""How long all dyad-years since 1816 take with ten groups of columns, and agreement in every vote; and a comparison
with the values that peacesciencer's documentation prints."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

EIGHT = ("trade", "alliances", "igo", "votes", "distance", "gdp", "contiguity", "capabilities")
YEARS = range(1816, 2021)
MIRROR = Path(__file__).parents[2] / "shared" / "mirror"


def main() -> None:
    """Print times and peak memory, each from a fresh process, and the comparison."""
    from sverka.errors import SourceError

    try:
        pull()
    except SourceError as error:
        print(f"no data to measure with: {error}")
        return
    for arguments in (["undirected"], ["directed"], ["votes"]):
        subprocess.run([sys.executable, "-m", "benchmarks.panel", *arguments], check=True)
    from benchmarks.peacesciencer import table

    print(f"\n{table()}")


def pull() -> None:
    """Put every tidy table into the cache, from the mirror beside the repository where there is one."""
    from sverka.sources import store
    from sverka.sources.tables import TABLES

    if "SVERKA_MIRROR" not in os.environ and MIRROR.is_dir():
        os.environ["SVERKA_MIRROR"] = str(MIRROR)
    for tidy in TABLES.values():
        if store.kept(tidy) is None:
            store.make(tidy)


def panel(directed: bool) -> None:
    """One panel with eight groups, then two more, and what each cost."""
    from sverka.panel import GROUPS, dyads

    began = time.perf_counter()
    made = dyads(YEARS, directed)
    print(f"{made.table.height:,} {'directed' if directed else 'undirected'} dyad-years 1816–2020")
    print(f"  {'rows':14}{time.perf_counter() - began:7.2f} s")
    for name in (*EIGHT, *(group for group in GROUPS if group not in EIGHT)):
        before, width = time.perf_counter(), made.table.width
        made = made.add(name)
        print(f"  {name:14}{time.perf_counter() - before:7.2f} s{made.table.width - width:4} columns")
        if name == EIGHT[-1]:
            print(f"  {'eight groups':14}{time.perf_counter() - began:7.2f} s   target 5 s undirected")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(f"  peak memory   {peak / 1e9:7.2f} GB  target 2 GB")


def votes() -> None:
    """Agreement under four codings of every pair that voted, and Signorino and Ritter's S, kappa and pi."""
    import polars as pl

    from sverka.measures import VOTES, cohen_kappa, scott_pi, signorino_ritter, vote_agreement, vote_positions
    from sverka.sources.store import table

    cast = table("un_votes").filter(pl.col("vote") != "absent")
    cast = cast.select("rcid", "vote", state="id", year=pl.col("date").dt.year())
    began = time.perf_counter()
    found = vote_agreement(cast)
    print(f"{found.height:,} dyad-years of votes, four codings{time.perf_counter() - began:7.2f} s   target 1 s")
    for name, measure in (("S", signorino_ritter), ("kappa", cohen_kappa), ("pi", scott_pi)):
        began = time.perf_counter()
        measure(vote_positions(cast), VOTES)
        print(f"  {name:14}{time.perf_counter() - began:7.2f} s")


if __name__ == "__main__":
    if sys.argv[1:] == ["votes"]:
        votes()
    elif sys.argv[1:]:
        panel(sys.argv[1] == "directed")
    else:
        main()
