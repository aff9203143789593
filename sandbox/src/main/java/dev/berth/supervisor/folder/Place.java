package dev.berth.supervisor.folder;

import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The place of a session, taken by one sandbox of it. One that is not the sandbox's own folder is also that of the
/// sandboxes before and after.
public final class Place implements AutoCloseable {
    /// Longer than the grace time in which a sandbox before has to end.
    private static final Duration FREE_WITHIN = Duration.ofSeconds(40);

    private static final long LOOK_AGAIN_MILLIS = 100;

    private final SandboxFolder folder;
    private @Nullable PlaceHold hold;

    public Place(SandboxFolder folder) {
        this.folder = folder;
    }

    public SandboxFolder folder() {
        return folder;
    }

    /// Removes a folder with all that is in it.
    public interface Removal {
        void remove(Path folder) throws IOException, InterruptedException;
    }

    /// Returns when nobody else is there and nothing is left of others.
    ///
    /// @throws CannotPrepare when the sandbox before does not end
    public void take(String sandbox, Removal removal) throws CannotPrepare, IOException, InterruptedException {
        if (!folder.place().equals(folder.root())) {
            hold = awaitHold();
            if (!hold.isOwner(sandbox)) {
                removal.remove(folder.place());
                hold.own(sandbox);
            }
        }
        Files.createDirectories(folder.temporary());
        Files.createDirectories(folder.agentState());
    }

    @Override
    public void close() throws IOException {
        if (hold != null) {
            hold.close();
        }
    }

    private PlaceHold awaitHold() throws CannotPrepare, IOException, InterruptedException {
        var deadline = Deadline.in(FREE_WITHIN);
        for (var taken = PlaceHold.take(folder.place()); ; taken = PlaceHold.take(folder.place())) {
            if (taken.isPresent()) {
                return taken.get();
            }
            if (deadline.passed()) {
                throw CannotPrepare.byOperator(
                        "place_taken",
                        "The session's sandbox before this one has not ended: it still works in %s"
                                .formatted(folder.place()),
                        "End what runs there, then resume the session");
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }
}
