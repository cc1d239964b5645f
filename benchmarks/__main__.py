"""Run every benchmark and print one page: `python -m benchmarks [NAME …]`.

Peers (natasha, pyfixest, gegravity) are installed by the benches that need them, in environments of their own.
"""

import importlib
import os
import platform
import sys

BENCHES = (
    *("start", "reading", "crossvalidation", "calibration", "agreement", "gold", "failures", "verdicts"),
    *("mirrors", "panel", "gravity", "equilibrium", "web", "scale", "previous", "regexes"),
)
#: Takes targets and minutes of its own, so it runs only when named.
ALONE = "fuzz"


def main() -> int:
    """Run the benches named, or all; 2 for a name that is none."""
    if sys.argv[1:2] == [ALONE]:
        importlib.import_module(f"benchmarks.{ALONE}").main()
        return 0
    wanted = sys.argv[1:] or list(BENCHES)
    unknown = set(wanted) - set(BENCHES)
    if unknown:
        print(f"benchmarks: no such bench ({', '.join(sorted(unknown))}); choose from {', '.join((*BENCHES, ALONE))}")
        return 2
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    for name in wanted:
        print(f"\n## {name}\n")
        importlib.import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
