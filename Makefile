# Everything that a developer or maintainer runs. `make site` and `make test` set up what they need.
.DEFAULT_GOAL := help
.PHONY: help site serve check wheel test test-all suite quick quick-with lint nightly coverage mutants audit bench bench-compare fuzz faults golden schema messages fonts lock clean lint-web types engines conformance

PYTHON ?= python3
BIN := .venv/bin
KIT ?= .
export NO_MKDOCS_2_WARNING := 1
unexport PYTHONDONTWRITEBYTECODE # each worker and each command of a test would compile everything anew

help: ## Show these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: .venv/ready ## Build the whole site into site/ (KIT=… for another folder's kit)
	@$(BIN)/rolebook build "$(KIT)"

serve: .venv/ready ## Serve it on this machine, live (KIT=…)
	@$(BIN)/rolebook serve "$(KIT)"

check: .venv/ready ## Show every problem in roles.yaml (KIT=…)
	@$(BIN)/rolebook check "$(KIT)"

wheel: .venv/ready ## Pack Rolebook into dist/, to install it elsewhere
	rm -rf dist
	$(BIN)/pip wheel -q --disable-pip-version-check --no-deps --no-build-isolation -w dist .

# Tests of the browser wait more than they compute: four workers or more, however few the cores (tests/conftest.py).
PYTEST := $(BIN)/pytest -n auto --dist worksteal
TIER ?= not slow and not nightly

test: .venv/ready-dev ## Lint, types, imports, and the tests of what breaks in daily work, the browser's too
test-all: .venv/ready-dev ## These and the slow tests: what each submission has to pass (TIER="not nightly" for others)
test-all: TIER := not nightly
test-all: tests/conformance/node_modules/ready
test test-all:
	$(BIN)/python tests/install_tools.py
	@$(MAKE) --no-print-directory -k -j2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target) TIER="$(TIER)" lint suite || \
	  { echo "Something above is wrong: lint, which speaks as soon as it is done, or a test."; exit 1; }

suite: .venv/ready-dev
	+$(PYTEST) -m "$(TIER)"

QUICK := --ignore=tests/browser --deselect tests/formats/test_xlsx.py::test_the_summary_computes_what_we_compute

quick: .venv/ready-dev ## The tests without a browser or an office
	$(PYTEST) -m "$(TIER)" $(QUICK)

RESOLUTION ?= lowest-direct
WITH := .venv-$(RESOLUTION)

quick-with: .venv-uv/ready ## These with the oldest dependencies that are allowed, or the newest (RESOLUTION=highest)
	$(PYTHON) -m venv --clear $(WITH)
	.venv-uv/bin/uv pip compile pyproject.toml --extra dev -q --resolution $(RESOLUTION) -o $(WITH)/requirements.txt
	$(WITH)/bin/pip install -q --disable-pip-version-check -r $(WITH)/requirements.txt
	$(WITH)/bin/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(WITH)/bin/pytest -n auto --dist worksteal $(QUICK)

lint: .venv/ready-dev lint-web
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --config pyproject.toml

nightly: .venv/ready-dev tests/conformance/node_modules/ready ## What takes an hour: the tests measured and thorough, other engines, faults, known weaknesses, others' checkers
	$(MAKE) --no-print-directory audit
	$(BIN)/python tests/install_tools.py
	$(MAKE) --no-print-directory coverage
	THOROUGHNESS=20 $(PYTEST) -k "any or hostile or planning or without_room" tests/source/test_hostile.py \
	  tests/documents/test_any_kit.py tests/formats tests/kit tests/build
	$(MAKE) --no-print-directory fuzz FILES=20000
	$(MAKE) --no-print-directory faults
	$(MAKE) --no-print-directory engines
	$(MAKE) --no-print-directory conformance

conformance: .venv/ready-dev tests/conformance/node_modules/ready ## Let checkers that others wrote read what the shipped kit becomes
	$(BIN)/python tests/install_tools.py default-jre-headless libreoffice-writer
	$(BIN)/python -m tests.conformance

engines: .venv/ready-dev ## Let ProperDocs and Zensical build the shipped kit, and compare with Material
	$(BIN)/python -m tests.engines

coverage: .venv/ready-dev ## Every test, and which code they reach, in all processes (at least 95 %)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto --dist worksteal
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --skip-covered

mutants: .venv/ready-dev ## Which of 300 small changes to the code no test notices (MUTANTS=…, SEED=…; an hour)
	$(BIN)/python -m tests.mutants --mutants $(or $(MUTANTS),300) --seed $(or $(SEED),16)

# TypeScript holds scripts to their types and to what pages tell them (types/); Biome formats scripts and styles, and
# finds mistakes in scripts; Stylelint finds mistakes in styles, and what would not be mirrored in Arabic. They run on
# the Node of the environment, so that no machine needs one of its own.
lint-web: export PATH := $(CURDIR)/$(BIN):$(PATH)
lint-web: node_modules/ready
	node_modules/.bin/tsc -b
	node_modules/.bin/biome check
	node_modules/.bin/stylelint "theme_overrides/**/*.css"

