package dev.berth.local.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.supervisor.program.SupervisorJvm;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// What Berth's runtime image is built from: its Dockerfile, the supervisor's jars and its JVM's options.
record RuntimeContext(SortedMap<String, byte[]> files) {
    private static final String RESOURCES = "runtime/";

    /// @param classPath of the supervisor: jars, or folders of classes
    static RuntimeContext of(String classPath) {
        var files = new TreeMap<String, byte[]>();
        for (var name : List.of("Dockerfile", "Rehearsal.java")) {
            files.put(name, ImageResources.read(RESOURCES + name));
        }
        files.put("jvm.options", String.join("\n", SupervisorJvm.OPTIONS).getBytes(UTF_8));
        Arrays.stream(classPath.split(File.pathSeparator))
                .map(Path::of)
                .forEach(entry -> files.put(jarName(entry), jar(entry)));
        return new RuntimeContext(files);
    }

    String hash() {
        return ContentHash.of(files);
    }

    /// The jars, in the order that the ahead-of-time cache was made with.
    List<String> jarNames() {
        return files.keySet().stream().filter(name -> name.endsWith(".jar")).toList();
    }

    /// `…/sandbox/target/classes` is the module's name, as a jar.
    private static String jarName(Path entry) {
        return "lib/"
                + (Files.isDirectory(entry) ? entry.getName(entry.getNameCount() - 3) + ".jar" : entry.getFileName());
    }

    private static byte[] jar(Path entry) {
        try {
            return Files.isDirectory(entry) ? packed(entry) : Files.readAllBytes(entry);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] packed(Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var entry = new ZipEntry(folder.relativize(file).toString());
                entry.setTime(0);
                jar.putNextEntry(entry);
                Files.copy(file, jar);
            }
        }
        return bytes.toByteArray();
    }
}
