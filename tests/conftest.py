"""The published files that tests of several rooms are held against, and the tables made of them."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from sverka.sources import store
from sverka.sources.tables import tidy

_BESIDE = Path(__file__).parents[2] / "shared" / "mirror"
Mirrored = Callable[..., AbstractContextManager[Path]]


@pytest.fixture(scope="session")
def mirror_folder() -> Path:
    """The folder of the published files: what SVERKA_MIRROR names, else `../shared/mirror` beside the repository."""
    root = Path(os.environ.get("SVERKA_MIRROR") or _BESIDE)
    if not root.is_dir():
        pytest.skip("no mirror of the published files: set SVERKA_MIRROR to a folder OWNER/REPO/COMMIT/PATH")
    return root


@pytest.fixture(scope="session")
def mirrored(mirror_folder: Path, request: pytest.FixtureRequest) -> Mirrored:
    """`with mirrored("gdp") as cache:` these tables are there, made of the published files; kept between runs."""
    assert request.config.cache is not None
    folder = request.config.cache.mkdir("sverka-tables")

    @contextmanager
    def opened(*names: str, cache: Path = folder) -> Iterator[Path]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SVERKA_MIRROR", str(mirror_folder))
            patch.setenv("SVERKA_CACHE", str(cache))
            for name in names:
                store.make(tidy(name))
            yield cache

    return opened
