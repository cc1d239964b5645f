"""What ships with the package is what the published files make, byte for byte the same each time, and small."""

from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from sverka.sources import snapshot


@pytest.mark.parametrize("name", sorted(snapshot.TABLES))
@pytest.mark.usefixtures("published_files")
def test_the_shipped_table_is_what_the_files_make_now(name: str) -> None:
    assert_frame_equal(pl.read_parquet(snapshot.FOLDER / f"{name}.parquet"), snapshot.TABLES[name]())


@pytest.mark.usefixtures("published_files")
def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    first, second = snapshot.write(tmp_path / "one"), snapshot.write(tmp_path / "two")
    assert first == second
    for name in first:
        assert (tmp_path / "one" / f"{name}.parquet").read_bytes() == (
            tmp_path / "two" / f"{name}.parquet"
        ).read_bytes()


def test_the_snapshot_stays_small() -> None:
    assert sum(path.stat().st_size for path in snapshot.FOLDER.glob("*.parquet")) < 4_000_000
