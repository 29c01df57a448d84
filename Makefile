# make run    the program: on a bare Debian with python3 and make, too
# make test   everything that must hold before a change goes in
# The other targets are for developers; `make test` has prepared what they need.

PYTHON := .venv/bin/python
# Two workers: the tests wait for windows and servers, so more than the number of cores brings little.
WORKERS ?= 2
PYTEST_ARGS ?=

.PHONY: run test check format bench tour lock clean

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

bench: .venv/.test
	$(PYTHON) -m tests.bench $(ARGS)

tour: .venv/.run
	.venv/bin/textfactor tour --out tour $(ARGS)

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
