package dev.berth.local.demo;

import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.ExitCode;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// One session from start to diff, with nothing prepared. What it made stays in the data folder.
@Command(name = "demo", hidden = true, description = "Shows one session from its start to its diff.")
public final class Demo implements Callable<Integer> {
    private final Invocation invocation;

    public Demo(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Narrator narrator = new Narrator(invocation.terminal());
        Stopwatch stopwatch = new Stopwatch(invocation.clock());
        Example example =
                new Example(exampleFolder(), invocation.dataFolder().path().resolve("demo"));
        narrator.step("Control plane");
        try (DemoControlPlane controlPlane =
                stopwatch.measure("control plane up", () -> DemoControlPlane.find(invocation, narrator))) {
            BerthApi api = new BerthApi(controlPlane.address());
            Profile profile = new DemoProfile(api, example, jdk(), narrator, stopwatch).ready();
            DemoSession.Result result =
                    new DemoSession(api, invocation, narrator, stopwatch).show(profile, example, controlPlane.stays());
            narrator.step("How long it took");
            invocation
                    .terminal()
                    .print(stopwatch.table().text(invocation.terminal().style()));
            tellWhatToTryNext(narrator, profile, result);
            return result.completed() ? ExitCode.DONE : ExitCode.SESSION_FAILED;
        }
    }

    private static void tellWhatToTryNext(Narrator narrator, Profile profile, DemoSession.Result result) {
        narrator.step("What to try next");
        narrator.say("./berth up        # in a terminal of its own; then, in another:");
        narrator.say("./berth session watch " + result.session());
        narrator.say(
                "./berth run --profile %s --repository %s ./test.sh".formatted(profile.id(), Example.REPOSITORY_ID));
    }

    /// Processes use this JDK; a container's image brings its own.
    private Optional<Path> jdk() {
        return invocation.dataFolder().driver().filter("docker"::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Path.of(System.getProperty("java.home")));
    }

    private Path exampleFolder() {
        Path home = invocation.home() == null ? invocation.folder() : invocation.home();
        Path example = home.resolve("examples").resolve("failing-test");
        if (!Files.isDirectory(example)) {
            throw new CommandFailure(
                    "There is no example at %s.".formatted(example),
                    "Run the demo through 'make demo' in a clone of Berth.",
                    ExitCode.FAILED,
                    null);
        }
        return example;
    }
}
