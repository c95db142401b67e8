# What a newcomer and a developer run. Needs Python 3.11 or newer and make, nothing else.
#   make demo       the graph of the sample notices, what it answers, and a page to look at
#   make test       the tests
#   make lint       style
#   make types      types
#   make expected   what is read in the samples, written anew to samples/expected
#   make picture    the picture in the README, drawn anew (needs Chromium)

VENV := .venv
KG := $(VENV)/bin/kg
DEMO := $(KG) --store output/demo

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$each -c '$(NEW_ENOUGH)' >/dev/null 2>&1; then echo $$each; break; fi; done)
PIP_INSTALL := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo install test lint types expected picture clean

help:
	@sed -n 's/^#   //p' Makefile

demo: $(VENV)/.installed
	@rm -rf output/demo
	$(DEMO) build samples
	$(DEMO) validate
	@echo; echo "Who works with whom (kg ask coordination):"
	@$(DEMO) ask coordination
	@echo; echo "What is due (kg ask due):"
	@$(DEMO) ask due
	@$(DEMO) export -o output/graph.ttl
	@$(DEMO) view -o output/view.html
	@echo; echo "The graph: output/graph.ttl"; echo "The page:  output/view.html (open it in a browser)"

install: $(VENV)/.installed

test: $(VENV)/.installed-dev
	$(VENV)/bin/python -m pytest

lint: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check kg tests

types: $(VENV)/.installed-dev
	$(VENV)/bin/mypy

expected: $(VENV)/.installed
	@rm -f samples/expected/*.json
	@for notice in samples/[0-9]*.*; do \
		stem=$$(basename "$${notice%.*}"); \
		$(KG) extract --format json "$$notice" > "samples/expected/$$stem.json" || exit 1; \
	done

picture: $(VENV)/.installed-dev
	$(VENV)/bin/python -m scripts.view_picture

clean:
	rm -rf $(VENV) build dist output/demo

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(PIP_INSTALL) --editable '.[dev]'
	@touch $(VENV)/.installed $@

$(VENV)/bin/python:
	@if ! "$(PYTHON)" -c '$(NEW_ENOUGH)' 2>/dev/null; then \
		echo "Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3" >&2; exit 1; fi
	@if ! "$(PYTHON)" -m venv $(VENV); then rm -rf $(VENV); \
		echo "$(PYTHON) cannot make a virtual environment; on Debian or Ubuntu: apt install python3-venv" >&2; exit 1; fi
