package dev.berth.infra.release;

import dev.berth.http.Spec;
import dev.berth.infra.settings.Fault;
import dev.berth.infra.settings.InvalidInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is deployed.
///
/// @param functionsZip every function's package
/// @param imageContexts folder that images are built from, one folder in it for each
/// @param sessionDefinition of the workflow, with names to be filled in
/// @param snapshotBuild buildspec, as YAML
/// @param runtimeBuild buildspec, as YAML
/// @param routeKeys of the OpenAPI document that clients call, as in `GET /v1/sessions`
public record Release(
        String version,
        Path functionsZip,
        Path imageContexts,
        String sessionDefinition,
        String snapshotBuild,
        String runtimeBuild,
        SortedSet<String> routeKeys) {

    /// Answered by a function URL, which costs nothing for a request.
    private static final String SANDBOX_ROUTES = "/sandbox/";

    /// @param repository folder of a built Berth
    /// @throws InvalidInstallation when it is not built
    public static Release of(Path repository) {
        var files = new BuiltFiles(repository);
        var release = new Release(
                currentVersion(),
                files.there("functions/target/berth-functions.zip"),
                files.there("infra-cdk/target/images"),
                files.text("functions/src/main/resources/asl/session.asl.json"),
                files.text("sandbox/image/codebuild/snapshot.yaml"),
                files.text("sandbox/image/codebuild/runtime.yaml"),
                clientRoutes());
        files.throwWhatIsMissing();
        return release;
    }

    public static String currentVersion() {
        var properties = new Properties();
        try (var stream = Release.class.getResourceAsStream("/berth-release.properties")) {
            properties.load(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties.getProperty("version");
    }

    public static SortedSet<String> clientRoutes() {
        return Spec.load().operations().keySet().stream()
                .filter(routeKey -> !routeKey.contains(" " + SANDBOX_ROUTES))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Files of a build; all that are missing are told together.
    private static final class BuiltFiles {
        private final Path repository;
        private final List<Fault> faults = new ArrayList<>();

        BuiltFiles(Path repository) {
            this.repository = repository;
        }

        Path there(String name) {
            var file = repository.resolve(name);
            if (!Files.exists(file)) {
                faults.add(new Fault(name, "is not there", "Run make build"));
            }
            return file;
        }

        String text(String name) {
            var file = there(name);
            try {
                return Files.exists(file) ? Files.readString(file) : "";
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        void throwWhatIsMissing() {
            if (!faults.isEmpty()) {
                throw new InvalidInstallation(faults);
            }
        }
    }
}
