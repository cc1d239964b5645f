"""Run every benchmark and print one page: `python -m benchmarks [reading|start|panel|gold …]`."""

import importlib
import os
import platform
import sys

BENCHES = ("start", "reading", "panel", "gold")


def main() -> int:
    """Run the benches named, or all; 2 for a name that is none."""
    wanted = sys.argv[1:] or list(BENCHES)
    unknown = set(wanted) - set(BENCHES)
    if unknown:
        print(f"benchmarks: no such bench ({', '.join(sorted(unknown))}); choose from {', '.join(BENCHES)}")
        return 2
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    for name in wanted:
        print(f"\n## {name}\n")
        importlib.import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
