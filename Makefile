# Two commands do everything on a machine that has Python 3.11 and make:
#   make check   judge the real procedures in this repository
#   make test    tests, types, style, contracts, rule cases, and the installed wheel

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: check test lint types contracts rules wheel bench environment

environment:
	@$(PYTHON) tools/make_environment.py

check: environment
	@$(BIN)/tthc-rules check

lint: environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: environment
	$(BIN)/mypy

contracts: environment
	$(BIN)/lint-imports

rules: environment
	$(BIN)/tthc-rules fmt --check
	$(BIN)/tthc-rules test --coverage --mutate --min-score 90
	$(BIN)/tthc-rules docs --check

test: lint types contracts rules
	$(BIN)/pytest -n auto
	$(BIN)/python tools/prove_wheel.py

bench: environment
	$(BIN)/python -m benchmarks
