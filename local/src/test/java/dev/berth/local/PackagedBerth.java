package dev.berth.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the build packaged, and how the launcher starts a JVM with it. For tests that run behind `package`.
public final class PackagedBerth {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private PackagedBerth() {}

    /// Of the launcher's options, those of its control plane.
    public static List<String> controlPlaneOptions() {
        return List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-XX:AOTCache=" + TARGET.resolve("control-plane.aot"),
                "-Dberth.supervisor.cache=" + TARGET.resolve("supervisor.aot"));
    }

    /// In the order that the launcher has it in: that of the caches.
    public static String classPath() {
        return Stream.concat(Stream.of(jar()), jars(TARGET.resolve("lib")))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    public static Path jar() {
        return jars(TARGET)
                .filter(jar -> !jar.toString().contains("-tests"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing is packaged: these tests run behind 'package'"));
    }

    private static Stream<Path> jars(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
