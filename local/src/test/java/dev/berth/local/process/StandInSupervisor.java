package dev.berth.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.local.driver.FolderTree;
import dev.berth.supervisor.folder.CannotPrepare;
import dev.berth.supervisor.folder.FolderLock;
import dev.berth.supervisor.folder.Place;
import dev.berth.supervisor.folder.SandboxFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/// Does with its folder what the supervisor does, and nothing else.
public final class StandInSupervisor {
    private StandInSupervisor() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var all = Arrays.asList(arguments);
        var folder = SandboxFolder.at(
                Path.of(all.get(all.indexOf("--folder") + 1)), Path.of(all.get(all.indexOf("--place") + 1)));
        var lock = FolderLock.take(folder);
        if (lock.isEmpty()) {
            return;
        }
        folder.create();
        var place = new Place(folder);
        take(place);
        Files.createDirectories(folder.workspace());
        Files.writeString(folder.root().resolve("environment"), new TreeMap<>(System.getenv()).toString());
        if (Files.exists(Path.of(all.get(all.indexOf("--snapshot") + 1)).resolve("workspace/leaves-a-child"))) {
            leaveChild(folder);
        }
        Files.write(
                folder.root().resolve("starts"),
                "start\n".getBytes(UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        new CountDownLatch(1).await();
        place.close();
    }

    private static void take(Place place) throws IOException, InterruptedException {
        try {
            place.take(System.getenv("BERTH_SANDBOX"), FolderTree::remove);
        } catch (CannotPrepare e) {
            throw new IllegalStateException(e);
        }
    }

    private static void leaveChild(SandboxFolder folder) throws IOException {
        var child = new ProcessBuilder("sleep", "1000").start();
        Files.writeString(folder.root().resolve("child"), Long.toString(child.pid()));
    }
}
