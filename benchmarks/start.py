"""How long the command line takes from a cold start, as a multiple of starting Python itself."""

import statistics
import subprocess
import sys
import time

COMMANDS = {
    "sverka --help": ["--help"],
    "sverka claim (record)": ["claim", "member ARM EAEU since 2015", "--published", "2020-01-01"],
    "sverka claim (trade)": ["claim", "trade.turnover(RUS, KAZ) in 2021 ~ 25e9 USD"],
}
RUNS = 7


def seconds(arguments: list[str]) -> float:
    """Median wall time of a fresh process, after one run that warms the disk cache."""
    times = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


def main() -> None:
    """Print a line a command."""
    bare = seconds(["-c", "pass"])
    print(f"{'python -c pass':28}{bare:7.3f} s")
    for name, arguments in COMMANDS.items():
        took = seconds(["-m", "sverka", *arguments])
        print(f"{name:28}{took:7.3f} s{took / bare:8.1f} times bare Python")
