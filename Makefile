# Everything a developer does with Roost. `make` alone lists it.

SHELL := /bin/bash

# Debian packages that the code is built with. Another one is one word more.
PACKAGES := libargon2-dev libcrypt-dev libcurl4-openssl-dev libsqlite3-dev libssl-dev tzdata zlib1g-dev

# What the guide's commands are given in, and so the tests that run them.
TEST_PACKAGES := curl jq openssl python3

# Where the cases for conformance and the peers for benchmarks are checked out.
SHARED ?= ../shared

# One binary that runs where no Swift is installed, and starts without loading its libraries.
RELEASE := -c release --static-swift-stdlib

# What `make run` hands to `roost serve`: make run ARGS="--port 9000"
ARGS ?=

# The tests that run under the sanitizers too.
SANITIZED := CryptoTests|HTTPTests|JSONTests|OutboundTests|PosixTests|SQLiteTests|ServerTests|TimeTests|WebTests|BookingTests|RacesTests|RoostTests

# How many tests run at a time. All of them at once keep each other from what they wait for on two cores.
AT_ONCE := --experimental-maximum-parallelization-width 8

SWIFT_FILES := Package.swift Sources Tests

.DEFAULT_GOAL := help
.PHONY: help deps build trial run test check lint format sanitize conformance examples fuzz faults \
	calendars client document httplint mails pages schemathesis sockets webhooks kill kill-bookings kill-notices races \
	bench bench-live bench-storage bench-tokens \
	profile sign-ins openapi clean shared-material

help: ## Lists the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) \
		| awk -F ':.*## ' '{ printf "  make %-14s %s\n", $$1, $$2 }'

deps: ## Installs the Debian packages that are missing
	@missing=$$(for package in $(PACKAGES) $(TEST_PACKAGES); do \
		[ "$$(dpkg-query -W -f='$${db:Status-Status}' $$package 2>/dev/null)" = installed ] \
			|| echo $$package; done); \
	[ -z "$$missing" ] && exit 0; \
	echo "installing" $$missing; \
	as_root=; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	$$as_root apt-get update -qq \
		&& $$as_root env DEBIAN_FRONTEND=noninteractive \
			apt-get install -y -qq --no-install-recommends $$missing

build: deps ## Builds the server for production
	@swift build $(RELEASE) --product roost

run: build ## Builds and serves; ARGS="--port 9000" are its flags
	@exec "$$(swift build $(RELEASE) --show-bin-path)/roost" serve $(ARGS)

test: deps ## Runs every test
	@swift test $(AT_ONCE)

check: deps lint ## All that must hold before a change lands: format, warnings, tidiness, tests
	@swift build --build-tests
	@swift test --skip-build $(AT_ONCE)

lint: ## Says where the format is not the house's
	@swift format lint --strict --parallel --recursive $(SWIFT_FILES)

format: ## Formats the sources
	@swift format --in-place --parallel --recursive $(SWIFT_FILES)

# XCTest itself leaks 144 bytes, so leaks are not counted; every other finding is an error.
sanitize: deps ## Runs tests under the thread sanitizer and the address sanitizer
	@TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Workbench/thread-sanitizer.txt \
		swift test $(AT_ONCE) --sanitize=thread --scratch-path .build/thread --filter '$(SANITIZED)'
	@ASAN_OPTIONS=detect_leaks=0 \
		swift test $(AT_ONCE) --sanitize=address --scratch-path .build/address --filter '$(SANITIZED)'

# The program for trials that are no tests: Tests/Trial.
trial: deps
	@swift build $(RELEASE) --product trial

TRIAL = "$$(swift build $(RELEASE) --show-bin-path)/trial"

ROOST = "$$(swift build $(RELEASE) --show-bin-path)/roost"

conformance: shared-material trial build ## Sends the conformance cases of $(SHARED) to a server
	@Tests/Trial/conformance.sh $(TRIAL) "$(SHARED)/conformance"
	@Tests/Trial/naughty.sh $(ROOST) "$(SHARED)/conformance"

examples: build ## Does what clients of the five documents do, on fresh servers
	@Tests/Trial/Documents/run.sh $(ROOST)

# How long `make fuzz` goes on, and where its chance begins.
SECONDS_OF_FUZZING ?= 60
SEED ?= 1

fuzz: trial ## Sends mutated bytes to the readers and to a server; SECONDS_OF_FUZZING=3600 SEED=2
	@Tests/Trial/fuzz.sh $(TRIAL) $(SECONDS_OF_FUZZING) $(SEED)

# How long `make faults` may take: then it has failed.
SECONDS_OF_FAULTS ?= 900

faults: trial ## Fails each operation of the disk in turn, and cuts the power after it; SEED=2
	@$(TRIAL) faults --seconds $(SECONDS_OF_FAULTS) --seed $(SEED)

