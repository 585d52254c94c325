# Two commands that do everything: `make demo` and `make test`. Each makes .venv, installs and runs;
# what is already there is not done again. Needed beforehand: Python 3.11 or later, a C compiler
# (for durable-rules, up to Python 3.12), and for the tests on Spark a Java runtime 17.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

SPHINX := $(BIN)/python -m sphinx -W --keep-going -q -E -a

.PHONY: demo test check bench fuzz mutate every-python lock docs clean

demo: $(VENV)/.run
	$(BIN)/ssrules demo

test: $(VENV)/.run $(VENV)/.group-test $(VENV)/.group-docs $(VENV)/.group-browser
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadgroup $(ARGS)

check: $(VENV)/.run $(VENV)/.group-test $(VENV)/.group-docs $(VENV)/.group-browser $(VENV)/.group-every-python $(VENV)/.group-check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# The site: build/docs/index.html, and in Chinese build/docs/zh/index.html.
docs: $(VENV)/.run $(VENV)/.group-docs
	rm -rf build/docs
	$(SPHINX) -d build/doctrees/en docs build/docs
	$(SPHINX) -d build/doctrees/zh -c docs -t zh docs/zh build/docs/zh

bench: $(VENV)/.run $(VENV)/.group-test $(VENV)/.group-bench
	$(BIN)/python -m benchmarks $(ARGS)

# A minute a target; ARGS names targets and says for how long: `make fuzz ARGS="case --seconds 600"`.
fuzz: $(VENV)/.run $(VENV)/.group-fuzz
	$(BIN)/python -m fuzz $(ARGS)

# One thing wrong in the rules at a time: who notices? ARGS are words of the mutants to try.
mutate: $(VENV)/.run $(VENV)/.group-test
	$(BIN)/python -m mutate $(ARGS)

# The suite on every Python at hand, with the lowest and the newest dependencies: noxfile.py.
every-python: $(VENV)/.made $(VENV)/.group-every-python
	$(BIN)/nox $(ARGS)

LOCKED := test docs browser check bench fuzz build every-python

lock: $(VENV)/.group-every-python
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
	    --no-header --no-annotate --no-emit-index-url --all-extras \
	    $(addprefix --group ,$(LOCKED)) pyproject.toml -o locks/development.txt

clean:
	rm -rf $(VENV) build dist

# pip knows --group from 25.1. For another Python: `make clean` first, then `make PYTHON=… test`.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "ssrules needs Python 3.11 or later; say which: make PYTHON=python3.12 demo" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --quiet --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.run: $(VENV)/.made pyproject.toml
	$(PIP) install --quiet --editable '.[cli,frames]'
	@touch $@

$(VENV)/.group-%: $(VENV)/.made pyproject.toml
	$(PIP) install --quiet --group $*
	@touch $@
