package dev.berth.supervisor.fake;

import com.sun.net.httpserver.HttpExchange;
import dev.berth.event.Json;
import dev.berth.protocol.ArchiveReport;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.UploadRequest;
import dev.berth.protocol.UploadTarget;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The archives of one session, and the object store they are in.
public final class FakeArchives {
    private static final String OBJECTS = "/archives/";

    private final Map<String, byte[]> objects = new HashMap<>();
    private final Map<Step, Runnable> harm = new EnumMap<>(Step.class);
    private Optional<ArchiveReport> last = Optional.empty();
    private long maxBytes;
    private int targets;
    private boolean damages;

    /// What happens to an archive here.
    public enum Step {
        REQUESTED,
        ARRIVING,
        STORED,
        COMPLETED
    }

    /// The session's workspace is kept from now on.
    public synchronized void keep(long maxArchiveBytes) {
        maxBytes = maxArchiveBytes;
    }

    /// Done at the next passing of the step, once.
    public synchronized void at(Step step, Runnable harmed) {
        harm.put(step, harmed);
    }

    /// The next one is stored with other bytes.
    public synchronized void damageNext() {
        damages = true;
    }

    public synchronized Optional<ArchiveReport> last() {
        return last;
    }

    /// Does something to the stored bytes of the last one.
    public synchronized void replaceLast(byte @Nullable [] bytes) {
        var name = last.orElseThrow().archive();
        if (bytes == null) {
            objects.remove(name);
        } else {
            objects.put(name, bytes);
        }
    }

    public synchronized byte[] bytesOfLast() {
        return objects.getOrDefault(last.orElseThrow().archive(), new byte[0]);
    }

    Manifest.@Nullable Keep keep(String url) {
        if (maxBytes == 0) {
            return null;
        }
        var restore = last.map(
                report -> new Manifest.Restore(url + OBJECTS + report.archive(), report.bytes(), report.crc32c()));
        return new Manifest.Keep(maxBytes, restore.orElse(null));
    }

    UploadTarget target(String url, UploadRequest request) {
        pass(Step.REQUESTED);
        var name = "arc_" + targets++;
        return new UploadTarget(url + OBJECTS + name, name);
    }

    boolean handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/sandbox/v1/archives")) {
            complete(exchange, Json.MAPPER.readValue(exchange.getRequestBody(), ArchiveReport.class));
            return true;
        }
        if (!path.startsWith(OBJECTS)) {
            return false;
        }
        var name = path.substring(OBJECTS.length());
        if (exchange.getRequestMethod().equals("PUT")) {
            pass(Step.ARRIVING);
            var bytes = exchange.getRequestBody().readAllBytes();
            synchronized (this) {
                objects.put(name, damages ? new byte[bytes.length] : bytes);
                damages = false;
            }
            pass(Step.STORED);
            exchange.sendResponseHeaders(200, -1);
        } else {
            get(exchange, name);
        }
        return true;
    }

    private void get(HttpExchange exchange, String name) throws IOException {
        byte @Nullable [] bytes;
        synchronized (this) {
            bytes = objects.get(name);
        }
        if (bytes == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void complete(HttpExchange exchange, ArchiveReport report) throws IOException {
        var isStored = isStored(report);
        if (isStored) {
            synchronized (this) {
                last = Optional.of(report);
            }
            pass(Step.COMPLETED);
        }
        exchange.sendResponseHeaders(isStored ? 204 : 409, -1);
    }

    private synchronized boolean isStored(ArchiveReport report) {
        var bytes = objects.getOrDefault(report.archive(), new byte[0]);
        var checksum = new CRC32C();
        checksum.update(bytes);
        return bytes.length == report.bytes()
                && HexFormat.of().toHexDigits((int) checksum.getValue()).equals(report.crc32c());
    }

    private void pass(Step step) {
        Runnable harmed;
        synchronized (this) {
            harmed = harm.remove(step);
        }
        if (harmed != null) {
            harmed.run();
        }
    }
}
