package dev.berth.local.up;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The part of this process' class path that a supervisor needs: a small class path starts fast.
final class SupervisorClassPath {
    private static final List<String> ARTIFACTS =
            List.of("sandbox", "events", "jackson-core", "jackson-databind", "jackson-annotations", "jspecify");

    private SupervisorClassPath() {}

    static String ofThisProcess() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(SupervisorClassPath::isNeeded)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// `…/sandbox-0.1.0.jar`, or `…/sandbox/target/classes` of a build that is not packaged.
    private static boolean isNeeded(String entry) {
        var name = new File(entry).getName();
        return ARTIFACTS.stream()
                .anyMatch(artifact -> name.matches(artifact + "-\\d.*\\.jar")
                        || entry.endsWith(
                                File.separator + artifact + File.separator + "target" + File.separator + "classes"));
    }
}
