# The two commands: `make run` opens the program on the shipped pack, `make test` passes the tests.
# Both set up everything they need on a bare Debian or Ubuntu machine with Python 3.11 or newer.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PY     := $(BIN)/python
PACK   := build/packs/stalins-rise.hdpack
MAP    := build/map/basemap.bin

# Bytecode matters for the start of the program, whatever the shell says.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check bench tour pack freeze self-test schema clean

help:
	@echo "make run     open HistoryDesk on the shipped pack (without a display: pictures in build/tour)"
	@echo "make test    run the tests"
	@echo "make check   lint, format, types, layers, spelling, licences"
	@echo "make pack    compile the shipped pack and the base map"
	@echo "make tour    render every screen to build/tour"
	@echo "make bench   measure the figures (build/bench.json)"
	@echo "make freeze  make the one-folder program in build/dist and let it test itself"

$(VENV)/ready-run: pyproject.toml constraints.txt
	PYTHON=$(PYTHON) .ci/system-libraries
	test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet -c constraints.txt -e '.[author]'
	$(PY) -m compileall -q src
	touch $@

$(VENV)/ready-test: $(VENV)/ready-run
	$(PY) -m pip install --quiet -c constraints.txt -e '.[dev,package]'
	touch $@

$(MAP): $(wildcard resources/map/*.geojson) src/historydesk/packs/base_map.py $(wildcard src/historydesk/packs/map_*.py) src/historydesk/domain/projection.py | $(VENV)/ready-run
	$(BIN)/historydesk map build resources/map $@

$(PACK): $(shell find resources/packs/stalins-rise -type f 2>/dev/null) $(wildcard src/historydesk/packs/*.py src/historydesk/store/*.py src/historydesk/domain/*.py) | $(VENV)/ready-run
	$(BIN)/historydesk pack build resources/packs/stalins-rise -o $@

pack: $(VENV)/ready-run $(PACK) $(MAP)

run: pack
	$(BIN)/historydesk run

test: $(VENV)/ready-test pack
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q

check: $(VENV)/ready-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(PY) .ci/check_licences.py

bench: $(VENV)/ready-test pack
	$(PY) -m compileall -q src
	$(BIN)/historydesk bench --out build/bench.json

tour: pack
	QT_QPA_PLATFORM=offscreen $(BIN)/historydesk tour --out build/tour

freeze: $(VENV)/ready-test pack
	$(BIN)/pyinstaller build.spec --noconfirm --log-level WARN --distpath build/dist --workpath build/pyinstaller
	QT_QPA_PLATFORM=offscreen build/dist/HistoryDesk/HistoryDesk self-test --json

clean:
	rm -rf build
