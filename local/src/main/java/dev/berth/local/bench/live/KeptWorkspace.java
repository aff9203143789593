package dev.berth.local.bench.live;

import dev.berth.local.bench.Figure;
import dev.berth.local.bench.Measurement;
import dev.berth.local.demo.GitRepository;
import dev.berth.local.driver.FolderTree;
import dev.berth.local.rehearsal.ScratchProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How long it takes until 500 MB of a workspace are kept, and until they are back, beside `tar` on the same folder.
/// Once with everything in files that no commit has, once with everything in a repository where one line changed.
record KeptWorkspace(Scene scene) implements Measurement {
    private static final String PART = "k: kept workspace";
    private static final int MEGABYTES = 500;
    private static final long LOOK_AGAIN_MILLIS = 10;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @Override
    public String title() {
        return "Keeping and restoring workspaces of %d MB".formatted(MEGABYTES);
    }

    @Override
    public List<Figure> take() {
        scene.allowKeptWorkspaces();
        return Stream.concat(untracked().stream(), tracked().stream()).toList();
    }

    private List<Figure> untracked() {
        String task = "for n in $(seq %d); do head -c 1000000 /dev/urandom > file$n; done".formatted(MEGABYTES);
        return measured("%d MB in no commit".formatted(MEGABYTES), repository("small", 1), task);
    }

    /// Half of it is the work tree, half the pack.
    private List<Figure> tracked() {
        String task = "echo line >> file1; git commit -qam line; echo another >> file1";
        Path repository = repository("large", MEGABYTES / 2);
        return measured("%d MB of repository, a line changed".formatted(MEGABYTES), repository, task);
    }

    private List<Figure> measured(String what, Path repository, String task) {
        ScratchProfile profile = ScratchProfile.publish(
                scene.api(), "kept-" + repository.getFileName(), repository, Map.of("persistent", true));
        LiveSession session = LiveSession.start(scene.api(), profile, task);
        Duration fresh = workspacePhase(session);
        session.untilTurnEnded();
        long ended = System.nanoTime();
        long bytes = untilKept(session);
        Duration kept = Duration.ofNanos(System.nanoTime() - ended);
        Tar tar = Tar.of(scene.data().resolve("places").resolve(session.id()).resolve("workspace"), scene.folder());
        session.stop();
        session.untilEnded();
        session.resume();
        Duration restored = workspacePhase(session);
        session.stop();
        session.untilEnded();
        return List.of(
                Figure.of(PART, what + ": turn end to kept", kept.toMillis(), "ms"),
                Figure.of(PART, what + ": archive", bytes / 1e6, "MB"),
                Figure.of(PART, what + ": tar of the same", tar.packed().toMillis(), "ms"),
                Figure.of(PART, what + ": fresh workspace", fresh.toMillis(), "ms"),
                Figure.of(PART, what + ": restored workspace", restored.toMillis(), "ms"),
                Figure.of(PART, what + ": tar -x of the same", tar.unpacked().toMillis(), "ms"));
    }

    private static Duration workspacePhase(LiveSession session) {
        return Duration.ofMillis(session.until(event -> LiveSession.isType(event, "sandbox.phase")
                        && event.path("data").path("phase").asString().equals("workspace"))
                .path("data")
                .path("durationMillis")
                .asLong());
    }

    private static long untilKept(LiveSession session) {
        long limit = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < limit) {
            var archive = session.kept();
            if (archive.isPresent()) {
                return archive.get().bytes();
            }
            pause();
        }
        throw new IllegalStateException("The workspace of %s was not kept within %s".formatted(session.id(), LONGEST));
    }

    private Path repository(String name, int megabytes) {
        try {
            Path folder = Files.createDirectory(scene.folder().resolve(name));
            Random random = new Random(1);
            byte[] content = new byte[1_000_000];
            for (int number = 1; number <= megabytes; number++) {
                random.nextBytes(content);
                Files.write(folder.resolve("file" + number), content);
            }
            GitRepository.commitAll(folder, "Begin");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a large repository", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a workspace was kept", e);
        }
    }

    /// What anybody would do without Berth.
    private record Tar(Duration packed, Duration unpacked) {
        static Tar of(Path folder, Path scratch) {
            try {
                Path archive = scratch.resolve("plain.tar");
                Path copy = Files.createDirectory(scratch.resolve("plain"));
                Duration packed = run("tar", "-cf", archive.toString(), "-C", folder.toString(), ".");
                Duration unpacked = run("tar", "-xf", archive.toString(), "-C", copy.toString());
                Files.delete(archive);
                FolderTree.remove(copy);
                return new Tar(packed, unpacked);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot run tar", e);
            }
        }

        private static Duration run(String... command) throws IOException {
            long began = System.nanoTime();
            int exitCode = new ProcessBuilder(command)
                    .inheritIO()
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (exitCode != 0) {
                throw new IOException(command[0] + " ended with " + exitCode);
            }
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }
}
