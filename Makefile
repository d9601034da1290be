# Every target works as the first command after `git clone`: setup is a file target that they all depend on.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
NATIVE := $(VENV)-native
LOCK_TOOL := $(VENV)-lock/bin/uv

# Nothing is reported to anyone, and a slow machine gets time to start Prefect's server.
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export DO_NOT_TRACK := 1
export PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS := 180

# Tests that were compiled once need not be compiled again, also where a shell says otherwise.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run setup test lint check accuracy bench native peers picture format lock clean
.DEFAULT_GOAL := run

run: setup            ## the built-in demo, end to end
	@$(BIN)/tallywire demo

setup: $(READY)       ## the environment alone

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "tallywire needs Python 3.11 or newer; name one: make PYTHON=python3.12"; exit 2; }
	@echo "Setting up $(VENV) (about a minute, once) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m pip check --disable-pip-version-check > /dev/null || $(BIN)/python -m pip check
	@touch $(READY)

test: setup           ## every test, also those that start servers, with all the random examples
	HYPOTHESIS_PROFILE=full $(BIN)/python -m pytest -m "not slow" --numprocesses 2 --dist worksteal
	HYPOTHESIS_PROFILE=full $(BIN)/python -m pytest -m slow --numprocesses 2 --dist loadfile

lint: setup           ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: lint           ## what must be green in each commit: format, lint, types, quick tests
	$(BIN)/python -m pytest -m "not slow" --numprocesses 2 --dist worksteal

accuracy: setup       ## P/R/F1 per stage beside plain baselines; STAGE=figures SHOW=errors for one
	@$(BIN)/python -m tests.accuracy $(if $(STAGE),--stage $(STAGE)) $(if $(SHOW),--show $(SHOW))

bench: setup          ## CPU time and ratios, measured in one run
	@$(BIN)/python -m tests.bench

native: setup         ## figures read by compiled code, checked and timed beside the interpreted: needs a C compiler, takes minutes
	@rm -rf build/native
	@echo "Compiling (about four minutes on two cores) ..."
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=true $(BIN)/python -m hatchling build -t wheel -d build/native/wheel
	@rm -rf $(NATIVE)
	@$(BIN)/python -m venv --without-pip $(NATIVE)
	@# Beside the wheel: what $(VENV) has installed, and the tests.
	@$(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib")); print("$(CURDIR)")' \
	  > $$($(NATIVE)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/beside.pth
	@$(BIN)/python -m pip --python $(NATIVE)/bin/python install --quiet --disable-pip-version-check --no-deps --no-index build/native/wheel/*.whl
	@$(BIN)/python -m tests.bench.native $(NATIVE)/bin/python
	@$(NATIVE)/bin/python -P -m pytest --override-ini pythonpath= tests/extractors/figures

peers:                ## other extractors to measure against, in an environment of their own (.venv-peers)
	$(PYTHON) -m venv $(VENV)-peers
	$(VENV)-peers/bin/pip install --quiet -r tests/accuracy/peers/requirements.txt
	$(VENV)-peers/bin/pip install --quiet --no-deps --no-build-isolation -r tests/accuracy/peers/without-requirements.txt

picture: setup        ## the README's picture, drawn from the demo
	$(BIN)/python -m tests.docs.picture

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:                 ## resolve pyproject.toml into requirements.lock: hashes, and no registry address
	$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/pip install --quiet uv
	$(LOCK_TOOL) pip compile --quiet --universal --generate-hashes --no-emit-index-url --extra dev \
	  --python-version 3.11 --custom-compile-command "make lock" pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) $(VENV)-lock $(VENV)-peers $(NATIVE) build dist
