package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Aspects;

/// What cdk-nag finds is mended or explained; an explanation of nothing is removed.
@Tag("node")
final class NagTest {
    private static final ConcurrentHashMap<String, List<Finding>> FOUND = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {Synthesis.DEFAULTS, Synthesis.EVERYTHING})
    void whatIsFoundIsExplained(String settings) {
        assertThat(findings(settings))
                .isNotEmpty()
                .filteredOn(finding -> NagExceptions.explaining(finding).isEmpty())
                .isEmpty();
    }

    @Test
    void everyExplanationIsOfSomething() {
        assertThat(Stream.of(Synthesis.DEFAULTS, Synthesis.EVERYTHING)
                        .flatMap(settings -> findings(settings).stream())
                        .flatMap(finding -> NagExceptions.explaining(finding).stream())
                        .distinct())
                .containsExactlyInAnyOrder(NagExceptions.values())
                .allSatisfy(explanation -> assertThat(explanation.why()).isNotBlank());
    }

    private static List<Finding> findings(String settings) {
        return FOUND.computeIfAbsent(settings, wanted -> {
            var folder = Synthesis.folder("berth-nag");
            var app = Synthesis.app(wanted, folder).app();
            Aspects.of(app).add(AwsSolutionsChecks.Builder.create().build());
            app.synth();
            return reports(folder)
                    .flatMap(line -> Finding.of(line).stream())
                    .distinct()
                    .toList();
        });
    }

    /// Lines of the reports that cdk-nag writes beside the templates.
    private static Stream<String> reports(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("NagReport.csv")).sorted().toList().stream()
                    .flatMap(NagTest::lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param rule as in `AwsSolutions-IAM5`
    /// @param path of the construct
    record Finding(String rule, String path) {
        private static final Pattern LINE = Pattern.compile("\"([\\w-]+)\",\"([^\"]+)\",\"Non-Compliant\",.*");

        static Optional<Finding> of(String line) {
            var found = LINE.matcher(line);
            return found.matches() ? Optional.of(new Finding(found.group(1), found.group(2))) : Optional.empty();
        }
    }
}
