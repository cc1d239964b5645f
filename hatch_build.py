"""Puts the scripts and maps that the pages use into the wheel, and beside the sources of an editable install."""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Vendoring(BuildHookInterface[Any]):
    """Fetches what is missing; without the npm registry the build goes on and says what will be missing."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the files are gathered."""
        place = Path(self.root) / "src" / "sverka" / "web" / "vendoring.py"
        found = importlib.util.spec_from_file_location("vendoring", place)
        assert found is not None and found.loader is not None
        vendoring = importlib.util.module_from_spec(found)
        import sys

        sys.modules[found.name] = vendoring  # dataclasses look their module up
        found.loader.exec_module(vendoring)
        told = vendoring.fetch_missing()
        if told:
            self.app.display_warning(told)
