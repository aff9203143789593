package dev.berth.infra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/// The rules of `CodeRulesTest`, which does not have this module on its class path, and this module's own.
@AnalyzeClasses(packages = "dev.berth.infra", importOptions = DoNotIncludeTests.class)
class InfraRulesTest {
    @ArchTest
    static final ArchRule NAMES_AND_PATHS_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.berth.local..",
                    "dev.berth.supervisor..",
                    "dev.berth.session..",
                    "dev.berth.sandbox..",
                    "dev.berth.function..",
                    "software.amazon.awssdk..")
            .because("templates are made of names: the table's keys, the document's routes");

    @ArchTest
    static final ArchRule SETTINGS_ENTER_BY_THE_FILE = noClasses()
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("two syntheses of the same settings write the same bytes");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS_FOR = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Common)(\\$.*)?")
            .because("such a name fits anything: take the word of the field that says what it does");

    @ArchTest
    static void everyPackageSaysWhatItHoldsAndIsNullMarked(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .filteredOn(each -> !each.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }
}
