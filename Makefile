# Signpost. `make help` lists what can be done here.

PREFIX ?= /usr/local
CONTENT ?= content
SITE ?= site
# Of `make fuzz`, in seconds for each reader, and of `make soak`.
TIME ?= 30
MINUTES ?= 60

# What the tool is linked with, and what its tests drive.
BUILD_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libsodium-dev libssl-dev libqrcodegen-dev \
	libturbojpeg0-dev libpng-dev zlib1g-dev libminizip-dev libexpat1-dev
TEST_PACKAGES := chromium chromium-headless-shell firefox-esr libxml2-utils fonts-noto-core \
	openjdk-17-jre-headless curl openssl python3-venv binutils valgrind nginx-light apache2-bin

# The standard library is linked in, so that the tool runs where there is no Swift.
RELEASE := -c release --product signpost --static-swift-stdlib --explicit-target-dependency-import-check error
SIGNPOST = $$(swift build $(RELEASE) --show-bin-path)/signpost

.DEFAULT_GOAL := help
.PHONY: help site build serve test reliability soak fuzz sanitize bench lint format docs sbom install clean needs-swift needs-to-build needs-to-test

help: ## List these targets
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

site: build ## Install what is needed, build the tool and generate the sample site into site/
	@$(SIGNPOST) build -s $(CONTENT) -o $(SITE)

build: needs-to-build ## Build the tool for release
	@swift build $(RELEASE)

serve: build ## Preview the sample site, with live reload
	@$(SIGNPOST) serve -s $(CONTENT)

test: needs-to-build needs-to-test ## Install what the tests need, and run all of them
	@.ci/test

bench: build needs-to-test ## Time the tool beside its peers, for docs/benchmarks.md (BENCH="--only edit" for a row)
	@.ci/need-packages zip
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement Tests/Benchmarks/requirements.txt
	@.venv/bin/python Tests/Benchmarks/bench.py "$(SIGNPOST)" --write docs/benchmarks.md $(BENCH)

reliability: build needs-to-test ## Try to break the tool, and write down what came of it in docs/reliability.md
	@.venv/bin/python Tests/Reliability/run.py "$(SIGNPOST)" --write docs/reliability.md

soak: build needs-to-test ## The same with other cases for MINUTES (default 60), for the last table of docs/reliability.md
	@.venv/bin/python Tests/Reliability/run.py "$(SIGNPOST)" --minutes $(MINUTES) --append docs/reliability.md

# The last flag of a kind counts, and only both in one make a program with coverage and AddressSanitizer.
fuzz: needs-to-build ## Fuzz every reader, TIME seconds each (default 30); what breaks one is kept in .build/fuzz-found
	@SIGNPOST_FUZZ=1 swift build -c release --product Fuzz --sanitize address --sanitize fuzzer \
		-Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing --scratch-path .build/fuzz
	@python3 Tests/Fuzz/run.py .build/fuzz/release/Fuzz --seconds $(TIME) --append docs/reliability.md

sanitize: needs-to-build needs-to-test ## Let ThreadSanitizer and AddressSanitizer watch the tool and its tests at work
	@for kind in thread address; do \
		swift build --sanitize $$kind --product signpost --scratch-path .build/$$kind \
			&& .venv/bin/python Tests/Reliability/sanitized.py .build/$$kind/debug/signpost --append docs/reliability.md \
			|| exit; \
	done
	@.venv/bin/python Tests/Reliability/suites.py --append docs/reliability.md

lint: needs-swift ## Check the format of the Swift sources
	@swift format lint --strict --recursive Package.swift Sources Tests

format: needs-swift ## Format the Swift sources
	@swift format --in-place --recursive Package.swift Sources Tests

docs: build ## Generate the documentation that comes from the code
	@$(SIGNPOST) schema --reference > docs/content-reference.md
	@$(SIGNPOST) schema --theme-reference > docs/theming-reference.md
	@$(SIGNPOST) explain --all > docs/diagnostics.md

sbom: build ## Print what the tool is made of (CycloneDX), with versions and licences
	@.ci/need-packages python3-minimal
	@.ci/sbom "$(SIGNPOST)"

install: build ## Install the tool and its themes below PREFIX (default /usr/local); DESTDIR is honoured
	@.ci/need-packages python3-minimal
	@PREFIX="$(DESTDIR)$(PREFIX)" .ci/install "$(SIGNPOST)"

clean: ## Remove what was built
	rm -rf .build .venv $(SITE) $(SITE).release.json

needs-swift:
	@.ci/need-swift

needs-to-build: needs-swift
	@.ci/need-packages $(BUILD_PACKAGES)

needs-to-test:
	@.ci/need-packages $(TEST_PACKAGES)
	@.ci/need-python