audit: .venv/ready-dev ## Ask whether a locked dependency has a known weakness
	$(BIN)/python tests/audit.py

bench: .venv/ready-dev ## Measure everything against what else there is, an hour (PARTS=… for some of it)
	$(BIN)/python tests/install_tools.py hugo
	$(BIN)/python -m tests.benchmarks $(PARTS)

bench-compare: .venv/ready-dev ## Compare the run of this commit with that of another (BASE=…)
	$(BIN)/python -m tests.benchmarks.compare $(BASE)

fuzz: .venv/ready-dev ## Try 100,000 broken kits, compose 5,000 and build 200 that pass `check` (FILES=… KITS=… BUILT=…)
	$(BIN)/python -m tests.source.hostile $(or $(FILES),100000)
	$(BIN)/python -m tests.build.test_mutated_kits $(or $(KITS),5000) $(or $(BUILT),200)

faults: .venv/ready-dev ## Kill fifty builds at moments spread over their run
	$(BIN)/python -m tests.build.test_faults 50

golden: .venv/ready-dev ## Rewrite the golden files; review the difference
	$(BIN)/pytest -q tests/golden tests/rules/test_rules.py tests/source/test_slips.py --update-golden

schema: .venv/ready ## Rewrite roles.schema.json
	$(BIN)/rolebook schema > roles.schema.json

types: .venv/ready ## Rewrite types/tools.d.ts: what pages tell the scripts
	$(BIN)/python -m rolebook.formats.script_types > types/tools.d.ts

messages: .venv/ready-dev ## Bring the interface's catalogues up to date with the code
	$(BIN)/python -m rolebook.interface.extraction

# FiraGO, subset to what Latin and Arabic pages show. Its primary names are left out: “Fira” is reserved (OFL 1.1).
LATIN := U+0020-007E,U+00A0-017F,U+02BC,U+02C6,U+02DC,U+2002-2010,U+2013,U+2014,U+2018-201E,U+2020-2022,U+2026,U+2030,$\
U+2032,U+2033,U+2039,U+203A,U+20AC,U+2122,U+2190-2193,U+2212,U+2260,U+2264,U+2265,U+2610
ARABIC := U+0020-002F,U+003A-003F,U+0600-06FF,U+0750-077F,U+200C-200F,U+2010-2014,U+FB50-FDFF,U+FE70-FEFC
SUBSET = $(BIN)/python -c "import sys, pymupdf_fonts as f; sys.stdout.buffer.write(f.myfont('$(1)'))" > .venv/$(1).ttf && \
	$(BIN)/pyftsubset .venv/$(1).ttf --flavor=woff2 --layout-features='*' --name-IDs=0,5,13,14 --unicodes='$(2)' \
	  --output-file=theme_overrides/assets/fonts/$(3).woff2

fonts: .venv/ready-fonts ## Make the site's fonts
	$(call SUBSET,figo,$(LATIN),firago-latin-400)
	$(call SUBSET,figbo,$(LATIN),firago-latin-700)
	$(call SUBSET,figit,$(LATIN),firago-latin-400i)
	$(call SUBSET,figo,$(ARABIC),firago-arabic-400)
	$(call SUBSET,figbo,$(ARABIC),firago-arabic-700)

lock: .venv-uv/ready .venv/ready-dev ## Lock every dependency, with hashes
	$(LOCK) --extra build -o requirements.lock
	$(LOCK) --extra dev --extra fonts --extra bench -o requirements-dev.lock
	$(BIN)/npm install --package-lock-only
LOCK = .venv-uv/bin/uv pip compile pyproject.toml --universal -q --no-header --no-emit-index-url --generate-hashes

clean: ## Remove what was built (what is cached: rolebook clean)
	rm -rf site public

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Rolebook needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv || { echo "The module venv is missing. On Debian: apt install python3-venv"; rm -rf .venv; exit 1; }

.venv/ready: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/ready-dev: requirements-dev.lock pyproject.toml | .venv/bin/python
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@ .venv/ready

node_modules/ready: package-lock.json .npmrc .venv/ready-dev
	$(BIN)/npm ci --silent
	touch $@

# `npm ci` asks for OpenXmlValidator's programs for other machines as well, which not every registry has.
tests/conformance/node_modules/ready: tests/conformance/package-lock.json .venv/ready-dev
	cd tests/conformance && PATH="$(CURDIR)/$(BIN):$$PATH" npm install --no-save --silent
	touch $@

.venv/ready-fonts: .venv/ready-dev
	touch $@

.venv-uv/ready: # the resolver, apart from what Rolebook is made with
	$(PYTHON) -m venv --clear .venv-uv
	.venv-uv/bin/pip install -q --disable-pip-version-check uv
	touch $@
