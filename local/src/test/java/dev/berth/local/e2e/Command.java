package dev.berth.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// A command of the launcher that was started, and what it has said so far.
final class Command {
    /// The first snapshot in a container makes Berth's images too.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Process process;

    @SuppressWarnings("JdkObsolete") // written and read by threads of their own
    private final StringBuffer out = new StringBuffer();

    @SuppressWarnings("JdkObsolete")
    private final StringBuffer err = new StringBuffer();

    private final Thread outReader;
    private final Thread errReader;

    Command(Process process) {
        this.process = process;
        this.outReader = read(process.getInputStream(), out);
        this.errReader = read(process.getErrorStream(), err);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    JsonNode json() {
        return Json.MAPPER.readTree(out());
    }

    int exitCode() {
        return process.exitValue();
    }

    Command awaitOut(String text) {
        await().atMost(LONGEST).until(() -> out().contains(text) || !process.isAlive());
        assertThat(out()).as(toString()).contains(text);
        return this;
    }

    Command awaitEnd() {
        try {
            assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .as(toString())
                    .isTrue();
            outReader.join();
            errReader.join();
            return this;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// What Ctrl-C does.
    Command interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            return awaitEnd();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// What `kill -9` does to it and all that it started.
    Command kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return awaitEnd();
    }

    @Override
    public String toString() {
        return "out: " + out + "\nerr: " + err;
    }

    private static Thread read(InputStream stream, StringBuffer into) {
        return Thread.ofVirtual().start(() -> {
            try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                var buffer = new char[8192];
                for (var read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                    into.append(buffer, 0, read);
                }
            } catch (IOException closed) {
                into.append("(").append(closed.getMessage()).append(")");
            }
        });
    }
}
