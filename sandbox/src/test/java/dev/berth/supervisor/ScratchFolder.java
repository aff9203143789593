package dev.berth.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// Where tests put their files, removed when the test JVM ends. Not before: a file system that has just removed many
/// files, as ext4, takes long to make new ones. `junit-platform.properties` names it for each `@TempDir`.
public final class ScratchFolder implements TempDirFactory {
    private static final Path ALL = make();

    /// One that nothing else has.
    static Path next() throws IOException {
        return Files.createTempDirectory(ALL, "test");
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return next();
    }

    private static Path make() {
        try {
            var folder = Files.createTempDirectory("berth-tests").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "remove " + folder));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// With what tests made unwritable, as far as this account may.
    private static void remove(Path folder) {
        try {
            new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
