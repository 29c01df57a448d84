# make run    the program: on a bare Debian with python3 and make, too
# make test   everything that must hold before a change goes in
# The other targets are for developers; `make test` has prepared what they need.

PYTHON := .venv/bin/python
# Two workers: the tests wait for windows and servers, so more than the number of cores brings little.
WORKERS ?= 2
PYTEST_ARGS ?=

.PHONY: run test check exhaustive format bench fuzz fuzz-diagnosis peers tour translations icon lock clean

run: .venv/.run
	@.venv/bin/textfactor $(ARGS)

test: .venv/.test check
	$(PYTHON) -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term $(PYTEST_ARGS)

check: .venv/.test
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/lint-imports
	.venv/bin/basedpyright

format: .venv/.test
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

# Every fault and every moment of a kill at every step of a plan: some ten minutes.
exhaustive: .venv/.test
	$(PYTHON) -m pytest -m exhaustive -n $(WORKERS) -o faulthandler_timeout=900 -o timeout=900 $(PYTEST_ARGS) tests/e2e

# Real clients of both vendors against the practice world; npm fetches them, the lock says which.
peers: .venv/.test tests/peers/node_modules/.package-lock.json
	$(PYTHON) -m pytest -m peers -o faulthandler_timeout=600 $(PYTEST_ARGS) tests/peers

tests/peers/node_modules/.package-lock.json: tests/peers/package-lock.json
	npm ci --prefix tests/peers --ignore-scripts --no-audit --no-fund
	@touch $@

bench: .venv/.test
	$(PYTHON) -m tests.bench $(ARGS)

# 100,000 malformed requests to a practice world, some minutes; ARGS="COUNT SEED" for others.
fuzz: .venv/.test
	PYTHONPATH=gui $(PYTHON) -m tests.bench.fuzz_practice $(ARGS)

# 1,000,000 damaged and hostile inputs for the diagnosis, some twenty minutes; ARGS="COUNT SEED" for others.
fuzz-diagnosis: .venv/.test
	PYTHONPATH=gui $(PYTHON) -m tests.bench.fuzz_diagnosis $(ARGS)

tour: .venv/.run
	.venv/bin/textfactor tour --out tour $(ARGS)

# The sentences are taken from the program; what nobody has translated yet is marked as unfinished.
translations icon: .venv/.test
	PYTHONPATH=gui $(PYTHON) -m tests.making $@

# The stamps say which lock the environment was last made from, so a second start is instant.
.venv/.run: requirements.txt pyproject.toml .ci/prepare
	@.ci/prepare run

.venv/.test: requirements-dev.txt pyproject.toml .ci/prepare
	@.ci/prepare test

# Releases younger than a week are left out: bad ones are usually withdrawn by then.
# The environment is emptied so that nothing of this machine (an index, a folder of wheels) gets into the locks.
LOCK = env -i HOME="$$HOME" PATH="$$PATH" $${SSL_CERT_FILE:+SSL_CERT_FILE="$$SSL_CERT_FILE"} \
	.venv/bin/uv pip compile pyproject.toml --quiet --no-config --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --annotation-style line --exclude-newer "7 days"

lock: .venv/.test
	$(LOCK) --group build --extra node --extra dev --output-file requirements-dev.txt
	$(LOCK) --group build --constraints requirements-dev.txt --output-file requirements.txt

clean:
	rm -rf .venv .coverage* .pytest_cache .ruff_cache .import_linter_cache .hypothesis dist build tour
	find gui tests -name __pycache__ -type d -exec rm -rf {} +
