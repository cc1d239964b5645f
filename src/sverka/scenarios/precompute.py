"""The results that ship with the package, made from the pulled tables: `python -m sverka.scenarios.precompute`.

What is in precomputed.toml; any other result is one `sverka simulate` away.
"""

import json
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

from sverka.scenarios.kinds import AnyScenario, scenario, to_json
from sverka.scenarios.simulation import simulate
from sverka.scenarios.stored import INDEX

FOLDER = Path(__file__).parent / "stored"


def scenarios() -> dict[str, AnyScenario]:
    """The scenarios of precomputed.toml by name."""
    text = (files("sverka.scenarios") / "precomputed.toml").read_text(encoding="utf-8")
    return {name: scenario(given, f"precomputed.toml: {name}") for name, given in tomllib.loads(text).items()}


def write(folder: Path = FOLDER) -> dict[str, int]:
    """Simulate and store every scenario; returns the size of each file in bytes. Same input, same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes, index = {}, {}
    for name, given in scenarios().items():
        place = folder / f"{name}.json"
        place.write_text(simulate(given).dumps(), encoding="utf-8")
        index[name] = to_json(given)
        sizes[name] = place.stat().st_size
    (folder / INDEX).write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return sizes


if __name__ == "__main__":
    for name, size in write().items():
        sys.stdout.write(f"{name:24} {size:>9,} bytes\n")
