package dev.berth.supervisor.control;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.berth.event.Json;
import dev.berth.protocol.Activity;
import dev.berth.protocol.ArchiveReport;
import dev.berth.protocol.BootstrapRequest;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.FailureReport;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.ReadyReport;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.protocol.Turn;
import dev.berth.protocol.UploadRequest;
import dev.berth.protocol.UploadTarget;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The calls of the sandbox protocol, one attempt each.
public final class ControlPlane {
    private static final Duration CALL = Duration.ofSeconds(20);

    /// However small it is; on top of that, a store that takes less than [#BYTES_A_SECOND] does not answer.
    private static final Duration TRANSFER = Duration.ofMinutes(2);

    private static final long BYTES_A_SECOND = 1024 * 1024;
    private static final int DETAIL_CHARACTERS = 500;

    private final HttpClient http;
    private final URI url;
    private final String bearer;

    /// @param bearer the bootstrap token, or `<sandbox id>.<secret>`
    public ControlPlane(HttpClient http, URI url, String bearer) {
        this.http = http;
        this.url = url;
        this.bearer = bearer;
    }

    public ControlPlane withBearer(String other) {
        return new ControlPlane(http, url, other);
    }

    public Reply<Manifest> bootstrap(BootstrapRequest request) {
        return post("bootstrap", request, Manifest.class);
    }

    public Reply<SandboxAnswer> ready(ReadyReport report) {
        return post("ready", report, SandboxAnswer.class);
    }

    public Reply<SandboxAnswer> fail(FailureReport report) {
        return post("failure", report, SandboxAnswer.class);
    }

    public Reply<SandboxAnswer> append(EventBatch batch) {
        return post("batches", batch, SandboxAnswer.class);
    }

    public Reply<SandboxAnswer> heartbeat(Activity activity) {
        return post("heartbeats", activity, SandboxAnswer.class);
    }

    /// The next message as a turn; empty when none is queued.
    public Reply<Optional<Turn>> takeTurn() {
        var request = request("turns").POST(BodyPublishers.noBody()).build();
        return call(
                request,
                response -> response.statusCode() == 204
                        ? Optional.empty()
                        : Optional.of(Json.MAPPER.readValue(response.body(), Turn.class)));
    }

    public Reply<UploadTarget> requestUpload(UploadRequest request) {
        return post("uploads", request, UploadTarget.class);
    }

    /// @param crc32c of what is put, in hex, when it was named before
    public Reply<UploadTarget> put(UploadTarget target, Path file, @Nullable String crc32c) {
        try {
            var body = BodyPublishers.ofFile(file);
            var request = HttpRequest.newBuilder(url.resolve(target.url()))
                    .timeout(longestTransfer(body.contentLength()))
                    .PUT(body);
            if (crc32c != null) {
                request.header(Protocol.CHECKSUM_HEADER, base64(crc32c));
            }
            return call(request.build(), response -> target);
        } catch (FileNotFoundException e) {
            return new Reply.Refused<>(0, "%s is gone".formatted(file));
        }
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    public Reply<ArchiveReport> complete(ArchiveReport report) {
        var request = request("archives")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(report)))
                .build();
        return call(request, response -> report);
    }

    /// Fetches what a link leads to into a file.
    ///
    /// @param bytes how much that is
    public Reply<Path> get(String link, long bytes, Path file) {
        var request = HttpRequest.newBuilder(url.resolve(link)).build();
        var getting = http.sendAsync(request, BodyHandlers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING));
        try {
            var status = getting.get(longestTransfer(bytes).toSeconds(), TimeUnit.SECONDS)
                    .statusCode();
            return switch (status / 100) {
                case 2 -> new Reply.Answer<>(file);
                case 5 -> new Reply.Unavailable<>(status + " from where it is stored");
                default -> new Reply.Refused<>(status, "from where it is stored");
            };
        } catch (ExecutionException | TimeoutException e) {
            getting.cancel(true);
            return new Reply.Unavailable<>("%s: %s".formatted(request.uri().getPath(), e));
        } catch (InterruptedException e) {
            getting.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Unavailable<>("interrupted");
        }
    }

    private static Duration longestTransfer(long bytes) {
        return TRANSFER.plusSeconds(bytes / BYTES_A_SECOND);
    }

    private <T> Reply<T> post(String operation, Object body, Class<T> answer) {
        var request = request(operation)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))
                .build();
        return call(request, response -> Json.MAPPER.readValue(response.body(), answer));
    }

    private HttpRequest.Builder request(String operation) {
        return HttpRequest.newBuilder(at(operation)).timeout(CALL).header("Authorization", "Bearer " + bearer);
    }

    /// Below the path that the control plane is served at, if it has one: resolving would drop it.
    private URI at(String operation) {
        var base = url.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "sandbox/v1/" + operation);
    }

    private <T> Reply<T> call(HttpRequest request, Function<HttpResponse<byte[]>, T> decode) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return response.statusCode() / 100 == 2
                    ? new Reply.Answer<>(decode.apply(response))
                    : Reply.ofFailure(response.statusCode(), detailOf(response));
        } catch (IOException | JacksonException e) {
            return new Reply.Unavailable<>("%s: %s".formatted(request.uri().getPath(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Unavailable<>("interrupted");
        }
    }

    private static String detailOf(HttpResponse<byte[]> response) {
        var body = new String(response.body(), StandardCharsets.UTF_8);
        return body.substring(0, Math.min(body.length(), DETAIL_CHARACTERS));
    }
}
