# Golden Thread. `make run` serves it, `make test` tests it; `make` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run test demo check fix docs bench journeys screenshots wheel clean
SHELL := /bin/bash

VENV := .venv
PYTHON ?= python3
PIP := $(VENV)/bin/pip --disable-pip-version-check --quiet
WORKERS ?= 2

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

# ---------------------------------------------------------------- use
run: $(VENV)/run.stamp ## Set everything up, load the demo if there is no data, and serve
	@exec $(VENV)/bin/goldenthread run

demo: $(VENV)/run.stamp ## Throw the data here away and load the demo anew
	rm -rf .data
	$(VENV)/bin/goldenthread demo

# ---------------------------------------------------------------- develop
test: $(VENV)/dev.stamp chromium ## Run every test, those in a real browser included
	$(VENV)/bin/pytest -n $(WORKERS) --dist loadgroup tests

check: $(VENV)/dev.stamp ## Format, lint, types, contracts, migrations, templates, printed docs
	@failed=0; \
	$(VENV)/bin/ruff format --check . || failed=1; \
	$(VENV)/bin/ruff check . || failed=1; \
	$(VENV)/bin/mypy || failed=1; \
	$(VENV)/bin/lint-imports --no-logo || failed=1; \
	$(VENV)/bin/djlint --lint --quiet src || failed=1; \
	$(VENV)/bin/goldenthread manage makemigrations --check --dry-run || failed=1; \
	$(VENV)/bin/goldenthread docs --check || failed=1; \
	exit $$failed

fix: $(VENV)/dev.stamp ## Mend what can be mended by machine
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

docs: $(VENV)/dev.stamp ## Print the pages that are made from the code
	$(VENV)/bin/goldenthread docs

journeys: $(VENV)/dev.stamp chromium ## Run the journeys in a real browser only
	$(VENV)/bin/pytest tests/journeys

screenshots: $(VENV)/dev.stamp chromium ## Take the pictures of the guide anew
	SCREENSHOTS=docs/guide/img $(VENV)/bin/pytest tests/journeys

bench: $(VENV)/dev.stamp ## Measure, as ratios against a named peer in the same run
	@for bench in benchmarks/bench_*.py; do $(VENV)/bin/python $$bench || exit 1; done

wheel: $(VENV)/dev.stamp ## Build the wheel, page assets inside
	$(VENV)/bin/pip --disable-pip-version-check wheel --quiet --no-deps --wheel-dir dist .

clean: ## Remove what was built; the data stays
	rm -rf $(VENV) dist build src/goldenthread/pages/static/vendor

# ---------------------------------------------------------------- how it is set up
$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# The lock names every package with its hash; nothing else is ever installed beside it.
$(VENV)/run.stamp: requirements.lock pyproject.toml hatch_build.py package-lock.json | $(VENV)/bin/python
	@echo "Setting up. The first time this fetches what is needed and takes a minute or two."
	@test -e $(VENV)/dev.stamp || $(PIP) install --require-hashes --no-deps -r requirements.lock
	$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml hatch_build.py package-lock.json | $(VENV)/bin/python
	@echo "Setting up for development."
	$(PIP) install --require-hashes --no-deps -r requirements-dev.lock
	$(PIP) install --no-deps --editable .
	@touch $@

.PHONY: chromium
chromium:
	@.ci/chromium
