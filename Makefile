# One door: `make help` lists what there is.
export JAVA_HOME := $(shell ./tools/find-jdk)
MVN := mvn -B -q

.PHONY: help build test format

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

build: ## compile and package everything, without tests
	$(MVN) package -DskipTests

test: ## every test
	$(MVN) verify

format: ## format every Java file
	$(MVN) spotless:apply
