package dev.berth.supervisor.build;

import dev.berth.event.Json;
import java.io.IOException;
import java.nio.file.Files;

/// Makes the container that it is in a snapshot, as its root. Its output is the build's log.
public final class Main {
    private static final int FAILED = 1;

    private Main() {}

    @SuppressWarnings("ClosingStandardOutputStreams") // nothing is said behind the log's end
    public static void main(String[] words) throws IOException, InterruptedException {
        var arguments = BuildArguments.read(words);
        try (var log = new BuildLog(System.out)) {
            new ContainerBuild(arguments, System.getenv(), log).run();
        } catch (BuildFailed failed) {
            Files.writeString(arguments.failureFile(), Json.MAPPER.writeValueAsString(failed.failure()));
            System.exit(FAILED);
        }
    }
}
