# Klubbat: `make help` lists the targets. Everything lives in .venv; nothing is installed on the machine but the browser for tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
PORT ?= 8000
SAMMANTRADEN ?= 220

# Every start of the program would compile it anew, which takes two seconds, and the tests start it hundreds of times.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev setup-browser serve build check hooks test test-quick fuzz lint lock bench bench-desk bench-guard bench-search bench-serving bench-stock bench-tasks pictures reproduce audit sbom clean

help: ## Visa målen
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Gör .venv med kommandot .venv/bin/klubbat

setup-dev: $(READY_DEV) ## Det och allt som testerna behöver

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Klubbat behöver Python 3.11 eller senare: make PYTHON=python3.12 setup")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(READY_DEV): $(READY) requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

setup-browser: ## Installera det som testerna kör (Debian/Ubuntu) där det saknas: Chromium, nginx och wrk
	@missing=$$(command -v chromium-headless-shell >/dev/null 2>&1 || echo chromium-headless-shell); \
	[ -x /usr/sbin/nginx ] && [ -e /etc/nginx/modules-enabled/50-mod-http-brotli-static.conf ] \
	  || missing="$$missing nginx libnginx-mod-http-brotli-static"; \
	command -v systemd-analyze >/dev/null 2>&1 || missing="$$missing systemd"; \
	command -v wrk >/dev/null 2>&1 || missing="$$missing wrk"; \
	[ -z "$$missing" ] || { \
	  echo "Installerar $$missing ..."; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null \
	  || command -v chromium >/dev/null; }

serve: setup ## Bygg arkivet och visa det på http://127.0.0.1:8000/
	$(BIN)/klubbat visa --port $(PORT)

build: setup ## Bygg arkivet till site/
	$(BIN)/klubbat bygg

check: setup ## Kontrollera och granska arkivets filer
	$(BIN)/klubbat kontrollera
	$(BIN)/klubbat granska

hooks: setup ## Kontrollera och granska det köade före varje git commit
	@git rev-parse --git-dir >/dev/null 2>&1 || { echo "Mappen är inget git-arkiv än: skriv git init -b main först." >&2; exit 1; }
	git config core.hooksPath .githooks

lint: setup-dev ## Stil, typer och importregler
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench-guard: setup-dev ## Mät granskningen: träffar, missar och tid
	$(BIN)/python -m tests.bench.guard

test: lint setup-browser ## Kör alla tester
	$(BIN)/python -m pytest

test-quick: lint ## Kör de tester som inte öppnar webbläsare, bygger hela webbplatser eller tar mer än en tiondels sekund
	$(BIN)/python -m pytest -m "not slow"

bench: setup-dev setup-browser ## Mät byggtiderna mot andra program och skriv tabellen i docs/prestanda.md (flera minuter)
	$(BIN)/python -m tests.bench.measure --sidor 1000,5000,20000 --omgångar 3 --ut docs/prestanda.md

bench-search: setup-dev setup-browser ## Mät sökningen på ett provarkiv (SAMMANTRADEN=220, 5 000 sidor) och skriv i docs/sokning.md
	$(BIN)/python -m tests.bench.search --ord --ut docs/sokning.md
	$(BIN)/python -m tests.bench.search --meetings $(SAMMANTRADEN) --ut docs/sokning.md

bench-serving: setup-dev setup-browser ## Mät nginx med de levererade inställningarna medan utgåvor byts, och skriv i docs/drift.md
	$(BIN)/python -m tests.bench.serving --ut docs/drift.md

bench-stock: setup-dev ## Ge MkDocs-Material, som det är, samma fel som Klubbat prövas med (docs/tillforlitlighet.md)
	$(BIN)/python -m tests.bench.stock

bench-desk: setup-dev ## Mät hur länge den som sparar vid skrivbordet väntar, och skriv i docs/prestanda.md (SAMMANTRADEN=0: arkivet som följer med)
	$(BIN)/python -m tests.bench.desk --meetings $(SAMMANTRADEN) --ut docs/prestanda.md

bench-tasks: setup-dev setup-browser ## Räkna klick och skärmar för tolv ärenden, före sidornas nya utseende och nu, i docs/lasare.md
	$(BIN)/python -m tests.bench.tasks --ut docs/lasare.md

pictures: setup-dev setup-browser ## Ta om bilderna i hjälpen och i README, och varje slag av sida till .cache/sidor
	$(BIN)/python -m tests.docs.pictures

fuzz: setup-dev ## Pröva länge: egenskaper med nya exempel, varje avbrott, varje filoperation som misslyckas, fientliga filer, slarv i rubrikdelar, ändringar av det som visas
	$(BIN)/python -m pytest --hypothesis-profile=fuzz tests/reading tests/texts tests/dates tests/editor tests/imports tests/site/test_on_demand.py tests/site/test_incremental.py
	$(BIN)/python -m pytest tests/site/test_every_kill.py tests/site/test_release.py tests/guard/test_attachments.py tests/guard/test_attachment_faults.py
	$(BIN)/python -m tests.reading.slips
	$(BIN)/python -m tests.site.tampering
	$(BIN)/python -m tests.site.failing

reproduce: setup-dev ## Bygg arkivet under annat språk, annan tidszon och annat hash-frö, och jämför varje byte
	$(BIN)/python -m pytest -n0 tests/site/test_bygg.py -k same_day_gives_the_same_bytes

lock: setup-dev ## Gör om låsfilerna efter pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

audit: setup-dev ## Fråga om kända säkerhetsfel i paketen; misslyckas också när ingen svarar
	$(BIN)/python -m tests.docs.audit

sbom: setup-dev ## Skriv listan över paketen för maskiner (CycloneDX) i .cache/sbom.cdx.json
	$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible -o .cache/sbom.cdx.json requirements.lock

clean: ## Ta bort det som byggts (inte arkivet)
	rm -rf site .site .cache $(VENV)
