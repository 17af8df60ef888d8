# Needs Python 3.11+, pip and make; everything else is set up in $(VENV) on first use.
# Another Python: make PYTHON=python3.12 demo

PYTHON ?= python3
VENV ?= .venv
DEMO_DB ?= .demo/demo.db

PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
# Stamps: a second call installs nothing, unless a lock or pyproject.toml has changed.
CREATED := $(VENV)/.stamp-created
RUNTIME := $(VENV)/.stamp-runtime
DEV := $(VENV)/.stamp-dev

COMPILE = $(VENV)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test postgresql lint format types contracts migrations check bench lock clean

help: ## list these targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1|\2/' | \
		while IFS='|' read -r name what; do printf '  make %-11s %s\n' "$$name" "$$what"; done

demo: $(RUNTIME) ## read samples/ into a fresh database and report on one claim
	@mkdir -p $(dir $(DEMO_DB)) && rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
	@$(VENV)/bin/provenance demo --db $(DEMO_DB)

test: $(DEV) ## run every test
	$(PY) -m pytest

postgresql: $(DEV) ## run the tests that store something on a PostgreSQL server started for them
	$(PY) -m pytest -m database --postgresql

lint: $(DEV) ## check style and formatting
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

format: $(DEV) ## put the code into the house's form
	$(VENV)/bin/ruff check --fix-only .
	$(VENV)/bin/ruff format .

types: $(DEV) ## check types
	$(VENV)/bin/mypy

contracts: $(DEV) ## check the direction of imports
	$(VENV)/bin/lint-imports

migrations: $(DEV) ## check that the migrations make the tables that the code declares
	$(VENV)/bin/alembic check

check: lint types contracts migrations test ## all of the above

bench: $(DEV) ## measure; see benchmarks/README.md
	$(PY) benchmarks/extraction_speed.py

lock: $(CREATED) ## write the lock files anew (UPGRADE=1: with the newest versions)
	$(PIP) install -q uv
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	$(PY) -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['build-system']['requires'], sep='\n')" | \
		$(COMPILE) - -c requirements-dev.lock -o requirements-build.lock

clean: ## remove the environment, the demo's database and what tools leave behind
	rm -rf $(VENV) .demo build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(CREATED):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "make: $(PYTHON) is missing or older than Python 3.11; name a newer one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "make: $(PYTHON) cannot create environments; install its venv package (Debian: python3-venv)" >&2; exit 1; }
	@$(PIP) --version >/dev/null
	@touch $@

$(RUNTIME): requirements.lock requirements-build.lock pyproject.toml | $(CREATED)
	@echo "Installing the locked dependencies into $(VENV) ..."
	@$(PIP) install -q --require-hashes -r requirements.lock
	@$(PIP) install -q --require-hashes -r requirements-build.lock
	@$(PIP) install -q --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	@echo "Installing the locked tools into $(VENV) ..."
	@$(PIP) install -q --require-hashes -r requirements-dev.lock
	@touch $@
