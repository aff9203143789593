package dev.berth.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.EventData;
import dev.berth.event.EventData.Error;
import dev.berth.protocol.ArchiveReport;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.SandboxEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A session whose workspace is kept: its sandboxes, one after the other, and the repositories that its snapshot is
/// cloned from.
final class KeptSession {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Everything about files and repositories that is to come back.
    private static final String DESCRIBE = """
            (cd ~/../workspace
            find . -name .git -prune -o -printf '%P %y %m %l\\0' | sort -z | tr '\\0' '\\n' | cat -v
            find . -name .git -prune -o -type f -print0 | sort -z | xargs -0 -r sha256sum
            find . -name .git -printf '%h\\n' | sort | while read -r folder; do (
                echo "== $folder"
                cd "$folder" || exit
                git for-each-ref
                git log --all --oneline --decorate
                git reflog --all
                git stash list
                git ls-files --stage -v
                git symbolic-ref HEAD || git rev-parse HEAD
                git config --local --list
                git status --porcelain=v2 --branch
                git fsck --no-dangling --no-progress
            ) 2>&1; done)
            """;

    private final SandboxFixture sandbox;

    KeptSession(SandboxFixture sandbox) {
        this.sandbox = sandbox;
        sandbox.controlPlane().archives().keep(1L << 30);
        inSnapshot("mkdir -p ../home");
    }

    /// The sandbox, which gets its snapshot's files.
    SupervisorProcess start() {
        return sandbox.start(
                "--snapshot",
                sandbox.snapshot().toString(),
                "--place",
                sandbox.place().toString());
    }

    /// Ends the sandbox as a stop does, and starts the next one.
    SupervisorProcess next() throws IOException, InterruptedException {
        stop();
        sandbox.nextSandbox();
        return start();
    }

    /// The next one after this one was killed.
    SupervisorProcess nextAfterKill() throws IOException, InterruptedException {
        sandbox.newest().kill();
        sandbox.newest().exitCode();
        sandbox.nextSandbox();
        return start();
    }

    void stop() throws InterruptedException {
        var supervisor = sandbox.newest();
        supervisor.terminate();
        assertThat(supervisor.exitCode()).as(supervisor.log()).isZero();
    }

    /// In the middle of everything, as its next sandbox does too.
    String describe() {
        return sandbox.run(DESCRIBE);
    }

    /// The same after a script, in one turn: each turn's end is kept.
    String describeAfter(String script) {
        return sandbox.run("{ %s\n} > /dev/null 2>&1\n%s".formatted(script, DESCRIBE));
    }

    /// Parts of a description by the folder of the repository, and what is in none.
    static Map<String, String> byRepository(String description) {
        return Stream.of(description.split("(?m)^== "))
                .collect(Collectors.toMap(part -> part.lines().findFirst().orElse(""), part -> part));
    }

    ArchiveReport awaitArchive(Optional<ArchiveReport> before) {
        var archives = sandbox.controlPlane().archives();
        await().atMost(PATIENCE).until(() -> !archives.last().equals(before));
        return archives.last().orElseThrow();
    }

    List<Error> awaitError(String code) {
        await().atMost(PATIENCE).until(() -> events(Error.class).stream()
                .anyMatch(error -> error.code().equals(code)));
        return events(Error.class);
    }

    <T extends EventData> List<T> events(Class<T> type) {
        return sandbox.controlPlane().log().stream()
                .map(SandboxEvent::data)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// The agent in the first.
    void worksIn(String... names) {
        var repositories = Stream.of(names)
                .map(name -> new Manifest.Repository(name, originUrl(name), name, null, null))
                .toList();
        sandbox.controlPlane().manifest(manifest -> new Fixtures.Change(manifest).repositories(repositories));
    }

    void worksInNothing() {
        sandbox.controlPlane().manifest(manifest -> manifest);
    }

    /// Makes a repository with one commit that has what the script made.
    void origin(String name, String script) throws IOException {
        Files.createDirectories(folder(name));
        bash(
                folder(name),
                "git init -q -b main; rm .git/hooks/*; git config user.name t; git config user.email t@t\n" + script
                        + "\ngit add -A; git commit -qm base");
    }

    /// More repositories like one that was made and cloned, which copying takes less time for.
    void likewise(String name, Collection<String> others) {
        for (var folder :
                List.of(folder(name), sandbox.snapshot().resolve("workspace").resolve(name))) {
            bash(folder, others.stream().map(other -> "cp -a . ../" + other).collect(Collectors.joining("\n")));
        }
        inSnapshot(others.stream()
                .map(other -> "sed -i s,%s$,%s, %s/.git/config".formatted(originUrl(name), originUrl(other), other))
                .collect(Collectors.joining("\n")));
    }

    void atOrigin(String name, String script) {
        bash(folder(name), script);
    }

    String originUrl(String name) {
        return "file://" + folder(name);
    }

    /// Without git's examples of hooks, which are more files than all the rest.
    void cloneIntoSnapshot(String name, String... options) {
        inSnapshot("rm -rf %1$s; git -c protocol.file.allow=always clone -q %2$s %3$s %1$s; rm %1$s/.git/hooks/*"
                .formatted(name, String.join(" ", options), originUrl(name)));
    }

    void inSnapshot(String script) {
        var workspace = sandbox.snapshot().resolve("workspace");
        try {
            Files.createDirectories(workspace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bash(workspace, script);
    }

    private Path folder(String origin) {
        return sandbox.snapshot().resolveSibling("origins").resolve(origin);
    }

    private static void bash(Path directory, String script) {
        try {
            var process = new ProcessBuilder("bash", "-ec", script)
                    .directory(directory.toFile())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(script).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
