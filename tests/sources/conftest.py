"""The real files: a mirror named by SVERKA_MIRROR, else `../shared/mirror` beside the repository."""

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).parents[3] / "shared" / "mirror"


@pytest.fixture(scope="session")
def published_files() -> Path:
    root = Path(os.environ.get("SVERKA_MIRROR") or BESIDE)
    if not root.is_dir():
        pytest.skip("no mirror of the published files: set SVERKA_MIRROR to a folder OWNER/REPO/COMMIT/PATH")
    before = os.environ.get("SVERKA_MIRROR")
    os.environ["SVERKA_MIRROR"] = str(root)
    yield root
    if before is None:
        del os.environ["SVERKA_MIRROR"]
