# `make run` and `make test` set up what they need; `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8000
export PORT

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

# A stamp says that what it stands for has been done since its files changed.
VENV := .venv/venv.stamp
RUNTIME := .venv/runtime.stamp
DEV := .venv/dev.stamp
STATIC := var/static.stamp
CATALOGUES := var/catalogues.stamp
SECRET := var/secret_key
NODE := lighthouse/node_modules/.package-lock.json

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help setup run dev teacher test audit check mutants bench lighthouse screenshots docs messages clean

help:
	@echo 'make run      serve the site on http://127.0.0.1:8000/ (PORT=8001 make run: elsewhere)'
	@echo 'make teacher  make an account for a teacher'
	@echo 'make setup    set up what serving needs, and stop'
	@echo 'make dev      serve with autoreload and error pages for developers'
	@echo 'make test     audit the facts and the items, then run all tests'
	@echo 'make audit    the audits alone'
	@echo 'make check    lint, types, imports, templates, migrations, deployment'
	@echo 'make mutants  make small mistakes in what decides right and wrong: do tests notice?'
	@echo 'make bench    measure (needs wrk)'
	@echo 'make lighthouse  what Lighthouse says of the pages (needs Node and npm)'
	@echo 'make screenshots  take the pictures of docs/screenshots anew'
	@echo 'make docs     write docs/kinds.md anew'
	@echo 'make messages bring the catalogues of locale/ up to date with the code (needs gettext)'
	@echo 'make clean    remove what was made, but for the database and the secret key'

# The database has what teachers sign in by: nobody else on this machine reads it.
setup: $(STATIC) $(CATALOGUES) $(SECRET)
	@chmod 700 var
	@$(MANAGE) migrate --no-input --verbosity 0
	@$(MANAGE) loadfacts
	@$(MANAGE) rate_items
	@$(MANAGE) purge
	@$(MANAGE) clearsessions

run: setup
	@exec $(BIN)/gunicorn spacequiz.wsgi

dev: setup
	@DEBUG=1 exec $(MANAGE) runserver 127.0.0.1:$(PORT)

teacher: setup
	@$(MANAGE) create_teacher

# The audits come first, so that the last line is pytest's.
test: $(DEV) audit
	@CHROMIUM="$$(scripts/find-browser)" && export CHROMIUM && $(BIN)/pytest --numprocesses 2 --dist worksteal

# On a database that is made for it and removed, or on the one that DATABASE_URL names.
audit: $(RUNTIME) $(CATALOGUES) $(SECRET)
	@if [ -z "$$DATABASE_URL" ]; then \
		folder="$$(mktemp -d var/audit.XXXXXX)" && trap 'rm -rf "$$folder"' EXIT && \
		export DATABASE_URL="sqlite:///$$folder/db.sqlite3"; \
	fi && \
	$(MANAGE) migrate --no-input --verbosity 0 && \
	$(MANAGE) loadfacts && \
	$(MANAGE) audit_facts && \
	$(MANAGE) audit_items

check: $(DEV) $(SECRET)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	find templates/admin -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --deploy --fail-level INFO
	HTTPS=1 $(MANAGE) check --deploy --fail-level INFO

docs: setup
	@mkdir -p build && $(MANAGE) describe_kinds > build/kinds.md && mv build/kinds.md docs/kinds.md

messages: $(RUNTIME) $(SECRET)
	@$(MANAGE) makemessages

mutants: $(DEV) $(SECRET)
	@$(BIN)/python -m mutation

bench: setup
	@$(BIN)/python -m bench

lighthouse: $(DEV) $(NODE) setup
	@CHROMIUM="$$(scripts/find-browser)" && export CHROMIUM && $(BIN)/python -m lighthouse

# README's picture is one of them.
screenshots: $(DEV) setup
	@CHROMIUM="$$(scripts/find-browser)" && export CHROMIUM && $(BIN)/python -m bench.screenshots

clean:
	rm -rf .venv build lighthouse/node_modules var/static $(STATIC) $(CATALOGUES) locale/*/*/*.mo .*_cache .hypothesis
	find spacequiz quizzes tests -name __pycache__ -prune -exec rm -rf {} +

$(VENV):
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { \
		echo '$(PYTHON) is not Python 3.11, 3.12 or 3.13: name one, as in PYTHON=python3.12 make' >&2; \
		exit 1; }
	@echo 'Making .venv ...'
	@$(PYTHON) -m venv .venv
	@touch $@

$(RUNTIME): requirements.txt | $(VENV)
	@echo 'Installing requirements.txt ...'
	@$(PIP) -r $<
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@echo 'Installing requirements-dev.txt ...'
	@$(PIP) -r $<
	@touch $@

# Lighthouse and no scripts of what it brings; the browser is the one that there is.
$(NODE): lighthouse/package-lock.json
	@echo 'Installing lighthouse/package-lock.json ...'
	@PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix lighthouse --ignore-scripts --no-audit --no-fund \
		--loglevel error
	@touch $@

$(SECRET): | $(VENV)
	@mkdir -p var
	@umask 077 && $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))' > $@

$(STATIC): $(RUNTIME) $(shell find quizzes/static -type f) | $(SECRET)
	@echo 'Collecting static files ...'
	@$(MANAGE) collectstatic --clear --no-input --verbosity 0
	@touch $@

$(CATALOGUES): $(RUNTIME) $(shell find locale -name '*.po') fixtures/people.json | $(SECRET)
	@echo 'Compiling catalogues ...'
	@$(MANAGE) compile_catalogues --verbosity 0
	@touch $@
