# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
# Every package in the version it was tested with.
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock
EXAMPLE ?= examples/kazakhstan-trade.txt
# The example's date stands in its first line; the command takes it from there.
export OMP_NUM_THREADS ?= 1

.PHONY: run test check coverage pythons bench docs snapshot lock clean format

run: $(VENV)/.installed
	$(BIN)/sverka check $(EXAMPLE)
	$(BIN)/sverka check $(EXAMPLE) --format html -o report.html

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

# The same with coverage of every statement; fails under 90 %.
coverage: $(VENV)/.installed-dev
	$(BIN)/python -m coverage run -m pytest -n 2 --dist loadfile
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report --skip-covered --fail-under=90

# The same under every Python that is here.
pythons:
	@for version in 3.11 3.12 3.13; do \
	  if command -v python$$version >/dev/null && python$$version -c "" 2>/dev/null; then \
	    $(MAKE) test VENV=.venv-$$version PYTHON=python$$version || exit 1; \
	  else echo "make: no python$$version here"; fi; \
	done

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks

docs: $(VENV)/.installed-dev
	$(BIN)/python -m sverka.claims.schema > docs/claim.schema.json
	$(BIN)/python -m sverka.sources.documentation > docs/sources.md
	$(BIN)/python -m sverka.measures.documentation > docs/measures.md
	$(BIN)/python -m sverka.panel.documentation > docs/panels.md

snapshot: $(VENV)/.installed-dev
	$(BIN)/python -m sverka.sources.snapshot

lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(VENV)-lock/bin/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade --quiet \
	  --no-header --output-file requirements.lock
	rm -rf $(VENV)-lock

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "make: no $(PYTHON) here; install Python 3.11 or newer, or type: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml requirements.lock | $(VENV)/bin/python
	$(INSTALL) --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml requirements.lock | $(VENV)/bin/python
	$(INSTALL) --editable ".[dev]"
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) $(VENV)-* report.html .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
