package dev.berth.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A function in a JVM of its own, started as Lambda's managed Java runtime starts it.
final class FunctionProcess implements AutoCloseable {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    static final File LOG = new File("target/lambda-check.log");

    /// Of a function with 1024 MB.
    private static final List<String> JVM = List.of(
            "-Xmx870m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

    private final RuntimeApi api = new RuntimeApi();
    private final Process process;
    private final long startedAt;

    /// @param root the unpacked package
    /// @param extra options of the JVM
    FunctionProcess(Path root, String handler, Map<String, String> environment, List<String> extra, String classPath)
            throws IOException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(JVM);
        command.addAll(extra);
        command.addAll(List.of("-cp", classPath, CLIENT, handler));
        // the client takes its folder for the package's
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG));
        builder.environment().clear();
        builder.environment().putAll(lambda(root, handler));
        builder.environment().putAll(environment);
        startedAt = System.nanoTime();
        process = builder.start();
    }

    /// From the start of the process to its readiness for an event.
    double initMillis() throws InterruptedException {
        return millis(api.awaitInit() - startedAt);
    }

    RuntimeApi.Answer call(byte[] event) throws InterruptedException {
        return api.call(event);
    }

    double callMillis(byte[] event) throws InterruptedException {
        var begun = System.nanoTime();
        return millis(api.call(event).at() - begun);
    }

    boolean wasRestored() {
        return api.wasRestored();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        api.close();
    }

    private Map<String, String> lambda(Path root, String handler) {
        var variables = new HashMap<String, String>();
        variables.put("PATH", "/usr/bin:/bin");
        variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "berth-check");
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "check");
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "check");
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        variables.put("_HANDLER", handler);
        variables.put("LAMBDA_TASK_ROOT", root.toString());
        variables.put("LAMBDA_RUNTIME_DIR", root.toString());
        variables.put("AWS_ACCESS_KEY_ID", "test");
        variables.put("AWS_SECRET_ACCESS_KEY", "test");
        return variables;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
