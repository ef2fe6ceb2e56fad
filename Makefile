# Python 3.11 or newer, pip and make are all that is assumed. `make help` tells the rest.

PYTHON ?= python3
RUN := .venv/bin/python -m
NBVAL := --nbval --nbval-current-env --nbval-sanitize-with=tests/nbval.cfg \
	--nbval-cell-timeout=120 --nbval-kernel-startup-timeout=120

# Nobody's own IPython start-up files take part in a test.
check test notebooks: export IPYTHONDIR := $(CURDIR)/.venv/ipython
# The day of a check: what is past its review by then would be reported in a notebook.
check test notebooks: export SOURCE_DATE_EPOCH := 1795435200
export PYTHONUTF8 := 1
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help venv lab test check quick explore bench notebooks format lock clean

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

lab: .venv/.installed ## opens JupyterLab on the example document; without a display it prints the address
	@mkdir -p session && cd session && ../.venv/bin/archkit lab $(if $(FILE),"$(FILE)")

test: check .venv/.node ## everything: check, unit and property tests, the built wheel, the journeys in a real browser
	@echo "== browser"
	@.venv/bin/python scripts/browser.py >.venv/chromium && sed 's/^/using /' .venv/chromium
	@echo "== tests, and beside them the journeys in a browser, which mostly wait for it"
	@mkdir -p build; ARCHKIT_CHROMIUM="$$(cat .venv/chromium)"; export ARCHKIT_CHROMIUM; \
	$(RUN) pytest -o cache_dir=build/pytest-journeys tests/browser >build/journeys.txt 2>&1 & journeys=$$!; \
	trap 'kill $$journeys; exit 130' INT TERM; \
	$(RUN) pytest --ignore=tests/browser; tests=$$?; \
	echo "== journeys"; wait $$journeys; browser=$$?; cat build/journeys.txt; \
	test $$tests -eq 0 -a $$browser -eq 0

check: .venv/.installed ## format, lint, types, import rules, and every notebook run and compared
	@echo "== format and lint"
	@$(RUN) ruff format --check --quiet . || { echo 'some files are not formatted: say "make format"'; exit 1; }
	@$(RUN) ruff check --quiet --output-format=concise .
	@echo "== types"
	@$(RUN) mypy
	@echo "== import rules"
	@.venv/bin/lint-imports --no-logo --no-cache
	@echo "== notebooks"
	@# Away from notebooks/session, where the quick start keeps what somebody typed into its copy of the example.
	@rm -rf build/notebooks && mkdir -p build/notebooks && cp notebooks/*.ipynb build/notebooks
	@$(RUN) pytest -q $(NBVAL) build/notebooks

quick: .venv/.installed ## the unit and property tests alone
	@$(RUN) pytest -q -m "not browser and not slow"

explore: .venv/.installed ## the property tests with other and many more examples than make test takes every time
	@$(RUN) pytest -q -m "not browser and not slow" --hypothesis-profile=explore

bench: .venv/.bench ## every figure of speed, beside the tools that it is compared with (about ten minutes)
	@failed=; for script in benchmarks/*.py; do \
		grep -q __main__ $$script || continue; \
		echo "== $$script"; .venv/bin/python $$script || failed="$$failed $$script"; \
	done; test -z "$$failed" || { echo "a limit was not kept:$$failed" >&2; exit 1; }

notebooks: .venv/.installed ## runs all notebooks and keeps what they show, after a number, table or figure changed
	@.venv/bin/python scripts/run_notebooks.py

.venv/.bench: .venv/.installed requirements/bench.txt
	@$(RUN) pip install -qq --disable-pip-version-check --no-compile --require-hashes -r requirements/bench.txt
	@$(RUN) compileall -qq -j 0 .venv || true
	@touch .venv/.bench

# What is written for Node.js and checks archkit from outside; the tests that use it are skipped where there is no npm.
.venv/.node: .venv/.installed requirements/node/package-lock.json
	@mkdir -p .venv/node && cp requirements/node/package.json requirements/node/package-lock.json .venv/node
	@if command -v npm >/dev/null; then cd .venv/node && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; \
		else echo "there is no npm: the tests that need it are skipped"; fi
	@touch .venv/.node

format: .venv/.installed ## formats the code and applies the safe lint fixes
	@$(RUN) ruff format --quiet .
	@$(RUN) ruff check --quiet --fix .

venv: .venv/.installed ## the environment in .venv, from the lock, rebuilt when lock or pyproject.toml change

.venv/.installed: pyproject.toml requirements/dev.txt
	@command -v "$(PYTHON)" >/dev/null || { echo "there is no $(PYTHON); name one: make PYTHON=python3.13" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "archkit needs Python 3.11 or newer, and $(PYTHON) is $$("$(PYTHON)" --version 2>&1);" \
		"name another one: make PYTHON=python3.13" >&2; exit 1; }
	@echo "== filling .venv from requirements/dev.txt (about two minutes the first time)"
	@"$(PYTHON)" -m venv .venv
	@$(RUN) pip install -qq --disable-pip-version-check --no-compile --require-hashes -r requirements/dev.txt
	@$(RUN) pip install -qq --disable-pip-version-check --no-compile --no-deps --no-build-isolation -e .
	@# Without bytecode every import takes two to four times as long, and some systems forbid writing it later.
	@# A few packages carry files for other Pythons that cannot be compiled, and need not be.
	@$(RUN) compileall -qq -j 0 .venv || true
	@touch .venv/.installed

lock: ## chooses new versions within the bounds of pyproject.toml
	@"$(PYTHON)" -m venv .venv/lock
	@.venv/lock/bin/python -m pip install -qq --disable-pip-version-check "uv>=0.9,<1"
	@.venv/lock/bin/python scripts/lock.py

clean: ## removes what make built
	@rm -rf .venv build dist *.egg-info .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
