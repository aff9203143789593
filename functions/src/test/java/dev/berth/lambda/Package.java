package dev.berth.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/// The package that is deployed, unpacked.
record Package(Path root) {
    static Package unpack(Path zip, Path root) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = root.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
        return new Package(root);
    }

    /// Puts a class of the tests where the package has its own.
    void add(Class<?> type) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        try (var in = type.getResourceAsStream("/" + name)) {
            var file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(in, file);
        }
    }

    /// The largest libraries, in KiB, and what is ours.
    Map<String, Long> sizes() throws IOException {
        var sizes = new LinkedHashMap<String, Long>();
        try (Stream<Path> jars = Files.list(root.resolve("lib"))) {
            var largest = jars.sorted(Comparator.comparingLong(Package::size).reversed())
                    .toList();
            largest.forEach(jar -> sizes.put(jar.getFileName().toString(), size(jar) / 1024));
        }
        return sizes;
    }

    /// Everything, as a class path.
    String classPath() throws IOException {
        try (Stream<Path> jars = Files.list(root.resolve("lib"))) {
            List<String> all = jars.map(Path::toString).sorted().toList();
            return root + ":" + all.stream().collect(Collectors.joining(":"));
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
