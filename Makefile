# Everything a fresh machine needs is Python 3.11 or later and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test soak lint benchmark semantic clean

run: $(VENV)/.installed  ## open the reader on the shipped articles
	$(BIN)/abreast

test: $(VENV)/.installed-dev  ## all tests
	$(BIN)/python -m pytest -q

soak: $(VENV)/.installed-dev  ## the fuzzer with 100,000 cases and 20,000 random keys; takes about an hour
	ABREAST_SOAK=$(or $(TIMES),33) $(BIN)/python -m pytest -q tests/corpus/test_fuzz.py
	RANDOM_KEYS=20000 $(BIN)/python -m pytest -q tests/tui/test_random_keys.py

lint: $(VENV)/.installed-dev  ## style, types, import rules, dead code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture

benchmark: $(VENV)/.installed-dev  ## the ratios of tests/benchmark.py
	$(BIN)/python tests/benchmark.py

semantic: $(VENV)/.installed-dev  ## the meaning model beside the rest; not on every platform
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,semantic]'

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Abreast needs Python 3.11 or later; set PYTHON=... to one." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-dev: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
