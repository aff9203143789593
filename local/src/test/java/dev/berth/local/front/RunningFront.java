package dev.berth.local.front;

import dev.berth.local.data.FolderObjectStore;
import dev.berth.local.data.ObjectLinks;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A front on a free port, with functions that record.
final class RunningFront implements AutoCloseable {
    static final byte[] KEY = "a key of the tests".getBytes(StandardCharsets.UTF_8);

    final RecordingFunction api = new RecordingFunction();
    final RecordingFunction sandboxApi = new RecordingFunction();
    final RecordingFunction socketsFunction = new RecordingFunction();
    final LocalSockets sockets = new LocalSockets();
    final FolderObjectStore objects;
    private final Front front;

    RunningFront(Path folder) throws IOException {
        var url = new AtomicReference<URI>(URI.create("http://not-started"));
        objects = new FolderObjectStore(folder, new ObjectLinks(KEY, url::get, url::get, Clock.systemUTC()));
        front = new Front(
                0,
                Optional.empty(),
                new HttpFunction(
                        "api",
                        List.of("GET /v1/things/{thing}", "POST /v1/things", "GET /v1/things/known"),
                        HttpFunction.CLIENT_BODY_BYTES,
                        api),
                new HttpFunction(
                        "sandboxApi", List.of("POST /sandbox/v1/batches"), HttpFunction.SANDBOX_BODY_BYTES, sandboxApi),
                socketsFunction,
                sockets,
                objects,
                Clock.systemUTC());
        front.start();
        url.set(front.url());
    }

    URI url(String path) {
        return URI.create(front.url() + path);
    }

    int port() {
        return front.url().getPort();
    }

    URI socketUrl(String query) {
        return URI.create(front.socketUrl() + query);
    }

    @Override
    public void close() throws IOException {
        front.close();
    }
}
