# Runs from a clean clone on Debian 12, as root or not, with or without a display.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# The Python that made .venv is the one to use; none is downloaded behind anybody's back.
export UV_PYTHON_DOWNLOADS := never
# Where the system keeps certificates they are trusted, as pip does: a proxy's own may be among them.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt),)
export UV_SYSTEM_CERTS := true
endif
ENGLISH := resources/translations/kioskifly_en
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.DEFAULT_GOAL := help
.PHONY: help setup demo test long faults lint format translations screenshots bench soak package deb clean

help:  ## show these lines
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: $(READY) $(ENGLISH).qm  ## install the program and its tools in .venv, once
	@packaging/ensure-qt-libraries.sh

$(READY): pyproject.toml uv.lock
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else f"Python 3.11 or newer is needed, and $(PYTHON) is {sys.version.split()[0]}. Try: make PYTHON=/usr/bin/python3")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "This Python cannot make virtual environments: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/uv --version >/dev/null 2>&1 || { $(PYTHON) -m venv --clear .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.13,<0.14'; }
	$(BIN)/uv sync --frozen --quiet
	@touch $@

$(ENGLISH).qm: $(ENGLISH).ts packaging/translations.py | $(READY)
	$(BIN)/python packaging/translations.py --build

demo: setup  ## open a demo shop, or without a display save pictures of a tour in build/demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		packaging/ensure-qt-libraries.sh --window && \
		{ [ -d build/demo/shop ] || $(BIN)/kioskifly demo build/demo/shop; } && \
		exec $(BIN)/kioskifly --data build/demo/shop; \
	else \
		exec env $(OFFSCREEN) $(BIN)/kioskifly tour --out build/demo; \
	fi

test: setup lint  ## check style, types and layers, then run the tests on every core
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto

long: setup  ## run the tests of minutes: kills, 10,000 random movements
	$(OFFSCREEN) $(BIN)/python -m pytest -m long -n auto

faults: setup  ## break disks, files, clocks and the program itself, and count what was lost
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto -m "long or not long" \
		$(addprefix tests/test_,$(addsuffix .py,kills import_kills upgrade_kills disk_faults full_disk unsaved \
			power_loss upgrade_faults read_only locks rivals clock_faults bad_days damage fuzz \
			hostile_text hostile_arguments)) \
		tests/adapters/test_backup_kills.py tests/adapters/test_printing_kills.py

lint: $(READY)  ## check style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## write the code the house way
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: $(READY)  ## bring the texts of the code into resources/translations; tell which aren't translated
	$(BIN)/python packaging/translations.py

screenshots: setup  ## save pictures: every screen in build/screenshots, the guide's in docs
	$(OFFSCREEN) $(BIN)/python -m tests.screenshots build/screenshots
	$(OFFSCREEN) $(BIN)/python -m tests.screenshots_guide

bench: setup  ## measure how fast it is, in build/bench
	$(OFFSCREEN) $(BIN)/python -m tests.bench build/bench
	$(OFFSCREEN) $(BIN)/python -m tests.bench.start build/bench
	$(OFFSCREEN) $(BIN)/python -m tests.bench.stalls build/bench

soak: setup  ## use it for an hour and draw the memory it holds, in build/soak
	$(OFFSCREEN) $(BIN)/python -m tests.soak 60 build/soak

package: setup  ## build the program in dist/kioskifly, with all it needs
	$(BIN)/uv sync --frozen --quiet --group package
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller packaging/kioskifly.spec
	packaging/smoke.sh dist/kioskifly/kioskifly

deb: package  ## make a Debian package of it, in build
	packaging/make_deb.sh

clean:  ## remove everything that is built, the virtual environment too
	rm -rf .venv build dist resources/translations/*.qm .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
