# Every chore is one short command; CI runs the same.
# Everything is installed into .venv; the only things asked of the machine are Python 3.11 and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
GOLD := ../shared/gold

.PHONY: help setup demo test lint check bench docs serve lock quality clean

help: ## what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "dateline needs Python 3.11 or newer; name one with: make PYTHON=python3.11 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(STAMP) ## install everything into .venv

demo: $(STAMP) ## read the sample reports and show the record
	@$(BIN)/dateline demo

test: $(STAMP) ## run every check
	@$(MAKE) --no-print-directory lint
	@scripts/install_test_programs.sh
	$(BIN)/pytest -n 2

lint: $(STAMP) ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(STAMP) ## ratios of speed, in one run
	$(BIN)/python -m benchmarks

docs: $(STAMP) ## build the documentation into site/
	$(BIN)/mkdocs build --strict --quiet
	@echo "open site/index.html"

serve: $(STAMP) ## the record in a browser
	@$(BIN)/dateline serve

quality: $(STAMP) ## score all gold sets and write docs/quality.md
	$(BIN)/python -m scripts.quality $(GOLD)

lock: ## resolve the dependencies anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra docs --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --quiet --output-file requirements.lock $(if $(UPGRADE),--upgrade)

clean: ## remove what the chores made
	rm -rf $(VENV) site .mypy_cache .ruff_cache .pytest_cache .hypothesis
