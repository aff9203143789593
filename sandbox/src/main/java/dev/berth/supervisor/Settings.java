package dev.berth.supervisor;

import dev.berth.supervisor.process.ContainerAccount;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the supervisor is started with.
///
/// @param folder of the sandbox
/// @param place where the agent lives: the same path for every sandbox of a session; the sandbox's folder when absent
/// @param snapshot a prepared folder with `workspace/` and `home/`, which are copied
/// @param account that the agent runs under, in a container
/// @param minFreeMiB the session fails when its disk has less than this left
/// @param fetchedWithin how long the session waits for the newest commit before it begins with the snapshot's
record Settings(
        Path folder,
        Optional<Path> place,
        Optional<Path> snapshot,
        Optional<ContainerAccount> account,
        URI controlPlane,
        String bootstrapToken,
        String sandbox,
        long minFreeMiB,
        Duration fetchedWithin) {
    private static final long DEFAULT_MIN_FREE_MIB = 512;
    private static final long DEFAULT_FETCH_SECONDS = 30;

    static Settings read(List<String> arguments, Map<String, String> environment) {
        return new Reader(arguments, environment).read();
    }

    /// Its message has a line for each fault.
    static final class Faulty extends RuntimeException {
        Faulty(List<String> faults) {
            super(String.join(System.lineSeparator(), faults));
        }
    }

    private record Reader(List<String> arguments, Map<String, String> environment, List<String> faults) {
        Reader(List<String> arguments, Map<String, String> environment) {
            this(arguments, environment, new ArrayList<>());
        }

        Settings read() {
            var settings = new Settings(
                    folder(option("--folder").orElse("")),
                    option("--place").map(name -> Path.of(name).toAbsolutePath()),
                    option("--snapshot").map(this::folder),
                    option("--agent-uid").map(this::account),
                    uri(required("BERTH_CONTROL_PLANE_URL")),
                    required("BERTH_BOOTSTRAP_TOKEN"),
                    required("BERTH_SANDBOX"),
                    number("BERTH_MIN_FREE_MIB", DEFAULT_MIN_FREE_MIB),
                    Duration.ofSeconds(number("BERTH_FETCH_SECONDS", DEFAULT_FETCH_SECONDS)));
            if (!faults.isEmpty()) {
                throw new Faulty(faults);
            }
            return settings;
        }

        private Optional<String> option(String name) {
            var at = arguments.indexOf(name);
            if (at < 0) {
                return Optional.empty();
            }
            if (at + 1 == arguments.size()) {
                faults.add("%s needs a value behind it".formatted(name));
                return Optional.empty();
            }
            return Optional.of(arguments.get(at + 1));
        }

        private ContainerAccount account(String uid) {
            return new ContainerAccount(
                    (int) number("--agent-uid", uid), folder(option("--tools").orElse("")));
        }

        private Path folder(String name) {
            var folder = Path.of(name).toAbsolutePath();
            if (!Files.isDirectory(folder)) {
                faults.add("There is no folder %s".formatted(folder));
            }
            return folder;
        }

        private String required(String name) {
            @Nullable String value = environment.get(name);
            if (value == null || value.isBlank()) {
                faults.add("The environment variable %s is missing".formatted(name));
                return "";
            }
            return value;
        }

        private URI uri(String text) {
            try {
                return URI.create(text);
            } catch (IllegalArgumentException e) {
                faults.add("BERTH_CONTROL_PLANE_URL is not a URL: %s".formatted(text));
                return URI.create("http://localhost");
            }
        }

        private long number(String name, long absent) {
            return number(name, environment.getOrDefault(name, String.valueOf(absent)));
        }

        private long number(String name, String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                faults.add("%s is not a number: %s".formatted(name, text));
                return 0;
            }
        }
    }
}
