# One door: `make help` lists what there is.
export JAVA_HOME := $(shell ./tools/find-jdk)
MVN := mvn -B -q

.PHONY: help build demo test harness check format

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: ## one real session on this machine, from start to diff
	@./berth demo

build: ## compile and package everything, without tests
	$(MVN) package -DskipTests

test: ## every test
	$(MVN) verify

COUNT ?= 200
SEED ?= 1
harness: ## kill the control plane at COUNT points, chosen by SEED
	$(MVN) verify -pl local -am -Dtest=KillHarnessTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dharness.count=$(COUNT) -Dharness.seed=$(SEED)

check: ## formatting and what the compiler and its plugins find
	$(MVN) spotless:check test-compile

format: ## format every Java file
	$(MVN) spotless:apply
