"""Commands start fast, because they import late."""

import subprocess
import sys

import pytest

HEAVY = {"polars", "numpy", "pydantic", "jinja2", "slovnet", "navec", "vl_convert", "altair", "rumorph", "pooch"}

MODELS = {"numba", "scipy", "fastapi", "sqlalchemy", "distributed", "dask"}


def modules_after(code: str) -> set[str]:
    out = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sorted(sys.modules))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {name.split(".")[0] for name in out.stdout.splitlines()[-1].split()}


def test_the_command_line_itself_imports_nothing_heavy() -> None:
    assert modules_after("import sverka.cli.app") & (HEAVY - {"pydantic"}) == set()


def test_a_claim_is_answered_without_the_reader_and_without_the_page() -> None:
    code = "import sys; sys.argv = ['sverka', 'claim', 'member ARM EAEU since 2015']\nfrom sverka.cli import run\nrun()"
    assert modules_after(code) & {"slovnet", "navec", "vl_convert", "altair", "jinja2", "rumorph", "pooch"} == set()


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], HEAVY | MODELS),
        (["simulate", "--help"], (HEAVY - {"pydantic"}) | MODELS),
        (
            ["claim", "trade.turnover(RUS, KAZ) in 2019 = 20e9 USD"],
            {"slovnet", "navec", "jinja2", "vl_convert"} | MODELS,
        ),
        (["claim", "thesis irreplaceable about EAEU"], {"slovnet", "navec"} | MODELS),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], unwanted: set[str]) -> None:
    """How long it takes is measured by `python -m benchmarks start`; this is why it is quick."""
    code = f"import sys; sys.argv = ['sverka', *{arguments!r}]\nfrom sverka.cli import run\nrun()"
    assert modules_after(code) & unwanted == set()
