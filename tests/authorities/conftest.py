"""Published figures and the data they were made from: `../shared/replication`, or beside the mirror SVERKA_MIRROR."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def replication() -> Path:
    beside = Path(__file__).parents[3] / "shared" / "replication"
    named = os.environ.get("SVERKA_MIRROR")
    folder = Path(named).parent / "replication" if named else beside
    if not folder.is_dir():
        folder = beside
    if not folder.is_dir():
        pytest.skip("no replication data: put them at ../shared/replication, or beside the folder SVERKA_MIRROR names")
    return folder
