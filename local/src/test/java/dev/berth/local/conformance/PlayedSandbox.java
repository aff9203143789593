package dev.berth.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.access.FakeObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A sandbox that a test plays.
///
/// @param bootstrapToken `<sandbox>.<token>`, as its launch carried it
record PlayedSandbox(Api api, String session, String bootstrapToken, String secret) {
    private static final String ARCHIVE = "archive";
    private static final String CRC32C = FakeObjectStore.checksum(ARCHIVE.getBytes(StandardCharsets.US_ASCII));

    /// Calls as the real sandbox of a session does.
    static PlayedSandbox besideReal(Api api, String session, Path data) throws IOException {
        try (var folders = Files.list(data.resolve("sandboxes"))) {
            var folder = folders.filter(sandbox -> isOf(sandbox, session))
                    .findFirst()
                    .orElseThrow();
            return new PlayedSandbox(
                    api, session, folder.getFileName() + ".exchanged", Files.readString(folder.resolve("secret")));
        }
    }

    private static boolean isOf(Path folder, String session) {
        try {
            return Files.readString(folder.resolve("sandbox.json")).contains(session);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    PlayedSandbox withSecret(String other) {
        return new PlayedSandbox(api, session, bootstrapToken, other);
    }

    Call bootstrap() {
        return call("POST /sandbox/v1/bootstrap").json(Map.of("protocol", 1, "secretHash", secretHash()));
    }

    void ready() {
        var phase = Map.of("phase", "boot", "durationMillis", 7);
        call("POST /sandbox/v1/ready").json(Map.of("phases", List.of(phase))).answers(200);
    }

    /// Sends its first batch, in which a turn ends.
    void ended(String turn) {
        call("POST /sandbox/v1/batches").json(batch(turn)).answers(200);
    }

    Call call(String routeKey) {
        var isExchange = routeKey.endsWith("/bootstrap");
        var id = bootstrapToken.substring(0, bootstrapToken.indexOf('.'));
        return api.as(isExchange ? bootstrapToken : id + "." + secret).call(routeKey);
    }

    static Map<String, Object> batch(String turn) {
        var end = Map.of(
                "at", Instant.now().toString(),
                "turn", turn,
                "actor", Map.of("kind", "agent"),
                "type", "turn.ended",
                "data", Map.of("outcome", "completed", "exitCode", 0));
        return Map.of("number", 1, "activity", Map.of("idleMillis", 0), "events", List.of(end));
    }

    /// What is asked before [#put].
    static Map<String, Object> archiveUpload() {
        return Map.of("kind", "archive", "bytes", ARCHIVE.length(), "crc32c", CRC32C);
    }

    static Map<String, Object> archive(String reference) {
        return Map.of("archive", reference, "bytes", ARCHIVE.length(), "crc32c", CRC32C);
    }

    /// Puts the archive where it is to go.
    static void put(String url) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .PUT(HttpRequest.BodyPublishers.ofString(ARCHIVE))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String secretHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
