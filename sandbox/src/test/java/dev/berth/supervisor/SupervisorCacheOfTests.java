package dev.berth.supervisor;

import dev.berth.supervisor.program.SupervisorCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The ahead-of-time cache that supervisors in tests start with, which is most of what they cost. Made of one short
/// session by whichever test JVM is first after the supervisor was packaged.
final class SupervisorCacheOfTests {
    private static final SupervisorCache CACHE =
            file("supervisor.cache").map(SupervisorCacheOfTests::ensure).orElseGet(SupervisorCache.None::new);

    private SupervisorCacheOfTests() {}

    static SupervisorCache get() {
        return CACHE;
    }

    private static SupervisorCache ensure(Path cache) {
        var lock = cache.resolveSibling("supervisor-cache.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (isOutdated(cache)) {
                var made = cache.resolveSibling("supervisor-made.aot");
                rehearse(new SupervisorCache.Make(made));
                Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
            }
            return new SupervisorCache.Use(cache);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private static boolean isOutdated(Path cache) throws IOException {
        var packaged = file("supervisor.jar").orElseThrow();
        return !Files.exists(cache)
                || Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(packaged)) < 0;
    }

    private static void rehearse(SupervisorCache making) throws IOException, InterruptedException {
        try (var sandbox = new SandboxFixture(making)) {
            var session = new KeptSession(sandbox);
            session.origin("app", "echo one > file");
            session.cloneIntoSnapshot("app");
            session.worksIn("app");
            session.start();
            sandbox.run("seq 300; echo two > file; echo new > new");
            session.awaitArchive(Optional.empty());
            session.stop();
        }
    }

    private static Optional<Path> file(String property) {
        return Optional.ofNullable(System.getProperty(property)).map(Path::of);
    }
}
