package dev.berth.supervisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.berth.supervisor", importOptions = DoNotIncludeTests.class)
class ModuleRulesTest {
    @ArchTest
    static final ArchRule THE_SANDBOX_DEPENDS_ON_THE_CONTRACTS_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net.ssl..",
                    "dev.berth.supervisor..",
                    "dev.berth.event..",
                    "dev.berth.protocol..",
                    "tools.jackson..",
                    "org.jspecify..")
            .because("it is started in every sandbox, beside code of others, in little memory");

    @ArchTest
    static final ArchRule A_RUNTIME_KNOWS_NOTHING_OF_THE_CONTROL_PLANE = classes()
            .that()
            .resideInAnyPackage("..agent..", "..shell..", "..codex..", "..process..", "..workspace..", "..output..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("dev.berth.supervisor.control..")
            .because("what it says goes through AgentListener, so that others can join without touching delivery");
}
