# `make` or `make serve` to use Postil, `make test` to test it, `make help` for the rest. Every target installs what it
# needs first (scripts/setup); the second time there is nothing left to install.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := serve
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PORT ?= 8080
N ?= 20
REFERENCE ?= ../shared/reference
ENV := . scripts/env;
WASM := --target wasm32-unknown-unknown
# What a release is made of. Trunk always makes a new dist/index.html, so its age is the age of the build.
SOURCES := $(shell find src crates static -type f -not -name '.*' 2>/dev/null) index.html Trunk.toml Cargo.toml \
	$(wildcard Cargo.lock) rust-toolchain.toml package-lock.json scripts/postbuild.mjs scripts/program.mjs scripts/shorten.mjs scripts/html.mjs

.PHONY: serve dev build check test unit browser e2e kill conformance bench clean help setup-build setup-test setup-check setup-conformance

serve: setup-build ## build the release and serve it on http://127.0.0.1:8080/ (PORT=… for another port)
	@echo "Postil will be at http://127.0.0.1:$(PORT)/ as soon as it is built; Ctrl+C ends it."
	@$(ENV) trunk serve --release --dist target/serve --port $(PORT)

dev: setup-build ## the same with a debug build, rebuilt on every change (reload by hand)
	@echo "Postil will be at http://127.0.0.1:$(PORT)/ as soon as it is built; Ctrl+C ends it."
	@$(ENV) trunk serve --dist target/dev --port $(PORT)

build: dist/index.html ## a release in dist/, for any static host and any sub-path

dist/index.html: $(SOURCES) | setup-build
	$(ENV) trunk build --release

check: setup-check dist/index.html ## format, lints, docs, licences, size budget
	$(ENV) cargo fmt --check
	$(ENV) cargo clippy --workspace --all-targets -- -D warnings
	$(ENV) cargo clippy $(WASM) --lib --bins --test browser -- -D warnings
	$(ENV) RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --workspace --lib
	$(ENV) cargo deny --offline check --hide-inclusion-graph bans licenses sources
	@$(ENV) if timeout 60 cargo deny fetch db >/dev/null 2>&1; then cargo deny check advisories; \
	else echo "Skipped: known vulnerabilities, because the advisory database cannot be reached from here."; fi
	$(ENV) node scripts/size.mjs

test: unit browser e2e kill ## every test

unit: setup-test ## the native tests
	$(ENV) cargo test --workspace

browser: setup-test ## the storage contract on the real stores of a browser
	$(ENV) cargo test $(WASM) --test browser

e2e: setup-test dist/index.html ## a person's journeys, in a browser, on the release
	$(ENV) playwright test --config tests/e2e

kill: setup-test dist/index.html ## end the browser at N random moments while it saves; nothing may be lost
	$(ENV) node tests/e2e/kill.mjs $(N)

conformance: setup-conformance ## our numbers beside published ones (REFERENCE=folder) and other programs'
	$(ENV) REFERENCE=$(REFERENCE) PYTHON="$$POSTIL_PYTHON" cargo test --test conformance

bench: setup-test dist/index.html ## figures of the release beside a plain page's, and native benches
	$(ENV) node benches/browser/bench.mjs
	$(ENV) node benches/browser/class.mjs
	$(ENV) node benches/browser/codebook.mjs
	$(ENV) cargo bench --bench native

clean: ## remove everything that was built here (the tools stay in ~/.cache/postil)
	rm -rf dist target test-results playwright-report

help: ## this list
	@sed -n 's/^\([a-z0-9]*\):.* ## \(.*\)/\1\t\2/p' Makefile | expand -t 10

# Order matters less than that each runs at most once, whatever was asked for.
setup-build setup-test setup-check setup-conformance:
	@scripts/setup $(@:setup-%=%)
