# make chat   talk to the bot here, with the sample decisions loaded
# make run    the Telegram bot (needs BOT_TOKEN, see .env.example)
# make test   lint, types, tests
# make bench  measurements

export PYTHON
BIN := .venv/bin

.DEFAULT_GOAL := chat
.PHONY: chat run test lint types unit fix bench pins

chat: .venv/runtime.stamp
	@$(BIN)/python -m bot chat --load data/taraz

run: .venv/runtime.stamp
	@$(BIN)/python -m bot run

test: lint types unit

lint: .venv/dev.stamp
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .

types: .venv/dev.stamp
	@$(BIN)/mypy

unit: .venv/dev.stamp
	@$(BIN)/pytest -n 2 --dist loadfile --cov --cov-report=term

fix: .venv/dev.stamp
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: .venv/dev.stamp
	@$(BIN)/python -m bench

# Pins of everything, with hashes, for every platform; after a change in pyproject.toml.
pins:
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.txt

.venv/runtime.stamp: requirements.txt
	@.ci/setup requirements.txt $@

.venv/dev.stamp: requirements-dev.txt
	@.ci/setup requirements-dev.txt $@
