package dev.berth.supervisor.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The supervisor's program, and the JVM options it has everywhere: small and early ready, since it waits most of its
/// life. An ahead-of-time cache is good for the options that it was made with.
public final class SupervisorJvm {
    public static final String MAIN_CLASS = "dev.berth.supervisor.Main";

    public static final List<String> OPTIONS = read("/dev/berth/image/runtime/jvm.options");

    private SupervisorJvm() {}

    private static List<String> read(String resource) {
        try (var stream = SupervisorJvm.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The build has not packaged " + resource);
            }
            return new String(stream.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
