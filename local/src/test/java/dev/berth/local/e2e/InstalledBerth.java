package dev.berth.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import dev.berth.local.PackagedBerth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the build packaged, laid out as in a clone that has been built, and a user whose environment and git
/// configuration hold secrets.
final class InstalledBerth {
    /// Whatever started the tests may ignore Ctrl-C, and a program that inherits that ignores it too.
    private static final List<String> WITH_INTERRUPT =
            System.getProperty("os.name").equals("Linux") ? List.of("env", "--default-signal=INT") : List.of();

    static final Map<String, String> SECRETS =
            Map.of("AWS_SECRET_ACCESS_KEY", "seeded-aws-secret", "OPENAI_API_KEY", "seeded-openai-key");
    static final String GIT_SECRET = "seeded-git-user";

    private static final Path CLONE = Path.of("..");

    private final Path root;

    /// Below `target`, where what it leaves can be looked at.
    InstalledBerth() throws IOException {
        this.root = Files.createTempDirectory(Files.createDirectories(Path.of("target/e2e")), "user")
                .toRealPath();
        copy("berth");
        copy("tools/find-jdk");
        link("local/target/lib");
        link("local/target/" + PackagedBerth.jar().getFileName());
        link("local/target/launcher.aot");
        link("local/target/supervisor.aot");
        link("local/target/control-plane.aot");
        Files.createFile(home().resolve("local/target/launcher-built"));
        Files.createDirectories(user());
        Files.writeString(user().resolve(".gitconfig"), "[user]\n\tname = " + GIT_SECRET + "\n");
    }

    Command begin(String... arguments) {
        var command = new ArrayList<>(WITH_INTERRUPT);
        command.add(home().resolve("berth").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(root.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("BERTH_"));
        environment.putAll(SECRETS);
        environment.put("HOME", user().toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        try {
            return new Command(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Runs a command to its end.
    Command run(String... arguments) {
        return begin(arguments).awaitEnd();
    }

    /// Runs a command that has to end well.
    String runs(String... arguments) {
        var ended = run(arguments);
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        return ended.out();
    }

    /// Starts a control plane whose sandboxes are processes, and comes back when it is ready.
    Command up(String... options) {
        var arguments = new ArrayList<>(List.of("up", "--port", "0", "--driver", "process"));
        arguments.addAll(List.of(options));
        return begin(arguments.toArray(String[]::new)).awaitOut("Berth is ready at ");
    }

    /// Makes and publishes a profile, and comes back when sessions can start from it.
    void publish(String name, Map<String, ?> draft) throws IOException {
        Files.writeString(root.resolve(name + ".json"), Json.MAPPER.writeValueAsString(draft));
        assertThat(runs("profile", "create", name, "--file", name + ".json", "--publish"))
                .contains("created prf_");
    }

    /// The same with a small repository `app`.
    void publishRepository(String name, Map<String, ?> more) throws IOException, InterruptedException {
        var repository = root.resolve("app");
        if (!Files.exists(repository)) {
            Repositories.make(repository);
        }
        var draft = new HashMap<String, Object>(more);
        draft.put("repositories", List.of(Map.of("id", "app", "url", "file://" + repository, "path", "app")));
        publish(name, draft);
    }

    /// Has the organization allow what keeps workspaces.
    void allowPersistentSandboxes() throws IOException, InterruptedException {
        var url = URI.create(Files.readString(data().resolve("url")).strip());
        var change = HttpRequest.newBuilder(url.resolve("/v1/organization"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + adminKey())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"settings\": {\"persistentSandboxes\": true}}"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(change, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    /// Where its control plane keeps everything.
    Path data() {
        return home().resolve(".berth");
    }

    Path root() {
        return root;
    }

    /// The administrator's key that the first start made.
    String adminKey() throws IOException {
        return Files.readString(home().resolve(".berth/admin-key")).strip();
    }

    private Path home() {
        return root.resolve("clone");
    }

    private Path user() {
        return root.resolve("user");
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(home().resolve(file).getParent());
        Files.copy(CLONE.resolve(file), home().resolve(file));
    }

    private void link(String file) throws IOException {
        Files.createDirectories(home().resolve(file).getParent());
        Files.createSymbolicLink(home().resolve(file), CLONE.resolve(file).toRealPath());
    }
}
