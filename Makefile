# One door: `make help` lists what there is.
export JAVA_HOME := $(shell ./tools/find-jdk)
MVN := mvn -B -q

.PHONY: help build demo bench test test-containers test-aws test-deployed lambda-check harness engine-harness check format sbom \
  reference-session synth lint-templates permissions deploy destroy smoke-aws

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: ## one real session on this machine, from start to diff
	@./berth demo

bench: ## how fast, how big and how dear a session is; figures in target/bench.json
	@./berth bench --out target/bench.json

build: ## compile and package everything, without tests
	$(MVN) package -DskipTests

test: ## every test this machine can run; OPTIONS are Maven's
	mvn -B -ntp -T 2 verify -Dtests.excluded="$$(tools/missing-suites --tags),engine,localstack,ministack" $(OPTIONS)
	@tools/missing-suites

test-containers: ## of these, only what needs a container engine or Codex
	mvn -B -ntp -T 2 verify -pl local -am -Dgroups="docker | codex" -Djacoco.skip=true \
	  -Dtests.excluded="$$(tools/missing-suites --tags),engine,localstack,ministack" $(OPTIONS)
	@tools/missing-suites

test-aws: ## the AWS adapters against LocalStack and ministack, which need a container engine; OPTIONS are Maven's
	mvn -B -ntp verify -pl functions -am -Dgroups="localstack | ministack" -Djacoco.skip=true \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dtests.excluded="$$(tools/missing-suites --tags)" $(OPTIONS)
	@tools/missing-suites

test-deployed: ## the templates and the packaged functions deployed on ministack, and whole sessions run there
	mvn -B -ntp package -pl infra-cdk -am -Dtest=DeploymentTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Djacoco.skip=true -Dtests.excluded="$$(tools/missing-suites --tags)" $(OPTIONS)
	@tools/missing-suites

lambda-check: ## the packaged functions under Lambda's own runtime client; figures in functions/target/lambda-check.json
	mvn -B -ntp -q verify -pl functions -am -DskipTests -Plambda-check $(OPTIONS)

COUNT ?= 200
SEED ?= 1
harness: ## kill the control plane at COUNT points, chosen by SEED
	$(MVN) verify -pl local -am -Dtest=none -Dit.test=KillHarnessIT -Dsurefire.failIfNoSpecifiedTests=false \
	  -Djacoco.skip=true \
	  -Dharness.count=$(COUNT) -Dharness.seed=$(SEED)

RESTART ?= systemctl restart docker
engine-harness: ## restart the container engine under sessions, with RESTART; nothing else may use it
	$(MVN) verify -pl local -am -Dtest=none -Dit.test=EngineRestartIT -Dsurefire.failIfNoSpecifiedTests=false \
	  -Djacoco.skip=true \
	  -Dtests.excluded=none "-Dengine.restart=$(RESTART)"

check: ## formatting, comments, and all that the compiler and its plugins warn of
	@rm -rf */target/maven-status # what is compiled already would not be looked at
	mvn -B -ntp -Dorg.slf4j.simpleLogger.defaultLogLevel=warn spotless:check test-compile $(OPTIONS) \
	  -Derror-prone.checks= -Dmaven.compiler.failOnWarning=true
	@tools/check-comments

format: ## format every Java file
	$(MVN) spotless:apply

sbom: ## the bill of materials, in target/bom.json
	$(MVN) package -DskipTests -Psbom

# What an installer chooses, and where templates are written to.
SETTINGS ?= berth.json
TEMPLATES ?= infra-cdk/target/cdk.out
synth: build ## the CloudFormation templates of SETTINGS, in TEMPLATES
	@tools/aws-synth "$(SETTINGS)" "$(TEMPLATES)"

lint-templates: ## cfn-lint over the templates of every example
	@tools/lint-templates

permissions: ## write docs/permissions.md anew, of the templates
	$(MVN) test -pl infra-cdk -am -Dtest=PermissionsPageTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dtests.excluded=none -Dpermissions.write=true -Djacoco.skip=true

reference-session: ## write docs/reference-session.json anew, of a session that is played and counted
	$(MVN) test -pl local -am -Dtest=ReferenceSessionTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dreference-session.write=true -Djacoco.skip=true

deploy: synth ## Berth into the AWS account of your credentials, as SETTINGS says
	@tools/aws-deploy "$(SETTINGS)" "$(TEMPLATES)"

DATA ?= keep
destroy: synth ## remove Berth from the account; DATA=delete also removes rows, objects and snapshots
	@tools/aws-destroy "$(SETTINGS)" "$(TEMPLATES)" "$(DATA)"

smoke-aws: ## one shell session on the deployed Berth, from start to stop
	@tools/aws-smoke "$(SETTINGS)"