KILLS ?= 50

kill: trial ## Kills a process with 64 writers, and looks at what is left; KILLS=500 SEED=2
	@$(TRIAL) kill --rounds $(KILLS) --seed $(SEED)

BOOKING_KILLS ?= 20

calendars: build ## Has another program read the calendars of a server
	@Tests/Trial/calendars.sh $(ROOST)

document: build ## Has another program read the OpenAPI document of a server, and looks what it doesn't
	@Tests/Trial/document.sh $(ROOST)

client: build ## Has another program make a client out of the OpenAPI document, and books with it
	@Tests/Trial/client.sh $(ROOST)

httplint: build ## Has another program look at an answer of each operation
	@Tests/Trial/httplint.sh $(ROOST)

# How many requests are made for each operation at most, in each way of making them.
EXAMPLES ?= 100

schemathesis: build ## Has another program ask what the OpenAPI document lets it, for long; EXAMPLES=10 SEED=2
	@Tests/Trial/schemathesis.sh $(ROOST) $(EXAMPLES) $(SEED)

webhooks: build ## Has another program verify what a server posts
	@Tests/Trial/webhooks.sh $(ROOST)

sockets: build ## Has another program be the client of a server's WebSockets
	@Tests/Trial/sockets.sh $(ROOST)

# Where `make pages` leaves the pictures: make pages PICTURES=/tmp/pages
PICTURES ?=

pages: build ## Has a browser read every page, sign in, book and cancel
	@Tests/Trial/pages.sh $(ROOST) $(PICTURES)

# How many listen at once.
LISTENERS ?= 5000

bench-live: build ## Measures what listeners cost, and how soon all of them hear; LISTENERS=1000
	@Tests/Trial/live.sh $(ROOST) $(LISTENERS)

# Where `make mails` leaves the mails and their pictures: make mails MAILS=/tmp/mails
MAILS ?=

mails: build ## Sends every mail to another program's server, and has others read and draw them
	@Tests/Trial/mails.sh $(ROOST) $(MAILS)

kill-notices: build ## Kills a server while it tells others of bookings, and looks what they were told
	@python3 Tests/Trial/notices.py $(ROOST)

kill-bookings: trial build ## Kills a server amid bookings, and compares promises with facts; BOOKING_KILLS=200 SEED=2
	@$(TRIAL) kill-bookings --rounds $(BOOKING_KILLS) --seed $(SEED)

# How many people race for each thing, and how often.
PEOPLE ?= 500
RACES ?= 1

races: trial build ## Lets many clients race for one thing, and examines every answer; PEOPLE=900 RACES=5 SEED=2
	@$(TRIAL) races --workers 2 --people $(PEOPLE) --rounds $(RACES) --seed $(SEED)
	@$(TRIAL) races --workers 8 --people $(PEOPLE) --rounds $(RACES) --seed $(SEED)

# Who is measured beside Roost, and at what: see the README of the bench. Bookings, of many classes and of one
# event: make bench PEERS="fastapi pocketbase roost-hot" WORKLOADS="W3 W5"
PEERS ?= nginx
WORKLOADS ?= W1 W6 W7
ROUNDS ?= 3

bench: shared-material build ## Measures beside the peers of $(SHARED), in one run
	@Tests/Trial/bench.sh "$$(swift build $(RELEASE) --show-bin-path)/roost" \
		"$(SHARED)/bench" "$(ROUNDS)" "$(PEERS)" "$(WORKLOADS)"

# How large the database is that is copied while 64 callers write.
MEGABYTES ?= 500

bench-storage: trial ## Measures commits in groups, replay, and writes while a backup is made
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT \
		&& Tests/Trial/commits.sh $(TRIAL) "$$folder" \
		&& $(TRIAL) replay "$$folder/replay.db" \
		&& $(TRIAL) backup-load --megabytes $(MEGABYTES)

# What `make profile` counts: book or list, and how many requests.
WORKLOAD ?= book
REQUESTS ?= 2000

profile: build ## Counts the instructions of a request, and tells what spends them; WORKLOAD=list REQUESTS=5000
	@Tests/Trial/profile.sh $(ROOST) $(WORKLOAD) $(REQUESTS)

bench-tokens: trial ## Measures what it takes to issue and to verify an access token
	@$(TRIAL) tokens

sign-ins: build ## Signs 200 people in at once, and measures how others fare meanwhile
	@Tests/Trial/sign-ins.sh $(ROOST)

openapi: deps ## Writes docs/openapi.json anew from the routes
	@UPDATE_SNAPSHOTS=1 swift test --filter OpenAPI

# What needs those cases or peers depends on this.
shared-material:
	@[ -d "$(SHARED)" ] || { echo "no folder $(SHARED): say SHARED=path" >&2; exit 1; }

clean: ## Removes what was built
	@rm -rf .build
