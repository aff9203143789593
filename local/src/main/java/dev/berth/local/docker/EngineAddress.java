package dev.berth.local.docker;

import dev.berth.event.Json;
import dev.berth.event.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Where the engine of this machine listens.
///
/// @param host `unix:///var/run/docker.sock`
public record EngineAddress(String host) {
    private static final String UNIX = "unix://";

    /// As the `docker` command line finds it: what the environment names, else the current context, else the usual
    /// places.
    ///
    /// @param environment of this process
    public static EngineAddress find(Map<String, String> environment) {
        var home = Path.of(environment.getOrDefault("HOME", "/"));
        var configuration = Path.of(environment.getOrDefault(
                "DOCKER_CONFIG", home.resolve(".docker").toString()));
        return named(environment.get("DOCKER_HOST"))
                .or(() -> ofContext(configuration, environment.get("DOCKER_CONTEXT")))
                .or(() -> usual(home))
                .orElseGet(() -> new EngineAddress(UNIX + "/var/run/docker.sock"));
    }

    /// The socket's file, of an engine on this machine.
    public Optional<Path> socket() {
        return host.startsWith(UNIX) ? Optional.of(Path.of(host.substring(UNIX.length()))) : Optional.empty();
    }

    private static Optional<EngineAddress> named(@Nullable String host) {
        return Optional.ofNullable(host).filter(name -> !name.isBlank()).map(EngineAddress::new);
    }

    private static Optional<EngineAddress> usual(Path home) {
        return Stream.of(Path.of("/var/run/docker.sock"), home.resolve(".docker/run/docker.sock"))
                .filter(Files::exists)
                .findFirst()
                .map(socket -> new EngineAddress(UNIX + socket));
    }

    private static Optional<EngineAddress> ofContext(Path configuration, @Nullable String named) {
        try {
            var context = named == null ? currentContext(configuration) : named;
            if (context.isEmpty() || context.equals("default")) {
                return Optional.empty();
            }
            var meta = configuration
                    .resolve("contexts/meta")
                    .resolve(Sha256.hex(context))
                    .resolve("meta.json");
            var host = Json.MAPPER
                    .readTree(Files.readString(meta))
                    .path("Endpoints")
                    .path("docker")
                    .path("Host")
                    .asString("");
            return named(host);
        } catch (IOException | JacksonException noSuchContext) {
            return Optional.empty();
        }
    }

    private static String currentContext(Path configuration) throws IOException {
        return Json.MAPPER
                .readTree(Files.readString(configuration.resolve("config.json")))
                .path("currentContext")
                .asString("");
    }
}
