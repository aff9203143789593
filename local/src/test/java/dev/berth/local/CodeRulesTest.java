package dev.berth.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/// Rules that hold in every module; this one has them all on its class path.
@AnalyzeClasses(packages = "dev.berth", importOptions = CodeRulesTest.MainCode.class)
class CodeRulesTest {
    /// Where time, randomness and the environment enter.
    private static final DescribedPredicate<JavaClass> WIRING = resideInAnyPackage(
                    "dev.berth.function..", "dev.berth.local.up..", "dev.berth.local.cli..", "dev.berth.local.bench..")
            .or(are(name("dev.berth.supervisor.Main")))
            .or(are(name("dev.berth.supervisor.build.Main")))
            .or(are(name("dev.berth.supervisor.ProcessAge")));

    /// What makes secrets or request ids that nothing else ever computes again.
    private static final DescribedPredicate<JavaClass> MAKES_ITS_OWN = resideInAnyPackage("dev.berth.local.front")
            .or(nameStartingWith("dev.berth.local.data.SecretCipher"))
            .or(nameStartingWith("dev.berth.supervisor.folder.SandboxSecret"))
            .or(nameStartingWith("dev.berth.supervisor.shell.ShellHosts"));

    @ArchTest
    static final ArchRule TIME_ENTERS_ONCE = noClasses()
            .that(are(DescribedPredicate.not(WIRING)))
            .should()
            .callMethodWhere(calls(Clock.class, "systemUTC"))
            .orShould()
            .callMethodWhere(calls(Clock.class, "systemDefaultZone"))
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test cannot set such a clock: take a java.time.Clock in the constructor");

    @ArchTest
    static final ArchRule THE_ENVIRONMENT_ENTERS_ONCE = noClasses()
            .that(are(DescribedPredicate.not(WIRING)))
            .and()
            .doNotHaveFullyQualifiedName("dev.berth.supervisor.process.ProcessIsolation")
            .should()
            .callMethodWhere(calls(System.class, "getenv"))
            .because("a test cannot set it: take the value, or a record of settings, in the constructor");

    @ArchTest
    static final ArchRule RANDOMNESS_ENTERS_ONCE = noClasses()
            .that(are(DescribedPredicate.not(WIRING.or(MAKES_ITS_OWN))))
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(SecureRandom.class)
            .because("a test cannot foresee it: take Ids, or a SecureRandom, in the constructor");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS_FOR = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Common)(\\$.*)?")
            .because("such a name fits anything: take the word of the field that says what it does");

    @ArchTest
    static void everyPackageSaysWhatItHoldsAndIsNullMarked(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .as("packages without a package-info.java that has @NullMarked")
                .filteredOn(each -> !each.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }

    private static DescribedPredicate<JavaMethodCall> calls(Class<?> type, String method) {
        return DescribedPredicate.describe(
                "call " + type.getSimpleName() + "." + method,
                call -> call.getTargetOwner().isEquivalentTo(type)
                        && call.getName().equals(method));
    }

    /// Other modules' test jars are on the class path too.
    static final class MainCode implements ImportOption {
        private static final ImportOption NO_TEST_FOLDERS = new DoNotIncludeTests();

        @Override
        public boolean includes(Location location) {
            return NO_TEST_FOLDERS.includes(location) && !location.contains("-tests.jar");
        }
    }
}
