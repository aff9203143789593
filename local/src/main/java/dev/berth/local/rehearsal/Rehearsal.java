package dev.berth.local.rehearsal;

import dev.berth.local.cli.api.Address;
import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.DataFolder;
import dev.berth.local.cli.api.EventPage;
import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.api.SessionRequest;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.cli.up.ControlPlaneLauncher.Running;
import dev.berth.local.cli.up.UpSettings;
import dev.berth.local.driver.FolderTree;
import dev.berth.local.up.LocalLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What the launcher runs once after a build, so that the JVM notes in its ahead-of-time caches what a control plane
/// and a supervisor need: one session from the first to the last call, in a folder that is gone afterwards.
final class Rehearsal {
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int ANY_PORT = 0;
    private static final int PAGES_AT_MOST = 40;
    private static final String TASK = "echo hello; echo done >> file-1.txt; seq 200";

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("berth-rehearsal");
        Path data = folder.resolve("data");
        Running controlPlane =
                new LocalLauncher().start(new UpSettings(ANY_PORT, data, UpSettings.Driver.process, null));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveNothing(controlPlane, folder), "leave nothing"));
        String key = new DataFolder(data).adminKey().orElseThrow();
        BerthApi api = new BerthApi(new Address(controlPlane.url(), key));
        play(new Sessions(api), ScratchProfile.publish(api, folder));
        System.exit(0);
    }

    private static void leaveNothing(Running controlPlane, Path folder) {
        controlPlane.stop();
        try {
            FolderTree.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    private static void play(Sessions sessions, ScratchProfile profile) {
        String session = sessions.start(new SessionRequest(profile.id(), null, ScratchProfile.REPOSITORY, TASK, null))
                .as(Session.class)
                .id();
        long seen = readThroughTurn(sessions, session, 0);
        sessions.send(session, "cat file-2.txt", "queue");
        readThroughTurn(sessions, session, seen);
        sessions.diff(session);
        sessions.stop(session);
        awaitEnd(sessions, session);
    }

    private static long readThroughTurn(Sessions sessions, String session, long after) {
        for (int pages = 0; pages < PAGES_AT_MOST; pages++) {
            EventPage page = sessions.events(session, after, WAIT);
            after = page.lastEventSeq();
            if (page.items().stream()
                    .anyMatch(event -> event.path("type").asString().equals("turn.ended"))) {
                return after;
            }
        }
        throw new IllegalStateException("the rehearsed turn did not end");
    }

    private static void awaitEnd(Sessions sessions, String session) {
        long after = 0;
        for (int pages = 0; pages < PAGES_AT_MOST; pages++) {
            if (sessions.get(session).ended()) {
                return;
            }
            after = sessions.events(session, after, WAIT).lastEventSeq();
        }
        throw new IllegalStateException("the rehearsed session did not end");
    }
}
