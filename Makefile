# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE ?= examples/kazakhstan-trade.txt
# The example's date stands in its first line; the command takes it from there.
export OMP_NUM_THREADS ?= 1

.PHONY: run test check bench docs snapshot clean format

run: $(VENV)/.installed
	$(BIN)/sverka check $(EXAMPLE)
	$(BIN)/sverka check $(EXAMPLE) --format html -o report.html

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

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

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "make: no $(PYTHON) here; install Python 3.11 or newer, or type: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) report.html .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
