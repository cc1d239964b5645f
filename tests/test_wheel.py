"""The wheel, installed where nothing else is, checks a text."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode and any(word in done.stderr for word in ("ConnectionError", "Temporary failure", "registry")):
        pytest.skip("the registries that a wheel is built from cannot be reached")
    assert done.returncode == 0, done.stderr
    return next(folder.glob("sverka-*.whl"))


def test_the_wheel_holds_the_record_the_snapshot_and_what_pages_use_and_no_data_files(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "sverka/record/memberships.csv",
        "sverka/sources/snapshot/trade.parquet",
        "sverka/reports/words/ru.toml",
        "sverka/web/templates/base.html",
    ):
        assert wanted in names
    assert any(name.startswith("sverka/web/static/vendor/") and name.endswith(".js") for name in names)
    assert not [name for name in names if name.endswith((".rda", ".xls", ".xlsx", ".dta"))]
    assert sum(i.file_size for i in zipfile.ZipFile(wheel).infolist()) < 30e6


def test_an_empty_environment_with_the_wheel_checks_a_text(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "empty"
    venv.create(place, with_pip=True)
    program = place / "bin" / "python"
    lock = ROOT / "requirements.lock"
    install = [program, "-m", "pip", "install", "--quiet", "--constraint", lock, wheel]
    done = subprocess.run(install, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COVERAGE", "SVERKA"))}
    told = subprocess.run(
        [place / "bin" / "sverka", "check", "Армения вступила в ЕАЭС в 2015 году, а Казахстан – в 2020-м."],
        capture_output=True, text=True, cwd=tmp_path, env=environment,
    )  # fmt: skip
    assert (told.returncode, told.stderr) == (0, "")
    assert "подтверждается" in told.stdout
