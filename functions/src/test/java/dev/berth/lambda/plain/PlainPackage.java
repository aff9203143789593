package dev.berth.lambda.plain;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What [PlainApi] is packaged with: what a build that names its three libraries would get, but for the asynchronous
/// HTTP client, which it has no use for.
public final class PlainPackage {
    /// The SDK's with its default HTTP client, and Jackson's.
    private static final Pattern NEEDED = Pattern.compile("(annotations|apache-client|auth|aws-core|aws-json-protocol"
            + "|checksums|checksums-spi|dynamodb|dynamodb-enhanced|endpoints-spi|eventstream"
            + "|http-auth|http-auth-aws|http-auth-aws-eventstream|http-auth-spi|http-client-spi|identity-spi|json-utils"
            + "|metrics-spi|profiles|protocol-core|regions|retries|retries-spi|sdk-core|third-party-jackson-core|utils"
            + "|utils-lite|reactive-streams|slf4j-api|httpclient|httpcore|commons-codec|commons-logging"
            + "|jackson-annotations|jackson-core|jackson-databind|aws-lambda-java-core)-\\d[\\w.]*\\.jar");

    public static final List<Class<?>> CLASSES =
            List.of(PlainApi.class, PlainRequest.class, PlainAnswer.class, KeyBean.class, SessionBean.class);

    private PlainPackage() {}

    /// Puts the libraries of this process' class path into a folder.
    public static void copyLibraries(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var library : libraries()) {
            Files.copy(library, folder.resolve(library.getFileName()));
        }
    }

    private static List<Path> libraries() {
        var found = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> NEEDED.matcher(path.getFileName().toString()).matches())
                .toList();
        if (found.stream().noneMatch(path -> path.getFileName().toString().startsWith("apache-client"))) {
            throw new IllegalStateException("The SDK's default HTTP client is not here: run make lambda-check");
        }
        return found;
    }
}
