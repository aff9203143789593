package dev.berth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.berth", importOptions = DoNotIncludeTests.class)
class ModuleRulesTest {
    /// Classes that decide, and do nothing.
    private static final String RULES =
            "dev\\.berth\\.\\w+\\.(Admission|AdmissionMove|BranchName|CapacityPause|FlushPolicy"
                    + "|IdleRule|RepositoryPath|RepositoryUrl|SessionLifecycle|StopCause|WaitEnd|\\w+Decision|\\w+Issues)(\\$.*)?";

    @ArchTest
    static final ArchRule THE_CONTROL_PLANE_KNOWS_NO_PLACE_IT_RUNS_IN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.berth.local..", "dev.berth.infra..", "dev.berth.supervisor..")
            .because("it runs on AWS and on one machine: put what differs behind a port");

    @ArchTest
    static final ArchRule RULES_ARE_PURE = noClasses()
            .that()
            .haveNameMatching(RULES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "com.amazonaws..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .because("a rule is a function of what it is given: pass it records and an Instant");

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_WIRING = noClasses()
            .that()
            .resideOutsideOfPackage("dev.berth.function..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.berth.function..")
            .because("it puts everything else together: take what you need in the constructor");

    @ArchTest
    static final ArchRule ROWS_ARE_READ_AND_WRITTEN_BY_STORES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.berth.store",
                    "dev.berth.conversation",
                    "dev.berth.organization",
                    "dev.berth.profile",
                    "dev.berth.sandbox",
                    "dev.berth.session",
                    "dev.berth.snapshot")
            .and()
            .doNotHaveFullyQualifiedName("dev.berth.http.Idempotency")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("software\\.amazon\\.awssdk\\.enhanced\\.dynamodb\\.DynamoDb(Table|Index)")
            .because("a feature keeps its own rows: ask its store");

    @ArchTest
    static final ArchRule ROUTES_TRANSLATE = noClasses()
            .that()
            .haveSimpleNameEndingWith("Routes")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..")
            .because("a route turns a request into one use case's call: leave rows to it");
}
