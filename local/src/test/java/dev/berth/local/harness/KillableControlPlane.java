package dev.berth.local.harness;

import dev.berth.local.cli.up.UpSettings;
import dev.berth.local.cli.up.UpSettings.Driver;
import dev.berth.local.up.LocalLauncher;
import dev.berth.local.up.Seams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;

/// `berth up` that dies where it is told.
final class KillableControlPlane {
    static final String READY = "Ready";

    private KillableControlPlane() {}

    /// @param arguments data folder, port, trace file, driver, then where to die
    public static void main(String[] arguments) {
        // not by returning: the stores leave threads behind
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            serve(arguments);
            return 0;
        } catch (InterruptedException | IOException | RuntimeException failure) {
            failure.printStackTrace();
            return 1;
        }
    }

    private static void serve(String[] arguments) throws InterruptedException, IOException {
        var kills = Stream.of(arguments).skip(4).map(Kill::parse).toList();
        var points = new KillSwitch(Path.of(arguments[2]), kills);
        var seams = new Seams(
                Clock.systemUTC(),
                client -> ObservedStore.of(client, points),
                ports -> ObservedPorts.of(ports, points));
        var settings = new UpSettings(
                Integer.valueOf(arguments[1]), Path.of(arguments[0]), Driver.valueOf(arguments[3]), null);
        var running = new LocalLauncher(seams).start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop the control plane"));
        System.out.println(READY);
        running.awaitEnd();
    }
}
