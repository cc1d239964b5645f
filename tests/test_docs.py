"""Every block of code in the README and in docs/ runs, as it stands.

`sh` blocks run in bash, each page's in one folder, in order, with an `article.txt` and the examples at hand; `python`
blocks of a page share their names; `toml` and `json` parse; `text` shows what is printed and is not run. Commands that
set up a machine (`make`, `pip`) are looked up, not run again.
"""

import contextlib
import doctest
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
MIRROR = Path(os.environ.get("SVERKA_MIRROR") or ROOT.parent / "shared" / "mirror")
_BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: Seconds that the commands of one block may take.
_PATIENCE = 300
_LOOKED_UP = f"""
make() {{ for word in "$@"; do case "$word" in *=*) ;; *) grep -q "^$word:" "{ROOT}/Makefile";; esac; done; }}
pip() {{ test "$1" = install; }}
python() {{ "{sys.executable}" "$@"; }}
"""


def blocks(page: Path) -> list[tuple[str, str]]:
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_block_says_what_it_is(page: Path) -> None:
    kinds = {kind for kind, _ in blocks(page)}
    assert kinds <= {"sh", "python", "toml", "json", "text"}, "name the language of every block"
    outside = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    indented = [line for line in outside.splitlines() if re.match(r" {4}(sverka|make|python|pip|import|from) ?", line)]
    assert not indented, "commands stand in a fenced block, where they are run"


@pytest.fixture(scope="session")
def pulled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with every source pulled from the mirror, for the commands and blocks of all pages."""
    if not MIRROR.is_dir():
        pytest.skip("no mirror of the published files: set SVERKA_MIRROR to a folder OWNER/REPO/COMMIT/PATH")
    cache = tmp_path_factory.mktemp("cache")
    environment = {**os.environ, "SVERKA_MIRROR": str(MIRROR), "SVERKA_CACHE": str(cache)}
    command = [sys.executable, "-m", "sverka", "sources", "pull", "--all"]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return cache


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as somebody who follows the page has it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(ROOT / "examples" / "kazakhstan-trade.txt", tmp_path / "article.txt")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "articles").mkdir()
    for example in (ROOT / "examples").glob("*.txt"):
        shutil.copy(example, tmp_path / "articles")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("page", [p for p in PAGES if any(k != "text" for k, _ in blocks(p))], ids=name)
def test_every_block_of_a_page_runs(
    page: Path, desk: Path, pulled: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk)
    monkeypatch.setenv("SVERKA_MIRROR", str(MIRROR))
    monkeypatch.setenv("SVERKA_CACHE", str(pulled))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    names: dict[str, object] = {"__name__": "__page__"}
    for kind, code in blocks(page):
        if kind == "sh":
            shell(code, desk)
        elif kind == "python" and code.startswith(">>>"):
            examples(code, name(page), names)
        elif kind == "python":
            exec(compile(code, f"{name(page)}: {code.splitlines()[0]}", "exec"), names)
        elif kind == "toml":
            assert tomllib.loads(code)
        elif kind == "json":
            assert json.loads(code)


def examples(code: str, page: str, names: dict[str, object]) -> None:
    """Examples with what they print."""
    test = doctest.DocTestParser().get_doctest(code, names, page, None, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE, verbose=False)
    told: list[str] = []
    assert runner.run(test, out=told.append, clear_globs=False).failed == 0, "".join(told)


def shell(code: str, desk: Path) -> None:
    """One bash for a block; whatever it left running in the background is stopped with it."""
    script = f"set -euo pipefail\n{_LOOKED_UP}\n{code}"
    with (desk / ".output").open("w+", encoding="utf-8") as output:
        process = subprocess.Popen(
            ["bash", "-c", script], cwd=desk, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True,
        )  # fmt: skip
        try:
            code_ = process.wait(timeout=_PATIENCE)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        output.seek(0)
        assert code_ == 0, f"{code}\n{output.read()}"
