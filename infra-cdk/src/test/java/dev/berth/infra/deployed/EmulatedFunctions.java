package dev.berth.infra.deployed;

import dev.berth.event.Json;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.node.ObjectNode;

/// The packaged functions, as an emulator without a Java runtime can run them: the same classes, started by
/// Lambda's own runtime client on this machine's JDK. Nothing else of them is changed.
final class EmulatedFunctions {
    private static final Path PACKAGE = Path.of("../functions/target/berth-functions.zip");
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> CLIENT_JARS =
            List.of("aws-lambda-java-runtime-interface-client", "aws-lambda-java-serialization");

    private EmulatedFunctions() {}

    /// @param properties of a function of the template, which are changed
    static void emulate(ObjectNode properties, String bucket, String key, Map<String, Object> variables) {
        properties.put("Runtime", "provided.al2023");
        properties.remove("SnapStart");
        properties.set("Code", properties.objectNode().put("S3Bucket", bucket).put("S3Key", key));
        var told = (ObjectNode) properties.at("/Environment/Variables");
        variables.forEach((name, value) -> told.set(name, Json.MAPPER.valueToTree(value)));
    }

    static byte[] packaged() throws IOException {
        if (!Files.exists(PACKAGE)) {
            throw new IllegalStateException(PACKAGE + " is not there: run make build, or make test-aws");
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            copyPackage(zip);
            for (var jar : clientJars()) {
                put(zip, "lib/" + jar.getFileName(), Files.readAllBytes(jar));
            }
            put(zip, "bootstrap", bootstrap().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void copyPackage(ZipOutputStream zip) throws IOException {
        try (var packaged = new ZipInputStream(Files.newInputStream(PACKAGE))) {
            for (var entry = packaged.getNextEntry(); entry != null; entry = packaged.getNextEntry()) {
                if (!entry.isDirectory()) {
                    put(zip, entry.getName(), packaged.readAllBytes());
                }
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static List<Path> clientJars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(jar -> CLIENT_JARS.stream()
                        .anyMatch(name -> jar.getFileName().toString().startsWith(name)))
                .toList();
    }

    private static String bootstrap() {
        return """
                #!/bin/sh
                exec '%s/bin/java' -Xmx400m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
                  -Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac \
                  -cp "$LAMBDA_TASK_ROOT:$LAMBDA_TASK_ROOT/lib/*" %s "$_HANDLER"
                """.formatted(System.getProperty("java.home"), CLIENT);
    }
}
