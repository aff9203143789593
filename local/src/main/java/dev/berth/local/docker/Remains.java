package dev.berth.local.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.berth.sandbox.SandboxRef;
import dev.berth.supervisor.folder.SandboxFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// What is kept of a container that ended: the supervisor's log, and events that it could not deliver.
final class Remains {
    private Remains() {}

    static void keep(Containers containers, SandboxRef sandbox, SandboxFolder folder)
            throws IOException, InterruptedException {
        try (var log = Files.newOutputStream(folder.root().resolve("supervisor.log"))) {
            containers.print(sandbox.id(), bytes -> {
                try {
                    log.write(bytes);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
            keepSpool(containers, sandbox, folder);
        } catch (NotFoundException | ConflictException removed) {
            // Nothing is left to keep.
        }
    }

    private static void keepSpool(Containers containers, SandboxRef sandbox, SandboxFolder folder) throws IOException {
        try (InputStream spool = containers.archive(sandbox.id(), Layout.FOLDER + "/spool")) {
            var archive = spool.readAllBytes();
            if (Tar.hasFiles(archive)) {
                Files.write(folder.root().resolve("spool.tar"), archive);
            }
        }
    }
}
