# make chat   talk to the bot here, with the sample decisions loaded
# make run    the Telegram bot (needs BOT_TOKEN, see .env.example)
# make test   lint, types, tests (each by itself: make lint, make types, make unit)
# make fix    format, and mend what can be mended by itself
# make coverage   the tests under the tracer: what no test runs; more than twice as slow
# make sweeps   the cases of a test beyond two, the bot's tests in the other language, all questions of the open sets, and every
#             view of each ninth line; some minutes
# make slow   the tests, and which of them take longest
# make postgres   the tests of storage, the archive, search and handlers once more, on a PostgreSQL server of their own
# make writers   of these the ones of several programs that write at once, of the schema, and two processes of the bot
# make thorough   the tests and sweeps, each property on ten times as many invented cases
# make fuzz   five thousand invented decisions in every form, many thousand mutations of real ones: read as seen, or refused by place;
#             fifty thousand raw updates and five thousand damaged documents: nothing raised, nothing over a second
# make soak   the bot as a process through every fault of Telegram and the machine; twenty minutes
# make opinion   the bot against somebody else's Bot API server (needs npm and the network)
# make audit  known holes in the pinned dependencies (needs the network)
# make readings   how exactly each form is read: real pages printed anew in every form (PAGES="…": other pages)
# make scans  scans made of the sample documents, and how they are read (needs Tesseract)
# make bench  measurements
# make pictures   docs/pictures anew: charts as a press of their button brings them, and dialogues held with the bot
# make schema   docs/schema anew, after a change in what `--json` prints
# make fingerprint   after a change in what the parser reads: raises its revision
# make mutate MODULE=parser/tables/levels.py TESTS="tests/parser/tables …"   changes that the tests do not notice
# make pins   the locks of all packages anew, after a change in pyproject.toml (needs uv)

export PYTHON
PY := .venv/bin/python
PYTEST := $(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder
# The Python that .venv was made from may be gone (an upgrade of the system's): then it is made anew.
$(shell test -x $(PY) || rm -f .venv/*.stamp)

.DEFAULT_GOAL := chat
.PHONY: chat run test lint types unit coverage sweeps slow postgres writers thorough fuzz soak opinion audit readings scans fix bench pictures fingerprint mutate schema pins

chat: .venv/runtime.stamp
	@$(PY) -m bot chat --load data/taraz

run: .venv/runtime.stamp
	@$(PY) -m bot run

test: lint types unit

lint: .venv/dev.stamp
	@$(PY) -m ruff format --check --quiet .
	@$(PY) -m ruff check --quiet .

types: .venv/dev.stamp
	@$(PY) -m mypy

unit: .venv/dev.stamp
	@$(PYTEST)

coverage: .venv/dev.stamp
	@$(PYTEST) --cov --cov-report=term

sweeps: .venv/dev.stamp
	@$(PYTEST) -m sweep

slow: .venv/dev.stamp
	@$(PYTEST) --durations=30 --durations-min=0.2

# All that is stored takes minutes; what several programs do at once, and the schema, some seconds. Tests to which no database
# is given are passed over on PostgreSQL.
STORED = tests/storage tests/search tests/handlers tests/bot/archive tests/bot/test_inbox.py tests/bot/test_turns.py \
	tests/botapi/test_several_processes.py
writers: STORED = tests/storage/test_many_writers.py tests/storage/test_schema.py tests/storage/test_people.py \
	tests/storage/loading/test_decisions.py tests/storage/loading/test_uploads.py tests/bot/test_inbox.py \
	tests/storage/test_allowances.py tests/handlers/test_together.py tests/botapi/test_several_processes.py
postgres writers: .venv/dev.stamp
	@.ci/postgres $(PYTEST) $(STORED)

thorough: .venv/dev.stamp
	@EXAMPLES=10 $(PYTEST) -m "not soak"

fuzz: .venv/dev.stamp
	@EXAMPLES=45 $(PYTEST) tests/parser/readers/test_any_document.py tests/parser/readers/test_mutated_documents.py
	@$(PY) -m bench.fuzz

# One after the other: nothing else decides how fast it answers.
soak: .venv/dev.stamp
	@$(PY) -m pytest -m soak tests/soak

opinion: .venv/dev.stamp
	@npm ci --silent --prefix tests/opinion || { echo "make opinion needs npm and the network." >&2; exit 1; }
	@$(PY) -m pytest -m soak tests/opinion

# Known holes in what the program is pinned to, PostgreSQL's driver included. A package of which the index tells nothing
# is not taken for a sound one (--strict). Needs the network.
audit: .venv/runtime.stamp
	@$(PY) -m venv .venv/audit && .venv/audit/bin/pip install --quiet pip-audit==2.9.0 || \
		{ echo "make audit needs the network: pip-audit cannot be installed." >&2; exit 1; }
	@.venv/audit/bin/pip-audit --requirement requirements-postgres.txt --require-hashes --disable-pip --strict || \
		{ echo "make audit: holes are listed above. Without a list nothing was proved: the index was not reached, or has" \
			"no word on the package that is named." >&2; exit 1; }

readings: .venv/dev.stamp
	@$(PY) -m bench.readings $(PAGES)

fix: .venv/dev.stamp
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

bench: .venv/dev.stamp
	@$(PY) -m bench

pictures: .venv/dev.stamp
	@$(PY) -m bench.pictures docs/pictures

# Scans made of the sample documents, and how they are read; needs Tesseract. Takes some minutes.
scans: .venv/dev.stamp
	@$(PY) -m bench.scans

mutate: .venv/dev.stamp
	@$(PY) -m bench.mutation $(MODULE) $(TESTS)

fingerprint: .venv/dev.stamp
	@$(PY) -m tests.fingerprint

# docs/schema, from the forms of bot/json.
schema: .venv/dev.stamp
	@$(PY) -m bot.json.schema docs/schema

# Pins of everything, with hashes, for every platform; after a change in pyproject.toml. What is pinned stays as it is
# unless pyproject.toml asks for more (to renew one: make pins RENEW="--upgrade-package aiogram"). Needs uv.
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-header \
	--annotation-style line $(RENEW)
pins:
	@command -v uv >/dev/null || { echo "make pins needs uv (pip install uv)." >&2; exit 1; }
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) --extra postgres --constraint requirements.txt pyproject.toml -o requirements-postgres.txt
	$(COMPILE) --extra dev --extra postgres --constraint requirements-postgres.txt pyproject.toml -o requirements-dev.txt

.venv/runtime.stamp: requirements.txt
	@.ci/setup requirements.txt $@

# All that the bot needs is among what its makers need, at the same versions: `make chat` after `make test` installs nothing.
.venv/dev.stamp: requirements-dev.txt
	@.ci/setup requirements-dev.txt $@ .venv/runtime.stamp
