package dev.berth.local.front;

import dev.berth.access.ObjectStore;
import dev.berth.access.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The folder's links are followed through the front.
final class LocalObjectStoreTest extends ObjectStoreContract {
    private RunningFront front;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        front = new RunningFront(folder);
    }

    @AfterEach
    void stop() throws IOException {
        front.close();
    }

    @Override
    protected ObjectStore store() {
        return front.objects;
    }
}
