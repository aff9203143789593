package dev.berth.supervisor.program;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The part of this process' class path that a supervisor needs: a small class path starts fast.
public final class SupervisorClassPath {
    private static final List<String> JARS = List.of(
            "sandbox-", "events-", "jackson-core-3.", "jackson-databind-3.", "jackson-annotations-", "jspecify-");

    private static final List<String> CLASSES = Stream.of("sandbox", "events")
            .map(module -> Path.of(File.separator, module, "target", "classes").toString())
            .toList();

    private SupervisorClassPath() {}

    /// In an order that does not depend on that of this process: an ahead-of-time cache is good for one order only.
    public static String ofThisProcess() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(SupervisorClassPath::isNeeded)
                .sorted()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// `…/sandbox-0.1.0.jar`, or `…/sandbox/target/classes` of a build that is not packaged.
    private static boolean isNeeded(String entry) {
        return isJar(new File(entry).getName()) || CLASSES.stream().anyMatch(entry::endsWith);
    }

    private static boolean isJar(String name) {
        return JARS.stream().anyMatch(jar -> name.matches(Pattern.quote(jar) + "\\d.*(?<!-tests)\\.jar"));
    }
}
